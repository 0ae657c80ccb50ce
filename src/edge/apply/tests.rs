//! Changes that are broken off at every call: afterwards all files are the old ones, or all are the new ones.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::*;

fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    for (path, text) in files {
        fs::create_dir_all(site.path().join(path).parent().unwrap()).unwrap();
        fs::write(site.path().join(path), text).unwrap();
    }
    site
}

/// Everything in a folder: files with their texts, folders with none.
fn all(site: &tempfile::TempDir) -> BTreeMap<String, Option<String>> {
    let entries = walkdir::WalkDir::new(site.path()).min_depth(1).into_iter().map(Result::unwrap);
    let name = |path: &Path| path.strip_prefix(site.path()).unwrap().to_str().unwrap().to_owned();
    entries.map(|entry| (name(entry.path()), fs::read_to_string(entry.path()).ok())).collect()
}

/// A site, and changes of all kinds: a file that is rewritten, one that moves, one that goes, new ones in new folders.
fn case() -> (tempfile::TempDir, Changes) {
    let terms = ["a", "b", "c"].map(|name| (format!("content/terms/{name}.yaml"), format!("{name}: 1\n")));
    let site = site(&terms.each_ref().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut changes = Changes::default();
    changes.write(&"content/terms/a.yaml".into(), "a: 2\n".into());
    changes.relocate(&"content/terms/b.yaml".into(), &"content/hospitals/b.yaml".into(), "b: 2\n".into());
    changes.remove(&"content/terms/c.yaml".into());
    changes.write(&"content/pages/deep/d.yaml".into(), "d: 2\n".into());
    (site, changes)
}

/// What the case is before and after.
fn both() -> [BTreeMap<String, Option<String>>; 2] {
    let (site, changes) = case();
    let before = all(&site);
    apply(site.path(), &changes).unwrap();
    [before, all(&site)]
}

#[test]
fn changes_are_made_together_and_ends_of_lines_stay() {
    let site = site(&[("content/terms/a.yaml", "\u{FEFF}a: 1\r\n"), ("content/terms/b.yaml", "b: 1\n")]);
    let mut changes = Changes::default();
    changes.relocate(&"content/terms/a.yaml".into(), &"content/terms/c.yaml".into(), "a: 2\n".into());
    changes.write(&"content/pages/d.yaml".into(), "d: 1\n".into());
    apply(site.path(), &changes).unwrap();
    let now: Vec<_> = all(&site).into_iter().filter_map(|(path, text)| Some((path, text?))).collect();
    let expected =
        [("content/pages/d.yaml", "d: 1\n"), ("content/terms/b.yaml", "b: 1\n"), ("content/terms/c.yaml", "\u{FEFF}a: 2\r\n")];
    assert_eq!(now, expected.map(|(path, text)| (path.to_owned(), text.to_owned())));
}

#[test]
fn when_one_cannot_be_made_none_is() {
    let site = site(&[("content/terms/a.yaml", "a: 1\n"), ("content/terms/z.yaml/inner", "a folder in the way")]);
    let before = all(&site);
    let mut changes = Changes::default();
    changes.write(&"content/hospitals/new.yaml".into(), "n: 1\n".into());
    changes.relocate(&"content/terms/a.yaml".into(), &"content/terms/b.yaml".into(), "a: 2\n".into());
    changes.write(&"content/terms/z.yaml".into(), "z: 1\n".into());
    assert_eq!(apply(site.path(), &changes).unwrap_err().path, "content/terms/z.yaml");
    assert_eq!(all(&site), before);
}

#[test]
fn whichever_calls_fail_all_files_are_the_old_ones_or_all_are_the_new_ones() {
    let [before, after] = both();
    assert_eq!(after.len(), before.len() + 3, "three folders more, and as many files");
    // One call fails, or two do.
    let mut calls = 0;
    for first in 0.. {
        let mut is_last = true;
        for second in std::iter::once(usize::MAX).chain(first + 1..first + 12) {
            let (site, changes) = case();
            let count = Cell::new(0);
            let ask = || {
                let call = count.replace(count.get() + 1);
                if call == first || call == second { Err(io::Error::other("it fails")) } else { Ok(()) }
            };
            let done = apply_asking(site.path(), &changes, &ask);
            is_last &= count.get() <= first;
            if second == usize::MAX {
                // What is said is true at once.
                let mut now = all(&site);
                now.retain(|path, _| !path.starts_with(".annai-change"));
                assert_eq!(now, *if done.is_ok() { &after } else { &before }, "{first}");
            }
            let settled = settle(site.path()).unwrap();
            let now = all(&site);
            assert!(now == before || now == after, "{first}, {second}, {done:?}, {settled:?}: {now:#?}");
            assert!(done.is_err() || now == after, "{first}, {second}");
        }
        if is_last {
            calls = first;
            break;
        }
    }
    assert!(calls > 12, "only {calls} calls");
}

#[test]
fn wherever_a_run_dies_the_next_one_completes_it_or_nothing_has_happened() {
    let [before, after] = both();
    let (mut kept, mut done) = (0, 0);
    for last in 0..100 {
        let (site, changes) = case();
        let count = Cell::new(0);
        let dies = || if count.replace(count.get() + 1) >= last { Err(io::Error::other("it is dead")) } else { Ok(()) };
        let whole = apply_asking(site.path(), &changes, &dies).is_ok() && count.get() <= last;
        // The next run dies, too, at each of its calls.
        for next in 0..3 {
            let count = Cell::new(0);
            let dies = || if count.replace(count.get() + 1) >= next { Err(io::Error::other("it is dead")) } else { Ok(()) };
            let _ = settle_asking(site.path(), &dies);
        }
        settle(site.path()).unwrap();
        let now = all(&site);
        assert!(now == before || now == after, "{last}: {now:#?}");
        kept += u32::from(now == before);
        done += u32::from(now == after);
        assert_eq!(settle(site.path()), Ok(Settled::Nothing));
        if whole {
            break;
        }
    }
    assert!(kept > 1 && done > 8, "{kept} old, {done} new");
}

#[test]
fn what_was_not_written_down_to_its_end_has_not_begun() {
    let [before, _] = both();
    let (site, changes) = case();
    let json = plan(&fs::canonicalize(site.path()).unwrap(), &changes).unwrap().to_json();
    for end in (0..json.len()).step_by(7) {
        fs::write(site.path().join(".annai-change.json"), &json[..end]).unwrap();
        assert_eq!(settle(site.path()), Ok(Settled::Nothing));
        assert_eq!(all(&site), before);
    }
}

#[test]
fn what_somebody_has_edited_since_stays() {
    let (site, changes) = case();
    let json = plan(&fs::canonicalize(site.path()).unwrap(), &changes).unwrap().to_json();
    fs::write(site.path().join(".annai-change.json"), json).unwrap();
    fs::write(site.path().join("content/terms/a.yaml"), "a: 3\n").unwrap();
    assert_eq!(settle(site.path()), Ok(Settled::Completed(5)));
    let now = all(&site);
    assert_eq!(now["content/terms/a.yaml"].as_deref(), Some("a: 3\n"));
    assert_eq!(now["content/hospitals/b.yaml"].as_deref(), Some("b: 2\n"));
    assert!(!now.contains_key("content/terms/b.yaml") && !now.contains_key(".annai-change.json"));
}

#[test]
fn what_is_written_down_reaches_nothing_outside() {
    let (site, _) = case();
    let before = all(&site);
    for path in ["../x.yaml", "content/../x.yaml", "public/x.html", ".git/config", "content/.x/y"] {
        let plan =
            Plan { steps: vec![Step { path: path.into(), before: None, after: Some(b"x".to_vec()) }], folders: Vec::new() };
        fs::write(site.path().join(".annai-change.json"), plan.to_json()).unwrap();
        assert_eq!(settle(site.path()).unwrap_err().path, path);
        fs::remove_file(site.path().join(".annai-change.json")).unwrap();
        assert_eq!(all(&site), before, "{path}");
    }
    // Another version's is left to it.
    fs::write(site.path().join(".annai-change.json"), "{\"format\":2,\"folders\":[],\"files\":[]}").unwrap();
    assert!(settle(site.path()).is_err());
    assert!(site.path().join(".annai-change.json").exists());
}

#[test]
fn two_runs_at_once_follow_each_other() {
    let (site, _) = case();
    std::thread::scope(|scope| {
        for run in 0..4 {
            let site = &site;
            scope.spawn(move || {
                for round in 0..20 {
                    let mut changes = Changes::default();
                    for name in ["a", "b", "c"] {
                        changes.write(&format!("content/terms/{name}.yaml").into(), format!("{name}: {run}-{round}\n"));
                    }
                    apply(site.path(), &changes).unwrap();
                }
            });
        }
    });
    let texts: Vec<String> = all(&site).into_values().flatten().map(|text| text[3..].to_owned()).collect();
    assert_eq!(texts.len(), 3);
    assert!(texts.iter().all(|text| *text == texts[0]), "{texts:?}");
}
