//! Why a site was not published, as a value that names the path and the message for people.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::{Arg, Diagnostic, Place};

/// Why a site was not published. The output folder is as it was before, unless the variant says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishError {
    /// The output folder is the root of the file system, or has no name.
    FileSystemRoot {
        /// The folder.
        folder: PathBuf,
    },
    /// The output folder is somebody's home folder or holds it.
    Home {
        /// The folder.
        folder: PathBuf,
    },
    /// The output folder is the site's own folder or holds it.
    Site {
        /// The folder.
        folder: PathBuf,
    },
    /// The output folder is one of the folders that are read, lies in one, or holds one.
    Input {
        /// The output folder.
        folder: PathBuf,
        /// The folder that is read.
        input: PathBuf,
    },
    /// A file or something else stands where the output folder belongs.
    NotAFolder {
        /// What stands there.
        path: PathBuf,
    },
    /// The path leads through a symbolic link to something that does not exist.
    BrokenLink {
        /// The link.
        path: PathBuf,
    },
    /// The folder that a build takes when none is named is a link that leads out of the site.
    Outside {
        /// The link.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// Another file system is mounted at the output folder or at a folder in it, or the folder is in a lower layer of an
    /// overlay, so it cannot be exchanged as one.
    MountPoint {
        /// Where it is mounted.
        path: PathBuf,
    },
    /// The folder holds files, and no manifest says that any of them is Annai's.
    ForeignFolder {
        /// The folder.
        folder: PathBuf,
        /// How many files.
        count: usize,
        /// The first of them, relative to the folder.
        example: PathBuf,
    },
    /// A file that Annai did not write stands where a page belongs.
    ForeignFile {
        /// The file.
        path: PathBuf,
    },
    /// A foreign file stands where Annai needs a folder, or a foreign folder where it needs a file. Adopting does not
    /// help.
    ForeignInTheWay {
        /// What stands in the way.
        path: PathBuf,
    },
    /// The manifest of the earlier site is damaged or of a format that this version does not know.
    Manifest {
        /// The manifest.
        path: PathBuf,
    },
    /// A folder that is to be compared with its manifest has none.
    NoManifest {
        /// Where it would be.
        path: PathBuf,
    },
    /// Another build is publishing to the same folder.
    Busy {
        /// The output folder.
        folder: PathBuf,
    },
    /// Something that is not Annai's has the name of the working folder.
    WorkFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The rest of an earlier run holds something that cannot be moved or removed. When this comes with a summary, the
    /// new site stands.
    Leftover {
        /// What could not be removed.
        path: PathBuf,
        /// The system's reason.
        reason: Reason,
    },
    /// A path handed to [`super::Publisher::write`] is not one that a site can have.
    BadPath {
        /// The path as given.
        path: String,
    },
    /// Two pages have one path (or two that the file system does not tell apart).
    PathTwice {
        /// The path.
        path: String,
    },
    /// A path is needed as a file and as a folder.
    FileAndFolder {
        /// The path.
        path: String,
    },
    /// The system refused something.
    System {
        /// What it was about.
        path: PathBuf,
        /// The system's reason.
        reason: Reason,
    },
}

/// Why the system refused, reduced to what can be compared and put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The kind of error.
    pub kind: io::ErrorKind,
    /// The system's own words.
    pub words: String,
}

impl Reason {
    /// For the frequent kinds a message of `locales/`, else the system's own words.
    fn arg(&self) -> Arg {
        match self.kind {
            io::ErrorKind::PermissionDenied => Arg::Message("system-permission-denied"),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Arg::Message("system-storage-full"),
            io::ErrorKind::ReadOnlyFilesystem => Arg::Message("system-read-only"),
            io::ErrorKind::NotFound => Arg::Message("system-not-found"),
            io::ErrorKind::InvalidFilename => Arg::Message("system-invalid-name"),
            _ => Arg::Text(self.words.clone()),
        }
    }
}

impl From<&io::Error> for Reason {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), words: error.to_string() }
    }
}

impl PublishError {
    /// For `map_err`: an error of the system about `path`.
    pub(super) fn system(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| match error.kind() {
            io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => Self::MountPoint { path: path.to_owned() },
            _ => Self::System { path: path.to_owned(), reason: Reason::from(&error) },
        }
    }

    /// Id of the message that says what is wrong; `<id>-help` says what to do.
    pub fn message(&self) -> &'static str {
        self.ids().0
    }

    /// Id of the message that says what to do.
    pub fn help(&self) -> &'static str {
        self.ids().1
    }

    fn ids(&self) -> (&'static str, &'static str) {
        match self {
            Self::FileSystemRoot { .. } => ("publish-file-system-root", "publish-file-system-root-help"),
            Self::Home { .. } => ("publish-home", "publish-home-help"),
            Self::Site { .. } => ("publish-site", "publish-site-help"),
            Self::Input { .. } => ("publish-input", "publish-input-help"),
            Self::NotAFolder { .. } => ("publish-not-a-folder", "publish-not-a-folder-help"),
            Self::BrokenLink { .. } => ("publish-broken-link", "publish-broken-link-help"),
            Self::Outside { .. } => ("publish-outside", "publish-outside-help"),
            Self::MountPoint { .. } => ("publish-mount-point", "publish-mount-point-help"),
            Self::ForeignFolder { .. } => ("publish-foreign-folder", "publish-foreign-folder-help"),
            Self::ForeignFile { .. } => ("publish-foreign-file", "publish-foreign-file-help"),
            Self::ForeignInTheWay { .. } => ("publish-foreign-in-the-way", "publish-foreign-in-the-way-help"),
            Self::Manifest { .. } => ("publish-manifest", "publish-manifest-help"),
            Self::NoManifest { .. } => ("publish-no-manifest", "publish-no-manifest-help"),
            Self::Busy { .. } => ("publish-busy", "publish-busy-help"),
            Self::WorkFolder { .. } => ("publish-work-folder", "publish-work-folder-help"),
            Self::Leftover { .. } => ("publish-leftover", "publish-leftover-help"),
            Self::BadPath { .. } => ("publish-bad-path", "publish-bad-path-help"),
            Self::PathTwice { .. } => ("publish-path-twice", "publish-path-twice-help"),
            Self::FileAndFolder { .. } => ("publish-file-and-folder", "publish-file-and-folder-help"),
            Self::System { .. } => ("publish-system", "publish-system-help"),
        }
    }

    /// What the messages show: `path` always, and what else the variant has.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        let shown = |path: &Path| Arg::Text(path.display().to_string());
        match self {
            Self::FileSystemRoot { folder } | Self::Home { folder } | Self::Site { folder } | Self::Busy { folder } => {
                vec![("path", shown(folder))]
            }
            Self::Outside { path, target } => vec![("path", shown(path)), ("target", shown(target))],
            Self::Input { folder, input } => vec![("path", shown(folder)), ("input", shown(input))],
            Self::NotAFolder { path }
            | Self::BrokenLink { path }
            | Self::MountPoint { path }
            | Self::ForeignFile { path }
            | Self::ForeignInTheWay { path }
            | Self::Manifest { path }
            | Self::NoManifest { path }
            | Self::WorkFolder { path } => vec![("path", shown(path))],
            Self::ForeignFolder { folder, count, example } => {
                vec![("path", shown(folder)), ("count", Arg::from(*count)), ("example", shown(example))]
            }
            Self::BadPath { path } | Self::PathTwice { path } | Self::FileAndFolder { path } => {
                vec![("path", Arg::Text(path.escape_debug().to_string()))]
            }
            Self::Leftover { path, reason } | Self::System { path, reason } => {
                vec![("path", shown(path)), ("reason", reason.arg())]
            }
        }
    }
}

impl From<&PublishError> for Diagnostic {
    /// The finding as which a run reports it: an error at the path itself.
    fn from(error: &PublishError) -> Self {
        let args = error.args();
        let path = match args.first() {
            Some((_, Arg::Text(path))) => path.as_str().into(),
            _ => "".into(),
        };
        let mut finding = Self::error(error.message(), Place::file(&path)).help(error.help());
        finding.args = args;
        finding
    }
}

impl std::fmt::Display for PublishError {
    /// The message's id and what it shows; the words for people are in `locales/`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.message())?;
        for (name, value) in self.args() {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for PublishError {}
