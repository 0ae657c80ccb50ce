// Every page of the guide in the eyes of axe: WCAG 2.0 to 2.2, A and AA, and axe's own best practices.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Findings, Published, withTabs } from "./published.mjs";
import { closeBrowser, repository } from "./support.mjs";

/** In forced colours Chromium paints text in the system's colour, and says so of `color` but not of the property that axe asks for. */
const FORCED = `{
  const get = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return get.call(this, name === "-webkit-text-fill-color" && matchMedia("(forced-colors: active)").matches ? "color" : name);
  };
}`;
const axe = FORCED + (await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
const ALL = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
/** The rules whose answer depends on colours. */
const COLOUR = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] };
const WIDTHS = [320, 768, 1280];
const [NARROW, , WIDE] = WIDTHS;
const LIGHT = { colorScheme: "light", forcedColors: "none" };
const COLOURS = { dark: { colorScheme: "dark", forcedColors: "none" }, "forced colours": { colorScheme: "light", forcedColors: "active" } };

/** Moments at which recruitments of the guide were open, about to close, and ahead. */
const MOMENTS = ["2023-09-04T12:00:00+09:00", "2023-11-10T12:00:00+09:00"];

let site;
before(async () => (site = await Published.open()));
after(async () => {
  await closeBrowser();
  await site?.close();
});

/** Runs the rules on what the tab shows, at these widths, and notes what they say. */
async function look(tab, rules, name, findings, widths = WIDTHS) {
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 800 });
    // What opens over the page covers a part of it: it is open at one width, so that it is looked at itself.
    await tab.evaluate((isOpen) => document.querySelectorAll(".languages details").forEach((list) => (list.open = isOpen)), width === NARROW);
    const found = await tab.evaluate(async (rules) => {
      const { violations } = await globalThis.axe.run(document, rules);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.html.slice(0, 160), node.failureSummary]));
    }, rules);
    for (const [id, html, summary] of found) findings.note(`${id}: ${html}\n    ${summary.replaceAll("\n", " ")}`, `${new URL(tab.url()).pathname} (${name}, ${width})`);
  }
}

/** In the page: its clock stands at that instant, and it looks at it again. */
function move(now) {
  Date.now = () => now;
  document.dispatchEvent(new Event("visibilitychange"));
}

test("axe finds nothing on any page: in light, dark and forced colours, at three widths, whatever state a recruitment is in", async () => {
  const findings = new Findings();
  const kinds = new Set(site.kinds);
  const shown = new Set();
  await withTabs(site, {}, site.walked, async (tab, path) => {
    await tab.emulateMedia(LIGHT);
    await tab.goto(site.origin + path);
    await tab.evaluate(axe);
    await tab.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    // A page that is looked at for single elements has its kind's frame, whose turns of width are seen on another.
    await look(tab, ALL, "light", findings, kinds.has(path) ? WIDTHS : [NARROW, WIDE]);
    // No element changes its colours with the width of a window, but some are seen at one width alone.
    await tab.emulateMedia(COLOURS.dark);
    await look(tab, COLOUR, "dark", findings, kinds.has(path) ? [WIDE, NARROW] : [WIDE]);
    await tab.emulateMedia(COLOURS["forced colours"]);
    await look(tab, COLOUR, "forced colours", findings, [NARROW]);
    if (!site.files.get(path).body.includes("data-windows=")) return;
    for (const now of MOMENTS) {
      await tab.evaluate(move, Date.parse(now));
      for (const badge of await tab.locator("[data-windows]").evaluateAll((all) => all.map((badge) => badge.className))) shown.add(badge);
      for (const [name, colours] of [["light", LIGHT], ...Object.entries(COLOURS)]) {
        await tab.emulateMedia(colours);
        await look(tab, COLOUR, `${name}, ${now}`, findings, [WIDE]);
      }
    }
  });
  findings.none();
  for (const state of ["open", "closing-soon", "upcoming"]) assert.ok([...shown].some((names) => names.split(" ").includes(state)), `no recruitment was ${state}: ${[...shown]}`);
});

// Minutes: these pages have the frame and the parts of the guide's, and texts test what languages are marked.
const RARELY = { skip: process.env.EVERY_PAGE ? false : "only with --all" };

test("axe finds nothing on a page of each kind in each of nine languages, at two widths", RARELY, async () => {
  const languages = await Published.open({ root: join(repository, "tests/sites/languages") });
  const findings = new Findings();
  const shown = new Set();
  try {
    await withTabs(languages, {}, languages.kinds, async (tab, path) => {
      await tab.emulateMedia(LIGHT);
      await tab.goto(languages.origin + path);
      await tab.evaluate(axe);
      shown.add(await tab.evaluate(() => document.documentElement.lang));
      await look(tab, ALL, "light", findings, [NARROW, WIDE]);
    });
  } finally {
    await languages.close();
  }
  findings.none();
  assert.ok(shown.size >= 9, [...shown].join());
});

test("axe sees a mistake", async () => {
  const findings = new Findings();
  const tab = await site.tab();
  await tab.emulateMedia(LIGHT);
  await tab.goto(`${site.origin}/en/`);
  await tab.evaluate(axe);
  await tab.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<img src="data:,">'));
  await tab.evaluate(() => (document.querySelector("main p").style.color = "#eee"));
  await look(tab, ALL, "mistaken", findings);
  assert.match(findings.text(), /image-alt/);
  assert.match(findings.text(), /color-contrast/);
});
