//! What a term's page shows.

use super::kind_view::KindView;
use super::parts::Section;
use crate::model::term::Term;
use crate::render::pen::Pen;
use crate::site::RecordId;

/// The view of a term.
pub fn view(pen: &Pen<'_>, _id: RecordId, term: &Term) -> KindView {
    let Term { definition, rejected, see } = term;
    let definition = definition.as_ref().map(|text| pen.text(text));
    let mut sections = Vec::new();
    sections.push(Section { intro: definition, ..Section::new(pen, "sec-definition", "heading_definition", "list") });
    let rejected = rejected
        .iter()
        .map(|rejected| {
            let mut out = pen.in_language(&rejected.text, rejected.language.as_ref());
            pen.note(rejected.because.as_ref(), &mut out);
            out
        })
        .collect();
    sections.extend(Section::list(pen, "sec-exceptions", "heading_rejected", rejected));
    let see = see.iter().map(|reference| pen.reference(reference)).collect();
    sections.extend(Section::list(pen, "sec-links", "heading_see", see));
    KindView { sections, ..KindView::default() }
}
