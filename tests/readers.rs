//! What a reader with a question meets: whose word a page is, the programs that fit, the letter that asks for the rest.

mod answers;
mod choices;

use crate::support::{Project, Published};

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n";
const SOURCES: &str = "words:
  - id: ours
    name: {ja: 病院のページ, en: Page of the hospital}
    publisher: {ja: みなと病院, en: Minato Hospital}
    address: {address: 'https://hospital.example.jp/', unverified: true}
    language: ja
    official: true
    retrieved: 2026-11-30
    compared: part-of-copy
  - id: ministry
    name: {ja: 省のページ, en: Page of the ministry}
    publisher: {ja: 健康省, en: Ministry of Health}
    address: https://ministry.example.jp/
    official: true
    retrieved: 2026-11-01
    compared: page
  - id: kept
    name: {ja: 古い要項, en: Old guidelines}
    publisher: {ja: みなと病院（旧館）, en: Minato Hospital}
    address: https://archive.example.org/minato
    official: true
    rank: mirror
    retrieved: unknown
  - {id: hearsay, name: {ja: 個人のページ, en: A private page}, official: false, retrieved: unknown}
";
const HOSPITAL: &str = "name: {ja: みなと病院, en: Minato Hospital}\ncontacts: [{name: {ja: 研修係, en: Training desk}, email: training@hospital.example.jp}]\n";
const VISIT: &str =
    "name: {ja: 見学, en: Visit}\nhost: hospital/minato\nlicence: foreign\nprofessions: [nurse]\npurposes: [observe]
duration: {at_most: P10D}\neligibility: not-applicable\nsources: [hearsay, ours]\n";
const FEE: &str = "name: {ja: 見学の費用, en: Cost of the visit}\nprogram: program/visit\namount: 0
exceptions:\n  - {text: {ja: 保険料, en: Insurance}, amount: unknown}\n  - {text: {ja: 名札, en: Badge}, amount: 500}\n";

fn built(site: &str, visit: &str) -> Published {
    let site = Project::empty()
        .file("content/site.yaml", site)
        .file("content/vocabularies/sources.yaml", SOURCES)
        .file("content/hospitals/minato.yaml", HOSPITAL)
        .file("content/programs/visit.yaml", visit)
        .file("content/fees/visit.yaml", FEE);
    site.build()
}

#[test]
fn a_page_says_under_its_title_whose_word_it_is() {
    let line = |site: &str, visit: &str, address: &str| {
        built(site, visit).page(address).texts(".provenance").join("|").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let unofficial = format!("{SITE}official: false\n");
    assert_eq!(
        line(&unofficial, VISIT, "/en/programs/visit/"),
        "Unofficial guide · read on Mon 30 November 2026, in part, from an archived copy, not on the page itself · 1 of 2 sources · Official page (Japanese)"
    );
    assert_eq!(
        line(&unofficial, VISIT, "/ja/programs/visit/"),
        "非公式の案内 · 2026年11月30日（月）に保存版の一部で確認（元のページは未確認） · 出典2件のうち1件 · 公式ページ"
    );
    let verified = format!("{VISIT}verified: 2026-12-01\n").replace("[hearsay, ours]", "[hearsay]");
    assert_eq!(line(SITE, &verified, "/en/programs/visit/"), "compared with the source on Tue 1 December 2026");
    let unread = VISIT.replace("[hearsay, ours]", "[hearsay]");
    assert_eq!(line(SITE, &unread, "/en/programs/visit/"), "not known when the source was read");
    // An office's own guide says nothing that it was not told to say.
    let without = VISIT.replace("sources: [hearsay, ours]\n", "");
    assert_eq!(line(SITE, &without, "/en/programs/visit/"), "");
    assert_eq!(line(&format!("{SITE}official: true\n"), &without, "/en/programs/visit/"), "Official site");
}

#[test]
fn only_the_page_of_its_own_institution_is_called_official() {
    let link = |sources: &str, visit: &str, address: &str| {
        let visit = visit.replace("[hearsay, ours]", sources);
        let site = Project::empty()
            .file("content/site.yaml", SITE)
            .file("content/vocabularies/sources.yaml", SOURCES)
            .file("content/organizations/ministry.yaml", "name: {ja: 健康省, en: Ministry of Health}\nsources: [ours]\n")
            .file("content/hospitals/minato.yaml", HOSPITAL)
            .file("content/terms/visitor.yaml", "name: {ja: 見学者, en: Visitor}\ndefinition: {ja: 見学する人。, en: Somebody who visits.}\nsources: [ministry, ours]\n")
            .file("content/fees/visit.yaml", format!("{FEE}sources: {sources}\n"))
            .file("content/programs/visit.yaml", &visit);
        let page = site.build().page(address);
        (page.texts(".provenance a").pop().unwrap(), page.attributes(".provenance a", "href").pop().unwrap().to_owned())
    };
    let is = |found: (String, String), words: &str, address: &str| assert_eq!((&*found.0, &*found.1), (words, address));
    let (ours, theirs) = ("https://hospital.example.jp/", "https://ministry.example.jp/");
    // The host's own page is sought among all of them, for its fee too.
    is(link("[ministry, ours]", VISIT, "/en/programs/visit/"), "Official page", ours);
    is(link("[ministry, ours]", VISIT, "/ja/fees/visit/"), "公式ページ", ours);
    // Of the authority, the ministry's is; without it, it is the word of another body, and said to be.
    let with = VISIT.replace("host:", "authority: organization/ministry\nhost:");
    is(link("[ministry, hearsay]", &with, "/en/programs/visit/"), "Official page", theirs);
    is(link("[ministry, hearsay]", VISIT, "/en/programs/visit/"), "Source: Ministry of Health", theirs);
    is(link("[ours]", VISIT, "/en/organizations/ministry/"), "Source: Minato Hospital", ours);
    // A term is nobody's. What somebody else keeps is a copy.
    is(link("[ours]", VISIT, "/ja/terms/visitor/"), "出典：健康省", theirs);
    is(
        link("[kept]", VISIT, "/en/programs/visit/"),
        "Copy of an official text: Minato Hospital",
        "https://archive.example.org/minato",
    );
    is(link("[kept, ours]", VISIT, "/en/programs/visit/"), "Official page", ours);
}

#[test]
fn the_page_of_sources_counts_what_pages_say_was_read() {
    let dated = |visit: &str| {
        let rows = built(SITE, visit).page("/en/sources/").texts("main dl > div");
        rows.into_iter().find(|row| row.starts_with("Pages with a date")).unwrap()
    };
    assert!(dated(VISIT).ends_with("1 entry"), "{}", dated(VISIT));
    assert!(dated(&VISIT.replace("[hearsay, ours]", "[hearsay]")).ends_with("0 entries"));
}

/// A site with the recruitments of one program: the name, what stands in it.
fn recruiting(as_of: &str, schedules: &[(&str, &str)]) -> Published {
    let mut site = Project::empty()
        .file("content/site.yaml", SITE)
        .file("content/vocabularies/sources.yaml", SOURCES)
        .file("content/hospitals/minato.yaml", HOSPITAL)
        .file("content/programs/visit.yaml", VISIT);
    for (year, rest) in schedules {
        let text = format!(
            "name: {{ja: {year}年度の募集, en: Recruitment of {year}}}\nprogram: program/visit\nfiscal_year: {{year: {year}, basis: recruitment}}\n{rest}"
        );
        site = site.file(&format!("content/schedules/visit-{year}.yaml"), &text);
    }
    site.annai(["build", "--as-of", as_of]).run().exits(0);
    Published::read(&site.path("public"))
}

#[test]
fn a_program_is_in_the_state_of_its_newest_recruitment() {
    let window = |year: i16, next: &str| {
        format!(
            "rounds:\n  - round: first\n    stages:\n      - {{stage: application, opens: {year}-04-01, closes: {year}-04-30}}\nsuccessor: {next}\n"
        )
    };
    let (old, new) = (window(2025, "schedule/visit-2026"), window(2026, "not-announced"));
    let schedules = [("2025", &*old), ("2026", &*new)];
    let site = recruiting("2026-11-30T00:00:00+09:00", &schedules);
    let page = site.page("/en/programs/visit/");
    assert_eq!(page.texts(".page-head .badge"), ["Next dates not in this guide"]);
    // The script that goes by the reader's clock comes to the same.
    assert!(page.attribute(".page-head .badge", "data-windows").split(';').all(|schedule| schedule.ends_with('!')));
    let when = page.texts(".board dl > div").into_iter().find(|row| row.starts_with("Recruitment")).unwrap();
    assert!(
        when.contains("last time: Wed 1 April 2026") && when.contains("Recruitment of 2026") && !when.contains("2025"),
        "{when}"
    );
    // Lists by state, and the home page: one line for the program, and a sentence.
    assert!(site.page("/en/recruitment/closed/").attributes("main a", "href").iter().all(|href| !href.contains("/programs/")));
    let home = site.page("/en/");
    assert!(home.all(".departures").is_empty());
    assert_eq!(home.attributes("section[aria-labelledby=departed] li a", "href"), ["/en/schedules/visit-2026/"]);
    // No date that is past is a next one: what follows is.
    let rows = |page: &str| site.page(page).texts(".board dl > div");
    let after = rows("/en/schedules/visit-2025/").into_iter().find(|row| row.starts_with("After this")).unwrap();
    assert!(after.ends_with("Recruitment of 2026"), "{after}");
    assert!(!rows("/en/schedules/visit-2026/").iter().any(|row| row.starts_with("Next date")));
    // While the newest is open, it is what the board shows.
    let open = recruiting("2026-04-10T00:00:00+09:00", &schedules);
    assert_eq!(open.page("/ja/programs/visit/").texts(".page-head .badge"), ["募集中"]);
    assert_eq!(open.page("/en/").attributes(".departures li a", "href"), ["/en/schedules/visit-2026/"]);
}

#[test]
fn the_board_leads_to_what_follows_a_refusal_where_a_program_says_it() {
    let site = Project::guide().build();
    let link = |address: &str| site.page(address).all(r##".board a.more[href="#sec-exceptions"]"##).len();
    assert_eq!((link("/en/programs/specialist-training/"), link("/en/programs/practical-training/")), (1, 0));
    assert_eq!(site.page("/ja/programs/specialist-training/").all("#sec-exceptions").len(), 1, "there it stands");
}

#[test]
fn the_board_ends_with_the_official_page_and_names_what_is_paid_beside_a_fee() {
    let site = built(SITE, VISIT);
    let page = site.page("/en/programs/visit/");
    assert_eq!(page.attribute(".board dl > div:last-child a", "href"), "https://hospital.example.jp/");
    let cost = page.texts(".board dl > div").into_iter().find(|row| row.starts_with("Cost")).unwrap();
    assert!(cost.contains("free of charge") && cost.contains("Insurance and Badge (¥500)"), "{cost}");
    // Nobody recruits: no state of it is unknown.
    assert!(page.all(".badge").is_empty());
}

#[test]
fn a_letter_asks_only_what_the_record_does_not_know() {
    let site = built(SITE, VISIT);
    let page = site.page("/en/programs/visit/letter/");
    let asked = page.texts(".reply li > [lang=en]");
    assert_eq!(
        asked,
        [
            "What do I have to pay besides, and how much is it?",
            "When can I apply, and by when?",
            "How do I apply?",
            "Which documents do I need?",
            "How many people are accepted?",
            "Which language is used, and which level do I need?",
        ]
    );
    assert_eq!(page.all(".reply li > [lang=ja]").len(), asked.len());
    // The other language is meant: nothing on the page is untranslated.
    assert!(page.all("main > .lacks-translation, .untranslated").is_empty());
    let letters = page.texts(".letter-text");
    assert_eq!(letters.len(), 2);
    assert!(letters[0].contains("“Visit”") && letters[1].contains("みなと病院 ご担当者様"), "{letters:?}");
    // In each language a message of its own.
    let mails = page.attributes(".letters a[href^=mailto]", "href");
    let begins =
        ["mailto:training@hospital.example.jp?subject=Question%20about", "mailto:training@hospital.example.jp?subject=%E3%80%8C"];
    assert_eq!(mails.len(), begins.len());
    assert!(mails.iter().zip(begins).all(|(mail, begin)| mail.starts_with(begin) && mail.contains("&body=")), "{mails:?}");
    // In the language of those who answer, there is one letter.
    assert_eq!(site.page("/ja/programs/visit/letter/").texts(".letter-text").len(), 1);
    assert_eq!(page.attribute("meta[name=robots]", "content"), "noindex");
    assert!(!site.text("sitemap.xml").contains("letter"));
    // Nobody to ask, no letter.
    let alone = built(SITE, &VISIT.replace("host: hospital/minato\n", ""));
    assert!(!alone.has("/en/programs/visit/letter/"));
}

#[test]
fn who_a_reader_is_and_what_they_want_lead_to_programs_and_nowhere_else() {
    let site = built(SITE, VISIT);
    let home = site.page("/en/");
    assert_eq!(
        home.attributes(".can a", "href"),
        ["/en/can-i/nurse/", "/en/programs/"],
        "whoever is nothing of these sees them all"
    );
    assert_eq!(site.page("/en/can-i/nurse/").attributes("main .values a", "href"), ["/en/can-i/nurse/observe/", "/en/programs/"]);
    assert!(!site.has("/en/can-i/doctor/") && !site.has("/en/can-i/nurse/licence/"));
    let page = site.page("/en/can-i/nurse/observe/");
    assert_eq!(page.texts("main h2"), ["No Japanese licence needed (foreign licence or equivalent)"]);
    assert_eq!(page.attributes("main h3 a", "href"), ["/en/programs/visit/"]);
    let unknown = page.texts("main .rows > div").into_iter().find(|row| row.starts_with("Not known")).unwrap();
    assert!(unknown.contains("how to apply") && !unknown.contains("how long"), "{unknown}");
    assert!(site.text("sitemap.xml").contains("/en/can-i/nurse/observe/"));
    // A site that says nothing of professions has no such pages.
    let silent = built(SITE, &VISIT.replace("professions: [nurse]\npurposes: [observe]\n", ""));
    assert!(silent.pages().iter().all(|page| !page.address.contains("can-i")));
}

#[test]
fn readers_tell_the_editors_what_is_wrong() {
    let report = |contact: &str| {
        let site = built(&format!("{SITE}{contact}"), VISIT);
        site.page("/en/programs/visit/")
            .attributes("article > :last-child a, p a", "href")
            .into_iter()
            .map(str::to_owned)
            .find(|href| href.starts_with("mailto:editors") || href.ends_with("/form"))
    };
    let mail = report("contact: {name: {ja: 編集部, en: Editors}, email: editors@example.org}\n").unwrap();
    assert!(mail.starts_with("mailto:editors@example.org?subject=Something%20is%20wrong%3A%20Visit&body="), "{mail}");
    assert!(mail.contains("program/visit%20%28en%29") && mail.contains("30%20November%202026"), "{mail}");
    let form = report("contact: {name: {ja: 編集部, en: Editors}, form: 'https://example.org/form'}\n");
    assert_eq!(form.as_deref(), Some("https://example.org/form"));
    assert_eq!(report("contact: {name: {ja: 編集部, en: Editors}}\n"), None);
}
