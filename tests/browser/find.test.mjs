// Filters, comparison and sorting: what scripts add to pages that are complete without them.

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

test("filters combine, stand in the address, say when nothing is left, and are cleared", async () => {
  const tab = await site.tab();
  await tab.goto(`${site.origin}/ja/programs/`);
  const cards = tab.locator("main .card:visible");
  const all = await cards.count();
  const selects = tab.locator(".filters select");
  assert.ok((await selects.count()) > 1);
  const option = await selects.first().locator("option").nth(1).getAttribute("value");
  await selects.first().selectOption(option);
  await tab.waitForFunction((all) => document.querySelectorAll("main .card:not([hidden])").length < all, all);
  const some = await cards.count();
  assert.ok(some > 0 && tab.url().includes(option));
  await tab.reload();
  await tab.waitForFunction((some) => document.querySelectorAll("main .card:not([hidden])").length === some, some);
  assert.equal(await selects.first().inputValue(), option, "the address holds the choice");
  // Some second value leaves nothing, and that is said.
  const second = selects.nth(1);
  for (const value of await second.locator("option").evaluateAll((all) => all.slice(1).map((one) => one.value))) {
    await second.selectOption(value);
    await tab.waitForFunction(() => document.querySelector(".filters [role=status]").textContent !== "");
    assert.ok((await cards.count()) <= some);
    if ((await cards.count()) === 0) assert.ok((await tab.locator(".filters [role=status]").textContent()).length > 10);
  }
  await tab.locator(".filters button").click();
  await tab.waitForFunction((all) => document.querySelectorAll("main .card:not([hidden])").length === all, all);
  assert.equal(new URL(tab.url()).search, "");
  await tab.context().close();
});

test("up to four programs stand side by side, and the address holds the choice", async () => {
  const tab = await site.tab();
  await tab.goto(`${site.origin}/en/compare/`);
  const programs = await tab.locator(".compare [data-program]").count();
  await tab.locator(".chooser summary").click();
  const boxes = tab.locator(".chooser input");
  assert.equal(await boxes.count(), programs);
  // From the first table and the last, so that their questions differ.
  for (const at of [0, 1, programs - 2, programs - 1]) await boxes.nth(at).check();
  const rows = tab.locator(".compare tr");
  const cells = await rows.evaluateAll((rows) => rows.map((row) => row.cells.length));
  assert.ok(cells.length > 5 && cells.every((count) => count === 5), `${cells}`);
  const empty = await rows.evaluateAll((rows) => rows.filter((row) => [...row.cells].some((cell) => !cell.textContent.trim())).length);
  assert.equal(empty, 0, "every question has an answer, or that there is none");
  assert.ok(await boxes.nth(2).isDisabled());
  await tab.goto(tab.url());
  await tab.waitForFunction(() => document.querySelectorAll(".compare thead th").length === 5);
  await boxes.evaluateAll((boxes) => boxes.filter((box) => box.checked).forEach((box) => box.click()));
  assert.equal(await tab.locator(".compare [data-program]").count(), programs);
  await tab.context().close();
});

test("a letter knows the profession that the reader has chosen, and its message, too", async () => {
  const tab = await site.tab();
  await tab.goto(`${site.origin}/en/can-i/doctor/observe/`);
  await tab.locator("main a[href*='letter/?as=doctor']").first().click();
  await tab.waitForFunction(() => document.querySelector(".letter-text").textContent.includes("I am a Doctor"));
  assert.ok(!(await tab.locator(".letter-text").allTextContents()).some((text) => text.includes("[profession]") || text.includes("［職種］")));
  for (const mail of await tab.locator(".letters a[href^=mailto]").evaluateAll((links) => links.map((link) => decodeURIComponent(link.href)))) assert.ok(!mail.includes("[profession]") && !mail.includes("［職種］"));
  await tab.goto(tab.url().replace("doctor", "nobody"));
  assert.ok((await tab.locator(".letter-text").first().textContent()).includes("[profession]"));
  await tab.context().close();
});

test("fees are sorted by a column, what is not known last either way", async () => {
  const tab = await site.tab();
  await tab.goto(`${site.origin}/en/fees/`);
  const column = await tab.locator(".sortable thead th").evaluateAll((heads) => heads.findIndex((head) => document.querySelector(`.sortable tbody tr :nth-child(${[...head.parentElement.children].indexOf(head) + 1}) data`)));
  assert.ok(column >= 0, "a column has amounts");
  for (const direction of ["ascending", "descending"]) {
    await tab.locator(".sortable thead th button").nth(column).click();
    assert.equal(await tab.locator(".sortable thead th").nth(column).getAttribute("aria-sort"), direction);
    const values = await tab.locator(".sortable tbody tr").evaluateAll((rows, column) => rows.map((row) => row.cells[column].querySelector("data")?.value ?? null), column);
    const known = values.filter((value) => value !== null).map(Number);
    assert.deepEqual(values.slice(0, known.length), values.filter((value) => value !== null), "what is not known stands last");
    assert.deepEqual(known, [...known].sort((a, b) => (direction === "ascending" ? a - b : b - a)));
  }
  await tab.context().close();
});
