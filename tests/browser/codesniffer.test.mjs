// Every page of the guide in the eyes of HTML_CodeSniffer, a second engine beside axe. Its warnings and notices ask for a person's judgement.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Findings, Published, withTabs } from "./published.mjs";
import { closeBrowser } from "./support.mjs";

const sniffer = await readFile(new URL("../node_modules/html_codesniffer/build/HTMLCS.js", import.meta.url), "utf8");

let site;
before(async () => (site = await Published.open()));
after(async () => {
  await closeBrowser();
  await site?.close();
});

/** Its errors on the page that the tab shows: [rule, message, element]. */
function errors(tab) {
  return tab.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const { HTMLCS } = globalThis;
        const say = () => resolve(HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR).map(({ code, msg, element }) => [code, msg, element.outerHTML?.slice(0, 160) ?? ""]));
        HTMLCS.process("WCAG2AA", document, say, () => reject(new Error("it cannot load its standard")));
      }),
  );
}

test("HTML_CodeSniffer finds no error of WCAG 2 AA on any page, in light and in dark", async () => {
  const findings = new Findings();
  await withTabs(site, { viewport: { width: 390, height: 844 } }, site.walked, async (tab, page) => {
    await tab.emulateMedia({ colorScheme: "light" });
    await tab.goto(site.origin + page);
    await tab.evaluate(sniffer);
    await tab.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    for (const colorScheme of ["light", "dark"]) {
      await tab.emulateMedia({ colorScheme });
      for (const [code, message, element] of await errors(tab)) findings.note(`${code}: ${message}\n    ${element}`, `${page} (${colorScheme})`);
    }
  });
  findings.none();
});

test("HTML_CodeSniffer sees a mistake", async () => {
  const tab = await site.tab();
  await tab.goto(`${site.origin}/en/`);
  await tab.evaluate(sniffer);
  await tab.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<img src="data:,">'));
  assert.ok((await errors(tab)).some(([code]) => code.includes("1_1_1")));
});
