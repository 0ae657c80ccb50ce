//! What a template is given: complete, so that it never has to ask the site.

pub mod fee;
pub mod hospital;
pub mod journey;
pub mod kind_view;
pub mod line_map;
pub mod lists;
pub mod notice;
pub mod organization;
pub mod page;
pub mod parts;
pub mod program;
pub mod record;
pub mod requirement;
pub mod schedule;
pub mod shared;
pub mod steps;
pub mod term;
pub mod tile_map;
pub mod timeline;
pub mod words;

use serde::Serialize;

/// A page, as `page` in templates. All strings but those named "plain" are HTML.
#[derive(Debug, Serialize, Default)]
pub struct View {
    /// The kind of page: `hospital`, `list`, `home` …
    pub kind: &'static str,
    /// The title, plain.
    pub title: String,
    /// The language of the title and summary when it is not the reader's.
    pub title_lang: Option<String>,
    /// "Japanese only" beside the title.
    pub only_in: Option<String>,
    /// One or two sentences, plain: for search engines.
    pub description: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Address of this page below the site, with the base path.
    pub path: String,
    /// Absolute address of the page that holds this content.
    pub canonical: String,
    /// The page in other languages, for the switch.
    pub languages: Vec<Alternate>,
    /// Absolute addresses of real translations, for `hreflang`; this page's own is one of them.
    pub alternates: Vec<Alternate>,
    /// The address of `x-default`.
    pub x_default: Option<String>,
    /// The way down to this page, itself last.
    pub crumbs: Vec<Crumb>,
    /// Kept out of search engines.
    pub noindex: bool,
    /// Readings and other names.
    pub names: Vec<parts::Row>,
    /// The state of recruitment.
    pub state: Option<parts::Badge>,
    /// Other labels: official, legacy, proposed.
    pub badges: Vec<parts::Badge>,
    /// Short facts.
    pub facts: Vec<parts::Row>,
    /// Longer facts.
    pub sections: Vec<parts::Section>,
    /// The prose.
    pub body: String,
    /// The prose's language when it is not the reader's.
    pub body_lang: Option<String>,
    /// The direction of that language: `rtl` or `ltr`.
    pub body_dir: Option<&'static str>,
    /// "Japanese only" above the prose.
    pub body_only_in: Option<String>,
    /// Trust: sources, freshness, changes.
    pub trust: parts::Trust,
    /// Journeys that this page is a step of.
    pub journeys: Vec<parts::JourneyStrip>,
    /// Of home and the list of journeys: all journeys as one map.
    pub map: Option<line_map::LineMap>,
    /// Of a schedule: its timeline; of a program: those of its schedules.
    pub timelines: Vec<timeline::Timeline>,
    /// Of the list of prefectures: Japan as tiles.
    pub tiles: Option<tile_map::TileMap>,
    /// What refers to this record.
    pub incoming: Vec<parts::CardGroup>,
    /// The pages of a list.
    pub pager: Option<parts::Pager>,
    /// The records of a list.
    pub groups: Vec<parts::CardGroup>,
    /// The values of a facet.
    pub values: Vec<parts::FacetValue>,
    /// Free data of the record, for a site's own templates.
    pub extra: Option<serde_json::Value>,
    /// Where an alias leads.
    pub target: Option<String>,
    /// The parts of a page in all languages.
    pub in_languages: Vec<parts::InLanguage>,
}

/// A language and the address of a page in it.
#[derive(Debug, Serialize, Clone)]
pub struct Alternate {
    /// The language's tag.
    pub tag: String,
    /// Its name in itself, plain.
    pub name: String,
    /// The address.
    pub href: String,
    /// It is this page's own.
    pub current: bool,
}

/// A step of the way down to a page.
#[derive(Debug, Serialize, Clone)]
pub struct Crumb {
    /// Its name.
    pub name: String,
    /// Its language when it is not the reader's.
    pub lang: Option<String>,
    /// Its address; the page's own step has none.
    pub href: Option<String>,
}
