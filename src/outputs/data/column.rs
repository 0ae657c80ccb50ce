//! Columns of tables: what each is called, of which type it is, and what it takes from a row.

use std::borrow::Cow;

use jiff::tz::TimeZone;

use super::row::{Code, Row};
use super::take;
use crate::model::moment::Moment;
use crate::model::money::Yen;
use crate::model::read::{self, Datum};
use crate::model::reference::Identity;
use crate::model::text::Text;
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::languages::Lang;
use crate::site::{Site, routes};

/// What a column takes from a row, by its type.
#[derive(Clone, Copy)]
pub enum Get {
    /// The id of a record.
    Record(for<'a> fn(&Row<'a>) -> Option<&'a Identity>),
    /// A word of a list, an ISO 8601 length.
    Code(for<'a> fn(&Row<'a>) -> Code<'a>),
    /// Several of these.
    Codes(for<'a> fn(&Row<'a>) -> Option<Vec<Cow<'a, str>>>),
    /// A text that is the same in all languages.
    Plain(for<'a> fn(&Row<'a>) -> Code<'a>),
    /// A text: a column for each language.
    Text(for<'a> fn(&Row<'a>) -> Option<&'a Text>),
    /// A whole number.
    Number(for<'a> fn(&Row<'a>) -> Option<u64>),
    /// An amount in units of its currency.
    Amount(for<'a> fn(&Row<'a>) -> Option<Yen>),
    /// Yes or no.
    Flag(for<'a> fn(&Row<'a>) -> Option<bool>),
    /// A date or time as precise as it is known, in its zone.
    Moment(for<'a> fn(&Row<'a>) -> Option<(&'a Moment, &'a TimeZone)>),
    /// The address of the record's page: a column for each language.
    Page,
    /// What is told beside a field to be published: which of those cells, and what stands in it.
    Told(usize, Form),
}

impl Get {
    /// What it takes.
    pub fn form(self) -> Form {
        match self {
            Self::Record(_) => Form::Record,
            Self::Code(_) => Form::Code,
            Self::Codes(_) => Form::Codes,
            Self::Plain(_) => Form::Plain,
            Self::Text(_) => Form::Text,
            Self::Number(_) => Form::Number,
            Self::Amount(_) => Form::Amount,
            Self::Flag(_) => Form::Flag,
            Self::Moment(_) => Form::Moment,
            Self::Page => Form::Page,
            Self::Told(_, form) => form,
        }
    }
}

/// What stands in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The id of a record.
    Record,
    /// A word of a list, an ISO 8601 length.
    Code,
    /// Several of these.
    Codes,
    /// A text that is the same in all languages.
    Plain,
    /// A text: a column for each language.
    Text,
    /// A whole number.
    Number,
    /// An amount in units of its currency.
    Amount,
    /// Yes or no.
    Flag,
    /// A date or time.
    Moment,
    /// An address: a column for each language.
    Page,
}

impl Form {
    /// That of a cell.
    pub fn of(datum: &Datum<'_>) -> Self {
        match datum {
            Datum::Record(_) => Self::Record,
            Datum::Code(_) => Self::Code,
            Datum::Records(_) | Datum::Codes(_) => Self::Codes,
            Datum::Text(_) => Self::Text,
            Datum::Number(_) => Self::Number,
            Datum::Amount(_) => Self::Amount,
            Datum::Flag(_) => Self::Flag,
            Datum::Moment(_) => Self::Moment,
        }
    }
}

/// A column. Its meaning is the message `data_column_<name>`.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its name,
    pub name: &'static str,
    /// and what stands behind it. Those for each language have the language's tag behind both.
    pub suffix: &'static str,
    /// What it takes.
    pub get: Get,
    /// The field that it is of, if it is told there.
    pub field: Option<&'static read::Field>,
}

/// A column as it stands in files.
pub struct Field {
    /// The column.
    pub column: Column,
    /// Its language.
    pub lang: Option<Lang>,
    /// Its name without the language,
    pub base: String,
    /// and as it stands in files.
    pub name: String,
}

/// A value in a row.
pub enum Cell<'a> {
    /// There is none.
    Empty,
    /// The id of a record.
    Record(&'a Identity),
    /// A code or text.
    Text(Cow<'a, str>),
    /// Several codes.
    Texts(Vec<Cow<'a, str>>),
    /// A number.
    Number(u64),
    /// A number that may have decimals.
    Amount(String),
    /// Yes or no.
    Flag(bool),
}

/// The columns as they stand in files.
pub fn fields(site: &Site, columns: &[Column]) -> Vec<Field> {
    let mut fields = Vec::new();
    for column in columns {
        let base = [column.name, column.suffix].concat();
        match column.get.form() {
            Form::Text | Form::Page => fields.extend(site.languages.all().map(|lang| Field {
                column: *column,
                lang: Some(lang),
                name: format!("{base}_{}", site.languages.tag(lang)),
                base: base.clone(),
            })),
            _ => fields.push(Field { column: *column, lang: None, name: base.clone(), base }),
        }
    }
    fields
}

impl Field {
    /// Its value in a row. The pens are those of all languages, in their order.
    pub fn value<'a>(&self, pens: &[Pen<'_>], row: &Row<'a>) -> Cell<'a> {
        self.found(pens, row).unwrap_or(Cell::Empty)
    }

    fn found<'a>(&self, pens: &[Pen<'_>], row: &Row<'a>) -> Option<Cell<'a>> {
        let pen = || pens.get(self.lang.map_or(0, Lang::index));
        Some(match self.column.get {
            Get::Record(get) => Cell::Record(get(row)?),
            Get::Code(get) | Get::Plain(get) => Cell::Text(get(row)?),
            Get::Codes(get) => Cell::Texts(get(row).filter(|codes| !codes.is_empty())?),
            Get::Text(get) => Cell::Text(own_words(get(row)?, pen()?)?),
            Get::Number(get) => Cell::Number(get(row)?),
            Get::Amount(get) => Cell::Amount(get(row)?.canonical()),
            Get::Flag(get) => Cell::Flag(get(row)?),
            Get::Moment(get) => {
                let (moment, zone) = get(row)?;
                Cell::Text(moment.datetime(zone)?.into())
            }
            Get::Page => {
                let ((id, entry), pen) = (row.record?, pen()?);
                if !entry.exists_in(pen.lang, &row.site.languages) {
                    return None;
                }
                let mut address = absolute(row.site, "");
                routes::push_record_address(row.site, pen.lang, id, &mut address);
                Cell::Text(address.into())
            }
            Get::Told(at, _) => match row.told.get(at)?.clone() {
                Datum::Record(reference) => Cell::Record(take::reference(row.site, reference)?),
                Datum::Records(references) => {
                    Cell::Texts(take::references(row.site, references?).filter(|codes| !codes.is_empty())?)
                }
                Datum::Code(code) => Cell::Text(code?),
                Datum::Codes(codes) => Cell::Texts(codes.filter(|codes| !codes.is_empty())?),
                Datum::Text(text) => Cell::Text(own_words(text?, pen()?)?),
                Datum::Number(number) => Cell::Number(number?),
                Datum::Amount(amount) => Cell::Amount(amount?),
                Datum::Flag(flag) => Cell::Flag(flag?),
                Datum::Moment(moment) => {
                    let moment: &Moment = moment?.downcast_ref()?;
                    Cell::Text(moment.datetime(&row.site.file.zone.0)?.into())
                }
            },
        })
    }
}

/// The words of a text in the pen's language. What a language lacks is not filled with another's words.
fn own_words<'a>(text: &'a Text, pen: &Pen<'_>) -> Code<'a> {
    let phrase = text.own(pen.tag())?;
    Some(if phrase.is_plain { Cow::from(&*phrase.source) } else { pen.plain(text).into() })
}
