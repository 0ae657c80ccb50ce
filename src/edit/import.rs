//! Sheets into records: what differs is written, and nothing else. A value that cannot be written is reported with its cell.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::changes::{Change, Changes};
use super::columns::{self, ID};
use super::export::trail_in;
use super::fresh;
use super::put::{self, Misfit};
use super::sheet::{Cell, Sheet, column_name};
use crate::base::Diagnostic;
use crate::base::nearest::nearest;
use crate::model::document::{Document, Parsed};
use crate::model::reference::{Identity, Kind, is_slug, nearest_slug};
use crate::model::yaml;

/// A cell, by its row and column from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(pub usize, pub usize);

impl At {
    /// As spreadsheets name it: `D12`.
    pub fn name(self) -> String {
        format!("{}{}", column_name(self.1), self.0 + 1)
    }
}

/// Why a cell cannot be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The sheet has no column `id`.
    NoId,
    /// No field is called so; the nearest one.
    UnknownColumn(String),
    /// Another column is called so.
    TwiceColumn,
    /// The row has values and no `id`.
    EmptyId,
    /// No record can be called so; one that can.
    BadId(String),
    /// Another row is of that record.
    TwiceId(String),
    /// It is merged with others.
    Merged,
    /// A formula could not be computed.
    Formula(String),
    /// The value does not fit what is there.
    Misfit(Misfit),
    /// The record's file has errors.
    Broken(String),
    /// A rule finds an error in the value; a day, if the value is the number of one.
    Finding(Box<Diagnostic>, Option<String>),
}

/// What a sheet changes.
#[derive(Debug, Clone, Default)]
pub struct Imported {
    /// The changes of files.
    pub changes: Changes,
    /// Which cells they come from: by file and way.
    pub cells: BTreeMap<(Arc<str>, String), (At, Cell)>,
    /// Of each record its row.
    pub rows: BTreeMap<Arc<str>, usize>,
    /// What cannot be taken over.
    pub refused: Vec<(At, Why)>,
}

/// Compares the sheet with the records of a kind.
pub fn import(parsed: &[Arc<Parsed>], kind: Kind, sheet: &Sheet) -> Imported {
    let mut out = Imported::default();
    let is_head = |row: &Vec<Cell>| row.iter().any(|cell| trail_in(&cell.text()) == ID);
    let Some(head) = sheet.rows.iter().take(10).position(is_head) else {
        out.refused.push((At(0, 0), Why::NoId));
        return out;
    };
    let columns = out.columns(kind, head, &sheet.rows[head]);
    let id = sheet.rows[head].iter().position(|cell| trail_in(&cell.text()) == ID).unwrap_or_default();
    out.refused.extend(sheet.merged.iter().filter(|(row, _)| *row >= head).map(|(row, column)| (At(*row, *column), Why::Merged)));
    let mut seen = BTreeSet::new();
    for (row, cells) in sheet.rows.iter().enumerate().skip(head + 1) {
        if cells.iter().all(|cell| cell.text().is_empty()) {
            continue;
        }
        let slug = cells.get(id).map(Cell::text).unwrap_or_default();
        let slug = slug.strip_prefix(&format!("{}/", kind.as_str())).unwrap_or(&slug).to_owned();
        if slug.is_empty() {
            out.refused.push((At(row, id), Why::EmptyId));
        } else if !is_slug(&slug) {
            out.refused.push((At(row, id), Why::BadId(nearest_slug(&slug).unwrap_or_default())));
        } else if !seen.insert(slug.clone()) {
            out.refused.push((At(row, id), Why::TwiceId(slug)));
        } else {
            out.row(parsed, &Identity::new(kind, &slug), (row, id), &columns, cells);
        }
    }
    out
}

impl Imported {
    /// Which column holds which way.
    fn columns(&mut self, kind: Kind, row: usize, head: &[Cell]) -> Vec<(usize, String)> {
        let mut columns: Vec<(usize, String)> = Vec::new();
        for (at, cell) in head.iter().enumerate() {
            let text = cell.text();
            let trail = trail_in(&text).to_owned();
            if trail.is_empty() || trail == ID && columns.iter().all(|(_, other)| other != ID) {
                continue;
            }
            if !columns::is_known(kind, &trail) {
                let known = crate::model::record::order(kind);
                let near = nearest(trail.split('.').next().unwrap_or_default(), known.iter().copied()).unwrap_or_default();
                self.refused.push((At(row, at), Why::UnknownColumn(near.to_owned())));
            } else if columns.iter().any(|(_, other)| *other == trail) {
                self.refused.push((At(row, at), Why::TwiceColumn));
            } else {
                columns.push((at, trail));
            }
        }
        columns
    }

    /// One record: values that are gone first, the last of a list before those before it; then those that are new or others.
    fn row(
        &mut self,
        parsed: &[Arc<Parsed>],
        identity: &Identity,
        (row, id): (usize, usize),
        columns: &[(usize, String)],
        cells: &[Cell],
    ) {
        let own = parsed.iter().find(|file| match &file.document {
            Some(Document::Record(record)) => record.identity == *identity,
            Some(Document::BrokenRecord(other)) => other == identity,
            _ => false,
        });
        if own.is_some_and(|file| matches!(file.document, Some(Document::BrokenRecord(_)))) {
            self.refused.push((At(row, id), Why::Broken(identity.to_string())));
            return;
        }
        let path = own.map_or_else(|| fresh::path(identity), |file| file.path.clone());
        let before = own.and_then(|file| file.text.as_deref()).unwrap_or_default();
        let tree = yaml::parse(&path, before).0;
        let old =
            |trail: &str| tree.as_ref().and_then(|tree| put::find(tree, trail)).and_then(columns::cell_text).unwrap_or_default();
        let (mut gone, mut new) = (Vec::new(), Vec::new());
        for (at, trail) in columns {
            let cell = cells.get(*at).cloned().unwrap_or_default();
            let (was, is) = (old(trail), cell.text());
            if is_same(&was, &is, &cell) {
                continue;
            }
            if let Cell::Error(error) = &cell {
                self.refused.push((At(row, *at), Why::Formula(error.clone())));
            } else if is.is_empty() {
                gone.push((*at, trail, cell, is));
            } else {
                new.push((*at, trail, cell, is));
            }
        }
        gone.sort_by_key(|(_, trail, ..)| {
            std::cmp::Reverse(trail.split('.').map(|step| (step.parse::<usize>().ok(), step.to_owned())).collect::<Vec<_>>())
        });
        let mut text = before.to_owned();
        for (at, trail, cell, value) in gone.into_iter().chain(new) {
            let changed = match value.is_empty() {
                true => put::remove(&path, &text, trail),
                false => put::put(&path, identity.kind, &text, trail, &value),
            };
            match changed {
                Ok(changed) => {
                    text = changed;
                    self.cells.insert((path.clone(), trail.clone()), (At(row, at), cell));
                }
                Err(misfit) => self.refused.push((At(row, at), Why::Misfit(misfit))),
            }
        }
        if text != before {
            self.rows.insert(path.clone(), row);
            self.changes.files.insert(path, Change::Written { text, like: None });
        }
    }

    /// Tells errors that the site would have with the cells that they come from.
    pub fn refuse(&mut self, errors: Vec<Diagnostic>) {
        for error in errors {
            let at = self.cell_of(&error);
            let day = at.as_ref().filter(|_| error.code == "bad-moment").and_then(|(_, cell)| cell.as_day());
            let row = self.rows.get(&error.place.path).copied().unwrap_or_default();
            let at = at.map_or(At(row, 0), |(at, _)| at);
            self.refused.push((at, Why::Finding(Box::new(error), day)));
        }
        self.refused.sort_by_key(|(at, _)| *at);
    }

    fn cell_of(&self, error: &Diagnostic) -> Option<(At, Cell)> {
        let path = &error.place.path;
        let Some(Change::Written { text, .. }) = self.changes.files.get(path) else { return None };
        let tree = yaml::parse(path, text).0?;
        let span = error.place.span;
        let touches =
            |trail: &str| put::find(&tree, trail).is_some_and(|node| node.span.start <= span.end && span.start <= node.span.end);
        let own = self.cells.iter().filter(|((other, _), _)| other == path);
        own.filter(|((_, trail), _)| touches(trail)).map(|(_, cell)| cell.clone()).next()
    }
}

/// Does a cell say what stands there already? A number may be shown in another way than it is written.
fn is_same(was: &str, is: &str, cell: &Cell) -> bool {
    if was.trim() == is.trim() {
        return true;
    }
    // A text that was not touched comes back as it was, whatever widths it is in.
    let raw = match cell {
        Cell::Text(text) => text.replace("\r\n", "\n"),
        _ => String::new(),
    };
    let is_equal_number = || match (was.parse::<f64>(), cell) {
        (Ok(was), Cell::Number(is)) => (was - is).abs() < f64::EPSILON * was.abs().max(1.0),
        _ => false,
    };
    !raw.is_empty() && raw.trim() == was.trim() || is_equal_number()
}
