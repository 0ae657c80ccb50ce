//! Publishing: a finished site takes the place of the earlier one in a single step, or not at all.
//!
//! **How.** Pages are written to a tree in a working folder beside the output folder (`.public.annai-work` beside
//! `public`). [`Publisher::commit`] writes the manifest, brings in the files that Annai did not write, and exchanges the
//! tree for the output folder; then the old tree is removed.
//!
//! **What is promised.**
//! - When the *process* dies at any instant (`kill -9`, a full disk, a panic), the output folder is wholly the old site
//!   or wholly the new one. What it leaves in the working folder is settled and removed by the next run.
//! - When the *machine* dies: the same on Linux, where everything is on the disk before the exchange (one syncfs(2)),
//!   as far as the file system keeps the order of renames (ext4, XFS, Btrfs and others with a journal or copy on write
//!   do; nothing on tmpfs survives). On other systems writing to the disk is only begun, and a torn site is possible;
//!   the manifest's sizes and SHA-256 show it, and the next run replaces every file.
//! - A *reader* never finds a torn site or none, on Linux and macOS on file systems that can exchange folders (all usual
//!   local ones). Elsewhere two renames follow each other: for an instant there is no output folder, and when the process
//!   dies in that instant, the next run brings the old site back.
//! - Two builds into one folder: the second is refused with [`PublishError::Busy`].
//! - The exchange makes a new folder of the same name. A program that has the *folder itself* open (its current folder, a
//!   container's bind mount of it) still sees the old one, which is empty by then: point it at the folder above.
//!
//! **Whose files.** A file is Annai's when the manifest of the earlier site names it; such a file is replaced or removed even
//! if somebody has changed it by hand. Every other file is foreign and never removed: it is carried over as it is, with the
//! mode of its folder. A foreign file where a page belongs is an error, unless the folder is adopted. A foreign file that
//! appears or changes while a site is being published is found in the old tree and brought over, too.
//!
//! **Unchanged files** keep their time of change: a file with the same bytes is linked from the old tree.

mod error;
mod foreign;
mod manifest;
mod old;
mod swap;
mod target;
mod work;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use error::{PublishError, Reason};
pub use manifest::{Entry, MANIFEST, Manifest};
pub use target::Target;

use foreign::Foreign;
use work::Work;

/// A site that is being published. Pages are handed over one at a time, from any number of threads; nothing is seen of them
/// before [`Publisher::commit`], and nothing remains of them when the publisher is dropped without it.
#[derive(Debug)]
pub struct Publisher {
    out: PathBuf,
    work: Work,
    tree: PathBuf,
    adopt: bool,
    /// The earlier site; `None` when there is no output folder.
    earlier: Option<Manifest>,
    foreign: Foreign,
    /// What the umask makes of a new file.
    mode: Permissions,
    written: Mutex<Written>,
}

/// What was handed over so far.
#[derive(Debug, Default)]
struct Written {
    files: BTreeMap<Box<str>, Entry>,
    folders: HashSet<Box<str>>,
    /// The first page that failed; a site without it is not published.
    failed: Option<PublishError>,
}

/// What a publication did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Files that are new or differ from the earlier site's.
    pub written: usize,
    /// Files that are the same as the earlier site's.
    pub unchanged: usize,
    /// Files of the earlier site that the new one does not have.
    pub removed: usize,
    /// Foreign files that were carried over.
    pub carried: usize,
    /// Bytes of all files of the site, the manifest not counted.
    pub bytes: u64,
    /// The site stands, but the earlier one could not be removed entirely from the working folder.
    pub leftover: Option<PublishError>,
}

impl Publisher {
    /// Checks the target, takes it for this run, and clears what a killed run left.
    ///
    /// # Errors
    /// The folder is one that is always refused, holds foreign files and no manifest without `adopt`, has a damaged
    /// manifest without `adopt`, is used by another build, or the system refuses.
    pub fn open(target: &Target) -> Result<Self, PublishError> {
        let out = target.resolve()?;
        let parent = out.parent().unwrap_or(&out);
        fs::create_dir_all(parent).map_err(PublishError::system(parent))?;
        let work = Work::take(&out)?;
        let (mut earlier, mut foreign) = (None, Foreign::default());
        if out.exists() {
            if foreign::device(&out)? != foreign::device(parent)? {
                return Err(PublishError::MountPoint { path: out });
            }
            let found = match Manifest::read(&out) {
                Err(PublishError::Manifest { .. }) if target.adopt => None,
                found => found?,
            };
            let unclaimed = found.is_none() && !target.adopt;
            let manifest = found.unwrap_or_default();
            foreign = Foreign::find(&out, &manifest)?;
            if let (count, Some(example)) = foreign.files()
                && unclaimed
            {
                return Err(PublishError::ForeignFolder { count, example: example.to_owned(), folder: out });
            }
            earlier = Some(manifest);
        }
        let tree = work.new_tree();
        fs::create_dir(&tree).map_err(PublishError::system(&tree))?;
        let manifest = tree.join(MANIFEST);
        let made = File::create_new(&manifest).and_then(|file| file.metadata()).map_err(PublishError::system(&manifest))?;
        let mode = made.permissions();
        Ok(Self { out, work, tree, adopt: target.adopt, earlier, foreign, mode, written: Mutex::default() })
    }

    /// Writes one file of the site. `path` is relative to the output folder, with `/` between its parts.
    ///
    /// # Errors
    /// The path is not one a site can have, is taken, or the system refuses. After any error [`Publisher::commit`] fails
    /// with the first one.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.write_new(path, bytes).inspect_err(|error| {
            self.lock().failed.get_or_insert_with(|| error.clone());
        })
    }

    fn write_new(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        if !is_publishable(path) {
            return Err(PublishError::BadPath { path: path.to_owned() });
        }
        self.check_foreign(path)?;
        let entry = Entry::of(bytes);
        let first_in_folder = self.claim(path, entry)?;
        let full = self.tree.join(path);
        if let Some(folder) = full.parent()
            && first_in_folder
        {
            make_folder(folder).map_err(PublishError::system(folder))?;
        }
        if self.reuse(path, entry, bytes, &full) {
            return Ok(());
        }
        let create = || File::create_new(&full);
        let mut file = match create() {
            // Another thread has claimed the folder and is about to make it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                full.parent().map_or(Ok(()), make_folder).and_then(|()| create())
            }
            file => file,
        }
        .map_err(|error| match error.kind() {
            // Only where the file system takes two names for one, such as `A` and `a`.
            io::ErrorKind::AlreadyExists => PublishError::PathTwice { path: path.to_owned() },
            _ => PublishError::system(&full)(error),
        })?;
        file.write_all(bytes).map_err(PublishError::system(&full))
    }

    /// Exchanges the earlier site for what was written.
    ///
    /// # Errors
    /// A page failed, or the system refuses. The earlier site stands then.
    pub fn commit(self) -> Result<Summary, PublishError> {
        let Written { files, failed, .. } = std::mem::take(&mut *self.lock());
        if let Some(error) = failed {
            return Err(error);
        }
        let manifest = Manifest { files };
        let mut summary = self.compare(&manifest);
        let path = self.tree.join(MANIFEST);
        fs::write(&path, manifest.to_json()).map_err(PublishError::system(&path))?;
        if self.earlier.is_some() {
            summary.carried = self.foreign.carry(&self.out, &self.tree, |path| manifest.owns(path))?;
        }
        swap::sync_tree(&self.tree)?;
        // From here on the tree may be the earlier one, and a later run must not just discard it.
        let tree = self.work.swap_tree();
        swap::rename(&self.tree, &tree)?;
        let exchanged = match &self.earlier {
            Some(_) => swap::exchange(&tree, &self.out, &self.work.old_tree()),
            None => swap::rename(&tree, &self.out),
        };
        exchanged.inspect_err(|_| {
            let _ = fs::rename(&tree, &self.tree);
        })?;
        self.out.parent().into_iter().for_each(swap::sync_names);
        if let Some(earlier) = &self.earlier {
            for old in [tree, self.work.old_tree()].into_iter().filter(|old| old.exists()) {
                summary.leftover = old::retire(&old, earlier, &self.out, &manifest).err().or(summary.leftover);
            }
        }
        Ok(summary)
    }

    /// Gives the earlier site's file a second name in the new tree, if it has the same bytes. They are compared, since
    /// somebody may have changed the file; that is still several times faster than writing it to a disk.
    fn reuse(&self, path: &str, entry: Entry, bytes: &[u8], full: &Path) -> bool {
        if self.earlier.as_ref().and_then(|earlier| earlier.files.get(path)) != Some(&entry) {
            return false;
        }
        let old = self.out.join(path);
        fs::symlink_metadata(&old).is_ok_and(|found| found.is_file() && found.permissions() == self.mode)
            && fs::read(&old).is_ok_and(|old| old == bytes)
            && fs::hard_link(&old, full).is_ok()
    }

    /// Is a foreign file or folder where this path, or a folder on the way to it, belongs?
    fn check_foreign(&self, path: &str) -> Result<(), PublishError> {
        if self.foreign.is_empty() {
            return Ok(());
        }
        match self.foreign.takes(path) {
            Some(true) => return Err(PublishError::ForeignInTheWay { path: self.out.join(path) }),
            Some(false) if !self.adopt => return Err(PublishError::ForeignFile { path: self.out.join(path) }),
            _ => {}
        }
        match folders(path).find(|folder| self.foreign.takes(folder) == Some(false)) {
            Some(folder) => Err(PublishError::ForeignInTheWay { path: self.out.join(folder) }),
            None => Ok(()),
        }
    }

    /// Records a file. Says whether it is the first one in its folder.
    fn claim(&self, path: &str, entry: Entry) -> Result<bool, PublishError> {
        let mut written = self.lock();
        // What is recorded although it fails is never published: neither is anything else then.
        if written.files.insert(path.into(), entry).is_some() {
            return Err(PublishError::PathTwice { path: path.to_owned() });
        }
        if written.folders.contains(path) {
            return Err(PublishError::FileAndFolder { path: path.to_owned() });
        }
        let mut first = false;
        for (at, folder) in folders(path).enumerate() {
            if written.folders.contains(folder) {
                break;
            }
            if written.files.contains_key(folder) {
                return Err(PublishError::FileAndFolder { path: folder.to_owned() });
            }
            first |= at == 0;
            written.folders.insert(folder.into());
        }
        Ok(first)
    }

    fn compare(&self, manifest: &Manifest) -> Summary {
        let bytes = manifest.files.values().map(|entry| entry.size).sum();
        let Some(earlier) = &self.earlier else {
            return Summary { written: manifest.files.len(), bytes, ..Summary::default() };
        };
        let unchanged = manifest.files.iter().filter(|(path, entry)| earlier.files.get(*path) == Some(entry)).count();
        Summary {
            written: manifest.files.len() - unchanged,
            unchanged,
            removed: earlier.files.keys().filter(|path| !manifest.files.contains_key(*path)).count(),
            bytes,
            ..Summary::default()
        }
    }

    /// A thread that panicked while it held the lock left nothing half done.
    fn lock(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Is this a path inside the output folder, written in one way only, that any system can hold?
fn is_publishable(path: &str) -> bool {
    let part = |part: &str| !matches!(part, "" | "." | "..") && part.len() <= 255;
    path != MANIFEST && path.split('/').all(part) && !path.contains(|c: char| c == '\\' || c.is_control())
}

/// The folders that hold a path, the nearest first: `ja/pages`, `ja` for `ja/pages/index.html`.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = path;
    std::iter::from_fn(move || {
        rest = rest.get(..rest.bytes().rposition(|byte| byte == b'/')?)?;
        Some(rest)
    })
}

/// A name inside a folder; the top folder is `""`.
fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// Makes a folder; mostly all but the last part is there, and another thread may make it at the same time.
fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(folder),
        done => done,
    }
}
