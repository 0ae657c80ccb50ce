//! The working folder beside the output folder: at most one build has it, and what a killed build left in it is settled.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::old::{discard, retire};
use super::{Manifest, PublishError, swap};

/// Marks a working folder as Annai's, and is locked by the build that owns it; the system unlocks it when that dies.
const MARKER: &str = "annai.lock";

/// The working folder of one output folder: `.public.annai-work` beside `public`. It is on the same file system, so
/// that its trees can be exchanged for the output folder, and it is gone when no build runs, unless one was killed.
#[derive(Debug)]
pub(super) struct Work {
    folder: PathBuf,
    _lock: File,
}

impl Work {
    /// Takes the working folder of `out`, or says that another build has it, and settles what a killed build left.
    pub(super) fn take(out: &Path) -> Result<Self, PublishError> {
        let folder = Self::of(out);
        let marker = folder.join(MARKER);
        // Another build may remove the folder between any two of these steps; then they start again.
        for _ in 0..100 {
            match fs::create_dir(&folder) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match is_ours(&folder) {
                    Ok(true) => {}
                    Ok(false) => return Err(PublishError::WorkFolder { path: folder }),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                    Err(error) => return Err(PublishError::system(&folder)(error)),
                },
                Err(error) => return Err(PublishError::system(&folder)(error)),
            }
            let lock = match File::options().create(true).truncate(false).write(true).open(&marker) {
                Ok(lock) => lock,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(PublishError::system(&marker)(error)),
            };
            match lock.try_lock() {
                Ok(()) if is_at(&lock, &marker) => {
                    let work = Self { folder, _lock: lock };
                    work.settle(out)?;
                    return Ok(work);
                }
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => break,
                Err(TryLockError::Error(error)) => return Err(PublishError::system(&marker)(error)),
            }
        }
        Err(PublishError::Busy { folder: out.to_owned() })
    }

    /// The name of the working folder of `out`.
    pub(super) fn of(out: &Path) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(out.file_name().unwrap_or_default());
        name.push(".annai-work");
        out.with_file_name(name)
    }

    /// The tree that is being written. What is in it is nowhere else needed.
    pub(super) fn new_tree(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// The finished tree just before the exchange, and the old tree after it.
    pub(super) fn swap_tree(&self) -> PathBuf {
        self.folder.join("swap")
    }

    /// The old tree, where the system cannot exchange two folders.
    pub(super) fn old_tree(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Brings output folder and working folder into a state in which a build can start, whenever the last one died.
    fn settle(&self, out: &Path) -> Result<(), PublishError> {
        let (old, swap, new) = (self.old_tree(), self.swap_tree(), self.new_tree());
        if old.exists() {
            if out.exists() {
                retire(&old, &listed(&old), out, &listed(out))?;
            } else {
                // It died between the two renames that stand in for an exchange.
                swap::rename(&old, out)?;
            }
        }
        if swap.exists() {
            if out.exists() { retire(&swap, &listed(&swap), out, &listed(out))? } else { discard(&swap)? }
        }
        if new.exists() { discard(&new) } else { Ok(()) }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        let _ = discard(&self.new_tree());
        // The marker goes last, and only with the folder: while anything is left, the next run has to know whose it is.
        if !self.swap_tree().exists() && !self.old_tree().exists() && !self.new_tree().exists() {
            let _ = fs::remove_file(self.folder.join(MARKER));
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// The manifest of a tree. A damaged one owns nothing: then more is kept, not less.
fn listed(tree: &Path) -> Manifest {
    Manifest::read(tree).ok().flatten().unwrap_or_default()
}

/// Has this folder our marker, or is it empty because a build died before it could set the marker?
fn is_ours(folder: &Path) -> io::Result<bool> {
    if !fs::symlink_metadata(folder)?.is_dir() {
        return Ok(false);
    }
    let mut empty = true;
    for entry in fs::read_dir(folder)? {
        if entry?.file_name() == MARKER {
            return Ok(true);
        }
        empty = false;
    }
    Ok(empty)
}

/// Is the locked file still the one at `path`, and not one that another build has just removed?
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let identity = |found: fs::Metadata| (found.dev(), found.ino());
        match (file.metadata(), fs::symlink_metadata(path)) {
            (Ok(locked), Ok(there)) => identity(locked) == identity(there),
            _ => false,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}
