//! A record under another name: its files, all that names it, and its former address.

use std::sync::Arc;

use super::changes::Changes;
use super::names::Renaming;
use super::record_file::{add_field, add_item, remove_item, scalar};
use super::splice::{self, Edit};
use crate::base::nearest::nearest;
use crate::model::common::Common;
use crate::model::document::{Document, Parsed};
use crate::model::node::Value;
use crate::model::record;
use crate::model::reference::{Identity, Kind, is_slug, nearest_slug};
use crate::model::yaml;
use crate::site::mentions::{Unresolved, resolve};
use crate::site::{RecordId, Site};

/// Why a record cannot be given that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such record; the nearest name, if there is one.
    Unknown(String, Option<String>),
    /// Several records are called so.
    Ambiguous(String, Vec<Identity>),
    /// Its file has errors: what it says cannot be known.
    Broken(Identity),
    /// No file can be named so; one that can.
    BadName(String, Option<String>),
    /// Another record has the name.
    Taken(Identity),
    /// It is of another kind.
    OtherKind(Identity, Kind),
    /// It is the same record.
    Same(Identity),
    /// It is retired already.
    Retired(Identity),
    /// Another schedule follows it already.
    Followed(Identity, String),
}

/// The record of that name, whose file can be read.
pub fn find(site: &Site, name: &str) -> Result<RecordId, Refusal> {
    let id = resolve(site, name.trim()).map_err(|why| match why {
        Unresolved::Ambiguous(all) => Refusal::Ambiguous(name.to_owned(), all),
        Unresolved::Unknown => {
            let known: Vec<String> = site.entries.iter().map(|entry| entry.record.identity.to_string()).collect();
            Refusal::Unknown(name.to_owned(), nearest(name, known.iter().map(String::as_str)).map(str::to_owned))
        }
    })?;
    let entry = site.entry(id);
    // A draft is left out of the site and can be renamed all the same.
    if entry.broken && !entry.record.common.draft { Err(Refusal::Broken(entry.record.identity.clone())) } else { Ok(id) }
}

/// A new name for a record of that kind; the kind may stand before it.
pub fn new_name(site: &Site, kind: Kind, name: &str) -> Result<Identity, Refusal> {
    let name = name.trim();
    let (other, slug) = match name.split_once('/') {
        Some((other, slug)) => (Kind::from_name(other).or_else(|| Kind::from_folder(other)), slug),
        None => (Some(kind), name),
    };
    let Some(other) = other.filter(|_| is_slug(slug)) else {
        return Err(Refusal::BadName(name.to_owned(), nearest_slug(slug)));
    };
    let identity = Identity::new(other, slug);
    if other != kind {
        return Err(Refusal::OtherKind(identity, kind));
    }
    if site.find(kind, slug).is_some() { Err(Refusal::Taken(identity)) } else { Ok(identity) }
}

/// What a new name changes.
///
/// # Errors
/// Why it cannot have that name.
pub fn rename(site: &Site, parsed: &[Arc<Parsed>], from: &str, to: &str) -> Result<Changes, Refusal> {
    let from = find(site, from)?;
    let old = site.entry(from).record.identity.clone();
    if Identity::split(to.trim()).map_or(to.trim() == &*old.slug, |(kind, slug)| kind == old.kind && slug == &*old.slug) {
        return Err(Refusal::Same(old));
    }
    let new = new_name(site, old.kind, to)?;
    let renaming = Renaming { site, from, to: &new, is_unambiguous: is_unambiguous(site, from, &new) };
    let mut changes = Changes::default();
    for file in parsed {
        let Some(text) = file.text.as_deref() else { continue };
        let edits = renaming.edits(file);
        let own = path_of(file, &old, &new);
        if own.is_none() && edits.is_empty() {
            continue;
        }
        let mut text = splice::apply_all(text, edits);
        match own {
            Some(path) => {
                if matches!(file.document, Some(Document::Record(_))) {
                    text = with_address(&path, &text, &old, &new);
                }
                changes.relocate(&file.path, &path, text);
            }
            None => changes.write(&file.path, text),
        }
    }
    let has_record = changes.files.keys().any(|path| !path.ends_with(".md") && path.contains(&format!("/{}.", new.slug)));
    if !has_record {
        // A page of prose alone has its former address in a file of its own.
        let path = format!("content/{}/{}.yaml", new.kind.folder(), new.slug);
        changes.write(&path.into(), format!("{}: [{}]\n", Common::aliases.key, address(&old)));
    }
    Ok(changes)
}

/// Is the record alone with its new file name?
pub fn is_unambiguous(site: &Site, from: RecordId, new: &Identity) -> bool {
    Kind::ALL.into_iter().filter_map(|kind| site.find(kind, &new.slug)).all(|id| id == from || site.entry(id).kind() == new.kind)
}

/// Where a file of the record then stands; nothing for other files.
fn path_of(file: &Parsed, old: &Identity, new: &Identity) -> Option<Arc<str>> {
    let is_own = match file.document.as_ref()? {
        Document::Record(record) => record.identity == *old,
        Document::Prose(identity, ..) => identity == old,
        _ => false,
    };
    let folder = format!("content/{}/", old.kind.folder());
    let ending = file.path.strip_prefix(&folder)?.strip_prefix(&*old.slug)?;
    is_own.then(|| format!("{folder}{}{ending}", new.slug).into())
}

/// The address of a record, without a language, as in `aliases`.
pub fn address(identity: &Identity) -> String {
    match (identity.kind, &*identity.slug) {
        (Kind::Page, "index") => "/".to_owned(),
        (Kind::Page, slug) => format!("/{slug}/"),
        (kind, slug) => format!("/{}/{slug}/", kind.folder()),
    }
}

/// The record's file with its former address as the last of `aliases`; one that is its own again is none any more.
fn with_address(path: &Arc<str>, text: &str, old: &Identity, new: &Identity) -> String {
    let text = without_address(path, text, &address(new));
    add_aliases(path, &text, new.kind, &[address(old)])
}

fn without_address(path: &Arc<str>, text: &str, gone: &str) -> String {
    let Some(tree) = yaml::parse(path, text).0 else { return text.to_owned() };
    let Some(list) = tree.get(Common::aliases.key) else { return text.to_owned() };
    let Value::List(items) = &list.value else { return text.to_owned() };
    let edit: Option<Edit> = items.iter().position(|item| item.as_str() == Some(gone)).and_then(|at| match items.len() {
        1 => super::record_file::remove_field(text, &tree, Common::aliases.key),
        _ => remove_item(text, list, at),
    });
    splice::apply(text, edit.as_slice())
}

/// The file with more former addresses behind those that it has.
pub fn add_aliases(path: &Arc<str>, text: &str, kind: Kind, addresses: &[String]) -> String {
    let mut text = text.to_owned();
    for address in addresses {
        let Some(tree) = yaml::parse(path, &text).0 else { break };
        let list = tree.get(Common::aliases.key).filter(|list| matches!(list.value, Value::List(_)));
        let edit = match list {
            Some(list) => {
                let Value::List(items) = &list.value else { break };
                if items.iter().any(|item| item.as_str() == Some(address)) {
                    continue;
                }
                add_item(&text, list, &scalar(address, true))
            }
            None => add_field(&text, &tree, &record::order(kind), Common::aliases.key, &format!("[{address}]")),
        };
        text = splice::apply(&text, edit.as_slice());
    }
    text
}
