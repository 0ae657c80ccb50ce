// Asks the questions over a site that was built: node ask.mjs <site> [open|closed] …

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";

import { Index } from "../../themes/default/assets/search.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The index of a language, and how many bytes it took. */
export function openIndex(site, language) {
  const loaded = { bytes: 0 };
  const load = async (name) => {
    const bytes = readFileSync(join(site, language.toLowerCase(), "search", name));
    loaded.bytes += bytes.length;
    return new Uint8Array(inflateRawSync(bytes));
  };
  return new Index(load).open().then((index) => Object.assign(index, { loaded }));
}

/** The words of the page of results. */
export function pageWords(site, language) {
  const html = readFileSync(join(site, language.toLowerCase(), "search", "index.html"), "utf8");
  const json = /data-words='([^']*)' hidden/.exec(html)[1].replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return JSON.parse(json);
}

/** The questions of a half. */
export function questions(half) {
  const lines = readFileSync(join(here, `questions.${half}.tsv`), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => line.split("\t")).map(([language, query, pages]) => ({ language, query, pages: pages.split(" ") }));
}

/** The pages that are found, best first, below the folder of the language. */
export async function ask(index, site, { language, query }) {
  const found = await index.search(query, pageWords(site, language).questions, language);
  const documents = await Promise.all(found.best(10).map((page) => index.document(page)));
  return documents.map(({ href }) => href.split(`/${language.toLowerCase()}/`)[1].replace(/\/$/, ""));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [site, ...halves] = process.argv.slice(2);
  for (const half of halves.length ? halves : ["open"]) {
    const all = questions(half);
    let [first, third] = [0, 0];
    for (const question of all) {
      const index = await openIndex(site, question.language);
      const found = await ask(index, site, question);
      const place = found.findIndex((page) => question.pages.includes(page));
      first += place === 0 ? 1 : 0;
      third += place >= 0 && place < 3 ? 1 : 0;
      if (place !== 0) console.log(`${question.language} ${question.query}: ${place + 1 || "not found"}; first: ${found.slice(0, 3).join(" ")}`);
    }
    console.log(`${half}: first ${first} of ${all.length}, among the first three ${third}`);
  }
}
