//! Compares a published folder with its manifest.

use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;

use super::folder::Folder;
use super::foreign::Foreign;
use super::manifest::State;
use super::target::resolve;
use super::{MANIFEST, Manifest, PublishError};

/// In what a file of a published folder is not as the manifest says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// It has other bytes, or is no file any more.
    Changed,
    /// It is not there.
    Missing,
    /// The manifest does not name it.
    Foreign,
}

impl Difference {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Foreign => "foreign",
        }
    }
}

/// What comparing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Files that the manifest names.
    pub files: usize,
    /// Paths in the folder that are not as it says, sorted.
    pub differences: Vec<(String, Difference)>,
}

/// When a published site says something else without an edit, by its manifest, which may stand anywhere.
///
/// # Errors
/// It is damaged, or the system refuses.
pub fn next_change_of(manifest: &Path) -> Result<Option<Timestamp>, PublishError> {
    Manifest::read_alone(manifest).map(|manifest| manifest.next_change)
}

/// Compares the folder with its manifest. Nothing is written, and no link in it followed.
///
/// # Errors
/// It is no folder, has no manifest or a damaged one, or the system refuses.
pub fn verify(folder: &Path) -> Result<Verified, PublishError> {
    let path = resolve(folder)?;
    let none = || PublishError::NoManifest { path: path.join(MANIFEST) };
    if !path.is_dir() {
        return Err(none());
    }
    let folder = Folder::open(&path)?;
    let manifest = Manifest::read(&folder)?.ok_or_else(none)?;
    let foreign = Foreign::find(&folder, &manifest)?;
    let ours = manifest.files.par_iter().filter_map(|(path, entry)| match entry.state_in(&folder, path) {
        State::Same => None,
        State::Changed => Some((path.to_string(), Difference::Changed)),
        State::Missing => Some((path.to_string(), Difference::Missing)),
    });
    let mut differences: Vec<_> = ours.collect();
    differences.extend(foreign.paths().map(|path| (path.to_string_lossy().into_owned(), Difference::Foreign)));
    differences.sort();
    Ok(Verified { files: manifest.files.len(), differences })
}
