//! What is served: the last compiled site, the pages that were good last, and who waits for the next change.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use jiff::Timestamp;

use tokio::sync::watch;

use crate::base::{Diagnostic, Severity};
use crate::compile::Compiled;
use crate::model::reference::Identity;
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
    /// Files with errors for which a page is not what it should be: in reading, linking and rendering. What the rules find
    /// is said beside the page, which is as its editor wrote it.
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
    /// Takes the findings apart. `reading`: those of reading the files.
    pub fn set_findings(&mut self, findings: Arc<Vec<Diagnostic>>, reading: &[Diagnostic]) {
        let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
        let first: HashSet<&Diagnostic> = self.compiled.findings.iter().chain(reading).filter(is_error).collect();
        let is_rendered = |path: &str| ["themes/", "locales/"].iter().any(|folder| path.starts_with(folder));
        let hinders = |finding: &&Diagnostic| first.contains(finding) || is_rendered(&finding.place.path);
        let errors = findings.iter().filter(is_error).filter(hinders);
        self.faulty = errors.map(|finding| finding.place.path.clone()).collect();
        self.faulty_everywhere = self.faulty.iter().any(|path| Self::is_shared(path));
        self.findings = findings;
    }

    /// Is this a file that every page is made with?
    pub fn is_shared(path: &str) -> bool {
        path == SITE_FILE || ["themes/", "locales/", "content/vocabularies/"].iter().any(|folder| path.starts_with(folder))
    }

    /// Is something wrong with the files that this page is made of?
    pub fn is_faulty(&self, route: &Route) -> bool {
        if self.faulty.is_empty() {
            return false;
        }
        self.faulty_everywhere || self.files(route).iter().any(|path| self.faulty.contains(path))
    }

    /// Does a page that is no longer there lack because of a mistake? Not when its files were deleted, or it was left out on
    /// purpose: as a draft, or in this language.
    fn is_gone_by_mistake(&self, good: &GoodPage) -> bool {
        let files = &self.compiled.sources().files;
        let first: Arc<str> = "content/".into();
        let is_there = |path: &Arc<str>| files.contains_key(path);
        if !files.range(first..).next().is_some_and(|(path, _)| path.starts_with("content/")) {
            return true;
        }
        let site_is_faulty = self.faulty.contains(SITE_FILE);
        if good.files.is_empty() {
            return site_is_faulty || self.faulty.iter().any(|path| path.starts_with(&*good.folder));
        }
        let is_left_out = || {
            let site = &self.compiled.site;
            let id = good.record.as_ref().and_then(|record| site.find(record.kind, &record.slug));
            !self.drafts && id.is_some_and(|id| site.entry(id).record.common.draft)
        };
        let is_faulty = |path: &Arc<str>| is_there(path) && (site_is_faulty || self.faulty.contains(path));
        good.files.iter().any(is_faulty) && !is_left_out()
    }

    /// The folder whose records a page lists.
    fn folder(route: &Route) -> String {
        match route {
            Route::List(_, kind, _) => format!("content/{}/", kind.folder()),
            _ => "content/".to_owned(),
        }
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
    /// The last state's generation, for those who wait without a thread.
    told: watch::Sender<u64>,
    good: Mutex<Good>,
}

impl Live {
    /// Nothing to show yet.
    pub fn new(boot: String) -> Self {
        Self {
            boot,
            now: Mutex::new(None),
            changed: Condvar::new(),
            told: watch::Sender::new(0),
            good: Mutex::new(Good::default()),
        }
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

    /// Hears of each new state from now on.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.told.subscribe()
    }

    /// Is it still this site that is shown?
    pub fn is_last(&self, compiled: &Arc<Compiled>) -> bool {
        self.lock().as_ref().is_none_or(|now| Arc::ptr_eq(&now.compiled, compiled))
    }

    /// Puts a new state in the old one's place and wakes all who wait.
    pub fn set(&self, snapshot: Snapshot) {
        let generation = snapshot.generation;
        let old = self.lock().replace(Arc::new(snapshot));
        self.told.send_replace(generation);
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

    /// Keeps a page as it was shown.
    pub fn keep(&self, now: &Snapshot, address: &str, route: &Route, page: &Arc<[u8]>, is_sound: bool) {
        let record = match route {
            Route::Record(_, id) | Route::Alias(_, id) => Some(now.compiled.site.entry(*id).record.identity.clone()),
            _ => None,
        };
        let (page, made_of) = (page.clone(), Arc::downgrade(&now.compiled));
        let (files, folder) = (now.files(route), Snapshot::folder(route).into());
        self.good().keep(address, GoodPage { page, made_of, is_sound, record, files, folder });
    }

    /// The last version of a page with nothing wrong with it.
    pub fn last_good(&self, address: &str) -> Option<Arc<[u8]>> {
        self.good().pages.get(address).filter(|good| good.is_sound).map(|good| good.page.clone())
    }

    /// The page as this site shows it, if it was asked for before: rendering it again gives the same.
    pub fn kept(&self, now: &Snapshot, address: &str) -> Option<Arc<[u8]>> {
        let made_of = Arc::downgrade(&now.compiled);
        self.good().pages.get(address).filter(|good| good.made_of.ptr_eq(&made_of)).map(|good| good.page.clone())
    }

    /// The last version of a page that could be shown at all: better than none.
    pub fn last_shown(&self, address: &str) -> Option<Arc<[u8]>> {
        self.good().pages.get(address).map(|good| good.page.clone())
    }

    /// The files that it was made of.
    pub fn files_of_last_shown(&self, address: &str) -> Vec<Arc<str>> {
        self.good().pages.get(address).map(|good| good.files.clone()).unwrap_or_default()
    }

    /// The last version of a page that is gone, if it is gone because of a mistake.
    pub fn last_shown_of_broken(&self, now: &Snapshot, address: &str) -> Option<Arc<[u8]>> {
        let good = self.good();
        let good = good.pages.get(address)?;
        now.is_gone_by_mistake(good).then(|| good.page.clone())
    }
}

/// Pages as they were shown last with nothing wrong with them. Those kept first make way when there are too many.
#[derive(Default)]
struct Good {
    pages: HashMap<Box<str>, GoodPage>,
    order: VecDeque<Box<str>>,
    size: usize,
}

impl Good {
    fn keep(&mut self, address: &str, good: GoodPage) {
        if !good.is_sound && self.pages.get(address).is_some_and(|old| old.is_sound) {
            return;
        }
        self.size += good.page.len();
        match self.pages.insert(address.into(), good) {
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

/// A page, and what it was made of.
struct GoodPage {
    page: Arc<[u8]>,
    /// The site that it is a page of, which is not kept for it.
    made_of: Weak<Compiled>,
    /// There was nothing wrong with its files. A page that has been faulty since the start is kept too, until it is mended.
    is_sound: bool,
    /// The record that it is a page of, and the files of that;
    record: Option<Identity>,
    files: Vec<Arc<str>>,
    /// or, if it is of none, where the records are that it lists.
    folder: Box<str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_pages_have_a_limit_and_the_newest_stay() {
        let mut good = Good::default();
        let page: Arc<[u8]> = vec![0; 1 << 20].into();
        let kept = || GoodPage {
            page: page.clone(),
            made_of: Weak::new(),
            is_sound: true,
            record: None,
            files: Vec::new(),
            folder: "content/".into(),
        };
        (0..100).for_each(|number| good.keep(&format!("/{number}/"), kept()));
        assert!(good.size <= MOST_KEPT && good.pages.len() == 16 && good.order.len() == 16);
        assert!(good.pages.contains_key("/99/") && !good.pages.contains_key("/0/"));
        good.keep("/99/", kept());
        assert_eq!(good.size, 16 << 20);
    }
}
