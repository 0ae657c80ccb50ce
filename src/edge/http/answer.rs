//! What is answered, and by whom.

use std::convert::Infallible;
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use hyper::body::{Bytes, Frame, SizeHint};
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use tokio::sync::mpsc::Receiver;

use super::connections::Place;
use super::request::Request;

/// Most bytes that are handed on at once: what a client takes is noticed by so much.
const PIECE: usize = 64 << 10;

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
    /// All at once, shared with whoever keeps them.
    Bytes(Arc<[u8]>),
    /// Piece by piece, until there is nothing more or the client is gone.
    Stream(Receiver<String>),
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
        self.fields.push((name, value.into()));
        self
    }

    /// The answer as hyper sends it to a client at a place. If a part was asked for, it is that (RFC 9110, 14): a film is played
    /// from any place, a download goes on.
    pub fn into_response(mut self, request: &Request, place: Arc<Place>) -> Response<Contents> {
        let (mut bytes, pieces) = match self.body {
            Body::Bytes(bytes) => (Bytes::from_owner(bytes), None),
            Body::Stream(pieces) => (Bytes::new(), Some(pieces)),
        };
        let length = bytes.len();
        if self.status == 200 && length > 0 {
            self.fields.push(("Accept-Ranges", "bytes".to_owned()));
            let range = request.field("range").filter(|_| request.method == "GET" && request.field("if-range").is_none());
            let part = range.and_then(|range| wanted(range, length));
            if let Some(part) = part {
                bytes = bytes.slice(part.clone());
                let (status, shown) = match part.end {
                    0 => (416, "*".to_owned()),
                    end => (206, format!("{}-{}", part.start, end - 1)),
                };
                self.status = status;
                self.fields.push(("Content-Range", format!("bytes {shown}/{length}")));
            }
        }
        let mut response = Response::new(Contents { bytes, pieces, place });
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in self.fields {
            let name = HeaderName::from_bytes(name.as_bytes());
            if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(&value)) {
                response.headers_mut().append(name, value);
            }
        }
        response
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

/// What answers requests.
pub trait Handler: Send + Sync + 'static {
    /// Answers one request.
    fn answer(&self, request: &Request) -> Answer;
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

    fn is_end_stream(&self) -> bool {
        self.bytes.is_empty() && self.pieces.is_none()
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
