//! Who is taken, as a program's page and the comparison of programs show it.

use crate::base::{Arg, Language};
use crate::markup::Inline;
use crate::model::admission::{Application, Quota};
use crate::model::fact::List;
use crate::model::language_level::LanguageLevel;
use crate::model::program::Program;
use crate::render::pen::Pen;

/// Languages by their names.
pub fn languages(pen: &Pen<'_>, languages: &List<Language>) -> Option<Inline> {
    let names = pen.items(languages, |language| Inline::of(pen.kit.language_name(language)));
    (!names.is_empty()).then(|| pen.kit.list_of(&names))
}

/// The levels that are asked for, a line for each language: of several of one language any will do.
pub fn levels(pen: &Pen<'_>, levels: &List<LanguageLevel>) -> Vec<Inline> {
    let mut lines: Vec<(&Language, Inline)> = Vec::new();
    for level in &levels.items {
        let words = self::level(pen, level);
        match lines.iter_mut().find(|(language, _)| *language == &level.language) {
            Some((_, line)) => *line = pen.fill("level_or", &[("one", &*line), ("other", &words)]),
            None => lines.push((&level.language, words)),
        }
    }
    let mut lines: Vec<Inline> = lines.into_iter().map(|(_, line)| line).collect();
    lines.extend(levels.open.then(|| pen.say("and_so_on")));
    lines
}

fn level(pen: &Pen<'_>, level: &LanguageLevel) -> Inline {
    let language = pen.kit.language_name(&level.language);
    let args = [("language", Arg::Text(language)), ("level", Arg::from(level.level.name))];
    let mut out = pen.say_with("level_at_least", &args);
    if level.equivalent {
        out.aside(&pen.say("level_equivalent"));
    }
    pen.note(level.note.as_ref(), &mut out);
    out
}

/// How old somebody may be.
pub fn age(pen: &Pen<'_>, program: &Program) -> Option<Inline> {
    let fact = program.age.as_deref()?;
    Some(pen.fact(fact, |age| {
        let mut out = Inline::of(pen.kit.age(&age.value));
        if let Some(on) = &age.on {
            out.aside(&pen.fill("age_on", &[("date", &pen.date(on))]));
        }
        out
    }))
}

/// How long somebody must have practised.
pub fn practice(pen: &Pen<'_>, program: &Program) -> Option<Inline> {
    program.practice.as_deref().map(|fact| pen.fact(fact, |length| pen.length(length)))
}

/// In which year of their studies somebody must be.
pub fn study_year(pen: &Pen<'_>, program: &Program) -> Option<Inline> {
    program.study_year.as_ref().map(|fact| pen.fact(fact, |year| Inline::of(pen.kit.study_year(year))))
}

/// Places that are kept for some.
pub fn quota(pen: &Pen<'_>, quota: &Quota) -> Inline {
    let of = pen.optional(quota.of.as_ref()).unwrap_or_default();
    let capacity = quota.capacity.as_ref().map(|capacity| pen.quantity(&capacity.0)).unwrap_or_default();
    let mut out = pen.labelled(&of, &capacity);
    pen.note(quota.note.as_ref(), &mut out);
    out
}

/// Who applies, and through whom.
pub fn application(pen: &Pen<'_>, application: &Application) -> Inline {
    let by = application.by.as_ref().map(|party| pen.fill("apply_by", &[("party", &pen.word_in(party))]));
    let through = application.through.as_ref().map(|body| pen.fill("apply_through", &[("body", &pen.reference(body))]));
    let parts: Vec<Inline> = by.into_iter().chain(through).collect();
    let mut out = Inline::lines(&parts);
    pen.note(application.note.as_ref(), &mut out);
    out
}
