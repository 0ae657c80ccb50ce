// The region at the bottom of the window: the editors' bar, and over it one sheet with findings, sources or settings.
//
// It lives in a shadow root, so that the site's style and its own do not touch. What it shows is drawn anew from the
// state after each change and exchanged in place, as pages are; clicks are told apart by `data-do`.

import { exchangeElement } from "./morph.js";
import { bar, findingKey, gone, goneWords, sheet } from "./views.js";

const COLLAPSED = "annai-bar-collapsed";
const DISMISSED = "annai-dismissed";

export class Dock {
  #state = null;
  #ui = { open: null, elsewhere: false, collapsed: recall(localStorage, COLLAPSED) === true, connected: true, wrong: null };
  /** The box of drafts as the editor left it, until the server shows the site so; else null. */
  #drafts = null;
  #dismissed = new Set(recall(sessionStorage, DISMISSED) ?? []);
  #said = "";
  #host = document.createElement("annai-dock");
  #root = this.#host.attachShadow({ mode: "open" });
  #status = document.createElement("p");
  #live = document.createElement("div");
  #base = document.createElement("div");
  #space = new CSSStyleSheet();

  /** `settings` changes what the server shows and returns what is wrong with the change; `tool` names a page of the tool. */
  constructor({ settings, tool }) {
    this.settings = settings;
    this.tool = tool;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/_annai/client.css";
    this.#live.hidden = true;
    link.addEventListener("load", () => {
      this.#live.hidden = false;
    });
    this.#status.className = "said";
    this.#status.setAttribute("role", "status");
    this.#root.append(link, this.#status, this.#live);
    this.#root.addEventListener("click", (event) => this.#click(event));
    this.#root.addEventListener("submit", (event) => this.#submit(event));
    this.#root.addEventListener("change", (event) => this.#change(event));
    this.#root.addEventListener("keydown", (event) => this.#key(event));
    // Outside <body>, which is exchanged; what it covers is added to the page's length, so that it covers nothing for good.
    document.documentElement.append(this.#host);
    document.adoptedStyleSheets.push(this.#space);
    new ResizeObserver(([entry]) => {
      const height = Math.ceil(entry.contentRect.height);
      this.#space.replaceSync(`@media screen { :root { padding-block-end: ${height}px; scroll-padding-block-end: ${height}px } }`);
    }).observe(this.#live);
  }

  /** Shows a new state of the page and the site. */
  show(state) {
    const before = this.#state;
    this.#state = state;
    if (this.#drafts === state.drafts) this.#drafts = null;
    this.#ui.connected = true;
    const errors = state.findings.filter((finding) => finding.severity === "error").map(findingKey);
    const fresh = errors.filter((error) => !this.#dismissed.has(error));
    this.#dismissed = new Set(errors.filter((error) => this.#dismissed.has(error)));
    remember(sessionStorage, DISMISSED, [...this.#dismissed]);
    // A sheet that the editor has opened stays, unless it is the findings that are gone.
    if (fresh.length > 0 && this.tool !== "overview") this.#ui.open ??= "findings";
    else if (before?.counts.error > 0 && errors.length === 0 && this.#ui.open === "findings") this.#ui.open = null;
    this.#announce(before, errors.length);
    this.#draw();
  }

  /** Says whether the server can be heard. */
  connected(connected) {
    if (this.#ui.connected === connected) return;
    this.#ui.connected = connected;
    if (this.#state) this.#say(connected ? this.#state.words.connected : this.#state.words.disconnected);
    this.#draw();
  }

  #announce(before, errors) {
    const { words, page, findings, here } = this.#state;
    const first = findings[here[0]]?.severity === "error" ? findings[here[0]] : findings[0];
    if (page?.gone) this.#say(goneWords(words, page));
    else if (before?.page?.gone) this.#say(words.returned);
    else if (errors > 0) this.#say(`${this.#state.summary} ${first.path}:${first.line} ${first.message}`);
    else if (before?.counts.error > 0) this.#say(words.mended);
  }

  /** The same words twice are not news. */
  #say(text) {
    if (text !== this.#said) this.#status.textContent = text;
    this.#said = text;
  }

  #draw() {
    if (!this.#state) return;
    const next = document.createElement("div");
    next.className = "dock";
    next.lang = this.#state.lang;
    next.dir = this.#state.dir;
    if (this.#ui.open) next.append(sheet(this.#ui.open, this.#state, this.#ui));
    if (this.#state.page?.gone) next.append(gone(this.#state));
    next.append(bar(this.#state, this.#ui, this.tool));
    this.#status.lang = this.#state.lang;
    exchangeElement(this.#live, this.#base, next);
    this.#base = next;
    // A box that has been clicked no longer follows its attribute.
    const drafts = this.#root.getElementById("drafts");
    if (drafts) drafts.checked = this.#drafts ?? this.#state.drafts;
  }

  #open(name) {
    if (this.#ui.open === "findings" && name !== "findings") this.#dismiss();
    this.#ui.open = name;
    this.#ui.wrong = null;
    this.#draw();
  }

  /** Errors that were put away come back only if there are others. */
  #dismiss() {
    this.#dismissed = new Set(this.#state.findings.filter((finding) => finding.severity === "error").map(findingKey));
    remember(sessionStorage, DISMISSED, [...this.#dismissed]);
  }

  #click(event) {
    const control = event.target.closest("[data-do]");
    const sheetName = control?.dataset.sheet;
    switch (control?.dataset.do) {
      case "sheet":
        return this.#open(this.#ui.open === sheetName ? null : sheetName);
      case "close":
        return this.#close();
      case "elsewhere":
        this.#ui.elsewhere = !this.#ui.elsewhere;
        return this.#draw();
      case "collapse":
        this.#ui.collapsed = !this.#ui.collapsed;
        remember(localStorage, COLLAPSED, this.#ui.collapsed);
        if (this.#ui.collapsed) this.#open(null);
        else this.#draw();
        return this.#root.querySelector('[data-do="collapse"]')?.focus();
      case "as-of":
        return this.#set({ asof: control.dataset.instant });
      case "back":
        return history.back();
    }
  }

  #submit(event) {
    event.preventDefault();
    const { date, time } = Object.fromEntries(new FormData(event.target));
    if (date) this.#set({ asof: time ? `${date}T${time}` : date });
  }

  #change(event) {
    if (event.target.name !== "drafts") return;
    this.#drafts = event.target.checked;
    this.#set({ drafts: this.#drafts ? "1" : "0" });
  }

  #key(event) {
    if (event.key !== "Escape" || !this.#ui.open || event.isComposing) return;
    event.stopPropagation();
    this.#close();
  }

  #close() {
    const name = this.#ui.open;
    this.#open(null);
    const opener = this.#root.querySelector(`[data-sheet="${name}"]`) ?? this.#root.querySelector('[data-do="collapse"]');
    opener?.focus();
  }

  async #set(change) {
    this.#ui.wrong = await this.settings(change).catch(() => this.#state.words.disconnected);
    if (this.#ui.wrong) {
      this.#drafts = null;
      this.#say(this.#ui.wrong);
    }
    this.#draw();
  }
}

/** Storage can be switched off; then nothing is remembered. */
function recall(storage, name) {
  try {
    return JSON.parse(storage.getItem(name));
  } catch {
    return null;
  }
}

function remember(storage, name, value) {
  try {
    storage.setItem(name, JSON.stringify(value));
  } catch {}
}
