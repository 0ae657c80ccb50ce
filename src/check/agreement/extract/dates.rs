//! Dates, years and times of day.

use super::{Amount, Item, Made, ONE, Reader, Says, Weight, half};
use crate::check::agreement::tokens::{Is, Number};

impl Reader<'_, '_> {
    /// A number at a token, if it is whole and written in figures.
    fn whole(&self, at: usize) -> Option<(u64, Number)> {
        match self.tokens.get(at)?.is {
            Is::Number(number) => Some((number.whole()?, number)),
            _ => None,
        }
    }

    /// 令和6年, 平成元年度.
    pub(super) fn era(&mut self, at: usize, before: u64) -> usize {
        let Some((year, number)) = self.whole(at + 1).filter(|_| self.is_near(at + 1)) else { return at + 1 };
        let amount = Amount { value: (before + year) * ONE, number: Some(number), weight: Weight::Firm, end: at + 2 };
        let made = self.year(&amount);
        let end = made.as_ref().map_or(at + 2, |made| made.end);
        let item = made.map_or(Item::Date { year: Some(before + year), month: None, day: None }, |made| made.item);
        self.push(at, end, item, Weight::Firm, None);
        end
    }

    /// "FY 2024", "fiscal year 2024"; and behind the number: 2024年度.
    pub(super) fn fiscal(&mut self, at: usize) -> usize {
        let year = self.whole(at + 1).filter(|_| self.is_near(at + 1)).map(|(year, number)| match number.figures {
            2 => 2000 + year,
            _ => year,
        });
        let Some(year) = year.filter(|year| (1000..3000).contains(year)) else { return at + 1 };
        self.push(at, at + 2, Item::FiscalYear(year), Weight::Firm, None);
        self.after_span(at + 2, year)
    }

    /// Behind the second year of a span: 2024/25.
    pub(super) fn after_span(&mut self, at: usize, first: u64) -> usize {
        let second = self.whole(at).filter(|(_, number)| number.figures == 2 && matches!(self.gap(at), Some("/" | "-" | "–")));
        let Some((second, _)) = second else { return at };
        // It may be the end of the first alone.
        let year = Some(first / 100 * 100 + second);
        self.push(at, at + 1, Item::Date { year, month: None, day: None }, Weight::Loose, None);
        at + 1
    }

    /// At the sign of a year behind its number: a date or a fiscal year.
    pub(super) fn year(&self, amount: &Amount) -> Option<Made> {
        let year = Some(amount.value / ONE);
        let made = |item, end| Some(Made { item, end, weight: Some(Weight::Firm) });
        match self.says(amount.end).filter(|_| self.is_near(amount.end))? {
            Says::Fiscal => made(Item::FiscalYear(amount.value / ONE), amount.end + 1),
            // The eighties may begin in the middle of an era.
            Says::Decade => made(Item::Date { year: year.map(|year| year / 10 * 10), month: None, day: None }, amount.end + 1),
            Says::YearSign(_) => {
                let end = amount.end + 1;
                match self.month_and_day(end).filter(|_| self.is_near(end)) {
                    Some((month, day, end)) => made(Item::Date { year, month: Some(month), day }, end),
                    None => made(Item::Date { year, month: None, day: None }, end),
                }
            }
            _ => None,
        }
    }

    /// 4月1日 or 4月 at a token.
    fn month_and_day(&self, at: usize) -> Option<(u64, Option<u64>, usize)> {
        let (month, _) = self.whole(at).filter(|(month, _)| (1..=12).contains(month))?;
        matches!(self.says(at + 1), Some(Says::MonthSign)).then_some(())?;
        let day = self.whole(at + 2).filter(|_| self.is_near(at + 2) && matches!(self.says(at + 3), Some(Says::DaySign(_))));
        Some((month, day.map(|(day, _)| day), if day.is_some() { at + 4 } else { at + 2 }))
    }

    /// A month by its sign behind a number: 4月, 4月1日.
    pub(super) fn numbered_month(&self, amount: &Amount) -> Option<Made> {
        let (month, day, end) = self.month_and_day(amount.end - 1)?;
        Some(Made { item: Item::Date { year: None, month: Some(month), day }, end, weight: Some(Weight::Firm) })
    }

    /// A month by its name: "April", "April 1, 2026", "April 2026", "April 1 and 10".
    pub(super) fn month(&mut self, at: usize, month: u64, is_other: bool) -> usize {
        let month = Some(month);
        let day = self.whole(at + 1).filter(|(day, _)| self.is_after_name(at + 1) && (1..=31).contains(day));
        if let Some((day, _)) = day {
            let (year, end) = self.year_behind(at + 2);
            self.push(at, end, Item::Date { year, month, day: Some(day) }, Weight::Firm, None);
            return self.more_days(end, year, month, day);
        }
        let year = self.whole(at + 1).filter(|(year, _)| self.is_after_name(at + 1) && (1000..3000).contains(year));
        if let Some((year, _)) = year {
            self.push(at, at + 2, Item::Date { year: Some(year), month, day: None }, Weight::Firm, None);
            return at + 2;
        }
        // "May" and "March" are months only where nothing else can stand.
        let start = self.tokens.get(at).map_or(0, |token| token.start);
        let is_capital = self.scan.text.as_bytes().get(start).is_some_and(u8::is_ascii_uppercase);
        let before = at.checked_sub(1).filter(|_| self.is_near(at)).and_then(|before| self.says(before));
        let is_preceded =
            matches!(before, Some(Says::Preposition | Says::Joins | Says::BoundBefore(_) | Says::OutOf | Says::Article))
                || at > 0 && self.is_near(at) && self.is_of(at - 1, super::Group::Part);
        let is_joined = matches!(self.says(at + 1), Some(Says::Joins)) && matches!(self.says(at + 2), Some(Says::Month(..)));
        if is_capital && (!is_other || is_preceded || is_joined) {
            self.push(at, at + 1, Item::Date { year: None, month, day: None }, Weight::Firm, None);
        }
        at + 1
    }

    /// More days of the month: "and 31", "– 18".
    fn more_days(&mut self, mut end: usize, year: Option<u64>, month: Option<u64>, mut last: u64) -> usize {
        while let Some(at) = self.joined(end) {
            let Some((day, number)) = self.whole(at).filter(|(day, _)| *day > last && *day <= 31) else { break };
            let amount = Amount { value: day * ONE, number: Some(number), weight: Weight::Firm, end: at + 1 };
            let is_other = self.made(&amount).is_some()
                || self
                    .gap(at + 1)
                    .is_some_and(|gap| gap.starts_with(' ') && gap[1..].starts_with(|c: char| c.is_ascii_lowercase()));
            if is_other {
                break;
            }
            self.push(at, at + 1, Item::Date { year, month, day: Some(day) }, Weight::Firm, None);
            (end, last) = (at + 1, day);
        }
        end
    }

    /// The number behind a word between two: "to 31", "–31".
    pub(super) fn joined(&self, end: usize) -> Option<usize> {
        let gap = self.gap(end)?;
        if gap.trim() == "–" || gap.trim() == "-" || gap == "/" {
            return Some(end);
        }
        (matches!(self.says(end), Some(Says::Joins)) && self.is_near(end) && self.is_near(end + 1)).then_some(end + 1)
    }

    /// Is a number right behind a month's name? "Nov. 14".
    fn is_after_name(&self, at: usize) -> bool {
        matches!(self.gap(at), Some(" " | ". " | "."))
    }

    /// A year behind a day or a month.
    fn year_behind(&self, at: usize) -> (Option<u64>, usize) {
        let is_behind = matches!(self.gap(at), Some(" " | ", " | "." | ". "));
        let year = self.whole(at).filter(|(year, number)| is_behind && number.figures == 4 && (1000..3000).contains(year));
        year.map_or((None, at), |(year, _)| (Some(year), at + 1))
    }

    /// A day before the name of its month: "14 November 2023", "10th of March".
    pub(super) fn day_before_month(&self, amount: &Amount) -> Option<Made> {
        let day = amount.number.and_then(|number| number.whole()).filter(|day| (1..=31).contains(day))?;
        let Some(Says::Month(month, _)) = self.says(amount.end) else { return None };
        matches!(self.gap(amount.end), Some(" " | " of " | "-" | "")).then_some(())?;
        let (year, end) = self.year_behind(amount.end + 1);
        Some(Made { item: Item::Date { year, month: Some(*month), day: Some(day) }, end, weight: Some(Weight::Firm) })
    }

    /// The half of the day that a word before or behind an hour says.
    pub(super) fn half_of_day(&self, at: usize, next: usize) -> Option<u64> {
        match self.says(at)? {
            Says::HalfOfDay(hours) if self.is_near(next) || self.gap(next) == Some("の") => Some(*hours),
            _ => None,
        }
    }

    /// The same behind a time, and the token after it.
    pub(super) fn half_behind(&self, at: usize) -> Option<(u64, usize)> {
        matches!(self.gap(at), Some("" | " ")).then_some(())?;
        match self.says(at)? {
            Says::HalfOfDay(hours) => Some((*hours, at + 1)),
            _ => None,
        }
    }

    /// A time of day whose hour is this number: 9時30分, 8時半, "5 p.m.", "3.30 p.m.", "8 o'clock".
    pub(super) fn time(&self, from: usize, amount: &Amount) -> Option<Made> {
        let hour = amount.value / ONE;
        if hour > 24 {
            return None;
        }
        let made = |item, end| Some(Made { item, end, weight: Some(Weight::Firm) });
        if let (Some((hours, end)), Some(number)) = (self.half_behind(amount.end), amount.number) {
            let is_exact = number.whole().is_some() || number.hundredths.is_some_and(|minutes| minutes < 60);
            return is_exact.then_some(()).and_then(|()| made(half(hour * 60 + number.hundredths.unwrap_or(0), hours), end));
        }
        let says = self.says(amount.end).filter(|_| self.is_near(amount.end));
        if let (Some((hours, end)), Says::Clock) = (self.half_behind(amount.end + 1), says?) {
            return made(half(hour * 60, hours), end);
        }
        let (minute, end) = match says? {
            Says::Clock => (0, amount.end + 1),
            Says::HourSign => match (self.whole(amount.end + 1), self.says(amount.end + 1), self.says(amount.end + 2)) {
                (Some((minute, _)), _, Some(Says::Unit(super::Unit::Minutes(1)) | Says::MinuteSign)) => (minute, amount.end + 3),
                (_, Some(Says::Half), _) if self.is_near(amount.end + 1) => (30, amount.end + 2),
                _ => (0, amount.end + 1),
            },
            _ => return None,
        };
        let minutes = hour * 60 + minute;
        let before = from.checked_sub(1).and_then(|before| self.half_of_day(before, from));
        made(before.map_or(Item::Time(minutes % 1440, hour == 0 || hour > 12), |hours| half(minutes, hours)), end)
    }
}
