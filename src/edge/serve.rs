//! Serving a site to its editors: compiled in memory, shown over HTTP, exchanged with each change. Nothing is written.

pub mod address;
pub mod desk;
pub mod desk_pages;
pub mod editor;
pub mod events;
pub mod explained;
pub mod search;
pub mod security;
pub mod site_pages;
pub mod state;
pub mod translations;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;

use super::http::Request;
use super::http::answer::Answer;
use super::watch::{Observer, Polling, Watch};
use crate::base::Diagnostic;
use crate::render::view::shared::POLICY;
use crate::site::link::Options;
use desk::Desk;
use desk_pages::DeskPages;
use editor::Editor;
use search::SearchFiles;
use security::{Names, Refusal};
use state::{Live, Snapshot};

/// How often the clock is looked at.
const TICK: Duration = Duration::from_secs(30);
/// The rules run behind an edit when no other followed for so long,
const BEHIND: Duration = Duration::from_millis(60);
/// and all pages are rendered after this time.
const FAR_BEHIND: Duration = Duration::from_millis(400);
/// Most findings of a pass over all pages.
const MOST_FOUND: usize = 100;

/// A site that is served.
pub struct Service {
    /// What is shown.
    pub live: Arc<Live>,
    desk: Arc<Mutex<Desk>>,
    pages: DeskPages,
    names: Names,
    search: SearchFiles,
}

impl Service {
    /// Reads and compiles the site at `root`, a canonical path.
    pub fn new(
        root: &Path,
        options: Options,
        as_of: Option<Timestamp>,
        names: Names,
        messages: crate::render::messages::Messages,
    ) -> Self {
        let live = Arc::new(Live::new(boot()));
        let desk = Arc::new(Mutex::new(Desk::new(root, options, as_of, live.clone())));
        let editor = Editor { root: root.to_owned(), messages };
        let pages = DeskPages::new(live.clone(), desk.clone(), editor);
        Self { live, desk, pages, names, search: SearchFiles::default() }
    }

    /// Takes in what changed at these paths, relative to the root. Gives back what could not be read for now.
    pub fn changed(&self, paths: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner).reread(paths)
    }

    /// Follows the watch, the clock, and what turns up behind the edits: each on a thread of its own.
    ///
    /// # Errors
    /// The system's: there are no threads left.
    pub fn follow(self: &Arc<Self>, watch: Watch, polls: impl FnMut(&Polling) + Send + 'static) -> std::io::Result<()> {
        let mut follower = Follower { service: self.clone(), polls: Box::new(polls) };
        thread::Builder::new().name("watch".into()).spawn(move || watch.run(&mut follower))?;
        let service = self.clone();
        thread::Builder::new().name("clock".into()).spawn(move || {
            loop {
                thread::sleep(TICK);
                service.desk.lock().unwrap_or_else(PoisonError::into_inner).tick();
            }
        })?;
        let service = self.clone();
        thread::Builder::new().name("survey".into()).spawn(move || service.survey())?;
        let service = self.clone();
        thread::Builder::new().name("search".into()).spawn(move || service.search.follow(&service.live))?;
        Ok(())
    }

    /// Behind each edit, when no other follows at once: runs the rules over all records, then renders all pages, to find what
    /// is broken elsewhere. The built-in templates have no mistakes; only those of a site can.
    fn survey(&self) {
        // Not among the threads that compile: the next edit need not wait for these.
        let Ok(aside) = rayon::ThreadPoolBuilder::new().num_threads(1).build() else { return };
        let mut seen = 0;
        loop {
            let Some(now) = self.live.later(seen, Duration::from_secs(3600)) else { continue };
            seen = now.generation;
            if self.live.later(seen, BEHIND).is_some() {
                continue;
            }
            let wanted = || self.live.is_last(&now.compiled);
            let Some(mut found) = aside.install(|| now.compiled.check_while(&wanted)) else { continue };
            let Some(next) = self.complete(seen, found.clone()) else { continue };
            seen = next;
            if now.compiled.renderer.theme.is_built_in() || self.live.later(seen, FAR_BEHIND).is_some() {
                continue;
            }
            let Some(mut more) = self.render_all(&now) else { continue };
            if !more.is_empty() {
                found.append(&mut more);
                seen = self.complete(seen, found).unwrap_or(seen);
            }
        }
    }

    fn complete(&self, generation: u64, found: Vec<Diagnostic>) -> Option<u64> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner).complete(generation, found)
    }

    /// What goes wrong in rendering; nothing when the site changed in the meantime.
    fn render_all(&self, now: &Snapshot) -> Option<Vec<Diagnostic>> {
        let mut found: Vec<Diagnostic> = Vec::new();
        for route in now.compiled.site.routes.values().filter(|route| route.is_page()) {
            if !self.live.is_last(&now.compiled) {
                return None;
            }
            if let Err(finding) = now.compiled.render(route)
                && found.len() < MOST_FOUND
                && !found.contains(&finding)
            {
                found.push(finding);
            }
        }
        Some(found)
    }

    /// Answers one request.
    pub fn answer(&self, request: &Request) -> Answer {
        self.route(request)
            .with("cache-control", "no-store")
            .with("x-content-type-options", "nosniff")
            .with("referrer-policy", "strict-origin-when-cross-origin")
            .with("cross-origin-resource-policy", "same-origin")
            .with("content-security-policy", &format!("{POLICY}; frame-ancestors 'none'"))
    }

    fn route(&self, request: &Request) -> Answer {
        match self.names.check(request) {
            Ok(()) => {}
            Err(Refusal::Method) => return Answer::text(405, "GET, HEAD").with("allow", "GET, HEAD"),
            Err(Refusal::Host) => return Answer::text(421, &self.pages.editor.messages.text("serve-host-refused")),
            Err(Refusal::Origin) => return Answer::text(403, &self.pages.editor.messages.text("serve-origin-refused")),
        }
        let path = request.uri().path();
        match path.strip_prefix("/_annai/") {
            Some("settings") if !request.body().is_loopback() && !self.names.may_set => {
                Answer::text(403, &self.pages.editor.messages.text("serve-settings-elsewhere"))
            }
            Some(path) => self.pages.answer(request, path),
            None => {
                let search = self.search.answer(&self.live.now(), path);
                let query = request.uri().query().unwrap_or_default();
                search.unwrap_or_else(|| site_pages::answer(&self.live, &self.pages.editor, path, query))
            }
        }
    }
}

struct Follower {
    service: Arc<Service>,
    polls: Box<dyn FnMut(&Polling) + Send>,
}

impl Observer for Follower {
    fn changed(&mut self, paths: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
        self.service.changed(paths)
    }

    fn polls(&mut self, why: &Polling) {
        (self.polls)(why);
    }
}

/// Takes memory from the system in small pages only. Where it hands out huge ones (2 MiB), the few kilobytes that a
/// thread or a connection needs hold a megabyte and more. To be called before anything is read.
pub fn take_small_pages() {
    #[cfg(target_os = "linux")]
    // An old system that does not know this is served as well, only larger.
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

/// A word that differs for each start of the program.
fn boot() -> String {
    let nanoseconds = super::clock::now().as_nanosecond().unsigned_abs();
    format!("{:x}", nanoseconds ^ u128::from(std::process::id()) << 64)
}
