import { call, ended } from "./api.js";

const progress = document.querySelector("[data-job]");
if (progress) {
  ended(progress.dataset.job, (status) => {
    progress.textContent = `The claims are being looked for (${status}).`;
  }).then(() => location.reload(), (problem) => {
    progress.textContent = problem.message;
  });
}

const again = document.querySelector("[data-again]");
again?.addEventListener("submit", async (event) => {
  event.preventDefault();
  await call("POST", again.dataset.again);
  location.reload();
});
