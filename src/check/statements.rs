//! What sentences state, against the calendar and the record they are about: `contradicts-record`; and in prose, as in values,
//! `wrong-weekday`, `wrong-era` and `bad-moment`.

use std::cell::OnceCell;

use jiff::civil::Weekday;

use super::agreement::{Bound, Found, Item, Stated, Unit, extract};
use crate::base::{Arg, Diagnostic, Place, Span};
use crate::model::moment::spelling::{self, Problem, Written};
use crate::model::moment::weekday_message;
use crate::model::reference::{Kind, Relation};
use crate::model::text::Text;
use crate::site::Site;
use crate::site::entries::Entry;

/// Texts about something else than what holds now: what a source claims, what was printed, what changed.
const ABOUT_OTHERS: [&str; 6] = ["conflicts", "cautions", "changes", "as_published", "history", "allow"];

/// Words of a sentence that says how long the record's own thing lasts, in lower case. An application or a permit has a period, too.
const LASTS: [&str; 11] = [
    "研修期間",
    "研修の期間",
    "修練期間",
    "修練の期間",
    "最長",
    "最短",
    "training lasts",
    "program lasts",
    "training period",
    "duration of",
    "up to",
];

/// Words of a sentence about an amount for each time.
const RATES: [&str; 11] =
    ["月額", "毎月", "月々", "日額", "1回", "a month", "per month", "monthly", "a day", "per day", "each time"];

/// Checks the prose and the texts of a record.
pub fn check(site: &Site, entry: &Entry, stated: &Stated, findings: &mut Vec<Diagnostic>) {
    let known = Known::of(site, entry);
    let look = |part: &Part<'_>, all: &[Found], findings: &mut Vec<Diagnostic>| {
        all.windows(2).for_each(|two| part.eras(&two[0], &two[1], findings));
        for found in all {
            part.calendar(found, findings);
            if part.may_contradict(found, &known) {
                part.contradiction(found, &known, findings);
            }
        }
    };
    for (number, text) in entry.record.uses.texts.iter().enumerate() {
        let is_about_record = !ABOUT_OTHERS.iter().any(|field| text.trail().starts_with(field));
        for (at, phrase) in text.phrases().iter().enumerate() {
            let offset = phrase.verbatim.map(|start| start as usize);
            let part = Part { path: &entry.path, text: &phrase.source, offset, whole: phrase.span, is_about_record };
            look(&part, stated.in_phrase(number, at, phrase), findings);
        }
    }
    for (at, file) in entry.prose.iter().enumerate() {
        let part = Part { path: &file.path, text: &file.text, offset: Some(0), whole: Span::default(), is_about_record: true };
        look(&part, stated.in_prose(at, file), findings);
    }
}

/// An amount by the month or by the day is another than the record's.
fn is_rate(sentence: &str) -> bool {
    RATES.iter().any(|word| sentence.contains(word))
}

fn says_how_long(sentence: &str) -> bool {
    let lower = sentence.to_ascii_lowercase();
    LASTS.iter().any(|word| lower.contains(word))
}

struct Part<'a> {
    path: &'a std::sync::Arc<str>,
    text: &'a str,
    /// Bytes before it in its file; none where it is not written as it is read.
    offset: Option<usize>,
    whole: Span,
    is_about_record: bool,
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
        let problem = match spelling::moment(words) {
            Ok(_) => None,
            Err(Problem::NotAMoment | Problem::NoSuchTime) => {
                Written { year, month: part(month), day: part(day), time: None, weekday: weekday.filter(|_| day.is_some()) }
                    .check()
                    .err()
            }
            Err(problem) => Some(problem),
        };
        let place = self.place(start, end);
        let finding = match problem {
            Some(Problem::WrongWeekday(right)) => {
                let finding = Diagnostic::error("wrong-weekday", place).help("wrong-weekday-help");
                finding.arg("right", Arg::Message(weekday_message(right)))
            }
            Some(Problem::OutsideEra) => Diagnostic::error("wrong-era", place).help("wrong-era-help"),
            Some(Problem::NoSuchDay) => Diagnostic::error("bad-moment", place).says("bad-moment-day").help("bad-moment-day-help"),
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

    /// Could a fact be meant for one of the record, by its kind and its sentence?
    fn may_contradict(&self, found: &Found, known: &Known<'_>) -> bool {
        self.is_about_record
            && match found.item {
                Item::Money(_) => !is_rate(self.sentence(found)),
                Item::Length(..) => known.has_duration() && says_how_long(self.sentence(found)),
                Item::Date { month: Some(_), day: Some(_), .. } | Item::Email(_) | Item::Phone(_) => true,
                _ => false,
            }
    }

    /// A value that is not the record's, where it can only be the record's.
    fn contradiction(&self, found: &Found, known: &Known<'_>, findings: &mut Vec<Diagnostic>) {
        let Some(expected) = known.contradicted(found) else { return };
        let finding = Diagnostic::warning("contradicts-record", self.place(found.range.start, found.range.end));
        let finding = finding.help("contradicts-record-help").arg("found", &self.text[found.range.clone()]);
        findings.push(finding.arg("field", expected.trail).arg("expected", expected.value));
    }

    fn sentence(&self, found: &Found) -> &str {
        let ends = ['。', '\n', '!', '?'];
        let start = self.text[..found.range.start].rfind(ends).unwrap_or(0);
        let end = self.text[found.range.end..].find(ends).map_or(self.text.len(), |at| found.range.end + at);
        let sentence = &self.text[start..end];
        let offset = found.range.start - start;
        // English sentences end in a period and a space.
        let from = sentence[..offset].rfind(". ").map_or(0, |at| at + 2);
        let to = sentence[offset..].find(". ").map_or(sentence.len(), |at| offset + at);
        &sentence[from..to]
    }
}

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

/// What a record states, with the fees and schedules that are for it. Read when it is asked for.
struct Known<'a> {
    records: Vec<&'a Entry>,
    /// Is there a fact on how long it lasts?
    has_duration: OnceCell<bool>,
    /// Its facts.
    facts: OnceCell<Vec<Fact<'a>>>,
    /// What its texts say is the record's too; that they agree among themselves is another question.
    texts: OnceCell<Vec<Item>>,
}

/// The field on how long a program lasts.
const DURATION: &str = "duration";

/// A fact of a record.
struct Fact<'a> {
    trail: &'a str,
    value: &'a str,
    items: Vec<Item>,
}

impl<'a> Known<'a> {
    fn of(site: &'a Site, entry: &'a Entry) -> Self {
        let own = entry.incoming.iter().filter(|(_, relation)| *relation == Relation::Program).map(|(id, _)| site.entry(*id));
        let own = own.filter(|other| matches!(other.kind(), Kind::Fee | Kind::Schedule));
        let records = std::iter::once(entry).chain(own).collect();
        Self { records, has_duration: OnceCell::new(), facts: OnceCell::new(), texts: OnceCell::new() }
    }

    fn has_duration(&self) -> bool {
        *self.has_duration.get_or_init(|| self.lines().any(|line| line.starts_with(DURATION)))
    }

    fn lines(&self) -> impl Iterator<Item = &'a str> {
        self.records.iter().flat_map(|record| record.record.facts.lines())
    }

    fn facts(&self) -> &[Fact<'a>] {
        let read = |line: &'a str| {
            let (trail, value) = line.split_once(": ")?;
            let items = items(trail, value);
            (!items.is_empty()).then_some(Fact { trail, value, items })
        };
        self.facts.get_or_init(|| self.lines().filter_map(read).collect())
    }

    /// Does a fact or a text of the record state it?
    fn states(&self, item: &Item) -> bool {
        let is_it = |known: &Item| known.states(item) || item.states(known);
        let texts = || {
            let texts = self.records.iter().flat_map(|record| &record.record.uses.texts).filter(|text| is_own(text));
            texts.flat_map(Text::phrases).flat_map(|phrase| extract(&phrase.source)).map(|found| found.item).collect()
        };
        self.facts().iter().flat_map(|fact| &fact.items).any(is_it) || self.texts.get_or_init(texts).iter().any(is_it)
    }

    /// The fact that a statement contradicts.
    fn contradicted(&self, found: &Found) -> Option<&Fact<'a>> {
        match self.facts().iter().find(|fact| self.is_near(fact, found)) {
            // What comes near a fact may be another one of the record's.
            Some(near) if !self.states(&found.item) => Some(near),
            _ => self.bound_contradicted(found),
        }
    }

    /// Is it of the same kind as the fact and close to it, so that it could only be meant for it?
    fn is_near(&self, fact: &Fact<'_>, found: &Found) -> bool {
        fact.items.iter().any(|item| match (&found.item, item) {
            (Item::Money(a), Item::Money(b)) => is_comparable(*a, *b) && !self.is_within(*a),
            (Item::Length(_, a), Item::Length(_, b)) => a == b && is_long(*a) && fact.trail.starts_with(DURATION),
            (
                Item::Date { year: y1, month: Some(m1), day: Some(d1) },
                Item::Date { year: y2, month: Some(m2), day: Some(d2) },
            ) => {
                let same = [y1.is_none() || y1 == y2, m1 == m2, d1 == d2];
                // One of the three is another: a slip, and no other date.
                same.iter().filter(|same| !**same).count() == 1
            }
            (Item::Email(a), Item::Email(b)) => a.split('@').zip(b.split('@')).any(|(a, b)| a == b),
            (Item::Phone(a), Item::Phone(b)) => a.len() == b.len() && a.bytes().zip(b.bytes()).take(6).all(|(a, b)| a == b),
            _ => false,
        })
    }

    /// Does an amount lie inside of a range of the record?
    fn is_within(&self, yen: u64) -> bool {
        let end = |name: &str| {
            let fact = self.facts().iter().find(|fact| fact.trail.ends_with(name) && fact.trail.contains("amount"));
            fact.and_then(|fact| fact.items.iter().find_map(|item| if let Item::Money(yen) = item { Some(*yen) } else { None }))
        };
        end("amount.from").zip(end("amount.to")).is_some_and(|(from, to)| (from..=to).contains(&yen))
    }

    /// The same length as the record's, bounded the other way.
    fn bound_contradicted(&self, found: &Found) -> Option<&Fact<'a>> {
        let bound = found.bound.filter(|_| matches!(found.item, Item::Length(..)))?;
        let mut same = self.facts().iter().filter(|fact| fact.items.iter().any(|item| item.states(&found.item)));
        let first = same.next()?;
        let is_other =
            |fact: &Fact<'_>| fact.trail.starts_with(DURATION) && bound_of(fact.trail).is_some_and(|other| other != bound);
        (is_other(first) && same.all(is_other)).then_some(first)
    }
}

fn is_own(text: &Text) -> bool {
    ["eligibility", "documents", "steps", "components", "rounds", "items", "exceptions", "name"]
        .iter()
        .any(|field| text.trail().starts_with(field))
}

/// Could one be meant for the other? An amount of another size is for another thing.
fn is_comparable(a: u64, b: u64) -> bool {
    a <= b.saturating_mul(3) && b <= a.saturating_mul(3)
}

fn is_long(unit: Unit) -> bool {
    matches!(unit, Unit::Year | Unit::Month | Unit::Week)
}

fn bound_of(trail: &str) -> Option<Bound> {
    match trail.rsplit('.').next()? {
        "at_least" => Some(Bound::AtLeast),
        "more_than" => Some(Bound::MoreThan),
        "at_most" => Some(Bound::AtMost),
        "less_than" => Some(Bound::LessThan),
        _ => None,
    }
}

/// What a value of a record states.
fn items(trail: &str, value: &str) -> Vec<Item> {
    let value = value.trim();
    if let Some(length) = value.strip_prefix('-').unwrap_or(value).strip_prefix('P') {
        let unit = match length.chars().last() {
            Some('Y') => Unit::Year,
            Some('M') => Unit::Month,
            Some('W') => Unit::Week,
            Some('D') => Unit::Day,
            _ => return Vec::new(),
        };
        return length[..length.len() - 1].parse().map(|count| vec![Item::Length(count, unit)]).unwrap_or_default();
    }
    let is_money = trail.split('.').any(|step| step == "amount");
    let items = extract(value).into_iter().map(|found| match found.item {
        Item::Number(number) if is_money => Item::Money(number),
        item => item,
    });
    items.filter(|item| !matches!(item, Item::Number(_))).collect()
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

    #[test]
    fn values_of_records_state_what_sentences_state() {
        assert_eq!(items("duration.at_most", "P2Y"), [Item::Length(2, Unit::Year)]);
        assert_eq!(items("steps.0.when.at", "-P3M"), [Item::Length(3, Unit::Month)]);
        assert_eq!(items("amount.from", "300000"), [Item::Money(300_000)]);
        assert_eq!(items("eligibility.number", "3"), []);
    }
}
