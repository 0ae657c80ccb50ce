//! The page that lists the tables and says what stands in each column.

use super::column::{Field, Form, fields};
use super::tables;
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark};
use crate::outputs::schema::help;
use crate::render::messages::Messages;
use crate::render::pen::Pen;
use crate::render::view::View;
use crate::render::view::parts::Section;
use crate::render::view::table::Table as HtmlTable;
use crate::site::open_data::{self, Format, Table};

/// The name of a table for readers.
pub fn table_name(pen: &Pen<'_>, table: Table) -> String {
    pen.kit.messages.text(&format!("data_table_{}", table.name().replace('-', "_")))
}

/// What its rows are.
pub fn table_meaning(pen: &Pen<'_>, table: Table) -> String {
    pen.kit.messages.text(&format!("data_table_{}.about", table.name().replace('-', "_")))
}

/// What stands in a column.
pub fn column_meaning(pen: &Pen<'_>, field: &Field) -> String {
    // How values are known is told in the same way everywhere.
    let words = match (field.base.strip_suffix("_status"), field.base.strip_suffix("_comparison")) {
        (Some(_), _) if field.base != "year_status" => pen.kit.messages.text("data_column_status"),
        (_, Some(_)) => pen.kit.messages.text("data_column_comparison"),
        _ => own_meaning(&pen.kit.messages, field),
    };
    match field.lang {
        Some(lang) => {
            let name = pen.kit.language_name(pen.site.languages.tag(lang));
            pen.kit.messages.format("data_in_language", &[("meaning", Arg::Text(words)), ("language", Arg::Text(name))])
        }
        None => words,
    }
}

/// What is said of a column alone; else what is said of its field, and of which part of its value the column is.
fn own_meaning(messages: &Messages, field: &Field) -> String {
    let own = format!("data_column_{}", field.base);
    let Some(told) = field.column.field.filter(|_| !messages.has(&own)) else {
        let of_field = format!("field-{}.help", field.base);
        return messages.text(if messages.has(&own) { &own } else { &of_field });
    };
    let part = match field.column.suffix {
        "" => return help(messages, told),
        suffix @ ("_min" | "_max" | "_currency") => format!("data_column{suffix}"),
        suffix => format!("data_column_amount{suffix}"),
    };
    let args = [("meaning", Arg::Text(help(messages, told))), ("part", Arg::Text(messages.text(&part)))];
    messages.format("data_column_of", &args)
}

/// The type of a column in words.
fn type_of(field: &Field) -> &'static str {
    match field.column.get.form() {
        Form::Record | Form::Code => "data_type_code",
        Form::Codes => "data_type_codes",
        Form::Plain | Form::Text => "data_type_text",
        Form::Number => "data_type_number",
        Form::Amount => "data_type_amount",
        Form::Flag => "data_type_flag",
        Form::Moment => "data_type_moment",
        Form::Page => "data_type_address",
    }
}

/// Adds the list of the tables, the terms of use and the dictionary of columns.
pub fn complete(pen: &Pen<'_>, view: &mut View) {
    let text = |id: &str| pen.say(id);
    let link = |table, format, words: &str| {
        let address = pen.href(&open_data::address(table, format));
        let label = format!("{}{}{words}", table_name(pen, table), pen.kit.separator());
        let mut out = Inline::default();
        out.open(Mark::Link).attribute(Attribute::Href, &address).attribute(Attribute::Label, &label);
        out.text(words).close(Mark::Link);
        out
    };
    let files = Table::ALL.into_iter().map(|table| {
        vec![
            to_dictionary(pen, table),
            link(table, Format::Json, "JSON"),
            link(table, Format::Csv, "CSV"),
            link(table, Format::Schema, "JSON Schema"),
        ]
    });
    let head = ["data_head_table", "data_head_json", "data_head_csv", "data_head_schema"];
    view.sections.extend(Section::table(pen, "sec-items", "data_heading_tables", &head, files.collect()));
    let licence = match &pen.site.file.licence {
        Some(licence) => pen.text(licence),
        None => text("data_no_licence"),
    };
    view.sections.push(Section { intro: Some(licence), ..Section::new(pen, "sec-licence", "data_heading_licence", "list") });
    let notes = ["data_note_absent", "data_note_json", "data_note_csv", "data_note_codes", "data_note_moments"];
    view.sections.extend(Section::list(pen, "sec-notes", "data_heading_reading", notes.map(text).into()));
    view.sections.extend(Table::ALL.map(|table| dictionary(pen, table)));
}

/// A link to the columns of a table.
fn to_dictionary(pen: &Pen<'_>, table: Table) -> Inline {
    let mut out = Inline::default();
    out.open(Mark::Link).attribute(Attribute::Href, &["#", anchor(table)].concat());
    out.text(&table_name(pen, table)).close(Mark::Link);
    out
}

/// The columns of a table.
fn dictionary(pen: &Pen<'_>, table: Table) -> Section {
    let row = |field: &Field| {
        vec![Inline::of(&*field.name).marked(Mark::Code), pen.say(type_of(field)), Inline::of(column_meaning(pen, field))]
    };
    let name = table_name(pen, table);
    let heading = Inline::of(&*name);
    let head = ["data_head_column", "data_head_type", "data_head_meaning"];
    Section {
        id: anchor(table),
        heading: heading.clone(),
        layout: "table",
        intro: Some(Inline::of(table_meaning(pen, table))),
        table: Some(HtmlTable::new(
            (
                pen.say_with("data_columns_of", &[("table", Arg::Text(name.clone()))]),
                pen.kit.messages.format("data_columns_of", &[("table", Arg::Text(name))]),
            ),
            head.iter().map(|id| pen.say(id)).collect(),
            &fields(pen.site, &tables::columns(table)).iter().map(row).collect::<Vec<_>>(),
            usize::MAX,
            |_| false,
        )),
        ..Section::default()
    }
}

fn anchor(table: Table) -> &'static str {
    match table {
        Table::Hospitals => "data-hospitals",
        Table::Organizations => "data-organizations",
        Table::Designations => "data-designations",
        Table::Programs => "data-programs",
        Table::Participations => "data-participations",
        Table::Requirements => "data-requirements",
        Table::Fees => "data-fees",
        Table::FeeItems => "data-fee-items",
        Table::Schedules => "data-schedules",
        Table::Stages => "data-stages",
        Table::Ways => "data-ways",
        Table::Journeys => "data-journeys",
        Table::JourneySteps => "data-journey-steps",
        Table::Notices => "data-notices",
        Table::Terms => "data-terms",
        Table::Words => "data-words",
    }
}
