//! What several pages of one language show, made once before all of them are rendered. Each page is the same with and without.

use rayon::prelude::*;
use tera::Value;

use super::parts::{Card, new_card};
use super::timeline::{self, Timeline};
use crate::model::record::Body;
use crate::render::pen::Pen;
use crate::site::RecordId;

/// The parts of all records, by their places in the site.
pub struct Made(Vec<Parts>);

struct Parts {
    card: Value,
    link: Box<str>,
    timeline: Option<Timeline>,
}

impl Made {
    /// Makes the parts of all records, in parallel.
    pub fn new(pen: &Pen<'_>) -> Self {
        let ids: Vec<RecordId> = pen.site.ids().map(|(id, _)| id).collect();
        let parts = |id: RecordId| Parts {
            card: Value::from_serializable::<Card>(&new_card(pen, id)),
            link: pen.record(id).into(),
            timeline: match &pen.site.entry(id).record.body {
                Body::Schedule(schedule) => timeline::timeline(pen, id, schedule),
                _ => None,
            },
        };
        Self(ids.into_par_iter().map(parts).collect())
    }

    /// A [`Card`].
    pub fn card(&self, id: RecordId) -> Option<&Value> {
        self.0.get(id.0 as usize).map(|parts| &parts.card)
    }

    /// A link to the record with its title.
    pub fn link(&self, id: RecordId) -> Option<&str> {
        self.0.get(id.0 as usize).map(|parts| &*parts.link)
    }

    /// Of a schedule: its timeline, unless it has no dates.
    pub fn timeline(&self, id: RecordId) -> Option<&Option<Timeline>> {
        self.0.get(id.0 as usize).map(|parts| &parts.timeline)
    }
}
