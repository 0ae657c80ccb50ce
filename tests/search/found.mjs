// The pages that are found for questions, best first: node found.mjs <site>; a JSON list of pairs of a language and what is typed comes
// in, a JSON list of lists of pages goes out.

import { readFileSync } from "node:fs";

import { ask, openIndex } from "./ask.mjs";

const [site] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(0, "utf8"));
const found = [];
for (const [language, query] of questions) found.push(await ask(await openIndex(site, language), site, { language, query }));
process.stdout.write(JSON.stringify(found));
