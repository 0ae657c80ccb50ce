//! Changes of several files of a site, made together: all of them, or none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::read::links::way;
use crate::edit::changes::{Change, Changes};

/// Why nothing was changed.
#[derive(Debug)]
pub struct Problem {
    /// At which file.
    pub path: String,
    /// The system's words, or where a link leads.
    pub reason: String,
}

/// A file that is about to be exchanged, or was.
struct Step {
    path: String,
    target: PathBuf,
    /// The new file, beside its place; nothing where the file is to go.
    side: Option<PathBuf>,
    /// What stood there before.
    before: Option<Vec<u8>>,
}

/// Makes all changes of the site at `root`. New files are written beside their places first; when one cannot take its place, those
/// that did are taken back.
///
/// # Errors
/// The first file that could not be changed. All are as they were.
pub fn apply(root: &Path, changes: &Changes) -> Result<(), Problem> {
    let (mut steps, mut folders) = (Vec::new(), Vec::new());
    let prepared = prepare(root, changes, &mut steps, &mut folders);
    let done = prepared.map_err(|problem| (problem, 0)).and_then(|()| exchange(&steps));
    done.map_err(|(problem, count)| {
        for step in steps.iter().take(count) {
            match &step.before {
                Some(bytes) => drop(fs::write(&step.target, bytes)),
                None => drop(fs::remove_file(&step.target)),
            }
        }
        for side in steps.iter().filter_map(|step| step.side.as_ref()) {
            let _ = fs::remove_file(side);
        }
        for folder in folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        problem
    })
}

/// Writes every new file beside its place.
fn prepare(root: &Path, changes: &Changes, steps: &mut Vec<Step>, folders: &mut Vec<PathBuf>) -> Result<(), Problem> {
    let problem = |path: &str, reason: String| Problem { path: path.to_owned(), reason };
    let root = fs::canonicalize(root).map_err(|error| problem("", error.to_string()))?;
    let target_of = |path: &str| {
        let led = way(&root, Path::new(path)).map_err(|target| problem(path, format!("→ {}", target.display())))?;
        Ok(root.join(led))
    };
    for (path, change) in &changes.files {
        let target = target_of(path)?;
        let failed = |error: io::Error| problem(path, error.to_string());
        let before = match fs::read(&target) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
        };
        let side = match change {
            Change::Removed => None,
            Change::Written { text, like } => {
                let like = like.as_ref().map(|like| target_of(like)).transpose()?;
                let stored = like.and_then(|like| fs::read(like).ok()).or_else(|| before.clone());
                let stored = stored.and_then(|bytes| String::from_utf8(bytes).ok());
                let text = stored.map_or_else(|| text.clone(), |stored| as_stored(&stored, text));
                let folder = target.parent().unwrap_or(&root);
                let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
                fs::create_dir_all(folder).map_err(failed)?;
                folders.extend(missing.into_iter().rev().map(Path::to_owned));
                let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let side = target.with_file_name(format!(".{name}.tmp"));
                // Made anew: what lies there may lead elsewhere.
                let _ = fs::remove_file(&side);
                let written = fs::File::create_new(&side).and_then(|mut file| file.write_all(text.as_bytes()));
                steps.push(Step { path: path.to_string(), target, side: Some(side), before });
                written.map_err(failed)?;
                continue;
            }
        };
        steps.push(Step { path: path.to_string(), target, side, before });
    }
    // What goes, goes last: a text stands twice for a moment rather than nowhere.
    steps.sort_by_key(|step| step.side.is_none());
    Ok(())
}

/// Lets every file take its place; how many did, when one cannot.
fn exchange(steps: &[Step]) -> Result<(), (Problem, usize)> {
    for (count, step) in steps.iter().enumerate() {
        let done = match &step.side {
            Some(side) => fs::rename(side, &step.target),
            None if step.before.is_none() => Ok(()),
            None => fs::remove_file(&step.target),
        };
        done.map_err(|error| (Problem { path: step.path.clone(), reason: error.to_string() }, count))?;
    }
    Ok(())
}

/// A text as a file was stored, with its mark of byte order and CRLF.
pub fn as_stored(stored: &str, text: &str) -> String {
    let mark = if stored.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
    let ends = if stored.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() };
    format!("{mark}{ends}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        for (path, text) in files {
            fs::create_dir_all(site.path().join(path).parent().unwrap()).unwrap();
            fs::write(site.path().join(path), text).unwrap();
        }
        site
    }

    fn all(site: &tempfile::TempDir) -> Vec<(String, String)> {
        let files = walkdir::WalkDir::new(site.path()).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file());
        files.map(|entry| (entry.file_name().to_str().unwrap().into(), fs::read_to_string(entry.path()).unwrap())).collect()
    }

    #[test]
    fn changes_are_made_together_and_ends_of_lines_stay() {
        let site = site(&[("content/terms/a.yaml", "\u{FEFF}a: 1\r\n"), ("content/terms/b.yaml", "b: 1\n")]);
        let mut changes = Changes::default();
        changes.relocate(&"content/terms/a.yaml".into(), &"content/terms/c.yaml".into(), "a: 2\n".into());
        changes.write(&"content/pages/d.yaml".into(), "d: 1\n".into());
        apply(site.path(), &changes).unwrap();
        let now = [("d.yaml", "d: 1\n"), ("b.yaml", "b: 1\n"), ("c.yaml", "\u{FEFF}a: 2\r\n")];
        assert_eq!(all(&site), now.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }

    #[test]
    fn when_one_cannot_be_made_none_is() {
        let site = site(&[("content/terms/a.yaml", "a: 1\n"), ("content/terms/z.yaml/inner", "a folder in the way")]);
        let before = all(&site);
        let mut changes = Changes::default();
        changes.write(&"content/hospitals/new.yaml".into(), "n: 1\n".into());
        changes.relocate(&"content/terms/a.yaml".into(), &"content/terms/b.yaml".into(), "a: 2\n".into());
        changes.write(&"content/terms/z.yaml".into(), "z: 1\n".into());
        assert_eq!(apply(site.path(), &changes).unwrap_err().path, "content/terms/z.yaml");
        assert_eq!(all(&site), before);
        assert!(!site.path().join("content/hospitals").exists());
        // The same when it is noticed late: while files take their places.
        let steps: Vec<Step> = ["content/terms/a.yaml", "content/gone/b.yaml"]
            .map(|path| Step {
                path: path.into(),
                target: site.path().join(path),
                side: Some(site.path().join(path)),
                before: None,
            })
            .into();
        assert_eq!(exchange(&steps).unwrap_err().1, 1);
    }
}
