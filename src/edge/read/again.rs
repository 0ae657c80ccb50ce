//! Reading again what changed: the same sources as a fresh reading gives, without touching the unchanged files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::list::path_in_sources;
use super::{FOLDERS, Found, Seen, is_path_left_out, is_record, list, look, read_file};
use crate::base::Diagnostic;
use crate::source::{File, Sources, Unreadable};

/// What reading again gives, beside the sources.
#[derive(Debug, Default)]
pub struct Again {
    /// The files that are new, gone, or other than they were, by their paths in the sources.
    pub changed: BTreeSet<Arc<str>>,
    /// Files that could not be read now but may be soon, relative to the root.
    pub unreadable: BTreeSet<PathBuf>,
}

/// What was read of a site, and what is needed to keep it up to date.
#[derive(Debug)]
pub struct Reading {
    /// The files.
    pub sources: Sources,
    /// What is wrong with them.
    pub findings: Vec<Diagnostic>,
    /// A file that changes may be found at other places too.
    has_links: bool,
}

impl Reading {
    /// Reads the site at `root`; see [`super::read`].
    pub fn new(root: &Path, as_of: Timestamp) -> Self {
        let Seen { sources, findings, links } = look(root, as_of);
        Self { sources, findings, has_links: links }
    }

    /// Reads the files and folders again that are at the `changed` paths (relative to `root`), or were. Then all is as when read
    /// afresh.
    pub fn again(&mut self, root: &Path, changed: &BTreeSet<PathBuf>) -> Again {
        // Links, odd names and files that stand in each other's way belong together over several folders; these are rare.
        let plan = if self.findings.is_empty() && !self.has_links { plan(root, changed) } else { None };
        match plan {
            Some(plan) => carry_out(root, &mut self.sources, plan),
            None => {
                let mut new = Self::new(root, self.sources.as_of);
                let changed = different(&self.sources, &new.sources);
                keep_unchanged(&self.sources, &mut new.sources);
                *self = new;
                let unreadable = self.sources.files.iter().filter(|(_, file)| is_unreadable(file));
                Again { changed, unreadable: unreadable.map(|(path, _)| PathBuf::from(&**path)).collect() }
            }
        }
    }
}

/// Files with the contents that they had stay shared.
fn keep_unchanged(old: &Sources, new: &mut Sources) {
    for (path, file) in new.files_mut() {
        if let Some(old) = old.files.get(path).filter(|old| *old == file) {
            *file = old.clone();
        }
    }
}

/// What is to be done, piece by piece.
#[derive(Default)]
struct Plan {
    /// Paths in the sources of what is gone, or is a folder now.
    removed: Vec<String>,
    /// Files to be read.
    files: Vec<Found>,
}

/// Looks at each path; nothing where the files cannot be looked at one by one.
fn plan(root: &Path, changed: &BTreeSet<PathBuf>) -> Option<Plan> {
    let real_root = fs::canonicalize(root).ok()?;
    if !root.join("content").is_dir() {
        return None;
    }
    let mut plan = Plan::default();
    for relative in changed {
        let name = |part: Component<'_>| if let Component::Normal(name) = part { name.to_str().map(str::to_owned) } else { None };
        let parts: Vec<String> = relative.components().map(name).collect::<Option<_>>()?;
        let (top, below) = parts.split_first()?;
        if !FOLDERS.contains(&&**top) || is_path_left_out(relative) {
            continue;
        }
        let file = root.join(relative);
        let path = path_in_sources(root, &file)?;
        if path != parts.join("/") || below.iter().rev().skip(1).any(|name| is_record(name)) {
            return None;
        }
        match fs::symlink_metadata(&file) {
            Ok(found) if found.is_symlink() || found.is_dir() && is_record(&path) => return None,
            Ok(found) => {
                // No part of the way to it is a link.
                let parent = file.parent().and_then(|parent| fs::canonicalize(parent).ok());
                if parent.as_deref() != real_root.join(relative).parent() {
                    return None;
                }
                if found.is_dir() {
                    let mut listed = list(root, &path);
                    if listed.links || !listed.findings.is_empty() {
                        return None;
                    }
                    plan.files.append(&mut listed.files);
                    plan.removed.push(path);
                } else {
                    plan.files.push(Found { path: path.into(), file, is_regular: found.is_file() });
                }
            }
            Err(_) => plan.removed.push(path),
        }
    }
    Some(plan)
}

fn carry_out(root: &Path, sources: &mut Sources, plan: Plan) -> Again {
    // What was there before anything was done; a path may be removed and put back.
    let mut before: BTreeMap<Arc<str>, Option<Arc<File>>> = BTreeMap::new();
    let removed: Vec<Arc<str>> = plan.removed.iter().flat_map(|path| within(sources, path)).collect();
    for path in removed {
        let file = sources.files_mut().remove(&path);
        before.entry(path).or_insert(file);
    }
    let mut again = Again::default();
    let contents: Vec<File> = match plan.files.len() {
        0 | 1 => plan.files.iter().map(read_file).collect(),
        _ => plan.files.par_iter().map(read_file).collect(),
    };
    for (found, file) in plan.files.into_iter().zip(contents) {
        let old = if is_unreadable(&file) && fs::symlink_metadata(&found.file).is_err() {
            // It went away between the look and the reading.
            sources.files_mut().remove(&found.path)
        } else {
            if is_unreadable(&file) {
                again.unreadable.insert(found.file.strip_prefix(root).unwrap_or(&found.file).to_owned());
            }
            sources.files_mut().insert(found.path.clone(), Arc::new(file))
        };
        before.entry(found.path).or_insert(old);
    }
    for (path, old) in before {
        match (old, sources.files_mut().get_mut(&path)) {
            // The old one is kept, so that it stays shared.
            (Some(old), Some(new)) if old == *new => *new = old,
            (None, None) => {}
            _ => {
                again.changed.insert(path);
            }
        }
    }
    again
}

/// The paths of a file and of all files below a folder of that path.
fn within(sources: &Sources, path: &str) -> Vec<Arc<str>> {
    let below = format!("{path}/");
    let own = sources.files.get_key_value(path).map(|(path, _)| path.clone());
    let inside = sources.below(&below).map(|(path, _)| path.clone());
    own.into_iter().chain(inside).collect()
}

/// The paths at which two sources differ.
fn different(old: &Sources, new: &Sources) -> BTreeSet<Arc<str>> {
    let is_new = |(path, file): &(&Arc<str>, &Arc<File>)| old.files.get(*path).is_none_or(|before| before != *file);
    let other = new.files.iter().filter(is_new).map(|(path, _)| path.clone());
    let gone = old.files.keys().filter(|path| !new.files.contains_key(*path)).cloned();
    other.chain(gone).collect()
}

fn is_unreadable(file: &File) -> bool {
    matches!(file, File::Unreadable(Unreadable::System(_)))
}
