//! The parts that pages are made of. All strings are HTML unless named plain.

use serde::Serialize;

use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::word::Vocabulary;
use crate::render::pen::{Pen, escape};
use crate::site::{RecordId, facets};

/// A label and its value.
#[derive(Debug, Serialize, Clone)]
pub struct Row {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A word that classifies.
#[derive(Debug, Serialize, Clone)]
pub struct Badge {
    /// A class for styles.
    pub class: &'static str,
    /// The word.
    pub text: String,
}

/// A part of a page with a heading of its own.
#[derive(Debug, Serialize, Default)]
pub struct Section {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// How its contents are laid out: `list`, `facts`, `table`, `tree`, `steps`, `cards`.
    pub layout: &'static str,
    /// A sentence before the contents.
    pub intro: Option<String>,
    /// Of a list: its items.
    pub items: Vec<String>,
    /// Of a list: the order counts.
    pub ordered: bool,
    /// Of facts: labels and values.
    pub rows: Vec<Row>,
    /// Of a table.
    pub table: Option<Table>,
    /// Of a tree: requirements or documents.
    pub tree: Option<Tree>,
    /// Of steps.
    pub steps: Vec<StepGroup>,
    /// Of cards.
    pub cards: Vec<Card>,
    /// Sentences after the contents.
    pub notes: Vec<String>,
}

/// A table whose first column heads its rows.
#[derive(Debug, Serialize, Clone, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The same, plain.
    pub label: String,
    /// Column headings.
    pub head: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
}

/// A requirement or document, or a group of them.
#[derive(Debug, Serialize, Default)]
pub struct Tree {
    /// The source's own number, plain.
    pub number: Option<String>,
    /// What is asked.
    pub text: Option<String>,
    /// How much, in which form, how many copies: short remarks.
    pub remarks: Vec<String>,
    /// The condition under which it is asked.
    pub when: Option<String>,
    /// A longer remark.
    pub note: Option<String>,
    /// Words before the parts: "all of these", "any of these".
    pub join: Option<String>,
    /// The parts.
    pub parts: Vec<Tree>,
    /// "And so on".
    pub more: Option<String>,
    /// Rules such as "only (3) before entry".
    pub rules: Vec<String>,
    /// What may stand in its place.
    pub instead: Option<Box<Tree>>,
    /// Words before that.
    pub instead_label: Option<String>,
}

/// Steps that share a time.
#[derive(Debug, Serialize)]
pub struct StepGroup {
    /// The time; steps without one have none.
    pub when: Option<String>,
    /// The steps.
    pub steps: Vec<Step>,
}

/// A step.
#[derive(Debug, Serialize)]
pub struct Step {
    /// Its number, from 1.
    pub number: usize,
    /// What to do.
    pub name: String,
    /// How long it takes, who acts.
    pub remarks: Vec<String>,
    /// A remark.
    pub note: Option<String>,
    /// Where the way parts: in which case, and what follows.
    pub branches: Vec<Row>,
}

/// What other pages see of a record.
#[derive(Debug, Serialize, Clone)]
pub struct Card {
    /// Its address.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The title's language when it is not the reader's.
    pub lang: Option<String>,
    /// "Japanese only".
    pub only_in: Option<String>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Its state of recruitment.
    pub state: Option<Badge>,
    /// Short remarks: prefecture, date.
    pub remarks: Vec<String>,
}

/// Cards under a heading.
#[derive(Debug, Serialize, Clone)]
pub struct CardGroup {
    /// The heading.
    pub heading: String,
    /// The cards.
    pub cards: Vec<Card>,
}

/// The pages of a list.
#[derive(Debug, Serialize, Clone)]
pub struct Pager {
    /// "Page 2 of 7".
    pub label: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// How many records there are in all, in words.
    pub count: String,
}

/// A value of a facet.
#[derive(Debug, Serialize, Clone)]
pub struct FacetValue {
    /// Its address.
    pub href: String,
    /// Its name.
    pub name: String,
    /// How many records it has, plain.
    pub count: String,
    /// The group that it belongs to, such as the region.
    pub group: Option<String>,
}

/// Where facts come from and how fresh they are.
#[derive(Debug, Serialize, Default)]
pub struct Trust {
    /// Sources with their publisher and address.
    pub sources: Vec<String>,
    /// Verified, to be reviewed.
    pub rows: Vec<Row>,
    /// Where sources disagree.
    pub conflicts: Vec<Conflict>,
    /// Problems in sources.
    pub cautions: Vec<Caution>,
    /// What changed: when and what.
    pub changes: Vec<Row>,
}

/// Sources that disagree.
#[derive(Debug, Serialize)]
pub struct Conflict {
    /// On what.
    pub about: String,
    /// Each claim: who and what.
    pub claims: Vec<Row>,
    /// Which claim the guide follows, in words.
    pub follows: String,
    /// Why.
    pub because: Option<String>,
}

/// A problem in a source.
#[derive(Debug, Serialize)]
pub struct Caution {
    /// A class for styles.
    pub class: &'static str,
    /// What kind of problem.
    pub label: String,
    /// The problem.
    pub text: String,
}

/// A journey that a page is a step of.
#[derive(Debug, Serialize)]
pub struct JourneyStrip {
    /// The journey's title, plain.
    pub title: String,
    /// The title's language when it is not the reader's.
    pub lang: Option<String>,
    /// Its page.
    pub href: String,
    /// Its letter, plain.
    pub letter: Option<String>,
    /// Its colour: the number in the classes `line-1` to `line-6`, the same as on the map.
    pub colour: usize,
    /// What is known of the licence that it asks for.
    pub licence: String,
    /// Its steps.
    pub steps: Vec<Station>,
}

/// A step of a journey.
#[derive(Debug, Serialize)]
pub struct Station {
    /// The letter and number, plain.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its page, unless it is this one or has none.
    pub href: Option<String>,
    /// It is this page.
    pub current: bool,
    /// It comes before this page's step.
    pub passed: bool,
    /// It may take longer than the timetable allows.
    pub late: bool,
    /// How long it takes, and remarks.
    pub remarks: Vec<String>,
}

/// A part of a page that speaks all languages.
#[derive(Debug, Serialize)]
pub struct InLanguage {
    /// The language's tag.
    pub tag: String,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    /// The language's name in itself.
    pub name: String,
    /// Its home page.
    pub href: String,
    /// The site's title in it.
    pub title: String,
    /// A heading in it.
    pub heading: String,
    /// A sentence in it.
    pub text: String,
    /// The words of the link.
    pub action: String,
}

impl Section {
    /// An empty section.
    pub fn new(pen: &Pen<'_>, id: &'static str, heading: &str, layout: &'static str) -> Self {
        Self { id, heading: pen.say(heading), layout, ..Self::default() }
    }

    /// A list, unless it is empty.
    pub fn list(pen: &Pen<'_>, id: &'static str, heading: &str, items: Vec<String>) -> Option<Self> {
        (!items.is_empty()).then(|| Self { items, ..Self::new(pen, id, heading, "list") })
    }

    /// A table, unless it has no rows. The caption is the heading. A column without any content is left out.
    pub fn table(pen: &Pen<'_>, id: &'static str, heading: &str, head: &[&str], rows: Vec<Vec<String>>) -> Option<Self> {
        if rows.is_empty() {
            return None;
        }
        let used: Vec<bool> =
            (0..head.len()).map(|i| i == 0 || rows.iter().any(|row| row.get(i).is_some_and(|cell| !cell.is_empty()))).collect();
        let keep =
            |row: Vec<String>| row.into_iter().zip(&used).filter(|(_, used)| **used).map(|(cell, _)| cell).collect::<Vec<_>>();
        let table = Table {
            caption: pen.say(heading),
            label: pen.kit.messages.text(heading),
            head: keep(head.iter().map(|id| pen.say(id)).collect()),
            rows: rows.into_iter().map(keep).collect(),
        };
        Some(Self { table: Some(table), ..Self::new(pen, id, heading, "table") })
    }

    /// Cards, unless there are none.
    pub fn cards(pen: &Pen<'_>, id: &'static str, heading: &str, ids: impl IntoIterator<Item = RecordId>) -> Option<Self> {
        let cards: Vec<Card> = ids.into_iter().filter(|id| !pen.site.entry(*id).broken).map(|id| card(pen, id)).collect();
        (!cards.is_empty()).then(|| Self { cards, ..Self::new(pen, id, heading, "cards") })
    }
}

/// Labels and values; values that are missing are left out.
pub struct Rows<'p, 'a> {
    pen: &'p Pen<'a>,
    rows: Vec<Row>,
}

impl<'p, 'a> Rows<'p, 'a> {
    /// No rows.
    pub fn new(pen: &'p Pen<'a>) -> Self {
        Self { pen, rows: Vec::new() }
    }

    /// A row, if there is a value.
    pub fn add(&mut self, label: &str, value: Option<String>) -> &mut Self {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.rows.push(Row { label: self.pen.say(label), value });
        }
        self
    }

    /// A row of several values, if there is any.
    pub fn list(&mut self, label: &str, values: &[String]) -> &mut Self {
        let value = match values {
            [] => None,
            [one] => Some(one.clone()),
            many => Some(bullets(many)),
        };
        self.add(label, value)
    }

    /// The rows.
    pub fn done(&mut self) -> Vec<Row> {
        std::mem::take(&mut self.rows)
    }
}

/// Items as a list in HTML.
pub fn bullets(items: &[String]) -> String {
    let items: String = items.iter().map(|item| format!("<li>{item}</li>")).collect();
    format!("<ul>{items}</ul>")
}

/// What other pages see of a record.
pub fn card(pen: &Pen<'_>, id: RecordId) -> Card {
    let entry = pen.site.entry(id);
    let (title, language) = pen.title(id);
    let foreign = pen.foreign(&language);
    Card {
        href: escape(&pen.record_href(id)),
        title: escape(&title),
        lang: foreign.map(ToString::to_string),
        only_in: foreign.map(|language| pen.only_in(language)),
        summary: pen.optional(entry.record.common.summary.as_ref()),
        state: entry.state.map(|state| state_badge(pen, state)),
        remarks: remarks(pen, id),
    }
}

/// The badge of a state of recruitment.
pub fn state_badge(pen: &Pen<'_>, state: crate::site::recruitment::State) -> Badge {
    Badge { class: state.as_str(), text: pen.say(state.message()) }
}

/// Short remarks on a card: where, when.
fn remarks(pen: &Pen<'_>, id: RecordId) -> Vec<String> {
    let entry = pen.site.entry(id);
    let mut remarks = Vec::new();
    if let Some(prefecture) = facets::prefecture(pen.site, entry) {
        remarks.push(pen.word_marked(Vocabulary::Prefectures, prefecture));
    }
    if let Body::Notice(notice) = &entry.record.body
        && let Some(Fact::Known { value, .. }) = &notice.date
    {
        remarks.push(pen.date(value));
    }
    remarks
}
