//! A site's folder from a stranger: whatever lies beside the output folder or in it, nothing outside is touched, and no
//! build waits.

use std::collections::BTreeMap;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use rustix::fs::{CWD, Mode};

use super::*;

/// What can stand where a folder or a file of Annai belongs. `victim` is a folder with a file of somebody else.
const THINGS: [&str; 6] = ["link to a folder", "link to a file", "broken link", "pipe", "file", "link to itself"];

fn put(case: &Case, path: &str, thing: &str) {
    let at = case.path(path);
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    match thing {
        "link to a folder" => symlink(case.path("victim"), at).unwrap(),
        "link to a file" => symlink(case.path("victim/file"), at).unwrap(),
        "broken link" => symlink(case.path("victim/new"), at).unwrap(),
        "link to itself" => symlink(&at, &at).unwrap(),
        "link without end" => symlink("/dev/zero", at).unwrap(),
        "pipe" => rustix::fs::mkfifoat(CWD, at, Mode::from_raw_mode(0o600)).unwrap(),
        "file" => fs::write(at, "mine").unwrap(),
        "folder" => fs::create_dir(at).unwrap(),
        "long file" => fs::File::create(at).unwrap().set_len(1 << 40).unwrap(),
        _ => panic!("{thing}"),
    }
}

/// A site with a victim beside it, published once or not yet.
fn case(published: bool) -> Case {
    let case = Case::new();
    case.put("victim/file", "theirs");
    if published {
        case.publish(&[("index.html", "1")]).unwrap();
    }
    case
}

/// Every path with its kind and its text, links not followed.
fn all(case: &Case) -> BTreeMap<PathBuf, String> {
    let entries = walkdir::WalkDir::new(case.folder.path()).into_iter().map(Result::unwrap);
    let seen = |entry: walkdir::DirEntry| {
        let small = entry.file_type().is_file() && entry.metadata().unwrap().len() < 1 << 20;
        let text = if small { fs::read_to_string(entry.path()).unwrap() } else { String::new() };
        (entry.path().to_owned(), format!("{:?} {text}", entry.file_type()))
    };
    entries.map(seen).collect()
}

/// Publishing is refused with the path named, at once, and changes nothing.
fn assert_refused(case: &Case, path: &str, what: &str) {
    let before = all(case);
    let start = Instant::now();
    let error = case.publish(&[("index.html", "2")]).unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(5), "{what}");
    assert_eq!(error, PublishError::WorkFolder { path: fs::canonicalize(case.path("site")).unwrap().join(path) }, "{what}");
    assert_eq!(all(case), before, "{what}");
}

#[test]
fn a_working_folder_from_a_checkout_is_refused() {
    for published in [false, true] {
        for name in ["new", "swap", "old", "annai.lock"] {
            for thing in THINGS {
                let case = case(published);
                put(&case, &format!("site/.public.annai-work/{name}"), thing);
                if name != "annai.lock" {
                    case.put("site/.public.annai-work/annai.lock", "");
                }
                assert_refused(&case, ".public.annai-work", &format!("{name} is a {thing}, published: {published}"));
            }
        }
        for thing in THINGS {
            let case = case(published);
            put(&case, "site/.public.annai-work", thing);
            assert_refused(&case, ".public.annai-work", &format!("the folder is a {thing}, published: {published}"));
        }
    }
}

#[test]
fn a_working_folder_that_was_copied_is_refused() {
    let case = case(true);
    case.killed();
    fs::rename(case.path("site/.public.annai-work"), case.path("theirs")).unwrap();
    fs::create_dir(case.path("site/.public.annai-work")).unwrap();
    for entry in fs::read_dir(case.path("theirs")).unwrap().map(Result::unwrap) {
        fs::copy(entry.path(), case.path("site/.public.annai-work").join(entry.file_name())).unwrap();
    }
    assert_refused(&case, ".public.annai-work", "copied");
}

/// A checkout can put links beside what a killed build left.
#[test]
fn a_tree_that_is_no_folder_is_refused_in_a_working_folder_of_ours_too() {
    for published in [false, true] {
        for name in ["new", "swap", "old"] {
            for thing in THINGS {
                let case = case(published);
                case.killed();
                put(&case, &format!("site/.public.annai-work/{name}"), thing);
                assert_refused(&case, &format!(".public.annai-work/{name}"), &format!("{name} is a {thing}"));
            }
        }
    }
}

#[test]
fn a_marker_that_is_no_file_is_refused() {
    for thing in THINGS.into_iter().filter(|thing| *thing != "file").chain(["folder"]) {
        let case = case(true);
        case.killed();
        let marker = fs::read_dir(case.path("site/.public.annai-work")).unwrap().next().unwrap().unwrap().file_name();
        let marker = format!("site/.public.annai-work/{}", marker.to_str().unwrap());
        fs::remove_file(case.path(&marker)).unwrap();
        put(&case, &marker, thing);
        assert_refused(&case, ".public.annai-work", thing);
    }
}

#[test]
fn a_manifest_that_is_no_file_of_its_own_is_neither_followed_nor_waited_for() {
    let things = THINGS.into_iter().filter(|thing| *thing != "file").chain(["folder", "long file", "link without end"]);
    for thing in things {
        let case = case(true);
        fs::remove_file(case.path("site/public").join(MANIFEST)).unwrap();
        put(&case, &format!("site/public/{MANIFEST}"), thing);
        let before = all(&case);
        let path = fs::canonicalize(case.path("site/public")).unwrap().join(MANIFEST);
        let error = case.publish(&[("index.html", "2")]).unwrap_err();
        assert_eq!(error, PublishError::Manifest { path }, "{thing}");
        assert_eq!(all(&case), before, "{thing}");
        if thing != "folder" {
            publish(&case.adopting(), &[("index.html", "2")]).unwrap();
            assert_eq!(case.text("victim/file").as_deref(), Some("theirs"), "{thing}");
            case.publish(&[("index.html", "3")]).unwrap();
        }
    }
}

#[test]
fn a_page_that_became_a_link_or_a_pipe_is_not_opened() {
    for thing in THINGS.into_iter().chain(["long file", "link without end"]) {
        for still_has_it in [false, true] {
            let case = case(false);
            case.publish(&[("index.html", "theirs"), ("page.html", "theirs")]).unwrap();
            fs::remove_file(case.path("site/public/page.html")).unwrap();
            put(&case, "site/public/page.html", thing);
            let pages = [("index.html", "theirs"), ("page.html", "theirs")];
            let summary = case.publish(&pages[..if still_has_it { 2 } else { 1 }]).unwrap();
            let named = if still_has_it { summary.mended } else { summary.kept };
            assert_eq!(named, ["page.html"], "{thing}");
            assert_eq!(case.text("victim/file").as_deref(), Some("theirs"), "{thing}");
            let is_file = case.path("site/public/page.html").symlink_metadata().unwrap().is_file();
            assert!(is_file || !still_has_it, "{thing}");
            case.assert_clean();
        }
    }
}

#[test]
fn a_folder_of_the_output_that_became_a_link_leads_nowhere() {
    let case = case(false);
    case.publish(&[("file", "theirs"), ("ja/file", "theirs")]).unwrap();
    fs::remove_dir_all(case.path("site/public/ja")).unwrap();
    symlink(case.path("victim"), case.path("site/public/ja")).unwrap();
    let error = case.publish(&[("file", "theirs"), ("ja/file", "theirs")]).unwrap_err();
    assert!(matches!(error, PublishError::ForeignInTheWay { .. }), "{error}");
    let summary = case.publish(&[("file", "theirs")]).unwrap();
    assert_eq!(summary.carried, 1);
    assert!(case.path("site/public/ja").is_symlink());
    assert_eq!(case.text("victim/file").as_deref(), Some("theirs"));
}

#[test]
fn an_output_folder_that_nobody_named_does_not_lead_out_of_the_site() {
    let case = case(false);
    fs::create_dir(case.path("site/dist")).unwrap();
    fs::create_dir(case.path("www")).unwrap();
    let unnamed = Target { named: false, ..case.target("site/public") };
    symlink("../www", case.path("site/public")).unwrap();
    let target = fs::canonicalize(case.path("www")).unwrap();
    let error = publish(&unnamed, &[("index.html", "1")]).unwrap_err();
    assert_eq!(error, PublishError::Outside { path: case.path("site/public"), target });
    assert!(fs::read_dir(case.path("www")).unwrap().next().is_none());
    // A folder of the site, and whoever names it, are fine.
    case.publish(&[("index.html", "1")]).unwrap();
    assert_eq!(case.text("www/index.html").as_deref(), Some("1"));
    fs::remove_file(case.path("site/public")).unwrap();
    symlink("dist", case.path("site/public")).unwrap();
    publish(&unnamed, &[("index.html", "1")]).unwrap();
    assert_eq!(case.text("site/dist/index.html").as_deref(), Some("1"));
}
