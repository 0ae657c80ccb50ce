//! What happens to which file, all of it together: the site as it would be, and what stays accepted in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::changes::published::{published, settled};
use crate::check::baseline;
use crate::check::lock::{self, Lock, pairs, pairs_of_files};
use crate::compile::{Cache, Compiled, compile};
use crate::site::link::Options;
use crate::source::{File, Sources};

/// What happens to one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is written.
    Written {
        /// Its text.
        text: String,
        /// The file whose ends of lines it keeps, where it takes the place of another.
        like: Option<Arc<str>>,
    },
    /// It is taken away.
    Removed,
}

/// What happens to the files of a site, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// By path.
    pub files: BTreeMap<Arc<str>, Change>,
    /// Files that stand at another path afterwards; those that are gone stand nowhere.
    pub moved: BTreeMap<Arc<str>, Option<Arc<str>>>,
    /// Is it meant that events of readers' calendars are withdrawn?
    pub withdraws: bool,
}

impl Changes {
    /// A file is written.
    pub fn write(&mut self, path: &Arc<str>, text: String) {
        self.files.insert(path.clone(), Change::Written { text, like: None });
    }

    /// A file moves, and its text may be another.
    pub fn relocate(&mut self, from: &Arc<str>, to: &Arc<str>, text: String) {
        self.files.insert(from.clone(), Change::Removed);
        self.files.insert(to.clone(), Change::Written { text, like: Some(from.clone()) });
        self.moved.insert(from.clone(), Some(to.clone()));
    }

    /// A file is taken away.
    pub fn remove(&mut self, path: &Arc<str>) {
        self.files.insert(path.clone(), Change::Removed);
        self.moved.insert(path.clone(), None);
    }

    /// Is there nothing to do?
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// All files as they would be.
    pub fn on(&self, sources: &Sources) -> Sources {
        let mut after = sources.clone();
        let files = after.files_mut();
        for (path, change) in &self.files {
            match change {
                Change::Written { text, .. } => files.insert(path.clone(), Arc::new(File::text(text.as_bytes()))),
                Change::Removed => files.remove(path),
            };
        }
        after
    }

    /// The site as it would be. What was accepted in it stays so where nothing but names and places of files is another.
    pub fn completed(mut self, before: &Compiled, options: &Options) -> (Self, Compiled) {
        let sources = before.sources();
        let after = compile(&self.on(sources), options, &mut Cache::default());
        let place = |path: &str| match self.moved.get(path) {
            None => Some(path.to_owned()),
            Some(to) => to.as_ref().map(ToString::to_string),
        };
        let all = |compiled: &Compiled| {
            let mut pairs = pairs(&compiled.site);
            pairs.extend(pairs_of_files(compiled.sources()));
            pairs
        };
        let mut kept = Vec::new();
        if !before.lock().is_empty() {
            let mut lock: Lock = before.lock().carried(&all(before), &all(&after), place);
            lock.ledger = settled(&after.site, &lock.ledger);
            if self.withdraws {
                lock.ledger.withdraw(&published(&after.site), sources.as_of);
            }
            kept.push((lock::PATH, lock.to_text()));
        }
        if let Some(text) = sources.text(baseline::PATH) {
            kept.push((baseline::PATH, baseline::moved(text, place)));
        }
        for (path, text) in kept {
            if sources.text(path) != Some(&text) {
                self.write(&path.into(), text);
            }
        }
        (self, after)
    }
}
