//! The state at each side of each boundary.

use std::sync::Arc;

use super::*;
use crate::compile::{Cache, Compiled, compile};
use crate::site::link::Options;
use crate::source::{File, Sources};

const PATH: &str = "content/schedules/s.yaml";

/// A site in which seven days before the close is soon.
fn site(as_of: &str, schedules: &[&str]) -> Compiled {
    let mut sources = Sources::new(instant(as_of));
    let site = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\nclosing_soon_days: 7\n";
    let mut files = vec![
        ("content/site.yaml".to_owned(), site.to_owned()),
        ("content/programs/p.yaml".to_owned(), "name: {ja: 研修, en: Training}\n".to_owned()),
    ];
    for (number, schedule) in schedules.iter().enumerate() {
        let path = if number == 0 { PATH.to_owned() } else { format!("content/schedules/s{number}.yaml") };
        files.push((path, format!("name: {{ja: 募集, en: Recruitment}}\nprogram: program/p\n{schedule}")));
    }
    for (path, text) in files {
        sources.files_mut().insert(path.into(), Arc::new(File::text(text.as_bytes())));
    }
    compile(&sources, &Options::default(), &mut Cache::default())
}

/// A time in Japan.
fn instant(text: &str) -> Timestamp {
    format!("{text}+09:00").parse().unwrap()
}

/// The rounds of a schedule with these stages.
fn stages(stages: &str) -> String {
    format!("rounds:\n  - round: first\n    stages:\n{stages}")
}

const WINDOW: &str = "      - {stage: application, opens: 2026-03-01 09:00, closes: 2026-03-31 17:00}\n";

/// The state of a schedule at instants.
fn states<const N: usize>(schedule: &str, instants: [&str; N]) -> [State; N] {
    let compiled = site("2026-01-01T00:00:00", &[schedule]);
    let entry = compiled.site.entries.iter().find(|entry| &*entry.path == PATH).unwrap();
    let Body::Schedule(schedule) = &entry.record.body else { panic!("no schedule") };
    instants.map(|at| state(schedule, &compiled.site.vocabularies, instant(at), compiled.site.file.closing_soon_days))
}

#[test]
fn a_window_is_half_open_and_closes_soon_within_its_last_days() {
    use State::{Closed, ClosingSoon, NotAnnounced, Open, Upcoming};
    let instants = [
        "2026-03-01T08:59:59",
        "2026-03-01T09:00:00",
        "2026-03-24T16:59:59",
        "2026-03-24T17:00:00",
        "2026-03-31T16:59:59",
        "2026-03-31T17:00:00",
    ];
    assert_eq!(states(&stages(WINDOW), instants), [Upcoming, Open, Open, ClosingSoon, ClosingSoon, Closed]);
    let last = format!("successor: not-announced\n{}", stages(WINDOW));
    assert_eq!(states(&last, ["2026-03-31T16:59:59", "2026-03-31T17:00:00"]), [ClosingSoon, NotAnnounced]);
}

#[test]
fn of_windows_that_overlap_the_last_to_close_counts_and_a_later_one_is_to_come() {
    use State::{Closed, Open, Upcoming};
    let two = "      - {stage: application, opens: 2026-03-01 09:00, closes: 2026-03-05 17:00}\n      - {stage: application, opens: 2026-03-01 09:00, closes: 2026-03-31 17:00}\n";
    assert_eq!(states(&stages(two), ["2026-03-05T16:00:00"]), [Open]);
    let later = format!("{WINDOW}      - {{stage: application, opens: 2026-05-01 09:00, closes: 2026-05-31 17:00}}\n");
    assert_eq!(states(&stages(&later), ["2026-04-10T00:00:00", "2026-06-01T00:00:00"]), [Upcoming, Closed]);
    // A window that closes before it opens is never to come once that instant is there.
    let reversed = "      - {stage: application, opens: 2026-03-31 17:00, closes: 2026-03-01 09:00}\n";
    assert_eq!(states(&stages(reversed), ["2026-03-31T16:59:59", "2026-03-31T17:00:00"]), [Upcoming, Closed]);
}

#[test]
fn only_stages_in_which_people_apply_count_and_what_is_withdrawn_is_closed() {
    use State::{Closed, Open, Unknown};
    let at = ["2026-03-05T00:00:00"];
    assert_eq!(states("", at), [Unknown]);
    assert_eq!(states(&stages("      - {stage: interview, opens: 2026-03-01 09:00, closes: 2026-03-31 17:00}\n"), at), [Unknown]);
    assert_eq!(states(&stages("      - {stage: application, opens: 2026-03-01 09:00}\n"), at), [Unknown]);
    assert_eq!(
        states(&stages("      - {stage: application, closes: 2026-03-31 17:00}\n"), at),
        [Open],
        "open since nobody knows when"
    );
    let withdrawn = WINDOW.replace('}', ", withdrawn: true}");
    assert_eq!(states(&stages(&withdrawn), at), [Closed]);
    assert_eq!(states(&stages(&format!("{withdrawn}{WINDOW}")), at), [Open]);
}

#[test]
fn a_site_lasts_until_the_next_boundary_and_differs_after_it() {
    let boundaries = ["2026-03-01T09:00:00", "2026-03-24T17:00:00", "2026-03-31T17:00:00"];
    let mut as_of = "2026-01-01T00:00:00";
    for boundary in boundaries {
        let compiled = site(as_of, &[&stages(WINDOW)]);
        assert_eq!(lasts_until(&compiled.site), instant(boundary), "as of {as_of}");
        assert!(differs(&compiled.site, instant(boundary)), "{boundary}");
        assert!(!differs(&compiled.site, instant(boundary).checked_sub(1.second()).unwrap()), "before {boundary}");
        as_of = boundary;
    }
    assert_eq!(lasts_until(&site(as_of, &[&stages(WINDOW)]).site), Timestamp::MAX);
    // The end of any stage may end its round.
    let day = stages("      - {stage: result, at: 2026-04-10}\n");
    assert_eq!(lasts_until(&site(as_of, &[&day]).site), instant("2026-04-11T00:00:00"));
    // The earliest of all schedules; those that are left out say nothing.
    let early = WINDOW.replace("2026-03-01", "2026-02-01");
    assert_eq!(
        lasts_until(&site("2026-01-01T00:00:00", &[&stages(WINDOW), &stages(&early)]).site),
        instant("2026-02-01T09:00:00")
    );
    let compiled = site("2026-01-01T00:00:00", &[&stages(WINDOW), &format!("draft: true\n{}", stages(&early))]);
    assert_eq!(lasts_until(&compiled.site), instant("2026-03-01T09:00:00"));
    assert!(!differs(&compiled.site, instant("2026-02-02T00:00:00")));
}

#[test]
fn the_last_way_closes_a_stage_and_the_first_one_opens_it() {
    use State::{Closed, ClosingSoon, Open, Upcoming};
    let ways = "      - stage: application\n        opens: 2026-03-01 09:00\n        ways:\n          - {way: post, closes: 2026-03-05 消印有効}\n          - {way: online, closes: 2026-03-31 17:00}\n          - {way: counter, opens: 2026-02-20, closes: 2026-03-10}\n";
    let instants =
        ["2026-02-19T23:59:59", "2026-02-20T00:00:00", "2026-03-06T00:00:00", "2026-03-24T17:00:00", "2026-03-31T17:00:00"];
    assert_eq!(states(&stages(ways), instants), [Upcoming, Open, Open, ClosingSoon, Closed]);
    // A way without an end of its own ends with the stage.
    let own = "      - {stage: application, closes: 2026-03-31 17:00, ways: [{way: post}, {way: fax, closes: 2026-03-05}]}\n";
    assert_eq!(states(&stages(own), ["2026-03-06T00:00:00", "2026-03-31T17:00:00"]), [Open, Closed]);
    // Each end of a way is said on pages, so that the site does not last beyond it.
    let compiled = site("2026-03-01T10:00:00", &[&stages(ways)]);
    assert_eq!(lasts_until(&compiled.site), instant("2026-03-06T00:00:00"));
}

#[test]
fn what_lasts_until_something_ends_it_is_open_and_what_is_not_fixed_is_unknown() {
    use State::{Closed, Open, Unknown, Upcoming};
    let of = |stage: &str| stages(&format!("      - {{stage: application, {stage}}}\n"));
    let at = ["2026-03-01T08:59:59", "2026-03-01T09:00:00", "2036-03-01T00:00:00"];
    for closes in ["定員になり次第", "until the position is filled", "未定"] {
        assert_eq!(states(&of(&format!("opens: 2026-03-01 09:00, closes: {closes}")), at), [Upcoming, Open, Open], "{closes}");
    }
    assert_eq!(states(&of("opens: 2026-03-01 09:00, closes: 2026-03-31 定員になり次第"), at), [Upcoming, Open, Closed]);
    assert_eq!(states(&of("closes: 定員になり次第"), at), [Open, Open, Open]);
    assert_eq!(states(&of("opens: 未定, closes: 2026-03-31"), at), [Unknown, Unknown, Unknown]);
}

#[test]
fn of_two_days_the_one_that_comes_first_or_last_closes_a_stage() {
    use State::{Closed, ClosingSoon, Open};
    let of = |counted: &str| {
        stages(&format!(
            "      - {{stage: result, at: 2026-03-10}}\n      - {{stage: application, opens: 2026-03-01, counted: {{{counted}}}}}\n"
        ))
    };
    let at = ["2026-03-12T00:00:00", "2026-03-24T12:00:00", "2026-03-25T00:00:00", "2026-04-01T00:00:00"];
    for (counted, expected) in [
        ("from: result, within: 14日, or: 2026-03-31, whichever: earlier", [Open, ClosingSoon, Closed, Closed]),
        ("from: result, within: 14日, or: 2026-03-31, whichever: later", [Open, Open, ClosingSoon, Closed]),
        ("from: result, within: P2M, or: 2026-03-31, whichever: earlier", [Open, Open, ClosingSoon, Closed]),
        ("from: result, or: 2026-03-31, whichever: later", [Open, Open, ClosingSoon, Closed]),
        // Nobody knows when somebody arrives: it may close earlier, and the later of both days is not fixed.
        ("event: {en: Arrival}, within: 14日, or: 2026-03-31, whichever: earlier", [Open, Open, ClosingSoon, Closed]),
        ("event: {en: Arrival}, or: 2026-03-31, whichever: later", [Open, Open, Open, Open]),
    ] {
        assert_eq!(states(&of(counted), at), expected, "{counted}");
    }
}

#[test]
fn what_is_counted_from_another_stage_does_not_begin_before_it() {
    use State::{Closed, ClosingSoon, Open, Upcoming};
    let of = |counted: &str| {
        stages(&format!(
            "      - {{stage: guidelines, at: 2026-03-10}}\n      - {{stage: application, counted: {{{counted}}}}}\n"
        ))
    };
    let at = ["2026-03-09T23:59:59", "2026-03-10T00:00:00", "2026-03-24T12:00:00", "2026-03-25T00:00:00"];
    for counted in ["from: guidelines, within: 14日", "from: guidelines, within: 14日, or: 2026-03-31, whichever: earlier"] {
        assert_eq!(states(&of(counted), at), [Upcoming, Open, ClosingSoon, Closed], "{counted}");
    }
    // When it begins is not known where its event is not.
    let counted = "event: {en: Arrival}, within: 14日, or: 2026-03-24, whichever: earlier";
    assert_eq!(states(&of(counted), at), [Open, Open, ClosingSoon, Closed]);
}

#[test]
fn what_is_taken_again_and_again_is_open_between_its_bounds() {
    use State::{Closed, Open, Upcoming};
    let of = |stage: &str| stages(&format!("      - {{stage: application, every: 毎月10日, {stage}}}\n"));
    let at = ["2026-02-28T00:00:00", "2026-03-11T00:00:00", "2026-12-11T00:00:00"];
    assert_eq!(states(&of("opens: 2026-03-01"), at), [Upcoming, Open, Open]);
    assert_eq!(states(&of("opens: 2026-03-01, closes: 2026-12-10"), at), [Upcoming, Open, Closed]);
    // The next of its days is said on pages.
    let compiled = site("2026-03-05T00:00:00", &[&of("opens: 2026-03-01, except: [2026-03-10]")]);
    assert_eq!(lasts_until(&compiled.site), instant("2026-04-11T00:00:00"));
}

#[test]
fn what_knows_no_window_is_over_when_all_its_dates_are_past() {
    use State::{Closed, NotAnnounced, Unknown};
    let at = ["2026-03-05T00:00:00", "2026-03-06T00:00:00"];
    let briefing = "      - {stage: briefing, at: 2026-03-01}\n";
    let examination = "      - {stage: examination, at: 2026-03-05}\n";
    assert_eq!(states(&stages(examination), at), [Unknown, Closed]);
    let last = format!("{}successor: not-announced\n", stages(&format!("{briefing}{examination}")));
    assert_eq!(states(&last, at), [Unknown, NotAnnounced]);
    // What only announces it does not end it; nor does an application whose window is not known, nor a list that goes on.
    assert_eq!(states(&stages(briefing), at), [Unknown, Unknown]);
    let again = "      - {stage: examination, every: 毎月10日, opens: 2026-01-01}\n";
    assert_eq!(states(&stages(again), at), [Unknown, Unknown]);
    let unknown = "      - {stage: application, opens: 2026-03-01}\n";
    assert_eq!(states(&stages(&format!("{unknown}{examination}")), at), [Unknown, Unknown]);
    let open =
        "rounds:\n  items:\n    - round: first\n      stages:\n        - {stage: examination, at: 2026-03-05}\n  open: true\n";
    assert_eq!(states(open, at), [Unknown, Unknown]);
}

/// The state of the program of these schedules.
fn of_program(as_of: &str, schedules: &[&str]) -> Option<State> {
    let compiled = site(as_of, schedules);
    compiled.site.entries.iter().find(|entry| &*entry.path == "content/programs/p.yaml").unwrap().state
}

#[test]
fn that_an_earlier_recruitment_is_over_does_not_close_its_program() {
    use State::{NotAnnounced, Open, Upcoming};
    let year = |year: i16, after: &str| format!("{}{after}", stages(&WINDOW.replace("2026", &year.to_string())));
    let (old, new) = (year(2025, "successor: schedule/s1\n"), year(2026, "successor: not-announced\n"));
    assert_eq!(of_program("2026-03-10T00:00:00", &[&old, &new]), Some(Open));
    assert_eq!(of_program("2026-05-01T00:00:00", &[&old, &new]), Some(NotAnnounced));
    // One that is over and says nothing of the next; one whose dates are not known yet.
    assert_eq!(of_program("2026-05-01T00:00:00", &[&year(2026, "")]), Some(NotAnnounced));
    assert_eq!(of_program("2026-05-01T00:00:00", &[&old, "rounds: unknown\n"]), Some(NotAnnounced));
    // Twice a year.
    let autumn = stages("      - {stage: application, opens: 2026-09-01, closes: 2026-09-30}\n");
    assert_eq!(of_program("2026-05-01T00:00:00", &[&new, &autumn]), Some(Upcoming));
}

#[test]
fn of_several_schedules_those_count_that_can_be_reached_else_the_latest() {
    let that_count = |as_of: &str, schedules: &[&str]| -> Vec<String> {
        let compiled = site(as_of, schedules);
        let program = compiled.site.ids().find(|(_, entry)| entry.slug() == "p").unwrap().0;
        let found = that_count(&compiled.site, program);
        found.into_iter().map(|id| compiled.site.entry(id).slug().to_owned()).collect()
    };
    let (spring, autumn) = (stages(WINDOW), stages("      - {stage: application, opens: 2026-09-01, closes: 2026-09-30}\n"));
    assert_eq!(that_count("2026-03-10T00:00:00", &[&autumn, &spring]), ["s1", "s"]);
    assert_eq!(that_count("2026-05-01T00:00:00", &[&autumn, &spring]), ["s"]);
    assert_eq!(that_count("2026-12-01T00:00:00", &[&spring, &autumn]), ["s1"]);
    // A next one without dates does not hide when the last one was.
    assert_eq!(that_count("2026-12-01T00:00:00", &["rounds: unknown\n", &spring, &autumn]), ["s", "s2"]);
}

#[test]
fn states_have_names_of_their_own() {
    let names = ["closing-soon", "open", "upcoming", "closed", "not-announced", "unknown"];
    assert_eq!(State::ALL.map(State::as_str), names);
    assert_eq!(State::ALL.map(State::message), names.map(|name| format!("state_{}", name.replace('-', "_"))));
    assert!(State::ALL.is_sorted());
}

/// What is found in a schedule whose stages are the site's own, and its state.
fn with_own_stages(stages: &str) -> (Option<State>, Vec<String>) {
    let words = "words:\n  - {id: entry, name: {ja: エントリー, en: Entry}}\n  - {id: papers, name: {ja: 書類提出, en: Papers}}\n  \
                 - {id: fair, name: {ja: 合同説明会, en: Fair}, group: announcement}\n  - {id: hall, name: {ja: 見学, en: Visit}, follows: entry}\n";
    let schedule =
        format!("name: {{ja: 募集, en: Recruitment}}\nprogram: program/p\nrounds:\n  - round: first\n    stages:\n{stages}");
    let sources = site("2026-03-10T00:00:00", &[]).sources().clone();
    let sources = sources.with("content/vocabularies/stages.yaml", words).with(PATH, &schedule);
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    let state = compiled.site.entries.iter().find_map(|entry| (&*entry.path == PATH).then_some(entry.state)).flatten();
    let found = compiled.check().into_iter().filter(|finding| &*finding.place.path == PATH);
    (state, found.map(|finding| format!("{} {}", finding.message, finding.place.span.of(&schedule))).collect())
}

#[test]
fn a_stage_of_ones_own_that_is_plainly_the_application_gives_the_state() {
    let open = "opens: 2026-03-01, closes: 2026-03-31";
    for (stages, state, told) in [
        // The only window, whatever takes place on a day beside it.
        (format!("      - {{stage: entry, {open}}}\n      - {{stage: papers, at: 2026-04-10}}\n"), State::Open, vec![]),
        (
            format!("      - {{stage: fair, opens: 2026-01-01, closes: 2026-01-31}}\n      - {{stage: entry, {open}}}\n"),
            State::Open,
            vec![],
        ),
        (
            format!("      - {{stage: entry, {open}}}\n      - {{stage: hall, opens: 2026-05-01, closes: 2026-05-02}}\n"),
            State::Open,
            vec![],
        ),
        // The one in which there are ways to apply.
        (
            format!(
                "      - {{stage: papers, opens: 2026-05-01, closes: 2026-05-31}}\n      - stage: entry\n        ways: [{{way: post, {open}}}]\n"
            ),
            State::Open,
            vec![],
        ),
        // A stage that is called so, and all others are not.
        (
            format!("      - {{stage: entry, {open}}}\n      - {{stage: application, opens: 2026-05-01, closes: 2026-05-31}}\n"),
            State::Upcoming,
            vec![],
        ),
        // A word of the generator's own that says nothing is no application.
        (format!("      - {{stage: registration, {open}}}\n"), State::Unknown, vec![]),
        // Either of them.
        (
            format!("      - {{stage: entry, {open}}}\n      - {{stage: papers, opens: 2026-05-01, closes: 2026-05-31}}\n"),
            State::Unknown,
            vec!["stage-without-group entry", "stage-without-group papers"],
        ),
    ] {
        let (found, said) = with_own_stages(&stages);
        let said: Vec<&str> = said.iter().map(String::as_str).filter(|said| said.starts_with("stage-without")).collect();
        assert_eq!((found, said), (Some(state), told), "{stages}");
    }
}
