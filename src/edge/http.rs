//! The only room that speaks HTTP: accepts connections, reads the heads of requests within limits, writes answers.
//!
//! Written by hand in place of tiny_http 0.12, whose faults cannot be mended from outside: its accept loop ends when
//! descriptors run out, and without a word where `try_clone().unwrap()` panics in it; it takes no timeout for reading, holds
//! a head of any length, and takes no connection that somebody else accepted, so that nothing can stand in front of it but
//! a second copy of all traffic. Only GET and HEAD without a body are answered here (RFC 9112), which is little to write.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{IpAddr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Most bytes of a request's head.
const LONGEST_HEAD: usize = 16 << 10;
/// Most connections at a time; fewer where the system allows few open files.
const MOST_CONNECTIONS: usize = 256;
/// Descriptors left for reading files.
const SPARE_DESCRIPTORS: usize = 64;
/// Most event streams at a time.
const MOST_STREAMS: usize = 32;
/// The time in which a head that has begun must be complete.
const HEAD_TIME: Duration = Duration::from_secs(5);
/// The time for which a connection without a request is kept.
const IDLE_TIME: Duration = Duration::from_secs(60);
/// The time in which an answer must be taken.
const ANSWER_TIME: Duration = Duration::from_secs(20);
/// Stack of a connection's thread: pages are rendered on it.
const STACK: usize = 2 << 20;

/// What a client asks for.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// `GET`, `HEAD` or another, as sent.
    pub method: String,
    /// The path as sent, without the query.
    pub path: String,
    /// The query as sent.
    pub query: String,
    /// All fields, names in lower case, in order.
    pub fields: Vec<(String, String)>,
}

impl Request {
    /// The values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

/// What is answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Fields beside those that every answer has.
    pub fields: Vec<(&'static str, String)>,
    /// The contents.
    pub body: Body,
}

/// The contents of an answer.
pub enum Body {
    /// All at once.
    Bytes(Arc<[u8]>),
    /// Piece by piece, until there is nothing more or the client is gone. Each call waits for the next piece.
    Stream(Box<dyn FnMut() -> Option<Vec<u8>> + Send>),
}

impl Answer {
    /// An answer with contents of a media type.
    pub fn new(status: u16, media_type: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { status, fields: vec![("Content-Type", media_type.to_owned())], body: Body::Bytes(bytes.into()) }
    }

    /// A line of text.
    pub fn text(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{text}\n").into_bytes())
    }

    /// Adds a field. Its value must have no control character in it.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        if !value.chars().any(char::is_control) {
            self.fields.push((name, value));
        }
        self
    }
}

/// What answers requests.
pub trait Handler: Send + Sync + 'static {
    /// Answers one request.
    fn answer(&self, request: &Request) -> Answer;
}

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
        Ok(Self { listener, connections: Arc::new(Connections::new(most_connections())) })
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
        loop {
            match self.listener.accept() {
                Ok((stream, _)) => self.take(stream, handler),
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

    fn take(&self, stream: TcpStream, handler: &Arc<dyn Handler>) {
        let Some(id) = self.connections.begin(&stream) else { return };
        let (connections, handler) = (self.connections.clone(), handler.clone());
        let serve = move || {
            // Left when the thread ends, however it ends.
            let place = Place { id, connections };
            Connection { stream, place: &place, rest: Vec::new() }.serve(&*handler);
        };
        let ended = self.connections.clone();
        if thread::Builder::new().name("connection".into()).stack_size(STACK).spawn(serve).is_err() {
            ended.end(id);
        }
    }
}

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Doing {
    /// It sent no whole request yet, or none since the last answer.
    Waiting,
    /// It is being answered.
    Taking,
    /// It follows events.
    Following,
}

/// All open connections, so that the one that is needed least can make way.
struct Connections {
    most: usize,
    next: AtomicU64,
    open: Mutex<BTreeMap<u64, Open>>,
}

struct Open {
    doing: Doing,
    since: Instant,
    /// Closes the connection from another thread.
    handle: Option<TcpStream>,
}

impl Connections {
    fn new(most: usize) -> Self {
        Self { most, next: AtomicU64::new(0), open: Mutex::new(BTreeMap::new()) }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a new connection; another one makes way where all are taken. Nothing when none can.
    fn begin(&self, stream: &TcpStream) -> Option<u64> {
        if self.lock().len() >= self.most && !self.end_one() {
            return None;
        }
        let handle = stream.try_clone().ok()?;
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        self.lock().insert(id, Open { doing: Doing::Waiting, since: Instant::now(), handle: Some(handle) });
        Some(id)
    }

    /// Closes the connection that has waited longest; else the one that takes longest over its answer.
    fn end_one(&self) -> bool {
        let mut open = self.lock();
        let slow = |open: &Open| open.doing == Doing::Taking && open.since.elapsed() > Duration::from_secs(1);
        let candidates = open.iter().filter(|(_, open)| open.doing == Doing::Waiting || slow(open));
        let Some(id) = candidates.min_by_key(|(_, open)| (open.doing, open.since)).map(|(id, _)| *id) else { return false };
        close(&mut open, id);
        true
    }

    fn end(&self, id: u64) {
        close(&mut self.lock(), id);
    }

    fn set(&self, id: u64, doing: Doing) {
        let mut open = self.lock();
        if let Some(entry) = open.get_mut(&id) {
            entry.doing = doing;
            entry.since = Instant::now();
        }
        let follows = |(_, open): &(&u64, &Open)| open.doing == Doing::Following;
        if doing == Doing::Following && open.iter().filter(follows).count() > MOST_STREAMS {
            let oldest = open.iter().filter(follows).min_by_key(|(_, open)| open.since).map(|(id, _)| *id);
            if let Some(oldest) = oldest {
                close(&mut open, oldest);
            }
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
struct Place {
    id: u64,
    connections: Arc<Connections>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.lock().remove(&self.id);
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
    fn serve(&mut self, handler: &dyn Handler) {
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
            self.doing(Doing::Taking);
            let ask = std::panic::AssertUnwindSafe(|| handler.answer(&request));
            let answer = std::panic::catch_unwind(ask).unwrap_or_else(|_| Answer::text(500, "Internal error."));
            let streams = matches!(answer.body, Body::Stream(_));
            if self.answer(answer, request.method == "HEAD", keep).is_err() || !keep || streams {
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
        let (until, mut sink) = (Instant::now() + Duration::from_millis(300), [0; 4096]);
        let _ = self.stream.set_read_timeout(Some(Duration::from_millis(100)));
        while sent.is_ok() && Instant::now() < until && self.stream.read(&mut sink).is_ok_and(|count| count > 0) {}
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
            match self.stream.write(bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// Where the empty line ends that ends a head. A bare LF ends a line too (RFC 9112, 2.2).
fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == b'\n') {
        let next = from + at + 1;
        match bytes.get(next..)? {
            [b'\n', ..] => return Some(next + 1),
            [b'\r', b'\n', ..] => return Some(next + 2),
            _ => from = next,
        }
    }
    None
}

/// Reads a head: the request, and whether the connection is kept after the answer.
fn parse(head: &[u8]) -> Result<(Request, bool), (u16, &'static str)> {
    const BAD: (u16, &str) = (400, "This is no request of HTTP/1.1.");
    let text = std::str::from_utf8(head).map_err(|_| BAD)?;
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).skip_while(|line| line.is_empty());
    let mut parts = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(target), Some(version), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(BAD);
    };
    let is_token = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
    };
    if !is_token(method) || target.is_empty() || target.bytes().any(|byte| byte.is_ascii_control()) {
        return Err(BAD);
    }
    let is_11 = match version {
        "HTTP/1.1" => true,
        "HTTP/1.0" => false,
        _ => return Err(BAD),
    };
    let mut fields = Vec::new();
    for line in lines.take_while(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').ok_or(BAD)?;
        if !is_token(name) || value.chars().any(|c| c.is_control() && c != '\t') {
            return Err(BAD);
        }
        fields.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request { method: method.to_owned(), fields, ..Request::default() };
    // The absolute form (RFC 9112, 3.2.2): its host takes the place of the field's.
    let target = match target.strip_prefix("http://").or_else(|| target.strip_prefix("https://")) {
        Some(rest) => {
            let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
            request.fields.retain(|(name, _)| name != "host");
            request.fields.push(("host".to_owned(), host.to_owned()));
            if path.is_empty() { "/" } else { path }
        }
        None => target,
    };
    if !target.starts_with('/') {
        return Err(BAD);
    }
    let target = target.split('#').next().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    (request.path, request.query) = (path.to_owned(), query.to_owned());
    let length = request.all("content-length").any(|length| length != "0");
    if length || request.field("transfer-encoding").is_some() {
        return Err((413, "Requests have no body here."));
    }
    let wants =
        |word: &str| request.all("connection").any(|value| value.split(',').any(|part| part.trim().eq_ignore_ascii_case(word)));
    let keep = if is_11 { !wants("close") } else { wants("keep-alive") };
    Ok((request, keep))
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        413 => "Content Too Large",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        _ => "Answer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(head: &str) -> Result<(Request, bool), u16> {
        parse(head.as_bytes()).map_err(|(status, _)| status)
    }

    #[test]
    fn heads_end_at_the_empty_line() {
        assert_eq!(end_of_head(b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET"), Some(27));
        assert_eq!(end_of_head(b"GET / HTTP/1.1\nHost: x\n\nrest"), Some(24));
        assert_eq!(end_of_head(b"GET / HTTP/1.1\r\nHost: x\r\n"), None);
    }

    #[test]
    fn requests_are_taken_apart() {
        let (request, keep) = parsed("GET /a%20b?c=d?e HTTP/1.1\r\nHOST: Localhost:1 \r\nAccept:*/*\r\n\r\n").unwrap();
        assert_eq!(
            (&*request.path, &*request.query, request.field("host"), keep),
            ("/a%20b", "c=d?e", Some("Localhost:1"), true)
        );
        let (request, keep) = parsed("GET http://evil.example/x HTTP/1.0\r\nHost: localhost\r\n\r\n").unwrap();
        assert_eq!((&*request.path, request.field("host"), keep), ("/x", Some("evil.example"), false));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for head in [
            "",
            "GET /",
            "GET / HTTP/2\r\n\r\n",
            "GET  / HTTP/1.1\r\n\r\n",
            "GET * HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
            "GET / HTTP/1.1\r\n folded: x\r\n\r\n",
        ] {
            assert_eq!(parsed(head).err(), Some(400), "{head:?}");
        }
        assert_eq!(parsed("GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n").err(), Some(413));
        assert_eq!(parsed("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n").err(), Some(413));
    }
}
