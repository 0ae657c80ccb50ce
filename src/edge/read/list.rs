//! The files of a site's folders, without opening any of them. Links are followed by hand, so that nothing is touched to which
//! they may not lead.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use icu::normalizer::ComposingNormalizerBorrowed;
use rayon::prelude::*;
use walkdir::WalkDir;

use super::{WELL_KNOWN, is_left_out, is_record, links, place};
use crate::base::Diagnostic;

/// Most links to folders that are followed: folders of links to folders of links may hold any number of files.
const MOST_FOLLOWED: usize = 1_000;

/// A file to be read.
pub struct Found {
    /// Path in the sources.
    pub path: Arc<str>,
    /// Path on the disk.
    pub file: PathBuf,
    /// It was seen to be a file, and no link, pipe or device: it can be opened without another look.
    pub is_regular: bool,
}

/// What lies in a folder.
pub struct Listed<'a> {
    root: &'a Path,
    /// In the order of their paths as stored.
    pub files: Vec<Found>,
    /// What can be no file of a site.
    pub findings: Vec<Diagnostic>,
    /// Links were met.
    pub links: bool,
    followed: usize,
}

/// Lists the files below a folder of the site: `content`, `content/pages`.
pub fn list<'a>(root: &'a Path, folder: &str) -> Listed<'a> {
    let mut listed = Listed { root, files: Vec::new(), findings: Vec::new(), links: false, followed: 0 };
    let top = root.join(folder);
    match fs::symlink_metadata(&top) {
        Ok(found) if found.is_symlink() => listed.link(top, folder.into(), &[PathBuf::new()]),
        Ok(found) if found.is_dir() => listed.walk(Path::new(folder), Path::new(folder), &[]),
        _ => {}
    }
    listed.files.par_sort_unstable_by(|a, b| a.file.as_os_str().cmp(b.file.as_os_str()));
    listed
}

impl Listed<'_> {
    /// Lists what lies at a `place` below the root, which is `shown` at another one if it was reached by a link. `above` holds
    /// the places of the links by which it was.
    fn walk(&mut self, real: &Path, shown: &Path, above: &[PathBuf]) {
        let top = self.root.join(real);
        let mut entries = WalkDir::new(&top).min_depth(1).into_iter();
        while let Some(entry) = entries.next() {
            let (on_disk, entry) = match entry {
                Ok(entry) => (entry.path().to_owned(), Ok(entry)),
                Err(error) => (error.path().unwrap_or(&top).to_owned(), Err(error)),
            };
            let below = on_disk.strip_prefix(&top).unwrap_or(&on_disk);
            let file = if real == shown { on_disk.clone() } else { self.root.join(shown).join(below) };
            let is_folder = entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir());
            let path = path_in_sources(self.root, &file);
            let is_well_known = || is_folder && real == shown && path.as_deref() == Some(WELL_KNOWN);
            let is_left_out = on_disk != top && on_disk.file_name().is_some_and(is_left_out) && !is_well_known();
            // A folder named like a record: one entry that says so, and nothing for what is in it.
            if is_folder && (is_left_out || path.as_deref().is_none_or(is_record)) {
                entries.skip_current_dir();
            }
            if is_left_out {
                continue;
            }
            let Some(path) = path else {
                let shown = file.strip_prefix(self.root).unwrap_or(&file).to_string_lossy().into_owned();
                self.findings.push(Diagnostic::error("file-name-not-utf8", place(&shown)).help("file-name-not-utf8-help"));
                continue;
            };
            match entry {
                Ok(entry) if entry.path_is_symlink() => {
                    let parent = on_disk.parent().and_then(|parent| parent.strip_prefix(self.root).ok()).unwrap_or(real);
                    let above: Vec<PathBuf> = above.iter().cloned().chain([parent.to_owned()]).collect();
                    self.link(file, path, &above);
                }
                Ok(_) if is_folder && !is_record(&path) => {}
                Ok(entry) => self.files.push(Found { path: path.into(), file, is_regular: entry.file_type().is_file() }),
                // A folder that may not be listed.
                Err(error) if on_disk.is_dir() => {
                    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                    let finding = Diagnostic::error("folder-unreadable", place(&path)).help("folder-unreadable-help");
                    self.findings.push(finding.arg("reason", reason));
                }
                Err(_) => self.files.push(Found { path: path.into(), file, is_regular: false }),
            }
        }
    }

    /// Follows a link: the last of `above` is the folder in which it lies.
    fn link(&mut self, file: PathBuf, path: String, above: &[PathBuf]) {
        self.links = true;
        let Ok(root) = fs::canonicalize(self.root) else { return };
        let name = file.file_name().unwrap_or_default();
        let at = above.last().map_or_else(|| PathBuf::from(name), |folder| folder.join(name));
        let target = match links::way(&root, &at) {
            Ok(target) => target,
            Err(target) => {
                let finding = Diagnostic::error("link-out-of-site", place(&path)).help("link-out-of-site-help");
                return self.findings.push(finding.arg("target", target.display().to_string()));
            }
        };
        let is_folder = fs::metadata(root.join(&target)).is_ok_and(|found| found.is_dir());
        if !is_folder || is_record(&path) {
            return self.files.push(Found { path: path.into(), file, is_regular: false });
        }
        if above.iter().any(|folder| folder.starts_with(&target)) {
            return self.findings.push(Diagnostic::error("link-in-a-circle", place(&path)).help("link-in-a-circle-help"));
        }
        self.followed += 1;
        if self.followed > MOST_FOLLOWED {
            let finding = Diagnostic::error("link-in-a-circle", place(&path)).says("links-too-many").help("links-too-many-help");
            return self.findings.push(finding.arg("most", MOST_FOLLOWED));
        }
        let shown = PathBuf::from(path);
        self.walk(&target, &shown, above);
    }
}

/// The path below `root` as the sources have it; `None` when a part of it is not UTF-8.
pub fn path_in_sources(root: &Path, file: &Path) -> Option<String> {
    // Nearly all begin with just the bytes of the root, which are compared sooner than the parts of the two paths.
    let bytes = file.as_os_str().as_encoded_bytes().strip_prefix(root.as_os_str().as_encoded_bytes());
    let path = match bytes.and_then(|bytes| bytes.strip_prefix(&[MAIN_SEPARATOR as u8])) {
        Some(below) => str::from_utf8(below).ok()?,
        None => file.strip_prefix(root).unwrap_or(file).to_str()?,
    };
    let path = if MAIN_SEPARATOR == '/' { path.to_owned() } else { path.replace(MAIN_SEPARATOR, "/") };
    // Nearly all names are of ASCII, which has one form.
    Some(if path.is_ascii() { path } else { ComposingNormalizerBorrowed::new_nfc().normalize(&path).into_owned() })
}
