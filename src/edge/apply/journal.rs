//! What a change of several files is to do, written down before it begins: a file beside `content/` while it is being made.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::{Ask, Problem, problem};

/// Its name while the change is being made,
const FORWARDS: &str = ".annai-change.json";

/// and while it is being taken back.
const BACK: &str = ".annai-change-back.json";

/// The format written and read by this version.
const FORMAT: u32 = 1;

/// In which direction what is written down is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Forwards,
    Back,
}

/// What happens to one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Its path in the site.
    pub(super) path: String,
    /// Its bytes before, if it was there,
    pub(super) before: Option<Vec<u8>>,
    /// and afterwards, if it is there then.
    pub(super) after: Option<Vec<u8>>,
}

/// What happens to all files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    /// Folders that are not there yet, outer ones first.
    pub(super) folders: Vec<String>,
}

/// The file, held by the run that carries it out: the system lets go of it when that run dies.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    held: File,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    format: u32,
    folders: Vec<String>,
    files: Vec<StoredStep>,
}

#[derive(Serialize, Deserialize)]
struct StoredStep {
    path: String,
    before: Option<String>,
    after: Option<String>,
}

impl Journal {
    /// Takes the site for this run; nothing where another one was quicker.
    pub(super) fn begin(root: &Path, ask: Ask<'_>) -> Result<Option<Self>, Problem> {
        let path = root.join(FORWARDS);
        let failed = |error: io::Error| problem(FORWARDS, &error);
        let held = match ask().and_then(|()| File::create_new(&path)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
            file => file.map_err(failed)?,
        };
        lock(&held).map_err(failed)?;
        // A run that saw it before it was held has taken it for the rest of a killed one.
        Ok(is_at(&held, &path).then_some(Self { path, held }))
    }

    /// Writes down what is to happen.
    pub(super) fn write(&mut self, plan: &Plan, ask: Ask<'_>) -> Result<(), Problem> {
        let written = ask().and_then(|()| self.held.write_all(&plan.to_json())).and_then(|()| self.held.sync_all());
        written.map_err(|error| problem(FORWARDS, &error))
    }

    /// The journal that an earlier run has left, and what it says; nothing if it was not written to its end.
    pub(super) fn left(root: &Path) -> Result<Option<(Self, Direction, Option<Plan>)>, Problem> {
        for (name, direction) in [(FORWARDS, Direction::Forwards), (BACK, Direction::Back)] {
            let path = root.join(name);
            let failed = |error: io::Error| problem(name, &error);
            match path.symlink_metadata() {
                Err(_) => continue,
                Ok(found) if found.is_file() => {}
                // Neither a link nor a pipe is of our making.
                Ok(_) => return Err(failed(io::ErrorKind::AlreadyExists.into())),
            }
            let mut held = OpenOptions::new().read(true).write(true).open(&path).map_err(failed)?;
            lock(&held).map_err(failed)?;
            if !is_at(&held, &path) {
                // The run that was making the change has done so, or turned round, while this one waited.
                continue;
            }
            let mut json = Vec::new();
            held.read_to_end(&mut json).map_err(failed)?;
            let plan = match serde_json::from_slice::<Stored>(&json) {
                Ok(stored) if stored.format != FORMAT => return Err(failed(io::ErrorKind::Unsupported.into())),
                Ok(stored) => Some(Plan::of(stored).ok_or_else(|| failed(io::ErrorKind::InvalidData.into()))?),
                Err(_) => None,
            };
            return Ok(Some((Self { path, held }, direction, plan)));
        }
        Ok(None)
    }

    /// From now on all is taken back.
    pub(super) fn turn(&mut self, root: &Path, ask: Ask<'_>) -> Result<(), Problem> {
        let path = root.join(BACK);
        let turned = ask().and_then(|()| fs::rename(&self.path, &path));
        turned.map_err(|error| problem(BACK, &error))?;
        self.path = path;
        Ok(())
    }

    /// All is done.
    pub(super) fn end(self, ask: Ask<'_>) -> Result<(), Problem> {
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        ask().and_then(|()| fs::remove_file(&self.path)).map_err(|error| problem(&name, &error))
    }
}

/// Is the file that is held still the one at the path?
fn is_at(held: &File, path: &Path) -> bool {
    let Ok(there) = path.symlink_metadata() else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        held.metadata().is_ok_and(|held| (held.dev(), held.ino()) == (there.dev(), there.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = held;
        there.is_file()
    }
}

/// Waits until no other run holds the file. Where the system has no locks, nobody does.
fn lock(file: &File) -> io::Result<()> {
    match file.lock() {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        locked => locked,
    }
}

impl Plan {
    pub(super) fn to_json(&self) -> Vec<u8> {
        let text = |bytes: &Option<Vec<u8>>| bytes.as_ref().map(|bytes| STANDARD.encode(bytes));
        let stored = |step: &Step| StoredStep { path: step.path.clone(), before: text(&step.before), after: text(&step.after) };
        let files = self.steps.iter().map(stored).collect();
        serde_json::to_vec(&Stored { format: FORMAT, folders: self.folders.clone(), files }).unwrap_or_default()
    }

    fn of(stored: Stored) -> Option<Self> {
        let bytes =
            |text: Option<String>| text.map(|text| STANDARD.decode(text).ok()).map_or(Some(None), |bytes| bytes.map(Some));
        let step = |step: StoredStep| Some(Step { path: step.path, before: bytes(step.before)?, after: bytes(step.after)? });
        Some(Self { steps: stored.files.into_iter().map(step).collect::<Option<_>>()?, folders: stored.folders })
    }
}
