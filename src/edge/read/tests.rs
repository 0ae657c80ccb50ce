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
