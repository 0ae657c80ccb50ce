//! Who may ask: only those who name this server, and only pages that it served itself (against DNS rebinding and other sites).

use std::net::IpAddr;

use hyper::Method;

use crate::edge::http::Request;

/// The names by which the server may be called, beside those of the loopback.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The name or address that it was told to listen on, in lower case.
    pub named: Option<String>,
    /// It listens on all addresses of the machine. A page of another site can be called by a name only, so that any
    /// address is fine.
    pub all_addresses: bool,
    /// Other computers may change what is shown: drafts, and the date.
    pub may_set: bool,
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not GET or HEAD.
    Method,
    /// It was sent to another name.
    Host,
    /// A page of another site sent it.
    Origin,
}

impl Names {
    /// Those of a server that listens on the name or address `host`.
    pub fn new(host: &str, may_set: bool) -> Self {
        let named = host.trim_matches(['[', ']']).to_ascii_lowercase();
        let all_addresses = named.parse::<IpAddr>().is_ok_and(|ip| ip.is_unspecified());
        Self { named: Some(named), all_addresses, may_set }
    }

    /// May this request be answered?
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, request: &Request) -> Result<(), Refusal> {
        if request.method() != Method::GET && request.method() != Method::HEAD {
            return Err(Refusal::Method);
        }
        let all = |name: &'static str| request.headers().get_all(name).iter();
        // The host of the absolute form takes the place of the field's (RFC 9112, 3.2.2).
        let host = match (request.uri().authority(), all("host").next(), all("host").nth(1)) {
            (Some(authority), ..) => Some(authority.as_str()),
            (None, Some(host), None) => host.to_str().ok(),
            _ => None,
        };
        let host = host.unwrap_or_default().to_ascii_lowercase();
        if !name_of(&host).is_some_and(|name| self.knows(name)) {
            return Err(Refusal::Host);
        }
        let own = [format!("http://{host}"), format!("https://{host}")];
        let is_own = |origin: &[u8]| own.iter().any(|own| own.as_bytes().eq_ignore_ascii_case(origin));
        if !all("origin").all(|origin| is_own(origin.as_bytes())) {
            return Err(Refusal::Origin);
        }
        // Browsers say more than Origin does: a picture or a script of another site's page is told by this alone.
        let cross = all("sec-fetch-site").any(|site| site == "cross-site" || site == "same-site");
        let navigates = all("sec-fetch-mode").any(|mode| mode == "navigate") && all("sec-fetch-dest").any(|to| to == "document");
        if cross && !navigates { Err(Refusal::Origin) } else { Ok(()) }
    }

    fn knows(&self, name: &str) -> bool {
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let ip = bare.parse::<IpAddr>().ok();
        name == "localhost"
            || ip.is_some_and(|ip| ip.is_loopback() || self.all_addresses)
            || self.named.as_deref().is_some_and(|named| named == bare && !named.is_empty())
    }
}

/// The name in a Host field: without the port.
fn name_of(host: &str) -> Option<&str> {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => {
            let end = rest.find(']')? + 2;
            let (name, port) = host.split_at(end);
            (name, port.strip_prefix(':').or_else(|| port.is_empty().then_some("0"))?)
        }
        None => host.split_once(':').unwrap_or((host, "0")),
    };
    port.parse::<u16>().is_ok().then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(fields: &[(&str, &str)]) -> Request {
        let request = fields.iter().fold(hyper::Request::get("/"), |request, (name, value)| request.header(*name, *value));
        request.body(IpAddr::from([127, 0, 0, 1])).unwrap()
    }

    #[test]
    fn the_loopback_and_the_named_host_are_known() {
        let names = Names::new("desk.example", false);
        for host in ["localhost", "LOCALHOST:1111", "127.0.0.1:80", "127.9.9.9", "[::1]", "[::1]:1111", "Desk.Example:5"] {
            assert_eq!(names.check(&request(&[("host", host)])), Ok(()), "{host}");
        }
        for host in [
            "",
            "localhost.",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "[::1",
            "[::2]",
            "10.0.0.1",
            "localhost:x",
            "localhost:99999",
            "a@localhost",
            "localhost:1:2",
        ] {
            assert_eq!(names.check(&request(&[("host", host)])), Err(Refusal::Host), "{host}");
        }
        assert_eq!(names.check(&request(&[("host", "localhost"), ("host", "localhost")])), Err(Refusal::Host));
        assert_eq!(names.check(&request(&[])), Err(Refusal::Host));
        assert_eq!(Names::new("0.0.0.0", false).check(&request(&[("host", "192.168.1.5:80")])), Ok(()));
    }

    #[test]
    fn the_host_of_a_whole_address_counts_and_no_byte_beyond_ascii_is_known() {
        let names = Names::new("127.0.0.1", false);
        let mut whole = request(&[("host", "evil.example")]);
        *whole.uri_mut() = "http://localhost:1/".parse().unwrap();
        assert_eq!(names.check(&whole), Ok(()));
        *whole.uri_mut() = "http://evil.example/".parse().unwrap();
        *whole.headers_mut() = request(&[("host", "localhost")]).headers().clone();
        assert_eq!(names.check(&whole), Err(Refusal::Host));
        let latin = hyper::header::HeaderValue::from_bytes(b"localhost\xE9").unwrap();
        let mut other = request(&[("host", "localhost")]);
        other.headers_mut().insert("origin", latin.clone());
        assert_eq!(names.check(&other), Err(Refusal::Origin));
        other.headers_mut().insert("host", latin);
        assert_eq!(names.check(&other), Err(Refusal::Host));
    }

    #[test]
    fn pages_of_other_sites_are_refused() {
        let names = Names::new("127.0.0.1", false);
        let from = |origin| names.check(&request(&[("host", "localhost:1111"), ("origin", origin)]));
        assert_eq!(from("http://localhost:1111"), Ok(()));
        for origin in
            ["null", "", "http://localhost", "http://localhost:1112", "http://evil.example", "http://localhost:1111.evil.example"]
        {
            assert_eq!(from(origin), Err(Refusal::Origin), "{origin}");
        }
        let embedded = [("host", "localhost"), ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")];
        assert_eq!(names.check(&request(&embedded)), Err(Refusal::Origin));
        let link = [
            ("host", "localhost"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
        ];
        assert_eq!(names.check(&request(&link)), Ok(()));
    }

    #[test]
    fn nothing_can_be_sent() {
        let mut post = request(&[("host", "localhost")]);
        *post.method_mut() = Method::POST;
        assert_eq!(Names::default().check(&post), Err(Refusal::Method));
    }
}
