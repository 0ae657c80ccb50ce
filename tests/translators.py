#!/usr/bin/env python3
"""What translators are given opens in their tools, and what these give back is taken over: `tests/translators.py target/debug/annai`.

gettext's files are read and written by polib, XLIFF by the Translate Toolkit, sheets by openpyxl.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
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
    said = annai(root, "import", po, "--yes", code=1)
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
    said = annai(root, "import", po, "--yes", code=1)
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
    annai(root, "import", path, "--yes")
    assert "زيارة <نموذجية> & قصيرة" in (root / "content/programs/visit.yaml").read_text()
    annai(root, "check")
    (folder / "broken.xliff").write_text("<xliff><file>")
    assert "cannot be read" in annai(root, "import", folder / "broken.xliff", code=2)


def sheets(folder):
    root = site(folder)
    path = folder / "vi.xlsx"
    annai(root, "export", "--language", "vi", path)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet.title == "ja → vi", sheet.title
    head = [cell.value for cell in sheet[1]]
    assert head[:3] == ["id", "ja", "vi"] and head[3].startswith("vi: ") and all(cell.comment for cell in sheet[1]), head
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert len(rows) == sheet.max_row - 1 > 10, "each text has an id of its own"
    assert not any(str(row[1].value).isdigit() for row in rows.values()), "facts are not for translators"
    name = rows["content/hospitals/hokubu.yaml:name"]
    assert name[1].value == "北部見本病院" and name[2].value is None, [cell.value for cell in name]
    assert "/vi/hospitals/hokubu/" in name[5].value and "en: Hokubu Sample Hospital" in name[5].value, name[5].value
    name[2].value = 'Bệnh viện mẫu "Hokubu": phía bắc'
    rows["content/hospitals/hokubu.yaml:summary"][2].value = "Bệnh viện chỉ có trong hai ngôn ngữ."
    rows["content/programs/training.yaml:documents.all_of.0.text"][2].value = "Đơn xin"
    passport = rows["content/programs/training.yaml:documents.all_of.1.text"]
    passport[2].value, passport[3].value = "Bản sao hộ chiếu", "hỏi lại"
    living = [row for key, row in rows.items() if key.startswith("content/pages/living.vi.md:#")]
    assert [row[1].value.splitlines()[0] for row in living] == list(LIVING), "sections, without the ids of their headings"
    for row, text in zip(living, LIVING.values()):
        row[2].value = text
    # A translator's own column in front, a row between, the order turned.
    sheet.insert_cols(1)
    sheet["A1"] = "ghi chú"
    sheet.insert_rows(5)
    book.save(path)
    # The source of one changes in between.
    record = root / "content/programs/training.yaml"
    record.write_text(record.read_text().replace("ja: 申請書", "ja: 申込書"))
    said = annai(root, "import", path, "--yes", code=1)
    assert "Refused content/programs/training.yaml:documents.all_of.0.text" in said and "申込書" in said, said
    text = (root / "content/hospitals/hokubu.yaml").read_text()
    assert text.startswith("# A comment that stays\n") and "Bệnh viện mẫu" in text and "en: Hokubu Sample Hospital" in text, text
    assert "Bản sao" not in record.read_text(), "what is to be checked is not finished"
    assert (root / "content/pages/living.vi.md").read_text() == "\n\n".join(LIVING.values()) + "\n"
    annai(root, "check")
    # What has been translated and whose source changes comes again, with the source as it was.
    annai(root, "accept", "--all", "--yes")
    hospital = root / "content/hospitals/hokubu.yaml"
    hospital.write_text(hospital.read_text().replace("北部見本病院", "北部見本総合病院"))
    annai(root, "export", "--language", "vi", path)
    row = next(row for row in openpyxl.load_workbook(path).active.iter_rows(min_row=2) if row[0].value.endswith("hokubu.yaml:name"))
    values = [cell.value for cell in row]
    assert values[1] == "北部見本総合病院" and values[2].startswith("Bệnh viện mẫu") and values[3] and values[4] == "北部見本病院", values
    # A file that is no more what it was says where.
    book = openpyxl.load_workbook(path)
    book.active["A3"] = None
    book.save(path)
    assert "Row 3" in annai(root, "import", path, code=2)


def main():
    tests = [gettext, words, toolkit, sheets]
    for test in tests:
        with tempfile.TemporaryDirectory() as folder:
            test(Path(folder))
    print(f"{len(tests)} round trips: polib, the Translate Toolkit and openpyxl read what is exported, and what they write is taken over")


main()
