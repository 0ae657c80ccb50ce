//! The few threads that answer: however many ask at once, so much memory and no more is at work.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::answer::{Answer, Body, Handler};
use super::connections::Connections;
use super::request::Request;

/// Stack of a thread: pages are rendered on it.
const STACK: usize = 4 << 20;

/// Hands requests to threads that answer them in turn.
#[derive(Clone)]
pub struct Workers {
    jobs: Sender<Job>,
}

/// A request of a connection, and where its answer goes.
struct Job {
    request: Request,
    connection: u64,
    reply: Sender<Answer>,
}

impl Workers {
    /// Starts them: two for each core, as some wait for what others do.
    pub fn start(handler: &Arc<dyn Handler>, connections: &Arc<Connections>) -> Self {
        let (jobs, waiting) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        let count = 2 * thread::available_parallelism().map_or(1, NonZeroUsize::get).min(4);
        for _ in 0..count {
            let (waiting, handler, connections) = (waiting.clone(), handler.clone(), connections.clone());
            let work = move || work(&waiting, &*handler, &connections);
            // Those that could be started do the work of the others.
            let _ = thread::Builder::new().name("answer".into()).stack_size(STACK).spawn(work);
        }
        Self { jobs }
    }

    /// Answers a request of that connection.
    pub fn ask(&self, request: Request, connection: u64) -> Answer {
        let (reply, answer) = channel();
        let sent = self.jobs.send(Job { request, connection, reply });
        let answer = sent.ok().and_then(|()| answer.recv().ok());
        answer.unwrap_or_else(|| Answer::text(503, "There are no threads left."))
    }
}

fn work(waiting: &Mutex<Receiver<Job>>, handler: &dyn Handler, connections: &Connections) {
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { request, connection, reply }) = next else { return };
        let ask = AssertUnwindSafe(|| handler.answer(&request));
        let answer = catch_unwind(ask).unwrap_or_else(|_| Answer::text(500, "Internal error."));
        if let Body::Bytes(bytes) = &answer.body {
            // What somebody else keeps too takes no more memory.
            connections.admit(connection, if Arc::strong_count(bytes) == 1 { bytes.len() } else { 0 });
        }
        // The client may be gone by now.
        let _ = reply.send(answer);
    }
}
