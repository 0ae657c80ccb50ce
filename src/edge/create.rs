//! Writes the files of a new site, and files that Annai keeps beside the content.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::read::links::way;

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

/// Replaces one file of the site at `root` as a whole: written beside it, then renamed over it. A link is followed if what it
/// leads to is read, too.
///
/// # Errors
/// The system's words, or where a link leads.
pub fn replace(root: &Path, path: &str, text: &str) -> Result<(), String> {
    let root = fs::canonicalize(root).map_err(|error| error.to_string())?;
    let path = root.join(way(&root, Path::new(path)).map_err(|target| format!("→ {}", target.display()))?);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let side = path.with_file_name(format!(".{name}.tmp"));
    // Made anew: what lies there may lead elsewhere.
    let _ = fs::remove_file(&side);
    let written = fs::File::create_new(&side).and_then(|mut file| file.write_all(text.as_bytes()));
    written.and_then(|()| fs::rename(&side, &path)).map_err(|error| error.to_string())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn nothing_outside_the_site_is_written() {
        let (site, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let victim = other.path().join("victim");
        fs::write(&victim, "kept").unwrap();
        let content = site.path().join("content");
        fs::create_dir(&content).unwrap();
        symlink(&victim, content.join(".own.lock.tmp")).unwrap();
        symlink(&victim, content.join("link.lock")).unwrap();
        symlink("own.lock", content.join("inner.lock")).unwrap();
        symlink(other.path(), content.join("out")).unwrap();
        replace(site.path(), "content/own.lock", "1").unwrap();
        assert_eq!(fs::read_to_string(content.join("own.lock")).unwrap(), "1");
        replace(site.path(), "content/inner.lock", "2").unwrap();
        assert_eq!(fs::read_to_string(content.join("own.lock")).unwrap(), "2");
        assert!(content.join("inner.lock").is_symlink());
        for path in ["content/link.lock", "content/out/victim", "content/out/new", "public/x"] {
            assert!(replace(site.path(), path, "3").unwrap_err().starts_with("→ "), "{path}");
        }
        assert_eq!((fs::read_to_string(&victim).unwrap().as_str(), fs::read_dir(other.path()).unwrap().count()), ("kept", 1));
    }
}
