//! The only room that speaks HTTP: hyper on one thread, with limits of ours; answers are made on a few threads beside it.

pub mod answer;
mod connections;

use std::convert::Infallible;
use std::future::poll_fn;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use hyper::header::{CONTENT_LENGTH, IF_RANGE, RANGE, TRANSFER_ENCODING};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy, sink};
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{sleep, timeout};

use answer::{Answer, Contents};
use connections::{Connections, Place};

/// Most bytes of a request's head.
const LONGEST_HEAD: usize = 16 << 10;
/// The time for which a connection without a whole request is kept.
const HEAD_TIME: Duration = Duration::from_secs(30);
/// Stack of a thread that answers: pages are rendered on it.
const STACK: usize = 4 << 20;
/// A client that was refused is read from for so long, and so many bytes: a connection that is closed with bytes unread is
/// reset, and the client would not see the answer.
const IGNORED: (Duration, u64) = (Duration::from_millis(300), 1 << 20);

/// What a client asks for. In place of a body, which must be empty, it has the client's address.
pub type Request = hyper::Request<IpAddr>;
/// What answers requests.
pub type Handler = dyn Fn(&Request) -> Answer + Send + Sync;

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
    pub fn run(self, handler: &Arc<Handler>) -> io::Result<Infallible> {
        let mut connections = Connections::default();
        self.runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            loop {
                match listener.accept().await {
                    Ok((stream, from)) => {
                        tokio::spawn(serve(stream, from.ip().to_canonical(), handler.clone(), connections.enter()));
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

async fn serve(stream: TcpStream, from: IpAddr, handler: Arc<Handler>, place: Arc<Place>) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| Box::pin(answer(request.map(|_| from), handler.clone(), place.clone())));
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
async fn answer(request: Request, handler: Arc<Handler>, place: Arc<Place>) -> Result<Response<Contents>, Infallible> {
    let headers = request.headers();
    if headers.contains_key(TRANSFER_ENCODING) || headers.get_all(CONTENT_LENGTH).iter().any(|length| length != "0") {
        let refusal = Answer::text(413, "Requests have no body here.").with("connection", "close");
        return Ok(refusal.into_response(None, place));
    }
    place.is_heard();
    let is_whole = request.method() != Method::GET || headers.contains_key(IF_RANGE);
    let range = headers.get(RANGE).filter(|_| !is_whole).cloned();
    let answer = tokio::task::spawn_blocking(move || handler(&request)).await;
    Ok(answer.unwrap_or_else(|_| Answer::text(500, "Internal error.")).into_response(range, place))
}
