//! All open connections: how many there may be, and which one makes way.

use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, watch};
use tokio::time::timeout;

/// Most connections at a time; fewer where the system allows few open files.
const MOST: usize = 128;
/// Descriptors left for reading files.
const SPARE_DESCRIPTORS: usize = 64;
/// A client that takes nothing of its answer for so long is gone.
const GONE: Duration = Duration::from_secs(60);

/// All open connections. Whoever serves one holds its place.
#[derive(Default)]
pub struct Connections(Vec<Weak<Place>>);

/// The place of one among them.
pub struct Place {
    /// When it came, asked, or took a part of an answer.
    heard: watch::Sender<Instant>,
    ends: Notify,
}

impl Connections {
    /// A place for a new connection. Where all are taken, another one makes way.
    pub fn enter(&mut self) -> Arc<Place> {
        self.0.retain(|place| place.strong_count() > 0);
        if self.0.len() >= most() {
            self.end_one();
        }
        let place = Arc::new(Place { heard: watch::Sender::new(Instant::now()), ends: Notify::new() });
        self.0.push(Arc::downgrade(&place));
        place
    }

    /// Ends the connection of which nothing was heard for the longest time.
    pub fn end_one(&mut self) {
        let open = self.0.iter().enumerate().filter_map(|(at, place)| Some((at, place.upgrade()?)));
        if let Some((at, place)) = open.min_by_key(|(_, place)| *place.heard.borrow()) {
            self.0.swap_remove(at);
            place.ends.notify_one();
        }
    }
}

impl Place {
    /// It asked, or took a part of an answer.
    pub fn is_heard(&self) {
        self.heard.send_replace(Instant::now());
    }

    /// Waits until the connection has to end.
    pub async fn ended(&self) {
        let silence = || self.heard.borrow().elapsed();
        while timeout(GONE.saturating_sub(silence()), self.ends.notified()).await.is_err() {
            if silence() >= GONE {
                return;
            }
        }
    }
}

/// How many connections there may be without taking the descriptors that reading files needs.
fn most() -> usize {
    #[cfg(unix)]
    if let Some(limit) = rustix::process::getrlimit(rustix::process::Resource::Nofile).current {
        return usize::try_from(limit).unwrap_or(usize::MAX).saturating_sub(SPARE_DESCRIPTORS).clamp(8, MOST);
    }
    MOST
}
