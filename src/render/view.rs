//! What a template is given: complete, so that it never has to ask the site.

pub mod admission;
pub mod answers;
pub mod can;
pub mod cards;
pub mod compare;
pub mod fee;
pub mod home;
pub mod hospital;
pub mod html;
pub mod in_all;
pub mod journey;
pub mod kind_view;
pub mod letter;
pub mod line_map;
pub mod list_parts;
pub mod lists;
pub mod notice;
pub mod organization;
pub mod page;
pub mod parts;
pub mod place;
pub mod prepare;
pub mod program;
pub mod provenance;
pub mod record;
pub mod requirement;
pub mod scale;
pub mod schedule;
pub mod search;
pub mod shared;
pub mod sources;
pub mod steps;
pub mod table;
pub mod tables;
pub mod term;
pub mod tile_map;
pub mod timeline;
pub mod words;

use serde::Serialize;

use crate::markup::Inline;
use html::{Prose, html};

/// A page, as `page` in templates. All strings but those named "plain" are HTML, which templates show as it is.
#[derive(Debug, Serialize, Default)]
pub struct View {
    /// The kind of page: `hospital`, `list`, `home` …
    pub kind: &'static str,
    /// The title, plain.
    pub title: String,
    /// What the tab says, plain: the title, and the site's where that stands in the same language.
    pub tab: String,
    /// The language of the tab's words when it is not the reader's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tab_lang: Option<String>,
    /// The title as HTML, in which words of other languages are marked; in Japanese, with its reading.
    #[serde(serialize_with = "html")]
    pub title_html: Inline,
    /// Is the title a name, which browsers are not to translate: of an institution, an examination, a term?
    pub is_name: bool,
    /// The anchor of the title, where it is a heading of the prose, plain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_id: Option<String>,
    /// What kind of record it is.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub kind_name: Option<Inline>,
    /// The state of recruitment that all on a list have when it is made: what has another one later is hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_state: Option<String>,
    /// The language of the title and summary when it is not the reader's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_lang: Option<String>,
    /// "Japanese only" beside the title.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub only_in: Option<Inline>,
    /// One or two sentences, plain: for search engines.
    pub description: String,
    /// One or two sentences.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub summary: Option<Inline>,
    /// Address of this page below the site, with the base path.
    pub path: String,
    /// Absolute address of the page that holds this content.
    pub canonical: String,
    /// The page in each language of a site that has several, for the switch.
    pub languages: Vec<Alternate>,
    /// That the words of its language are a draft: said together with what the finished page is found to lack.
    #[serde(skip)]
    pub drafted: Option<Inline>,
    /// Absolute addresses of real translations, for `hreflang`; this page's own is one of them.
    pub alternates: Vec<Alternate>,
    /// The address of `x-default`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x_default: Option<String>,
    /// The way down to this page, itself last.
    pub crumbs: Vec<Crumb>,
    /// Kept out of search engines.
    pub noindex: bool,
    /// Readings and other names.
    pub names: Vec<parts::Row>,
    /// The state of recruitment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<parts::Badge>,
    /// Whether the page is official, when and with what it was compared, and a link to the page in charge.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub provenance: Option<Inline>,
    /// Where readers tell that something on the page is wrong, plain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// Other labels: official, legacy, proposed.
    pub badges: Vec<parts::Badge>,
    /// The answers that a reader wants first.
    pub answers: Vec<parts::Row>,
    /// Since when what it is about is no more, and what takes its place.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub retired: Option<Inline>,
    /// The date by which the record was to be reviewed, in words, and when that is past.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<parts::Overdue>,
    /// Links to the parts of the page, if there are more than two.
    #[serde(serialize_with = "html")]
    pub contents: Vec<Inline>,
    /// Short facts.
    pub facts: Vec<parts::Row>,
    /// Longer facts.
    pub sections: Vec<parts::Section>,
    /// The prose.
    #[serde(serialize_with = "html")]
    pub body: Prose,
    /// The prose's language when it is not the reader's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_lang: Option<String>,
    /// The direction of that language: `rtl` or `ltr`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_dir: Option<&'static str>,
    /// "Japanese only" above the prose.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub body_only_in: Option<Inline>,
    /// Trust: sources, freshness, changes.
    pub trust: parts::Trust,
    /// Journeys that this page is a step of.
    pub journeys: Vec<parts::JourneyStrip>,
    /// Of home and the list of journeys: all journeys as one map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<line_map::LineMap>,
    /// Of a program and its schedules: all dates of the program as a calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription: Option<parts::Subscription>,
    /// Of a schedule: its timeline; of a program: those of its schedules.
    pub timelines: Vec<timeline::Timeline>,
    /// Of the list of prefectures: Japan as tiles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tiles: Option<tile_map::TileMap>,
    /// What refers to this record, where the page does not show it elsewhere.
    pub incoming: Vec<parts::LinkGroup>,
    /// The parts of the home page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<home::Home>,
    /// The pages of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pager: Option<list_parts::Pager>,
    /// The records of a list.
    pub groups: Vec<parts::CardGroup>,
    /// By what the records of a list can be filtered.
    pub filters: Vec<list_parts::Filter>,
    /// The script that adds to a page of its kind, by its name in the theme's `assets/`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub script: Option<&'static str>,
    /// Of the page of results: its words, as JSON for an attribute in single quotes.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub search: Option<String>,
    /// Of the programs for who a reader is: what can be chosen, and the programs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub can: Option<can::Can>,
    /// Of the letter about a program: what it asks, of whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<letter::Letter>,
    /// Of the comparison of programs: a few beside each other, those of one kind together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub compared: Vec<compare::Compared>,
    /// Of a program or a route: what it costs and how long it lasts, on one scale each.
    pub scales: Vec<scale::Scale>,
    /// Of the list of fees: their amounts on one scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<scale::Scale>,
    /// A table of records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<table::Table>,
    /// The sources of the whole site.
    pub sources: Vec<sources::SourceView>,
    /// The values of a facet.
    pub values: Vec<list_parts::FacetValue>,
    /// What the page tells machines of itself: JSON-LD, safe in a `script` element as it is.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub json_ld: Option<String>,
    /// The content security policy, where it differs from the site's.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub policy: Option<String>,
    /// Free data of the record, for a site's own templates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<serde_json::Value>,
    /// Where an alias leads.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
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
    /// The page is written in others, but not in it.
    pub lacks: bool,
}

/// A step of the way down to a page.
#[derive(Debug, Serialize, Clone)]
pub struct Crumb {
    /// Its name.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// Its language when it is not the reader's.
    pub lang: Option<String>,
    /// Its address; the page's own step has none.
    #[serde(serialize_with = "html")]
    pub href: Option<String>,
}
