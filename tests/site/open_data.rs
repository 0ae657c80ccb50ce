//! The tables of open data as those who use them read them: JSON by its schema, CSV by a strict reader, the dictionary beside it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{AT_ROOT, LANGUAGES};
use crate::support::{Project, Published, text_of};

/// The names of all tables.
fn tables(files: &Published) -> Vec<String> {
    let names = files.files.keys().filter_map(|path| path.strip_prefix("data/")?.strip_suffix(".csv"));
    names.map(str::to_owned).collect()
}

fn json(files: &Published, table: &str) -> Vec<Map<String, Value>> {
    let rows: Vec<Value> =
        serde_json::from_str(files.text(&format!("data/{table}.json"))).unwrap_or_else(|e| panic!("{table}: {e}"));
    rows.into_iter().map(|row| row.as_object().unwrap().clone()).collect()
}

/// A cell: was it in quotes, and what stands in it.
type Cell = (bool, String);

/// Reads CSV as RFC 4180 has it; a mark at the beginning, and no line that ends otherwise than in CRLF.
fn csv(files: &Published, table: &str) -> Vec<Vec<Cell>> {
    let text = files.text(&format!("data/{table}.csv")).strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{table} has no mark"));
    let mut rows: Vec<Vec<Cell>> = vec![Vec::new()];
    let mut cell: Cell = (false, String::new());
    let mut rest = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = rest.next() {
        match c {
            '"' if is_quoted && rest.peek() == Some(&'"') => cell.1.extend(rest.next()),
            '"' if is_quoted => is_quoted = false,
            '"' => {
                assert!(cell == (false, String::new()), "{table}: a quote in {cell:?}");
                (is_quoted, cell.0) = (true, true);
            }
            c if is_quoted => cell.1.push(c),
            ',' => rows.last_mut().unwrap().push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(rest.next(), Some('\n'), "{table}");
                rows.last_mut().unwrap().push(std::mem::take(&mut cell));
                rows.push(Vec::new());
            }
            '\n' => panic!("{table}: a line that does not end in CRLF"),
            c => cell.1.push(c),
        }
    }
    assert_eq!(rows.pop(), Some(Vec::new()), "{table} does not end with its last line");
    rows
}

#[test]
fn json_and_csv_hold_the_same_and_keep_to_the_schema() {
    let files = &AT_ROOT.files;
    let tables = tables(files);
    assert!(tables.len() > 10, "{tables:?}");
    for table in &tables {
        let rows = json(files, table);
        // `tests/examination.rs` looks at the ways, of which the guide has none.
        assert!(!rows.is_empty() || table == "ways", "the guide has nothing in {table}");
        let schema: Value = serde_json::from_str(files.text(&format!("data/schema/{table}.json"))).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("https://example.org/data/schema/{table}.json"));
        let items = &schema["items"];
        assert_eq!(items["additionalProperties"], false);
        let properties = items["properties"].as_object().unwrap();
        let types: BTreeMap<&str, &str> =
            properties.iter().map(|(name, property)| (name.as_str(), property["type"].as_str().unwrap())).collect();
        let mut lines = csv(files, table);
        let head: Vec<String> = lines.remove(0).into_iter().map(|(_, name)| name).collect();
        assert_eq!(head.iter().map(String::as_str).collect::<BTreeSet<_>>(), types.keys().copied().collect(), "{table}");
        assert_eq!(lines.len(), rows.len(), "{table}");
        for (line, row) in lines.iter().zip(&rows) {
            assert_eq!(line.len(), head.len(), "{table}: {line:?}");
            for name in items["required"].as_array().unwrap() {
                assert!(row.contains_key(name.as_str().unwrap()), "{table}: no {name} in {row:?}");
            }
            assert!(row.keys().all(|name| types.contains_key(name.as_str())), "{table}: {row:?}");
            for (name, cell) in head.iter().zip(line) {
                let expected = match (types[name.as_str()], row.get(name)) {
                    (_, None) => (false, String::new()),
                    ("string", Some(Value::String(text))) => (true, text.clone()),
                    ("integer" | "number", Some(Value::Number(number))) => (false, number.to_string()),
                    ("boolean", Some(Value::Bool(flag))) => (false, flag.to_string()),
                    ("array", Some(Value::Array(items))) => {
                        (true, items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(";"))
                    }
                    (kind, found) => panic!("{table}.{name} is {kind}, and there is {found:?}"),
                };
                assert_eq!(*cell, expected, "{table}.{name}");
            }
        }
    }
}

/// Programs of others read them by these names. A new column is added to the list when it is published.
#[test]
fn columns_are_the_ones_that_were_promised() {
    let promised = include_str!("columns.txt").lines().filter_map(|line| line.split_once(": "));
    let mut gone = Vec::new();
    for (table, columns) in promised {
        let rows = csv(&AT_ROOT.files, table);
        let head: BTreeSet<&str> = rows[0].iter().map(|(_, name)| name.as_str()).collect();
        gone.extend(columns.split(' ').filter(|name| !head.contains(name)).map(|name| format!("{table}.{name}")));
    }
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn facts_of_the_guide_stand_in_the_tables_with_how_they_are_known() {
    let files = &AT_ROOT.files;
    let find = |table: &str, id: &str| {
        let rows = json(files, table);
        Value::Object(rows.into_iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("no {id} in {table}")))
    };
    let tsukuba = find("hospitals", "hospital/tsukuba-university");
    assert_eq!((&tsukuba["prefecture"], &tsukuba["prefecture_code"]), (&"ibaraki".into(), &"08".into()), "a code is a text");
    assert_eq!(tsukuba["prefecture_status"], "derived");
    let fee = find("fees", "fee/practical-training");
    assert_eq!((&fee["amount_min"], &fee["amount_max"]), (&300_000.into(), &800_000.into()));
    assert_eq!(
        (&fee["amount_approximate"], &fee["amount_above"], &fee["amount_per"]),
        (&true.into(), &true.into(), &"year".into())
    );
    let unknown = find("fees", "fee/iist-capacity-building");
    assert_eq!((unknown.get("amount_min"), &unknown["amount_status"]), (None, &"unknown".into()));
    let surveyed = json(files, "designations").into_iter().find(|row| row["designation"] == "jmip").unwrap();
    assert_eq!((&surveyed["event"], &surveyed["date"]), (&"surveyed".into(), &"2019-04".into()));
    let guessed = json(files, "stages").into_iter().find(|row| row["id"] == "schedule/clinical-researcher-2024").unwrap();
    assert_eq!((&guessed["opens"], &guessed["year_status"]), (&"2023-09-01T12:00+09:00".into(), &"inferred".into()));
    let instead = json(files, "requirements").into_iter().filter(|row| row["id"] == "program/kanazawa-clinical-training");
    assert!(instead.into_iter().any(|row| row["path"].as_str().unwrap().ends_with(".instead")));
    // What is referred to is there, and codes can be looked up.
    let ids: BTreeSet<String> = tables(files)
        .iter()
        .flat_map(|table| json(files, table))
        .filter_map(|row| Some(row.get("id")?.as_str()?.to_owned()))
        .collect();
    for row in json(files, "programs") {
        for name in ["scheme", "host", "organizer", "authority"] {
            assert!(row.get(name).is_none_or(|id| ids.contains(id.as_str().unwrap())), "{name} in {row:?}");
        }
    }
}

#[test]
fn the_page_lists_every_file_and_explains_every_column_in_each_language() {
    let files = &AT_ROOT.files;
    for language in LANGUAGES {
        let page = files.page(&format!("/{language}/data/"));
        let links: BTreeSet<&str> = page.attributes("main a[href^='/data/']", "href").into_iter().collect();
        let expected: BTreeSet<String> =
            files.files.keys().filter(|path| path.starts_with("data/")).map(|path| format!("/{path}")).collect();
        assert_eq!(links, expected.iter().map(String::as_str).collect(), "{language}");
        for table in tables(files) {
            let columns = page.texts(&format!("section[aria-labelledby='data-{table}'] tbody th"));
            let head: Vec<String> = csv(files, &table).remove(0).into_iter().map(|(_, name)| name).collect();
            assert_eq!(columns, head, "{table}");
        }
        let cells = page.texts("main td, main p, main caption, main h2");
        assert!(cells.iter().all(|cell| !cell.is_empty() && !cell.contains('⟨')), "{cells:?}");
        let licence = if language == "ja" { "掲載している事実は" } else { "The facts are from" };
        assert!(text_of(page.one("section[aria-labelledby='sec-licence']")).contains(licence));
        let home = files.page(&format!("/{language}/"));
        assert!(home.attributes("footer a", "href").contains(&format!("/{language}/data/").as_str()), "nothing leads to it");
    }
    assert!(files.text("_headers").contains("\n/data/programs.csv\n  Content-Type: text/csv; charset=utf-8\n"));
}

#[test]
fn a_text_that_looks_like_a_formula_is_a_text() {
    let site = Project::init().edit(
        "content/hospitals/example-hospital.yaml",
        "prefecture: ibaraki",
        "romanized: '=HYPERLINK(\"https://example.org\")'\nplace: {ja: ＝1＋1, en: \"@SUM(1), or so\"}\nprefecture: ibaraki",
    );
    let files = site.build();
    let lines = csv(&files, "hospitals");
    let cell = |name: &str| {
        let at = lines[0].iter().position(|(_, own)| own == name).unwrap();
        lines[1][at].1.clone()
    };
    assert_eq!(cell("romanized"), "'=HYPERLINK(\"https://example.org\")");
    assert_eq!((cell("place_ja"), cell("place_en")), ("'＝1＋1".into(), "'@SUM(1), or so".into()));
    assert_eq!(json(&files, "hospitals")[0]["place_en"], "@SUM(1), or so", "JSON needs no guard");
}

#[test]
fn what_a_language_lacks_is_empty_and_not_filled_from_another() {
    let site = Project::init().file("content/terms/x.yaml", "name: {ja: 用語}\ndefinition: {ja: 説明}\n");
    let rows = json(&site.build(), "terms");
    let row = rows.iter().find(|row| row["id"] == "term/x").unwrap();
    assert_eq!((row.get("name_en"), row.get("page_en"), &row["name_ja"]), (None, None, &"用語".into()));
}

#[test]
fn a_site_keeps_its_own_page_at_the_address() {
    let site = Project::init().file("content/pages/data.en.md", "# Our data\n").file("content/pages/data.ja.md", "# データ\n");
    assert_eq!(text_of(site.build().page("/en/data/").one("h1")), "Our data");
}
