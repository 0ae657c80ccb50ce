//! Sentences against the records that they are about, and against those that are linked to them: nearly every one that says something
//! else is found, and hardly one that does not (`cargo test --test suite contradictions:: -- --nocapture`).

use std::collections::BTreeSet;
use std::sync::Arc;

use annai::compile::{Cache, compile};
use annai::site::link::Options;
use annai::source::{File, Sources};

use crate::support::shares::{self, Judged};

/// The records that the sentences are about. Sentences are added behind them.
const SITE: &[(&str, &str)] = &[
    ("content/site.yaml", "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n"),
    (
        "content/programs/aki.yaml",
        "name: {ja: 秋の研修, en: Autumn training}\ncapacity: 5\nduration: {at_most: P3M}\npractice: {at_least: P2Y}\n",
    ),
    (
        "content/fees/aki.yaml",
        "name: {ja: 秋の研修の費用, en: Fee of the autumn training}\nprogram: program/aki\namount: {is: 30000, per: month}\n",
    ),
    (
        "content/schedules/aki.yaml",
        "name: {ja: 秋の研修の日程, en: Dates of the autumn training}\nprogram: program/aki\n\
         fiscal_year: {year: 2027, basis: training-start}\n\
         rounds:\n  - round: first\n    stages:\n\
         \x20     - {stage: application, opens: 2026-12-01, closes: 2026-12-14 17:00}\n\
         \x20     - {stage: interview, at: 2027-01-20}\n\
         \x20     - {stage: result, at: 2027-02-10}\n",
    ),
    ("content/programs/haru.yaml", "name: {ja: 春の研修, en: Spring training}\ncapacity: few\nduration: {from: P1W, to: P4W}\n"),
    (
        "content/fees/haru.yaml",
        "name: {ja: 春の研修の費用, en: Fee of the spring training}\nprogram: program/haru\namount: {is: 2000, per: day}\n",
    ),
    (
        "content/fees/haru-registration.yaml",
        "name: {ja: 春の研修の登録料, en: Registration for the spring training}\nprogram: program/haru\namount: 10000\n",
    ),
    (
        "content/fees/haru-deposit.yaml",
        "name: {ja: 春の研修の保証金, en: Deposit of the spring training}\nprogram: program/haru\nkind: deposit\namount: 20000\n",
    ),
    (
        "content/schedules/haru.yaml",
        "name: {ja: 春の研修の日程, en: Dates of the spring training}\nprogram: program/haru\n\
         rounds:\n  - round: first\n    stages:\n      - {stage: application, opens: 2026-12-01, closes: 2026-12-20}\n\
         \x20 - round: second\n    stages:\n      - {stage: application, opens: 2027-02-01, closes: 2027-02-28}\n",
    ),
    ("content/programs/natsu.yaml", "name: {ja: 夏の研修, en: Summer training}\ncapacity: {from: 3, to: 6}\n"),
    (
        "content/fees/natsu.yaml",
        "name: {ja: 夏の研修の費用, en: Fee of the summer training}\nprogram: program/natsu\namount: 0\n",
    ),
];

struct Sentence<'t> {
    record: &'t str,
    line: usize,
    is_right: bool,
    text: &'t str,
}

fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut record = "";
    let mut sentences = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if let Some(name) = line.strip_prefix("# ") {
            record = name;
        } else if let Some((sign, text)) = line.split_once(' ').filter(|(sign, _)| matches!(*sign, "o" | "x")) {
            sentences.push(Sentence { record, line: at + 1, is_right: sign == "o", text });
        }
    }
    sentences
}

/// At which sentences something is found: as a remark in its record, as prose.
fn found(sentences: &[Sentence<'_>], is_prose: bool) -> BTreeSet<usize> {
    let mut sources = Sources::new("2026-11-21T03:00:00Z".parse().unwrap());
    let mut files: std::collections::BTreeMap<String, String> =
        SITE.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut lines: Vec<(String, usize)> = Vec::new();
    for sentence in sentences {
        let (kind, slug) = sentence.record.split_once(' ').unwrap();
        let tag =
            if sentence.text.is_ascii() || sentence.text.contains('¥') && !sentence.text.contains('円') { "en" } else { "ja" };
        let (path, beginning, line) = match is_prose {
            true => (format!("content/{kind}s/{slug}.{tag}.md"), "# 頁\n\n", format!("{}\n\n", sentence.text)),
            false => {
                let quoted = serde_json::Value::from(sentence.text).to_string();
                (format!("content/{kind}s/{slug}.yaml"), "notes:\n", format!("  - {{{tag}: {quoted}}}\n"))
            }
        };
        let file = files.entry(path.clone()).or_default();
        if !file.contains(beginning) {
            file.push_str(beginning);
        }
        lines.push((path, file.matches('\n').count()));
        file.push_str(&line);
    }
    for (path, text) in &files {
        sources.files_mut().insert(path.as_str().into(), Arc::new(File::text(text.as_bytes())));
    }
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    assert!(!compiled.has_errors(), "{:?}", compiled.findings);
    let findings = compiled.check();
    let places = findings.iter().filter(|finding| finding.code == "contradicts-record").map(|finding| {
        let text = &files[&*finding.place.path];
        (finding.place.path.to_string(), text[..finding.place.span.start as usize].matches('\n').count())
    });
    places.filter_map(|place| lines.iter().position(|line| *line == place)).collect()
}

fn measure(name: &str, text: &str) {
    let sentences = sentences(text);
    let (in_records, in_prose) = (found(&sentences, false), found(&sentences, true));
    let judged = sentences.iter().enumerate().map(|(at, sentence)| Judged {
        kind: sentence.record,
        is_right: sentence.is_right,
        is_found: in_records.contains(&at) || in_prose.contains(&at),
        shown: format!("{}: {}: {}", sentence.line, sentence.record, sentence.text),
    });
    shares::hold(name, &judged.collect::<Vec<_>>());
    // What is found in a record is found in prose.
    assert_eq!(in_records, in_prose, "{name}");
}

#[test]
fn of_the_first_half_the_wrong_sentences_are_found_and_the_right_ones_are_not() {
    measure("records-first", include_str!("pairs/records-first.txt"));
}

#[test]
fn of_the_second_half_the_wrong_sentences_are_found_and_the_right_ones_are_not() {
    measure("records-second", include_str!("pairs/records-second.txt"));
}

#[test]
fn of_the_third_part_the_wrong_sentences_are_found_and_the_right_ones_are_not() {
    measure("records-third", include_str!("pairs/records-third.txt"));
}
