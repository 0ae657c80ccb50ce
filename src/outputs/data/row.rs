//! A row of a table: a record, or what a record has several of.

use std::borrow::Cow;

use crate::model::common::Common;
use crate::model::fee::{Exception, Item};
use crate::model::hospital::Designation;
use crate::model::journey::Station;
use crate::model::program::Participation;
use crate::model::read::Datum;
use crate::model::record::Body;
use crate::model::requirement::Requirement;
use crate::model::schedule::{Round, Stage};
use crate::model::text::Text;
use crate::model::vocabulary::Entry as WordEntry;
use crate::model::way::Way;
use crate::model::word::Vocabulary;
use crate::site::entries::Entry;
use crate::site::{RecordId, Site};

/// A row: a record, or one of the things that a record has several of.
pub struct Row<'a> {
    /// The site.
    pub site: &'a Site,
    /// The record; words belong to none.
    pub record: Option<(RecordId, &'a Entry)>,
    /// What the row is of it.
    pub part: Part<'a>,
    /// The cells of the fields that are told to be published, of a row that is a record.
    pub told: Vec<Datum<'a>>,
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
