// What a visit costs and asks for: bytes, requests, shifts, complaints; and what is left of a page without scripts.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { Findings, Published, withTabs } from "./published.mjs";
import { closeBrowser } from "./support.mjs";

const KB = 1024;
const FIRST_VISIT = 50 * KB;
const MEDIAN_PAGE = 14 * KB;
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

let site;
before(async () => (site = await Published.open()));
after(async () => {
  await closeBrowser();
  await site?.close();
});

/** Notes what a tab asks for and complains of, and keeps nothing from one page to the next. */
async function watch(tab) {
  const visit = {};
  tab.on("request", (request) => request.url().startsWith("data:") || visit.asked.add(request.url()));
  tab.on("console", (message) => visit.said.push(`on the console: ${message.text()}`));
  tab.on("pageerror", (error) => visit.said.push(`uncaught: ${error}`));
  const session = await tab.context().newCDPSession(tab);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await tab.addInitScript(() => {
    globalThis.shifts = [];
    globalThis.violations = [];
    // The header, which no script changes, is painted while it still comes in: what moves within it alone is no shift of the page.
    const isHeader = ({ node }) => node?.parentElement?.closest(".site-header");
    new PerformanceObserver((list) => {
      const entries = list.getEntries().filter(({ sources }) => !(sources?.length && sources.every(isHeader)));
      globalThis.shifts.push(...entries.map(({ value, sources, startTime }) => [value, sources?.[0]?.node?.nodeName, startTime]));
    }).observe({ type: "layout-shift", buffered: true });
    document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return visit;
}

test("a first visit is light, shifts nothing, complains of nothing, and asks nobody else", async () => {
  const findings = new Findings();
  const visits = [];
  const visitOf = new Map();
  // On a phone, with nothing kept from the page before.
  await withTabs(site, { viewport: { width: 390, height: 844 } }, site.walked, async (tab, page) => {
    const visit = visitOf.get(tab) ?? (await watch(tab));
    visitOf.set(tab, Object.assign(visit, { asked: new Set(), said: [] }));
    await tab.goto(site.origin + page);
    const { shifts, violations, end } = await tab.evaluate(async () => {
      // All of it comes into view, and two frames pass for what a script does late.
      for (let y = 0; y < document.body.scrollHeight; y += 3000) scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))));
      // Until it is read to its end a page grows, and on a busy machine it is painted at any place in between.
      const { domInteractive } = await new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries()[0])).observe({ type: "navigation", buffered: true });
      });
      const shifts = globalThis.shifts.filter(([, , at]) => at > domInteractive);
      return { shifts, violations: globalThis.violations, end: location.pathname };
    });
    for (const [value, node] of shifts) findings.note(`shifts by ${value.toFixed(4)}: ${node}`, page);
    for (const violation of violations) findings.note(`against the policy: ${violation}`, page);
    for (const said of visit.said) findings.note(said, page);
    if (end !== page) findings.note(`leads on to ${end}`, page);
    let bytes = 0;
    for (const url of visit.asked) {
      const file = url.startsWith(`${site.origin}/`) && site.files.get(decodeURIComponent(new URL(url).pathname));
      if (file) bytes += file.compressed.length;
      else findings.note(`asks ${url}`, page);
    }
    assert.ok(visit.asked.size > 1, `${page} asks for its style`);
    if (bytes > FIRST_VISIT) findings.note(`weighs ${bytes} bytes, over ${FIRST_VISIT}`, page);
    visits.push(bytes);
  });
  const pages = site.pages.map((page) => site.files.get(page).compressed.length).sort((a, b) => a - b);
  const median = pages[pages.length >> 1];
  console.log(`${pages.length} pages; first visit: ${Math.min(...visits)} to ${Math.max(...visits)} bytes; HTML: median ${median}, largest ${pages.at(-1)}`);
  findings.none();
  assert.ok(median <= MEDIAN_PAGE, `the median page has ${median} bytes`);
});

test("every page is sent with the policy, says the same of itself, and has no style or script inside", () => {
  const findings = new Findings();
  for (const page of site.pages) {
    const { headers, body } = site.files.get(page);
    const html = body.toString();
    if (headers["Content-Security-Policy"] !== POLICY) findings.note(`the header: ${headers["Content-Security-Policy"]}`, page);
    const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    // A browser takes no `frame-ancestors` from the page itself. Checkers of HTML ask for the hash of a block of data.
    const data = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)?.[1];
    const hash = data === undefined ? "" : ` 'sha256-${createHash("sha256").update(data).digest("base64")}'`;
    const allowed = ["", hash].map((hash) => POLICY.replace("; frame-ancestors 'none'", "").replace("script-src 'self'", `script-src 'self'${hash}`));
    if (!allowed.includes(meta)) findings.note(`the page: ${meta}`, page);
    const inside = /<style\b|\sstyle="|\son[a-z]+="|<script(?! type="(?:module" src="|application\/(?:ld\+)?json"))[^>]*>/.exec(html)?.[0];
    if (inside) findings.note(`inside the page: ${inside}`, page);
  }
  findings.none();
});

/** What scripts add on purpose: the reader's own time, and what only a script can do. */
const ADDED = ".live, .chooser, .filters, .results, .no-script, [data-copy], script, style";

/** In the page: the words of its main part that are shown or can be unfolded, piece by piece, and where its links lead. */
function contents(ADDED) {
  document.querySelectorAll("details").forEach((details) => (details.open = true));
  const main = document.querySelector("main");
  const words = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let part; (part = walker.nextNode()); ) {
    const element = part.parentElement;
    if (part.data.trim() && element.checkVisibility() && !element.closest(ADDED)) words.push(...part.data.trim().split(/\s+/));
  }
  return { words, links: [...main.querySelectorAll("a[href]")].filter((link) => link.checkVisibility()).map((link) => link.getAttribute("href")) };
}

/** What is in `from` and not in `all`, counted. */
function lacking(from, all) {
  const left = new Map();
  for (const item of all) left.set(item, (left.get(item) ?? 0) + 1);
  return from.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

test("without scripts every word and link of a page is there, and every page is reached by links", async () => {
  const findings = new Findings();
  // What the browser says of a document without scripts is asked of its parser: no script can run in the page itself.
  const [on, off] = [new Map(), new Map()];
  for (const [found, javaScriptEnabled] of [
    [on, true],
    [off, false],
  ]) {
    await withTabs(site, { javaScriptEnabled }, site.walked, async (tab, page) => {
      await tab.goto(site.origin + page);
      found.set(page, await tab.evaluate(contents, ADDED));
    });
  }
  for (const page of site.walked) {
    const [with_, without] = [on.get(page), off.get(page)];
    for (const word of lacking(with_.words, without.words)) findings.note(`only with scripts: ${word}`, page);
    for (const word of lacking(without.words, with_.words)) findings.note(`lost with scripts: ${word}`, page);
    for (const link of lacking(with_.links, without.links)) findings.note(`a link only with scripts: ${link}`, page);
    for (const link of lacking(without.links, with_.links)) findings.note(`a link lost with scripts: ${link}`, page);
  }
  // From the entrance, by links and forms alone.
  const reached = new Set(["/"]);
  for (const page of reached) {
    for (const [, href] of site.files.get(page).body.toString().matchAll(/<(?:a [^>]*?href|form [^>]*?action)="([^"#]*)/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), site.origin + page);
      if (url.origin === site.origin && site.pages.includes(url.pathname)) reached.add(url.pathname);
    }
  }
  for (const page of site.pages) if (!reached.has(page) && !page.endsWith("404.html")) findings.note("no link leads to", page);
  findings.none();
});
