//! `docs/templates.md`: every template, every value that it is given, every class of words. `RENEW=1` writes it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use annai::markup::Mark;

use crate::support::repository;

const REFERENCE: &str = "docs/templates.md";

const INTRODUCTION: &str = "# Templates and their values

What a theme can use: see [Changing how a site looks](en/theming.md) for how. This page is made from the code: `RENEW=1 cargo test --test suite
templates::` writes it, and a test holds that it is true. No value is renamed or taken away.

*HTML* stands in a page as it is, *text* is escaped. What *may lack* is not there at all where a page has nothing of it: ask with `{% if %}`.
";

/// A part of what templates are given.
struct Part {
    name: String,
    about: String,
    values: Vec<Value>,
}

struct Value {
    name: String,
    about: String,
    kind: String,
    may_lack: bool,
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of the files of a folder that end so, sorted.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let names = fs::read_dir(repository().join(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(ending)).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What the code of a view says: each struct that is handed to templates, with its values.
fn parts(code: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut about, mut attributes, mut is_inside) = (String::new(), String::new(), false);
    for line in code.lines() {
        let trimmed = line.trim();
        if let Some(words) = trimmed.strip_prefix("/// ") {
            about = if about.is_empty() { words.to_owned() } else { format!("{about} {words}") };
            continue;
        }
        if trimmed == "///" {
            continue;
        }
        if trimmed.starts_with("#[") {
            attributes.push_str(trimmed);
            continue;
        }
        if let Some(rest) = line.strip_prefix("pub struct ") {
            is_inside = attributes.contains("Serialize") && line.ends_with('{');
            if is_inside {
                let name = rest.trim_end_matches(" {").to_owned();
                parts.push(Part { name, about: std::mem::take(&mut about), values: Vec::new() });
            }
        } else if line == "}" {
            is_inside = false;
        } else if is_inside
            && let Some((name, kind)) = trimmed.strip_prefix("pub ").and_then(|field| field.split_once(": "))
            && !attributes.contains("serde(skip)")
        {
            let kind = kind.trim_end_matches(',');
            let is_html = attributes.contains("serialize_with = \"html\"");
            let may_lack = kind.starts_with("Option<") || attributes.contains("skip_serializing_if");
            let value = Value { name: name.to_owned(), about: std::mem::take(&mut about), kind: shown(kind, is_html), may_lack };
            parts.last_mut().unwrap().values.push(value);
        }
        about.clear();
        attributes.clear();
    }
    parts
}

/// A type in words.
fn shown(kind: &str, is_html: bool) -> String {
    let inside = |start: &str| kind.strip_prefix(start).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inside("Option<").or_else(|| inside("Box<")) {
        return shown(inner, is_html);
    }
    if let Some(inner) = inside("Vec<") {
        return if inner == "Value" { "list".to_owned() } else { format!("list of {}", shown(inner, is_html)) };
    }
    match kind.rsplit("::").next().unwrap() {
        _ if kind.starts_with("serde_json::") => "any".to_owned(),
        _ if kind.contains("BTreeMap<") => "map to HTML".to_owned(),
        _ if is_html => "HTML".to_owned(),
        "String" | "str" | "&'static str" => "text".to_owned(),
        "bool" => "yes or no".to_owned(),
        "usize" | "u32" | "i64" => "number".to_owned(),
        "Value" => "HTML".to_owned(),
        part => format!("[{part}](#{})", part.to_lowercase()),
    }
}

/// What is written about a value, without links into the code.
fn words(about: &str) -> String {
    let mut out = String::new();
    let mut rest = about;
    while let Some((before, after)) = rest.split_once("[`") {
        out.push_str(before);
        let Some((name, end)) = after.split_once("`]") else { break };
        let _ = write!(out, "[{name}](#{})", name.to_lowercase());
        rest = end.strip_prefix('(').and_then(|path| path.split_once(')')).map_or(end, |(_, end)| end);
    }
    out.push_str(rest);
    out.replace('|', "\\|")
}

fn table(part: &Part, out: &mut String) {
    let _ = writeln!(out, "\n{}\n\n| value | what it is | |\n|---|---|---|", words(&part.about));
    for Value { name, about, kind, may_lack } in &part.values {
        let lack = if *may_lack { ", may lack" } else { "" };
        let _ = writeln!(out, "| `{name}` | {} | {kind}{lack} |", words(about));
    }
}

/// What follows a word of a template's syntax: the names of its blocks, say.
fn named<'t>(template: &'t str, word: &str) -> Vec<&'t str> {
    let mut names = Vec::new();
    for after in template.split(word).skip(1) {
        let name = after.trim_start_matches('"').split(['"', ' ', '(', '%']).next().unwrap();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn templates(out: &mut String) {
    out.push_str("\n## Templates\n\n| template | extends | blocks, components |\n|---|---|---|\n");
    for name in files("themes/default", ".html") {
        let template = read(&format!("themes/default/{name}"));
        let code = |names: Vec<&str>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let extended = code(named(&template, "{% extends "));
        let mut held = named(&template, "{% block ");
        held.extend(named(&template, "{% component "));
        let _ = writeln!(out, "| `{name}` | {extended} | {} |", code(held));
    }
}

fn classes(out: &mut String) {
    out.push_str(
        "\n## Classes of words\n\nWhat words are, in values that are HTML: elements and their classes, for a style sheet.\n\n",
    );
    out.push_str("| element and class | what it is |\n|---|---|\n");
    let code = read("src/markup/mark.rs");
    for mark in Mark::ALL.iter().filter(|mark| !mark.class().is_empty()) {
        let line = format!("    {mark:?} = ");
        let before = code.split(&line).next().filter(|before| before.len() < code.len()).unwrap_or_else(|| panic!("no {mark:?}"));
        let about = before.lines().rev().find_map(|line| line.trim().strip_prefix("/// ")).unwrap();
        let _ = writeln!(out, "| `{}.{}` | {} |", mark.element(), mark.class(), words(about));
    }
    let _ = writeln!(out, "| `a.term` | A link to a term of the glossary. |");
}

fn reference() -> String {
    let mut out = INTRODUCTION.to_owned();
    templates(&mut out);
    let mut all = parts(&read("src/render/view.rs"));
    for file in files("src/render/view", ".rs") {
        all.extend(parts(&read(&format!("src/render/view/{file}"))));
    }
    for (value, name) in [("page", "View"), ("site", "SiteView")] {
        let part = all.iter().find(|part| part.name == name).unwrap();
        let _ = write!(out, "\n## `{value}`\n");
        table(part, &mut out);
    }
    out.push_str("\n## Parts of them\n");
    for part in all.iter().filter(|part| part.name != "View" && part.name != "SiteView") {
        let _ = write!(out, "\n### {}\n", part.name);
        table(part, &mut out);
    }
    classes(&mut out);
    out
}

#[test]
fn the_reference_of_templates_is_true() {
    let right = reference();
    if std::env::var_os("RENEW").is_some() {
        fs::write(repository().join(REFERENCE), &right).unwrap();
    }
    assert!(read(REFERENCE) == right, "{REFERENCE} is not what the code says: RENEW=1 cargo test --test suite templates::");
    let links: BTreeSet<&str> = right.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    let headings: BTreeSet<String> = right.lines().filter_map(|line| Some(line.strip_prefix("### ")?.to_lowercase())).collect();
    let missing: Vec<_> = links.iter().filter(|link| !headings.contains(**link)).collect();
    assert!(missing.is_empty(), "no part is called so: {missing:?}");
}

#[test]
fn templates_ask_for_nothing_that_they_are_not_given() {
    let right = reference();
    for name in files("themes/default", ".html") {
        let template = read(&format!("themes/default/{name}"));
        for (value, heading) in [("page.", "## `page`"), ("site.", "## `site`")] {
            let given = right.split(heading).nth(1).unwrap().split("\n## ").next().unwrap();
            for (at, _) in template.match_indices(value) {
                let before = template[..at].chars().next_back().unwrap_or(' ');
                let field: String =
                    template[at + value.len()..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if !before.is_alphanumeric() && !matches!(before, '_' | '.' | '"' | '/' | '-') && !field.is_empty() {
                    assert!(given.contains(&format!("\n| `{field}` |")), "{name} asks for {value}{field}");
                }
            }
        }
    }
}
