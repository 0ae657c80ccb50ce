//! A tree that is not published any more is removed, and what Annai did not write is brought into the new one first.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use cap_std::fs::DirEntry;
use rayon::prelude::*;

use super::error::Reason;
use super::folder::{Folder, changed_since, same};
use super::manifest::State;
use super::{MANIFEST, Manifest, PublishError};

/// Files that somebody changed while a site was being published, by their paths in the output folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Late {
    /// The new site has a file there, which took the place of the change.
    pub(super) replaced: Vec<String>,
    /// The new site has no file there; the changed one was brought over.
    pub(super) kept: Vec<String>,
}

impl Late {
    /// Adds what was found in another tree.
    pub(super) fn add(&mut self, other: Self) {
        self.replaced.extend(other.replaced);
        self.kept.extend(other.kept);
    }
}

/// Removes an unfinished tree, of which every foreign file still stands in the output folder.
pub(super) fn discard(parent: &Folder, name: &str, tree: &Folder) -> Result<(), PublishError> {
    open_to_owner(parent, name, tree);
    // One after the other: a run that is stopped does this while its other threads wait.
    empty(tree, Path::new(""), false, &|_| Ok(Fate::Removed))?;
    parent.dir.remove_dir(name).map_err(leftover(&tree.path))
}

/// Removes a tree that was exchanged for `out`. A foreign file that appeared or changed in it while the site was
/// being built is moved to `out`; so nothing foreign is lost however the build and the other program interleave.
///
/// `was` and `is` are the manifests of the two. A file of `was` was changed by somebody when its sum is another; only those
/// are looked at that changed after `since`, when what came before was looked at already.
pub(super) fn retire(
    parent: &Folder,
    name: &str,
    tree: &Folder,
    was: &Manifest,
    out: &Folder,
    is: &Manifest,
    since: Option<SystemTime>,
) -> Result<Late, PublishError> {
    open_to_owner(parent, name, tree);
    let late = Mutex::new(Late::default());
    let late_file = |add: &dyn Fn(&mut Late)| add(&mut late.lock().unwrap_or_else(PoisonError::into_inner));
    empty(tree, Path::new(""), true, &|old: &Old<'_>| {
        let name = old.name();
        // The manifest goes last: if this run is killed here, the next one has to know whose the rest is.
        if name.as_deref() == Some(MANIFEST) {
            return Ok(Fate::Stays);
        }
        let Some(name) = name.filter(|name| was.owns(name) || is.owns(name)) else { return old.rescue(out) };
        let found = old.entry.metadata()?;
        let changed = changed_since(&found, since)
            && was.files.get(&*name).map_or(since.is_some(), |entry| entry.state_in(tree, &name) == State::Changed);
        match (changed, is.owns(&name)) {
            (false, _) => return Ok(Fate::Removed),
            (true, true) => late_file(&|late| late.replaced.push(name.clone())),
            (true, false) => {
                let fate = old.rescue(out)?;
                if fate == Fate::Moved {
                    late_file(&|late| late.kept.push(name.clone()));
                }
                return Ok(fate);
            }
        }
        Ok(Fate::Removed)
    })?;
    match tree.dir.remove_file(MANIFEST) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(leftover(&tree.at(MANIFEST))(error)),
        _ => parent.dir.remove_dir(name).map_err(leftover(&tree.path)),
    }?;
    let mut late = late.into_inner().unwrap_or_else(PoisonError::into_inner);
    late.replaced.sort();
    late.kept.sort();
    Ok(late)
}

/// What is to become of a file in an old tree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Removed,
    /// It was taken away already.
    Moved,
    Stays,
}

/// A file in an old tree.
struct Old<'a> {
    folder: &'a Folder,
    entry: &'a DirEntry,
    /// Relative to the tree.
    path: PathBuf,
}

impl Old<'_> {
    /// The path as pages have it; `None` when it is not UTF-8.
    fn name(&self) -> Option<String> {
        super::foreign::name(&self.path)
    }

    /// Moves it to the same place in `out`, unless what is there is the same file or a copy of it.
    fn rescue(&self, out: &Folder) -> io::Result<Fate> {
        let late = self.entry.metadata()?;
        match out.dir.symlink_metadata(&self.path) {
            Ok(carried) if same(&late, &carried) || late.modified()? <= carried.modified()? => return Ok(Fate::Removed),
            Ok(_) => {}
            Err(_) => {
                if let Some(folder) = self.path.parent().filter(|folder| *folder != Path::new("")) {
                    out.dir.create_dir_all(folder)?;
                }
            }
        }
        self.folder.dir.rename(self.entry.file_name(), &out.dir, &self.path).map(|()| Fate::Moved)
    }
}

/// Removes all that is in a folder at `path` of a tree, on all threads where it may. `fate` is asked about each file.
fn empty<F>(folder: &Folder, path: &Path, spread: bool, fate: &F) -> Result<(), PublishError>
where
    F: Fn(&Old<'_>) -> io::Result<Fate> + Sync,
{
    let mut folders = Vec::new();
    for entry in folder.dir.entries().map_err(leftover(&folder.path))? {
        let entry = entry.map_err(leftover(&folder.path))?;
        let child = entry.file_name();
        if entry.file_type().map_err(leftover(&folder.at(&child)))?.is_dir() {
            folders.push(child);
            continue;
        }
        let old = Old { folder, entry: &entry, path: path.join(&child) };
        if fate(&old).map_err(leftover(&folder.at(&child)))? == Fate::Removed {
            folder.dir.remove_file(&child).map_err(leftover(&folder.at(&child)))?;
        }
    }
    let inner = |child: OsString| {
        let at = folder.at(&child);
        let inner = folder.enter(&child).map_err(leftover(&at))?;
        open_to_owner(folder, &child, &inner);
        empty(&inner, &path.join(&child), spread, fate)?;
        folder.dir.remove_dir(&child).map_err(leftover(&at))
    };
    if spread && folders.len() > 1 {
        folders.into_par_iter().try_for_each(inner)
    } else {
        folders.into_iter().try_for_each(inner)
    }
}

/// Opens a closed folder, so that it can be emptied. Where that is not allowed, emptying it says so.
fn open_to_owner(parent: &Folder, name: impl AsRef<Path>, folder: &Folder) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if folder.metadata().is_ok_and(|found| found.permissions().mode() & 0o700 != 0o700) {
            let open = cap_std::fs::Permissions::from_std(std::fs::Permissions::from_mode(0o700));
            let _ = parent.dir.set_permissions(name, open);
        }
    }
    #[cfg(not(unix))]
    let _ = (parent, name, folder);
}

fn leftover(path: &Path) -> impl FnOnce(io::Error) -> PublishError + '_ {
    move |error| PublishError::Leftover { path: path.to_owned(), reason: Reason::from(&error) }
}
