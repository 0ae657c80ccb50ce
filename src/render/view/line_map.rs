//! The map of all journeys: the drawings, and the same as a list.

use serde::Serialize;

use super::html::html;
use super::parts::JourneyStrip;
use super::{journey, words};
use crate::markup::Inline;
use crate::model::fact::{Absence, Fact};
use crate::model::journey::{Journey, Station as ModelStation};
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::word::Vocabulary;
use crate::render::draw::line_map as draw;
use crate::render::draw::svg::Words;
use crate::render::pen::Pen;
use crate::site::{RecordId, mentions};

/// All journeys as one map.
#[derive(Debug, Serialize)]
pub struct LineMap {
    /// The drawing where there is room.
    #[serde(serialize_with = "html")]
    pub wide: String,
    /// The drawing for a phone.
    #[serde(serialize_with = "html")]
    pub narrow: String,
    /// The same in words.
    pub families: Vec<Family>,
}

/// Journeys that ask for the same licence, or for none.
#[derive(Debug, Serialize)]
pub struct Family {
    /// What they have in common; a site whose licences are its own has one family without a heading.
    #[serde(serialize_with = "html")]
    pub heading: Option<Inline>,
    /// The journeys.
    pub journeys: Vec<JourneyStrip>,
}

/// The journeys part by what is known of the licence; one that is unknown is not said to be none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Licence {
    Japanese,
    Without,
    Unknown,
}

impl Licence {
    const ALL: [Self; 3] = [Self::Japanese, Self::Without, Self::Unknown];

    fn of(journey: &Journey) -> Self {
        match &journey.licence {
            Some(Fact::Known { value, .. }) if &*value.word.id == journey::JAPANESE => Self::Japanese,
            Some(Fact::Known { .. } | Fact::Absent { absence: Absence::None | Absence::NotApplicable, .. }) => Self::Without,
            Some(Fact::Absent { .. }) | None => Self::Unknown,
        }
    }

    /// The message ids of the heading and of its short form.
    fn messages(self) -> (&'static str, &'static str) {
        match self {
            Self::Japanese => ("map_family_japanese", "map_family_japanese_short"),
            Self::Without => ("map_family_without", "map_family_without_short"),
            Self::Unknown => ("map_family_unknown", "map_family_unknown_short"),
        }
    }
}

/// A journey and its record.
type Numbered<'a> = (RecordId, &'a Journey);

/// The map; nothing without journeys.
pub fn line_map(pen: &Pen<'_>) -> Option<LineMap> {
    let mut journeys: Vec<Numbered<'_>> = pen
        .site
        .list(pen.lang, Kind::Journey)
        .iter()
        .filter_map(|id| match &pen.site.entry(*id).record.body {
            Body::Journey(journey) if !pen.site.entry(*id).broken => Some((*id, &**journey)),
            _ => None,
        })
        .collect();
    journeys.sort_by_key(|(id, journey)| journey::rank(*id, journey));
    let parts = pen.site.vocabularies.get(Vocabulary::Licences, journey::JAPANESE).is_some();
    let mut families: Vec<(Option<Licence>, Vec<Numbered<'_>>)> = Vec::new();
    if parts {
        for licence in Licence::ALL {
            let own: Vec<_> = journeys.iter().filter(|(_, journey)| Licence::of(journey) == licence).copied().collect();
            families.push((Some(licence), own));
        }
        families.retain(|(_, journeys)| !journeys.is_empty());
    } else {
        families.push((None, journeys));
    }
    let order: Vec<RecordId> = families.iter().flat_map(|(_, journeys)| journeys.iter().map(|(id, _)| *id)).collect();
    let say = |id: &str| pen.kit.messages.text(id);
    let map = draw::Map {
        start: say("map_start"),
        late: say("step_may_be_late"),
        right_to_left: pen.site.languages.is_right_to_left(pen.lang),
        families: families
            .iter()
            .map(|(licence, journeys)| draw::Family {
                heading: licence.map(|licence| say(licence.messages().0)).unwrap_or_default(),
                short: licence.map(|licence| say(licence.messages().1)).unwrap_or_default(),
                lines: journeys.iter().map(|(id, journey)| line(pen, *id, journey, &order)).collect(),
            })
            .collect(),
    };
    Some(LineMap {
        wide: draw::wide(&map)?,
        narrow: draw::narrow(&map)?,
        families: families
            .iter()
            .map(|(licence, journeys)| Family {
                heading: licence.map(|licence| pen.say(licence.messages().0)),
                journeys: journeys.iter().map(|(id, journey)| journey::strip(pen, *id, journey, None)).collect(),
            })
            .collect(),
    })
}

fn line(pen: &Pen<'_>, id: RecordId, journey: &Journey, order: &[RecordId]) -> draw::Line {
    let leads = journey.leads_to.items.iter().filter_map(|junction| {
        let target = mentions::resolve(pen.site, &junction.journey.as_ref()?.target).ok()?;
        let line = order.iter().position(|id| *id == target)?;
        let step = junction.step.and_then(|step| usize::try_from(step).ok()).unwrap_or(1);
        Some((line, step.saturating_sub(1)))
    });
    draw::Line {
        letter: journey.letter.map(|letter| letter.0),
        colour: journey::colour(pen.site, id, journey),
        title: words::title(pen, id),
        href: Some(pen.record_href(id)),
        stations: journey.steps.iter().enumerate().map(|(i, step)| station(pen, id, journey, i, step)).collect(),
        leads: leads.collect(),
    }
}

fn station(pen: &Pen<'_>, id: RecordId, journey: &Journey, index: usize, step: &ModelStation) -> draw::Station {
    let record = journey::record_of(pen, step);
    let name = match (&step.name, record) {
        (Some(name), _) => words::text(pen, name),
        (None, Some(record)) => words::title(pen, record),
        (None, None) => Words::default(),
    };
    draw::Station {
        code: journey::code(journey, index),
        name,
        href: record.filter(|record| !pen.site.entry(*record).broken).map(|record| pen.record_href(record)),
        late: step.late,
        aside: step.only_for.as_ref().map(|who| words::text(pen, who)),
        meets: record.map(|record| meets(pen, record, id)).unwrap_or_default(),
    }
}

/// The other journeys that have the record as a step.
fn meets(pen: &Pen<'_>, record: RecordId, own: RecordId) -> Vec<(char, usize)> {
    let mut found = Vec::new();
    for (id, journey) in journey::through(pen, record).filter(|(id, _)| *id != own) {
        let Some(letter) = journey.letter else { continue };
        let meeting = (letter.0, journey::colour(pen.site, id, journey));
        if !found.contains(&meeting) {
            found.push(meeting);
        }
    }
    found.sort_unstable();
    found
}
