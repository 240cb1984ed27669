import { call, ended } from "./api.js";

const form = document.getElementById("hand-in");
const text = document.getElementById("text");
const progress = document.getElementById("progress");
const words = { queued: "Waiting for a worker…", running: "Looking for claims…", succeeded: "Done." };

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = { [form.elements.form.value]: text.value };
  for (const name of ["headline", "published_at"]) {
    if (form.elements[name].value) given[name] = form.elements[name].value;
  }
  const button = form.querySelector("button.main");
  button.disabled = true;
  try {
    progress.textContent = "Sending…";
    const { body: job } = await call("POST", "/v1/articles", { json: given });
    const done = await ended(job.links.self, (status) => {
      progress.textContent = words[status] || status;
    });
    if (done.status === "succeeded") location.assign(done.links.page);
    else progress.textContent = done.failure ? done.failure.detail : `The job was ${done.status}.`;
  } catch (problem) {
    progress.textContent = problem.message;
  } finally {
    button.disabled = false;
  }
});

async function take(file) {
  if (!file) return;
  if (file.size > 1_000_000) {
    progress.textContent = "The file is too large: at most 1 MB.";
    return;
  }
  text.value = await file.text();
  const html = file.type === "text/html" || /\.html?$/i.test(file.name);
  form.elements.form.value = html ? "html" : "text";
  progress.textContent = `${file.name} is in the field; look it over and send it.`;
  text.focus();
}

document.getElementById("file").addEventListener("change", (event) => take(event.target.files[0]));
for (const type of ["dragenter", "dragover"]) {
  text.addEventListener(type, (event) => {
    event.preventDefault();
    text.classList.add("dropping");
  });
}
text.addEventListener("dragleave", () => text.classList.remove("dropping"));
text.addEventListener("drop", (event) => {
  text.classList.remove("dropping");
  const [file] = event.dataTransfer.files;
  if (file) {
    event.preventDefault();
    take(file);
  }
});
