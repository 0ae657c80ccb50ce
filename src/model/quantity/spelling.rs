//! The spellings of lengths of time and of counts that editors may use, in Japanese and in English.

use jiff::Span as TimeSpan;

use super::Amount;
use crate::model::spelling::{digits, number_of, number_word, without_label};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
}

/// The longer ones stand before those that they begin with.
const UNITS: [(&str, Unit); 39] = [
    ("年間", Unit::Year),
    ("か年", Unit::Year),
    ("ヶ年", Unit::Year),
    ("カ年", Unit::Year),
    ("箇年", Unit::Year),
    ("年", Unit::Year),
    ("years", Unit::Year),
    ("year", Unit::Year),
    ("yrs", Unit::Year),
    ("か月間", Unit::Month),
    ("ヶ月間", Unit::Month),
    ("カ月間", Unit::Month),
    ("か月", Unit::Month),
    ("ヶ月", Unit::Month),
    ("カ月", Unit::Month),
    ("ヵ月", Unit::Month),
    ("ケ月", Unit::Month),
    ("箇月", Unit::Month),
    ("ヵ年", Unit::Year),
    ("months", Unit::Month),
    ("month", Unit::Month),
    ("週間", Unit::Week),
    ("週", Unit::Week),
    ("weeks", Unit::Week),
    ("week", Unit::Week),
    ("日間", Unit::Day),
    ("日", Unit::Day),
    ("days", Unit::Day),
    ("day", Unit::Day),
    ("時間", Unit::Hour),
    ("hours", Unit::Hour),
    ("hour", Unit::Hour),
    ("hrs", Unit::Hour),
    ("分間", Unit::Minute),
    ("分", Unit::Minute),
    ("minutes", Unit::Minute),
    ("minute", Unit::Minute),
    ("mins", Unit::Minute),
    ("min", Unit::Minute),
];

/// Reads a length in words, of folded text: `1年6か月`, `半年`, `三か月`, `8 weeks`, `2か月前`.
pub fn length(text: &str) -> Option<TimeSpan> {
    let lower = digits(&text.to_lowercase());
    let (text, is_negative) = match lower.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (lower.as_str(), false),
    };
    let behind = ["以前", "前", " before", " earlier", " prior"].iter().find_map(|word| text.strip_suffix(word));
    let ahead = ["以後", "後", " after", " later"].iter().find_map(|word| text.strip_suffix(word));
    let is_before = behind.is_some();
    if is_before && is_negative {
        return None;
    }
    let span = parts(behind.or(ahead).unwrap_or(text).trim())?;
    Some(if is_negative || is_before { span.negate() } else { span })
}

fn parts(text: &str) -> Option<TimeSpan> {
    if matches!(text, "半年" | "半年間" | "half a year" | "a half year") {
        return TimeSpan::new().try_months(6).ok();
    }
    let (mut span, mut rest, mut last) = (TimeSpan::new(), text, None::<Unit>);
    while !rest.is_empty() {
        let (number, has_half, behind) = number(rest)?;
        let behind = behind.trim_start().trim_start_matches('-');
        let (unit, behind) = UNITS.iter().find_map(|(word, unit)| Some((*unit, behind.strip_prefix(word)?)))?;
        // Units go down.
        if last.is_some_and(|last| last >= unit) {
            return None;
        }
        last = Some(unit);
        span = match unit {
            Unit::Year => span.try_years(number),
            Unit::Month => span.try_months(number),
            Unit::Week => span.try_weeks(number),
            Unit::Day => span.try_days(number),
            Unit::Hour => span.try_hours(number),
            Unit::Minute => span.try_minutes(number),
        }
        .ok()?;
        let half = behind.strip_prefix('半');
        if has_half || half.is_some() {
            // Half a month is no length of the calendar.
            span = match unit {
                Unit::Year => span.try_months(6).ok()?,
                Unit::Hour => span.try_minutes(30).ok()?,
                Unit::Month | Unit::Week | Unit::Day | Unit::Minute => return None,
            };
            return half.unwrap_or(behind).trim_start_matches('間').is_empty().then_some(span);
        }
        rest = behind.trim_start_matches([' ', ',', 'と']).trim_start();
        rest = rest.strip_prefix("and ").unwrap_or(rest);
    }
    last.map(|_| span)
}

/// A number at the beginning, whether a half follows it, and the rest.
fn number(text: &str) -> Option<(i64, bool, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    if !digits.is_empty() {
        let has_half = rest.starts_with(".5");
        return Some((digits.parse().ok()?, has_half, if has_half { rest.get(2..)? } else { rest }));
    }
    let (word, rest) = text.split_once([' ', '-'])?;
    let number = if matches!(word, "a" | "an") { 1 } else { number_word(word)? };
    Some((number.into(), false, rest))
}

/// Reads a count in words, of folded text: `5名`, `1,200`, `定員3名`, `若干名`.
pub fn count(text: &str) -> Option<Amount> {
    const FEW: [&str; 8] = ["few", "a few", "若干名", "若干", "若干人", "数名", "数人", "several"];
    match FEW.contains(&without_label(&text.to_lowercase())) {
        true => Some(Amount::Few),
        false => number_of(text).map(Amount::Count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quantity::Length;

    #[test]
    fn lengths_in_words() {
        for (text, canonical) in [
            ("1年6か月", "P1Y6M"),
            ("1年半", "P1Y6M"),
            ("1.5年", "P1Y6M"),
            ("半年間", "P6M"),
            ("三か月", "P3M"),
            ("十二か月", "P12M"),
            ("90分", "PT90M"),
            ("1時間半", "PT1H30M"),
            ("8 weeks", "P8W"),
            ("1 year and 6 months", "P1Y6M"),
            ("one-month", "P1M"),
            ("2か月前", "-P2M"),
            ("-2か月", "-P2M"),
            ("3 weeks before", "-P3W"),
            ("6か月後", "P6M"),
        ] {
            let length = length(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(Length(length).canonical(), canonical, "{text}");
        }
        for text in ["", "年", "1か月半", "6か月1年", "-2か月前", "1年半年", "2か月2か月"] {
            assert!(length(text).is_none(), "{text}");
        }
    }

    #[test]
    fn counts_in_words() {
        for (text, expected) in [("5名", 5), ("1,200", 1200), ("定員3名", 3), ("五人", 5), ("2通", 2), ("three", 3)] {
            assert_eq!(count(text), Some(Amount::Count(expected)), "{text}");
        }
        assert_eq!(count("若干名"), Some(Amount::Few));
        for text in ["", "名", "各1名", "1,20", "+3", "五つ星"] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = (length(&text), count(&text));
        }
    }
}
