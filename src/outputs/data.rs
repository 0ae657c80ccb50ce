//! The facts of a site as open data: tables as JSON and CSV, and the schema of each.

mod column;
mod page;
mod part;
mod row;
mod rows;
mod schema;
mod tables;
mod take;
mod write;

pub use page::complete;

use self::column::Cell;
use crate::render::pen::Pen;
use crate::site::open_data::{Format, Table};

/// By this mark spreadsheets know that a file is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A file of a table. The pens are those of all languages, in their order; there is at least one.
pub fn file(pens: &[Pen<'_>], table: Table, format: Format) -> String {
    let Some(first) = pens.first() else { return String::new() };
    let fields = column::fields(first.site, &tables::columns(table));
    let mut out = String::new();
    match format {
        Format::Schema => return schema::schema(first, table, &fields),
        Format::Json => {
            out.push_str("[\n");
            rows::each(first.site, table, &mut |row| {
                if out.len() > 2 {
                    out.push_str(",\n");
                }
                write::object(fields.iter().map(|field| (field.name.as_str(), field.value(pens, row))), &mut out);
            });
            out.push_str("\n]\n");
        }
        Format::Csv => {
            out.push(BYTE_ORDER_MARK);
            write::line(fields.iter().map(|field| Cell::Text(field.name.as_str().into())), &mut out);
            rows::each(first.site, table, &mut |row| {
                write::line(fields.iter().map(|field| field.value(pens, row)), &mut out);
            });
        }
    }
    out
}
