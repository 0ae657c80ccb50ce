//! Calendars as their programs read them: RFC 5545 line by line, and what becomes of an event when its record changes.

use std::collections::{BTreeMap, BTreeSet};

use super::AT_ROOT;
use crate::support::{Project, Published};

/// A component and its properties: name with parameters, value with escapes.
#[derive(Debug)]
struct Component {
    name: String,
    properties: Vec<(String, String)>,
    parts: Vec<Component>,
}

impl Component {
    /// The only value of a property, whatever its parameters.
    fn value(&self, name: &str) -> &str {
        let found: Vec<&str> = self.all(name).collect();
        assert_eq!(found.len(), 1, "{name} in {self:?}");
        found[0]
    }

    fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let name = name.to_owned();
        self.properties.iter().filter(move |(own, _)| own.split(';').next() == Some(&*name)).map(|(_, value)| value.as_str())
    }

    /// The parameters of a property.
    fn parameters(&self, name: &str) -> &str {
        let (own, _) = self.properties.iter().find(|(own, _)| own.split(';').next() == Some(name)).unwrap();
        own.split_once(';').map_or("", |(_, parameters)| parameters)
    }

    fn events(&self) -> Vec<&Component> {
        self.parts.iter().filter(|part| part.name == "VEVENT").collect()
    }

    /// Events by the beginning of their titles.
    fn event(&self, title: &str) -> &Component {
        let found: Vec<_> = self.events().into_iter().filter(|event| event.value("SUMMARY").starts_with(title)).collect();
        assert_eq!(found.len(), 1, "{title} in {self:?}");
        found[0]
    }
}

/// Reads a file and refuses whatever the standard forbids.
fn read(path: &str, bytes: &[u8]) -> Component {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: a line is folded in a character? {error}"));
    assert!(!text.starts_with('\u{feff}'), "{path} begins with a mark");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{path} has a line that does not end in CRLF");
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count(), "{path}");
    let body = text.strip_suffix("\r\n").unwrap_or_else(|| panic!("{path} does not end in CRLF"));
    for line in body.split("\r\n") {
        assert!((1..=75).contains(&line.len()), "{path}: {} octets in {line}", line.len());
    }
    let mut open: Vec<Component> = Vec::new();
    let mut done = None;
    for line in body.replace("\r\n ", "").split("\r\n") {
        assert!(done.is_none(), "{path} goes on after its end: {line}");
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{path}: no colon in {line}"));
        let is_name = |c: char| c.is_ascii_uppercase() || c == '-';
        assert!(name.split(';').next().unwrap().chars().all(is_name), "{path}: {line}");
        assert!(!value.chars().any(char::is_control), "{path}: {line:?}");
        match name {
            "BEGIN" => open.push(Component { name: value.to_owned(), properties: Vec::new(), parts: Vec::new() }),
            "END" => {
                let last = open.pop().unwrap();
                assert_eq!(last.name, value, "{path}");
                match open.last_mut() {
                    Some(around) => around.parts.push(last),
                    None => done = Some(last),
                }
            }
            _ => open.last_mut().unwrap().properties.push((name.to_owned(), value.to_owned())),
        }
    }
    done.unwrap_or_else(|| panic!("{path} has no end"))
}

/// All calendars of a site.
fn calendars(files: &Published) -> BTreeMap<&str, Component> {
    let found = files.files.iter().filter(|(path, _)| path.ends_with(".ics"));
    found.map(|(path, bytes)| (path.as_str(), read(path, bytes))).collect()
}

fn check(files: &Published) -> usize {
    let calendars = calendars(files);
    for (path, calendar) in &calendars {
        assert_eq!(calendar.name, "VCALENDAR", "{path}");
        assert_eq!((calendar.value("VERSION"), calendar.value("CALSCALE")), ("2.0", "GREGORIAN"));
        assert!(calendar.value("PRODID").starts_with("-//"), "{path}");
        assert_ne!(calendar.value("NAME"), "", "{path}");
        let zones: BTreeSet<&str> =
            calendar.parts.iter().filter(|part| part.name == "VTIMEZONE").map(|zone| zone.value("TZID")).collect();
        let mut uids = BTreeSet::new();
        let mut used = BTreeSet::new();
        for event in calendar.events() {
            assert!(uids.insert(event.value("UID")), "{path}: a UID stands twice");
            assert!(event.value("UID").bytes().all(|b| b.is_ascii_hexdigit() || b == b'-'), "{path}");
            assert!(event.value("DTSTAMP").ends_with('Z'), "{path}");
            assert!(event.value("SEQUENCE").parse::<u32>().is_ok(), "{path}");
            assert!(["CONFIRMED", "TENTATIVE", "CANCELLED"].contains(&event.value("STATUS")), "{path}");
            assert_eq!(event.all("DURATION").count(), 0, "{path}");
            for end in event.all("DTEND") {
                assert!(event.value("DTSTART") < end, "{path}: a period ends after it begins, and an instant has no end");
                assert_eq!(event.parameters("DTSTART"), event.parameters("DTEND"), "{path}: both are days, or both are times");
            }
            assert!(event.value("URL").starts_with("https://"), "{path}");
            assert!(!event.value("SUMMARY").contains('<') && !event.value("DESCRIPTION").contains('<'), "{path}");
            let (parameters, start) = (event.parameters("DTSTART"), event.value("DTSTART"));
            match parameters.strip_prefix("TZID=") {
                Some(zone) => {
                    used.insert(zone);
                    assert!(
                        start.len() == 15 && jiff::civil::DateTime::strptime("%Y%m%dT%H%M%S", start).is_ok(),
                        "{path}: {start}"
                    );
                }
                None => {
                    assert_eq!(parameters, "VALUE=DATE", "{path}");
                    assert!(start.len() == 8 && jiff::civil::Date::strptime("%Y%m%d", start).is_ok(), "{path}: {start}");
                }
            }
        }
        assert!(!uids.is_empty(), "{path} has no event");
        assert_eq!(zones, used, "{path}: the zones that it has, and those that its events name");
    }
    calendars.len()
}

/// What `annai init` makes, with a home page that mentions no date.
fn plain_home() -> Project {
    Project::init().file("content/pages/index.ja.md", "# 案内\n").file("content/pages/index.en.md", "# Guide\n")
}

/// The same with another schedule.
fn with_rounds(rounds: &str) -> Project {
    plain_home().edit(
        "content/schedules/example-program.yaml",
        "rounds:\n  - round: first\n    stages:\n      - {stage: application, opens: 2029-10-01 正午, closes: 2029-10-31 正午}\n      - {stage: result, at: 2029-11-30}",
        rounds,
    )
}

const SUBSCRIPTION: &str = "calendar/en/programs/example-program.ics";

#[test]
fn the_calendars_of_the_guide_are_what_the_standard_allows() {
    assert_eq!(check(&AT_ROOT.files), 4, "two programs have dates, in two languages; all rounds are over");
    let calendars = calendars(&AT_ROOT.files);
    let trainees = &calendars["calendar/ja/programs/specialist-training.ics"];
    // Of each of the three rounds the first and last instant to apply, the selection and the result; of two the confirmation.
    assert_eq!(trainees.events().len(), 14);
    let selection = trainees.event("選考（1次募集）");
    assert_eq!((selection.value("DTSTART"), selection.value("DTEND")), ("20231116T120000", "20231124T120000"));
    let instants = trainees.events().into_iter().filter(|event| event.all("DTEND").count() == 0);
    assert_eq!(instants.count(), 9);
    assert_eq!(trainees.event("締切：応募（1次募集）").value("DTSTART"), "20231114T120000");
    assert_eq!(trainees.event("締切：応募（1次募集）").value("STATUS"), "CONFIRMED");
    let researchers = &calendars["calendar/en/programs/clinical-researcher-course.ics"];
    let result = researchers.event("Inferred date: Notice of the result");
    assert_eq!((result.value("DTSTART"), result.parameters("DTSTART")), ("20231011", "VALUE=DATE"));
    assert_eq!(result.value("STATUS"), "TENTATIVE");
    assert!(result.value("DESCRIPTION").contains("2023"), "{result:?}");
}

#[test]
fn each_round_to_come_has_a_file_and_its_program_one_with_all() {
    let site = with_rounds(
        "rounds:\n  - round: first\n    stages:\n      - {stage: application, opens: 2025-10-01 正午, closes: 2025-10-31 正午}\n  - round: second\n    stages:\n      - {stage: application, opens: 2029-12-01, closes: 2029-12-10}\n      - {stage: interview, opens: 2029-12-15, closes: 2029-12-16}\n      - {stage: result, at: 2030-01}",
    );
    let files = site.build();
    assert_eq!(check(&files), 4);
    let calendars = calendars(&files);
    let round = &calendars["calendar/en/schedules/example-program.second.ics"];
    let starts: Vec<_> = round.events().iter().map(|event| event.value("DTSTART")).collect();
    // The result is known to the month alone, and is no event.
    assert_eq!(starts, ["20291201", "20291210", "20291215"]);
    assert_eq!(round.event("Interview").value("DTEND"), "20291217", "the day after the last");
    assert!(round.event("Deadline: ").value("DESCRIPTION").contains("The time of day is not known"));
    let all = &calendars[SUBSCRIPTION];
    assert_eq!(all.events().len(), 5);
    assert_eq!(all.value("SOURCE"), "https://example.org/calendar/en/programs/example-program.ics");
    for event in round.events() {
        assert!(all.events().iter().any(|other| other.value("UID") == event.value("UID")), "{event:?}");
    }
    for address in ["/en/programs/example-program/", "/en/schedules/example-program/"] {
        assert_eq!(files.page(address).attribute("link[type='text/calendar']", "href"), format!("/{SUBSCRIPTION}"));
    }
    assert!(files.text("_headers").contains("\n/calendar/*\n  Content-Type: text/calendar; charset=utf-8\n"));
}

#[test]
fn each_way_that_closes_earlier_is_an_event_of_its_own() {
    let ways = |ways: &str| {
        with_rounds(&format!(
            "rounds:\n  - round: first\n    stages:\n      - stage: application\n        opens: 2029-12-01\n        ways:\n{ways}"
        ))
    };
    let (post, hand) =
        ("          - {way: post, closes: 2029-12-10 必着}\n", "          - {way: counter, closes: 2029-12-12 17:00}\n");
    let upload = "          - {way: upload, closes: 2029-12-14}\n";
    let read = |files: &Published| {
        check(files);
        let calendars = calendars(files);
        let events = calendars["calendar/en/schedules/example-program.first.ics"].events().into_iter().map(|event| {
            let title = event.value("SUMMARY").split(" (").next().unwrap().to_owned();
            (title, event.value("DTSTART").to_owned(), event.value("UID").to_owned())
        });
        events.collect::<Vec<_>>()
    };
    let found = read(&ways(&[post, hand, upload].concat()).build());
    let told: Vec<(&str, &str)> = found.iter().map(|(title, start, _)| (title.as_str(), start.as_str())).collect();
    assert_eq!(
        told,
        [
            ("Opens: Application", "20291201"),
            ("Deadline: Application: post", "20291210"),
            ("Deadline: Application: in person", "20291212T170000"),
            ("Deadline: Application", "20291214"),
        ]
    );
    // Each stays the same event wherever it stands, and beside an end that has no date.
    let turned = read(&ways(&[upload, hand, post].concat()).build());
    let uid = |events: &[(String, String, String)], title: &str| {
        events.iter().find(|event| event.0 == title).map(|event| event.2.clone())
    };
    assert_eq!(uid(&turned, &found[1].0), Some(found[1].2.clone()));
    assert_eq!(uid(&turned, &found[2].0), Some(found[2].2.clone()));
    assert_eq!(uid(&turned, &found[3].0), Some(found[3].2.clone()));
    let open = read(&ways(&[post, "          - {way: upload, closes: 定員になり次第}\n"].concat()).build());
    assert_eq!(uid(&open, &found[1].0), Some(found[1].2.clone()));
    // What closes together is told once.
    assert_eq!(read(&ways(&[post, "          - {way: upload, closes: 2029-12-10}\n"].concat()).build()).len(), 2);
}

#[test]
fn without_dates_there_is_no_calendar() {
    let files = with_rounds("rounds: unknown").build();
    assert_eq!(check(&files), 0);
    assert!(!files.text("_headers").contains("text/calendar"));
    assert!(files.page("/en/programs/example-program/").all("link[type='text/calendar']").is_empty());
}

#[test]
fn an_event_keeps_its_identity_when_it_moves_is_withdrawn_or_the_record_gets_another_address() {
    let first = Project::init().build();
    let changed = "changes:\n  - {date: 2029-09-01, major: true, note: {ja: 変更, en: Changed}}\nprogram: program/";
    let moved = Project::init().edit("content/schedules/example-program.yaml", "2029-10-31 正午", "2029-11-05 正午").edit(
        "content/schedules/example-program.yaml",
        "program: program/",
        changed,
    );
    let withdrawn = Project::init()
        .edit("content/schedules/example-program.yaml", "closes: 2029-10-31 正午}", "closes: 2029-10-31 正午, withdrawn: true}")
        .edit("content/schedules/example-program.yaml", "program: program/", changed);
    let renamed = plain_home();
    let yaml = std::fs::read_to_string(renamed.path("content/schedules/example-program.yaml")).unwrap();
    let renamed = renamed
        .without("content/schedules/example-program.yaml")
        .file("content/schedules/other-name.yaml", format!("{yaml}aliases: [/schedules/example-program/]\n"));
    let deadline = |files: &Published| {
        check(files);
        let calendars = calendars(files);
        let calendar = &calendars[SUBSCRIPTION];
        let found: Vec<_> = calendar.events().into_iter().filter(|event| event.value("SUMMARY").contains("Deadline: ")).collect();
        let [event] = found[..] else { panic!("{calendar:?}") };
        ["UID", "DTSTART", "SEQUENCE", "STATUS", "DTSTAMP"].map(|name| event.value(name).to_owned())
    };
    let [uid, start, sequence, status, stamp] = deadline(&first);
    assert_eq!((start.as_str(), sequence.as_str(), status.as_str()), ("20291031T120000", "0", "CONFIRMED"));
    let [same, start, sequence, status, later] = deadline(&moved.build());
    assert_eq!((&same, start.as_str(), sequence.as_str(), status.as_str()), (&uid, "20291105T120000", "1", "CONFIRMED"));
    assert!(later > stamp);
    let files = withdrawn.build();
    let [same, _, sequence, status, _] = deadline(&files);
    assert_eq!((&same, sequence.as_str(), status.as_str()), (&uid, "1", "CANCELLED"));
    assert!(files.has("/en/recruitment/closed/") && !files.has("/en/recruitment/upcoming/"), "nobody can apply");
    assert_eq!(deadline(&renamed.build())[0], uid);
    assert_eq!(deadline(&Project::init().build_with(["--base-url", "https://example.org/elsewhere/"]))[0], uid);
    let later = Project::init();
    later.annai(["build", "--as-of", "2029-10-15T00:00:00Z"]).run().exits(0);
    assert_eq!(deadline(&Published::read(&later.path("public")))[4], stamp, "the clock is no revision");
}

#[test]
fn times_are_told_in_the_zone_of_the_schedule() {
    let site = Project::init().edit(
        "content/schedules/example-program.yaml",
        "program: program/",
        "zone: America/New_York\nprogram: program/",
    );
    let files = site.build();
    check(&files);
    let calendars = calendars(&files);
    let event = calendars[SUBSCRIPTION].event("Deadline: ");
    assert_eq!((event.parameters("DTSTART"), event.value("DTSTART")), ("TZID=America/New_York", "20291031T120000"));
}
