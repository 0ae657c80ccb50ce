//! Edits: every way to save, mistakes and their mending, and thousands at random, after which all is as if built afresh.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use annai::compile::{Cache, Compiled, compile};
use annai::edge::read::{self, again::Reading};
use annai::site::link::Options;
use jiff::Timestamp;
use proptest::prelude::*;

use super::server::Served;
use crate::support::Project;

const PAGE: &str = "content/pages/note.en.md";

fn note(words: &str) -> String {
    format!("# A note\n\n{words}\n")
}

fn project() -> Project {
    Project::init().file(PAGE, note("first")).file("content/pages/note.ja.md", note("最初"))
}

#[test]
fn every_way_to_save_is_seen() {
    let project = project();
    let served = Served::new(&project.path("."));
    let (file, side) = (project.path(PAGE), project.path("content/pages/.note.swp"));
    let backup = project.path("content/pages/note.en.md~");
    served.shows("/en/note/", "first");
    fs::write(&file, note("written")).unwrap();
    served.shows("/en/note/", "written");
    fs::write(&side, note("renamed")).unwrap();
    fs::rename(&side, &file).unwrap();
    served.shows("/en/note/", "renamed");
    let before = served.get("/en/note/").stamp();
    fs::write(&file, "").unwrap();
    served.until("/en/note/", "made from an empty file", |answer| answer.stamp() != before);
    fs::write(&file, note("truncated")).unwrap();
    served.shows("/en/note/", "truncated");
    fs::rename(&file, &backup).unwrap();
    fs::write(&file, note("backed up")).unwrap();
    served.shows("/en/note/", "backed up");
    fs::remove_file(&file).unwrap();
    served.until("/en/note/", "gone", |answer| !answer.text().contains("backed up"));
    fs::write(&file, note("back again")).unwrap();
    served.shows("/en/note/", "back again");
    let before = served.get("/en/note/").stamp();
    fs::write(&file, &note("half written")[..7]).unwrap();
    served.until("/en/note/", "made from half of the file", |answer| answer.stamp() != before);
    fs::write(&file, note("half written")).unwrap();
    served.shows("/en/note/", "half written");
}

#[test]
fn a_broken_theme_is_told_and_its_mending_is_shown() {
    let copy = fs::read_to_string(crate::support::repository().join("themes/default/record.html")).unwrap();
    let project = project()
        .edit("content/site.yaml", "base_url:", "theme: mine\nbase_url:")
        .file("themes/mine/record.html", copy)
        .file("themes/mine/base.html", "<p>{% block my %}{% endblock %}</p>");
    let served = Served::new(&project.path("."));
    served.shows("/en/note/", "first");
    fs::write(project.path("themes/mine/base.html"), "<p>mended</p>{% block main %}{% endblock %}").unwrap();
    served.shows("/en/note/", "<p>mended</p>");
    fs::write(project.path("themes/mine/base.html"), "{% block main %}").unwrap();
    fs::write(project.path(PAGE), note("while it is broken")).unwrap();
    fs::write(project.path("themes/mine/base.html"), "<p>again</p>{% block main %}{% endblock %}").unwrap();
    served.shows("/en/note/", "<p>again</p>");
    served.shows("/en/note/", "while it is broken");
}

#[test]
fn folders_come_and_go() {
    let project = project();
    let served = Served::new(&project.path("."));
    served.shows("/en/note/", "first");
    let (pages, away) = (project.path("content/pages"), project.path("content/elsewhere"));
    fs::rename(&pages, project.path("away")).unwrap();
    served.until("/en/note/", "gone", |answer| answer.status == 404);
    fs::rename(project.path("away"), &pages).unwrap();
    served.shows("/en/note/", "first");
    fs::write(project.path(PAGE), note("after the return")).unwrap();
    served.shows("/en/note/", "after the return");
    // A whole tree that is put in place file by file, faster than it can be watched.
    fs::create_dir_all(project.path("content/terms")).unwrap();
    for number in 0..50 {
        let term = format!("name: {{ja: 語{number}, en: Word {number}}}\n");
        fs::write(project.path(&format!("content/terms/word-{number}.yaml")), term).unwrap();
    }
    for number in [0, 25, 49] {
        served.shows(&format!("/en/terms/word-{number}/"), &format!("Word {number}"));
    }
    // Without any content it is no site: what was shown last stays, under that finding.
    fs::rename(project.path("content"), project.path("aside")).unwrap();
    let state = "/_annai/state?page=/en/note/";
    served.until(state, "no site", |answer| answer.text().contains("\"no-site\""));
    assert_eq!(served.get(state).json()["page"]["stale"], true);
    served.shows("/en/note/", "after the return");
    fs::rename(project.path("aside"), project.path("content")).unwrap();
    served.shows("/en/note/", "after the return");
    fs::write(project.path(PAGE), note("still watched")).unwrap();
    served.shows("/en/note/", "still watched");
    assert!(!away.exists());
}

#[test]
fn a_theme_and_words_of_the_site_are_watched_from_their_first_file() {
    let project = project();
    let served = Served::new(&project.path("."));
    served.shows("/en/note/", "first");
    fs::create_dir_all(project.path("themes/default/assets")).unwrap();
    fs::write(project.path("themes/default/page.html"), "<html><head></head><body>plain {{ page.title }}</body></html>").unwrap();
    served.shows("/en/note/", "plain A note");
    fs::write(project.path("themes/default/page.html"), "<html>{{ page.").unwrap();
    served.until("/_annai/state?page=/en/note/", "broken", |answer| answer.json()["counts"]["error"] == 1);
    served.shows("/en/note/", "plain A note");
    fs::remove_file(project.path("themes/default/page.html")).unwrap();
    served.shows("/en/note/", "skip");
    fs::create_dir_all(project.path("locales/en")).unwrap();
    fs::write(project.path("locales/en/site.ftl"), "skip_to_content = Leap over\n").unwrap();
    served.shows("/en/note/", "Leap over");
}

#[test]
fn a_mistake_leaves_the_last_good_page_under_its_finding() {
    let yaml = "name: {ja: 語, en: Word}\ndefinition: {ja: 意味, en: Meaning}\n";
    let project = project().file("content/terms/word.yaml", yaml).file("content/pages/hidden.en.md", note("hidden"));
    let served = Served::new(&project.path("."));
    served.shows("/en/terms/word/", "Word");
    fs::write(project.path("content/terms/word.yaml"), format!("{yaml}summary: [\n")).unwrap();
    let state = "/_annai/state?page=/en/terms/word/";
    let answer = served.until(state, "an error", |answer| answer.json()["counts"]["error"] != 0);
    let json = answer.json();
    assert_eq!(json["page"]["stale"], true);
    let finding = &json["findings"][0];
    assert_eq!((finding["path"].as_str(), json["here"][0].as_u64()), (Some("content/terms/word.yaml"), Some(0)));
    assert!(finding["excerpt"].as_str().unwrap().contains('^'), "{finding}");
    assert!(finding["open"].as_str().unwrap().starts_with("vscode://file/"), "{finding}");
    served.shows("/en/terms/word/", "Word");
    fs::write(project.path("content/terms/word.yaml"), yaml.replace("Word", "Mended")).unwrap();
    served.shows("/en/terms/word/", "Mended");
    served.until(state, "clean", |answer| answer.json()["counts"]["error"] == 0);
    // A page that had a mistake from the start is better than none.
    fs::write(project.path("content/terms/poor.yaml"), "name: {ja: 貧, en: Poor}\n").unwrap();
    served.shows("/en/terms/poor/", "Poor");
    fs::write(project.path("content/terms/poor.yaml"), "name: [\n").unwrap();
    served.until("/_annai/state?page=/en/terms/poor/", "stale", |answer| answer.json()["page"]["stale"] == true);
    served.shows("/en/terms/poor/", "Poor");
    fs::remove_file(project.path("content/terms/poor.yaml")).unwrap();
    // What was deleted on purpose is gone, mistakes elsewhere or not.
    fs::write(project.path("content/terms/other.yaml"), "name: [\n").unwrap();
    fs::remove_file(project.path("content/terms/word.yaml")).unwrap();
    served.until("/en/terms/word/", "gone", |answer| answer.status == 404);
    assert_eq!(served.get(state).json()["page"]["gone"], true);
    // So is a draft when drafts are left out, and a page that was deleted while `site.yaml` is broken.
    served.shows("/en/note/", "first");
    served.shows("/en/hidden/", "hidden");
    fs::write(project.path("content/pages/hidden.yaml"), "name: {ja: 隠, en: Hidden}\ndraft: true\n").unwrap();
    served.until("/_annai/state?page=/en/hidden/", "a draft", |answer| answer.json()["page"]["draft"] == true);
    assert_eq!(served.set("drafts=0").json()["drafts"], false);
    assert_eq!(served.get("/en/hidden/").status, 404);
    fs::write(project.path("content/site.yaml"), "title: [\n").unwrap();
    let answer = served.until("/_annai/state?page=/en/note/", "stale", |answer| answer.json()["page"]["stale"] == true);
    assert!(answer.json()["here"][0].is_u64(), "what every page is made with concerns this one: {}", answer.text());
    let never = served.get("/_annai/state?page=/en/never/").json();
    assert_eq!((&never["page"]["gone"], &never["page"]["known"]), (&true.into(), &false.into()));
    assert_eq!(served.get("/en/hidden/").status, 404);
    fs::remove_file(project.path(PAGE)).unwrap();
    fs::remove_file(project.path("content/pages/note.ja.md")).unwrap();
    served.until("/en/note/", "gone", |answer| answer.status == 404);
}

#[test]
fn a_page_that_nobody_had_seen_says_what_is_wrong_with_its_files() {
    let yaml = "name: {ja: 語, en: Word}\ndefinition: {ja: 意味, en: Meaning}\n";
    let project = project().file("content/terms/word.yaml", yaml).file("content/terms/late.yaml", "name: [\n");
    let served = Served::new(&project.path("."));
    let explains = |address: &str, place: &str| {
        // Not by asking for the page, which would be kept as it was.
        let state = format!("/_annai/state?page={address}");
        served.until(&state, "a mistake here", |answer| answer.json()["here"][0].is_u64());
        let answer = served.until(address, place, |answer| answer.text().contains(place));
        assert_eq!(answer.status, 200, "{address}");
        let state = served.get(&format!("/_annai/state?page={address}")).json();
        assert_eq!((&state["page"]["gone"], state["here"][0].is_u64()), (&false.into(), true), "{address}: {state}");
    };
    // Broken from the start, or before anybody looked.
    explains("/en/terms/late/", "content/terms/late.yaml:1");
    fs::write(project.path("content/terms/word.yaml"), format!("{yaml}summary: [\n")).unwrap();
    explains("/en/terms/word/", "content/terms/word.yaml:3");
    explains("/ja/terms/word/", "content/terms/word.yaml:3");
    // What cannot be read at all.
    fs::write(project.path("content/terms/word.yaml"), b"name: {ja: \x8c\xea, en: Word}\n").unwrap();
    explains("/en/terms/word/", "content/terms/word.yaml:1");
    fs::write(project.path(PAGE), b"# caf\xe9\n").unwrap();
    fs::remove_file(project.path("content/pages/note.ja.md")).unwrap();
    explains("/en/note/", "content/pages/note.en.md:1");
    // The site's own file.
    fs::write(project.path("content/terms/word.yaml"), yaml).unwrap();
    served.shows("/ja/terms/word/", "意味");
    let site = fs::read_to_string(project.path("content/site.yaml")).unwrap();
    fs::write(project.path("content/site.yaml"), format!("{site}menu: [\n")).unwrap();
    explains("/en/terms/word/", "content/site.yaml:");
    explains("/en/terms/", "content/site.yaml:");
    // Where there would be no page all the same, there is none.
    assert_eq!(served.get("/en/terms/never/").status, 404);
    assert_eq!(served.get("/en/never/").status, 404);
    fs::write(project.path("content/site.yaml"), site).unwrap();
    served.shows("/en/terms/word/", "Meaning");
    // A template with a mistake.
    fs::create_dir_all(project.path("themes/default")).unwrap();
    fs::write(project.path("themes/default/list.html"), "<html>{{ page.").unwrap();
    served.until("/_annai/state?page=/en/programs/", "a mistake", |answer| {
        let state = answer.json();
        let path = |at: &serde_json::Value| {
            state["findings"][at.as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0)]["path"].clone()
        };
        state["here"].as_array().is_some_and(|here| here.iter().any(|at| path(at) == "themes/default/list.html"))
    });
    served.shows("/en/programs/", "Observation");
}

#[test]
fn a_list_stays_when_its_last_record_cannot_be_read() {
    let yaml = "name: {ja: 語, en: Word}\ndefinition: {ja: 意味, en: Meaning}\n";
    let project = project().file("content/terms/word.yaml", yaml);
    let served = Served::new(&project.path("."));
    served.shows("/en/terms/", "Word");
    fs::write(project.path("content/terms/word.yaml"), "name: [\n").unwrap();
    served.until("/_annai/state?page=/en/terms/", "an error", |answer| answer.json()["counts"]["error"] != 0);
    assert_eq!(served.get("/en/terms/").status, 200);
    fs::remove_file(project.path("content/terms/word.yaml")).unwrap();
    served.until("/en/terms/", "gone or empty", |answer| !answer.text().contains("Word"));
}

#[test]
fn a_folder_that_is_renamed_while_it_is_read_is_read_where_it_ends() {
    let project = project();
    fs::create_dir_all(project.path("content/assets/here")).unwrap();
    for number in 0..300 {
        fs::write(project.path(&format!("content/assets/here/{number}.svg")), format!("<svg>{number}</svg>")).unwrap();
    }
    let served = Served::new(&project.path("."));
    let (here, there) = (project.path("content/assets/here"), project.path("content/assets/there"));
    for round in 0..41 {
        let (from, to) = if round % 2 == 0 { (&here, &there) } else { (&there, &here) };
        fs::rename(from, to).unwrap();
        std::thread::sleep(Duration::from_millis(round % 7));
    }
    for number in 0..300 {
        served.shows(&format!("/assets/there/{number}.svg"), &format!("<svg>{number}</svg>"));
        served.until(&format!("/assets/here/{number}.svg"), "gone", |answer| answer.status == 404);
    }
}

#[test]
fn a_storm_of_10_000_saves_ends_as_it_is_on_the_disk() {
    let project = project();
    let served = Served::new(&project.path("."));
    for number in 0..10_000 {
        let path = project.path(&format!("content/pages/s{}.en.md", number % 40));
        let text = note(&format!("save {number}."));
        if number % 3 == 0 {
            fs::write(project.path("content/pages/.side"), text).unwrap();
            fs::rename(project.path("content/pages/.side"), path).unwrap();
        } else {
            fs::write(path, text).unwrap();
        }
    }
    for number in 9_960..10_000 {
        served.shows(&format!("/en/s{}/", number % 40), &format!("save {number}."));
    }
    served.is_as_built(&project);
}

#[test]
fn more_changes_than_the_system_remembers_are_all_seen() {
    let limit = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").ok();
    let Some(limit) = limit.and_then(|limit| limit.trim().parse::<usize>().ok()).filter(|limit| *limit <= 100_000) else {
        eprintln!("skipped: the queue is too long, or this is not Linux");
        return;
    };
    let project = project();
    fs::create_dir_all(project.path("content/assets")).unwrap();
    let served = Served::new(&project.path("."));
    served.shows("/en/note/", "first");
    served.signal("STOP");
    // Two events for each file, so that the queue is full before the pages are written.
    for number in 0..limit {
        fs::write(project.path(&format!("content/assets/{}.svg", number % 500)), "<svg/>").unwrap();
    }
    fs::write(project.path(PAGE), note("after the overflow")).unwrap();
    fs::write(project.path("content/pages/late.en.md"), note("late")).unwrap();
    served.signal("CONT");
    served.shows("/en/note/", "after the overflow");
    served.shows("/en/late/", "late");
}

#[test]
fn a_checkout_of_2000_files_ends_as_it_is_on_the_disk() {
    let project = project();
    let served = Served::new(&project.path("."));
    fs::create_dir_all(project.path("content/terms")).unwrap();
    for round in ["a", "b"] {
        for number in 0..2000 {
            let path = project.path(&format!("content/terms/w{number}.yaml"));
            fs::write(path, format!("name: {{ja: 語{round}{number}, en: Word {round}{number}}}\n")).unwrap();
        }
    }
    for number in [0, 777, 1999] {
        served.shows(&format!("/en/terms/w{number}/"), &format!("Word b{number}"));
    }
}

/// What an editor may do to the files of a site.
#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize),
    Delete(usize),
    Rename(usize, usize),
    MoveFolder(usize, usize),
    DeleteFolder(usize),
    Link(usize, usize),
}

const FILES: [&str; 14] = [
    "content/site.yaml",
    "content/pages/index.ja.md",
    "content/pages/index.en.md",
    "content/pages/x.yaml",
    "content/pages/x.en.md",
    "content/pages/x.ja.md",
    "content/terms/a.yaml",
    "content/terms/b.yaml",
    "content/terms/b.en.md",
    "content/assets/picture.svg",
    "themes/default/page.html",
    "themes/default/assets/site.css",
    "locales/en/site.ftl",
    "content/vocabularies/specialties.yaml",
];
const FOLDERS: [&str; 7] =
    ["content/pages", "content/terms", "content/notes", "content/assets", "themes/default", "locales/en", "content"];
const TEXTS: [&str; 16] = [
    "",
    "name: {ja: 語, en: Word}\n",
    "name: {ja: 別の語, en: Another}\ndraft: true\n",
    "name: {en: Word}\nrelated: [term/a, page/x]\n",
    "name: [\n",
    "# Title\n\nText with [[term/a]] and [a link](/terms/b/).\n",
    "# 題\n\n[[term/b|語]]\n",
    "---\nbroken: [\n",
    "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n",
    "title: {ja: 案内}\nlanguages: [ja]\ntheme: default\n",
    "{% extends \"base.html\" %}{% block main %}ours {{ page.title }}{% endblock main %}",
    "{{ page.nothing.at.all }}",
    "{% if %}",
    "skip_to_content = Leap\n",
    "body { color: red }\n",
    "aliases: [/old/]\nname: {ja: 古い, en: Old}\n",
];

fn edits() -> impl Strategy<Value = Edit> {
    let (file, folder) = (0..FILES.len(), 0..FOLDERS.len());
    prop_oneof![
        12 => (file.clone(), 0..TEXTS.len()).prop_map(|(file, text)| Edit::Write(file, text)),
        4 => file.clone().prop_map(Edit::Delete),
        2 => (file.clone(), file.clone()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => (folder.clone(), folder.clone()).prop_map(|(from, to)| Edit::MoveFolder(from, to)),
        1 => folder.prop_map(Edit::DeleteFolder),
        1 => (file.clone(), file).prop_map(|(from, to)| Edit::Link(from, to)),
    ]
}

/// Does it, as far as it can be done; the paths that a watch would tell.
fn apply(root: &Path, edit: &Edit) -> BTreeSet<PathBuf> {
    let file = |number: usize| root.join(FILES[number]);
    let folder = |number: usize| root.join(FOLDERS[number]);
    let paths: Vec<PathBuf> = match edit {
        Edit::Write(number, text) => {
            let path = file(*number);
            let new: Vec<PathBuf> = path.ancestors().skip(1).take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
            if path.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok()) {
                let _ = fs::write(&path, TEXTS[*text]);
            }
            // What is written to a link is written to what it leads to.
            let target = path.canonicalize().ok().filter(|target| target.starts_with(root));
            std::iter::once(path).chain(new).chain(target).collect()
        }
        Edit::Delete(number) => {
            let _ = fs::remove_file(file(*number));
            vec![file(*number)]
        }
        Edit::Rename(from, to) => {
            let _ = fs::rename(file(*from), file(*to));
            vec![file(*from), file(*to)]
        }
        Edit::MoveFolder(from, to) => {
            let _ = fs::rename(folder(*from), folder(*to));
            vec![folder(*from), folder(*to)]
        }
        Edit::DeleteFolder(number) => {
            let _ = fs::remove_dir_all(folder(*number));
            vec![folder(*number)]
        }
        Edit::Link(from, to) => {
            let _ = std::os::unix::fs::symlink(file(*from), file(*to));
            vec![file(*to)]
        }
    };
    paths.into_iter().map(|path| path.strip_prefix(root).unwrap().to_owned()).collect()
}

fn pages(compiled: &Compiled) -> BTreeMap<String, Result<Vec<u8>, annai::base::Diagnostic>> {
    compiled.site.routes.iter().map(|(address, route)| (address.to_string(), compiled.render(route))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_all_is_as_if_read_and_compiled_afresh(edits in proptest::collection::vec((edits(), any::<bool>()), 1..60)) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        apply(&root, &Edit::Write(0, 8));
        let mut reading = Reading::new(&root, Timestamp::UNIX_EPOCH);
        let (options, mut cache) = (Options { drafts: true, ..Options::default() }, Cache::default());
        let mut waiting = BTreeSet::new();
        let mut count = 0;
        for (edit, more) in &edits {
            waiting.append(&mut apply(&root, edit));
            count += 1;
            // Several edits may be taken in at once.
            if *more && count < edits.len() {
                continue;
            }
            let before = reading.sources.clone();
            let again = reading.again(&root, &waiting);
            waiting.clear();
            let (fresh, fresh_findings) = read::read(&root, Timestamp::UNIX_EPOCH);
            prop_assert_eq!(&reading.sources.files, &fresh.files);
            prop_assert_eq!(&reading.findings, &fresh_findings);
            for path in fresh.files.keys().chain(before.files.keys()) {
                prop_assert_eq!(again.changed.contains(path), before.files.get(path) != fresh.files.get(path), "{}", path);
            }
            let kept = compile(&reading.sources, &options, &mut cache);
            let new = compile(&fresh, &options, &mut Cache::default());
            prop_assert_eq!(&kept.findings, &new.findings);
            prop_assert_eq!(kept.check(), new.check());
            prop_assert!(pages(&kept) == pages(&new));
        }
    }
}

#[test]
fn after_hundreds_of_edits_of_a_served_site_it_is_that_of_its_files() {
    let project = Project::init();
    let root = project.path(".").canonicalize().unwrap();
    let served = Served::new(&root);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = edits();
    for round in 0..10 {
        for _ in 0..50 {
            use proptest::strategy::ValueTree as _;
            apply(&root, &strategy.new_tree(&mut runner).unwrap().current());
        }
        // The end of a round is a site without mistakes, so that no last good page is shown in place of a broken one.
        for folder in ["themes", "locales", "content"] {
            let _ = fs::remove_dir_all(root.join(folder));
        }
        apply(&root, &Edit::Write(0, 8));
        fs::create_dir_all(root.join("content/pages")).unwrap();
        for lang in ["ja", "en"] {
            fs::write(root.join(format!("content/pages/index.{lang}.md")), format!("# Round {round}\n")).unwrap();
            fs::write(root.join(format!("content/pages/x.{lang}.md")), format!("# X {round}\n")).unwrap();
        }
        served.shows("/en/", &format!("Round {round}"));
        served.shows("/ja/x/", &format!("X {round}"));
        served.until("/_annai/state?page=/en/", "clean", |answer| answer.json()["counts"]["error"] == 0);
        served.is_as_built(&project);
    }
}

#[test]
fn the_search_follows_the_edits() {
    let project =
        Project::init().file("content/terms/word.yaml", "name: {ja: 語, en: Word}\ndefinition: {ja: 語, en: A word.}\n");
    let served = Served::new(&project.path("."));
    let index = || served.get("/en/search/index.bin");
    let first = index();
    assert_eq!(first.status, 200);
    let project = project.edit("content/terms/word.yaml", "A word.", "A zebra.");
    let folder = |bytes: &[u8]| {
        let mut root = String::new();
        std::io::Read::read_to_string(&mut flate2::read::DeflateDecoder::new(bytes), &mut root).unwrap();
        serde_json::from_str::<serde_json::Value>(&root).unwrap()["folder"].as_str().unwrap().to_owned()
    };
    let old = folder(&first.body);
    let new = std::iter::repeat_with(|| {
        std::thread::sleep(Duration::from_millis(100));
        folder(&index().body)
    });
    let new = new.take(150).find(|new| *new != old).expect("the index is that of the edit within some seconds");
    // Who has read the root of the old one still finds its files.
    for folder in [&old, &new] {
        assert_eq!(served.get(&format!("/en/search/{folder}/t0.bin")).status, 200);
    }
    drop(project);
}
