//! Everything of one language that pages are made with: messages, formats, and the values that all its pages share.

use jiff::tz::TimeZone;

use super::formats::Formats;
use super::locale_words;
use super::messages::Messages;
use crate::base::{Diagnostic, Language};
use crate::model::moment::{FiscalYear, Moment};
use crate::model::money::Money;
use crate::model::quantity::{Comparison, Length, Quantity};
use crate::site::languages::{Lang, Languages};
use crate::source::Sources;

/// One language's messages and formats. Built once, shared by all threads.
pub struct Kit {
    /// The words.
    pub messages: Messages,
    formats: Formats,
    separator: String,
    /// The words for readers that come from another language, by id.
    pub missing_words: Vec<String>,
}

impl Kit {
    /// The kit of one of the site's languages; the findings are those of the site's own messages.
    pub fn new(lang: Lang, languages: &Languages, sources: &Sources) -> (Self, Vec<Diagnostic>) {
        let language = languages.tag(lang);
        let (messages, findings) = Messages::build(language, languages.chain(lang), sources);
        let separator = messages.text("separator").replace('_', " ");
        let missing_words = locale_words::missing(lang, languages, sources);
        (Self { formats: Formats::new(language, &messages), separator, messages, missing_words }, findings)
    }

    /// What stands between a label and its explanation: `: ` or `：`.
    pub fn separator(&self) -> &str {
        &self.separator
    }

    /// A moment as it was written, as precise as it is known; an inferred year is not part of it.
    pub fn moment(&self, moment: &Moment, zone: &TimeZone) -> String {
        self.formats.moment_parts(moment, zone).written
    }

    /// From one moment to another, as they were written.
    pub fn window(&self, opens: &Moment, closes: &Moment, zone: &TimeZone) -> String {
        self.formats.window(Some(opens), Some(closes), zone)
    }

    /// A moment in two parts: the date, with what stands after it, and the time of day, which may be empty.
    pub fn moment_parts(&self, moment: &Moment, zone: &TimeZone) -> [String; 2] {
        let mut words = self.moment(moment, zone);
        if moment.time.is_none() {
            return [words, String::new()];
        }
        let date = self.moment(&Moment { time: None, ..moment.clone() }, zone);
        let at = words.strip_prefix(&date).and_then(|rest| Some(date.len() + rest.find(char::is_alphanumeric)?));
        let time = words.split_off(at.unwrap_or(words.len()));
        [words, time]
    }

    /// A year of the Western calendar.
    pub fn calendar_year(&self, year: i16) -> String {
        self.formats.year_number(year)
    }

    /// A fiscal year with its basis.
    pub fn fiscal_year(&self, year: &FiscalYear) -> String {
        self.formats.fiscal_year(year)
    }

    /// A length of time with its comparison.
    pub fn lengths(&self, length: &Comparison<Length>) -> String {
        self.formats.lengths(length)
    }

    /// A quantity with its comparison.
    pub fn quantity(&self, quantity: &Quantity) -> String {
        self.formats.quantity(quantity)
    }

    /// An offset from an anchor: "about 3 months before the start of training".
    pub fn offset(&self, length: &Length, approximate: bool, anchor: &str) -> String {
        self.formats.offset(length, approximate, anchor)
    }

    /// A share in percent with its comparison.
    pub fn percent(&self, share: &Comparison<crate::model::quantity::Percent>) -> String {
        self.formats.percent(share)
    }

    /// An amount of money.
    pub fn money(&self, money: &Money) -> String {
        self.formats.money(money)
    }

    /// A number with the language's digits and separators.
    pub fn number(&self, number: u64) -> String {
        self.formats.number(number)
    }

    /// A list: "a, b and c".
    pub fn list(&self, items: &[&str]) -> String {
        self.formats.list(items)
    }

    /// The name of a language in this language.
    pub fn language_name(&self, language: &Language) -> String {
        self.formats.language_name(language, &self.messages)
    }
}
