// Adds to pages that are complete without it: what time it is, the reader's own time, ticks and settings that stay in this
// browser. Nothing is sent anywhere.

const language = document.documentElement.lang;
const words = JSON.parse(document.body.dataset.words ?? "{}");

/** Storage may be switched off; then a choice lasts as long as the page. */
const store = {
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch { /* The page works without. */ }
  },
};

// The state of a recruitment: the same rule as in the generator, at this moment. Windows are half-open.

const ORDER = ["closing-soon", "open", "upcoming", "closed", "not-announced", "unknown"];

/** "opens-closes,…!;…": the windows of each schedule in seconds of the epoch; "!" says that no next one is announced. */
export function state(text, now, soonDays) {
  const states = text.split(";").map((schedule) => {
    const unannounced = schedule.endsWith("!");
    const windows = schedule.replace("!", "").split(",").map((part) => {
      const at = part.lastIndexOf("-");
      return [part.slice(0, at) === "" ? -Infinity : Number(part.slice(0, at)), Number(part.slice(at + 1))];
    });
    const closes = windows.filter(([opens, closes]) => opens <= now && now < closes).map(([, closes]) => closes);
    if (closes.length) return Math.max(...closes) - soonDays * 86_400 <= now ? "closing-soon" : "open";
    if (windows.some(([opens]) => now < opens)) return "upcoming";
    return unannounced ? "not-announced" : "closed";
  });
  return ORDER.find((one) => states.includes(one));
}

/** The state of a stage: a window "opens-closes", or an event "at". */
export function stage(text, now) {
  const at = text.lastIndexOf("-");
  if (at < 0) return now < Number(text) ? "later" : "passed";
  const [opens, closes] = [text.slice(0, at), text.slice(at + 1)];
  if (opens !== "" && now < Number(opens)) return "upcoming-stage";
  return closes === "" || now < Number(closes) ? "open-stage" : "over";
}

/** Words of the generator, in the language that it has them in. */
function put(element, text, { saidIn } = document.body.dataset) {
  if (element.textContent === text) return;
  element.textContent = text;
  if (saidIn) element.lang = saidIn;
}

function showStates(now) {
  for (const badge of document.querySelectorAll("[data-windows]")) {
    const is = state(badge.dataset.windows, now, words.soon);
    if (!words[is]) continue;
    badge.classList.remove(...ORDER);
    badge.classList.add(is);
    put(badge, words[is]);
  }
  // A list of one state holds what had it when the site was built.
  const of = document.querySelector("[data-state]");
  if (of) {
    const cards = [...document.querySelectorAll("main .card:has([data-windows])")];
    for (const card of cards) card.hidden = !card.querySelector("[data-windows]").classList.contains(of.dataset.state);
    const isNone = cards.every((card) => card.hidden) && !document.querySelector("main .card:not(:has([data-windows]))");
    document.querySelector("[data-none]").hidden = !isNone;
    for (const group of document.querySelectorAll("main section")) group.hidden = !group.querySelector(".card:not([hidden])");
    // The number is of that time, too.
    document.querySelector("main .count").hidden = cards.some((card) => card.hidden);
  }
  for (const badge of document.querySelectorAll("[data-stage]")) {
    const is = stage(badge.dataset.stage, now);
    badge.classList.remove("upcoming-stage", "open-stage", "over", "later", "passed");
    badge.classList.add(is);
    put(badge, words[is] ?? badge.textContent);
  }
  // The next date of a schedule: whichever of its dates is next.
  for (const next of document.querySelectorAll("[data-next]")) {
    const dates = [...next.children].filter((date) => date.dataset.at);
    const shown = dates.find((date) => now < Number(date.dataset.at) && now >= Number(date.dataset.since ?? -Infinity));
    for (const date of dates) date.hidden = date !== shown;
    for (const other of next.querySelectorAll(":scope > [data-else]")) other.hidden = Boolean(shown);
  }
  for (const notice of document.querySelectorAll("[data-after]")) notice.hidden = now < Number(notice.dataset.after);
  showDrawings(now);
}

/** A stage of a drawing: a window, of which an end may not be known, or an event and how long it lasts. */
function phase({ opens, closes, at, until }, now) {
  if (now < Number(opens ?? at ?? -Infinity)) return "future";
  return now < Number(closes ?? until ?? Infinity) ? "now" : "past";
}

function showDrawings(now) {
  for (const part of document.querySelectorAll(".timeline .stage")) {
    part.classList.remove("past", "now", "future");
    part.classList.add(phase(part.dataset, now));
  }
  for (const today of document.querySelectorAll(".timeline .today")) {
    const [from, to] = [Number(today.dataset.from), Number(today.dataset.to)];
    const place = ((now - from) / (to - from)) * 100;
    const inside = place >= 0 && place <= 100;
    today.classList.toggle("outside", !inside);
    if (!inside) continue;
    today.setAttribute("x", `${Number((document.dir === "rtl" ? 100 - place : place).toFixed(2))}%`);
    // At either end there is room on one side of the line only.
    const anchor = place < 12 ? null : place < 88 ? "middle" : "end";
    for (const word of today.querySelectorAll("text")) {
      if (anchor) word.setAttribute("text-anchor", anchor);
      else word.removeAttribute("text-anchor");
    }
  }
}

// How far away an instant is, and when it is where the reader is.

function showTimes(now) {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  for (const time of document.querySelectorAll("main time[datetime*='T']")) {
    const at = Date.parse(time.dateTime) / 1000;
    let note = time.nextElementSibling?.classList.contains("live") ? time.nextElementSibling : null;
    if (!(now < at)) {
      note?.remove();
      continue;
    }
    const parts = [];
    // Rounded down: nobody is promised time that there is not.
    const left = (at - now) / 60;
    const [unit, minutes] = left >= 1_440 ? ["day", 1_440] : left >= 60 ? ["hour", 60] : ["minute", 1];
    parts.push(relative.format(Math.max(1, Math.floor(left / minutes)), unit));
    const date = new Date(at * 1000);
    const zone = /([+-])(\d\d):(\d\d)$/.exec(time.dateTime);
    const offset = zone ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
    if (words.local && -date.getTimezoneOffset() !== offset) {
      const local = date.toLocaleString(language, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
      parts.push(words.local.replace("{time}", local));
    }
    if (!note) {
      note = document.createElement("span");
      note.className = "live when";
      // Behind the words of a date to come (in some languages "opens" comes last), not between them.
      const last = time.parentElement.matches("[data-at]") && time.nextSibling?.data?.trim() ? time.nextSibling : time;
      last.after(" ", note);
    }
    put(note, parts.join(" · "));
  }
}

function tick() {
  const now = Date.now() / 1000;
  showStates(now);
  showTimes(now);
}

// What a reader ticks.

function keepTicks() {
  const page = location.pathname;
  for (const box of document.querySelectorAll(".self-check input, .checklist input")) {
    const key = `annai:tick:${page}:${box.className}:${box.parentElement.textContent.trim()}`;
    box.checked = store.get(key) === "1";
    box.addEventListener("change", () => store.set(key, box.checked ? "1" : null));
  }
  // Of a choice, one is enough. Without a script it stays open: nobody is told too much.
  for (const choice of document.querySelectorAll(".choice")) {
    const look = () => choice.toggleAttribute("data-open", !choice.querySelector(".option:checked"));
    choice.addEventListener("change", look);
    look();
  }
}

// Settings.

function showSettings() {
  const root = document.documentElement;
  const dark = () => root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const settings = {
    furigana: { is: () => root.dataset.furigana === "off", turn: (on) => (on ? "off" : null) },
    scheme: { is: dark, turn: (on) => (on ? "dark" : "light") },
  };
  for (const [name, setting] of Object.entries(settings)) {
    const kept = store.get(`annai:${name}`);
    if (kept) root.dataset[name] = kept;
    const button = document.querySelector(`[data-setting="${name}"]`);
    if (!button) continue;
    const off = button.textContent;
    const show = () => put(button, setting.is() ? button.dataset.on : off, button.dataset);
    button.addEventListener("click", () => {
      const value = setting.turn(!setting.is());
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
      store.set(`annai:${name}`, value);
      show();
    });
    show();
    button.parentElement.hidden = false;
  }
}

showSettings();
keepTicks();
tick();
setInterval(tick, 15_000);
document.addEventListener("visibilitychange", tick);
addEventListener("pageshow", tick);
// What search adds to its page, and which states it asks for.
addEventListener("annai:added", tick);
addEventListener("annai:states", ({ detail }) => {
  detail.states = detail.windows.map((windows) => state(windows, Date.now() / 1000, words.soon));
});

// In another language one goes on where one reads: headings have the same anchors in all.

function keepAnchor() {
  for (const link of document.querySelectorAll(".languages a")) if (link.hash !== location.hash) link.hash = location.hash;
}
keepAnchor();
addEventListener("hashchange", keepAnchor);

// Search: `/` goes to its field. What it is made with is fetched when somebody goes there, before anything is typed.

const find = document.querySelector("form.site-search");
find?.addEventListener("focusin", () => {
  import(find.dataset.with).then(({ indexAt }) => indexAt(new URL(find.action).href)).catch(() => { /* The page of results tries again. */ });
}, { once: true });
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
  const field = document.querySelector("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// The meaning of a term where it is named: from the term's own page, on hover, focus and tap.

function showMeanings() {
  const terms = [...document.querySelectorAll("main a.term")];
  if (!terms.length || !("showPopover" in HTMLElement.prototype)) return;
  const box = document.createElement("div");
  box.className = "meaning";
  box.id = "meaning";
  box.popover = "manual";
  box.setAttribute("role", "tooltip");
  document.body.append(box);
  const known = new Map();
  let shown = null;

  const meaning = (href) => {
    if (!known.has(href)) {
      known.set(href, fetch(href).then((answer) => (answer.ok ? answer.text() : "")).then((text) => {
        const page = new DOMParser().parseFromString(text, "text/html");
        const section = page.querySelector("[aria-labelledby='sec-definition'] > p") ?? page.querySelector(".lead");
        if (!section) return null;
        const meaning = document.importNode(section, true);
        // What appears while one reads is to be read: links in it could not be reached by keyboard.
        for (const link of meaning.querySelectorAll("a")) link.replaceWith(...link.childNodes);
        return meaning;
      }).catch(() => null));
    }
    return known.get(href);
  };

  const show = async (term) => {
    shown = term;
    const text = await meaning(term.href);
    if (!text || shown !== term) return;
    box.replaceChildren(...[...text.childNodes].map((node) => node.cloneNode(true)));
    term.setAttribute("aria-describedby", box.id);
    box.showPopover();
    const at = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const { top, bottom } = term.getBoundingClientRect();
    const width = box.offsetWidth;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const below = bottom + box.offsetHeight + 8 < innerHeight;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(below ? bottom + 6 : top - box.offsetHeight - 6) + scrollY}px`;
  };
  const hide = () => {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    if (box.matches(":popover-open")) box.hidePopover();
  };

  let away = 0;
  let wasShown = false;
  const stay = () => clearTimeout(away);
  // A finger leaves as soon as it is lifted: what it has opened stays until the next tap.
  const leave = (event) => { if (event.pointerType !== "touch") away = setTimeout(hide, 200); };
  box.addEventListener("pointerenter", stay);
  box.addEventListener("pointerleave", leave);
  for (const term of terms) {
    term.addEventListener("pointerenter", (event) => {
      stay();
      if (event.pointerType === "mouse") show(term);
    });
    term.addEventListener("pointerleave", leave);
    term.addEventListener("focus", () => show(term));
    // At once: what has the focus next may lie under it.
    term.addEventListener("blur", hide);
    // The first tap shows the meaning, the second follows the link. A tap gives the focus before it clicks.
    term.addEventListener("pointerdown", () => { wasShown = shown === term && box.matches(":popover-open"); });
    term.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || wasShown) return;
      event.preventDefault();
      show(term);
    });
  }
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}

showMeanings();
