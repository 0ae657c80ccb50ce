//! Makes an Annai site of a neutral corpus, or of one with a number of hospitals that it invents:
//! `cargo run --release --example corpus -- CORPUS.json DIR`, or `… -- 1000 DIR`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rayon::prelude::*;

#[path = "corpus/neutral.rs"]
mod neutral;
#[path = "corpus/site.rs"]
mod site;
#[path = "corpus/synthetic.rs"]
mod synthetic;

/// Marks a folder as made by this tool, which may then replace it.
const MARK: &str = ".annai-corpus";

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [corpus, folder] = &*arguments else {
        eprintln!("usage: corpus CORPUS.json|NUMBER DIR");
        return ExitCode::from(2);
    };
    match make(corpus, folder) {
        Ok(count) => {
            eprintln!("{count} files in {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("corpus: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn make(corpus: &Path, folder: &Path) -> Result<usize, String> {
    let corpus = match corpus.to_str().and_then(|count| count.parse().ok()) {
        Some(count) => synthetic::corpus(count),
        None => {
            let text = fs::read_to_string(corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", corpus.display()))?
        }
    };
    let files = site::files(&corpus)?;
    prepare(folder)?;
    let at = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let folders: BTreeSet<PathBuf> = files.iter().filter_map(|(path, _)| Some(folder.join(path).parent()?.to_owned())).collect();
    folders.iter().try_for_each(|path| fs::create_dir_all(path).map_err(|error| at(path, error)))?;
    files.par_iter().try_for_each(|(path, text)| {
        let path = folder.join(path);
        fs::write(&path, text).map_err(|error| at(&path, error))
    })?;
    Ok(files.len())
}

/// Empties the folder, if it is this tool's own, and marks it.
fn prepare(folder: &Path) -> Result<(), String> {
    let at = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mark = folder.join(MARK);
    if mark.is_file() {
        match fs::remove_dir_all(folder.join("content")) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(at(error)),
            _ => {}
        }
    } else if folder.exists() && fs::read_dir(folder).map_err(at)?.next().is_some() {
        return Err(format!("{} is not empty and was not made by this tool", folder.display()));
    }
    fs::create_dir_all(folder).map_err(at)?;
    fs::write(mark, "Made by benches/corpus.rs, which replaces the folder content/ beside this file.\n").map_err(at)
}
