//! Publishing into folders that hold what they may hold: earlier sites, foreign files, what a killed run left.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::*;

/// A folder with a site in `site/` and, when published, `site/public/`.
struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["site/content", "site/themes", "site/locales", "home"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn target(&self, out: &str) -> Target {
        Target { home: Some(self.path("home")), ..Target::new(self.path("site"), self.path(out)) }
    }

    fn adopting(&self) -> Target {
        Target { adopt: true, ..self.target("site/public") }
    }

    fn put(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.path(path)).ok()
    }

    fn publish(&self, pages: &[(&str, &str)]) -> Result<Summary, PublishError> {
        publish(&self.target("site/public"), pages)
    }

    fn refused(&self, out: &str) -> PublishError {
        open(&self.target(out)).unwrap_err()
    }

    fn manifest(&self) -> Manifest {
        Manifest::read(&Folder::open(&self.path("site/public")).unwrap()).unwrap().unwrap()
    }

    /// The working folder of a build that was killed: a folder with its own marker.
    fn killed(&self) {
        let folder = self.path("site/.public.annai-work");
        fs::create_dir_all(&folder).unwrap();
        let marker = work::marker(&Folder::open(&folder).unwrap()).unwrap();
        fs::write(folder.join(marker), "").unwrap();
    }

    /// No working folder is left beside the output folder.
    fn assert_clean(&self) {
        assert!(!self.path("site/.public.annai-work").exists(), "a working folder is left");
    }
}

fn open(target: &Target) -> Result<Publisher, PublishError> {
    Publisher::open(target, &Gate::default())
}

fn publish(target: &Target, pages: &[(&str, &str)]) -> Result<Summary, PublishError> {
    let publisher = open(target)?;
    for (path, text) in pages {
        publisher.write(path, text.as_bytes())?;
    }
    publisher.commit()
}

#[test]
fn a_site_takes_the_place_of_the_earlier_one() {
    let case = Case::new();
    let first = case.publish(&[("index.html", "1"), ("ja/a/index.html", "a"), ("old/index.html", "o")]).unwrap();
    assert_eq!(first, Summary { written: 3, bytes: 3, ..Summary::default() });
    let second = case.publish(&[("index.html", "22"), ("ja/a/index.html", "a"), ("en/index.html", "e")]).unwrap();
    assert_eq!(second, Summary { written: 2, unchanged: 1, removed: 1, bytes: 4, ..Summary::default() });
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("22"));
    assert!(!case.path("site/public/old").exists());
    case.assert_clean();
    let manifest = case.manifest();
    assert_eq!(manifest.files.keys().map(|path| &**path).collect::<Vec<_>>(), ["en/index.html", "index.html", "ja/a/index.html"]);
    assert_eq!(manifest.files["index.html"], Entry { size: 2, sha256: Sha256::digest(b"22").into() });
}

#[test]
fn the_manifest_depends_on_neither_folder_nor_order() {
    let (one, other) = (Case::new(), Case::new());
    one.publish(&[("a", "1"), ("b/c", "2")]).unwrap();
    other.publish(&[("x", "0")]).unwrap();
    other.publish(&[("b/c", "2"), ("a", "1")]).unwrap();
    let manifest = |case: &Case| case.text(&format!("site/public/{MANIFEST}")).unwrap();
    assert_eq!(manifest(&one), manifest(&other));
}

#[test]
fn pages_come_from_many_threads() {
    use rayon::prelude::*;
    let case = Case::new();
    let publisher = open(&case.target("site/public")).unwrap();
    (0..2000).into_par_iter().for_each(|n| publisher.write(&format!("{}/{}/{n}.html", n % 3, n % 50), b"x").unwrap());
    assert_eq!(publisher.commit().unwrap().written, 2000);
    assert_eq!(case.manifest().files.len(), 2000);
}

#[test]
fn nothing_is_seen_without_a_commit() {
    let case = Case::new();
    case.publish(&[("index.html", "1")]).unwrap();
    let publisher = open(&case.target("site/public")).unwrap();
    publisher.write("index.html", b"2").unwrap();
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("1"));
    drop(publisher);
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("1"));
    case.assert_clean();
}

#[test]
fn folders_that_are_never_written_to() {
    let case = Case::new();
    let at = |path: &str| fs::canonicalize(case.path(path)).unwrap();
    let input = |folder: PathBuf, input: &str| PublishError::Input { folder, input: at(input) };
    let root = Target { out: "/".into(), ..case.target("x") };
    assert_eq!(open(&root).unwrap_err(), PublishError::FileSystemRoot { folder: "/".into() });
    let up = Target { out: "../".repeat(50).into(), ..case.target("x") };
    assert_eq!(open(&up).unwrap_err(), PublishError::FileSystemRoot { folder: "/".into() });
    assert_eq!(case.refused("home"), PublishError::Home { folder: at("home") });
    assert_eq!(case.refused("site"), PublishError::Site { folder: at("site") });
    assert_eq!(case.refused("site/public/.."), PublishError::Site { folder: at("site") });
    // Both would be right: it holds the home folder and the site.
    assert_eq!(case.refused(""), PublishError::Home { folder: at("") });
    let no_home = Target { home: None, ..case.target("") };
    assert_eq!(open(&no_home).unwrap_err(), PublishError::Site { folder: at("") });
    assert_eq!(case.refused("site/content"), input(at("site/content"), "site/content"));
    assert_eq!(case.refused("site/public/../themes/x"), input(at("site/themes").join("x"), "site/themes"));
    assert_eq!(case.refused("site/locales/a/b"), input(at("site/locales").join("a/b"), "site/locales"));
    assert!(!case.path("site/locales/a").exists());
    case.put("site/file", "x");
    assert_eq!(case.refused("site/file"), PublishError::NotAFolder { path: at("site/file") });
    assert_eq!(case.refused("site/file/public"), PublishError::NotAFolder { path: at("site/file") });
}

#[test]
fn a_folder_of_foreign_files_is_adopted_on_request_only() {
    let case = Case::new();
    case.put("site/public/CNAME", "example.org");
    case.put("site/public/index.html", "by hand");
    let folder = fs::canonicalize(case.path("site/public")).unwrap();
    let refused = case.publish(&[("index.html", "1")]).unwrap_err();
    assert_eq!(refused, PublishError::ForeignFolder { folder, count: 2, example: "CNAME".into() });
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("by hand"));
    case.assert_clean();
    let summary = publish(&case.adopting(), &[("index.html", "1")]).unwrap();
    assert_eq!((summary.written, summary.carried), (1, 1));
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("1"));
    assert_eq!(case.text("site/public/CNAME").as_deref(), Some("example.org"));
    // From then on the folder is ours and needs no consent.
    case.publish(&[("index.html", "2")]).unwrap();
    assert_eq!(case.text("site/public/CNAME").as_deref(), Some("example.org"));
    case.assert_clean();
}

#[test]
fn an_empty_folder_needs_no_adopting() {
    let case = Case::new();
    fs::create_dir_all(case.path("site/public/empty")).unwrap();
    case.publish(&[("a", "1")]).unwrap();
    assert!(case.path("site/public/empty").is_dir());
}

#[test]
fn foreign_files_are_carried_over() {
    let case = Case::new();
    case.publish(&[("index.html", "1"), ("ja/index.html", "1")]).unwrap();
    case.put("site/public/CNAME", "example.org");
    case.put("site/public/.well-known/acme/token", "t");
    case.put("site/public/ja/extra.pdf", "p");
    fs::create_dir(case.path("site/public/uploads")).unwrap();
    let summary = case.publish(&[("index.html", "2")]).unwrap();
    assert_eq!((summary.removed, summary.carried, &summary.leftover), (1, 3, &None));
    for (path, text) in [("CNAME", "example.org"), (".well-known/acme/token", "t"), ("ja/extra.pdf", "p"), ("index.html", "2")] {
        assert_eq!(case.text(&format!("site/public/{path}")).as_deref(), Some(text), "{path}");
    }
    assert!(case.path("site/public/uploads").is_dir());
    assert!(!case.path("site/public/ja/index.html").exists());
    case.assert_clean();
}

#[test]
fn a_folder_of_ours_that_was_emptied_by_hand_goes() {
    let case = Case::new();
    case.publish(&[("index.html", "1"), ("old/index.html", "1")]).unwrap();
    fs::remove_file(case.path("site/public/old/index.html")).unwrap();
    case.publish(&[("index.html", "1")]).unwrap();
    assert!(!case.path("site/public/old").exists());
}

#[test]
fn a_foreign_file_where_a_page_belongs_is_an_error() {
    let case = Case::new();
    case.publish(&[("index.html", "1")]).unwrap();
    case.put("site/public/about/index.html", "by hand");
    case.put("site/public/news", "by hand");
    case.put("site/public/faq/a", "by hand");
    let at = |path: &str| fs::canonicalize(case.path("site/public")).unwrap().join(path);
    let page = |path: &str| case.publish(&[("index.html", "2"), (path, "p")]).unwrap_err();
    assert_eq!(page("about/index.html"), PublishError::ForeignFile { path: at("about/index.html") });
    assert_eq!(page("news/index.html"), PublishError::ForeignInTheWay { path: at("news") });
    assert_eq!(page("faq"), PublishError::ForeignInTheWay { path: at("faq") });
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("1"));
    // Consent covers a file for a file, and nothing that would take more than that away.
    let adopt = |path: &str| publish(&case.adopting(), &[(path, "p")]);
    assert_eq!(adopt("news/index.html").unwrap_err(), PublishError::ForeignInTheWay { path: at("news") });
    assert_eq!(adopt("faq").unwrap_err(), PublishError::ForeignInTheWay { path: at("faq") });
    adopt("about/index.html").unwrap();
    assert_eq!(case.text("site/public/about/index.html").as_deref(), Some("p"));
    case.assert_clean();
}

#[test]
fn a_damaged_manifest_is_refused_without_adopting() {
    let case = Case::new();
    case.publish(&[("index.html", "1"), ("old.html", "1")]).unwrap();
    case.put(&format!("site/public/{MANIFEST}"), "{\"format\":1,\"files\":[");
    let path = fs::canonicalize(case.path("site/public")).unwrap().join(MANIFEST);
    assert_eq!(case.publish(&[("index.html", "2")]).unwrap_err(), PublishError::Manifest { path });
    let summary = publish(&case.adopting(), &[("index.html", "2")]).unwrap();
    assert_eq!(summary.carried, 1, "what may be foreign stays");
    case.publish(&[("index.html", "3")]).unwrap();
    assert!(case.path("site/public/old.html").exists());
}

#[test]
fn two_builds_do_not_meet() {
    let case = Case::new();
    let first = open(&case.target("site/public")).unwrap();
    first.write("index.html", b"1").unwrap();
    let folder = fs::canonicalize(case.path("site")).unwrap().join("public");
    assert_eq!(case.refused("site/public"), PublishError::Busy { folder: folder.clone() });
    assert_eq!(case.refused("site/content/../public"), PublishError::Busy { folder });
    // Another folder is free.
    publish(&case.target("site/other"), &[("a", "1")]).unwrap();
    first.commit().unwrap();
    case.publish(&[("index.html", "2")]).unwrap();
    case.assert_clean();
}

#[test]
fn many_builds_at_once_leave_one_whole_site() {
    let case = Case::new();
    std::thread::scope(|scope| {
        for n in 0..4 {
            let case = &case;
            scope.spawn(move || {
                let text = n.to_string();
                let pages: Vec<_> = (0..20).map(|page| format!("{page}/index.html")).collect();
                let pages: Vec<_> = pages.iter().map(|path| (path.as_str(), text.as_str())).collect();
                for _ in 0..25 {
                    match case.publish(&pages) {
                        Ok(summary) => assert_eq!(summary.leftover, None),
                        Err(PublishError::Busy { .. }) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            });
        }
    });
    let texts: HashSet<_> = (0..20).map(|page| case.text(&format!("site/public/{page}/index.html"))).collect();
    assert_eq!(texts.len(), 1);
    case.assert_clean();
}

#[test]
fn paths_that_no_site_has() {
    let case = Case::new();
    let long = "x".repeat(256);
    let bad = ["", "/a", "a/", "a//b", "./a", "a/.", "..", "a/../b", "a\\b", "a\0b", "a\nb", MANIFEST, &long];
    for path in bad {
        let publisher = open(&case.target("site/public")).unwrap();
        let error = PublishError::BadPath { path: path.to_owned() };
        assert_eq!(publisher.write(path, b""), Err(error.clone()), "{path:?}");
        assert_eq!(publisher.commit(), Err(error), "{path:?}");
    }
    for path in ["a", "日本/語.html", "a/.htaccess", "a/...", "C:x", "a b", &format!("x/{MANIFEST}")] {
        case.publish(&[(path, "1")]).unwrap();
    }
    case.assert_clean();
}

#[test]
fn paths_that_clash() {
    let case = Case::new();
    let twice = PublishError::PathTwice { path: "a/b".into() };
    assert_eq!(case.publish(&[("a/b", "1"), ("a/b", "1")]), Err(twice));
    let both = |path: &str| Err(PublishError::FileAndFolder { path: path.into() });
    assert_eq!(case.publish(&[("a/b", "1"), ("a", "1")]), both("a"));
    assert_eq!(case.publish(&[("a/b", "1"), ("a/b/c/d", "1")]), both("a/b"));
    assert!(!case.path("site/public").exists());
    case.assert_clean();
}

#[test]
fn what_a_killed_run_left_is_removed() {
    let case = Case::new();
    case.publish(&[("index.html", "1")]).unwrap();
    case.killed();
    case.put("site/.public.annai-work/new/ja/index.html", "half");
    case.publish(&[("index.html", "2")]).unwrap();
    case.assert_clean();
    // Killed before it could set the marker.
    fs::create_dir(case.path("site/.public.annai-work")).unwrap();
    case.publish(&[("index.html", "3")]).unwrap();
    case.assert_clean();
}

#[test]
fn a_folder_that_only_has_the_name_is_not_touched() {
    let case = Case::new();
    case.put("site/.public.annai-work/letter.txt", "mine");
    let path = fs::canonicalize(case.path("site")).unwrap().join(".public.annai-work");
    assert_eq!(case.refused("site/public"), PublishError::WorkFolder { path });
    assert_eq!(case.text("site/.public.annai-work/letter.txt").as_deref(), Some("mine"));
}

#[test]
fn a_run_killed_after_the_exchange_loses_no_foreign_file() {
    let case = Case::new();
    case.publish(&[("index.html", "1"), ("old.html", "1")]).unwrap();
    // The old tree as the exchange leaves it, with a file that came after the others were carried over.
    case.killed();
    fs::rename(case.path("site/public"), case.path("site/.public.annai-work/swap")).unwrap();
    case.put("site/.public.annai-work/swap/upload/late.pdf", "late");
    case.put("site/.public.annai-work/swap/CNAME", "old");
    publish(&case.target("site/new"), &[("index.html", "2")]).unwrap();
    fs::rename(case.path("site/new"), case.path("site/public")).unwrap();
    case.put("site/public/CNAME", "newer");
    drop(open(&case.target("site/public")).unwrap());
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("2"));
    assert_eq!(case.text("site/public/upload/late.pdf").as_deref(), Some("late"));
    assert_eq!(case.text("site/public/CNAME").as_deref(), Some("newer"));
    assert!(!case.path("site/public/old.html").exists());
    case.assert_clean();
}

#[test]
fn a_run_killed_between_two_renames_is_taken_back() {
    let case = Case::new();
    case.publish(&[("index.html", "1")]).unwrap();
    case.killed();
    case.put("site/.public.annai-work/swap/index.html", "2");
    case.put("site/.public.annai-work/swap/new.html", "2");
    let files = ["index.html", "new.html"].map(|path| (path.into(), Entry::of(b"2")));
    let manifest = Manifest { files: files.into(), ..Manifest::default() }.to_json();
    case.put(&format!("site/.public.annai-work/swap/{MANIFEST}"), &manifest);
    fs::rename(case.path("site/public"), case.path("site/.public.annai-work/old")).unwrap();
    drop(open(&case.target("site/public")).unwrap());
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("1"));
    assert!(!case.path("site/public/new.html").exists());
    case.assert_clean();
}

#[test]
fn two_renames_do_where_nothing_can_be_exchanged() {
    let case = Case::new();
    case.put("work/swap/x", "new");
    case.put("b/x", "old");
    let (work, parent) = (Folder::open(&case.path("work")).unwrap(), Folder::open(&case.path("")).unwrap());
    swap::two_renames(&work, &parent, "b".as_ref()).unwrap();
    assert_eq!((case.text("b/x").as_deref(), case.text("work/old/x").as_deref()), (Some("new"), Some("old")));
    // The second one fails: the first is taken back.
    fs::remove_dir_all(case.path("work/old")).unwrap();
    swap::two_renames(&work, &parent, "b".as_ref()).unwrap_err();
    assert_eq!(case.text("b/x").as_deref(), Some("new"));
}

#[test]
fn a_foreign_file_that_comes_while_a_site_is_built_stays() {
    let case = Case::new();
    case.publish(&[("index.html", "1")]).unwrap();
    let publisher = open(&case.target("site/public")).unwrap();
    case.put("site/public/late/token", "t");
    publisher.write("index.html", b"2").unwrap();
    assert_eq!(publisher.commit().unwrap().leftover, None);
    assert_eq!(case.text("site/public/late/token").as_deref(), Some("t"));
    case.assert_clean();
}

#[test]
fn every_error_has_its_words() {
    let ids = include_str!("error.rs").split('"').filter(|id| id.starts_with("publish-") || id.starts_with("system-"));
    let ids: Vec<_> = ids.collect();
    assert!(ids.len() > 30);
    for language in ["ja", "en"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language).join("publish.ftl");
        let words = fs::read_to_string(path).unwrap();
        for id in &ids {
            assert!(words.contains(&format!("\n{id} =")), "{language}: {id}");
        }
    }
}

mod changed;
mod copies;
mod histories;
#[cfg(unix)]
mod strangers;

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_to_a_folder_stays_and_its_target_is_published_to() {
        let case = Case::new();
        fs::create_dir(case.path("www")).unwrap();
        symlink(case.path("www"), case.path("site/public")).unwrap();
        case.publish(&[("index.html", "1")]).unwrap();
        case.publish(&[("index.html", "2")]).unwrap();
        assert!(case.path("site/public").is_symlink());
        assert_eq!(case.text("www/index.html").as_deref(), Some("2"));
        assert!(!case.path(".www.annai-work").exists());
    }

    #[test]
    fn links_do_not_lead_around_a_refusal() {
        let case = Case::new();
        let at = |path: &str| fs::canonicalize(case.path(path)).unwrap();
        symlink("site/content", case.path("link")).unwrap();
        symlink("nowhere", case.path("broken")).unwrap();
        assert_eq!(
            case.refused("link/x"),
            PublishError::Input { folder: at("site/content").join("x"), input: at("site/content") }
        );
        // `..` after a link is the parent of what the link leads to.
        assert_eq!(case.refused("link/.."), PublishError::Site { folder: at("site") });
        assert_eq!(case.refused("broken"), PublishError::BrokenLink { path: at("").join("broken") });
        assert_eq!(case.refused("broken/x"), PublishError::BrokenLink { path: at("").join("broken") });
        // A content folder that is itself a link is refused under both names, and so is a folder that holds it.
        fs::rename(case.path("site/content"), case.path("texts")).unwrap();
        symlink("../texts", case.path("site/content")).unwrap();
        let input = at("site").join("content");
        assert_eq!(case.refused("texts/x"), PublishError::Input { folder: at("texts").join("x"), input });
    }

    #[test]
    fn modes_come_from_the_umask_and_stay() {
        let case = Case::new();
        case.publish(&[("ja/index.html", "1")]).unwrap();
        let mode = |path: &str| case.path(path).metadata().unwrap().mode() & 0o7777;
        fs::write(case.path("probe"), "").unwrap();
        assert_eq!(mode("site/public/ja/index.html"), mode("probe"));
        assert_eq!(mode("site/public/ja"), mode("home"));
        case.put("site/public/private/key", "k");
        let set = |path: &str, mode| fs::set_permissions(case.path(path), Permissions::from_mode(mode)).unwrap();
        set("site/public", 0o2750);
        set("site/public/private", 0o500);
        set("site/public/private/key", 0o400);
        let summary = case.publish(&[("ja/index.html", "2")]).unwrap();
        assert_eq!(summary.leftover, None);
        assert_eq!(mode("site/public"), 0o2750);
        assert_eq!((mode("site/public/private"), mode("site/public/private/key")), (0o500, 0o400));
        case.assert_clean();
        set("site/public/private", 0o700);
    }

    #[test]
    fn an_unchanged_file_is_the_same_file() {
        let case = Case::new();
        let file = |path: &str| case.path("site/public").join(path).metadata().unwrap().ino();
        let pages = [("same", "1"), ("changed", "1"), ("edited", "1"), ("closed", "1"), ("folder/same", "1")];
        case.publish(&pages).unwrap();
        let before = pages.map(|(path, _)| file(path));
        case.put("site/public/edited", "2");
        fs::set_permissions(case.path("site/public/closed"), Permissions::from_mode(0o600)).unwrap();
        case.publish(&pages.map(|(path, text)| (path, if path == "changed" { "2" } else { text }))).unwrap();
        let after = pages.map(|(path, _)| file(path));
        assert_eq!([0, 1, 2, 3, 4].map(|n| before[n] == after[n]), [true, false, false, false, true]);
        assert_eq!(case.text("site/public/edited").as_deref(), Some("1"));
        assert_ne!(case.path("site/public/closed").metadata().unwrap().mode() & 0o777, 0o600);
    }

    #[test]
    fn foreign_links_stay_links() {
        let case = Case::new();
        case.put("kept/file", "kept");
        case.publish(&[("index.html", "1"), ("ja/index.html", "1")]).unwrap();
        symlink(case.path("kept"), case.path("site/public/files")).unwrap();
        symlink("index.html", case.path("site/public/default.htm")).unwrap();
        symlink("nowhere", case.path("site/public/broken")).unwrap();
        // A link at the place of a page of ours: ours, but not what it leads to.
        fs::remove_file(case.path("site/public/index.html")).unwrap();
        symlink(case.path("kept/file"), case.path("site/public/index.html")).unwrap();
        case.publish(&[("index.html", "2")]).unwrap();
        for path in ["files", "default.htm", "broken"] {
            assert!(case.path("site/public").join(path).is_symlink(), "{path}");
        }
        assert_eq!(case.text("kept/file").as_deref(), Some("kept"));
        assert!(!case.path("site/public/index.html").is_symlink());
        assert_eq!(case.text("site/public/default.htm").as_deref(), Some("2"));
        case.assert_clean();
    }

    #[test]
    fn a_foreign_name_need_not_be_utf8() {
        use std::os::unix::ffi::OsStrExt;
        let case = Case::new();
        case.publish(&[("index.html", "1")]).unwrap();
        let name = std::ffi::OsStr::from_bytes(b"site/public/\x93\xfa/\x96\x7b");
        let path = case.folder.path().join(name);
        if fs::create_dir(path.parent().unwrap()).is_ok() {
            fs::write(&path, "x").unwrap();
            assert_eq!(case.publish(&[("index.html", "2")]).unwrap().carried, 1);
            assert!(path.exists());
        }
        case.assert_clean();
    }
}
