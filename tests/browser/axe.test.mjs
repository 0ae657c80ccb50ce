// Every page of the guide in the eyes of axe: WCAG 2.0 to 2.2, A and AA, and axe's own best practices.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Findings, Published, withTabs } from "./published.mjs";
import { closeBrowser } from "./support.mjs";

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

/** Runs the rules on what the tab shows, at each width, and notes what they say. */
async function look(tab, rules, name, findings) {
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 800 });
    const found = await tab.evaluate(async (rules) => {
      const { violations } = await globalThis.axe.run(document, rules);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.html.slice(0, 160), node.failureSummary]));
    }, rules);
    for (const [id, html, summary] of found) findings.note(`${id}: ${html}\n    ${summary.replaceAll("\n", " ")}`, `${new URL(tab.url()).pathname} (${name}, ${width})`);
  }
}

test("axe finds nothing on any page, in light, dark and forced colours, at three widths", async () => {
  const findings = new Findings();
  await withTabs(site, {}, site.walked, async (tab, path) => {
    await tab.emulateMedia(LIGHT);
    await tab.goto(site.origin + path);
    await tab.evaluate(axe);
    await tab.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await look(tab, ALL, "light", findings);
    for (const [name, colours] of Object.entries(COLOURS)) {
      await tab.emulateMedia(colours);
      await look(tab, COLOUR, name, findings);
    }
  });
  findings.none();
});

test("axe finds nothing on a page that shows an open, closing or coming recruitment", async () => {
  const findings = new Findings();
  const live = site.walked.filter((path) => site.files.get(path).body.includes("data-windows="));
  assert.ok(live.length > 5, `${live.length} pages show a state`);
  for (const now of MOMENTS) {
    await withTabs(site, { now }, live, async (tab, path) => {
      await tab.emulateMedia(LIGHT);
      await tab.goto(site.origin + path);
      await tab.evaluate(axe);
      for (const [name, colours] of [["light", LIGHT], ...Object.entries(COLOURS)]) {
        await tab.emulateMedia(colours);
        await look(tab, COLOUR, `${name}, ${now}`, findings);
      }
    });
  }
  findings.none();
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
