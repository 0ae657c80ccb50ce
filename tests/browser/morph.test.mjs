// The exchange in place, on thousands of random pairs of pages: it always arrives at the new one, and moves no more than it must.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, Desk } from "./support.mjs";

let desk;
let page;
before(async () => {
  desk = await Desk.open("en");
  page = await desk.visit("/en/");
  await page.evaluate(() => {
    /** Numbers from a seed, so that a failure can be had again (mulberry32). */
    window.numbers = (seed) => () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const NAMES = ["p", "li", "ul", "section", "h2", "a", "details", "input", "table", "bdi"];
    window.tree = (random, depth = 0) => {
      const pick = (list) => list[Math.floor(random() * list.length)];
      const element = document.createElement(depth ? pick(NAMES) : "div");
      if (random() < 0.3) element.id = pick(["a", "b", "c", "d", "e"]);
      if (random() < 0.3) element.className = pick(["x", "y"]);
      if (random() < 0.2) element.setAttribute("open", "");
      if (element.nodeName === "A") element.setAttribute("href", pick(["/1", "/2", "/3"]));
      const count = depth > 3 || element.nodeName === "INPUT" ? 0 : Math.floor(random() * 5);
      for (let i = 0; i < count; i += 1) {
        const what = random();
        if (what < 0.35) element.append(pick(["one", "two", "three four", "日本", ""]));
        else if (what < 0.4) element.append(document.createComment(pick(["c", "d"])));
        else element.append(window.tree(random, depth + 1));
      }
      return element;
    };
    /** A few edits: what an editor does to a page. */
    window.edited = (random, root) => {
      const copy = root.cloneNode(true);
      for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits -= 1) {
        const all = [copy, ...copy.querySelectorAll("*")];
        const one = all[Math.floor(random() * all.length)];
        const what = random();
        if (what < 0.2 && one !== copy) one.remove();
        else if (what < 0.4) one.insertBefore(window.tree(random, 2), one.childNodes[Math.floor(random() * (one.childNodes.length + 1))] ?? null);
        else if (what < 0.6) one.append("more text");
        else if (what < 0.8 && one.firstChild) one.append(one.firstChild);
        else one.setAttribute("title", String(random()).slice(0, 4));
      }
      return copy;
    };
  });
});
after(async () => {
  await desk.close();
  await closeBrowser();
});

test("two unrelated pages: what was one becomes the other", async () => {
  const wrong = await page.evaluate(async () => {
    const { exchangeElement } = await import("/_annai/morph.js");
    const failures = [];
    for (let seed = 1; seed <= 5000; seed += 1) {
      const random = window.numbers(seed);
      const [base, next] = [window.tree(random), window.tree(random)];
      const live = base.cloneNode(true);
      exchangeElement(live, base, next);
      if (!live.isEqualNode(next)) failures.push({ seed, live: live.outerHTML, next: next.outerHTML });
    }
    return failures.slice(0, 2);
  });
  assert.deepEqual(wrong, []);
});

test("an edited page, connected and step by step: the same, and an equal page is not touched", async () => {
  const wrong = await page.evaluate(async () => {
    const { exchangeElement } = await import("/_annai/morph.js");
    const failures = [];
    const place = document.createElement("div");
    document.body.append(place);
    for (let seed = 1; seed <= 1000; seed += 1) {
      const random = window.numbers(seed);
      let base = window.tree(random);
      const live = base.cloneNode(true);
      place.replaceChildren(live);
      for (let step = 0; step < 5; step += 1) {
        const next = window.edited(random, base);
        const unchanged = base.isEqualNode(next);
        const records = new MutationObserver(() => {});
        records.observe(live, { subtree: true, childList: true, attributes: true, characterData: true });
        exchangeElement(live, base, next);
        if (!live.isEqualNode(next)) failures.push({ seed, step, live: live.outerHTML, next: next.outerHTML });
        if (unchanged && records.takeRecords().length > 0) failures.push({ seed, step, touched: true });
        records.disconnect();
        base = next;
      }
    }
    place.remove();
    return failures.slice(0, 2);
  });
  assert.deepEqual(wrong, []);
});

test("what reader and scripts did to a part that has not changed stays, wherever the rest moves", async () => {
  const wrong = await page.evaluate(async () => {
    const { exchangeElement } = await import("/_annai/morph.js");
    const failures = [];
    for (let seed = 1; seed <= 2000; seed += 1) {
      const random = window.numbers(seed);
      const around = window.tree(random);
      const own = document.createElement("details");
      own.id = "own";
      own.innerHTML = "<summary>s</summary><p>p</p>";
      const base = around.cloneNode(true);
      base.insertBefore(own, base.childNodes[Math.floor(random() * base.childNodes.length)] ?? null);
      const live = base.cloneNode(true);
      const mine = live.querySelector("#own");
      mine.open = true;
      mine.append("by a script");
      const other = window.edited(random, around);
      const next = other.cloneNode(true);
      next.insertBefore(own.cloneNode(true), next.childNodes[Math.floor(random() * next.childNodes.length)] ?? null);
      exchangeElement(live, base, next);
      if (mine !== live.querySelector("#own") || !mine.open || !mine.textContent.endsWith("by a script")) failures.push({ seed });
    }
    return failures.slice(0, 5);
  });
  assert.deepEqual(wrong, []);
});
