//! What is known of a record and of those that are linked to it: its fees and schedules, the program that it is of, and beside them
//! whatever the scheme has.

use std::cell::OnceCell;

use super::topic::{Sentence, Topic};
use crate::check::agreement::{Bound, Found, Group, Item, ONE, Stated, Unit, extract, value};
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::model::text::Text;
use crate::site::entries::Entry;
use crate::site::{Site, mentions};

/// In the place of a number: a few people are taken.
const FEW: &str = "few";
/// More people than this are not a few.
const MOST_OF_FEW: u64 = 5;

/// What a record states, with those that are linked to it. Read when it is asked for.
pub struct Known<'a> {
    site: &'a Site,
    entry: &'a Entry,
    stated: &'a Stated<'a>,
    records: OnceCell<Records<'a>>,
    facts: OnceCell<Vec<Fact<'a>>>,
    /// What its texts say is the record's too; that they agree among themselves is another question.
    texts: OnceCell<Vec<Item>>,
}

struct Records<'a> {
    /// The record and all that is linked to it.
    all: Vec<&'a Entry>,
    /// So many of them have facts that a sentence about the record is compared with. What others allow is right too.
    own: usize,
}

/// A fact of a record.
pub struct Fact<'a> {
    pub entry: &'a Entry,
    pub trail: &'a str,
    pub value: &'a str,
    items: Vec<Item>,
    /// Of an amount: for what it is paid each time.
    per: Option<u32>,
    is_own: bool,
}

impl<'a> Known<'a> {
    pub fn of(site: &'a Site, entry: &'a Entry, stated: &'a Stated<'a>) -> Self {
        Self { site, entry, stated, records: OnceCell::new(), facts: OnceCell::new(), texts: OnceCell::new() }
    }

    /// Is there nothing that a sentence could contradict?
    pub fn is_nothing(&self) -> bool {
        self.entry.record.facts.is_empty() && !self.entry.incoming.iter().any(|(_, relation)| *relation == Relation::Program)
    }

    fn records(&self) -> &Records<'a> {
        self.records.get_or_init(|| {
            let mut all = vec![self.entry];
            let program = match &self.entry.record.body {
                Body::Fee(fee) => fee.program.as_ref(),
                Body::Schedule(schedule) => schedule.program.as_ref(),
                _ => None,
            };
            let find = |target: &str| mentions::resolve(self.site, target).ok().map(|id| self.site.entry(id));
            let program = program.and_then(|program| find(&program.target));
            all.extend(program);
            let program = program.unwrap_or(self.entry);
            self.add_parts(program, &mut all);
            let own = all.len();
            // An offering has what its scheme has, where it says nothing of its own.
            if let Body::Program(body) = &program.record.body
                && let Some(scheme) = body.scheme.as_ref().and_then(|scheme| find(&scheme.target))
            {
                all.push(scheme);
                self.add_parts(scheme, &mut all);
            }
            Records { all, own }
        })
    }

    /// The fees and schedules of a program.
    fn add_parts(&self, program: &'a Entry, all: &mut Vec<&'a Entry>) {
        let parts = program.incoming.iter().filter(|(_, relation)| *relation == Relation::Program);
        let parts = parts.map(|(id, _)| self.site.entry(*id)).filter(|part| matches!(part.kind(), Kind::Fee | Kind::Schedule));
        for part in parts {
            if !all.iter().any(|entry| std::ptr::eq(*entry, part)) {
                all.push(part);
            }
        }
    }

    fn facts(&self) -> &[Fact<'a>] {
        self.facts.get_or_init(|| {
            let Records { all, own } = self.records();
            let of_record = |(at, entry): (usize, &&'a Entry)| {
                let (entry, is_own) = (*entry, at < *own);
                entry.record.facts.lines().filter_map(move |line| self.fact(entry, line, is_own)).collect::<Vec<_>>()
            };
            all.iter().enumerate().flat_map(of_record).collect()
        })
    }

    fn fact(&self, entry: &'a Entry, line: &'a str, is_own: bool) -> Option<Fact<'a>> {
        let (trail, value) = line.split_once(": ")?;
        let items = items(trail, value, self.stated);
        let is_few = value == FEW && Topic::Capacity.has(trail);
        if items.is_empty() && !is_few {
            return None;
        }
        Some(Fact { entry, trail, value, per: per(entry, trail), items, is_own })
    }

    /// Does a fact or a text of the record state it?
    pub fn states(&self, item: &Item) -> bool {
        let is_it = |known: &Item| known.agrees(item);
        let texts = || {
            let texts = self.records().all.iter().flat_map(|record| &record.record.uses.texts).filter(|text| is_own(text));
            let phrases = texts.flat_map(Text::phrases).filter_map(|phrase| {
                let words = self.stated.languages().get(phrase.language.as_str())?;
                Some(extract(&phrase.source, words).found)
            });
            phrases.flatten().map(|found| found.item).collect()
        };
        self.facts().iter().flat_map(|fact| &fact.items).any(is_it) || self.texts.get_or_init(texts).iter().any(is_it)
    }

    /// The facts of a topic that a sentence is compared with.
    fn of_topic(&self, topic: Topic) -> impl Iterator<Item = &Fact<'a>> {
        self.facts().iter().filter(move |fact| fact.is_own && topic.has(fact.trail))
    }

    /// The fact of a topic that a statement contradicts, beside what else its sentence states.
    pub fn contradicted(&self, topic: Topic, found: &Found, sentence: &Sentence<'_>) -> Option<&Fact<'a>> {
        if self.states(&found.item) {
            return self.bound_contradicted(topic, found);
        }
        // What was, or will be, in a year that no record is of.
        if sentence.is_of_other_year() || self.is_of_unknown_year(sentence) {
            return None;
        }
        match &found.item {
            Item::Money(amount, _) => self.amount_contradicted(*amount, found, sentence),
            Item::Number(count) => self.capacity_contradicted(*count, found, sentence),
            Item::Time(..) => {
                let is_day = |other: &Found| matches!(other.item, Item::Date { .. });
                let is_its_day =
                    |other: &Found| self.of_topic(topic).any(|fact| fact.items.iter().any(|item| item.agrees(&other.item)));
                let is_its = sentence.found().any(|other| is_day(other) && is_its_day(other));
                self.of_topic(topic).find(|fact| is_its && fact.items.iter().any(|item| is_rival(item, &found.item)))
            }
            Item::Months(_) | Item::Minutes(_) if self.is_length_within(topic, &found.item) => None,
            // Of lengths, the one that is bounded the same way may be of a phase.
            _ => self.of_topic(topic).find(|fact| fact.items.iter().any(|item| is_rival(item, &found.item))),
        }
    }

    /// Does a sentence name a year that no record here has?
    fn is_of_unknown_year(&self, sentence: &Sentence<'_>) -> bool {
        let is_year = |item: &Item| matches!(item, Item::FiscalYear(_) | Item::Date { year: Some(_), month: None, .. });
        sentence.found().any(|found| is_year(&found.item) && !self.states(&found.item))
    }

    /// An amount that is paid each time is compared with those that are paid as often; one that is paid once, with any: it may be that
    /// of several times.
    fn amount_contradicted(&self, amount: u64, found: &Found, sentence: &Sentence<'_>) -> Option<&Fact<'a>> {
        let clause = sentence.clause(found);
        let per: Vec<u32> =
            sentence.senses(Group::Per).filter(|sense| clause.contains(&sense.range.start)).map(|sense| sense.value).collect();
        let of =
            |fact: &Fact<'_>| fact.items.iter().find_map(|item| if let Item::Money(yen, _) = item { Some(*yen) } else { None });
        let is_income = |entry: &Entry| matches!(&entry.record.body, Body::Fee(fee) if fee.kind.is_some_and(crate::model::fee::FeeKind::is_income));
        let is_rival = |fact: &&Fact<'_>| {
            let is_as_often = if per.is_empty() { true } else { fact.per.is_some_and(|own| per.contains(&own)) };
            is_as_often && !is_income(fact.entry) && fact.items.iter().any(|item| is_rival(item, &found.item))
        };
        // What costs nothing has no other amount.
        let is_free = || self.of_topic(Topic::Fee).all(|fact| of(fact) == Some(0));
        let rival =
            self.of_topic(Topic::Fee).find(is_rival).or_else(|| self.of_topic(Topic::Fee).next().filter(|_| is_free()))?;
        // So many times what is paid each time, for so long as the sentence or the record has it.
        let is_product = |fact: &Fact<'_>| {
            let (Some(each), Some(one)) = (fact.per, of(fact).filter(|one| *one > 0 && amount.is_multiple_of(*one))) else {
                return false;
            };
            let Some(unit) = unit(each) else { return true };
            let whole = Item::length(amount / one * ONE, unit);
            self.states(&whole) || sentence.found().any(|found| found.item == whole)
        };
        let is_several = || per.is_empty() && self.facts().iter().any(is_product);
        // With the consumption tax, or without it.
        let is_taxed = |one: u64| {
            amount.saturating_mul(100) == one.saturating_mul(110) || amount.saturating_mul(110) == one.saturating_mul(100)
        };
        let is_with_tax = || sentence.senses(Group::Tax).next().is_some() && self.facts().iter().filter_map(of).any(is_taxed);
        let is_sum = || {
            let sum = |entry: &Entry| -> u64 {
                let items = self.facts().iter().filter(|fact| std::ptr::eq(fact.entry, entry) && fact.trail.starts_with("items"));
                items.filter_map(of).fold(0, u64::saturating_add)
            };
            self.records().all.iter().any(|entry| sum(entry) == amount)
        };
        (!self.is_within(amount) && !is_several() && !is_with_tax() && !is_sum()).then_some(rival)
    }

    /// The whole amount of a fee that costs something, where its own texts say that it costs nothing.
    pub fn paid(&self) -> Option<&Fact<'a>> {
        let is_paid = |fact: &&Fact<'_>| fact.items.iter().any(|item| matches!(item, Item::Money(1.., _)));
        let whole =
            self.of_topic(Topic::Fee).find(|fact| std::ptr::eq(fact.entry, self.entry) && fact.trail.starts_with("amount"));
        let is_any_free = || self.facts().iter().any(|fact| fact.items.iter().any(|item| matches!(item, Item::Money(0, _))));
        whole.filter(is_paid).filter(|_| self.entry.kind() == Kind::Fee && !is_any_free())
    }

    /// A number of people that is neither the capacity, nor in it, nor a part of it.
    fn capacity_contradicted(&self, count: u64, found: &Found, sentence: &Sentence<'_>) -> Option<&Fact<'a>> {
        let number = |fact: &Fact<'_>| {
            fact.items.iter().find_map(|item| if let Item::Number(number) = item { Some(*number) } else { None })
        };
        let few = self.of_topic(Topic::Capacity).find(|fact| fact.value == FEW);
        if few.is_some() {
            return few.filter(|_| count > MOST_OF_FEW * ONE);
        }
        let end = |name: &str| self.of_topic(Topic::Capacity).find(|fact| fact.trail.ends_with(name)).and_then(number);
        let is_within = end(".from").zip(end(".to")).is_some_and(|(from, to)| (from..=to).contains(&count));
        let counts = sentence.found().filter_map(|found| if let Item::Number(number) = found.item { Some(number) } else { None });
        let sum = counts.fold(0, u64::saturating_add);
        let rival = self.of_topic(Topic::Capacity).find(|fact| number(fact).is_some())?;
        let is_part = self.of_topic(Topic::Capacity).filter_map(number).any(|whole| whole == sum);
        // "Some five" may be six, and not twenty.
        let is_near = number(rival).is_some_and(|whole| count <= whole.saturating_mul(2) && whole <= count.saturating_mul(2));
        let is_about = is_near && (found.bound == Some(Bound::About) || rival.trail.ends_with(".about"));
        (!is_within && !is_part && !is_about).then_some(rival)
    }

    /// Is a length between the two that the record has?
    fn is_length_within(&self, topic: Topic, length: &Item) -> bool {
        let end = |name: &str| {
            let mut facts = self.of_topic(topic).filter(|fact| fact.trail.ends_with(name)).flat_map(|fact| &fact.items);
            facts.find(|item| std::mem::discriminant(*item) == std::mem::discriminant(length))
        };
        end(".from").zip(end(".to")).is_some_and(|(from, to)| from <= length && length <= to)
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
    pub fn near_address(&self, item: &Item) -> Option<&Fact<'a>> {
        let is_near = |other: &Item| match (item, other) {
            (Item::Email(a), Item::Email(b)) => a.split('@').zip(b.split('@')).any(|(a, b)| a == b),
            (Item::Phone(a), Item::Phone(b)) => a.len() == b.len() && a.bytes().zip(b.bytes()).take(6).all(|(a, b)| a == b),
            _ => false,
        };
        if self.states(item) {
            return None;
        }
        self.facts().iter().find(|fact| fact.is_own && fact.items.iter().any(is_near))
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

/// For what an amount is paid each time: the word beside it. Nothing of what is paid once.
fn per(entry: &Entry, trail: &str) -> Option<u32> {
    let (before, _) = trail.split_once("amount").filter(|_| entry.kind() == Kind::Fee)?;
    let is_per =
        |line: &&str| line.strip_prefix(before).is_some_and(|rest| rest.starts_with("amount.") && rest.contains("per: "));
    let (_, word) = entry.record.facts.lines().find(is_per)?.split_once(": ")?;
    (word != "once").then(|| value(word))
}

/// The unit of time for which an amount is paid each time, by its word in records; none of what is no such unit.
fn unit(word: u32) -> Option<Unit> {
    ["year", "half-year", "month", "week", "day", "hour"]
        .iter()
        .find(|name| value(name) == word)
        .and_then(|name| Unit::named(name))
}

/// What a value of a record states.
fn items(trail: &str, written: &str, stated: &Stated<'_>) -> Vec<Item> {
    use Unit::{Minutes, Months};
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
    let has = |name: &str| trail.split('.').any(|step| step == name);
    let (is_money, is_count) = (has("amount"), has("capacity"));
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
