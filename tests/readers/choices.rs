//! The first choices of a reader, what a route takes in all, programs side by side, and a letter that knows who writes it.

use crate::support::{Project, Published};

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n";

fn program(name: &str, more: &str) -> String {
    format!("name: {{ja: {name}, en: {name}}}\nhost: hospital/minato\nprofessions: [doctor, nurse]\npurposes: [licence]\n{more}")
}

/// A route of three programs, of which the second is for some people alone, and a page for hospitals.
fn site() -> Project {
    let fee = |name: &str, more: &str| format!("name: {{ja: {name}, en: {name}}}\nprogram: program/{name}\n{more}");
    Project::empty()
        .file("content/site.yaml", SITE)
        .file("content/hospitals/minato.yaml", "name: {ja: みなと病院, en: Minato Hospital}\naddress: {ja: 〒985-0001 宮城県港市1-1, en: '1-1 Minato-shi, Miyagi 985-0001'}\n")
        .file("content/pages/receiving.yaml", "name: {ja: 病院の方へ, en: For hospitals}\nchoice: {ja: 病院の担当者, en: Hospital}\n")
        .file("content/pages/about.yaml", "name: {ja: このサイトについて, en: About}\n")
        .file("content/programs/first.yaml", program("first", "kind: short-course\nduration: not-applicable\n"))
        .file("content/programs/aside.yaml", program("aside", "kind: practical-training\nduration: P1Y\n"))
        .file("content/programs/last.yaml", program("last", "kind: initial-clinical-training\nduration: {at_least: P2Y}\n"))
        .file("content/fees/first.yaml", fee("first", "amount: 15000\n"))
        .file("content/fees/aside.yaml", fee("aside", "amount: {is: 10000, per: month}\nexceptions:\n  - {text: {ja: 免除, en: Waived}, amount: 0}\n"))
        .file(
            "content/journeys/way.yaml",
            "name: {ja: 道筋, en: The way}\nletter: R\nsteps:\n  - record: program/first\n  - record: program/aside\n    \
             only_for: {ja: 認められた方, en: Whoever is recognized}\n  - record: program/last\n",
        )
}

#[test]
fn a_page_can_be_the_answer_for_one_kind_of_reader_and_nobody_is_left_without_a_choice() {
    let site = site().build();
    let home = site.page("/en/");
    let choices =
        ["Doctor 3 programs", "Nurse, midwife or public health nurse 3 programs", "Hospital", "Somebody else: all programs"];
    assert_eq!(home.texts(".can li"), choices);
    assert_eq!(home.attributes(".can li a", "href")[2..], ["/en/receiving/", "/en/programs/"]);
    assert_eq!(site.page("/en/can-i/nurse/").attributes("main .values a", "href").last(), Some(&"/en/programs/"));
}

#[test]
fn a_route_says_what_it_takes_in_all_with_its_branch_and_without_it() {
    let site = site().build();
    let page = site.page("/en/journeys/way/");
    let board = page.texts(".board dl > div");
    let row = |label: &str| board.iter().find(|row| row.starts_with(label)).cloned().unwrap_or_default();
    let months = row("In all");
    assert!(months.contains("at least 2 years without") && months.contains("at least 3 years with all"), "{months}");
    // Of the last program nobody knows the cost: what is known is the least, which those pay who are let off.
    let cost = row("Cost in all");
    assert_eq!(cost.matches("at least ¥15,000").count(), 2, "{cost}");
    assert_eq!(row("Cost not known"), "Cost not knownR3 last");
    assert_eq!(page.texts(".stops .branch .roundel"), ["R2"]);
    assert!(page.texts(".stops .branch")[0].contains("Only for: Whoever is recognized"));
    // One behind the other: what has no length is a point, the next begins where the one before it ends.
    let lengths = page.one("section[aria-labelledby=sec-route-lengths]").html();
    assert!(lengths.contains("<circle class=\"least\"") && lengths.contains("class=\"for-some\""), "{lengths}");
    assert_eq!(page.attributes("section[aria-labelledby=sec-route-lengths] rect.least", "x").len(), 2);
    let costs = page.texts("section[aria-labelledby=sec-route-costs] li");
    assert_eq!(costs, ["R1 first ¥15,000", "R2 aside up to ¥120,000", "R3 last Unknown"]);
    // The same sums on the way to a licence.
    assert!(site.page("/en/can-i/doctor/licence/").texts("main dl > div").contains(&row("Cost in all")));
}

#[test]
fn a_program_with_several_amounts_shows_them_and_all_together_on_one_scale() {
    let site = site()
        .file("content/fees/more.yaml", "name: {ja: 寮, en: Room}\nprogram: program/first\namount: {from: 20000, to: 30000}\n")
        .build();
    let bars = site.page("/en/programs/first/").texts("section[aria-labelledby=sec-cost] li");
    assert_eq!(bars.len(), 3, "{bars:?}");
    assert_eq!(bars[2], "Cost in all ¥35,000 to ¥45,000");
    assert!(site.page("/en/programs/aside/").all("section[aria-labelledby=sec-cost]").len() == 1);
    assert!(site.page("/en/programs/last/").all("section[aria-labelledby=sec-cost]").is_empty());
}

fn compared(kinds: &[(&str, usize)]) -> Published {
    let mut site = site();
    for (kind, count) in kinds {
        for number in 0..*count {
            let path = format!("content/programs/{kind}-{number}.yaml");
            site = site.file(&path, program(&format!("{kind} {number}"), &format!("kind: {kind}\n")));
        }
    }
    site.build()
}

#[test]
fn programs_of_one_kind_stand_side_by_side_a_few_in_each_table() {
    let site = compared(&[("observation", 5), ("clinical-training", 2)]);
    let page = site.page("/en/compare/");
    let columns: Vec<usize> =
        page.all(".compare table").iter().map(|table| table.html().matches("data-program").count()).collect();
    assert!(columns.iter().all(|columns| (1..=4).contains(columns)), "{columns:?}");
    assert_eq!(columns.iter().sum::<usize>(), 10, "every program once");
    assert_eq!(page.texts(".compare h2").last().map(String::as_str), Some("Other programs"));
    // The heading says the kind; where several are together, a row does.
    let kinds = page.texts(".compare tbody th").iter().filter(|row| *row == "Kind of program").count();
    assert_eq!(kinds, 1);
    let labels = page.attributes(".compare .table", "aria-label");
    assert_eq!(labels.iter().collect::<std::collections::BTreeSet<_>>().len(), labels.len(), "{labels:?}");
}

#[test]
fn a_letter_has_a_date_an_address_and_room_for_who_answers_and_knows_the_reader() {
    let site = site().build();
    let page = site.page("/en/programs/last/letter/");
    assert!(page.texts("section[aria-labelledby=sec-to]")[0].contains("985-0001"));
    let letters = page.texts(".letter-text");
    assert!(letters[0].starts_with("[date]") && letters[1].starts_with("［日付］"), "{letters:?}");
    assert_eq!(page.texts(".signed [lang=en]"), ["Name of the person who answers", "Date"]);
    assert_eq!(page.texts(".signed [lang=ja]").len(), 2);
    // What stands for the profession, and what may stand there: a name of several stays in its brackets.
    for (letter, blank) in letters.iter().zip(page.attributes(".letter-text", "data-blank")) {
        assert_eq!(letter.matches(blank).count(), 1, "{letter}");
    }
    let known: Vec<serde_json::Value> = page
        .attributes(".letter-text", "data-professions")
        .into_iter()
        .map(|known| serde_json::from_str(known).unwrap())
        .collect();
    assert_eq!((&known[0]["doctor"], &known[1]["doctor"]), (&"Doctor".into(), &"医師".into()));
    assert_eq!(known[0]["nurse"], "[Nurse, midwife or public health nurse]");
    let ways = site.page("/en/can-i/nurse/licence/").attributes("main a.more[href*=letter]", "href").concat();
    assert!(ways.contains("/en/programs/last/letter/?as=nurse"), "{ways}");
}

#[test]
fn what_is_said_of_a_routes_licence_is_true_of_every_profession() {
    let files = site()
        .edit("content/journeys/way.yaml", "letter: R", "letter: R\nlicence: japanese")
        .edit("content/programs/last.yaml", "professions: [doctor, nurse]", "professions: [nurse]\nlicence: japanese")
        .build();
    for address in ["/en/", "/en/journeys/", "/en/journeys/way/", "/en/programs/last/", "/en/can-i/nurse/licence/"] {
        let text = files.page(address).texts("main").concat();
        assert!(text.contains("Japanese licence"), "{address}");
        assert!(!text.contains("medical licence"), "{address}");
        let text = files.page(&address.replace("/en/", "/ja/")).texts("main").concat();
        assert!(text.contains("日本の免許") && !text.contains("医師免許"), "{address}");
    }
}
