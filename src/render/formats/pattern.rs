//! A date pattern of Unicode TR35, taken apart once: ICU writes every value that a field can have, a date is put together from them.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use icu::calendar::Gregorian;
use icu::datetime::fieldsets::enums::CompositeDateTimeFieldSet;
use icu::datetime::input::{Date, DateTime, Time};
use icu::datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu::datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use writeable::TryWriteable;

/// Years that are written beforehand; ICU writes the others as they come.
const YEARS: RangeInclusive<i32> = 2000..=2049;

/// What the patterns of a language share: each of their fields in all its values.
pub(super) struct Fields {
    preferences: DateTimeFormatterPreferences,
    known: BTreeMap<Box<str>, Arc<Field>>,
}

/// A pattern that is ready for use.
#[derive(Debug)]
pub(super) struct Pattern(Box<[Piece]>);

#[derive(Debug)]
enum Piece {
    Literal(Box<str>),
    Field(Arc<Field>),
}

/// A field as it stands in a pattern: `MMMM`.
#[derive(Debug)]
struct Field {
    writer: Writer,
    /// The value of a date that it shows, and how each is written, from the first on.
    values: Option<(Part, Box<[Box<str>]>)>,
}

/// ICU, for one field.
#[derive(Debug)]
struct Writer {
    pattern: DateTimePattern,
    names: FixedCalendarDateTimeNames<Gregorian, CompositeDateTimeFieldSet>,
}

/// A part of a date on which nothing but its own field depends.
#[derive(Debug, Clone, Copy)]
enum Part {
    Year,
    Month,
    Day,
    Weekday,
    Hour,
    Minute,
}

impl Fields {
    pub fn new(preferences: DateTimeFormatterPreferences) -> Self {
        Self { preferences, known: BTreeMap::new() }
    }

    /// Reads a pattern; `None` when it is empty or not one.
    pub fn pattern(&mut self, text: &str) -> Option<Pattern> {
        DateTimePattern::try_from_pattern_str(text).ok().filter(|_| !text.is_empty())?;
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut quoted = false;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let mut length = first.len_utf8();
            if rest.starts_with("''") {
                literal.push('\'');
                length = 2;
            } else if first == '\'' {
                quoted = !quoted;
            } else if first.is_ascii_alphabetic() && !quoted {
                length = rest.find(|c| c != first).unwrap_or(rest.len());
                if !literal.is_empty() {
                    pieces.push(Piece::Literal(std::mem::take(&mut literal).into()));
                }
                pieces.push(Piece::Field(self.field(&rest[..length])?));
            } else {
                literal.push(first);
            }
            rest = &rest[length..];
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal.into()));
        }
        Some(Pattern(pieces.into()))
    }

    /// ICU's own pattern for these fields.
    pub fn of_icu(&mut self, fields: CompositeDateTimeFieldSet) -> Option<Pattern> {
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(self.preferences, fields).ok()?;
        // Which moment it is does not matter to the pattern of any year that is written with four digits.
        let pattern = formatter.format(&sample(2024, 1, 1, 0, 0)?).pattern().to_string();
        self.pattern(&pattern)
    }

    fn field(&mut self, text: &str) -> Option<Arc<Field>> {
        if let Some(field) = self.known.get(text) {
            return Some(field.clone());
        }
        let field = Arc::new(Field::new(Writer::new(text, self.preferences)?, text));
        self.known.insert(text.into(), field.clone());
        Some(field)
    }
}

impl Field {
    fn new(writer: Writer, text: &str) -> Self {
        let part = match text.as_bytes() {
            [b'y', ..] => Some(Part::Year),
            [b'M' | b'L', ..] => Some(Part::Month),
            [b'd', ..] => Some(Part::Day),
            [b'E' | b'c', ..] => Some(Part::Weekday),
            [b'H', ..] => Some(Part::Hour),
            [b'm', ..] => Some(Part::Minute),
            _ => None,
        };
        let values =
            part.and_then(|part| Some((part, part.samples().map(|at| Some(writer.write(&at?).into())).collect::<Option<_>>()?)));
        Self { writer, values }
    }

    fn write(&self, at: &DateTime<Gregorian>, out: &mut String) {
        let known = self.values.as_ref().and_then(|(part, values)| values.get(usize::try_from(part.place(at)).ok()?));
        match known {
            Some(text) => out.push_str(text),
            None => out.push_str(&self.writer.write(at)),
        }
    }
}

impl Part {
    /// A moment for each value, in their order.
    fn samples(self) -> Box<dyn Iterator<Item = Option<DateTime<Gregorian>>>> {
        match self {
            Self::Year => Box::new(YEARS.map(|year| sample(year, 1, 1, 0, 0))),
            Self::Month => Box::new((1..=12).map(|month| sample(2024, month, 1, 0, 0))),
            // January 2024 has 31 days, of which the first is a Monday.
            Self::Day => Box::new((1..=31).map(|day| sample(2024, 1, day, 0, 0))),
            Self::Weekday => Box::new((1..=7).map(|day| sample(2024, 1, day, 0, 0))),
            Self::Hour => Box::new((0..24).map(|hour| sample(2024, 1, 1, hour, 0))),
            Self::Minute => Box::new((0..60).map(|minute| sample(2024, 1, 1, 0, minute))),
        }
    }

    /// Which of the values a moment has.
    fn place(self, at: &DateTime<Gregorian>) -> i32 {
        match self {
            Self::Year => at.date.year().extended_year() - YEARS.start(),
            Self::Month => i32::from(at.date.month().ordinal) - 1,
            Self::Day => i32::from(at.date.day_of_month().0) - 1,
            Self::Weekday => at.date.weekday() as i32 - 1,
            Self::Hour => i32::from(at.time.hour.number()),
            Self::Minute => i32::from(at.time.minute.number()),
        }
    }
}

impl Writer {
    fn new(text: &str, preferences: DateTimeFormatterPreferences) -> Option<Self> {
        let pattern = DateTimePattern::try_from_pattern_str(text).ok()?;
        let mut names = FixedCalendarDateTimeNames::try_new(preferences).ok()?;
        names.include_for_pattern(&pattern).ok()?;
        Some(Self { pattern, names })
    }

    fn write(&self, at: &DateTime<Gregorian>) -> String {
        match self.names.with_pattern_unchecked(&self.pattern).format(at).try_write_to_string() {
            Ok(text) | Err((_, text)) => text.into_owned(),
        }
    }
}

impl Pattern {
    pub fn format(&self, at: &DateTime<Gregorian>) -> String {
        let mut out = String::with_capacity(48);
        for piece in &self.0 {
            match piece {
                Piece::Literal(text) => out.push_str(text),
                Piece::Field(field) => field.write(at, &mut out),
            }
        }
        out
    }
}

fn sample(year: i32, month: u8, day: u8, hour: u8, minute: u8) -> Option<DateTime<Gregorian>> {
    Some(DateTime { date: Date::try_new_gregorian(year, month, day).ok()?, time: Time::try_new(hour, minute, 0, 0).ok()? })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::Language;

    const PATTERNS: [&str; 8] = [
        "y年M月d日（E）HH:mm",
        "E d MMMM y, HH:mm 'noon'",
        "EEEE، d MMMM y",
        "yy-MM-dd'T'H:m",
        "MMM d''yy",
        "'it''s' LLLL ccc",
        "d/M/y G",
        "h:mm a",
    ];

    proptest! {
        /// A date put together from its fields is what ICU writes for the whole pattern.
        #[test]
        fn fields_make_the_whole(
            (year, month, day) in prop_oneof![(1990i32..2060, 1u8..=12, 1u8..=28), (1i32..9999, 1u8..=12, 1u8..=28)],
            (hour, minute) in (0u8..24, 0u8..60),
            tag in prop::sample::select(vec!["en", "ja", "de", "ar", "fa", "hi", "th", "vi", "my"]),
        ) {
            let preferences = DateTimeFormatterPreferences::from(&Language::parse(tag).unwrap().locale());
            let at = sample(year, month, day, hour, minute).unwrap();
            for text in PATTERNS {
                let whole = Writer::new(text, preferences).unwrap().write(&at);
                prop_assert_eq!(Fields::new(preferences).pattern(text).unwrap().format(&at), whole, "{} in {}", text, tag);
            }
        }
    }
}
