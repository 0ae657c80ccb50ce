// What the dock shows, drawn from the state: pure functions from data to elements. Data becomes text, never markup.

/** What tells one finding from another. */
export const findingKey = ({ code, path, line, column, message }) => [code, path, line, column, message].join("\n");

/** An element with attributes (null and false are left out) and children (null is left out, strings are text). */
function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(attribute, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts values into words: `{$name}`, with or without spaces. */
export const fill = (words, values) =>
  words.replace(/\{\s*\$(\w+)\s*\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

/** A link that opens an editor. Whatever the site's settings say, it runs no script. */
function opener(open, children, words) {
  if (!open || /^\s*(javascript|data|vbscript):/i.test(open)) return h("span", { class: "path" }, children);
  return h("a", { class: "path", href: open, title: words.open }, children);
}

const button = (attributes, ...children) => h("button", { type: "button", ...attributes }, ...children);

/** The bar with its buttons, or the one button that brings it back. */
export function bar(state, ui, tool) {
  const { words, page, counts } = state;
  const worst = counts.error ? "error" : counts.warning ? "warning" : "clean";
  const here = state.here.length;
  const toggle = (name, attributes, ...children) =>
    button(
      { "data-do": "sheet", "data-sheet": name, id: `open-${name}`, "aria-expanded": String(ui.open === name), ...attributes },
      ...children,
    );
  const collapse = button(
    { "data-do": "collapse", id: "collapse", "aria-expanded": String(!ui.collapsed), "aria-label": ui.collapsed ? null : words.collapse },
    ui.collapsed ? h("span", { class: `mark ${worst}` }, state.summary) : null,
    ui.collapsed ? words.expand : h("span", { class: "long" }, words.collapse),
    ui.collapsed ? null : h("span", { class: "short", "aria-hidden": "true" }, "▾"),
  );
  const offline = ui.connected ? null : h("span", { class: "offline", id: "offline" }, words.disconnected);
  if (ui.collapsed) return h("nav", { class: "bar collapsed", id: "bar", "aria-label": words.bar }, offline, collapse);

  const missing = page?.missing?.length ?? 0;
  const compare = page?.languages?.find((language) => language.compare && !language.current);
  return h(
    "nav",
    { class: "bar", id: "bar", "aria-label": words.bar },
    offline,
    toggle(
      "findings",
      {},
      h("span", { class: `mark ${worst}` }, words.findings),
      " ",
      page ? h("span", { class: "long" }, fill(words.here_and_all, { here, all: state.findingsTotal })) : null,
      h("span", { class: page ? "short" : null, "aria-hidden": page ? "true" : null }, page ? `${here}/${state.findingsTotal}` : String(state.findingsTotal)),
    ),
    page && toggle("page", {}, h("span", { class: missing > 0 ? "long" : null }, words.page), missing > 0 ? h("span", { class: "mark warning" }, fill(words.lacks, { count: missing })) : null),
    page?.draft ? h("span", { class: "mark draft", id: "draft" }, words.draft) : null,
    toggle(
      "view",
      { class: state.asOfFixed || !state.drafts ? "changed" : null },
      state.asOfFixed ? h("span", { class: "long" }, fill(words.as_of_date, { date: state.asOfDate })) : words.view,
      state.asOfFixed ? h("span", { class: "short" }, state.asOfDate) : null,
      state.drafts ? null : h("span", { class: "mark warning" }, words.without_drafts),
    ),
    h("span", { class: "rest" }),
    tool !== "compare" && compare ? h("a", { id: "compare", class: "long", href: compare.compare }, fill(words.compare, { name: compare.name })) : null,
    tool === "compare" && page ? h("a", { id: "compare", href: page.address }, words.to_page) : null,
    tool !== "overview" ? h("a", { id: "overview", href: "/_annai/", "aria-label": words.overview }, h("span", { class: "long" }, words.overview), h("span", { class: "short" }, words.overview_short)) : null,
    collapse,
  );
}

/** A draft may only be hidden; a page that never was may be one that is still to be written. */
export const goneWords = (words, page) => (page.hidden ? words.hidden : page.known ? words.gone : words.nothing);

/** What stands over the bar, whatever else is open, while the site has no such page. */
export function gone({ words, home, page }) {
  return h(
    "div",
    { class: "gone", id: "gone" },
    h("p", {}, goneWords(words, page)),
    button({ "data-do": "back" }, words.back),
    " ",
    h("a", { href: home ?? "/" }, words.home),
  );
}

/** The sheet over the bar. */
export function sheet(name, state, ui) {
  const { words } = state;
  const [title, ...body] = { findings, page: sources, view }[name](state, ui);
  return h(
    "section",
    { class: `sheet ${name}`, id: `sheet-${name}`, "aria-labelledby": `title-${name}` },
    h(
      "div",
      { class: "head" },
      h("h2", { id: `title-${name}` }, title),
      button({ "data-do": "close", id: `close-${name}` }, words.close),
    ),
    // Scrolls by itself, so it takes the focus: else no key would reach what is out of sight.
    h("div", { class: "body", id: `body-${name}`, tabindex: "0", role: "group", "aria-labelledby": `title-${name}` }, ...body),
  );
}

function findings(state, ui) {
  const { words, page } = state;
  const inside = new Set(state.here);
  const here = state.findings.filter((_, at) => inside.has(at));
  let elsewhere = state.findings.filter((_, at) => !inside.has(at));
  const list = (some) => h("ol", { class: "findings" }, some.map((each) => finding(each, words)));
  const error = here.some((each) => each.severity === "error") ? null : elsewhere.find((each) => each.severity === "error");
  elsewhere = elsewhere.filter((each) => each !== error);
  const unlisted = state.findingsTotal - state.findings.length;
  return [
    state.findingsTotal ? state.summary : words.clean,
    page?.stale && !page.gone ? h("p", { class: "notice", id: "stale" }, words.stale) : null,
    here.length > 0 ? h("h3", { id: "here" }, fill(words.here, { count: here.length })) : null,
    here.length > 0 ? list(here) : null,
    error ? h("h3", { id: "error-elsewhere" }, words.error_elsewhere) : null,
    error ? list([error]) : null,
    elsewhere.length > 0
      ? button(
          { "data-do": "elsewhere", id: "elsewhere", class: "more", "aria-expanded": String(ui.elsewhere) },
          fill(page ? words.elsewhere : words.all_findings, { count: elsewhere.length + unlisted }),
        )
      : null,
    elsewhere.length > 0 && ui.elsewhere ? list(elsewhere) : null,
    unlisted > 0 && ui.elsewhere ? h("p", {}, fill(words.unlisted, { count: unlisted })) : null,
  ];
}

/** One finding, as the terminal shows it. */
export function finding(each, words) {
  return h(
    "li",
    { class: `finding ${each.severity}` },
    h(
      "p",
      { class: "where" },
      h("span", { class: `mark ${each.severity}` }, each.severityWord),
      " ",
      opener(each.open, `${each.path}:${each.line}:${each.column}`, words),
      " ",
      h("span", { class: "code" }, each.code),
    ),
    h("p", { class: "message" }, each.message),
    // What to do stands before the place, which may be below the edge of the sheet.
    each.help ? h("p", { class: "help" }, each.help) : null,
    each.excerpt ? h("pre", { tabindex: "0", role: "group", "aria-label": words.excerpt }, cells(withoutPlace(each.excerpt))) : null,
  );
}

/** An excerpt without its first line, the path, which stands above as a link. */
const withoutPlace = (excerpt) => excerpt.replace(/^ *--> .*\n/, "");

/** Characters that take two columns of a terminal (Unicode Standard Annex #11: wide and fullwidth). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2fb}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/** Text with each character beyond ASCII in a cell of one or two columns, since no font is sure to have them so wide. */
export function cells(text) {
  return (text.match(/[\0-\x7f]+|[^\0-\x7f]\p{M}*/gu) ?? []).map((part) =>
    part.charCodeAt(0) < 0x80 ? part : h("span", { class: WIDE.test(part) ? "wide" : "narrow" }, part),
  );
}

function sources(state) {
  const { words, page } = state;
  if (!page) return [words.page];
  const others = page.languages.filter((language) => !language.current);
  const own = page.languages.find((language) => language.current);
  /** What the page does not have in a language, and the file in which it is written. */
  const lacks = (tag) =>
    page.missing
      .filter((each) => each.lang === tag)
      .map((each) => h("li", {}, fill(words[`missing_${each.what}`], { count: each.count, file: each.file }), " ", opener(each.open, each.path, words)));
  const ownLacks = own ? lacks(own.tag) : [];
  return [
    page.title || words.page,
    page.draft ? h("p", { class: "notice", id: "is-draft" }, words.is_draft) : null,
    h("h3", { id: "files" }, words.files),
    page.source.length > 0
      ? h("ul", { class: "files" }, page.source.map((file) => h("li", {}, opener(file.open, file.path, words), language(file.lang))))
      : h("p", {}, words.no_files),
    ownLacks.length > 0 ? h("ul", { id: "lacks" }, ownLacks) : null,
    others.length > 0 ? h("h3", { id: "languages" }, words.languages) : null,
    others.map((other) => {
      const missing = lacks(other.tag);
      return h(
        "div",
        { class: "language", id: `language-${other.tag}` },
        h(
          "p",
          {},
          h("a", { href: other.href }, h("bdi", { lang: other.tag }, other.name)),
          " ",
          other.compare ? h("a", { href: other.compare }, words.side_by_side) : null,
        ),
        missing.length > 0 ? h("ul", {}, missing) : h("p", { class: "complete" }, words.complete),
      );
    }),
  ];
}

const language = (tag) => (tag ? [" ", h("span", { class: "code" }, tag)] : null);

function view(state, ui) {
  const { words } = state;
  const [date, time] = clock(state.asOf, state.zone);
  const dates = datesOfPage();
  return [
    words.view_title,
    h("p", {}, fill(state.asOfFixed ? words.as_of_fixed : words.as_of_now, { date: `${date} ${time}`, zone: state.zone })),
    h(
      "form",
      { class: "as-of", id: "as-of" },
      h("label", {}, words.date, " ", h("input", { type: "date", name: "date", required: true, value: date, id: "as-of-date" })),
      h("label", {}, words.time, " ", h("input", { type: "time", name: "time", value: state.asOfFixed ? time : null, id: "as-of-time" })),
      h("button", {}, words.show),
      state.asOfFixed ? button({ "data-do": "as-of", "data-instant": "now", id: "now" }, words.now) : null,
    ),
    ui.wrong ? h("p", { class: "notice", id: "wrong" }, ui.wrong) : null,
    dates.length > 0 ? h("p", { class: "label", id: "dates-label" }, words.dates) : null,
    dates.length > 0
      ? h(
          "ul",
          { class: "dates", "aria-labelledby": "dates-label" },
          dates.map(([instant, text]) => h("li", {}, button({ "data-do": "as-of", "data-instant": instant }, text))),
        )
      : null,
    h("p", {}, h("label", { class: "check" }, h("input", { type: "checkbox", name: "drafts", checked: state.drafts, id: "drafts" }), words.drafts)),
    h("p", { class: "label" }, words.everywhere),
  ];
}

/** Date and time of an instant on the clocks of a zone: `2026-04-01`, `09:00`. */
function clock(instant, zone) {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return format.format(new Date(instant)).split(" ");
}

/** The first dates that the page itself speaks of: where what it shows may change. */
function datesOfPage() {
  const times = [...document.querySelectorAll("main time[datetime]")].filter((time) => /^\d{4}-\d\d-\d\d/.test(time.dateTime));
  return [...new Map(times.map((time) => [time.dateTime, time.textContent.trim()]))].slice(0, 12);
}
