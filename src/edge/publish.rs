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
//! **Whose files.** A file is Annai's when the manifest of the earlier site names it and it still has the sum that stands
//! there. One that somebody has changed is named: where the new site has a page, the page takes its place again; where it has
//! none, the file stays and is foreign from then on. A foreign file is never removed: it is carried over as it is, with the
//! mode of its folder. A foreign file where a page belongs is an error, unless the folder is adopted. A file that appears or
//! changes while a site is being published is found in the old tree and brought over, or named, too.
//!
//! **What is followed.** The output folder may be a link that its owner has set. From there on nothing is: folders are held
//! open, what is in them is reached from them, and a link or a pipe where the working folder, a tree in it or the manifest
//! belongs is refused (`folder`, `work`).
//!
//! **A run that is stopped** (Ctrl-C) takes its working folder away through its [`Gate`].
//!
//! **Unchanged files** keep their time of change: a file with the same bytes is linked from the old tree.

mod earlier;
mod error;
mod folder;
mod foreign;
mod gate;
mod hand_over;
mod manifest;
mod old;
mod swap;
mod target;
mod verify;
mod work;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use jiff::Timestamp;

pub use error::{PublishError, Reason};
pub use gate::Gate;
pub use manifest::{Entry, MANIFEST, Manifest};
pub use target::Target;
pub use verify::{Difference, Verified, next_change_of, verify};

use earlier::Earlier;
use folder::Folder;
use foreign::Foreign;
use old::Late;
use work::Work;

/// A site that is being published. Pages are handed over one at a time, from any number of threads; nothing is seen of them
/// before [`Publisher::commit`], and nothing remains of them when the publisher is dropped without it.
#[derive(Debug)]
pub struct Publisher {
    gate: Gate,
    /// The folder that holds the output folder, and the output folder's name.
    parent: Arc<Folder>,
    name: OsString,
    next_change: Option<Timestamp>,
    built_from: Option<[u8; 32]>,
    tree: Folder,
    adopt: bool,
    /// The earlier site; `None` when there is no output folder.
    earlier: Option<Earlier>,
    foreign: Foreign,
    /// What the umask makes of a new file.
    mode: Permissions,
    /// The instant at which this run began, by the clock of the file system.
    begun: Option<SystemTime>,
    /// What the rest of a killed run held.
    left: Late,
    written: Mutex<Written>,
}

/// What was handed over so far.
#[derive(Debug, Default)]
struct Written {
    files: BTreeMap<Box<str>, Entry>,
    folders: HashSet<Box<str>>,
    /// Files of the earlier site that somebody had changed or removed.
    mended: Vec<String>,
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
    /// Files of the earlier site that somebody had changed or removed, and that were written again.
    pub mended: Vec<String>,
    /// Files of the earlier site that somebody had changed, and that the new site does not have: they stay as foreign ones.
    pub kept: Vec<String>,
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
    pub fn open(target: &Target, gate: &Gate) -> Result<Self, PublishError> {
        let out = target.resolve()?;
        let (Some(above), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(PublishError::FileSystemRoot { folder: out });
        };
        fs::create_dir_all(above).map_err(PublishError::system(above))?;
        let parent = Arc::new(Folder::open(above)?);
        // Whoever stops the run waits until all this is done, and finds the working folder in the gate.
        let mut held = gate.enter();
        let work = Work::take(&parent, name)?;
        let left = work.settle(name)?;
        let (mut earlier, mut foreign) = (None, Foreign::default());
        if let Some(folder) = parent.find(name, |path| PublishError::NotAFolder { path })? {
            if folder.device()? != parent.device()? {
                return Err(PublishError::MountPoint { path: out });
            }
            let found = match Manifest::read(&folder) {
                Err(PublishError::Manifest { .. }) if target.adopt => None,
                found => found?,
            };
            let unclaimed = found.is_none() && !target.adopt;
            let manifest = found.unwrap_or_default();
            foreign = Foreign::find(&folder, &manifest)?;
            if let (count, Some(example)) = foreign.files()
                && unclaimed
            {
                return Err(PublishError::ForeignFolder { count, example: example.to_owned(), folder: out });
            }
            earlier = Some(Earlier { folder, manifest });
        }
        let new = work.folder.at(swap::NEW);
        work.folder.dir.create_dir(swap::NEW).map_err(PublishError::system(&new))?;
        let tree = work.folder.enter(swap::NEW).map_err(PublishError::system(&new))?;
        let made = tree.create_file(MANIFEST).and_then(|file| file.metadata());
        let made = made.map_err(PublishError::system(&tree.at(MANIFEST)))?;
        *held = Some(work);
        drop(held);
        let (name, gate) = (name.to_owned(), gate.clone());
        let (mode, begun) = (made.permissions(), folder::changed(&made));
        let written = Mutex::default();
        Ok(Self {
            gate,
            parent,
            name,
            next_change: target.next_change,
            built_from: target.built_from,
            tree,
            adopt: target.adopt,
            earlier,
            foreign,
            mode,
            begun,
            left,
            written,
        })
    }

    /// Exchanges the earlier site for what was written.
    ///
    /// # Errors
    /// A page failed, or the system refuses. The earlier site stands then.
    pub fn commit(mut self) -> Result<Summary, PublishError> {
        let Written { files, failed, mended, .. } = std::mem::take(&mut *self.lock());
        if let Some(error) = failed {
            return Err(error);
        }
        let manifest = Manifest { files, next_change: self.next_change, built_from: self.built_from };
        let kept = self.keep_changed(&manifest)?;
        let gate = self.gate.clone();
        // Whoever stops the run waits until the new site stands whole.
        let held = gate.enter();
        let Some(work) = &*held else { return Err(PublishError::Busy { folder: self.parent.at(&self.name) }) };
        let mut summary = Summary { mended, ..self.compare(&manifest) };
        summary.removed -= kept.len();
        let made = self.tree.dir.write(MANIFEST, manifest.to_json());
        made.map_err(PublishError::system(&self.tree.at(MANIFEST)))?;
        if let Some(earlier) = &self.earlier {
            summary.carried = self.foreign.carry(&earlier.folder, &self.tree, |path| manifest.owns(path))?;
        }
        swap::sync_tree(&self.tree)?;
        // From here on the tree may be the earlier one, and a later run must not just discard it.
        swap::rename(&work.folder, swap::NEW, &work.folder, swap::SWAP)?;
        let exchanged = match &self.earlier {
            Some(_) => swap::exchange(&work.folder, &self.parent, &self.name),
            None => swap::rename(&work.folder, swap::SWAP, &self.parent, &self.name),
        };
        exchanged.inspect_err(|_| {
            let _ = swap::rename(&work.folder, swap::SWAP, &work.folder, swap::NEW);
        })?;
        swap::sync_names(&self.parent);
        let mut late = std::mem::take(&mut self.left);
        late.kept.extend(kept);
        if let Some(earlier) = &self.earlier {
            for name in [swap::SWAP, swap::OLD] {
                let Ok(Some(old)) = work.tree(name) else { continue };
                match old::retire(&work.folder, name, &old, &earlier.manifest, &self.tree, &manifest, self.begun) {
                    Ok(found) => late.add(found),
                    Err(error) => summary.leftover = Some(error),
                }
            }
        }
        let sorted = |mut paths: Vec<String>| {
            paths.sort();
            paths.dedup();
            paths
        };
        summary.mended.extend(late.replaced);
        Ok(Summary { mended: sorted(summary.mended), kept: sorted(late.kept), ..summary })
    }

    /// A thread that panicked while it held the lock left nothing half done.
    fn lock(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        // With it goes the working folder.
        *self.gate.enter() = None;
    }
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
