//! Two records become one: what names the first names the second, which takes over what it lacks. Nothing is lost: what both have
//! in other words is kept beside it as a comment.

use std::sync::Arc;

use super::changes::Changes;
use super::names::Renaming;
use super::record_file::{add_field, add_item, is_flow, remove_field, remove_item, scalar, whole};
use super::rename::{Refusal, add_aliases, address, find};
use super::splice::{self, Edit};
use crate::base::Span;
use crate::model::common::{Alias, Common, OtherName};
use crate::model::document::{Document, Parsed};
use crate::model::node::{Entry, Node, Value};
use crate::model::read::ReferenceUse;
use crate::model::record;
use crate::model::reference::{Identity, Kind};
use crate::model::yaml;
use crate::site::Site;
use crate::source::File;

/// Fields of which one record may have those of two.
const JOINED: [&str; 10] = [
    Common::other_names.key,
    Common::notes.key,
    Common::conflicts.key,
    Common::cautions.key,
    Common::related.key,
    Common::sources.key,
    Common::changes.key,
    Common::also_found_by.key,
    "contacts",
    "links",
];

/// Fields that say when somebody looked at the record that is gone.
const DROPPED: [&str; 5] =
    [Common::verified.key, Common::review_by.key, Common::draft.key, Common::unlisted.key, Common::allow.key];

/// What merging changes.
///
/// # Errors
/// Why they cannot become one.
pub fn merge(site: &Site, parsed: &[Arc<Parsed>], from: &str, into: &str) -> Result<Changes, Refusal> {
    let (from, into) = (find(site, from)?, find(site, into)?);
    let (old, kept) = (&site.entry(from).record.identity, &site.entry(into).record.identity);
    if from == into {
        return Err(Refusal::Same(old.clone()));
    }
    if old.kind != kept.kind {
        return Err(Refusal::OtherKind(old.clone(), kept.kind));
    }
    let is_unambiguous = Kind::ALL.into_iter().filter_map(|kind| site.find(kind, &kept.slug)).all(|id| id == into);
    let renaming = Renaming { site, from, to: kept, is_unambiguous };
    let renamed = |file: &Parsed| splice::apply_all(file.text.as_deref().unwrap_or_default(), renaming.edits(file));
    let mut changes = Changes::default();
    for file in parsed.iter().filter(|file| belongs_to(file).is_none_or(|identity| identity != old)) {
        let text = renamed(file);
        if file.text.as_deref().is_some_and(|old| old != text) {
            changes.write(&file.path, text);
        }
    }
    let now = |file: &Parsed, changes: &Changes| match changes.files.get(&file.path) {
        Some(super::changes::Change::Written { text, .. }) => text.clone(),
        _ => file.text.as_deref().unwrap_or_default().to_owned(),
    };
    let record_of = |identity: &Identity| {
        parsed.iter().find(|file| matches!(&file.document, Some(Document::Record(record)) if record.identity == *identity))
    };
    let mut addresses = vec![address(old)];
    if let Some(first) = record_of(old) {
        let taken = renamed(first);
        if let Some(Document::Record(record)) = &first.document {
            addresses.extend(record.common.aliases.iter().map(|alias: &Alias| alias.address.to_string()));
        }
        changes.remove(&first.path);
        match record_of(kept) {
            Some(second) => {
                let text = joined(&second.path, &now(second, &changes), &first.path, &taken, old);
                changes.write(&second.path, text);
            }
            // A page of prose alone takes the other's fields as they are.
            None => changes.write(&record_path(kept), taken),
        }
    }
    for file in parsed {
        let Some(Document::Prose(identity, language, _)) = &file.document else { continue };
        if identity != old {
            continue;
        }
        let path: Arc<str> = format!("content/{}/{}.{language}.md", kept.kind.folder(), kept.slug).into();
        match parsed.iter().find(|other| other.path == path) {
            None => changes.relocate(&file.path, &path, renamed(file)),
            Some(other) => {
                let text = now(other, &changes);
                let taken = renamed(file);
                changes.remove(&file.path);
                if text.trim() != taken.trim() {
                    changes.write(&path, with_comment(&text, &taken, old));
                }
            }
        }
    }
    let path = record_of(kept).map_or_else(|| record_path(kept), |file| file.path.clone());
    let text = match changes.files.get(&path) {
        Some(super::changes::Change::Written { text, .. }) => text.clone(),
        _ => record_of(kept).and_then(|file| file.text.as_deref()).unwrap_or_default().to_owned(),
    };
    // The first of its addresses is what calendars and feeds know a record by: it stays the one that it had.
    let is_first = site.entry(into).record.common.aliases.is_empty();
    let own = is_first.then(|| address(kept));
    let addresses: Vec<String> = own.into_iter().chain(addresses).collect();
    let text = match text.is_empty() {
        true => format!("{}: [{}]\n", Common::aliases.key, addresses.join(", ")),
        false => add_aliases(&path, &without_itself(&path, text, kept), kept.kind, &addresses),
    };
    changes.write(&path, text);
    Ok(changes)
}

/// A record without the references to itself: they named the record that is gone, or were taken over from it.
fn without_itself(path: &Arc<str>, mut text: String, kept: &Identity) -> String {
    let is_it = |used: &&ReferenceUse| [&*kept.slug, &*kept.to_string()].contains(&&*used.reference.target);
    loop {
        let Some(Document::Record(record)) = Parsed::of(path, &File::text(text.as_bytes())).and_then(|parsed| parsed.document)
        else {
            return text;
        };
        let Some(tree) = yaml::parse(path, &text).0 else { return text };
        let edit = record.uses.references.iter().filter(is_it).find_map(|used| removed(&text, &tree, used.reference.span));
        let Some(edit) = edit else { return text };
        text = splice::apply(&text, &[edit]);
    }
}

/// The edit that takes out a field, or an item of its list, that is nothing but what stands there.
fn removed(text: &str, tree: &Node, span: Span) -> Option<Edit> {
    let is_there = |node: &Node| match &node.value {
        Value::Map(entries) => entries.len() == 1 && entries[0].node.span == span,
        _ => node.span == span,
    };
    tree.as_map()?.iter().find_map(|entry| match &entry.node.value {
        Value::List(items) if items.len() > 1 => remove_item(text, &entry.node, items.iter().position(is_there)?),
        Value::List(items) => items.first().is_some_and(is_there).then(|| remove_field(text, tree, &entry.key))?,
        _ => is_there(&entry.node).then(|| remove_field(text, tree, &entry.key))?,
    })
}

fn record_path(identity: &Identity) -> Arc<str> {
    format!("content/{}/{}.yaml", identity.kind.folder(), identity.slug).into()
}

fn belongs_to(file: &Parsed) -> Option<&Identity> {
    match file.document.as_ref()? {
        Document::Record(record) => Some(&record.identity),
        Document::Prose(identity, ..) => Some(identity),
        _ => None,
    }
}

/// The second record's file with what it lacks from the first one.
fn joined(path: &Arc<str>, text: &str, first_path: &Arc<str>, first: &str, old: &Identity) -> String {
    let Some(theirs) = yaml::parse(first_path, first).0 else { return text.to_owned() };
    let mut out = text.to_owned();
    let mut comments = String::new();
    for entry in theirs.as_map().unwrap_or_default() {
        let Some(own) = yaml::parse(path, &out).0 else { return out };
        let edit = match own.get(&entry.key).filter(|node| node.value != Value::Null) {
            _ if *entry.key == *Common::aliases.key || DROPPED.contains(&&*entry.key) || entry.node.value == Value::Null => None,
            None => {
                let value = whole_value(first, entry);
                let has_key = own.get(&entry.key).is_some();
                (!has_key).then(|| add_field(&out, &own, &record::order(old.kind), &entry.key, &value)).flatten()
            }
            Some(node) if is_same(node, &entry.node) => None,
            Some(node) if JOINED.contains(&&*entry.key) => {
                let lists = (&node.value, &entry.node.value);
                let (Value::List(own_items), Value::List(items)) = lists else { continue };
                let new = items.iter().filter(|item| own_items.iter().all(|own| !is_same(own, item)));
                let new: Vec<String> = new.map(|item| item_text(first, item, is_flow(&out, node))).collect();
                for value in new {
                    let Some(tree) = yaml::parse(path, &out).0 else { break };
                    let edit = tree.get(&entry.key).and_then(|list| add_item(&out, list, &value));
                    out = splice::apply(&out, edit.as_slice());
                }
                None
            }
            Some(node) if *entry.key == *Common::name.key => {
                for value in former_names(node, &entry.node) {
                    let Some(tree) = yaml::parse(path, &out).0 else { break };
                    let key = Common::other_names.key;
                    let edit = match tree.get(key).filter(|list| matches!(list.value, Value::List(_))) {
                        Some(list) => add_item(&out, list, &value),
                        None => add_field(&out, &tree, &record::order(old.kind), key, &format!("\n  - {value}")),
                    };
                    out = splice::apply(&out, edit.as_slice());
                }
                None
            }
            Some(_) => {
                comments.extend(whole(first, entry).lines().map(|line| format!("# {line}\n")));
                None
            }
        };
        out = splice::apply(&out, edit.as_slice());
    }
    if !comments.is_empty() {
        let gap = if out.ends_with('\n') { "" } else { "\n" };
        out.push_str(&format!("{gap}# {old}:\n{comments}"));
    }
    out
}

/// Names that the record which is gone had, and the other has not.
fn former_names(own: &Node, theirs: &Node) -> Vec<String> {
    let is_new = |entry: &&Entry| own.get(&entry.key).and_then(Node::as_str) != entry.node.as_str();
    let names = theirs.as_map().unwrap_or_default().iter().filter(is_new);
    let (text, language) = (OtherName::text.key, OtherName::language.key);
    let name = |entry: &Entry| {
        let name = scalar(entry.node.as_str()?, true);
        Some(format!("{{{text}: {name}, {language}: {}}}", entry.key))
    };
    names.filter_map(name).collect()
}

/// What stands behind the colon of a field, as it would stand at the left edge.
fn whole_value(text: &str, entry: &Entry) -> String {
    let written = whole(text, entry);
    let key = written.find(&*entry.key).unwrap_or(0);
    let behind = written[key..].split_once(':').map_or("", |(_, value)| value);
    if behind.trim_start_matches(' ').starts_with('\n') {
        behind.trim_start_matches(' ').to_owned()
    } else {
        behind.trim().to_owned()
    }
}

/// An item of a list as it is written in another: in brackets where that one is.
fn item_text(text: &str, item: &Node, in_flow: bool) -> String {
    match &item.value {
        Value::Scalar { text: value, .. } => scalar(value, in_flow),
        _ if in_flow || is_flow(text, item) => flow(item),
        _ => {
            let start = item.span.start as usize;
            let column = start - text[..start].rfind('\n').map_or(0, |end| end + 1);
            item.span.of(text).replace(&format!("\n{}", " ".repeat(column)), "\n")
        }
    }
}

/// Any value in brackets, on one line.
pub fn flow(node: &Node) -> String {
    match &node.value {
        Value::Null => String::new(),
        Value::Scalar { text, quoted } => match quoted {
            true => serde_json::Value::from(&**text).to_string(),
            false => scalar(text, true),
        },
        Value::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries: Vec<String> = entries.iter().map(|entry| format!("{}: {}", entry.key, flow(&entry.node))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// Do they say the same, wherever and however it is written?
fn is_same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar { text: a, .. }, Value::Scalar { text: b, .. }) => a.trim() == b.trim(),
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (Value::Map(a), Value::Map(b)) => {
            let has = |entry: &Entry| b.iter().any(|other| other.key == entry.key && is_same(&entry.node, &other.node));
            a.len() == b.len() && a.iter().all(has)
        }
        _ => false,
    }
}

/// A text with another one behind it that no reader sees.
fn with_comment(text: &str, taken: &str, old: &Identity) -> String {
    format!("{}\n\n<!-- {old}:\n\n{}\n\n-->\n", text.trim_end(), taken.trim().replace("-->", "-- >"))
}
