//! Reading folders that hold what folders hold: leftovers, links, pipes, names in other encodings.

use std::fs;

use super::*;

/// A site in a temporary folder with these files.
fn site(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("content")).unwrap();
    for (path, bytes) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    root
}

fn read_site(root: &tempfile::TempDir) -> (Sources, Vec<Diagnostic>) {
    read(root.path(), Timestamp::UNIX_EPOCH)
}

fn paths(sources: &Sources) -> Vec<&str> {
    sources.files.keys().map(|path| &**path).collect()
}

fn codes(findings: &[Diagnostic]) -> Vec<(&str, &str)> {
    findings.iter().map(|finding| (finding.code, &*finding.place.path)).collect()
}

#[test]
fn reads_the_three_folders_and_nothing_else() {
    let root = site(&[
        ("content/site.yaml", b"\xEF\xBB\xBFa: 1\r\n"),
        ("content/assets/map.png", b"\x89PNG\r\n"),
        ("themes/x/page.html", b"<p>"),
        ("locales/ja/x.ftl", b"a = b"),
        ("public/index.html", b""),
        ("notes.yaml", b""),
    ]);
    let (sources, findings) = read_site(&root);
    assert_eq!(findings, []);
    assert_eq!(paths(&sources), ["content/assets/map.png", "content/site.yaml", "locales/ja/x.ftl", "themes/x/page.html"]);
    assert_eq!(sources.text("content/site.yaml"), Some("a: 1\n"));
    assert_eq!(*sources.files["content/assets/map.png"], File::Binary(b"\x89PNG\r\n".as_slice().into()));
}

#[test]
fn leftovers_are_left_out() {
    let left_out = [
        ".git/config.yaml",
        ".a.yaml.swp",
        "a.yaml~",
        "#a.yaml#",
        "a.yaml.tmp",
        "4913",
        ".DS_Store",
        "Thumbs.db",
        "~$a.docx",
        "a.SWP",
    ];
    let names: Vec<_> = left_out.iter().map(|name| format!("content/{name}")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let (sources, findings) = read_site(&site(&files));
    assert_eq!((paths(&sources), findings), (vec![], vec![]));
}

#[test]
fn a_folder_without_content_is_no_site() {
    let root = tempfile::tempdir().unwrap();
    let (sources, findings) = read_site(&root);
    assert!(sources.files.is_empty());
    assert_eq!(codes(&findings), [("no-site", "content")]);
    let (_, findings) = read(&root.path().join("missing"), Timestamp::UNIX_EPOCH);
    assert_eq!(codes(&findings), [("no-site", "content")]);
}

#[test]
fn what_is_no_text_is_an_entry_that_says_so() {
    let root = site(&[
        ("content/sjis.yaml", b"\x93\xfa\x96\x7b"),
        ("content/large.md", &vec![b'a'; (8 << 20) + 1]),
        ("content/just.md", &vec![b'a'; 8 << 20]),
        ("content/folder.yaml/inner.yaml", b""),
        ("content/assets/download.txt", b"\x93\xfa\x96\x7b"),
        ("content/assets/chart.js/index.js", b"1"),
    ]);
    let (sources, findings) = read_site(&root);
    assert_eq!(findings, []);
    let file = |path: &str| (*sources.files[path]).clone();
    assert_eq!(file("content/sjis.yaml"), File::Unreadable(Unreadable::NotUtf8 { offset: 0, line: 1, shift_jis: true }));
    assert_eq!(file("content/large.md"), File::Unreadable(Unreadable::TooLarge { size: (8 << 20) + 1 }));
    assert!(file("content/just.md").as_text().is_some());
    assert_eq!(file("content/folder.yaml"), File::Unreadable(Unreadable::Folder));
    assert!(!sources.files.contains_key("content/folder.yaml/inner.yaml"));
    assert!(matches!(file("content/assets/download.txt"), File::Binary(_)));
    assert!(matches!(file("content/assets/chart.js/index.js"), File::Binary(_)));
}

#[test]
fn names_are_composed_and_told_apart() {
    let root = site(&[("content/pages/か\u{3099}.ja.md", b"# x")]);
    let (sources, _) = read_site(&root);
    assert_eq!(paths(&sources), ["content/pages/が.ja.md"]);
    let root = site(&[("content/か\u{3099}.md", b"1"), ("content/が.md", b"2")]);
    if fs::read_dir(root.path().join("content")).unwrap().count() == 2 {
        assert_eq!(codes(&read_site(&root).1), [("file-name-twice", "content/が.md")]);
    }
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_are_followed_inside_the_site_only() {
        let outside = site(&[("content/secret.yaml", b"x")]);
        let root = site(&[("content/a.yaml", b"a"), ("content/real/b.yaml", b"b")]);
        let content = root.path().join("content");
        symlink("a.yaml", content.join("link.yaml")).unwrap();
        symlink("real", content.join("folder")).unwrap();
        symlink(outside.path().join("content"), content.join("out")).unwrap();
        symlink(outside.path().join("content/secret.yaml"), content.join("secret.yaml")).unwrap();
        symlink("..", content.join("real/circle")).unwrap();
        symlink("nowhere", content.join("gone.yaml")).unwrap();
        // An editor's lock (Emacs) is a link to nowhere.
        symlink("me@host", content.join(".#a.yaml")).unwrap();
        let (sources, findings) = read_site(&root);
        assert_eq!(
            paths(&sources),
            ["content/a.yaml", "content/folder/b.yaml", "content/gone.yaml", "content/link.yaml", "content/real/b.yaml"]
        );
        assert!(matches!(*sources.files["content/gone.yaml"], File::Unreadable(Unreadable::System(_))));
        assert_eq!(
            codes(&findings),
            [
                ("link-in-a-circle", "content/folder/circle"),
                ("link-out-of-site", "content/out"),
                ("link-in-a-circle", "content/real/circle"),
                ("link-out-of-site", "content/secret.yaml")
            ]
        );
    }

    /// Where the links lead that are not followed, by their places.
    fn refused(findings: &[Diagnostic]) -> Vec<(&str, &str)> {
        let target = |finding: &&Diagnostic| finding.args.iter().any(|(name, _)| *name == "target");
        let shown = findings.iter().filter(target).map(|finding| match &finding.args[0].1 {
            crate::base::Arg::Text(text) => (&*finding.place.path, text.as_str()),
            other => panic!("{other:?}"),
        });
        shown.collect()
    }

    #[test]
    fn links_lead_to_files_of_the_site_by_a_way_that_stays_in_it() {
        let root = site(&[
            (".git/config", b"token"),
            (".env", b"token"),
            ("notes/secret.txt", b"token"),
            ("content/.hidden/a.txt", b"token"),
            ("content/draft.txt~", b"token"),
            ("content/assets/a.txt", b"a"),
            ("themes/mine/x.css", b"x"),
        ]);
        let elsewhere = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().canonicalize().unwrap().join(path);
        symlink(at("content/assets"), elsewhere.path().join("back")).unwrap();
        let back = elsewhere.path().join("back/a.txt").display().to_string();
        let name = root.path().file_name().unwrap().to_str().unwrap();
        let wrong = [
            ("git.txt", "../../.git/config", ".git/config"),
            ("folder", "../../.git", ".git"),
            ("env.txt", "../../.env", ".env"),
            ("env2.txt", "env.txt", ".env"),
            ("env3.txt", "env2.txt", ".env"),
            ("notes.txt", "../../notes/secret.txt", "notes/secret.txt"),
            ("hidden.txt", "../.hidden/a.txt", "content/.hidden/a.txt"),
            ("through.txt", "../.hidden/../assets/a.txt", "content/.hidden/../assets/a.txt"),
            ("backup.txt", "../draft.txt~", "content/draft.txt~"),
            ("root", "../..", "."),
            ("back.txt", &back, &back),
            ("gone.txt", "../../.git/gone", ".git/gone"),
            ("git-theme.txt", "../../themes/theme/config", ".git/config"),
        ];
        let assets = root.path().join("content/assets");
        for (link, target, _) in &wrong {
            symlink(target, assets.join(link)).unwrap();
        }
        symlink("../.git", root.path().join("themes/theme")).unwrap();
        symlink(format!("../../../{name}/content/assets/a.txt"), assets.join("round.txt")).unwrap();
        // Right: about in the three folders, over any number of links, and by an absolute path that stays in them.
        symlink("../../themes/mine", assets.join("mine")).unwrap();
        symlink("mine/x.css", assets.join("one.css")).unwrap();
        symlink("one.css", assets.join("two.css")).unwrap();
        symlink(at("content/assets/two.css"), assets.join("three.css")).unwrap();
        let (sources, findings) = read_site(&root);
        assert!(
            !sources.files.values().any(|file| file.as_text().is_some_and(|text| text.contains("token"))),
            "{:?}",
            paths(&sources)
        );
        assert!(!sources.files.values().any(|file| **file == File::Binary(b"token".as_slice().into())));
        let right = ["a.txt", "mine/x.css", "one.css", "three.css", "two.css"].map(|name| format!("content/assets/{name}"));
        assert_eq!(paths(&sources), [&right[..], &["themes/mine/x.css".to_owned()]].concat());
        let refused = refused(&findings);
        for (link, _, leads) in wrong {
            let link = format!("content/assets/{link}");
            assert!(refused.contains(&(&link, leads)), "{link} -> {leads}: {refused:?}");
        }
        assert!(refused.contains(&("themes/theme", ".git")));
        assert!(
            refused
                .iter()
                .any(|(link, leads)| *link == "content/assets/round.txt"
                    && leads.ends_with(&format!("{name}/content/assets/a.txt")))
        );
        assert_eq!(refused.len(), wrong.len() + 2, "{refused:?}");
    }

    #[test]
    fn a_folder_of_the_site_may_be_a_link_only_to_one_of_them() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join(".git/pages")).unwrap();
        fs::write(root.path().join(".git/pages/token.md"), "token").unwrap();
        symlink(".git", root.path().join("content")).unwrap();
        symlink("content", root.path().join("themes")).unwrap();
        let (sources, findings) = read_site(&root);
        assert!(sources.files.is_empty());
        assert_eq!(refused(&findings), [("content", ".git"), ("themes", ".git")]);
    }

    #[test]
    fn links_among_folders_end() {
        // Each folder holds ten links to the next: 10^6 ways to the last.
        let root = site(&[("content/assets/6/a.txt", b"a")]);
        let assets = root.path().join("content/assets");
        for level in 0..6 {
            let folder = assets.join(level.to_string());
            fs::create_dir_all(&folder).unwrap();
            (0..10).for_each(|link| symlink(format!("../{}", level + 1), folder.join(link.to_string())).unwrap());
        }
        symlink("b", assets.join("a")).unwrap();
        symlink("a", assets.join("b")).unwrap();
        let (sources, findings) = read_site(&root);
        assert!(sources.files.len() <= 1_003);
        assert!(findings.iter().any(|finding| finding.message == "links-too-many"));
        assert!(matches!(*sources.files["content/assets/a"], File::Unreadable(Unreadable::System(_))));
    }

    #[test]
    fn a_name_that_is_not_utf8_is_a_finding() {
        let root = site(&[("content/a.yaml", b"a")]);
        let name = OsStr::from_bytes(b"b\x93\xfa.yaml");
        if fs::write(root.path().join("content").join(name), b"").is_ok() {
            let (sources, findings) = read_site(&root);
            assert_eq!(paths(&sources), ["content/a.yaml"]);
            assert_eq!(codes(&findings), [("file-name-not-utf8", "content/b\u{fffd}\u{fffd}.yaml")]);
        }
    }

    #[test]
    fn what_may_not_be_read_does_not_end_the_reading() {
        let root = site(&[("content/a.yaml", b"a"), ("content/b.yaml", b"b"), ("content/closed/c.yaml", b"c")]);
        let content = root.path().join("content");
        let mode = |path: &str, mode| fs::set_permissions(content.join(path), fs::Permissions::from_mode(mode)).unwrap();
        mode("b.yaml", 0o000);
        mode("closed", 0o000);
        // Root may read everything.
        let closed = fs::read_dir(content.join("closed")).is_err();
        let (sources, findings) = read_site(&root);
        mode("closed", 0o700);
        assert_eq!(sources.text("content/a.yaml"), Some("a"));
        if closed {
            assert!(matches!(*sources.files["content/b.yaml"], File::Unreadable(Unreadable::System(_))));
            assert_eq!(codes(&findings), [("folder-unreadable", "content/closed")]);
        }
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let root = site(&[]);
        let made = std::process::Command::new("mkfifo").arg(root.path().join("content/pipe.yaml")).status();
        if made.is_ok_and(|status| status.success()) {
            let (sources, _) = read_site(&root);
            assert!(matches!(*sources.files["content/pipe.yaml"], File::Unreadable(Unreadable::System(_))));
        }
    }
}
