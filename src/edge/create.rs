//! Writes the files of a new site, and files that Annai keeps beside the content.

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

/// Replaces one file as a whole: written beside it, then renamed over it.
pub fn replace(path: &Path, text: &str) -> Result<(), String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let side = path.with_file_name(format!(".{name}.tmp"));
    fs::write(&side, text).and_then(|()| fs::rename(&side, path)).map_err(|error| error.to_string())
}
