// Measures Annai's search beside Pagefind and MiniSearch, on one built site in one run: `node benches/search/peers.mjs SITE [queries]`.
// Both are fetched from npm into a folder for temporary files, which is kept for the next run. The site is built with a base address
// without a path; Chromium is needed (`npm ci --prefix tests`).
//   index            time and processor time of making it, files, bytes (Annai makes its own while it builds: see cost.mjs)
//   first query      bytes until ten results are there with their titles, and the time over 1.6 Mbit/s and 150 ms
//   warm query       the time of the same query once more, with the processor slowed down four times
//   recall           how many of the pages that hold what was typed are found; precision: how many of those found hold it

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { filesIn, holding, languagesOf, median, open, pagesOf, questions, tell } from "./pages.mjs";

const [site, wanted = "20"] = process.argv.slice(2);
const folder = join(tmpdir(), "annai-search-peers");
const out = join(folder, "out");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (!existsSync(join(folder, "node_modules", "pagefind"))) execFileSync("npm", ["install", "--silent", "--no-fund", "--no-audit", "--prefix", folder, "pagefind@1.6.0", "minisearch@7.2.0"], { stdio: "inherit" });

// Pagefind reads the pages that were built.
const program = "import resource,subprocess,sys,time; began=time.time(); subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); used=resource.getrusage(resource.RUSAGE_CHILDREN); print(round(time.time()-began,1), 's,', round(used.ru_utime+used.ru_stime,1), 's of the processor,', round(used.ru_maxrss/1024), 'MB')";
const pagefind = join(folder, "node_modules", ".bin", "pagefind");
const took = execFileSync("python3", ["-c", program, pagefind, "--site", resolve(site), "--output-path", join(out, "pagefind")], { encoding: "utf8" });
tell("Pagefind index", took.trim(), filesIn(join(out, "pagefind")).join(" files "), "bytes");

const { default: MiniSearch } = await import(pathToFileURL(createRequire(join(folder, "package.json")).resolve("minisearch")));
const library = join(folder, "node_modules", "minisearch", "dist", "es", "index.js");
writeFileSync(join(out, "minisearch.js"), readFileSync(library));
const client = readdirSync(join(site, "theme")).find((name) => name.startsWith("search."));

/** What runs in the browser for each: gives the addresses of what was found, when ten titles are there. */
const ENGINES = {
  Annai: (language) => `const { indexAt } = await import("/theme/${client}");
    globalThis.ask = async (query) => {
      const index = await indexAt("/${language}/search/");
      const found = await index.search(query, [], "${language}");
      const first = await Promise.all(found.best(10).map((page) => index.document(page)));
      return { titles: first.map(({ names }) => names[0]), all: () => [...found.pages] };
    };`,
  Pagefind: () => `let loaded;
    globalThis.ask = async (query) => {
      loaded ??= import("/pagefind/pagefind.js").then(async (pagefind) => (await pagefind.init(), pagefind));
      const { results } = await (await loaded).search(query);
      const first = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return { titles: first.map(({ meta }) => meta.title), all: async () => (await Promise.all(results.map((result) => result.data()))).map(({ url }) => url) };
    };`,
  MiniSearch: (language) => `let loaded;
    globalThis.ask = async (query) => {
      loaded ??= Promise.all([import("/minisearch.js"), fetch("/mini-${language}.json")]).then(async ([{ default: MiniSearch }, answer]) => MiniSearch.loadJSON(await answer.text(), { fields: ["title", "text"], storeFields: ["title"] }));
      const results = (await loaded).search(query, { prefix: true, combineWith: "AND" });
      return { titles: results.slice(0, 10).map(({ title }) => title), all: () => results.map(({ id }) => id) };
    };`,
};

for (const language of languagesOf(site)) {
  const pages = await pagesOf(site, language);
  const numbers = new Map(pages.map(({ href }, page) => [href, page]));
  const began = performance.now();
  const mini = new MiniSearch({ fields: ["title", "text"], storeFields: ["title"] });
  mini.addAll(pages.map(({ title, shown }, id) => ({ id, title, text: shown })));
  const json = JSON.stringify(mini);
  writeFileSync(join(out, `mini-${language}.json`), json);
  tell(`${language} MiniSearch index`, ((performance.now() - began) / 1000).toFixed(1), "s,", "1 file", json.length, "bytes");
  tell(`${language} Annai index`, filesIn(join(site, language, "search"), ".bin").join(" files "), "bytes");
  const holds = holding(pages, "own", language);
  const shows = holding(pages, "shown", language);
  const queries = questions(pages, language, Number(wanted));
  for (const [name, program] of Object.entries(ENGINES)) {
    writeFileSync(join(out, `${name}-${language}.html`), `<!doctype html><html lang="${language}"><title>${name}</title><script type="module">${program(language)}</script>`);
    const shown = await open(out, site);
    const [bytes, cold, warm] = [[], [], []];
    let [recall, precision] = [0, 0];
    for (const query of queries) {
      const context = await shown.browser.newContext();
      const tab = await context.newPage();
      const session = await context.newCDPSession(tab);
      await session.send("Network.enable");
      await tab.goto(`${shown.origin}/${name}-${language}.html`);
      await tab.waitForFunction(() => globalThis.ask);
      let loaded = 0;
      // Annai's client came with the page, as those of the others come with the first query: it is counted below.
      session.on("Network.loadingFinished", ({ encodedDataLength }) => (loaded += encodedDataLength));
      const ask = () => tab.evaluate(async (query) => {
        const began = performance.now();
        const { titles } = await globalThis.ask(query);
        return [performance.now() - began, titles.length];
      }, query);
      await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
      cold.push((await ask())[0]);
      bytes.push(loaded + (name === "Annai" ? gzipSync(readFileSync(join(site, "theme", client))).length : 0));
      await session.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      warm.push((await ask())[0]);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      const all = await tab.evaluate(async (query) => (await globalThis.ask(query)).all(), query);
      const found = new Set(all.map((page) => (typeof page === "string" ? numbers.get(page) : page)).filter((page) => page !== undefined));
      const [must, may] = [holds(query), shows(query)];
      recall += [...must].filter((page) => found.has(page)).length / must.size;
      precision += found.size ? [...found].filter((page) => may.has(page)).length / found.size : 0;
      await context.close();
    }
    await shown.close();
    const figures = (all) => `${median(all).toFixed(0)}, worst ${Math.max(...all).toFixed(0)}`;
    tell(`${language} ${name}`, "bytes", figures(bytes), "| first ms", figures(cold), "| warm ms ×4", figures(warm), "| recall", (recall / queries.length).toFixed(3), "precision", (precision / queries.length).toFixed(3));
  }
}
