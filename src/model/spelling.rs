//! The spellings that editors may use for the characters of numbers and dates.

/// Full-width digits, letters and signs become ASCII, as do the ideographic space and the wave dash; ends are trimmed.
pub fn fold(text: &str) -> String {
    let folded: String = unquoted(text.trim())
        .chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' | '\u{A0}' => ' ',
            '\u{FFE5}' => '¥',
            '−' | '‐' | '‑' => '-',
            _ => c,
        })
        .collect();
    folded.trim().to_owned()
}

/// Pairs of quotation marks that Word and Japanese keyboards write in the place of `"` and `'`.
const QUOTES: [(char, char); 5] = [('“', '”'), ('‘', '’'), ('＂', '＂'), ('＇', '＇'), ('”', '”')];

/// The words between quotation marks of Word, where these stand around all of a text and nowhere else in it.
pub fn unquoted(text: &str) -> &str {
    let inside = |(open, close): &(char, char)| {
        let inside = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inside.trim().is_empty() && !inside.contains([*open, *close])).then_some(inside.trim())
    };
    QUOTES.iter().find_map(inside).unwrap_or(text)
}

/// A value among other words, as it would be without them, and those words: what stands in brackets or behind ※ at the end, what stands before the
/// first number. 「２万円（退去時に返還）」 is 2万円, and a remark.
pub fn without_remark(text: &str) -> Vec<(String, String)> {
    let folded = fold(text);
    let behind = |text: &str| {
        let (rest, remark) = match text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
            Some(found) => found,
            None => text.split_once('※')?,
        };
        let (rest, remark) = (rest.trim(), remark.trim().trim_start_matches('※'));
        (!rest.is_empty() && !remark.is_empty()).then(|| (rest.to_owned(), remark.to_owned()))
    };
    let before = |text: &str| {
        let is_number = |c: char| c.is_ascii_digit() || NUMERALS.contains(&c) || c == '¥';
        let (remark, rest) = text.split_at_checked(text.find(is_number)?)?;
        let remark = remark.trim();
        (!remark.is_empty()).then(|| (rest.to_owned(), remark.trim_end_matches([':', '、', ',']).to_owned()))
    };
    let both = |(rest, remark): &(String, String)| {
        let (rest, first) = before(rest)?;
        Some((rest, format!("{first}、{remark}")))
    };
    let behind = behind(&folded);
    let both = behind.as_ref().and_then(both);
    behind.into_iter().chain(before(&folded)).chain(both).collect()
}

const NUMERALS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Numbers in kanji become digits: 三十 is 30, 二〇二六 is 2026. 千 and 百 behind a digit stay, as do 万 and 億.
pub fn digits(text: &str) -> String {
    let value = |c: char| NUMERALS.iter().position(|numeral| *numeral == c).and_then(|at| u64::try_from(at).ok());
    let unit = |c: char| match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    };
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        let is_behind_digit = out.ends_with(|c: char| c.is_ascii_digit());
        if value(c).is_none() && (unit(c).is_none() || is_behind_digit) {
            out.push(c);
            chars.next();
            continue;
        }
        let (mut total, mut ones, mut positional, mut has_unit) = (0u64, None::<u64>, String::new(), false);
        while let Some(&c) = chars.peek() {
            if let Some(n) = value(c) {
                ones = Some(n);
                positional.push_str(&n.to_string());
            } else if let Some(unit) = unit(c) {
                total = total.saturating_add(ones.take().unwrap_or(1).saturating_mul(unit));
                has_unit = true;
            } else {
                break;
            }
            chars.next();
        }
        out.push_str(&if has_unit { (total.saturating_add(ones.unwrap_or(0))).to_string() } else { positional });
    }
    out
}

/// A number that English writes as a word.
pub fn number_word(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok())
}

/// What is counted: it is a part of the spelling, since the field says of what there are so many.
const COUNTERS: [&str; 32] = [
    "名様",
    "名",
    "人",
    "件",
    "回",
    "通",
    "部",
    "枚",
    "床",
    "校",
    "社",
    "箇所",
    "か所",
    "冊",
    "点",
    "問",
    "科目",
    "つ",
    " persons",
    " person",
    " people",
    " copies",
    " copy",
    " places",
    " beds",
    " times",
    " questions",
    " question",
    " marks",
    " mark",
    " points",
    " subjects",
];

/// Without the word that says what the number is: `定員3名`.
pub fn without_label(text: &str) -> &str {
    ["募集定員", "募集人員", "定員"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim()
}

/// A whole number with what is counted, of folded text: `5名`, `1,200`, `定員3名`, `three`.
pub fn number_of(text: &str) -> Option<u32> {
    let lower = digits(&text.to_lowercase());
    let text = without_label(&lower);
    let number = COUNTERS.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim();
    let is_grouped = number.split(',').skip(1).all(|group| group.len() == 3);
    let count = number.replace(',', "").parse().ok().or_else(|| number_word(number));
    count.filter(|_| is_grouped && !number.starts_with('+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_widths() {
        assert_eq!(fold("　２０２３−１１（火）１２：００ "), "2023-11(火)12:00");
    }

    #[test]
    fn quotation_marks_of_word_are_none_of_the_value() {
        for text in ["“17,000円”", "‘17,000円’", "＂17,000円＂", "”１７，０００円”"] {
            assert_eq!(fold(text), "17,000円", "{text}");
        }
        for text in ["“a” and “b”", "“a", "””", "「a」"] {
            assert_eq!(unquoted(text), text);
        }
    }

    #[test]
    fn kanji_are_digits() {
        for (text, expected) in [
            ("三十万円", "30万円"),
            ("二千五百円", "2500円"),
            ("十二か月", "12か月"),
            ("二〇二六年", "2026年"),
            ("2千5百円", "2千5百円"),
            ("百", "100"),
            ("令和八年", "令和8年"),
        ] {
            assert_eq!(digits(text), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "[〇一二三四五六七八九十百千万0-9円]*") {
            let _ = digits(&text);
        }
    }
}
