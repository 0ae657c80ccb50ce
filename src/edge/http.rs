//! The only room that speaks HTTP: accepts connections, reads the heads of requests within limits, writes answers.
//!
//! Written by hand in place of tiny_http 0.12, whose faults cannot be mended from outside: its accept loop ends when
//! descriptors run out, and without a word where `try_clone().unwrap()` panics in it; it takes no timeout for reading, holds
//! a head of any length, and takes no connection that somebody else accepted, so that nothing can stand in front of it but
//! a second copy of all traffic. Only GET and HEAD without a body are answered here (RFC 9112), which is little to write.

pub mod answer;
mod connections;
pub mod request;
mod workers;

use std::io::{self, Read, Write};
use std::net::{IpAddr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use answer::{Answer, Body, Handler, reason};
use connections::{Connections, Doing, Place};
use request::{end_of_head, parse};
use workers::Workers;

/// Most bytes of a request's head.
const LONGEST_HEAD: usize = 16 << 10;
/// The time in which a head that has begun must be complete.
const HEAD_TIME: Duration = Duration::from_secs(5);
/// The time for which a connection without a request is kept.
const IDLE_TIME: Duration = Duration::from_secs(60);
/// The time in which an answer must be taken.
const ANSWER_TIME: Duration = Duration::from_secs(20);
/// Most bytes that are written at once: what a client takes is noticed by so much.
const PIECE: usize = 64 << 10;
/// Most bytes that are read from a client that was refused.
const MOST_IGNORED: usize = 1 << 20;
/// Stack of a connection's thread, which reads and writes and does nothing else.
const STACK: usize = 256 << 10;

/// A listening server.
pub struct Server {
    listener: TcpListener,
    connections: Arc<Connections>,
}

impl Server {
    /// Listens.
    ///
    /// # Errors
    /// The system's: the address is in use, or is not this machine's.
    pub fn bind(ip: IpAddr, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(SocketAddr::new(ip, port))?;
        Ok(Self { listener, connections: Arc::new(Connections::default()) })
    }

    /// The address, with the port that was chosen.
    ///
    /// # Errors
    /// The system's.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Accepts connections for ever.
    pub fn run(&self, handler: &Arc<dyn Handler>) -> ! {
        let workers = Workers::start(handler, &self.connections);
        loop {
            match self.listener.accept() {
                Ok((stream, _)) => self.take(stream, &workers),
                // The client was gone before it was greeted.
                Err(error) if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::Interrupted) => {}
                // No descriptors, no memory: make room, and try again soon.
                Err(_) => {
                    self.connections.end_one();
                    thread::sleep(Duration::from_millis(20));
                }
            }
        }
    }

    fn take(&self, stream: TcpStream, workers: &Workers) {
        let Some(id) = self.connections.begin(&stream) else { return };
        let (connections, workers) = (self.connections.clone(), workers.clone());
        let serve = move || {
            // Left when the thread ends, however it ends.
            let place = Place { id, connections };
            Connection { stream, place: &place, rest: Vec::new() }.serve(&workers);
        };
        let ended = self.connections.clone();
        if thread::Builder::new().name("connection".into()).stack_size(STACK).spawn(serve).is_err() {
            ended.end(id);
        }
    }
}

struct Connection<'a> {
    stream: TcpStream,
    place: &'a Place,
    /// Bytes that were read past the end of the last head.
    rest: Vec<u8>,
}

/// Why there is no request.
enum NoRequest {
    /// The client is gone, or was silent for too long.
    Gone,
    /// It is answered with this status, and the connection ends.
    Refused(u16, &'static str),
}

impl Connection<'_> {
    fn serve(&mut self, workers: &Workers) {
        let _ = self.stream.set_nodelay(true);
        loop {
            self.doing(Doing::Waiting);
            let (request, keep) = match self.head() {
                Ok(head) => match parse(&head) {
                    Ok(found) => found,
                    Err((status, why)) => return self.refuse(status, why),
                },
                Err(NoRequest::Gone) => return,
                Err(NoRequest::Refused(status, why)) => return self.refuse(status, why),
            };
            self.doing(Doing::Asking);
            let head_only = request.method == "HEAD";
            let answer = workers.ask(request, self.place.id);
            let streams = matches!(answer.body, Body::Stream(_));
            if self.answer(answer, head_only, keep).is_err() || !keep || streams {
                break;
            }
        }
        let _ = self.stream.shutdown(Shutdown::Both);
    }

    fn doing(&self, doing: Doing) {
        self.place.connections.set(self.place.id, doing);
    }

    /// Says why, and reads on for a moment: a connection that is closed with bytes unread is reset, and the client would
    /// not see the answer.
    fn refuse(&mut self, status: u16, why: &str) {
        let sent = self.answer(Answer::text(status, why), false, false);
        let _ = self.stream.shutdown(Shutdown::Write);
        let (until, mut ignored, mut sink) = (Instant::now() + Duration::from_millis(300), 0, [0; 4096]);
        let _ = self.stream.set_read_timeout(Some(Duration::from_millis(100)));
        while sent.is_ok() && Instant::now() < until && ignored < MOST_IGNORED {
            match self.stream.read(&mut sink) {
                Ok(count) if count > 0 => ignored += count,
                _ => break,
            }
        }
        let _ = self.stream.shutdown(Shutdown::Both);
    }

    /// Reads up to the empty line that ends a head.
    fn head(&mut self) -> Result<Vec<u8>, NoRequest> {
        let mut head = std::mem::take(&mut self.rest);
        let begun = Instant::now();
        let mut first_byte = (!head.is_empty()).then_some(begun);
        let mut buffer = [0; 2048];
        loop {
            if let Some(end) = end_of_head(&head) {
                self.rest = head.split_off(end);
                return Ok(head);
            }
            if head.len() > LONGEST_HEAD {
                return Err(NoRequest::Refused(431, "The head of the request is too long."));
            }
            let left = match first_byte {
                Some(first) => HEAD_TIME.saturating_sub(first.elapsed()),
                None => IDLE_TIME.saturating_sub(begun.elapsed()),
            };
            if left.is_zero() {
                return Err(if head.is_empty() { NoRequest::Gone } else { NoRequest::Refused(408, "Too slow.") });
            }
            self.stream.set_read_timeout(Some(left)).map_err(|_| NoRequest::Gone)?;
            match self.stream.read(&mut buffer) {
                Ok(0) => return Err(NoRequest::Gone),
                Ok(count) => {
                    head.extend_from_slice(buffer.get(..count).unwrap_or_default());
                    first_byte.get_or_insert_with(Instant::now);
                }
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Err(NoRequest::Gone),
            }
        }
    }

    fn answer(&mut self, answer: Answer, head_only: bool, keep: bool) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
        for (name, value) in &answer.fields {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        match answer.body {
            Body::Bytes(bytes) => {
                head.push_str(&format!("Content-Length: {}\r\n", bytes.len()));
                head.push_str(if keep { "Connection: keep-alive\r\n\r\n" } else { "Connection: close\r\n\r\n" });
                let until = Instant::now() + ANSWER_TIME;
                let body: &[u8] = if head_only { &[] } else { &bytes };
                // Small answers in one packet.
                if body.len() <= 64 << 10 {
                    let mut all = head.into_bytes();
                    all.extend_from_slice(body);
                    return self.write(&all, until);
                }
                self.write(head.as_bytes(), until)?;
                self.write(body, until)
            }
            Body::Stream(mut next) => {
                head.push_str("Connection: close\r\n\r\n");
                self.write(head.as_bytes(), Instant::now() + ANSWER_TIME)?;
                if head_only {
                    return Ok(());
                }
                self.doing(Doing::Following);
                while let Some(piece) = next() {
                    self.write(&piece, Instant::now() + ANSWER_TIME)?;
                }
                Ok(())
            }
        }
    }

    /// Writes all bytes, unless the client takes them too slowly.
    fn write(&mut self, mut bytes: &[u8], until: Instant) -> io::Result<()> {
        while !bytes.is_empty() {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            self.stream.set_write_timeout(Some(left))?;
            match self.stream.write(bytes.get(..PIECE).unwrap_or(bytes)) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => {
                    bytes = bytes.get(count..).unwrap_or_default();
                    self.place.connections.goes_on(self.place.id);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
