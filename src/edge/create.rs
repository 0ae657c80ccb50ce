//! Writes the files of a new site, and files that Annai keeps beside the content.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::read::links::way;

/// Why the files of a new site could not be written.
#[derive(Debug)]
pub enum Problem {
    /// The folder holds something, or is a file.
    NotEmpty,
    /// A file could not be written.
    Unwritten(Unwritten),
}

/// A file that could not be written.
#[derive(Debug)]
pub struct Unwritten {
    /// Its path.
    pub path: PathBuf,
    /// The system's own words.
    pub reason: String,
}

/// Writes every file below `folder`. A folder counts as empty if it holds hidden names alone, as a new repository does
/// (`.git`, `.gitignore`); a file that is there stays as it is.
pub fn tree(folder: &Path, list: &[(&str, &str)]) -> Result<(), Problem> {
    let is_hidden =
        |entry: io::Result<fs::DirEntry>| entry.is_ok_and(|entry| entry.file_name().as_encoded_bytes().starts_with(b"."));
    if folder.exists() && !folder.read_dir().is_ok_and(|mut entries| entries.all(is_hidden)) {
        return Err(Problem::NotEmpty);
    }
    let create = |path: &Path, text: &str| match fs::File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        file => file?.write_all(text.as_bytes()),
    };
    list.iter().try_for_each(|(path, text)| below(folder, path, text, create)).map_err(Problem::Unwritten)
}

/// Writes every file below `folder`, in the place of those that are there. On the way from `site` to it, if it lies there, no link is
/// followed: a site that came from elsewhere does not say where its editors write.
pub fn files(site: &Path, folder: &Path, list: &[(String, String)]) -> Result<(), Unwritten> {
    let inside = folder.ancestors().take_while(|path| *path != site && path.starts_with(site));
    if let Some(link) = inside.filter(|path| path.is_symlink()).last() {
        let target = fs::read_link(link).unwrap_or_default();
        return Err(Unwritten { path: link.to_owned(), reason: format!("→ {}", target.display()) });
    }
    list.iter().try_for_each(|(path, text)| {
        below(folder, path, text, |path, text| {
            let _ = fs::remove_file(path);
            fs::File::create_new(path)?.write_all(text.as_bytes())
        })
    })
}

/// Writes a file, and the folders around it that are not there yet.
fn below(folder: &Path, path: &str, text: &str, write: impl Fn(&Path, &str) -> io::Result<()>) -> Result<(), Unwritten> {
    let path = folder.join(path);
    let parent = path.parent().unwrap_or(folder);
    let written = fs::create_dir_all(parent).and_then(|()| write(&path, text));
    written.map_err(|error| Unwritten { path, reason: error.to_string() })
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

/// Writes a file that somebody asked for, wherever that is: as a whole, or not at all.
///
/// # Errors
/// The system's words.
pub fn file(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let side = path.with_file_name(format!(".{name}.tmp"));
    let _ = fs::remove_file(&side);
    let written = fs::File::create_new(&side).and_then(|mut file| file.write_all(bytes));
    let done = written.and_then(|()| fs::rename(&side, path));
    if done.is_err() {
        let _ = fs::remove_file(&side);
    }
    done.map_err(|error| error.to_string())
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

    #[test]
    fn no_link_of_a_site_leads_what_is_written_elsewhere() {
        let (site, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let list = [("a.json".to_owned(), "1".to_owned())];
        let folder = site.path().join(".annai/schema");
        files(site.path(), &folder, &list).unwrap();
        assert_eq!(fs::read_to_string(folder.join("a.json")).unwrap(), "1");
        let victim = other.path().join("victim");
        fs::write(&victim, "kept").unwrap();
        fs::remove_file(folder.join("a.json")).unwrap();
        symlink(&victim, folder.join("a.json")).unwrap();
        files(site.path(), &folder, &list).unwrap();
        assert_eq!(fs::read_to_string(&victim).unwrap(), "kept");
        fs::remove_dir_all(site.path().join(".annai")).unwrap();
        symlink(other.path(), site.path().join(".annai")).unwrap();
        assert!(files(site.path(), &folder, &list).unwrap_err().reason.starts_with("→ "));
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 1);
    }
}
