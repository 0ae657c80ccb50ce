//! What a term's page shows.

use super::kind_view::KindView;
use super::parts::Section;
use crate::model::term::Term;
use crate::render::pen::{Pen, escape};
use crate::site::RecordId;

/// The view of a term.
pub fn view(pen: &Pen<'_>, _id: RecordId, term: &Term) -> KindView {
    let definition = term.definition.as_ref().map(|text| pen.text(text));
    let mut sections = Vec::new();
    sections.push(Section { intro: definition, ..Section::new(pen, "sec-definition", "heading_definition", "list") });
    let rejected = term
        .rejected
        .iter()
        .map(|rejected| {
            let words = escape(&rejected.text);
            let words = rejected.language.as_ref().map_or_else(|| words.clone(), |language| pen.mark_language(&words, language));
            let because = rejected.because.as_ref().map(|text| format!(" <span class=\"aside\">{}</span>", pen.text(text)));
            format!("{words}{}", because.unwrap_or_default())
        })
        .collect();
    sections.extend(Section::list(pen, "sec-exceptions", "heading_rejected", rejected));
    let see = term.see.iter().map(|reference| pen.reference(reference)).collect();
    sections.extend(Section::list(pen, "sec-links", "heading_see", see));
    KindView { sections, ..KindView::default() }
}
