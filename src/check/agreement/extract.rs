//! Finds the facts that a sentence states: dates, times, amounts, lengths, shares, numbers, addresses of people.
//! Works on Japanese and English, whichever the text is in.

use super::item::{Found, Item, Unit};
use super::scan::{ERAS, Scan, Word, kanji_number, word};

/// All facts of a text in their order. Parts that are blanked out with NUL are passed over.
pub fn extract(text: &str) -> Vec<Found> {
    let scan = Scan::new(text);
    let mut found = Vec::new();
    let mut i = 0;
    while let Some(start) = scan.next_candidate(i) {
        let Some(Reading { item, end, is_firm }) = scan.reading(start) else {
            i = scan.after(start);
            continue;
        };
        if let Some(item) = item {
            let bound = if item.is_quantity() { scan.bound(start, end) } else { None };
            found.push(Found { bound, item, range: start..end, is_firm });
        }
        i = end.max(scan.after(start));
    }
    found
}

/// What was read, and the index after it.
struct Reading {
    /// None: it only looks like a fact.
    item: Option<Item>,
    end: usize,
    is_firm: bool,
}

impl Reading {
    fn firm(item: Item, end: usize) -> Option<Self> {
        Some(Self { item: Some(item), end, is_firm: true })
    }

    fn loose(item: Item, end: usize) -> Option<Self> {
        Some(Self { item: Some(item), end, is_firm: false })
    }
}

impl Scan<'_> {
    fn reading(&self, i: usize) -> Option<Reading> {
        let c = self.at(i);
        match c {
            '正' if self.word(i, "正午").is_some() => Reading::firm(Item::Time(12, 0), self.skip_chars(i, 2)),
            '¥' => {
                let (value, end) = self.digits(self.skip(self.after(i), &[' ']))?;
                let (value, end) = self.scaled(value, end);
                Reading::firm(Item::Money(value), end)
            }
            '令' | '平' | '昭' | '大' => {
                let (after, first) = ERAS.iter().find_map(|(era, first)| Some((self.word(i, era)?, first)))?;
                let (year, end) = if self.at(after) == '元' { (1, self.after(after)) } else { self.digits(after)? };
                self.japanese_date(first + year, end)
            }
            '0'..='9' if !self.is_in_word(i) => self.numeric(i),
            '+' => self.phone(i),
            c if c.is_ascii_alphabetic() => self.english(i),
            c => {
                let number = kanji_number(c)?;
                let end = self.after(i);
                match self.unit(number, end) {
                    Some((unit, end)) => Reading::loose(Item::Length(number, unit), end),
                    None => Reading::loose(Item::Number(number), end),
                }
            }
        }
    }

    fn numeric(&self, i: usize) -> Option<Reading> {
        if let Some(found) = self.phone(i).or_else(|| self.email(i)) {
            return Some(found);
        }
        let (value, end) = self.digits(i)?;
        let next = self.after(end);
        if self.at(end) == '.' && self.at(next).is_ascii_digit() {
            let (_, after) = self.digits(next)?;
            return Reading::firm(Item::Decimal(self.folded(i, after)), after);
        }
        match self.at(end) {
            '年' => return self.japanese_date(value, end),
            '月' if value <= 12 => {
                let (day, end) = self.day(next);
                return Reading::firm(Item::Date { year: None, month: Some(value), day }, end);
            }
            // "1日" is as often a day as the first of a month.
            '日' if !"間以前後目".contains(self.at(next)) && value <= 31 => {
                return Some(Reading { item: Some(Item::Day(value)), end: next, is_firm: value > 1 });
            }
            '%' => return Reading::firm(Item::Percent(value), next),
            '割' => return Reading::firm(Item::Percent(value.saturating_mul(10)), next),
            '-' | '/' if value >= 1000 => {
                if let Some((month, after)) = self.digits(next).filter(|(month, _)| (1..=12).contains(month)) {
                    let day = self.digits(self.after(after)).filter(|_| self.at(after) == self.at(end));
                    let (day, after) = day.map_or((None, after), |(day, after)| (Some(day), after));
                    return Reading::firm(Item::Date { year: Some(value), month: Some(month), day }, after);
                }
            }
            _ => {}
        }
        if let Some(found) = self.time(i, value, end) {
            return Some(found);
        }
        if let Some((unit, after)) = self.unit(value, end) {
            return Reading::firm(Item::Length(value, unit), after);
        }
        let (scaled, after) = self.scaled(value, end);
        if self.at(after) == '円' {
            return Reading::firm(Item::Money(scaled), self.after(after));
        }
        if let Some(found) = self.measure(value, end) {
            return Some(found);
        }
        let item = match value {
            1900..=2100 if end - i == 4 => Item::Date { year: Some(value), month: None, day: None },
            _ => Item::Number(scaled),
        };
        Some(Reading { is_firm: scaled > 1, item: Some(item), end: after })
    }

    /// An English word after a number: a currency, a share, a month.
    fn measure(&self, value: u64, end: usize) -> Option<Reading> {
        let word_start = self.skip(end, &[' ']);
        let word_end = self.letters(word_start);
        let letters = self.text.get(word_start..word_end)?;
        let is = |word: &str| letters.eq_ignore_ascii_case(word);
        if is("yen") || is("jpy") {
            return Reading::firm(Item::Money(value), word_end);
        }
        if is("percent") {
            return Reading::firm(Item::Percent(value), word_end);
        }
        if is("per") {
            let after = self.word(word_end, " cent")?;
            return Reading::firm(Item::Percent(value), after);
        }
        if value > 31 {
            return None;
        }
        let date = |month, at| {
            let (year, at) = self.year_after(at);
            (Item::Date { year, month: Some(month), day: Some(value) }, at)
        };
        if let Some(Word::Month(month)) = self.english_word(word_start, word_end) {
            let (item, at) = date(month, word_end);
            return Reading::firm(item, at);
        }
        // "1 to 14 November 2023": the month stands with the second day.
        let connector = ["to", "and", "or", "until", "-", "–"].iter().find_map(|word| self.word(word_start, word))?;
        let (_, second) = self.digits(self.skip(connector, &[' '])).filter(|(day, _)| *day <= 31)?;
        let month_start = self.skip(second, &[' ']);
        let month_end = self.letters(month_start);
        let Some(Word::Month(month)) = self.english_word(month_start, month_end) else { return None };
        let (item, _) = date(month, month_end);
        Reading::firm(item, end)
    }

    /// A time of day whose hour ends at `end`: `12:00`, `9時30分`, `12 o'clock`, `1 p.m.`
    fn time(&self, start: usize, hour: u64, end: usize) -> Option<Reading> {
        let mut minute = 0;
        let mut at = end;
        let is_clock = match self.at(end) {
            ':' => {
                let (value, after) = self.digits(end + 1).filter(|(_, after)| after - end == ":00".len())?;
                (minute, at) = (value, after);
                true
            }
            '時' if self.at(self.after(end)) != '間' => {
                at = self.after(end);
                if let Some((value, after)) = self.digits(at).filter(|(_, after)| self.at(*after) == '分') {
                    (minute, at) = (value, self.after(after));
                } else if self.at(at) == '半' {
                    (minute, at) = (30, self.after(at));
                }
                true
            }
            _ => false,
        };
        let blank = self.skip(at, &[' ']);
        if hour > 24 || !is_clock && !matches!(self.at(blank), 'p' | 'a' | 'o') {
            return None;
        }
        let half = ["p.m.", "pm"].iter().find_map(|word| self.word(blank, word)).map(|end| (12, end));
        let half = half.or_else(|| ["a.m.", "am"].iter().find_map(|word| self.word(blank, word)).map(|end| (0, end)));
        let half = half.filter(|(_, end)| !self.at(*end).is_ascii_alphanumeric());
        let clock = ["o'clock", "o’clock"].iter().find_map(|word| self.word(blank, word)).filter(|_| !is_clock);
        if !is_clock && half.is_none() && clock.is_none() {
            return None;
        }
        let is_afternoon = self.is_before(start, "午後") || half.is_some_and(|(hours, _)| hours == 12);
        let hour = if is_afternoon && hour < 12 { hour + 12 } else { hour };
        Reading::firm(Item::Time(hour, minute), half.map_or(clock.unwrap_or(at), |(_, end)| end))
    }

    /// After a year and at `年`: a fiscal year, a date, or a length in years.
    fn japanese_date(&self, value: u64, end: usize) -> Option<Reading> {
        if self.at(end) != '年' {
            return None;
        }
        let next = self.after(end);
        if self.at(next) == '度' && value >= 1000 {
            return Reading::firm(Item::FiscalYear(value), self.after(next));
        }
        if value < 1000 {
            return match self.unit(value, end) {
                Some((unit, end)) => Reading::firm(Item::Length(value, unit), end),
                None => Some(Reading { item: Some(Item::Number(value)), end: next, is_firm: value > 1 }),
            };
        }
        match self.digits(next) {
            Some((month, after)) if self.at(after) == '月' => {
                let (day, end) = self.day(self.after(after));
                Reading::firm(Item::Date { year: Some(value), month: Some(month), day }, end)
            }
            _ => Reading::firm(Item::Date { year: Some(value), month: None, day: None }, next),
        }
    }

    /// A day after a month.
    fn day(&self, i: usize) -> (Option<u64>, usize) {
        match self.digits(i) {
            Some((day, end)) if self.at(end) == '日' => (Some(day), self.after(end)),
            _ => (None, i),
        }
    }

    /// A year after a day or a month.
    fn year_after(&self, i: usize) -> (Option<u64>, usize) {
        let year = self.digits(self.skip(i, &[' ', ','])).filter(|(year, _)| (1000..3000).contains(year));
        year.map_or((None, i), |(year, end)| (Some(year), end))
    }

    fn english(&self, i: usize) -> Option<Reading> {
        if let Some(email) = self.email(i) {
            return Some(email);
        }
        let end = self.letters(i);
        let word = self.english_word(i, end)?;
        let after = self.skip(end, &[' ']);
        match word {
            Word::Noon => Reading::firm(Item::Time(12, 0), end),
            Word::Yen => {
                let (value, end) = self.digits(after)?;
                Reading::firm(Item::Money(value), end)
            }
            Word::Fiscal => {
                let start = self.word(after, "year ").unwrap_or(after);
                let (year, end) = self.digits(start).filter(|(year, _)| (1000..3000).contains(year))?;
                Reading::firm(Item::FiscalYear(year), end)
            }
            Word::One => {
                let (unit, end) = self.unit(1, end)?;
                Reading::loose(Item::Length(1, unit), end)
            }
            Word::Month(month) => self.after_month(i, month, end, after),
            Word::Implied(value) => Reading::loose(Item::Number(value), end),
            Word::Number(value) => match self.unit(value, end) {
                Some((unit, end)) => Reading::firm(Item::Length(value, unit), end),
                None => Reading::loose(Item::Number(value), end),
            },
        }
    }

    /// What the letters from `start` to `end` say.
    fn english_word(&self, start: usize, end: usize) -> Option<Word> {
        word(self.text.get(start..end)?)
    }

    /// "November 14, 2023", "December 2016", "in January".
    fn after_month(&self, start: usize, month: u64, end: usize, after: usize) -> Option<Reading> {
        let month = Some(month);
        match self.digits(after).filter(|_| after > end) {
            Some((year, at)) if (1000..3000).contains(&year) => {
                Reading::firm(Item::Date { year: Some(year), month, day: None }, at)
            }
            Some((day, at)) if day <= 31 => {
                let (year, at) = self.year_after(at);
                Reading::firm(Item::Date { year, month, day: Some(day) }, at)
            }
            _ => {
                // "May" and "March" are months only where nothing else can stand.
                let is_plain = !matches!(month, Some(3 | 5)) || self.follows_preposition(start);
                let is_month = self.is_capital(start) && is_plain;
                is_month.then(|| Reading::firm(Item::Date { year: None, month, day: None }, end))?
            }
        }
    }

    fn email(&self, i: usize) -> Option<Reading> {
        if !self.has_at_sign {
            return None;
        }
        let is_local = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
        let mut at = i;
        while is_local(self.at(at)) {
            at += 1;
        }
        if self.at(at) != '@' || is_local(self.before(i)) {
            return None;
        }
        let domain = at + 1;
        at = domain;
        while self.at(at).is_ascii_alphanumeric() || ".-".contains(self.at(at)) && self.at(at + 1).is_ascii_alphanumeric() {
            at = self.after(at);
        }
        (at > domain).then(|| Reading::firm(Item::Email(self.folded(i, at)), at))?
    }

    fn phone(&self, i: usize) -> Option<Reading> {
        if !(self.at(i) == '+' || self.at(i) == '0') || self.before(i).is_ascii_alphanumeric() {
            return None;
        }
        let (mut digits, mut hyphens, mut at) = (String::new(), 0, i);
        loop {
            match self.at(at) {
                c if c.is_ascii_digit() => digits.push(c),
                '-' if self.at(self.after(at)).is_ascii_digit() => hyphens += 1,
                '+' if at == i => {}
                _ => break,
            }
            at = self.after(at);
        }
        // +81-76-… and 076-… are one number.
        let is_foreign = self.at(i) == '+';
        let digits = digits.strip_prefix("81").filter(|_| is_foreign).map_or_else(|| digits.clone(), |rest| format!("0{rest}"));
        (hyphens >= 2 && digits.len() >= 9).then(|| Reading::firm(Item::Phone(digits), at))?
    }

    /// A unit of time after a number, in either language.
    fn unit(&self, value: u64, end: usize) -> Option<(Unit, usize)> {
        const ENGLISH: [(&str, Unit); 5] =
            [("year", Unit::Year), ("month", Unit::Month), ("week", Unit::Week), ("day", Unit::Day), ("hour", Unit::Hour)];
        if !self.at(end).is_ascii() {
            let next = self.after(end);
            let (unit, after) = match (self.at(end), self.at(next)) {
                ('年', '間') | ('か', '年') => (Unit::Year, self.after(next)),
                ('か' | 'カ' | 'ヶ' | 'ヵ' | '箇' | 'ケ', '月') => (Unit::Month, self.after(next)),
                ('週', '間') => (Unit::Week, self.after(next)),
                ('日', '間') => (Unit::Day, self.after(next)),
                ('時', '間') => (Unit::Hour, self.after(next)),
                ('年', _) => (Unit::Year, next),
                ('週', _) => (Unit::Week, next),
                ('日', _) => (Unit::Day, next),
                _ => return None,
            };
            let is_ordinal = matches!(self.at(after), '生' | '次' | '目' | '度');
            return (value < 1000 && !is_ordinal).then_some((unit, after));
        }
        let start = self.skip(end, &[' ', '-']);
        let after = self.letters(start);
        let letters = self.text.get(start..after).filter(|_| start > end)?;
        let word = letters.strip_suffix(['s', 'S']).unwrap_or(letters);
        let (_, unit) = ENGLISH.iter().find(|(unit, _)| unit.eq_ignore_ascii_case(word))?;
        Some((*unit, after))
    }
}

#[cfg(test)]
mod tests;
