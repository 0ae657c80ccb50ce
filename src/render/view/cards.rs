//! What other pages see of a record: its card, and the badge of its state.

use jiff::Timestamp;
use serde::Serialize;
use tera::Value;

use super::html::html;
use super::parts::{Badge, Section};
use crate::markup::{Attribute, Inline, Mark};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::model::schedule::{Schedule, Successor};
use crate::model::word::Vocabulary;
use crate::render::made::StateWords;
use crate::render::pen::Pen;
use crate::site::recruitment::{self, State};
use crate::site::{RecordId, facets, link};

/// What other pages see of a record.
#[derive(Debug, Serialize, Clone)]
pub struct Card {
    /// A link with its title, its state of recruitment, short remarks, its summary. A page may have hundreds of cards: a template
    /// would take much longer to write each anew.
    #[serde(serialize_with = "html")]
    pub html: Inline,
    /// In a list that can be filtered: the values that it is listed under, plain, as `prefectures/tokyo specialties/surgery`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<String>,
}

/// A section of cards, unless there are none.
pub fn section(pen: &Pen<'_>, id: &'static str, heading: &str, ids: impl IntoIterator<Item = RecordId>) -> Option<Section> {
    let records: Vec<RecordId> = ids.into_iter().filter(|id| !pen.site.entry(*id).broken).collect();
    let cards = records.iter().map(|id| card(pen, *id)).collect();
    (!records.is_empty()).then(|| Section { cards, records, ..Section::new(pen, id, heading, "cards") })
}

/// What other pages see of a record, ready for templates: a [`Card`] that was made beforehand, or a new one.
pub fn card(pen: &Pen<'_>, id: RecordId) -> Value {
    let known = pen.made.and_then(|made| made.of(id)).map(|parts| parts.card.clone());
    known.unwrap_or_else(|| Value::from_serializable(&new_card(pen, id, state_badge(pen, id).as_ref())))
}

/// What other pages see of a record that is in a state of recruitment.
pub fn new_card(pen: &Pen<'_>, id: RecordId, state: Option<&Badge>) -> Card {
    let (title, language) = pen.title_words(id);
    let foreign = pen.foreign(language);
    let mut html = Inline::default();
    html.open(Mark::Name).open(Mark::Link).attribute(Attribute::Href, &pen.record_href(id));
    if pen.is_name(id) {
        html.attribute(Attribute::Translate, "no");
    }
    if let Some(language) = foreign {
        html.attribute(Attribute::Lang, language.as_str()).attribute(Attribute::Dir, "auto");
    }
    html.add(&title).close(Mark::Link).close(Mark::Name);
    let remarks = remarks(pen, id);
    if state.is_some() || !remarks.is_empty() {
        html.open(Mark::Meta);
        if let Some(state) = state {
            state.write(&mut html);
        }
        remarks.iter().for_each(|remark| _ = html.text(" ").within(Mark::Short, remark));
        html.close(Mark::Meta);
    }
    if let Some(summary) = &pen.site.entry(id).record.common.summary {
        html.within(Mark::Paragraph, &pen.text(summary));
    }
    Card { html, facets: facets_of(pen, id) }
}

/// The values that a record is listed under, if lists of its kind can be filtered.
fn facets_of(pen: &Pen<'_>, id: RecordId) -> Option<String> {
    let entry = pen.site.entry(id);
    matches!(entry.kind(), Kind::Program | Kind::Hospital | Kind::Schedule).then(|| {
        let values = facets::listed(pen.site, id);
        values.iter().map(|(facet, value)| [facet.folder(), "/", value].concat()).collect::<Vec<_>>().join(" ")
    })
}

/// The badge of a record's state of recruitment, if it has one.
pub fn state_badge(pen: &Pen<'_>, id: RecordId) -> Option<Badge> {
    let badge = |state: &StateWords| Badge {
        class: state.class,
        text: state.text.clone(),
        windows: state.windows.as_deref().map(str::to_owned),
    };
    let made = pen.made.and_then(|made| made.of(id)).map(|parts| parts.state.as_ref().map(badge));
    made.unwrap_or_else(|| facets::state(pen.site, pen.site.entry(id)).map(|state| new_state_badge(pen, id, state)))
}

fn new_state_badge(pen: &Pen<'_>, id: RecordId, state: State) -> Badge {
    Badge { class: state.as_str(), text: pen.say(state.message()), windows: windows(pen, id) }
}

/// What the state of a schedule, or of a program with its schedules, follows from: for each schedule its windows, as the
/// seconds of the epoch at which each opens (nothing if it is open from the first) and closes, and `!` if the next
/// recruitment is not announced. `1698807600-1699930800,-1706749200!;…`
pub fn windows(pen: &Pen<'_>, id: RecordId) -> Option<String> {
    let entry = pen.site.entry(id);
    // What is no more does not open again with time.
    if link::is_retired(pen.site, entry) {
        return None;
    }
    let mut out = String::new();
    let mut add = |schedule: &Schedule, of_program: bool| {
        let windows = recruitment::windows(schedule, &pen.site.vocabularies);
        if windows.is_empty() {
            return;
        }
        if !out.is_empty() {
            out.push(';');
        }
        for (number, (opens, closes)) in windows.iter().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            let opens = if *opens == Timestamp::MIN { String::new() } else { opens.as_second().to_string() };
            out.extend([comma, &*opens, "-", &*closes.as_second().to_string()]);
        }
        // That one recruitment of a program is over says nothing of the next.
        if of_program || matches!(schedule.successor, Some(Successor::NotAnnounced(_))) {
            out.push('!');
        }
    };
    match &entry.record.body {
        Body::Schedule(schedule) => add(schedule, false),
        Body::Program(_) => {
            for (from, _) in entry.incoming.iter().filter(|(_, relation)| *relation == Relation::Program) {
                let other = pen.site.entry(*from);
                if let (Body::Schedule(schedule), false) = (&other.record.body, other.broken || other.is_retired()) {
                    add(schedule, true);
                }
            }
        }
        _ => {}
    }
    (!out.is_empty()).then_some(out)
}

/// Short remarks on a card: where, when, how much.
fn remarks(pen: &Pen<'_>, id: RecordId) -> Vec<Inline> {
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
    if let Body::Fee(fee) = &entry.record.body
        && let Some(Fact::Known { value, .. }) = &fee.amount
    {
        remarks.push(pen.money(value));
    }
    remarks
}
