//! Every page of the guide, and a page of each kind in the languages that are drafts, in the eyes of the Nu HTML checker (npm `vnu-jar`, a Java program).

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const CHECKER: &str = "tests/node_modules/vnu-jar/build/dist/vnu.jar";

/// A page read from the disk has no origin, so the checker takes no style sheet for one of the site's own.
const WITHOUT_ORIGIN: &str = ".*violates Content Security Policy .meta tag.: external (stylesheet|script) .*";

/// A guess at the language of a page. Of a draft it may well be another's words that are most, each marked as what it is.
const GUESS: &str = "This document appears to be written in";

/// The languages of the guide that are drafts.
const DRAFTS: [&str; 2] = ["vi", "zh-hans"];

/// What proves that the checker looked.
const MISTAKEN: &str = "<!DOCTYPE html><html lang=\"en\"><title>Mistaken</title><p><div></div></p></html>";

/// Leaves one page of each folder: the pages of a draft are put together as those of other languages are, of other words.
fn thin_out(folder: &Path) {
    let mut inner: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    inner.sort();
    // Folders of a kind hold more folders, and the first of them has one page.
    let (kinds, pages): (Vec<_>, Vec<_>) =
        inner.into_iter().partition(|path| fs::read_dir(path).unwrap().any(|entry| entry.unwrap().path().is_dir()));
    kinds.iter().for_each(|kind| thin_out(kind));
    pages.iter().skip(1).for_each(|page| fs::remove_dir_all(page).unwrap());
}

#[test]
fn the_nu_checker_finds_nothing_on_any_page_of_the_guide() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let checker = root.join(CHECKER);
    assert!(checker.is_file(), "the Nu HTML checker is missing: run `npm ci` in tests/");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("guide");
    let built = Command::new(env!("CARGO_BIN_EXE_annai"))
        .args(["build", "--quiet", "--as-of", "2026-11-22", "--root"])
        .arg(root)
        .arg("--out")
        .arg(&out)
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    for language in DRAFTS {
        let own = out.join(language);
        let folders = fs::read_dir(&own).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
        folders.for_each(|folder| thin_out(&folder));
    }
    fs::write(out.join("mistaken.html"), MISTAKEN).unwrap();

    let checked = Command::new("java")
        .arg("-jar")
        .arg(&checker)
        .args(["--skip-non-html", "--format", "json", "--filterpattern", WITHOUT_ORIGIN])
        .arg(&out)
        .output()
        .expect("the Nu HTML checker needs Java 11 or newer: `java` cannot be run");
    let report = String::from_utf8_lossy(&checked.stderr);
    let report: Value = serde_json::from_str(&report).unwrap_or_else(|error| panic!("{error}: {report}"));
    let messages = report["messages"].as_array().unwrap();
    let (proof, found): (Vec<&Value>, Vec<&Value>) =
        messages.iter().partition(|message| message["url"].as_str().is_some_and(|url| url.ends_with("/mistaken.html")));
    assert!(proof.iter().any(|message| message["type"] == "error"), "the checker overlooks a mistake: {proof:?}");
    let is_of_draft = |url: &str| DRAFTS.iter().any(|language| url.contains(&format!("/guide/{language}/")));
    let text = |message: &Value, key: &str| message[key].as_str().unwrap_or_default().to_owned();
    let is_guess = |message: &Value| text(message, "message").starts_with(GUESS) && is_of_draft(&text(message, "url"));
    let found: Vec<String> = found
        .iter()
        .filter(|message| !is_guess(message))
        .map(|message| format!("{}:{}: {}", message["url"], message["lastLine"], message["message"]))
        .collect();
    assert!(found.is_empty(), "{} messages:\n{}", found.len(), found.join("\n"));
}
