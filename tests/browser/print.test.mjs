// On paper: a program is a handout of at most five A4 pages (most are three; schemes with many hosts, conflicts and sources are longer), with addresses written out and boxes for a pen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Findings, Published, withTabs } from "./published.mjs";
import { closeBrowser } from "./support.mjs";

/** So many of each language, the longest: if any is too long for its sheets, one of these is. Those that are walked are looked at beside them. */
const LONGEST = 6;

let site;
let programs;
before(async () => {
  site = await Published.open();
  const all = site.pages.filter((page) => /^\/[^/]+\/programs\/[^/]+\/$/.test(page));
  assert.ok(all.length > 10, `only ${all.length} programs`);
  const length = (page) => site.files.get(page).body.length;
  const taken = {};
  const longest = all.filter((page) => site.finished.includes(page)).sort((a, b) => length(b) - length(a)).filter((page) => {
    const [, language] = page.split("/");
    taken[language] = (taken[language] ?? 0) + 1;
    return taken[language] <= LONGEST;
  });
  programs = all.filter((page) => longest.includes(page) || site.walked.includes(page));
});
after(async () => {
  await closeBrowser();
  await site?.close();
});

/** How many pages a PDF has. */
const countPages = (pdf) => [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;

test("a program is at most five A4 pages long, with furigana and in dark colours too", async () => {
  const findings = new Findings();
  await withTabs(site, { colorScheme: "dark" }, programs, async (tab, page) => {
    await tab.goto(site.origin + page);
    const pages = countPages(await tab.pdf({ format: "A4" }));
    if (pages < 1 || pages > 5) findings.note(`${pages} pages`, page);
  });
  findings.none();
});

test("addresses are written out once, ticked boxes are empty, and nothing is cut off or folded", async () => {
  const findings = new Findings();
  let boxes = 0;
  let addresses = 0;
  await withTabs(site, { viewport: { width: 688, height: 1000 } }, programs, async (tab, page) => {
    await tab.goto(site.origin + page);
    for (const box of await tab.locator(".ask input").all()) await box.check();
    await tab.emulateMedia({ media: "print" });
    const seen = await tab.evaluate(() => {
      const shown = (element) => element.checkVisibility();
      const words = (link) => link.textContent + getComputedStyle(link, "::after").content;
      return {
        addresses: [...document.querySelectorAll("main a[href^='http']")].filter(shown).map((link) => [link.getAttribute("href"), words(link).split(link.getAttribute("href")).length - 1]),
        boxes: [...document.querySelectorAll(".ask input")].map((box) => [getComputedStyle(box).appearance, getComputedStyle(box).borderTopStyle, box.getBoundingClientRect().width]),
        wide: document.documentElement.scrollWidth > document.documentElement.clientWidth || [...document.querySelectorAll(".table")].some((table) => table.scrollWidth > table.clientWidth + 1),
        own: getComputedStyle(document.querySelector("main"), "::after").content === `"${document.querySelector("link[rel=canonical]").href}"`,
        nav: [...document.querySelectorAll(".menu, .crumbs, .contents, button")].some(shown),
        answers: document.querySelector(".board").checkVisibility(),
        ink: getComputedStyle(document.querySelector(".board dd")).color,
      };
    });
    for (const [address, times] of seen.addresses) if (times !== 1) findings.note(`an address is written ${times} times`, `${page}: ${address}`);
    for (const box of seen.boxes) if (box[0] !== "none" || box[1] !== "solid" || box[2] < 8) findings.note("a box is not ready for a pen", `${page}: ${box}`);
    if (seen.wide) findings.note("something is wider than the paper", page);
    if (!seen.own) findings.note("the page's own address is missing", page);
    if (seen.nav) findings.note("a menu or a button is printed", page);
    if (!seen.answers || seen.ink !== "rgb(0, 0, 0)") findings.note("the answers are not in black", `${page}: ${seen.ink}`);
    boxes += seen.boxes.length;
    addresses += seen.addresses.length;
  });
  findings.none();
  assert.ok(boxes > 20 && addresses > 10, `${boxes} boxes and ${addresses} addresses were looked at`);
});
