//! What is answered, and by whom.

use std::convert::Infallible;
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use hyper::body::{Bytes, Frame, SizeHint};
use hyper::header::{ACCEPT_RANGES, CONTENT_RANGE, HeaderValue};
use hyper::{Response, StatusCode};
use tokio::sync::mpsc::Receiver;

use super::connections::Place;

/// Most bytes that are handed on at once: what a client takes is noticed by so much.
const PIECE: usize = 64 << 10;

/// What is answered: its contents, and their head.
pub struct Answer(Response<Body>);

/// The contents of an answer.
pub enum Body {
    /// All at once, shared with whoever keeps them.
    Bytes(Arc<[u8]>),
    /// Piece by piece, until there is nothing more or the client is gone.
    Stream(Receiver<String>),
}

impl Answer {
    /// An answer with contents of a media type.
    pub fn new(status: u16, media_type: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        let mut response = Response::new(Body::Bytes(bytes.into()));
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
        Self(response).with("content-type", media_type)
    }

    /// A line of text.
    pub fn text(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{text}\n").into_bytes())
    }

    /// What is told piece by piece.
    pub fn stream(media_type: &str, pieces: Receiver<String>) -> Self {
        Self(Response::new(Body::Stream(pieces))).with("content-type", media_type)
    }

    /// Adds a field. A value with a control character in it is left out.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.0.headers_mut().append(name, value);
        }
        self
    }

    /// Its contents.
    pub fn body(&self) -> &Body {
        self.0.body()
    }

    /// The answer as hyper sends it to a client at a place. If a part was asked for, it is that (RFC 9110, 14): a film is played
    /// from any place, a download goes on.
    pub fn into_response(self, range: Option<HeaderValue>, place: Arc<Place>) -> Response<Contents> {
        let (mut head, body) = self.0.into_parts();
        let (mut bytes, pieces) = match body {
            Body::Bytes(bytes) => (Bytes::from_owner(bytes), None),
            Body::Stream(pieces) => (Bytes::new(), Some(pieces)),
        };
        let length = bytes.len();
        if head.status == StatusCode::OK && length > 0 {
            head.headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
            if let Some(part) = range.and_then(|range| wanted(range.to_str().ok()?, length)) {
                bytes = bytes.slice(part.clone());
                let (status, shown) = match part.end {
                    0 => (StatusCode::RANGE_NOT_SATISFIABLE, "*".to_owned()),
                    end => (StatusCode::PARTIAL_CONTENT, format!("{}-{}", part.start, end - 1)),
                };
                head.status = status;
                let shown = HeaderValue::from_str(&format!("bytes {shown}/{length}"));
                head.headers.extend(shown.map(|shown| (CONTENT_RANGE, shown)));
            }
        }
        Response::from_parts(head, Contents { bytes, pieces, place })
    }
}

/// The bytes of one range; none where it lies past the end. What is no such range is ignored.
fn wanted(range: &str, length: usize) -> Option<Range<usize>> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => Some(text.parse().unwrap_or(usize::MAX)),
        false => None,
    };
    let (from, to) = match (first, last) {
        ("", "") => return None,
        ("", last) => (length.saturating_sub(number(last)?), length),
        (first, "") => (number(first)?, length),
        (first, last) => (number(first)?, number(last)?.saturating_add(1).min(length)),
    };
    Some(if from < to { from..to } else { 0..0 })
}

/// Contents on their way to a client.
pub struct Contents {
    bytes: Bytes,
    pieces: Option<Receiver<String>>,
    place: Arc<Place>,
}

impl hyper::body::Body for Contents {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.place.is_heard();
        let size = self.bytes.len().min(PIECE);
        let piece = match &mut self.pieces {
            Some(pieces) => ready!(pieces.poll_recv(context)).map(Bytes::from),
            None => (size > 0).then(|| self.bytes.split_to(size)),
        };
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }

    fn size_hint(&self) -> SizeHint {
        if self.pieces.is_some() { SizeHint::new() } else { SizeHint::with_exact(self.bytes.len() as u64) }
    }
}

#[cfg(test)]
mod tests {
    use super::wanted;

    #[test]
    fn one_range_is_understood_and_others_are_ignored() {
        for (range, part) in [
            ("bytes=0-0", 0..1),
            ("bytes=2-4", 2..5),
            ("bytes=2-", 2..10),
            ("bytes=-3", 7..10),
            ("bytes=-99", 0..10),
            ("bytes=5-99999999999999999999999", 5..10),
        ] {
            assert_eq!(wanted(range, 10), Some(part), "{range}");
        }
        for past in ["bytes=10-", "bytes=99-100", "bytes=-0", "bytes=4-3"] {
            assert_eq!(wanted(past, 10), Some(0..0), "{past}");
        }
        for other in ["", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=+1-2", "bytes=0-1,3-4", "lines=0-1", "bytes=1 -2"] {
            assert_eq!(wanted(other, 10), None, "{other}");
        }
    }
}
