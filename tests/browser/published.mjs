// A site as it is published: built by the program and served from memory with the headers of its `_headers`.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { openBrowser, program, repository } from "./support.mjs";

/** The instant that sites are built as of, and at which the browser's clock stands unless a test moves it. */
export const AS_OF = "2026-11-22T12:00:00+09:00";

/** Names the site that all tests look at together. */
const SHARED = "ANNAI_PUBLISHED";

const TYPES = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", json: "application/json", xml: "application/xml", txt: "text/plain", ics: "text/calendar", svg: "image/svg+xml", png: "image/png", csv: "text/csv" };

/** A file as it is sent. */
class Sent {
  #compressed;

  constructor(body, headers) {
    this.body = body;
    this.headers = headers;
  }

  get compressed() {
    this.#compressed ??= gzipSync(this.body, { level: 6 });
    return this.#compressed;
  }
}

/** The kinds of page that are looked at in a language that is a draft: its pages are put together as all others are, of other words. */
const OF_DRAFTS = ["home", "journey", "program", "term"];

export class Published {
  #server;
  #folder;
  #out;
  /** What each path gives: its body, the same compressed, and its headers. */
  files = new Map();
  /** The addresses of all pages, without those that only lead on. */
  pages = [];
  /** Those of languages that are no drafts. */
  finished = [];
  /** Those that are looked at one by one: EVERY_PAGE=1 for all, else enough of them that nothing which can be on a page is on none. */
  walked = [];
  /** One page of each kind in each language, the longest: for looks whose answer is the same wherever an element stands. */
  kinds = [];

  /** Builds the site in `root` and serves it; the guide may be served already. */
  static async open({ root = repository, asOf = AS_OF } = {}) {
    const site = new Published();
    if (root === repository && asOf === AS_OF && process.env[SHARED]) {
      const { origin, out } = JSON.parse(process.env[SHARED]);
      site.origin = origin;
      await site.#load(out);
      return site;
    }
    site.#server = createServer((request, response) => site.#answer(request, response));
    await new Promise((resolve) => site.#server.listen(0, "127.0.0.1", resolve));
    site.origin = `http://127.0.0.1:${site.#server.address().port}`;
    site.#folder = await mkdtemp(join(tmpdir(), "annai-published-"));
    site.#out = join(site.#folder, "site");
    try {
      await run(["-C", root, "build", "--quiet", "--as-of", asOf, "--base-url", `${site.origin}/`, "--out", site.#out]);
      await site.#load(site.#out);
    } catch (error) {
      // A server that nobody closes would keep the tests from ending.
      await site.close();
      throw error;
    }
    return site;
  }

  /** What stands in the environment of processes that look at this site instead of one that they build. */
  share() {
    return { [SHARED]: JSON.stringify({ origin: this.origin, out: this.#out }) };
  }

  async close() {
    if (!this.#server) return;
    await new Promise((resolve) => this.#server.close(resolve).closeAllConnections());
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** A tab in a window of its own whose clock stands at `now`. Its reader's language is none of the site's, so that no page leads on. */
  async tab({ now = AS_OF, font, ...options } = {}) {
    const context = await (await openBrowser(font)).newContext({ viewport: { width: 1280, height: 800 }, locale: "fi", ...options });
    const page = await context.newPage();
    if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(new Date(now));
    return page;
  }

  async #load(out) {
    const rules = parseHeaders(await readFile(join(out, "_headers"), "utf8"));
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath ?? entry.path, entry.name);
      const path = `/${relative(out, file).split(sep).join("/")}`.replace(/(^|\/)index\.html$/, "$1");
      const body = await readFile(file);
      const type = TYPES[/\.(\w+)$/.exec(entry.name)?.[1]] ?? "application/octet-stream";
      const headers = { "Content-Type": type };
      for (const [pattern, name, value] of rules) if (pattern.test(path)) headers[name] = value;
      this.files.set(path, new Sent(body, headers));
      if (type.startsWith("text/html") && !body.includes('http-equiv="refresh"')) this.pages.push(path);
    }
    this.pages.sort();
    const isOfDraft = (page) => /<p class="lacks-translation">[^]*? hreflang=/.test(this.files.get(page).body.toString());
    this.finished = this.pages.filter((page) => !isOfDraft(page));
    if (process.env.EVERY_PAGE) this.walked = this.kinds = this.pages;
    else this.#choose();
  }

  /** The longest page of each kind in each language, then more until every class of every element is there in each language. Of drafts,
   * the longest page of a few kinds. */
  #choose() {
    const longest = new Map();
    const ofDrafts = new Map();
    const left = new Map();
    const finished = new Set(this.finished);
    for (const page of this.pages) {
      const html = this.files.get(page).body.toString();
      const kind = `${/<html[^>]*? lang="([^"]*)"/.exec(html)[1]} ${/<body[^>]*? class="([^"]*)"/.exec(html)[1]}`;
      const [language, name] = kind.split(" ");
      const chosen = finished.has(page) ? longest : ofDrafts;
      if (!(chosen.get(kind)?.length >= html.length)) chosen.set(kind, { page, length: html.length, name });
      if (chosen === ofDrafts) continue;
      const elements = [...html.matchAll(/<(\w+)\b([^<>]*)/g)].flatMap(([, name, attributes]) =>
        (/\bclass="([^"]*)"/.exec(attributes)?.[1] ?? "").split(/\s+/).map((word) => `${language} ${name}.${word}`),
      );
      left.set(page, new Set(elements));
    }
    const choose = (page) => {
      const seen = left.get(page);
      this.walked.push(page);
      for (const elements of left.values()) for (const element of seen === elements ? [] : seen) elements.delete(element);
      left.delete(page);
    };
    this.kinds = [...longest.values()].map(({ page }) => page);
    this.kinds.forEach(choose);
    const most = () => [...left].reduce((most, next) => (next[1].size > most[1].size ? next : most), ["", new Set()]);
    for (let [page, elements] = most(); elements.size > 0; [page, elements] = most()) choose(page);
    for (const { page, name } of ofDrafts.values()) if (OF_DRAFTS.includes(name)) this.walked.push(page);
  }

  #answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, this.origin).pathname);
    let file = this.files.get(path);
    const status = file ? 200 : 404;
    // As hosts do: the nearest page for what is not found.
    for (let folder = path; !file && folder; ) {
      folder = folder.slice(0, folder.lastIndexOf("/"));
      file = this.files.get(`${folder}/404.html`);
    }
    if (!file) return response.writeHead(404).end();
    const compressed = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(status, { ...file.headers, Vary: "Accept-Encoding", ...(compressed && { "Content-Encoding": "gzip" }) });
    response.end(compressed ? file.compressed : file.body);
  }
}

/** Does `work` with each item in one of two tabs, one for each core of a small machine. */
export async function withTabs(site, options, items, work) {
  const queue = [...items];
  const one = async () => {
    const tab = await site.tab(options);
    for (let item; (item = queue.shift()) !== undefined; ) await work(tab, item);
    await tab.context().close();
  };
  await Promise.all([one(), one()]);
}

/** `_headers`: patterns of paths, below each its headers, indented. */
function parseHeaders(text) {
  const rules = [];
  let pattern;
  for (const line of text.split("\n").filter((line) => line.trim())) {
    if (!/^\s/.test(line)) pattern = new RegExp(`^${line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
    else {
      const at = line.indexOf(":");
      rules.push([pattern, line.slice(0, at).trim(), line.slice(at + 1).trim()]);
    }
  }
  return rules;
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (data) => (said += data));
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`annai ${args.join(" ")} ends with ${code}: ${said}`))));
  });
}

/** What is wrong, and where: the same finding on many pages is one. */
export class Findings {
  #places = new Map();

  note(finding, place) {
    if (!this.#places.has(finding)) this.#places.set(finding, []);
    this.#places.get(finding).push(place);
  }

  text() {
    return [...this.#places].map(([finding, places]) => `${finding}\n  on ${places.length}: ${places.slice(0, 3).join(", ")}`).join("\n");
  }

  none() {
    assert.equal(this.#places.size, 0, `${this.#places.size} findings:\n${this.text()}`);
  }
}
