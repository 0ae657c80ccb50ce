//! Nothing that was published disappears without a word, and calendars that people follow learn of what moved: a site from one
//! edit to the next.

use std::fs;

use crate::support::Project;

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\ntime_zone: Asia/Tokyo\n";
const PROGRAM: &str = "name: {ja: 研修, en: Training}\n";
const SCHEDULE: &str = "name: {ja: 募集, en: Recruitment}\nprogram: program/p\nrounds:\n  - round: first\n    stages:\n      \
     - {stage: application, opens: 2027-04-01 09:00, closes: 2027-04-20 17:00}\n";

fn site() -> Project {
    Project::empty()
        .file("content/site.yaml", SITE)
        .file("content/programs/p.yaml", PROGRAM)
        .file("content/programs/p.ja.md", "## 費用 {#fees}\n\n無料です。\n")
        .file("content/programs/p.en.md", "## Fees\n\nIt is free.\n")
        .file("content/schedules/s.yaml", SCHEDULE)
}

fn accept(site: &Project, what: &str) {
    site.annai(["accept", what]).run().exits(0);
}

/// The errors of the ledger, by code and path.
fn told(site: &Project) -> Vec<(String, String)> {
    let findings = site.findings();
    let own = findings.iter().filter(|finding| ["lost-address", "changed-event"].contains(&finding.text("code")));
    own.map(|finding| (finding.text("code").to_owned(), finding.text("path").to_owned())).collect()
}

fn pair(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

const LOCK: &str = "content/translations.lock";
const S: &str = "content/schedules/s.yaml";

/// The values of a property in the calendar of the program, in the order of its events.
fn calendar(site: &Project, property: &str) -> Vec<String> {
    let files = site.build();
    let lines = files.text("calendar/ja/programs/p.ics").lines().skip_while(|line| *line != "BEGIN:VEVENT");
    let values = lines.filter_map(|line| line.strip_prefix(property)?.strip_prefix(':'));
    values.map(str::to_owned).collect()
}

#[test]
fn a_site_without_a_lock_is_told_nothing() {
    let site = site();
    let moved = fs::read_to_string(site.path(S)).unwrap();
    let site = site.without(S).file("content/schedules/t.yaml", moved);
    assert_eq!(told(&site), []);
    assert!(!site.annai(["status", "--lang", "en"]).run().stderr.contains("not in the lock"));
}

#[test]
fn a_page_that_is_renamed_or_goes_is_told_until_its_address_leads_somewhere() {
    let site = site();
    accept(&site, "--all");
    assert_eq!(told(&site), []);
    // A new page is no finding.
    let site = site.file("content/programs/q.yaml", PROGRAM);
    assert_eq!(told(&site), []);
    assert!(site.annai(["status", "--lang", "en"]).run().stderr.contains("2 addresses are not in the lock"));
    accept(&site, "--all");
    assert!(!site.annai(["status", "--lang", "en"]).run().stderr.contains("not in the lock"));
    // A schedule is renamed by hand: its page and its events are lost.
    let text = fs::read_to_string(site.path(S)).unwrap();
    let site = site.without(S).file("content/schedules/t.yaml", &text);
    assert_eq!(told(&site), [pair("changed-event", LOCK), pair("changed-event", LOCK), pair("lost-address", LOCK)]);
    let help = site.findings().iter().find(|finding| finding.text("code") == "lost-address").unwrap().text("help").to_owned();
    assert!(help.contains("aliases: [/schedules/s/]") && help.contains("content/schedules/t.yaml"), "{help}");
    assert_eq!(site.annai(["build", "--as-of", "2026-12-01"]).run().code, 1, "and nothing is published");
    // `accept --all` gives up nothing.
    accept(&site, "--all");
    assert!(told(&site).contains(&pair("lost-address", LOCK)));
    let site = site.file("content/schedules/t.yaml", format!("{text}aliases: [/schedules/s/]\n"));
    assert_eq!(told(&site), []);
    // What goes for good is given up by its name.
    let site = site.without("content/programs/q.yaml");
    assert_eq!(told(&site), [pair("lost-address", LOCK)]);
    accept(&site, "content/programs/q.yaml");
    assert_eq!(told(&site), []);
}

#[test]
fn a_heading_that_others_may_link_to_keeps_its_name() {
    let site = site();
    accept(&site, "--all");
    let prose = "content/programs/p.ja.md";
    let site = site.edit(prose, "費用 {#fees}", "料金 {#costs}");
    assert_eq!(told(&site), [pair("lost-address", prose)]);
    let site = site.edit(prose, "料金 {#costs}", "料金 {#fees}");
    assert_eq!(told(&site), []);
}

#[test]
fn a_date_that_moved_is_accepted_before_it_is_published_and_is_a_new_version_then() {
    let site = site();
    accept(&site, "--all");
    let (uids, first) = (calendar(&site, "UID"), calendar(&site, "SEQUENCE"));
    assert_eq!(first, ["0", "0"]);
    assert!(calendar(&site, "LAST-MODIFIED").is_empty());
    let site = site.edit(S, "2027-04-20 17:00", "2027-04-27 17:00");
    assert_eq!(told(&site), [pair("changed-event", S)]);
    accept(&site, S);
    assert_eq!(told(&site), []);
    assert_eq!(calendar(&site, "UID"), uids);
    assert_eq!(calendar(&site, "SEQUENCE"), ["0", "1"], "of the date that moved alone");
    assert_eq!(calendar(&site, "LAST-MODIFIED").len(), 1);
    let stamp = calendar(&site, "DTSTAMP");
    assert_eq!(stamp[1], calendar(&site, "LAST-MODIFIED")[0]);
    // Back again is one more.
    let site = site.edit(S, "2027-04-27 17:00", "2027-04-20 17:00");
    accept(&site, S);
    assert_eq!(calendar(&site, "SEQUENCE"), ["0", "2"]);
    // Withdrawn: told as such, and not lost.
    let site = site.edit(S, "closes: 2027-04-20 17:00}", "closes: 2027-04-20 17:00, withdrawn: true}");
    assert_eq!(told(&site), [pair("changed-event", S), pair("changed-event", S)]);
    accept(&site, S);
    assert_eq!(calendar(&site, "SEQUENCE"), ["1", "3"]);
    assert_eq!(calendar(&site, "STATUS"), ["CANCELLED", "CANCELLED"]);
    // Renamed by the command: same events, same versions.
    site.annai(["rename", "schedule/s", "schedule/t"]).run().exits(0);
    assert_eq!(told(&site), []);
    assert_eq!(calendar(&site, "UID"), uids);
    assert_eq!(calendar(&site, "SEQUENCE"), ["1", "3"]);
}

#[test]
fn what_is_over_may_go() {
    let site = site().edit(S, "2027-04-01 09:00", "2024-04-01 09:00").edit(S, "2027-04-20 17:00", "2024-04-20 17:00");
    accept(&site, "--all");
    let site = site.file(S, "name: {ja: 募集, en: Recruitment}\nprogram: program/p\n");
    assert_eq!(told(&site), []);
}
