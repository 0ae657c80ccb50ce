//! `content/site.yaml`: the languages, the address, the title, and how the site is made.

mod address;
mod language;
mod search;

pub use self::address::{BaseUrl, EditorLink};
pub use self::language::{SiteLanguage, StandIn};
pub use self::search::Search;
use super::brand::{AssetAddress, Colour, MenuEntry};
use super::fact::List;
use super::link::{Contact, Link};
use super::node::{Node, Value};
use super::read::{Cx, Field, Fields, Map, Read, fields};
use super::schedule::Zone;
use super::text::Text;
use crate::base::Span;

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
        language::check(&mut languages, has_unread_languages, fields.cx);
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
