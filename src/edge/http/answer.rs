//! What is answered, and by whom.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
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
    /// Of a file of that size, piece by piece.
    File(File, u64),
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

    /// An answer with a file, which is never held as a whole.
    pub fn file(media_type: &str, file: File, size: u64) -> Self {
        Self(Response::new(Body::File(file, size))).with("content-type", media_type)
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
        let mut what = match body {
            Body::Bytes(bytes) => What::Bytes(Bytes::from_owner(bytes)),
            Body::File(file, size) => What::File(file, size),
            Body::Stream(pieces) => What::Pieces(pieces),
        };
        let length = what.length().unwrap_or_default();
        if head.status == StatusCode::OK && length > 0 {
            head.headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
            if let Some(part) = range.and_then(|range| wanted(range.to_str().ok()?, length)) {
                what.cut(&part);
                let (status, shown) = match part.end {
                    0 => (StatusCode::RANGE_NOT_SATISFIABLE, "*".to_owned()),
                    end => (StatusCode::PARTIAL_CONTENT, format!("{}-{}", part.start, end - 1)),
                };
                head.status = status;
                let shown = HeaderValue::from_str(&format!("bytes {shown}/{length}"));
                head.headers.extend(shown.map(|shown| (CONTENT_RANGE, shown)));
            }
        }
        Response::from_parts(head, Contents { what, place })
    }
}

/// The bytes of one range; none where it lies past the end. What is no such range is ignored.
fn wanted(range: &str, length: u64) -> Option<Range<u64>> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => Some(text.parse().unwrap_or(u64::MAX)),
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
    what: What,
    place: Arc<Place>,
}

/// What is still to be sent.
enum What {
    Bytes(Bytes),
    /// So many bytes from where the file is being read.
    File(File, u64),
    Pieces(Receiver<String>),
}

impl What {
    /// In bytes, where it is known.
    fn length(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => Some(bytes.len() as u64),
            Self::File(_, left) => Some(*left),
            Self::Pieces(_) => None,
        }
    }

    /// Only this part is sent.
    fn cut(&mut self, part: &Range<u64>) {
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        match self {
            Self::Bytes(bytes) => *bytes = bytes.slice(place(part.start)..place(part.end)),
            Self::File(file, left) => {
                // Where it cannot be read from there, nothing is, and the client sees that bytes are missing.
                *left = if file.seek(SeekFrom::Start(part.start)).is_ok() { part.end - part.start } else { 0 };
            }
            Self::Pieces(_) => {}
        }
    }

    /// The next piece of a file.
    fn read(file: &mut File, left: &mut u64) -> io::Result<Option<Bytes>> {
        let size = usize::try_from(*left).unwrap_or(PIECE).min(PIECE);
        if size == 0 {
            return Ok(None);
        }
        let mut piece = vec![0; size];
        let read = loop {
            match file.read(&mut piece) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        // It is shorter than it was: the client is told by an end before the end.
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        piece.truncate(read);
        *left -= read as u64;
        Ok(Some(Bytes::from(piece)))
    }
}

impl hyper::body::Body for Contents {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.place.is_heard();
        let piece = match &mut self.what {
            What::Pieces(pieces) => Ok(ready!(pieces.poll_recv(context)).map(Bytes::from)),
            What::Bytes(bytes) => {
                let size = bytes.len().min(PIECE);
                Ok((size > 0).then(|| bytes.split_to(size)))
            }
            What::File(file, left) => What::read(file, left),
        };
        Poll::Ready(piece.transpose().map(|piece| piece.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.what.length().map_or_else(SizeHint::new, SizeHint::with_exact)
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
