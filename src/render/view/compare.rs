//! Programs side by side.

use serde::Serialize;

use super::html::html;
use super::parts::listed;
use super::table::Table;
use super::{View, admission, answers, lists};
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark};
use crate::model::program::Program;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;
use crate::site::routes::{self, Overview};
use crate::site::{RecordId, facets};

/// The most programs beside each other: so many can be read on a screen, and on a sheet of paper.
const BESIDE: usize = 4;

/// Programs of one kind.
#[derive(Debug, Serialize)]
pub struct Compared {
    /// The kind.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// The programs, a few in each table.
    pub tables: Vec<Table>,
}

/// A program and its record.
type One<'a> = (RecordId, &'a Program);

/// Programs side by side, those of one kind together: a row for each question, a column for each program.
pub fn view(pen: &Pen<'_>) -> View {
    let programs: Vec<One<'_>> = routes::compared(pen.site, pen.lang)
        .into_iter()
        .filter_map(|id| match &pen.site.entry(id).record.body {
            Body::Program(program) => Some((id, &**program)),
            _ => None,
        })
        .collect();
    let title = pen.kit.messages.text("compare_title");
    let all = table(pen, &programs, (pen.say("compare_title"), title.clone()), true);
    let compared = groups(pen, &programs);
    let mut view = View { kind: "compare", script: Some("compare.js"), table: Some(all), compared, ..View::default() };
    lists::finish(pen, &mut view, Overview::Compare.folder(), &title, Vec::new(), 1);
    let all = pen.site.list(pen.lang, Kind::Program).len();
    let message = if programs.len() < all { "compare_description_schemes" } else { "compare_description" };
    view.description = pen.kit.messages.format(message, &[("count", Arg::from(all))]);
    view
}

/// The programs by kind; those that are the only ones of theirs stand together behind the others.
fn groups(pen: &Pen<'_>, programs: &[One<'_>]) -> Vec<Compared> {
    let kind = |one: &One<'_>| one.1.kind.as_ref().map(|kind| kind.word.id.clone());
    let kinds = pen.site.vocabularies.all(Vocabulary::ProgramKinds).into_iter().map(|word| &word.id);
    let mut groups = Vec::new();
    let mut others = programs.to_vec();
    for id in kinds {
        let own: Vec<One<'_>> = programs.iter().filter(|one| kind(one).as_ref() == Some(id)).copied().collect();
        if own.len() > 1 {
            others.retain(|one| kind(one).as_ref() != Some(id));
            groups.push(group(pen, pen.word_marked(Vocabulary::ProgramKinds, id), &own, false));
        }
    }
    if !others.is_empty() {
        let heading = if groups.is_empty() { "compare_title" } else { "compare_others" };
        groups.push(group(pen, pen.say(heading), &others, true));
    }
    groups
}

/// Tables of as many columns each as can be.
fn group(pen: &Pen<'_>, heading: Inline, programs: &[One<'_>], with_kind: bool) -> Compared {
    let tables = programs.len().div_ceil(BESIDE).max(1);
    let tables = programs.chunks(programs.len().div_ceil(tables).max(1)).map(|some| {
        let names: Vec<String> = some.iter().map(|(id, _)| pen.title(*id).0).collect();
        let names = pen.kit.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
        table(pen, some, (Inline::of(&*names), names), with_kind)
    });
    Compared { tables: tables.collect(), heading }
}

/// A row for each question that has an answer; with the kind, unless the heading says it.
fn table(pen: &Pen<'_>, programs: &[One<'_>], caption: (Inline, String), with_kind: bool) -> Table {
    let mut rows: Vec<Vec<Inline>> = Vec::new();
    let mut add = |label: &str, write: &dyn Fn(RecordId, &Program) -> Option<Inline>| {
        let cells: Vec<Option<Inline>> = programs.iter().map(|(id, program)| write(*id, program)).collect();
        if cells.iter().any(Option::is_some) {
            let nothing = pen.say("answer_not_here").marked(Mark::Absent);
            let cells = cells.into_iter().map(|cell| cell.unwrap_or_else(|| nothing.clone()));
            rows.push(std::iter::once(pen.say(label)).chain(cells).collect());
        }
    };
    add("label_program_kind", &|_, program| program.kind.as_ref().filter(|_| with_kind).map(|word| pen.word_in(word)));
    for question in answers::QUESTIONS {
        add(question, &|id, program| answers::answer(pen, id, program, question, &pen.record_href(id)));
    }
    add("label_training_languages", &|_, program| admission::languages(pen, &program.languages));
    add("label_language_level", &|_, program| listed(&admission::levels(pen, &program.language_levels)));
    add("label_age", &|_, program| admission::age(pen, program));
    add("label_practice", &|_, program| admission::practice(pen, program));
    add("label_study_year", &|_, program| admission::study_year(pen, program));
    add("label_host", &|_, program| program.host.as_ref().map(|host| pen.reference(host)));
    add("label_prefecture", &|id, _| {
        facets::prefecture(pen.site, pen.site.entry(id)).map(|prefecture| pen.word_marked(Vocabulary::Prefectures, prefecture))
    });
    let mut head = vec![pen.say("compare_question")];
    head.extend(programs.iter().map(|(id, _)| {
        let (title, language) = pen.title_words(*id);
        let mut out = Inline::default();
        out.open(Mark::Link).attribute(Attribute::Href, &pen.record_href(*id));
        if pen.is_name(*id) {
            out.attribute(Attribute::Translate, "no");
        }
        if let Some(tag) = pen.foreign(language) {
            out.attribute(Attribute::Lang, tag.as_str());
        }
        out.attribute(Attribute::DataProgram, pen.site.entry(*id).slug()).add(&title).close(Mark::Link);
        out
    }));
    // Three programs and more do not stand side by side on a phone.
    Table::new(caption, head, &rows, usize::MAX, |columns| columns > 3)
}
