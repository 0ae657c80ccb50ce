//! Every format on the same findings.

use jiff::Timestamp;
use serde_json::Value;

use super::*;
use crate::base::{Place, Span};

const RECORD: &str = "content/hospitals/a.yaml";

fn sources() -> Sources {
    Sources::new(Timestamp::UNIX_EPOCH)
        .with(RECORD, "name: {ja: 金沢大学附属病院}\n病院の県: 石川県, prefecure: x\nsummary: |\n  一行目\n  二行目\n  三行目\n")
        .with("content/b c,病.yaml", "\tx: \u{1B}[2J\u{202E}\n")
}

fn place(path: &str, needle: &str) -> Place {
    let sources = sources();
    let start = sources.text(path).unwrap().find(needle).unwrap();
    Place::new(&path.into(), Span::new(start, start + needle.len()))
}

fn messages(tag: &str) -> Messages {
    Messages::build(&Language::parse(tag).unwrap(), &[], &sources()).0
}

fn unknown_field() -> Diagnostic {
    Diagnostic::error("unknown-field", place(RECORD, "prefecure"))
        .arg("field", "prefecure")
        .arg("nearest", "prefecture")
        .help("unknown-field-nearest")
}

fn duplicate() -> Diagnostic {
    Diagnostic::warning("duplicate-field", place("content/b c,病.yaml", "x"))
        .arg("field", "x")
        .label(place(RECORD, "石川県"), "first-written-here")
}

fn write(findings: &[Diagnostic], tag: &str, format: Format) -> String {
    let mut out = Vec::new();
    print(findings, &sources(), &messages(tag), format, false, 80, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn people_see_the_line_and_the_words_of_their_language() {
    let shown = write(&[unknown_field()], "ja", Format::Human);
    let expected = "\
エラー[unknown-field]: 「prefecure」という項目はありません。
 --> content/hospitals/a.yaml:2:12
  |
2 | 病院の県: 石川県, prefecure: x
  |                   ^^^^^^^^^
  = 対処: 「prefecture」の誤りではありませんか。

";
    assert_eq!(shown, expected);
    let shown = write(&[unknown_field()], "en", Format::Human);
    assert!(shown.starts_with("error[unknown-field]: There is no field “prefecure”.\n"), "{shown}");
    assert!(shown.contains("  = help: Did you mean “prefecture”?\n"), "{shown}");
}

#[test]
fn other_files_and_control_characters() {
    let shown = write(&[duplicate()], "en", Format::Human);
    let expected = "\
warning[duplicate-field]: “x” is written twice.
 --> content/b c,病.yaml:1:2
  |
1 |     x: <U+001B>[2J<U+202E>
  |     ^
 ::: content/hospitals/a.yaml:2:7
  |
2 | 病院の県: 石川県, prefecure: x
  |           ------ the first one is here

";
    assert_eq!(shown, expected);
}

#[test]
fn several_lines_show_the_first_and_the_last() {
    let finding = Diagnostic::info("wrong-shape", place(RECORD, "|\n  一行目\n  二行目\n  三行目\n"))
        .arg("expected", Arg::Message("value-list"))
        .arg("found", Arg::Message("found-text"));
    let shown = write(&[finding], "ja", Format::Human);
    let snippet = "\
 --> content/hospitals/a.yaml:3:10
  |
3 | summary: |
  |          ^
...
6 |   三行目
  |   ^^^^^^
";
    assert!(shown.contains(snippet), "{shown}");
    assert!(shown.contains("リスト（「- 」で並べた値）を書きますが、書かれているのは文字列です。"), "{shown}");
}

#[test]
fn an_unreadable_file_has_no_source_line() {
    let finding = Diagnostic::error("invalid-encoding", Place::new(&"content/x.yaml".into(), Span::new(90, 91)))
        .arg("offset", 90)
        .arg("line", 1);
    let shown = write(std::slice::from_ref(&finding), "ja", Format::Human);
    assert_eq!(
        shown,
        "エラー[invalid-encoding]: 文字コードがUTF-8ではありません（1行目、ファイルの先頭から90バイトの位置）。\n --> content/x.yaml:1:1\n\n"
    );
    let log: Value = serde_json::from_str(&write(&[finding], "ja", Format::Sarif)).unwrap();
    assert!(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"].get("region").is_none());
}

#[test]
fn colours_only_when_told() {
    let mut out = Vec::new();
    print(&[unknown_field()], &sources(), &messages("en"), Format::Human, true, 80, &mut out).unwrap();
    let colored = String::from_utf8(out).unwrap();
    assert!(colored.starts_with("\x1b[1;31merror[unknown-field]\x1b[0m"));
    let mut plain = colored;
    for style in ["0", "1", "1;31", "1;34", "1;36"] {
        plain = plain.replace(&format!("\x1b[{style}m"), "");
    }
    assert_eq!(plain, write(&[unknown_field()], "en", Format::Human));
}

#[test]
fn one_line_each() {
    let shown = write(&[unknown_field(), duplicate()], "en", Format::Short);
    let expected = "\
content/hospitals/a.yaml:2:12: error[unknown-field] There is no field “prefecure”. (Did you mean “prefecture”?)
content/b c,病.yaml:1:2: warning[duplicate-field] “x” is written twice.
";
    assert_eq!(shown, expected);
}

#[test]
fn json_lines() {
    let shown = write(&[unknown_field(), duplicate()], "ja", Format::Json);
    let lines: Vec<Value> = shown.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let expected = serde_json::json!({
        "code": "unknown-field", "severity": "error", "path": RECORD, "line": 2, "column": 12, "end_line": 2, "end_column": 21,
        "message": "「prefecure」という項目はありません。", "help": "「prefecture」の誤りではありませんか。",
    });
    assert_eq!(lines[0], expected);
    assert_eq!(lines[1]["help"], Value::Null);
    assert_eq!(lines.len(), 2);
}

#[test]
fn json_holds_nothing_that_a_terminal_obeys() {
    let found = "\u{1B}[2J\u{9B}1m\u{202E}\u{E0041}\u{2028}";
    let finding = Diagnostic::error("bad-number", place(RECORD, "石川県")).arg("found", found);
    for format in [Format::Json, Format::Sarif, Format::Short, Format::Github, Format::Human] {
        let shown = write(std::slice::from_ref(&finding), "en", format);
        assert!(!shown.chars().any(|c| c != '\n' && visible::is_dangerous(c)), "{format:?} {shown:?}");
        if format == Format::Json {
            let record: Value = serde_json::from_str(&shown).unwrap();
            assert!(record["message"].as_str().unwrap().contains(found), "{shown}");
        }
    }
}

#[test]
fn github_annotations_are_escaped() {
    let percent = Diagnostic::info("bad-number", place("content/b c,病.yaml", "x")).arg("found", "50%\r\nx");
    let shown = write(&[unknown_field(), percent], "en", Format::Github);
    let expected = "\
::error file=content/hospitals/a.yaml,line=2,col=12,endColumn=21,title=unknown-field::There is no field “prefecure”.%0ADid you mean “prefecture”?
::notice file=content/b c%2C病.yaml,line=1,col=2,endColumn=3,title=bad-number::“50%25<U+000D>%0Ax” cannot be read as a number.
";
    assert_eq!(shown, expected);
}

/// The required properties and closed word lists of the SARIF 2.1.0 schema, for what is used of it.
#[test]
fn sarif_has_the_shape_of_the_standard() {
    let log: Value = serde_json::from_str(&write(&[unknown_field(), duplicate(), unknown_field()], "ja", Format::Sarif)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "annai");
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 2);
    assert!(rules.iter().all(|rule| rule["shortDescription"]["text"].as_str().is_some_and(|text| !text.contains('⟨'))));
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["none", "note", "warning", "error"].contains(&result["level"].as_str().unwrap()));
        assert!(result["message"]["text"].is_string());
        let places = result["locations"].as_array().unwrap().iter();
        for place in places.chain(result["relatedLocations"].as_array().into_iter().flatten()) {
            let physical = &place["physicalLocation"];
            let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
            assert!(uri.is_ascii() && !uri.starts_with('/') && !uri.contains([' ', ',', ':', '\\']), "{uri}");
            let number = |key: &str| physical["region"][key].as_u64().filter(|n| *n >= 1).unwrap();
            assert!((number("startLine"), number("startColumn")) < (number("endLine"), number("endColumn")));
        }
    }
    assert_eq!(results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "content/b%20c%2C%E7%97%85.yaml");
    assert_eq!(results[1]["relatedLocations"][0]["message"]["text"], "1回目はここです");
}

#[test]
fn summaries_count_in_words() {
    let findings = [unknown_field(), unknown_field(), duplicate()];
    assert_eq!(summary(&findings, &messages("ja")), "エラー 2 件、警告 1 件");
    assert_eq!(summary(&findings, &messages("en")), "2 errors, 1 warning");
    assert_eq!(summary(&[], &messages("en")), "No problems were found");
}

#[test]
fn places_outside_the_text_are_brought_inside() {
    for (start, end) in [(0, 0), (5, 2), (7, 8), (9999, 10_000), (u32::MAX as usize, 0)] {
        let finding = Diagnostic::error("bad-number", Place::new(&RECORD.into(), Span::new(start, end))).arg("found", "x");
        for format in [Format::Human, Format::Short, Format::Json, Format::Github, Format::Sarif] {
            assert!(!write(std::slice::from_ref(&finding), "ja", format).is_empty());
        }
    }
}

#[test]
fn the_language_of_whoever_runs_it() {
    let language = |option: Option<&str>, set: &[(&str, &str)]| {
        let env = |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        editor_language(option, env).as_str().to_owned()
    };
    assert_eq!(language(None, &[]), "en");
    assert_eq!(language(None, &[("LANG", "ja_JP.UTF-8")]), "ja");
    assert_eq!(language(None, &[("LANG", "ja")]), "ja");
    assert_eq!(language(None, &[("LANG", "ja_JP@modifier")]), "ja");
    assert_eq!(language(None, &[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")]), "en");
    assert_eq!(language(None, &[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "")]), "ja");
    assert_eq!(language(None, &[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C.UTF-8")]), "en");
    assert_eq!(language(None, &[("LC_ALL", "POSIX")]), "en");
    assert_eq!(language(None, &[("LANG", "fr_FR.UTF-8")]), "en");
    assert_eq!(language(Some("ja"), &[("LC_ALL", "C")]), "ja");
    assert_eq!(language(Some("ja-JP"), &[]), "ja");
    for odd in ["", "日本語", "../..", "-", "_"] {
        assert_eq!(language(Some(odd), &[("LANG", "ja_JP.UTF-8")]), "en");
    }
}
