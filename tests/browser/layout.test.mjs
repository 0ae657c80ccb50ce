// Pages on a narrow screen, zoomed, with wider spacing, under a finger and under a keyboard.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { familiesOf, FONT, FONTS, JAPANESE } from "./fonts.mjs";
import { Findings, Published, withTabs } from "./published.mjs";
import { closeBrowser, repository } from "./support.mjs";

/** 320 px wide, or 1280 by 1024 at 400 %. */
const NARROW = { width: 320, height: 256 };
const WIDE = { width: 1280, height: 800 };

let site;
before(async () => (site = await Published.open()));
after(async () => {
  await closeBrowser();
  await site?.close();
});

/** In the page: what is wrong with its layout, as [finding, detail]. */
function survey({ targets }) {
  const found = [];
  const root = document.scrollingElement;
  const name = (element) => {
    const parts = [];
    for (let at = element; at && at !== document.body && parts.length < 3; at = at.parentElement) parts.unshift(at.localName + [...at.classList].map((name) => `.${name}`).join(""));
    return parts.join(" > ");
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const text = (element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 60);
  if (root.scrollWidth > root.clientWidth) found.push(["the page scrolls sideways", `${root.scrollWidth} px`]);
  // Hidden from eyes on purpose, for screen readers.
  const unseen = (element) => getComputedStyle(element).clipPath !== "none";
  for (const element of document.querySelectorAll("body *")) {
    if (!shown(element) || element.closest("svg *") || element.closest("rt, rp")) continue;
    // A table's frame may scroll, and what is in it.
    const framed = element.closest(".table");
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const aside = element.matches(".skip") || element.closest(".skip");
    if (framed || aside || unseen(element)) continue;
    const out = (element) => ((box) => box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1))(element.getBoundingClientRect());
    if (out(element) && ![...element.children].some((child) => child.localName !== "rt" && out(child))) found.push([`sticks out of the page: ${name(element)}`, text(element)]);
    // A reading that is longer than its word reaches over its neighbours.
    if (style.display === "inline" || style.display === "ruby" || element.closest("select")) continue;
    for (const part of element.childNodes) {
      if (part.nodeType !== Node.TEXT_NODE || !part.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(part);
      const words = range.getBoundingClientRect();
      // A closing sign of full width is blank in its second half: some browsers let that hang at the end of a line.
      const blank = /[）」』】〕］｝〉》、。，．]/.test(part.data) ? parseFloat(style.fontSize) / 2 : 0;
      if (words.right > box.right + 2 + blank || words.left < box.left - 2) found.push([`its words are wider than it: ${name(element)}`, `${text(element)} (${Math.round(words.width)} in ${Math.round(box.width)})`]);
    }
    if (style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) found.push([`is cut off or scrolls sideways: ${name(element)}`, text(element)]);
    if (style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1) found.push([`is cut off: ${name(element)}`, text(element)]);
  }
  for (const brand of document.querySelectorAll(".brand a")) {
    const [size, box] = [parseFloat(getComputedStyle(brand).fontSize), brand.getBoundingClientRect()];
    if (brand.textContent.trim().length > 3 && box.width < 3 * size) found.push(["the site's name stands in a column", text(brand)]);
  }
  // A line may end between a date and its time of day, where the page says so, and nowhere else.
  for (const date of document.querySelectorAll("time, .date")) {
    if (!shown(date)) continue;
    const parts = document.createTreeWalker(date, NodeFilter.SHOW_TEXT);
    for (let part; (part = parts.nextNode()); ) {
      const range = document.createRange();
      range.selectNodeContents(part);
      const tops = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
      if (tops.size > 1) found.push([`a date breaks: ${name(date)}`, text(date)]);
    }
  }
  if (!targets) return found;
  const main = ".menu a, .menu summary, .languages a, button, select, summary, .ask, .go, .board a.more, .departures li > a";
  const all = [...document.querySelectorAll("a[href], button, select, summary, input, .ask")].filter(
    (target) => shown(target) && !target.matches(".skip") && !(target.matches("input") && target.closest("label")),
  );
  const boxes = all.map((target) => target.getBoundingClientRect());
  for (const [at, target] of all.entries()) {
    // A link in a sentence is as high as its line: what holds it has other words, too.
    let block = target.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const links = [...block.querySelectorAll("a")].map((link) => link.textContent.trim()).join("");
    const inSentence = getComputedStyle(target).display === "inline" && block.textContent.replace(/\s/g, "").length > links.replace(/\s/g, "").length;
    const isMain = target.matches(main);
    if (inSentence && !isMain) continue;
    const { width, height, left, top } = boxes[at];
    const least = isMain ? 44 : 24;
    // A short word may be narrower where no other target is near: WCAG's exception for spacing.
    const [x, y] = [left + width / 2, top + height / 2];
    const near = (box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < 12;
    if (!isMain && height >= 23.5 && !boxes.some((box, other) => other !== at && near(box))) continue;
    if (width < least - 0.5 || height < least - 0.5) found.push([`smaller than ${least} px: ${name(target)}`, `${text(target)} (${Math.round(width)} × ${Math.round(height)})`]);
  }
  return found;
}

/** The lowest letters of any usual font, such as Hiragino's: as high as the font's size. */
async function lower(family) {
  const face = new FontFace("Low", `local("${family}")`, { ascentOverride: "88%", descentOverride: "12%", lineGapOverride: "0%" });
  document.fonts.add(await face.load());
  for (const name of ["--sans", "--sans-ja"]) document.documentElement.style.setProperty(name, `Low, "Noto Sans CJK JP"`);
}

/** The least that WCAG 1.4.12 lets readers ask for. */
function space() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  document.adoptedStyleSheets = [sheet];
}

for (const [font, [family]] of Object.entries(FONTS)) test(`in ${family} nothing scrolls sideways but tables, nothing is cut off, no date breaks, targets are large enough`, async () => {
  const findings = new Findings();
  assert.ok(site.walked.length > 40, `${site.walked}`);
  // Letters of another size change how much room there is, and that a page of each kind shows.
  await withTabs(site, { font }, font === FONT ? site.walked : site.kinds, async (tab, page) => {
    const look = async (how, options) => {
      for (const [finding, detail] of await tab.evaluate(survey, options)) findings.note(finding, `${page} (${how}: ${detail})`);
    };
    await tab.setViewportSize(WIDE);
    await tab.goto(site.origin + page);
    const families = await familiesOf(tab, "main h1, h1");
    for (const other of families) if (![family, JAPANESE].includes(other)) findings.note(`is written in ${other}: is ${family} installed?`, page);
    await look("wide", { targets: true });
    await tab.setViewportSize(NARROW);
    await look("narrow, menu closed", { targets: false });
    await tab.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await look("narrow", { targets: true });
    await tab.evaluate(space);
    await look("narrow, spaced", { targets: false });
    await tab.setViewportSize(WIDE);
    await look("wide, spaced", { targets: false });
  });
  findings.none();
});

test("targets are large enough in a font of low letters", async () => {
  const findings = new Findings();
  const [family] = FONTS[FONT];
  await withTabs(site, { viewport: WIDE }, site.walked, async (tab, page) => {
    await tab.goto(site.origin + page);
    await tab.evaluate(lower, family);
    for (const [finding, detail] of await tab.evaluate(survey, { targets: true })) findings.note(finding, `${page} (${detail})`);
  });
  findings.none();
});

/** A site in nine languages, with long words and long names. */
const LANGUAGES = join(repository, "tests/sites/languages");

test("at 400 % the header leaves the page readable, and its words keep clear of each other", async () => {
  const nine = await Published.open({ root: LANGUAGES });
  try {
    const homes = (site) => site.pages.filter((page) => /^\/[\w-]+\/$/.test(page)).map((page) => site.origin + page);
    const pages = [...homes(site), ...homes(nine)];
    assert.ok(pages.length >= 11, `${pages}`);
    const tab = await nine.tab({ viewport: NARROW });
    for (const page of pages) {
      await tab.goto(page);
      const { header, position, gap } = await tab.evaluate(() => {
        const words = document.createRange();
        words.selectNodeContents(document.querySelector(".menu summary"));
        const [word, box] = [words, document.querySelector(".site-search")].map((one) => one.getBoundingClientRect());
        const header = document.querySelector(".site-header");
        return { header: header.offsetHeight, position: getComputedStyle(header).position, gap: Math.max(box.left - word.right, word.left - box.right) };
      });
      assert.ok(header <= NARROW.height / 2, `${page}: ${header} of ${NARROW.height} px`);
      assert.ok(!["sticky", "fixed"].includes(position), page);
      assert.ok(gap >= 6, `${page}: ${gap} px between the menu's word and the box`);
    }
    await tab.context().close();
  } finally {
    await nine.close();
  }
});

test("three kana over a character hardly move it", async () => {
  const tab = await site.tab({ viewport: { width: 390, height: 844 } });
  let seen = 0;
  for (const page of ["/ja/terms/clinical-training/", "/ja/organizations/mhlw/", "/ja/journeys/licence-route/"]) {
    await tab.goto(site.origin + page);
    const rubies = await tab.evaluate(() => {
      const three = [...document.querySelectorAll("main ruby")].filter((ruby) => [...ruby.querySelectorAll("rt")].some((rt) => rt.textContent.length > 2));
      const widths = () => three.map((ruby) => ruby.getBoundingClientRect().width);
      const read = widths();
      const kana = three.map((ruby) => [Boolean(ruby.closest("h1")), [...ruby.querySelectorAll("rt")].every((rt) => rt.textContent.length < 4)]);
      document.documentElement.dataset.furigana = "off";
      const plain = widths();
      return read.map((width, i) => [three[i].textContent, width / plain[i], ...kana[i]]);
    });
    for (const [name, stretch, isTitle, divides] of rubies.filter(([, , , divides]) => divides)) {
      seen += 1;
      assert.ok(stretch < (isTitle ? 1.06 : 1.2), `${name}: ${stretch}`);
    }
  }
  assert.ok(seen > 2);
  await tab.context().close();
});

test("on a phone answers that are compared leave no white beside each other, and none is off the page", async () => {
  for (const width of [320, 390]) {
    const tab = await site.tab({ viewport: { width, height: 844 } });
    await tab.goto(`${site.origin}/en/compare/`);
    const many = await tab.locator(".compare table:has(thead th:nth-child(4)) td").evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
    assert.ok(many.length > 20);
    assert.ok(many.every((cell) => cell > width * 0.85), `${width}: each of three answers has the whole width`);
    const ids = await tab.locator(".compare [data-program]").evaluateAll((links) => links.map((link) => link.dataset.program));
    await tab.goto(`${site.origin}/en/compare/?p=${ids.slice(0, 2)}`);
    await tab.waitForFunction(() => document.querySelectorAll(".compare thead th").length === 3);
    const rows = await tab.locator(".compare tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].slice(1).map((cell) => cell.getBoundingClientRect()).map(({ top, right }) => [top, right])));
    for (const [[top, right], [other, end]] of rows) assert.ok(top === other && right < end && end <= width, `${width}: two stand side by side`);
    await tab.context().close();
  }
});

test("no word of a question is broken beside the answers that are compared", async () => {
  for (const width of [900, 1280]) {
    const tab = await site.tab({ viewport: { width, height: 844 } });
    await tab.goto(`${site.origin}/en/compare/`);
    const broken = await tab.locator(".compare tbody th").evaluateAll((heads) =>
      heads.flatMap((head) => {
        const text = head.firstChild;
        return [...text.data.matchAll(/\S+/g)].filter((word) => {
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          return new Set([...range.getClientRects()].map((box) => box.top)).size > 1;
        });
      }).map(([word]) => word),
    );
    assert.deepEqual(broken, [], `${width}`);
    await tab.context().close();
  }
});

/** In the page: what has the focus, and what is wrong with how it shows. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const wrong = [];
  const style = getComputedStyle(element);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("has no outline");
  const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const inView = boxes.filter((box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth);
  if (!inView.length) wrong.push("is not in view");
  // Seen at one point at least: the middle of a line, or its beginning.
  const seen = inView.some((box) =>
    [0.5, 0.1, 0.9].some((part) => {
      const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width * part));
      const y = Math.min(innerHeight - 1, Math.max(0, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2));
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    }),
  );
  if (inView.length && !seen) wrong.push("is covered");
  element.dataset.seen ??= "0";
  element.dataset.seen = String(Number(element.dataset.seen) + 1);
  return { html: element.outerHTML.slice(0, 120), again: Number(element.dataset.seen) > 1, wrong };
}

test("by keyboard alone everything is reached in turn, in view, with an outline", async () => {
  const findings = new Findings();
  // Without smooth scrolling, which takes its time.
  await withTabs(site, { reducedMotion: "reduce" }, site.kinds, async (tab, page) => {
    for (const size of [{ width: 320, height: 480 }, WIDE]) {
      await tab.setViewportSize(size);
      await tab.goto(site.origin + page);
      const where = `${page} (${size.width})`;
      const expected = await tab.evaluate(() => {
        const all = [...document.querySelectorAll('a[href], button, select, summary, input, [tabindex="0"]')];
        return all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !element.disabled).length;
      });
      let reached = 0;
      for (; reached <= expected; reached += 1) {
        await tab.keyboard.press("Tab");
        const state = await tab.evaluate(focused);
        if (!state || state.again) break;
        for (const wrong of state.wrong) findings.note(`the focus ${wrong}: ${state.html}`, where);
      }
      if (reached < expected) findings.note(`the keyboard reaches ${reached} of ${expected}`, where);
    }
  });
  findings.none();
});

test("the keyboard skips to the contents, opens the menu, ticks, and turns settings", async () => {
  const tab = await site.tab({ viewport: { width: 320, height: 480 } });
  const page = site.pages.find((page) => page.startsWith("/ja/programs/") && site.files.get(page).body.includes('class="self-check"'));
  await tab.goto(site.origin + page);
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  assert.equal(await tab.evaluate(() => location.hash), "#main");
  await tab.keyboard.press("Tab");
  assert.ok(await tab.evaluate(() => document.activeElement.closest("main") !== null), "the focus goes on in the contents");
  await tab.locator(".menu summary").focus();
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  assert.ok(await tab.evaluate(() => document.activeElement.matches(".menu a")), "the menu opens");
  await tab.locator(".self-check input").first().focus();
  await tab.keyboard.press("Space");
  assert.ok(await tab.locator(".self-check input").first().isChecked());
  await tab.locator('[data-setting="scheme"]').focus();
  await tab.keyboard.press("Enter");
  assert.equal(await tab.evaluate(() => document.documentElement.dataset.scheme), "dark");
  await tab.context().close();
});

test("of what stands in the place of a condition, one is to be ticked", async () => {
  const tab = await site.tab();
  await tab.goto(`${site.origin}/en/programs/kanazawa-clinical-training/`);
  const met = tab.locator(".self-check .verdict .met");
  const options = tab.locator(".self-check .choice .option");
  assert.equal(await options.count(), 2);
  for (const need of await tab.locator(".self-check .need").all()) await need.check();
  assert.ok(!(await met.isVisible()), "the choice is open");
  await options.nth(1).check();
  assert.ok(await met.isVisible(), "the alternative is enough");
  await tab.reload();
  assert.ok(await met.isVisible(), "ticks are kept");
  await options.nth(1).uncheck();
  assert.ok(!(await met.isVisible()));
  await tab.context().close();
});
