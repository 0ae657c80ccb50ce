//! How long several programs last, and what they cost, one after the other: a sum with bounds, and the names of those of which it
//! is unknown.

use super::answers;
use super::parts::Rows;
use crate::markup::Inline;
use crate::model::fact::{Absence, Fact};
use crate::model::fee::{Fee, FeeKind};
use crate::model::money::{Money, Per, Yen};
use crate::model::program::Program;
use crate::model::quantity::{Comparison, Duration, Length};
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::render::pen::Pen;
use crate::site::{RecordId, mentions};

/// The currency that most amounts are in. Amounts in others are in no sum of it.
pub const CURRENCY: &str = "JPY";

/// What lies between two bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// The least that it can be.
    pub least: u64,
    /// The most that it can be, where somebody says so.
    pub most: Option<u64>,
    /// The most that somebody names, though it can be more.
    pub named: u64,
    /// The bounds are rounded by the source.
    pub about: bool,
}

impl Between {
    /// Nothing at all.
    pub const NOTHING: Self = Self::exactly(0);

    /// That, and no other.
    pub const fn exactly(value: u64) -> Self {
        Self { least: value, most: Some(value), named: value, about: false }
    }

    /// With another behind it; of one that is unknown, nothing is known but that it is not less than nothing.
    fn plus(self, other: Option<Self>) -> Self {
        let Some(other) = other else { return self.open() };
        Self {
            least: self.least.saturating_add(other.least),
            most: self.most.zip(other.most).map(|(a, b)| a.saturating_add(b)),
            named: self.named.saturating_add(other.named),
            about: self.about || other.about,
        }
    }

    /// Either of the two.
    fn or(self, other: Option<Self>) -> Self {
        let Some(other) = other else { return self.open() };
        Self {
            least: self.least.min(other.least),
            most: self.most.zip(other.most).map(|(a, b)| a.max(b)),
            named: self.named.max(other.named),
            about: self.about || other.about,
        }
    }

    /// So many times.
    fn times(self, times: Self) -> Self {
        Self {
            least: self.least.saturating_mul(times.least),
            most: self.most.zip(times.most).map(|(a, b)| a.saturating_mul(b)),
            named: self.named.saturating_mul(times.named),
            about: self.about,
        }
    }

    fn open(self) -> Self {
        Self { most: None, ..self }
    }

    /// A sum of several, of which some may be unknown: what others name is no bound of it.
    fn summed(self) -> Self {
        Self { named: self.most.unwrap_or(self.least), ..self }
    }

    /// As it is compared; nothing where nothing is known of it.
    fn compared<T>(self, value: impl Fn(u64) -> Option<T>) -> Option<Comparison<T>> {
        Some(match self.most {
            None if self.named > self.least && self.least == 0 => Comparison::AtMost(value(self.named)?),
            None if self.named > self.least => Comparison::Range(value(self.least)?, value(self.named)?),
            None if self.least == 0 => return None,
            None => Comparison::AtLeast(value(self.least)?),
            Some(most) if most == self.least => Comparison::Is(value(most)?),
            Some(most) if self.least == 0 => Comparison::AtMost(value(most)?),
            Some(most) => Comparison::Range(value(self.least)?, value(most)?),
        })
    }

    /// In words, as an amount.
    pub fn money(self, pen: &Pen<'_>) -> Option<Inline> {
        let amount = self.compared(|yen| Some(Yen::whole(yen)))?;
        let above = self.most.is_none() && self.named > self.least;
        Some(pen.money(&Money { approximate: self.about, above, ..Money::of(amount, CURRENCY) }))
    }

    /// In words, as months, or years where they are whole.
    pub fn months(self, pen: &Pen<'_>) -> Option<Inline> {
        let length = |months: u64| {
            Length::parse(&if months.is_multiple_of(12) { format!("P{}Y", months / 12) } else { format!("P{months}M") })
        };
        let length = self.compared(length)?;
        (self != Self::NOTHING).then(|| pen.length(&length))
    }
}

fn between(least: u64, most: Option<u64>) -> Between {
    Between { least, most, named: most.unwrap_or(least), about: false }
}

/// A program, or another step, of several that follow each other.
pub struct Part {
    /// A link to it.
    pub name: Inline,
    /// How many months it lasts, where that is known.
    pub months: Option<Between>,
    /// How many yen it costs, where that is known.
    pub yen: Option<Between>,
    /// Not everybody goes through it.
    pub for_some: bool,
}

impl Part {
    /// What is known of a program.
    pub fn of(pen: &Pen<'_>, id: RecordId, program: &Program) -> Self {
        let months = lasts(pen, program);
        Self { name: pen.record(id), months, yen: cost(pen, id, months), for_some: false }
    }
}

/// How long they last in all, what they cost in all, and of which nobody knows it.
pub fn rows(pen: &Pen<'_>, parts: &[Part], rows: &mut Rows<'_, '_>) {
    let unknown = |known: &dyn Fn(&Part) -> bool| {
        let names: Vec<Inline> = parts.iter().filter(|part| !known(part)).map(|part| part.name.clone()).collect();
        (!names.is_empty()).then(|| pen.kit.list_of(&names))
    };
    rows.add("can_in_all", in_all(pen, parts, |part| part.months, &|sum| sum.months(pen)))
        .add("can_length_unknown", unknown(&|part| part.months.is_some()))
        .add("can_cost_in_all", in_all(pen, parts, |part| part.yen, &|sum| sum.money(pen)))
        .add("can_cost_unknown", unknown(&|part| part.yen.is_some()));
}

/// A sum of all parts; where not everybody goes through each of them, the one without those parts before it.
fn in_all(
    pen: &Pen<'_>,
    parts: &[Part],
    of: impl Fn(&Part) -> Option<Between>,
    say: &dyn Fn(Between) -> Option<Inline>,
) -> Option<Inline> {
    let sum = |parts: &mut dyn Iterator<Item = &Part>| say(parts.fold(Between::NOTHING, |sum, part| sum.plus(of(part))).summed());
    if parts.iter().all(|part| of(part).is_none()) {
        return None;
    }
    let all = sum(&mut parts.iter());
    if !parts.iter().any(|part| part.for_some) {
        return all;
    }
    let direct = sum(&mut parts.iter().filter(|part| !part.for_some));
    let lines = [
        direct.map(|amount| pen.fill("in_all_direct", &[("amount", &amount)])),
        all.map(|amount| pen.fill("in_all_with_all", &[("amount", &amount)])),
    ];
    let lines: Vec<Inline> = lines.into_iter().flatten().collect();
    (!lines.is_empty()).then(|| Inline::lines(&lines))
}

/// How many months a length lasts: whole ones, of which days are none at the lower bound and one at the upper.
pub fn months(length: &Comparison<Length>) -> Between {
    let whole = |length: &Length, round: fn(f64) -> f64| {
        let months = i64::from(length.0.get_years()) * 12 + i64::from(length.0.get_months());
        let days = f64::from(length.0.get_weeks()) * 7.0 + f64::from(length.0.get_days());
        #[allow(clippy::cast_possible_truncation, reason = "a length is written with few digits")]
        let days = round(days / 30.44) as i64;
        u64::try_from(months + days).unwrap_or(0)
    };
    let (low, high) = (|length: &Length| whole(length, f64::floor), |length: &Length| whole(length, f64::ceil));
    match length {
        Comparison::Is(length) | Comparison::About(length) => between(low(length), Some(high(length))),
        Comparison::AtLeast(least) | Comparison::MoreThan(least) => between(low(least), None),
        Comparison::AtMost(most) | Comparison::LessThan(most) => between(0, Some(high(most))),
        Comparison::Range(least, most) => between(low(least), Some(high(most))),
    }
}

/// How many months a program lasts; of an offering that states nothing, its scheme.
fn lasts(pen: &Pen<'_>, program: &Program) -> Option<Between> {
    let of_scheme = || {
        let scheme = mentions::resolve(pen.site, &program.scheme.as_ref()?.target).ok()?;
        match &pen.site.entry(scheme).record.body {
            Body::Program(scheme) => scheme.duration.as_deref(),
            _ => None,
        }
    };
    let duration: &Fact<Duration> = program.duration.as_deref().or_else(of_scheme)?;
    match duration {
        Fact::Absent { absence: Absence::None | Absence::NotApplicable, .. } => Some(Between::NOTHING),
        Fact::Known { value, .. } => value.length.as_ref().map(months),
        Fact::Absent { .. } => None,
    }
}

/// What a program costs those who take part; nothing where no amount is known.
fn cost(pen: &Pen<'_>, id: RecordId, lasts: Option<Between>) -> Option<Between> {
    let fees = answers::belonging(pen, id, Kind::Fee).into_iter().filter_map(|fee| match &pen.site.entry(fee).record.body {
        Body::Fee(fee) if !fee.is_income() => Some(of_fee(fee, lasts)),
        _ => None,
    });
    let fees: Vec<Option<Between>> = fees.collect();
    let sum = fees.iter().fold(Between::NOTHING, |sum, fee| sum.plus(*fee));
    // That something is not less than nothing, nobody has to be told.
    (fees.iter().any(Option::is_some) && (sum.most.is_some() || sum.named > 0)).then_some(sum)
}

fn of_fee(fee: &Fee, lasts: Option<Between>) -> Option<Between> {
    let paid = |kind: FeeKind| kind == FeeKind::Cost;
    let whole = match &fee.amount {
        Some(fact) if paid(fee.nature()) => amount(fact, lasts)?,
        Some(_) => Between::NOTHING,
        None => {
            let items = fee.items.iter().filter(|item| paid(fee.nature_of(item)));
            let mut amounts = items.map(|item| item.amount.as_ref().and_then(|fact| amount(fact, lasts)));
            match (&fee.varies_by, amounts.next()) {
                (_, None) => Between::NOTHING,
                // Each holds for some people: nobody pays all of them.
                (Some(_), Some(first)) => amounts.fold(first?, Between::or),
                (None, Some(first)) => amounts.fold(Between::NOTHING.plus(first), Between::plus),
            }
        }
    };
    let exceptions = fee.exceptions.items.iter().map(|it| it.amount.as_ref().and_then(|fact| amount(fact, lasts)));
    let sum = exceptions.fold(whole, |sum, other| {
        // Beside what is free something is paid; of what costs something some people pay another amount.
        if whole == Between::NOTHING { sum.plus(other) } else { sum.or(other) }
    });
    let is_open = fee.exceptions.open || fee.excludes.open || !fee.excludes.items.is_empty();
    Some(if is_open { sum.open() } else { sum })
}

/// An amount, as often as it is paid.
fn amount(fact: &Fact<Money>, lasts: Option<Between>) -> Option<Between> {
    match fact {
        Fact::Known { value, .. } => Some(bounds(value)?.times(how_often(value.per, lasts))),
        Fact::Absent { absence: Absence::None | Absence::NotApplicable, .. } => Some(Between::NOTHING),
        Fact::Absent { .. } => None,
    }
}

/// What an amount can be. What is paid as it comes has none, or one that is no price.
pub fn bounds(money: &Money) -> Option<Between> {
    if &*money.currency != CURRENCY || money.is_measured() {
        return None;
    }
    let (least, most) = match &money.amount {
        Comparison::Is(amount) | Comparison::About(amount) => (*amount, Some(*amount)),
        Comparison::AtLeast(least) | Comparison::MoreThan(least) => (*least, None),
        Comparison::AtMost(most) | Comparison::LessThan(most) => (Yen::NONE, Some(*most)),
        Comparison::Range(least, most) => (*least, Some(*most)),
    };
    let named = most.unwrap_or(least).whole;
    let about = money.approximate || matches!(money.amount, Comparison::About(_));
    Some(Between { least: least.whole, most: most.map(|most| most.whole).filter(|_| !money.above), named, about })
}

/// How often an amount is paid while a program lasts: at least once.
fn how_often(per: Option<Per>, lasts: Option<Between>) -> Between {
    let once = Between::exactly(1);
    let months = match per {
        None | Some(Per::Once) => return once,
        Some(Per::Month) => 1,
        Some(Per::HalfYear | Per::Semester) => 6,
        Some(Per::Year) => 12,
        Some(Per::Person | Per::Hour | Per::Day | Per::Night | Per::Week | Per::Visit) => return once.open(),
    };
    let Some(lasts) = lasts else { return once.open() };
    between((lasts.least / months).max(1), lasts.most.map(|most| most.div_ceil(months).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(text: &str) -> Length {
        Length::parse(text).unwrap()
    }

    #[test]
    fn what_is_unknown_leaves_a_sum_its_least_alone() {
        let sum = between(2, Some(3));
        assert_eq!(sum.plus(Some(Between::exactly(4))), between(6, Some(7)));
        assert_eq!((sum.plus(None).least, sum.plus(None).most), (2, None));
        assert_eq!(sum.or(Some(Between::exactly(1))), between(1, Some(3)));
        assert_eq!((sum.or(None).least, sum.or(None).most), (2, None));
        assert_eq!((sum.times(between(2, None)).least, sum.times(between(2, None)).most), (4, None));
    }

    #[test]
    fn months_are_whole_and_days_are_not_more_than_one() {
        assert_eq!(months(&Comparison::Is(length("P1Y6M"))), Between::exactly(18));
        assert_eq!(months(&Comparison::AtMost(length("P10D"))), between(0, Some(1)));
        assert_eq!(months(&Comparison::Range(length("P1M"), length("P8W"))), between(1, Some(2)));
        assert_eq!(months(&Comparison::AtLeast(length("P2Y"))), between(24, None));
    }

    #[test]
    fn an_amount_is_paid_as_often_as_its_time_fits_into_what_it_is_for() {
        let lasts = Some(between(12, Some(30)));
        assert_eq!(how_often(Some(Per::Month), lasts), between(12, Some(30)));
        assert_eq!(how_often(Some(Per::Year), lasts), between(1, Some(3)));
        assert_eq!(how_often(Some(Per::Year), None), between(1, None));
        assert_eq!(how_often(None, lasts), Between::exactly(1));
    }
}
