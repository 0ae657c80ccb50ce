//! The house keeps its shape: who may import whom, how large a file may be, and that ARCHITECTURE.md is true.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

mod rust;

use rust::{Module, Path as ModulePath};

/// From the ground up. A room imports from its own floor and from those before it.
const FLOORS: [&str; 14] = [
    "base", "markup", "source", "model", "site", "check", "render", "outputs", "search", "changes", "compile", "edit", "edge",
    "cli",
];

/// The test programs, `tests/<name>.rs`: few, since each is linked on its own.
const PROGRAMS: [&str; 1] = ["suite"];

/// Most lines of a file.
const MOST_LINES: usize = 500;

/// Files that are longer, and why they may be.
const LONG_FILES: &[(&str, &str)] =
    &[("edge/publish/tests.rs", "one case for each way in which publishing can meet a disk that is not as it left it")];

/// Where markup stands in code, and why it is no template.
const MARKUP: &[(&str, &str)] = &[
    ("edge/serve/site_pages.rs", "the tag that the server adds to pages which are printed already"),
    ("edit/translation/xliff.rs", "XLIFF, by hand"),
    ("markup/html.rs", "the fold of tapes"),
    ("outputs/atom.rs", "a feed is XML"),
    ("outputs/sitemap.rs", "a sitemap is XML, and long"),
    ("render/draw/scale.rs", "a drawing"),
    ("render/draw/svg.rs", "the elements of drawings"),
    ("render/draw/tile_map.rs", "a drawing"),
    ("render/draw/timeline.rs", "a drawing"),
    ("render/untranslated.rs", "marks words of other languages in pages that templates have printed"),
];

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn is_test(module: &Module) -> bool {
    module.path.iter().any(|part| part == "tests")
}

/// Every import of the library outside its tests: from which module to which.
fn imports() -> Vec<(ModulePath, ModulePath)> {
    let modules = rust::modules(&root().join("src"));
    let known: BTreeSet<&ModulePath> = modules.iter().map(|module| &module.path).collect();
    let code = modules.iter().filter(|module| !is_test(module));
    code.flat_map(|module| module.imports(&known).into_iter().map(|to| (module.path.clone(), to))).collect()
}

#[test]
fn imports_run_downwards() {
    let floor = |path: &ModulePath| {
        let name = path.first()?;
        Some(FLOORS.iter().position(|floor| floor == name).unwrap_or_else(|| panic!("`{name}` is on no floor")))
    };
    let imports = imports();
    assert!(imports.len() > 300, "only {} imports were found: they are not read as they are written", imports.len());
    let upwards: Vec<String> = imports
        .iter()
        .filter(|(from, to)| floor(from).is_some() && floor(to) > floor(from))
        .map(|(from, to)| format!("{} imports {}", from.join("::"), to.join("::")))
        .collect();
    assert!(upwards.is_empty(), "imports run downwards only ({}):\n{}", FLOORS.join(" < "), upwards.join("\n"));
}

#[test]
fn rooms_of_a_folder_import_each_other_in_no_circle() {
    let mut folders: BTreeMap<ModulePath, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (from, to) in imports() {
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        if let (Some(a), Some(b)) = (from.get(shared), to.get(shared)) {
            folders.entry(from[..shared].to_vec()).or_default().entry(a.clone()).or_default().insert(b.clone());
        }
    }
    let of_folder = |(folder, edges): (&ModulePath, _)| {
        rust::circles(edges).into_iter().map(|circle| format!("{}: {}", folder.join("/"), circle.join(", "))).collect::<Vec<_>>()
    };
    let found: Vec<String> = folders.iter().flat_map(of_folder).collect();
    assert!(found.is_empty(), "what makes a circle stands in the wrong room:\n{}", found.join("\n"));
}

#[test]
fn files_say_what_they_are_and_stay_short() {
    let mut wrong = Vec::new();
    for module in rust::modules(&root().join("src")) {
        let Module { file, source, .. } = &module;
        let lines = source.lines().count();
        if !source.starts_with("//! ") {
            wrong.push(format!("{file} does not begin with a sentence `//! …`"));
        }
        let is_listed = LONG_FILES.iter().any(|(long, _)| long == file);
        if (lines > MOST_LINES) != is_listed {
            wrong.push(format!("{file} has {lines} lines, and is {}listed as long", if is_listed { "" } else { "not " }));
        }
        if let Some(name @ ("util" | "utils" | "helper" | "helpers" | "misc")) = module.path.last().map(String::as_str) {
            wrong.push(format!("{file}: `{name}` says nothing; name the room after what is in it"));
        }
        if module.code.contains("use super::*") && !is_test(&module) {
            wrong.push(format!("{file} imports everything of its parent"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What pages look like is a theme's: it has templates for it, and names of classes.
#[test]
fn markup_stands_in_templates_and_where_it_is_printed() {
    let text = regex::Regex::new(r#""(?:[^"\\]|\\.)*""#).unwrap();
    let tag = regex::Regex::new("<[/!?]?[a-z]").unwrap();
    let has_markup = |module: &Module| {
        let source = module.source.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default().replace("'\"'", "");
        let code: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        text.find_iter(&code.join("\n")).any(|text| tag.is_match(text.as_str()))
    };
    let found = rust::modules(&root().join("src")).into_iter().filter(|module| !is_test(module) && has_markup(module));
    let found: Vec<String> = found.map(|module| module.file).collect();
    let allowed: Vec<&str> = MARKUP.iter().map(|(file, _)| *file).collect();
    assert_eq!(found, allowed, "left: code with markup in it; right: where it may stand");
}

/// rustfmt leaves the inside of these macros alone.
#[test]
fn descriptions_of_fields_and_choices_have_one_form() {
    let is_name = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let (mut wrong, mut fields) = (Vec::new(), 0);
    for module in rust::modules(&root().join("src")) {
        let Module { file, source, .. } = &module;
        for (opening, between) in [("\nfields! {\n", ": "), ("\nchoices! {\n", " = \"")] {
            for block in source.split(opening).skip(1) {
                let block = block.split("\n}\n").next().unwrap_or_default();
                let (head, body) = block.split_once(" {\n").unwrap_or_default();
                let is_head = head.lines().all(|line| line.starts_with("    ") && !line.starts_with("     "));
                let told: Vec<&str> = body.lines().filter(|line| line.starts_with("        /// ")).collect();
                let said: Vec<&str> = body.lines().filter(|line| !line.starts_with("        /// ")).collect();
                let is_line = |line: &&str| {
                    let name = line.strip_prefix("        ").and_then(|line| line.split_once(between));
                    line.ends_with(',') && line.chars().count() <= 130 && name.is_some_and(|(name, _)| is_name(name))
                };
                let (last, lines) = said.split_last().unwrap_or((&"", &[]));
                fields += lines.len();
                wrong.extend(lines.iter().filter(|line| !is_line(line)).map(|line| format!("{file}: {line}")));
                if !is_head || *last != "    }" || told.len() < lines.len() {
                    wrong.push(format!("{file}: {head}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a sentence, then a line `name: Type = what is told of it,`:\n{}", wrong.join("\n"));
    assert!(fields > 200, "only {fields} fields and choices were found: they are not described as this test reads them");
}

#[test]
fn locks_and_shared_state_stay_at_the_edge() {
    const STATE: [&str; 8] = ["Mutex", "RwLock", "Condvar", "OnceLock", "Atomic", "thread_local!", "static mut", "RefCell"];
    let mut found = Vec::new();
    for module in rust::modules(&root().join("src")) {
        if module.path.first().is_some_and(|floor| floor == "edge") || is_test(&module) {
            continue;
        }
        found.extend(STATE.iter().filter(|word| module.code.contains(**word)).map(|word| format!("{} has {word}", module.file)));
    }
    assert!(found.is_empty(), "below the edge values are passed on:\n{}", found.join("\n"));
}

#[test]
fn only_the_edge_is_let_off_the_bans() {
    let bans = ["clippy::disallowed_methods", "clippy::disallowed_types", "clippy::disallowed_macros"];
    let library = read("src/lib.rs");
    for ban in bans {
        let denied = library.lines().any(|line| line.starts_with("#![deny(") && line.contains(ban));
        assert!(denied, "src/lib.rs does not deny {ban}");
    }
    let let_off: Vec<String> = rust::modules(&root().join("src"))
        .into_iter()
        .filter(|module| module.file != "lib.rs" && bans.iter().any(|ban| module.code.contains(ban)) && !is_test(module))
        .map(|module| module.file)
        .collect();
    assert_eq!(let_off, ["edge.rs"]);
    let list = read("clippy.toml");
    for entry in ["std::fs::read", "std::fs::File", "std::net::TcpStream", "std::env::var", "std::time::SystemTime::now"] {
        assert!(list.contains(&format!("\"{entry}\", reason = ")), "clippy.toml does not ban {entry}");
    }
}

#[test]
fn templates_are_given_nothing_to_ask_with() {
    let modules = rust::modules(&root().join("src"));
    let given: Vec<&str> =
        modules.iter().filter(|module| module.code.contains(".register_")).map(|module| module.file.as_str()).collect();
    assert!(given.is_empty(), "a view is complete; functions and filters of ours are registered in {given:?}");
}

#[test]
fn the_map_shows_every_room_and_none_that_is_gone() {
    let mut rooms: BTreeMap<String, BTreeSet<String>> =
        FLOORS.iter().map(|floor| ((*floor).to_owned(), BTreeSet::new())).collect();
    for module in rust::modules(&root().join("src")).iter().filter(|module| !is_test(module)) {
        if let [floor, room] = &module.path[..] {
            rooms.entry(floor.clone()).or_default().insert(room.clone());
        }
    }
    let map = section("Code map");
    let mut shown: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut floor = None;
    for line in map.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            floor = first_code(heading).map(str::to_owned);
            shown.entry(floor.clone().unwrap_or_default()).or_default();
        } else if line.starts_with("- ")
            && let (Some(floor), Some(room)) = (&floor, first_code(line))
        {
            shown.entry(floor.clone()).or_default().insert(room.to_owned());
        }
    }
    let names = |map: &BTreeMap<String, BTreeSet<String>>| -> BTreeSet<String> {
        map.iter().flat_map(|(floor, rooms)| rooms.iter().map(move |room| format!("{floor}/{room}"))).collect()
    };
    assert_eq!(shown.keys().collect::<Vec<_>>(), rooms.keys().collect::<Vec<_>>(), "floors of ARCHITECTURE.md, and of src/");
    let (shown, rooms) = (names(&shown), names(&rooms));
    let (missing, gone): (Vec<_>, Vec<_>) = (rooms.difference(&shown).collect(), shown.difference(&rooms).collect());
    assert!(missing.is_empty() && gone.is_empty(), "the code map of ARCHITECTURE.md lacks {missing:?}; there are no {gone:?}");
}

#[test]
fn every_dependency_has_its_reason() {
    let mut dependencies = BTreeSet::new();
    let mut is_list = false;
    let manifest = read("Cargo.toml");
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_list = line.ends_with("dependencies]");
        } else if is_list && let Some((name, _)) = line.split_once(" = ") {
            dependencies.insert(name);
        }
    }
    let reasons = section("Dependencies");
    let named: BTreeSet<&str> = reasons.lines().filter(|line| line.starts_with("- ")).filter_map(first_code).collect();
    assert_eq!(named, dependencies, "left: ARCHITECTURE.md; right: Cargo.toml");
}

#[test]
fn every_invariant_names_a_test_that_there_is() {
    let mut wrong = Vec::new();
    let invariants = section("Invariants");
    let items: Vec<&str> = invariants.split("\n\n").filter(|item| item.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert!(items.len() >= 10, "the invariants are numbered paragraphs");
    for item in items {
        let number = item.split_once('.').map_or("?", |(number, _)| number);
        let tests: Vec<(&str, &str)> = item.split('`').filter_map(|code| code.split_once(".rs::")).collect();
        if tests.is_empty() {
            wrong.push(format!("invariant {number} names no test"));
        }
        for (file, name) in tests {
            let path = root().join(format!("{file}.rs"));
            let text = fs::read_to_string(&path).unwrap_or_default();
            if !text.contains(&format!("fn {name}(")) {
                wrong.push(format!("invariant {number}: there is no test {file}.rs::{name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_of_tests_is_left_out() {
    let root = root().join("tests");
    let files: BTreeSet<String> = walkdir::WalkDir::new(&root)
        .into_iter()
        .filter_entry(|entry| !["node_modules", "sites"].iter().any(|name| entry.file_name() == *name))
        .map(|entry| entry.unwrap().path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"))
        .filter(|path| path.ends_with(".rs"))
        .collect();
    let mut reached = BTreeSet::new();
    let mut next: Vec<String> = PROGRAMS.iter().map(|name| format!("{name}.rs")).collect();
    while let Some(file) = next.pop() {
        // The modules of a program stand beside it, those of `a.rs` and `a/mod.rs` in `a/`.
        let folder = match file.strip_suffix("/mod.rs").or_else(|| file.strip_suffix(".rs")).unwrap_or_default() {
            program if PROGRAMS.contains(&program) => String::new(),
            module => format!("{module}/"),
        };
        let text = read(&format!("tests/{file}"));
        for line in text.lines().map(|line| line.trim_start_matches("pub ")) {
            if let Some(name) = line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
                let names = [format!("{folder}{name}.rs"), format!("{folder}{name}/mod.rs")];
                next.extend(names.into_iter().filter(|name| files.contains(name)));
            }
        }
        reached.insert(file);
    }
    let left_out: Vec<_> = files.difference(&reached).collect();
    assert!(left_out.is_empty(), "no test program has these as modules (`mod x;` in tests/suite.rs): {left_out:?}");
    let programs: Vec<String> = PROGRAMS.iter().map(|name| format!("path = \"tests/{name}.rs\"")).collect();
    let manifest = read("Cargo.toml");
    let declared: Vec<_> = manifest.lines().filter(|line| line.starts_with("path = \"tests/")).collect();
    assert_eq!(declared, programs, "left: Cargo.toml; right: the programs that are looked at");
}

/// A section of ARCHITECTURE.md, up to the next heading of its level.
fn section(heading: &str) -> String {
    let text = read("ARCHITECTURE.md");
    let start = text.find(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("ARCHITECTURE.md has no section {heading}"));
    let rest = &text[start + 4..];
    rest[..rest.find("\n## ").unwrap_or(rest.len())].to_owned()
}

/// The first part of a line that is marked as code.
fn first_code(line: &str) -> Option<&str> {
    line.split('`').nth(1)
}
