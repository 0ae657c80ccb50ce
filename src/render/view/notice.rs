//! What a notice's page shows.

use super::hospital;
use super::kind_view::KindView;
use super::parts::{Badge, Rows, Section};
use super::program::tree_section;
use crate::markup::Inline;
use crate::model::notice::{Notice, Successor};
use crate::render::pen::Pen;
use crate::site::RecordId;

/// The view of a notice.
pub fn view(pen: &Pen<'_>, _id: RecordId, notice: &Notice) -> KindView {
    let Notice {
        date,
        about,
        as_of,
        posted,
        legacy,
        proposed,
        superseded_by,
        as_published,
        cohorts,
        items,
        documents,
        steps,
        people,
        contacts,
        links,
    } = notice;
    let mut badges = Vec::new();
    if *legacy {
        badges.push(Badge { class: "legacy", text: pen.say("notice_legacy"), windows: None });
    }
    if *proposed {
        badges.push(Badge { class: "proposed", text: pen.say("notice_proposed"), windows: None });
    }
    let mut facts = Rows::new(pen);
    facts
        .add("label_date", date.as_ref().map(|date| pen.fact(date, |date| pen.date(date))))
        .add("label_as_of", as_of.as_ref().map(|date| pen.date(date)))
        .add("label_posted", posted.as_ref().map(|date| pen.date(date)))
        .add(
            "label_superseded_by",
            superseded_by.as_ref().map(|successor| match successor {
                Successor::Notice(reference) => pen.reference(reference),
                Successor::Text(text) => pen.text(text),
            }),
        )
        .list("label_about", &about.iter().map(|reference| pen.reference(reference)).collect::<Vec<_>>());
    let mut sections = Vec::new();
    let points = pen.items(items, |point| {
        let specialty = point.specialty.as_ref().map(|specialty| pen.word_in(specialty));
        let text = point.text.as_ref().map(|text| pen.text(text));
        let mut out = Inline::join(specialty.iter().chain(&text), &pen.separator());
        if let Some(except) = &point.except {
            out.aside(&pen.explained("label_except", &pen.text(except)));
        }
        out
    });
    sections.extend(Section::list(pen, "sec-items", "heading_points", points));
    let misprints = as_published
        .iter()
        .map(|misprint| {
            [&misprint.label, &misprint.printed, &misprint.problem]
                .map(|text| pen.optional(text.as_ref()).unwrap_or_default())
                .to_vec()
        })
        .collect();
    let head = ["label_what", "label_as_printed", "label_problem"];
    sections.extend(Section::table(pen, "sec-as-published", "heading_as_published", &head, misprints));
    let cohorts = cohorts
        .iter()
        .map(|cohort| {
            vec![
                pen.optional(cohort.text.as_ref()).unwrap_or_default(),
                cohort.fiscal_years.as_ref().map(|years| pen.period(years)).unwrap_or_default(),
            ]
        })
        .collect();
    sections.extend(Section::table(pen, "sec-cohorts", "heading_cohorts", &["label_cohort", "label_fiscal_years"], cohorts));
    sections.extend(tree_section(pen, "sec-documents", "heading_documents", documents.as_ref(), None));
    sections.extend(super::steps::section(pen, steps));
    sections.extend(hospital::people(pen, people));
    sections.extend(hospital::contacts(pen, contacts));
    sections.extend(hospital::links(pen, links));
    KindView { badges, facts: facts.done(), sections, ..KindView::default() }
}
