//! Which characters are set without spaces between them, and beside which of them emphasis may open and close.

use std::ops::RangeInclusive;

/// Blocks of East Asian wide, full-width and half-width letters and punctuation, without Hangul (UAX #11, UAX #24).
/// Sorted.
const WIDE: &[RangeInclusive<u32>] = &[
    0x2E80..=0x303E,   // radicals, ideographic description, CJK punctuation (with U+3000)
    0x3041..=0x312F,   // kana, bopomofo
    0x3190..=0x31FF,   // kanbun, strokes, small kana
    0x3220..=0x325F,   // enclosed
    0x3280..=0xA4CF,   // enclosed, squared, ideographs, Yi
    0xF900..=0xFAFF,   // compatibility ideographs
    0xFE10..=0xFE1F,   // vertical forms
    0xFE30..=0xFE6F,   // compatibility and small forms
    0xFF01..=0xFF9F,   // full-width forms, half-width katakana
    0xFFE0..=0xFFE6,   // full-width signs
    0x16FE0..=0x18DFF, // ideographic symbols, Tangut, Khitan
    0x1AFF0..=0x1B16F, // kana supplements
    0x1F200..=0x1F2FF, // enclosed ideographs
    0x20000..=0x3FFFD, // supplementary and tertiary ideographic planes
];

/// Blocks of Hangul: wide, but words are spaced. Sorted.
const HANGUL: &[RangeInclusive<u32>] = &[
    0x1100..=0x11FF,
    0x302E..=0x302F,
    0x3130..=0x318F,
    0x3200..=0x321F,
    0x3260..=0x327F,
    0xA960..=0xA97F,
    0xAC00..=0xD7FF,
    0xFFA0..=0xFFDC,
];

fn within(blocks: &[RangeInclusive<u32>], c: char) -> bool {
    let code = u32::from(c);
    code >= 0x1100
        && blocks
            .binary_search_by(|block| {
                if *block.end() < code {
                    std::cmp::Ordering::Less
                } else if *block.start() > code {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
}

/// Is it a letter or punctuation of a script that puts no space between words (Chinese, Japanese, Yi, ...)?
pub fn is_unspaced(c: char) -> bool {
    within(WIDE, c)
}

/// Is it a Chinese, Japanese or Korean letter or punctuation? Not the ideographic space.
pub fn is_cjk(c: char) -> bool {
    c != '\u{3000}' && (within(WIDE, c) || within(HANGUL, c))
}

/// Dashes, ellipses and quotation marks that both sorts of script share; they follow their neighbour.
fn is_shared(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2015}' | '\u{2018}' | '\u{2019}' | '\u{201C}' | '\u{201D}' | '\u{2025}' | '\u{2026}')
}

/// Does the text begin in an unspaced script? `None` when nothing in it says so.
pub fn begins(text: &str) -> Option<bool> {
    text.chars().find(|&c| !is_shared(c)).map(is_unspaced)
}

/// Does the text end in an unspaced script? `None` when nothing in it says so.
pub fn ends(text: &str) -> Option<bool> {
    text.chars().rev().find(|&c| !is_shared(c)).map(is_unspaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_apart() {
        for c in "東京、。「」（）！ーｱｶﾞ々〜〒㈱㎡𠮷ㄅ".chars() {
            assert!(is_unspaced(c) && is_cjk(c), "{c}");
        }
        for c in "a1(é…“ж🙂".chars() {
            assert!(!is_unspaced(c) && !is_cjk(c), "{c}");
        }
        for c in "한글ㄱ㉠".chars() {
            assert!(!is_unspaced(c) && is_cjk(c), "{c}");
        }
        assert!(is_unspaced('\u{3000}') && !is_cjk('\u{3000}'));
    }

    #[test]
    fn shared_punctuation_follows_its_neighbour() {
        assert_eq!(ends("これは……"), Some(true));
        assert_eq!(ends("so…"), Some(false));
        assert_eq!(begins("“東京”"), Some(true));
        assert_eq!(begins("——"), None);
    }

    #[test]
    fn blocks_are_sorted() {
        for blocks in [WIDE, HANGUL] {
            assert!(blocks.windows(2).all(|pair| pair[0].end() < pair[1].start()));
        }
    }
}
