//! A table of a page.

use serde::Serialize;

use super::html::html;
use crate::markup::{Attribute, Inline, Mark};

/// A table whose first column heads its rows.
#[derive(Debug, Serialize, Clone, Default)]
pub struct Table {
    /// What it shows.
    #[serde(serialize_with = "html")]
    pub caption: Inline,
    /// The same, plain.
    pub label: String,
    /// Column headings.
    #[serde(serialize_with = "html")]
    pub head: Vec<Inline>,
    /// The cells of each row. A page may have hundreds: a template would take much longer to write them one by one.
    #[serde(serialize_with = "html")]
    pub rows: Vec<String>,
    /// It has many columns, and stands as a list where there is little room: each cell carries the name of its column.
    pub is_wide: bool,
}

impl Table {
    /// Makes a table. A column after the first `always` ones is left out if it has no content. `is_wide` is told the number of
    /// columns.
    pub fn new(
        (caption, label): (Inline, String),
        head: Vec<Inline>,
        rows: &[Vec<Inline>],
        always: usize,
        is_wide: impl Fn(usize) -> bool,
    ) -> Self {
        let has_content = |column: usize| rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
        let used: Vec<bool> = (0..head.len()).map(|column| column < always || has_content(column)).collect();
        let is_wide = is_wide(used.iter().filter(|used| **used).count());
        let names: Vec<String> = if is_wide { head.iter().map(|name| name.plain().into_owned()).collect() } else { Vec::new() };
        let row = |cells: &Vec<Inline>| {
            let mut row = Inline::default();
            for (column, (cell, _)) in cells.iter().zip(&used).enumerate().filter(|(_, (_, used))| **used) {
                let mark = if column == 0 { Mark::HeadCell } else { Mark::Cell };
                row.open(mark);
                match names.get(column) {
                    _ if column == 0 => _ = row.attribute(Attribute::Scope, "row"),
                    Some(name) => _ = row.attribute(Attribute::DataLabel, name),
                    None => {}
                }
                row.add(cell).close(mark);
            }
            row.html()
        };
        let rows = rows.iter().map(row).collect();
        let head = head.into_iter().zip(&used).filter(|(_, used)| **used).map(|(name, _)| name).collect();
        Self { caption, label, head, rows, is_wide }
    }
}
