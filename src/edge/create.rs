//! Writes the files of a new site into a new or empty folder.

use std::fs;
use std::path::{Path, PathBuf};

/// Why the files could not be written.
#[derive(Debug)]
pub enum Problem {
    /// The folder holds something, or is a file.
    NotEmpty,
    /// The system's own words.
    System {
        /// Of which path.
        path: PathBuf,
        /// Its words.
        reason: String,
    },
}

/// Writes every file below `folder`.
pub fn tree(folder: &Path, files: &[(&str, &str)]) -> Result<(), Problem> {
    if folder.exists() && !folder.read_dir().is_ok_and(|mut entries| entries.next().is_none()) {
        return Err(Problem::NotEmpty);
    }
    for (path, text) in files {
        let path = folder.join(path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| Problem::System { path: path.clone(), reason: error.to_string() })?;
    }
    Ok(())
}
