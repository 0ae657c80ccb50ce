#!/usr/bin/env python3
"""What translators are given opens in their tools, and what these give back is taken over: `tests/translators.py target/debug/annai`.

gettext's files are read and written by polib, XLIFF by the Translate Toolkit.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from translate.storage import xliff

ROOT = Path(__file__).resolve().parent.parent
ANNAI = Path(sys.argv[1]).resolve()
LIVING = {
    "# 暮らし": "# Cuộc sống",
    "## 住まい": "## Chỗ ở\n\nCó ký túc xá. Hãy hỏi [[hospital/mihon]].\n\n| Loại | Tiền thuê |\n|---|---|\n| Ký túc xá | 30.000 yên |",
}


def annai(site, *arguments, code=0):
    command = [ANNAI, "--lang", "en", *arguments, "-C", site]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == code, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def site(folder):
    shutil.copytree(ROOT / "tests/sites/languages/content", folder / "content")
    path = folder / "content/hospitals/hokubu.yaml"
    path.write_text("# A comment that stays\n" + path.read_text())
    return folder


def gettext(folder):
    root = site(folder)
    po = folder / "vi.po"
    annai(root, "export", "--language", "vi", po)
    file = polib.pofile(str(po))
    assert file.metadata["Language"] == "vi", file.metadata
    entries = {entry.msgctxt: entry for entry in file}
    assert len(entries) == len(file) > 10, "each text has an id of its own"
    name = entries["content/hospitals/hokubu.yaml:name"]
    assert name.msgid == "北部見本病院" and "en: Hokubu Sample Hospital" in name.comment, name
    assert "/vi/hospitals/hokubu/" in name.comment, "where it is seen"
    assert not any(char.isdigit() and entry.msgid.isdigit() for entry in file for char in entry.msgid), "facts are not for translators"
    name.msgstr = 'Bệnh viện mẫu "Hokubu": phía bắc'
    entries["content/hospitals/hokubu.yaml:summary"].msgstr = "Bệnh viện chỉ có trong hai ngôn ngữ."
    entries["content/programs/training.yaml:documents.all_of.0.text"].msgstr = "Đơn xin"
    entries["content/programs/training.yaml:documents.all_of.1.text"].msgstr = "Bản sao hộ chiếu"
    entries["content/programs/training.yaml:documents.all_of.1.text"].flags.append("fuzzy")
    living = [entry for entry in file if entry.msgctxt.startswith("content/pages/living.vi.md:#")]
    assert [entry.msgid.splitlines()[0] for entry in living] == list(LIVING), "sections, without the ids of their headings"
    for entry, text in zip(living, LIVING.values()):
        entry.msgstr = text
    file.save(str(po))
    # The source of one changes in between.
    path = root / "content/programs/training.yaml"
    path.write_text(path.read_text().replace("ja: 申請書", "ja: 申込書"))
    before = (root / "content/hospitals/hokubu.yaml").read_text()
    assert "--dry-run" in annai(root, "import", po, "--dry-run", code=1)
    assert (root / "content/hospitals/hokubu.yaml").read_text() == before, "a dry run changes nothing"
    said = annai(root, "import", po, code=1)
    assert "Refused content/programs/training.yaml:documents.all_of.0.text" in said and "申込書" in said, said
    text = (root / "content/hospitals/hokubu.yaml").read_text()
    assert text.startswith("# A comment that stays\n") and "en: Hokubu Sample Hospital" in text, text
    assert "Bệnh viện mẫu" in text and "Bản sao" not in path.read_text(), "what is fuzzy is not finished"
    assert (root / "content/pages/living.vi.md").read_text() == "\n\n".join(LIVING.values()) + "\n"
    annai(root, "check")
    again = polib.pofile(str(po))
    annai(root, "export", "--language", "vi", po)
    left = {entry.msgctxt for entry in polib.pofile(str(po))}
    assert "content/hospitals/hokubu.yaml:name" not in left and len(left) == len(again) - 4, (len(left), len(again))


def words(folder):
    root = site(folder)
    po = folder / "fr.po"
    annai(root, "export", "--language", "fr", po)
    file = polib.pofile(str(po))
    entries = {entry.msgctxt: entry for entry in file}
    entries["locales/fr/reader.ftl:menu_open"].msgstr = "Menu du site"
    entries["locales/fr/reader.ftl:search_count"].msgstr = "{ $nombre } résultats"
    file.save(str(po))
    said = annai(root, "import", po, code=1)
    assert "search_count" in said and "$count" in said, said
    assert "menu_open = Menu du site\n" in (root / "locales/fr/reader.ftl").read_text()
    annai(root, "check")


def toolkit(folder):
    root = site(folder)
    path = folder / "ar.xliff"
    annai(root, "export", "--language", "ar", path)
    store = xliff.xlifffile.parsefile(str(path))
    units = {unit.xmlelement.get("id"): unit for unit in store.units if not unit.isheader()}
    assert store.gettargetlanguage() == "ar" and len(units) > 10
    unit = units["content/programs/visit.yaml:name"]
    assert unit.source == "見本の見学", unit.source
    unit.target = "زيارة <نموذجية> & قصيرة"
    store.save()
    annai(root, "import", path)
    assert "زيارة <نموذجية> & قصيرة" in (root / "content/programs/visit.yaml").read_text()
    annai(root, "check")
    (folder / "broken.xliff").write_text("<xliff><file>")
    assert "cannot be read" in annai(root, "import", folder / "broken.xliff", code=2)


def main():
    tests = [gettext, words, toolkit]
    for test in tests:
        with tempfile.TemporaryDirectory() as folder:
            test(Path(folder))
    print(f"{len(tests)} round trips: polib and the Translate Toolkit read what is exported, and what they write is taken over")


main()
