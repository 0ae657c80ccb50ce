//! A new record, as a draft: with all its fields as comments, or as a copy of another one.

use std::sync::Arc;

use super::changes::{Change, Changes};
use super::names::Renaming;
use super::record_file::{add_field, remove_field, scalar};
use super::rename::{Refusal, find, new_name};
use super::splice;
use crate::model::common::Common;
use crate::model::document::{Document, Parsed};
use crate::model::fee::Fee;
use crate::model::moment::spelling::iso;
use crate::model::read::{Field, Shape};
use crate::model::record;
use crate::model::reference::{Identity, Kind};
use crate::model::schedule::Schedule;
use crate::model::yaml;
use crate::outputs::schema;
use crate::render::messages::Messages;
use crate::site::Site;

/// What is said of one record alone: when it was compared, where its page was, what changed in it.
const LEFT_OUT: [&str; 6] =
    [Common::verified.key, Common::review_by.key, Common::changes.key, Common::aliases.key, Common::allow.key, Common::draft.key];

/// What a fact is while nobody has stated it.
const UNKNOWN: &str = "unknown";

/// Maps in maps that an example shows.
const DEEPEST: usize = 3;

/// A record of which every field stands there as a comment, with what belongs in it and an example; what must be written is no comment.
///
/// # Errors
/// Why there cannot be such a record.
pub fn blank(site: &Site, messages: &Messages, kind: Kind, name: &str) -> Result<Changes, Refusal> {
    let new = new_name(site, kind, name)?;
    let mut text: String = messages.text("new-head").lines().map(|line| format!("# {line}\n")).collect();
    for field in record::ordered(kind) {
        // A fee is nothing without an amount, which may be in parts.
        let is_amount = kind == Kind::Fee && field.key == Fee::amount.key;
        // A schedule is of a program, but for those of examinations.
        let is_program = kind == Kind::Schedule && field.key == Schedule::program.key;
        let must = field.key == Common::name.key || field.is_required || field.is_needed || is_amount || is_program;
        let label = schema::label(messages, &field);
        let label = if must { messages.text("new-required").replace("{label}", &label) } else { label };
        text.push_str(&format!("\n# {label}: {}\n", schema::help(messages, &field)));
        let example = match field.key {
            key if key == Common::name.key => Some(in_languages(site, &new.slug)),
            key if key == Common::draft.key => Some("true".to_owned()),
            _ => example(site, &field, &(field.shape)(), DEEPEST),
        };
        let live = example.is_some() && (must || field.key == Common::draft.key);
        // An example of a fact is a fact that nobody has stated: until somebody does, it is not known.
        let unknown = matches!((field.shape)(), Shape::Fact(..)).then_some(UNKNOWN).filter(|_| live);
        let mark = if live && unknown.is_none() { "" } else { "# " };
        let value = example.map(|value| format!(" {value}")).unwrap_or_default();
        text.push_str(&format!("{mark}{}:{value}\n", field.key));
        if let Some(unknown) = unknown {
            text.push_str(&format!("{}: {unknown}\n", field.key));
        }
    }
    let mut changes = Changes::default();
    changes.write(&path(&new), text);
    Ok(changes)
}

/// A text in each language of the site.
fn in_languages(site: &Site, words: &str) -> String {
    let each: Vec<String> =
        site.languages.all().map(|lang| format!("{}: {}", site.languages.tag(lang), scalar(words, true))).collect();
    format!("{{{}}}", each.join(", "))
}

/// A value as it could stand in a field, on one line; nothing where the site has none of that kind yet.
fn example(site: &Site, field: &Field, of: &Shape, depth: usize) -> Option<String> {
    let inner = |of: &Shape| example(site, field, of, depth);
    match of {
        Shape::Text => Some(in_languages(site, "…")),
        // Of a text that may be anything, no example says more than another; dates are shown to the day.
        Shape::Scalar(one) if one.pattern.is_none() => Some("…".to_owned()),
        Shape::Scalar(one) => one.takes.iter().find(|text| is_day(text)).or(one.takes.first()).map(|text| scalar(text, true)),
        Shape::Word(vocabulary) => site.vocabularies.all(*vocabulary).first().map(|entry| entry.id.to_string()),
        Shape::Choice(choices, _) => choices.first().map(|(word, _)| (*word).to_owned()),
        Shape::Reference => {
            let mut records = site.entries.iter().filter(|entry| !entry.broken && field.to.contains(entry.kind()));
            records.next().map(|entry| entry.record.identity.to_string())
        }
        Shape::List(items) | Shape::Open(items, _) => inner(items).map(|item| format!("[{item}]")),
        Shape::Fact(value, _) => inner(value),
        Shape::Either(_, shapes) => shapes.iter().find_map(inner),
        Shape::Map(map) => {
            let depth = depth.checked_sub(1)?;
            let is_needed = |field: &&Field| field.is_required || field.is_needed;
            let needed: Vec<&Field> = map.fields.iter().filter(is_needed).collect();
            let shown = if needed.is_empty() { map.fields.iter().take(2).collect() } else { needed };
            let entry = |field: &Field| Some(format!("{}: {}", field.key, example(site, field, &(field.shape)(), depth)?));
            let entries: Option<Vec<String>> = shown.into_iter().map(entry).collect();
            entries.map(|entries| format!("{{{}}}", entries.join(", ")))
        }
        Shape::Anything => None,
    }
}

/// Is it a day, as `2023-11-14`?
fn is_day(text: &str) -> bool {
    text.len() == 10 && iso(text).is_some()
}

/// A copy of a record and its prose under a new name; a draft, so that nothing is published twice.
///
/// # Errors
/// Why there cannot be such a record.
pub fn copy(site: &Site, parsed: &[Arc<Parsed>], kind: Kind, from: &str, name: &str) -> Result<Changes, Refusal> {
    let id = find(site, from)?;
    let old = &site.entry(id).record.identity;
    if old.kind != kind {
        return Err(Refusal::OtherKind(old.clone(), kind));
    }
    let new = new_name(site, kind, name)?;
    let renaming = Renaming { site, from: id, to: &new, is_unambiguous: false };
    let mut changes = Changes::default();
    let mut has_record = false;
    for file in parsed {
        let Some(text) = file.text.as_deref() else { continue };
        let (path, text): (Arc<str>, String) = match &file.document {
            Some(Document::Record(record)) if record.identity == *old => {
                has_record = true;
                let path: Arc<str> = path(&new);
                let text = without(&path, &splice::apply_all(text, renaming.edits(file)), &LEFT_OUT);
                (path.clone(), as_draft(&path, &text, kind))
            }
            Some(Document::Prose(identity, language, _)) if identity == old => {
                let path = format!("content/{}/{}.{language}.md", kind.folder(), new.slug);
                (path.into(), splice::apply_all(text, renaming.edits(file)))
            }
            _ => continue,
        };
        changes.files.insert(path, Change::Written { text, like: Some(file.path.clone()) });
    }
    if !has_record {
        changes.write(&path(&new), format!("{}: true\n", Common::draft.key));
    }
    Ok(changes)
}

/// The file of a record.
pub fn path(identity: &Identity) -> Arc<str> {
    format!("content/{}/{}.yaml", identity.kind.folder(), identity.slug).into()
}

/// A record's text without some of its fields.
pub fn without(path: &Arc<str>, text: &str, keys: &[&str]) -> String {
    let mut text = text.to_owned();
    for key in keys {
        let Some(tree) = yaml::parse(path, &text).0 else { break };
        text = splice::apply(&text, remove_field(&text, &tree, key).as_slice());
    }
    text
}

fn as_draft(path: &Arc<str>, text: &str, kind: Kind) -> String {
    let Some(tree) = yaml::parse(path, text).0 else { return text.to_owned() };
    let edit = add_field(text, &tree, &record::order(kind), Common::draft.key, "true");
    splice::apply(text, edit.as_slice())
}
