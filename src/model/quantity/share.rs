//! Shares in percent, and how people write them: 50%, 半額, 3割.

use super::{Bound, Comparison, comparison, in_one_cell};
use crate::model::node::{Node, Value};
use crate::model::read::{Cx, Datum, Read, scalars};
use crate::model::spelling::fold;

/// Percent, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(pub u8);

impl Percent {
    /// Reads `50`, `50%`, `半額`, `3割`, `2分の1`, `3/4`, `50 percent`, of folded text.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if matches!(&*text, "半額" | "half") {
            return Some(Self(50));
        }
        if let Some((part, whole)) = text.split_once("分の").map(|(whole, part)| (part, whole)).or_else(|| text.split_once('/'))
        {
            let (part, whole): (u32, u32) = (part.trim().parse().ok()?, whole.trim().parse().ok()?);
            let is_whole = (1..=100).contains(&whole) && part <= whole && (part * 100).is_multiple_of(whole);
            return if is_whole { u8::try_from(part * 100 / whole).ok().map(Self) } else { None };
        }
        if let Some(tenths) = text.strip_suffix('割') {
            return tenths.trim().parse().ok().filter(|tenths| *tenths <= 10).map(|tenths: u8| Self(tenths * 10));
        }
        let number = ["%", "percent", "per cent"].iter().find_map(|sign| text.strip_suffix(sign)).unwrap_or(&text);
        number.trim().parse().ok().filter(|percent| *percent <= 100).map(Self)
    }

    /// As written in records.
    pub fn canonical(&self) -> String {
        format!("{}%", self.0)
    }
}

impl Bound for Percent {
    fn cell(it: Option<&Self>) -> Datum<'static> {
        Datum::Number(it.map(|percent| percent.0.into()))
    }
}

impl Read for Percent {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let percent = node.as_str().and_then(|text| Self::parse(&fold(text)));
        match percent {
            // A number alone stays one.
            Some(percent) if node.as_str().is_some_and(|text| text.trim().parse::<u8>().is_err()) => {
                cx.canonical(node, &percent.canonical());
            }
            Some(_) => {}
            None => cx.bad_part("bad-quantity", "bad-percent", "bad-percent-help", node),
        }
        percent
    }
}

scalars! {
    Percent: "percent" NUMBER "[0-9０-９]|半額|[Hh]alf", ["50%", "5", "半額", "3割"], ["many"];
}

impl Read for Comparison<Percent> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar { .. } => {
                let number = node.as_str().filter(|text| Percent::parse(&fold(text)).is_none());
                let worded = number.and_then(|_| in_one_cell(node, cx, Percent::parse, Percent::canonical));
                worded.or_else(|| Percent::read(node, cx).map(Comparison::Is))
            }
            _ => comparison(node, "value-quantity", cx),
        }
    }
}
