//! Files in the output folder that Annai did not write: found before the build, carried over into the new tree.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Manifest, PublishError};

/// What a foreign path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A regular file, or something special such as a socket.
    File,
    /// A symbolic link; it is never followed.
    Link,
    /// A folder with nothing in it and nothing of Annai's either.
    EmptyFolder,
}

/// All that is foreign in one output folder.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    /// Path relative to the output folder, sorted.
    items: Vec<(PathBuf, Kind)>,
    /// The same, and every folder that holds any, by the path as [`super::Publisher::write`] takes it; `true`: a folder.
    /// A name that is not UTF-8 is missing here: no page can have it.
    names: HashMap<String, bool>,
}

impl Foreign {
    /// Walks the output folder. Links are not followed, and another file system mounted inside is an error.
    pub(super) fn find(out: &Path, manifest: &Manifest) -> Result<Self, PublishError> {
        let mut items = walk(out, Path::new(""), Some(""), device(out)?, manifest)?;
        items.sort_by(|a, b| a.0.cmp(&b.0));
        let mut names = HashMap::new();
        for (path, kind) in &items {
            names.extend(name(path).map(|name| (name, *kind == Kind::EmptyFolder)));
            names.extend(path.ancestors().skip(1).filter_map(name).map(|folder| (folder, true)));
        }
        Ok(Self { items, names })
    }

    /// How many files there are, and the first; empty folders do not count.
    pub(super) fn files(&self) -> (usize, Option<&Path>) {
        let mut files = self.items.iter().filter(|(_, kind)| *kind != Kind::EmptyFolder).map(|(path, _)| path.as_path());
        let first = files.next();
        (files.count() + usize::from(first.is_some()), first)
    }

    /// Is there nothing?
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Is the path taken: `Some(true)` by a folder, `Some(false)` by a file?
    pub(super) fn takes(&self, path: &str) -> Option<bool> {
        self.names.get(path).copied()
    }

    /// Brings everything into the new tree: as a second name of the same file where the file system allows it, else as
    /// a copy. What `replaced` names is left behind. Returns how many files came along.
    pub(super) fn carry(&self, out: &Path, tree: &Path, replaced: impl Fn(&str) -> bool) -> Result<usize, PublishError> {
        let mut carried = 0;
        for (path, kind) in &self.items {
            if name(path).is_some_and(|name| replaced(&name)) {
                continue;
            }
            let (from, to) = (out.join(path), tree.join(path));
            if let Some(folder) = if *kind == Kind::EmptyFolder { Some(to.as_path()) } else { to.parent() } {
                fs::create_dir_all(folder).map_err(PublishError::system(folder))?;
            }
            match kind {
                Kind::EmptyFolder => continue,
                Kind::File => link_or_copy(&from, &to),
                Kind::Link => copy_link(&from, &to),
            }
            .map_err(PublishError::system(&from))?;
            carried += 1;
        }
        self.keep_modes(out, tree)?;
        Ok(carried)
    }

    /// Folders that hold foreign files stay as closed or as open as they were, the output folder itself too.
    fn keep_modes(&self, out: &Path, tree: &Path) -> Result<(), PublishError> {
        let mut folders: BTreeSet<&Path> = self.items.iter().flat_map(|(path, _)| path.ancestors().skip(1)).collect();
        folders.extend(self.items.iter().filter(|(_, kind)| *kind == Kind::EmptyFolder).map(|(path, _)| path.as_path()));
        folders.insert(Path::new(""));
        // From the inside out, since a closed folder cannot be entered any more.
        for folder in folders.into_iter().rev() {
            let (from, to) = (out.join(folder), tree.join(folder));
            let (Ok(old), Ok(new)) = (fs::metadata(&from), fs::metadata(&to)) else { continue };
            if old.permissions() != new.permissions() {
                fs::set_permissions(&to, old.permissions()).map_err(PublishError::system(&to))?;
            }
        }
        Ok(())
    }
}

fn walk(
    folder: &Path,
    path: &Path,
    name: Option<&str>,
    mounted: u64,
    manifest: &Manifest,
) -> Result<Vec<(PathBuf, Kind)>, PublishError> {
    let (mut found, mut folders, mut empty) = (Vec::new(), Vec::new(), true);
    for entry in fs::read_dir(folder).map_err(PublishError::system(folder))? {
        let entry = entry.map_err(PublishError::system(folder))?;
        let kind = entry.file_type().map_err(PublishError::system(folder))?;
        let child = entry.file_name();
        let child_name = name.zip(child.to_str()).map(|(name, child)| super::join(name, child));
        empty = false;
        if kind.is_dir() {
            folders.push((entry.path(), path.join(child), child_name));
        } else if !child_name.as_deref().is_some_and(|name| manifest.owns(name)) {
            found.push((path.join(child), if kind.is_symlink() { Kind::Link } else { Kind::File }));
        }
    }
    // A folder that only held pages which somebody removed by hand is ours, and goes.
    if empty && name.is_none_or(|name| !name.is_empty() && !manifest.reaches_into(name)) {
        found.push((path.to_owned(), Kind::EmptyFolder));
    }
    let inner = |(folder, path, name): (PathBuf, PathBuf, Option<String>)| {
        if device(&folder)? != mounted {
            return Err(PublishError::MountPoint { path: folder });
        }
        walk(&folder, &path, name.as_deref(), mounted, manifest)
    };
    let inner: Vec<_> = match folders.len() {
        0 => return Ok(found),
        1 => folders.into_iter().map(inner).collect::<Result<_, _>>()?,
        _ => folders.into_par_iter().map(inner).collect::<Result<_, _>>()?,
    };
    found.extend(inner.into_iter().flatten());
    Ok(found)
}

/// A relative path as pages have it; `None` when it is not UTF-8 or empty.
fn name(path: &Path) -> Option<String> {
    let mut name = String::new();
    for part in path.components() {
        name = super::join(&name, part.as_os_str().to_str()?);
    }
    (!name.is_empty()).then_some(name)
}

/// A number for the file system that a folder is on.
pub(super) fn device(folder: &Path) -> Result<u64, PublishError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(folder).map(|found| found.dev()).map_err(PublishError::system(folder))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(0)
    }
}

/// A file that vanished in the meantime is nothing to carry.
fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => {
            let found = fs::symlink_metadata(from)?;
            if !found.is_file() {
                return Err(error);
            }
            fs::copy(from, to)?;
            // So that a copy is known to be as old as what it was made from; see `super::old`.
            if let Ok(modified) = found.modified() {
                let _ = fs::File::options().write(true).open(to).and_then(|file| file.set_modified(modified));
            }
            Ok(())
        }
    }
}

#[cfg(unix)]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::read_link(from) {
        Ok(target) => std::os::unix::fs::symlink(target, to),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    link_or_copy(from, to)
}
