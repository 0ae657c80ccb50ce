//! A text as the numbers, addresses and words in it that may state something.

use super::item::{Item, Milli, ONE};
use super::words::{Says, Word, Words};

/// Something in a text that may be part of a fact.
#[derive(Debug, Clone)]
pub struct Token<'w> {
    pub start: usize,
    pub end: usize,
    pub is: Is<'w>,
}

/// What a token is.
#[derive(Debug, Clone)]
pub enum Is<'w> {
    /// A number in figures or in Chinese numerals.
    Number(Number),
    /// A fact by itself.
    Fact(Item),
    /// A word of the language.
    Word(&'w Word),
}

/// A number as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    pub value: Milli,
    /// The last scale that it is written with: 万.
    pub scale: u64,
    /// What stands behind its point, if that is two figures.
    pub hundredths: Option<u64>,
    /// In Chinese numerals?
    pub is_chinese: bool,
    /// How many figures, without commas.
    pub figures: usize,
    /// "2nd", "1990s".
    pub has_ending: bool,
}

impl Number {
    /// The whole number, if it is one.
    pub fn whole(&self) -> Option<u64> {
        (self.value.is_multiple_of(ONE)).then_some(self.value / ONE)
    }
}

/// The text in small letters: indices of the one are those of the other.
pub struct Scan<'t> {
    pub text: &'t str,
    pub small: &'t str,
    has_at_sign: bool,
}

impl<'t> Scan<'t> {
    /// Begins to read.
    pub fn new(text: &'t str, small: &'t str) -> Self {
        Self { text, small, has_at_sign: memchr::memchr(b'@', text.as_bytes()).is_some() }
    }

    /// All tokens in their order.
    pub fn tokens<'w>(&self, words: &'w Words) -> Vec<Token<'w>> {
        let bytes = self.small.as_bytes();
        let mut tokens = Vec::new();
        let mut i = 0;
        while let Some(byte) = bytes.get(i).copied() {
            let (start, is, end) = match byte {
                b'a'..=b'z' => {
                    let end = self.letters(i);
                    if let Some(found) = self.email(i) {
                        (i, Some(Is::Fact(found.0)), found.1)
                    } else if let Some((word, after)) =
                        words.at(self.small, i).filter(|(word, after)| !self.is_code(word, *after))
                    {
                        (i, Some(Is::Word(word)), after)
                    } else {
                        let code = self.code(i, end);
                        (i, code.as_ref().map(|(item, _)| Is::Fact(item.clone())), code.map_or(end, |(_, end)| end))
                    }
                }
                // FY2025: the figures go on behind a word.
                b'0'..=b'9' | b'+' | b'(' => self.figures(i, tokens.last().is_some_and(|last: &Token<'_>| last.end == i)),
                _ if byte.is_ascii_whitespace() => (i, None, i + 1),
                _ if byte.is_ascii() => match words.at(self.small, i) {
                    Some((word, after)) => (i, Some(Is::Word(word)), after),
                    None => (i, None, i + 1),
                },
                _ => self.wide(words, i),
            };
            if let Some(is) = is {
                tokens.push(Token { start, end, is });
            }
            i = end.max(i + 1);
        }
        tokens
    }

    /// At a character beside ASCII.
    fn wide<'w>(&self, words: &'w Words, i: usize) -> (usize, Option<Is<'w>>, usize) {
        let c = self.at(i);
        if c.is_ascii_digit() || c == '+' || c == '(' {
            return self.figures(i, false);
        }
        if let Some((word, after)) = words.at(self.small, i) {
            return (i, Some(Is::Word(word)), after);
        }
        match self.number(i) {
            Some((number, after)) => (i, Some(Is::Number(number)), after),
            None => (i, None, self.after(i)),
        }
    }

    /// At a figure or a sign before figures.
    fn figures<'w>(&self, i: usize, is_behind_word: bool) -> (usize, Option<Is<'w>>, usize) {
        let is_inside = !is_behind_word && self.before(i).is_ascii_alphabetic() && self.at(i).is_ascii_digit();
        let fact = self.phone(i).or_else(|| self.email(i)).or_else(|| self.numeric_date(i)).or_else(|| self.clock(i));
        if let Some((item, end)) = fact.or_else(|| self.joined_figures(i)).filter(|_| !is_inside) {
            return (i, Some(Is::Fact(item)), end);
        }
        match self.number(i) {
            Some((_, end)) if is_inside => (i, None, end),
            Some((number, end)) => (i, Some(Is::Number(number)), end),
            None => (i, None, self.after(i)),
        }
    }

    /// The character at a byte, of full width or not; NUL past the end.
    pub fn at(&self, i: usize) -> char {
        match self.small.as_bytes().get(i) {
            None => '\0',
            Some(byte) if byte.is_ascii() => char::from(*byte),
            Some(_) => self.small.get(i..).and_then(|rest| rest.chars().next()).map_or('\0', fold),
        }
    }

    /// The byte after the character at `i`.
    pub fn after(&self, i: usize) -> usize {
        i + self.small.get(i..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    }

    /// The character before `i`.
    pub fn before(&self, i: usize) -> char {
        self.small.get(..i).and_then(|text| text.chars().next_back()).map_or('\0', fold)
    }

    /// The end of the ASCII letters at `i`.
    fn letters(&self, i: usize) -> usize {
        let rest = self.small.as_bytes().get(i..).unwrap_or_default();
        i + rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len())
    }

    /// Figures, with their commas: their value, and how many.
    pub fn digits(&self, i: usize) -> Option<(u64, usize, usize)> {
        let mut value = u64::from(self.at(i).to_digit(10)?);
        let (mut at, mut count) = (self.after(i), 1);
        loop {
            match self.at(at) {
                c if c.is_ascii_digit() => {
                    value = value.checked_mul(10)?.checked_add(u64::from(c.to_digit(10)?))?;
                    (at, count) = (self.after(at), count + 1);
                }
                ',' => {
                    let mut ends = [0; 5];
                    let mut next = at;
                    ends.iter_mut().for_each(|end| {
                        next = self.after(next);
                        *end = next;
                    });
                    let is_digit = |end: usize| self.at(end).is_ascii_digit();
                    if !(is_digit(ends[0]) && is_digit(ends[1]) && is_digit(ends[2])) || is_digit(ends[3]) {
                        return Some((value, at, count));
                    }
                    at = ends[0];
                }
                _ => return Some((value, at, count)),
            }
        }
    }

    /// A number in figures, in Chinese numerals, or in both: `1億2000万`, `二〇二六`, `3千`, `2.5`.
    fn number(&self, i: usize) -> Option<(Number, usize)> {
        let (mut total, mut section, mut current): (Milli, Milli, Option<Milli>) = (0, 0, None);
        let mut number = Number { value: 0, scale: 1, hundredths: None, is_chinese: true, figures: 0, has_ending: false };
        let (mut at, mut is_after_numeral) = (i, false);
        loop {
            let c = self.at(at);
            if c.is_ascii_digit() && current.is_none() {
                let (value, end, count) = self.digits(at)?;
                number.is_chinese &= at > i;
                number.figures += count;
                let (fraction, hundredths, end) = self.fraction(end);
                number.hundredths = hundredths;
                current = Some(value.checked_mul(ONE)?.checked_add(fraction)?);
                (at, is_after_numeral) = (end, false);
                continue;
            }
            match numeral(c) {
                Some(Numeral::Digit(digit)) if current.is_none() || is_after_numeral => {
                    current = Some(current.unwrap_or(0).checked_mul(10)?.checked_add(digit * ONE)?);
                    number.figures += 1;
                    is_after_numeral = true;
                }
                Some(Numeral::Small(scale)) => {
                    section = section.checked_add(current.take().unwrap_or(ONE).checked_mul(scale)?)?;
                    number.scale = scale;
                }
                Some(Numeral::Great(scale)) if current.is_some() || section > 0 => {
                    total = total.checked_add(section.checked_add(current.take().unwrap_or(0))?.checked_mul(scale)?)?;
                    (section, number.scale) = (0, scale);
                }
                _ => break,
            }
            at = self.after(at);
        }
        if at == i {
            return None;
        }
        number.value = total.checked_add(section)?.checked_add(current.unwrap_or(0))?;
        let end = ["st", "nd", "rd", "th", "s"].iter().find_map(|ending| self.ending(at, ending));
        number.has_ending = end.is_some() && !number.is_chinese;
        Some((number, end.filter(|_| number.has_ending).unwrap_or(at)))
    }

    /// What stands behind a decimal point: thousandths, the figures if they are two, and where it ends.
    fn fraction(&self, end: usize) -> (Milli, Option<u64>, usize) {
        let behind = self.after(end);
        let digits = (self.at(end) == '.').then(|| self.digits(behind)).flatten();
        let Some((value, after, count)) = digits else { return (0, None, end) };
        let unit = u32::try_from(count).ok().and_then(|count| ONE.checked_div(10_u64.checked_pow(count)?)).unwrap_or(0);
        (value.saturating_mul(unit), (count == 2).then_some(value), after)
    }

    /// The end of letters that a number ends with.
    fn ending(&self, at: usize, letters: &str) -> Option<usize> {
        let end = at + letters.len();
        (self.small.get(at..end) == Some(letters) && !self.at(end).is_ascii_alphanumeric()).then_some(end)
    }

    /// Do figures follow that make a code of a word? `A4` is no "a".
    fn is_code(&self, word: &Word, after: usize) -> bool {
        word.says == Says::Article && self.at(after).is_ascii_digit()
    }

    /// Letters and figures that are one name: `N2`, `A4`, `COVID-19`.
    fn code(&self, i: usize, end: usize) -> Option<(Item, usize)> {
        let start = if self.at(end) == '-' { end + 1 } else { end };
        let (_, mut after, _) = self.digits(start).filter(|_| end - i <= 8)?;
        after = self.letters(after);
        Some((Item::Code(self.small.get(i..after)?.to_owned()), after))
    }

    /// `2026-04-01`, `2026/4/1`, `2026/04`.
    fn numeric_date(&self, i: usize) -> Option<(Item, usize)> {
        let (year, end, 4) = self.digits(i)? else { return None };
        let sign = self.at(end);
        if !matches!(sign, '-' | '/' | '.') {
            return None;
        }
        let (month, after, count) = self.digits(self.after(end)).filter(|(month, ..)| (1..=12).contains(month))?;
        let day = self.digits(self.after(after)).filter(|(day, ..)| self.at(after) == sign && (1..=31).contains(day));
        if day.is_none() && (sign == '.' || count != 2) {
            return None;
        }
        let end = day.map_or(after, |(_, end, _)| end);
        Some((Item::Date { year: Some(year), month: Some(month), day: day.map(|(day, ..)| day) }, end))
    }

    /// `12:00`. What half of the day it lies in is not said below one o'clock in the afternoon.
    fn clock(&self, i: usize) -> Option<(Item, usize)> {
        let (hour, end, _) = self.digits(i).filter(|(hour, ..)| *hour <= 24)?;
        let (minute, after, 2) = self.digits(self.after(end)).filter(|(minute, ..)| self.at(end) == ':' && *minute < 60)? else {
            return None;
        };
        Some((Item::Time((hour * 60 + minute) % 1440, hour > 12), after))
    }

    /// Figures with hyphens that are no range: a postal code. Those of an address are numbers, since 三丁目39番15号 is 3-39-15.
    fn joined_figures(&self, i: usize) -> Option<(Item, usize)> {
        let is_hyphen = |c: char| matches!(c, '-' | '‐' | '−');
        let mut lengths = Vec::new();
        let (mut at, mut digits) = (i, String::new());
        loop {
            let start = at;
            while self.at(at).is_ascii_digit() {
                digits.push(self.at(at));
                at = self.after(at);
            }
            lengths.push(at - start);
            if at == start || !is_hyphen(self.at(at)) || !self.at(self.after(at)).is_ascii_digit() {
                break;
            }
            digits.push('-');
            at = self.after(at);
        }
        let is_address = lengths.len() > 2 && lengths.len() < 5 && lengths.iter().all(|length| *length < 4);
        let is_code = lengths.len() > 2 && !is_address || lengths == [3, 4] || lengths == [9, 12];
        is_code.then_some((Item::Code(digits), at))
    }

    fn email(&self, i: usize) -> Option<(Item, usize)> {
        let is_local = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
        if !self.has_at_sign || is_local(self.before(i)) {
            return None;
        }
        let mut at = i;
        while is_local(self.at(at)) {
            at = self.after(at);
        }
        if self.at(at) != '@' {
            return None;
        }
        let domain = self.after(at);
        at = domain;
        while self.at(at).is_ascii_alphanumeric() || ".-".contains(self.at(at)) && self.at(self.after(at)).is_ascii_alphanumeric()
        {
            at = self.after(at);
        }
        let address = self.small.get(i..at)?.chars().map(fold).collect();
        (at > domain).then_some((Item::Email(address), at))
    }

    /// A telephone number in any of its spellings: `(076)265-2000`, `+81 (0)76 265 2000`.
    fn phone(&self, i: usize) -> Option<(Item, usize)> {
        if !matches!(self.at(i), '+' | '0' | '(') || self.before(i).is_ascii_alphanumeric() {
            return None;
        }
        let (mut digits, mut signs, mut at, mut end) = (String::new(), 0, i, i);
        loop {
            let c = self.at(at);
            match c {
                '0'..='9' => {
                    digits.push(c);
                    end = self.after(at);
                }
                '+' if at == i => {}
                '(' | ')' | '-' | '‐' | '−' | '–' | ' ' | '.' if at - end.max(i) < 8 => signs += 1,
                _ => break,
            }
            at = self.after(at);
        }
        let first = digits.chars().next()?;
        // +81-76-… and 076-… are one number.
        let foreign = digits.strip_prefix("81").filter(|_| self.at(i) == '+');
        let digits = foreign.map_or_else(|| digits.clone(), |rest| format!("0{}", rest.trim_start_matches('0')));
        let is_phone = signs >= 2 && (9..=13).contains(&digits.len()) && (first == '0' || self.at(i) == '+');
        is_phone.then_some((Item::Phone(digits), end))
    }
}

enum Numeral {
    Digit(u64),
    /// Ten, a hundred, a thousand.
    Small(u64),
    /// Ten thousand, and more.
    Great(u64),
}

fn numeral(c: char) -> Option<Numeral> {
    Some(match c {
        '〇' | '零' => Numeral::Digit(0),
        '一' => Numeral::Digit(1),
        '二' => Numeral::Digit(2),
        '三' => Numeral::Digit(3),
        '四' => Numeral::Digit(4),
        '五' => Numeral::Digit(5),
        '六' => Numeral::Digit(6),
        '七' => Numeral::Digit(7),
        '八' => Numeral::Digit(8),
        '九' => Numeral::Digit(9),
        '十' => Numeral::Small(10),
        '百' => Numeral::Small(100),
        '千' => Numeral::Small(1_000),
        '万' => Numeral::Great(10_000),
        '億' => Numeral::Great(100_000_000),
        _ => return None,
    })
}

/// Characters of full width as those of ASCII.
fn fold(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c).to_ascii_lowercase(),
        '\u{3000}' | '\u{A0}' | '\u{202F}' => ' ',
        '￥' => '¥',
        c => c,
    }
}
