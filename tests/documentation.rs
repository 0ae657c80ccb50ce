//! The pages for people say what the program does: fields, commands, examples.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use annai::base::Severity;
use annai::compile::{Cache, compile};
use annai::model::common::Common;
use annai::model::read::Field;
use annai::model::reference::Kind;
use annai::site::link::Options;
use annai::source::Sources;

/// What asks for a field in `src/model/`.
const ASKING: [&str; 6] = [".optional", ".required", ".list", ".flag", ".node", "= key"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The fields that a piece of code asks for.
fn asked(code: &str) -> BTreeSet<&str> {
    let mut fields = BTreeSet::new();
    for (at, _) in code.match_indices(['.', '=']) {
        let rest = &code[at..];
        let Some(method) = ASKING.iter().filter(|method| rest.starts_with(**method)).max_by_key(|method| method.len()) else {
            continue;
        };
        let rest = &rest[method.len()..];
        let rest = rest.strip_prefix("::<").and_then(|rest| Some(&rest[rest.find('(')?..])).unwrap_or(rest);
        let name = rest.strip_prefix('(').map(str::trim_start).and_then(|rest| rest.strip_prefix('"'));
        fields.extend(name.and_then(|name| name.split('"').next()));
    }
    fields
}

/// The part of a text between two others.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let from = text.find(start).unwrap_or_else(|| panic!("{start:?} is not there")) + start.len();
    let rest = &text[from..];
    &rest[..rest.find(end).unwrap_or(rest.len())]
}

/// The first column of the tables in a text, of which a cell may name several fields.
fn first_column(text: &str) -> BTreeSet<&str> {
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| field"));
    rows.flat_map(|row| row.split('|').nth(1).unwrap_or_default().split(',').map(str::trim)).collect()
}

#[test]
fn the_reference_has_every_field_of_every_kind() {
    let reference = read("docs/records.md");
    let kinds = between(&reference, "\n## Each kind\n", "\n## ");
    let keys = |fields: &[Field]| fields.iter().map(|field| field.key).collect::<BTreeSet<_>>();
    for kind in Kind::ALL {
        let shown = first_column(between(kinds, &format!("\n**{}**", kind.as_str()), "\n**"));
        assert_eq!(shown, keys(kind.fields()), "left: docs/records.md; right: the fields of {kind:?}");
    }
    let shown = first_column(between(&reference, "\n## Every record\n", "\n## "));
    assert_eq!(shown, keys(Common::FIELDS), "left: docs/records.md; right: common.rs");
    let site = read("src/model/site_file.rs");
    let fields = asked(between(&site, "impl Read for SiteFile {", "\n}\n"));
    assert_eq!(first_column(between(&reference, "\n## The site", "\n## ")), fields, "left: docs/records.md; right: site_file.rs");
}

#[test]
fn the_reference_has_every_field_of_every_value() {
    let reference = read("docs/records.md");
    let words: BTreeSet<&str> = reference.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model");
    let mut found = 0;
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        let code = fs::read_to_string(entry.path()).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let mut fields = asked(code);
        for block in code.split("\nfields! {\n").skip(1) {
            let lines = block.split("\n}\n").next().unwrap_or_default().lines().filter(|line| !line.contains("= key("));
            let named = lines.filter_map(|line| Some(line.strip_prefix("        ")?.split_once(": ")?.0));
            fields.extend(named.filter(|name| !name.starts_with('/')));
        }
        found += fields.len();
        let missing: Vec<&&str> = fields.iter().filter(|field| !words.contains(**field)).collect();
        assert!(missing.is_empty(), "docs/records.md does not name {missing:?} of {:?}", entry.file_name());
    }
    assert!(found > 150, "only {found} fields were found: they are not asked for as this test reads them");
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
