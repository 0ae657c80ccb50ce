//! Translations: what is missing or older than its source is listed, kept by a gate, and shown to readers and editors.

use crate::serve::server::Served;
use crate::support::Project;

/// A site of which everything is translated and accepted.
fn accepted() -> Project {
    let site = Project::empty()
        .file("content/site.yaml", "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n")
        .file("content/programs/training.yaml", "name: {ja: 研修, en: Training}\nsummary: {ja: 学びます。, en: You learn.}\n")
        .file(
            "content/programs/training.ja.md",
            "はじめに。\n\n## 申込み {#apply}\n\n用紙を送ります。\n\n## 費用 {#fees}\n\nかかりません。\n",
        )
        .file("content/programs/training.en.md", "First.\n\n## Applying\n\nSend the form.\n\n## Fees\n\nNone.\n");
    site.annai(["accept", "--all"]).run().exits(0);
    site
}

const PROSE: &str = "content/programs/training.ja.md";

#[test]
fn a_section_that_is_older_than_its_source_is_labelled_for_readers_until_it_is_accepted() {
    let site = accepted();
    assert!(site.build().page("/en/programs/training/").all(".outdated").is_empty());
    let site = site.edit(PROSE, "用紙を送ります。", "用紙を郵送します。");
    let files = site.build();
    let page = files.page("/en/programs/training/");
    assert_eq!(page.all("h2#apply + p.outdated").len(), 1, "under its heading");
    assert_eq!(page.all(".outdated").len(), 1, "and nowhere else");
    assert!(files.page("/ja/programs/training/").all(".outdated").is_empty());
    let site = site.edit(PROSE, "はじめに。", "まずお読みください。");
    assert_eq!(site.build().page("/en/programs/training/").all(".prose > p.outdated:first-child").len(), 1);
    site.annai(["accept", "content/programs/training.en.md"]).run().exits(0);
    assert!(site.build().page("/en/programs/training/").all(".outdated").is_empty());
}

#[test]
fn a_text_of_a_record_that_is_older_than_its_source_is_told_on_its_page() {
    let site = accepted().edit("content/programs/training.yaml", "学びます。", "学び、働きます。");
    assert_eq!(site.build().page("/en/programs/training/").all(".cautions li.caution_outdated").len(), 1);
    assert!(site.build().page("/ja/programs/training/").all(".cautions").is_empty());
}

#[test]
fn a_fact_that_is_written_otherwise_or_wrong_is_no_fact_that_changed() {
    let record = "content/programs/training.yaml";
    let site = accepted().edit(record, "name:", "verified: 2029-01-01\nduration: P2Y\nname:");
    site.annai(["accept", "--all"]).run().exits(0);
    let told = |site: &Project| {
        let told = site.annai(["check", "--format", "short"]).run().stdout;
        ["changed-facts", "bad-duration"].map(|code| told.contains(code))
    };
    let site = site.edit(record, "P2Y", "２年");
    assert_eq!(told(&site), [false, false], "the same fact");
    let site = site.edit(record, "２年", "2年かどうか");
    assert_eq!(told(&site), [false, true], "a mistake is mended, not accepted");
    let site = site.edit(record, "2年かどうか", "3年");
    assert_eq!(told(&site), [true, false]);
}

#[test]
fn status_lists_old_and_new_source_side_by_side() {
    let site = accepted().edit(PROSE, "用紙を送ります。", "用紙を郵送します。");
    let shown = site.annai(["status", "--lang", "en"]).run().exits(0).stdout;
    for words in ["training.en.md #apply [en]", "用紙を送ります。", "用紙を郵送します。", "Send the form."] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let json = site.annai(["status", "--format", "json"]).run().exits(0).stdout;
    let gap: serde_json::Value = serde_json::from_str(json.trim()).unwrap();
    assert_eq!(
        (gap["state"].as_str(), gap["key"].as_str(), gap["language"].as_str()),
        (Some("outdated"), Some("#apply"), Some("en"))
    );
    assert!(gap["source_old"].as_str().unwrap().contains("送り") && gap["source"].as_str().unwrap().contains("郵送"));
}

#[test]
fn prose_that_a_language_lacks_as_a_whole_is_listed() {
    let site = accepted().without("content/programs/training.en.md");
    let shown = site.annai(["status", "--format", "json"]).run().exits(0).stdout;
    assert_eq!(shown.lines().filter(|line| line.contains("training.en.md") && line.contains("missing")).count(), 3, "{shown}");
}

#[test]
fn the_gate_counts_and_requires() {
    let site = accepted().edit(PROSE, "用紙を送ります。", "用紙を郵送します。");
    site.annai(["status", "--max-stale", "1"]).run().exits(0);
    site.annai(["status", "--max-stale", "0"]).run().exits(1);
    site.annai(["status", "--require", "en:fee,schedule"]).run().exits(0);
    site.annai(["status", "--require", "en:fee,program"]).run().exits(1);
}

#[test]
fn the_baseline_lets_pass_what_it_knows_and_only_shrinks() {
    const BASELINE: &str = "content/translations.baseline";
    let site = accepted().edit(PROSE, "用紙を送ります。", "用紙を郵送します。");
    site.annai(["status", "--baseline"]).run().exits(0);
    site.annai(["status", "--max-stale", "0", "--require", "en:program"]).run().exits(0);
    assert!(site.findings().iter().all(|finding| finding.text("code") != "misplaced-file"));
    // A new gap is not let pass, and not taken in.
    let site = site.edit(PROSE, "かかりません。", "無料です。");
    site.annai(["status", "--max-stale", "0"]).run().exits(1);
    site.annai(["status", "--baseline"]).run().exits(0);
    site.annai(["status", "--max-stale", "0"]).run().exits(1);
    // What is mended must be taken out.
    site.annai(["accept", "--all"]).run().exits(0);
    site.annai(["status", "--max-stale", "0"]).run().exits(1);
    site.annai(["status", "--baseline"]).run().exits(0);
    assert_eq!(std::fs::read_to_string(site.path(BASELINE)).unwrap(), "");
    site.annai(["status", "--max-stale", "0"]).run().exits(0);
}

#[test]
fn editors_see_what_is_to_be_translated_in_a_table_with_the_sources_side_by_side() {
    let site = accepted()
        .edit(PROSE, "用紙を送ります。", "用紙を郵送します。")
        .without("content/programs/training.en.md")
        .file("content/programs/training.en.md", "First.\n\n## Applying\n\nSend the form.\n");
    let server = Served::new(&site.path("."));
    let page = server.get("/_annai/").text();
    let table = &page[page.find("<table id=\"translations\"").unwrap()..];
    for words in ["training.en.md", "#apply", "用紙を送ります。", "用紙を郵送します。", "Send the form.", "#fees"]
    {
        assert!(table.contains(words), "{words}: {table}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_accept_shows_old_and_new_and_asks() {
    use crate::support::terminal::typed;

    let site = accepted().edit("content/programs/training.yaml", "You learn.", "You work.");
    let lock = || std::fs::read_to_string(site.path("content/translations.lock")).unwrap();
    let before = lock();
    for answer in ["n\n", "\n", "maybe\n"] {
        let seen = typed(&site, &["accept", "--all", "--lang", "en"], &[], answer);
        assert!(seen.contains("You learn.") && seen.contains("You work.") && seen.contains("Nothing was recorded."), "{seen:?}");
        assert_eq!(lock(), before, "{answer:?}");
    }
    let seen = typed(&site, &["accept", "--all", "--lang", "en"], &[], "Y\n");
    assert!(seen.contains("You work.") && !seen.contains("Nothing was recorded."), "{seen:?}");
    assert_ne!(lock(), before);
    // What is asked in Japanese is answered in it, and --yes asks nothing.
    let site = accepted().edit("content/programs/training.yaml", "You learn.", "You work.");
    let seen = typed(&site, &["accept", "--all", "--lang", "ja"], &[], "はい\n");
    assert!(std::fs::read_to_string(site.path("content/translations.lock")).unwrap().contains("You work."), "{seen:?}");
    let site = accepted().edit("content/programs/training.yaml", "You learn.", "You work.");
    typed(&site, &["accept", "--all", "--yes"], &[], "");
    assert!(std::fs::read_to_string(site.path("content/translations.lock")).unwrap().contains("You work."));
}
