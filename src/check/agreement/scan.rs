//! A reader of Japanese and English text that takes full-width characters and capitals for what they stand for.

use std::borrow::Cow;

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
            let byte = *bytes.get(i)?;
            match byte {
                _ if STEPS[usize::from(byte)] > 0 => i += STEPS[usize::from(byte)],
                b'a'..=b'z' | b'A'..=b'Z' => {
                    let end = self.letters(i);
                    let says_something = || self.has_at_sign || bytes.get(i..end).is_some_and(|letters| candidates(letters) != 0);
                    if says_something() && !self.is_in_word(i) {
                        return Some(i);
                    }
                    // Nor does one begin at any letter of the rest.
                    i = end;
                }
                byte if byte.is_ascii() => return Some(i),
                byte => {
                    let second = bytes.get(i + 1).map_or(0, |second| second & 0x3F);
                    if BEGINNINGS[usize::from(byte)] & 1 << second != 0 && may_begin(self.at(i)) {
                        return Some(i);
                    }
                    i += width(byte);
                }
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
        match i.checked_sub(1).and_then(|last| self.text.as_bytes().get(last)) {
            None => '\0',
            Some(byte) if byte.is_ascii() => char::from(byte.to_ascii_lowercase()),
            Some(_) => self.text.get(..i).and_then(|text| text.chars().next_back()).map_or('\0', fold),
        }
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
    pub fn skip(&self, mut i: usize, blanks: &[char]) -> usize {
        while blanks.contains(&self.at(i)) {
            i = self.after(i);
        }
        i
    }

    /// The end of the ASCII letters at `i`.
    pub fn letters(&self, i: usize) -> usize {
        let rest = self.text.as_bytes().get(i..).unwrap_or_default();
        i + rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len())
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
                    let is_digit = |n: usize| self.at(self.skip_chars(at, n)).is_ascii_digit();
                    if !(is_digit(1) && is_digit(2) && is_digit(3)) || is_digit(4) {
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

/// More letters than the longest of them.
const LONGER: usize = 10;

/// For each first letter and length, a bit for each such word. Most words of a text say nothing, and are passed over by it.
const CANDIDATES: [[u64; LONGER]; 26] = {
    let mut candidates = [[0; LONGER]; 26];
    let mut at = 0;
    while at < WORDS.len() {
        let word = WORDS[at].0.as_bytes();
        candidates[(word[0] - b'a') as usize][word.len()] |= 1 << at;
        at += 1;
    }
    candidates
};

/// The words that these letters may be, by the first of them and their number: a bit for each.
fn candidates(letters: &[u8]) -> u64 {
    let first = letters.first().and_then(|first| first.to_ascii_lowercase().checked_sub(b'a'));
    let lengths = first.and_then(|first| CANDIDATES.get(usize::from(first)));
    lengths.and_then(|lengths| lengths.get(letters.len())).copied().unwrap_or(0)
}

/// What a word says, in capital or small letters.
pub fn word(letters: &str) -> Option<Word> {
    let mut candidates = candidates(letters.as_bytes());
    while candidates != 0 {
        let (word, says) = WORDS.get(candidates.trailing_zeros() as usize)?;
        if word.eq_ignore_ascii_case(letters) {
            return Some(*says);
        }
        candidates &= candidates - 1;
    }
    None
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

/// Characters beside ASCII at which a fact may begin; of those of full width, one of each of their blocks.
const WIDE: &str = "¥￥０ａ正令平昭大一二三四五六七八九十";

/// For each first byte of these characters, a bit for each second. Most characters of a text are passed over by it.
const BEGINNINGS: [u64; 256] = {
    let mut beginnings = [0; 256];
    let bytes = WIDE.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        beginnings[bytes[at] as usize] |= 1 << (bytes[at + 1] & 0x3F);
        at += width(bytes[at]);
    }
    beginnings
};

fn may_begin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '¥' | '正' | '令' | '平' | '昭' | '大') || kanji_number(c).is_some()
}

/// For each byte at which no fact may begin, how long its character is; none for others.
const STEPS: [usize; 256] = {
    let mut steps = [0; 256];
    let mut first = 0_u8;
    loop {
        let at = first as usize;
        if !(first.is_ascii_alphanumeric() || first == b'+' || BEGINNINGS[at] != 0) {
            steps[at] = width(first);
        }
        if first == u8::MAX {
            break;
        }
        first += 1;
    }
    steps
};

const fn width(first: u8) -> usize {
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
    blanks.sort_unstable();
    let mut out = String::with_capacity(text.len());
    for (start, end) in blanks {
        // One may begin inside of another.
        let start = start.max(out.len());
        let end = end.max(start);
        // Blanked from and to the boundaries of characters only.
        let (Some(kept), Some(blank)) = (text.get(out.len()..start), text.get(start..end)) else { return Cow::Borrowed(text) };
        out.push_str(kept);
        out.extend(std::iter::repeat_n('\0', blank.len()));
    }
    out.push_str(text.get(out.len()..).unwrap_or_default());
    Cow::Owned(out)
}

/// The first place of a few ASCII characters from a byte onwards. Looks for one byte: to prepare for a search of several takes longer
/// than to read most texts.
fn find(text: &str, words: &str, from: usize) -> Option<usize> {
    let (text, words) = (text.as_bytes().get(from..)?, words.as_bytes());
    let places = memchr::memchr_iter(*words.first()?, text);
    places.map(|at| at + from).find(|at| text[at - from..].starts_with(words))
}
