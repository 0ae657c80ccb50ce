//! What a text states, read from its tokens: dates, times, amounts, lengths, shares, numbers, addresses, and the words beside
//! them that another language must not contradict. Which words say what is data of each language.

mod dates;
mod quantities;

use std::ops::Range;

use super::item::{Bound, Found, Item, Milli, ONE, Unit, Weight};
use super::tokens::{Is, Number, Scan, Token};
use super::words::{Group, Says, Word, Words, value};

/// A word that other values of its group contradict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sense {
    /// Its group.
    pub group: Group,
    /// Its value, by a hash.
    pub value: u32,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Does it only count as a counterpart?
    pub is_loose: bool,
}

/// What a text states.
#[derive(Debug, Default)]
pub struct Extract {
    /// Its facts, in their order.
    pub found: Vec<Found>,
    /// The words beside them.
    pub senses: Vec<Sense>,
    /// Where it says something of a bound or an approximation, of whatever.
    pub bounds: Vec<usize>,
    /// What it may say without that its language's words tell.
    pub untold: Vec<Group>,
}

/// Reads a text. Parts that are blanked out with NUL are passed over.
pub fn extract(text: &str, words: &Words) -> Extract {
    let small = text.to_ascii_lowercase();
    let scan = Scan::new(text, &small);
    let tokens = scan.tokens(words);
    let mut reader = Reader { scan: &scan, tokens: &tokens, out: Extract { untold: words.untold.clone(), ..Extract::default() } };
    let mut at = 0;
    while at < tokens.len() {
        at = reader.read(at).max(at + 1);
    }
    reader.out
}

/// Reads tokens.
struct Reader<'r, 'w> {
    scan: &'r Scan<'r>,
    tokens: &'r [Token<'w>],
    out: Extract,
}

/// A number of one token or more: its value, how it is written, how sure it is, the token after it.
#[derive(Debug, Clone, Copy)]
struct Amount {
    value: Milli,
    number: Option<Number>,
    weight: Weight,
    end: usize,
}

/// A fact with the number that it is made of.
struct Made {
    item: Item,
    end: usize,
    /// At least as sure as the number.
    weight: Option<Weight>,
}

impl<'w> Reader<'_, 'w> {
    /// Reads what begins at a token; gives the token after it.
    fn read(&mut self, at: usize) -> usize {
        let Some(token) = self.tokens.get(at) else { return at + 1 };
        match &token.is {
            Is::Fact(item) => {
                let item = item.clone();
                self.fact(at, item)
            }
            Is::Number(_) => self.numeric(at),
            Is::Word(word) => {
                self.hints(at, word);
                self.word(at, &word.says)
            }
        }
    }

    /// What a word says beside facts.
    fn hints(&mut self, at: usize, word: &Word) {
        for hint in &word.hints {
            self.sense(at, hint.group, hint.value, hint.is_loose);
            let unit =
                (hint.group == Group::Per).then(|| quantities::UNITS.iter().find(|name| value(name) == hint.value)).flatten();
            if let Some(unit) = unit.and_then(|name| Unit::named(name)) {
                self.push(at, at + 1, Item::length(ONE, unit), Weight::Loose, None);
            }
        }
    }

    /// A fact by itself. A time of day may be made surer by a word behind it.
    fn fact(&mut self, at: usize, item: Item) -> usize {
        let weight = if matches!(item, Item::Code(_)) { Weight::Word } else { Weight::Firm };
        if let Item::Time(minutes, _) = item {
            let before = at.checked_sub(1).and_then(|before| self.half_of_day(before, at));
            if let Some((hours, end)) = self.half_behind(at + 1).or(before.map(|hours| (hours, at + 1))) {
                self.push(at, end, half(minutes, hours), weight, None);
                return end;
            }
        }
        self.push(at, at + 1, item, weight, None);
        at + 1
    }

    fn word(&mut self, at: usize, says: &Says) -> usize {
        match says {
            Says::Number(..) | Says::Scale(_) => return self.numeric(at),
            Says::Part(part) => self.push(at, at + 1, Item::Share(*part), Weight::Loose, None),
            Says::Time(minutes) => self.push(at, at + 1, Item::Time(*minutes, true), Weight::Firm, None),
            Says::HalfPast => {
                if let Some(amount) = self.amount(at + 1).filter(|amount| amount.value <= 24 * ONE) {
                    let time = (amount.value / ONE * 60 + 30) % 1440;
                    let (hours, end) = self.half_behind(amount.end).map_or((None, amount.end), |(hours, end)| (Some(hours), end));
                    let item = hours.map_or(Item::Time(time, false), |hours| half(time, hours));
                    self.push(at, end, item, Weight::Firm, None);
                    return end;
                }
            }
            Says::Era(before) => return self.era(at, *before),
            Says::Fiscal => return self.fiscal(at),
            Says::Currency(currency) => return self.money_behind(at, *currency),
            Says::Month(month, is_other) => return self.month(at, *month, *is_other),
            Says::Half => return self.half(at),
            Says::EverySecond => {
                if let Some((unit, end)) = self.unit_at(at + 1) {
                    self.push(at, end, Item::length(2 * ONE, unit), Weight::Loose, None);
                    return end;
                }
            }
            Says::Article => return self.article(at),
            Says::Unit(unit) | Says::YearSign(unit) => return self.lone_unit(at, *unit),
            Says::MonthSign => return self.lone_unit(at, Unit::Months(1)),
            // Before a number it is part of a time.
            Says::HalfOfDay(_) if self.is_near(at + 1) && self.amount(at + 1).is_some() => {}
            Says::HalfOfDay(hours) => self.sense(at, Group::HalfDay, if *hours == 0 { value("am") } else { value("pm") }, false),
            Says::BoundAfter(_) | Says::BoundBefore(_) | Says::AnyBound => {
                self.out.bounds.extend(self.tokens.get(at).map(|t| t.start));
            }
            _ => {}
        }
        at + 1
    }

    /// Adds a fact that stands from one token to another.
    fn push(&mut self, from: usize, end: usize, item: Item, weight: Weight, number: Option<u64>) {
        let range = self.range(from, end);
        let bound = if item.is_quantity() { self.bound(from, end) } else { None };
        self.out.found.push(Found { item, bound, range, weight, number });
    }

    fn sense(&mut self, at: usize, group: Group, value: u32, is_loose: bool) {
        let range = self.range(at, at + 1);
        self.out.senses.push(Sense { group, value, range, is_loose });
    }

    fn range(&self, from: usize, end: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(0, |token| token.start);
        start..self.tokens.get(end.saturating_sub(1)).map_or(start, |token| token.end)
    }

    fn says(&self, at: usize) -> Option<&'w Says> {
        match &self.tokens.get(at)?.is {
            Is::Word(word) => Some(&word.says),
            _ => None,
        }
    }

    /// Does a token say something of a group?
    fn is_of(&self, at: usize, group: Group) -> bool {
        matches!(self.tokens.get(at).map(|token| &token.is), Some(Is::Word(word)) if word.hints.iter().any(|hint| hint.group == group))
    }

    /// Does a token follow the one before it with nothing, a blank or a hyphen between?
    fn is_near(&self, at: usize) -> bool {
        self.gap(at).is_some_and(|gap| gap.bytes().all(|byte| matches!(byte, b' ' | b'-')) && gap.len() < 3)
    }

    /// What stands between a token and the one before it.
    fn gap(&self, at: usize) -> Option<&str> {
        let before = self.tokens.get(at.checked_sub(1)?)?;
        self.scan.small.get(before.end..self.tokens.get(at)?.start)
    }

    /// The bound that words before or behind a fact say. "At least a month before" is no bound of the month.
    fn bound(&self, from: usize, end: usize) -> Option<Bound> {
        let before = value("before");
        let is_before = |at: usize| {
            let Some(Is::Word(word)) = self.tokens.get(at).map(|token| &token.is) else { return false };
            word.hints.iter().any(|hint| hint.group == Group::Side && hint.value == before && !hint.is_loose)
        };
        let behind = (end..end + 3).take_while(|at| self.is_behind(*at));
        let (mut bound, mut is_of_before) = (None, false);
        for at in behind {
            match self.says(at) {
                Some(Says::BoundAfter(found)) if bound.is_none() => bound = Some(*found),
                // "Three years at least"; but not "the four classes below".
                Some(Says::BoundBefore(found))
                    if bound.is_none()
                        && !matches!(found, Bound::MoreThan | Bound::LessThan)
                        && self.amount(at + 1).is_none()
                        && self.gap(at).is_some_and(str::is_ascii) =>
                {
                    bound = Some(*found);
                }
                Some(Says::Counter) => {}
                _ => {
                    is_of_before = is_before(at);
                    break;
                }
            }
        }
        let before = from.checked_sub(1);
        let said = before.filter(|at| self.is_near(at + 1) && *at < from);
        let article = said.filter(|at| matches!(self.says(*at), Some(Says::Article))).and_then(|at| at.checked_sub(1));
        let before = [said, article].into_iter().flatten().find_map(|at| match self.says(at) {
            Some(Says::BoundBefore(found)) => Some(*found),
            _ => None,
        });
        if is_of_before {
            return before.filter(|bound| matches!(bound, Bound::About | Bound::Exactly));
        }
        match (before, bound) {
            // 約3年以上 is a bound, and 最大10名程度 too.
            (Some(Bound::About), Some(_)) | (None, _) => bound,
            (before, _) => before,
        }
    }

    /// Does a token say something of the number before it? What is counted may stand between.
    fn is_behind(&self, at: usize) -> bool {
        let Some(gap) = self.gap(at) else { return false };
        if gap.is_ascii() {
            let words = gap.split(' ').filter(|word| !word.is_empty()).count();
            return words < 3 && gap.bytes().all(|byte| byte == b' ' || byte == b'-' || byte.is_ascii_alphabetic());
        }
        // Not hiragana: that is another clause.
        gap.chars().count() <= 5
            && gap.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '一'..='鿿' | 'ァ'..='ー' | '々'))
    }
}

/// A time of a clock of twelve hours, with its half of the day.
fn half(minutes: u64, hours: u64) -> Item {
    let minutes = minutes % 1440;
    let time = match (minutes, hours) {
        (720..780, 0) => minutes - 720,
        (0..720, hours) => minutes + hours * 60,
        _ => minutes,
    };
    Item::Time(time % 1440, true)
}

#[cfg(test)]
mod tests;
