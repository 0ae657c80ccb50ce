//! Stops a publication between two steps: whoever stops it waits for the current step to end, and no step begins after that.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::work::Work;

/// Holds the working folder of the publication that is going on. It is handed to [`super::Publisher::open`], and kept by
/// whoever may have to stop the run.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<RwLock<Option<Work>>>);

impl Gate {
    /// Removes the working folder, for a run that ends now. The published site is not touched; a site that is just being
    /// exchanged is exchanged first. From then on no publication goes on: whatever it tries waits for the end of the process.
    pub fn stop(&self) {
        let mut held = self.enter();
        *held = None;
        std::mem::forget(held);
    }

    /// Lets a step go on that a stop has to wait for.
    pub(super) fn pass(&self) -> RwLockReadGuard<'_, Option<Work>> {
        // A thread that panicked while it held the lock left nothing half done.
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets a step go on beside which no other does.
    pub(super) fn enter(&self) -> RwLockWriteGuard<'_, Option<Work>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}
