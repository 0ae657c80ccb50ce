//! Every page of the site and the file that it becomes.

use super::facets::Facet;
use super::languages::Lang;
use super::open_data::{Format, Table};
use super::ways::Way;
use super::{RecordId, Site};
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::word::Vocabulary;

/// One page or file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// `/`: offers the languages.
    Root,
    /// `/404.html`, in all languages.
    NotFound,
    /// `/ja/404.html`.
    NotFoundIn(Lang),
    /// A record; the home page is that of `page/index`, or stands alone when there is none.
    Record(Lang, RecordId),
    /// The home page of a site without `page/index`.
    Home(Lang),
    /// All records of a kind, one page of the list (1-based).
    List(Lang, Kind, usize),
    /// The values of a facet.
    FacetIndex(Lang, Facet),
    /// The records of one value, one page of the list (1-based).
    FacetList(Lang, Facet, Box<str>, usize),
    /// Everything at once, under one aspect.
    Overview(Lang, Overview),
    /// The programs for who a reader is and what they want.
    Can(Lang, Way),
    /// The letter that asks about a program.
    Letter(Lang, RecordId),
    /// The page of results of the search.
    Search(Lang),
    /// A former address of a record.
    Alias(Lang, RecordId),
    /// The list of the tables, and what stands in them.
    DataPage(Lang),
    /// A file of a table.
    Data(Table, Format),
    /// Notices and major changes, as Atom.
    Feed(Lang),
    /// The dates of one round of a schedule that is not over, as iCalendar: the round's place among all.
    Calendar(Lang, RecordId, usize),
    /// The dates of all schedules of a program, to subscribe to.
    Subscription(Lang, RecordId),
    /// `/sitemap.xml`, or the index of its parts.
    Sitemap,
    /// A part of a large sitemap (1-based).
    SitemapPart(usize),
    /// `/robots.txt`.
    Robots,
    /// `/.nojekyll`: GitHub Pages publishes files whose names begin with `_` only beside it.
    NoJekyll,
    /// `/_headers`.
    Headers,
    /// `/_redirects`.
    Redirects,
    /// `/.htaccess`.
    Htaccess,
    /// A file of the theme, by its path in the theme's `assets/`.
    ThemeAsset(Box<str>),
    /// A file of `content/assets/` or `content/site-root/`, by its path.
    ContentAsset(Box<str>),
}

/// A page about the whole site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Overview {
    /// Programs side by side.
    Compare,
    /// All sources, and how fresh what rests on them is.
    Sources,
}

impl Overview {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Compare, Self::Sources];

    /// The last part of its address.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::Sources => "sources",
        }
    }

    /// Has the site enough, and not too much, to show on one page?
    pub fn is_in(self, site: &Site, lang: Lang) -> bool {
        match self {
            Self::Compare => (2..=COMPARED).contains(&compared(site, lang).len()),
            Self::Sources => site.vocabularies.ids(Vocabulary::Sources).next().is_some(),
        }
    }
}

/// The most programs that stand side by side on one page.
const COMPARED: usize = 60;

/// The programs that the page of comparison shows: all, or where they are too many the schemes, without each host's offering of
/// one. Those are found in the list of programs, by place and specialty.
pub fn compared(site: &Site, lang: Lang) -> Vec<RecordId> {
    let all = site.list(lang, Kind::Program);
    let is_scheme = |id: &RecordId| matches!(&site.entry(*id).record.body, Body::Program(program) if program.scheme.is_none());
    if all.len() <= COMPARED { all.to_vec() } else { all.iter().copied().filter(is_scheme).collect() }
}

impl Route {
    /// Is it an HTML page?
    pub fn is_page(&self) -> bool {
        matches!(
            self,
            Self::Root
                | Self::NotFound
                | Self::NotFoundIn(_)
                | Self::Record(..)
                | Self::Home(_)
                | Self::List(..)
                | Self::FacetIndex(..)
                | Self::FacetList(..)
                | Self::Overview(..)
                | Self::Can(..)
                | Self::Letter(..)
                | Self::Search(_)
                | Self::Alias(..)
                | Self::DataPage(_)
        )
    }

    /// Is it a page that search engines are told of: not one that is shown in another language than its own?
    pub fn is_listed(&self, site: &Site) -> bool {
        match self {
            Self::Record(lang, id) => site.entry(*id).exists_in(*lang, &site.languages),
            Self::Root => true,
            Self::Home(lang)
            | Self::List(lang, ..)
            | Self::FacetIndex(lang, _)
            | Self::FacetList(lang, ..)
            | Self::Overview(lang, _)
            | Self::Can(lang, _)
            | Self::DataPage(lang) => site.is_begun(*lang),
            _ => false,
        }
    }

    /// The language that it is made for.
    pub fn lang(&self) -> Option<Lang> {
        match self {
            Self::NotFoundIn(lang)
            | Self::Record(lang, _)
            | Self::Home(lang)
            | Self::List(lang, ..)
            | Self::FacetIndex(lang, _)
            | Self::FacetList(lang, ..)
            | Self::Overview(lang, _)
            | Self::Can(lang, _)
            | Self::Letter(lang, _)
            | Self::Search(lang)
            | Self::Alias(lang, _)
            | Self::DataPage(lang)
            | Self::Feed(lang)
            | Self::Calendar(lang, ..)
            | Self::Subscription(lang, _) => Some(*lang),
            _ => None,
        }
    }
}

/// The file below the output folder that an address is served from: `/ja/` is `ja/index.html`.
pub fn file_of(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { [path, "index.html"].concat() } else { path.to_owned() }
}

/// How many pages a list of `count` records takes: at least one.
pub fn pages(count: usize, size: usize) -> usize {
    count.div_ceil(size.max(1)).max(1)
}

/// The address of a language's home page.
pub fn home_address(site: &Site, lang: Lang) -> String {
    ["/", site.languages.folder(lang), "/"].concat()
}

/// The address of a record, of which `index` pages are the home page.
pub fn record_address(site: &Site, lang: Lang, id: RecordId) -> String {
    let mut out = String::new();
    push_record_address(site, lang, id, &mut out);
    out
}

/// Appends the address of a record.
pub fn push_record_address(site: &Site, lang: Lang, id: RecordId, out: &mut String) {
    let entry = site.entry(id);
    let tag = site.languages.folder(lang);
    let (folder, slug) = match (entry.kind(), entry.slug()) {
        (Kind::Page, "index") => ("", ""),
        (Kind::Page, slug) => ("", slug),
        (kind, slug) => (kind.folder(), slug),
    };
    out.reserve(tag.len() + folder.len() + slug.len() + 4);
    out.push('/');
    out.push_str(tag);
    for part in [folder, slug].into_iter().filter(|part| !part.is_empty()) {
        out.push('/');
        out.push_str(part);
    }
    out.push('/');
}

/// The address of the letter that asks about a program.
pub fn letter_address(site: &Site, lang: Lang, program: RecordId) -> String {
    record_address(site, lang, program) + "letter/"
}

/// The address of one page of a list below `folder`.
pub fn list_address(site: &Site, lang: Lang, folder: &str, page: usize) -> String {
    let tag = site.languages.folder(lang);
    if page == 1 { ["/", tag, "/", folder, "/"].concat() } else { format!("/{tag}/{folder}/page/{page}/") }
}

/// The folder of calendars. They stand apart from pages, so that hosts can be told their media type with one rule.
pub const CALENDARS: &str = "/calendar/";

/// The address of the calendar of one round, by the round's name in addresses.
pub fn calendar_address(site: &Site, lang: Lang, schedule: RecordId, round: &str) -> String {
    let (tag, slug) = (site.languages.folder(lang), site.entry(schedule).slug());
    [CALENDARS, tag, "/", Kind::Schedule.folder(), "/", slug, ".", round, ".ics"].concat()
}

/// The address of the calendar of a program.
pub fn subscription_address(site: &Site, lang: Lang, program: RecordId) -> String {
    let (tag, slug) = (site.languages.folder(lang), site.entry(program).slug());
    [CALENDARS, tag, "/", Kind::Program.folder(), "/", slug, ".ics"].concat()
}

/// The address of the page about the tables.
pub fn data_address(site: &Site, lang: Lang) -> String {
    format!("/{}/data/", site.languages.folder(lang))
}

/// The address of the page of results, below which the index lies.
pub fn search_address(site: &Site, lang: Lang) -> String {
    list_address(site, lang, "search", 1)
}
