//! Amounts of money: exact, ranges, approximate, open above.

use super::node::{Node, Value};
use super::quantity::Comparison;
use super::read::{Cx, Fields, Read, choices};
use super::spelling::fold;
use crate::base::Span;

choices! {
    /// What an amount is paid for.
    Per: "per" {
        /// A single time.
        Once = "once",
        /// Each day.
        Day = "day",
        /// Each week.
        Week = "week",
        /// Each month.
        Month = "month",
        /// Each year.
        Year = "year",
    }
}

/// An amount in whole units of its currency (yen have no smaller unit), or in hundredths for currencies that have one.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    /// The amount and how it bounds.
    pub amount: Comparison<Yen>,
    /// The bounds are rounded by the source.
    pub approximate: bool,
    /// The upper bound is exceeded somewhere.
    pub above: bool,
    /// What it is paid for.
    pub per: Option<Per>,
    /// ISO 4217 code.
    pub currency: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// Whole units of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Yen(pub u64);

impl Yen {
    /// Reads `300000`, `300,000`, `¥300,000`, `30万円`, `1億2000万`, `３０万円`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded: String = fold(text).chars().filter(|c| !matches!(c, ',' | ' ' | '、')).collect();
        let text = folded.trim_start_matches('¥').trim_start_matches("JPY");
        let text = text.strip_suffix('円').or_else(|| text.strip_suffix("JPY")).unwrap_or(text);
        let (mut total, mut rest, mut smallest) = (0u64, text, u64::MAX);
        if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let number: u64 = rest[..digits].parse().ok()?;
            rest = &rest[digits..];
            let unit = match rest.chars().next() {
                Some('億') => 100_000_000,
                Some('万') => 10_000,
                Some('千') => 1_000,
                Some(_) => return None,
                None => 1,
            };
            // Units go down: 2万3億 is no number.
            if unit >= smallest {
                return None;
            }
            smallest = unit;
            rest = rest.char_indices().nth(1).map_or("", |(i, _)| &rest[i..]);
            total = total.checked_add(number.checked_mul(unit)?)?;
        }
        Some(Self(total))
    }
}

impl Read for Yen {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let yen = node.as_str().and_then(Self::parse);
        match yen {
            Some(Self(amount)) => cx.canonical(node, &amount.to_string()),
            None => cx.bad_value("bad-money", "bad-money-help", node),
        }
        yen
    }
}

impl Read for Money {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::Map(_) = node.value else {
            let amount = Comparison::Is(Yen::read(node, cx)?);
            return Some(Self { amount, approximate: false, above: false, per: None, currency: "JPY".into(), span: node.span });
        };
        let mut fields = Fields::of(node, "value-money", cx)?;
        let amount = Comparison::from_fields(&mut fields);
        let approximate = fields.flag("approximate");
        let above = fields.flag("above");
        let per = fields.optional("per");
        let currency = fields.node("currency").map_or_else(
            || Some("JPY".into()),
            |node| {
                let code = node.as_str().filter(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()));
                if code.is_none() {
                    fields.cx.bad_part("bad-money", "bad-currency", "bad-currency-help", node);
                }
                code.map(Into::into)
            },
        );
        fields.finish();
        let Some(amount) = amount else {
            if !["from", "to"].iter().chain(&super::quantity::COMPARISON_KEYS).any(|key| node.get(key).is_some()) {
                cx.bad_value("bad-money", "bad-money-help", node);
            }
            return None;
        };
        Some(Self { amount, approximate, above, per, currency: currency?, span: node.span })
    }
}

#[cfg(test)]
mod tests {
    use super::Yen;

    #[test]
    fn spellings_of_amounts() {
        for text in ["300000", "300,000", "¥300,000", "30万円", "３０万円", "￥３００，０００", "300000円", "30万"]
        {
            assert_eq!(Yen::parse(text), Some(Yen(300_000)), "{text}");
        }
        assert_eq!(Yen::parse("1億2000万円"), Some(Yen(120_000_000)));
        assert_eq!(Yen::parse("1万2千5百"), None);
        assert_eq!(Yen::parse("3千500"), Some(Yen(3_500)));
        for text in ["", "円", "free", "-5", "3.5", "2万3億", "99999999999999999999999"] {
            assert_eq!(Yen::parse(text), None, "{text}");
        }
    }
}
