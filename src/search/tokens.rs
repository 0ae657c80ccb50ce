//! Words of a folded text: in dense scripts every place at which one could begin, in others what stands between spaces.
//!
//! The client takes what is typed apart in the same way (`themes/default/assets/search.js`): `tests/search/tokens.json` holds both.

use super::fold::is_dense;

/// The most characters that a place in a dense script is known by.
pub const GRAM: usize = 3;

/// The most characters of a word.
pub const LONGEST: usize = 40;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'t> {
    /// Characters of dense scripts that stand together.
    Dense(&'t [char]),
    /// Letters and digits of other scripts that stand together.
    Word(&'t [char]),
    /// What a number and its unit come to: `30万` is 300000.
    Number(u64),
    /// A date that stands there: month and day, and the year where it is written.
    Date(Option<u16>, u8, u8),
}

/// The tokens of a folded text, in order.
pub fn tokens(text: &[char]) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    each(text, |token| tokens.push(token));
    tokens
}

/// Hands each token on.
pub fn each<'t>(text: &'t [char], mut then: impl FnMut(Token<'t>)) {
    let mut rest = text;
    // What stood directly before: numbers, of which `年`, `月`, `日` make a date.
    let (mut number, mut year, mut month) = (None, None, None);
    while let Some(first) = rest.first() {
        let is_dense_part = is_dense(*first);
        let is_part = |c: &char| if is_dense_part { is_dense(*c) } else { c.is_alphanumeric() && !is_dense(*c) };
        let length = rest.iter().take_while(|c| is_part(c)).count();
        if length == 0 {
            rest = rest.get(1..).unwrap_or_default();
            (number, year, month) = (None, None, None);
            continue;
        }
        let (part, after) = rest.split_at(length);
        rest = after;
        if !is_dense_part {
            number = small_number(part);
            let word = without_article(part);
            then(Token::Word(word.get(..LONGEST).unwrap_or(word)));
            continue;
        }
        let before = number.take();
        match (part.first(), before) {
            (Some('年'), Some(value)) if part.len() == 1 => {
                year = u16::try_from(value).ok().filter(|year| *year >= 1000);
            }
            (Some('月'), Some(value)) if part.len() == 1 => {
                month = u8::try_from(value).ok().filter(|month| (1..=12).contains(month));
            }
            (Some('日'), Some(value)) => {
                if let (Some(month), Some(day)) = (month, u8::try_from(value).ok().filter(|day| (1..=31).contains(day))) {
                    then(Token::Date(year, month, day));
                }
                (year, month) = (None, None);
            }
            (Some(unit @ ('千' | '万' | '億')), Some(value)) => {
                let unit = if *unit == '千' {
                    1_000
                } else if *unit == '万' {
                    10_000
                } else {
                    100_000_000
                };
                then(Token::Number(value.saturating_mul(unit)));
                (year, month) = (None, None);
            }
            _ => (year, month) = (None, None),
        }
        then(Token::Dense(part));
    }
}

/// An Arabic word without the article, which is written in one with it.
fn without_article(word: &[char]) -> &[char] {
    match word {
        ['\u{627}', '\u{644}', rest @ ..] if rest.len() >= 3 => rest,
        _ => word,
    }
}

/// A number of a few digits.
fn small_number(part: &[char]) -> Option<u64> {
    if part.len() > 8 {
        return None;
    }
    part.iter().try_fold(0, |sum: u64, c| Some(sum * 10 + u64::from(c.to_digit(10)?)))
}

/// The terms by which the places of a dense part are known: each is as many characters as there are, at most [`GRAM`].
pub fn grams(part: &[char]) -> impl Iterator<Item = &[char]> {
    (0..part.len()).filter_map(move |at| part.get(at..part.len().min(at + GRAM)))
}

/// The terms of a date: with its year, and for readers who name none.
pub fn date_terms(year: Option<u16>, month: u8, day: u8) -> impl Iterator<Item = String> {
    let with_year = year.map(|year| format!("@{year:04}{month:02}{day:02}"));
    with_year.into_iter().chain([format!("@{month:02}{day:02}")])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let text: Vec<char> = text.chars().collect();
        let words = |part: &[char]| part.iter().collect::<String>();
        tokens(&text)
            .into_iter()
            .flat_map(|token| match token {
                Token::Dense(part) => grams(part).map(words).collect(),
                Token::Word(part) => vec![words(part)],
                Token::Number(number) => vec![number.to_string()],
                Token::Date(year, month, day) => date_terms(year, month, day).collect(),
            })
            .collect()
    }

    #[test]
    fn every_place_of_a_dense_part_is_known_by_what_follows() {
        assert_eq!(read("臨床研修の"), ["臨床研", "床研修", "研修ノ", "修ノ", "ノ"].map(|term| term.replace('ノ', "の")));
        assert_eq!(read("jlpt n1、籍"), ["jlpt", "n1", "籍"]);
    }

    #[test]
    fn dates_and_amounts_are_known_by_their_value() {
        assert_eq!(read("2023年11月14日"), ["2023", "年", "11", "月", "14", "@20231114", "@1114", "日"]);
        assert_eq!(read("11月14日締切"), ["11", "月", "14", "@1114", "日締切", "締切", "切"]);
        assert_eq!(read("30万円"), ["30", "300000", "万円", "円"]);
        assert_eq!(read("13月14日"), ["13", "月", "14", "日"]);
    }
}
