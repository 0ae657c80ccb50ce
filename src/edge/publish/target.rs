//! Which folder a site is published to, and the folders that are always refused.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use jiff::Timestamp;

use super::PublishError;

/// Folders under the site's root that are read, and so are never written to.
const INPUTS: [&str; 3] = ["content", "themes", "locales"];

/// Where a site is to be published.
#[derive(Debug, Clone)]
pub struct Target {
    /// The site's root: the folder that holds `content/`.
    pub root: PathBuf,
    /// The output folder; a relative path starts at the current folder. It need not exist. When it is a symbolic link
    /// to a folder, the site is published to the folder that the link names, and the link stays.
    pub out: PathBuf,
    /// Did whoever runs the program name the output folder? Where nobody did, a link may have come with the site's files,
    /// and is taken only when it leads to a folder of the site.
    pub named: bool,
    /// The home folder, which is never written to.
    pub home: Option<PathBuf>,
    /// Take over a folder that holds foreign files: those at a path that Annai writes are replaced, all others stay.
    pub adopt: bool,
    /// When the site says something else without an edit: the manifest holds it.
    pub next_change: Option<Timestamp>,
    /// The name of all that the site is made of.
    pub built_from: Option<[u8; 32]>,
}

impl Target {
    /// The target `out` of the site at `root`, with the home folder of whoever runs the program, without adopting.
    pub fn new(root: impl Into<PathBuf>, out: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            out: out.into(),
            named: true,
            home: std::env::home_dir(),
            adopt: false,
            next_change: None,
            built_from: None,
        }
    }

    /// The output folder without `..` and links, if it is one that may be written to.
    pub(super) fn resolve(&self) -> Result<PathBuf, PublishError> {
        let out = resolve(&self.out)?;
        if out.file_name().is_none() {
            return Err(PublishError::FileSystemRoot { folder: out });
        }
        if self.home.as_deref().is_some_and(|home| resolve(home).is_ok_and(|home| home.starts_with(&out))) {
            return Err(PublishError::Home { folder: out });
        }
        let root = resolve(&self.root)?;
        if !self.named && !out.starts_with(&root) {
            return Err(PublishError::Outside { path: self.out.clone(), target: out });
        }
        if root.starts_with(&out) {
            return Err(PublishError::Site { folder: out });
        }
        for name in INPUTS {
            // Both the path as it stands and what it leads to: a linked content folder is refused under either name.
            let input = root.join(name);
            let real = resolve(&input).unwrap_or_else(|_| input.clone());
            if out.starts_with(&input) || out.starts_with(&real) || real.starts_with(&out) {
                return Err(PublishError::Input { folder: out, input });
            }
        }
        match fs::metadata(&out) {
            Ok(found) if !found.is_dir() => Err(PublishError::NotAFolder { path: out }),
            Ok(_) => Ok(out),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(out),
            Err(error) => Err(PublishError::system(&out)(error)),
        }
    }
}

/// The absolute path without `..` and symbolic links. Parts at the end need not exist.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, PublishError> {
    let absolute = std::path::absolute(path).map_err(PublishError::system(path))?;
    let mut real = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::Prefix(_) | Component::RootDir => real.push(component),
            Component::CurDir => {}
            // What stands before is resolved, so its parent is what the system would take.
            Component::ParentDir => {
                real.pop();
            }
            Component::Normal(name) => {
                let next = real.join(name);
                real = match fs::canonicalize(&next) {
                    Ok(real) => real,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {
                        if fs::symlink_metadata(&next).is_ok() {
                            return Err(PublishError::BrokenLink { path: next });
                        }
                        next
                    }
                    Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                        return Err(PublishError::NotAFolder { path: real });
                    }
                    Err(error) => return Err(PublishError::system(&next)(error)),
                };
            }
        }
    }
    Ok(real)
}
