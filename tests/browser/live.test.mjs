// An open page follows the files: what was changed is exchanged in place, and the rest stays as its reader left it.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { closeBrowser, Desk, pause, until } from "./support.mjs";

const RECORD = "content/hospitals/kanazawa-university.yaml";
const ADDRESS = { ja: "/ja/hospitals/kanazawa-university/", en: "/en/hospitals/kanazawa-university/" };
const LONG = { ja: "新しい要約です。".repeat(40), en: "A new summary. ".repeat(40).trim() };

after(closeBrowser);

for (const lang of ["ja", "en"]) {
  describe(`live exchange, ${lang}`, () => {
    let desk;
    let original;
    before(async () => {
      desk = await Desk.open(lang);
      original = await desk.read(RECORD);
    });
    afterEach(async () => {
      assert.deepEqual(await desk.leave(), []);
      await desk.write(RECORD, original);
    });
    after(() => desk.close());

    const rewrite = (summary) => desk.edit(RECORD, new RegExp(`^(summary:[^]*?\\b${lang}: ).*$`, "m"), `$1${summary}`);

    test("an edit shows, and scroll position, focus, selection, details and fields stay", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      const kept = await page.evaluate(() => {
        document.getElementById("fold").open = true;
        document.getElementById("area").value = "typed";
        document.getElementById("tick").click();
        document.getElementById("pick").selectedIndex = 2;
        const note = document.getElementById("note");
        note.value = "half a word";
        note.focus({ preventScroll: true });
        note.setSelectionRange(2, 6);
        window.kept = [...document.querySelectorAll("main h2")].at(-1);
        scrollTo(0, window.kept.getBoundingClientRect().top - 200);
        window.marked = true;
        return { scroll: scrollY };
      });
      assert.ok(kept.scroll > 300, "the page is long enough to be scrolled");
      await pause(100);
      await rewrite(LONG[lang]);
      await page.locator("main .lead", { hasText: LONG[lang] }).waitFor({ state: "attached" });
      await pause(100);
      const now = await page.evaluate(() => ({
        marked: window.marked,
        top: window.kept.isConnected && Math.round(window.kept.getBoundingClientRect().top),
        open: document.getElementById("fold").open,
        area: document.getElementById("area").value,
        tick: document.getElementById("tick").checked,
        pick: document.getElementById("pick").selectedIndex,
        note: document.getElementById("note").value,
        focus: document.activeElement.id,
        selection: [document.getElementById("note").selectionStart, document.getElementById("note").selectionEnd],
      }));
      assert.deepEqual({ ...now, top: 0 }, {
        marked: true, top: 0, open: true, area: "typed", tick: true, pick: 2, note: "half a word", focus: "note", selection: [2, 6],
      });
      assert.ok(Math.abs(now.top - 200) <= 2, `what was at 200 px is at ${now.top} px`);
    });

    test("a selection in a sentence stays where another part of it changes", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      await rewrite("abc def ghi");
      await page.locator("main .lead", { hasText: "abc def ghi" }).waitFor();
      await page.evaluate(() => {
        const text = document.querySelector("main .lead").firstChild;
        getSelection().setBaseAndExtent(text, 0, text, 3);
      });
      await rewrite("abc xyz, and more, ghi");
      await page.locator("main .lead", { hasText: "xyz" }).waitFor();
      assert.equal(await page.evaluate(() => getSelection().toString()), "abc");
    });

    test("what a script of the page has changed stays, unless the server changes the same", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      await page.evaluate(() => {
        const button = document.createElement("button");
        button.id = "made-by-script";
        document.querySelector("main h2").append(button);
        document.querySelector("main h1").hidden = true;
      });
      await rewrite("short");
      await page.locator("main .lead", { hasText: "short" }).waitFor();
      assert.equal(await page.locator("#made-by-script").count(), 1);
      assert.equal(await page.locator("main h1").isHidden(), true);
    });

    test("the exchanged page is the page that a new load shows", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      // Without what the page's own scripts add once they have run.
      const html = (page) => page.evaluate(() => {
        const body = document.body.cloneNode(true);
        for (const added of body.querySelectorAll(":scope > .meaning")) added.remove();
        return document.head.outerHTML.replaceAll("\n", "") + body.outerHTML;
      });
      const stamp = async () => (await fetch(desk.address(ADDRESS[lang]))).headers.get("server-timing");
      for (const [from, to] of [
        [/^designations:/m, "cautions:\n  - {kind: other, text: {ja: 注意, en: Caution}}\ndesignations:"],
        [/^ {2}ja: .*$/m, "  ja: 別の名称"],
        [/^units:(\n {2}.*)+\n/m, ""],
        [/^related:/m, "# related:"],
      ]) {
        if (!from.test(await desk.read(RECORD))) continue;
        const before = await stamp();
        await desk.edit(RECORD, from, to);
        assert.notEqual(await until(stamp, (now) => now !== before), before, "the edit is seen");
        const fresh = await desk.visit(ADDRESS[lang], { beside: page });
        // An exchange may reach the fresh page before its scripts are done: then another load shows what one shows.
        const load = async () => {
          await fresh.reload();
          await fresh.locator("annai-dock #bar").waitFor();
          return [await html(page), await html(fresh)];
        };
        const both = await until(load, ([exchanged, loaded]) => exchanged === loaded);
        assert.equal(...both);
        await fresh.close();
      }
    });

    test("a change while a page opens leaves what its scripts have shown", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      let open;
      const opened = new Promise((resolve) => (open = resolve));
      await page.route(`**${ADDRESS[lang]}`, async (route) => {
        if (route.request().resourceType() === "fetch") await opened;
        await route.continue();
      });
      await page.reload();
      await page.locator(".settings").waitFor();
      const stamp = async () => (await fetch(desk.address(ADDRESS[lang]))).headers.get("server-timing");
      const before = await stamp();
      await rewrite("while it opens");
      assert.notEqual(await until(stamp, (now) => now !== before), before, "the edit is seen");
      open();
      await page.locator("main .lead", { hasText: "while it opens" }).waitFor();
      await rewrite("once it is open");
      await page.locator("main .lead", { hasText: "once it is open" }).waitFor();
      assert.equal(await page.locator(".settings").isVisible(), true);
    });

    test("a change of style swaps the sheet and nothing else, and the page is never without one", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      const css = "themes/default/assets/site.css";
      const first = await page.locator('head link[rel="stylesheet"]').getAttribute("href");
      await page.evaluate(() => {
        window.fewest = 1;
        window.touched = 0;
        const look = () => {
          window.fewest = Math.min(window.fewest, [...document.styleSheets].filter((sheet) => sheet.cssRules.length > 0).length);
          requestAnimationFrame(look);
        };
        look();
        new MutationObserver((records) => (window.touched += records.length)).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      });
      const restore = await desk.edit(css, /^/, "h1 { color: rgb(1, 2, 3) !important }\n");
      await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)");
      await page.waitForFunction(() => document.querySelectorAll('head link[rel="stylesheet"]').length === 1);
      assert.notEqual(await page.locator('head link[rel="stylesheet"]').getAttribute("href"), first);
      assert.deepEqual(await page.evaluate(() => [window.fewest, window.touched]), [1, 0]);
      await restore();
      await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color !== "rgb(1, 2, 3)");
    });

    test("a second tab on another page is brought up to date too", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      const list = await desk.visit(`/${lang}/hospitals/`, { beside: page });
      await rewrite("Both tabs");
      for (const each of [list, page]) await each.locator("main", { hasText: "Both tabs" }).waitFor();
    });

    test("title and description follow", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      await desk.edit(RECORD, new RegExp(`^(name:[^]*?\\b${lang}: ).*$`, "m"), "$1New Name");
      await page.waitForFunction(() => document.title.startsWith("New Name"));
      await rewrite("New description");
      await page.waitForFunction(() => document.querySelector('meta[name="description"]').content === "New description");
    });

    test("a page that goes says so with a way back, and returns with its file", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      await desk.rename(RECORD, "content/hospitals/elsewhere.yaml");
      await page.locator("annai-dock #gone a").waitFor();
      assert.ok((await page.locator("main h1").textContent()).length > 0, "the last good page is still there");
      const home = await page.locator("annai-dock #gone a").getAttribute("href");
      assert.equal((await fetch(desk.address(home))).status, 200);
      await desk.rename("content/hospitals/elsewhere.yaml", RECORD);
      await page.locator("annai-dock #gone").waitFor({ state: "detached" });
      await rewrite("Returned");
      await page.locator("main .lead", { hasText: "Returned" }).waitFor();
      assert.deepEqual(await desk.leave(["404"]), []);
    });

    test("an address without a page shows it when there is one", async () => {
      const path = "content/hospitals/brand-new.yaml";
      const page = await desk.visit(`/${lang}/hospitals/brand-new/`);
      await desk.write(path, original);
      await page.locator("main .eyebrow").waitFor();
      await page.locator("annai-dock #gone").waitFor({ state: "detached" });
      assert.deepEqual(await desk.leave(["404"]), []);
      await desk.rename(path, "content/brand-new.txt");
    });

    test("after a restart of the server the page catches up with what was changed meanwhile", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      await desk.stop();
      await page.locator("annai-dock #offline").waitFor();
      await rewrite("Written while nobody listened");
      await desk.start();
      await page.locator("main .lead", { hasText: "Written while nobody listened" }).waitFor();
      await page.locator("annai-dock #offline").waitFor({ state: "detached" });
      assert.deepEqual(await desk.leave(["net::ERR_"]), []);
    });

    test("a server that hangs with its connections open is told, and the page catches up when it goes on", async () => {
      const page = await desk.visit(ADDRESS[lang], { clock: true });
      await page.locator("annai-dock #bar").waitFor();
      const told = page.locator("annai-dock #offline");
      desk.signal("SIGSTOP");
      try {
        // What was on its way when the server stopped is heard first: from then on there is silence.
        await pause(1000);
        // Less than three signs of life: nothing is said yet.
        await page.clock.fastForward(20_000);
        assert.equal(await told.count(), 0);
        // A connection begun in between is given its time too.
        for (let round = 0; round < 6 && (await told.count()) === 0; round += 1) await page.clock.fastForward(9_000);
        await told.waitFor();
        await rewrite("Written while it hung");
      } finally {
        desk.signal("SIGCONT");
      }
      await page.locator("main .lead", { hasText: "Written while it hung" }).waitFor();
      await told.waitFor({ state: "detached" });
      assert.deepEqual(await desk.leave(["net::ERR_"]), []);
    });

    test("a page that lost the network, as in sleep, catches up when it is back", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      await page.context().setOffline(true);
      await rewrite("Written in the night");
      await pause(300);
      assert.notEqual(await page.locator("main .lead").textContent(), "Written in the night");
      await page.context().setOffline(false);
      await page.locator("main .lead", { hasText: "Written in the night" }).waitFor();
      assert.deepEqual(await desk.leave(["net::ERR_"]), []);
    });

    test("a hidden tab lets go of its connection, and catches up when it is shown", async () => {
      const page = await desk.visit(ADDRESS[lang]);
      const show = (shown) =>
        page.evaluate((hidden) => {
          Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
          document.dispatchEvent(new Event("visibilitychange"));
        }, !shown);
      await show(false);
      await rewrite("Written behind its back");
      await pause(300);
      assert.notEqual(await page.locator("main .lead").textContent(), "Written behind its back");
      await show(true);
      await page.locator("main .lead", { hasText: "Written behind its back" }).waitFor();
    });
  });
}
