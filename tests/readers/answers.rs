//! The way to a licence in its order, the letter to those who decide, and words that say what they are about.

use crate::support::{Project, Published};

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n";
const SOURCES: &str = "words:
  - id: ministry
    name: {ja: 省のページ, en: Page of the ministry}
    publisher: {ja: 健康省, en: Ministry of Health}
    address: https://ministry.example.jp/
    official: true
";

/// A site with these programs, and a route through two of them against their order by name.
fn built(programs: &[(&str, &str)]) -> Published {
    let steps = ["program/zenith", "notice/pause", "program/apex"].into_iter();
    let there = |step: &&str| step.starts_with("notice/") || programs.iter().any(|(slug, _)| step.ends_with(slug));
    let steps: Vec<String> = steps.filter(there).map(|step| format!("{{record: {step}}}")).collect();
    let route = format!("name: {{ja: 道筋, en: The way to a licence}}\nletter: R\nsteps: [{}]\n", steps.join(", "));
    let mut site = Project::empty()
        .file("content/site.yaml", SITE)
        .file("content/vocabularies/sources.yaml", SOURCES)
        .file("content/organizations/ministry.yaml", "name: {ja: 健康省, en: Ministry of Health}\n")
        .file("content/hospitals/minato.yaml", "name: {ja: みなと病院, en: Minato Hospital}\n")
        .file("content/hospitals/kawa.yaml", "name: {ja: かわ病院, en: Kawa Hospital}\n")
        .file("content/notices/pause.yaml", "name: {ja: 休み, en: A pause}\n")
        .file("content/journeys/way.yaml", &route);
    for (slug, text) in programs {
        site = site.file(&format!("content/programs/{slug}.yaml"), text);
    }
    site.build()
}

const ZENITH: &str = "name: {ja: 認定, en: Zenith}\nauthority: organization/ministry\nprofessions: [doctor]\npurposes: [licence]
duration: not-applicable\nregions: [{ja: ベトナム, en: Vietnam}]\nsources: [ministry]\n";
const APEX: &str = "name: {ja: 実習, en: Apex}\nauthority: organization/ministry\nprofessions: [doctor]\npurposes: [licence]\nduration: {at_least: P1Y6M}\n";
const OTHER: &str = "name: {ja: 試験, en: Beside it}\nauthority: organization/ministry\nprofessions: [doctor, nurse]\npurposes: [licence, observe]\nlicence: japanese\n";

#[test]
fn the_way_to_a_licence_stands_in_the_order_of_its_route() {
    let site = built(&[("zenith", ZENITH), ("apex", APEX), ("other", OTHER)]);
    let page = site.page("/en/can-i/doctor/licence/");
    assert_eq!(page.texts("main h2"), ["The way to a licence", "Japanese licence required"]);
    assert_eq!(page.attributes("main h2 a", "href"), ["/en/journeys/way/"]);
    assert_eq!(page.texts("main h3"), ["R1 Zenith", "R3 Apex", "Beside it"]);
    let rows = page.texts("main dl > div");
    let row = |label: &str| rows.iter().find(|row| row.starts_with(label));
    assert!(row("In all").unwrap().contains("1 year 6 months") || row("In all").unwrap().contains("18 months"), "{rows:?}");
    assert!(
        row("Regions").is_some_and(|row| row.contains("Vietnam")) || rows.iter().any(|row| row.contains("Vietnam")),
        "{rows:?}"
    );
    // Under the route, no program says which route it is on.
    assert!(row("Route").is_none(), "{rows:?}");
    // Who is no doctor, or wants something else, sees programs by licence; one group is not to be chosen from.
    let nurse = site.page("/en/can-i/nurse/observe/");
    assert_eq!(nurse.texts("main h2"), ["Japanese licence required"]);
    assert!(
        !nurse.texts(".lead")[0].contains("licence that you hold") && page.texts(".lead")[0].contains("licence that you hold")
    );
    // A choice says what it counts.
    assert_eq!(site.page("/en/").texts(".can .count"), ["3 programs", "1 program"]);
    assert_eq!(site.page("/ja/").texts(".can .count"), ["3件", "1件"]);
}

#[test]
fn a_way_without_a_route_of_its_own_is_told_by_licence() {
    // One program of the route alone makes no way.
    let site = built(&[("zenith", ZENITH), ("other", OTHER)]);
    let page = site.page("/en/can-i/doctor/licence/");
    assert_eq!(page.texts("main h2"), ["Japanese licence required", "The licence that is needed is unknown"]);
    assert!(page.texts("main dl > div").iter().any(|row| row.starts_with("Route")));
}

#[test]
fn a_letter_asks_those_who_decide_what_they_can_answer() {
    let scheme = ZENITH.replace("regions:", "participation: [{host: hospital/kawa, status: possible}]\nregions:");
    let offering = "name: {ja: みなとの認定, en: Zenith at Minato}\nhost: hospital/minato\nscheme: program/zenith\n";
    let site = built(&[("zenith", &scheme), ("offering", offering)]);
    let page = site.page("/en/programs/zenith/letter/");
    let to = "section[aria-labelledby=sec-to]";
    let hrefs = page.attributes(&format!("{to} li a"), "href");
    let hosts = ["/en/hospitals/minato/", "/en/programs/offering/letter/", "/en/hospitals/kawa/", "https://ministry.example.jp/"];
    assert_eq!(hrefs, hosts);
    let letters = page.texts(".letter-text");
    assert!(letters.iter().all(|letter| !letter.contains("Ministry") && !letter.contains("健康省")), "{letters:?}");
    assert!(letters[0].contains("[name of the institution]") && letters[1].contains("［機関名］"), "{letters:?}");
    assert!(page.all("a[href^=mailto]").is_empty());
    // Without hosts, the authority is asked, and not how many people it takes or in which language.
    let alone = built(&[("zenith", ZENITH)]);
    let page = alone.page("/en/programs/zenith/letter/");
    assert!(page.texts(".letter-text")[0].contains("Ministry of Health"));
    let asked = page.texts(".reply li > [lang=en]");
    assert!(
        asked.iter().all(|question| !question.contains("How many people") && !question.contains("Which language")),
        "{asked:?}"
    );
    assert_eq!(page.attributes(&format!("{to} li a"), "href"), ["https://ministry.example.jp/"]);
    assert!(page.texts(".letters section > p").iter().any(|line| line == "Question about Zenith"));
}

#[test]
fn a_letter_asks_for_dates_where_the_known_ones_are_past() {
    let asks = |year: i16| {
        let dates = format!(
            "name: {{ja: 募集, en: Recruitment}}\nprogram: program/offering\nrounds:\n  - round: first\n    stages: [{{stage: application, opens: {year}-01-01, closes: {year}-12-31}}]\n"
        );
        let site = Project::empty()
            .file("content/site.yaml", SITE)
            .file("content/hospitals/minato.yaml", "name: {ja: みなと病院, en: Minato Hospital}\n")
            .file("content/programs/offering.yaml", "name: {ja: 見学, en: Visit}\nhost: hospital/minato\n")
            .file("content/schedules/dates.yaml", &dates);
        site.build().page("/en/programs/offering/letter/").texts(".reply li > [lang=en]").join("|").contains("When can I apply")
    };
    assert!(asks(2025) && !asks(2026) && !asks(2027));
}

#[test]
fn what_is_to_be_done_says_by_whom_or_by_when_and_a_condition_is_said_once() {
    let program = "name: {ja: 研修, en: Training}
obligations:
  - {text: {ja: 報告する, en: Report}, by: {ja: 受入機関, en: Host institution}}
  - {text: {ja: 払う, en: Pay}, by: {ja: 研修の修了まで, en: the end of the training}}
eligibility:
  all_of:
    - {text: {ja: 在留資格, en: A residence status}, when: {ja: 日本国籍でない場合, en: If you are not a Japanese national}}
    - {text: {ja: 診断書, en: A certificate}, when: {ja: 病気の場合, en: Iffy health}}
outcomes:
  - {text: {ja: 証明書, en: Certificate}, copies: 1}
documents:
  all_of: [{text: {ja: 写真, en: Photograph}, copies: 2}]
";
    let site = built(&[("training", program)]);
    let page = site.page("/en/programs/training/");
    let duties = page.texts("section[aria-labelledby=sec-obligations] li").join("|");
    assert!(duties.contains("By: Host institution") && duties.contains("Deadline: the end of the training"), "{duties}");
    let conditions = page.texts(".when").join("|");
    assert!(conditions.contains("If: you are not a Japanese national") && conditions.contains("If: Iffy health"), "{conditions}");
    let received = page.texts("section[aria-labelledby=sec-outcomes]").join("|");
    assert!(received.contains("copies: 1") && !received.contains("required"), "{received}");
    let papers = page.texts("section[aria-labelledby=sec-documents]").join("|");
    assert!(papers.contains("number required: 2"), "{papers}");
}
