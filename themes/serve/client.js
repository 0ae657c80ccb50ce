// Keeps an open page the same as the files it is made from: listens to the server, and exchanges what has changed in place.
//
// A page of the site shows itself. A page of the tool (`data-annai` on <html>) may name the page that it is about
// (`data-annai-page`), and may do the exchange itself by cancelling the event `annai:update`.

import { exchange, exchangeSheets, needsReload } from "./morph.js";
import { Dock } from "./dock.js";

const about = document.documentElement.dataset.annaiPage ?? location.pathname;
const tool = document.documentElement.dataset.annai;

/** What the server said last: the base of the next exchange; null if that is not known. The server puts this script before all
 * others, so that no module and no deferred script has changed the page yet. */
let base = document.cloneNode(true);
/** Whether another script may have run before this one all the same. */
const late = document.querySelector("script[async], script:not([type]):not([defer]), script[type*='javascript']:not([defer])") !== null;
const dock = new Dock({ settings, tool });
/** Start of the server and generation of the site that this page shows, or null if that is not known. */
let shown = navigationStamp();
/** Whether what is shown is the site's page for an address that it does not have. */
let missing = performance.getEntriesByType("navigation")[0]?.responseStatus === 404;
/** What is still to be done, gathered while an exchange runs. */
let pending = null;
let running = false;
let source = null;
let silence = 0;
/** Signs of life come every ten seconds; a server that hangs keeps its connections and sends none. */
const PATIENCE = 25_000;
let watch = 0;
const clock = Date.now;
let stands = null;

/** Reads `Server-Timing: annai;desc="boot.generation"`, which is how a page says what it was made from. */
function stampOf(description) {
  const [boot, generation] = description?.split(".") ?? [];
  return generation === undefined ? null : { boot, generation: Number(generation) };
}

function navigationStamp() {
  const timing = performance.getEntriesByType("navigation")[0]?.serverTiming?.find((entry) => entry.name === "annai");
  return stampOf(timing?.description);
}

async function read(address = location.href) {
  const response = await fetch(address, { cache: "no-store", headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const stamp = stampOf(/\bannai;desc="([^"]*)"/.exec(response.headers.get("server-timing") ?? "")?.[1]);
  return { page, stamp, status: response.status, moved: response.redirected && response.url };
}

/** Takes note of an update; exchanges run one after the other, and what comes meanwhile is done at once. */
function take({ boot, generation, styleOnly, findingsOnly }) {
  const same = shown?.boot === boot;
  if (!same || generation > shown.generation) {
    const next = same && generation === shown.generation + 1 && !pending;
    const part = next && findingsOnly ? "findings" : next && styleOnly ? "style" : "page";
    pending = { boot, generation, part: pending && pending.part !== part ? "page" : part };
  }
  run();
}

async function run() {
  if (running) return;
  running = true;
  try {
    do {
      const todo = pending;
      pending = null;
      if (todo && todo.part !== "findings") await bring(todo);
      else if (todo) shown = todo;
      await describe();
    } while (pending);
  } catch {
    // The server went away in between: when it is back, everything is compared anew.
    shown = null;
    setTimeout(connect, 1000);
  } finally {
    running = false;
  }
}

/** Brings this page to the generation that the server has now. */
async function bring(todo) {
  const update = new CustomEvent("annai:update", { cancelable: true, detail: todo });
  if (!document.dispatchEvent(update)) {
    shown = { boot: todo.boot, generation: todo.generation };
    return;
  }
  const { page, stamp, status, moved } = await read();
  if (moved) return location.replace(moved);
  const stays = status === 404 && !missing;
  // Of a page that is gone, and of a server in trouble, the last good version stays.
  if (!stays && (status < 400 || status === 404)) {
    if (!base || needsReload(base, page)) return location.reload();
    await exchangeSheets(page);
    if (todo.part === "page") exchange(base, page);
    base = page;
    missing = status === 404;
  }
  shown = stamp ?? { boot: todo.boot, generation: todo.generation };
  document.dispatchEvent(new CustomEvent("annai:exchanged", { detail: todo }));
}

/** Asks what is to be said about this page and the site, and says it. */
async function describe() {
  const response = await fetch(`/_annai/state?page=${encodeURIComponent(about)}`, { cache: "no-store" });
  if (!response.ok) return;
  const state = await response.json();
  dock.show(state);
  setClock(state.asOfFixed ? Date.parse(state.asOf) : null);
}

/** Lets the clock of the page's own scripts stand at the instant for which the site is shown; else they would soon tell of
 * another. They look at it again when they hear `pageshow`. */
function setClock(instant) {
  if (instant === stands) return;
  stands = instant;
  Date.now = instant === null ? clock : () => instant;
  dispatchEvent(new PageTransitionEvent("pageshow"));
}

/** Changes what the whole server shows: drafts or not, and as of when. Returns what is wrong with it, or null. */
async function settings(change) {
  const response = await fetch(`/_annai/settings?${new URLSearchParams(change)}`, { headers: { "X-Annai": "settings" } });
  if (response.ok) return null;
  return (await response.json().catch(() => null))?.error ?? String(response.status);
}

function connect() {
  close();
  if (document.hidden) return;
  const stream = new EventSource("/_annai/events");
  source = stream;
  stream.addEventListener("open", () => heard(true));
  stream.addEventListener("alive", () => heard(true));
  watch = setTimeout(hangs, PATIENCE);
  stream.addEventListener("update", (event) => {
    heard(true);
    take(JSON.parse(event.data));
  });
  stream.addEventListener("error", () => {
    heard(false);
    // The browser tries again by itself unless the answer was an error.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => source === stream && connect(), 1000);
  });
}

function close() {
  clearTimeout(watch);
  source?.close();
  source = null;
}

/** Nothing was heard for long: says so, and tries a new connection. */
function hangs() {
  heard(false);
  connect();
}

/** A restart takes a moment: only a longer silence is spoken of. */
function heard(something) {
  if (something) {
    clearTimeout(watch);
    if (source) watch = setTimeout(hangs, PATIENCE);
    clearTimeout(silence);
    silence = 0;
    dock.connected(true);
  } else {
    silence ||= setTimeout(() => dock.connected(false), 1500);
  }
}

// Hidden pages let go of their connection, since a browser has few; sleep and the network break it without a word.
document.addEventListener("visibilitychange", connect);
addEventListener("online", connect);
addEventListener("pageshow", (event) => event.persisted && connect());
addEventListener("pagehide", close);

// Of a page that a script may have changed already, what the server itself said is read again. If the server has moved on
// since, nobody knows it any more, and the next change loads the page anew.
if (late && shown && !tool) {
  base = null;
  read()
    .then(({ page, stamp }) => {
      if (stamp?.boot === shown?.boot && stamp?.generation === shown?.generation) base = page;
    })
    .catch(() => {})
    .finally(connect);
} else {
  connect();
}
