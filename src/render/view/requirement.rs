//! Conditions and documents as a tree that can be read aloud.

use super::parts::Tree;
use crate::base::Arg;
use crate::markup::{Event, Inline, escape};
use crate::model::fact::Fact;
use crate::model::quantity::Comparison;
use crate::model::requirement::{Document, Requirement};
use crate::model::text::Text;
use crate::render::pen::Pen;

/// What a document must be like, and its form to download.
fn document(pen: &Pen<'_>, document: &Document) -> Vec<Inline> {
    let mut remarks = Vec::new();
    remarks.extend(document.sealed.then(|| pen.say("document_sealed")));
    if !document.languages.is_empty() {
        let names: Vec<String> = document.languages.iter().map(|language| pen.kit.language_name(language)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        remarks.push(pen.say_with("document_languages", &[("languages", Arg::Text(pen.kit.list(&names)))]));
    }
    remarks.extend(document.translation.map(|translation| pen.say(translation.message())));
    remarks.extend(document.not_older_than.map(|age| {
        let length = pen.length(&Comparison::Is(age.0));
        pen.fill("document_not_older", &[("length", &length)])
    }));
    remarks.extend(document.file.as_deref().and_then(|form| pen.form(form)));
    remarks
}

/// The tree of what people receive: a number of copies is not asked of them.
pub fn received(pen: &Pen<'_>, outcome: &Requirement) -> Tree {
    with_copies(pen, outcome, "copies_received", "label_copies_received")
}

/// The tree of a requirement.
pub fn tree(pen: &Pen<'_>, requirement: &Requirement) -> Tree {
    with_copies(pen, requirement, "copies", "label_copies")
}

/// A condition behind its label, 「If: …」, which is not said twice.
fn condition(pen: &Pen<'_>, when: &Text) -> Inline {
    let words = pen.text(when);
    let label = pen.kit.messages.text("label_if");
    let mut out = Inline::default();
    let mut is_first = true;
    for event in words.events() {
        match event {
            Event::Text(text) if is_first => {
                is_first = false;
                out.text(behind(text, &label).unwrap_or(text));
            }
            event => out.event(event),
        }
    }
    out
}

/// What stands behind a word with which a text begins.
fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (first, rest) = text.split_at_checked(word.len())?;
    (first.to_lowercase() == word.to_lowercase() && rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

fn with_copies(pen: &Pen<'_>, requirement: &Requirement, copies_words: &str, copies_label: &str) -> Tree {
    let tree = |part: &Requirement| with_copies(pen, part, copies_words, copies_label);
    let mut remarks = Vec::new();
    remarks.extend(requirement.quantity.as_ref().map(|quantity| pen.quantity(quantity)));
    let document = &requirement.document;
    remarks.extend(document.form.map(|form| pen.say(form.message())));
    remarks.extend(document.variant.map(|variant| pen.say(variant.message())));
    remarks.extend(document.copies.as_deref().map(|copies| match copies {
        Fact::Known { .. } => pen.fact(copies, |count| pen.say_with(copies_words, &[("count", Arg::Number(i64::from(*count)))])),
        Fact::Absent { .. } => pen.explained(copies_label, &pen.fact(copies, |_| Inline::default())),
    }));
    remarks.extend(document.details.as_deref().map(|details| match details {
        Fact::Known { .. } => pen.fact(details, |text| pen.text(text)),
        Fact::Absent { .. } => pen.explained("label_details", &pen.fact(details, |text| pen.text(text))),
    }));
    remarks.extend(self::document(pen, document));
    if let Some(proves) = &requirement.proves {
        remarks.push(pen.say_with("proves", &[("number", Arg::from(&**proves))]));
    }
    let group = requirement.group.as_ref();
    let mut tree = Tree {
        number: requirement.number.as_deref().map(escape),
        text: pen.optional(requirement.text.as_ref()),
        remarks,
        when: requirement.when.as_ref().map(|when| condition(pen, when)),
        note: pen.optional(requirement.note.as_ref()),
        join: group.filter(|group| group.parts.len() > 1).map(|group| pen.say(if group.all { "all_of" } else { "any_of" })),
        parts: group.map(|group| group.parts.iter().map(tree).collect()).unwrap_or_default(),
        more: group.filter(|group| group.open).map(|_| pen.say("and_so_on")),
        rules: group
            .map(|group| {
                let rules = group.rules.iter().map(|rule| {
                    let when = pen.optional(rule.when.as_ref()).unwrap_or_default();
                    pen.labelled(&when, &pen.say_with("only_part", &[("number", Arg::from(&*rule.only))]))
                });
                rules.collect()
            })
            .unwrap_or_default(),
        instead_label: requirement.instead.as_ref().map(|instead| {
            let words = match instead.limit {
                Some(limit) => pen.say_with("instead_of_at_most", &[("count", Arg::Number(i64::from(limit)))]),
                None => pen.say("instead_of"),
            };
            instead.when.as_ref().map_or_else(|| words.clone(), |when| pen.labelled(&pen.text(when), &words))
        }),
        instead: requirement.instead.as_ref().map(|instead| Box::new(tree(&instead.require))),
        has_more: false,
        choice: false,
    };
    let Tree { when, note, join, parts, more, rules, instead, .. } = &tree;
    tree.has_more =
        !(parts.is_empty() && rules.is_empty() && instead.is_none()) || [when, note, join, more].into_iter().any(Option::is_some);
    // Where each of what can be chosen is one thing to tick.
    let is_one = |tree: &Tree| tree.parts.is_empty() && tree.instead.is_none();
    let any = group.is_some_and(|group| !group.all && !group.open) && tree.parts.len() > 1 && tree.parts.iter().all(is_one);
    tree.choice = any && tree.instead.is_none() || tree.parts.is_empty() && tree.instead.as_deref().is_some_and(is_one);
    tree
}
