//! Reading again what changed: the same sources as a fresh reading gives, the unchanged files shared with the old ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::{FOLDERS, Found, is_left_out, is_record, path_in_sources, read, read_file, walk};
use crate::base::Diagnostic;
use crate::source::{File, Sources, Unreadable};

/// What reading again gives.
pub struct Again {
    /// All sources.
    pub sources: Sources,
    /// What a reading of all files finds.
    pub findings: Vec<Diagnostic>,
    /// The files that are new, gone, or other than they were, by their paths in the sources.
    pub changed: BTreeSet<Arc<str>>,
    /// Files that could not be read now but may be soon, relative to the root.
    pub unreadable: BTreeSet<PathBuf>,
}

/// Reads the files and folders again that are at the `changed` paths (relative to `root`), or were. `old` and
/// `old_findings` are what reading gave before. The result is that of [`read`].
pub fn reread(root: &Path, old: &Sources, old_findings: &[Diagnostic], changed: &BTreeSet<PathBuf>) -> Again {
    // Links, odd names and files that stand in each other's way belong together over several folders; these are rare.
    let again = if old_findings.is_empty() { piece_by_piece(root, old, changed) } else { None };
    again.unwrap_or_else(|| {
        let (sources, findings) = read(root, old.as_of);
        let changed = different(old, &sources);
        let unreadable =
            sources.files.iter().filter(|(_, file)| is_unreadable(file)).map(|(path, _)| PathBuf::from(&**path)).collect();
        Again { sources, findings, changed, unreadable }
    })
}

/// Nothing where the files cannot be looked at one by one.
fn piece_by_piece(root: &Path, old: &Sources, changed: &BTreeSet<PathBuf>) -> Option<Again> {
    let real_root = fs::canonicalize(root).ok()?;
    if !root.join("content").is_dir() {
        return None;
    }
    let (mut files, mut folders, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    for relative in changed {
        let parts: Vec<&str> = relative
            .components()
            .map(|part| if let Component::Normal(name) = part { name.to_str() } else { None })
            .collect::<Option<_>>()?;
        let (top, below) = parts.split_first()?;
        if !FOLDERS.contains(top) || below.iter().any(|name| is_left_out(name.as_ref())) {
            continue;
        }
        let file = root.join(relative);
        let path = path_in_sources(root, &file)?;
        if path != parts.join("/") || below.iter().rev().skip(1).any(|name| is_record(name)) {
            return None;
        }
        match fs::symlink_metadata(&file) {
            Ok(found) if found.is_symlink() => return None,
            Ok(found) if found.is_dir() && is_record(&path) => return None,
            Ok(found) => {
                // No part of the way to it is a link.
                let parent = file.parent().and_then(|parent| fs::canonicalize(parent).ok());
                if parent.as_deref() != real_root.join(relative).parent() {
                    return None;
                }
                if found.is_dir() { folders.push(path) } else { files.push(Found { path: path.into(), file }) }
            }
            Err(_) => gone.push(path),
        }
    }
    let mut sources = old.clone();
    let mut findings = Vec::new();
    let mut was: Vec<(Arc<str>, Option<Arc<File>>)> = Vec::new();
    for path in gone.iter().chain(&folders) {
        for path in within(&sources, path) {
            let file = sources.files.remove(&path);
            was.push((path, file));
        }
    }
    files.extend(folders.iter().flat_map(|folder| walk(root, folder, &mut findings)));
    if !findings.is_empty() {
        return None;
    }
    let mut unreadable = BTreeSet::new();
    let contents: Vec<File> = files.par_iter().map(|found| read_file(&found.file, &found.path)).collect();
    for (found, file) in files.into_iter().zip(contents) {
        if matches!(&file, File::Unreadable(Unreadable::System(_))) {
            if fs::symlink_metadata(&found.file).is_err() {
                // It went away between the look and the reading.
                let file = sources.files.remove(&found.path);
                was.push((found.path, file));
                continue;
            }
            unreadable.insert(found.file.strip_prefix(root).unwrap_or(&found.file).to_owned());
        }
        let old = sources.files.insert(found.path.clone(), Arc::new(file));
        was.push((found.path, old));
    }
    // A path may have been removed and put back: what counts is before and after.
    let mut changed = BTreeSet::new();
    for (path, _) in was {
        match (old.files.get(&path), sources.files.get(&path)) {
            (Some(before), Some(after)) if is_same(before, after) => {
                // The old one is kept, so that it stays shared.
                sources.files.insert(path, before.clone());
            }
            (None, None) => {}
            _ => drop(changed.insert(path)),
        }
    }
    Some(Again { sources, findings, changed, unreadable })
}

/// The paths of a file and of all files below a folder of that path.
fn within(sources: &Sources, path: &str) -> Vec<Arc<str>> {
    let below = format!("{path}/");
    let first: Arc<str> = below.as_str().into();
    let own = sources.files.get_key_value(path).map(|(path, _)| path.clone());
    let inside = sources.files.range(first..).map(|(path, _)| path).take_while(|found| found.starts_with(&below));
    own.into_iter().chain(inside.cloned()).collect()
}

/// The paths at which two sources differ.
fn different(old: &Sources, new: &Sources) -> BTreeSet<Arc<str>> {
    let other = new
        .files
        .iter()
        .filter(|(path, file)| old.files.get(*path).is_none_or(|before| !is_same(before, file)))
        .map(|(path, _)| path.clone());
    let gone = old.files.keys().filter(|path| !new.files.contains_key(*path)).cloned();
    other.chain(gone).collect()
}

fn is_same(a: &File, b: &File) -> bool {
    match (a, b) {
        (File::Text(a), File::Text(b)) => a.fingerprint == b.fingerprint,
        _ => a == b,
    }
}

fn is_unreadable(file: &File) -> bool {
    matches!(file, File::Unreadable(Unreadable::System(_)))
}
