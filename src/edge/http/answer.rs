//! What is answered, and by whom.

use std::sync::Arc;

use super::request::Request;

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

/// The words beside a status.
pub fn reason(status: u16) -> &'static str {
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
        503 => "Service Unavailable",
        _ => "Answer",
    }
}
