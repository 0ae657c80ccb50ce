// What searching costs a site and those who do not search: `node benches/search/cost.mjs ROOT [BINARY] [runs]`.
// The site is built with search and without, in turn: time of the processor (not of the clock: other work may share the machine) and
// the most memory, the least of the runs; then the bytes of each page, compressed, in both.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

import { filesIn, languagesOf, median, tell } from "./pages.mjs";

const [root, binary = "target/release/annai", runs = "3"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "annai-cost-"));
const out = (name) => join(folder, name, "public");

/** What a build took: seconds of the processor and megabytes. */
function build(name) {
  // Over its own output a build of the same sources would print nothing.
  rmSync(out(name), { recursive: true, force: true });
  // Python tells what a child used; Node does not.
  const program = "import resource,subprocess,sys; code=subprocess.run(sys.argv[1:]).returncode; used=resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime, used.ru_stime, used.ru_maxrss/1024); sys.exit(code)";
  const { stdout, stderr, status } = spawnSync("python3", ["-c", program, resolve(binary), "build", "--quiet", "--root", join(folder, name), "--out", out(name), "--as-of", "2026-11-01T00:00:00Z"], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const [user, system, memory] = stdout.trim().split("\n").at(-1).split(" ").map(Number);
  return { user, processor: user + system, memory };
}

try {
  for (const name of ["on", "off"]) cpSync(join(root, "content"), join(folder, name, "content"), { recursive: true });
  const file = join(folder, "off", "content", "site.yaml");
  writeFileSync(file, `${readFileSync(file, "utf8").replace(/^search:.*\n(?: .*\n)*/m, "").trimEnd()}\nsearch: false\n`);
  const all = { on: [], off: [] };
  for (let run = 0; run < Number(runs); run += 1) for (const name of ["off", "on"]) all[name].push(build(name));
  for (const what of ["user", "processor", "memory"]) {
    const [on, off] = ["on", "off"].map((name) => Math.min(...all[name].map((one) => one[what])));
    tell(what, on.toFixed(2), "with search,", off.toFixed(2), "without:", `${((on / off - 1) * 100).toFixed(1)} %`);
  }
  for (const language of languagesOf(out("on"))) tell(`${language} index`, ...filesIn(join(out("on"), language, "search"), ".bin"));
  const pages = readdirSync(out("off"), { recursive: true }).filter((path) => path.endsWith(".html"));
  const size = (name, path) => gzipSync(readFileSync(join(out(name), path)), { level: 6 }).length;
  const more = pages.map((path) => size("on", path) - size("off", path));
  tell("bytes a page, compressed", median(more), "more, worst", Math.max(...more), "of", pages.length, "pages");
  const assets = (name) => readdirSync(join(out(name), "theme")).filter((path) => /^site\./.test(path)).map((path) => [path.split(".").at(-1), gzipSync(readFileSync(join(out(name), "theme", path))).length].join(" "));
  tell("assets of all pages", assets("on").join(", "), "| without:", assets("off").join(", "));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
