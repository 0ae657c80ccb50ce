//! Watching a site: which paths changed, told within milliseconds; by polling where the system cannot tell.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Config, ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::read::{FOLDERS, is_path_left_out, list};

/// No event for so long: what was saved is saved.
const QUIET: Duration = Duration::from_millis(1);
/// The same while a file is open for writing, or empty: its contents are on their way.
const QUIET_WHILE_WRITTEN: Duration = Duration::from_millis(15);
/// Changes are told after this time even when more of them arrive.
const LONGEST_WAIT: Duration = Duration::from_millis(80);
/// A folder that appeared is looked at again: files may have been put in before it was watched.
const SECOND_LOOK: Duration = Duration::from_millis(150);
/// All files are compared by this time, whatever the system told: queues overflow, links lead elsewhere.
const SAFETY: Duration = Duration::from_secs(30);
/// Between two looks at all files where the system tells nothing.
const POLL: Duration = Duration::from_secs(1);
/// When files that could not be read are tried again; then with each safety look.
const RETRIES: [u64; 5] = [50, 100, 200, 400, 800];

/// Why a site is polled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Polling {
    /// The system has no watches left.
    NoWatches,
    /// The site is on a network drive, which does not tell of what others change.
    Network,
    /// The system's own words.
    Failed(String),
}

/// Receives what happens.
pub trait Observer {
    /// Files or folders at these paths, relative to the root, may have changed. Gives those back that could not be read for now.
    fn changed(&mut self, paths: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf>;
    /// From now on the site is polled.
    fn polls(&mut self, why: &Polling);
}

/// A site that is being watched: what happens from here on is not missed.
pub struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<notify::Event>>,
    system: Option<RecommendedWatcher>,
    polling: Option<Polling>,
    stamps: BTreeMap<PathBuf, Stamp>,
}

impl Watch {
    /// Begins to watch the site at `root`, which must be a canonical path.
    pub fn new(root: &Path) -> Self {
        let (sender, events) = channel();
        let mut watch = Self { root: root.to_owned(), events, system: None, polling: None, stamps: BTreeMap::new() };
        if is_network(root) {
            watch.polling = Some(Polling::Network);
            watch.stamps = scan(root);
            return watch;
        }
        // Our own reading of files makes events too; nobody wants those.
        let wanted = |event: &notify::Result<notify::Event>| match event {
            Ok(event) => !matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write)),
            Err(_) => true,
        };
        let handler = move |event| {
            if wanted(&event) {
                let _ = sender.send(event);
            }
        };
        // What links lead to lies in the watched folders itself, or is not read.
        match RecommendedWatcher::new(handler, Config::default().with_follow_symlinks(false)) {
            Ok(system) => {
                watch.system = Some(system);
                let listed = watch.system_watch(root, RecursiveMode::NonRecursive);
                let folders = FOLDERS.iter().filter(|folder| root.join(folder).is_dir());
                for folder in folders.filter(|_| listed) {
                    watch.system_watch(&root.join(folder), RecursiveMode::Recursive);
                }
            }
            Err(error) => watch.fail(&error),
        }
        watch.stamps = scan(root);
        watch
    }

    fn system_watch(&mut self, path: &Path, mode: RecursiveMode) -> bool {
        let Some(system) = &mut self.system else { return false };
        match system.watch(path, mode) {
            Ok(()) => true,
            // It was there a moment ago: its removal is an event of its own.
            Err(error) if matches!(error.kind, ErrorKind::PathNotFound) || !path.exists() => true,
            Err(error) => {
                self.fail(&error);
                false
            }
        }
    }

    fn fail(&mut self, error: &notify::Error) {
        self.system = None;
        self.polling = Some(match error.kind {
            ErrorKind::MaxFilesWatch => Polling::NoWatches,
            _ => Polling::Failed(error.to_string()),
        });
    }

    /// Tells the observer of changes, for ever.
    pub fn run(mut self, observer: &mut dyn Observer) {
        let mut told: Option<Polling> = None;
        let mut retry = Retry::default();
        let (mut next_look, mut second_look) = (Instant::now() + self.pause(Duration::ZERO), None::<Instant>);
        loop {
            if told != self.polling
                && let Some(why) = &self.polling
            {
                observer.polls(why);
                told = Some(why.clone());
                next_look = Instant::now();
            }
            let due = [Some(next_look), second_look, retry.due].into_iter().flatten().min().unwrap_or(next_look);
            let left = due.saturating_duration_since(Instant::now());
            let mut batch = Batch::default();
            match self.events.recv_timeout(left) {
                Ok(event) => self.gather(event, &mut batch),
                Err(RecvTimeoutError::Timeout) => {}
                // No system tells anything: only looking helps.
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(left),
            }
            let now = Instant::now();
            if batch.folders {
                second_look = Some(now + SECOND_LOOK);
            }
            if retry.due.is_some_and(|due| due <= now) {
                batch.paths.append(&mut retry.paths.clone());
            }
            let second = second_look.is_some_and(|due| due <= now);
            if batch.all || second || next_look <= now {
                batch.paths.append(&mut self.look());
                batch.paths.append(&mut retry.paths.clone());
                if second {
                    second_look = None;
                }
                next_look = Instant::now() + self.pause(now.elapsed());
            }
            if !batch.paths.is_empty() {
                retry.next(observer.changed(&batch.paths));
            }
        }
    }

    fn pause(&self, look: Duration) -> Duration {
        if self.system.is_some() { SAFETY } else { POLL.max(look * 10) }
    }

    /// What is different from the last look.
    fn look(&mut self) -> BTreeSet<PathBuf> {
        let new = scan(&self.root);
        let mut changed: BTreeSet<PathBuf> =
            new.iter().filter(|(path, stamp)| self.stamps.get(*path) != Some(stamp)).map(|(path, _)| path.clone()).collect();
        changed.extend(self.stamps.keys().filter(|path| !new.contains_key(*path)).cloned());
        self.stamps = new;
        changed
    }

    /// Gathers events until there are no more for a moment.
    fn gather(&mut self, first: notify::Result<notify::Event>, batch: &mut Batch) {
        let begun = Instant::now();
        let mut next = Some(first);
        let mut last = begun;
        loop {
            if let Some(event) = next.take() {
                self.add(event, batch);
                last = Instant::now();
                // What is there already comes along without a look at the clock.
                while let Ok(event) = self.events.try_recv() {
                    self.add(event, batch);
                }
            }
            let is_written =
                !batch.open.is_empty() || batch.paths.len() <= 64 && batch.paths.iter().any(|path| self.is_empty(path));
            let quiet = if is_written { QUIET_WHILE_WRITTEN } else { QUIET };
            let until = (last + quiet).min(begun + LONGEST_WAIT);
            match self.events.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(event) => next = Some(event),
                Err(_) => return,
            }
            if begun.elapsed() >= LONGEST_WAIT {
                if let Some(event) = next {
                    self.add(event, batch);
                }
                return;
            }
        }
    }

    fn is_empty(&self, path: &Path) -> bool {
        fs::metadata(self.root.join(path)).is_ok_and(|found| found.is_file() && found.len() == 0)
    }

    fn add(&mut self, event: notify::Result<notify::Event>, batch: &mut Batch) {
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                if matches!(error.kind, ErrorKind::MaxFilesWatch) {
                    self.fail(&error);
                }
                batch.all = true;
                return;
            }
        };
        if event.need_rescan() {
            batch.all = true;
        }
        for path in &event.paths {
            let Ok(relative) = path.strip_prefix(&self.root) else {
                batch.all = true;
                continue;
            };
            let mut parts = relative.components();
            let top = parts.next().map(|part| part.as_os_str().to_owned());
            if !top.as_ref().is_some_and(|top| FOLDERS.iter().any(|folder| *top == **folder)) {
                continue;
            }
            if is_path_left_out(relative) {
                continue;
            }
            let appears = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)));
            if appears && (matches!(event.kind, EventKind::Create(CreateKind::Folder)) || path.is_dir()) {
                batch.folders = true;
                if parts.next().is_none() {
                    self.system_watch(path, RecursiveMode::Recursive);
                }
            }
            match event.kind {
                EventKind::Modify(ModifyKind::Data(_)) => {
                    batch.open.insert(relative.to_owned());
                }
                EventKind::Access(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => {
                    batch.open.remove(relative);
                }
                _ => {}
            }
            batch.paths.insert(relative.to_owned());
        }
    }
}

/// What happened in one go.
#[derive(Default)]
struct Batch {
    paths: BTreeSet<PathBuf>,
    /// Files that are being written.
    open: BTreeSet<PathBuf>,
    /// Something was missed.
    all: bool,
    /// A folder appeared.
    folders: bool,
}

/// Files that could not be read, and when to try again.
#[derive(Default)]
struct Retry {
    paths: BTreeSet<PathBuf>,
    count: usize,
    due: Option<Instant>,
}

impl Retry {
    fn next(&mut self, paths: BTreeSet<PathBuf>) {
        self.count = if self.paths == paths { self.count + 1 } else { 0 };
        self.due =
            RETRIES.get(self.count).filter(|_| !paths.is_empty()).map(|pause| Instant::now() + Duration::from_millis(*pause));
        self.paths = paths;
    }
}

/// By what a changed file is told from an unchanged one without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    /// On Unix: the file's number, and the last change of its state, in nanoseconds.
    #[cfg(unix)]
    state: (u64, i64, i64),
}

/// The stamps of all files, which are those that are read.
fn scan(root: &Path) -> BTreeMap<PathBuf, Stamp> {
    let mut stamps = BTreeMap::new();
    for found in FOLDERS.iter().flat_map(|folder| list(root, folder).files) {
        let (Ok(seen), Ok(path)) = (fs::metadata(&found.file), found.file.strip_prefix(root)) else { continue };
        stamps.insert(path.to_owned(), Stamp::of(&seen));
    }
    stamps
}

impl Stamp {
    fn of(found: &fs::Metadata) -> Self {
        #[cfg(unix)]
        let state = {
            use std::os::unix::fs::MetadataExt;
            (found.ino(), found.ctime(), found.ctime_nsec())
        };
        Self {
            size: found.len(),
            modified: found.modified().ok(),
            #[cfg(unix)]
            state,
        }
    }
}

/// Is the folder on a drive whose changes by others the system does not tell?
#[cfg(target_os = "linux")]
fn is_network(root: &Path) -> bool {
    // statfs(2): NFS, SMB, CIFS, SMB2, FUSE (sshfs), 9P (WSL), AFS, Coda, Ceph, VirtualBox, Parallels.
    const NETWORKS: [u32; 11] = [
        0x6969,
        0x517B,
        0xFF53_4D42,
        0xFE53_4D42,
        0x6573_5546,
        0x0102_1997,
        0x5346_414F,
        0x7375_7245,
        0x00C3_6400,
        0x786F_4256,
        0x7C7C_6673,
    ];
    let folder = root.join("content");
    let folder = if folder.exists() { &folder } else { root };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the numbers have 32 bits, whatever the type")]
    rustix::fs::statfs(folder).is_ok_and(|found| NETWORKS.contains(&(found.f_type as u32)))
}

#[cfg(not(target_os = "linux"))]
fn is_network(_: &Path) -> bool {
    false
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn what_is_looked_at_is_what_is_read() {
        let site = tempfile::tempdir().unwrap();
        let assets = site.path().join("content/assets/inner");
        fs::create_dir_all(&assets).unwrap();
        fs::create_dir_all(site.path().join(".git")).unwrap();
        for path in [".git/config", "content/assets/a.txt", "content/assets/inner/b.txt", "content/assets/c.txt~"] {
            fs::write(site.path().join(path), "").unwrap();
        }
        for (link, target) in [("git", "../../../.git"), ("all", "/"), ("up", ".."), ("a.txt", "../a.txt"), ("gone", "nothing")] {
            symlink(target, assets.join(link)).unwrap();
        }
        symlink("inner", site.path().join("content/assets/other")).unwrap();
        let (sources, _) = crate::edge::read::read(site.path(), jiff::Timestamp::UNIX_EPOCH);
        let seen: Vec<String> = scan(site.path()).keys().map(|path| path.display().to_string()).collect();
        let read = sources.files.iter().filter(|(_, file)| !matches!(***file, crate::source::File::Unreadable(_)));
        assert_eq!(seen, read.map(|(path, _)| path.to_string()).collect::<Vec<_>>());
        assert!(seen.contains(&"content/assets/other/a.txt".to_owned()), "{seen:?}");
    }
}
