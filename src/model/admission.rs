//! Who is taken: how old somebody may be, in which year of their studies; places kept for some, and who applies through whom.

use super::how_many::HowMany;
use super::moment::{Moment, spelling};
use super::node::{Node, Value};
use super::quantity::worded;
use super::quantity::{Bound, Comparison, comparison, in_one_cell, is_beside_remark};
use super::read::{Cx, Data, Datum, Described, EachDatum, Fields, Read, Shape, fields, scalars};
use super::reference::{Kind, Reference};
use super::spelling::{digits, fold, number_word, without_remark};
use super::text::Text;
use super::word::{In, Party};

/// How old somebody is, in whole years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Years(pub u32);

/// Nobody is older.
const OLDEST: u32 = 150;

impl Years {
    /// Reads `18`, `18歳`, `満18才`, `18 years old`, of folded text.
    pub fn parse(text: &str) -> Option<Self> {
        let text = digits(text).to_lowercase();
        let text = ["満", "aged ", "age "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
        let ends = ["歳", "才", " years of age", " years old", " years", "-year-old"];
        let text = ends.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
        let years = text.trim().bytes().all(|b| b.is_ascii_digit()).then(|| text.trim().parse().ok())?;
        years.filter(|years| *years <= OLDEST).map(Self)
    }
}

/// How old somebody may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Age {
    /// The age and how it bounds.
    pub value: Comparison<Years>,
    /// The day on which it counts.
    pub on: Option<Moment>,
}

impl Bound for Years {
    fn cell(it: Option<&Self>) -> Datum<'static> {
        Datum::Number(it.map(|years| years.0.into()))
    }
}

impl Data for Age {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        Comparison::data(it.map(|age| &age.value), each);
    }
}

fields! {
    /// What may stand beside an age.
    AgeParts {
        /// The day on which it counts.
        on: Option<Moment>,
    }
}

impl Described for Age {
    fn shape() -> Shape {
        Shape::Either("age", vec![Comparison::<Years>::shape(), Shape::Map(AgeParts::MAP)])
    }
}

impl Read for Age {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::Map(_) = node.value else {
            let show = |years: &Years| years.0.to_string();
            if let Some(value) = in_one_cell(node, cx, Years::parse, show) {
                return Some(Self { value, on: None });
            }
            if let Some(age) = on_a_day(node, cx) {
                return Some(age);
            }
            // Of two bounds that no range has: whoever is not 35 yet is 34 at most.
            let text = fold(node.as_str().unwrap_or_default());
            let below = text.split_once("以上").and_then(|(from, rest)| {
                let to = worded::read(rest.trim_start_matches(['、', ',', ' ']), Years::parse)?;
                let Comparison::LessThan(Years(to)) = to.value else { return None };
                Some(format!("{{from: {}, to: {}}}", Years::parse(from.trim())?.0, to.checked_sub(1)?))
            });
            match below {
                Some(line) => cx.write_instead("bad-quantity", "bad-age", "bad-age-below", &line, node),
                None => {
                    let show = |years: &Years| years.0.to_string();
                    if !is_beside_remark(node, cx, "bad-quantity", "bad-age", Years::parse, show) {
                        cx.bad_part("bad-quantity", "bad-age", "bad-age-help", node);
                    }
                }
            }
            return None;
        };
        let mut fields = Fields::of(node, "value-age", cx)?;
        let value = Comparison::from_fields(&mut fields);
        let parts = AgeParts::from_fields(&mut fields);
        fields.finish();
        let AgeParts { on } = parts?;
        if value.is_none() {
            cx.bad_part("bad-quantity", "bad-age", "bad-age-help", node);
        }
        Some(Self { value: value?, on })
    }
}

/// An age with the day on which it counts: 「30歳未満（令和9年4月1日現在）」.
fn on_a_day(node: &Node, cx: &mut Cx<'_>) -> Option<Age> {
    let (text, remark) = without_remark(node.as_str()?).into_iter().next()?;
    let day = ["現在", "時点", "において"].iter().find_map(|word| remark.strip_suffix(word));
    let day = day.or_else(|| remark.strip_prefix("as of ").or_else(|| remark.strip_prefix("on ")))?.trim();
    let on = spelling::moment(day).ok().filter(|on| on.day.is_some())?;
    let worded = worded::read(&text, Years::parse)?;
    let mut entries = worded.entries(|years| years.0.to_string());
    entries.push(("on", spelling::Written { weekday: None, ..on }.canonical(day)));
    cx.canonical(node, &worded::in_braces(&entries));
    let date = jiff::civil::Date::new(on.year, on.month?, on.day?).ok()?;
    Some(Age { value: worded.value, on: Some(Moment::of_day(date, node.span)) })
}

impl Read for Years {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let years = node.as_str().map(fold).and_then(|text| Self::parse(&text));
        match years {
            Some(Self(years)) => cx.canonical(node, &years.to_string()),
            None => cx.bad_part("bad-quantity", "bad-age", "bad-age-help", node),
        }
        years
    }
}

/// A year of studies, from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grade(pub u32);

impl Bound for Grade {
    fn cell(it: Option<&Self>) -> Datum<'static> {
        Datum::Number(it.map(|grade| grade.0.into()))
    }
}

impl Grade {
    /// Reads `5`, `5年次`, `第5学年`, `5年生`, `year 5`, `5th year`, `fifth year`, of folded text.
    pub fn parse(text: &str) -> Option<Self> {
        const ORDINALS: [&str; 8] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
        let text = digits(text).to_lowercase();
        let text =
            ["大学", "医学部", "第", "year ", "grade "].iter().fold(&*text, |text, word| text.strip_prefix(word).unwrap_or(text));
        let ends = ["年次在学", "年次", "年生", "回生", "学年", "年", " year", "-year"];
        let text = ends.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim();
        // `5th`, but not `fifth`.
        let number = ["th", "st", "nd", "rd"].into_iter().find_map(|word| text.strip_suffix(word));
        let text = number.filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(text);
        let ordinal = || ORDINALS.iter().position(|word| *word == text).and_then(|at| u32::try_from(at + 1).ok());
        let year = text.parse().ok().or_else(ordinal).or_else(|| number_word(text))?;
        (1..=12).contains(&year).then_some(Self(year))
    }
}

impl Read for Grade {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let year = node.as_str().map(fold).and_then(|text| Self::parse(&text));
        match year {
            Some(Self(year)) => cx.canonical(node, &year.to_string()),
            None => cx.bad_part("bad-quantity", "bad-study-year", "bad-study-year-help", node),
        }
        year
    }
}

impl Read for Comparison<Grade> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let show = |year: &Grade| year.0.to_string();
        match &node.value {
            Value::Scalar { .. } => {
                in_one_cell(node, cx, Grade::parse, show).or_else(|| Grade::read(node, cx).map(Comparison::Is))
            }
            _ => comparison(node, "value-quantity", cx),
        }
    }
}

fields! {
    /// Places that are kept for some of those who apply.
    Quota, map("value-quota") {
        /// For whom.
        of: Option<Text> = key("for") required,
        /// How many.
        capacity: Option<HowMany> = required,
        /// A remark.
        note: Option<Text>,
    }
}

fields! {
    /// Who applies, and through whom.
    Application, map("value-application") {
        /// Who hands it in.
        by: Option<In<Party>>,
        /// The body through which it goes.
        through: Option<Reference> = to(&[Kind::Hospital, Kind::Organization]),
        /// A remark.
        note: Option<Text>,
    }
}

scalars! {
    Years: "years" NUMBER "[0-9０-９〇一二三四五六七八九十]", ["18", "18歳", "満18才"], ["young"];
    Grade: "study-year" NUMBER "[0-9０-９〇一二三四五六七八九十]|[Yy]ear|first|second|third|fourth|fifth|sixth", ["5", "5年次", "fifth year"], ["old"];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read::tests::outcome;

    #[test]
    fn ages_and_years_of_study_are_read_with_their_bounds() {
        for (typed, said) in [
            ("18歳以上", "{at_least: 18}"),
            ("満35才未満", "{less_than: 35}"),
            ("18歳以上35歳以下", "{from: 18, to: 35}"),
            ("18〜35歳", "{from: 18, to: 35}"),
            ("18 years or older", "{at_least: 18}"),
            ("under 35", "{less_than: 35}"),
            ("{at_most: 35歳, on: 2027-04-01}", "{at_most: 35, on: 2027-04-01}"),
            ("18歳以上35歳未満", "bad-age bad-age-below {from: 18, to: 34}"),
            ("18歳以上35歳以下（2027年4月1日現在）", "{from: 18, to: 35, on: 2027-04-01}"),
            ("30歳未満 (as of 1 April 2027)", "{less_than: 30, on: 2027-04-01}"),
            ("30歳未満（応募時）", "bad-age value-and-remark {less_than: 30}"),
            ("成人", "bad-age bad-age-help"),
            ("{on: 2027-04-01}", "bad-age bad-age-help"),
        ] {
            assert_eq!(outcome::<Age>("age", typed).1, said, "{typed}");
        }
        for (typed, said) in [
            ("5年次以上", "{at_least: 5}"),
            ("第五学年", "5"),
            ("5回生", "5"),
            ("4〜6年生", "{from: 4, to: 6}"),
            ("fifth year or above", "{at_least: 5}"),
            ("year 6", "6"),
            ("5th year", "5"),
            ("卒業年次", "bad-study-year bad-study-year-help"),
        ] {
            assert_eq!(outcome::<Comparison<Grade>>("study_year", typed).1, said, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = (Years::parse(&text), Grade::parse(&text));
        }
    }
}
