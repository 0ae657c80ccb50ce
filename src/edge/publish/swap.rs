//! One tree takes the place of another, so that whoever looks sees the one or the other.

use std::fs;
use std::io;
use std::path::Path;

use super::PublishError;

/// Puts the finished `tree` in the place of `out`, which exists. The old tree is at `tree` afterwards, or at `aside`
/// where the system or the file system cannot exchange two folders.
pub(super) fn exchange(tree: &Path, out: &Path, aside: &Path) -> Result<(), PublishError> {
    match exchange_at_once(tree, out) {
        Err(error) if cannot_exchange(&error) => two_renames(tree, out, aside),
        done => done.map_err(PublishError::system(out)),
    }
}

/// The exchange where there is no exchange. Between the two renames there is no output folder; a reader who asks in
/// that moment finds nothing, and a run that is killed in it is mended by the next one.
pub(super) fn two_renames(tree: &Path, out: &Path, aside: &Path) -> Result<(), PublishError> {
    rename(out, aside)?;
    rename(tree, out).inspect_err(|_| {
        let _ = fs::rename(aside, out);
    })
}

/// Gives a folder another name; nothing may stand there, an empty folder excepted.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), PublishError> {
    fs::rename(from, to).map_err(PublishError::system(to))
}

/// renameat2(2) with RENAME_EXCHANGE on Linux, renameatx_np(2) with RENAME_SWAP on macOS.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange_at_once(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange_at_once(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Did it fail because this is not supported here, and not for a reason in the folders themselves?
fn cannot_exchange(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Puts a finished tree on the disk before it is exchanged, so that a crash of the machine cannot leave the new names
/// with the contents missing. One call for the whole file system: one fsync(2) for each of 27,000 files would take
/// minutes on a disk; on tmpfs either is free.
pub(super) fn sync_tree(tree: &Path) -> Result<(), PublishError> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        let opened = fs::File::open(tree).map_err(PublishError::system(tree))?;
        rustix::fs::syncfs(opened).map_err(|error| PublishError::system(tree)(error.into()))
    }
    #[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
    {
        let _ = tree;
        rustix::fs::sync();
        Ok(())
    }
    #[cfg(not(unix))]
    {
        let _ = tree;
        Ok(())
    }
}

/// Puts the names in a folder on the disk; where that is impossible, the system does it in its own time.
pub(super) fn sync_names(folder: &Path) {
    #[cfg(unix)]
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}
