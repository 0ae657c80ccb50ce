//! Seeded mistakes of every rule: each is found where it is, alone and among all others, and in both languages of messages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use annai::base::{Language, diagnostic};
use annai::check::catalogue;
use annai::compile::{Cache, compile};
use annai::edge::report::{self, Format};
use annai::render::messages::Messages;
use annai::site::link::Options;
use annai::source::Sources;
use rayon::prelude::*;

use crate::support::repository;
use crate::support::seeded::{self, Case, Finding};

/// The site that each case is added to. It has no mistake.
fn site() -> Case {
    Case::parse("site", include_str!("support/seeded-site.txt"))
}

fn cases() -> Vec<Case> {
    seeded::cases(&repository().join("tests/cases"))
}

/// A finding and its words in one language.
#[derive(serde::Deserialize)]
struct Record {
    code: String,
    severity: String,
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    help: Option<String>,
}

impl Record {
    fn finding(&self, sources: &Sources) -> Finding {
        let line = || sources.text(&self.path).and_then(|text| text.split('\n').nth(self.line - 1)).unwrap_or_default();
        let end_column = if self.end_line == self.line { self.end_column } else { line().chars().count() + 1 };
        let rule = format!("{}[{}]", self.severity, self.code);
        Finding { path: self.path.clone(), line: self.line, column: self.column, end_column, rule }
    }
}

/// The rules that look at each record beside all others: it is referred to by none, or has the name of one.
const BESIDE_OTHERS: [&str; 3] = ["unreferenced-record", "duplicate-name", "near-copy"];

/// What all cases have in common. A test takes it before it hands cases to threads, so that none of them waits for another here.
struct Common {
    /// The theme and the words of the site that a case is added to.
    cache: Cache,
    /// The words of findings.
    words: [Messages; 2],
}

static COMMON: LazyLock<Common> = LazyLock::new(|| {
    let sources = sources(&[]);
    let mut cache = Cache::default();
    compile(&sources, &Options::default(), &mut cache);
    Common { cache, words: ["ja", "en"].map(|tag| Messages::build(&Language::parse(tag).unwrap(), &[], &sources).0) }
});

/// A case by itself, what is found, and the same in Japanese and in English.
struct Alone {
    case: Case,
    found: Vec<Finding>,
    records: [Vec<Record>; 2],
}

static ALONE: LazyLock<Vec<Alone>> = LazyLock::new(|| {
    let common = &*COMMON;
    let look = |case: Case| {
        let (found, records) = findings(&[&case], common);
        Alone { case, found, records }
    };
    cases().into_par_iter().map(look).collect()
});

fn sources(cases: &[&Case]) -> Sources {
    let mut sources = Sources::new("2026-11-21T03:00:00Z".parse().unwrap());
    site().add_to(&mut sources);
    cases.iter().for_each(|case| case.add_to(&mut sources));
    sources
}

/// All findings of a site with these cases, in Japanese and in English. Every page is rendered.
fn findings(cases: &[&Case], common: &Common) -> (Vec<Finding>, [Vec<Record>; 2]) {
    let sources = sources(cases);
    let compiled = compile(&sources, &Options::default(), &mut common.cache.clone());
    let mut found = compiled.check();
    found.extend(compiled.site.routes.values().filter_map(|route| compiled.render(route).err()));
    // Most cases are such records. Only the cases of these rules are about it.
    let is_expected = |code: &str, wanted: &str| {
        let files = cases.iter().flat_map(|case| &case.files);
        let mut expected = files.filter(|file| file.path == wanted).flat_map(|file| &file.expected);
        expected.any(|expected| expected.finding.code() == code)
    };
    found.retain(|finding| !BESIDE_OTHERS.contains(&finding.code) || is_expected(finding.code, &finding.place.path));
    diagnostic::sort(&mut found);
    let records = common.words.each_ref().map(|words| {
        let mut out = Vec::new();
        report::print(&found, &sources, words, Format::Json, false, 80, &mut out).unwrap();
        serde_json::Deserializer::from_slice(&out).into_iter().map(Result::unwrap).collect::<Vec<Record>>()
    });
    (records[0].iter().map(|record| record.finding(&sources)).collect(), records)
}

/// Is it what the case expects? A mark of no character at all is shown, and so written, as one caret.
fn is_expected(found: &[Finding], cases: &[&Case]) -> bool {
    let mut expected: Vec<&Finding> = cases.iter().flat_map(|case| case.expected()).map(|expected| &expected.finding).collect();
    expected.sort();
    let mut found: Vec<&Finding> = found.iter().collect();
    found.sort();
    expected.len() == found.len()
        && expected.iter().zip(&found).all(|(a, b)| {
            let mark = |finding: &Finding| finding.end_column.max(finding.column + usize::from(a.end_column > 1));
            (&a.path, a.line, a.column, &a.rule, mark(a)) == (&b.path, b.line, b.column, &b.rule, mark(b))
        })
}

#[test]
fn the_site_of_the_cases_has_no_mistake() {
    let (found, _) = findings(&[], &COMMON);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn each_mistake_is_found_where_it_is_and_nothing_else() {
    let wrong: Vec<String> = ALONE
        .iter()
        .filter(|alone| !is_expected(&alone.found, &[&alone.case]))
        .map(|alone| format!("----- {}, as found:\n{}", alone.case.name, alone.case.show(&alone.found)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_mistakes_put_together_are_found_in_one_run() {
    let cases = cases();
    let together: Vec<&Case> = cases.iter().filter(|case| !case.alone).collect();
    let mut paths = BTreeSet::new();
    for file in together.iter().flat_map(|case| &case.files) {
        assert!(paths.insert(&file.path), "{} stands in two cases", file.path);
    }
    let mistakes = together.iter().flat_map(|case| case.expected()).count();
    assert!(mistakes >= 60, "only {mistakes} mistakes stand together");
    let (found, _) = findings(&together, &COMMON);
    let expected: BTreeSet<String> =
        together.iter().flat_map(|case| case.expected()).map(|expected| expected.finding.to_string()).collect();
    let shown: BTreeSet<String> = found.iter().map(Finding::to_string).collect();
    let missing: Vec<_> = expected.difference(&shown).collect();
    let unexpected: Vec<_> = shown.difference(&expected).collect();
    assert!(is_expected(&found, &together), "missing: {missing:#?}\nunexpected: {unexpected:#?}");
}

#[test]
fn each_finding_says_what_is_wrong_and_what_to_write_in_both_languages() {
    let is_japanese = |text: &str| text.contains(|c: char| matches!(c, 'ぁ'..='ヿ' | '一'..='鿿'));
    for Alone { case, found, records: [japanese, english] } in &*ALONE {
        let help_of = |wanted: &Finding| {
            let same =
                |f: &Finding| (&f.path, f.line, f.column, &f.rule) == (&wanted.path, wanted.line, wanted.column, &wanted.rule);
            case.expected().find(|expected| same(&expected.finding)).and_then(|expected| expected.help.as_deref())
        };
        for ((finding, ja), en) in found.iter().zip(japanese).zip(english) {
            let place = format!("{}: {finding}", case.name);
            let (Some(ja_help), Some(en_help)) = (&ja.help, &en.help) else { panic!("{place}: no help") };
            for (ja, en) in [(&ja.message, &en.message), (ja_help, en_help)] {
                assert!(is_japanese(ja), "{place}: {ja}");
                assert_ne!(ja, en, "{place}");
                for text in [ja, en] {
                    let is_whole = !["⟨", "{$", "{ $"].iter().any(|sign| text.contains(sign));
                    assert!(is_whole && text.ends_with(['。', '.', '?', '？']), "{place}: {text}");
                }
            }
            if let Some(word) = help_of(finding) {
                assert!(ja_help.contains(word) && en_help.contains(word), "{place}: “{word}” in {ja_help} {en_help}");
            }
        }
    }
}

/// Rules of which a case cannot make a mistake: they are about the disk, and `tests/rules.rs` has them; or about a language that
/// the site of the cases has no texts in either, and `tests/languages.rs` has them.
const ELSEWHERE: [&str; 9] = [
    "file-name-not-utf8",
    "file-name-twice",
    "file-too-large",
    "folder-unreadable",
    "link-in-a-circle",
    "link-out-of-site",
    "missing-words",
    "no-site",
    "unreadable-file",
];

#[test]
fn every_rule_has_two_mistakes_or_more() {
    let cases = cases();
    let mut mistakes: BTreeMap<&str, usize> = catalogue::codes().map(|code| (code, 0)).collect();
    for expected in cases.iter().flat_map(Case::expected) {
        let code = expected.finding.code();
        *mistakes.get_mut(code).unwrap_or_else(|| panic!("{code} is no rule of the catalogue")) += 1;
    }
    let without: Vec<&str> = mistakes.iter().filter(|(_, count)| **count == 0).map(|(code, _)| *code).collect();
    assert_eq!(without, ELSEWHERE);
    let lonely: Vec<&str> = mistakes.iter().filter(|(_, count)| **count == 1).map(|(code, _)| *code).collect();
    // A site can lack its file, or its address, only once, and has one colour.
    assert_eq!(lonely, ["bad-colour", "missing-base-url", "missing-site-file"], "rules with one mistake only");
    let all: usize = mistakes.values().sum();
    assert!(all >= 120, "only {all} mistakes");
}
