// All tests in the browser. The guide is built and served once for all of them; two files run side by side, but for those in which time itself is looked at.

import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Published } from "./published.mjs";

/** What a load on the machine would change: Lighthouse's marks, shifts while a page loads, how soon a save is shown. */
const ALONE = ["lighthouse", "live", "panel", "weight"];

const here = dirname(fileURLToPath(import.meta.url));
const files = (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort();
const isAlone = (file) => ALONE.includes(file.replace(".test.mjs", ""));

/** Runs test files, so many at a time; whether all passed. */
function run(files, concurrency, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--test", `--test-concurrency=${concurrency}`, ...files], { cwd: here, env: { ...process.env, ...environment }, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}

const guide = await Published.open();
try {
  const environment = guide.share();
  const together = await run(files.filter((file) => !isAlone(file)), 2, environment);
  const alone = await run(files.filter(isAlone), 1, environment);
  process.exitCode = together && alone ? 0 : 1;
} finally {
  await guide.close();
}
