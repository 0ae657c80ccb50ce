// Takes texts apart as the client does: a JSON list of texts comes in, a JSON list of their terms goes out; with `sound`, of their sounds.

import { readFileSync } from "node:fs";

import { canonical, terms } from "../../themes/default/assets/search.js";

const pairs = [...readFileSync(new URL("../../src/search/old_forms.txt", import.meta.url), "utf8").replace(/\s/g, "")];
const old = new Map(pairs.flatMap((c, at) => (at % 2 ? [] : [[c, pairs[at + 1]]])));
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => (process.argv[2] === "sound" ? canonical(text) : terms(text, old)))));
