// The texts of the pages of a site that was built, questions taken from them, and a server that shows it: for what measures search.

import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { fold } from "../../themes/default/assets/search.js";
import { openIndex } from "../../tests/search/ask.mjs";

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const tell = (name, ...figures) => console.log(name.padEnd(28), ...figures);

/** The languages of a site in which pages can be searched. */
export const languagesOf = (site) => readdirSync(site).filter((name) => existsSync(join(site, name, "search", "index.bin")));

/** Names and bytes of the files in a folder that end so. */
export function filesIn(folder, ending = "") {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => statSync(join(folder, name))).filter((file) => file.isFile());
  return [files.length, files.reduce((sum, { size }) => sum + size, 0)];
}

const plain = (html) => html.replace(/<(rt|rp|script)\b.*?<\/\1>/gs, "").replace(/<(?:p|li|td|th|h\d|dt|dd|ul|ol|table|div|section|br)\b/g, "\n$&").replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&#39;/g, "'").replace(/&amp;/g, "&");

/** The texts of a page: what is its own (first heading, summary, prose), and all that it shows. */
function texts(html) {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
  const own = [/<h1[^>]*>[\s\S]*?<\/h1>/, /<p class="lead"[^>]*>[\s\S]*?<\/p>/, /<div class="prose"[^>]*>[\s\S]*?<\/div>/].map((part) => part.exec(main)?.[0] ?? "");
  return [plain(own.join("\n")), plain(main)];
}

/** All pages that the index of a language knows, in its order, their texts folded. */
export async function pagesOf(site, language) {
  const index = await openIndex(site, language);
  const documents = await Promise.all(index.root.parts.map((_, page) => index.document(page)));
  return documents.map(({ href, names }) => {
    const path = join(site, href.slice(href.indexOf(`/${language}/`)), "index.html");
    const [own, shown] = texts(readFileSync(path, "utf8")).map((text) => text.split("\n").map((line) => fold(line, index.old).join("")).join("\n"));
    return { href, title: names[0], own, shown };
  });
}

/** Whether a page holds what is typed: characters of Japanese, beginnings of words of other languages. */
export function holding(pages, which, language) {
  if (language === "ja") return (query) => new Set([...pages.keys()].filter((page) => pages[page][which].includes(query)));
  const words = pages.map((page) => new Set(page[which].split(/[^\p{L}\p{N}]+/u)));
  const every = [...new Set(words.flatMap((set) => [...set]))];
  return (query) => {
    const fit = every.filter((word) => word.startsWith(query));
    return new Set([...words.keys()].filter((page) => fit.some((word) => words[page].has(word))));
  };
}

/** So many parts of words of these pages: the same in every run. */
export function questions(pages, language, count) {
  let seed = 1;
  const random = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const queries = new Set();
  for (let tries = 0; queries.size < count && tries < count * 50; tries += 1) {
    const { own } = pages[random(pages.length)];
    if (language === "ja") {
      const run = (own.match(/[ァ-ヺー一-鿿々]{2,}/g) ?? [])[random(60)];
      const length = 2 + random(5);
      if (run?.length >= length) queries.add(run.slice(random(run.length - length + 1)).slice(0, length));
    } else {
      const word = (own.match(/[a-z]{3,}/g) ?? [])[random(200)];
      if (word) queries.add(random(2) ? word : word.slice(0, Math.max(2, 1 + random(word.length))));
    }
  }
  return [...queries];
}

/** A server of folders (the first that has a file shows it), which compresses what can be, and a browser. Nothing without Chromium. */
export async function open(...folders) {
  const playwright = await import("../../tests/node_modules/playwright-core/index.mjs").catch(() => null);
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!playwright || !existsSync(executablePath)) return null;
  const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml", json: "application/json" };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).replace(/\/$/, "/index.html");
    const file = folders.map((folder) => join(folder, path)).find((file) => existsSync(file));
    if (!file) return response.writeHead(404).end();
    const type = types[file.split(".").at(-1)];
    const body = readFileSync(file);
    response.writeHead(200, type ? { "Content-Type": type, "Content-Encoding": "gzip" } : { "Content-Type": "application/octet-stream" });
    response.end(type ? gzipSync(body) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await playwright.chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const close = () => Promise.all([browser.close(), server.close()]);
  return { browser, origin: `http://127.0.0.1:${server.address().port}`, close };
}
