//! One tree takes the place of another, so that whoever looks sees one of the two, whole (where the system can exchange folders).

use std::ffi::OsStr;
use std::io;

use super::PublishError;
use super::folder::Folder;

/// The tree that is being written. What is in it is nowhere else needed.
pub(super) const NEW: &str = "new";
/// The finished tree just before the exchange, and the old tree after it.
pub(super) const SWAP: &str = "swap";
/// The old tree, where the system cannot exchange two folders.
pub(super) const OLD: &str = "old";

/// Puts the finished tree in the place of `out`, which exists. The old tree is the working folder's `swap` afterwards, or
/// its `old` where the system or the file system cannot exchange two folders.
pub(super) fn exchange(work: &Folder, parent: &Folder, out: &OsStr) -> Result<(), PublishError> {
    match exchange_at_once(work, parent, out) {
        Err(error) if cannot_exchange(&error) => two_renames(work, parent, out),
        done => done.map_err(PublishError::system(&parent.at(out))),
    }
}

/// The exchange where there is no exchange. Between the two renames there is no output folder; a reader who asks in
/// that moment finds nothing, and a run that is killed in it is mended by the next one.
pub(super) fn two_renames(work: &Folder, parent: &Folder, out: &OsStr) -> Result<(), PublishError> {
    rename(parent, out, work, OLD)?;
    rename(work, SWAP, parent, out).inspect_err(|_| {
        let _ = work.dir.rename(OLD, &parent.dir, out);
    })
}

/// Moves a folder from one folder to another name in another; nothing may stand there, an empty folder excepted. A link of
/// either name is not followed.
pub(super) fn rename(
    folder: &Folder,
    from: impl AsRef<OsStr>,
    other: &Folder,
    to: impl AsRef<OsStr>,
) -> Result<(), PublishError> {
    let to = to.as_ref();
    folder.dir.rename(from.as_ref(), &other.dir, to).map_err(PublishError::system(&other.at(to)))
}

/// renameat2(2) with RENAME_EXCHANGE on Linux, renameatx_np(2) with RENAME_SWAP on macOS.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange_at_once(work: &Folder, parent: &Folder, out: &OsStr) -> io::Result<()> {
    use rustix::fs::{RenameFlags, renameat_with};
    renameat_with(&work.dir, SWAP, &parent.dir, out, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange_at_once(_: &Folder, _: &Folder, _: &OsStr) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Did it fail because this is not supported here, and not for a reason in the folders themselves?
fn cannot_exchange(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Puts a finished tree on the disk before it is exchanged, so that a crash of the machine cannot leave the new names
/// with the contents missing. One call for the whole file system: one fsync(2) for each of 27,000 files would take
/// minutes on a disk; on tmpfs either is free.
pub(super) fn sync_tree(tree: &Folder) -> Result<(), PublishError> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        let synced = tree.handle().and_then(|folder| rustix::fs::syncfs(folder).map_err(io::Error::from));
        synced.map_err(PublishError::system(&tree.path))
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
pub(super) fn sync_names(folder: &Folder) {
    let _ = folder.handle().and_then(|folder| folder.sync_all());
}
