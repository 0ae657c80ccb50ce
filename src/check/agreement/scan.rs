//! A reader of Japanese and English text that takes full-width characters and capitals for what they stand for.

use std::borrow::Cow;

use super::item::Bound;

/// Eras and the year before their first.
pub const ERAS: [(&str, u64); 4] = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911)];

/// The text that is read. Indices are bytes of it.
pub struct Scan<'a> {
    pub text: &'a str,
    /// Without one there is no e-mail address.
    pub has_at_sign: bool,
}

impl<'a> Scan<'a> {
    /// Begins to read.
    pub fn new(text: &'a str) -> Self {
        Self { text, has_at_sign: text.contains('@') }
    }

    /// The next place at which a fact may begin: a digit, a sign or the first letter of a word.
    pub fn next_candidate(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut i = from;
        loop {
            match bytes.get(i)? {
                b'0'..=b'9' | b'+' => return Some(i),
                b'a'..=b'z' | b'A'..=b'Z' => {
                    let end = self.letters(i);
                    let says_something = || self.has_at_sign || self.text.get(i..end).is_some_and(may_say);
                    if says_something() && !self.is_in_word(i) {
                        return Some(i);
                    }
                    // Nor does one begin at any letter of the rest.
                    i = end;
                }
                // ¥, full-width characters, and the ideographs of numbers and eras; no kana.
                0xC2 | 0xE4..=0xE6 | 0xEF if may_begin(self.at(i)) => return Some(i),
                byte => i += width(*byte),
            }
        }
    }

    /// The character at a byte, folded; NUL past the end.
    pub fn at(&self, i: usize) -> char {
        match self.text.as_bytes().get(i) {
            None => '\0',
            Some(byte) if byte.is_ascii() => char::from(byte.to_ascii_lowercase()),
            Some(_) => self.text.get(i..).and_then(|rest| rest.chars().next()).map_or('\0', fold),
        }
    }

    /// The byte after the character at `i`.
    pub fn after(&self, i: usize) -> usize {
        i + self.text.as_bytes().get(i).map_or(1, |byte| width(*byte))
    }

    /// The character before `i`.
    pub fn before(&self, i: usize) -> char {
        self.text.get(..i).and_then(|text| text.chars().next_back()).map_or('\0', fold)
    }

    /// Does a word or number go on at `i`, so that nothing begins here? `COVID-19` is one word.
    pub fn is_in_word(&self, i: usize) -> bool {
        let before = self.before(i);
        if before == '-' && i >= 2 {
            return self.at(i).is_ascii_digit() && self.before(i - 1).is_ascii_alphabetic();
        }
        before.is_ascii_alphanumeric() || before == '.' && self.at(i).is_ascii_digit()
    }

    /// Is the character at `i` a capital?
    pub fn is_capital(&self, i: usize) -> bool {
        self.text.as_bytes().get(i).is_some_and(u8::is_ascii_uppercase)
    }

    /// Does `word` stand at `i`? The index after it.
    pub fn word(&self, i: usize, word: &str) -> Option<usize> {
        let mut at = i;
        for c in word.chars() {
            if self.at(at) != c {
                return None;
            }
            at = self.after(at);
        }
        Some(at)
    }

    /// Does `word` end at `i`?
    pub fn is_before(&self, i: usize, word: &str) -> bool {
        self.text.get(..i).is_some_and(|text| text.ends_with(word))
    }

    /// The index after so many characters.
    pub fn skip_chars(&self, i: usize, count: usize) -> usize {
        (0..count).fold(i, |at, _| self.after(at))
    }

    /// The index after any of the `blanks`.
    pub fn skip(&self, mut i: usize, blanks: &str) -> usize {
        while self.at(i) != '\0' && blanks.contains(self.at(i)) {
            i = self.after(i);
        }
        i
    }

    /// The end of the ASCII letters at `i`.
    pub fn letters(&self, i: usize) -> usize {
        let rest = self.text.as_bytes().get(i..).unwrap_or_default();
        i + rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
    }

    /// A part of the text, folded.
    pub fn folded(&self, start: usize, end: usize) -> String {
        self.text.get(start..end).unwrap_or_default().chars().map(fold).collect()
    }

    /// A number with its commas, and the index after it.
    pub fn digits(&self, i: usize) -> Option<(u64, usize)> {
        let mut value = u64::from(self.at(i).to_digit(10)?);
        let mut at = self.after(i);
        loop {
            match self.at(at) {
                c if c.is_ascii_digit() => {
                    value = value.checked_mul(10)?.checked_add(u64::from(c.to_digit(10)?))?;
                    at = self.after(at);
                }
                ',' => {
                    let group: Vec<usize> = (1..=4).map(|n| self.skip_chars(at, n)).collect();
                    let is_digit = |n: usize| self.at(group[n]).is_ascii_digit();
                    if !(is_digit(0) && is_digit(1) && is_digit(2)) || is_digit(3) {
                        return Some((value, at));
                    }
                    at = self.after(at);
                }
                _ => return Some((value, at)),
            }
        }
    }

    /// 億, 万 and 千 after a number.
    pub fn scaled(&self, value: u64, end: usize) -> (u64, usize) {
        let scale = match self.at(end) {
            '億' => 100_000_000,
            '万' => 10_000,
            '千' => 1_000,
            _ => return (value, end),
        };
        let total = value.saturating_mul(scale);
        let after = self.after(end);
        match self.digits(after) {
            Some((more, after)) => {
                let (more, after) = self.scaled(more, after);
                (total.saturating_add(more), after)
            }
            None => (total, after),
        }
    }

    /// Does "in", "from" or the like stand before `i`?
    pub fn follows_preposition(&self, i: usize) -> bool {
        const PREPOSITIONS: [&str; 16] = [
            "in", "from", "to", "until", "of", "by", "since", "before", "after", "and", "or", "between", "early", "late", "each",
            "every",
        ];
        let before = self.text.get(..i).unwrap_or_default().trim_end_matches(' ');
        let start = before.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1);
        // What is no letter may be longer than one byte; then no word stands here.
        before.get(start..).is_some_and(|word| PREPOSITIONS.iter().any(|preposition| preposition.eq_ignore_ascii_case(word)))
    }

    /// A bound said before or after.
    pub fn bound(&self, start: usize, end: usize) -> Option<Bound> {
        const AFTER_IN_JAPANESE: [(&str, Bound); 14] = [
            ("以上", Bound::AtLeast),
            ("を超", Bound::MoreThan),
            ("超", Bound::MoreThan),
            ("より長", Bound::MoreThan),
            ("より多", Bound::MoreThan),
            ("以下", Bound::AtMost),
            ("以内", Bound::AtMost),
            ("まで", Bound::AtMost),
            ("を上限", Bound::AtMost),
            ("が上限", Bound::AtMost),
            ("を限度", Bound::AtMost),
            ("が限度", Bound::AtMost),
            ("未満", Bound::LessThan),
            ("に満たない", Bound::LessThan),
        ];
        const AFTER_IN_ENGLISH: [(&str, Bound); 12] = [
            (" or more", Bound::AtLeast),
            (" or longer", Bound::AtLeast),
            (" or over", Bound::AtLeast),
            (" and over", Bound::AtLeast),
            (" or above", Bound::AtLeast),
            (" at least", Bound::AtLeast),
            (" or less", Bound::AtMost),
            (" or fewer", Bound::AtMost),
            (" or shorter", Bound::AtMost),
            (" or under", Bound::AtMost),
            (" at most", Bound::AtMost),
            (" at the most", Bound::AtMost),
        ];
        const BEFORE: [(&str, Bound); 30] = [
            ("no more than", Bound::AtMost),
            ("not more than", Bound::AtMost),
            ("no longer than", Bound::AtMost),
            ("not exceeding", Bound::AtMost),
            ("not exceed", Bound::AtMost),
            ("no less than", Bound::AtLeast),
            ("not less than", Bound::AtLeast),
            ("no fewer than", Bound::AtLeast),
            ("at least", Bound::AtLeast),
            ("minimum of", Bound::AtLeast),
            ("more than", Bound::MoreThan),
            ("longer than", Bound::MoreThan),
            ("exceeding", Bound::MoreThan),
            ("exceeds", Bound::MoreThan),
            ("exceed", Bound::MoreThan),
            ("over", Bound::MoreThan),
            ("up to", Bound::AtMost),
            ("at most", Bound::AtMost),
            ("maximum of", Bound::AtMost),
            ("within", Bound::AtMost),
            ("less than", Bound::LessThan),
            ("fewer than", Bound::LessThan),
            ("shorter than", Bound::LessThan),
            ("under", Bound::LessThan),
            ("最長", Bound::AtMost),
            ("最長で", Bound::AtMost),
            ("最大", Bound::AtMost),
            ("最短で", Bound::AtLeast),
            ("最低", Bound::AtLeast),
            ("少なくとも", Bound::AtLeast),
        ];
        let after = match self.at(end) {
            ' ' => &AFTER_IN_ENGLISH[..],
            c if c.is_ascii() => &[],
            _ => &AFTER_IN_JAPANESE,
        };
        if let Some((_, bound)) = after.iter().find(|(words, _)| self.word(end, words).is_some()) {
            return Some(*bound);
        }
        let before = self.text.get(..start)?.trim_end_matches([' ', '¥', '￥']).as_bytes();
        let last = before.last().map(u8::to_ascii_lowercase);
        let ends = |words: &str| {
            let at = before.len().checked_sub(words.len()).filter(|_| words.as_bytes().last() == last.as_ref());
            at.is_some_and(|at| before[at..].eq_ignore_ascii_case(words.as_bytes()))
        };
        BEFORE.iter().find(|(words, _)| ends(words)).map(|(_, bound)| *bound)
    }
}

/// What an English word says of a fact by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// The month of that number.
    Month(u64),
    /// A number in letters.
    Number(u64),
    /// No number, but it implies one.
    Implied(u64),
    /// One of what follows: "a year".
    One,
    /// 12:00.
    Noon,
    /// An amount follows.
    Yen,
    /// A year follows.
    Fiscal,
}

/// The words that say something, in small letters: the commonest first.
const WORDS: [(&str, Word); 55] = [
    ("the", Word::One),
    ("a", Word::One),
    ("an", Word::One),
    ("per", Word::One),
    ("each", Word::One),
    ("every", Word::One),
    ("january", Word::Month(1)),
    ("february", Word::Month(2)),
    ("march", Word::Month(3)),
    ("april", Word::Month(4)),
    ("may", Word::Month(5)),
    ("june", Word::Month(6)),
    ("july", Word::Month(7)),
    ("august", Word::Month(8)),
    ("september", Word::Month(9)),
    ("october", Word::Month(10)),
    ("november", Word::Month(11)),
    ("december", Word::Month(12)),
    ("one", Word::Number(1)),
    ("two", Word::Number(2)),
    ("three", Word::Number(3)),
    ("four", Word::Number(4)),
    ("five", Word::Number(5)),
    ("six", Word::Number(6)),
    ("seven", Word::Number(7)),
    ("eight", Word::Number(8)),
    ("nine", Word::Number(9)),
    ("ten", Word::Number(10)),
    ("eleven", Word::Number(11)),
    ("twelve", Word::Number(12)),
    ("fifteen", Word::Number(15)),
    ("twenty", Word::Number(20)),
    ("thirty", Word::Number(30)),
    ("forty", Word::Number(40)),
    ("fifty", Word::Number(50)),
    ("sixty", Word::Number(60)),
    ("hundred", Word::Number(100)),
    ("once", Word::Implied(1)),
    ("first", Word::Implied(1)),
    ("single", Word::Implied(1)),
    ("twice", Word::Implied(2)),
    ("second", Word::Implied(2)),
    ("both", Word::Implied(2)),
    ("third", Word::Implied(3)),
    ("fourth", Word::Implied(4)),
    ("fifth", Word::Implied(5)),
    ("sixth", Word::Implied(6)),
    ("seventh", Word::Implied(7)),
    ("eighth", Word::Implied(8)),
    ("ninth", Word::Implied(9)),
    ("tenth", Word::Implied(10)),
    ("noon", Word::Noon),
    ("jpy", Word::Yen),
    ("fiscal", Word::Fiscal),
    ("fy", Word::Fiscal),
];

/// For each first letter, a bit for each length that such a word has. Most words of a text say nothing, and are passed over by it.
const LENGTHS: [u16; 26] = {
    let mut lengths = [0; 26];
    let mut at = 0;
    while at < WORDS.len() {
        let word = WORDS[at].0.as_bytes();
        lengths[(word[0] - b'a') as usize] |= 1 << word.len();
        at += 1;
    }
    lengths
};

/// Could the word be one that says something, by its first letter and its length?
fn may_say(letters: &str) -> bool {
    let first = letters.bytes().next().and_then(|first| first.to_ascii_lowercase().checked_sub(b'a'));
    let lengths = first.and_then(|first| LENGTHS.get(usize::from(first)));
    letters.len() < u16::BITS as usize && lengths.is_some_and(|lengths| lengths & 1 << letters.len() != 0)
}

/// What a word says, in capital or small letters.
pub fn word(letters: &str) -> Option<Word> {
    let mut words = if may_say(letters) { WORDS.iter() } else { [].iter() };
    words.find(|(word, _)| word.eq_ignore_ascii_case(letters)).map(|(_, says)| *says)
}

/// The value of a kanji numeral.
pub fn kanji_number(c: char) -> Option<u64> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

fn may_begin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '¥' | '正' | '令' | '平' | '昭' | '大') || kanji_number(c).is_some()
}

fn width(first: u8) -> usize {
    match first {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xFF => 4,
    }
}

fn fold(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c).to_ascii_lowercase(),
        '\u{3000}' | '\u{A0}' => ' ',
        '￥' => '¥',
        c => c.to_ascii_lowercase(),
    }
}

/// The text with mentions, heading ids, code, comments and addresses replaced by NULs of the same length; `links` are the places of addresses.
pub fn blank_markup<'a>(text: &'a str, links: &[(usize, usize)]) -> Cow<'a, str> {
    // Most texts have nothing of the kind. No branch for each byte: so many are looked at in one step.
    let begins_markup = |byte: u8| matches!(byte, b'[' | b'{' | b'`' | b'<' | b':');
    if links.is_empty() && !text.bytes().fold(false, |any, byte| any | begins_markup(byte)) {
        return Cow::Borrowed(text);
    }
    let mut blanks: Vec<(usize, usize)> = links.to_vec();
    for (open, close) in [("[[", "]]"), ("{#", "}"), ("`", "`"), ("<!--", "-->")] {
        let mut from = 0;
        while let Some(start) = find(text, open, from) {
            let inner = start + open.len();
            let Some(end) = find(text, close, inner).map(|at| at + close.len()) else { break };
            blanks.push((start, end));
            from = end;
        }
    }
    const COLON: &str = "://";
    let mut from = 0;
    while let Some(at) = find(text, COLON, from) {
        let scheme = ["https", "http"].iter().find(|scheme| text[..at].ends_with(**scheme));
        let start = at - scheme.map_or(0, |scheme| scheme.len());
        let end = text[at..].find(|c: char| c.is_whitespace() || ")>」）、。".contains(c)).map_or(text.len(), |i| at + i);
        blanks.push((start, end));
        from = at + COLON.len();
    }
    if blanks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for (start, end) in blanks {
        if let Some(part) = bytes.get_mut(start..end) {
            part.fill(0);
        }
    }
    // Blanked from and to the boundaries of characters only.
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The first place of a few ASCII characters from a byte onwards. Looks for one byte: to prepare for a search of several takes longer
/// than to read most texts.
fn find(text: &str, words: &str, from: usize) -> Option<usize> {
    let first = words.chars().next()?;
    let mut at = from;
    loop {
        at += text.get(at..)?.find(first)?;
        if text[at..].starts_with(words) {
            return Some(at);
        }
        at += first.len_utf8();
    }
}
