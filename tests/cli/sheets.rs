//! `annai export` and `annai import`: records as sheets, edited there, and back: only the edits.

use std::fs;

use annai::edit::sheet::{Cell, Sheet};
use annai::edit::workbook;

use crate::support::{AS_OF, Project, read_tree};

fn text(site: &Project, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap()
}

/// A site with so many hospitals, each written in another manner.
fn hospitals(count: usize) -> Project {
    let site = Project::init();
    for number in 0..count {
        let record = match number % 4 {
            0 => format!(
                "# 病院{number}\nname: {{ja: 病院{number}, en: Hospital {number}}}   # 名前\nprefecture: ibaraki\nspecialties: [surgery]\nlanguages: [ja, en]\n"
            ),
            1 => format!(
                "name:\n  ja: 病院{number}\n  en: \"Hospital {number}\"\nsummary:\n  ja: |\n    一行目\n    二行目\n  en: Two lines\nprefecture: tochigi\nlanguages:\n  # 日本語\n  - ja\n"
            ),
            2 => format!(
                "name: {{ja: 病院{number}, en: 'Hospital {number}'}}\nprefecture: {{absent: unknown}}\ncontacts:\n  - name: {{ja: 係, en: Office}}\n    phone: 03-1234-{number:04}\n  - {{name: {{ja: 別, en: Other}}, email: a{number}@example.org}}\n"
            ),
            _ => format!(
                "name: {{ja: 病院{number}, en: Hospital {number}}}\nprefecture: ibaraki\nlinks:\n  - https://www.example.com/{number}/\nextra: {{rank: {number}, code: '0012'}}\n"
            ),
        };
        fs::write(site.path(&format!("content/hospitals/h{number:03}.yaml")), record).unwrap();
    }
    site
}

fn exported(site: &Project, file: &str) -> Sheet {
    site.annai(["export", "hospital", file, "--lang", "ja"]).run().exits(0);
    let bytes = fs::read(site.path(file)).unwrap();
    if file.ends_with(".csv") { workbook::read_text(&bytes).unwrap() } else { workbook::read(&bytes).unwrap().remove(0) }
}

/// The cell of a record under a heading, which is made where there is none.
fn cell<'s>(sheet: &'s mut Sheet, id: &str, trail: &str) -> &'s mut Cell {
    let head = format!("[{trail}]");
    let column =
        sheet.rows[0].iter().position(|cell| cell.text().ends_with(&head)).unwrap_or_else(|| panic!("no column {trail}"));
    let row = sheet.rows.iter().position(|row| row[0].text() == id).unwrap_or_else(|| panic!("no row {id}"));
    let width = column + 1;
    if sheet.rows[row].len() < width {
        sheet.rows[row].resize(width, Cell::Empty);
    }
    &mut sheet.rows[row][column]
}

fn save(site: &Project, file: &str, sheet: &Sheet) {
    let bytes = if file.ends_with(".csv") { workbook::write_text(sheet) } else { workbook::write(sheet, &[]).unwrap() };
    fs::write(site.path(file), bytes).unwrap();
}

#[test]
fn what_was_not_edited_stays_byte_for_byte() {
    let site = hospitals(40);
    let before = read_tree(&site.path("content"));
    for file in ["hospitals.xlsx", "hospitals.csv"] {
        let sheet = exported(&site, file);
        assert_eq!(sheet.rows.len(), 42, "a heading, the 40, and that of init");
        site.annai(["import", file, "--yes", "--lang", "en"]).run().exits(0).complains("Nothing differs");
        assert_eq!(read_tree(&site.path("content")), before);
    }
    let first = fs::read(site.path("hospitals.xlsx")).unwrap();
    exported(&site, "hospitals.xlsx");
    assert_eq!(fs::read(site.path("hospitals.xlsx")).unwrap(), first);
}

#[test]
fn of_300_hospitals_only_what_was_edited_is_written() {
    let site = hospitals(300);
    let mut sheet = exported(&site, "hospitals.xlsx");
    *cell(&mut sheet, "h000", "name.ja") = Cell::Text("新病院, 本院".into());
    *cell(&mut sheet, "h000", "reading") = Cell::Text("ｼﾝﾋﾞｮｳｲﾝ".into());
    *cell(&mut sheet, "h000", "languages") = Cell::Text("ja; vi".into());
    *cell(&mut sheet, "h001", "summary.ja") = Cell::Text("一行目\n改めた行".into());
    *cell(&mut sheet, "h001", "languages") = Cell::Text("ja; en".into());
    *cell(&mut sheet, "h002", "contacts.0.phone") = Cell::Text("03-1234-9999".into());
    *cell(&mut sheet, "h002", "contacts.1.email") = Cell::Empty;
    *cell(&mut sheet, "h003", "extra.rank") = Cell::Number(7.0);
    *cell(&mut sheet, "h004", "verified") = Cell::Moment("2026-12-01".into());
    let mut row = vec![Cell::Empty; sheet.rows[0].len()];
    row[0] = Cell::Text("new-one".into());
    sheet.rows.push(row);
    *cell(&mut sheet, "new-one", "name.ja") = Cell::Text("新設".into());
    *cell(&mut sheet, "new-one", "name.en") = Cell::Text("New".into());
    *cell(&mut sheet, "new-one", "prefecture") = Cell::Text("ibaraki".into());
    save(&site, "hospitals.xlsx", &sheet);
    let before = read_tree(&site.path("content"));
    // Not without being asked, or told.
    site.annai(["import", "hospitals.xlsx", "--lang", "en"]).run().exits(2).prints("+ reading").complains("--yes");
    site.annai(["import", "hospitals.xlsx", "--dry-run"]).run().exits(0);
    assert_eq!(read_tree(&site.path("content")), before);
    site.annai(["import", "hospitals.xlsx", "--yes", "--lang", "en"]).run().exits(0).complains("Changed 12 values of 6 records");
    let after = read_tree(&site.path("content"));
    let changed: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    let expected = ["h000", "h001", "h002", "h003", "h004", "new-one"].map(|name| format!("hospitals/{name}.yaml"));
    assert_eq!(changed, expected.iter().collect::<Vec<_>>());
    let record = |name: &str| text(&site, &format!("content/hospitals/{name}.yaml"));
    assert_eq!(
        record("h000"),
        "# 病院0\nname: {ja: \"新病院, 本院\", en: Hospital 0}   # 名前\nreading: シンビョウイン\nprefecture: ibaraki\nspecialties: [surgery]\nlanguages: [ja, vi]\n"
    );
    assert_eq!(
        record("h001"),
        "name:\n  ja: 病院1\n  en: \"Hospital 1\"\nsummary:\n  ja: |\n    一行目\n    改めた行\n  en: Two lines\nprefecture: tochigi\nlanguages:\n  # 日本語\n  - ja\n  - en\n"
    );
    assert!(record("h002").ends_with("phone: 03-1234-9999\n  - {name: {ja: 別, en: Other}}\n"), "{}", record("h002"));
    assert!(record("h003").ends_with("extra: {rank: 7, code: '0012'}\n"), "{}", record("h003"));
    assert!(record("h004").ends_with("verified: 2026-12-01\n"), "{}", record("h004"));
    assert_eq!(record("new-one"), "name: {ja: 新設, en: New}\nprefecture: ibaraki\n");
    site.annai(["import", "hospitals.xlsx", "--yes", "--lang", "en"]).run().exits(0).complains("Nothing differs");
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
}

#[test]
fn each_cell_that_cannot_be_taken_over_is_named_with_what_to_write_and_nothing_is_written() {
    let site = hospitals(8);
    let sheet = exported(&site, "hospitals.xlsx");
    let before = read_tree(&site.path("content"));
    let refused = |edit: &dyn Fn(&mut Sheet), said: &[&str]| {
        let mut sheet = sheet.clone();
        edit(&mut sheet);
        for file in ["hospitals.xlsx", "hospitals.csv"] {
            save(&site, file, &sheet);
            let run = site.annai(["import", file, "--yes", "--lang", "en"]).run().exits(1);
            for words in said.iter().chain(&["nothing was changed"]) {
                assert!(run.stderr.contains(words), "{words}: {}", run.everything());
            }
            assert_eq!(read_tree(&site.path("content")), before, "{said:?}");
        }
    };
    let set = |trail: &'static str, value: &'static str| {
        move |sheet: &mut Sheet| *cell(sheet, "h000", trail) = Cell::Text(value.to_owned())
    };
    refused(&set("prefecture", "ibarki"), &["3 (row 3), “ibarki”", "ibaraki"]);
    refused(&set("verified", "soon"), &["“soon”"]);
    refused(&|sheet| *cell(sheet, "h004", "verified") = Cell::Number(46367.0), &["46367", "Write 2026-12-11"]);
    refused(&|sheet| *cell(sheet, "h001", "contacts.1.email") = Cell::Text("a@example.org".into()), &["contacts.0"]);
    refused(&|sheet| *cell(sheet, "h002", "prefecture") = Cell::Text("ibaraki".into()), &["prefecture."]);
    refused(&|sheet| sheet.rows[2][0] = Cell::Text("City Hospital".into()), &["A3", "city-hospital"]);
    refused(&|sheet| sheet.rows[2][0] = sheet.rows[3][0].clone(), &["another row"]);
    refused(&|sheet| sheet.rows[2][0] = Cell::Empty, &["The id is empty"]);
    refused(&|sheet| sheet.rows[0][1] = Cell::Text("naem.ja".into()), &["B1", "Did you mean “name”"]);
    refused(&|sheet| sheet.rows[0][0] = Cell::Text("number".into()), &["headed “id”"]);
    // Two at once are told at once.
    refused(
        &|sheet| {
            set("prefecture", "ibarki")(sheet);
            sheet.rows[4][0] = Cell::Empty;
        },
        &["ibarki", "2 cells"],
    );
}

#[test]
fn files_that_are_no_tables_are_refused_in_words() {
    let site = hospitals(2);
    exported(&site, "hospitals.xlsx");
    let bytes = fs::read(site.path("hospitals.xlsx")).unwrap();
    let site = site
        .file("broken.xlsx", &bytes[..bytes.len() / 3])
        .file("text.xlsx", "id,name.ja\n")
        .file("locked.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
        .file("list.csv", "id,name.ja\nh000,甲\n")
        .file("hospitals.pdf", "");
    for (arguments, said) in [
        (vec!["import", "broken.xlsx"], "damaged"),
        (vec!["import", "text.xlsx"], "damaged"),
        (vec!["import", "locked.xlsx"], "password"),
        (vec!["import", "nowhere.xlsx"], "could not be read"),
        (vec!["import", "list.csv"], "annai import hospital"),
        (vec!["import", "hospitals.pdf"], ".xlsx or .csv"),
        (vec!["import", "hopsital", "list.csv"], "Did you mean “hospital”"),
        (vec!["export", "hospital", "list.doc"], ".xlsx or .csv"),
    ] {
        let run = site.annai(arguments.clone()).args(["--lang", "en"]).run();
        assert!(run.code != 0 && run.stderr.contains(said), "{arguments:?} {said}: {}", run.everything());
    }
    // Named, it is read; Excel's own encoding of text, too.
    site.annai(["import", "hospital", "list.csv", "--yes"]).run().exits(0);
    assert!(text(&site, "content/hospitals/h000.yaml").contains("ja: 甲"));
    let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode("id,name.ja\r\nh001,乙\r\n");
    let site = site.file("病院.csv", shift_jis);
    site.annai(["import", "病院.csv", "--yes", "--lang", "ja"]).run().exits(0);
    assert!(text(&site, "content/hospitals/h001.yaml").contains("ja: 乙"));
}
