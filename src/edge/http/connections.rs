//! All open connections: how many there may be, what they hold, and which one makes way.

use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Most connections at a time; fewer where the system allows few open files.
const MOST_CONNECTIONS: usize = 128;
/// Descriptors left for reading files.
const SPARE_DESCRIPTORS: usize = 64;
/// Most event streams at a time.
const MOST_STREAMS: usize = 32;
/// Most bytes of answers that wait to be taken.
const MOST_BYTES: usize = 16 << 20;
/// A client that takes nothing of its answer for so long makes way for other answers when there are more,
const PAUSE: Duration = Duration::from_millis(30);
/// and after so long for other clients.
const STUCK: Duration = Duration::from_millis(250);
/// A client that has just come is not sent away before it could ask.
const ARRIVAL: Duration = Duration::from_millis(100);
/// The longest time for which an answer waits for others to be taken.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// How many connections there may be without taking the descriptors that reading files needs. Each takes two.
fn most_connections() -> usize {
    #[cfg(unix)]
    if let Some(limit) = rustix::process::getrlimit(rustix::process::Resource::Nofile).current {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        return (limit.saturating_sub(SPARE_DESCRIPTORS) / 2).clamp(8, MOST_CONNECTIONS);
    }
    MOST_CONNECTIONS
}

/// What a connection is doing, since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// It sent no whole request yet, or none since the last answer.
    Waiting,
    /// Its answer is being made.
    Asking,
    /// It is taking its answer.
    Taking,
    /// It follows events.
    Following,
}

/// All open connections, so that the one that is needed least can make way.
pub struct Connections {
    most: usize,
    next: AtomicU64,
    open: Mutex<BTreeMap<u64, Open>>,
}

#[derive(Debug)]
struct Open {
    doing: Doing,
    /// Since it does so, or took a part of its answer.
    since: Instant,
    /// Of its answer.
    bytes: usize,
    /// It had an answer before.
    was_answered: bool,
    /// Closes the connection from another thread.
    handle: Option<TcpStream>,
}

impl Default for Connections {
    fn default() -> Self {
        Self { most: most_connections(), next: AtomicU64::new(0), open: Mutex::new(BTreeMap::new()) }
    }
}

impl Connections {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a new connection; another one makes way where all are taken. Nothing when none can.
    pub fn begin(&self, stream: &TcpStream) -> Option<u64> {
        if self.lock().len() >= self.most && !self.end_one() {
            return None;
        }
        let handle = stream.try_clone().ok()?;
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        self.lock().insert(
            id,
            Open { doing: Doing::Waiting, since: Instant::now(), bytes: 0, was_answered: false, handle: Some(handle) },
        );
        Some(id)
    }

    /// Closes the connection that has waited longest: one that was answered before, and can come back; else one that never asked;
    /// else one that takes nothing of its answer; else the first of those that have just come.
    pub fn end_one(&self) -> bool {
        let mut open = self.lock();
        let rank = |open: &Open| match (open.doing, open.since.elapsed()) {
            (Doing::Waiting, _) if open.was_answered => Some(0),
            (Doing::Waiting, time) if time >= ARRIVAL => Some(1),
            (Doing::Taking, time) if time >= STUCK => Some(2),
            (Doing::Waiting, _) => Some(3),
            _ => None,
        };
        let candidates = open.iter().filter_map(|(id, open)| Some((rank(open)?, open.since, *id)));
        let Some((_, _, id)) = candidates.min() else { return false };
        close(&mut open, id);
        true
    }

    /// Closes a connection.
    pub fn end(&self, id: u64) {
        close(&mut self.lock(), id);
    }

    /// Notes what a connection does from now on. Too many that follow events: the oldest ends.
    pub fn set(&self, id: u64, doing: Doing) {
        let mut open = self.lock();
        if let Some(entry) = open.get_mut(&id) {
            entry.was_answered |= entry.doing == Doing::Taking;
            entry.doing = doing;
            entry.since = Instant::now();
            entry.bytes = 0;
        }
        let follows = |(_, open): &(&u64, &Open)| open.doing == Doing::Following;
        if doing == Doing::Following && open.iter().filter(follows).count() > MOST_STREAMS {
            let oldest = open.iter().filter(follows).min_by_key(|(_, open)| open.since).map(|(id, _)| *id);
            if let Some(oldest) = oldest {
                close(&mut open, oldest);
            }
        }
    }

    /// Notes that a client took a part of its answer.
    pub fn goes_on(&self, id: u64) {
        if let Some(entry) = self.lock().get_mut(&id) {
            entry.since = Instant::now();
        }
    }

    /// Waits until there is room for an answer of so many bytes, and notes that it is being taken. Clients that take nothing
    /// make way.
    pub fn admit(&self, id: u64, bytes: usize) {
        let until = Instant::now() + LONGEST_WAIT;
        loop {
            let mut open = self.lock();
            let held: usize = open.values().map(|open| open.bytes).sum();
            if bytes == 0 || held == 0 || held + bytes <= MOST_BYTES || Instant::now() >= until {
                if let Some(entry) = open.get_mut(&id) {
                    (entry.doing, entry.since, entry.bytes) = (Doing::Taking, Instant::now(), bytes);
                }
                return;
            }
            let is_stuck = |(_, open): &(&u64, &Open)| open.bytes > 0 && open.since.elapsed() > PAUSE;
            let stuck: Vec<u64> = open.iter().filter(is_stuck).map(|(id, _)| *id).collect();
            stuck.into_iter().for_each(|id| close(&mut open, id));
            drop(open);
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// Closes a connection; its thread finds out and ends.
fn close(open: &mut BTreeMap<u64, Open>, id: u64) {
    if let Some(handle) = open.remove(&id).and_then(|open| open.handle) {
        let _ = handle.shutdown(Shutdown::Both);
    }
}

/// A connection's place among all connections, left when it is dropped.
pub struct Place {
    /// Its number.
    pub id: u64,
    /// All of them.
    pub connections: Arc<Connections>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.lock().remove(&self.id);
    }
}
