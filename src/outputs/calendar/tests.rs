//! Whole files: what an event says depends on where it stands, on what is known of it, and on what is said of it elsewhere.

use std::sync::Arc;

use crate::compile::{Cache, compile};
use crate::site::link::Options;
use crate::source::{File, Sources};

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n";
const PROGRAM: &str = "name: {ja: 研修, en: Training}\n";

/// A file of a site with one schedule, its lines unfolded.
fn file(address: &str, schedule: &str) -> Vec<String> {
    let mut sources = Sources::new("2026-01-01T00:00:00Z".parse().unwrap());
    let schedule = format!("name: {{ja: 募集, en: Recruitment}}\nprogram: program/p\n{schedule}");
    for (path, text) in [
        ("content/site.yaml", SITE),
        ("content/programs/p.yaml", PROGRAM),
        ("content/programs/other.yaml", PROGRAM),
        ("content/schedules/s.yaml", &schedule),
        ("content/schedules/draft.yaml", &format!("draft: true\n{schedule}")),
        (
            "content/schedules/t.yaml",
            "name: {ja: 別, en: Other}\nprogram: program/other\nrelated: [program/p]\nrounds: [{stages: [{stage: result, at: 2026-02-01}]}]\n",
        ),
    ] {
        sources.files_mut().insert(path.into(), Arc::new(File::text(text.as_bytes())));
    }
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    let route =
        compiled.site.routes.get(address).unwrap_or_else(|| panic!("{:?}", compiled.site.routes.keys().collect::<Vec<_>>()));
    let text = String::from_utf8(compiled.render(route).unwrap()).unwrap();
    assert!(text.ends_with("\r\nEND:VCALENDAR\r\n"), "{text}");
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// The values of properties in a file, by the beginning of their lines.
fn values(lines: &[String], name: &str) -> Vec<String> {
    lines.iter().filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect()
}

#[test]
fn the_calendars_of_a_program_and_of_a_round_hold_each_event_once_under_its_lasting_name() {
    let mut lines = file("/calendar/en/programs/p.ics", ROUNDS);
    lines.extend(file("/calendar/en/schedules/s.second.ics", ROUNDS));
    let expected: Vec<&str> = include_str!("expected.ics").lines().collect();
    assert_eq!(lines, expected);
}

#[test]
fn what_is_not_just_what_a_source_states_says_so() {
    let result = |stage: &str| format!("    - round: first\n      stages: [{{stage: result, at: {stage}}}]\n");
    let of = |schedule: String| {
        let lines = file("/calendar/en/programs/p.ics", &schedule);
        let [summary, status, description] =
            ["SUMMARY;LANGUAGE=en:", "STATUS:", "DESCRIPTION:"].map(|name| values(&lines, name).concat());
        (summary, status, description)
    };
    let (tentative, certain) =
        ("Inferred date: Notice of the result (First round)\\, Training", "Notice of the result (First round)\\, Training");
    let reason = "{ja: 昨年から, en: By the year before}";
    let weekday = "{month: 2, day: 1, weekday: 日, year: inferred 2026, because: weekday}";
    let text = format!("{{month: 2, day: 1, year: inferred 2026, because: {reason}}}");
    for (schedule, title, status, doubt) in [
        (format!("rounds:\n  value:\n{}", result("2026-02-01")), certain, "CONFIRMED", "Date as stated in the source."),
        (
            format!("rounds:\n  inferred: {reason}\n  value:\n{}", result("2026-02-01")),
            tentative,
            "TENTATIVE",
            "inferred by this guide: By the year before",
        ),
        (
            format!("rounds:\n  derived: {reason}\n  value:\n{}", result("2026-02-01")),
            certain,
            "CONFIRMED",
            "worked out from the sources: By the year before",
        ),
        (
            format!("rounds:\n  value:\n{}", result(weekday)),
            tentative,
            "TENTATIVE",
            "the year\\, 2026\\, is inferred from the weekday",
        ),
        (
            format!("rounds:\n  value:\n{}", result(&text)),
            tentative,
            "TENTATIVE",
            "the year\\, 2026\\, is inferred by this guide: By the year before",
        ),
    ] {
        let (summary, found, description) = of(schedule);
        assert_eq!((summary.as_str(), found.as_str()), (title, status), "{doubt}");
        assert!(
            description.contains(&format!("\\nThe time of day is not known.\\n{doubt}\\nLatest information")),
            "{description}"
        );
    }
}

#[test]
fn a_zone_is_told_as_far_as_the_last_window_closes() {
    let schedule =
        "zone: America/New_York\nrounds:\n  - stages: [{stage: interview, opens: 2026-03-01 10:00, closes: 2026-03-20 10:00}]\n";
    let lines = file("/calendar/en/programs/p.ics", schedule);
    assert_eq!(values(&lines, "TZID:"), ["America/New_York"]);
    assert_eq!(values(&lines, "DTSTART:"), ["20251102T020000", "20260308T020000"]);
    assert_eq!(values(&lines, "DTEND;TZID=America/New_York:"), ["20260320T100000"]);
}

#[test]
fn what_takes_place_again_and_again_is_one_event_with_its_rule() {
    let of = |stage: &str| {
        let lines = file("/calendar/en/programs/p.ics", &format!("rounds: [{{round: first, stages: [{{{stage}}}]}}]\n"));
        let first = |name: &str| values(&lines, name).into_iter().next().unwrap_or_default();
        [first("DTSTART;"), first("DTEND;"), values(&lines, "RRULE:").concat(), values(&lines, "EXDATE;").join(" ")]
    };
    let monthly =
        "stage: briefing, every: 毎月第2金曜日 15:00–16:00, opens: 2026-01-01, closes: 2026-12-31, except: [2026-08-14]";
    assert_eq!(
        of(monthly),
        [
            "TZID=Asia/Tokyo:20260109T150000",
            "TZID=Asia/Tokyo:20260109T160000",
            "FREQ=MONTHLY;BYDAY=2FR;UNTIL=20261231T060000Z",
            "TZID=Asia/Tokyo:20260814T150000"
        ]
    );
    let weekly = "stage: briefing, every: every Wednesday, opens: 2026-01-01";
    assert_eq!(of(weekly), ["VALUE=DATE:20260107", "", "FREQ=WEEKLY;BYDAY=WE", ""]);
    // No day is known on which it begins, or on which it takes place.
    for stage in
        ["stage: briefing, every: every Wednesday, closes: 2026-12-31", "stage: briefing, every: 年2回, opens: 2026-01-01"]
    {
        assert_eq!(of(stage)[2], "", "{stage}");
    }
}

#[test]
fn an_end_says_which_way_closes_first_and_a_beginning_what_ends_it() {
    let of = |stage: &str| {
        let lines = file(
            "/calendar/en/programs/p.ics",
            &format!("rounds: [{{round: first, stages: [{{stage: application, {stage}}}]}}]\n"),
        );
        values(&lines, "DESCRIPTION:")
    };
    let ways = of("opens: 2026-03-01, ways: [{way: online, closes: 2026-03-31 17:00}, {way: post, closes: 2026-03-05 postmark}]");
    let said = "\\npost: Thu 5 March 2026 (date of postmark)\\nonline: Tue 31 March 2026\\, 17:00 JST";
    // When people can begin, the end of the way that closes first, and the last.
    assert_eq!(ways.len(), 3);
    assert!(ways.iter().all(|description| description.contains(said)), "{ways:?}");
    let until = of("opens: 2026-03-01, closes: until filled");
    assert_eq!(until.len(), 1);
    assert!(until[0].contains("\\nCloses: until all places are filled\\n"), "{until:?}");
}

#[test]
fn what_takes_place_says_where() {
    let of = |stage: &str| {
        let rounds = format!("rounds: [{{round: first, stages: [{{{stage}}}]}}]\n");
        values(&file("/calendar/en/programs/p.ics", &rounds), "LOCATION;LANGUAGE=en:")
    };
    let venues = "venues: [{name: {en: Tokyo}}, {name: {en: 'Osaka, Hall 2'}}]";
    assert_eq!(of(&format!("stage: examination, at: 2026-03-10, {venues}")), ["Tokyo / Osaka\\, Hall 2"]);
    assert_eq!(of(&format!("stage: interview, opens: 2026-03-10, closes: 2026-03-11, {venues}")).len(), 1);
    // A deadline is nowhere.
    assert!(of(&format!("stage: application, opens: 2026-03-01, closes: 2026-03-31, {venues}")).is_empty());
}

#[test]
fn the_event_of_two_days_is_on_the_one_that_counts() {
    let of = |counted: &str| {
        let stages =
            format!("{{stage: result, at: 2026-03-10}}, {{stage: application, opens: 2026-03-01, counted: {{{counted}}}}}");
        let lines = file("/calendar/en/programs/p.ics", &format!("rounds: [{{round: first, stages: [{stages}]}}]\n"));
        values(&lines, "DTSTART;VALUE=DATE:")
    };
    let days = |day: &str| ["20260301", "20260310", day].map(str::to_owned).to_vec();
    let sorted = |counted: &str| {
        let mut days = of(counted);
        days.sort();
        days
    };
    assert_eq!(sorted("from: result, within: 14日, or: 2026-03-31, whichever: earlier"), days("20260324"));
    assert_eq!(sorted("from: result, within: 14日, or: 2026-03-31, whichever: later"), days("20260331"));
    assert_eq!(sorted("event: {en: Arrival}, within: 14日, or: 2026-03-31, whichever: earlier"), days("20260331"));
    // Of the later day, nothing is known while the event is not.
    assert_eq!(sorted("event: {en: Arrival}, or: 2026-03-31, whichever: later").len(), 2);
}

const ROUNDS: &str = "\
changes:
  - {date: 2025-12-01, major: true, note: {ja: 改め, en: New}}
  - {date: 2025-12-02, note: {ja: 誤字, en: A word}}
rounds:
  - round: first
    note: {ja: 注, en: 'Of the round, all'}
    stages:
      - {stage: application, opens: 2026-03-01 09:00, closes: 2026-03-31 17:00}
      - {stage: interview, opens: 2026-04-01, closes: 2026-04-03}
      - {stage: examination, opens: 2026-04-05 10:00, closes: 2026-04-06}
      - {stage: result, at: 2026-05}
      - {stage: briefing, at: 2026-04-07 13:05, withdrawn: true}
  - round: second
    withdrawn: true
    stages:
      - {stage: application, opens: 2026-06-01, closes: 2026-06-30 12:00, concerns: applicants, note: {ja: 注, en: Of the stage}}
      - {stage: application, opens: 2026-07-01, closes: 2026-07-30 12:00}
";
