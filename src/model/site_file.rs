//! `content/site.yaml`: the languages, the address, the title, and how the site is made.

use super::fact::List;
use super::link::{Contact, Link};
use super::node::{Node, Value};
use super::read::{Cx, Fields, Read};
use super::reference::Kind;
use super::schedule::Zone;
use super::spelling::fold;
use super::text::Text;
use crate::base::{Diagnostic, Language, Span};

/// The file's fields.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteFile {
    /// The site's title.
    pub title: Option<Text>,
    /// A line below the title.
    pub tagline: Option<Text>,
    /// The languages; the first is the source.
    pub languages: Vec<SiteLanguage>,
    /// A language stands there that could not be read: others than these may be right.
    pub has_unread_languages: bool,
    /// Where the site is published: `https://example.org/guide/`.
    pub base_url: Option<BaseUrl>,
    /// None is written, not even one that cannot be read.
    pub lacks_base_url: bool,
    /// The zone in which states of recruitment are told.
    pub zone: Zone,
    /// The theme's folder in `themes/`.
    pub theme: Box<str>,
    /// Where its name stands.
    pub theme_span: Span,
    /// Whom readers ask about the site.
    pub contact: Option<Contact>,
    /// Under which terms the contents may be used.
    pub licence: Option<Text>,
    /// Entries on one page of a list.
    pub page_size: usize,
    /// Days before its end from which a recruitment is closing soon.
    pub closing_soon_days: u32,
    /// How the site is searched.
    pub search: Search,
    /// Links in the footer.
    pub links: List<Link>,
    /// Opens a file in the editor's program; `{path}`, `{line}` and `{column}` are replaced.
    pub editor_link: Option<EditorLink>,
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

/// How readers search the site.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// They can.
    pub is_on: bool,
    /// How much pages of a kind weigh, where that is not as usual: 1 is what a page of prose weighs.
    pub weights: Vec<(Kind, f64)>,
}

impl Default for Search {
    fn default() -> Self {
        Self { is_on: true, weights: Vec::new() }
    }
}

/// A language of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteLanguage {
    /// Its tag.
    pub language: Language,
    /// Its name in itself.
    pub name: Option<Box<str>>,
    /// The languages that stand in for it, in this order; none: what is near to it, as CLDR knows.
    pub fallback: Vec<StandIn>,
    /// Where the tag stands.
    pub span: Span,
}

/// A language that stands in for another.
#[derive(Debug, Clone, PartialEq)]
pub struct StandIn {
    /// Its tag.
    pub language: Language,
    /// Where it stands.
    pub span: Span,
}

impl Read for StandIn {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        Some(Self { language: Read::read(node, cx)?, span: node.span })
    }
}

/// An absolute http or https address that ends in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme and host, without a slash at the end.
    pub origin: Box<str>,
    /// The path: `/` or `/guide/`.
    pub path: Box<str>,
}

impl BaseUrl {
    /// Reads an address; adds the slash at the end. `None` when it is no http(s) address or has a query or fragment.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~/%:[]".contains(c);
        if !matches!(&*scheme, "http" | "https") || !rest.chars().all(allowed) {
            return None;
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host_only = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let bad_path = path.split('/').any(|part| part == "..") || path.contains("//");
        if host_only.is_empty() || host_only.contains("..") || bad_path {
            return None;
        }
        let path = path.trim_end_matches('/');
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Some(Self { origin: format!("{scheme}://{}", host.to_ascii_lowercase()).into(), path: path.into() })
    }
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

impl Read for SiteLanguage {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_some() {
            return Some(Self { language: Read::read(node, cx)?, name: None, fallback: Vec::new(), span: node.span });
        }
        let mut fields = Fields::of(node, "value-language", cx)?;
        let span = fields.node("tag").map_or(node.span, |tag| tag.span);
        let language = fields.required("tag");
        let name = fields.optional("name");
        let fallback = fields.list("fallback");
        fields.finish();
        Some(Self { language: language?, name, fallback, span })
    }
}

impl Read for Search {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_some() {
            return Some(Self { is_on: bool::read(node, cx)?, weights: Vec::new() });
        }
        let mut fields = Fields::of(node, "value-search", cx)?;
        let weights = fields.optional::<Weights>("weights").unwrap_or_default().0;
        fields.finish();
        Some(Self { is_on: true, weights })
    }
}

/// Weights of kinds, by the names that references have for them: `program: 2`.
#[derive(Default)]
struct Weights(Vec<(Kind, f64)>);

impl Read for Weights {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let weights =
            Kind::ALL.into_iter().filter_map(|kind| Some((kind, fields.optional::<Weight>(kind.as_str())?.0))).collect();
        fields.finish();
        Some(Self(weights))
    }
}

/// From 0 to 10.
struct Weight(f64);

impl Read for Weight {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let weight = node.as_str().map(fold).and_then(|text| text.parse().ok()).filter(|weight| (0.0..=10.0).contains(weight));
        if weight.is_none() {
            cx.bad_value("bad-number", "bad-weight-help", node);
        }
        weight.map(Self)
    }
}

impl Read for SiteFile {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let title = fields.optional("title");
        if !fields.is_written("title") {
            fields.missing_as("missing-site-field", "title", "missing-site-field", "missing-site-field-help");
        }
        let tagline = fields.optional("tagline");
        let mut languages: Vec<SiteLanguage> = fields.list("languages");
        if node.get("languages").is_none_or(|node| node.value == Value::Null || node.value == Value::List(Vec::new())) {
            fields.missing_as("missing-site-field", "languages", "missing-site-field", "missing-site-field-help");
        }
        let has_unread_languages =
            matches!(node.get("languages").map(|node| &node.value), Some(Value::List(items)) if items.len() > languages.len());
        let base_url = fields.optional("base_url");
        let lacks_base_url = !fields.is_written("base_url");
        let zone = fields.optional("time_zone").unwrap_or_default();
        let theme_span = fields.node("theme").map(|node| node.span).unwrap_or_default();
        let theme = fields.optional("theme").unwrap_or_else(|| "default".into());
        let contact = fields.optional("contact");
        let licence = fields.optional("licence");
        let page_size = fields.optional::<u32>("page_size").map_or(50, |n| n.clamp(1, 10_000) as usize);
        let closing_soon_days = fields.optional("closing_soon_days").unwrap_or(14);
        let search = fields.optional("search").unwrap_or_default();
        let links = fields.optional("links").unwrap_or_default();
        let editor_link = fields.optional("editor_link");
        let mut seen: Vec<Language> = Vec::new();
        languages.retain(|entry| {
            let repeated = seen.contains(&entry.language);
            if repeated {
                let finding = Diagnostic::error("bad-language", fields.cx.place(entry.span)).says("repeated-language");
                fields.cx.findings.push(finding.help("repeated-language-help").arg("found", entry.language.as_str()));
            }
            seen.push(entry.language.clone());
            !repeated
        });
        for stand_in in languages.iter().flat_map(|entry| &entry.fallback).filter(|_| !has_unread_languages) {
            if !seen.contains(&stand_in.language) {
                let finding = Diagnostic::error("bad-language", fields.cx.place(stand_in.span)).says("fallback-not-in-site");
                let tags = seen.iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
                let finding = finding.help("fallback-not-in-site-help").arg("languages", tags);
                fields.cx.findings.push(finding.arg("found", stand_in.language.as_str()));
            }
        }
        fields.finish();
        Some(Self {
            title,
            tagline,
            languages,
            has_unread_languages,
            base_url,
            lacks_base_url,
            zone,
            theme,
            theme_span,
            contact,
            licence,
            page_size,
            closing_soon_days,
            search,
            links,
            editor_link,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn base_addresses() {
        let url = BaseUrl::parse("https://Example.org/guide").unwrap();
        assert_eq!((&*url.origin, &*url.path), ("https://example.org", "/guide/"));
        assert_eq!(&*BaseUrl::parse("http://localhost:8080").unwrap().path, "/");
        for text in [
            "example.org",
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
