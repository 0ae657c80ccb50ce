//! An opened folder, and what lies in it: no link leads out of it, whoever put one there and when.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, Metadata, OpenOptions};

use super::PublishError;

/// A folder that is held open. It stays the same folder when it gets another name.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) dir: Dir,
    /// Where it was opened, for messages.
    pub(super) path: PathBuf,
}

impl Folder {
    /// Opens the folder at a path whose links are resolved already.
    pub(super) fn open(path: &Path) -> Result<Self, PublishError> {
        match Dir::open_ambient_dir(path, ambient_authority()) {
            Ok(dir) => Ok(Self { dir, path: path.to_owned() }),
            Err(error) => Err(PublishError::system(path)(error)),
        }
    }

    /// Opens a folder in this one; a link is an error, as a file is.
    pub(super) fn enter(&self, name: impl AsRef<Path>) -> io::Result<Self> {
        let name = name.as_ref();
        Ok(Self { dir: self.dir.open_dir_nofollow(name)?, path: self.at(name) })
    }

    /// The folder of this name, if there is any; something else of that name is refused with `other`.
    pub(super) fn find(&self, name: &OsStr, other: impl Fn(PathBuf) -> PublishError) -> Result<Option<Self>, PublishError> {
        match self.dir.symlink_metadata(name) {
            Ok(found) if !found.is_dir() => Err(other(self.at(name))),
            Ok(_) => self.enter(name).map(Some).map_err(PublishError::system(&self.at(name))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(PublishError::system(&self.at(name))(error)),
        }
    }

    /// Opens a regular file to read it. A link is not followed, and a pipe or device not waited for: they are errors.
    pub(super) fn file(&self, path: impl AsRef<Path>) -> io::Result<File> {
        let options = OpenOptions::new().read(true).follow(FollowSymlinks::No).nonblock(true).clone();
        let file = self.dir.open_with(path, &options)?.into_std();
        if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
    }

    /// Makes a file that is not there yet.
    pub(super) fn create_file(&self, path: impl AsRef<Path>) -> io::Result<File> {
        self.dir.open_with(path, OpenOptions::new().write(true).create_new(true)).map(cap_std::fs::File::into_std)
    }

    /// The path of something in it, for messages.
    pub(super) fn at(&self, path: impl AsRef<Path>) -> PathBuf {
        self.path.join(path)
    }

    /// What the system says of the folder itself.
    pub(super) fn metadata(&self) -> io::Result<std::fs::Metadata> {
        self.dir.try_clone()?.into_std_file().metadata()
    }

    /// The folder as a file of the system. On Linux one that is held open only to reach what is in it is no such file.
    pub(super) fn handle(&self) -> io::Result<File> {
        #[cfg(unix)]
        {
            use rustix::fs::{Mode, OFlags, openat};
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            openat(&self.dir, ".", flags, Mode::empty()).map(File::from).map_err(io::Error::from)
        }
        #[cfg(not(unix))]
        {
            self.dir.try_clone().map(Dir::into_std_file)
        }
    }

    /// A number for the file system that the folder is on.
    pub(super) fn device(&self) -> Result<u64, PublishError> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            self.metadata().map(|found| found.dev()).map_err(PublishError::system(&self.path))
        }
        #[cfg(not(unix))]
        {
            Ok(0)
        }
    }
}

/// Are these the same file under two names?
pub(super) fn same(a: &Metadata, b: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use cap_std::fs::MetadataExt;
        (a.dev(), a.ino()) == (b.dev(), b.ino())
    }
    #[cfg(not(unix))]
    {
        let _ = (a, b);
        false
    }
}

/// Has the file one name alone, and was it changed (in contents, mode or name) at this instant or later? Where the system
/// does not say, it may have been.
pub(super) fn changed_since(found: &Metadata, since: Option<SystemTime>) -> bool {
    #[cfg(unix)]
    {
        use std::time::{Duration, UNIX_EPOCH};

        use cap_std::fs::MetadataExt;
        let seconds = u64::try_from(found.ctime()).unwrap_or_default();
        let nanoseconds = u32::try_from(found.ctime_nsec()).unwrap_or_default();
        let changed = UNIX_EPOCH + Duration::new(seconds, nanoseconds);
        found.nlink() == 1 && since.is_none_or(|since| changed >= since)
    }
    #[cfg(not(unix))]
    {
        let _ = (found, since);
        true
    }
}

/// When was this file last changed in any way, by the clock of its own file system?
pub(super) fn changed(found: &std::fs::Metadata) -> Option<SystemTime> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        use std::time::{Duration, UNIX_EPOCH};
        let nanoseconds = u32::try_from(found.ctime_nsec()).ok()?;
        Some(UNIX_EPOCH + Duration::new(u64::try_from(found.ctime()).ok()?, nanoseconds))
    }
    #[cfg(not(unix))]
    {
        found.modified().ok()
    }
}
