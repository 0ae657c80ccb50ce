// Carries over what the server changed in a page to the document that somebody is using, and touches nothing else.
//
// Three trees take part: `live` is in the browser, with all that its reader and the page's own scripts have done to it;
// `base` is what the server said last; `next` is what it says now. Only the difference between base and next is applied
// to live. So an unfolded <details>, a half-filled form, a sorted table or the results of a search stay as they are,
// without a rule for each of them.

/** Applies the difference between two versions of a page to this document. Style sheets are left to `exchangeSheets`. */
export function exchange(base, next) {
  const focused = document.activeElement;
  const anchor = anchorOf(document.querySelector("main") ?? document.body);
  exchangeAttributes(document.documentElement, base.documentElement, next.documentElement);
  exchangeChildren(document.head, base.head, next.head, isPlain);
  exchangeAttributes(document.body, base.body, next.body);
  exchangeChildren(document.body, base.body, next.body);
  anchor?.();
  // An element that was moved has lost the focus.
  if (focused?.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true });
}

/** Applies the difference between `base` and `next`, two elements of the same name, to `live`. */
export function exchangeElement(live, base, next) {
  if (base.isEqualNode(next) || live.nodeName === "NOSCRIPT") return;
  if (live.nodeName === "TEMPLATE") return live.replaceWith(document.importNode(next, true));
  exchangeAttributes(live, base, next);
  exchangeChildren(live, base, next);
}

/** Whether the exchange in place would leave behind what only a new load can change: running scripts and the policy. Blocks of
 * data never run; the policy names them by their hash. */
export function needsReload(base, next) {
  const fixed = (page) => {
    const nodes = page.querySelectorAll('script:not([type="application/ld+json"]), meta[http-equiv="Content-Security-Policy" i]');
    return [...nodes].map((node) => node.outerHTML.replace(/ 'sha256-[^']*'/g, "")).join("\n");
  };
  return fixed(base) !== fixed(next);
}

/** Swaps the style sheets of this document for those of `next`: an old one goes when its successor has been loaded. */
export async function exchangeSheets(next) {
  const sheets = (page) => [...page.head.querySelectorAll('link[rel~="stylesheet"]')];
  const name = (link) => `${link.href} ${link.media}`;
  const present = sheets(document);
  const wanted = sheets(next);
  const names = new Set(wanted.map(name));
  const loading = wanted.map(async (sheet, at) => {
    if (present.some((link) => name(link) === name(sheet))) return true;
    const link = document.importNode(sheet, true);
    const loaded = new Promise((resolve) => {
      link.addEventListener("load", () => resolve(true));
      link.addEventListener("error", () => resolve(false));
    });
    // Before those that follow it and are here already; the old one, if it replaces one, goes later.
    const following = wanted.slice(at + 1).map(name);
    const successor = present.find((link) => following.includes(name(link)));
    if (successor) successor.before(link);
    else document.head.append(link);
    const worked = await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 3000, false))]);
    if (!worked) link.remove();
    return worked;
  });
  const worked = await Promise.all(loading);
  if (worked.every(Boolean)) present.filter((link) => !names.has(name(link))).forEach((link) => link.remove());
}

function isPlain(node) {
  return node.nodeName !== "SCRIPT" && !(node.nodeName === "LINK" && node.relList.contains("stylesheet"));
}

function exchangeAttributes(live, base, next) {
  for (const { namespaceURI, localName, name, value } of next.attributes) {
    if (base.getAttributeNS(namespaceURI, localName) !== value) live.setAttributeNS(namespaceURI, name, value);
  }
  for (const { namespaceURI, localName } of base.attributes) {
    if (!next.hasAttributeNS(namespaceURI, localName)) live.removeAttributeNS(namespaceURI, localName);
  }
}

function exchangeChildren(live, base, next, counts = () => true) {
  const [lives, bases, nexts] = [live, base, next].map((parent) => [...parent.childNodes].filter(counts));
  const liveOf = pair(lives, bases);
  const baseOf = pair(bases, nexts);
  const kept = new Set(baseOf.values());
  for (const old of bases) if (!kept.has(old)) liveOf.get(old)?.remove();

  const order = new Map(bases.map((node, at) => [node, at]));
  let furthest = -1;
  let previous = null;
  for (const node of nexts) {
    const old = baseOf.get(node);
    const known = old && liveOf.get(old);
    // A script took it away, and the server has nothing new to say about it.
    if (old && !known && old.isEqualNode(node)) continue;
    if (!known) {
      const fresh = document.importNode(node, true);
      place(live, fresh, previous);
      previous = fresh;
      continue;
    }
    if (order.get(old) < furthest) place(live, known, previous);
    else furthest = order.get(old);
    if (known.nodeType === Node.ELEMENT_NODE) exchangeElement(known, old, node);
    else if (old.data !== node.data) exchangeText(known, node.data);
    if (known.parentNode === live) previous = known;
  }
}

function place(parent, node, previous) {
  const before = previous ? previous.nextSibling : parent.firstChild;
  // moveBefore keeps focus, selection and what plays; not every browser has it.
  if (node.parentNode === parent && parent.moveBefore && parent.isConnected) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

/** Replaces only the part that differs, so that a selection in the rest of the text stays. */
function exchangeText(live, text) {
  const old = live.data;
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  live.replaceData(start, old.length - start - end, text.slice(start, text.length - end));
}

/** Says for each node of `to` which node of `from` it is: equal ends first, then equal keys, equal content, and kind. */
function pair(from, to) {
  const pairs = new Map();
  let start = 0;
  let [fromEnd, toEnd] = [from.length, to.length];
  const match = (a, b) => pairs.set(b, a);
  while (start < fromEnd && start < toEnd && from[start].isEqualNode(to[start])) match(from[start], to[start++]);
  while (start < fromEnd && start < toEnd && from[fromEnd - 1].isEqualNode(to[toEnd - 1])) match(from[--fromEnd], to[--toEnd]);

  let left = from.slice(start, fromEnd);
  let right = to.slice(start, toEnd);
  for (const trait of [key, content, kind]) {
    const waiting = Map.groupBy(left, trait);
    waiting.delete(null);
    const matched = new Set();
    right = right.filter((node) => {
      const candidate = waiting.get(trait(node))?.shift();
      if (candidate) matched.add(match(candidate, node).get(node));
      return !candidate;
    });
    left = left.filter((node) => !matched.has(node));
  }
  return pairs;
}

/** What an element is called in its page: its id, that of the heading it belongs to, or its field's name. */
function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const heading = /^H[1-6]$/;
  const name =
    node.id ||
    node.getAttribute("aria-labelledby") ||
    node.getAttribute("name") ||
    node.getAttribute("property") ||
    (heading.test(node.firstElementChild?.nodeName) && node.firstElementChild.id);
  return name ? `${node.nodeName}#${name}` : null;
}

/** Whole content for short and unnamed nodes; the link it leads to for entries of a list. */
function content(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  if (key(node)) return null;
  const link = node.matches("a[href]") ? node : node.querySelector("a[href]");
  return `${node.nodeName} ${link ? link.getAttribute("href") : node.textContent.trim()}`;
}

/** Named elements are of no kind: another name is another thing. */
function kind(node) {
  if (key(node)) return null;
  return node.nodeType === Node.ELEMENT_NODE ? `${node.nodeName} ${node.getAttribute("type") ?? ""}` : String(node.nodeType);
}

/** Where the browser does not hold the scroll position by itself: holds that of the first element in view. */
function anchorOf(within) {
  if (CSS.supports("overflow-anchor", "auto") || scrollY === 0) return null;
  const first = [...within.querySelectorAll("*")].find((element) => element.getBoundingClientRect().top >= 0);
  if (!first) return null;
  const before = first.getBoundingClientRect().top;
  return () => first.isConnected && scrollBy(0, first.getBoundingClientRect().top - before);
}
