//! Numbers and durations with the comparison that the source makes: "more than" and "at least" are different facts.

use jiff::Span as TimeSpan;

use super::fact::List;
use super::node::{Node, Value};
use super::read::{Cx, Fields, Read, fields, indispensable};
use super::spelling::fold;
use super::text::Text;
use crate::base::Span;

/// How a stated value bounds the real one.
#[derive(Debug, Clone, PartialEq)]
pub enum Comparison<T> {
    /// Exactly.
    Is(T),
    /// ≥
    AtLeast(T),
    /// >
    MoreThan(T),
    /// ≤
    AtMost(T),
    /// <
    LessThan(T),
    /// Roughly.
    About(T),
    /// From the first to the second, both included.
    Range(T, T),
}

/// The keys under which a comparison is written.
pub const COMPARISON_KEYS: [&str; 6] = ["is", "at_least", "more_than", "at_most", "less_than", "about"];

impl<T: Read> Comparison<T> {
    /// Reads `at_least:` and its like out of an open map; `None` when none of them is written.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
        let (from, to) = (fields.optional("from"), fields.optional("to"));
        let found = [
            fields.optional("is").map(Self::Is),
            fields.optional("at_least").map(Self::AtLeast),
            fields.optional("more_than").map(Self::MoreThan),
            fields.optional("at_most").map(Self::AtMost),
            fields.optional("less_than").map(Self::LessThan),
            fields.optional("about").map(Self::About),
        ];
        let mut found: Vec<Self> = found.into_iter().flatten().collect();
        match (from, to) {
            (Some(from), Some(to)) => found.push(Self::Range(from, to)),
            (Some(from), None) => found.push(Self::AtLeast(from)),
            (None, Some(to)) => found.push(Self::AtMost(to)),
            (None, None) => {}
        }
        if found.len() > 1 {
            fields.contradiction("several-comparisons", "several-comparisons-help");
        }
        found.into_iter().next()
    }
}

/// A length of calendar time, as ISO 8601 writes it: years, months, weeks, days, hours.
#[derive(Debug, Clone, Copy)]
pub struct Length(pub TimeSpan);

impl PartialEq for Length {
    fn eq(&self, other: &Self) -> bool {
        self.0.fieldwise() == other.0.fieldwise()
    }
}

impl Length {
    /// Reads `P2Y`, `-P3M`, `P1Y6M`, `2年`, `12か月`, `3週間`, `10日間`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        if let Some(span) = japanese_length(&folded) {
            return Some(Self(span));
        }
        let body = folded.trim_start_matches(['-', '+']);
        // jiff also reads its own friendly format, which is no spelling of ours.
        body.starts_with('P').then(|| folded.parse().ok())?.map(Self)
    }

    /// As ISO 8601 writes it: `P2Y`, `-P3M`. None at all is `P0D`: steps are told in days, not in seconds.
    pub fn canonical(&self) -> String {
        if self.0.is_zero() { "P0D".to_owned() } else { self.0.to_string() }
    }

    /// An approximate number of days, for ordering only.
    pub fn days(&self) -> f64 {
        let s = self.0;
        f64::from(s.get_years()) * 365.25
            + f64::from(s.get_months()) * 30.44
            + f64::from(s.get_weeks()) * 7.0
            + f64::from(s.get_days())
            + f64::from(s.get_hours()) / 24.0
    }
}

fn japanese_length(text: &str) -> Option<TimeSpan> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let number: i64 = text[..digits].parse().ok()?;
    let span = TimeSpan::new();
    match text[digits..].trim_end_matches('間') {
        "年" => span.try_years(number).ok(),
        "か月" | "ヶ月" | "カ月" | "ヵ月" | "箇月" | "ケ月" => span.try_months(number).ok(),
        "週" => span.try_weeks(number).ok(),
        "日" => span.try_days(number).ok(),
        "時" => span.try_hours(number).ok(),
        _ => None,
    }
}

impl Read for Length {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let length = node.as_str().and_then(Self::parse);
        match length {
            Some(length) => cx.canonical(node, &length.canonical()),
            None => cx.bad_value("bad-duration", "bad-duration-help", node),
        }
        length
    }
}

/// A count, or a length of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// So many.
    Count(u32),
    /// So long.
    Length(Length),
}

impl Read for Amount {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str().map(fold).unwrap_or_default();
        let amount = text.replace(',', "").parse().ok().map(Self::Count).or_else(|| Length::parse(&text).map(Self::Length));
        match amount {
            Some(Self::Count(count)) => cx.canonical(node, &count.to_string()),
            Some(Self::Length(length)) => cx.canonical(node, &length.canonical()),
            None => cx.bad_value("bad-quantity", "bad-quantity-help", node),
        }
        amount
    }
}

/// A count or length with its comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The value and how it bounds.
    pub value: Comparison<Amount>,
    /// Where it stands.
    pub span: Span,
}

impl Read for Quantity {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let value = match &node.value {
            Value::Map(_) => {
                let mut fields = Fields::of(node, "value-quantity", cx)?;
                let value = Comparison::from_fields(&mut fields);
                fields.finish();
                value
            }
            _ => Amount::read(node, cx).map(Comparison::Is),
        };
        Some(Self { value: value?, span: node.span })
    }
}

/// How long something lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Duration {
    /// The length and how it bounds; missing when only phases are known.
    pub length: Option<Comparison<Length>>,
    /// How it can be renewed.
    pub renewable: Option<Text>,
    /// An example that the source gives.
    pub example: Option<Text>,
    /// What it is made of, in order.
    pub phases: Vec<Phase>,
    /// Where it stands.
    pub span: Span,
}

fields! {
    /// A part of a duration.
    Phase, map {
        /// Its name.
        name: Option<Text>,
        /// How long it lasts.
        lasts: Option<Comparison<Length>>,
        /// The share of the time that it takes, in percent.
        share: Option<Comparison<Percent>>,
        /// A remark.
        note: Option<Text>,
    }
}

/// Percent, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(pub u8);

impl Read for Percent {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let percent =
            node.as_str().map(fold).and_then(|text| text.trim_end_matches('%').trim().parse().ok()).filter(|p| *p <= 100);
        if percent.is_none() {
            cx.bad_part("bad-quantity", "bad-percent", "bad-percent-help", node);
        }
        percent.map(Self)
    }
}

fn comparison<T: Read>(node: &Node, expected: &'static str, cx: &mut Cx<'_>) -> Option<Comparison<T>> {
    match &node.value {
        Value::Map(_) => {
            let mut fields = Fields::of(node, expected, cx)?;
            let value = Comparison::from_fields(&mut fields);
            fields.finish();
            value
        }
        _ => T::read(node, cx).map(Comparison::Is),
    }
}

impl Read for Comparison<Length> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        comparison(node, "value-duration", cx)
    }
}

impl Read for Comparison<Percent> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        comparison(node, "value-quantity", cx)
    }
}

impl Read for Duration {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::Map(_) = node.value else {
            let length = Length::read(node, cx)?;
            return Some(Self {
                length: Some(Comparison::Is(length)),
                renewable: None,
                example: None,
                phases: Vec::new(),
                span: node.span,
            });
        };
        let mut fields = Fields::of(node, "value-duration", cx)?;
        let duration = Self {
            length: Comparison::from_fields(&mut fields),
            renewable: fields.optional("renewable"),
            example: fields.optional("example"),
            phases: fields.optional::<List<Phase>>("phases").map(|list| list.items).unwrap_or_default(),
            span: node.span,
        };
        fields.finish();
        Some(duration)
    }
}

indispensable!(Length);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_both_spellings() {
        for (iso, japanese) in [("P2Y", "２年"), ("P12M", "12か月"), ("P3W", "3週間"), ("P10D", "10日間")] {
            assert_eq!(Length::parse(iso), Length::parse(japanese), "{iso}");
            assert!(Length::parse(iso).is_some());
        }
        assert_eq!(Length::parse("-P3M").unwrap().0.get_months(), -3);
        assert_eq!(Length::parse("P0D").unwrap().canonical(), "P0D");
        for text in ["", "P", "2 years", "soon", "2", "99999999999999年"] {
            assert!(Length::parse(text).is_none(), "{text}");
        }
    }
}
