//! The index of the search while a site is served: made when somebody first searches, and again after each edit, on a thread of
//! its own.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use super::address::media_type;
use super::site_pages::address_of;
use super::state::{Live, Snapshot};
use crate::compile::Compiled;
use crate::edge::http::answer::Answer;
use crate::site::routes;

/// The index is made anew when no edit followed for so long.
const BEHIND: Duration = Duration::from_millis(500);

/// Who searches first waits for the index at most so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// Indexes that are kept: a page that is open has read the root of the one before.
const KEPT: usize = 2;

/// The files of the search.
#[derive(Default)]
pub struct SearchFiles {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Somebody has searched.
    is_asked: bool,
    /// The site that the last was made of.
    made_of: Weak<Compiled>,
    /// The newest last.
    made: Vec<Files>,
}

type Files = HashMap<Box<str>, Arc<[u8]>>;

impl SearchFiles {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request for a file of the index, if it is one; waits for the first index.
    pub fn answer(&self, now: &Snapshot, path: &str) -> Option<Answer> {
        if !path.ends_with(".bin") {
            return None;
        }
        let site = &now.compiled.site;
        let address = address_of(now, path)?;
        let is_below = |lang| address.starts_with(&routes::search_address(site, lang));
        if !site.file.search.is_on || !site.languages.all().any(is_below) {
            return None;
        }
        self.at(&address).map(|bytes| Answer::new(200, media_type(&address), bytes))
    }

    fn at(&self, address: &str) -> Option<Arc<[u8]>> {
        let mut state = self.lock();
        state.is_asked = true;
        self.changed.notify_all();
        let is_missing = |state: &mut State| state.made.is_empty();
        let (state, _) = self.changed.wait_timeout_while(state, PATIENCE, is_missing).unwrap_or_else(PoisonError::into_inner);
        state.made.iter().rev().find_map(|files| files.get(address)).cloned()
    }

    /// Makes the index behind the edits, for ever.
    pub fn follow(&self, live: &Live) {
        // Not among the threads that compile: the next edit need not wait for this one.
        let Ok(aside) = rayon::ThreadPoolBuilder::new().num_threads(1).build() else { return };
        drop(self.changed.wait_while(self.lock(), |state| !state.is_asked));
        let mut seen = 0;
        loop {
            let Some(now) = live.later(seen, Duration::from_secs(3600)) else { continue };
            seen = now.generation;
            let is_made = std::ptr::eq(self.lock().made_of.as_ptr(), Arc::as_ptr(&now.compiled));
            if is_made || (!self.lock().made.is_empty() && live.later(seen, BEHIND).is_some()) {
                continue;
            }
            let Some(files) = aside.install(|| make(live, &now.compiled)) else { continue };
            let mut state = self.lock();
            state.made_of = Arc::downgrade(&now.compiled);
            state.made.push(files);
            let old = state.made.len().saturating_sub(KEPT);
            let old: Vec<Files> = state.made.drain(..old).collect();
            self.changed.notify_all();
            drop(state);
            drop(old);
        }
    }
}

/// The index of all languages; nothing as soon as another site is shown.
fn make(live: &Live, compiled: &Arc<Compiled>) -> Option<Files> {
    let mut all = Files::new();
    for lang in compiled.site.languages.all() {
        let files = compiled.search_while(lang, &|| live.is_last(compiled))?;
        all.extend(files.into_iter().map(|(address, bytes)| (address.into(), bytes.into())));
    }
    Some(all)
}
