//! What is served: the last compiled site, the pages that were good last, and who waits for the next change.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;

use crate::base::{Diagnostic, Severity};
use crate::compile::Compiled;
use crate::site::link::SITE_FILE;
use crate::site::routes::Route;

/// Most bytes of pages that are kept because they were good.
const MOST_KEPT: usize = 16 << 20;

/// One state of the site.
pub struct Snapshot {
    /// Counts up with each change.
    pub generation: u64,
    /// The generation in which pages changed last, in more than their style sheets.
    pub pages_changed: u64,
    /// The generation in which style sheets changed last.
    pub style_changed: u64,
    /// The site.
    pub compiled: Arc<Compiled>,
    /// All findings: of reading, compiling, the rules, and rendering. Those of the last two come a moment later than the pages;
    /// until then, those from before stand for them.
    pub findings: Arc<Vec<Diagnostic>>,
    /// Files with errors.
    pub faulty: HashSet<Arc<str>>,
    /// There is an error in what every page is made with: `site.yaml`, a template, a word of the site.
    pub faulty_everywhere: bool,
    /// Drafts are shown.
    pub drafts: bool,
    /// The instant was set by somebody.
    pub as_of_fixed: bool,
    /// The instant for which states are told.
    pub as_of: Timestamp,
}

impl Snapshot {
    /// Takes the findings apart.
    pub fn set_findings(&mut self, findings: Arc<Vec<Diagnostic>>) {
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        self.faulty = errors.map(|finding| finding.place.path.clone()).collect();
        let shared = |path: &Arc<str>| {
            **path == *SITE_FILE || ["themes/", "locales/", "content/vocabularies/"].iter().any(|folder| path.starts_with(folder))
        };
        self.faulty_everywhere = self.faulty.iter().any(shared);
        self.findings = findings;
    }

    /// Is something wrong with the files that this page is made of?
    pub fn is_faulty(&self, route: &Route) -> bool {
        if self.faulty.is_empty() {
            return false;
        }
        self.faulty_everywhere || self.files(route).iter().any(|path| self.faulty.contains(path))
    }

    /// The files that a page is a page of: those of its record.
    pub fn files(&self, route: &Route) -> Vec<Arc<str>> {
        let (Route::Record(_, id) | Route::Alias(_, id)) = route else { return Vec::new() };
        let entry = self.compiled.site.entry(*id);
        let mut files: Vec<Arc<str>> =
            std::iter::once(&entry.path).chain(entry.prose.iter().map(|prose| &prose.path)).cloned().collect();
        files.dedup();
        files
    }
}

/// The state that all connections share.
pub struct Live {
    /// Different for each start of the program.
    pub boot: String,
    now: Mutex<Option<Arc<Snapshot>>>,
    changed: Condvar,
    good: Mutex<Good>,
}

impl Live {
    /// Nothing to show yet.
    pub fn new(boot: String) -> Self {
        Self { boot, now: Mutex::new(None), changed: Condvar::new(), good: Mutex::new(Good::default()) }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Arc<Snapshot>>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last state; waits for the first.
    pub fn now(&self) -> Arc<Snapshot> {
        let mut now = self.lock();
        loop {
            if let Some(snapshot) = &*now {
                return snapshot.clone();
            }
            now = self.changed.wait(now).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// The last state, if there is one.
    pub fn peek(&self) -> Option<Arc<Snapshot>> {
        self.lock().clone()
    }

    /// Puts a new state in the old one's place and wakes all who wait.
    pub fn set(&self, snapshot: Snapshot) {
        let old = self.lock().replace(Arc::new(snapshot));
        self.changed.notify_all();
        // Taking a large site apart takes a while; nobody has to wait for it.
        drop(old);
    }

    /// Waits for a state later than `generation`; nothing when none came in time.
    pub fn later(&self, generation: u64, time: Duration) -> Option<Arc<Snapshot>> {
        let is_old = |now: &mut Option<Arc<Snapshot>>| now.as_ref().is_none_or(|snapshot| snapshot.generation <= generation);
        let (now, _) = self.changed.wait_timeout_while(self.lock(), time, is_old).unwrap_or_else(PoisonError::into_inner);
        now.clone().filter(|snapshot| snapshot.generation > generation)
    }

    fn good(&self) -> MutexGuard<'_, Good> {
        self.good.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a page that has nothing wrong with it, as it was shown.
    pub fn keep(&self, address: &str, page: &Arc<[u8]>, files: Vec<Arc<str>>) {
        self.good().keep(address, page, files);
    }

    /// The last version of a page with nothing wrong with it.
    pub fn last_good(&self, address: &str) -> Option<Arc<[u8]>> {
        self.good().pages.get(address).map(|good| good.page.clone())
    }

    /// The same for a page that is gone, if it is gone because of a mistake in its own files: not when they were deleted, or
    /// left out on purpose.
    pub fn last_good_of_broken(&self, now: &Snapshot, address: &str) -> Option<Arc<[u8]>> {
        let good = self.good();
        let good = good.pages.get(address)?;
        (now.faulty_everywhere || good.files.iter().any(|path| now.faulty.contains(path))).then(|| good.page.clone())
    }
}

/// Pages that were shown and had nothing wrong with them. Those kept first make way when there are too many.
#[derive(Default)]
struct Good {
    pages: HashMap<Box<str>, GoodPage>,
    order: VecDeque<Box<str>>,
    size: usize,
}

impl Good {
    fn keep(&mut self, address: &str, page: &Arc<[u8]>, files: Vec<Arc<str>>) {
        self.size += page.len();
        match self.pages.insert(address.into(), GoodPage { page: page.clone(), files }) {
            Some(old) => self.size -= old.page.len(),
            None => self.order.push_back(address.into()),
        }
        while self.size > MOST_KEPT
            && let Some(first) = self.order.pop_front()
        {
            self.size -= self.pages.remove(&first).map_or(0, |good| good.page.len());
        }
    }
}

/// A page, and the files that it was made of.
struct GoodPage {
    page: Arc<[u8]>,
    files: Vec<Arc<str>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_pages_have_a_limit_and_the_newest_stay() {
        let mut good = Good::default();
        let page: Arc<[u8]> = vec![0; 1 << 20].into();
        (0..100).for_each(|number| good.keep(&format!("/{number}/"), &page, Vec::new()));
        assert!(good.size <= MOST_KEPT && good.pages.len() == 16 && good.order.len() == 16);
        assert!(good.pages.contains_key("/99/") && !good.pages.contains_key("/0/"));
        good.keep("/99/", &page, Vec::new());
        assert_eq!(good.size, 16 << 20);
    }
}
