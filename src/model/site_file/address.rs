//! Where the site is published, and links that open its files in a program for texts.

use std::borrow::Cow;

use crate::base::percent;
use crate::model::node::Node;
use crate::model::read::{Cx, Read, scalars};

/// An absolute http or https address that ends in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme and host, without a slash at the end.
    pub origin: Box<str>,
    /// The path: `/` or `/guide/`.
    pub path: Box<str>,
}

impl BaseUrl {
    /// Reads an address; adds the slash at the end, and writes a name in other letters as the network has it. `None` when it is no
    /// http(s) address or has a query or fragment.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = if host.is_ascii() { Cow::Borrowed(host) } else { Cow::Owned(named(host)?) };
        let path = if path.is_ascii() { Cow::Borrowed(path) } else { Cow::Owned(percent::encode_address(path)) };
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~/%:[]".contains(c);
        if !matches!(&*scheme, "http" | "https") || !host.chars().chain(path.chars()).all(allowed) {
            return None;
        }
        let host_only = host.rsplit_once(':').map_or(&*host, |(name, _)| name);
        let bad_path = path.split('/').any(|part| part == "..") || path.contains("//");
        if host_only.is_empty() || host_only.contains("..") || bad_path {
            return None;
        }
        let path = path.trim_end_matches('/');
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Some(Self { origin: format!("{scheme}://{}", host.to_ascii_lowercase()).into(), path: path.into() })
    }
}

/// A host in other letters as the network has it (punycode, UTS 46), with its port.
fn named(host: &str) -> Option<String> {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) => (name, Some(port)),
        None => (host, None),
    };
    let name = idna::domain_to_ascii(name).ok()?;
    Some(port.map_or_else(|| name.clone(), |port| format!("{name}:{port}")))
}

impl Read for BaseUrl {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let url = node.as_str().and_then(Self::parse);
        if url.is_none() {
            cx.bad_value("bad-address", "bad-base-url-help", node);
        }
        url
    }
}

/// A link that opens a file in a program for texts, and in no other: the site may be a stranger's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditorLink(pub Box<str>);

/// The schemes of links that programs for texts answer to.
const EDITORS: [&str; 24] = [
    "vscode",
    "vscode-insiders",
    "vscodium",
    "code-oss",
    "cursor",
    "windsurf",
    "zed",
    "subl",
    "sublime",
    "txmt",
    "mvim",
    "nvim",
    "emacs",
    "nova",
    "bbedit",
    "atom",
    "pulsar",
    "idea",
    "jetbrains",
    "webstorm",
    "phpstorm",
    "pycharm",
    "rustrover",
    "fleet",
];

impl Read for EditorLink {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let link: Box<str> = Read::read(node, cx)?;
        let is_known =
            link.split_once(':').is_some_and(|(scheme, _)| EDITORS.iter().any(|known| scheme.eq_ignore_ascii_case(known)));
        if !is_known {
            cx.bad_part("bad-address", "bad-editor-link", "bad-editor-link-help", node);
        }
        is_known.then_some(Self(link))
    }
}

scalars! {
    EditorLink: "editor-link" STRING "^[A-Za-z-]+:", ["vscode://file/{path}:{line}:{column}", "idea://open?file={path}"], ["editor"];
    BaseUrl: "base-url" STRING "^\\s*[Hh][Tt][Tt][Pp][Ss]?://[^/]", ["https://example.org/guide/"], ["example.org", "ftp://example.org/"];
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn base_addresses() {
        let url = BaseUrl::parse("https://Example.org/guide").unwrap();
        assert_eq!((&*url.origin, &*url.path), ("https://example.org", "/guide/"));
        assert_eq!(&*BaseUrl::parse("http://localhost:8080").unwrap().path, "/");
        let url = BaseUrl::parse("https://医師研修.example:8080/案内/").unwrap();
        assert_eq!((&*url.origin, &*url.path), ("https://xn--8uq43f99mc7z.example:8080", "/%E6%A1%88%E5%86%85/"));
        for text in [
            "example.org",
            "https://a\u{202E}b.example/",
            "https://例え /",
            "ftp://example.org/",
            "https:///x",
            "https://a/?q",
            "https://a/../b",
            "https://a b/",
            "javascript://x",
        ] {
            assert!(BaseUrl::parse(text).is_none(), "{text}");
        }
    }
}
