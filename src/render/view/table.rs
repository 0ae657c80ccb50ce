//! A table of a page.

use serde::Serialize;

use super::html::html;
use crate::render::markup::put;

/// A table whose first column heads its rows.
#[derive(Debug, Serialize, Clone, Default)]
pub struct Table {
    /// What it shows.
    #[serde(serialize_with = "html")]
    pub caption: String,
    /// The same, plain.
    pub label: String,
    /// Column headings.
    #[serde(serialize_with = "html")]
    pub head: Vec<String>,
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
        (caption, label): (String, String),
        head: Vec<String>,
        rows: &[Vec<String>],
        always: usize,
        is_wide: impl Fn(usize) -> bool,
    ) -> Self {
        let has_content = |column: usize| rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
        let used: Vec<bool> = (0..head.len()).map(|column| column < always || has_content(column)).collect();
        let is_wide = is_wide(used.iter().filter(|used| **used).count());
        let row = |cells: &Vec<String>| {
            let mut out = String::with_capacity(64 + cells.iter().map(|cell| cell.len() + 16).sum::<usize>());
            for (column, ((cell, name), _)) in cells.iter().zip(&head).zip(&used).enumerate().filter(|(_, (_, used))| **used) {
                match column {
                    0 => put(&mut out, &[&"<th scope=\"row\">", &&**cell, &"</th>"]),
                    _ if is_wide => put(&mut out, &[&"<td data-label=\"", &&**name, &"\">", &&**cell, &"</td>"]),
                    _ => put(&mut out, &[&"<td>", &&**cell, &"</td>"]),
                }
            }
            out
        };
        let rows = rows.iter().map(row).collect();
        let head = head.into_iter().zip(&used).filter(|(_, used)| **used).map(|(name, _)| name).collect();
        Self { caption, label, head, rows, is_wide }
    }
}
