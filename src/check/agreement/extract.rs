//! Finds the facts that a sentence states: dates, times, amounts, lengths, shares, large numbers, addresses of people.
//! Works on Japanese and English, whichever the text is in.

use std::ops::Range;

/// A fact in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The fact.
    pub item: Item,
    /// How it is bounded, if the text says so.
    pub bound: Option<Bound>,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// The kinds of fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A date, as far as it is written.
    Date {
        /// Year of the Western calendar.
        year: Option<u64>,
        /// Month.
        month: Option<u64>,
        /// Day.
        day: Option<u64>,
    },
    /// A fiscal year.
    FiscalYear(u64),
    /// A time of day.
    Time(u64, u64),
    /// An amount in yen.
    Money(u64),
    /// So many of a unit of time.
    Length(u64, Unit),
    /// Percent.
    Percent(u64),
    /// A number above twelve; smaller ones are as often words as digits.
    Number(u64),
    /// An e-mail address.
    Email(String),
    /// The digits of a telephone number.
    Phone(String),
}

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Years.
    Year,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// Hours.
    Hour,
}

/// Bounds that a text states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
    /// <
    LessThan,
}

impl Item {
    /// May the two be the same fact? A date may be written less precisely in one of them.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date { year: y1, month: m1, day: d1 }, Self::Date { year: y2, month: m2, day: d2 }) => {
                let mut shared = 0;
                for (a, b) in [(y1, y2), (m1, m2), (d1, d2)] {
                    match (a, b) {
                        (Some(a), Some(b)) if a != b => return false,
                        (Some(_), Some(_)) => shared += 1,
                        _ => {}
                    }
                }
                shared > 0
            }
            // "2024" beside 2024年度, and 12 months beside one year, are no contradiction.
            (Self::FiscalYear(a), Self::Date { year: Some(b), month: None, day: None })
            | (Self::Date { year: Some(b), month: None, day: None }, Self::FiscalYear(a)) => a == b,
            (Self::Length(a, u), Self::Length(b, v)) => months(*a, *u) == months(*b, *v) && (u == v || months(*a, *u).is_some()),
            (a, b) => a == b,
        }
    }

    /// Are the two of one kind, so that one may stand where the other should?
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

fn months(count: u64, unit: Unit) -> Option<u64> {
    match unit {
        Unit::Year => count.checked_mul(12),
        Unit::Month => Some(count),
        Unit::Week | Unit::Day | Unit::Hour => None,
    }
    .filter(|_| matches!(unit, Unit::Year | Unit::Month))
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const WORDS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const KANJI: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const ERAS: [(&str, u64); 4] = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911)];

/// All facts of a text in their order. Parts that are blanked out with NUL are passed over.
pub fn extract(text: &str) -> Vec<Found> {
    let chars: Vec<(usize, char)> = text.char_indices().map(|(i, c)| (i, fold(c))).collect();
    let scan = Scan { chars, length: text.len() };
    let mut found = Vec::new();
    let mut i = 0;
    while i < scan.chars.len() {
        match scan.item(i) {
            Some((item, end)) => {
                if let Some(item) = item {
                    let range = scan.offset(i)..scan.offset(end);
                    found.push(Found { bound: scan.bound(i, end), item, range });
                }
                i = end.max(i + 1);
            }
            None => i += 1,
        }
    }
    found
}

fn fold(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        '￥' => '¥',
        c => c.to_ascii_lowercase(),
    }
}

struct Scan {
    chars: Vec<(usize, char)>,
    length: usize,
}

impl Scan {
    fn offset(&self, i: usize) -> usize {
        self.chars.get(i).map_or(self.length, |(offset, _)| *offset)
    }

    fn at(&self, i: usize) -> char {
        self.chars.get(i).map_or('\0', |(_, c)| *c)
    }

    fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |i| self.at(i))
    }

    /// Does `word` stand at `i`? The index after it.
    fn word(&self, i: usize, word: &str) -> Option<usize> {
        let mut at = i;
        for c in word.chars() {
            if self.at(at) != c {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// An English word at `i`, up to what is no letter.
    fn letters(&self, i: usize) -> (String, usize) {
        let mut end = i;
        while self.at(end).is_ascii_alphabetic() {
            end += 1;
        }
        (self.chars[i.min(self.chars.len())..end.min(self.chars.len())].iter().map(|(_, c)| *c).collect(), end)
    }

    fn skip(&self, mut i: usize, blanks: &str) -> usize {
        while self.at(i) != '\0' && blanks.contains(self.at(i)) {
            i += 1;
        }
        i
    }

    /// Digits, with commas between groups of three.
    fn digits(&self, i: usize) -> Option<(u64, usize)> {
        if !self.at(i).is_ascii_digit() {
            return None;
        }
        let (mut value, mut at) = (0u64, i);
        loop {
            match self.at(at) {
                c if c.is_ascii_digit() => {
                    value = value.checked_mul(10)?.checked_add(u64::from(c) - u64::from('0'))?;
                    at += 1;
                }
                ',' if (1..=3).all(|n| self.at(at + n).is_ascii_digit()) && !self.at(at + 4).is_ascii_digit() => at += 1,
                _ => return Some((value, at)),
            }
        }
    }

    /// What begins at `i`: an item, or something that only looks like one, and the index after it.
    fn item(&self, i: usize) -> Option<(Option<Item>, usize)> {
        let c = self.at(i);
        if c == '正' && self.at(i + 1) == '午' {
            return Some((Some(Item::Time(12, 0)), i + 2));
        }
        if c == '¥' {
            let (value, end) = self.digits(self.skip(i + 1, " "))?;
            let (value, end) = self.scaled(value, end);
            return Some((Some(Item::Money(value)), end));
        }
        if let Some((era, first)) = ERAS.iter().find(|(era, _)| self.word(i, era).is_some()) {
            let after = self.word(i, era)?;
            let (year, end) = if self.at(after) == '元' { (1, after + 1) } else { self.digits(after)? };
            return self.japanese_date(first + year, end);
        }
        if c.is_ascii_digit() && !self.before(i).is_ascii_alphanumeric() && self.before(i) != '.' {
            return self.numeric(i);
        }
        if KANJI.contains(&c) {
            let value = KANJI.iter().position(|k| *k == c)? as u64 + 1;
            return self.unit(value, i + 1).map(|(unit, end)| (Some(Item::Length(value, unit)), end));
        }
        if c.is_ascii_alphabetic() && !self.before(i).is_ascii_alphanumeric() {
            return self.english(i);
        }
        (c == '+').then(|| self.phone(i))?
    }

    fn numeric(&self, i: usize) -> Option<(Option<Item>, usize)> {
        if let Some(phone) = self.phone(i) {
            return Some(phone);
        }
        if let Some(email) = self.email(i) {
            return Some(email);
        }
        let (value, end) = self.digits(i)?;
        let width = end - i;
        match self.at(end) {
            '年' => return self.japanese_date(value, end),
            '月' => {
                let (day, end) = self.day(end + 1);
                return Some((Some(Item::Date { year: None, month: Some(value), day }), end));
            }
            '日' if self.at(end + 1) != '間' && !"以前後目".contains(self.at(end + 1)) && value <= 31 => {
                return Some((Some(Item::Date { year: None, month: None, day: Some(value) }), end + 1));
            }
            ':' => {
                if let Some((minute, after)) = self.digits(end + 1).filter(|(_, after)| after - end == 3) {
                    return Some((Some(Item::Time(value, minute)), after));
                }
            }
            '時' if self.at(end + 1) != '間' => {
                let (minute, end) = match self.digits(end + 1) {
                    Some((minute, after)) if self.at(after) == '分' => (minute, after + 1),
                    _ => (0, end + 1),
                };
                return Some((Some(Item::Time(value, minute)), end));
            }
            '%' => return Some((Some(Item::Percent(value)), end + 1)),
            '-' | '/' if width == 4 => {
                if let Some((month, after)) = self.digits(end + 1).filter(|(month, _)| (1..=12).contains(month)) {
                    let day = self.digits(after + 1).filter(|_| self.at(after) == self.at(end));
                    let (day, after) = day.map_or((None, after), |(day, after)| (Some(day), after));
                    return Some((Some(Item::Date { year: Some(value), month: Some(month), day }), after));
                }
            }
            _ => {}
        }
        if let Some((unit, after)) = self.unit(value, end) {
            return Some((Some(Item::Length(value, unit)), after));
        }
        let (scaled, after) = self.scaled(value, end);
        if self.at(after) == '円' {
            return Some((Some(Item::Money(scaled)), after + 1));
        }
        let (word, word_end) = self.letters(self.skip(end, " "));
        match &*word {
            "yen" | "jpy" => return Some((Some(Item::Money(value)), word_end)),
            "percent" => return Some((Some(Item::Percent(value)), word_end)),
            "per" if self.word(word_end, " cent").is_some() => return Some((Some(Item::Percent(value)), word_end + 5)),
            _ => {}
        }
        if let Some(month) = MONTHS.iter().position(|month| *month == word).filter(|_| value <= 31) {
            let year = self.digits(self.skip(word_end, " ,")).filter(|(year, _)| (1000..3000).contains(year));
            let (year, end) = year.map_or((None, word_end), |(year, end)| (Some(year), end));
            return Some((Some(Item::Date { year, month: Some(month as u64 + 1), day: Some(value) }), end));
        }
        let item = match value {
            1900..=2100 if width == 4 => Some(Item::Date { year: Some(value), month: None, day: None }),
            0..=12 => None,
            _ => Some(Item::Number(scaled)),
        };
        Some((item, after))
    }

    /// After a year and at `年`: a fiscal year, a date, or a length in years.
    fn japanese_date(&self, value: u64, end: usize) -> Option<(Option<Item>, usize)> {
        if self.at(end) != '年' {
            return None;
        }
        if self.at(end + 1) == '度' {
            return Some((Some(Item::FiscalYear(value)), end + 2));
        }
        if value < 1000 {
            let (unit, end) = self.unit(value, end)?;
            return Some((Some(Item::Length(value, unit)), end));
        }
        match self.digits(end + 1) {
            Some((month, after)) if self.at(after) == '月' => {
                let (day, end) = self.day(after + 1);
                Some((Some(Item::Date { year: Some(value), month: Some(month), day }), end))
            }
            _ => Some((Some(Item::Date { year: Some(value), month: None, day: None }), end + 1)),
        }
    }

    /// A day after a month.
    fn day(&self, i: usize) -> (Option<u64>, usize) {
        match self.digits(i) {
            Some((day, end)) if self.at(end) == '日' => (Some(day), end + 1),
            _ => (None, i),
        }
    }

    /// 億, 万 and 千 after a number.
    fn scaled(&self, value: u64, end: usize) -> (u64, usize) {
        let scale = match self.at(end) {
            '億' => 100_000_000,
            '万' => 10_000,
            '千' => 1_000,
            _ => return (value, end),
        };
        let total = value.saturating_mul(scale);
        match self.digits(end + 1) {
            Some((more, after)) => {
                let (more, after) = self.scaled(more, after);
                (total.saturating_add(more), after)
            }
            None => (total, end + 1),
        }
    }

    /// A unit of time after a number, in either language.
    fn unit(&self, value: u64, end: usize) -> Option<(Unit, usize)> {
        for (word, unit) in [
            ("年間", Unit::Year),
            ("年", Unit::Year),
            ("か月", Unit::Month),
            ("カ月", Unit::Month),
            ("ヶ月", Unit::Month),
            ("ヵ月", Unit::Month),
            ("箇月", Unit::Month),
            ("週間", Unit::Week),
            ("週", Unit::Week),
            ("日間", Unit::Day),
            ("日", Unit::Day),
            ("時間", Unit::Hour),
        ] {
            if let Some(after) = self.word(end, word) {
                let is_ordinal = matches!(self.at(after), '生' | '次' | '目' | '度');
                return (value < 1000 && !is_ordinal).then_some((unit, after));
            }
        }
        let (word, after) = self.letters(self.skip(end, " -"));
        let unit = match word.strip_suffix('s').unwrap_or(&word) {
            "year" => Unit::Year,
            "month" => Unit::Month,
            "week" => Unit::Week,
            "day" => Unit::Day,
            "hour" => Unit::Hour,
            _ => return None,
        };
        Some((unit, after))
    }

    fn english(&self, i: usize) -> Option<(Option<Item>, usize)> {
        if let Some(email) = self.email(i) {
            return Some(email);
        }
        let (word, end) = self.letters(i);
        let after = self.skip(end, " ");
        match &*word {
            "noon" => return Some((Some(Item::Time(12, 0)), end)),
            "jpy" => {
                let (value, end) = self.digits(after)?;
                return Some((Some(Item::Money(value)), end));
            }
            "fiscal" | "fy" => {
                let start = self.word(after, "year ").unwrap_or(after);
                let (year, end) = self.digits(start).filter(|(year, _)| (1000..3000).contains(year))?;
                return Some((Some(Item::FiscalYear(year)), end));
            }
            _ => {}
        }
        if let Some(month) = MONTHS.iter().position(|month| *month == word) {
            let (first, at) = self.digits(after)?;
            if (1000..3000).contains(&first) {
                return Some((Some(Item::Date { year: Some(first), month: Some(month as u64 + 1), day: None }), at));
            }
            let year = self.digits(self.skip(at, " ,")).filter(|(year, _)| (1000..3000).contains(year));
            let (year, at) = year.map_or((None, at), |(year, at)| (Some(year), at));
            return (first <= 31).then_some((Some(Item::Date { year, month: Some(month as u64 + 1), day: Some(first) }), at));
        }
        let value = WORDS.iter().position(|number| *number == word)?;
        let (unit, end) = self.unit(value as u64, end)?;
        Some((Some(Item::Length(value as u64, unit)), end))
    }

    fn email(&self, i: usize) -> Option<(Option<Item>, usize)> {
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
            at += 1;
        }
        let text: String = self.chars[i..at].iter().map(|(_, c)| *c).collect();
        (at > domain).then_some((Some(Item::Email(text)), at))
    }

    fn phone(&self, i: usize) -> Option<(Option<Item>, usize)> {
        if !(self.at(i) == '+' || self.at(i) == '0') || self.before(i).is_ascii_alphanumeric() {
            return None;
        }
        let (mut digits, mut hyphens, mut at) = (String::new(), 0, i);
        loop {
            match self.at(at) {
                c if c.is_ascii_digit() => digits.push(c),
                '-' if self.at(at + 1).is_ascii_digit() => hyphens += 1,
                '+' if at == i => {}
                _ => break,
            }
            at += 1;
        }
        // +81-76-… and 076-… are one number.
        let digits = digits.strip_prefix("81").filter(|_| self.at(i) == '+').map_or(digits.clone(), |rest| format!("0{rest}"));
        (hyphens >= 2 && digits.len() >= 9).then_some((Some(Item::Phone(digits)), at))
    }

    /// A bound said before (English) or after (both languages).
    fn bound(&self, start: usize, end: usize) -> Option<Bound> {
        let after: String = self.chars.iter().skip(end).take(10).map(|(_, c)| *c).collect();
        for (words, bound) in [
            ("以上", Bound::AtLeast),
            ("を超え", Bound::MoreThan),
            ("超", Bound::MoreThan),
            ("より長", Bound::MoreThan),
            ("より多", Bound::MoreThan),
            ("以下", Bound::AtMost),
            ("以内", Bound::AtMost),
            ("まで", Bound::AtMost),
            ("未満", Bound::LessThan),
            (" or more", Bound::AtLeast),
            (" or less", Bound::AtMost),
        ] {
            if after.starts_with(words) {
                return Some(bound);
            }
        }
        let before: String = self.chars[start.saturating_sub(16)..start].iter().map(|(_, c)| *c).collect();
        let before = before.trim_end_matches([' ', '¥']);
        for (words, bound) in [
            ("no more than", Bound::AtMost),
            ("not more than", Bound::AtMost),
            ("at least", Bound::AtLeast),
            ("more than", Bound::MoreThan),
            ("over", Bound::MoreThan),
            ("longer than", Bound::MoreThan),
            ("up to", Bound::AtMost),
            ("at most", Bound::AtMost),
            ("less than", Bound::LessThan),
            ("fewer than", Bound::LessThan),
            ("under", Bound::LessThan),
        ] {
            if before.ends_with(words) {
                return Some(bound);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<Item> {
        extract(text).into_iter().map(|found| found.item).collect()
    }

    fn agree(ja: &str, en: &str) {
        let (ja_items, en_items) = (items(ja), items(en));
        assert_eq!(ja_items.len(), en_items.len(), "{ja}: {ja_items:?} / {en}: {en_items:?}");
        for (a, b) in ja_items.iter().zip(&en_items) {
            assert!(a.agrees(b), "{a:?} / {b:?}");
        }
    }

    #[test]
    fn the_same_facts_in_both_languages() {
        agree("2023年11月14日正午", "14 November 2023, 12:00 ");
        agree("令和5年11月14日", "November 14, 2023");
        agree("6月30日まで", "by 30 June");
        agree("2016年12月", "December 2016");
        agree("2024年度に始まる", "starts in fiscal year 2024");
        agree("費用は30万円です", "The fee is ¥300,000");
        agree("300,000円", "300,000 yen");
        agree("3年以上の経験", "at least three years of experience");
        agree("12か月", "12 months");
        agree("二年の修練", "a course of 2 years");
        agree("時間の50%以上", "at least 50 per cent of the time");
        agree("support@example.jp へ", "to support@example.jp");
        agree("076-265-2000", "+81-76-265-2000");
        agree("1983年に始まった", "It began in 1983");
        agree("1年生と1次募集の5名", "five first-year students in round 1");
    }

    #[test]
    fn bounds_are_read() {
        let bound = |text: &str| extract(text)[0].bound;
        assert_eq!(bound("3年を超える経験"), Some(Bound::MoreThan));
        assert_eq!(bound("more than 3 years"), Some(Bound::MoreThan));
        assert_eq!(bound("3年以上の経験"), Some(Bound::AtLeast));
        assert_eq!(bound("at least 3 years"), Some(Bound::AtLeast));
        assert_eq!(bound("up to ¥300,000"), Some(Bound::AtMost));
    }

    #[test]
    fn differences_are_seen() {
        assert!(!items("6月30日")[0].agrees(&items("29 June")[0]));
        assert!(!items("35万円")[0].agrees(&items("¥300,000")[0]));
        assert!(!items("2年")[0].agrees(&items("3 years")[0]));
        assert!(items("1年")[0].agrees(&items("12 months")[0]));
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            for found in extract(&text) {
                proptest::prop_assert!(text.get(found.range).is_some());
            }
        }
    }
}
