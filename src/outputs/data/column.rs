//! Columns of tables: what each is called, of which type it is, and what it takes from a row.

use std::borrow::Cow;

use jiff::tz::TimeZone;

use crate::model::common::Common;
use crate::model::fact::{Fact, Standing};
use crate::model::fee::{Exception, Item};
use crate::model::hospital::Designation;
use crate::model::journey::Station;
use crate::model::moment::Moment;
use crate::model::money::Yen;
use crate::model::program::Participation;
use crate::model::record::Body;
use crate::model::reference::Identity;
use crate::model::requirement::Requirement;
use crate::model::schedule::{Round, Stage};
use crate::model::text::Text;
use crate::model::vocabulary::Entry as WordEntry;
use crate::model::way::Way;
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::entries::Entry;
use crate::site::languages::Lang;
use crate::site::{RecordId, Site, routes};

/// A row: a record, or one of the things that a record has several of.
pub struct Row<'a> {
    /// The site.
    pub site: &'a Site,
    /// The record; words belong to none.
    pub record: Option<(RecordId, &'a Entry)>,
    /// What the row is of it.
    pub part: Part<'a>,
}

/// What a row is of its record.
pub enum Part<'a> {
    /// The record itself.
    Whole,
    /// A designation.
    Designation(&'a Designation),
    /// A host in a fiscal year.
    Participation(&'a Participation),
    /// A condition or document.
    Requirement {
        /// The list that it stands in: `eligibility` or `documents`.
        list: &'static str,
        /// The numbers of the way to it.
        path: &'a str,
        /// When it is asked, or may stand in another's place.
        condition: Option<&'a Text>,
        /// It.
        it: &'a Requirement,
    },
    /// A part of a fee.
    Item(&'a Item),
    /// An exception from a fee.
    Exception(&'a Exception),
    /// A stage of a round.
    Stage(&'a Round, &'a Stage),
    /// A way of applying in a stage.
    Way(&'a Round, &'a Stage, &'a Way),
    /// A step of a journey and its number, from 1.
    Step(usize, &'a Station),
    /// A word of a vocabulary; it belongs to no record.
    Word(Vocabulary, &'a WordEntry),
}

impl<'a> Row<'a> {
    /// The fields that all records share.
    pub fn common(&self) -> Option<&'a Common> {
        Some(&self.record?.1.record.common)
    }

    /// The fields of the record's kind.
    pub fn body(&self) -> Option<&'a Body> {
        Some(&self.record?.1.record.body)
    }
}

/// A text that may have to be made.
pub type Code<'a> = Option<Cow<'a, str>>;

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
}

/// A column. Its meaning is the message `data_column_<name>`.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its name; those for each language have the language's tag behind it.
    pub name: &'static str,
    /// What it takes.
    pub get: Get,
}

/// A column as it stands in files.
pub struct Field {
    /// The column.
    pub column: Column,
    /// Its language.
    pub lang: Option<Lang>,
    /// Its name in files.
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
    Amount(Yen),
    /// Yes or no.
    Flag(bool),
}

/// The columns as they stand in files.
pub fn fields(site: &Site, columns: &[Column]) -> Vec<Field> {
    let mut fields = Vec::new();
    for column in columns {
        match column.get {
            Get::Text(_) | Get::Page => fields.extend(site.languages.all().map(|lang| Field {
                column: *column,
                lang: Some(lang),
                name: format!("{}_{}", column.name, site.languages.tag(lang)),
            })),
            _ => fields.push(Field { column: *column, lang: None, name: column.name.to_owned() }),
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
            // What a language lacks is not filled with another's words.
            Get::Text(get) => {
                let (text, pen) = (get(row)?, pen()?);
                let phrase = text.own(pen.tag())?;
                Cell::Text(if phrase.is_plain { Cow::from(&*phrase.source) } else { pen.plain(text).into() })
            }
            Get::Number(get) => Cell::Number(get(row)?),
            Get::Amount(get) => Cell::Amount(get(row)?),
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
        })
    }
}

/// How a value is known, or in which way there is none; nothing where the record does not speak of it.
pub fn status<'a, T>(fact: Option<&Fact<T>>) -> Code<'a> {
    let status = match fact? {
        Fact::Known { standing: Standing::Stated, .. } => "stated",
        Fact::Known { standing: Standing::Derived(_), .. } => "derived",
        Fact::Known { standing: Standing::Inferred(_), .. } => "inferred",
        Fact::Absent { absence, .. } => absence.as_str(),
    };
    Some(status.into())
}
