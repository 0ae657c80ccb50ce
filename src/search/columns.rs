//! The values by which results can be filtered: for each value, the pages that have it. A browser fetches it when a reader
//! filters.

use serde::Serialize;

use super::answers;
use crate::render::pen::Pen;
use crate::render::view::cards;
use crate::site::RecordId;
use crate::site::facets::Facet;

/// The facets that are read from a column, by the names of their files.
pub const NAMES: [&str; 5] = ["prefectures", "specialties", "recruitment", "cost", "languages"];

/// A column.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Column {
    /// Values with their names, and the pages of each, as distances from the one before.
    Values(Vec<(String, String, Vec<usize>)>),
    /// Pages with their windows: the state is told by the browser's clock.
    Windows(Vec<(usize, String)>),
    /// Pages with the least that they cost.
    Amounts(Vec<(usize, u64)>),
}

/// The columns for pages of a language, in their order.
pub fn columns(pen: &Pen<'_>, pages: &[RecordId]) -> Vec<(&'static str, Column)> {
    let site = pen.site;
    let place = |id: &RecordId| pages.binary_search(id).ok();
    let of_facet = |facet: Facet| {
        let values = site.facets.of(facet).iter().map(|(value, records)| {
            let name = facet.vocabulary().map_or_else(|| value.to_string(), |vocabulary| pen.word_name(vocabulary, value));
            (value.to_string(), name, distances(records.iter().filter_map(place)))
        });
        Column::Values(values.filter(|(_, _, pages)| !pages.is_empty()).collect())
    };
    let numbered = || pages.iter().enumerate();
    let languages = site.languages.all().map(|lang| {
        let own = numbered().filter(|(_, id)| site.entry(**id).exists_in(lang, &site.languages)).map(|(number, _)| number);
        (site.languages.tag(lang).to_string(), site.languages.name(lang).to_owned(), distances(own))
    });
    vec![
        ("prefectures", of_facet(Facet::Prefecture)),
        ("specialties", of_facet(Facet::Specialty)),
        (
            "recruitment",
            Column::Windows(numbered().filter_map(|(number, id)| Some((number, cards::windows(pen, *id)?))).collect()),
        ),
        ("cost", Column::Amounts(numbered().filter_map(|(number, id)| Some((number, answers::least_cost(pen, *id)?))).collect())),
        ("languages", Column::Values(languages.collect())),
    ]
}

fn distances(pages: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut sorted: Vec<usize> = pages.collect();
    sorted.sort_unstable();
    let mut last = 0;
    sorted.iter_mut().for_each(|page| *page -= std::mem::replace(&mut last, *page));
    sorted
}
