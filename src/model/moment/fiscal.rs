//! Fiscal years, and what they are counted by.

use super::spelling;
use crate::base::Span;
use crate::model::node::Node;
use crate::model::read::{Cx, Described, Fields, Read, Shape, choices, fields, nameable, scalars};

/// A year, which may be one of an era.
#[derive(Debug, Clone, PartialEq)]
pub struct YearNumber(pub i16);

scalars! {
    YearNumber: "year" NUMBER "[0-9０-９元]", ["2024", "2024年度", "令和6年度"], ["last year"];
}

impl Read for YearNumber {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let year = node.as_str().and_then(spelling::year);
        if year.is_none() {
            cx.bad_part("bad-moment", "bad-fiscal-year", "bad-fiscal-year-help", node);
        }
        year.map(Self)
    }
}

choices! {
    /// What a fiscal year is counted by. The same words mean different years in different sources.
    Basis: "basis" {
        /// The fiscal year in which the training begins.
        TrainingStart = "training-start",
        /// The fiscal year in which people are recruited.
        Recruitment = "recruitment",
    }
}

/// A fiscal year and what it is counted by.
#[derive(Debug, Clone, PartialEq)]
pub struct FiscalYear {
    /// The year in which it begins.
    pub year: i16,
    /// Its basis, if that was written.
    pub basis: Option<Basis>,
    /// Where it stands.
    pub span: Span,
}

fields! {
    /// A fiscal year with its basis.
    Counted {
        /// The year.
        year: Option<YearNumber> = required,
        /// What it is counted by.
        basis: Option<Basis>,
    }
}

impl Described for FiscalYear {
    fn shape() -> Shape {
        Shape::Either("fiscal-year", vec![YearNumber::shape(), Shape::Map(Counted::MAP)])
    }
}

impl Read for FiscalYear {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_some() {
            return YearNumber::read(node, cx).map(|year| Self { year: year.0, basis: None, span: node.span });
        }
        let mut fields = Fields::of(node, "value-fiscal-year", cx)?;
        let Counted { year, basis } = Counted::from_fields(&mut fields)?;
        // A basis that cannot be read is not one that was left out.
        let is_readable = basis.is_some() || !fields.is_written(Counted::basis.key);
        fields.finish();
        Some(Self { year: year.filter(|_| is_readable)?.0, basis, span: node.span })
    }
}

nameable!(FiscalYear);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read::tests::outcome;

    #[test]
    fn a_fiscal_year_is_read_with_what_it_is_counted_by_or_not_at_all() {
        for (value, expected) in [
            ("2024", Some((2024, None))),
            ("令和6年度", Some((2024, None))),
            ("{year: 2024}", Some((2024, None))),
            ("{year: 令和6年度, basis: recruitment}", Some((2024, Some(Basis::Recruitment)))),
            ("{year: 2024, basis: training-start}", Some((2024, Some(Basis::TrainingStart)))),
            ("{year: 2024, basis: moon}", None),
            ("{basis: recruitment}", None),
            ("来年度", None),
            ("[2024]", None),
        ] {
            let (year, said) = outcome::<FiscalYear>("fiscal_year", value);
            assert_eq!(year.map(|year| (year.year, year.basis)), expected, "{value}: {said}");
        }
    }
}
