//! Programs side by side.

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

/// Programs side by side: a row for each question, a column for each program.
pub fn view(pen: &Pen<'_>) -> View {
    let programs: Vec<(RecordId, &Program)> = routes::compared(pen.site, pen.lang)
        .into_iter()
        .filter_map(|id| match &pen.site.entry(id).record.body {
            Body::Program(program) => Some((id, &**program)),
            _ => None,
        })
        .collect();
    let mut rows: Vec<Vec<Inline>> = Vec::new();
    let mut add = |label: &str, write: &dyn Fn(RecordId, &Program) -> Option<Inline>| {
        let cells: Vec<Option<Inline>> = programs.iter().map(|(id, program)| write(*id, program)).collect();
        if cells.iter().any(Option::is_some) {
            let nothing = pen.say("answer_not_here").marked(Mark::Absent);
            let cells = cells.into_iter().map(|cell| cell.unwrap_or_else(|| nothing.clone()));
            rows.push(std::iter::once(pen.say(label)).chain(cells).collect());
        }
    };
    add("label_program_kind", &|_, program| program.kind.as_ref().map(|word| pen.word_in(word)));
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
    let caption = "compare_title";
    let table = Table::new((pen.say(caption), pen.kit.messages.text(caption)), head, &rows, usize::MAX, |_| false);
    let mut view = View { kind: "compare", script: Some("compare.js"), table: Some(table), ..View::default() };
    lists::finish(pen, &mut view, Overview::Compare.folder(), &pen.kit.messages.text(caption), Vec::new(), 1);
    let all = pen.site.list(pen.lang, Kind::Program).len();
    let message = if programs.len() < all { "compare_description_schemes" } else { "compare_description" };
    view.description = pen.kit.messages.format(message, &[("count", Arg::from(all))]);
    view
}
