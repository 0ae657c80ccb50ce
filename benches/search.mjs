// Measures the search of a site that was built: `node benches/search.mjs SITE [queries]`.
//   index            files and bytes, all languages
//   recall           500 parts of 2 to 6 characters of Japanese texts, and 500 English words and beginnings of words, from first headings,
//                    summaries and prose: how many of the pages that hold them are found
//   precision        how many of the pages found show them
// The site is built with a base address without a path.
//   cold             bytes of a first query (index, pieces, results; the client compressed), median and worst
//   warm             time of the same query once more, on this machine
// With Chromium (`npm ci --prefix tests`): the time from a click on the field to the first result over 1.6 Mbit/s and 150 ms, and of a
// warm query with the processor slowed down four times.

import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { Index, fold } from "../themes/default/assets/search.js";
import { openIndex } from "../tests/search/ask.mjs";

const [site, wanted = "500"] = process.argv.slice(2);
const COUNT = Number(wanted);
let seed = 1;
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const tell = (name, ...figures) => console.log(name.padEnd(28), ...figures);

const plain = (html) => html.replace(/<(rt|rp|script)\b.*?<\/\1>/gs, "").replace(/<(?:p|li|td|th|h\d|dt|dd|ul|ol|table|div|section|br)\b/g, "\n$&").replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&#39;/g, "'").replace(/&amp;/g, "&");

/** The texts of a page: what is its own (first heading, summary, prose), and all that it shows. */
function texts(html) {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
  const own = [/<h1[^>]*>[\s\S]*?<\/h1>/, /<p class="lead"[^>]*>[\s\S]*?<\/p>/, /<div class="prose"[^>]*>[\s\S]*?<\/div>/].map((part) => part.exec(main)?.[0] ?? "");
  return [plain(own.join("\n")), plain(main)];
}

for (const language of readdirSync(site).filter((name) => existsSync(join(site, name, "search", "index.bin")))) {
  const folder = join(site, language, "search");
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".bin"));
  tell(`${language} index`, files.length, "files", files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0), "bytes");
  const index = await openIndex(site, language);
  const pages = await Promise.all(index.root.parts.map((_, page) => index.document(page)));
  const all = pages.map(({ href }) => {
    const path = join(site, href.slice(href.indexOf(`/${language}/`)), "index.html");
    return texts(readFileSync(path, "utf8")).map((text) => text.split("\n").map((line) => fold(line, index.old).join("")).join("\n"));
  });
  const [joined, shown] = [0, 1].map((which) => all.map((both) => both[which]));
  const shownWords = shown.map((text) => [...new Set(text.split(/[^\p{L}\p{N}]+/u))]);
  const words = joined.map((text) => new Set(text.split(/[^\p{L}\p{N}]+/u)));
  const everyWord = [...new Set(words.flatMap((set) => [...set]))].sort();
  const queries = new Set();
  for (let tries = 0; queries.size < COUNT && tries < COUNT * 50; tries += 1) {
    const page = random(all.length);
    if (language === "ja") {
      const run = (joined[page].match(/[ァ-ヺー一-鿿々]{2,}/g) ?? [])[random(60)];
      const length = 2 + random(5);
      if (run?.length >= length) queries.add(run.slice(random(run.length - length + 1)).slice(0, length));
    } else {
      const word = (joined[page].match(/[a-z]{3,}/g) ?? [])[random(200)];
      if (word) queries.add(random(2) ? word : word.slice(0, Math.max(2, 1 + random(word.length))));
    }
  }
  let [recall, precision] = [0, 0];
  const [bytes, warm] = [[], []];
  const script = gzipSync(readFileSync(new URL("../themes/default/assets/search.js", import.meta.url))).length;
  const poor = [];
  for (const query of queries) {
    const holding = new Set();
    if (language === "ja") joined.forEach((text, page) => text.includes(query) && holding.add(page));
    else {
      const fit = everyWord.filter((word) => word.startsWith(query));
      words.forEach((set, page) => fit.some((word) => set.has(word)) && holding.add(page));
    }
    const fresh = await openIndex(site, language);
    const { found } = await fresh.search(query, [], language);
    bytes.push(fresh.loaded.bytes + script);
    const began = performance.now();
    await fresh.search(query, [], language);
    warm.push(performance.now() - began);
    const hits = found.filter(({ page }) => holding.has(page)).length;
    const right = found.filter(({ page }) => (language === "ja" ? shown[page].includes(query) : shownWords[page].some((word) => word.startsWith(query)))).length;
    recall += hits / holding.size;
    precision += found.length ? right / found.length : 0;
    if (hits < holding.size) poor.push(`${query}: ${hits} of ${holding.size}`);
    else if (right / found.length < 0.6) poor.push(`${query}: ${right} right of ${found.length}`);
  }
  const size = queries.size;
  tell(`${language} recall, precision`, (recall / size).toFixed(4), (precision / size).toFixed(4), `of ${size} queries`);
  if (poor.length) tell(`${language} poorest`, poor.slice(0, 6).join("; "));
  tell(`${language} cold query`, median(bytes), "bytes, worst", Math.max(...bytes));
  tell(`${language} warm query`, median(warm).toFixed(2), "ms, worst", Math.max(...warm).toFixed(1));
  await inBrowser(language, [...queries].slice(0, 12));
}

/** What a reader waits for, in Chromium. */
async function inBrowser(language, queries) {
  const playwright = await import("../tests/node_modules/playwright-core/index.mjs").catch(() => null);
  if (!playwright || !existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium")) return;
  const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
  const server = createServer((request, response) => {
    const path = join(site, decodeURIComponent(new URL(request.url, "http://localhost").pathname).replace(/\/$/, "/index.html"));
    if (!existsSync(path)) return response.writeHead(404).end();
    const type = types[path.split(".").at(-1)];
    const body = readFileSync(path);
    response.writeHead(200, type ? { "Content-Type": type, "Content-Encoding": "gzip" } : { "Content-Type": "application/octet-stream" });
    response.end(type ? gzipSync(body) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await playwright.chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const [cold, again, loaded] = [[], [], []];
  for (const query of queries) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send("Network.enable");
    await tab.goto(`http://127.0.0.1:${server.address().port}/${language}/search/`);
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
    await tab.waitForTimeout(800);
    loaded.push(bytes);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await tab.evaluate(() => document.querySelector("main ol").replaceChildren());
    again.push(await type(query));
    await context.close();
  }
  await browser.close();
  server.close();
  tell(`${language} first result`, median(cold).toFixed(0), "ms over 1.6 Mbit/s, worst", Math.max(...cold).toFixed(0), "| bytes with excerpts", median(loaded), "worst", Math.max(...loaded));
  tell(`${language} warm, slowed down 4×`, median(again).toFixed(0), "ms, worst", Math.max(...again).toFixed(0));
}
