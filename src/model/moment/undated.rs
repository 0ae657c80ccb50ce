//! What stands in the place of a date that does not exist: a window that lasts until something ends it, a date that is not fixed
//! yet.

use super::near;
use super::scan::moment;
use super::signs::plain;
use super::vague::Until;
use super::written::Written;

/// What is known of a date that there is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undated {
    /// What ends the window. Where nothing is said to, the date is not fixed yet.
    pub until: Option<Until>,
    /// When it is expected to be announced.
    pub expected: Option<Written>,
}

impl Undated {
    /// As it is written in the script of the text.
    pub fn canonical(&self, text: &str) -> String {
        let is_japanese = text.contains(|c: char| c > '\u{2E7F}');
        match (self.until, self.expected) {
            (Some(until), _) => until.canonical(is_japanese).to_owned(),
            (None, None) => if is_japanese { "未定" } else { "not fixed" }.to_owned(),
            (None, Some(expected)) if is_japanese => format!("未定（{} 発表予定）", expected.canonical(text)),
            (None, Some(expected)) => format!("not fixed (expected {})", expected.canonical(text)),
        }
    }
}

/// What stands in the place of a date that there is not: a window that lasts until all places are filled, or a date that is not
/// fixed yet.
pub fn read(text: &str) -> Option<Undated> {
    spelled(text).filter(|undated| undated.expected.is_none_or(|expected| expected.check().is_ok()))
}

/// What may be meant, where the calendar does not have the day on which it is expected.
pub fn near(text: &str) -> Option<Vec<String>> {
    let undated = spelled(text)?;
    let days = near::near(&undated.expected?);
    let with = |expected| Undated { expected: Some(expected), ..undated }.canonical(text);
    (!days.is_empty()).then(|| days.into_iter().map(with).collect())
}

fn spelled(text: &str) -> Option<Undated> {
    const NOT_FIXED: [&str; 14] = [
        "未定",
        "未決定",
        "調整中",
        "後日発表",
        "後日公表",
        "後日決定",
        "not fixed",
        "not-fixed",
        "tba",
        "tbd",
        "to be announced",
        "to be decided",
        "to be determined",
        "undecided",
    ];
    let text = plain(text);
    let text = text.trim();
    if let Some((until, "")) = Until::eaten(text)
        && until != Until::Early
    {
        return Some(Undated { until: Some(until), expected: None });
    }
    let behind = NOT_FIXED.iter().find_map(|word| text.strip_prefix(word))?.trim();
    if behind.is_empty() {
        return Some(Undated { until: None, expected: None });
    }
    // 「未定（12月中旬に発表予定）」
    const ENDINGS: [&str; 9] = ["見込み", "予定", "決定", "発表", "公表", "announcement", "に", "expected", "頃"];
    let mut inner = behind.strip_prefix('(')?.strip_suffix(')')?.trim();
    inner = inner.strip_prefix("expected").unwrap_or(inner).trim();
    while let Some(rest) = ENDINGS.iter().find_map(|word| inner.strip_suffix(word)) {
        inner = rest.trim();
    }
    let expected = moment(inner).ok()?.written;
    Some(Undated { until: None, expected: Some(expected) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_date_is_read_and_written_in_one_way() {
        for (text, expected) in [
            ("定員に達し次第", "定員になり次第"),
            ("（定員になり次第締め切ります）", "定員になり次第"),
            ("採用者決定次第終了", "採用者が決まり次第"),
            ("Until filled", "until filled"),
            ("while funds last", "until funds run out"),
            ("未定", "未定"),
            ("後日公表", "未定"),
            ("ＴＢＤ", "未定"),
            ("TBD", "not fixed"),
            ("未定（2027年1月頃発表予定）", "未定（2027-01 発表予定）"),
            ("未定（2027-01下旬 決定見込み）", "未定（2027-01下旬 発表予定）"),
            ("not fixed (expected early January 2027)", "not fixed (expected 2027-01 early)"),
            ("未定（いずれ）", ""),
            ("未定です", ""),
            ("until filled soon", ""),
            ("2026-12-11 定員になり次第", ""),
            ("", ""),
        ] {
            let written = read(text).map(|undated| undated.canonical(text)).unwrap_or_default();
            assert_eq!(written, expected, "{text}");
            assert_eq!(read(&written), read(text), "{text} as {written}");
        }
    }
}
