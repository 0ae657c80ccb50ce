//! Handing over the files of a site, one by one, from any number of threads: unchanged files are linked from the earlier tree.

use std::fs::{self, Permissions};
use std::io::{self, Read, Write};
use std::path::Path;

use super::folder::Folder;
use super::manifest::{self, Entry, MANIFEST, State};
use super::{PublishError, Publisher, folders};

impl Publisher {
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

    /// Copies one file of the site from where it is, piece by piece.
    ///
    /// # Errors
    /// As those of [`Publisher::write`]; the file cannot be read.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), PublishError> {
        self.copy_new(path, from).inspect_err(|error| {
            self.lock().failed.get_or_insert_with(|| error.clone());
        })
    }

    fn copy_new(&self, path: &str, from: &Path) -> Result<(), PublishError> {
        let read = |error| PublishError::system(from)(error);
        let entry = fs::File::open(from).and_then(|mut file| manifest::sum(&mut file)).map_err(read)?;
        let first_in_folder = self.admit(path, entry)?;
        let _pass = self.gate.pass();
        let system = |error| PublishError::system(&self.tree.at(path))(error);
        if first_in_folder {
            make_folder_of(&self.tree, path).map_err(system)?;
        }
        if self.reuse_stored(path, entry) {
            return Ok(());
        }
        let mut to = self.create(path)?;
        let copied = fs::File::open(from).and_then(|mut file| manifest::copy(&mut file, &mut to)).map_err(system)?;
        // Somebody may have changed it in between: what is published is what was copied.
        self.lock().files.insert(path.into(), copied);
        Ok(())
    }

    /// Gives the earlier site's file a second name in the new tree, if it has the same sum still.
    fn reuse_stored(&self, path: &str, entry: Entry) -> bool {
        let Some(earlier) = &self.earlier else { return false };
        let Some(was) = earlier.manifest.files.get(path) else { return false };
        let is_same = was.state_in(&earlier.folder, path) == State::Same;
        if !is_same {
            self.lock().mended.push(path.to_owned());
        }
        let mode = || earlier.folder.file(path).and_then(|file| file.metadata()).map(|found| found.permissions());
        let has_mode = || mode().is_ok_and(|mode| mode == self.mode);
        is_same && *was == entry && has_mode() && earlier.folder.dir.hard_link(path, &self.tree.dir, path).is_ok()
    }

    fn write_new(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let entry = Entry::of(bytes);
        let first_in_folder = self.admit(path, entry)?;
        let _pass = self.gate.pass();
        let system = |error| PublishError::system(&self.tree.at(path))(error);
        if first_in_folder {
            make_folder_of(&self.tree, path).map_err(system)?;
        }
        if self.reuse(path, entry, bytes) {
            return Ok(());
        }
        let mut file = self.create(path)?;
        file.write_all(bytes).map_err(system)
    }

    /// Records a file that may be published. Says whether it is the first one in its folder.
    fn admit(&self, path: &str, entry: Entry) -> Result<bool, PublishError> {
        if !is_publishable(path) {
            return Err(PublishError::BadPath { path: path.to_owned() });
        }
        self.check_foreign(path)?;
        self.claim(path, entry)
    }

    /// Makes the file in the new tree.
    fn create(&self, path: &str) -> Result<fs::File, PublishError> {
        let file = match self.tree.create_file(path) {
            // Another thread has claimed the folder and is about to make it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make_folder_of(&self.tree, path).and_then(|()| self.tree.create_file(path))
            }
            file => file,
        };
        file.map_err(|error| match error.kind() {
            // Only where the file system takes two names for one, such as `A` and `a`.
            io::ErrorKind::AlreadyExists => PublishError::PathTwice { path: path.to_owned() },
            _ => PublishError::system(&self.tree.at(path))(error),
        })
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

/// Makes the folder of a path; mostly all but the last part is there, and another thread may make it at the same time.
fn make_folder_of(tree: &Folder, path: &str) -> io::Result<()> {
    let Some(folder) = folders(path).next() else { return Ok(()) };
    match tree.dir.create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => tree.dir.create_dir_all(folder),
        done => done,
    }
}
