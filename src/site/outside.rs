//! Every link that leads out of the site, and where it is written.

use std::sync::Arc;

use super::Site;
use super::targets::has_scheme;
use crate::base::Span;
use crate::model::document::{Document, Parsed};
use crate::model::node::{Node, Value};
use crate::model::read::Uses;
use crate::model::text::{Phrase, Text};
use crate::model::yaml;

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outside {
    /// The file in which it is written.
    pub path: Arc<str>,
    /// Where in the file.
    pub span: Span,
    /// As it is written.
    pub address: Box<str>,
    /// The record's identity: `hospital/x`; none in files that are no record's.
    pub record: Option<String>,
    /// The field's way from the top of the file: `links.0.address`; none in prose.
    pub field: Option<String>,
}

/// All links that leave the site by http or https, in the order of files and places.
pub fn links(site: &Site, parsed: &[Arc<Parsed>]) -> Vec<Outside> {
    let mut found = Vec::new();
    for entry in site.entries.iter().filter(|entry| !entry.broken) {
        let record = Some(entry.record.identity.to_string());
        of_uses(&entry.path, &entry.record.uses, record.as_ref(), &mut found);
        for file in &entry.prose {
            let links = file.prose.links.iter();
            found.extend(links.filter_map(|link| outside(&file.path, link.span, &link.address, record.clone())));
        }
    }
    for file in parsed {
        if let Some(Document::Site(_, uses) | Document::Vocabulary(_, uses)) = &file.document {
            of_uses(&file.path, uses, None, &mut found);
        }
    }
    found.sort();
    found.dedup();
    name_fields(&mut found, parsed);
    found
}

fn of_uses(path: &Arc<str>, uses: &Uses, record: Option<&String>, found: &mut Vec<Outside>) {
    let of_texts = uses.texts.iter().flat_map(Text::phrases).flat_map(Phrase::links);
    for link in uses.links.iter().chain(of_texts) {
        found.extend(outside(path, link.span, &link.address, record.cloned()));
    }
}

fn outside(path: &Arc<str>, span: Span, address: &str, record: Option<String>) -> Option<Outside> {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase()).unwrap_or_default();
    let leaves = has_scheme(address) && matches!(&*scheme, "http" | "https") || address.starts_with("//");
    leaves.then(|| Outside { path: path.clone(), span, address: address.into(), record, field: None })
}

/// Says in which fields the links of YAML files stand. Each file is read once.
fn name_fields(found: &mut [Outside], parsed: &[Arc<Parsed>]) {
    for links in found.chunk_by_mut(|a, b| a.path == b.path) {
        let Some(path) = links.first().map(|link| link.path.clone()) else { continue };
        let file = parsed.binary_search_by(|file| file.path.cmp(&path)).ok().and_then(|at| parsed.get(at));
        let text = file.and_then(|file| file.text.as_deref()).filter(|_| !path.ends_with(".md"));
        let Some(tree) = text.and_then(|text| yaml::parse(&path, text).0) else { continue };
        for link in links {
            link.field = Some(way(&tree, link.span)).filter(|way| !way.is_empty());
        }
    }
}

/// The way to the value in which a place lies.
fn way(node: &Node, place: Span) -> String {
    let holds = |node: &Node| node.span.start <= place.start && place.start < node.span.end;
    let (name, inner) = match &node.value {
        Value::Map(entries) => match entries.iter().find(|entry| holds(&entry.node)) {
            Some(entry) => (entry.key.to_string(), &entry.node),
            None => return String::new(),
        },
        Value::List(items) => match items.iter().enumerate().find(|(_, item)| holds(item)) {
            Some((at, item)) => (at.to_string(), item),
            None => return String::new(),
        },
        Value::Null | Value::Scalar { .. } => return String::new(),
    };
    let rest = way(inner, place);
    if rest.is_empty() { name } else { [name, rest].join(".") }
}
