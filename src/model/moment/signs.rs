//! One sign for each thing that people write in several ways beside dates: widths, brackets, weekdays in one character.

use crate::model::spelling::fold;

/// Signs for weekdays in one character.
const SINGLE: [(char, char); 14] = [
    ('㊊', '月'),
    ('㊋', '火'),
    ('㊌', '水'),
    ('㊍', '木'),
    ('㊎', '金'),
    ('㊏', '土'),
    ('㊐', '日'),
    ('㈪', '月'),
    ('㈫', '火'),
    ('㈬', '水'),
    ('㈭', '木'),
    ('㈮', '金'),
    ('㈯', '土'),
    ('㈰', '日'),
];

/// The text with one sign for each thing: widths, brackets, weekdays in one character, letters in lower case.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        match SINGLE.iter().find(|(sign, _)| *sign == c) {
            Some((_, day)) => out.extend(['(', *day, ')']),
            None => out.push(match c {
                '[' | '【' | '〔' | '「' => '(',
                ']' | '】' | '〕' | '」' => ')',
                c => c.to_ascii_lowercase(),
            }),
        }
    }
    out
}
