//! Amounts of money: exact, ranges, approximate, open above; as a share of something, or in months of pay.

pub mod measure;
pub mod spelling;

use std::borrow::Cow;

use super::node::{Node, Value};
use super::quantity::{Bound, Comparison, Percent};
use super::read::{Cx, Data, Datum, Described, EachDatum, Fields, Read, Shape, choices, fields, nameable, scalars};
use super::spelling::{fold, without_remark};
use super::text::Text;
use crate::base::Span;
use crate::base::nearest::nearest;
use measure::Measure;
pub use measure::Months;
use spelling::Problem;

choices! {
    /// What an amount is paid for.
    Per: "per" {
        /// A single time.
        Once = "once" | "一回" | "一回限り" | "1回限り" | "one-time",
        /// Each hour.
        Hour = "hour" | "時間" | "1時間" | "時給" | "hourly" | "an hour" | "per hour",
        /// Each day.
        Day = "day" | "日" | "1日" | "日額" | "毎日" | "daily" | "a day" | "per day",
        /// Each night.
        Night = "night" | "泊" | "1泊" | "一泊" | "nightly" | "a night" | "per night",
        /// Each week.
        Week = "week" | "週" | "1週間" | "週額" | "毎週" | "weekly" | "a week" | "per week",
        /// Each month.
        Month = "month" | "月" | "月額" | "毎月" | "1か月" | "1ヶ月" | "1カ月" | "monthly" | "a month" | "per month",
        /// Each half of a year.
        HalfYear = "half-year" | "半年" | "半期" | "半年ごと" | "half year" | "half a year" | "per half-year",
        /// Each semester.
        Semester = "semester" | "学期" | "1学期" | "学期ごと" | "a semester" | "per semester" | "term",
        /// Each year.
        Year = "year" | "年" | "1年" | "年額" | "毎年" | "年間" | "annual" | "annually" | "yearly" | "a year" | "per year",
        /// Each person.
        Person = "person" | "人" | "1人" | "名" | "1名" | "一人" | "per person" | "a person" | "each person" | "per head",
        /// Each time that somebody comes.
        Visit = "visit" | "回" | "1回" | "1回ごと" | "毎回" | "a visit" | "per visit" | "each time",
    }
}

choices! {
    /// Is the consumption tax in an amount?
    Tax: "tax" {
        /// It is in the amount.
        Included = "included" | "税込" | "税込み" | "内税" | "tax included" | "including tax" | "inclusive",
        /// It comes on top.
        Excluded = "excluded" | "税別" | "税抜" | "税抜き" | "外税" | "plus tax" | "excluding tax" | "exclusive",
    }
}

/// An amount in units of its currency, with as many decimals as that has. Yen have none.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    /// The amount and how it bounds.
    pub amount: Comparison<Yen>,
    /// The bounds are rounded by the source.
    pub approximate: bool,
    /// The upper bound is exceeded somewhere.
    pub above: bool,
    /// What it costs is paid as it comes; the amount only bounds that, and from nothing on says nothing of it.
    pub at_cost: bool,
    /// By what else it is measured; the amount only bounds that, as it does at cost.
    pub measure: Option<Box<Measure>>,
    /// In how many parts it is paid.
    pub payments: Option<u32>,
    /// What it is paid for.
    pub per: Option<Per>,
    /// Is the consumption tax in it?
    pub tax: Option<Tax>,
    /// ISO 4217 code.
    pub currency: Box<str>,
    /// Where it stands.
    pub span: Span,
}

fields! {
    /// What may stand beside an amount.
    Terms {
        /// The bounds are rounded by the source.
        approximate: bool,
        /// The upper bound is exceeded somewhere.
        above: bool,
        /// What it costs is paid as it comes.
        at_cost: bool,
        /// It is a part of what something else comes to.
        share: Option<Comparison<Percent>>,
        /// Of what it is a part.
        of: Option<Text>,
        /// It is so many months of pay.
        months_of_pay: Option<Comparison<Months>>,
        /// In how many parts it is paid.
        payments: Option<u32>,
        /// What it is paid for.
        per: Option<Per>,
        /// Is the consumption tax in it?
        tax: Option<Tax>,
        /// Yen where it is left out.
        currency: Option<Currency>,
    }
}

/// The code of a currency in ISO 4217.
#[derive(Debug, Clone, PartialEq)]
pub struct Currency(Box<str>);

/// What is paid as it comes, as records have it.
const AT_COST: &str = "at-cost";

/// Units of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Yen {
    /// The whole ones.
    pub whole: u64,
    /// What comes on top, in thousandths: no currency that is in use has smaller parts.
    pub thousandths: u16,
}

impl Yen {
    /// Nothing.
    pub const NONE: Self = Self::whole(0);

    /// So many whole units.
    pub const fn whole(whole: u64) -> Self {
        Self { whole, thousandths: 0 }
    }

    /// With another amount of the same currency.
    pub fn plus(self, other: Self) -> Self {
        let thousandths = self.thousandths + other.thousandths;
        let whole = self.whole.saturating_add(other.whole).saturating_add(u64::from(thousandths / 1000));
        Self { whole, thousandths: thousandths % 1000 }
    }

    /// As written in records and in open data: a dot, and two decimals where there are any.
    pub fn canonical(self) -> String {
        match self.thousandths {
            0 => self.whole.to_string(),
            parts if parts % 10 == 0 => format!("{}.{:02}", self.whole, parts / 10),
            parts => format!("{}.{parts:03}", self.whole),
        }
    }

    /// Has it no more decimals than the currency?
    fn fits(self, currency: &str) -> bool {
        self.thousandths.is_multiple_of(10_u16.pow(3 - decimals(currency).min(3)))
    }

    /// Reads `300000`, `300,000`, `¥300,000`, `30万円`, `1億2000万`, `3.5万円`, `３０万円`, `1,200.50`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded: String = fold(text).chars().filter(|c| *c != ' ').collect();
        let text = folded.trim_start_matches('¥').trim_start_matches("JPY");
        let text = text.strip_suffix('円').or_else(|| text.strip_suffix("JPY")).unwrap_or(text);
        let (mut total, mut rest, mut smallest) = (Self::NONE, text, u64::MAX);
        if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '、' && c != '.').unwrap_or(rest.len());
            let number = rest.get(..end)?;
            rest = rest.get(end..)?;
            let unit = match rest.chars().next() {
                Some('億') => 100_000_000,
                Some('万') => 10_000,
                Some('千') => 1_000,
                Some('百') => 100,
                Some(_) => return None,
                None => 1,
            };
            // Units go down: 2万3億 is no number.
            if unit >= smallest {
                return None;
            }
            smallest = unit;
            rest = rest.char_indices().nth(1).map_or("", |(i, _)| &rest[i..]);
            total = total.plus(of_unit(number, unit)?);
        }
        Some(total)
    }
}

/// So many of a unit: 3.5万 is 35,000. Commas stand before each three digits or nowhere.
fn of_unit(number: &str, unit: u64) -> Option<Yen> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split([',', '、']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    let mut value = digits.parse::<u64>().ok()?.checked_mul(unit)?.checked_mul(1000)?;
    // In thousandths of one.
    let mut unit = unit.checked_mul(1000)?;
    for digit in decimals.chars() {
        unit = unit.is_multiple_of(10).then_some(unit / 10)?;
        value = value.checked_add(u64::from(digit.to_digit(10)?) * unit)?;
    }
    let thousandths = u16::try_from(value % 1000).ok()?;
    (!number.ends_with(['.', ','])).then_some(Yen { whole: value / 1000, thousandths })
}

/// How many decimals amounts of a currency have.
pub fn decimals(code: &str) -> u32 {
    iso_currency::Currency::from_code(code).and_then(iso_currency::Currency::exponent).map_or(0, u32::from)
}

/// The currency of a code of ISO 4217.
pub fn currency(code: &str) -> Option<&'static str> {
    iso_currency::Currency::from_code(code).map(|currency| currency.code())
}

impl Read for Yen {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let yen = node.as_str().and_then(Self::parse);
        match yen {
            // Whether its decimals are a slip is known with the currency.
            Some(Self { thousandths: 1.., .. }) => {}
            Some(amount) => cx.canonical(node, &amount.canonical()),
            None => report(&spelling::read(node.as_str().unwrap_or_default()).err().unwrap_or(Problem::NotMoney), node, cx),
        }
        yen
    }
}

/// Says why an amount cannot be read, and how it is written.
fn report(problem: &Problem, node: &Node, cx: &mut Cx<'_>) {
    let found = node.as_str().unwrap_or_default().trim().to_owned();
    let (help, value) = match problem {
        Problem::NotMoney if is_in_kind(&found) => {
            ("bad-money-in-kind", format!("{{absent: not-applicable, because: {{ja: {found}, en: …}}}}"))
        }
        Problem::NotMoney => return cx.bad_value("bad-money", "bad-money-help", node),
        Problem::Slip(meant) => ("bad-money-slip", meant.clone()),
        Problem::Fraction(whole) => ("bad-money-fraction", whole.clone()),
        Problem::WhichCurrency(meant) => ("bad-money-currency", meant.clone()),
        Problem::NotKnown if found.is_ascii() => {
            ("bad-money-not-known", format!("{{absent: unknown, because: {{ja: 未定, en: {found}}}}}"))
        }
        Problem::NotKnown => {
            ("bad-money-not-known", format!("{{absent: unknown, because: {{ja: {found}, en: to be announced}}}}"))
        }
        Problem::TaxAlone => ("bad-money-tax", String::new()),
        Problem::ShareOf(meant) => ("bad-money-share", meant.clone()),
        Problem::MonthsOfPay(meant) => ("bad-money-months", meant.clone()),
    };
    cx.write_instead("bad-money", "bad-money", help, &value, node);
}

/// Does it name what is given in the place of money?
fn is_in_kind(text: &str) -> bool {
    !text.contains(|c: char| c.is_numeric())
        && ["航空券", "現物", "支給", "貸与", "提供", "宿舎", "食事"].iter().any(|word| text.contains(word))
}

scalars! {
    Yen: "amount" NUMBER "^[^-−]*[0-9０-９〇一二三四五六七八九十百千万億]", ["0", "300000", "300,000", "30万円", "1億2000万", "¥300,000", "1200.50", "３０万円"], ["free", "-5"];
    Currency: "currency" STRING "^[A-Z]{3}$", ["JPY", "USD"], ["yen", "¥"];
}

impl Read for Currency {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let code = node.as_str().and_then(currency);
        if code.is_none() {
            bad_currency(node, cx);
        }
        code.map(|code| Self(code.into()))
    }
}

impl Described for Money {
    fn shape() -> Shape {
        let at_cost = Shape::Choice(&[(AT_COST, "money_at_cost")], &["実費", "実費負担", "実費精算", "at cost", "actual cost"]);
        Shape::Either("money", vec![Comparison::<Yen>::shape(), at_cost, Shape::Map(Terms::MAP)])
    }
}

impl Read for Money {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let span = node.span;
        let Value::Map(_) = node.value else {
            return match node.as_str().map_or(Err(Problem::NotMoney), spelling::read) {
                Ok(written) => {
                    cx.canonical(node, &written.canonical());
                    let spelling::Written { amount, at_cost, share, months, payments, per, tax, currency } = written;
                    let (approximate, currency) = (amount.approximate, currency.unwrap_or("JPY").into());
                    let share = share.map(|share| Measure::Share { share: share.value, of: None });
                    let measure = share.or_else(|| months.map(|months| Measure::MonthsOfPay(months.value))).map(Box::new);
                    let above = false;
                    Some(Self { amount: amount.value, approximate, above, at_cost, measure, payments, per, tax, currency, span })
                }
                Err(problem) => {
                    let text = node.as_str().unwrap_or_default();
                    let read = |(rest, remark): (String, String)| Some((spelling::read(&rest).ok()?.canonical(), remark));
                    let is_unclear = matches!(problem, Problem::NotMoney | Problem::NotKnown | Problem::MonthsOfPay(_));
                    match without_remark(text).into_iter().filter(|_| is_unclear).find_map(read) {
                        Some((value, remark)) => cx.write_and_note("bad-money", "bad-money", &value, &remark, node),
                        None => report(&problem, node, cx),
                    }
                    None
                }
            };
        };
        let mut fields = Fields::of(node, "value-money", cx)?;
        let amount = Comparison::from_fields(&mut fields);
        let Terms { approximate, above, at_cost, share, of, months_of_pay, payments, per, tax, currency } =
            Terms::from_fields(&mut fields)?;
        let measures = [at_cost, share.is_some(), months_of_pay.is_some()];
        if measures.iter().filter(|is_one| **is_one).count() > 1 || (of.is_some() && !fields.is_written(Terms::share.key)) {
            fields.contradiction("money-measures", "money-measures-help");
        }
        let is_measured = measures.contains(&true);
        let currency = match currency {
            Some(currency) => Some(currency.0),
            // A currency that cannot be read is not one that was left out.
            None => (!fields.is_written(Terms::currency.key)).then(|| "JPY".into()),
        };
        fields.finish();
        let amount = amount.or_else(|| is_measured.then_some(Comparison::AtLeast(Yen::NONE)));
        let Some(amount) = amount else {
            let keys = ["share", "months_of_pay", "from", "to"];
            if !keys.iter().chain(&super::quantity::COMPARISON_KEYS).any(|key| node.get(key).is_some()) {
                cx.bad_value("bad-money", "bad-money-help", node);
            }
            return None;
        };
        let currency = currency?;
        for key in ["from", "to"].into_iter().chain(super::quantity::COMPARISON_KEYS) {
            let Some(node) = node.get(key) else { continue };
            let text = node.as_str().unwrap_or_default();
            let is_unfit = |yen: &Yen| !yen.fits(&currency) || spelling::is_grouped(text, &currency);
            if let Some(yen) = Yen::parse(text).filter(is_unfit) {
                cx.field = key;
                report(&spelling::unfit(text, yen, &currency), node, cx);
                return None;
            }
        }
        let share = share.map(|share| Measure::Share { share, of });
        let measure = share.or_else(|| months_of_pay.map(Measure::MonthsOfPay)).map(Box::new);
        Some(Self { amount, approximate, above, at_cost, measure, payments, per, tax, currency, span })
    }
}

impl Money {
    /// An amount, and nothing beside it.
    pub fn of(amount: Comparison<Yen>, currency: &str) -> Self {
        Self {
            amount,
            approximate: false,
            above: false,
            at_cost: false,
            measure: None,
            payments: None,
            per: None,
            tax: None,
            currency: currency.into(),
            span: Span::default(),
        }
    }

    /// Does something else say how much it is, which the amount only bounds?
    pub fn is_measured(&self) -> bool {
        self.at_cost || self.measure.is_some()
    }

    /// Something else says how much it is, and nothing bounds that.
    pub fn is_unbounded(&self) -> bool {
        self.is_measured() && self.amount == Comparison::AtLeast(Yen::NONE)
    }

    /// Which part of something else it is.
    pub fn share(&self) -> Option<&Comparison<Percent>> {
        match self.measure.as_deref()? {
            Measure::Share { share, .. } => Some(share),
            Measure::MonthsOfPay(_) => None,
        }
    }

    /// How many months of pay it is.
    pub fn months_of_pay(&self) -> Option<&Comparison<Months>> {
        match self.measure.as_deref()? {
            Measure::MonthsOfPay(months) => Some(months),
            Measure::Share { .. } => None,
        }
    }
}

impl Bound for Yen {
    fn cell(it: Option<&Self>) -> Datum<'static> {
        Datum::Amount(it.map(|yen| yen.canonical()))
    }
}

impl Data for Money {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        let code = |word: Option<&'static str>| Datum::Code(word.map(Into::into));
        Comparison::data(it.filter(|money| !money.is_unbounded()).map(|money| &money.amount), each);
        each("_approximate", Datum::Flag(it.map(|money| money.approximate)));
        each("_above", Datum::Flag(it.map(|money| money.above)));
        each("_per", code(it.and_then(|money| money.per).map(Per::as_str)));
        each("_tax", code(it.and_then(|money| money.tax).map(Tax::as_str)));
        each("_currency", Datum::Code(it.map(|money| Cow::from(&*money.currency))));
        each("_at_cost", Datum::Flag(it.map(|money| money.at_cost)));
        let (from, to, _) = it.and_then(Money::share).map_or((None, None, ""), Comparison::bounds);
        each("_share_min", Percent::cell(from));
        each("_share_max", Percent::cell(to));
        let (from, to, _) = it.and_then(Money::months_of_pay).map_or((None, None, ""), Comparison::bounds);
        each("_months_of_pay_min", Months::cell(from));
        each("_months_of_pay_max", Months::cell(to));
        each("_payments", Datum::Number(it.and_then(|money| money.payments).map(u64::from)));
    }
}

fn bad_currency(node: &Node, cx: &mut Cx<'_>) {
    match nearest(node.as_str().unwrap_or_default(), spelling::codes()) {
        Some(near) => cx.write_instead("bad-money", "bad-currency", "bad-currency-nearest", near, node),
        None => cx.bad_part("bad-money", "bad-currency", "bad-currency-help", node),
    }
}

nameable!(Money);

#[cfg(test)]
mod tests;
