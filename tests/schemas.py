#!/usr/bin/env python3
"""Holds what `annai schema` writes to the programs that read it: check-jsonschema and the YAML language server.

The records of the guide have to pass. So has every file of tests/cases/ whose mistakes are not in its form: a schema must refuse nothing
that the reader takes. Those with a mistake in their form have to be refused, but for a few, named here, that only the reader knows.
Then the language server, as an editor's program has it, has to complete a field, a word and a reference, and to explain a field.

python3 tests/schemas.py [ANNAI [YAML-LANGUAGE-SERVER]]
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
ANNAI = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "target/release/annai"
SERVER = Path(sys.argv[2]) if len(sys.argv) > 2 else TESTS / "node_modules/yaml-language-server/bin/yaml-language-server"
AS_OF = {"SOURCE_DATE_EPOCH": "1795230000"}

# Mistakes in the form of one file. Other rules look at several files, or at what values mean.
OF_FORM = {"unknown-field", "unknown-word", "missing-field", "wrong-shape", "bad-number", "bad-quantity", "bad-duration", "bad-money",
           "bad-moment", "bad-zone", "bad-address", "bad-phone", "bad-language", "missing-site-field", "wrong-kind-reference"}
# Mistakes of which a schema may see some.
OTHERS = {"unknown-kind", "unknown-reference", "bad-file-name", "yaml-limit", "yaml-syntax", "unsafe-address", "wrong-weekday", "wrong-era"}
# Mistakes of the form that only the reader knows, and why.
ONLY_THE_READER = {
    "bad-moment/content/notices/long-ago.yaml": "a year may be a slip of the hand and a year all the same",
    "bad-quantity/content/programs/length-of-people.yaml": "what counts people has the form of what counts anything",
    "bad-quantity/content/hospitals/length-of-beds.yaml": "what counts beds has the form of what counts anything",
    "bad-number/content/journeys/bad-number.yaml": "only some counters may stand behind a number",
    "missing-translation/content/hospitals/untranslated.yaml": "a text that is left empty is one that is left out",
    "bad-zone/content/schedules/bad-zone.yaml": "the database of time zones is needed",
    "missing-field/content/journeys/missing.yaml": "one of two fields is needed",
    "unknown-theme/content/site.yaml": "a theme is a folder",
    "draft-source/content/site.yaml": "a language may be a draft, except the one that others are translated from",
    "unknown-word/content/vocabularies/prefectures.yaml": "a word's group is a word of another vocabulary",
    "unused-allow/content/hospitals/unknown-allow.yaml": "the codes of rules are not part of a site",
    "wrong-shape/content/programs/shape-groups.yaml": "fields exclude each other",
    "wrong-shape/content/schedules/shape-stage.yaml": "fields exclude each other",
}


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **AS_OF}, **options)


def checker():
    """check-jsonschema: that of the path, else that of tests/run.py."""
    return shutil.which("check-jsonschema") or str(ROOT / "target/tools/bin/check-jsonschema")


def schema_of(path):
    """The schema of a file of content/, by its path there; None where there is none."""
    folder, _, name = path.rpartition("/")
    if path == "site.yaml":
        return "site.json"
    if not name.endswith((".yaml", ".yml")):
        return None
    return "vocabulary.json" if folder == "vocabularies" else f"{folder.removesuffix('s')}.json"


def schemas(site, folder):
    made = run(ANNAI, "-C", site, "schema", "--lang", "ja", "--out", folder)
    assert made.returncode == 0, made.stderr


# Other parsers of YAML are strict elsewhere.
NO_YAML = "is no YAML"


def refused(check, schema, files):
    """The files that a schema refuses, with the first thing that it says of each."""
    result = run(check, "--schemafile", schema, "-o", "json", "--no-cache", *files)
    told = json.loads(result.stdout)
    problems = {}
    for error in told.get("errors", []):
        problems.setdefault(str(error["filename"]), f"{error['path']}: {error['message']}")
    for error in told.get("parse_errors", []):
        problems.setdefault(str(error["filename"]), NO_YAML)
    return problems


def cells(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cases(path):
    """The files of a case: their path, their text, and the codes of what is to be found in each."""
    files = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("=== "):
            header = line[4:].split(" ", 1)
            codes = re.findall(r"\[([a-z-]+)\]", header[1]) if len(header) > 1 else []
            files.append([header[0], [], set(codes), len(header) > 1 and "(" in header[1]])
        elif files:
            mark = re.match(r" *\^+ (error|warning|info)\[([a-z-]+)\]", line)
            if mark:
                files[-1][2].add(mark.group(2))
            else:
                files[-1][1].append(line)
    return [(name, "\n".join(lines), codes) for name, lines, codes, special in files if not special]


def write(folder, files):
    for name, text, _ in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def guide_passes(check, folder):
    site = TESTS / "sites/guide"
    schemas(site, folder / "guide")
    by_schema = {}
    for path in sorted((site / "content").rglob("*.y*ml")):
        by_schema.setdefault(schema_of(str(path.relative_to(site / "content"))), []).append(path)
    count = 0
    for schema, files in by_schema.items():
        problems = refused(check, folder / "guide" / schema, files)
        assert not problems, f"the guide's records are refused: {problems}"
        count += len(files)
    assert count > 80, f"only {count} records"
    return f"{count} files of the guide pass"


def mistakes_are_refused(check, folder):
    site = folder / "seeded"
    write(site, cases(TESTS / "support/seeded-site.txt"))
    schemas(site, folder / "schemas")
    by_schema, expected = {}, {}
    for case in sorted((TESTS / "cases").glob("*.txt")):
        for name, text, codes in cases(case):
            schema = schema_of(name.removeprefix("content/")) if name.startswith("content/") else None
            if schema is None or not (folder / "schemas" / schema).exists() or name.count("/") > 2 or not text.strip():
                continue
            path = folder / "cases" / case.stem / name
            write(folder / "cases" / case.stem, [(name, text, codes)])
            by_schema.setdefault(schema, []).append(path)
            expected[str(path)] = codes
    wrong, found = [], 0
    for schema, files in by_schema.items():
        problems = refused(check, folder / "schemas" / schema, files)
        for path in map(str, files):
            of_form = expected[path] & OF_FORM
            short = str(Path(path).relative_to(folder / "cases"))
            if problems.get(path) == NO_YAML:
                continue
            if path in problems and not of_form and not expected[path] & OTHERS:
                wrong.append(f"{short} is refused, and the reader takes it: {problems[path]}")
            elif path not in problems and of_form and short not in ONLY_THE_READER:
                wrong.append(f"{short} passes, with {sorted(of_form)}")
            found += path in problems
    assert not wrong, "\n".join(wrong)
    assert found > 15, f"only {found} were refused"
    return f"{found} of {len(expected)} seeded files are refused, and no other"


class Server:
    """The YAML language server over its standard streams."""

    def __init__(self, root, settings):
        command = ["node", str(SERVER), "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.settings, self.last = settings, 0
        folder = {"uri": root.as_uri(), "name": "site"}
        capabilities = {"workspace": {"configuration": True, "workspaceFolders": True},
                        "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
                                         "hover": {"contentFormat": ["markdown"]}}}
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": [folder], "capabilities": capabilities})
        self.send({"method": "initialized", "params": {}})
        self.send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})
        while not self.answer(self.receive()):
            pass

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
            assert line or length or self.process.poll() is None, "the language server ended"
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.last and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self.answer(message)

    def answer(self, message):
        """Answers what the server asks; whether that was for its settings."""
        is_settings = message.get("method") == "workspace/configuration"
        if is_settings:
            items = [self.settings.get(item.get("section"), {}) for item in message["params"]["items"]]
            self.send({"id": message["id"], "result": items})
        elif "id" in message and "method" in message:
            self.send({"id": message["id"], "result": None})
        return is_settings

    def at(self, folder, text, what):
        """Opens a new file with the text, in which ‸ stands where the cursor is, and asks there."""
        before, after = text.split("‸")
        uri = (folder / f"new-{self.last}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": before + after}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        line = before.rsplit("\n", 1)[-1]
        position = {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}
        answer = self.ask(f"textDocument/{what}", {"textDocument": {"uri": uri}, "position": position})
        return answer


def editors_are_helped(folder):
    """What an editor's program shows, with the settings that `annai init` writes."""
    site = folder / "new"
    assert run(ANNAI, "init", site).returncode == 0
    assert run(ANNAI, "-C", site, "schema", "--lang", "ja").returncode == 0
    written = json.loads((site / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    missing = [name for name in written if not (site / name).exists()]
    assert not missing, f".vscode/settings.json names {missing}"
    by_schema = {(site / name).as_uri(): pattern for name, pattern in written.items()}
    settings = {"yaml": {"schemas": by_schema, "completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}}
    server = Server(site, settings)
    fees = site / "content/fees"

    def completed(text):
        items = server.at(fees, text, "completion")["items"]
        texts = {item["label"]: json.dumps([item.get("documentation"), item.get("detail")], ensure_ascii=False) for item in items}
        return texts

    head = "name: {ja: 費用, en: Fee}\n"
    fields = completed(head + "vari‸")
    assert "金額が何によって変わるか" in fields.get("varies_by", ""), fields
    words = completed(head + "payer: ‸\n")
    assert "受入機関" in words.get("host", ""), words
    records = completed(head + "program: ‸\n")
    assert any("program/example-program" in label for label in records), records
    assert any("研修" in says or "プログラム" in says for says in records.values()), records
    hover = server.at(fees, head + "whe‸n: {ja: 開始時}\n", "hover")
    assert "支払時期" in json.dumps(hover, ensure_ascii=False) and "いつ支払うか" in json.dumps(hover, ensure_ascii=False), hover
    server.process.kill()
    return "the language server completes a field, a word and a reference, and explains a field, in Japanese"


def main():
    check = checker()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder).resolve()
        for line in [guide_passes(check, folder), mistakes_are_refused(check, folder), editors_are_helped(folder)]:
            print(line, flush=True)


if __name__ == "__main__":
    main()
