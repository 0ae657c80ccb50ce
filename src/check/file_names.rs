//! `unportable-name`, and `bad-file-name` of what is published as it is: names that some system or host cannot hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Diagnostic, Place};
use crate::source::Sources;

/// Folders whose files are published under their own names.
const PUBLISHED: [&str; 2] = ["content/assets/", "content/site-root/"];

/// Names that are devices on Windows, with any ending. `COM1` to `COM9` and `LPT1` to `LPT9` are, too.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Looks at the path of each file.
pub fn check(sources: &Sources) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for path in sources.files.keys() {
        let is_published = PUBLISHED.iter().any(|folder| path.starts_with(folder));
        if is_published && path.contains(|c: char| c == '\\' || c.is_control()) {
            let name = path.rsplit('/').next().unwrap_or(path).escape_debug().to_string();
            findings
                .push(Diagnostic::error("bad-file-name", Place::file(path)).help("bad-file-name-published").arg("found", name));
        } else if let Some(part) = path.split('/').find(|part| !is_held_by_windows(part)) {
            let finding = Diagnostic::warning("unportable-name", Place::file(path)).help("unportable-name-help");
            findings.push(finding.arg("found", part.escape_debug().to_string()));
        }
    }
    findings.extend(same_but_for_case(sources));
    findings
}

/// Can a checkout on Windows hold a file or folder of this name?
fn is_held_by_windows(name: &str) -> bool {
    // Nearly all names are of these characters.
    if name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'.') && !name.ends_with('.') && name.len() > 7 {
        return !DEVICES.iter().any(|device| name.strip_prefix(device).is_some_and(|rest| rest.starts_with('.')));
    }
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let number = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = number.is_some_and(|n| matches!(n, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"));
    let is_device = is_port || DEVICES.contains(&&*stem);
    !is_device && !name.ends_with(['.', ' ']) && !name.contains(|c: char| "<>:\"|?*\\".contains(c) || c < ' ')
}

/// Files and folders whose names differ by capital letters alone: one of them is lost on Windows and macOS.
fn same_but_for_case(sources: &Sources) -> Vec<Diagnostic> {
    let has_case = |path: &str| path.chars().any(char::is_uppercase);
    if !sources.files.keys().any(|path| has_case(path)) {
        return Vec::new();
    }
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for path in sources.files.keys() {
        if let Some(other) = clash(&mut known, path) {
            let finding = Diagnostic::warning("unportable-name", Place::file(path)).says("name-differs-by-case");
            let other: Arc<str> = other.into();
            let finding = finding.help("name-differs-by-case-help").arg("other", &*other);
            findings.push(finding.arg("found", path.rsplit('/').next().unwrap_or(path)));
        }
    }
    findings
}

/// The file or folder that has the name of this file, or of a folder on the way to it, in other letters.
fn clash<'p>(known: &mut BTreeMap<String, &'p str>, path: &'p str) -> Option<&'p str> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    let mut found = None;
    for part in ends.filter_map(|end| path.get(..end)) {
        let first = known.entry(part.to_lowercase()).or_insert(part);
        if *first != part && found.is_none() {
            found = Some(*first);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::File;

    fn found(paths: &[&str]) -> Vec<(&'static str, String)> {
        let mut sources = Sources::new(jiff::Timestamp::UNIX_EPOCH);
        for path in paths {
            sources.files_mut().insert((*path).into(), Arc::new(File::Binary([].into())));
        }
        check(&sources).into_iter().map(|finding| (finding.code, finding.place.path.to_string())).collect()
    }

    #[test]
    fn names_that_windows_cannot_hold() {
        for name in
            ["con", "CON.txt", "nul.tar.gz", "Com1.pdf", "lpt9", "com².x", "aux .txt", "a:b.pdf", "x.", "x ", "a?", "a*b", "a|b"]
        {
            for path in [format!("content/assets/{name}"), format!("content/assets/{name}/x.pdf"), format!("themes/{name}/x.css")]
            {
                assert_eq!(found(&[&path]), [("unportable-name", path.clone())]);
            }
        }
        for name in
            ["console.css", "com10", "com", "auxiliary.pdf", "conference", "様式#1.pdf", "a b.pdf", ".well-known", "context.a"]
        {
            assert_eq!(found(&[&format!("content/assets/{name}")]), [], "{name}");
        }
    }

    #[test]
    fn names_that_cannot_be_published() {
        assert_eq!(found(&["content/assets/a\\b.pdf"]), [("bad-file-name", "content/assets/a\\b.pdf".into())]);
        assert_eq!(found(&["content/site-root/a\nb"]), [("bad-file-name", "content/site-root/a\nb".into())]);
    }

    #[test]
    fn names_that_differ_by_case_alone() {
        assert_eq!(
            found(&["content/assets/A.pdf", "content/assets/a.pdf"]),
            [("unportable-name", "content/assets/a.pdf".into())]
        );
        let folders = ["content/assets/Forms/a.pdf", "content/assets/forms/b.pdf", "content/assets/forms/c.pdf"];
        assert_eq!(found(&folders).len(), 2);
        assert_eq!(found(&["content/assets/École.pdf", "content/assets/école.pdf"]).len(), 1);
        assert_eq!(found(&["content/assets/A.pdf", "content/assets/B.pdf"]), []);
    }
}
