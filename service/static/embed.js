// <claim-checklist article="…">: the checklist inside another page, such as a CMS's editor.
//
//   <script src="https://claimsheet.example/embed.js"></script>
//   <claim-checklist external-id="urn:desk:42" key="cs_…" initials="KM"></claim-checklist>
//
// Attributes: `article` (our id) or `external-id` (the CMS's), `key`, `initials`, `server`
// (where Claimsheet answers; by default where this script came from).
// Events, all bubbling out of the component, `detail` in parentheses: `claim-chosen` ({item}),
// `claim-ticked` ({item}), `checklist-loaded` ({checklist}), `checklist-failed` ({message}).
// Methods: `choose(id)`, `chooseAt(field, utf16Offset)`, `reload()`.
(() => {
  const home = new URL(document.currentScript ? document.currentScript.src : location.href).origin;
  const verdicts = [
    ["confirmed", "Confirm"],
    ["disputed", "Dispute"],
    ["unverifiable", "Unverifiable"],
  ];
  const style = `
    :host { display: block; font: 14px/1.45 system-ui, sans-serif; color-scheme: light dark; color: CanvasText; background: Canvas; }
    ol { list-style: none; margin: 0; padding: 0; }
    li { border-left: 4px solid #767676; border-bottom: 1px solid #8886; padding: .4rem .6rem; }
    li[aria-current] { outline: 2px solid Highlight; }
    li[data-status=confirmed], li[data-status=corrected] { border-left-color: #00694b; }
    li[data-status=disputed] { border-left-color: #c14400; }
    button { font: inherit; cursor: pointer; }
    .claim { display: block; width: 100%; text-align: left; background: none; border: 0; padding: 0; color: inherit; font-weight: 600; overflow-wrap: anywhere; }
    p { margin: .15rem 0; } .kind, .state { font-size: .85em; opacity: .85; }
    .findings { border: 2px solid #c14400; padding: .4rem .6rem; margin: 0 0 .5rem; }
    progress { width: 100%; }`;

  class ClaimChecklist extends HTMLElement {
    static observedAttributes = ["article", "external-id", "server", "key"];
    #root = this.attachShadow({ mode: "open" });
    #items = new Map();
    #etag = null;
    #path = null;
    #timer = null;
    #chosen = null;

    connectedCallback() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.replaceChildren(this.#make("p", { role: "status", textContent: "Loading the checklist…" }));
      this.reload();
      this.#timer = setInterval(() => document.hidden || this.reload(), 4000);
    }

    disconnectedCallback() {
      clearInterval(this.#timer);
    }

    attributeChangedCallback() {
      this.#path = this.#etag = null;
      if (this.isConnected) this.reload();
    }

    /** Ask for the checklist again; nothing is drawn while it is as before. */
    async reload() {
      try {
        this.#path ??= await this.#find();
        const response = await this.#call("GET", this.#path, { "If-None-Match": this.#etag || '""' });
        if (response.status === 304) return;
        this.#etag = response.headers.get("ETag");
        const checklist = await response.json();
        this.#draw(checklist);
        this.#tell("checklist-loaded", { checklist });
      } catch (error) {
        if (!this.#items.size) this.#root.replaceChildren(this.#make("p", { role: "status", textContent: error.message }));
        this.#tell("checklist-failed", { message: error.message });
      }
    }

    /** Choose a claim by its id, as if it had been clicked. */
    choose(id) {
      const entry = this.#items.get(id);
      if (!entry) return false;
      this.#items.get(this.#chosen)?.row.removeAttribute("aria-current");
      this.#chosen = id;
      entry.row.setAttribute("aria-current", "true");
      entry.row.scrollIntoView({ block: "nearest" });
      this.#tell("claim-chosen", { item: entry.item });
      return true;
    }

    /** Choose the narrowest claim that stands at an offset, in UTF-16 units, of a field. */
    chooseAt(field, offset) {
      const here = [...this.#items.values()].map((entry) => entry.item)
        .filter((item) => item.field === field && item.start_utf16 <= offset && offset < item.end_utf16)
        .sort((a, b) => a.end - a.start - (b.end - b.start));
      return here.length > 0 && this.choose(here[0].id);
    }

    async #find() {
      if (this.getAttribute("article")) return `/v1/articles/${encodeURIComponent(this.getAttribute("article"))}/checklist`;
      const external = this.getAttribute("external-id");
      if (!external) throw new Error("Give the element an article or an external-id.");
      const response = await this.#call("GET", `/v1/articles?external_id=${encodeURIComponent(external)}`);
      const [article] = (await response.json()).articles;
      if (!article) throw new Error("This article has not been handed in yet.");
      return article.links.checklist;
    }

    async #call(method, path, headers = {}, body = undefined) {
      const key = this.getAttribute("key");
      const all = { ...headers, ...(key ? { Authorization: `Bearer ${key}` } : {}) };
      if (body) all["Content-Type"] = "application/json";
      const server = this.getAttribute("server") || home;
      const response = await fetch(server + path, { method, headers: all, body: body && JSON.stringify(body) });
      if (!response.ok && response.status !== 304 && response.status !== 412) {
        const problem = await response.json().catch(() => ({}));
        throw new Error(problem.detail || `The server answered ${response.status}.`);
      }
      return response;
    }

    async #tick(id, status) {
      const { item } = this.#items.get(id);
      const by = this.getAttribute("initials");
      try {
        const response = await this.#call("PATCH", `${this.#path}/items/${id}`, { "If-Match": `"${item.version}"` },
          { status, ...(by ? { checked_by: by } : {}) });
        if (response.ok) this.#tell("claim-ticked", { item: await response.json() });
      } catch (error) {
        this.#tell("checklist-failed", { message: error.message });
      }
      await this.reload();
    }

    #draw(checklist) {
      const done = checklist.items.filter((item) => item.check.status !== "unchecked").length;
      const words = `${done} of ${checklist.items.length} checked`;
      const parts = [
        this.#make("p", { textContent: words }),
        this.#make("progress", { max: checklist.items.length || 1, value: done, ariaLabel: words }),
      ];
      if (checklist.findings.length) {
        const list = this.#make("ul", { className: "findings" });
        list.append(...checklist.findings.map((finding) => this.#make("li", { textContent: finding.message })));
        parts.push(list);
      }
      const rows = this.#make("ol", {});
      this.#items.clear();
      for (const item of checklist.items) rows.append(this.#row(item));
      this.#root.replaceChildren(...parts, rows);
      if (this.#chosen) this.#items.get(this.#chosen)?.row.setAttribute("aria-current", "true");
    }

    #row(item) {
      const row = this.#make("li", {});
      row.dataset.status = item.check.status;
      const claim = this.#make("button", { className: "claim", type: "button", textContent: item.exact });
      claim.addEventListener("click", () => this.choose(item.id));
      const buttons = this.#make("p", {});
      for (const [status, label] of verdicts) {
        const button = this.#make("button", { type: "button", textContent: label, ariaPressed: String(item.check.status === status) });
        button.addEventListener("click", () => this.#tick(item.id, status));
        buttons.append(button, " ");
      }
      const state = item.check.stale ? `${item.check.status}, changed since` : item.check.status;
      row.append(
        claim,
        this.#make("p", { className: "kind", textContent: item.kind.replaceAll("_", " ") }),
        this.#make("p", { textContent: item.question }),
        this.#make("p", { className: "state", textContent: [state, item.check.checked_by].filter(Boolean).join(" – ") }),
        buttons,
      );
      this.#items.set(item.id, { item, row });
      return row;
    }

    #make(name, properties) {
      return Object.assign(document.createElement(name), properties);
    }

    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
  }

  if (!customElements.get("claim-checklist")) customElements.define("claim-checklist", ClaimChecklist);
})();
