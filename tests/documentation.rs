//! The pages for people say what the program does: fields, commands, examples.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use annai::base::Severity;
use annai::compile::{Cache, compile};
use annai::model::common::Common;
use annai::model::read::{Field, Shape};
use annai::model::reference::Kind;
use annai::model::site_file::SiteFile;
use annai::model::vocabulary::VocabularyFile;
use annai::render::builtin_locales::LOCALES;
use annai::site::link::Options;
use annai::source::Sources;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag, TagEnd};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The part of a text between two others.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let from = text.find(start).unwrap_or_else(|| panic!("{start:?} is not there")) + start.len();
    let rest = &text[from..];
    &rest[..rest.find(end).unwrap_or(rest.len())]
}

/// The first words of the part of a reference that is written by the program.
const GENERATED: &str = "cargo test --test suite documentation`";

#[test]
fn the_reference_of_fields_is_what_the_program_says() {
    for language in ["en", "ja"] {
        let path = format!("docs/{language}/records.md");
        let page = read(&path);
        let (by_hand, rest) = page.split_at(page.find(GENERATED).unwrap_or_else(|| panic!("{path} has no mark")));
        let (mark, held) = rest.split_once("\n\n").unwrap();
        let said =
            Command::new(env!("CARGO_BIN_EXE_annai")).args(["schema", "--reference", "--lang", language]).output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        assert!(said.contains("`varies_by`") && said.contains("`conflicts.claims.says`") && !said.contains('⟨'), "{said}");
        if std::env::var_os("RENEW").is_some() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
            fs::write(path, format!("{by_hand}{mark}\n\n{said}")).unwrap();
        } else {
            assert!(held == said, "{path} is stale; write it anew with `RENEW=1 cargo test --test suite documentation`");
        }
    }
}

#[test]
fn every_field_has_its_words_in_every_language() {
    let mut maps = vec![Common::MAP, SiteFile::MAP, VocabularyFile::MAP];
    let kinds: Vec<Field> = Kind::ALL.into_iter().flat_map(|kind| kind.fields().iter().copied()).collect();
    let mut fields: Vec<Field> = maps.iter().flat_map(|map| map.fields).copied().collect();
    fields.extend(kinds);
    let mut at = 0;
    while let Some(field) = fields.get(at).copied() {
        let mut shapes = vec![(field.shape)()];
        while let Some(shape) = shapes.pop() {
            match shape {
                Shape::Map(map) if !maps.iter().any(|known| known.name == map.name) => {
                    maps.push(map);
                    fields.extend(map.fields);
                }
                Shape::List(of) => shapes.push(*of),
                Shape::Open(of, map) | Shape::Fact(of, map) => shapes.extend([*of, Shape::Map(map)]),
                Shape::Either(_, several) => shapes.extend(several),
                _ => {}
            }
        }
        at += 1;
    }
    assert!(fields.len() > 200, "only {} fields were found", fields.len());
    for locale in LOCALES.iter().filter(|locale| locale.is_for_editors()) {
        let own = |id: &str| locale.files.iter().any(|(_, text)| text.contains(&format!("\n{id} = ")));
        for field in &fields {
            let (of, name) = (field.of.to_ascii_lowercase(), field.name);
            let has_words = own(&format!("field-{of}-{name}")) || own(&format!("field-{name}"));
            assert!(has_words, "locales/{}/fields.ftl has neither field-{of}-{name} nor field-{name}", locale.tag);
        }
    }
}

#[test]
fn the_record_of_the_readme_is_without_a_mistake_and_becomes_what_is_said() {
    let readme = read("README.md");
    let record = between(&readme, "```yaml\n", "```");
    let sources = Sources::new("2026-11-22T00:00:00Z".parse().unwrap())
        .with("content/site.yaml", "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n")
        .with("content/programs/example-program.yaml", "name: {ja: 研修, en: Training}\n")
        .with("content/fees/example-program.yaml", record);
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    let mistakes: Vec<_> = compiled.findings.iter().filter(|finding| finding.severity != Severity::Info).collect();
    assert!(mistakes.is_empty(), "{mistakes:?}");
    for (address, amount) in [("/ja/fees/example-program/", "300,000円"), ("/en/fees/example-program/", "¥300,000")] {
        assert!(readme.contains(&format!("`{address}`")) && readme.contains(&format!("`{amount}`")));
        let page = compiled.render(&compiled.site.routes[address]).unwrap();
        assert!(String::from_utf8(page).unwrap().contains(amount), "{address} does not show {amount}");
    }
}

#[test]
fn the_readme_names_every_command() {
    let help = Command::new(env!("CARGO_BIN_EXE_annai")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let commands: Vec<&str> =
        between(&help, "\nCommands:\n", "\n\n").lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 3, "{help}");
    let readme = read("README.md");
    let missing: Vec<&str> = commands
        .into_iter()
        .filter(|command| *command != "help")
        .filter(|command| !readme.lines().any(|line| line.starts_with(&format!("| `annai {command}"))))
        .collect();
    assert!(missing.is_empty(), "the table of commands in README.md lacks {missing:?}");
}

#[test]
fn what_runs_by_itself_is_what_the_readme_says() {
    let command = "python3 tests/run.py";
    assert!(read("README.md").contains(&format!("```sh\n{command}\n```")));
    assert!(read(".ci/run").trim_end().ends_with(&format!("exec {command}")));
}

/// The ids that code hosts give to the headings of a document: its words in small letters, joined by hyphens, without punctuation.
fn headings(text: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => ids.extend(heading.take()),
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
                    heading.extend(kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }));
                }
            }
            _ => {}
        }
    }
    ids
}

#[test]
fn every_link_of_a_document_leads_to_a_file_and_a_heading() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let at_top = walkdir::WalkDir::new(root).max_depth(1);
    let files = at_top.into_iter().chain(walkdir::WalkDir::new(root.join("docs"))).map(|entry| entry.unwrap().into_path());
    let mut links = 0;
    let mut wrong = Vec::new();
    for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
        let text = fs::read_to_string(&path).unwrap();
        for event in Parser::new_ext(&text, Extensions::ENABLE_TABLES) {
            let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else { continue };
            if dest_url.contains(':') {
                continue;
            }
            links += 1;
            let (file, anchor) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
            let target = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let has_anchor = || fs::read_to_string(&target).is_ok_and(|text| headings(&text).contains(anchor));
            if !target.exists() || !anchor.is_empty() && !has_anchor() {
                wrong.push(format!("{}: {dest_url}", path.strip_prefix(root).unwrap().display()));
            }
        }
    }
    assert!(links > 100, "only {links} links were found");
    assert!(wrong.is_empty(), "these lead nowhere:\n{}", wrong.join("\n"));
}
