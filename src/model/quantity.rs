//! Numbers and durations with the comparison that the source makes: "more than" and "at least" are different facts.

mod share;
pub mod spelling;
pub mod worded;

use jiff::Span as TimeSpan;

use super::fact::List;
use super::node::{Node, Value};
use super::read::{
    Cx, Data, Datum, Described, EachDatum, Field, Fields, Map, Read, Shape, fields, indispensable, nameable, scalars,
};
use super::spelling::{fold, without_remark};
use super::text::Text;
use crate::base::Span;
pub use share::Percent;
use worded::Worded;

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

impl<T> Comparison<T> {
    /// Lower and upper bound, and its name.
    pub fn bounds(&self) -> (Option<&T>, Option<&T>, &'static str) {
        match self {
            Self::Is(it) => (Some(it), Some(it), "is"),
            Self::AtLeast(from) => (Some(from), None, "at-least"),
            Self::MoreThan(from) => (Some(from), None, "more-than"),
            Self::AtMost(to) => (None, Some(to), "at-most"),
            Self::LessThan(to) => (None, Some(to), "less-than"),
            Self::About(it) => (Some(it), Some(it), "about"),
            Self::Range(from, to) => (Some(from), Some(to), "range"),
        }
    }
}

/// A bound of a comparison in open data.
pub trait Bound {
    /// What stands in its cell.
    fn cell(it: Option<&Self>) -> Datum<'static>;
}

impl Bound for Length {
    fn cell(it: Option<&Self>) -> Datum<'static> {
        Datum::Code(it.map(|length| length.canonical().into()))
    }
}

impl Bound for Amount {
    fn cell(it: Option<&Self>) -> Datum<'static> {
        Datum::Code(it.map(|amount| amount.canonical().into()))
    }
}

impl<T: Bound> Data for Comparison<T> {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        let (from, to, name) = it.map_or((None, None, None), |it| {
            let (from, to, name) = it.bounds();
            (from, to, Some(name))
        });
        each("_min", T::cell(from));
        each("_max", T::cell(to));
        each("_comparison", Datum::Code(name.map(Into::into)));
    }
}

impl Data for Quantity {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        Comparison::data(it.map(|quantity| &quantity.value), each);
    }
}

impl Data for Duration {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        Option::data(it.map(|duration| &duration.length), each);
    }
}

impl<T: Described> Comparison<T> {
    /// How a comparison is written.
    pub const MAP: &'static Map = &Map {
        name: "Comparison",
        fields: &[
            Field::new("Comparison", "from", T::shape, false).inner(),
            Field::new("Comparison", "to", T::shape, false).inner(),
            Field::new("Comparison", "is", T::shape, false).inner(),
            Field::new("Comparison", "at_least", T::shape, false).inner(),
            Field::new("Comparison", "more_than", T::shape, false).inner(),
            Field::new("Comparison", "at_most", T::shape, false).inner(),
            Field::new("Comparison", "less_than", T::shape, false).inner(),
            Field::new("Comparison", "about", T::shape, false).inner(),
        ],
    };
}

impl<T: Described> Described for Comparison<T> {
    fn shape() -> Shape {
        Shape::Either("comparison", vec![T::shape(), Shape::Map(Self::MAP)])
    }
}

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
    /// Reads `P2Y`, `-P3M`, `P1Y6M`, `2年`, `1年半`, `12か月`, `3週間`, `10日間`, `8 weeks`, `2か月前`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        if let Some(span) = spelling::length(&folded) {
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
            + f64::from(i32::try_from(s.get_minutes()).unwrap_or(i32::MAX)) / (24.0 * 60.0)
    }
}

scalars! {
    Length: "length" STRING "^\\s*[-+－＋]?[PＰ]|[0-9０-９〇一二三四五六七八九十百半].*[年月週日時分]|[A-Za-z0-9０-９] *(years?|months?|weeks?|days?|hours?|min(ute)?s?)", ["P2Y", "P1Y6M", "-P3M", "2年", "12か月", "3週間", "10日間", "5時間", "90分", "90 minutes"], ["soon", "long"];
    Amount: "quantity" NUMBER "[0-9０-９〇一二三四五六七八九十百半若]|^\\s*([Zz]ero|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)", ["2", "10", "P3Y", "3年"], ["many", "some"];
}

impl Read for Length {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let length = node.as_str().and_then(Self::parse);
        match length {
            Some(length) => cx.canonical(node, &length.canonical()),
            None => bad_length(node, cx),
        }
        length
    }
}

/// A number alone, the commonest mistake, is shown with the units that it may have.
fn bad_length(node: &Node, cx: &mut Cx<'_>) {
    match node.as_str().map(fold).filter(|text| text.parse::<u32>().is_ok()) {
        Some(number) => cx.write_instead("bad-duration", "bad-duration", "bad-duration-unit", &number, node),
        None => cx.bad_value("bad-duration", "bad-duration-help", node),
    }
}

/// A value in one cell, with the words around it that say how it bounds.
pub(super) fn in_one_cell<T>(
    node: &Node,
    cx: &mut Cx<'_>,
    parse: fn(&str) -> Option<T>,
    show: fn(&T) -> String,
) -> Option<Comparison<T>> {
    let worded = worded::read(&fold(node.as_str()?), parse)?;
    cx.canonical(node, &worded.canonical(show));
    let Worded { value, .. } = worded;
    Some(value)
}

/// Reports a value that stands among other words, where it can be read without them.
pub(super) fn is_beside_remark<T>(
    node: &Node,
    cx: &mut Cx<'_>,
    code: &'static str,
    message: &'static str,
    parse: fn(&str) -> Option<T>,
    show: fn(&T) -> String,
) -> bool {
    let read = |(rest, remark): (String, String)| Some((worded::read(&rest, parse)?.canonical(show), remark));
    let found = node.as_str().and_then(|text| without_remark(text).into_iter().find_map(read));
    if let Some((value, remark)) = &found {
        cx.write_and_note(code, message, value, remark, node);
    }
    found.is_some()
}

/// A count, or a length of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// So many.
    Count(u32),
    /// A small number that is not told: 若干名.
    Few,
    /// So long.
    Length(Length),
}

impl Amount {
    /// Reads `2`, `5名`, `若干名`, `P3Y`, `3年`.
    pub fn parse(text: &str) -> Option<Self> {
        spelling::count(text).or_else(|| Length::parse(text).map(Self::Length))
    }

    /// As written in records.
    pub fn canonical(&self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Few => "few".to_owned(),
            Self::Length(length) => length.canonical(),
        }
    }
}

impl Read for Amount {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let amount = node.as_str().map(fold).and_then(|text| Self::parse(&text));
        match amount {
            Some(amount) => cx.canonical(node, &amount.canonical()),
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

impl Described for Quantity {
    fn shape() -> Shape {
        Comparison::<Amount>::shape()
    }
}

impl Read for Quantity {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let value = match &node.value {
            Value::Map(_) => comparison(node, "value-quantity", cx),
            _ => match in_one_cell(node, cx, Amount::parse, Amount::canonical) {
                Some(value) => Some(value),
                None if is_beside_remark(node, cx, "bad-quantity", "bad-quantity", Amount::parse, Amount::canonical) => None,
                None => Amount::read(node, cx).map(Comparison::Is),
            },
        };
        value.map(|value| Self { value, span: node.span })
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
    /// What may stand beside a length.
    Course {
        /// How it can be renewed.
        renewable: Option<Text>,
        /// An example that the source gives.
        example: Option<Text>,
        /// What it is made of, in order.
        phases: List<Phase>,
    }
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

/// A comparison that is written with keys.
pub(super) fn comparison<T: Read>(node: &Node, expected: &'static str, cx: &mut Cx<'_>) -> Option<Comparison<T>> {
    let mut fields = Fields::of(node, expected, cx)?;
    let value = Comparison::from_fields(&mut fields);
    fields.finish();
    value
}

fn length_in_one_cell(node: &Node, cx: &mut Cx<'_>) -> Option<Comparison<Length>> {
    let length = in_one_cell(node, cx, Length::parse, Length::canonical);
    if length.is_none() && is_beside_remark(node, cx, "bad-duration", "bad-duration", Length::parse, Length::canonical) {
        return None;
    }
    length.or_else(|| Length::read(node, cx).map(Comparison::Is))
}

impl Read for Comparison<Length> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar { .. } => length_in_one_cell(node, cx),
            _ => comparison(node, "value-duration", cx),
        }
    }
}

impl Described for Duration {
    fn shape() -> Shape {
        Shape::Either("duration", vec![Comparison::<Length>::shape(), Shape::Map(Course::MAP)])
    }
}

impl Read for Duration {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::Map(_) = node.value else {
            let length = length_in_one_cell(node, cx)?;
            return Some(Self { length: Some(length), renewable: None, example: None, phases: Vec::new(), span: node.span });
        };
        let mut fields = Fields::of(node, "value-duration", cx)?;
        let length = Comparison::from_fields(&mut fields);
        let Course { renewable, example, phases } = Course::from_fields(&mut fields)?;
        fields.finish();
        let duration = Self { length, renewable, example, phases: phases.items, span: node.span };
        Some(duration)
    }
}

indispensable!(Length);
nameable!(Duration, Quantity);

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
        for text in ["", "P", "soon", "2", "2 moons", "年", "99999999999999年", "1年2年", "半"] {
            assert!(Length::parse(text).is_none(), "{text}");
        }
    }
}
