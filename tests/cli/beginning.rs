//! `annai new`: a record from another one, next year's schedule, a record with all its fields.

use std::fs;

use crate::support::{AS_OF, Project};

fn text(site: &Project, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap()
}

const OLD: &str = "\
# この年の日程
name: {ja: 2026年度（令和8年度）の募集日程, en: \"Schedule, fiscal 2026\"}
program: program/example-program
fiscal_year: {year: 2026, basis: training-start}   # 研修の年
rounds:
  - round: first
    name: {ja: R8年度1次, en: 'FY2026, first round'}
    stages:
      # 郵送のみ
      - {stage: application, opens: 2026-10-01 (木) 正午, closes: \"2026-10-30 17:00 必着\"}
      - {stage: result, at: 2026-12中旬}
      - stage: interview
        at: {month: 12, day: 11, weekday: 金, year: inferred 2026, because: weekday}
successor: not-announced
verified: 2026-04-01
changes:
  - {date: 2026-05-01, note: {ja: 変更, en: Changed}}
";

#[test]
fn next_years_schedule_has_the_same_weekdays_and_every_date_is_to_be_confirmed() {
    let site = Project::init().file("content/schedules/example-2026.yaml", OLD);
    let before = text(&site, "content/schedules/example-2026.yaml");
    let dry = ["new", "schedule", "example-2027", "--after", "example-2026", "--lang", "ja", "--dry-run"];
    site.annai(dry).run().exits(0).prints("要確認");
    assert_eq!(text(&site, "content/schedules/example-2026.yaml"), before);
    site.annai(["new", "schedule", "example-2027", "--after", "schedule/example-2026", "--lang", "ja"]).run().exits(0);
    let expected = "\
# この年の日程
name: {ja: 2027年度（令和9年度）の募集日程, en: \"Schedule, fiscal 2027\"}
program: program/example-program
fiscal_year: {year: 2027, basis: training-start}   # 研修の年
rounds:
  - round: first
    name: {ja: R9年度1次, en: 'FY2027, first round'}
    stages:
      # 郵送のみ
      - {stage: application, opens: 2027-09-30 (木) 正午 要確認, closes: \"2027-10-29 17:00 必着 要確認\"}
      - {stage: result, at: 2027-12中旬 要確認}
      - stage: interview
        at: 2027-12-10 (金) 要確認
";
    assert_eq!(text(&site, "content/schedules/example-2027.yaml"), expected);
    let old = before.replace("successor: not-announced", "successor: schedule/example-2027");
    assert_eq!(text(&site, "content/schedules/example-2026.yaml"), old);
    let findings = site.findings();
    let of_new = |code: &str| findings.iter().filter(|finding| finding.text("code") == code).count();
    assert_eq!((of_new("to-be-confirmed"), of_new("no-successor")), (4, 0), "{findings:?}");
    // Readers are told, and calendars too.
    let published = site.build();
    assert!(published.text("ja/schedules/example-2027/index.html").contains("（未確定）"));
    let calendar = published.files.iter().find(|(path, _)| path.ends_with(".ics") && path.contains("example-2027"));
    assert!(String::from_utf8_lossy(calendar.unwrap().1).contains("STATUS:TENTATIVE"));
    // When the marks are gone, so are the findings.
    let new = expected.replace(" 要確認", "");
    let site = site.file("content/schedules/example-2027.yaml", new);
    assert!(!site.findings().iter().any(|finding| finding.text("code") == "to-be-confirmed"));
    let again = site.annai(["new", "schedule", "other", "--after", "example-2026", "--lang", "en"]).run().exits(2);
    again.complains("schedule/example-2027 already");
}

#[test]
fn a_copy_is_a_draft_and_names_itself() {
    let site = Project::init()
        .file("content/programs/example-program.en.md", "[[program/example-program]]\n\n## More\n\nText.\n")
        .edit("content/programs/example-program.yaml", "kind: observation", "verified: 2026-04-01\nkind: observation # 見学");
    site.annai(["new", "program", "day-course", "--from", "program/example-program"]).run().exits(0);
    let copy = text(&site, "content/programs/day-course.yaml");
    assert!(copy.contains("draft: true\n") && copy.contains("kind: observation # 見学") && !copy.contains("verified"), "{copy}");
    assert!(text(&site, "content/programs/day-course.en.md").starts_with("[[program/day-course]]"));
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    for (arguments, said) in [
        (["new", "program", "day-course", "--from", "example-hospital"], "another kind"),
        (["new", "program", "example-program", "--from", "program/example-program"], "already"),
        (["new", "progam", "x", "--from", "program/example-program"], "program"),
        (["new", "program", "x", "--after", "program/example-program"], "--after"),
        (["new", "schedule", "x", "--after", "program/example-program"], "another kind"),
    ] {
        site.annai(arguments).args(["--lang", "en"]).run().exits(2).complains(said);
    }
}

#[test]
fn a_new_record_of_each_kind_is_a_draft_with_all_its_fields_which_can_be_used() {
    use annai::model::record::order;
    use annai::model::reference::Kind;

    let site = Project::init();
    for kind in Kind::ALL {
        let (name, path) = (kind.as_str(), format!("content/{}/fresh.yaml", kind.folder()));
        let language = if kind == Kind::Fee { "en" } else { "ja" };
        site.annai(["new", name, "fresh", "--lang", language]).run().exits(0).prints(&path);
        let written = text(&site, &path);
        let head = if language == "ja" { "# 行の初めの" } else { "# Remove the" };
        assert!(written.starts_with(head) && written.contains("\ndraft: true\n"), "{written}");
        for key in order(kind) {
            assert!(
                written.contains(&format!("\n{key}:")) || written.contains(&format!("\n# {key}:")),
                "{name} {key}:\n{written}"
            );
        }
    }
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    // Every example is of the shape that its field takes.
    for kind in Kind::ALL {
        let path = format!("content/{}/fresh.yaml", kind.folder());
        let is_field = |line: &str| {
            line.strip_prefix("# ").and_then(|rest| rest.split_once(':')).is_some_and(|(key, _)| order(kind).contains(&key))
        };
        let used =
            text(&site, &path).lines().map(|line| if is_field(line) { &line[2..] } else { line }).collect::<Vec<_>>().join("\n");
        fs::write(site.path(&path), used).unwrap();
    }
    let wrong =
        ["wrong-shape", "unknown-field", "yaml-syntax", "bad-moment", "bad-money", "bad-quantity", "bad-number", "bad-phone"];
    let findings: Vec<String> = site
        .findings()
        .iter()
        .filter(|finding| wrong.contains(&finding.text("code")))
        .map(|finding| format!("{finding:?}"))
        .collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn what_nobody_has_replaced_is_not_published() {
    let site = Project::init();
    site.annai(["new", "fee", "observation-fee", "--lang", "ja"]).run().exits(0);
    let path = "content/fees/observation-fee.yaml";
    let written = text(&site, path);
    assert!(written.contains("\namount: unknown\n") && written.contains("\n# amount: "), "{written}");
    let codes = |text: &str| -> Vec<String> {
        let site = Project::init().file(path, text);
        site.findings()
            .iter()
            .filter(|finding| finding.text("severity") == "error")
            .map(|finding| finding.text("code").to_owned())
            .collect()
    };
    assert_eq!(codes(&written), Vec::<String>::new(), "a draft may be unfinished");
    let published = written.replace("draft: true\n", "");
    assert_eq!(codes(&published), ["placeholder"], "the name is the file's");
    let named = published.replace("{ja: observation-fee, en: observation-fee}", "{ja: 見学料, en: Observation fee}");
    assert_eq!(codes(&named), Vec::<String>::new());
    let summary = named.replace("# summary: ", "summary: ");
    assert_eq!(codes(&summary), ["placeholder", "placeholder"], "in each language");
}
