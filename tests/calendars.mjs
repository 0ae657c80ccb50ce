// What ical.js reads in a calendar: `node calendars.mjs FILE` prints its events as JSON.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const { parse, Component, Event } = ICAL;

const calendar = new Component(parse(readFileSync(process.argv[2], "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new Event(component);
  const value = (name) => component.getFirstPropertyValue(name)?.toString() ?? null;
  return {
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
    status: value("status"),
    stamp: value("dtstamp"),
    modified: value("last-modified"),
    summary: event.summary,
  };
});
console.log(JSON.stringify(events));
