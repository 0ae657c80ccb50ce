//! What a reader with a question meets: whose word a page is, the programs that fit, the letter that asks for the rest.

use crate::support::{Project, Published};

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n";
const SOURCES: &str = "words:
  - id: ours
    name: {ja: 病院のページ, en: Page of the hospital}
    address: {address: 'https://hospital.example.jp/', unverified: true}
    language: ja
    official: true
    retrieved: 2026-11-30
    compared: part-of-copy
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
        "Unofficial guide · compared on Mon 30 November 2026 with part of a copy; the page itself was not opened · 2 sources · Official page (Japanese)"
    );
    assert_eq!(
        line(&unofficial, VISIT, "/ja/programs/visit/"),
        "非公式の案内 · 2026年11月30日（月）に写しの一部と照合（元のページは未確認） · 出典2件 · 公式ページ"
    );
    let verified = format!("{VISIT}verified: 2026-12-01\n").replace("[hearsay, ours]", "[hearsay]");
    assert_eq!(line(SITE, &verified, "/en/programs/visit/"), "compared with the source on Tue 1 December 2026");
    let unread = VISIT.replace("[hearsay, ours]", "[hearsay]");
    assert_eq!(line(SITE, &unread, "/en/programs/visit/"), "date of comparison unknown");
    // An office's own guide says nothing that it was not told to say.
    let without = VISIT.replace("sources: [hearsay, ours]\n", "");
    assert_eq!(line(SITE, &without, "/en/programs/visit/"), "");
    assert_eq!(line(&format!("{SITE}official: true\n"), &without, "/en/programs/visit/"), "Official site");
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
    let mail = page.attribute(".letters a[href^=mailto]", "href");
    assert!(mail.starts_with("mailto:training@hospital.example.jp?subject=%E3%80%8C") && mail.contains("&body="), "{mail}");
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
    assert_eq!(home.attributes(".can a", "href"), ["/en/can-i/nurse/"]);
    assert_eq!(site.page("/en/can-i/nurse/").attributes("main .values a", "href"), ["/en/can-i/nurse/observe/"]);
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
