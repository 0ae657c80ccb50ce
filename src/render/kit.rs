//! Everything of one language that pages are made with: messages, formats, and the values that all its pages share.

use jiff::tz::TimeZone;

use super::formats::Formats;
use super::locale_words;
use super::messages::Messages;
use super::recurrences;
use super::untranslated;
use crate::base::{Arg, Diagnostic, Language};
use crate::markup::Inline;
use crate::model::moment::recurrence::Recurrence;
use crate::model::moment::vague::Vague;
use crate::model::moment::{FiscalYear, Moment};
use crate::model::money::Money;
use crate::model::quantity::{Comparison, Length, Quantity};
use crate::site::languages::{Lang, Languages};
use crate::source::Sources;

/// Stands for a space where a message would lose one: at its ends.
const BLANK: char = '_';

/// Messages in which [`BLANK`] stands for a space.
const WITH_BLANKS: [&str; 1] = ["parenthesis"];

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
        let wrap = |tag: &Language| {
            let place = languages.known().iter().position(|known| known == tag)?;
            untranslated::wrap_in(place).filter(|_| !languages.reads(lang, tag))
        };
        let (messages, findings) = Messages::build_with(language, languages.chain(lang), sources, wrap);
        let separator = messages.text("separator").replace(BLANK, " ");
        let missing_words = locale_words::missing(lang, languages, sources);
        (Self { formats: Formats::new(language, &messages), separator, messages, missing_words }, findings)
    }

    /// A message, with its plain arguments and with parts that are more than plain words.
    pub fn fill(&self, id: &str, args: &[(&str, Arg)], parts: &[(&str, &Inline)]) -> Inline {
        let tapes: Vec<&Inline> = parts.iter().map(|(_, part)| *part).collect();
        put_together(&tapes, |places| {
            let mut all: Vec<(&str, Arg)> = args.iter().map(|(name, arg)| (*name, without_places(arg))).collect();
            all.extend(parts.iter().zip(places).map(|((name, _), place)| (*name, Arg::from(&**place))));
            let words = self.messages.format(id, &all);
            if WITH_BLANKS.contains(&id) { words.replace(BLANK, " ") } else { words }
        })
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
        if !moment.is_to_the_minute() {
            return [words, String::new()];
        }
        let date = self.moment(&Moment { time: None, vague: Vague::default(), ..moment.clone() }, zone);
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
    pub fn offset(&self, length: &Length, approximate: bool, anchor: &Inline) -> Inline {
        put_together(&[anchor], |places| self.formats.offset(length, approximate, &places.concat()))
    }

    /// A share in percent with its comparison.
    pub fn percent(&self, share: &Comparison<crate::model::quantity::Percent>) -> String {
        self.formats.percent(share)
    }

    /// An age with its comparison.
    pub fn age(&self, age: &Comparison<crate::model::admission::Years>) -> String {
        self.formats.age(age)
    }

    /// A year of study with its comparison.
    pub fn study_year(&self, year: &Comparison<crate::model::admission::Grade>) -> String {
        self.formats.study_year(year)
    }

    /// An amount of money.
    pub fn money(&self, money: &Money) -> String {
        self.formats.money(money)
    }

    /// What bounds an amount that is a part of something else.
    pub fn bounding(&self, money: &Money) -> Option<String> {
        self.formats.bounding(money)
    }

    /// What takes place again and again.
    pub fn recurrence(&self, recurrence: &Recurrence) -> String {
        recurrences::words(recurrence, &self.formats, &self.messages)
    }

    /// A number of bytes, as programs for files show it: `98 KB`, `1.2 MB`.
    pub fn bytes(&self, bytes: u64) -> String {
        const KILO: u64 = 1000;
        match bytes.div_ceil(KILO) {
            kilobytes if kilobytes < KILO => format!("{} KB", self.number(kilobytes)),
            // In tenths.
            _ => format!("{} MB", self.formats.tenths(bytes.div_ceil(KILO * KILO / 10))),
        }
    }

    /// A number with the language's digits and separators.
    pub fn number(&self, number: u64) -> String {
        self.formats.number(number)
    }

    /// A list of what is more than plain words.
    pub fn list_of(&self, items: &[Inline]) -> Inline {
        // Before some words, `and` is another one: it is to be seen what follows.
        let words: Option<Vec<&str>> = items.iter().map(Inline::only_words).collect();
        match words {
            Some(words) => Inline::of(self.list(&words)),
            None => put_together(&items.iter().collect::<Vec<_>>(), |places| {
                self.list(&places.iter().map(String::as_str).collect::<Vec<_>>())
            }),
        }
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

/// Characters of private use: where parts will stand in words that are put together.
const PLACES: std::ops::Range<u32> = 0xE000..0xF900;

fn is_place(c: char) -> bool {
    PLACES.contains(&u32::from(c))
}

/// Words from a format, which is told what to write in the place of each part. Only here does anything stand for a part.
fn put_together(parts: &[&Inline], write: impl FnOnce(&[String]) -> String) -> Inline {
    let places: Vec<String> = PLACES.filter_map(char::from_u32).take(parts.len()).map(String::from).collect();
    let words = write(&places);
    let mut out = Inline::default();
    let mut rest = &*words;
    while let Some((at, place)) = rest.char_indices().find(|(_, c)| is_place(*c)) {
        out.text(&rest[..at]);
        match parts.get((u32::from(place) - PLACES.start) as usize) {
            Some(part) => _ = out.add(part),
            None => _ = out.text(place.encode_utf8(&mut [0; 4])),
        }
        rest = &rest[at + place.len_utf8()..];
    }
    out.text(rest);
    out
}

/// An argument in which no character stands for a part.
fn without_places(arg: &Arg) -> Arg {
    match arg {
        Arg::Text(text) if text.contains(is_place) => Arg::Text(text.replace(is_place, "\u{FFFD}")),
        arg => arg.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::Mark;

    #[test]
    fn parts_stand_where_a_format_puts_them_and_nothing_else_is_taken_for_one() {
        let (a, b) = (Inline::of("a_b").marked(Mark::Strong), Inline::of("\u{E000}"));
        let words = put_together(&[&a, &b], |places| format!("<{}> {} {} \u{F8FF}", places[1], places[0], places[1]));
        assert_eq!(words.html(), "&lt;\u{E000}&gt; <strong>a_b</strong> \u{E000} \u{F8FF}");
        assert_eq!(without_places(&Arg::from("x\u{E000}y")), Arg::from("x\u{FFFD}y"));
        assert_eq!(without_places(&Arg::from("xy")), Arg::from("xy"));
    }
}
