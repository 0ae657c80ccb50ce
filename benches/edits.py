#!/usr/bin/env python3
"""Measures `annai serve`: how soon it is ready, how much memory it takes, how soon a save shows, whether any is lost.

  cargo build --release --bin annai --example corpus
  python3 benches/edits.py [--pages 6000,20000] [--edits 20] [--only ready,write,name]

For each size a site is made (benches/corpus.rs), kept on tmpfs where there is one, and served from loopback. Then:
  ready                    from the start of the program to the first page that it sends; then its resident memory
  write, rename, truncate  a paragraph is added to a page's Markdown, saved in place, by a sibling renamed over it, or by
                           truncating it, waiting 5 ms and writing: the time until a GET of the page shows it
  name                     the name of a hospital that 50 other pages mention changes: until the last of those shows it
  template                 the site's own base template changes: until a page shows it
  storm                    10,000 saves in all three styles to 200 pages, as fast as they can be written: all pages of the
                           site must end as a fresh build of its files makes them
The clock starts as the last write begins; a GET is sent each millisecond on one connection. Between edits the program is
waited for until it is idle. An edit that does not show within 15 s is lost. Beside the times stand what cannot be seen from
them: the share of the machine's processors that other programs used meanwhile (above a tenth, the times say little), the
best time, and the median of the processor time that the program used for an edit, over all its threads. The exit code is
1 if a limit is missed.
"""

import argparse
import http.client
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RELEASE = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 15.0
SCRIPT = b'<script type="module" src="/_annai/client.js"></script>'
# Pages of content, in both languages, for each hospital of the corpus.
PAGES_OF_ONE = 6
# The limits: for each size, milliseconds for the median and for the 95th percentile, seconds, MiB.
LIMITS = {6000: {"median": 20, "p95": 50}, 20000: {"median": 60, "ready": 1.5, "memory": 400}}
missed = []


def say(size, what, figure, unit, limit=None):
    if limit is not None and figure > limit:
        missed.append(f"{size} {what}")
    wanted = "" if limit is None else f"  (at most {limit:g} {unit}: {'ok' if figure <= limit else 'MISSED'})"
    print(f"{size:>6} pages  {what:<18} {figure:9.1f} {unit}{wanted}", flush=True)


class Load:
    """The share of the processors that neither we nor our children used."""

    def __init__(self, pid):
        self.pid, self.then = pid, time.monotonic()
        self.before = self.ticks()

    def ticks(self):
        fields = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
        own = os.times()
        return sum(fields) - fields[3] - fields[4] - ticks_of(self.pid) - round((own.user + own.system) * TICK)

    def others(self):
        processors = (time.monotonic() - self.then) * (os.cpu_count() or 1)
        return max(0.0, (self.ticks() - self.before) / TICK / processors)


def ticks_of(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def worked(pid):
    """Milliseconds for which the program's threads ran."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6


class Served:
    """The program, serving a site."""

    def __init__(self, annai, site):
        self.start = time.monotonic()
        command = [annai, "-C", site, "serve", "--port", "0", "--lang", "en", "--as-of", "2026-11-22T00:00:00Z"]
        self.said = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.said, stderr=self.said)
        self.pid = self.process.pid
        while not (found := re.search(rb"http://127\.0\.0\.1:(\d+)/_annai/", self.output())):
            if self.process.poll() is not None or time.monotonic() - self.start > 120:
                sys.exit(f"annai serve does not run:\n{self.output().decode()}")
            time.sleep(0.002)
        self.port = int(found[1])
        self.connection = None

    def output(self):
        return os.pread(self.said.fileno(), 1 << 16, 0)

    def get(self, path):
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            self.connection.request("GET", path)
            answer = self.connection.getresponse()
            body = answer.read()
            return body if answer.status == 200 else b""
        except (OSError, http.client.HTTPException):
            self.connection = None
            return b""

    def shows(self, path, mark, since):
        """Milliseconds until the page shows the mark; nothing when it never does."""
        while mark not in self.get(path):
            if time.monotonic() - since > PATIENCE:
                return None
            time.sleep(0.001)
        return (time.monotonic() - since) * 1000

    def settle(self, idle=0.5):
        """Waits until it has used no processor for a moment."""
        last, since = ticks_of(self.pid), time.monotonic()
        while time.monotonic() - since < idle:
            time.sleep(0.05)
            now = ticks_of(self.pid)
            if now > last + 1:
                since = time.monotonic()
            last = now

    def memory(self, key="VmRSS"):
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(rf"{key}:\s+(\d+)", status)[1]) / 1024

    def end(self):
        self.process.kill()
        self.process.wait()


def save(path, text, style):
    """Saves as an editor's program does; the instant at which the last write began."""
    if style == "rename":
        side = path.with_name(f".{path.name}.swp")
        side.write_text(text, encoding="utf-8")
        begun = time.monotonic()
        os.replace(side, path)
        return begun
    if style == "truncate":
        path.write_bytes(b"")
        time.sleep(0.005)
    begun = time.monotonic()
    path.write_text(text, encoding="utf-8")
    return begun


def measure(size, served, what, edits, edit):
    """`edit` makes the edit of a number, and gives the page that shows it, the words, and when it began."""
    times, work, lost, load = [], [], 0, Load(served.pid)
    for number in range(edits):
        before = worked(served.pid)
        page, mark, begun = edit(number)
        taken = served.shows(page, mark.encode(), begun)
        work.append(worked(served.pid) - before)
        lost += taken is None
        times += [] if taken is None else [taken]
        served.settle()
    limits = LIMITS.get(size, {})
    times.sort()
    if times:
        say(size, f"{what}, median", statistics.median(times), "ms", limits.get("median"))
        say(size, f"{what}, 95 %", times[max(0, -(-len(times) * 95 // 100) - 1)], "ms", limits.get("p95"))
    say(size, f"{what}, lost", lost, f"of {edits}", 0)
    best = f"best {times[0]:.1f} ms, " if times else ""
    print(f"{'':>14}{what}: {best}work {statistics.median(work):.1f} ms, others {load.others():.0%}", flush=True)


def storm(size, served, annai, site, count=10_000):
    """Many saves in all styles; then all pages must be as a build makes them."""
    files = sorted((site / "content/hospitals").glob("*.ja.md"))[:200]
    texts = [file.read_text(encoding="utf-8") for file in files]
    begun = time.monotonic()
    for number in range(count):
        at = number % len(files)
        save(files[at], f"{texts[at]}\nSTORM{number}X\n", ("write", "rename", "write")[number % 3])
        if number % 500 == 0:
            save(files[at], f"{texts[at]}\nSTORM{number}X\n", "truncate")
    written = time.monotonic()
    lost = 0
    for at, file in enumerate(files):
        last = count - len(files) + at
        lost += served.shows(address(file), f"STORM{last}X".encode(), written) is None
    say(size, "storm, all shown", (time.monotonic() - written) * 1000, "ms")
    say(size, "storm, lost", lost, f"of {count}", 0)
    served.settle()
    base = f"http://127.0.0.1:{served.port}/"
    command = [annai, "-C", site, "build", "--quiet", "--as-of", "2026-11-22T00:00:00Z", "--base-url", base]
    run_quietly(command)
    built = list((site / "public").rglob("*.html"))
    other = 0
    for file in built:
        path = "/" + file.relative_to(site / "public").as_posix().removesuffix("index.html")
        other += path != "/404.html" and served.get(path).replace(SCRIPT, b"", 1) != file.read_bytes()
    say(size, "storm, not as built", other, f"of {len(built)}", 0)
    say(size, "storm, written in", (written - begun) * 1000, "ms")


def run_quietly(command):
    """Runs a command, which says something only if it fails."""
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if ended.returncode:
        sys.exit(f"{command} failed:\n{ended.stdout.decode()}")


def address(file):
    """The address of a record's prose: content/hospitals/h1.ja.md is /ja/hospitals/h1/."""
    name, lang, _ = file.name.split(".")
    return f"/{lang}/{file.parent.name}/{name}/"


def run(size, annai, site, edits, only):
    content = site / "content"
    hospitals = sorted((content / "hospitals").glob("*.yaml"))
    page = sorted((content / "hospitals").glob("*.ja.md"))[3]
    named = hospitals[0]
    mentioning = sorted((content / "programs").glob("*.ja.md"))[:50]
    for file in mentioning:
        file.write_text(file.read_text(encoding="utf-8") + f"\n[[hospital/{named.stem}]]\n", encoding="utf-8")
    template = site / "themes/default/base.html"
    template.parent.mkdir(parents=True)
    base = (ROOT / "themes/default/base.html").read_text(encoding="utf-8")
    template.write_text(base, encoding="utf-8")

    times = []
    for _ in range(3):
        served = Served(annai, site)
        seen = served.shows(address(page), b"</html>", served.start)
        times.append(PATIENCE if seen is None else seen / 1000)
        served.settle()
        load = Load(served.pid)
        memory = served.memory()
        if len(times) < 3:
            served.end()
    limits = LIMITS.get(size, {})
    try:
        if "ready" in only:
            say(size, "ready, median of 3", statistics.median(times), "s", limits.get("ready"))
            say(size, "memory when ready", memory, "MiB", limits.get("memory"))
        text = page.read_text(encoding="utf-8")
        for style in ["write", "rename", "truncate"]:
            if style not in only:
                continue

            def edit(number, style=style):
                mark = f"EDIT{style}{number}X"
                return address(page), mark, save(page, f"{text}\n{mark}\n", style)

            measure(size, served, style, edits, edit)
        yaml = named.read_text(encoding="utf-8")

        def rename(number):
            mark = f"名称{number}番"
            new = re.sub(r"^(name:\s*\n\s+ja: ).*$", rf'\g<1>"{mark}"', yaml, count=1, flags=re.M)
            assert mark in new, "the hospital's name stands elsewhere"
            return address(mentioning[-1]), mark, save(named, new, "write")

        def restyle(number):
            mark = f"<!--TEMPLATE{number}-->"
            return address(page), mark, save(template, base.replace("</body>", f"{mark}</body>"), "write")

        if "name" in only:
            measure(size, served, "name", edits, rename)
        if "template" in only:
            measure(size, served, "template", edits, restyle)
        if "storm" in only:
            storm(size, served, annai, site)
        say(size, "memory at the end", served.memory(), "MiB", limits.get("memory"))
    finally:
        served.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", default="6000,20000")
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--only", default="ready,write,rename,truncate,name,template,storm")
    parser.add_argument("--annai", type=Path, default=RELEASE / "annai")
    given = parser.parse_args()
    corpus = RELEASE / "examples/corpus"
    for program in [given.annai, corpus]:
        if not program.is_file():
            sys.exit(f"There is no {program}. First: cargo build --release --bin annai --example corpus")
    shared = Path("/dev/shm")
    for size in map(int, given.pages.split(",")):
        with tempfile.TemporaryDirectory(prefix="annai-edits-", dir=shared if shared.is_dir() else None) as folder:
            site = Path(folder) / "site"
            run_quietly([corpus, str(round(size / PAGES_OF_ONE)), site])
            run(size, given.annai, site, given.edits, given.only.split(","))
            shutil.rmtree(site)
    print("All limits are kept." if not missed else f"Missed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
