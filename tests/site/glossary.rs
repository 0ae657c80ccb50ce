//! Terms of the glossary are marked where a page first uses them, and nowhere else.

use super::AT_ROOT;
use crate::support::{Page, Project, Published, text_of};

/// The words of each mark on a page, and the file name of its term.
fn marks(page: &Page) -> Vec<(String, String)> {
    let mark = |link: scraper::ElementRef<'_>| {
        let href = link.value().attr("href").unwrap();
        (text_of(link), href.trim_end_matches('/').rsplit('/').next().unwrap().to_owned())
    };
    page.all("main a.term").into_iter().map(mark).collect()
}

fn pairs(marks: &[(String, String)]) -> Vec<(&str, &str)> {
    marks.iter().map(|(words, term)| (&**words, &**term)).collect()
}

/// A site with some terms and one page of prose in each language.
fn site(ja: &str, en: &str) -> Published {
    let term =
        |ja: &str, en: &str, more: &str| format!("name: {{ja: {ja}, en: {en}}}\n{more}definition: {{ja: 説明, en: Meaning}}\n");
    Project::empty()
        .file("content/site.yaml", "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n")
        .file("content/pages/index.ja.md", "# 案内\n\n本文\n")
        .file("content/pages/index.en.md", "# Guide\n\nText\n")
        .file("content/terms/examination.yaml", term("医師国家試験", "National examination", "reading: いしこっかしけん\n"))
        .file("content/terms/preliminary.yaml", term("医師国家試験予備試験", "\"Preliminary examination ({ja:予備試験})\"", ""))
        .file("content/terms/trainee.yaml", term("専攻医", "Specialist trainee", "reading: せんこうい\n"))
        .file("content/terms/program.yaml", term("プログラム", "Program", ""))
        .file(
            "content/terms/jih.yaml",
            term("JIH", "JIH", "other_names:\n  - {text: Japan International Hospitals, language: en}\n"),
        )
        .file("content/pages/words.ja.md", format!("# 医師国家試験\n\n{ja}\n"))
        .file("content/pages/words.en.md", format!("# Words\n\n{en}\n"))
        .build_with(["--lang", "en"])
}

#[test]
fn a_term_is_marked_at_its_first_use_under_every_name_and_in_every_case() {
    let files = site(
        "専攻医は医師国家試験の後で、専攻医です。",
        "After the national\nexamination, specialist trainees and other specialist trainees apply to Japan International Hospitals (JIH).",
    );
    let (ja, en) = (files.page("/ja/words/"), files.page("/en/words/"));
    assert_eq!(pairs(&marks(&ja)), [("専攻医", "trainee"), ("医師国家試験", "examination")]);
    assert_eq!(
        pairs(&marks(&en)),
        [("national examination", "examination"), ("specialist trainees", "trainee"), ("Japan International Hospitals", "jih")]
    );
    assert_eq!(en.attributes("main a.term", "href")[0], "/en/terms/examination/");
    // Readers of Japanese are shown the reading too, over the characters that it is of.
    let readings = ja.all("main a.term").into_iter().map(|term| {
        let rt = scraper::Selector::parse("rt").unwrap();
        term.select(&rt).flat_map(|reading| reading.text()).collect::<String>()
    });
    assert_eq!(readings.filter(|reading| !reading.is_empty()).collect::<Vec<_>>(), ["せんこうい", "いしこっかしけん"]);
    assert!(en.all("main rt").is_empty());
}

#[test]
fn a_part_of_a_longer_word_or_term_is_not_marked() {
    let files = site(
        "医師国家試験予備試験に合格し、プログラムディレクターに尋ねます。",
        "The preliminary examination, the programmatic jih and programs.",
    );
    assert_eq!(pairs(&marks(&files.page("/ja/words/"))), [("医師国家試験予備試験", "preliminary")]);
    assert_eq!(pairs(&marks(&files.page("/en/words/"))), [("preliminary examination", "preliminary"), ("programs", "program")]);
}

#[test]
fn headings_links_code_tables_and_words_of_other_languages_are_left_alone() {
    let files = site(
        "## 専攻医\n\n[専攻医の案内](https://example.org/)、`専攻医`、{専攻医|せんこうい}\n\n| 専攻医 |\n|---|\n| 専攻医 |",
        "## Specialist trainee\n\n> *Specialist trainee*, {ja:JIH}, <https://example.org/JIH>",
    );
    assert_eq!(marks(&files.page("/ja/words/")), []);
    assert_eq!(pairs(&marks(&files.page("/en/words/"))), [("Specialist trainee", "trainee")]);
}

#[test]
fn a_link_that_somebody_wrote_is_the_mark_and_a_terms_own_page_has_none_of_itself() {
    let files = site("[[term/trainee|この人]]は専攻医です。", "A [[term/trainee]] is a specialist trainee.");
    assert_eq!(pairs(&marks(&files.page("/ja/words/"))), [("この人", "trainee")]);
    assert_eq!(pairs(&marks(&files.page("/en/words/"))), [("Specialist trainee", "trainee")]);
    for (address, term) in [("/en/terms/practical-training/", "practical-training"), ("/ja/terms/senkoi/", "senkoi")] {
        let page = AT_ROOT.files.page(address);
        assert!(marks(&page).iter().all(|(_, other)| other != term), "{address}");
    }
}

#[test]
fn the_guides_pages_mark_each_term_once_and_link_to_its_page() {
    let mut marked = 0;
    for page in AT_ROOT.pages().iter().filter(|page| page.address.len() > 4) {
        let marks = page.all("main :is(.lead, .cautions, .prose > p, .prose > ul) a.term");
        for link in &marks {
            let href = link.value().attr("href").unwrap();
            assert!(AT_ROOT.files.has(href), "{href} on {}", page.address);
            let language = &page.address[..4];
            assert!(href.starts_with(&format!("{language}terms/")), "{href} on {}", page.address);
            assert!(!text_of(*link).is_empty());
        }
        marked += usize::from(!marks.is_empty());
    }
    assert!(marked > 40, "only {marked} pages have a mark in their prose");
}
