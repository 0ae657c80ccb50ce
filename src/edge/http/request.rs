//! What a client asks for, read from the head of a request (RFC 9112).

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

/// Where the empty line ends that ends a head. A bare LF ends a line too (RFC 9112, 2.2).
pub fn end_of_head(bytes: &[u8]) -> Option<usize> {
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
pub fn parse(head: &[u8]) -> Result<(Request, bool), (u16, &'static str)> {
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
