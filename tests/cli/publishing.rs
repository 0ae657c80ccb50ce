//! Where a site is published to, what stays there, and what is refused.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::{AS_OF, Annai, Project, Published, read_tree};

#[test]
fn folders_that_are_no_place_for_a_site_are_refused_whatever_is_asked() {
    let site = Project::empty().file("home/notes.txt", "mine").file("home/sites/x", "").file("file", "");
    site.annai(["init", "home/guide", "--quiet"]).run().exits(0);
    let before = read_tree(&site.path("."));
    let refused = [
        "/",
        "home",
        ".",
        "home/guide",
        "home/guide/.",
        "home/guide/content",
        "home/guide/content/new",
        "home/guide/content/../content/x",
        "home/guide/themes",
        "home/guide/locales/ja",
        "file",
        "file/public",
    ];
    for out in refused {
        for adopt in [&[][..], &["--adopt"]] {
            let run = site.annai(["-C", "home/guide", "build", "--lang", "en", "--out", out]).args(adopt.iter().copied());
            let run = run.env("HOME", site.path("home")).run();
            assert_ne!(run.code, 0, "{}", run.everything());
            assert!(run.stderr.contains("annot be published"), "{}", run.everything());
        }
    }
    // The folder above the home folder, when the site is elsewhere.
    let elsewhere = Project::init();
    let run = elsewhere.annai(["build", "--adopt", "--out", &site.text(".")]).env("HOME", site.path("home")).run();
    assert_ne!(run.code, 0, "{}", run.everything());
    assert!(read_tree(&site.path(".")) == before, "something was written");
}

#[test]
fn a_folder_with_foreign_files_is_taken_over_only_when_asked_and_they_stay() {
    let site = Project::init()
        .file("public/CNAME", "example.org")
        .file("public/ja/photo.jpg", "photo")
        .file("public/ja/index.html", "old");
    let before = read_tree(&site.path("public"));
    site.annai(["build", "--lang", "en"]).run().exits(1).complains("3 files that Annai did not write").complains("--adopt");
    assert_eq!(read_tree(&site.path("public")), before);
    site.annai(["build", "--adopt"]).run().exits(0);
    let files = Published::read(&site.path("public"));
    assert_eq!((files.text("CNAME"), files.text("ja/photo.jpg")), ("example.org", "photo"));
    assert_eq!(files.page("/ja/").texts("h1"), ["研修ガイド"], "a page takes the place of a foreign file");
    site.annai(["build"]).run().exits(0);
    assert_eq!(fs::read_to_string(site.path("public/CNAME")).unwrap(), "example.org");
}

#[test]
fn what_was_found_is_told_even_where_the_folder_is_refused() {
    let site = super::with_warning().file("public/CNAME", "example.org");
    site.annai(["build", "--lang", "en"]).run().exits(1).complains("missing-translation").complains("--adopt");
}

#[test]
fn stale_files_go_and_foreign_ones_stay() {
    let site =
        Project::init().file("content/terms/term.yaml", "name: {ja: 用語, en: Term}\ndefinition: {ja: 説明, en: Meaning}\n");
    assert!(site.build().has("/ja/terms/term/"));
    let site =
        site.file("public/mine.txt", "mine").file("public/ja/terms/term/mine.txt", "mine").without("content/terms/term.yaml");
    let files = site.build();
    assert!(!files.has("/ja/terms/term/") && !files.has("/en/terms/term/"));
    assert!(!site.path("public/en/terms/term").exists(), "an empty folder is left");
    assert_eq!((files.text("mine.txt"), files.text("ja/terms/term/mine.txt")), ("mine", "mine"));
}

/// The manifest of a published site.
fn manifest(folder: &Path) -> Vec<(String, u64, String)> {
    let json: Value = serde_json::from_slice(&fs::read(folder.join(".annai-manifest.json")).unwrap()).unwrap();
    let entry = |entry: &Value| {
        let text = |name: &str| entry[name].as_str().unwrap().to_owned();
        (text("path"), entry["size"].as_u64().unwrap(), text("sha256"))
    };
    json["files"].as_array().unwrap().iter().map(entry).collect()
}

#[test]
fn the_manifest_names_every_file_sorted_with_its_size_and_sha_256() {
    let site = Project::init();
    let files = site.build();
    let manifest = manifest(&site.path("public"));
    let expected: Vec<_> = files
        .files
        .iter()
        .filter(|(path, _)| *path != ".annai-manifest.json")
        .map(|(path, bytes)| {
            let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            (path.clone(), bytes.len() as u64, sha256)
        })
        .collect();
    assert_eq!(manifest, expected);
}

#[test]
fn a_second_build_says_that_nothing_changed_and_touches_no_page() {
    let site = Project::init();
    site.annai(["build", "--as-of", AS_OF, "--lang", "en"]).run().exits(0).complains("Wrote");
    let changed = |path: &str| fs::metadata(site.path(path)).unwrap().modified().unwrap();
    let before = changed("public/ja/index.html");
    site.annai(["build", "--as-of", AS_OF, "--lang", "en"]).run().exits(0).complains("Nothing changed");
    assert_eq!(changed("public/ja/index.html"), before);
}

#[test]
fn nothing_is_left_beside_the_output_folder() {
    let site = Project::init();
    site.build();
    let names: BTreeSet<String> =
        fs::read_dir(site.path(".")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(
        names,
        BTreeSet::from([".github", ".gitignore", ".gitlab-ci.yml", ".vscode", "content", "public"].map(str::to_owned))
    );
}

#[test]
fn check_writes_nothing() {
    let site = Project::init();
    let before = read_tree(&site.path("."));
    site.annai(["check"]).run().exits(0);
    assert_eq!(read_tree(&site.path(".")), before);
    assert!(!site.path("public").exists());
}

#[test]
fn the_programs_folder_need_not_be_the_sites() {
    let site = Project::init();
    let root = site.text(".");
    let elsewhere = tempfile::tempdir().unwrap();
    Annai::new(elsewhere.path()).args(["-C", root.as_str(), "build", "--quiet"]).run().exits(0).says_nothing();
    assert!(site.path("public/ja/index.html").is_file());
    assert!(read_tree(elsewhere.path()).is_empty());
}

#[test]
fn a_published_folder_is_compared_with_its_manifest() {
    let site = Project::init();
    site.build();
    site.annai(["verify", "public", "--lang", "en"]).run().exits(0).complains("as they were written");
    fs::write(site.path("public/robots.txt"), "changed").unwrap();
    fs::remove_file(site.path("public/404.html")).unwrap();
    fs::write(site.path("public/CNAME"), "example.org").unwrap();
    let run = site.annai(["verify", "public", "--lang", "en"]).run().exits(1).complains("3 files");
    assert_eq!(run.stdout, "missing: 404.html\nnot written by Annai: CNAME\nchanged: robots.txt\n");
    let run = site.annai(["verify", "public", "--format", "json"]).run().exits(1);
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let states: Vec<_> = lines.iter().map(|line| (line["path"].as_str().unwrap(), line["state"].as_str().unwrap())).collect();
    assert_eq!(states, [("404.html", "missing"), ("CNAME", "foreign"), ("robots.txt", "changed")]);
    let before = read_tree(&site.path("public"));
    site.annai(["verify", "public"]).run().exits(1);
    assert_eq!(read_tree(&site.path("public")), before);
    for folder in ["content", "nowhere", "content/site.yaml"] {
        site.annai(["verify", folder, "--lang", "en"]).run().exits(1).complains(".annai-manifest.json");
    }
}

#[test]
fn every_address_outside_the_site_is_listed_with_its_place() {
    let record = "name: {ja: 病, en: H}\nprefecture: ibaraki\ncontacts:\n  - {name: {ja: 係, en: Desk}, form: https://a.example/x, email: a@example.org}\n  - name: {ja: '[説](https://a.example/d)', en: Desk}\n    form:\n      label: {ja: 頁, en: Page}\n      address: http://b.example/\n";
    let site = Project::init()
        .file("content/hospitals/t.yaml", record)
        .file("content/hospitals/t.ja.md", "一行目。\n\n[外](https://c.example/)と[内](/hospitals/example-hospital/)\n");
    let run = site.annai(["links", "--format", "json", "--quiet"]).run().exits(0);
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of =
        |address: &str| lines.iter().find(|line| line["address"] == address).unwrap_or_else(|| panic!("{address}: {lines:?}"));
    let place = |line: &Value| {
        (line["path"].as_str().unwrap().to_owned(), line["line"].as_u64().unwrap(), line["field"].as_str().map(str::to_owned))
    };
    let yaml = |line, field: &str| ("content/hospitals/t.yaml".to_owned(), line, Some(field.to_owned()));
    assert_eq!(place(of("https://a.example/x")), yaml(4, "contacts.0.form"));
    assert_eq!(place(of("http://b.example/")), yaml(8, "contacts.1.form.address"));
    assert_eq!(place(of("https://a.example/d")), yaml(5, "contacts.1.name.ja"));
    assert_eq!(place(of("https://c.example/")), ("content/hospitals/t.ja.md".to_owned(), 3, None));
    assert_eq!(of("https://a.example/x")["record"], "hospital/t");
    assert!(!run.stdout.contains("mailto:") && !run.stdout.contains("example-hospital"));
}

/// The folder is exchanged at each publication: as long as it is the same, nothing was published.
#[cfg(unix)]
#[test]
fn a_build_of_the_same_over_a_site_that_stands_publishes_nothing() {
    use std::os::unix::fs::MetadataExt;
    let site = Project::init();
    let folder = |site: &Project| fs::metadata(site.path("public")).unwrap().ino();
    site.build();
    let (first, files) = (folder(&site), read_tree(&site.path("public")));
    site.annai(["build", "--as-of", AS_OF, "--lang", "en"]).run().exits(0).complains("othing changed");
    assert_eq!(folder(&site), first);
    // A file of somebody else is nobody's business.
    let site = site.file("public/own.txt", "mine");
    site.build();
    assert_eq!(folder(&site), first);
    // One of ours that was changed is mended.
    let site = site.file("public/ja/index.html", "by hand");
    site.annai(["build", "--as-of", AS_OF, "--lang", "en"]).run().exits(0).complains("ja/index.html");
    assert_ne!(folder(&site), first);
    let mut now = read_tree(&site.path("public"));
    now.remove("own.txt");
    assert!(now == files, "mended to the byte");
    // Another day, another base address, another file: made again.
    let mut last = folder(&site);
    for arguments in [["--as-of", "2026-11-23T09:00:00+09:00"], ["--base-url", "https://example.net/"]] {
        site.annai(["build"]).args(arguments).args(["--quiet"]).run().exits(0);
        assert_ne!(folder(&site), last, "{arguments:?}");
        last = folder(&site);
    }
    let site = site.file("content/assets/a.txt", "a");
    site.build();
    assert_ne!(folder(&site), last);
}

/// A file of 64 GiB that takes no room on the disk: no machine of ours could hold it.
#[cfg(target_os = "linux")]
#[test]
fn a_large_asset_is_neither_held_nor_read_to_check_a_site() {
    let site = Project::init().file("content/assets/film.mp4", "");
    let film = fs::File::options().write(true).open(site.path("content/assets/film.mp4")).unwrap();
    film.set_len(64 << 30).unwrap();
    site.annai(["check", "--as-of", AS_OF]).run().exits(0);
    // What is published is copied byte for byte.
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|at| (at % 251).to_le_bytes()[0]).collect();
    let site = site.file("content/assets/film.mp4", &bytes);
    let files = site.build();
    assert!(files.files["assets/film.mp4"] == bytes);
    site.annai(["verify", "public"]).run().exits(0);
}

#[test]
fn a_file_that_is_too_large_to_be_held_is_told() {
    let site = Project::init().file("themes/default/assets/x.css", vec![b' '; (64 << 20) + 1]);
    let found = site.findings();
    let told = found.iter().find(|finding| finding.text("code") == "file-too-large").unwrap();
    assert_eq!(told.place().1, "themes/default/assets/x.css");
}
