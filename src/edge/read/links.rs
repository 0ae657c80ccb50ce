//! Where links in the folders of the site lead: to places inside these folders, or they are not followed.

use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{FOLDERS, is_left_out};

/// Most links on one way; systems follow no more either.
const MOST_STEPS: usize = 40;

/// The way from `root`, a real path, to a path below it, over every link on it: where it ends, below `root` too. It may not
/// leave the folders that are read, not even to come back, nor touch a name that is left out. Nothing outside is looked at.
///
/// # Errors
/// Where it leads instead.
pub fn way(root: &Path, path: &Path) -> Result<PathBuf, PathBuf> {
    let mut at: Vec<OsString> = Vec::new();
    let mut left = backwards(path);
    let mut steps = 0;
    while let Some(part) = left.pop() {
        match Path::new(&part).components().next() {
            Some(Component::Normal(_)) => at.push(part.clone()),
            Some(Component::ParentDir) if at.pop().is_some() => continue,
            Some(Component::ParentDir) => return Err(ahead(root.parent().unwrap_or(root), &left)),
            _ => continue,
        }
        let here: PathBuf = at.iter().collect();
        if !FOLDERS.iter().any(|folder| here.starts_with(folder)) || is_left_out(&part) {
            return Err(ahead(&here, &left));
        }
        // What is no link, or not there, is a part of the way itself.
        let Ok(target) = fs::read_link(root.join(&here)) else { continue };
        steps += 1;
        if steps > MOST_STEPS {
            return Ok(path.to_owned());
        }
        at.pop();
        if target.has_root() {
            let Ok(below) = target.strip_prefix(root) else { return Err(ahead(&target, &left)) };
            at.clear();
            left.append(&mut backwards(below));
        } else {
            left.append(&mut backwards(&target));
        }
    }
    // The folder of the site holds more than what is read.
    if at.is_empty() { Err(PathBuf::from(".")) } else { Ok(at.iter().collect()) }
}

/// The parts of a path, the last one first.
fn backwards(path: &Path) -> Vec<OsString> {
    path.components().rev().map(|part| part.as_os_str().to_owned()).collect()
}

/// A path with the parts that were still to come.
fn ahead(path: &Path, left: &[OsString]) -> PathBuf {
    left.iter().rev().fold(path.to_owned(), |path, part| path.join(part))
}
