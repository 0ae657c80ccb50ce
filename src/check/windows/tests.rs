//! Each boundary of the rules: the instant at which there is a finding, and the instant beside it at which there is none.

use std::sync::Arc;

use crate::base::{Diagnostic, Place, Severity};
use crate::compile::{Cache, compile};
use crate::site::link::Options;
use crate::source::{File, Sources};

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n";
const PROGRAM: &str = "name: {ja: 研修, en: Training}\n";
const PATH: &str = "content/schedules/s.yaml";
const RULES: [&str; 4] = ["window-reversed", "stage-too-early", "stages-overlap", "rounds-overlap"];

/// A schedule of rounds, each of stages as they are written; its findings by these rules, with the text of the file.
fn findings(rounds: &[&[&str]]) -> (String, Vec<Diagnostic>) {
    let mut text = "name: {ja: 募集, en: Recruitment}\nprogram: program/p\nsuccessor: not-announced\nrounds:\n".to_owned();
    for (stages, word) in rounds.iter().zip(["first", "second", "third", "additional"]) {
        text.push_str(&format!("  - round: {word}\n    stages:\n"));
        stages.iter().for_each(|stage| text.push_str(&format!("      - {{stage: {stage}}}\n")));
    }
    let mut sources = Sources::new("2026-01-01T00:00:00Z".parse().unwrap());
    for (path, contents) in [("content/site.yaml", SITE), ("content/programs/p.yaml", PROGRAM), (PATH, &text)] {
        sources.files_mut().insert(path.into(), Arc::new(File::text(contents.as_bytes())));
    }
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    let all = compiled.check();
    assert!(all.iter().all(|finding| finding.severity != Severity::Error || RULES.contains(&finding.code)), "{all:?}");
    (text, all.into_iter().filter(|finding| RULES.contains(&finding.code)).collect())
}

/// Code and marked text of each finding, and the marked text of its labels.
fn found(rounds: &[&[&str]]) -> Vec<String> {
    let (text, findings) = findings(rounds);
    let part = |place: &Place| place.span.of(&text).to_owned();
    findings
        .iter()
        .map(|finding| {
            let labels: Vec<String> = finding.labels.iter().map(|(place, _)| part(place)).collect();
            format!("{} {} | {}", finding.code, part(&finding.place), labels.join(" | "))
        })
        .collect()
}

const NONE: [&str; 0] = [];

#[test]
fn a_window_closes_after_it_opens() {
    let of = |opens: &str, closes: &str| found(&[&[&format!("application, opens: {opens}, closes: {closes}")]]);
    assert_eq!(of("2026-02-01 10:00", "2026-02-01 10:01"), NONE);
    assert_eq!(of("2026-02-01 10:00", "2026-02-01 10:00"), ["window-reversed 2026-02-01 10:00 | 2026-02-01 10:00"]);
    assert_eq!(of("2026-02-01 10:01", "2026-02-01 10:00"), ["window-reversed 2026-02-01 10:00 | 2026-02-01 10:01"]);
    // A day closes when it is over.
    assert_eq!(of("2026-02-01", "2026-02-01"), NONE);
    assert_eq!(of("2026-02-02", "2026-02-01"), ["window-reversed 2026-02-01 | 2026-02-02"]);
    // One end alone, or one moment, is no window.
    assert_eq!(found(&[&["application, opens: 2026-02-01 10:00"]]), NONE);
    assert_eq!(found(&[&["application, closes: 2026-02-01 10:00"]]), NONE);
    assert_eq!(found(&[&["result, at: 2026-02-01 10:00"]]), NONE);
}

#[test]
fn a_stage_begins_no_earlier_than_the_one_before_it_ends() {
    let of = |closes: &str, then: &str| found(&[&[&format!("application, opens: 2026-02-01, closes: {closes}"), then]]);
    assert_eq!(of("2026-02-10 12:00", "selection, opens: 2026-02-10 12:00, closes: 2026-02-11 12:00"), NONE);
    assert_eq!(
        of("2026-02-10 12:00", "selection, opens: 2026-02-10 11:59, closes: 2026-02-11 12:00"),
        ["stages-overlap 2026-02-10 11:59 | 2026-02-01"],
        "people may be selected while others still apply, if that is said"
    );
    assert_eq!(
        of("2026-02-10 12:00", "selection, opens: 2026-02-10 11:59, closes: 2026-02-10 11:59"),
        ["stage-too-early 2026-02-10 11:59 | 2026-02-10 12:00", "window-reversed 2026-02-10 11:59 | 2026-02-10 11:59"]
    );
    assert_eq!(
        of("2026-02-10 12:00", "selection, opens: 2026-02-09 09:00, closes: 2026-02-10 11:59"),
        ["stage-too-early 2026-02-09 09:00 | 2026-02-10 12:00"],
        "all were selected before all had applied"
    );
    assert_eq!(
        of("2026-02-10 12:00", "selection, opens: 2026-01-31, closes: 2026-02-11"),
        ["stage-too-early 2026-01-31 | 2026-02-10 12:00"],
        "nobody is selected before anybody could apply"
    );
    // A day without a time may begin at any time of that day.
    assert_eq!(of("2026-02-10 12:00", "selection, at: 2026-02-10"), NONE);
    assert_eq!(of("2026-02-10 12:00", "selection, at: 2026-02-09"), ["stage-too-early 2026-02-09 | 2026-02-10 12:00"]);
    // What lies between may be left out: a result follows the selection, and that the application.
    assert_eq!(of("2026-02-10", "result, at: 2026-02-10 23:59"), ["stage-too-early 2026-02-10 23:59 | 2026-02-10"]);
    assert_eq!(of("2026-02-10", "result, at: 2026-02-11 00:00"), NONE);
    // What follows nothing may be at any time.
    assert_eq!(of("2026-02-10", "confirmation, at: 2026-01-01"), NONE);
    // Either of the two may say that they overlap.
    let early = "selection, opens: 2026-02-09, closes: 2026-02-20";
    assert_eq!(of("2026-02-10", early), ["stages-overlap 2026-02-09 | 2026-02-01"]);
    let before = "selection, opens: 2026-01-31, closes: 2026-02-20";
    assert_eq!(of("2026-02-10", before).len(), 1, "which is said once, not as an overlap too");
    assert_eq!(of("2026-02-10", &format!("{early}, overlaps: [application]")), NONE);
    assert_eq!(of("2026-02-10, overlaps: [selection]", early), NONE);
    assert_eq!(of("2026-02-10, overlaps: [result]", early).len(), 1, "another stage is meant");
    // In whichever order they are written.
    let turned = found(&[&[early, "application, opens: 2026-02-01, closes: 2026-02-10"]]);
    assert_eq!(turned, ["stages-overlap 2026-02-01 | 2026-02-09"]);
    // A stage of which only one moment is known.
    assert_eq!(
        found(&[&["application, at: 2026-02-10", "selection, at: 2026-02-08"]]),
        ["stage-too-early 2026-02-08 | 2026-02-10"]
    );
    let opened = found(&[&["application, opens: 2026-02-10 12:00", "selection, closes: 2026-02-10 11:00"]]);
    assert_eq!(opened, ["stage-too-early 2026-02-10 11:00 | 2026-02-10 12:00"]);
}

#[test]
fn two_windows_share_no_instant() {
    let first = "registration, opens: 2026-02-01 09:00, closes: 2026-02-10 12:00";
    let of = |second: &str| found(&[&[first, second]]);
    assert_eq!(of("briefing, opens: 2026-02-10 12:00, closes: 2026-02-10 13:00"), NONE, "one ends as the other begins");
    assert_eq!(
        of("briefing, opens: 2026-02-10 11:59, closes: 2026-02-10 13:00"),
        ["stages-overlap 2026-02-10 11:59 | 2026-02-01 09:00"]
    );
    assert_eq!(of("briefing, opens: 2026-01-20 09:00, closes: 2026-02-01 09:00"), NONE);
    assert_eq!(
        of("briefing, opens: 2026-01-20 09:00, closes: 2026-02-01 09:01"),
        ["stages-overlap 2026-01-20 09:00 | 2026-02-01 09:00"]
    );
    // A day that may begin when the other is over, on either side.
    assert_eq!(of("briefing, opens: 2026-02-10, closes: 2026-02-12"), NONE);
    let day = found(&[&["briefing, opens: 2026-02-10, closes: 2026-02-12", first]]);
    assert_eq!(day, NONE);
    // A moment is no window, on either side.
    assert_eq!(of("briefing, at: 2026-02-05 10:00"), NONE);
    assert_eq!(found(&[&["briefing, at: 2026-02-05 10:00", first]]), NONE);
    // The same word twice, and what says so itself.
    assert_eq!(of("registration, opens: 2026-02-05 09:00, closes: 2026-02-06 09:00"), NONE);
    assert_eq!(of("briefing, opens: 2026-02-05 09:00, closes: 2026-02-06 09:00, overlaps: [registration]"), NONE);
    let declared = found(&[&[
        "registration, opens: 2026-02-01, closes: 2026-02-10, overlaps: [briefing]",
        "briefing, opens: 2026-02-05, closes: 2026-02-06",
    ]]);
    assert_eq!(declared, NONE);
    // Every pair, not only neighbours.
    let third = "interview, opens: 2026-02-09 09:00, closes: 2026-02-20 09:00";
    let between = "briefing, opens: 2026-03-01 09:00, closes: 2026-03-02 09:00";
    assert_eq!(found(&[&[first, between, third]]), ["stages-overlap 2026-02-09 09:00 | 2026-02-01 09:00"]);
    // What is withdrawn takes no time.
    assert_eq!(of("briefing, opens: 2026-02-05 09:00, closes: 2026-02-06 09:00, withdrawn: true"), NONE);
}

#[test]
fn a_round_begins_no_earlier_than_those_before_it_have_ended() {
    let first: &[&str] = &["application, opens: 2026-02-01 09:00, closes: 2026-02-10 12:00", "result, at: 2026-02-20 12:00"];
    let of = |opens: &str| found(&[first, &[&format!("application, opens: {opens}, closes: 2026-03-31 12:00")]]);
    assert_eq!(of("2026-02-20 12:00"), NONE);
    assert_eq!(of("2026-02-20"), NONE, "a day that may begin when the round before is over");
    assert_eq!(of("2026-02-20 11:59"), ["rounds-overlap 2026-02-20 11:59 | {"], "the label points at the last stage's beginning");
    assert_eq!(of("2026-02-19"), ["rounds-overlap 2026-02-19 | {"]);
    // Those that begin together are tracks beside each other.
    assert_eq!(of("2026-02-01 09:00"), NONE);
    assert_eq!(of("2026-02-01 09:01"), ["rounds-overlap 2026-02-01 09:01 | {"]);
    // The end that counts is the latest so far: the second round ended before the first.
    let short: &[&str] = &["application, opens: 2026-01-01 09:00, closes: 2026-01-02 09:00"];
    let third: &[&str] = &["application, opens: 2026-02-15 09:00, closes: 2026-03-01 09:00"];
    let codes: Vec<String> = found(&[first, short, third]);
    assert_eq!(codes, ["rounds-overlap 2026-01-01 09:00 | {", "rounds-overlap 2026-02-15 09:00 | {"]);
    // The first moment of the round is marked, whatever the order of its stages.
    let turned: &[&str] = &["result, at: 2026-03-20 12:00", "application, opens: 2026-02-15 09:00, closes: 2026-03-01 09:00"];
    assert_eq!(found(&[first, turned]), ["rounds-overlap 2026-02-15 09:00 | {"]);
}
