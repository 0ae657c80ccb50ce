// What schedules say at an instant, worked out from their YAML apart from the program: what the pages are held against.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const DAY = 86_400_000;
/** Days before its close from which a recruitment closes soon, when a site does not say. */
const SOON = 14 * DAY;
/** What matters most to one who wants to apply stands first. */
const ORDER = ["closing-soon", "open", "upcoming", "closed", "not-announced"];

/** The schedules of a content folder in which people apply by a date, since only those have a state: {path, program, successor, zone, stages: [{stage, opens, closes, at}]}, in milliseconds. */
export async function readSchedules(content) {
  const folder = join(content, "schedules");
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const all = await Promise.all(names.map(async (name) => readSchedule(name.replace(/\.\w+$/, ""), await readFile(join(folder, name), "utf8"))));
  return all.filter((schedule) => applications(schedule).length);
}

function readSchedule(name, text) {
  const field = (key) => new RegExp(`^${key}: *(\\S+)`, "m").exec(text)?.[1];
  const zone = field("zone") ?? "Asia/Tokyo";
  const stages = [];
  for (const line of text.split("\n")) {
    const [, key, value] = /^\s+(?:- )?(stage|opens|closes|at): *(.+)$/.exec(line) ?? [];
    if (key === "stage") stages.push({ stage: value.trim() });
    else if (key) {
      const [start, end] = readMoment(value, zone);
      stages.at(-1)[key] = key === "opens" ? start : end;
      stages.at(-1)[`${key}Start`] = start;
    }
  }
  const path = (reference) => reference && `/${reference.replace("/", "s/")}/`;
  return { path: `/schedules/${name}/`, program: path(field("program")), successor: field("successor"), zone, stages };
}

/** Its first instant and the first after it: a month or a day without a time lasts until its last midnight, a time is one instant. */
function readMoment(text, zone) {
  const [, inYear, inMonth] = /^(\d{4})-(\d\d)$/.exec(text.trim()) ?? [];
  if (inMonth) return [0, 1].map((months) => instant(Number(inYear), Number(inMonth) + months, 1, 0, 0, zone));
  let match = /^(\d{4})-(\d\d)-(\d\d)(?: *\(.\))? *(?:(\d\d):(\d\d)|(正午))?$/.exec(text.trim());
  let [, year, month, day, hour, minute, noon] = match ?? [];
  if (!match) {
    const key = (name) => new RegExp(`\\b${name}: *"?(?:inferred )?([\\d:]+)`).exec(text)?.[1];
    [year, month, day] = [key("year"), key("month"), key("day")];
    [hour, minute] = key("time")?.split(":") ?? [];
    if (!year || !month || !day) throw new Error(`A moment that this test cannot read: ${text}`);
  }
  if (noon) [hour, minute] = [12, 0];
  const at = (hour, minute, days = 0) => instant(Number(year), Number(month), Number(day) + days, Number(hour), Number(minute), zone);
  return hour === undefined ? [at(0, 0), at(0, 0, 1)] : [at(hour, minute), at(hour, minute)];
}

/** The instant at which clocks of the zone show that time. */
function instant(year, month, day, hour, minute, zone) {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  const shown = new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
  const offset = (at) => {
    const part = Object.fromEntries(shown.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) - at;
  };
  return wanted - offset(wanted - offset(wanted));
}

const applications = (schedule) => schedule.stages.filter(({ stage, closes }) => stage === "application" && closes !== undefined);

/** The state of a schedule: windows are half-open. */
function stateOf(schedule, now) {
  const windows = applications(schedule);
  const open = windows.filter(({ opens = -Infinity, closes }) => opens <= now && now < closes);
  if (open.length) return now >= Math.max(...open.map(({ closes }) => closes)) - SOON ? "closing-soon" : "open";
  if (windows.some(({ opens }) => now < opens)) return "upcoming";
  return schedule.successor === "not-announced" ? "not-announced" : "closed";
}

/** The state of what stands at `path`: a schedule, or a program, which has the best state of its schedules; that all are over says nothing of its next recruitment. */
export function stateAt(schedules, path, now) {
  const of = (schedule) => {
    const state = stateOf(schedule, now);
    return schedule.program === path && state === "closed" ? "not-announced" : state;
  };
  const states = schedules.filter((schedule) => schedule.path === path || schedule.program === path).map(of);
  return ORDER.find((state) => states.includes(state));
}

/** Where a stage stands. */
export function stageAt({ opens, closes, at }, now) {
  if (at !== undefined) return now < at ? "later" : "passed";
  if (opens !== undefined && now < opens) return "upcoming";
  return closes === undefined || now < closes ? "open" : "over";
}

/** The next date that concerns those who apply: {at, words}, or nothing. */
export function nextAt(schedule, now) {
  const dates = applications(schedule).flatMap(({ opens, closes, closesStart }) => [
    ...(opens === undefined ? [] : [{ at: opens, shown: opens, words: "next_opens", since: -Infinity }]),
    { at: closes, shown: closesStart, words: "next_closes", since: opens ?? -Infinity },
  ]);
  return dates.filter(({ at, since }) => since <= now && now < at).sort((a, b) => a.at - b.at)[0];
}

/** Every instant at which something changes, in order. */
export function boundaries(schedules) {
  const all = schedules.flatMap((schedule) => [
    ...schedule.stages.flatMap(({ opens, closes, at }) => [opens, closes, at]),
    ...applications(schedule).map(({ closes }) => closes - SOON),
  ]);
  return [...new Set(all.filter((at) => at !== undefined))].sort((a, b) => a - b);
}
