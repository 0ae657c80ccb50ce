// The meaning of a term where it is named: on hover, focus and tap, and a link to the glossary without any script.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Published } from "./published.mjs";
import { closeBrowser } from "./support.mjs";

let site;
before(async () => (site = await Published.open()));
after(async () => {
  await closeBrowser();
  await site?.close();
});

/** A page whose prose names terms that nobody has linked. */
const PAGE = "/en/programs/practical-training/";
const FIRST = "main .lead a.term, main .prose a.term";

/** Opens the page; its first term that is marked, and the box in which its meaning is shown. */
async function visit(options) {
  const tab = await site.tab(options);
  if (options?.javaScriptEnabled !== false) await tab.clock.install();
  await tab.goto(site.origin + PAGE);
  return { tab, term: tab.locator(FIRST).first(), box: tab.locator(".meaning:popover-open") };
}

/** What the term's own page says. */
async function meaningOf(tab, term) {
  const href = await term.getAttribute("href");
  const other = await tab.context().newPage();
  await other.goto(new URL(href, site.origin).href);
  const text = await other.locator("[aria-labelledby='sec-definition'] > p").innerText();
  await other.close();
  return text;
}

test("hover shows the meaning; it stays while the pointer is on it, goes with the pointer, and Escape dismisses it", async () => {
  const { tab, term, box } = await visit();
  const meaning = await meaningOf(tab, term);
  assert.ok(meaning.length > 20);
  await term.hover();
  await box.waitFor();
  assert.equal(await box.innerText(), meaning);
  assert.equal(await term.getAttribute("aria-describedby"), await box.getAttribute("id"));
  const { x, y, width, height } = await box.boundingBox();
  const window = tab.viewportSize();
  assert.ok(x >= 0 && y >= 0 && x + width <= window.width && y + height <= window.height, "all of it is in the window");
  // Hoverable and persistent (WCAG 1.4.13): a minute later it is still there.
  await tab.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
  await tab.clock.runFor(60_000);
  assert.ok(await box.isVisible());
  assert.equal(await box.locator("a").count(), 0, "nothing in it has to be reached by keyboard");
  await tab.mouse.move(2, 2, { steps: 4 });
  await box.waitFor({ state: "hidden" });
  // Dismissible without moving the pointer.
  await term.hover();
  await box.waitFor();
  await tab.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
  assert.equal(await term.getAttribute("aria-describedby"), null);
  await tab.context().close();
});

test("the focus shows the meaning without taking it away, Escape and the next stop hide it, Enter follows the link", async () => {
  const { tab, term, box } = await visit();
  await term.focus();
  await box.waitFor();
  await tab.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
  assert.ok(await term.evaluate((term) => document.activeElement === term), "the focus stays on the term");
  await tab.keyboard.press("Shift+Tab");
  await tab.keyboard.press("Tab");
  await box.waitFor();
  await tab.keyboard.press("Shift+Tab");
  await box.waitFor({ state: "hidden" });
  await tab.keyboard.press("Tab");
  const href = await term.getAttribute("href");
  await Promise.all([tab.waitForURL((url) => url.pathname === href), tab.keyboard.press("Enter")]);
  await tab.context().close();
});

test("the first tap shows the meaning, a tap elsewhere hides it, and the second tap follows the link", async () => {
  const { tab, term, box } = await visit({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const href = await term.getAttribute("href");
  // The second time, the meaning is known before the tap is over.
  for (const time of ["first", "second"]) {
    await term.tap();
    await box.waitFor();
    // It stays until the next tap, however long the reader reads.
    await tab.clock.runFor(60_000);
    assert.ok(await box.isVisible(), `the ${time} time`);
    assert.equal(new URL(tab.url()).pathname, PAGE, `the ${time} time`);
    await tab.locator("h1").tap();
    await box.waitFor({ state: "hidden" });
  }
  await term.tap();
  await box.waitFor();
  await Promise.all([tab.waitForURL((url) => url.pathname === href), term.tap()]);
  await tab.context().close();
});

test("without scripts a term is a link to its page in the glossary", async () => {
  const { tab, term } = await visit({ javaScriptEnabled: false });
  const href = await term.getAttribute("href");
  assert.match(href, /^\/en\/terms\//);
  await Promise.all([tab.waitForURL((url) => url.pathname === href), term.click()]);
  assert.ok((await tab.locator("[aria-labelledby='sec-definition'] > p").innerText()).length > 20);
  await tab.context().close();
});
