//! What sentences state, against the calendar: in prose, as in values, `wrong-weekday`, `wrong-era` and `bad-moment`.

use jiff::civil::Weekday;

use super::agreement::{Found, Item, Stated};
use crate::base::{Arg, Diagnostic, Place, Span};
use crate::model::moment::near::near;
use crate::model::moment::spelling::{self, Problem, Written};
use crate::model::moment::weekday_message;
use crate::site::entries::Entry;

/// Checks the prose and the texts of a record.
pub fn check(entry: &Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    let look = |part: &Part<'_>, all: &[Found], findings: &mut Vec<Diagnostic>| {
        all.windows(2).for_each(|two| part.eras(&two[0], &two[1], findings));
        all.iter().for_each(|found| part.calendar(found, findings));
    };
    for (number, text) in entry.record.uses.texts.iter().enumerate() {
        for (at, phrase) in text.phrases().iter().enumerate() {
            let offset = phrase.verbatim.map(|start| start as usize);
            let part = Part { path: &entry.path, text: &phrase.source, offset, whole: phrase.span };
            look(&part, &stated.in_phrase(number, at, phrase).found, findings);
        }
    }
    for (at, file) in entry.prose.iter().enumerate() {
        let part = Part { path: &file.path, text: &file.text, offset: Some(0), whole: Span::default() };
        look(&part, &stated.in_prose(at, file).found, findings);
    }
}

struct Part<'a> {
    path: &'a std::sync::Arc<str>,
    text: &'a str,
    /// Bytes before it in its file; none where it is not written as it is read.
    offset: Option<usize>,
    whole: Span,
}

impl Part<'_> {
    fn place(&self, start: usize, end: usize) -> Place {
        Place::new(self.path, self.offset.map_or(self.whole, |offset| Span::new(offset + start, offset + end)))
    }

    /// A day that there is not, a weekday that is another, an era that had not begun.
    fn calendar(&self, found: &Found, findings: &mut Vec<Diagnostic>) {
        let Item::Date { year: Some(year), month, day } = found.item else { return };
        let Ok(year) = i16::try_from(year) else { return };
        let (weekday, start, end) = self.weekday(found);
        let words = &self.text[start..end];
        let part = |value: Option<u64>| value.and_then(|value| i8::try_from(value).ok());
        let written = Written::new(year, [part(month), part(day)], None, weekday.filter(|_| day.is_some()));
        let problem = match spelling::moment(words) {
            Ok(_) => None,
            Err(Problem::NotAMoment | Problem::NoSuchTime) => written.check().err(),
            Err(problem) => Some(problem),
        };
        let place = self.place(start, end);
        let finding = match problem {
            Some(Problem::WrongWeekday(right)) => {
                let finding = Diagnostic::error("wrong-weekday", place).help("wrong-weekday-help");
                finding.arg("right", Arg::Message(weekday_message(right)))
            }
            Some(Problem::OutsideEra) => Diagnostic::error("wrong-era", place).help("wrong-era-help"),
            Some(Problem::NoSuchDay) => {
                let finding = Diagnostic::error("bad-moment", place).says("bad-moment-day");
                let mut days = near(&written).into_iter().map(|near| as_in(&self.text[found.range.clone()], near));
                match (days.next(), days.next()) {
                    (None, _) => finding.help("bad-moment-day-help"),
                    (Some(one), None) => finding.help("bad-moment-day-line").arg("line", one),
                    (Some(one), Some(other)) => finding.help("bad-moment-days").arg("line", one).arg("other", other),
                }
            }
            _ => return,
        };
        findings.push(finding.arg("found", words));
    }

    /// A year in both calendars that is not the same: 令和5年（2024年）.
    fn eras(&self, first: &Found, second: &Found, findings: &mut Vec<Diagnostic>) {
        let (Item::Date { year: Some(a), .. }, Item::Date { year: Some(b), .. }) = (&first.item, &second.item) else { return };
        let words = |found: &Found| &self.text[found.range.clone()];
        let is_era = |found: &Found| !words(found).starts_with(|c: char| c.is_ascii_alphanumeric() || c.is_numeric());
        let between = &self.text[first.range.end..second.range.start];
        if a != b && matches!(between, "（" | "(" | " (") && is_era(first) != is_era(second) {
            let finding = Diagnostic::error("wrong-era", self.place(second.range.start, second.range.end)).says("wrong-era-pair");
            findings.push(finding.help("wrong-era-pair-help").arg("found", words(second)).arg("other", words(first)));
        }
    }

    /// The weekday beside a date, and the bytes of both.
    fn weekday(&self, found: &Found) -> (Option<Weekday>, usize, usize) {
        let (start, end) = (found.range.start, found.range.end);
        let rest = &self.text[end..];
        let inside = rest.trim_start_matches(' ').strip_prefix(['（', '(']);
        if let Some(inside) = inside {
            let close = inside.find(['）', ')']).filter(|close| *close <= "Wednesday".len());
            if let Some((words, weekday)) = close.and_then(|close| Some((&inside[..close], weekday(&inside[..close])?))) {
                let length =
                    rest.len() - inside.len() + words.len() + inside[words.len()..].chars().next().map_or(0, char::len_utf8);
                return (Some(weekday), start, end + length);
            }
        }
        let before = self.text[..start].trim_end_matches([' ', ',', '.']);
        let first = before
            .rfind(|c: char| !c.is_ascii_alphabetic())
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        match weekday(&before[first..]) {
            Some(weekday) => (Some(weekday), first, end),
            None => (None, start, end),
        }
    }
}

/// A day as the date in its place is written: 令和9年2月28日, 28 February 2027, February 28, 2027, 2027-02-28.
fn as_in(words: &str, day: Written) -> String {
    let (Some(month), Some(number)) = (day.month, day.day) else { return day.canonical(words) };
    if let Some((year, _)) = words.split_once('月').and_then(|(before, _)| before.rsplit_once('年')) {
        let is_same = spelling::year(year).is_none_or(|written| written == day.year);
        let year = if is_same { year.to_owned() } else { day.year.to_string() };
        return format!("{year}年{month}月{number}日");
    }
    let Some(name) = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)) else { return day.canonical(words) };
    match words.chars().find(char::is_ascii_alphanumeric) {
        Some(first) if first.is_ascii_alphabetic() => format!("{name} {number}, {}", day.year),
        _ if words.contains(|c: char| c.is_ascii_alphabetic()) => format!("{number} {name} {}", day.year),
        _ => Written { weekday: None, ..day }.canonical(words),
    }
}

/// As English texts write them.
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn weekday(words: &str) -> Option<Weekday> {
    const WEEKDAYS: [(char, &str, Weekday); 7] = [
        ('月', "monday", Weekday::Monday),
        ('火', "tuesday", Weekday::Tuesday),
        ('水', "wednesday", Weekday::Wednesday),
        ('木', "thursday", Weekday::Thursday),
        ('金', "friday", Weekday::Friday),
        ('土', "saturday", Weekday::Saturday),
        ('日', "sunday", Weekday::Sunday),
    ];
    let is_latin = |name: &str| words.len() >= 3 && name.starts_with(&words.to_ascii_lowercase());
    let is_japanese = |letter: char| {
        let rest = words.strip_prefix(letter);
        rest.is_some_and(|rest| matches!(rest, "" | "曜" | "曜日") || rest.starts_with('・'))
    };
    WEEKDAYS.iter().find(|(letter, name, _)| is_japanese(*letter) || is_latin(name)).map(|(.., weekday)| *weekday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_known_in_both_languages() {
        for (words, expected) in
            [("火", true), ("火・祝", true), ("火曜日", true), ("Tue", true), ("Tuesday", true), ("Tu", false), ("火災", false)]
        {
            assert_eq!(weekday(words), expected.then_some(Weekday::Tuesday), "{words}");
        }
    }
}
