//! How long before or after something, by the calendar or by days on which offices are open: 30日以内, 10 business days.

use jiff::civil::{Date, Weekday};

use super::node::Node;
use super::quantity::Length;
use super::read::{Cx, Read, scalars};
use super::spelling::fold;

/// How long, by the calendar or by days on which offices are open.
#[derive(Debug, Clone, PartialEq)]
pub enum Count {
    /// Calendar time.
    Length(Length),
    /// Days on which offices are open. Which those are nobody knows beforehand: holidays differ by country and office.
    BusinessDays(u16),
}

scalars! {
    Count: "count" STRING "[0-9０-９〇一二三四五六七八九十半]", ["10営業日", "30日", "2週間以内", "P1M", "10 business days", "2 weeks"], ["soon", "近日"];
}

impl Count {
    /// Reads `10営業日以内`, `2週間`, `30 days`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text).to_lowercase();
        let folded = folded.trim();
        let body = ["以内", "以前", "前", "後"].iter().find_map(|ending| folded.strip_suffix(ending)).unwrap_or(folded).trim();
        let days = ["営業日", "開庁日", "business days", "business day", "working days", "working day"];
        match days.iter().find_map(|unit| body.strip_suffix(unit)) {
            Some(number) => number.trim().parse().ok().filter(|days| (1..=365).contains(days)).map(Self::BusinessDays),
            None => Length::parse(body).or_else(|| Length::parse(text)).filter(|length| length.days() > 0.0).map(Self::Length),
        }
    }

    /// As `annai fmt` writes it, and as open data have it.
    pub fn canonical(&self, is_japanese: bool) -> String {
        match self {
            Self::Length(length) => length.canonical(),
            Self::BusinessDays(days) if is_japanese => format!("{days}営業日"),
            Self::BusinessDays(days) => format!("{days} business days"),
        }
    }

    /// The day so long after another, or before it; of business days, the first that it can be: weekends alone are left out.
    pub fn from(&self, date: Date, is_before: bool) -> Option<Date> {
        match self {
            Self::Length(length) if is_before => date.checked_sub(length.0).ok(),
            Self::Length(length) => date.checked_add(length.0).ok(),
            Self::BusinessDays(days) => {
                let mut date = date;
                let mut left = *days;
                while left > 0 {
                    date = if is_before { date.yesterday() } else { date.tomorrow() }.ok()?;
                    left -= u16::from(!matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday));
                }
                Some(date)
            }
        }
    }
}

impl Read for Count {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let Some(count) = Self::parse(text) else {
            cx.bad_part("bad-duration", "bad-count", "bad-count-help", node);
            return None;
        };
        cx.canonical(node, &count.canonical(text.contains(|c: char| c > '\u{2E7F}')));
        Some(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_as_offices_write_it_and_counted() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (text, canonical, after, before) in [
            ("10営業日", "10営業日", "2026-12-15", "2026-11-17"),
            ("１営業日以内", "1営業日", "2026-12-02", "2026-11-30"),
            ("5 business days", "5 business days", "2026-12-08", "2026-11-24"),
            ("30日以内", "P30D", "2026-12-31", "2026-11-01"),
            ("2週間", "P2W", "2026-12-15", "2026-11-17"),
            ("1か月後", "P1M", "2027-01-01", "2026-11-01"),
            ("2 weeks", "P2W", "2026-12-15", "2026-11-17"),
        ] {
            let count = Count::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(count.canonical(text.contains('営')), canonical, "{text}");
            let counted = [false, true].map(|is_before| count.from(day("2026-12-01"), is_before).unwrap());
            assert_eq!(counted, [day(after), day(before)], "{text}");
        }
        for text in ["", "soon", "0営業日", "近日", "-P1D"] {
            assert_eq!(Count::parse(text), None, "{text}");
        }
    }
}
