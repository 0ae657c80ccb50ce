// A desk to test at: a copy of the guide in a folder of its own, `annai serve` over it, and a browser before it.

import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { existsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { FONT, withFont } from "./fonts.mjs";

export const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The program named in ANNAI, else the one that was built last. */
export const program =
  process.env.ANNAI ??
  ["release", "debug"]
    .map((profile) => join(repository, "target", profile, "annai"))
    .filter((path) => existsSync(path))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
if (!program) throw new Error("There is no annai to test: run cargo build --release, or name one in ANNAI.");

/** Time that anything may take on a busy machine, in milliseconds. */
export const PATIENCE = 30_000;

/** The shell is the same engine without a window's own pages, and takes two thirds of the time. */
const CHROMIUM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** One for each font. */
const browsers = new Map();

export const launchOptions = {
  env: withFont(FONT),
  executablePath: process.env.CHROMIUM ?? CHROMIUM.find((path) => existsSync(path)),
  args: [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
  ],
};

/** The one browser of a test file, which has that font. */
export function openBrowser(font = FONT) {
  if (!browsers.has(font)) browsers.set(font, chromium.launch({ ...launchOptions, env: withFont(font) }));
  return browsers.get(font);
}

export async function closeBrowser() {
  const all = [...browsers.values()];
  browsers.clear();
  for (const browser of all) await (await browser).close();
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Fields that no page of the guide has, so that what is typed into them can be seen to stay. */
const FIELDS = `<details id="fold"><summary>Fold</summary><p>Inside</p></details><form id="fields">
<p><label>Note <input id="note"></label> <label>Text <textarea id="area"></textarea></label></p>
<p><label><input type="checkbox" id="tick"> Tick</label> <select id="pick" aria-label="Pick"><option>1<option>2<option>3</select></p></form>`;

export class Desk {
  #process = null;
  #contexts = [];
  /** What the browser complained about: errors on the console, violations of the policy, uncaught exceptions. */
  complaints = [];

  /** A copy of the guide, served with messages in `lang`. */
  static async open(lang) {
    const desk = new Desk();
    desk.lang = lang;
    desk.root = await mkdtemp(join(tmpdir(), "annai-browser-"));
    await cp(join(repository, "content"), join(desk.root, "content"), { recursive: true });
    await mkdir(join(desk.root, "themes/default/assets"), { recursive: true });
    const base = await readFile(join(repository, "themes/default/base.html"), "utf8");
    await desk.write("themes/default/base.html", base.replace(/<main id="main".*?>(?=\n)/, (main) => main + FIELDS));
    await cp(join(repository, "themes/default/assets/site.css"), join(desk.root, "themes/default/assets/site.css"));
    desk.port = await freePort();
    await desk.start();
    return desk;
  }

  address(path) {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async start() {
    const args = ["-C", this.root, "serve", "--port", String(this.port), "--lang", this.lang];
    let said = "";
    this.#process = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#process.stdout.on("data", (data) => (said += data));
    this.#process.stderr.on("data", (data) => (said += data));
    for (const end = Date.now() + PATIENCE; ; await pause(50)) {
      if (await fetch(this.address("/_annai/state?page=/")).then((response) => response.ok, () => false)) return;
      if (Date.now() > end || this.#process.exitCode !== null) throw new Error(`annai serve does not answer: ${said}`);
    }
  }

  async stop() {
    const process = this.#process;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const ended = new Promise((resolve) => process.once("exit", resolve));
    process.kill("SIGTERM");
    await ended;
  }

  /** Stops the server where it is, or lets it go on. */
  signal(name) {
    this.#process.kill(name);
  }

  /** Closes all windows, and returns what they complained about, but for what was expected. */
  async leave(expected = []) {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    return this.complaints.splice(0).filter((complaint) => !expected.some((text) => complaint.includes(text)));
  }

  async close() {
    await this.leave();
    await this.stop();
    await rm(this.root, { recursive: true, force: true });
  }

  read(path) {
    return readFile(join(this.root, path), "utf8");
  }

  async write(path, text) {
    await writeFile(join(this.root, path), text);
  }

  remove(path) {
    return rm(join(this.root, path));
  }

  rename(from, to) {
    return rename(join(this.root, from), join(this.root, to));
  }

  /** Replaces `from`, which has to be there, and returns a way to take the change back. */
  async edit(path, from, to) {
    const before = await this.read(path);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${from} is not in ${path}`);
    await this.write(path, after);
    return () => this.write(path, before);
  }

  /** A window of its own (storage and all) unless `beside` names a page whose window gets another tab. */
  async visit(path, { width = 1024, height = 600, beside, clock = false } = {}) {
    const context = beside?.context() ?? (await (await openBrowser()).newContext({ viewport: { width, height } }));
    if (!beside) this.#contexts.push(context);
    const page = await context.newPage();
    // Time passes as ever, and can be put forward.
    if (clock) await page.clock.install();
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      const icon = message.location().url.endsWith("/favicon.ico");
      if (["error", "warning"].includes(message.type()) && !icon) this.complaints.push(`${message.text()} (${message.location().url})`);
    });
    await page.goto(this.address(path));
    await page.locator("annai-dock #bar").waitFor();
    return page;
  }
}

/** Asks again until the answer is wanted, or patience ends; the last answer. */
export async function until(ask, wanted) {
  for (const end = Date.now() + PATIENCE; ; await pause(20)) {
    const answer = await ask();
    if (wanted(answer) || Date.now() > end) return answer;
  }
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** 1-based line of the first occurrence. */
export const lineOf = (text, part) => text.slice(0, text.indexOf(part)).split("\n").length;
