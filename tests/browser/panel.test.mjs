// Errors never blank a page: they stand under it, in the editor's language, and go when they are mended.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { closeBrowser, Desk, lineOf, pause, until } from "./support.mjs";

const RECORD = "content/hospitals/kanazawa-university.yaml";
const OTHER = "content/hospitals/mie-university.yaml";

after(closeBrowser);

for (const lang of ["ja", "en"]) {
  describe(`panel and bar, ${lang}`, () => {
    const address = `/${lang}/hospitals/kanazawa-university/`;
    let desk;
    let originals;
    before(async () => {
      desk = await Desk.open(lang);
      originals = [[RECORD, await desk.read(RECORD)], [OTHER, await desk.read(OTHER)]];
    });
    afterEach(async () => {
      assert.deepEqual(await desk.leave(), []);
      for (const [path, text] of originals) await desk.write(path, text);
    });
    after(() => desk.close());

    const sheet = (page) => page.locator("annai-dock #sheet-findings");
    const broken = "naem: {ja: 誤り, en: mistake}\n";

    test("a mistake shows under the page with file, line and column, and goes when it is mended", async () => {
      const page = await desk.visit(address);
      const heading = await page.locator("main h1").textContent();
      await desk.write(RECORD, originals[0][1] + broken);
      await sheet(page).locator(".finding.error").waitFor();
      const line = lineOf(originals[0][1] + broken, "naem");
      const place = sheet(page).locator("#here ~ .findings .path").first();
      assert.equal(await place.textContent(), `${RECORD}:${line}:1`);
      assert.match(await place.getAttribute("href"), new RegExp(`^vscode://file/.*${RECORD}:${line}:1$`));
      const finding = sheet(page).locator(".finding").first();
      assert.match(await finding.locator("pre").textContent(), /naem: .*\n.*\^\^\^\^/);
      assert.match(await finding.locator(".message").textContent(), lang === "ja" ? /項目/ : /\bnaem\b/);
      assert.ok((await finding.locator(".help").textContent()).length > 0);
      assert.equal(await page.locator("annai-dock .dock").getAttribute("lang"), lang);
      assert.equal(await page.locator("main h1").textContent(), heading);
      assert.match(await page.locator("annai-dock .said").textContent(), /kanazawa-university\.yaml/);
      await desk.write(RECORD, originals[0][1]);
      await sheet(page).waitFor({ state: "detached" });
    });

    test("the caret stands under the marked characters, after Japanese text too", async () => {
      const page = await desk.visit(address);
      const prose = "content/hospitals/kanazawa-university.ja.md";
      await desk.write(prose, "## 見出し\n\n病院です。詳しくは[[hospital/nowhere]]をご覧ください。\n");
      const pre = sheet(page).locator(".finding.error pre", { hasText: "[[hospital/nowhere]]" });
      await pre.waitFor();
      const off = await pre.evaluate((pre) => {
        // Left edges of the characters, and how many columns each takes in a terminal.
        const lines = [[]];
        const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let at = 0; at < node.length; at += 1) {
            if (node.data[at] === "\n") {
              lines.push([]);
              continue;
            }
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const cell = node.parentElement === pre ? range : node.parentElement;
            lines.at(-1).push({ text: node.data[at], left: cell.getBoundingClientRect().left });
          }
        }
        const left = (text) => lines.map((line) => line.find((cell) => cell.text === text)).find(Boolean).left;
        return Math.abs(left("[") - left("^"));
      });
      assert.ok(off < 1, `${off} px off`);
      await desk.rename(prose, "moved.md");
    });

    test("markup in a file is shown as text", async () => {
      const page = await desk.visit(address);
      await desk.write(RECORD, `${originals[0][1]}"<img src=x id=evil onerror=alert(1)>": 1\n`);
      await sheet(page).locator("pre", { hasText: "<img src=x" }).waitFor();
      assert.equal(await page.locator("annai-dock img, #evil").count(), 0);
    });

    test("an error on another page is named here, and is a click away", async () => {
      const page = await desk.visit(address);
      await desk.write(OTHER, originals[1][1] + broken);
      await sheet(page).locator("#error-elsewhere ~ .findings .path", { hasText: OTHER }).first().waitFor();
      await desk.write(RECORD, originals[0][1] + broken);
      await sheet(page).locator("#here ~ .findings .path", { hasText: RECORD }).first().waitFor();
      await sheet(page).locator("#elsewhere").click();
      await sheet(page).locator("#elsewhere ~ .findings .path", { hasText: OTHER }).first().waitFor();
    });

    test("a dismissed error stays away, and another one opens the panel again", async () => {
      const page = await desk.visit(address);
      await desk.write(RECORD, originals[0][1] + broken);
      await sheet(page).waitFor();
      await page.locator("annai-dock #close-findings").focus();
      await page.keyboard.press("Escape");
      await sheet(page).waitFor({ state: "detached" });
      await page.reload();
      await page.locator("annai-dock #bar .mark.error").waitFor();
      assert.equal(await sheet(page).count(), 0);
      await desk.write(RECORD, `${originals[0][1] + broken}maen: 1\n`);
      await sheet(page).locator(".path").first().waitFor();
    });

    test("panel and bar take at most two fifths of the window, and cover nothing for good", async () => {
      for (const width of [1280, 360, 320]) {
        const page = await desk.visit(address, { width, height: 800 });
        await desk.write(RECORD, `${originals[0][1] + broken}maen: 1\nanem: 1\n`);
        await sheet(page).waitFor();
        const box = await page.locator("annai-dock .dock").boundingBox();
        assert.ok(box.height <= 0.41 * 800, `${box.height} px at ${width}`);
        const last = await page.evaluate(() => {
          scrollTo(0, document.documentElement.scrollHeight);
          const all = [...document.querySelectorAll("footer *")].at(-1).getBoundingClientRect();
          return { bottom: all.bottom, scroll: document.documentElement.scrollWidth - innerWidth };
        });
        assert.ok(last.bottom <= box.y, "the end of the page can be scrolled above the panel");
        assert.ok(last.scroll <= 0, `the window does not scroll sideways at ${width}`);
        await desk.write(RECORD, originals[0][1]);
        await sheet(page).waitFor({ state: "detached" });
      }
    });

    test("the bar is one row on a phone", async () => {
      const page = await desk.visit(address, { width: 390, height: 844 });
      const box = await page.locator("annai-dock #bar").boundingBox();
      assert.ok(box.height < 50, `${box.height} px`);
      assert.ok((await page.locator("annai-dock #collapse").getAttribute("aria-label")).length > 3);
    });

    test("the bar is one row on a phone, also of an untranslated draft as of a date without drafts elsewhere", async () => {
      const [yaml, prose] = ["content/programs/untranslated.yaml", "content/programs/untranslated.ja.md"];
      const lines = Array.from({ length: 12 }, (_, at) => `  - {ja: 注${at}}`).join("\n");
      await desk.write(yaml, `name: {ja: 未訳}\ndraft: true\nnotes:\n${lines}\n`);
      await desk.write(prose, "## 見出し\n\n本文。\n");
      await until(async () => (await fetch(desk.address("/ja/programs/untranslated/"))).ok, Boolean);
      const page = await desk.visit("/ja/programs/untranslated/", { width: 390, height: 844 });
      await page.locator("annai-dock #draft").waitFor();
      await page.locator("annai-dock #open-view").click();
      await page.locator("annai-dock #as-of-date").fill("2026-12-28");
      await page.locator("annai-dock #as-of button").first().click();
      await page.locator("annai-dock #now").waitFor();
      await page.locator("annai-dock #close-view").click();
      const box = await page.locator("annai-dock #bar").boundingBox();
      assert.ok(box.height < 50, `${box.height} px`);
      await page.locator("annai-dock #open-view").click();
      await page.locator("annai-dock #now").click();
      await page.locator("annai-dock #now").waitFor({ state: "detached" });
      await page.goto(desk.address(address));
      await Promise.all([yaml, prose].map((path) => desk.remove(path)));
    });

    test("a folded bar stays folded on the next page", async () => {
      const page = await desk.visit(address);
      await page.locator("annai-dock #collapse").click();
      await page.goto(desk.address(`/${lang}/hospitals/`));
      await page.locator("annai-dock #bar.collapsed").waitFor();
      await page.locator("annai-dock #collapse").press("Enter");
      await page.locator("annai-dock #open-findings").waitFor();
    });

    test("the bar names the files of the page, with links that open them", async () => {
      const page = await desk.visit(address);
      await page.locator("annai-dock #open-page").click();
      const file = page.locator("annai-dock .files .path", { hasText: RECORD });
      assert.match(await file.getAttribute("href"), /^vscode:\/\/file\//);
      assert.ok((await page.locator("annai-dock .language a").count()) > 0);
    });

    test("the site is shown as of a date, in every tab, until it is set back", async () => {
      const page = await desk.visit(`/${lang}/schedules/specialist-2024/`);
      const other = await desk.visit(address, { beside: page });
      const main = () => page.locator("main").innerText();
      await page.locator("annai-dock #open-view").click();
      const today = await main();
      await page.locator("annai-dock #as-of-date").fill("2023-11-05");
      await page.locator("annai-dock #as-of-time").fill("10:00");
      await page.locator("annai-dock .as-of button").first().click();
      for (const each of [page, other]) await each.locator("annai-dock #open-view.changed", { hasText: "2023-11-05" }).waitFor();
      assert.notEqual(await main(), today);
      await page.locator("annai-dock #now").click();
      for (const each of [page, other]) await each.locator("annai-dock #open-view:not(.changed)").waitFor();
      assert.equal(await main(), today);
    });

    test("as of a date, the page's own scripts tell the same after a reload and after a while", async () => {
      const page = await desk.visit(`/${lang}/schedules/specialist-2024/`);
      const state = () => page.locator("main .board [data-windows]").first().getAttribute("class");
      const before = await state();
      await page.locator("annai-dock #open-view").click();
      await page.locator("annai-dock #as-of-date").fill("2023-11-01");
      await page.locator("annai-dock .as-of button").first().click();
      await page.locator("main .board .upcoming[data-windows]").first().waitFor();
      await page.reload();
      await page.locator("annai-dock #open-view.changed").waitFor();
      await page.locator("main .board .upcoming[data-windows]").first().waitFor();
      // What the page does every now and then.
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      assert.match(await state(), /\bupcoming\b/);
      await page.locator("annai-dock #open-view").click();
      await page.locator("annai-dock #now").click();
      await page.locator("annai-dock #open-view:not(.changed)").waitFor();
      await page.locator("main .board .upcoming[data-windows]").first().waitFor({ state: "detached" });
      assert.equal(await state(), before);
    });

    test("a rule's error hides nothing that was written, and its panel stays open while the file is edited", async () => {
      const address = `/${lang}/schedules/specialist-2024/`;
      const path = "content/schedules/specialist-2024.yaml";
      const page = await desk.visit(address);
      const original = await desk.read(path);
      const reversed = original.replace("closes: 2023-11-14", "closes: 2022-11-14").replace("(火)", "(月)");
      await desk.write(path, reversed);
      await sheet(page).locator(".finding.error .code", { hasText: "window-reversed" }).waitFor();
      assert.equal(await sheet(page).locator("#stale").count(), 0, "nothing says that something older is shown");
      await page.evaluate(() => {
        const root = document.querySelector("annai-dock").shadowRoot;
        new MutationObserver(() => (window.closed ||= !root.querySelector("#sheet-findings"))).observe(root, { childList: true, subtree: true });
      });
      await desk.write(path, reversed.replace(new RegExp(`^  ${lang}: .*$`, "m"), `  ${lang}: abc def`));
      await page.locator("main .lead", { hasText: "abc def" }).waitFor();
      await pause(400);
      assert.notEqual(await page.evaluate(() => window.closed), true, "the panel does not go and come back");
      assert.match(await (await fetch(desk.address(address))).text(), /abc def/);
      await desk.write(path, original);
      await sheet(page).waitFor({ state: "detached" });
    });

    test("a draft is shown and marked, and drafts can be switched off", async () => {
      // A record that no page refers to: else its absence is an error, too.
      const address = `/${lang}/hospitals/draft/`;
      await desk.write("content/hospitals/draft.yaml", `${originals[0][1]}draft: true\n`);
      const page = await desk.visit(address);
      await page.locator("annai-dock #draft").waitFor();
      await page.locator("annai-dock #open-view").click();
      await page.locator("annai-dock #drafts").uncheck();
      await page.locator("annai-dock #open-view.changed").waitFor();
      assert.equal((await fetch(desk.address(address))).status, 404);
      await page.locator("annai-dock #gone", { hasText: lang === "ja" ? "下書きを表示する" : "Show drafts" }).waitFor();
      await page.locator("annai-dock #drafts").check();
      await page.locator("annai-dock #open-view:not(.changed)").waitFor();
      assert.equal((await fetch(desk.address(address))).status, 200);
      assert.deepEqual(await desk.leave(["404"]), []);
      await desk.rename("content/hospitals/draft.yaml", "draft.yaml");
    });
  });
}
