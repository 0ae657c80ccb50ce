//! `content/site.yaml`: the languages, the address, the title, and how the site is made.

use std::borrow::Cow;

use super::brand::{AssetAddress, Colour, MenuEntry};
use super::fact::List;
use super::link::{Contact, Link};
use super::node::{Node, Value};
use super::read::{Cx, Described, Field, Fields, Map, Read, Shape, fields, scalars};
use super::reference::{Kind, kinds};
use super::schedule::Zone;
use super::spelling::fold;
use super::text::Text;
use crate::base::{Diagnostic, Language, Span, percent};

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
    /// A picture beside the title.
    pub logo: Option<AssetAddress>,
    /// The colour of links and signs.
    pub colour: Option<Colour>,
    /// A style sheet after the theme's.
    pub stylesheet: Option<AssetAddress>,
    /// The header's menu in its order; as usual when it is empty.
    pub menu: Vec<MenuEntry>,
    /// The home page's own text comes before what is made of the records.
    pub text_first: bool,
    /// Whom readers ask about the site.
    pub contact: Option<Contact>,
    /// Is it the site of the body that decides what it says? Nothing is said of that when it is left out.
    pub official: Option<bool>,
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
    /// Is `.htaccess` published, for Apache?
    pub htaccess: bool,
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

scalars! {
    Weight: "weight" NUMBER "^[0-9０-９.．]+$", ["2", "0.5", "２"], ["-1", "much"];
    EditorLink: "editor-link" STRING "^[A-Za-z-]+:", ["vscode://file/{path}:{line}:{column}", "idea://open?file={path}"], ["editor"];
    BaseUrl: "base-url" STRING "^\\s*[Hh][Tt][Tt][Pp][Ss]?://[^/]", ["https://example.org/guide/"], ["example.org", "ftp://example.org/"];
}

fields! {
    /// A language with its name.
    NamedLanguage {
        /// Its tag.
        tag: Language,
        /// Its name in itself.
        name: Option<Box<str>>,
        /// The languages that stand in for it.
        fallback: Vec<StandIn>,
    }
}

impl Described for StandIn {
    fn shape() -> Shape {
        Language::shape()
    }
}

impl Described for SiteLanguage {
    fn shape() -> Shape {
        Shape::Either("site-language", vec![Language::shape(), Shape::Map(NamedLanguage::MAP)])
    }
}

impl Read for SiteLanguage {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_some() {
            return Some(Self { language: Read::read(node, cx)?, name: None, fallback: Vec::new(), span: node.span });
        }
        let mut fields = Fields::of(node, "value-language", cx)?;
        let span = fields.written(NamedLanguage::tag.key).map_or(node.span, |tag| tag.span);
        let named = NamedLanguage::from_fields(&mut fields);
        fields.finish();
        let NamedLanguage { tag, name, fallback } = named?;
        Some(Self { language: tag, name, fallback, span })
    }
}

impl Described for Search {
    fn shape() -> Shape {
        Shape::Either("search", vec![bool::shape(), Shape::Map(Searched::MAP)])
    }
}

impl Read for Search {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_some() {
            return Some(Self { is_on: bool::read(node, cx)?, weights: Vec::new() });
        }
        let mut fields = Fields::of(node, "value-search", cx)?;
        let searched = Searched::from_fields(&mut fields);
        fields.finish();
        Some(Self { is_on: true, weights: searched?.weights.unwrap_or_default().0 })
    }
}

fields! {
    /// How the site is searched, where that is not as usual.
    Searched {
        /// How much pages of a kind weigh.
        weights: Option<Weights>,
    }
}

/// Weights of kinds, by the names that references have for them: `program: 2`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weights(Vec<(Kind, f64)>);

macro_rules! weights {
    ($($(#[$about:meta])* $kind:ident $name:literal $folder:literal $room:ident,)*) => {
        impl Weights {
            /// The map in which they are written.
            pub const MAP: &'static Map =
                &Map { name: "Weights", fields: &[$(Field::new("Weights", $name, Weight::shape, false)),*] };
        }
    };
}

kinds!(weights);

impl Described for Weights {
    fn shape() -> Shape {
        Shape::Map(Self::MAP)
    }
}

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

fields! {
    /// The file as it is written.
    Settings {
        /// The site's title.
        title: Option<Text> = needed,
        /// A line below the title.
        tagline: Option<Text>,
        /// The languages; the first is the source.
        languages: Vec<SiteLanguage> = needed,
        /// Where the site is published.
        base_url: Option<BaseUrl>,
        /// The zone in which states of recruitment are told.
        time_zone: Zone,
        /// The theme's folder in `themes/`.
        theme: Option<Box<str>>,
        /// A picture beside the title.
        logo: Option<AssetAddress>,
        /// The colour of links and signs.
        colour: Option<Colour>,
        /// A style sheet after the theme's.
        stylesheet: Option<AssetAddress>,
        /// The header's menu in its order.
        menu: Vec<MenuEntry>,
        /// The home page's own text comes before what is made of the records.
        text_first: bool,
        /// Whom readers ask about the site.
        contact: Option<Contact>,
        /// Is it the site of the body that decides what it says?
        official: Option<bool>,
        /// Under which terms the contents may be used.
        licence: Option<Text>,
        /// Entries on one page of a list.
        page_size: Option<u32>,
        /// Days before its end from which a recruitment is closing soon.
        closing_soon_days: Option<u32>,
        /// How the site is searched.
        search: Option<Search>,
        /// Links in the footer.
        links: List<Link>,
        /// Is `.htaccess` published, for Apache?
        htaccess: bool,
        /// Opens a file in the editor's program.
        editor_link: Option<EditorLink>,
    }
}

impl SiteFile {
    /// The map in which it is written.
    pub const MAP: &'static Map = &Map { name: "Site", fields: Settings::FIELDS };
}

impl Read for SiteFile {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let lacks = |field: &Field, fields: &Fields<'_, '_, '_>| match fields.written(field.key).map(|node| &node.value) {
            Some(Value::List(items)) => items.is_empty(),
            written => written.is_none(),
        };
        for field in Settings::FIELDS.iter().filter(|field| field.is_needed) {
            if lacks(field, &fields) {
                fields.missing_as("missing-site-field", field.key, "missing-site-field", "missing-site-field-help");
            }
        }
        let lacks_base_url = !fields.is_written(Settings::base_url.key);
        let theme_span = fields.written(Settings::theme.key).map(|node| node.span).unwrap_or_default();
        let written = Settings::from_fields(&mut fields);
        let list = fields.written(Settings::languages.key).map(|node| &node.value);
        let count = if let Some(Value::List(items)) = list { items.len() } else { 0 };
        let Settings {
            title,
            tagline,
            mut languages,
            base_url,
            time_zone,
            theme,
            logo,
            colour,
            stylesheet,
            menu,
            text_first,
            contact,
            official,
            licence,
            page_size,
            closing_soon_days,
            search,
            links,
            htaccess,
            editor_link,
        } = written?;
        let has_unread_languages = count > languages.len();
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
        for entry in &languages {
            if let Some(own) = entry.fallback.iter().find(|stand_in| stand_in.language == entry.language) {
                let finding = Diagnostic::error("bad-language", fields.cx.place(own.span)).says("fallback-is-itself");
                fields.cx.findings.push(finding.help("fallback-is-itself-help").arg("found", own.language.as_str()));
            }
        }
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
            zone: time_zone,
            theme: theme.unwrap_or_else(|| "default".into()),
            theme_span,
            logo,
            colour,
            stylesheet,
            menu,
            text_first,
            contact,
            official,
            licence,
            page_size: page_size.map_or(50, |n| n.clamp(1, 10_000) as usize),
            closing_soon_days: closing_soon_days.unwrap_or(14),
            search: search.unwrap_or_default(),
            links,
            htaccess,
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
