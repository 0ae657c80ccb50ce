//! What an office types, as it types it: each line says what is read, or what the help says to write instead.
//!
//! ```text
//! === amount
//! 17,000円 → 17000
//! 税込 ✗ bad-money: tax: included
//! ```
//!
//! `→`: no error, and `annai fmt` writes what stands behind it. `✗`: the rule that finds it, and words that its help has in Japanese
//! or in English. `\n` is a line end, `\t` a tab.

use annai::base::{Diagnostic, Language};
use annai::compile::{Cache, compile};
use annai::edge::report::{self, Format};
use annai::model::document::Parsed;
use annai::render::messages::Messages;
use annai::site::link::Options;
use annai::source::{File, Sources};
use rayon::prelude::*;

/// A file that a typed text stands in, and what stands around it.
fn place(field: &str) -> (&'static str, String, &'static str) {
    let name = "name: {ja: 見本, en: Example}\n";
    let hospital = "content/hospitals/typed.yaml";
    let schedule = "name: {ja: 日程, en: Schedule}\nprogram: program/observation\nrounds:\n  - round: first\n    stages:\n";
    match field {
        "program" => ("content/programs/typed.yaml", name.to_owned(), ""),
        "hospital" => (hospital, name.to_owned(), ""),
        "documents-line" => ("content/programs/typed.yaml", format!("{name}documents:\n  all_of:\n    "), ""),
        "amount" | "amount-html" => ("content/fees/typed.yaml", format!("{name}program: program/observation\namount: "), ""),
        "refund" | "kind" | "payer" => {
            ("content/fees/typed.yaml", format!("{name}program: program/observation\namount: 5\n{field}: "), "")
        }
        "fee-line" => ("content/fees/typed.yaml", format!("{name}program: program/observation\nitems:\n  "), ""),
        "closes" => ("content/schedules/typed.yaml", format!("{schedule}      - stage: application\n        closes: "), ""),
        "way-line" => {
            let stage = format!("{schedule}      - stage: application\n        opens: 2026-12-01\n        ways:\n          ");
            ("content/schedules/typed.yaml", stage, "")
        }
        "counted-line" | "counted-html" => {
            let stage = format!("{schedule}      - {{stage: result, at: 2026-12-18}}\n      - stage: admission\n        ");
            ("content/schedules/typed.yaml", stage, "")
        }
        "every" => ("content/schedules/typed.yaml", format!("{schedule}      - stage: briefing\n        every: "), ""),
        "stage-line" | "stage-html" => ("content/schedules/typed.yaml", format!("{schedule}      "), ""),
        "duration" | "capacity" | "language_levels" | "age" | "practice" | "study_year" => {
            ("content/programs/typed.yaml", format!("{name}{field}: "), "")
        }
        "form" | "not_older_than" | "translation" | "file" => {
            let document = "documents:\n  text: {ja: 願書, en: Application form}\n  ";
            ("content/programs/typed.yaml", format!("{name}{document}{field}: "), "")
        }
        "rank" | "retrieved" => ("content/vocabularies/sources.yaml", format!("words:\n  - id: a\n    {name}    {field}: "), ""),
        "offset" => {
            let step = "steps:\n  - name: {ja: 申込み, en: Apply}\n    when:\n      of: training-start\n      at: ";
            ("content/programs/typed.yaml", format!("{name}{step}"), "")
        }
        "documents" | "eligibility" => ("content/programs/typed.yaml", format!("{name}{field}: "), ""),
        "verified" | "draft" | "address" | "beds" | "specialties" | "prefecture" => (hospital, format!("{name}{field}: "), ""),
        "languages" | "email" | "phone" => {
            (hospital, format!("{name}contacts:\n  - name: {{ja: 係, en: Office}}\n    {field}: "), "")
        }
        "record" => (hospital, String::new(), ""),
        "prose" | "html" => ("content/pages/typed.ja.md", "# 題\n\n".to_owned(), ""),
        _ => panic!("no such place: {field}"),
    }
}

struct Line {
    file: &'static str,
    field: String,
    typed: String,
    expected: Expected,
}

enum Expected {
    /// What `annai fmt` writes; of `html`, a part of a page.
    Read(String),
    /// A rule, and words of its help.
    Told { code: String, words: String },
}

fn lines(file: &'static str, text: &str) -> Vec<Line> {
    let mut field = "";
    let mut lines = Vec::new();
    for line in text.lines() {
        if let Some(named) = line.strip_prefix("=== ") {
            field = named;
        } else if let Some((typed, read)) = line.rsplit_once(" → ") {
            lines.push(Line { file, field: field.into(), typed: typed.into(), expected: Expected::Read(read.into()) });
        } else if let Some((typed, told)) = line.rsplit_once(" ✗ ") {
            let (code, words) = told.split_once(": ").unwrap_or((told, ""));
            let expected = Expected::Told { code: code.into(), words: words.into() };
            lines.push(Line { file, field: field.into(), typed: typed.into(), expected });
        }
    }
    lines
}

fn all() -> Vec<Line> {
    let files = [
        ("money", include_str!("cases/office/money.txt")),
        ("moments", include_str!("cases/office/moments.txt")),
        ("amounts", include_str!("cases/office/amounts.txt")),
        ("records", include_str!("cases/office/records.txt")),
        ("admission", include_str!("cases/office/admission.txt")),
        ("prose", include_str!("cases/office/prose.txt")),
        ("schedules", include_str!("cases/office/schedules.txt")),
        ("held", include_str!("cases/office/held.txt")),
        ("second", include_str!("cases/office/second.txt")),
        ("days", include_str!("cases/office/days.txt")),
    ];
    files.into_iter().flat_map(|(file, text)| lines(file, text)).collect()
}

/// What is found, with its help in Japanese and in English.
fn told(found: &[Diagnostic], sources: &Sources, messages: &[Messages]) -> Vec<(String, String)> {
    messages
        .iter()
        .flat_map(|messages| {
            let mut out = Vec::new();
            report::print(found, sources, messages, Format::Json, false, 80, &mut out).unwrap();
            let records = serde_json::Deserializer::from_slice(&out).into_iter::<serde_json::Value>().map(Result::unwrap);
            let text = |record: &serde_json::Value, key| record[key].as_str().unwrap_or_default().to_owned();
            records.map(|record| (text(&record, "code"), text(&record, "help"))).collect::<Vec<_>>()
        })
        .collect()
}

/// The words of both languages.
fn messages() -> Vec<Messages> {
    let no_files = Sources::new("2026-11-21T03:00:00Z".parse().unwrap());
    ["ja", "en"].map(|tag| Messages::build(&Language::parse(tag).unwrap(), &[], &no_files).0).into()
}

/// What is wrong with a line; nothing where it holds.
fn failure(line: &Line, messages: &[Messages]) -> Option<String> {
    let (path, before, after) = place(&line.field);
    let typed = line.typed.replace("\\n", "\n").replace("\\t", "\t");
    let text = format!("{before}{typed}{after}\n");
    let site = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n";
    let program = "name: {ja: 見学, en: Observation}\n";
    let [program_path, site_path] = ["content/programs/observation.yaml", "content/site.yaml"];
    let empty = Sources::new("2026-11-21T03:00:00Z".parse().unwrap());
    let organization = "name: {ja: 機関, en: Body}\n";
    let empty = empty.with("content/organizations/sample.yaml", organization);
    let sources =
        empty.with("content/assets/form.pdf", "%PDF").with(site_path, site).with(program_path, program).with(path, &text);
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    let found: Vec<Diagnostic> = compiled.check().into_iter().filter(|finding| &*finding.place.path == path).collect();
    let told = told(&found, &sources, messages);
    let shown = || told.iter().map(|(code, help)| format!("    {code}: {help}")).collect::<Vec<_>>().join("\n");
    let problem = match &line.expected {
        Expected::Told { code, words } => {
            let is_told = told.iter().any(|(found, help)| found == code && help.contains(words.as_str()));
            (!is_told).then(|| "not told".to_owned())
        }
        Expected::Read(html) if line.field.ends_with("html") => {
            let pages = compiled.site.routes.values().filter_map(|route| String::from_utf8(compiled.render(route).ok()?).ok());
            let is_read = pages.into_iter().any(|page| page.contains(html.as_str()));
            (!is_read).then(|| "not on the page".to_owned())
        }
        Expected::Read(canonical) => {
            let parsed = Parsed::of(&path.into(), &File::text(text.as_bytes())).unwrap();
            let mut written = text.clone();
            for (span, canonical) in parsed.edits.iter().rev() {
                written.replace_range(span.range(), canonical);
            }
            let written = written[before.len()..].trim_end().to_owned();
            let is_error = found.iter().any(|finding| finding.severity == annai::base::Severity::Error);
            (is_error || written != *canonical).then(|| format!("read as {written}"))
        }
    };
    problem.map(|problem| format!("{}/{}: {}: {problem}\n{}", line.file, line.field, line.typed, shown()))
}

#[test]
fn what_an_office_types_is_read_or_told() {
    let lines = all();
    assert!(lines.len() >= 220, "only {} lines", lines.len());
    let messages = messages();
    let failures: Vec<String> = lines.par_iter().filter_map(|line| failure(line, &messages)).collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), lines.len(), failures.join("\n"));
}

/// The facts of announcements that had no place once, kind by kind: how many there are, and those that have a field.
#[test]
fn the_facts_that_had_no_place_have_a_field_now() {
    let messages = messages();
    let (mut all, mut lines) = (0, Vec::new());
    for kind in include_str!("cases/office/kinds.txt").split("\n## ").skip(1) {
        let (head, facts) = kind.split_once('\n').unwrap();
        let times: usize = head.rsplit_once(": ").unwrap().1.parse().unwrap();
        let facts: Vec<&str> = facts.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(facts.len(), times, "{head}");
        all += times;
        for fact in facts.into_iter().filter(|fact| !fact.starts_with('—')) {
            let (field, typed) = fact.split_once(": ").unwrap();
            let expected = Expected::Read(typed.into());
            lines.push(Line { file: "kinds", field: field.into(), typed: typed.into(), expected });
        }
    }
    let failures: Vec<String> = lines.par_iter().filter_map(|line| failure(line, &messages)).collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), lines.len(), failures.join("\n"));
    assert!(lines.len() * 100 >= all * 85, "only {} of {all} have a field", lines.len());
}

/// What is found in a page, and the address that the help says to write.
fn of_page(asset: &str, text: &str, messages: &Messages) -> (Vec<Diagnostic>, Option<String>) {
    let site = "title: {ja: 案内, en: Guide}\nlanguages: [ja]\nbase_url: https://example.org/\n";
    let empty = Sources::new("2026-11-21T03:00:00Z".parse().unwrap());
    let sources = empty.with(&format!("content/assets/{asset}"), "%PDF").with("content/site.yaml", site);
    let sources = sources.with("content/pages/typed.ja.md", text);
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    let is_here =
        |finding: &Diagnostic| &*finding.place.path == "content/pages/typed.ja.md" && finding.code != "unreferenced-record";
    let found: Vec<Diagnostic> = compiled.check().into_iter().filter(is_here).collect();
    let told = told(&found, &sources, std::slice::from_ref(messages));
    let address = told.iter().find_map(|(_, help)| help.split('「').find(|part| part.starts_with("/assets/")));
    (found, address.and_then(|part| part.split('」').next()).map(str::to_owned))
}

#[test]
fn nothing_is_told_of_a_link_that_is_written_as_it_was_told() {
    let messages = &messages()[0];
    for (asset, typed) in [
        ("様式（１）.pdf", "様式(1).pdf"),
        ("様式１.pdf", "様式1.pdf"),
        ("申請書.ＰＤＦ", "申請書.pdf"),
        ("申請書（ＰＤＦ）.pdf", "申請書(PDF).pdf"),
        ("ｶﾀﾛｸﾞ２０２６.pdf", "カタログ2026.pdf"),
        ("様式 （１）.pdf", "様式　（１）.pdf"),
        ("form (1).pdf", "form（１）.pdf"),
    ] {
        let link = |name: &str| {
            let address = if name.contains(' ') { format!("</assets/{name}>") } else { format!("/assets/{name}") };
            format!("# 題\n\n[様式の見本]({address})を使います。\n")
        };
        let (found, _) = of_page(asset, &link(asset), messages);
        assert!(found.is_empty(), "{asset}: {found:?}");
        let (found, meant) = of_page(asset, &link(typed), messages);
        assert_eq!(found.first().map(|finding| finding.code), Some("broken-link"), "{asset}: {found:?}");
        assert_eq!(meant.as_deref(), Some(&*format!("/assets/{asset}")), "{typed}");
    }
}
