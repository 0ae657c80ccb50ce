//! `contradicts-record`: a sentence that names a fact of its record by the fact's own noun, and gives it another value. Any value
//! that the record allows is right, and what else the sentence speaks of is another question.

use std::cell::OnceCell;

use super::agreement::{Bound, Extract, Found, Group, Item, ONE, Stated, extract, value};
use crate::base::{Diagnostic, Place, Span};
use crate::model::reference::{Kind, Relation};
use crate::model::text::Text;
use crate::site::Site;
use crate::site::entries::Entry;

/// Texts about something else than what holds now: what a source claims, what was printed, what changed.
const ABOUT_OTHERS: [&str; 6] = ["conflicts", "cautions", "changes", "as_published", "history", "allow"];

/// Checks the prose and the texts of a record.
pub fn check(site: &Site, entry: &Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    let known = Known::of(site, entry, stated);
    if known.lines().next().is_none() {
        return;
    }
    for (number, text) in entry.record.uses.texts.iter().enumerate() {
        if ABOUT_OTHERS.iter().any(|field| text.trail().starts_with(field)) {
            continue;
        }
        for (at, phrase) in text.phrases().iter().enumerate() {
            let offset = phrase.verbatim.map(|start| start as usize);
            let part = Part { path: &entry.path, text: &phrase.source, offset, whole: phrase.span };
            part.look(stated.in_phrase(number, at, phrase), &known, findings);
        }
    }
    for (at, file) in entry.prose.iter().enumerate() {
        let part = Part { path: &file.path, text: &file.text, offset: Some(0), whole: Span::default() };
        part.look(stated.in_prose(at, file), &known, findings);
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
    fn place(&self, found: &Found) -> Place {
        let span = |offset| Span::new(offset + found.range.start, offset + found.range.end);
        Place::new(self.path, self.offset.map_or(self.whole, span))
    }

    fn look(&self, says: &Extract, known: &Known<'_>, findings: &mut Vec<Diagnostic>) {
        let has_topic = says.senses.iter().any(|sense| sense.group == Group::Topic);
        for found in &says.found {
            let is_address = matches!(found.item, Item::Email(_) | Item::Phone(_));
            if !has_topic && !is_address {
                continue;
            }
            let sentence = self.sentence(found);
            let topics =
                || says.senses.iter().filter(|sense| sense.group == Group::Topic && sentence.contains(&sense.range.start));
            let expected = match is_address {
                true => known.near_address(&found.item),
                false if topics().any(|topic| topic.value == value("other")) => None,
                false => {
                    let rates =
                        says.senses.iter().filter(|sense| sense.group == Group::Per && sentence.contains(&sense.range.start));
                    let is_rate = rates.into_iter().any(|rate| rate.value != value("year"));
                    let here = || says.found.iter().filter(|other| sentence.contains(&other.range.start));
                    let is_topic = |topic: Topic| topics().any(|sense| sense.value == topic.value());
                    let topic = TOPICS.into_iter().find(|topic| is_topic(*topic) && topic.takes(&found.item));
                    let is_money = matches!(found.item, Item::Money(..));
                    topic.filter(|_| !(is_money && is_rate)).and_then(|topic| known.contradicted(topic, found, here()))
                }
            };
            let Some(expected) = expected else { continue };
            let finding = Diagnostic::warning("contradicts-record", self.place(found)).help("contradicts-record-help");
            let finding = finding.arg("found", &self.text[found.range.clone()]).arg("path", &*expected.entry.path);
            findings.push(finding.arg("field", expected.trail).arg("expected", expected.value));
        }
    }

    /// The bytes of the sentence that a fact stands in.
    fn sentence(&self, found: &Found) -> std::ops::Range<usize> {
        let ends = ['。', '\n', '!', '?', '！', '？'];
        let start = self.text[..found.range.start].rfind(ends).unwrap_or(0);
        let end = self.text[found.range.end..].find(ends).map_or(self.text.len(), |at| found.range.end + at);
        // English sentences end in a period and a space.
        let from = self.text[start..found.range.start].rfind(". ").map_or(start, |at| start + at + 2);
        let to = self.text[found.range.end..end].find(". ").map_or(end, |at| found.range.end + at);
        from..to
    }
}

/// What a fact is called in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic {
    Deadline,
    Opening,
    Fee,
    Duration,
    Capacity,
    Experience,
}

const TOPICS: [Topic; 6] = [Topic::Deadline, Topic::Opening, Topic::Fee, Topic::Duration, Topic::Capacity, Topic::Experience];

impl Topic {
    fn value(self) -> u32 {
        value(match self {
            Self::Deadline => "deadline",
            Self::Opening => "opening",
            Self::Fee => "fee",
            Self::Duration => "duration",
            Self::Capacity => "capacity",
            Self::Experience => "experience",
        })
    }

    /// Can a fact of this kind be such a value?
    fn takes(self, item: &Item) -> bool {
        match self {
            Self::Deadline | Self::Opening => {
                matches!(item, Item::Date { month: Some(_), day: Some(_), .. } | Item::Time(..))
            }
            Self::Fee => matches!(item, Item::Money(..)),
            Self::Duration | Self::Experience => matches!(item, Item::Months(_) | Item::Minutes(_)),
            Self::Capacity => matches!(item, Item::Number(_)),
        }
    }

    /// Is a field of a record such a fact?
    fn has(self, trail: &str) -> bool {
        match self {
            Self::Deadline => trail.ends_with(".closes"),
            Self::Opening => trail.ends_with(".opens"),
            Self::Fee => trail.split('.').any(|step| step == "amount"),
            Self::Duration => trail.starts_with("duration"),
            Self::Capacity => trail.starts_with("capacity"),
            Self::Experience => trail.starts_with("eligibility"),
        }
    }
}

/// What a record states, with the fees and schedules that are for it, or the program that it is for. Read when it is asked for.
struct Known<'a> {
    records: Vec<&'a Entry>,
    stated: &'a Stated<'a>,
    facts: OnceCell<Vec<Fact<'a>>>,
    /// What its texts say is the record's too; that they agree among themselves is another question.
    texts: OnceCell<Vec<Item>>,
}

/// A fact of a record.
struct Fact<'a> {
    entry: &'a Entry,
    trail: &'a str,
    value: &'a str,
    items: Vec<Item>,
}

impl<'a> Known<'a> {
    fn of(site: &'a Site, entry: &'a Entry, stated: &'a Stated<'a>) -> Self {
        let own = entry.incoming.iter().filter(|(_, relation)| *relation == Relation::Program).map(|(id, _)| site.entry(*id));
        let own = own.filter(|other| matches!(other.kind(), Kind::Fee | Kind::Schedule));
        let records = std::iter::once(entry).chain(own).collect();
        Self { records, stated, facts: OnceCell::new(), texts: OnceCell::new() }
    }

    fn lines(&self) -> impl Iterator<Item = (&'a Entry, &'a str)> {
        self.records.iter().flat_map(|entry| entry.record.facts.lines().map(|line| (*entry, line)))
    }

    fn facts(&self) -> &[Fact<'a>] {
        let read = |(entry, line): (&'a Entry, &'a str)| {
            let (trail, value) = line.split_once(": ")?;
            let items = items(trail, value, self.stated);
            (!items.is_empty()).then_some(Fact { entry, trail, value, items })
        };
        self.facts.get_or_init(|| self.lines().filter_map(read).collect())
    }

    /// Does a fact or a text of the record state it?
    fn states(&self, item: &Item) -> bool {
        let is_it = |known: &Item| known.agrees(item);
        let texts = || {
            let texts = self.records.iter().flat_map(|record| &record.record.uses.texts).filter(|text| is_own(text));
            let phrases = texts.flat_map(Text::phrases).filter_map(|phrase| {
                let words = self.stated.languages().get(phrase.language.as_str())?;
                Some(extract(&phrase.source, words).found)
            });
            phrases.flatten().map(|found| found.item).collect()
        };
        self.facts().iter().flat_map(|fact| &fact.items).any(is_it) || self.texts.get_or_init(texts).iter().any(is_it)
    }

    /// The fact of a topic that a statement contradicts, beside what else its sentence states.
    fn contradicted<'f>(&self, topic: Topic, found: &Found, mut here: impl Iterator<Item = &'f Found>) -> Option<&Fact<'a>> {
        let facts = || self.facts().iter().filter(|fact| topic.has(fact.trail));
        if self.states(&found.item) {
            return self.bound_contradicted(topic, found);
        }
        let rival = facts().find(|fact| fact.items.iter().any(|item| is_rival(item, &found.item)))?;
        match (&found.item, topic) {
            // An amount inside of a range is one that the record allows.
            (Item::Money(amount, _), _) if self.is_within(*amount) => None,
            (Item::Time(..), _) => {
                let is_its_day = here
                    .any(|other| matches!(other.item, Item::Date { .. }) && facts().any(|fact| fact.items.contains(&other.item)));
                is_its_day.then_some(rival)
            }
            // Of lengths, the one that is bounded the same way may be of a phase.
            _ => Some(rival),
        }
    }

    fn is_within(&self, amount: u64) -> bool {
        let end = |name: &str| {
            let fact = self.facts().iter().find(|fact| fact.trail.ends_with(name) && fact.trail.contains("amount"));
            fact.and_then(|fact| {
                fact.items.iter().find_map(|item| if let Item::Money(yen, _) = item { Some(*yen) } else { None })
            })
        };
        end("amount.from").zip(end("amount.to")).is_some_and(|(from, to)| (from..=to).contains(&amount))
    }

    /// The same length as the record's, bounded the other way.
    fn bound_contradicted(&self, topic: Topic, found: &Found) -> Option<&Fact<'a>> {
        let bound = found.bound.filter(|_| topic == Topic::Duration)?;
        let mut same = self.facts().iter().filter(|fact| fact.items.iter().any(|item| item.states(&found.item)));
        let first = same.next()?;
        let is_other = |fact: &Fact<'_>| topic.has(fact.trail) && bound_of(fact.trail).is_some_and(|other| !other.agrees(bound));
        (is_other(first) && same.all(is_other)).then_some(first)
    }

    /// An address that is the record's but for one of its halves, or for its last figures.
    fn near_address(&self, item: &Item) -> Option<&Fact<'a>> {
        let is_near = |other: &Item| match (item, other) {
            (Item::Email(a), Item::Email(b)) => a.split('@').zip(b.split('@')).any(|(a, b)| a == b),
            (Item::Phone(a), Item::Phone(b)) => a.len() == b.len() && a.bytes().zip(b.bytes()).take(6).all(|(a, b)| a == b),
            _ => false,
        };
        if self.states(item) {
            return None;
        }
        self.facts().iter().find(|fact| fact.items.iter().any(is_near))
    }
}

/// Is one of the kind of the other, and of its size? An amount of another size, and a day of another year, is for another thing.
fn is_rival(known: &Item, found: &Item) -> bool {
    match (known, found) {
        (Item::Money(a, one), Item::Money(b, other)) => one == other && a <= &b.saturating_mul(3) && b <= &a.saturating_mul(3),
        (Item::Date { year: y1, month: m1, day: d1 }, Item::Date { year: y2, month: m2, day: d2 }) => {
            y2.is_none() || y1 == y2 || m1 == m2 && d1 == d2
        }
        (Item::Months(_), Item::Months(_)) | (Item::Minutes(_), Item::Minutes(_)) => true,
        (a, b) => a.is_like(b),
    }
}

fn is_own(text: &Text) -> bool {
    ["eligibility", "documents", "steps", "components", "rounds", "items", "exceptions", "name"]
        .iter()
        .any(|field| text.trail().starts_with(field))
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
fn items(trail: &str, written: &str, stated: &Stated<'_>) -> Vec<Item> {
    use super::agreement::Unit::{Minutes, Months};
    const DAY: u64 = 24 * 60;
    let written = written.trim();
    if let Some(length) = written.strip_prefix('-').unwrap_or(written).strip_prefix('P') {
        let unit = match length.chars().last() {
            Some('Y') => Months(12),
            Some('M') => Months(1),
            Some('W') => Minutes(7 * DAY),
            Some('D') => Minutes(DAY),
            _ => return Vec::new(),
        };
        let count = length.get(..length.len() - 1).and_then(|count| count.parse::<u64>().ok());
        return count.map(|count| vec![Item::length(count.saturating_mul(ONE), unit)]).unwrap_or_default();
    }
    let steps = || trail.split('.');
    let is_money = steps().any(|step| step == "amount");
    let is_count = trail.starts_with("capacity");
    let items = extract(written, stated.languages().none()).found.into_iter().filter_map(|found| match found.item {
        Item::Number(number) | Item::Date { year: Some(number), month: None, day: None } if is_money => {
            let amount = if matches!(found.item, Item::Number(_)) { number } else { number * ONE };
            Some(Item::Money(amount, value("JPY")))
        }
        Item::Number(_) if is_count => Some(found.item),
        Item::Number(_) | Item::Code(_) => None,
        Item::Time(minutes, _) => Some(Item::Time(minutes, true)),
        item => Some(item),
    });
    items.collect()
}
