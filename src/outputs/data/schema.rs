//! JSON Schema (2020-12) of a table.

use serde_json::{Map, Value, json};

use super::column::{Field, Form};
use super::page;
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::open_data::{self, Format, Table};

/// The schema. Its words are in the pen's language, the site's first.
pub fn schema(pen: &Pen<'_>, table: Table, fields: &[Field]) -> String {
    let properties: Map<String, Value> = fields.iter().map(|field| (field.name.clone(), property(pen, field))).collect();
    // What every row has.
    let required: Vec<&str> = match table {
        Table::Words => vec!["vocabulary", "word"],
        _ => vec!["id"],
    };
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": absolute(pen.site, &open_data::address(table, Format::Schema)),
        "title": page::table_name(pen, table),
        "description": page::table_meaning(pen, table),
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        },
    });
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn property(pen: &Pen<'_>, field: &Field) -> Value {
    let mut property = match field.column.get.form() {
        Form::Record | Form::Code | Form::Plain | Form::Text | Form::Moment => json!({"type": "string"}),
        Form::Codes => json!({"type": "array", "items": {"type": "string"}}),
        Form::Number => json!({"type": "integer", "minimum": 0}),
        Form::Amount => json!({"type": "number", "minimum": 0}),
        Form::Flag => json!({"type": "boolean"}),
        Form::Page => json!({"type": "string", "format": "uri"}),
    };
    property["description"] = Value::from(page::column_meaning(pen, field));
    if let Some(pattern) = pattern(field) {
        property["pattern"] = Value::from(pattern);
    }
    property
}

/// What the value looks like, where its type alone says too little.
fn pattern(field: &Field) -> Option<&'static str> {
    match field.column.get.form() {
        Form::Moment => Some("^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?)?)?$"),
        Form::Record if field.name == "id" => Some("^[a-z]+/[a-z0-9-]+$"),
        Form::Code if field.name.ends_with("_status") => {
            Some("^(stated|derived|inferred|unknown|none|not-applicable|missing-in-source|varies)$")
        }
        Form::Code if field.name.ends_with("_comparison") => Some("^(is|at-least|more-than|at-most|less-than|about|range)$"),
        _ => None,
    }
}
