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

mod error;
mod folder;
mod foreign;
mod gate;
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
use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use jiff::Timestamp;

pub use error::{PublishError, Reason};
pub use gate::Gate;
pub use manifest::{Entry, MANIFEST, Manifest};
pub use target::Target;
pub use verify::{Difference, Verified, next_change_of, verify};

use folder::Folder;
use foreign::Foreign;
use manifest::State;
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

/// The site that is published now.
#[derive(Debug)]
struct Earlier {
    folder: Folder,
    manifest: Manifest,
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
        let _pass = self.gate.pass();
        let folder = path.rfind('/').and_then(|end| path.get(..end));
        let make_folder = || folder.map_or(Ok(()), |folder| make_folder(&self.tree, folder));
        let system = |error| PublishError::system(&self.tree.at(path))(error);
        if first_in_folder {
            make_folder().map_err(system)?;
        }
        if self.reuse(path, entry, bytes) {
            return Ok(());
        }
        let mut file = match self.tree.create_file(path) {
            // Another thread has claimed the folder and is about to make it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => make_folder().and_then(|()| self.tree.create_file(path)),
            file => file,
        }
        .map_err(|error| match error.kind() {
            // Only where the file system takes two names for one, such as `A` and `a`.
            io::ErrorKind::AlreadyExists => PublishError::PathTwice { path: path.to_owned() },
            _ => system(error),
        })?;
        file.write_all(bytes).map_err(system)
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
        let manifest = Manifest { files, next_change: self.next_change };
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

    /// Files of the earlier site that the new one does not have stay if somebody has changed them. Which ones?
    fn keep_changed(&mut self, manifest: &Manifest) -> Result<Vec<String>, PublishError> {
        let Some(earlier) = &self.earlier else { return Ok(Vec::new()) };
        let mut kept = Vec::new();
        for (path, entry) in &earlier.manifest.files {
            // Under a link of somebody else there is nothing of ours.
            let under_link = folders(path).any(|folder| self.foreign.takes(folder) == Some(false));
            if under_link || manifest.files.contains_key(path) || entry.state_in(&earlier.folder, path) != State::Changed {
                continue;
            }
            if manifest.reaches_into(path) || folders(path).any(|folder| manifest.files.contains_key(folder)) {
                return Err(PublishError::ForeignInTheWay { path: earlier.folder.at(&**path) });
            }
            self.foreign.keep(&earlier.folder, path);
            kept.push(path.to_string());
        }
        Ok(kept)
    }

    /// Gives the earlier site's file a second name in the new tree, if it has the same bytes. They are compared, since
    /// somebody may have changed the file; that is still several times faster than writing it to a disk. A file that is not
    /// as Annai wrote it is noted.
    fn reuse(&self, path: &str, entry: Entry, bytes: &[u8]) -> bool {
        let Some(earlier) = &self.earlier else { return false };
        let Some(was) = earlier.manifest.files.get(path) else { return false };
        let changed = if *was == entry {
            match same_bytes(&earlier.folder, path, bytes) {
                Some(mode) if mode != self.mode => return false,
                Some(_) => return earlier.folder.dir.hard_link(path, &self.tree.dir, path).is_ok(),
                None => true,
            }
        } else {
            was.state_in(&earlier.folder, path) != State::Same && same_bytes(&earlier.folder, path, bytes).is_none()
        };
        if changed {
            self.lock().mended.push(path.to_owned());
        }
        false
    }

    /// Is a foreign file or folder where this path, or a folder on the way to it, belongs?
    fn check_foreign(&self, path: &str) -> Result<(), PublishError> {
        if self.foreign.is_empty() {
            return Ok(());
        }
        let at = |path: &str| self.parent.at(&self.name).join(path);
        match self.foreign.takes(path) {
            Some(true) => return Err(PublishError::ForeignInTheWay { path: at(path) }),
            Some(false) if !self.adopt => return Err(PublishError::ForeignFile { path: at(path) }),
            _ => {}
        }
        match folders(path).find(|folder| self.foreign.takes(folder) == Some(false)) {
            Some(folder) => Err(PublishError::ForeignInTheWay { path: at(folder) }),
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
        let Some(Earlier { manifest: earlier, .. }) = &self.earlier else {
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

impl Drop for Publisher {
    fn drop(&mut self) {
        // With it goes the working folder.
        *self.gate.enter() = None;
    }
}

/// The mode of a file that has just these bytes.
fn same_bytes(folder: &Folder, path: &str, bytes: &[u8]) -> Option<Permissions> {
    let file = folder.file(path).ok()?;
    let found = file.metadata().ok().filter(|found| found.len() == bytes.len() as u64)?;
    let mut old = Vec::with_capacity(bytes.len());
    file.take(bytes.len() as u64 + 1).read_to_end(&mut old).ok()?;
    (old == bytes).then(|| found.permissions())
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
fn make_folder(tree: &Folder, folder: &str) -> io::Result<()> {
    match tree.dir.create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => tree.dir.create_dir_all(folder),
        done => done,
    }
}
