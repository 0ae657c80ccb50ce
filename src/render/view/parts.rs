//! The parts that pages are made of. All strings are HTML unless named plain.

use serde::Serialize;
use tera::Value;

use super::html::html;
use super::table::Table;
use crate::markup::{Attribute, Inline, Mark};
use crate::render::pen::Pen;
use crate::site::RecordId;

/// A label and its value.
#[derive(Debug, Serialize, Clone)]
pub struct Row {
    /// The label.
    #[serde(serialize_with = "html")]
    pub label: Inline,
    /// The value.
    #[serde(serialize_with = "html")]
    pub value: Inline,
}

/// A word that classifies.
#[derive(Debug, Serialize, Clone)]
pub struct Badge {
    /// A class for styles.
    pub class: &'static str,
    /// The word.
    #[serde(serialize_with = "html")]
    pub text: Inline,
    /// Of a state of recruitment: what it follows from, so that a browser can tell it at any time: windows in seconds of the epoch.
    pub windows: Option<String>,
}

/// A review that is overdue after an instant.
#[derive(Debug, Serialize, Clone)]
pub struct Overdue {
    /// The words.
    #[serde(serialize_with = "html")]
    pub text: Inline,
    /// The instant, in seconds of the epoch.
    pub after: i64,
    /// It is past.
    pub is_now: bool,
}

/// A part of a page with a heading of its own.
#[derive(Debug, Serialize, Default)]
pub struct Section {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// How its contents are laid out: `list`, `facts`, `table`, `tree`, `steps`, `line`, `cards`.
    pub layout: &'static str,
    /// A sentence before the contents.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub intro: Option<Inline>,
    /// Of a list: its items.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "html")]
    pub items: Vec<Inline>,
    /// Of a list: the order counts.
    pub ordered: bool,
    /// Of facts: labels and values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// Of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// Of a tree: requirements or documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tree: Option<Tree>,
    /// Of a tree: `need` for conditions and `paper` for documents that readers can tick.
    pub ask: &'static str,
    /// Of conditions: what is said when all are ticked.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub verdict: Option<Inline>,
    /// Of steps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepGroup>,
    /// Of a journey: its line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<JourneyStrip>,
    /// Of cards: each is a [`Card`](super::cards::Card).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Value>,
    /// Of cards: whose they are.
    #[serde(skip)]
    pub records: Vec<RecordId>,
    /// Of a round: its dates as a calendar file.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub calendar: Option<String>,
    /// Sentences after the contents.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "html")]
    pub notes: Vec<Inline>,
}

/// A requirement or document, or a group of them.
#[derive(Debug, Serialize, Default)]
pub struct Tree {
    /// The source's own number, plain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What is asked.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub text: Option<Inline>,
    /// How much, in which form, how many copies: short remarks.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "html")]
    pub remarks: Vec<Inline>,
    /// The condition under which it is asked.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub when: Option<Inline>,
    /// A longer remark.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub note: Option<Inline>,
    /// Words before the parts: "all of these", "any of these".
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub join: Option<Inline>,
    /// The parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Tree>,
    /// "And so on".
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub more: Option<Inline>,
    /// Rules such as "only (3) before entry".
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "html")]
    pub rules: Vec<Inline>,
    /// What may stand in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<Box<Tree>>,
    /// Words before that.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub instead_label: Option<Inline>,
    /// It has more than a number, a text and short remarks.
    pub has_more: bool,
    /// One of several will do: of its parts, or itself and what may stand in its place.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub choice: bool,
}

/// Steps that share a time.
#[derive(Debug, Serialize)]
pub struct StepGroup {
    /// The time; steps without one have none.
    #[serde(serialize_with = "html")]
    pub when: Option<Inline>,
    /// The steps.
    pub steps: Vec<Step>,
}

/// A step.
#[derive(Debug, Serialize)]
pub struct Step {
    /// Its number, from 1.
    pub number: usize,
    /// What to do.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// How long it takes, who acts.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "html")]
    pub remarks: Vec<Inline>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "html")]
    pub note: Option<Inline>,
    /// Where the way parts: in which case, and what follows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<Row>,
}

/// A calendar to subscribe to.
#[derive(Debug, Serialize, Clone)]
pub struct Subscription {
    /// Its address.
    pub href: String,
    /// The same for programs that subscribe when it is followed: absolute, `webcal:`.
    pub webcal: String,
}

/// Links under a heading.
#[derive(Debug, Serialize, Clone)]
pub struct LinkGroup {
    /// The heading.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// The links.
    #[serde(serialize_with = "html")]
    pub links: Vec<Inline>,
}

/// Cards under a heading.
#[derive(Debug, Serialize, Clone)]
pub struct CardGroup {
    /// The heading.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// The cards: each is a [`Card`](super::cards::Card).
    pub cards: Vec<Value>,
}

/// Where facts come from and how fresh they are.
#[derive(Debug, Serialize, Default)]
pub struct Trust {
    /// Sources with their publisher and address.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "html")]
    pub sources: Vec<Inline>,
    /// Verified, to be reviewed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// Where sources disagree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// Problems in sources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Caution>,
    /// What changed: when and what.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Row>,
}

/// Sources that disagree.
#[derive(Debug, Serialize)]
pub struct Conflict {
    /// On what.
    #[serde(serialize_with = "html")]
    pub about: Inline,
    /// Each claim: who and what.
    pub claims: Vec<Row>,
    /// Which claim the guide follows, in words.
    #[serde(serialize_with = "html")]
    pub follows: Inline,
    /// Why.
    #[serde(serialize_with = "html")]
    pub because: Option<Inline>,
}

/// A problem in a source.
#[derive(Debug, Serialize)]
pub struct Caution {
    /// A class for styles.
    pub class: &'static str,
    /// What kind of problem.
    #[serde(serialize_with = "html")]
    pub label: Inline,
    /// The problem.
    #[serde(serialize_with = "html")]
    pub text: Inline,
}

/// A journey that a page is a step of.
#[derive(Debug, Serialize)]
pub struct JourneyStrip {
    /// The journey's title, plain.
    pub title: String,
    /// The same where no element can be.
    pub label: String,
    /// The title's language when it is not the reader's.
    pub lang: Option<String>,
    /// Its page.
    #[serde(serialize_with = "html")]
    pub href: String,
    /// Its letter, plain.
    pub letter: Option<String>,
    /// Its colour: the number in the classes `line-1` to `line-6`, the same as on the map.
    pub colour: usize,
    /// What is known of the licence that it asks for.
    #[serde(serialize_with = "html")]
    pub licence: Inline,
    /// Its steps.
    pub steps: Vec<Station>,
}

/// A step of a journey.
#[derive(Debug, Serialize)]
pub struct Station {
    /// The letter and number, plain.
    pub code: String,
    /// Its name.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// Its page, unless it is this one or has none.
    #[serde(serialize_with = "html")]
    pub href: Option<String>,
    /// It is this page.
    pub current: bool,
    /// It comes before this page's step.
    pub passed: bool,
    /// It may take longer than the timetable allows.
    pub late: bool,
    /// Not everybody goes through it: it is beside the line.
    pub aside: bool,
    /// How long it takes, and remarks.
    #[serde(serialize_with = "html")]
    pub remarks: Vec<Inline>,
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
    #[serde(serialize_with = "html")]
    pub href: String,
    /// The site's title in it.
    #[serde(serialize_with = "html")]
    pub title: Inline,
    /// A heading in it.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// A sentence in it.
    #[serde(serialize_with = "html")]
    pub text: Inline,
    /// The words of the link.
    #[serde(serialize_with = "html")]
    pub action: Inline,
}

impl Badge {
    /// Appends it, where it stands among words.
    pub fn write(&self, out: &mut Inline) {
        out.open(Mark::Badge).attribute(Attribute::Kind, self.class);
        if let Some(windows) = &self.windows {
            out.attribute(Attribute::DataWindows, windows);
        }
        out.add(&self.text).close(Mark::Badge);
    }
}

impl Section {
    /// An empty section.
    pub fn new(pen: &Pen<'_>, id: &'static str, heading: &str, layout: &'static str) -> Self {
        Self { id, heading: pen.say(heading), layout, ..Self::default() }
    }

    /// A list, unless it is empty.
    pub fn list(pen: &Pen<'_>, id: &'static str, heading: &str, items: Vec<Inline>) -> Option<Self> {
        (!items.is_empty()).then(|| Self { items, ..Self::new(pen, id, heading, "list") })
    }

    /// A table, unless it has no rows. The caption is the heading. A column without any content is left out.
    pub fn table(pen: &Pen<'_>, id: &'static str, heading: &str, head: &[&str], rows: Vec<Vec<Inline>>) -> Option<Self> {
        if rows.is_empty() {
            return None;
        }
        let caption = (pen.say(heading), pen.kit.messages.text(heading));
        let head = head.iter().map(|id| pen.say(id)).collect();
        let table = Table::new(caption, head, &rows, 1, |columns| columns > 2);
        Some(Self { table: Some(table), ..Self::new(pen, id, heading, "table") })
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
    pub fn add(&mut self, label: &str, value: Option<Inline>) -> &mut Self {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.rows.push(Row { label: self.pen.say(label), value });
        }
        self
    }

    /// A row of several values, if there is any.
    pub fn list(&mut self, label: &str, values: &[Inline]) -> &mut Self {
        self.add(label, listed(values))
    }

    /// The rows.
    pub fn done(&mut self) -> Vec<Row> {
        std::mem::take(&mut self.rows)
    }
}

/// Several values as one: a list, if there is more than one.
pub fn listed(values: &[Inline]) -> Option<Inline> {
    match values {
        [] => None,
        [one] => Some(one.clone()),
        many => Some(Inline::bullets(many)),
    }
}
