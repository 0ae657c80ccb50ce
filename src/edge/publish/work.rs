//! The working folder beside the output folder: at most one build has it, and what a killed build left in it is settled.
//!
//! A site's folder may come from a stranger, and a working folder with it. So nothing of that name is followed, and it is
//! Annai's only if it holds a marker whose name says which folder this is: a number that the system gave to it and the
//! instant at which it was made. No checkout, archive or copy brings a folder with the same two.

use std::ffi::{OsStr, OsString};
use std::fs::TryLockError;
use std::io;
use std::path::Path;
use std::sync::Arc;

use cap_fs_ext::{FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::fs::OpenOptions;

use super::folder::{Folder, same};
use super::old::{Late, discard, retire};
use super::swap::{NEW, OLD, SWAP};
use super::{Manifest, PublishError, swap};

/// The working folder of one output folder: `.public.annai-work` beside `public`. It is on the same file system, so
/// that its trees can be exchanged for the output folder, and it is gone when no build runs, unless one was killed.
#[derive(Debug)]
pub(super) struct Work {
    /// The folder that holds the output folder and the working folder.
    parent: Arc<Folder>,
    name: OsString,
    pub(super) folder: Folder,
    marker: String,
    _lock: std::fs::File,
}

impl Work {
    /// Takes the working folder of the output folder `out` in `parent`, or says that another build has it.
    pub(super) fn take(parent: &Arc<Folder>, out: &OsStr) -> Result<Self, PublishError> {
        let mut name = OsString::from(".");
        name.push(out);
        name.push(".annai-work");
        let path = parent.at(&name);
        let not_ours = |path| PublishError::WorkFolder { path };
        // Another build may remove the folder between any two of these steps; then they start again.
        for _ in 0..100 {
            match parent.dir.create_dir(&name) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(PublishError::system(&path)(error)),
                _ => {}
            }
            let Some(folder) = parent.find(&name, not_ours)? else { continue };
            let marker = marker(&folder).map_err(PublishError::system(&path))?;
            if !is_ours(&folder, &marker).map_err(PublishError::system(&path))? {
                return Err(not_ours(path));
            }
            let mut options = OpenOptions::new();
            options.create(true).truncate(false).write(true).follow(FollowSymlinks::No).nonblock(true);
            let lock = match folder.dir.open_with(&marker, &options) {
                Ok(lock) => lock.into_std(),
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(PublishError::system(&folder.at(&marker))(error)),
            };
            match lock.try_lock() {
                Ok(()) if is_at(&lock, &folder, &marker) => {
                    return Ok(Self { parent: Arc::clone(parent), name, folder, marker, _lock: lock });
                }
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => break,
                Err(TryLockError::Error(error)) => return Err(PublishError::system(&folder.at(&marker))(error)),
            }
        }
        Err(PublishError::Busy { folder: parent.at(out) })
    }

    /// Brings output folder and working folder into a state in which a build can start, whenever the last one died.
    pub(super) fn settle(&self, out: &OsStr) -> Result<Late, PublishError> {
        let (old, swap, new) = (self.tree(OLD)?, self.tree(SWAP)?, self.tree(NEW)?);
        let mut late = Late::default();
        let mut stands = self.output(out)?;
        if let Some(old) = old {
            match &stands {
                Some(out) => late.add(retire(&self.folder, OLD, &old, &listed(&old), out, &listed(out), None)?),
                None => {
                    // It died between the two renames that stand in for an exchange.
                    swap::rename(&self.folder, OLD, &self.parent, out)?;
                    stands = self.output(out)?;
                }
            }
        }
        match (swap, &stands) {
            (Some(swap), Some(out)) => late.add(retire(&self.folder, SWAP, &swap, &listed(&swap), out, &listed(out), None)?),
            (Some(swap), None) => discard(&self.folder, SWAP, &swap)?,
            (None, _) => {}
        }
        if let Some(new) = new {
            discard(&self.folder, NEW, &new)?;
        }
        Ok(late)
    }

    /// A tree in the working folder. What is no folder is not of our making.
    pub(super) fn tree(&self, name: &str) -> Result<Option<Folder>, PublishError> {
        self.folder.find(OsStr::new(name), |path| PublishError::WorkFolder { path })
    }

    fn output(&self, out: &OsStr) -> Result<Option<Folder>, PublishError> {
        self.parent.find(out, |path| PublishError::NotAFolder { path })
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if let Ok(Some(new)) = self.tree(NEW) {
            let _ = discard(&self.folder, NEW, &new);
        }
        // The marker goes last, and only with the folder: while anything is left, the next run has to know whose it is.
        let alone = self.folder.dir.entries().is_ok_and(|entries| entries.take(2).count() == 1);
        if alone {
            let _ = self.folder.dir.remove_file(&self.marker);
            let _ = self.parent.dir.remove_dir(&self.name);
        }
    }
}

/// The manifest of a tree. A damaged one owns nothing: then more is kept, not less.
fn listed(tree: &Folder) -> Manifest {
    Manifest::read(tree).ok().flatten().unwrap_or_default()
}

/// The name of the marker of this folder and of no other. It is locked by the build that owns the folder; the system
/// unlocks it when that dies.
pub(super) fn marker(folder: &Folder) -> io::Result<String> {
    let found = folder.metadata()?;
    let made = found.created().ok().and_then(|made| made.duration_since(std::time::UNIX_EPOCH).ok());
    let made = made.map_or(0, |made| made.as_nanos());
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        // Numbers of devices change when a machine starts again: they are taken only for want of something better.
        let device = if made == 0 { found.dev() } else { 0 };
        Ok(format!("annai-{:x}-{:x}.lock", found.ino(), u128::from(device) | made))
    }
    #[cfg(not(unix))]
    {
        Ok(format!("annai-{made:x}.lock"))
    }
}

/// Has this folder its marker, or is it empty because a build died before it could set the marker?
fn is_ours(folder: &Folder, marker: &str) -> io::Result<bool> {
    let mut empty = true;
    for entry in folder.dir.entries()? {
        let entry = entry?;
        if entry.file_name() == marker {
            return Ok(entry.file_type()?.is_file());
        }
        empty = false;
    }
    Ok(empty)
}

/// Is the locked file still the one in the folder, and not one that another build has just removed?
fn is_at(file: &std::fs::File, folder: &Folder, marker: &str) -> bool {
    let locked = file.try_clone().map(cap_std::fs::File::from_std).and_then(|file| file.metadata());
    match (locked, folder.dir.symlink_metadata(Path::new(marker))) {
        (Ok(locked), Ok(there)) => cfg!(not(unix)) || same(&locked, &there),
        _ => false,
    }
}
