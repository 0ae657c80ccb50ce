//! Changes of several files of a site, made together: all of them or none, even when the process is killed meanwhile.
//!
//! What is to happen is written down first, together with what stood there before (`journal`). After that, every file is changed;
//! if one of them cannot be, all of them become what they were. A run that is killed in between leaves the journal behind, and
//! [`settle`] finishes it. A file that somebody has edited in between is neither the old nor the new one: it stays.

mod journal;

#[cfg(test)]
mod tests;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::read::links::way;
use crate::edit::changes::{Change, Changes};
use journal::{Direction, Journal, Plan, Step};

/// Why nothing was changed.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    /// At which file.
    pub path: String,
    /// The system's words, or where a link leads.
    pub reason: String,
}

/// What became of a change that was broken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// There was none.
    Nothing,
    /// It was completed: of so many files.
    Completed(usize),
    /// One of so many files could not be changed; now all are as they were.
    TakenBack(usize),
}

/// Asked before each call that changes something on the disk: tests let calls fail through it.
type Ask<'a> = &'a dyn Fn() -> io::Result<()>;

/// Makes all changes of the site at `root`, after what an earlier run may have left is settled.
///
/// # Errors
/// The first file that could not be changed. All are as they were.
pub fn apply(root: &Path, changes: &Changes) -> Result<(), Problem> {
    apply_asking(root, changes, &|| Ok(()))
}

/// Completes or takes back a change that a killed run left; waits for one that another run is just making.
///
/// # Errors
/// The file that could not be changed. The rest is left for the next run.
pub fn settle(root: &Path) -> Result<Settled, Problem> {
    settle_asking(root, &|| Ok(()))
}

fn apply_asking(root: &Path, changes: &Changes, ask: Ask<'_>) -> Result<(), Problem> {
    let root = fs::canonicalize(root).map_err(|error| problem("", &error))?;
    let mut journal = loop {
        settle_asking(&root, ask)?;
        if let Some(journal) = Journal::begin(&root, ask)? {
            break journal;
        }
    };
    // From here on nobody else changes the site; what is written down is what stands there now.
    let plan = match plan(&root, changes).and_then(|plan| journal.write(&plan, ask).map(|()| plan)) {
        Ok(plan) => plan,
        Err(problem) => {
            let _ = journal.end(ask);
            return Err(problem);
        }
    };
    let done = carry_out(&root, &plan, Direction::Forwards, ask);
    if done.is_err() {
        // Where that cannot be written down, nothing may be taken back: the next run completes the change.
        let back = journal.turn(&root, ask).and_then(|()| carry_out(&root, &plan, Direction::Back, ask));
        if back.is_err() {
            return done;
        }
    }
    // A journal that stays says what is done already.
    let _ = journal.end(ask);
    done
}

fn settle_asking(root: &Path, ask: Ask<'_>) -> Result<Settled, Problem> {
    let Ok(root) = fs::canonicalize(root) else { return Ok(Settled::Nothing) };
    let Some((journal, direction, plan)) = Journal::left(&root)? else { return Ok(Settled::Nothing) };
    // What was not written down to its end has not begun.
    let plan = plan.unwrap_or_default();
    carry_out(&root, &plan, direction, ask)?;
    journal.end(ask)?;
    Ok(match direction {
        _ if plan.steps.is_empty() => Settled::Nothing,
        Direction::Forwards => Settled::Completed(plan.steps.len()),
        Direction::Back => Settled::TakenBack(plan.steps.len()),
    })
}

/// What happens to which file.
fn plan(root: &Path, changes: &Changes) -> Result<Plan, Problem> {
    let mut plan = Plan::default();
    for (path, change) in &changes.files {
        let target = target_of(root, path)?;
        let before = stored(&target).map_err(|error| problem(path, &error))?;
        let after = match change {
            Change::Removed => None,
            Change::Written { text, like } => {
                let like = like.as_ref().map(|like| target_of(root, like)).transpose()?;
                let model = like.and_then(|like| fs::read(like).ok()).or_else(|| before.clone());
                let model = model.and_then(|bytes| String::from_utf8(bytes).ok());
                Some(model.map_or_else(|| text.clone(), |model| as_stored(&model, text)).into_bytes())
            }
        };
        if after.is_some() {
            let missing = Path::new(&**path).ancestors().skip(1).take_while(|folder| !root.join(folder).exists());
            let missing: Vec<String> = missing.map(|folder| folder.to_string_lossy().into_owned()).collect();
            plan.folders.extend(missing.into_iter().rev());
        }
        plan.steps.push(Step { path: path.to_string(), before, after });
    }
    plan.folders.sort();
    plan.folders.dedup();
    // What goes, goes last: a text stands twice for a moment rather than nowhere.
    plan.steps.sort_by_key(|step| step.after.is_none());
    Ok(plan)
}

/// Brings every file to where it is to be in this direction.
fn carry_out(root: &Path, plan: &Plan, direction: Direction, ask: Ask<'_>) -> Result<(), Problem> {
    for step in &plan.steps {
        let (from, to) = match direction {
            Direction::Forwards => (&step.before, &step.after),
            Direction::Back => (&step.after, &step.before),
        };
        let target = target_of(root, &step.path)?;
        put(&target, from.as_deref(), to.as_deref(), ask).map_err(|error| problem(&step.path, &error))?;
    }
    if direction == Direction::Back {
        // Folders that were made for the change; one in which somebody has put something stays.
        for folder in plan.folders.iter().rev() {
            let _ = fs::remove_dir(target_of(root, folder)?);
        }
    }
    Ok(())
}

/// Lets a file be `to`, if it is `from` so far.
fn put(target: &Path, from: Option<&[u8]>, to: Option<&[u8]>, ask: Ask<'_>) -> io::Result<()> {
    let side = side_of(target);
    if side.symlink_metadata().is_ok() {
        // Of a run that was killed; or what lies there may lead elsewhere.
        ask().and_then(|()| fs::remove_file(&side))?;
    }
    let now = stored(target)?;
    if now.as_deref() == to || now.as_deref() != from {
        return Ok(());
    }
    let Some(bytes) = to else { return ask().and_then(|()| fs::remove_file(target)) };
    let folder = target.parent().unwrap_or(target);
    if !folder.exists() {
        ask().and_then(|()| fs::create_dir_all(folder))?;
    }
    let written = ask().and_then(|()| fs::File::create_new(&side)?.write_all(bytes));
    written.and_then(|()| ask()).and_then(|()| fs::rename(&side, target)).inspect_err(|_| {
        let _ = ask().and_then(|()| fs::remove_file(&side));
    })
}

/// Where a file is written before it takes its place.
fn side_of(target: &Path) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!(".{name}.tmp"))
}

/// The bytes of a file, if there is one.
fn stored(target: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(target) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Where a path of the site leads: in its folders, and nowhere else.
fn target_of(root: &Path, path: &str) -> Result<PathBuf, Problem> {
    let led = way(root, Path::new(path));
    let led = led.map_err(|target| Problem { path: path.to_owned(), reason: format!("→ {}", target.display()) })?;
    Ok(root.join(led))
}

fn problem(path: &str, error: &io::Error) -> Problem {
    Problem { path: path.to_owned(), reason: error.to_string() }
}

/// A text as a file was stored, with its mark of byte order and CRLF.
pub fn as_stored(stored: &str, text: &str) -> String {
    let mark = if stored.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
    let ends = if stored.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() };
    format!("{mark}{ends}")
}
