//! Pairs of texts in two languages that state the same or not, as careful natives write them: nearly every wrong one is found, and hardly
//! a right one is. The shares by kind are printed (`cargo test --test suite pairs -- --nocapture`).

use std::collections::BTreeSet;
use std::sync::Arc;

use annai::compile::{Cache, compile};
use annai::site::link::Options;
use annai::source::{File, Sources};

use crate::support::shares::{self, Judged};

/// The rules that compare what languages say. How a number is written is the question of another.
const RULES: [&str; 5] = ["comparison-differs", "languages-disagree", "name-differs", "order-differs", "sense-differs"];

/// A pair, and where it stands.
struct Pair<'t> {
    kind: &'t str,
    line: usize,
    is_right: bool,
    ja: &'t str,
    en: &'t str,
}

fn pairs(text: &str) -> Vec<Pair<'_>> {
    let mut kind = "";
    let mut pairs = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(name) = line.strip_prefix("# ") {
            kind = name;
        } else if let Some((sign, rest)) = line.split_once(' ').filter(|(sign, _)| matches!(*sign, "o" | "x")) {
            let (ja, en) = rest.split_once(" | ").unwrap_or_else(|| panic!("line {}: one side", number + 1));
            pairs.push(Pair { kind, line: number + 1, is_right: sign == "o", ja, en });
        }
    }
    pairs
}

/// The site that the pairs are about.
const SITE: &[(&str, &str)] = &[
    ("content/site.yaml", "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n"),
    ("content/hospitals/aoba.yaml", "name: {ja: 青葉大学病院, en: Aoba University Hospital}\n"),
    ("content/hospitals/wakaba.yaml", "name: {ja: 若葉総合病院, en: Wakaba General Hospital}\n"),
    ("content/organizations/aoba.yaml", "name: {ja: 青葉大学, en: Aoba University}\n"),
    ("content/organizations/midorikawa.yaml", "name: {ja: 緑川医師会, en: Midorikawa Medical Association}\n"),
    (
        "content/terms/clinical.yaml",
        "name: {ja: 臨床修練, en: clinical training}\ndefinition: {ja: 許可を受けて行う診療。, en: Care under permission.}\n",
    ),
    (
        "content/terms/practical.yaml",
        "name: {ja: 実地修練, en: practical training}\ndefinition: {ja: 病院での実習。, en: Practice in a hospital.}\n",
    ),
];

/// The codes of what is found at each pair: once in a record, once in prose.
fn found(pairs: &[Pair<'_>]) -> Vec<[BTreeSet<&'static str>; 2]> {
    let mut sources = Sources::new("2026-11-21T03:00:00Z".parse().unwrap());
    let mut add = |path: String, text: String| {
        sources.files_mut().insert(path.into(), Arc::new(File::text(text.as_bytes())));
    };
    SITE.iter().for_each(|(path, text)| add((*path).into(), (*text).into()));
    for (at, pair) in pairs.iter().enumerate() {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let summary = format!("summary:\n  ja: {}\n  en: {}\n", quoted(pair.ja), quoted(pair.en));
        add(format!("content/notices/r{at}.yaml"), format!("name: {{ja: お知らせ, en: Notice}}\n{summary}"));
        add(format!("content/pages/p{at}.ja.md"), format!("# 頁\n\n{}\n", pair.ja));
        add(format!("content/pages/p{at}.en.md"), format!("# Page\n\n{}\n", pair.en));
    }
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    let mut found = vec![[BTreeSet::new(), BTreeSet::new()]; pairs.len()];
    for finding in compiled.check().iter().filter(|finding| RULES.contains(&finding.code)) {
        let name = finding.place.path.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default();
        let place = name.strip_prefix('r').map(|at| (at, 0)).or_else(|| name.strip_prefix('p').map(|at| (at, 1)));
        if let Some((at, side)) = place.and_then(|(at, side)| Some((at.parse::<usize>().ok()?, side))) {
            found[at][side].insert(finding.code);
        }
    }
    found
}

fn measure(name: &str, text: &str) {
    let pairs = pairs(text);
    let found = found(&pairs);
    let judged = pairs.iter().zip(&found).map(|(pair, [record, prose])| Judged {
        kind: pair.kind,
        is_right: pair.is_right,
        is_found: !record.is_empty() || pair.is_right && !prose.is_empty(),
        shown: format!("{}: {} | {} {record:?}{prose:?}", pair.line, pair.ja, pair.en),
    });
    shares::hold(name, &judged.collect::<Vec<_>>());
}

#[test]
fn of_the_first_half_the_wrong_ones_are_found_and_the_right_ones_are_not() {
    measure("first", include_str!("pairs/first.txt"));
}

#[test]
fn of_the_second_half_the_wrong_ones_are_found_and_the_right_ones_are_not() {
    measure("second", include_str!("pairs/second.txt"));
}

#[test]
fn of_the_third_part_the_wrong_ones_are_found_and_the_right_ones_are_not() {
    measure("third", include_str!("pairs/third.txt"));
}

#[test]
fn of_the_fourth_part_the_wrong_ones_are_found_and_the_right_ones_are_not() {
    measure("fourth", include_str!("pairs/fourth.txt"));
}
