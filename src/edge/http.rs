//! The only room that speaks HTTP: hyper on one thread, with limits of ours; answers are made on a few threads beside it.

pub mod answer;
mod connections;
pub mod request;

use std::convert::Infallible;
use std::future::poll_fn;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy, sink};
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{sleep, timeout};

use answer::{Answer, Contents, Handler};
use connections::{Connections, Place};
use request::Request;

/// Most bytes of a request's head.
const LONGEST_HEAD: usize = 16 << 10;
/// The time for which a connection without a whole request is kept.
const HEAD_TIME: Duration = Duration::from_secs(30);
/// Stack of a thread that answers: pages are rendered on it.
const STACK: usize = 4 << 20;
/// A client that was refused is read from for so long, and so many bytes: a connection that is closed with bytes unread is
/// reset, and the client would not see the answer.
const IGNORED: (Duration, u64) = (Duration::from_millis(300), 1 << 20);

/// A listening server.
pub struct Server {
    runtime: Runtime,
    listener: TcpListener,
}

impl Server {
    /// Listens.
    ///
    /// # Errors
    /// The system's: the address is in use, or is not this machine's.
    pub fn bind(ip: IpAddr, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(SocketAddr::new(ip, port))?;
        listener.set_nonblocking(true)?;
        // Two threads for each core, as some wait for what others do: however many ask at once, so much is at work and no more.
        let threads = 2 * thread::available_parallelism().map_or(1, NonZeroUsize::get).min(4);
        let mut runtime = Builder::new_current_thread();
        runtime.enable_io().enable_time().max_blocking_threads(threads).thread_stack_size(STACK).thread_name("answer");
        Ok(Self { runtime: runtime.build()?, listener })
    }

    /// The address, with the port that was chosen.
    ///
    /// # Errors
    /// The system's.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Accepts connections for ever.
    ///
    /// # Errors
    /// The system's: it can tell of no connections.
    pub fn run(self, handler: &Arc<dyn Handler>) -> io::Result<Infallible> {
        let connections = Arc::new(Connections::default());
        self.runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            loop {
                match listener.accept().await {
                    Ok((stream, from)) => {
                        let (connections, handler, place) = (connections.clone(), handler.clone(), connections.enter());
                        tokio::spawn(async move {
                            serve(stream, from.ip().to_canonical(), &handler, &place).await;
                            connections.leave(&place);
                        });
                    }
                    // The client was gone before it was greeted.
                    Err(error) if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::Interrupted) => {}
                    // No descriptors, no memory: make room, and try again soon.
                    Err(_) => {
                        connections.end_one();
                        sleep(Duration::from_millis(20)).await;
                    }
                }
            }
        })
    }
}

async fn serve(stream: TcpStream, from: IpAddr, handler: &Arc<dyn Handler>, place: &Arc<Place>) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| Box::pin(answer(Request::new(&request, from), handler.clone(), place.clone())));
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(LONGEST_HEAD).title_case_headers(true);
    let mut connection = builder.serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        _ = poll_fn(|context| connection.poll_without_shutdown(context)) => {}
        () = place.ended() => return,
    }
    let mut stream = connection.into_parts().io.into_inner();
    let _ = stream.shutdown().await;
    let _ = timeout(IGNORED.0, copy(&mut stream.take(IGNORED.1), &mut sink())).await;
}

/// Has a request answered, on one of the threads for that.
async fn answer(
    request: Result<Request, Answer>,
    handler: Arc<dyn Handler>,
    place: Arc<Place>,
) -> Result<hyper::Response<Contents>, Infallible> {
    let request = match request {
        Ok(request) => request,
        Err(answer) => return Ok(answer.with("Connection", "close").into_response(&Request::default(), place)),
    };
    place.is_heard();
    let asked = request.clone();
    let answer = tokio::task::spawn_blocking(move || handler.answer(&asked)).await;
    let answer = answer.unwrap_or_else(|_| Answer::text(500, "Internal error."));
    Ok(answer.into_response(&request, place))
}

impl Request {
    /// What hyper read, from a client at an address.
    fn new(request: &hyper::Request<Incoming>, from: IpAddr) -> Result<Self, Answer> {
        let (uri, headers) = (request.uri(), request.headers());
        let has_body = headers.get_all("content-length").iter().any(|length| length != "0");
        if has_body || headers.contains_key("transfer-encoding") {
            return Err(Answer::text(413, "Requests have no body here."));
        }
        // Bytes that are no ASCII are Latin-1, if anything (RFC 9110, 5.5).
        let text = |value: &hyper::header::HeaderValue| value.as_bytes().iter().copied().map(char::from).collect::<String>();
        let mut fields: Vec<_> = headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect();
        // The absolute form (RFC 9112, 3.2.2): its host takes the place of the field's.
        if let Some(authority) = uri.authority() {
            fields.retain(|(name, _)| name != "host");
            fields.push(("host".to_owned(), authority.to_string()));
        }
        Ok(Self {
            method: request.method().to_string(),
            path: uri.path().to_owned(),
            query: uri.query().unwrap_or_default().to_owned(),
            fields,
            is_local: from.is_loopback(),
        })
    }
}
