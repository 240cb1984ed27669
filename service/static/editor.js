// The form in which a claim is ticked. There is one, and it moves into the claim that is chosen.

const NEEDS = { corrected: "correction", dismissed: "reason" };

export class Editor {
  /** `page`: {initials(), say(words), history(id), save(id, tick)}. */
  constructor(template, page) {
    this.page = page;
    this.form = template.content.firstElementChild.cloneNode(true);
    this.item = null;
    this.row = null;
    this.form.addEventListener("click", (event) => this.#click(event));
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.details = this.form.querySelector("details");
    this.details.addEventListener("toggle", () => this.details.open && this.#showHistory());
  }

  openIn(row, item) {
    if (this.row !== row) {
      this.#ask(null);
      this.details.open = false;
      row.append(this.form);
    }
    this.row = row;
    if (item) this.refresh(item);
  }

  refresh(item) {
    this.item = item;
    const { check } = item;
    for (const button of this.form.querySelectorAll(".buttons [data-status]")) {
      button.setAttribute("aria-pressed", String(button.dataset.status === check.status));
    }
    const fields = this.form.elements;
    for (const [name, value] of Object.entries({ note: check.note, assigned_to: check.assigned_to, correction: check.correction })) {
      if (document.activeElement !== fields[name]) fields[name].value = value || "";
    }
    const sources = check.sources.map((source) => {
      const line = document.createElement("li");
      line.textContent = `${source.kind}: ${source.citation || source.url}`;
      return line;
    });
    this.form.querySelector(".sources ul").replaceChildren(...sources);
    if (this.details.open) this.#showHistory();
  }

  /** A verdict, by key or by button: saved at once, unless it needs words or a reason first. */
  press(status) {
    if (!this.item) return;
    if (!this.page.initials() && status !== "unchecked") {
      const field = document.getElementById("initials");
      field.focus();
      field.placeholder = "who?";
      this.page.say("Say who you are first: your initials stand beside each tick.");
      return;
    }
    if (status in NEEDS) this.#ask(status);
    else this.#save({ status });
  }

  openDetails() {
    if (!this.item) return;
    this.details.open = true;
    this.form.elements.note.focus();
  }

  #ask(status) {
    for (const part of this.form.querySelectorAll(".needs")) {
      part.hidden = !status || !part.classList.contains(`needs-${NEEDS[status]}`);
      if (!part.hidden) part.querySelector("input, button").focus();
    }
  }

  #click(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.status) this.press(button.dataset.status);
    else if (button.dataset.reason) this.#save({ status: "dismissed", reason: button.dataset.reason });
    else if (button.classList.contains("add-source")) this.#addSource();
  }

  #submit(event) {
    event.preventDefault();
    const fields = this.form.elements;
    const asked = this.form.querySelector(".needs-correction");
    if (!asked.hidden && (event.submitter === null || asked.contains(event.submitter) || document.activeElement === fields.correction)) {
      const correction = fields.correction.value.trim();
      if (correction) this.#save({ status: "corrected", correction });
      return;
    }
    if (fields.source.value.trim()) this.#addSource();
    else this.#save({ note: fields.note.value.trim() || null, assigned_to: fields.assigned_to.value.trim() || null });
  }

  #addSource() {
    const fields = this.form.elements;
    const said = fields.source.value.trim();
    if (!said) return fields.source.focus();
    const link = /^https?:\/\/\S+$/.test(said);
    const source = { kind: fields.source_kind.value, url: link ? said : null, citation: link ? null : said };
    fields.source.value = "";
    return this.#save({ sources: [...this.item.check.sources, source] });
  }

  async #save(tick) {
    const { row } = this;
    if (await this.page.save(this.item.id, tick)) {
      this.#ask(null);
      if (!this.details.open) row.querySelector(".exact").focus({ preventScroll: true });
    }
  }

  async #showHistory() {
    const place = this.form.querySelector(".history");
    const lines = (await this.page.history(this.item.id)).map((entry) => {
      const line = document.createElement("li");
      const state = (check) => (check && check.status ? check.status : check || "–");
      line.textContent = `${entry.at.slice(0, 16).replace("T", " ")} UTC, ${entry.by || "nobody named"}: ${state(entry.from)} → ${state(entry.to)}`;
      return line;
    });
    const list = document.createElement("ol");
    list.append(...lines);
    place.replaceChildren(lines.length ? list : "No history yet.");
  }
}
