//! What an amount is where it is no figure of its own: a share of something, 家賃の半額, or months of pay, 4.5か月分.

use crate::model::node::{Node, Value};
use crate::model::quantity::worded::{self, Worded};
use crate::model::quantity::{Bound, Comparison, Percent, comparison, in_one_cell};
use crate::model::read::{Cx, Datum, Read, scalars};
use crate::model::spelling::{digits, fold};
use crate::model::text::Text;

/// By what something is measured that is paid.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// A part of what something else comes to.
    Share {
        /// Which part.
        share: Comparison<Percent>,
        /// Of what.
        of: Option<Text>,
    },
    /// So many months of pay.
    MonthsOfPay(Comparison<Months>),
}

/// A number of months of pay, in hundredths: 4.65か月分.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Months(pub u32);

impl Months {
    /// Reads `4.5`, `4.5か月分`, `4.5 months`, of folded text.
    fn parse(text: &str) -> Option<Self> {
        const UNITS: [&str; 13] = [
            "か月分",
            "カ月分",
            "ヶ月分",
            "ヵ月分",
            "ケ月分",
            "箇月分",
            "月分",
            "か月",
            "months",
            "month",
            "months'",
            "month's",
            "months’",
        ];
        let text = text.trim();
        let number = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim();
        let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
        let is_number = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if !is_number(whole, 2) || !is_number(decimals, 2) {
            return None;
        }
        let hundredths: u32 = format!("{decimals:0<2}").parse().ok()?;
        Some(Self(whole.parse::<u32>().ok()? * 100 + hundredths)).filter(|months| months.0 > 0)
    }

    /// As written in records and in open data: `4.5`.
    pub fn canonical(&self) -> String {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => whole.to_string(),
            (whole, hundredths) if hundredths % 10 == 0 => format!("{whole}.{}", hundredths / 10),
            (whole, hundredths) => format!("{whole}.{hundredths:02}"),
        }
    }
}

scalars! {
    Months: "months-of-pay" NUMBER "[0-9０-９〇一二三四五六七八九十]", ["4.5", "2", "4.5か月分", "4.65 months"], ["soon", "半分"];
}

impl Bound for Months {
    fn cell(it: Option<&Self>) -> Datum<'static> {
        Datum::Amount(it.map(Self::canonical))
    }
}

impl Read for Months {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let months = node.as_str().and_then(|text| Self::parse(&digits(&fold(text))));
        match months {
            Some(months) => cx.canonical(node, &months.canonical()),
            None => cx.bad_part("bad-quantity", "bad-months-of-pay", "bad-months-of-pay-help", node),
        }
        months
    }
}

impl Read for Comparison<Months> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar { .. } => {
                let parse = |text: &str| Months::parse(&digits(text));
                in_one_cell(node, cx, parse, Months::canonical).or_else(|| Months::read(node, cx).map(Comparison::Is))
            }
            _ => comparison(node, "value-quantity", cx),
        }
    }
}

/// Takes one of the words away from the beginning or the end.
pub(super) fn take<T: Copy>(text: &str, words: &[(&str, T)], before: bool, behind: bool) -> (String, Option<T>) {
    let text = text.trim();
    for (word, value) in words {
        let rest = text.strip_prefix(word).filter(|_| before).or_else(|| text.strip_suffix(word).filter(|_| behind));
        if let Some(rest) = rest {
            return (rest.trim().to_owned(), Some(*value));
        }
    }
    (text.to_owned(), None)
}

/// Takes away in how many parts it is paid: `賞与年2回 4.5か月分`, `年額535,800円（2回払い）`. Of parts in a year the year is said as well.
pub fn take_payments(text: &str) -> (String, Option<u32>, bool) {
    const PAY: [&str; 8] = ["期末・勤勉手当", "期末勤勉手当", "賞与", "ボーナス", "Bonus:", "bonus:", "Bonus", "bonus"];
    let text = PAY.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim().trim_start_matches([':', ' ', '(']);
    let bare = |text: &str| text.trim().trim_matches([',', '、', ' ', '(', ')', '計']).trim().to_owned();
    for (before, behind, is_yearly) in [
        ("年", "回分納", true),
        ("年", "回払い", true),
        ("年", "回", true),
        ("", "回払い", false),
        ("", "回払", false),
        ("", "回分納", false),
        ("in ", " instalments", false),
        ("in ", " installments", false),
        ("in ", " payments", false),
    ] {
        for (at, _) in text.match_indices(behind) {
            let Some((head, number)) = text.get(..at).and_then(|head| {
                let start = head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
                Some((head.get(..start)?.strip_suffix(before)?, head.get(start..)?.parse::<u32>().ok()?))
            }) else {
                continue;
            };
            let rest = text.get(at + behind.len()..).unwrap_or_default();
            return (bare(&format!("{} {}", head.trim(), rest.trim())), Some(number), is_yearly);
        }
    }
    if let (rest, Some(())) = take(text, &[("twice a year", ()), ("twice yearly", ())], true, true) {
        return (bare(&rest), Some(2), true);
    }
    (text.to_owned(), None, false)
}

/// Months of pay in one cell: `4.5か月分`, `給与の4.5か月分`, `4.5 months of salary`, `about 4.5 months' pay`.
pub fn months(text: &str) -> Option<Worded<Months>> {
    const OF: [&str; 6] = ["月給", "給与", "給料", "基本給", "俸給", "本給"];
    const PAY: [&str; 4] = ["salary", "pay", "basic salary", "base salary"];
    let text = OF.iter().find_map(|word| text.strip_prefix(word)).map_or(text, |rest| rest.trim_start_matches('の'));
    let english = PAY.iter().find_map(|word| {
        let rest = text.strip_suffix(word)?.trim_end();
        rest.strip_suffix(" of").or_else(|| rest.strip_suffix(['\'', '’']))
    });
    if !text.contains("月分") && english.is_none() {
        return None;
    }
    worded::read(english.unwrap_or(text).trim(), Months::parse)
}

/// The number before the first 月分 of a text that cannot be read.
pub fn meant_months(text: &str) -> Option<String> {
    let head = &text[..text.find("月分")?];
    let head = head.trim_end_matches(['か', 'カ', 'ヶ', 'ヵ', 'ケ', '箇']);
    let start = head.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    Months::parse(&head[start..]).map(|months| months.canonical())
}

/// A share in one cell, of what it is, and what stands behind it: `家賃の半額、上限27,000円`, `half the rent, up to 27,000 yen`.
pub fn share(text: &str) -> Option<(Worded<Percent>, Option<String>, String)> {
    let (start, end, percent) = found_share(text)?;
    let (before, behind) = (text[..start].trim(), &text[end..]);
    let (before, bound) =
        match ["最大", "上限", "約", "up to", "about"].iter().find_map(|word| Some((before.strip_suffix(word)?, *word))) {
            Some((rest, word)) => (rest.trim(), Some(word)),
            None => (before, None),
        };
    let word = ["まで", "以内", "以下", "を上限", "を限度", "程度", "以上"]
        .iter()
        .find_map(|word| Some((behind.strip_prefix(word)?, *word)));
    let (behind, bound) = word.map_or((behind, bound), |(rest, word)| (rest, Some(word)));
    let share = match bound {
        None => Worded::exact(percent),
        Some("約" | "about" | "程度") => worded::read(&format!("約{}", percent.canonical()), Percent::parse)?,
        Some("以上") => Worded::at_least(percent),
        Some(_) => worded::read(&format!("{}以内", percent.canonical()), Percent::parse)?,
    };
    let (of, rest) = match before.strip_suffix('の') {
        Some(of) => (Some(of.to_owned()), behind),
        None if !before.is_empty() => return None,
        None => match behind.trim_start().strip_prefix("of ").or_else(|| behind.strip_prefix(" the ")) {
            Some(rest) => {
                let end = rest.find([',', '(']).or_else(|| rest.find(" up to ")).unwrap_or(rest.len());
                (Some(rest[..end].trim().to_owned()), &rest[end..])
            }
            None => (None, behind),
        },
    };
    let rest = rest.replace(['(', ')', ',', '、'], " ").replace("を支給", "").replace("を補助", "").replace("を助成", "");
    // Commas between digits belong to an amount.
    let rest = if rest.trim().is_empty() { rest } else { amount_of(&text[text.len() - behind.len()..]) };
    Some((share, of, rest.trim().to_owned()))
}

/// What is left of a text from its amount on, with the words of a bound before it.
fn amount_of(text: &str) -> String {
    const BOUNDS: [&str; 10] = ["上限", "限度額", "最大", "最高", "ただし", "月額", "年額", "up to", "maximum", "max"];
    let at =
        BOUNDS.iter().filter_map(|word| text.find(word)).min().or_else(|| text.find(|c: char| c.is_ascii_digit() || c == '¥'));
    let text = at.map_or("", |at| &text[at..]).trim().trim_start_matches("ただし").trim_start_matches(['、', ',']).trim();
    let text = text.trim_end_matches("を支給").trim_end_matches("まで").trim_end_matches("とする").trim_end_matches(')').trim();
    // The words of a bound stand before what it is paid for, as in an amount alone.
    let bound = ["上限は", "上限額", "上限", "限度額", "最大", "最高"].iter().find_map(|word| text.strip_prefix(word));
    bound.map_or_else(|| text.to_owned(), |rest| format!("上限 {}", rest.trim_start_matches([':', ' '])))
}

fn found_share(text: &str) -> Option<(usize, usize, Percent)> {
    for (word, percent) in [("半額", 50), ("half", 50), ("全額", 100)] {
        if let Some(at) = text.find(word) {
            return Some((at, at + word.len(), Percent(percent)));
        }
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let fraction = ["分の", "/"].iter().find_map(|between| {
        let at = text.find(between)?;
        let start = text[..at].trim_end_matches(is_digit).len();
        let end = text.len() - text[at + between.len()..].trim_start_matches(is_digit).len();
        // What goes on is a date, or an amount for a time.
        let goes_on = text[end..].starts_with(['/', '年', '月', '日']);
        (!goes_on).then(|| Percent::parse(&text[start..end])).flatten().map(|percent| (start, end, percent))
    });
    fraction.or_else(|| {
        ["%", "割", " percent", " per cent"].iter().find_map(|unit| {
            let at = text.find(unit)?;
            let start = text[..at].trim_end_matches(is_digit).len();
            let end = at + unit.len();
            Some((start, end, Percent::parse(&text[start..end])?))
        })
    })
}
