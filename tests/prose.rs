//! Words on their way to a page: nothing is lost, nothing is taken for markup that is none, notices stand where they belong.

use crate::support::Project;

fn site() -> Project {
    let site = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n";
    Project::empty().file("content/site.yaml", site)
}

/// As it stands in an address.
fn encoded(id: &str) -> String {
    id.bytes().map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

const TRAINING: &str = "content/programs/training.yaml";

#[test]
fn an_address_in_parentheses_stays_as_it_was_written() {
    let limits =
        "limits: [{max: 1, of: {ja: 応募, en: applications}, per: {ja: 年, en: \"[year_one](https://example.org/a_b_c)\"}}]\n";
    let files = site().file(TRAINING, format!("name: {{ja: 研修, en: Training}}\n{limits}")).build();
    let page = files.page("/en/programs/training/");
    assert_eq!(page.attribute("#sec-exceptions + ul a, section li a[rel]", "href"), "https://example.org/a_b_c");
    assert_eq!(page.texts("section li a[rel]"), ["year_one"]);
}

#[test]
fn what_stands_before_the_title_is_published() {
    for (path, address) in [("content/programs/training", "/en/programs/training/"), ("content/pages/lead", "/en/lead/")] {
        for title in ["# Title", "Title\n=====", "> # Title"] {
            let prose = format!("Lead *text*.\n\n- item\n\n{title}\n\nSecond.\n\n## Part\n\n# Other\n");
            let site = site().file(TRAINING, "name: {ja: 研修, en: Training}\n").file(&format!("{path}.en.md"), prose);
            let page = site.build().page(address);
            assert_eq!(page.texts(".prose p"), ["Lead text.", "Second."], "{title} in {path}");
            assert_eq!(page.texts(".prose li"), ["item"]);
            assert_eq!(
                page.all("h1").iter().filter(|h1| h1.inner_html().contains("Title")).count(),
                usize::from(path.contains("pages"))
            );
            assert!(page.texts(".prose h1, .prose h2").iter().all(|heading| heading != "Title"), "{title} stands above");
        }
    }
}

#[test]
fn terms_are_looked_for_in_words_and_not_in_what_they_are_written_as() {
    let mut site = site();
    for (file, name) in
        [("amp", "amp"), ("lt", "lt"), ("gt", "gt"), ("quot", "quot"), ("x", "; x"), ("and", "R&D"), ("o", "O'Neill")]
    {
        let term = format!("name: {{ja: 用語{file}, en: \"{name}\"}}\ndefinition: {{ja: 意味, en: Meaning}}\n");
        site = site.file(&format!("content/terms/{file}.yaml"), term);
    }
    let texts = "aims: {items: [{ja: 目的, en: \"A & x < y > z; \\\"q\\\"\"}, {ja: 目的, en: \"O'Neill knows R&D.\"}]}\n";
    let prose = "A & x < y > z &amp; \"q\".\n";
    let files = site
        .file(TRAINING, format!("name: {{ja: 研修, en: Training}}\n{texts}"))
        .file("content/programs/training.en.md", prose)
        .build();
    let page = files.page("/en/programs/training/");
    assert_eq!(page.texts(".prose p"), ["A & x < y > z & \"q\"."]);
    assert_eq!(page.texts("a.term"), ["O'Neill", "R&D"], "{}", page.source);
}

#[test]
fn the_notice_that_a_section_is_old_stands_under_its_own_heading_and_is_no_description() {
    let source = "## 条件 {#rules}\n\n語ります。\n\n## 費用 {#fees}\n\nかかりません。\n";
    let prose = "## Rules\n\nSee `<h2 id=\"fees\">` here.\n\n## Fees\n\nNone.\n";
    let site = site()
        .file(TRAINING, "name: {ja: 研修, en: Training}\n")
        .file("content/programs/training.ja.md", source)
        .file("content/programs/training.en.md", prose);
    site.annai(["accept", "--all"]).run().exits(0);
    let site = site.edit("content/programs/training.ja.md", "かかりません。", "無料です。");
    let page = site.build().page("/en/programs/training/");
    assert_eq!(page.all(".outdated").len(), 1);
    assert_eq!(page.all("h2#fees + p.outdated").len(), 1, "{}", page.source);
    let site = site.edit("content/programs/training.ja.md", "語ります。", "述べます。");
    let page = site.build().page("/en/programs/training/");
    assert_eq!(page.all("h2#rules + p.outdated").len(), 1);
    let description = page.attribute("meta[name=description]", "content");
    assert!(description.starts_with("Rules See <h2 id=\"fees\"> here."), "{description}");
    let noted = "One[^n] two.\n\n## A[^n]\n\n## B\n\n## C\n\n## D\n\nx\n\n[^n]: A note.\n";
    let page =
        self::site().file(TRAINING, "name: {ja: 研修, en: Training}\n").file("content/programs/training.en.md", noted).build();
    let page = page.page("/en/programs/training/");
    assert!(page.attribute("meta[name=description]", "content").starts_with("One two. A B"));
    assert!(page.texts("nav a").contains(&"A".to_owned()), "{:?}", page.texts("nav a"));
}

#[test]
fn the_words_that_are_marked_are_those_that_were_marked() {
    let name = "name: {ja: 実地の研修, en: \"Jitchi or {ja:Jitchi} training, \\\\<b> & {ja:研修|けんしゅう}\"}\n";
    let files = site().file(TRAINING, name).build();
    let page = files.page("/en/programs/training/");
    let html = "Jitchi or <span lang=\"ja\">Jitchi</span> training, &lt;b&gt; &amp; ";
    assert!(page.one("h1").inner_html().starts_with(html), "{}", page.one("h1").inner_html());
    let list = files.page("/en/programs/");
    assert!(list.one(".name a").inner_html().starts_with(html), "{}", list.one(".name a").inner_html());
}

#[test]
fn the_anchor_of_the_title_is_on_the_page() {
    let site = site()
        .file(TRAINING, "name: {ja: 研修, en: Training}\n")
        .file("content/programs/training.en.md", "# Training {#top}\n\nBack [up](#top).\n")
        .file("content/pages/about.en.md", "# Who *we* are: {ja:案内} here\n\nBack [up](#who-we-are-案内-here).\n");
    let files = site.build();
    assert_eq!(files.page("/en/programs/training/").attribute("h1", "id"), "top");
    let page = files.page("/en/about/");
    assert_eq!(page.attribute("h1", "id"), "who-we-are-案内-here");
    assert_eq!(page.one("h1").inner_html(), "Who we are: <span lang=\"ja\">案内</span> here");
    let titles = [
        ("\\*Who\\* &amp; where", "*Who* &amp; where"),
        ("Who[^1] we are\n\n[^1]: Us.", "Who we are"),
        ("[Who](/en/) `we` are", "Who we are"),
        ("1. Who", "1. Who"),
    ];
    for (written, shown) in titles {
        let prose = format!("# {written}\n\nWords.\n");
        let page = self::site().file("content/pages/about.en.md", prose).build().page("/en/about/");
        assert_eq!(page.one("h1").inner_html(), shown);
    }
    for page in files.pages() {
        let targets = page.attributes("main a[href^='#']", "href");
        let missing = targets
            .iter()
            .filter(|target| page.all("[id]").iter().all(|e| e.value().attr("id").is_none_or(|id| encoded(id) != target[1..])));
        assert_eq!(missing.collect::<Vec<_>>(), Vec::<&&str>::new(), "{}", page.address);
    }
}

#[test]
fn a_name_that_nobody_sees_is_missing() {
    let codes = |site: Project| {
        let findings = site.findings();
        findings
            .iter()
            .map(|finding| finding.text("code").to_owned())
            .filter(|code| code.starts_with("missing-"))
            .collect::<Vec<_>>()
    };
    for blank in ["\"\"", "\"  \"", "\"\\u3000\"", "\"\\u200B\"", "\"&nbsp;\"", "\"&#8203;<!-- -->\""] {
        let both = site().file(TRAINING, format!("name: {{ja: {blank}, en: {blank}}}\n"));
        assert!(codes(both).contains(&"missing-field".to_owned()), "{blank}");
        let one = site().file(TRAINING, format!("name: {{ja: 研修, en: {blank}}}\n"));
        assert_eq!(codes(one), ["missing-translation"], "{blank}");
    }
    let heading = site().file("content/pages/about.en.md", "# \n\nWords.\n");
    assert!(codes(heading).contains(&"missing-field".to_owned()));
}

#[test]
fn a_heading_keeps_its_last_words_in_braces() {
    let prose = "# T\n\n## 実地{研修|けんしゅう}\n\nx\n\n## Core {ja:基幹施設} ##\n\nx\n\nSet {ja:施設}  \n---\n\nx\n\n\
                 > ## D {and so on}\n\n## A {#b}\n\n{研修|けんしゅう}\nを\n\n```\nif {x}\n```\n";
    let page = site().file("content/pages/about.en.md", prose).build().page("/en/about/");
    assert_eq!(page.texts(".prose h2"), ["実地研修", "Core 基幹施設", "Set 施設", "D {and so on}", "A"]);
    assert_eq!(page.attributes(".prose h2", "id")[4], "b");
    assert_eq!(page.all(".prose h2 ruby, .prose h2 [lang=ja]").len(), 3);
    assert_eq!(page.one(".prose pre").text().collect::<String>(), "if {x}\n");
    assert_eq!(page.texts(".prose p").last().unwrap(), "研修を");
}
