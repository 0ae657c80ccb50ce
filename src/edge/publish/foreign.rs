//! Files in the output folder that Annai did not write: found before the build, carried over into the new tree.

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::folder::Folder;
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
    pub(super) fn find(out: &Folder, manifest: &Manifest) -> Result<Self, PublishError> {
        let mut items = walk(out, Path::new(""), Some(""), out.device()?, manifest)?;
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

    /// The paths of all files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.items.iter().filter(|(_, kind)| *kind != Kind::EmptyFolder).map(|(path, _)| path.as_path())
    }

    /// Is there nothing?
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Is the path taken: `Some(true)` by a folder, `Some(false)` by a file?
    pub(super) fn takes(&self, path: &str) -> Option<bool> {
        self.names.get(path).copied()
    }

    /// A file that was Annai's stays from now on as a foreign one, since somebody has changed it.
    pub(super) fn keep(&mut self, out: &Folder, path: &str) {
        let is_link = out.dir.symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        self.items.push((path.into(), if is_link { Kind::Link } else { Kind::File }));
    }

    /// Brings everything into the new tree: as a second name of the same file where the file system allows it, else as
    /// a copy. What `replaced` names is left behind. Returns how many files came along.
    pub(super) fn carry(&self, out: &Folder, tree: &Folder, replaced: impl Fn(&str) -> bool) -> Result<usize, PublishError> {
        let mut carried = 0;
        for (path, kind) in &self.items {
            if name(path).is_some_and(|name| replaced(&name)) {
                continue;
            }
            let folder = if *kind == Kind::EmptyFolder { Some(path.as_path()) } else { path.parent() };
            if let Some(folder) = folder.filter(|folder| *folder != Path::new("")) {
                tree.dir.create_dir_all(folder).map_err(PublishError::system(&tree.at(folder)))?;
            }
            match kind {
                Kind::EmptyFolder => continue,
                Kind::File => link_or_copy(out, tree, path),
                Kind::Link => copy_link(out, tree, path),
            }
            .map_err(PublishError::system(&out.at(path)))?;
            carried += 1;
        }
        self.keep_modes(out, tree)?;
        Ok(carried)
    }

    /// Folders that hold foreign files stay as closed or as open as they were, the output folder itself too.
    fn keep_modes(&self, out: &Folder, tree: &Folder) -> Result<(), PublishError> {
        let mut folders: BTreeSet<&Path> = self.items.iter().flat_map(|(path, _)| path.ancestors().skip(1)).collect();
        folders.extend(self.items.iter().filter(|(_, kind)| *kind == Kind::EmptyFolder).map(|(path, _)| path.as_path()));
        folders.insert(Path::new(""));
        // From the inside out, since a closed folder cannot be entered any more.
        for path in folders.into_iter().rev() {
            let (from, to);
            let (from, to) = if path == Path::new("") {
                (out, tree)
            } else {
                let (Ok(inner), Ok(new)) = (out.enter(path), tree.enter(path)) else { continue };
                (from, to) = (inner, new);
                (&from, &to)
            };
            let (Ok(old), Ok(new)) = (from.metadata(), to.metadata()) else { continue };
            if old.permissions() != new.permissions() {
                let closed = to.handle().and_then(|folder| folder.set_permissions(old.permissions()));
                closed.map_err(PublishError::system(&to.path))?;
            }
        }
        Ok(())
    }
}

fn walk(
    folder: &Folder,
    path: &Path,
    name: Option<&str>,
    mounted: u64,
    manifest: &Manifest,
) -> Result<Vec<(PathBuf, Kind)>, PublishError> {
    let (mut found, mut folders, mut empty) = (Vec::new(), Vec::new(), true);
    for entry in folder.dir.entries().map_err(PublishError::system(&folder.path))? {
        let entry = entry.map_err(PublishError::system(&folder.path))?;
        let kind = entry.file_type().map_err(PublishError::system(&folder.path))?;
        let child = entry.file_name();
        let child_name = name.zip(child.to_str()).map(|(name, child)| super::join(name, child));
        empty = false;
        if kind.is_dir() {
            folders.push((child, child_name));
        } else if !child_name.as_deref().is_some_and(|name| manifest.owns(name)) {
            found.push((path.join(child), if kind.is_symlink() { Kind::Link } else { Kind::File }));
        }
    }
    // A folder that only held pages which somebody removed by hand is ours, and goes.
    if empty && name.is_none_or(|name| !name.is_empty() && !manifest.reaches_into(name)) {
        found.push((path.to_owned(), Kind::EmptyFolder));
    }
    let inner = |(child, name): (std::ffi::OsString, Option<String>)| {
        let inner = folder.enter(&child).map_err(PublishError::system(&folder.at(&child)))?;
        if inner.device()? != mounted {
            return Err(PublishError::MountPoint { path: inner.path });
        }
        walk(&inner, &path.join(child), name.as_deref(), mounted, manifest)
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
pub(super) fn name(path: &Path) -> Option<String> {
    let mut name = String::new();
    for part in path.components() {
        name = super::join(&name, part.as_os_str().to_str()?);
    }
    (!name.is_empty()).then_some(name)
}

/// A file that vanished in the meantime is nothing to carry.
fn link_or_copy(out: &Folder, tree: &Folder, path: &Path) -> io::Result<()> {
    match out.dir.hard_link(path, &tree.dir, path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => {
            let found = out.dir.symlink_metadata(path)?;
            if !found.is_file() {
                return Err(error);
            }
            out.dir.copy(path, &tree.dir, path)?;
            // So that a copy is known to be as old as what it was made from; see `super::old`.
            if let Ok(modified) = found.modified() {
                let options = cap_std::fs::OpenOptions::new().write(true).clone();
                let copy = tree.dir.open_with(path, &options).map(cap_std::fs::File::into_std);
                let _ = copy.and_then(|file| file.set_modified(modified.into_std()));
            }
            Ok(())
        }
    }
}

#[cfg(unix)]
fn copy_link(out: &Folder, tree: &Folder, path: &Path) -> io::Result<()> {
    match out.dir.read_link_contents(path) {
        Ok(target) => tree.dir.symlink_contents(target, path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn copy_link(out: &Folder, tree: &Folder, path: &Path) -> io::Result<()> {
    link_or_copy(out, tree, path)
}
