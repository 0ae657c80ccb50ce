//! All open connections: how many there may be, and which one makes way.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::time::timeout;

/// Most connections at a time; fewer where the system allows few open files.
const MOST: usize = 128;
/// Descriptors left for reading files.
const SPARE_DESCRIPTORS: usize = 64;
/// A client that takes nothing of its answer for so long is gone.
const GONE: Duration = Duration::from_secs(60);

/// All open connections.
#[derive(Default)]
pub struct Connections(Mutex<Vec<Arc<Place>>>);

/// The place of one among them.
pub struct Place {
    /// When it came, asked, or took a part of an answer.
    heard: Mutex<Instant>,
    ends: Notify,
}

impl Connections {
    fn lock(&self) -> MutexGuard<'_, Vec<Arc<Place>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a new connection. Where all are taken, another one makes way.
    pub fn enter(&self) -> Arc<Place> {
        if self.lock().len() >= most() {
            self.end_one();
        }
        let place = Arc::new(Place { heard: Mutex::new(Instant::now()), ends: Notify::new() });
        self.lock().push(place.clone());
        place
    }

    /// Ends the connection of which nothing was heard for the longest time.
    pub fn end_one(&self) {
        let mut open = self.lock();
        if let Some(at) = (0..open.len()).min_by_key(|at| open.get(*at).map(|place| place.last())) {
            open.swap_remove(at).ends.notify_one();
        }
    }

    /// A connection has ended.
    pub fn leave(&self, place: &Arc<Place>) {
        self.lock().retain(|other| !Arc::ptr_eq(other, place));
    }
}

impl Place {
    fn last(&self) -> Instant {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// It asked, or took a part of an answer.
    pub fn is_heard(&self) {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Waits until the connection has to end.
    pub async fn ended(&self) {
        while timeout(GONE.saturating_sub(self.last().elapsed()), self.ends.notified()).await.is_err() {
            if self.last().elapsed() >= GONE {
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
