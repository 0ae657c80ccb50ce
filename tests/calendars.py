#!/usr/bin/env python3
"""What readers' calendars make of an edit: `tests/calendars.py target/debug/annai`.

A subscription is read before and after each edit by icalendar and by ical.js, and taken over by khal as a program does that keeps
what it has read: a date that moved, one that was called off, a schedule that was renamed, one that is no more.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

from icalendar import Calendar

ROOT = Path(__file__).resolve().parent.parent
ANNAI = Path(sys.argv[1]).resolve()
KHAL = Path(sys.executable).parent / "khal"
SCHEDULE = "content/schedules/s.yaml"
FILES = {
    "content/site.yaml": """\
title: {ja: 案内, en: Guide}
languages: [ja, en]
base_url: https://example.org/
time_zone: Asia/Tokyo
""",
    "content/programs/p.yaml": "name: {ja: 研修, en: Training}\n",
    SCHEDULE: """\
name: {ja: 募集, en: Recruitment}
program: program/p
rounds:
  - round: first
    stages:
      - {stage: application, opens: 2027-04-01 09:00, closes: 2027-04-20 17:00}
      - {stage: interview, at: 2027-05-10}
      - {stage: result, at: 2027-06-01 10:00}
""",
}


def annai(site, *arguments):
    command = [str(part) for part in (ANNAI, "--lang", "en", *arguments, "-C", site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def python_reads(path):
    calendar = Calendar.from_ical(path.read_bytes())
    events = []
    for event in calendar.walk("VEVENT"):
        start = event.decoded("DTSTART")
        moment = isinstance(start, datetime)
        modified = event.get("LAST-MODIFIED")
        events.append({
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "start": start.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z") if moment else start.isoformat(),
            "status": str(event["STATUS"]) if "STATUS" in event else None,
            "stamp": event.decoded("DTSTAMP").strftime("%Y-%m-%dT%H:%M:%SZ"),
            "modified": modified.dt.strftime("%Y-%m-%dT%H:%M:%SZ") if modified else None,
            "summary": str(event["SUMMARY"]),
        })
    return events


def script_reads(path):
    done = subprocess.run(["node", str(ROOT / "tests/calendars.mjs"), str(path)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


class Khal:
    """A calendar that keeps what it was given."""

    def __init__(self, folder):
        self.config = folder / "khal.conf"
        (folder / "kept").mkdir()
        self.config.write_text(
            f"[calendars]\n[[kept]]\npath = {folder}/kept\n[sqlite]\npath = {folder}/khal.db\n[locale]\nlocal_timezone = Asia/Tokyo\n"
            "default_timezone = Asia/Tokyo\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = kept\n"
        )

    def run(self, *arguments):
        command = [str(KHAL), "-c", str(self.config), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout

    def takes(self, path):
        self.run("import", "--batch", "-a", "kept", str(path))

    def shows(self):
        """The days and titles of the months in question."""
        lines = self.run("list", "--day-format", "", "--format", "{start-date}\t{start-time}\t{uid}\t{status}\t{title}", "2027-03-01", "200d")
        return {tuple(line.split("\t")[:2]): line for line in lines.splitlines() if line.strip()}


class Site:
    def __init__(self, folder):
        self.root = folder / "site"
        self.path = folder / "read.ics"
        for path, text in FILES.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text)
        annai(self.root, "accept", "--all", "--yes")
        self.khal = Khal(folder)
        self.versions = 0
        self.last = {}

    def edit(self, path, old, new):
        text = (self.root / path).read_text()
        assert old in text, text
        (self.root / path).write_text(text.replace(old, new))

    def publish(self):
        """Both readers agree; the events by UID, with those of the version before."""
        annai(self.root, "build", "--as-of", "2026-12-01")
        self.path.write_bytes((self.root / "public/calendar/ja/programs/p.ics").read_bytes())
        python, script = python_reads(self.path), script_reads(self.path)
        assert python == script, f"{python}\n{script}"
        self.khal.takes(self.path)
        self.versions += 1
        before, self.last = self.last, {event["uid"]: event for event in python}
        assert len(self.last) == len(python), "no UID stands twice"
        return before, self.last

    def changed(self):
        """Publishes; the events that a client takes for another version, old and new. All others are the same to the byte."""
        before, now = self.publish()
        assert before.keys() == now.keys(), "no event comes or goes: it is the same one"
        found = []
        for uid, event in now.items():
            if event["sequence"] > before[uid]["sequence"]:
                assert event["stamp"] > before[uid]["stamp"] and event["modified"] == event["stamp"], event
                found.append((before[uid], event))
            else:
                assert {**event, "summary": ""} == {**before[uid], "summary": ""}, f"{before[uid]}\n{event}"
        return found


def moved(site):
    site.edit(SCHEDULE, "closes: 2027-04-20 17:00", "closes: 2027-04-27 17:00")
    annai(site.root, "accept", SCHEDULE)
    [(old, new)] = site.changed()
    assert (old["start"], new["start"]) == ("2027-04-20T08:00:00.000Z", "2027-04-27T08:00:00.000Z"), (old, new)
    days = site.khal.shows()
    assert ("2027-04-27", "17:00") in days and ("2027-04-20", "17:00") not in days, days


def called_off(site):
    site.edit(SCHEDULE, "{stage: interview, at: 2027-05-10}", "{stage: interview, at: 2027-05-10, withdrawn: true}")
    annai(site.root, "accept", SCHEDULE)
    [(old, new)] = site.changed()
    assert old["status"] != "CANCELLED" and new["status"] == "CANCELLED", (old, new)
    day = next(line for key, line in site.khal.shows().items() if key[0] == "2027-05-10")
    assert "CANCELLED" in day, day


def renamed(site):
    annai(site.root, "rename", "schedule/s", "schedule/t")
    assert not site.changed(), "the same events under another name"


def no_more(site):
    annai(site.root, "retire", "schedule/t", "--since", "2026-11-30")
    annai(site.root, "accept", "content/schedules/t.yaml")
    found = site.changed()
    assert len(found) == 3 and all(new["status"] == "CANCELLED" for _, new in found), found  # one was called off before
    assert all("CANCELLED" in line for line in site.khal.shows().values())


def main():
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.publish()
        edits = [moved, called_off, renamed, no_more]
        for edit in edits:
            edit(site)
        print(f"{site.versions} versions of a calendar, read by icalendar, ical.js and khal: each edit is one more version of the same events")


main()
