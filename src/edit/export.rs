//! The records of a kind as one sheet: a row for each, a column for each value.

use std::sync::Arc;

use super::columns::{self, Column, ID};
use super::sheet::{Cell, Sheet};
use crate::model::document::{Document, Parsed};
use crate::model::node::Node;
use crate::model::reference::Kind;
use crate::model::yaml;
use crate::render::messages::Messages;
use crate::site::Site;

/// The sheet, and what stands in each of its columns.
pub fn export(site: &Site, parsed: &[Arc<Parsed>], kind: Kind, messages: &Messages) -> (Sheet, Vec<String>) {
    let is_of_kind =
        |file: &&Arc<Parsed>| matches!(&file.document, Some(Document::Record(record)) if record.identity.kind == kind);
    let trees: Vec<(String, Node)> = parsed
        .iter()
        .filter(is_of_kind)
        .filter_map(|file| {
            let Some(Document::Record(record)) = &file.document else { return None };
            let tree = yaml::parse(&file.path, file.text.as_deref()?).0?;
            Some((record.identity.slug.to_string(), tree))
        })
        .collect();
    let nodes: Vec<Node> = trees.iter().map(|(_, tree)| tree.clone()).collect();
    let columns = columns::of_kind(kind, &site.languages, &nodes, messages);
    let head = std::iter::once(Cell::Text(ID.to_owned())).chain(columns.iter().map(|column| Cell::Text(head(column))));
    let mut rows = vec![head.collect()];
    for (slug, tree) in &trees {
        let values = columns::values(tree);
        let cell = |column: &Column| {
            let found = values.iter().find(|(trail, ..)| *trail == column.trail);
            found.map_or(Cell::Empty, |(_, text, is_plain)| cell(text, *is_plain))
        };
        rows.push(std::iter::once(Cell::Text(slug.clone())).chain(columns.iter().map(cell)).collect());
    }
    let notes = std::iter::once(messages.text("export-id")).chain(columns.into_iter().map(|column| column.help)).collect();
    (Sheet { name: kind.as_str().to_owned(), rows, merged: Vec::new() }, notes)
}

/// What stands over a column: its name for people, and the way to its values in brackets.
fn head(column: &Column) -> String {
    format!("{} [{}]", column.label, column.trail)
}

/// The way in what stands over a column; people may have written it alone.
pub fn trail_in(head: &str) -> &str {
    let head = head.trim();
    head.strip_suffix(']').and_then(|head| head.rsplit_once('[')).map_or(head, |(_, trail)| trail).trim()
}

/// Numbers are numbers, so that they can be added up; what only looks like one is text.
fn cell(text: &str, is_plain: bool) -> Cell {
    let is_number = is_plain
        && text.len() < 16
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && !(text.len() > 1 && text.starts_with('0'));
    match text.parse::<f64>() {
        Ok(number) if is_number => Cell::Number(number),
        _ => Cell::Text(text.to_owned()),
    }
}
