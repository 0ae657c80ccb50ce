//! Fifteen false edits of the guide at once, each of another kind: each has its own finding when warnings count, and most are found by
//! what they say.

use std::collections::BTreeSet;
use std::sync::Arc;

use annai::base::{Diagnostic, Severity};
use annai::compile::{Cache, compile};
use annai::site::link::Options;
use annai::source::{File, Sources};

use crate::support::accepted_guide;

/// What is edited: the file, what stands there, what takes its place.
const EDITS: [[&str; 3]; 15] = [
    // A host that may take people in takes them in.
    [
        "content/hospitals/tohoku-university.yaml",
        "as a possible host of practical training. Whether it takes trainees is not confirmed.",
        "as a host of practical training. It is recruiting trainees now.",
    ],
    // What is forbidden is allowed.
    ["content/programs/clinical-training.yaml", "en: Issue prescriptions", "en: Prescriptions are allowed"],
    // What is free costs something.
    [
        "content/fees/kanazawa-clinical-training.yaml",
        "en: There is no fee for the training.",
        "en: There is a fee for the training.",
    ],
    // One of several conditions is enough.
    ["content/programs/kanazawa-clinical-training.yaml", "eligibility:\n  all_of:", "eligibility:\n  any_of:"],
    // Facts that were compared in a year that has not come.
    [
        "content/hospitals/tsukuba-university.yaml",
        "romanized: Tsukuba Daigaku",
        "verified: 2036-04-01\nromanized: Tsukuba Daigaku",
    ],
    // Another number, in a word.
    ["content/pages/specialist-faq.en.md", "Both are closed", "All three are closed"],
    // Another name.
    ["content/hospitals/gunma-university.yaml", "en: Hospital of Gunma University", "en: Hospital of Gifu University"],
    // An address to which nobody answers.
    ["content/programs/clinical-researcher-course.yaml", "email: support-pro@jmsb.or.jp", "email: support-por@jmsb.or.jp"],
    // Another year, in Japanese alone.
    ["content/schedules/specialist-2024.yaml", "ja: 2024年度に研修を始める専攻医", "ja: 2025年度に研修を始める専攻医"],
    // Before for after.
    [
        "content/programs/practical-training.en.md",
        "and before the [[term/national-examination",
        "and after the [[term/national-examination",
    ],
    // Another source.
    ["content/hospitals/nagoya-university.yaml", "en: An unofficial information site", "en: The site of the ministry"],
    // A word of a vocabulary.
    ["content/vocabularies/sources.yaml", "en: Page on practical training", "en: Page on clinical training"],
    // A name in Latin letters.
    ["content/organizations/tokushima-university.yaml", "romanized: Tokushima", "romanized: Tokoshima"],
    // The noun of a fact, and not its amount.
    [
        "content/programs/clinical-researcher-course.yaml",
        "ja: 5年以上（臨床が1年、研究が4年）",
        "ja: 5年以上（臨床が4年、研究が1年）",
    ],
    // The phases no longer last as long as the whole.
    ["content/programs/clinical-researcher-course.yaml", "      lasts: P4Y", "      lasts: P3Y"],
];

/// Rules that see that something changed, not what it says.
const LOCK: [&str; 3] = ["changed-facts", "changed-texts", "outdated-translation"];
/// So many are found by what they say.
const BY_MEANING: usize = 3;

fn findings(sources: &Sources) -> Vec<Diagnostic> {
    let mut findings = compile(sources, &Options::default(), &mut Cache::default()).check();
    findings.retain(|finding| finding.severity != Severity::Info);
    findings
}

#[test]
fn each_of_fifteen_false_edits_at_once_has_its_finding() {
    let sources = accepted_guide();
    let before: BTreeSet<String> = findings(&sources).iter().map(|finding| format!("{finding:?}")).collect();
    let mut edited = sources.clone();
    for [path, from, to] in EDITS {
        let text = edited.text(path).unwrap_or_else(|| panic!("{path}")).to_owned();
        assert_eq!(text.matches(from).count(), 1, "{path}: {from}");
        edited.files_mut().insert(path.into(), Arc::new(File::text(text.replace(from, to).as_bytes())));
    }
    let fresh: Vec<Diagnostic> =
        findings(&edited).into_iter().filter(|finding| !before.contains(&format!("{finding:?}"))).collect();
    let (mut unseen, mut meant) = (Vec::new(), Vec::new());
    for [path, _, to] in EDITS {
        let text = edited.text(path).unwrap();
        let at = text.find(to).unwrap();
        let (start, end) = (text[..at].rfind('\n').map_or(0, |line| line + 1), at + to.len());
        let said = to.trim_start_matches(['e', 'n', 'j', 'a']).trim_start_matches(": ");
        let is_own = |finding: &&Diagnostic| {
            // Of a section of prose the heading is marked; what is new in it is said.
            let is_said = finding.args.iter().any(|(_, arg)| format!("{arg:?}").contains(said));
            let places = std::iter::once(&finding.place).chain(finding.labels.iter().map(|(place, _)| place));
            is_said && *finding.place.path == *path
                || places.into_iter().any(|place| {
                    let span = place.span.range();
                    *place.path == *path && span.start < end && span.end > start
                })
        };
        let codes: BTreeSet<&str> = fresh.iter().filter(is_own).map(|finding| finding.code).collect();
        println!("{path}: {to:?}: {codes:?}");
        if codes.is_empty() {
            unseen.push(to);
        }
        meant.extend(codes.iter().any(|code| !LOCK.contains(code)).then_some(to));
    }
    assert!(unseen.is_empty(), "not seen: {unseen:?}; all that is found: {fresh:#?}");
    assert!(meant.len() >= BY_MEANING, "only {} of {} are seen by what they say: {meant:?}", meant.len(), EDITS.len());
}
