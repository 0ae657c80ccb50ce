//! Writes the files of a new site, and files that Annai keeps beside the content.

use std::fs;
use std::io::{self, Write};
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

/// Writes every file below `folder`. A folder counts as empty if it holds hidden names alone, as a new repository does
/// (`.git`, `.gitignore`); a file that is there stays as it is.
pub fn tree(folder: &Path, files: &[(&str, &str)]) -> Result<(), Problem> {
    let is_hidden =
        |entry: io::Result<fs::DirEntry>| entry.is_ok_and(|entry| entry.file_name().as_encoded_bytes().starts_with(b"."));
    if folder.exists() && !folder.read_dir().is_ok_and(|mut entries| entries.all(is_hidden)) {
        return Err(Problem::NotEmpty);
    }
    for (path, text) in files {
        let path = folder.join(path);
        let parent = path.parent().unwrap_or(folder);
        let create = || match fs::File::create_new(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            file => file?.write_all(text.as_bytes()),
        };
        fs::create_dir_all(parent)
            .and_then(|()| create())
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
