//! Numbers, amounts, lengths and shares.

use super::{Amount, Group, Item, Made, Milli, ONE, Reader, Says, Unit, Weight, value};
use crate::check::agreement::tokens::Is;

/// Units of which something can be each.
pub(super) const UNITS: [&str; 6] = ["year", "month", "week", "day", "hour", "minute"];

impl Reader<'_, '_> {
    /// A number at a token: figures, numerals or words, with what multiplies them and "and a half".
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let (value, number, mut weight) = match &self.tokens.get(at)?.is {
            Is::Number(number) => {
                let weight = match (number.is_chinese, number.value) {
                    (_, 0..=ONE) => Weight::Loose,
                    (true, _) => Weight::Word,
                    (false, _) => Weight::Firm,
                };
                (number.value, Some(*number), weight)
            }
            Is::Word(word) => match word.says {
                Says::Number(value, is_firm) => (value, None, if is_firm { Weight::Word } else { Weight::Loose }),
                // "A thousand".
                Says::Scale(scale) => (scale.checked_mul(ONE)?, None, Weight::Word),
                _ => return None,
            },
            Is::Fact(_) => return None,
        };
        let (mut total, mut current, mut end) = (0_u64, value, at + 1);
        let mut is_scaled = false;
        loop {
            if let Some(Says::Scale(scale)) = self.says(end).filter(|_| self.is_near(end)) {
                current = current.checked_mul(*scale)?;
                (is_scaled, end) = (true, end + 1);
                if *scale >= 1000 {
                    total = total.checked_add(current)?;
                    current = 0;
                }
                continue;
            }
            // "twenty-five", "two hundred and fifty"
            let next = if is_scaled && matches!(self.says(end), Some(Says::Joins)) { end + 1 } else { end };
            let Some(Says::Number(more, _)) = self.says(next).filter(|_| self.is_near(end) && self.is_near(next)) else { break };
            let is_tens = current > 0 && current.is_multiple_of(10 * ONE) && *more < 10 * ONE && current < 100 * ONE;
            if !(is_tens || is_scaled && *more < 100 * ONE) || number.is_some() {
                break;
            }
            current = current.checked_add(*more)?;
            end = next + 1;
        }
        let mut value = total.checked_add(current)?;
        if let Some(after) = self.and_a_half(end) {
            (value, end) = (value + ONE / 2, after);
        }
        if is_scaled && weight == Weight::Loose {
            weight = Weight::Word;
        }
        Some(Amount { value, number: number.filter(|_| end == at + 1), weight, end })
    }

    /// "and a half" at a token: the token after it.
    fn and_a_half(&self, at: usize) -> Option<usize> {
        let is_half = |at: usize| matches!(self.says(at), Some(Says::Half | Says::Part(500_000)));
        let is_said = matches!(self.says(at), Some(Says::Joins)) && matches!(self.says(at + 1), Some(Says::Article));
        (is_said && is_half(at + 2) && self.is_near(at) && self.is_near(at + 2)).then_some(at + 3)
    }

    /// A number, and what is behind it.
    pub(super) fn numeric(&mut self, at: usize) -> usize {
        let Some(amount) = self.amount(at) else { return at + 1 };
        let number = (amount.value.is_multiple_of(ONE)).then_some(amount.value / ONE);
        let made = self.made_from(at, &amount).or_else(|| self.shared(at, &amount));
        let Some(Made { item, end, weight }) = made else {
            return self.bare(at, &amount);
        };
        let is_length = matches!(item, Item::Months(_) | Item::Minutes(_));
        let is_one = is_length && amount.value == ONE;
        let is_each = is_one && (self.is_of(end, Group::Per) && self.is_near(end) || self.is_number_at(end));
        let weight = match weight {
            Some(weight) => weight,
            None if is_each => Weight::Loose,
            None if is_one && amount.number.is_none_or(|number| number.is_chinese) => Weight::Word,
            None => Weight::Firm,
        };
        if let (Some(unit), true) = (self.unit_at(amount.end).map(|(unit, _)| unit), is_each) {
            self.per(at, end, unit);
        }
        self.push(at, end, item, weight, number);
        self.each(end)
    }

    /// Right behind it, a number: 1日6時間.
    fn is_number_at(&self, at: usize) -> bool {
        self.is_near(at) && self.gap(at) == Some("") && matches!(self.tokens.get(at).map(|token| &token.is), Some(Is::Number(_)))
    }

    /// "a month" behind an amount or a number of times.
    fn each(&mut self, at: usize) -> usize {
        let is_article = matches!(self.says(at), Some(Says::Article))
            && self.scan.small.as_bytes().get(self.range(at, at + 1).start) == Some(&b'a');
        let words = self.gap(at).map_or(9, |gap| gap.split(' ').filter(|word| !word.is_empty()).count());
        if let (true, Some((unit, end))) =
            (is_article && words < 3 && self.gap(at).is_some_and(str::is_ascii), self.unit_at(at + 1))
            && !self.gap(at).is_some_and(|gap| gap.contains(['.', ',', ';', '(', ':']))
        {
            self.per(at, end, unit);
            self.push(at, end, Item::length(ONE, unit), Weight::Loose, None);
            return end;
        }
        at
    }

    /// "Per" a unit.
    pub(super) fn per(&mut self, at: usize, end: usize, unit: Unit) {
        if let Some(name) = UNITS.iter().find(|name| Unit::named(name) == Some(unit)) {
            let range = self.range(at, end);
            self.out.senses.push(super::Sense { group: Group::Per, value: value(name), range, is_loose: false });
        }
    }

    /// What a number is by the word behind it.
    pub(super) fn made(&self, amount: &Amount) -> Option<Made> {
        self.made_from(amount.end, amount)
    }

    fn made_from(&self, from: usize, amount: &Amount) -> Option<Made> {
        let count = amount.value / ONE;
        if let Some(time) = self.time(from, amount).or_else(|| self.day_before_month(amount)) {
            return Some(time);
        }
        let says = self.says(amount.end).filter(|_| self.is_near(amount.end))?;
        let made = |item, end| Some(Made { item, end, weight: None });
        let is_year = amount.number.is_some_and(|number| number.figures == 4) && (1000..3000).contains(&count);
        match says {
            Says::YearSign(_) | Says::Fiscal | Says::Decade if is_year => self.year(amount),
            Says::MonthSign => self.numbered_month(amount),
            Says::DaySign(_)
                if (2..=31).contains(&count) && amount.value.is_multiple_of(ONE) && !self.is_bounded(amount.end + 1) =>
            {
                made(Item::Day(count), amount.end + 1)
            }
            // "1日" is as often a day as the first of a month.
            Says::DaySign(_) if count == 1 => Some(Made { item: Item::Day(1), end: amount.end + 1, weight: Some(Weight::Loose) }),
            Says::Unit(unit) | Says::YearSign(unit) | Says::DaySign(unit) => self.length(amount.value, *unit, amount.end + 1),
            Says::Currency(currency) => made(Item::Money(amount.value, *currency), amount.end + 1),
            Says::Percent(percent) => made(Item::Share(amount.value.saturating_mul(*percent) / ONE), amount.end + 1),
            Says::PartsOf => {
                // 2分の場所 is two minutes.
                let Some(parts) = self.amount(amount.end + 1).filter(|_| self.is_near(amount.end + 1)) else {
                    return self.length(amount.value, Unit::Minutes(1), amount.end + 1);
                };
                made(Item::Share(parts.value.saturating_mul(1_000_000) / amount.value.max(1)), parts.end)
            }
            Says::Part(part) if amount.value < 10 * ONE => made(Item::Share(amount.value * part / ONE), amount.end + 1),
            Says::OutOf => {
                let whole = self.amount(amount.end + 1)?;
                made(Item::Share(amount.value.saturating_mul(1_000_000) / whole.value.max(1)), whole.end)
            }
            _ => None,
        }
    }

    /// Is a day counted, and none of the calendar, by the word behind it?
    fn is_bounded(&self, at: usize) -> bool {
        let is_said =
            matches!(self.says(at), Some(Says::BoundAfter(_))) || self.is_of(at, Group::Side) || self.is_of(at, Group::Per);
        let is_until = matches!(self.says(at), Some(Says::BoundAfter(super::Bound::Until)));
        is_said && !is_until && self.is_near(at)
    }

    /// So many of a unit, with the half or the smaller unit behind it: 1年半, 2年6か月, "an hour and a half".
    fn length(&self, count: Milli, unit: Unit, end: usize) -> Option<Made> {
        let made = |item, end| Some(Made { item, end, weight: None });
        if let Some(end) = self.and_a_half(end) {
            return made(Item::length(count + ONE / 2, unit), end);
        }
        if matches!(self.says(end), Some(Says::Half)) && self.gap(end) == Some("") {
            return made(Item::length(count + ONE / 2, unit), end + 1);
        }
        let next = if matches!(self.says(end), Some(Says::Joins)) { end + 1 } else { end };
        let more = self.amount(next).filter(|_| self.gap(next).is_some_and(|gap| gap.trim().is_empty() || gap == "と"));
        let smaller = more.and_then(|more| Some((more.value, self.unit_at(more.end)?)));
        match (Item::length(count, unit), smaller) {
            (Item::Months(a), Some((more, (Unit::Months(1), end)))) if unit != Unit::Months(1) => {
                made(Item::Months(a + more), end)
            }
            (Item::Minutes(a), Some((more, (Unit::Minutes(1), end)))) if unit == Unit::Minutes(60) => {
                made(Item::Minutes(a + more), end)
            }
            (item, _) => made(item, end),
        }
    }

    /// The first of two numbers takes what is behind the second: 3〜5万円, "two or three years", "1 to 14 November".
    fn shared(&self, from: usize, amount: &Amount) -> Option<Made> {
        let second = self.amount(self.joined(amount.end)?)?;
        let mut first = *amount;
        let scale = second.number.map_or(1, |number| number.scale);
        if amount.number.is_some_and(|number| number.scale == 1) && scale > 1 && amount.value < second.value {
            first.value = first.value.checked_mul(scale)?;
        }
        let second = Amount { value: first.value, number: first.number.or(second.number), weight: first.weight, end: second.end };
        let made = self.made_from(from, &second)?;
        let is_unit = !matches!(made.item, Item::Date { month: None, .. } | Item::FiscalYear(_));
        is_unit.then_some(Made { item: made.item, end: amount.end, weight: made.weight })
    }

    /// A number with nothing behind it that says what it is.
    fn bare(&mut self, at: usize, amount: &Amount) -> usize {
        let count = amount.value / ONE;
        let number = (amount.value.is_multiple_of(ONE)).then_some(count);
        let is_year = amount.number.is_some_and(|number| {
            number.figures == 4
                && !number.is_chinese
                && (1900..=2100).contains(&count)
                && number.value == count * ONE
                && self.has_no_comma(at)
        });
        if is_year {
            self.push(at, amount.end, Item::Date { year: Some(count), month: None, day: None }, Weight::Firm, None);
            return self.after_span(amount.end, count);
        }
        // A scale or a point alone is a word: 十, 千.
        self.push(at, amount.end, Item::Number(amount.value), amount.weight, number);
        self.each(amount.end)
    }

    fn has_no_comma(&self, at: usize) -> bool {
        let range = self.range(at, at + 1);
        self.scan.small.get(range).is_some_and(|text| !text.contains(','))
    }

    /// A currency before its amount, and a second amount behind: "¥100,000–200,000".
    pub(super) fn money_behind(&mut self, at: usize, currency: u32) -> usize {
        let Some(amount) = self.amount(at + 1).filter(|_| self.is_near(at + 1)) else { return at + 1 };
        self.push(at, amount.end, Item::Money(amount.value, currency), Weight::Firm, Some(amount.value / ONE));
        let second = self.joined(amount.end).and_then(|next| Some((next, self.amount(next)?)));
        if let Some((next, second)) = second.filter(|(_, second)| second.value > amount.value && self.made(second).is_none()) {
            self.push(next, second.end, Item::Money(second.value, currency), Weight::Firm, Some(second.value / ONE));
            return self.each(second.end);
        }
        self.each(amount.end)
    }

    /// Half of a unit, or half of something.
    pub(super) fn half(&mut self, at: usize) -> usize {
        let article = if matches!(self.says(at + 1), Some(Says::Article)) { at + 2 } else { at + 1 };
        if let Some((unit, end)) = self.unit_at(article) {
            // "Twice a year" is every half year.
            let is_rate = self.scan.small.get(self.range(at, end).end..).is_some_and(|rest| rest.starts_with('に'));
            let weight = if is_rate { Weight::Loose } else { Weight::Firm };
            self.push(at, end, Item::length(ONE / 2, unit), weight, None);
            return end;
        }
        self.push(at, at + 1, Item::Share(500_000), Weight::Loose, None);
        at + 1
    }

    /// "A year and a half", "a week".
    pub(super) fn article(&mut self, at: usize) -> usize {
        let Some((unit, end)) = self.unit_at(at + 1).filter(|_| self.is_near(at + 1)) else { return at + 1 };
        if let Some(after) = self.and_a_half(end) {
            self.push(at, after, Item::length(ONE + ONE / 2, unit), Weight::Firm, None);
            return after;
        }
        self.push(at, end, Item::length(ONE, unit), Weight::Loose, None);
        end
    }

    /// A unit without a number: before a number it says how often (週3日), else one of it may be meant.
    pub(super) fn lone_unit(&mut self, at: usize, unit: Unit) -> usize {
        let is_rate = self.is_number_at(at + 1) || self.gap(at + 1) == Some("に") && self.amount(at + 1).is_some();
        let before = self.scan.before(self.range(at, at + 1).start);
        // 今年3月, 来月5日 and 学年 are other words.
        let is_word = matches!(before, '一'..='鿿' | '0'..='9');
        if is_rate && !is_word {
            self.per(at, at + 1, unit);
        }
        self.push(at, at + 1, Item::length(ONE, unit), Weight::Loose, None);
        at + 1
    }

    /// A unit at a token, and the token after it.
    pub(super) fn unit_at(&self, at: usize) -> Option<(Unit, usize)> {
        match self.says(at).filter(|_| self.is_near(at))? {
            Says::Unit(unit) | Says::YearSign(unit) | Says::DaySign(unit) => Some((*unit, at + 1)),
            Says::MonthSign => Some((Unit::Months(1), at + 1)),
            _ => None,
        }
    }
}
