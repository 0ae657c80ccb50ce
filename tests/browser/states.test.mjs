// States of recruitment when time has moved on since the build: one minute before and after each instant at which one changes.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { Findings, Published, withTabs } from "./published.mjs";
import { boundaries, nextAt, readSchedules, stageAt, stateAt } from "./schedules.mjs";
import { closeBrowser, repository } from "./support.mjs";

const MINUTE = 60_000;
const ZONES = ["Asia/Tokyo", "America/New_York", "Asia/Kolkata"];
const LANGUAGES = ["ja", "en"];

after(closeBrowser);

/** The words of readers, by language and id. */
const words = {};
for (const lang of LANGUAGES) {
  const text = await readFile(join(repository, `locales/${lang}/reader.ftl`), "utf8");
  words[lang] = Object.fromEntries([...text.matchAll(/^([a-z_]+) = (.*)$/gm)].map(([, id, words]) => [id, words]));
}

/** What a page shows around each change of the schedules that it names, and long before and after, as its clock is moved there and it is looked at again. */
function look(schedules) {
  const own = location.pathname.replace(/^\/\w+/, "");
  const records = 'a[href*="/schedules/"], a[href*="/programs/"]';
  const pathOf = (link) => new URL(link.href).pathname.replace(/^\/\w+/, "");
  /** The record that something is said of: the page's own, or that of the nearest link. */
  const owner = (element) => {
    if (element.closest(".page-head") || (document.body.matches(".schedule") && element.closest(".board"))) return own;
    for (let around = element.parentElement; around && around.localName !== "main"; around = around.parentElement) {
      const link = around.querySelector(records);
      if (link) return pathOf(link);
    }
    return own;
  };
  const visible = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const named = new Set([own, ...[...document.querySelectorAll("[data-windows], [data-next]")].map(owner)]);
  const all = (schedules) => schedules.flatMap(({ instants }) => instants);
  const changes = all(schedules.filter(({ path, program }) => named.has(path) || named.has(program)));
  const instants = new Set([Math.min(...all(schedules)), ...changes, Math.max(...all(schedules))]);
  return [...instants].sort((a, b) => a - b).map((now) => {
    Date.now = () => now;
    document.dispatchEvent(new Event("visibilitychange"));
    const times = [...document.querySelectorAll("main time[datetime*='T']")].filter(visible);
    return {
      now,
      states: [...document.querySelectorAll("[data-windows]")].filter(visible).map((badge) => ({ of: owner(badge), says: badge.textContent })),
      stages: [...document.querySelectorAll("[data-stage]")].filter(visible).map((badge) => badge.textContent),
      next: [...document.querySelectorAll("[data-next]")].map((next) => ({ of: owner(next), says: next.innerText, dates: [...next.querySelectorAll("time")].filter(visible).map((time) => time.innerText), times: [...next.querySelectorAll("time")].filter(visible).map((time) => time.dateTime) })),
      times: times.map((time) => ({ at: Date.parse(time.dateTime), offset: /[+-]\d\d:\d\d$/.exec(time.dateTime)[0], note: time.nextElementSibling?.matches(".live") ? time.nextElementSibling.innerText : null })),
    };
  });
}

/** Keeps what takes long to make. */
const once = (make) => {
  const kept = new Map();
  return (...of) => {
    const key = of.join(" ");
    if (!kept.has(key)) kept.set(key, make(...of));
    return kept.get(key);
  };
};
const relativeTime = once((lang) => new Intl.RelativeTimeFormat(lang, { numeric: "always" }));
const localTime = once((lang, zone, at) =>
  new Intl.DateTimeFormat(lang, { timeZone: zone, weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).formatToParts(at),
);
/** A zone's distance from UTC at an instant: `+09:00`. */
const offsetOf = once((zone, at) => {
  const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at).find(({ type }) => type === "timeZoneName").value;
  return name === "GMT" ? "+00:00" : name.slice(3);
});

/** How far away an instant is, and when it is there where the reader is. */
function checkTime({ at, offset, note }, now, lang, zone, wrong) {
  if (at <= now) return note === null || wrong("a time that is past has a note", note);
  if (note === null) return wrong("a time to come has no note", new Date(at).toISOString());
  const left = at - now;
  const [unit, length] = left >= 24 * 60 * MINUTE ? ["day", 24 * 60] : left >= 60 * MINUTE ? ["hour", 60] : ["minute", 1];
  const relative = relativeTime(lang).format(Math.floor(left / (length * MINUTE)), unit);
  if (!note.includes(relative)) wrong(`the time left is ${relative}`, note);
  const local = offsetOf(zone, at) !== offset;
  if (note.includes(words[lang].live_local.replace("{ $time }", "").trim()) !== local) wrong(local ? "the reader's own time is missing" : "the reader's own time is the same", note);
  if (!local) return;
  for (const { type, value } of localTime(lang, zone, at)) if (type !== "literal" && !note.includes(value)) wrong(`the reader's own time has the ${type} ${value}`, note);
}

const squeeze = (text) => text.replace(/\s+/g, "");

/** Holds every page that shows a state against the schedules, around each change since `from`. */
async function check(site, schedules, from = -Infinity) {
  const findings = new Findings();
  const around = (schedule) => boundaries([schedule]).filter((at) => at >= from).flatMap((at) => [at - MINUTE, at + MINUTE]);
  const changes = schedules.map((schedule) => ({ path: schedule.path, program: schedule.program, instants: around(schedule) }));
  const pages = site.finished.filter((path) => /data-(windows|stage|next)\b/.test(site.files.get(path).body));
  const shown = new Set();
  // Where the reader is changes nothing but the reader's own time: a page of each kind is looked at from all zones, each other page from one.
  for (const [turn, zone] of ZONES.entries()) {
    const looked = pages.filter((page, at) => at % ZONES.length === turn || site.kinds.includes(page));
    await withTabs(site, { timezoneId: zone, now: Math.min(...changes.flatMap(({ instants }) => instants)) }, looked, async (tab, page) => {
      await tab.goto(site.origin + page);
      const [, lang, path] = /^\/(\w+)(\/.*)$/.exec(page);
      const say = (id) => words[lang][id];
      for (const { now, states, stages, next, times } of await tab.evaluate(look, changes)) {
        const wrong = (finding, says) => findings.note(finding, `${page} (${zone}, ${new Date(now).toISOString()}: ${says})`);
        for (const { of, says } of states) {
          const state = stateAt(schedules, of, now);
          if (!state) wrong(`a state is shown of ${of}, which has none`, says);
          else if (says !== say(`state_${state.replaceAll("-", "_")}`)) wrong(`${of} is ${state}`, says);
          shown.add(`${of} on ${page}`);
        }
        for (const { of, says, dates, times } of next) {
          // A program's next date is that of the schedule named beside it.
          const schedule = schedules.find(({ path }) => path === of) ?? schedules.find(({ program }) => program === of);
          const expected = schedule && nextAt(schedule, now);
          const shownAt = times.map((time) => (time.includes("T") ? Date.parse(time) : time));
          const wanted = expected ? [expected.shown] : [];
          const same = shownAt.length === wanted.length && shownAt.every((at, i) => at === wanted[i] || isDateOf(at, wanted[i], schedule.zone));
          if (!same) wrong(`the next date of ${of} is ${wanted.map((at) => new Date(at).toISOString())}`, says);
          else if (expected && !say(expected.words).split("{ $date }").every((part) => says.includes(part.trim()))) wrong(`the next date of ${of}: ${expected.words}`, says);
          // What is added for the reader stands behind the sentence and not in it.
          else if (expected && !dates.every((date) => squeeze(says).includes(squeeze(say(expected.words).replace("{ $date }", date))))) wrong(`the next date of ${of} is torn apart`, says);
          shown.add(`next of ${of} on ${page}`);
        }
        const schedule = schedules.find((schedule) => schedule.path === path);
        if (schedule) {
          const expected = schedule.stages.map((stage) => say(`stage_${stageAt(stage, now)}`));
          if (stages.join() !== expected.join()) wrong(`the stages are ${expected}`, stages);
        }
        for (const time of times) checkTime(time, now, lang, zone, wrong);
      }
    });
  }
  findings.none();
  for (const lang of LANGUAGES) {
    for (const { path, program } of schedules) {
      for (const where of [`${path} on /${lang}${path}`, `${path} on /${lang}/schedules/`, `${path} on /${lang}${program}`, `${program} on /${lang}${program}`, `${program} on /${lang}/programs/`, `next of ${path} on /${lang}${path}`]) {
        assert.ok(shown.has(where), `No state of ${where}`);
      }
    }
    assert.ok([...shown].some((where) => where.endsWith(` on /${lang}/`)), "The home page shows a state");
  }
}

/** The date that clocks of a zone show, as it stands in `datetime`. */
function dateIn(at, zone) {
  return new Intl.DateTimeFormat("sv", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** Is it that instant's date, or its month where no more is known? */
const isDateOf = (text, at, zone) => [dateIn(at, zone), dateIn(at, zone).slice(0, 7)].includes(text);

describe("the guide", () => {
  let site;
  after(() => site?.close());

  test("every page that shows a state has the right words around each change, in three time zones and both finished languages", async () => {
    site = await Published.open();
    await check(site, await readSchedules(join(repository, "content")));
  });

  test("a list of one state says when the first of it changes, and holds nothing that has another state by now", async () => {
    site ??= await Published.open();
    const lists = site.finished.filter((path) => /<p class="lead" data-state="(open|upcoming|closing-soon)"/.test(site.files.get(path).body));
    assert.ok(lists.length, "There is a list of a state that passes");
    await withTabs(site, { javaScriptEnabled: false }, lists, async (tab, page) => {
      await tab.goto(site.origin + page);
      assert.match(await tab.locator("p.lead").innerText(), /20\d\d/, page);
      assert.ok(await tab.locator("main .card").count(), page);
      assert.ok(await tab.locator("[data-none]").isHidden(), page);
    });
    await withTabs(site, { now: "2051-01-01T00:00:00Z" }, lists, async (tab, page) => {
      await tab.goto(site.origin + page);
      await tab.locator("[data-none]").waitFor();
      assert.equal(await tab.locator("main .card:visible, main section:visible, main .count:visible").count(), 0, page);
    });
  });

  test("a page that is left open changes by itself", async () => {
    site ??= await Published.open();
    const [{ path, stages }] = (await readSchedules(join(repository, "content"))).filter(({ path }) => path.includes("specialist"));
    const { opens } = stages[0];
    const tab = await site.tab();
    await tab.clock.install({ time: opens - MINUTE });
    await tab.goto(`${site.origin}/en${path}`);
    const badge = tab.locator(".page-head .badge");
    await tab.clock.pauseAt(opens - MINUTE / 2);
    assert.equal(await badge.textContent(), words.en.state_upcoming);
    await tab.clock.runFor(MINUTE);
    assert.equal(await badge.textContent(), words.en.state_closing_soon);
  });
});

/** Recruitments that are open, close soon, and are to come as the site is built. */
const RECRUITMENTS = {
  "open-now": ["initial-clinical-training", "", ["application: 2026-11-10 09:00 – 2026-12-20 17:00", "result: 2027-01-15"]],
  "closing": ["practical-training", "", ["application: 2026-11-01 – 2026-11-30", "selection: 2026-12-01 – 2026-12-10"]],
  "to-come": ["tsukuba-observation", "not-announced", ["application: 2027-01-10 12:00 – 2027-02-28 12:00", "application: 2027-03-14 – 2027-03-20"]],
  "abroad": ["kanazawa-clinical-training", "", ["application: 2027-03-01 10:00 – 2027-03-28 23:59"], "America/New_York"],
  "specialist-2027": ["specialist-training", "not-announced", ["application: 2026-12-01 12:00 – 2026-12-10 12:00", "result: 2026-12-20 12:00"]],
};

/** A small site that has these recruitments, and nothing of which the guide has more. */
async function project(languages = ["ja", "en"]) {
  const root = await mkdtemp(join(tmpdir(), "annai-states-"));
  const write = async (path, lines) => {
    await mkdir(dirname(join(root, "content", path)), { recursive: true });
    await writeFile(join(root, "content", path), `${lines.join("\n")}\n`);
  };
  await write("site.yaml", ["title: {ja: 募集, en: Recruitments}", `languages: [${languages}]`, "base_url: https://example.org/", "time_zone: Asia/Tokyo"]);
  await write("hospitals/host.yaml", ["name: {ja: 試験病院, en: Host}"]);
  for (const program of new Set(Object.values(RECRUITMENTS).map(([program]) => program))) {
    await write(`programs/${program}.yaml`, [`name: {ja: 試験${program}, en: Program ${program}}`, "kind: observation", "host: hospital/host"]);
  }
  for (const [name, [program, successor, stages, zone]] of Object.entries(RECRUITMENTS)) {
    const lines = [`name: {ja: 試験${name}, en: Test ${name}}`, `program: program/${program}`, "fiscal_year: {year: 2027, basis: training-start}", `zone: ${zone ?? "Asia/Tokyo"}`];
    lines.push("rounds:", "  - round: first", "    stages:");
    for (const text of stages) {
      const [, stage, from, to] = /^(\w+): (.+?)(?: – (.+))?$/.exec(text);
      lines.push(`      - stage: ${stage}`, ...(to ? [`        opens: ${from}`, `        closes: ${to}`] : [`        at: ${from}`]));
    }
    if (successor) lines.push(`successor: ${successor}`);
    await write(`schedules/${name}.yaml`, lines);
  }
  return root;
}

describe("a site with recruitments before, in and after their time", () => {
  let site;
  let root;
  after(async () => {
    await site?.close();
    if (root) await rm(root, { recursive: true, force: true });
  });

  test("every page that shows a state has the right words around each change", async () => {
    root = await project();
    site = await Published.open({ root });
    await check(site, await readSchedules(join(root, "content")), Date.parse("2026-01-01"));
  });
});

/** What the timelines of a page show at each of the instants, or as it stands: for each, from when to when it is, where today is, and the state of each stage. */
function drawn(instants) {
  const look = () => [...document.querySelectorAll("svg.timeline")].map((timeline) => {
    const today = timeline.querySelector(".today");
    const shown = getComputedStyle(today).display !== "none";
    const word = today.querySelector("text");
    const states = [...timeline.querySelectorAll(".stage")].map((stage) => ["past", "now", "future"].filter((state) => stage.classList.contains(state)).join("+"));
    return { range: `${today.dataset.from}–${today.dataset.to}`, today: shown ? [Math.round(today.getBoundingClientRect().left), getComputedStyle(word).textAnchor] : null, states };
  });
  if (!instants) return look();
  return instants.map((now) => {
    Date.now = () => now;
    document.dispatchEvent(new Event("visibilitychange"));
    return look();
  });
}

describe("drawings of a page that was built earlier", () => {
  const sites = [];
  let root;
  after(async () => {
    for (const site of sites) await site.close();
    if (root) await rm(root, { recursive: true, force: true });
  });

  test("today's line and the states of stages are what they are when it is built now, from right to left too", async () => {
    root = await project(["ja", "en", "ar"]);
    // Stages of which one end is not known, and a month without a day.
    await writeFile(join(root, "content/schedules/half-known.yaml"), "name: {ja: 一部不明, en: Half known}\nprogram: program/practical-training\nfiscal_year: {year: 2027, basis: training-start}\nrounds:\n  - round: first\n    stages:\n      - {stage: application, closes: 2026-12-20}\n      - {stage: interview, opens: 2026-12-22 10:00}\n      - {stage: selection, at: 2027-01}\n");
    const open = async (asOf) => {
      const site = await Published.open({ root, asOf });
      sites.push(site);
      return site;
    };
    const look = async (site, options, instants) => {
      const shown = new Map();
      await withTabs(site, options, site.pages.filter((path) => site.files.get(path).body.includes('class="timeline"')), async (tab, page) => {
        await tab.goto(site.origin + page);
        shown.set(page, await tab.evaluate(drawn, instants));
      });
      return shown;
    };
    const before = "2026-11-22T12:00:00+09:00";
    const earlier = await open(before);
    const then = await look(earlier, { javaScriptEnabled: false });
    assert.ok([...then.keys()].some((page) => page.startsWith("/ar/")), "A language that is written from right to left has timelines");
    const findings = new Findings();
    // In a window, on the day of a result, at the instant of a close, and long after.
    const later = ["2026-12-05T12:00:00+09:00", "2027-01-15T12:00:00+09:00", "2027-02-28T12:00:00+09:00", "2031-01-01T00:00:00+09:00"];
    const moved = await look(earlier, { now: before }, later.map((asOf) => Date.parse(asOf)));
    for (const [turn, asOf] of later.entries()) {
      const built = await look(await open(asOf), { javaScriptEnabled: false });
      let changed = 0;
      for (const [page, timelines] of built) {
        for (const [index, wanted] of timelines.entries()) {
          const is = moved.get(page)?.[turn][index];
          // A drawing reaches to the day on which it is built when that is not far off: then it has another scale.
          const comparable = wanted.range === is?.range ? ["today", "states"] : ["states"];
          for (const what of comparable) {
            const same = JSON.stringify(wanted[what]) === JSON.stringify(is?.[what]);
            if (!same) findings.note(`${what} of a timeline at ${asOf}`, `${page}: ${JSON.stringify(is?.[what])}, not ${JSON.stringify(wanted[what])}`);
            if (JSON.stringify(then.get(page)?.[index]?.[what]) !== JSON.stringify(wanted[what])) changed += 1;
          }
        }
      }
      assert.ok(changed >= 4, `Timelines differ between ${before} and ${asOf}: ${changed}`);
    }
    findings.none();
  });
});
