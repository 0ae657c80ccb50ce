//! All sources of the site, what rests on each, and how fresh that is.

use std::collections::BTreeMap;

use serde::Serialize;

use super::html::html;
use super::parts::{Row, Rows};
use super::{View, lists, provenance, record};
use crate::markup::Inline;
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;
use crate::site::RecordId;
use crate::site::routes::Overview;

/// Records that are named under one source.
const MANY: usize = 60;

/// A source and what rests on it.
#[derive(Debug, Serialize)]
pub struct SourceView {
    /// Its id, plain: the anchor.
    pub id: String,
    /// Its name.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// Publisher, address, when retrieved.
    #[serde(serialize_with = "html")]
    pub details: Inline,
    /// How many records cite it, in words.
    #[serde(serialize_with = "html")]
    pub count: Inline,
    /// Links to them.
    #[serde(serialize_with = "html")]
    pub records: Vec<Inline>,
}

/// The page of all sources.
pub fn view(pen: &Pen<'_>) -> View {
    let mut cited: BTreeMap<&str, Vec<RecordId>> = BTreeMap::new();
    let mut dates = Dates::default();
    for (id, entry) in pen.site.ids().filter(|(_, entry)| !entry.broken) {
        for citation in &entry.record.common.sources {
            cited.entry(&citation.source.word.id).or_default().push(id);
        }
        dates.add(pen, id);
    }
    let sources = pen
        .site
        .vocabularies
        .all(Vocabulary::Sources)
        .into_iter()
        .map(|source| {
            let id = &*source.id;
            let records = cited.get(id).map_or(&[][..], |records| records);
            SourceView {
                id: id.to_owned(),
                name: pen.optional(source.name.as_ref()).unwrap_or_default(),
                details: record::source(pen, source),
                count: pen.say_with("source_cited", &[("count", crate::base::Arg::from(records.len()))]),
                records: records.iter().take(MANY).map(|id| pen.record(*id)).collect(),
            }
        })
        .collect();
    let mut view = View { kind: "sources", sources, facts: dates.rows(pen), ..View::default() };
    lists::finish(pen, &mut view, Overview::Sources.folder(), &pen.kit.messages.text("sources_title"), Vec::new(), 1);
    view.description = pen.kit.messages.text("sources_description");
    view
}

/// How many records were compared with their sources, and how many wait for a review.
#[derive(Default)]
struct Dates {
    verified: usize,
    unverified: usize,
    overdue: Vec<RecordId>,
}

impl Dates {
    fn add(&mut self, pen: &Pen<'_>, id: RecordId) {
        let common = &pen.site.entry(id).record.common;
        let cited = common.sources.iter().filter_map(|citation| pen.site.vocabularies.of(&citation.source.word));
        if common.verified.is_some() || cited.filter_map(provenance::read).next().is_some() {
            self.verified += 1;
        } else if !common.sources.is_empty() {
            self.unverified += 1;
        }
        let end = common.review_by.as_ref().and_then(|review| review.end(&pen.site.file.zone.0));
        if end.is_some_and(|end| end <= pen.site.as_of) {
            self.overdue.push(id);
        }
    }

    fn rows(&self, pen: &Pen<'_>) -> Vec<Row> {
        let count = |count: usize| Some(pen.say_with("count_entries", &[("count", crate::base::Arg::from(count))]));
        let mut rows = Rows::new(pen);
        rows.add("sources_verified", count(self.verified)).add("sources_unverified", count(self.unverified));
        let overdue: Vec<Inline> = self.overdue.iter().take(MANY).map(|id| pen.record(*id)).collect();
        if overdue.is_empty() {
            rows.add("sources_overdue", Some(pen.say("sources_none_overdue")));
        } else {
            rows.list("sources_overdue", &overdue);
        }
        rows.done()
    }
}
