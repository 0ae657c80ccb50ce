//! The threads on which sites are read and rendered: as many as are wanted, or as the system gives.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;

use rayon::{ThreadBuilder, ThreadPoolBuilder};

use super::terminal;

/// Makes them, once, before any work. Left to itself, rayon takes all that are wanted or none, and panics then.
pub fn prepare() {
    let wanted = terminal::variable("RAYON_NUM_THREADS").and_then(|number| number.parse().ok()).filter(|number| *number > 0);
    let wanted = wanted.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from));
    let (give, take) = channel::<ThreadBuilder>();
    let take = Arc::new(Mutex::new(take));
    let start = |_: &usize| {
        let take = Arc::clone(&take);
        let work = move || {
            let given = take.lock().ok().and_then(|take| take.recv().ok());
            if let Some(work) = given {
                work.run();
            }
        };
        thread::Builder::new().spawn(work).is_ok()
    };
    let started = (0..wanted).take_while(start).count();
    let pool = ThreadPoolBuilder::new();
    let _ = match started {
        0 => pool.num_threads(1).use_current_thread().build_global(),
        _ => {
            let hand = move |work| give.send(work).map_err(|_| std::io::ErrorKind::Other.into());
            pool.num_threads(started).spawn_handler(hand).build_global()
        }
    };
}
