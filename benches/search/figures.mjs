// Measures the search of a site that was built: `node benches/search/figures.mjs SITE [queries]`.
//   index            files and bytes, all languages
//   recall           500 parts of 2 to 6 characters of Japanese texts, and 500 English words and beginnings of words, from first headings,
//                    summaries and prose: how many of the pages that hold them are found
//   precision        how many of the pages found show them
// The site is built with a base address without a path.
//   cold             bytes of a first query (index, pieces, results; the client compressed), median and worst
//   warm             time of the same query once more, on this machine
// With Chromium (`npm ci --prefix tests`): the time from a click on the field to the first result over 1.6 Mbit/s and 150 ms, and of a
// warm query with the processor slowed down four times.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { openIndex } from "../../tests/search/ask.mjs";
import { filesIn, holding, languagesOf, median, open, pagesOf, questions, tell } from "./pages.mjs";

const [site, wanted = "500"] = process.argv.slice(2);

for (const language of languagesOf(site)) {
  const [files, size] = filesIn(join(site, language, "search"), ".bin");
  tell(`${language} index`, files, "files", size, "bytes");
  const pages = await pagesOf(site, language);
  const [own, shown] = [holding(pages, "own", language), holding(pages, "shown", language)];
  const queries = questions(pages, language, Number(wanted));
  let [recall, precision] = [0, 0];
  const [bytes, warm, poor] = [[], [], []];
  const script = gzipSync(readFileSync(new URL("../../themes/default/assets/search.js", import.meta.url))).length;
  for (const query of queries) {
    const [must, may] = [own(query), shown(query)];
    const fresh = await openIndex(site, language);
    const found = [...(await fresh.search(query, [], language)).pages];
    bytes.push(fresh.loaded.bytes + script);
    const began = performance.now();
    await fresh.search(query, [], language);
    warm.push(performance.now() - began);
    const hits = found.filter((page) => must.has(page)).length;
    const right = found.filter((page) => may.has(page)).length;
    recall += hits / must.size;
    precision += found.length ? right / found.length : 0;
    if (hits < must.size) poor.push(`${query}: ${hits} of ${must.size}`);
    else if (right / found.length < 0.6) poor.push(`${query}: ${right} right of ${found.length}`);
  }
  tell(`${language} recall, precision`, (recall / queries.length).toFixed(4), (precision / queries.length).toFixed(4), `of ${queries.length} queries`);
  if (poor.length) tell(`${language} poorest`, poor.slice(0, 6).join("; "));
  tell(`${language} cold query`, median(bytes), "bytes, worst", Math.max(...bytes));
  tell(`${language} warm query`, median(warm).toFixed(2), "ms, worst", Math.max(...warm).toFixed(1));
  await inBrowser(language, queries.slice(0, 12));
}

/** What a reader waits for, in Chromium. */
async function inBrowser(language, queries) {
  const shown = await open(site);
  if (!shown) return;
  const [cold, again, loaded] = [[], [], []];
  for (const query of queries) {
    const context = await shown.browser.newContext();
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send("Network.enable");
    await tab.goto(`${shown.origin}/${language}/search/`);
    // The page is there; what searching costs begins with the query.
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
    const type = (words) => tab.evaluate((words) => new Promise((resolve) => {
      const list = document.querySelector("main ol");
      const input = document.querySelector("#q");
      const began = performance.now();
      new MutationObserver((_, observer) => list.children.length && (observer.disconnect(), resolve(performance.now() - began))).observe(list, { childList: true });
      input.value = words;
      input.form.requestSubmit();
    }), words);
    cold.push(await type(query));
    await tab.waitForTimeout(1200);
    loaded.push(bytes);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await tab.evaluate(() => document.querySelector("main ol").replaceChildren());
    again.push(await type(query));
    await context.close();
  }
  await shown.close();
  tell(`${language} first result`, median(cold).toFixed(0), "ms over 1.6 Mbit/s, worst", Math.max(...cold).toFixed(0), "| bytes with excerpts", median(loaded), "worst", Math.max(...loaded));
  tell(`${language} warm, slowed down 4×`, median(again).toFixed(0), "ms, worst", Math.max(...again).toFixed(0));
}
