//! `annai rename` and `annai merge`: all that names a record, whole or not at all.

use std::fs;

use crate::support::{AS_OF, Project, read_tree};

/// A site in which a hospital is named in every way in which a record can be.
fn named_everywhere() -> Project {
    Project::init()
        .file("content/hospitals/second.yaml", "# 二つ目\nname: {ja: 第二病院, en: Second Hospital}\nprefecture: ibaraki\nrelated: [example-hospital]\n")
        .file(
            "content/notices/news.yaml",
            "name: {ja: お知らせ, en: News}\nsummary:\n  ja: >-\n    [[hospital/example-hospital]] と\n    [[ example-hospital | 病院 ]] です。\n  en: \"\\\"[[hospital/example-hospital]]\\\" and [a page](/hospitals/example-hospital/).\"\nabout: [\"hospital/example-hospital\"] # it\nposted: 2026-10-01\n",
        )
        .file(
            "content/hospitals/example-hospital.ja.md",
            "# 見本病院\n\n`[[hospital/example-hospital]]` は書き方です。[[hospital/example-hospital.prefecture]]、[一覧](../hospitals/example-hospital.ja.md)、[別](/ja/hospitals/example-hospital/?a#sec-contacts)。\n",
        )
        .file("content/hospitals/example-hospital.en.md", "# Example Hospital\n\n[[hospital/example-hospital]].\n")
}

fn all(site: &Project) -> Vec<(String, String)> {
    let files = read_tree(&site.path("content")).into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn text(site: &Project, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap()
}

#[test]
fn a_new_name_is_written_wherever_the_old_one_stood() {
    let site = named_everywhere();
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    let dry = site.annai(["rename", "--dry-run", "hospital/example-hospital", "city", "--lang", "en"]).run().exits(0);
    dry.prints("moved: content/hospitals/example-hospital.yaml → content/hospitals/city.yaml").complains("Nothing was changed");
    assert!(site.path("content/hospitals/example-hospital.yaml").is_file());
    site.annai(["rename", "hospital/example-hospital", "city"]).run().exits(0);
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    for (path, text) in all(&site) {
        let kept = match &*path {
            "hospitals/city.yaml" => text.ends_with("aliases: [/hospitals/example-hospital/]\n"),
            "hospitals/city.ja.md" => text.contains("`[[hospital/example-hospital]]`"),
            _ => !text.contains("example-hospital"),
        };
        assert!(kept && text.matches("example-hospital").count() <= 1, "{path}:\n{text}");
    }
    assert!(text(&site, "content/hospitals/second.yaml").ends_with("related: [city]\n"));
    assert!(text(&site, "content/hospitals/second.yaml").starts_with("# 二つ目\n"));
    assert!(text(&site, "content/notices/news.yaml").contains("[[ city | 病院 ]]"));
    assert!(text(&site, "content/notices/news.yaml").contains("about: [\"hospital/city\"] # it\n"));
    assert!(text(&site, "content/hospitals/city.ja.md").contains("(/ja/hospitals/city/?a#sec-contacts)"));
    let published = site.build();
    published.page("/ja/hospitals/city/");
    assert!(published.files.keys().any(|path| path == "ja/hospitals/example-hospital/index.html"), "no page leads on");
    // And back: a former address that is its own again is none any more.
    site.annai(["rename", "city", "hospital/example-hospital"]).run().exits(0);
    let back = text(&site, "content/hospitals/example-hospital.yaml");
    assert!(back.ends_with("aliases: [/hospitals/city/]\n"), "{back}");
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
}

#[test]
fn what_was_accepted_stays_accepted_under_the_new_name() {
    let site = named_everywhere();
    site.annai(["accept", "--all", "--yes"]).run().exits(0);
    let changed = |site: &Project| site.annai(["status", "--format", "json"]).run().stdout;
    let before = changed(&site);
    site.annai(["rename", "hospital/example-hospital", "city"]).run().exits(0);
    assert_eq!(changed(&site).replace("city", "example-hospital"), before);
    assert!(!text(&site, "content/translations.lock").contains("example-hospital.yaml"));
    let published = text(&site, "content/translations.lock");
    assert!(
        published.contains("content/notices/news.yaml\t@fact\tabout") && published.contains("\"hospital/city\""),
        "{published}"
    );
}

#[test]
fn a_page_of_prose_alone_and_a_record_of_crlf_are_renamed() {
    let site = Project::init()
        .file("content/pages/about.ja.md", "# 案内\n\n[[page/about]]\n")
        .file("content/pages/about.en.md", "# About\n\n[here](/about/)\n")
        .file("content/terms/word.yaml", "name: {ja: 用語, en: Word}\r\ndefinition: {ja: 説明, en: Meaning}\r\n");
    site.annai(["rename", "page/about", "guide"]).run().exits(0);
    assert_eq!(text(&site, "content/pages/guide.yaml"), "aliases: [/about/]\n");
    assert_eq!(text(&site, "content/pages/guide.en.md"), "# About\n\n[here](/guide/)\n");
    site.annai(["rename", "word", "term/term"]).run().exits(0);
    let record = text(&site, "content/terms/term.yaml");
    assert_eq!(record, "name: {ja: 用語, en: Word}\r\ndefinition: {ja: 説明, en: Meaning}\r\naliases: [/terms/word/]\r\n");
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
}

#[test]
fn what_cannot_be_renamed_is_refused_with_what_to_do_and_nothing_changes() {
    let site = named_everywhere()
        .file("content/terms/second.yaml", "name: {ja: 用語, en: Word}\ndefinition: {ja: 説明, en: Meaning}\n")
        .file("content/terms/broken.yaml", "name: [\n");
    let before = all(&site);
    for (from, to, said) in [
        ("hospital/exmple-hospital", "x", "hospital/example-hospital"),
        ("second", "x", "hospital/second, term/second"),
        ("example-hospital", "City Hospital", "city-hospital"),
        ("example-hospital", "市立病院", "city-hospital"),
        ("example-hospital", "second", "annai merge"),
        ("example-hospital", "term/x", "another kind"),
        ("example-hospital", "example-hospital", "nothing to change"),
        ("term/broken", "x", "annai check"),
    ] {
        site.annai(["rename", from, to, "--lang", "en"]).run().exits(2).complains(said);
        assert_eq!(all(&site), before, "{from} {to}");
    }
}

#[test]
fn two_records_become_one_and_nothing_is_lost() {
    let site = named_everywhere().edit(
        "content/hospitals/second.yaml",
        "prefecture: ibaraki\nrelated: [example-hospital]\n",
        "prefecture: tochigi\nother_names: [Second]\nrelated: [example-hospital, hospital/example-hospital, program/example-program]\n",
    );
    site.annai(["accept", "--all", "--yes"]).run().exits(0);
    site.annai(["merge", "--dry-run", "hospital/second", "example-hospital"]).run().exits(0);
    assert!(site.path("content/hospitals/second.yaml").is_file());
    site.annai(["merge", "hospital/second", "example-hospital"]).run().exits(0);
    let record = text(&site, "content/hospitals/example-hospital.yaml");
    assert!(!site.path("content/hospitals/second.yaml").exists());
    for line in [
        "# hospital/second:\n# prefecture: tochigi",
        "\naliases: [/hospitals/example-hospital/, /hospitals/second/]",
        "{text: 第二病院, language: ja}",
        "{text: Second Hospital, language: en}",
        "Second",
        // Not to itself.
        "\nrelated: [program/example-program]\n",
    ] {
        assert!(record.contains(line), "{line}:\n{record}");
    }
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    let published = site.build();
    assert!(published.files.keys().any(|path| path == "ja/hospitals/second/index.html"), "no page leads on");
    // What calendars and feeds know it by is what it was.
    let lock = text(&site, "content/translations.lock");
    assert!(!lock.contains("hospitals/second.yaml\t@fact") && !lock.contains("hospitals/second.yaml\tja"), "{lock}");
}

#[test]
fn prose_of_both_is_kept_and_references_lead_to_the_one_that_stays() {
    let site = named_everywhere().file("content/hospitals/second.ja.md", "# 第二病院\n\n二つ目の説明です。\n").file(
        "content/terms/word.yaml",
        "name: {ja: 用語, en: Word}\ndefinition: {ja: \"[[hospital/example-hospital]]\", en: Meaning}\n",
    );
    site.annai(["merge", "hospital/example-hospital", "hospital/second"]).run().exits(0);
    let prose = text(&site, "content/hospitals/second.ja.md");
    assert!(prose.starts_with("# 第二病院\n\n二つ目の説明です。\n\n<!-- hospital/example-hospital:\n\n# 見本病院"), "{prose}");
    assert!(text(&site, "content/hospitals/second.en.md").starts_with("# Example Hospital"));
    assert!(text(&site, "content/terms/word.yaml").contains("[[hospital/second]]"));
    assert!(text(&site, "content/programs/example-program.yaml").contains("host: hospital/second"));
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    site.annai(["merge", "term/word", "hospital/second", "--lang", "en"]).run().exits(2).complains("another kind");
}

#[test]
fn a_change_that_would_break_the_site_is_not_made() {
    let program =
        "name: {ja: 別の研修, en: Other}\nkind: observation\nhost: hospital/example-hospital\nduration: {at_most: P2W}\n";
    let site = Project::init()
        .file("content/fees/other.yaml", "name: {ja: 別の費用, en: Other fee}\nprogram: program/example-program\nitems:\n  - {id: lunch, name: {ja: 昼食, en: Lunch}, amount: 500}\n")
        .file("content/programs/other.yaml", program)
        .file("content/terms/word.yaml", "name: {ja: 用語, en: Word}\ndefinition: {ja: \"[[program/other.duration]]\", en: Meaning}\n")
        .file("content/programs/third.yaml", program.replace("duration: {at_most: P2W}\n", ""));
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    // An alias that another record has claimed already.
    let site = site.edit("content/programs/third.yaml", "kind:", "aliases: [/programs/new/]\nkind:");
    let before = all(&site);
    site.annai(["rename", "program/other", "new", "--lang", "en"])
        .run()
        .exits(1)
        .complains("/programs/new/")
        .complains("nothing was changed");
    assert_eq!(all(&site), before);
}

#[test]
fn what_is_retired_keeps_its_page_and_leaves_lists_and_calendars() {
    let program = "name: {ja: 新しい研修, en: New course}\nkind: observation\nhost: hospital/example-hospital\n";
    let site = Project::init().file("content/programs/new-course.yaml", program).edit(
        "content/schedules/example-program.yaml",
        "opens: 2029-10-01",
        "opens: 2026-10-01",
    );
    let before = site.build();
    assert!(before.text("ja/programs/index.html").contains("見本病院の見学研修"));
    assert!(
        before.has("/ja/recruitment/open/")
            || before.has("/ja/recruitment/upcoming/")
            || before.has("/ja/recruitment/closing-soon/")
    );
    let retire = ["retire", "example-program", "--by", "new-course", "--since", "2026-11-01", "--lang", "en"];
    site.annai(retire).run().exits(2).complains("Several records");
    let retire = ["retire", "program/example-program", "--by", "new-course", "--since", "2026-11-01", "--lang", "en"];
    site.annai(retire)
        .args(["--dry-run"])
        .run()
        .exits(0)
        .prints("+ retired: {since: 2026-11-01, followed_by: program/new-course}");
    site.annai(["accept", "--all", "--yes"]).run().exits(0);
    site.annai(retire).run().exits(0);
    // Who retires a program means that its dates are withdrawn: nobody has to say so a second time.
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    let events = text(&site, "content/translations.lock");
    let events: Vec<&str> = events.lines().filter(|line| line.contains("\t@event\t")).collect();
    assert!(!events.is_empty() && events.iter().all(|line| line.contains(" withdrawn\t1\t")), "{events:?}");
    let after = site.build();
    let page = after.page("/ja/programs/example-program/");
    let notice = page.one("p.notice").text().collect::<String>();
    assert!(notice.contains("2026年11月1日（日）をもって終わりました") && notice.contains("新しい研修"), "{notice}");
    assert!(!after.text("ja/programs/index.html").contains("見本病院の見学研修"));
    assert!(!after.has("/ja/recruitment/open/") && !after.has("/ja/recruitment/closing-soon/"));
    let calendars: Vec<&Vec<u8>> =
        after.files.iter().filter(|(path, _)| path.ends_with(".ics")).map(|(_, bytes)| bytes).collect();
    let has = |words: &str| calendars.iter().any(|bytes| String::from_utf8_lossy(bytes).contains(words));
    assert!(!calendars.is_empty() && has("STATUS:CANCELLED") && !has("STATUS:CONFIRMED"));
    site.annai(retire).run().exits(2).complains("retired already");
    site.annai(["retire", "page/index", "--since", "soon", "--lang", "ja"]).run().exits(2).complains("2027-04-01");
    let dated = |since: &str, said: &str| {
        site.annai(["retire", "page/index", "--since", since, "--dry-run", "--lang", "ja"]).run().exits(0).prints(said);
    };
    dated("令和9年4月1日（木）", "+ retired: {since: 2027-04-01}");
    dated("令和9年4月", "+ retired: {since: 2027-04}");
    dated("令和9年", "+ retired: {since: 2027}");
    site.annai(["retire", "page/index", "--since", "令和9年度", "--lang", "ja"]).run().exits(2).complains("--since 2027-04-01");
}

/// Wherever it is killed: the next command of any kind does the rest, or nothing has happened.
#[test]
fn a_rename_that_is_killed_is_whole_after_the_next_command() {
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    let site = named_everywhere();
    let before = all(&site);
    let start = Instant::now();
    site.annai(["rename", "hospital/example-hospital", "city"]).run().exits(0);
    let latest = start.elapsed();
    let after = all(&site);
    assert_ne!(before, after);
    let (mut old, mut new) = (0, 0);
    for kill in 0..24_u32 {
        fs::remove_dir_all(site.path("content")).unwrap();
        for (path, text) in &before {
            fs::create_dir_all(site.path("content").join(path).parent().unwrap()).unwrap();
            fs::write(site.path("content").join(path), text).unwrap();
        }
        let mut command = site.annai(["rename", "hospital/example-hospital", "city"]).command();
        let mut run = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Files are changed at the end of a run: most kills fall there.
        std::thread::sleep(latest.mul_f64(0.7 + 0.4 * f64::from(kill) / 24.0).min(Duration::from_secs(20)));
        let _ = run.kill();
        run.wait().unwrap();
        site.annai(["links"]).run().exits(0);
        let now = all(&site);
        assert!(now == before || now == after, "kill {kill}: {now:#?}");
        assert!(!site.path(".annai-change.json").exists() && !site.path(".annai-change-back.json").exists());
        old += u32::from(now == before);
        new += u32::from(now == after);
    }
    println!("{old} old, {new} new");
}

/// What a killed run has written down is completed by whatever command comes next, and said.
#[test]
fn a_change_that_was_broken_off_is_completed_before_anything_else() {
    let site = Project::init();
    let path = "content/hospitals/example-hospital.yaml";
    let old = text(&site, path);
    let encoded = |text: &str| base64::Engine::encode(&base64::engine::general_purpose::STANDARD, text);
    let step =
        serde_json::json!({"path": path, "before": encoded(&old), "after": encoded("name: {ja: 新病院, en: New Hospital}\n")});
    let journal = serde_json::json!({"format": 1, "folders": [], "files": [step]});
    let site = site.file(".annai-change.json", journal.to_string());
    site.annai(["check", "--lang", "en"])
        .run()
        .exits(0)
        .complains("A change of one file had been broken off. It has been completed.");
    assert!(text(&site, path).starts_with("name: {ja: 新病院"));
    assert!(!site.path(".annai-change.json").exists());
    // Where it cannot be completed, nothing else is done.
    let step = serde_json::json!({"path": "../x", "before": null, "after": ""});
    let journal = serde_json::json!({"format": 1, "folders": [], "files": [step]});
    let site = site.file(".annai-change.json", journal.to_string());
    let run = site.annai(["build", "--lang", "ja"]).run().exits(1);
    assert!(run.stderr.contains("../x") && run.stderr.contains(".annai-change.json"), "{}", run.everything());
    assert!(!site.path("public").exists());
}
