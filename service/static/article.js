// The checker's page: choose, tick, see others' ticks, add a claim, clear for print.
// The page is rendered by the server; this keeps what it shows in step with the API.
import { call } from "./api.js";
import { Editor } from "./editor.js";
import { watchSelection } from "./selection.js";

const app = document.getElementById("app");
const article = app.dataset.article;
const base = `/v1/articles/${article}/checklist`;
const list = document.getElementById("items");
const items = new Map([...list.children].map((row) => [row.dataset.id, row]));
const known = new Map(); // id → the item as the API last told it
const status = document.getElementById("status");
const initials = document.getElementById("initials");
let etag = null;
let chosen = null;
let onlyChanged = false;
let foldNames = localStorage.getItem("claimsheet-names") !== "shown";

for (const element of document.querySelectorAll(".needs-script, .initials, #help-button")) {
  element.hidden = false;
}
initials.value = localStorage.getItem("claimsheet-initials") || "";
initials.addEventListener("change", () => localStorage.setItem("claimsheet-initials", initials.value.trim()));

function say(words, kind = "") {
  status.textContent = words;
  status.className = `notice ${kind}`;
  status.hidden = !words;
}

// ---- choosing -------------------------------------------------------------------------------

function marksOf(id) {
  return document.querySelectorAll(`.mark[data-items~="${CSS.escape(id)}"]`);
}

function choose(id, { scrollText = true, scrollList = true, focus = false } = {}) {
  const row = items.get(id);
  if (!row) return;
  if (chosen) {
    items.get(chosen)?.classList.remove("chosen");
    items.get(chosen)?.removeAttribute("aria-current");
    marksOf(chosen).forEach((mark) => mark.classList.remove("chosen"));
  }
  chosen = id;
  row.classList.add("chosen");
  row.setAttribute("aria-current", "true");
  const marks = marksOf(id);
  marks.forEach((mark) => mark.classList.add("chosen"));
  editor.openIn(row, known.get(id));
  if (scrollList) row.scrollIntoView({ block: "nearest" });
  if (scrollText && marks[0]) marks[0].scrollIntoView({ block: "center" });
  if (focus) row.querySelector(".exact").focus({ preventScroll: true });
  history.replaceState(null, "", `#i-${id}`);
}

function shownRows() {
  return [...list.children].filter((row) => !row.hidden);
}

function step(by, wanted = () => true) {
  const rows = shownRows();
  let at = rows.findIndex((row) => row.dataset.id === chosen);
  if (at < 0) at = by > 0 ? -1 : rows.length;
  for (let next = at + by; next >= 0 && next < rows.length; next += by) {
    if (wanted(rows[next])) return choose(rows[next].dataset.id, { focus: true });
  }
  return undefined;
}

document.getElementById("text").addEventListener("click", (event) => {
  const mark = event.target.closest(".mark");
  if (!mark || !getSelection().isCollapsed) return;
  event.preventDefault();
  const ids = mark.dataset.items.split(" ");
  const at = ids.indexOf(chosen);
  const first = mark.getAttribute("href").slice(3);
  choose(at < 0 ? first : ids[(at + 1) % ids.length], { scrollText: false });
});
list.addEventListener("click", (event) => {
  const row = event.target.closest(".item");
  if (!row || event.target.closest(".editor, .why a")) return;
  const other = event.target.closest('a[href^="#i-"]');
  if (event.target.closest("a")) event.preventDefault();
  choose(other ? other.getAttribute("href").slice(3) : row.dataset.id, { scrollList: Boolean(other) });
});
for (const link of document.querySelectorAll(".findings .place")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    choose(link.getAttribute("href").slice(3));
  });
}

// ---- showing what is ticked -----------------------------------------------------------------

const labels = Object.fromEntries(
  [...document.querySelectorAll("#state option[value]")].map((option) => [option.value, option.textContent]),
);
const reasons = { not_a_claim: "Not a claim", duplicate: "Duplicate", out_of_scope: "Out of scope" };

function inWords(check) {
  const parts = [];
  if (check.reason) parts.push(`: ${reasons[check.reason]}`);
  if (check.correction) parts.push(`: “${check.correction}”`);
  if (check.checked_by) parts.push(` – ${check.checked_by}`);
  if (check.assigned_to) parts.push(` – for ${check.assigned_to}`);
  if (check.note) parts.push(` – ${check.note}`);
  for (const source of check.sources) parts.push(` – ${source.kind} source: ${source.citation || source.url}`);
  return parts.join("");
}

function show(item) {
  const row = items.get(item.id);
  const before = known.get(item.id);
  known.set(item.id, item);
  if (!row || (before && before.version === item.version)) return;
  if (row.dataset.status !== item.check.status) {
    for (const element of [row, ...marksOf(item.id)]) {
      element.classList.remove(`s-${row.dataset.status}`);
      element.classList.add(`s-${item.check.status}`);
    }
  }
  row.dataset.status = item.check.status;
  row.dataset.version = item.version;
  row.dataset.stale = item.check.stale ? "yes" : "";
  row.classList.toggle("stale", item.check.stale);
  row.querySelector(".state").textContent = labels[item.check.status];
  row.querySelector(".detail").textContent = inWords(item.check);
  if (!item.check.stale) row.querySelectorAll(".badge.changed, .was").forEach((element) => element.remove());
  if (item.id === chosen) editor.refresh(item);
}

function showProgress() {
  const all = [...known.values()];
  const unchecked = (of) => of.filter((item) => item.check.status === "unchecked").length;
  const done = all.length - unchecked(all);
  const overall = document.getElementById("overall");
  overall.max = all.length || 1;
  overall.value = done;
  document.getElementById("overall-words").textContent = `${done} of ${all.length} checked`;
  for (const bar of document.querySelectorAll(".kind-bar")) {
    const of = all.filter((item) => item.kind === bar.dataset.kind);
    bar.querySelector("progress").max = of.length || 1;
    bar.querySelector("progress").value = of.length - unchecked(of);
    bar.querySelector(".count").textContent = `${of.length - unchecked(of)}/${of.length}`;
  }
  const open = all.filter((item) => ["unchecked", "disputed"].includes(item.check.status) || item.check.stale);
  document.getElementById("open-words").textContent = open.length
    ? `${open.length} claim${open.length === 1 ? " is" : "s are"} still unchecked, disputed or changed since.`
    : "Every claim is settled.";
  document.getElementById("override-label").hidden = open.length === 0;
}

// Others' ticks: asked for every few seconds, answered with 304 while nothing has changed.
async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await call("GET", base, { headers: etag ? { "If-None-Match": etag } : {} });
    etag = answer.etag;
    if (!answer.body) return;
    const strange = answer.body.items.some((item) => !items.has(item.id));
    answer.body.items.forEach(show);
    showProgress();
    if (answer.body.generated_at !== app.dataset.generated || strange) {
      say("A newer list is here: reload the page to see it.", "bad");
    }
  } catch (problem) {
    say(problem.message, "bad");
  }
}

// ---- ticking --------------------------------------------------------------------------------

const editor = new Editor(document.getElementById("editor-template"), {
  initials: () => initials.value.trim(),
  say,
  history: async (id) => (await call("GET", `${base}/items/${id}/history`)).body.history,
  save,
});

async function save(id, tick, version = known.get(id)?.version ?? Number(items.get(id).dataset.version)) {
  const by = initials.value.trim();
  const json = { ...tick, ...(by && "status" in tick ? { checked_by: by } : {}) };
  try {
    const answer = await call("PATCH", `${base}/items/${id}`, { json, headers: { "If-Match": `"${version}"` } });
    show(answer.body);
    showProgress();
    filter();
    say("");
    return true;
  } catch (problem) {
    if (problem.status !== 412) {
      say(problem.message, "bad");
      return false;
    }
    show(problem.body.current);
    showProgress();
    return (await mineOverTheirs(problem.body.current, json)) && save(id, tick, problem.body.current.version);
  }
}

function mineOverTheirs(current, mine) {
  const dialog = document.getElementById("conflict");
  const theirs = current.check;
  dialog.querySelector(".theirs").textContent = labels[theirs.status] + inWords(theirs);
  const wish = { ...theirs, reason: null, correction: null, ...mine };
  dialog.querySelector(".yours").textContent = labels[wish.status] + inWords(wish);
  dialog.returnValue = "theirs";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yours"), { once: true });
  });
}

// ---- finding and ordering -------------------------------------------------------------------

const controls = Object.fromEntries(["order", "kind", "state", "search"].map((id) => [id, document.getElementById(id)]));

function filter() {
  const word = controls.search.value.trim().toLowerCase();
  let any = false;
  for (const row of list.children) {
    const fits =
      (!controls.kind.value || row.dataset.kind === controls.kind.value) &&
      (!controls.state.value ||
        (controls.state.value === "stale" ? row.dataset.stale === "yes" : row.dataset.status === controls.state.value)) &&
      (!foldNames || row.dataset.kind !== "name" || controls.kind.value === "name" || row.dataset.stale === "yes") &&
      (!onlyChanged || row.classList.contains("new") || row.dataset.stale === "yes") &&
      (!word || row.textContent.toLowerCase().includes(word));
    row.hidden = !fits && row.dataset.id !== chosen;
    any ||= fits;
  }
  document.getElementById("none").hidden = any || items.size === 0;
}

controls.order.addEventListener("change", () => {
  const rows = [...list.children];
  const place = (row) => Number(row.dataset.place);
  const urgency = (row) => -Number(row.dataset.priority);
  const by = controls.order.value === "priority" ? (a, b) => urgency(a) - urgency(b) || place(a) - place(b) : (a, b) => place(a) - place(b);
  list.append(...rows.sort(by));
});
controls.kind.addEventListener("change", filter);
controls.state.addEventListener("change", filter);
controls.search.addEventListener("input", filter);
document.querySelector("[data-filter-changed]")?.addEventListener("click", (event) => {
  onlyChanged = !onlyChanged;
  event.target.textContent = onlyChanged ? "Show all" : "Show only these";
  filter();
});

// Names are many and seldom wrong: folded away until asked for, in the list and in the text.
const names = document.getElementById("names");
function showNames() {
  names.setAttribute("aria-pressed", String(!foldNames));
  names.textContent = names.textContent.replace(/^(Show|Hide)/, foldNames ? "Show" : "Hide");
  app.classList.toggle("names-folded", foldNames);
  filter();
}
names?.addEventListener("click", () => {
  foldNames = !foldNames;
  localStorage.setItem("claimsheet-names", foldNames ? "folded" : "shown");
  showNames();
});
if (names) showNames();

// ---- keys -----------------------------------------------------------------------------------

const help = document.getElementById("help");
document.getElementById("help-button").addEventListener("click", () => help.showModal());
const keys = {
  j: () => step(1),
  k: () => step(-1),
  u: () => step(1, (row) => row.dataset.status === "unchecked"),
  1: () => editor.press("confirmed"),
  2: () => editor.press("corrected"),
  3: () => editor.press("disputed"),
  4: () => editor.press("unverifiable"),
  5: () => editor.press("dismissed"),
  0: () => editor.press("unchecked"),
  n: () => editor.openDetails(),
  "/": () => controls.search.focus(),
  "?": () => help.showModal(),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
  if (event.key === "Escape" && typing) event.target.blur();
  if (typing || !(event.key in keys)) return;
  event.preventDefault();
  keys[event.key]();
});

// ---- clearing for print, adding a claim -----------------------------------------------------

document.getElementById("sign-off").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { by, note, override } = event.target.elements;
  const json = { by: by.value, note: note.value || null, override: override.value || null };
  try {
    await call("POST", `${base}/sign-off`, { json });
    location.reload();
  } catch (problem) {
    say(problem.message, "bad");
    status.scrollIntoView({ block: "center" });
  }
});

watchSelection(document.getElementById("text"), document.getElementById("add-button"), async (place, kind, note) => {
  try {
    const json = { ...place, kind, note: note || null, checked_by: initials.value.trim() || null };
    const { body: item } = await call("POST", `${base}/items`, { json });
    location.hash = `#i-${item.id}`;
    location.reload();
  } catch (problem) {
    say(problem.message, "bad");
  }
});

await refresh();
const asked = location.hash.match(/^#[im]-(.+)$/);
if (asked) choose(asked[1]);
setInterval(refresh, 3000);
document.addEventListener("visibilitychange", refresh);
