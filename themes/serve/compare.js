// Two languages of one page beside each other. Sections stand in one row when their headings have the same id, so the
// two sides cannot drift apart however the reader scrolls.

import { exchangeElement, exchangeSheets } from "./morph.js";

const main = document.getElementById("main");
const summary = document.getElementById("summary");
const sides = ["left", "right"].map((side) => ({
  side,
  href: main.dataset[side],
  lang: main.dataset[`${side}Lang`],
  dir: main.dataset[`${side}Dir`],
  name: main.dataset[`${side}Name`],
}));
let base = main.cloneNode(false);

async function read({ href }) {
  const response = await fetch(href, { cache: "no-store", headers: { accept: "text/html" } });
  return { ok: response.ok, page: new DOMParser().parseFromString(await response.text(), "text/html") };
}

/** Parts of a page: a list of [id of the heading, nodes], with an empty id for what stands before the first. */
function sections(page) {
  const parts = [["", []]];
  const add = (node) => {
    const headings = node.nodeType === Node.ELEMENT_NODE ? [...node.querySelectorAll("h2[id]")] : [];
    const own = node.nodeName === "H2" && node.id ? node : headings[0];
    // What holds several sections is only a wrapper here.
    if (headings.length > 1) node.childNodes.forEach(add);
    else if (own) parts.push([own.id, [node]]);
    else parts.at(-1)[1].push(node);
  };
  page.querySelector("main")?.childNodes.forEach(add);
  return parts;
}

/** The ids of both sides in one order: that of the left, with what only the right has where it stands there. */
function merged(left, right) {
  const ids = left.map(([id]) => id);
  right.forEach(([id], at) => {
    if (ids.includes(id)) return;
    const before = right.slice(0, at).findLast(([other]) => ids.includes(other));
    ids.splice(before ? ids.indexOf(before[0]) + 1 : 0, 0, id);
  });
  return ids;
}

function cell(side, id, nodes) {
  const element = document.createElement("div");
  element.className = `cell ${side.side}`;
  element.id = `${side.side}--${id}`;
  element.dataset.name = side.name;
  if (!nodes) {
    element.classList.add("absent");
    element.append(note(summary.dataset.absent.replace(/\{\s*\$name\s*\}/, side.name)));
    return element;
  }
  element.lang = side.lang;
  element.dir = side.dir;
  for (const node of nodes) {
    const copy = document.importNode(node, true);
    // What stood in another language's part of the page says so itself.
    const own = node.parentElement?.closest("[lang]")?.lang;
    if (copy.nodeType === Node.ELEMENT_NODE && own && own !== side.lang && !copy.lang) copy.lang = own;
    element.append(copy);
  }
  // Both sides have the same ids: each gets its own, and what points to them follows.
  for (const node of element.querySelectorAll("*")) {
    for (const name of ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls"]) {
      const value = node.getAttribute(name);
      if (value) node.setAttribute(name, value.split(/\s+/).map((one) => `${side.side}-${one}`).join(" "));
    }
    for (const name of ["href", "src"]) {
      const value = node.getAttribute(name);
      if (value?.startsWith("#")) node.setAttribute(name, `#${side.side}-${value.slice(1)}`);
      else if (value) node.setAttribute(name, new URL(value, new URL(side.href, location.href)).href);
    }
  }
  element.querySelectorAll("script").forEach((script) => script.remove());
  return element;
}

function note(text) {
  const element = document.createElement("p");
  element.className = "note";
  element.textContent = text;
  return element;
}

/** What says itself that it is in the other language has not been translated; nor has text of some length that is the same in both. */
function untranslated(left, right) {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const foreign = [left, right].find((cell) => {
    const other = (cell === left ? right : left).lang;
    const blocks = [...cell.querySelectorAll(":is(div, section, p, ul, ol, dl, h1, h2, h3)[lang]")];
    return other && cell.lang !== other && blocks.some((block) => block.lang === other && text(block));
  });
  if (foreign) return foreign;
  return text(left).length > 60 && text(left) === text(right) ? right : undefined;
}

async function show() {
  const pages = await Promise.all(sides.map(read));
  const [left, right] = pages.map(({ page }) => sections(page));
  const next = main.cloneNode(false);
  let absent = 0;
  let same = 0;
  for (const id of merged(left, right)) {
    const cells = [left, right].map((parts, at) => cell(sides[at], id, parts.find(([other]) => other === id)?.[1]));
    absent += cells.filter((one) => one.classList.contains("absent")).length;
    const copy = cells.indexOf(untranslated(...cells));
    if (copy >= 0) {
      same += 1;
      cells[copy].prepend(note(summary.dataset.same.replace(/\{\s*\$name\s*\}/, sides[1 - copy].name)));
    }
    const row = document.createElement("div");
    row.className = "row";
    row.id = `row--${id}`;
    row.append(...cells);
    next.append(row);
  }
  const gone = sides.filter((_, at) => !pages[at].ok).map(({ name }) => name);
  const words = gone.length > 0 ? summary.dataset.gone : absent > 0 ? summary.dataset.missing : same > 0 ? summary.dataset.untranslated : summary.dataset.whole;
  const said = words.replace(/\{\s*\$name\s*\}/, gone.join(", ")).replace(/\{\s*\$count\s*\}/, absent || same);
  if (summary.textContent !== said) summary.textContent = said;
  await dress(pages[0].page);
  exchangeElement(main, base, next);
  base = next;
}

/** The site's own style, before that of the tool. */
async function dress(page) {
  const own = document.createElement("link");
  own.rel = "stylesheet";
  own.href = "/_annai/client.css";
  page.head.append(own);
  page.body.classList.forEach((name) => document.body.classList.add(name));
  await exchangeSheets(page);
}

// One after the other: an older answer never replaces a newer one.
let queue = Promise.resolve();
const enqueue = () => (queue = queue.then(show).catch(() => {}));
document.addEventListener("annai:update", (event) => {
  event.preventDefault();
  enqueue();
});
enqueue();
