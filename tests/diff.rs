//! `annai diff` names each edit, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use annai::changes::diff::{Change, Side, What, changes};
use annai::compile::{Cache, Compiled, compile};
use annai::model::node::{Node, Value};
use annai::model::yaml;
use annai::site::link::Options;
use annai::source::{File, Sources};

use crate::support::{Project, pinned_guide};

/// A small generator of numbers (Knuth's MMIX), so that every run makes the same edits.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

fn add(folder: &Path, root: &Path, sources: &mut Sources) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            add(&path, root, sources);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            sources.files_mut().insert(name.into(), Arc::new(File::text(&fs::read(&path).unwrap())));
        }
    }
}

fn guide() -> Sources {
    let root = &pinned_guide();
    let mut sources = Sources::new("2026-11-21T00:00:00Z".parse().unwrap());
    add(&root.join("content"), root, &mut sources);
    sources
}

fn compiled(sources: &Sources) -> (Compiled, Cache) {
    let mut cache = Cache::default();
    (compile(sources, &Options::default(), &mut cache), cache)
}

fn between(old: &(Compiled, Cache), new: &Sources) -> Vec<Change> {
    fn side((compiled, cache): &(Compiled, Cache)) -> Side<'_> {
        Side { site: &compiled.site, sources: compiled.sources(), parsed: cache.parsed() }
    }
    changes(side(old), side(&compiled(new)))
}

/// The values of a file: the way to each, and its bytes.
fn leaves(node: &Node, trail: &str, found: &mut Vec<(String, std::ops::Range<usize>)>) {
    let inner = |step: &str| if trail.is_empty() { step.to_owned() } else { format!("{trail}.{step}") };
    match &node.value {
        Value::Null => {}
        Value::Scalar { .. } => found.push((trail.to_owned(), node.span.start as usize..node.span.end as usize)),
        Value::List(items) => items.iter().enumerate().for_each(|(i, item)| leaves(item, &inner(&i.to_string()), found)),
        Value::Map(entries) => entries.iter().for_each(|entry| leaves(&entry.node, &inner(&entry.key), found)),
    }
}

fn identity(path: &str) -> String {
    let (folder, name) = path.strip_prefix("content/").unwrap().split_once('/').unwrap();
    format!("{}/{}", folder.trim_end_matches('s'), name.split('.').next().unwrap())
}

/// Is it what somebody did, and no consequence of it?
fn is_edit(change: &Change) -> bool {
    matches!(change.what, What::PageCome | What::PageGone | What::PageMoved | What::Fact | What::Text | What::File)
}

#[test]
fn of_random_edits_of_the_guide_each_is_named_and_nothing_else() {
    let old = guide();
    let before = compiled(&old);
    for seed in 0..3 {
        let mut random = Random(seed);
        let mut new = old.clone();
        let mut wanted: BTreeMap<String, String> = BTreeMap::new();
        let is_edited = |path: &&Arc<str>| path.matches('/').count() == 2 && !path.contains("/vocabularies/");
        let mut paths: Vec<Arc<str>> = old.files.keys().filter(is_edited).cloned().collect();
        while wanted.len() < 20 {
            let path = paths.swap_remove(random.below(paths.len()));
            let name = identity(&path);
            let mut text = old.text(&path).unwrap().to_owned();
            if wanted.contains_key(&name) {
                continue;
            }
            if path.ends_with(".md") {
                let lines: Vec<&str> = text.lines().filter(|line| line.len() > 20 && !line.starts_with(['#', '|'])).collect();
                let line = lines[random.below(lines.len())].to_owned();
                text = text.replacen(&line, &format!("{line} 追記"), 1);
                wanted.insert(name, path.rsplit('.').nth(1).unwrap().to_owned());
            } else {
                let mut found = Vec::new();
                leaves(&yaml::parse(&path, &text).0.unwrap(), "", &mut found);
                let (trail, place) = found.swap_remove(random.below(found.len()));
                // A block is no value that can be exchanged where it stands.
                if text[place.clone()].contains('\n') || text[place.clone()].starts_with(['|', '>']) {
                    continue;
                }
                text.replace_range(place, "\"another value\"");
                wanted.insert(name, trail);
            }
            new = new.with(&path, &text);
        }
        let found = between(&before, &new);
        let edits: Vec<&Change> = found.iter().filter(|change| is_edit(change)).collect();
        for (name, place) in &wanted {
            let own: Vec<_> = edits.iter().filter(|change| change.of == *name).collect();
            let [change] = own[..] else { panic!("seed {seed}: {name} {place}: {own:#?}") };
            let language = change.language.as_deref().unwrap_or_default();
            let is_named = change.field == *place || format!("{}.{language}", change.field) == *place || language == place;
            assert!(is_named, "seed {seed}: {place} is told as {change:?}");
            assert_ne!(change.old, change.new);
        }
        let others: Vec<_> = found.iter().filter(|change| !wanted.contains_key(&change.of)).collect();
        assert!(others.is_empty(), "seed {seed}: {others:#?}");
    }
}

#[test]
fn how_a_value_is_written_is_no_change() {
    let old = guide();
    let path = "content/schedules/specialist-2024.yaml";
    let commented = format!("# A remark.\n{}\n", old.text(path).unwrap());
    assert_eq!(between(&compiled(&old), &old.clone().with(path, &commented)), []);
    // What is written in one piece is the map that it means.
    let with = |amount: &str| {
        let fee = format!("name: {{ja: 賞与, en: Bonus}}\nprogram: program/specialist-training\namount: {amount}\n");
        old.clone().with("content/fees/bonus.yaml", &fee)
    };
    let map = with("{months_of_pay: 4.5, payments: 2, per: year}");
    assert_eq!(between(&compiled(&with("年2回 4.5か月分")), &map), []);
    assert_ne!(between(&compiled(&with("年2回 4.6か月分")), &map), []);
}

const PROGRAM: &str = "content/programs/example-program.yaml";

#[test]
fn pages_that_come_go_and_move_are_told_with_what_is_lost() {
    let project = Project::init();
    let mut before = Sources::new("2026-11-21T00:00:00Z".parse().unwrap());
    add(&project.path("content"), &project.path("."), &mut before);
    let first = compiled(&before);
    let told = |new: &Sources| -> BTreeSet<(String, What, String)> {
        between(&first, new).into_iter().map(|change| (change.of, change.what, change.field)).collect()
    };
    // A new term.
    let found = told(&before.clone().with("content/terms/new.yaml", "name: {ja: 新語, en: New}\n"));
    assert_eq!(found, [("term/new".to_owned(), What::PageCome, "新語".to_owned())].into());
    // A language that goes with its name.
    let hospital = "content/hospitals/example-hospital.yaml";
    let without = before.text(hospital).unwrap().replace(", en: Example Hospital}", "}");
    let found = told(&before.clone().with(hospital, &without));
    assert!(found.iter().any(|(of, what, _)| of == "hospital/example-hospital" && *what == What::LanguageLost), "{found:?}");
    // A schedule that is renamed without a former address loses its page, and its events those who follow them.
    let schedule = "content/schedules/example-program.yaml";
    let text = before.text(schedule).unwrap().to_owned();
    let mut renamed = before.clone();
    renamed.files_mut().remove(schedule);
    let lost = told(&renamed.clone().with("content/schedules/other.yaml", &text));
    for what in [What::PageGone, What::PageCome, What::AddressLost, What::EventLost] {
        assert!(lost.iter().any(|(_, found, _)| *found == what), "{what:?}: {lost:?}");
    }
    // With one it has moved, and nobody loses anything.
    let moved = format!("{text}aliases: [/schedules/example-program/]\n");
    let found = told(&renamed.with("content/schedules/other.yaml", &moved));
    assert!(found.iter().any(|(of, what, _)| of == "schedule/other" && *what == What::PageMoved), "{found:?}");
    assert!(!found.iter().any(|(_, what, _)| matches!(what, What::AddressLost | What::EventLost | What::PageGone)), "{found:?}");
}

#[test]
fn changes_are_told_in_the_editors_words_as_json_and_as_markdown() {
    let (old, new) = (Project::init(), Project::init());
    let text = fs::read_to_string(new.path(PROGRAM)).unwrap();
    let new = new.file(PROGRAM, format!("{text}romanized: a *b* <c>\n"));
    let (from, to) = (old.text("."), new.text("."));
    let run = |more: &[&'static str]| {
        let arguments = ["diff", &from, &to, "--as-of", "2026-11-22"].into_iter().chain(more.iter().copied());
        Project::empty().annai(arguments).run().exits(0).stdout
    };
    assert_eq!(run(&["--lang", "en"]), "program/example-program\n  romanized: new: a *b* <c>\n");
    assert_eq!(run(&["--lang", "ja"]), "program/example-program\n  romanized：追加：a *b* <c>\n");
    let markdown = run(&["--lang", "en", "--format", "markdown"]);
    assert_eq!(markdown, "### program/example-program\n- romanized: new: a \\*b\\* \\<c\\>\n");
    let line: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    assert_eq!(line["what"], "fact");
    assert_eq!((&line["of"], &line["new"]), (&"program/example-program".into(), &"a *b* <c>".into()));
    Project::empty().annai(["diff", &from, "nowhere"]).run().exits(2);
}
