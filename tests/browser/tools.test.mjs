// The pages of the tool: all records in one table, and two languages of a page side by side.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { closeBrowser, Desk, until } from "./support.mjs";

after(closeBrowser);

for (const lang of ["ja", "en"]) {
  describe(`overview and comparison, ${lang}`, () => {
    const record = "content/hospitals/kanazawa-university.yaml";
    const prose = "content/programs/kanazawa-clinical-training.en.md";
    let desk;
    before(async () => {
      desk = await Desk.open(lang);
      await desk.write(prose.replace(".en.", ".ja."), "## 最初に {#first}\n\n相談します。\n\n## 費用 {#cost}\n\nかかりません。\n");
      await desk.write(prose, "## First {#first}\n\nAsk.\n\n## Cost {#cost}\n\nNone.\n");
    });
    afterEach(async () => assert.deepEqual(await desk.leave(), []));
    after(() => desk.close());

    const rows = (page) => page.locator("#records tbody tr:visible");
    const names = (page) => page.locator("#records tbody tr:visible").evaluateAll((all) => all.map((row) => row.id));

    test("the table is sorted by each column without a load", async () => {
      const page = await desk.visit("/_annai/");
      await page.evaluate(() => (window.marked = true));
      const columns = await page.locator("#records thead th").count();
      for (let at = 0; at < columns; at += 1) {
        const column = page.locator("#records thead th").nth(at);
        for (const turn of [1, 2]) {
          await column.locator("button").click();
          const direction = (await column.getAttribute("aria-sort")) === "descending" ? -1 : 1;
          // The browser's own order: that of Japanese in English differs between versions of ICU.
          const wrong = await page.evaluate(
            ([at, direction, lang]) => {
              const order = new Intl.Collator(lang, { numeric: true });
              const cells = [...document.querySelectorAll(`#records tbody tr > :nth-child(${at + 1})`)];
              const values = cells.map((cell) => cell.dataset.sort ?? cell.textContent.trim());
              return values.filter((value, i) => i > 0 && (values[i - 1] === "" ? value !== "" : value !== "" && direction * order.compare(values[i - 1], value) > 0));
            },
            [at, direction, lang],
          );
          assert.deepEqual(wrong, [], `column ${at}, click ${turn}`);
        }
      }
      assert.equal(await page.evaluate(() => window.marked), true);
    });

    test("the table is filtered as one types, and both stay through an exchange", async () => {
      const page = await desk.visit("/_annai/");
      const all = await rows(page).count();
      await page.locator('input[name="text"]').fill("ＨＯＳＰＩＴＡＬ/kana");
      assert.deepEqual(await names(page), ["hospital/kanazawa-university"]);
      assert.match(await page.locator("output").textContent(), new RegExp(`\\b1\\b.*\\b${all}\\b|\\b${all}\\b.*\\b1\\b`));
      const restore = await desk.edit(record, /^(name:[^]*?\bja: ).*$/m, "$1改名した病院");
      const changed = lang === "ja" ? "改名した病院" : "Kanazawa";
      await page.locator("#records tbody tr:visible", { hasText: changed }).waitFor();
      assert.deepEqual(await names(page), ["hospital/kanazawa-university"]);
      assert.equal(await page.locator('input[name="text"]').inputValue(), "ＨＯＳＰＩＴＡＬ/kana");
      await restore();
    });

    test("a broken record is marked in the table", async () => {
      const page = await desk.visit("/_annai/");
      const text = await desk.read(record);
      await desk.write(record, `${text}naem: 1\n`);
      await page.locator('[id="hospital/kanazawa-university"] .mark.error').first().waitFor();
      await page.locator('select[name="only"]').selectOption("finding");
      assert.ok((await names(page)).includes("hospital/kanazawa-university"));
      await desk.write(record, text);
      await page.locator('[id="hospital/kanazawa-university"] .mark.error').first().waitFor({ state: "detached" });
    });

    test("every link of the table leads to a page", async () => {
      const page = await desk.visit("/_annai/");
      const links = await page.locator("#records a.state").evaluateAll((all) => all.map((link) => link.href));
      assert.ok(links.length > 0);
      for (const link of links) assert.equal((await fetch(link)).status, 200, link);
    });

    test("sections with the same heading stand in one row; a missing one is marked, and comes with its text", async () => {
      const page = await desk.visit("/_annai/compare/ja/programs/kanazawa-clinical-training/?with=en");
      await page.locator(".row").first().waitFor();
      const tops = await page.locator(".row:has(.cell.left h2):has(.cell.right h2)").evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll(".cell")].map((cell) => cell.querySelector("h2").getBoundingClientRect().top)),
      );
      assert.ok(tops.length > 1);
      for (const [left, right] of tops) assert.ok(Math.abs(left - right) < 2, `${left} and ${right}`);
      assert.equal(await page.locator(".cell.absent").count(), 0);
      const restore = await desk.edit(prose, /^## Cost[^]*/m, "");
      await page.locator('.absent[id="right--cost"]').waitFor();
      await restore();
      await page.locator(".cell.absent").first().waitFor({ state: "detached" });
    });

    test("a page that is not translated is not called whole, and its bar names the file to write", async () => {
      const [ja, en] = ["content/pages/new.ja.md", "content/pages/new.en.md"];
      await desk.write(ja, "# 新しいページ\n\n## 申込み {#apply}\n\n用紙を送ります。\n");
      await until(async () => (await fetch(desk.address("/ja/new/"))).status, (status) => status === 200);
      const page = await desk.visit("/_annai/compare/ja/new/?with=en");
      const summary = page.locator("#summary", { hasText: lang === "ja" ? "まだ訳されていない" : "not be translated" });
      await summary.waitFor();
      assert.ok((await page.locator(".cell.right .note").count()) > 0);
      assert.equal(await page.locator(".cell.left .note").count(), 0);
      // The note is on the side that lacks the text, whichever side that is: also where nothing but the text is foreign.
      await page.goto(desk.address("/_annai/compare/en/new/?with=ja"));
      await page.locator(".cell.left#left--apply .note").waitFor();
      assert.equal(await page.locator(".cell.right .note").count(), 0);
      await page.goto(desk.address("/_annai/compare/ja/new/?with=en"));
      await page.locator("annai-dock #open-page").click();
      await page.locator("annai-dock #language-en li", { hasText: en }).waitFor();
      await desk.write(en, "# New page\n\n## Apply\n\nSend the form.\n");
      await summary.waitFor({ state: "detached" });
      assert.equal(await page.locator(".note").count(), 0);
      await page.locator("annai-dock #language-en .complete").waitFor();
      await desk.rename(ja, "new.ja.md");
      await desk.rename(en, "new.en.md");
    });

    test("the comparison has no id twice, and shows a change in either language", async () => {
      const page = await desk.visit("/_annai/compare/ja/programs/kanazawa-clinical-training/?with=en");
      await page.locator(".row").first().waitFor();
      const ids = await page.locator("[id]").evaluateAll((all) => all.map((element) => element.id));
      assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
      const restore = await desk.edit(prose, /^None\./m, "None. A sentence of this test.");
      await page.locator(".cell.right", { hasText: "A sentence of this test." }).waitFor();
      await restore();
    });
  });
}
