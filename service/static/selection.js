// Words selected in the article become a claim: where they stand, in code points of their field.

/** Calls add({field, start, end}, kind, note) when a person has selected words and said what they are. */
export function watchSelection(text, button, add) {
  const dialog = document.getElementById("add-claim");
  let place = null;
  document.addEventListener("selectionchange", () => {
    if (dialog.open) return;
    place = selected(text);
    button.hidden = !place;
    if (!place) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    button.style.left = `${Math.max(8, box.left + scrollX)}px`;
    button.style.top = `${box.bottom + scrollY + 6}px`;
  });
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const chosen = place;
    dialog.querySelector(".exact").textContent = `“${chosen.exact}”`;
    dialog.returnValue = "cancel";
    dialog.showModal();
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "add") return;
      const { kind, note } = dialog.querySelector("form").elements;
      const { field, start, end } = chosen;
      add({ field, start, end }, kind.value, note.value.trim());
    }, { once: true });
  });
}

function selected(text) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const holder = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-field]");
  const field = holder(range.startContainer);
  if (!field || field !== holder(range.endContainer) || !text.contains(field)) return null;
  const exact = range.toString();
  if (!exact.trim()) return null;
  const before = document.createRange();
  before.selectNodeContents(field);
  before.setEnd(range.startContainer, range.startOffset);
  const start = [...before.toString()].length;
  return { field: field.dataset.field, start, end: start + [...exact].length, exact };
}
