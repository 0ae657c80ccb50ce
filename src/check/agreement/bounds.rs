//! The bounds that words before and behind a value say.

use super::item::Bound;
use super::scan::Scan;

impl Scan<'_> {
    /// A bound said before or after.
    pub fn bound(&self, start: usize, end: usize) -> Option<Bound> {
        self.bound_after(end).or_else(|| {
            let before = self.text.get(..start)?.trim_end_matches([' ', '¥', '￥']).as_bytes();
            if !ENDINGS[usize::from(before.last()?.to_ascii_lowercase())] {
                return None;
            }
            let ends = |words: &str| {
                let at = before.len().checked_sub(words.len());
                at.is_some_and(|at| before[at..].eq_ignore_ascii_case(words.as_bytes()))
            };
            BEFORE.iter().find(|(words, _)| ends(words)).map(|(_, bound)| *bound)
        })
    }

    fn bound_after(&self, end: usize) -> Option<Bound> {
        let (first, words) = match self.at(end) {
            ' ' => (self.after(end), &AFTER_IN_ENGLISH[..]),
            c if c.is_ascii() => return None,
            _ => (end, &AFTER_IN_JAPANESE[..]),
        };
        let c = self.at(first);
        let (_, words) = words.iter().find(|(begins, _)| *begins == c)?;
        let rest = self.after(first);
        words.iter().find(|(words, _)| self.word(rest, words).is_some()).map(|(_, bound)| *bound)
    }
}

/// Words that say a bound: the first character, and for each rest of them what they say.
type Bounds = (char, &'static [(&'static str, Bound)]);

/// Behind a value.
const AFTER_IN_JAPANESE: [Bounds; 8] = [
    ('以', &[("上", Bound::AtLeast), ("下", Bound::AtMost), ("内", Bound::AtMost)]),
    ('を', &[("超", Bound::MoreThan), ("上限", Bound::AtMost), ("限度", Bound::AtMost)]),
    ('超', &[("", Bound::MoreThan)]),
    ('よ', &[("り長", Bound::MoreThan), ("り多", Bound::MoreThan)]),
    ('ま', &[("で", Bound::AtMost)]),
    ('が', &[("上限", Bound::AtMost), ("限度", Bound::AtMost)]),
    ('未', &[("満", Bound::LessThan)]),
    ('に', &[("満たない", Bound::LessThan)]),
];

/// Behind a value and a blank.
const AFTER_IN_ENGLISH: [Bounds; 2] = [
    (
        'o',
        &[
            ("r more", Bound::AtLeast),
            ("r longer", Bound::AtLeast),
            ("r over", Bound::AtLeast),
            ("r above", Bound::AtLeast),
            ("r less", Bound::AtMost),
            ("r fewer", Bound::AtMost),
            ("r shorter", Bound::AtMost),
            ("r under", Bound::AtMost),
        ],
    ),
    ('a', &[("nd over", Bound::AtLeast), ("t least", Bound::AtLeast), ("t most", Bound::AtMost), ("t the most", Bound::AtMost)]),
];

/// Words before a value.
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

/// Is the byte the last of such words?
const ENDINGS: [bool; 256] = {
    let mut endings = [false; 256];
    let mut at = 0;
    while at < BEFORE.len() {
        let words = BEFORE[at].0.as_bytes();
        endings[words[words.len() - 1] as usize] = true;
        at += 1;
    }
    endings
};
