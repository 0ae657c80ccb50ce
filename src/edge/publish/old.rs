//! A tree that is not published any more is removed, and what Annai did not write is brought into the new one first.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::Reason;
use super::{MANIFEST, Manifest, PublishError};

/// Removes an unfinished tree, of which every foreign file still stands in the output folder.
pub(super) fn discard(tree: &Path) -> Result<(), PublishError> {
    remove(tree, Some(""), &|_, _| Ok(false))
}

/// Removes a tree that was exchanged for `out`. A foreign file that appeared or changed in it while the site was
/// being built is moved to `out`; so nothing foreign is lost however the build and the other program interleave.
///
/// `was` and `is` are the manifests of the two.
pub(super) fn retire(tree: &Path, was: &Manifest, out: &Path, is: &Manifest) -> Result<(), PublishError> {
    let manifest = tree.join(MANIFEST);
    empty(tree, Some(""), &|path, name| {
        // The manifest goes last: if this run is killed here, the next one has to know whose the rest is.
        if path == manifest {
            return Ok(true);
        }
        // A foreign file at a path that the new site has was taken over with the editor's consent (`adopt`).
        if name.is_some_and(|name| was.owns(name) || is.owns(name)) {
            return Ok(false);
        }
        let Ok(relative) = path.strip_prefix(tree) else { return Ok(false) };
        rescue(path, &out.join(relative))
    })?;
    match fs::remove_file(&manifest) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(leftover(&manifest)(error)),
        _ => fs::remove_dir(tree).map_err(leftover(tree)),
    }
}

/// Moves `from` to `to` unless `to` is the same file, or a copy of it. Says whether it moved.
fn rescue(from: &Path, to: &Path) -> io::Result<bool> {
    let (late, carried) = (fs::symlink_metadata(from)?, fs::symlink_metadata(to));
    match carried {
        Ok(carried) if same(&late, &carried) || late.modified()? <= carried.modified()? => return Ok(false),
        Ok(_) => {}
        Err(_) => {
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder)?;
            }
        }
    }
    fs::rename(from, to).map(|()| true)
}

#[cfg(unix)]
fn same(a: &fs::Metadata, b: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn same(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    false
}

/// Removes a folder with all that is in it; see [`empty`].
fn remove<F>(folder: &Path, name: Option<&str>, spare: &F) -> Result<(), PublishError>
where
    F: Fn(&Path, Option<&str>) -> io::Result<bool> + Sync,
{
    empty(folder, name, spare)?;
    fs::remove_dir(folder).map_err(leftover(folder))
}

/// Removes all that is in a folder, in parallel. `spare` is given each file and its name (`None` when it is not UTF-8),
/// and says whether to let it be: because it took the file away, or because the file stays.
fn empty<F>(folder: &Path, name: Option<&str>, spare: &F) -> Result<(), PublishError>
where
    F: Fn(&Path, Option<&str>) -> io::Result<bool> + Sync,
{
    let mut folders = Vec::new();
    for entry in opened(folder, || fs::read_dir(folder)).map_err(leftover(folder))? {
        let entry = entry.map_err(leftover(folder))?;
        let path = entry.path();
        let child = entry.file_name();
        let child = name.zip(child.to_str()).map(|(name, child)| super::join(name, child));
        if entry.file_type().map_err(leftover(&path))?.is_dir() {
            folders.push((path, child));
        } else if !spare(&path, child.as_deref()).map_err(leftover(&path))? {
            opened(folder, || fs::remove_file(&path)).map_err(leftover(&path))?;
        }
    }
    let inner = |(path, name): (PathBuf, Option<String>)| remove(&path, name.as_deref(), spare);
    match folders.len() {
        0 | 1 => folders.into_iter().try_for_each(inner),
        _ => folders.into_par_iter().try_for_each(inner),
    }
}

/// Does it again with the folder opened to its owner, when permissions were the reason that it failed.
fn opened<T>(folder: &Path, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        #[cfg(unix)]
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
            act()
        }
        done => {
            let _ = folder;
            done
        }
    }
}

fn leftover(path: &Path) -> impl FnOnce(io::Error) -> PublishError + '_ {
    move |error| PublishError::Leftover { path: path.to_owned(), reason: Reason::from(&error) }
}
