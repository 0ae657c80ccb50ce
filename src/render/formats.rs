//! Dates, numbers, amounts and lengths of time as one language writes them: from ICU, with words from the messages.

mod amounts;
mod compared;
mod dates;
mod eras;
mod lengths;
mod numbers;
mod pattern;
mod sum;
mod template;
mod zones;

use icu::list::ListFormatter;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use crate::base::Language;
use crate::model::admission::{Grade, Years};
use crate::model::moment::{FiscalYear, Moment, Period};
use crate::model::money::Money;
use crate::model::quantity::{Amount, Comparison, Duration, Length, Percent, Quantity};
use crate::render::messages::Messages;

use amounts::Amounts;
use compared::Compared;
use dates::Dates;
use lengths::Lengths;
use numbers::Numbers;
use template::Template;

pub use dates::Parts;
pub use sum::Sum;

/// Everything that a language needs to write values. Built once for each language, shared by all threads; the words are
/// taken from the messages then, so that no message is looked up while formatting. All texts are plain, not HTML.
#[derive(Debug)]
pub struct Formats {
    language: Language,
    numbers: Numbers,
    and: Option<ListFormatter>,
    dates: Dates,
    lengths: Lengths,
    amounts: Amounts,
    counts: Compared,
    few: String,
    percent: Template,
    percents: Compared,
    age: Template,
    study_year: Template,
}

// Pages are rendered on all processors at once.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Formats>();
};

impl Formats {
    /// The formats of a language. Never fails: what ICU does not have comes from its root, words that the language does
    /// not have from wherever `messages` finds them.
    pub fn new(language: &Language, messages: &Messages) -> Self {
        let locale = language.locale();
        let numbers = Numbers::new(&locale, messages);
        Self {
            language: language.clone(),
            and: ListFormatter::try_new_and((&locale).into(), Default::default()).ok(),
            dates: Dates::new(language, messages),
            lengths: Lengths::new(messages),
            amounts: Amounts::new(messages),
            counts: Compared::load(messages, "count"),
            few: messages.text("count_few"),
            percent: Template::load(messages, "percent", &["number"]),
            percents: Compared::load(messages, "percent"),
            age: Template::load(messages, "age_years", &["number"]),
            study_year: Template::load(messages, "study_year", &["number"]),
            numbers,
        }
    }

    /// The language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// A moment exactly as precise as it is: `2023年11月14日（火）正午`, `Tue 14 November 2023, 12:00 noon JST`, `2016年12月`,
    /// `fiscal year 2008`. A year that was inferred is shown as such: `9月1日（金）正午（2023年と推定）`.
    pub fn moment(&self, moment: &Moment, zone: &TimeZone) -> String {
        self.dates.moment(moment, zone)
    }

    /// The same, with an inferred year apart from what was written.
    pub fn moment_parts(&self, moment: &Moment, zone: &TimeZone) -> Parts {
        self.dates.parts(moment, zone)
    }

    /// The year of the Japanese era, where the language shows it: `令和5年`; `平成31年・令和元年` for a year or month that spans
    /// two; `None` before 1873, for fiscal years, and in other languages.
    pub fn era_year(&self, moment: &Moment) -> Option<String> {
        self.dates.era_year(moment)
    }

    /// From the opening to the closing of a window, either of which may be missing; empty when both are. The zone is named
    /// once.
    pub fn window(&self, opens: Option<&Moment>, closes: Option<&Moment>, zone: &TimeZone) -> String {
        self.dates.window(opens, closes, zone)
    }

    /// The name of a weekday.
    pub fn weekday(&self, day: Weekday) -> &str {
        self.dates.weekday(day)
    }

    /// The name of a month, from 1 on.
    pub fn month(&self, month: i8) -> &str {
        self.dates.month(month)
    }

    /// One moment, or from one to another.
    pub fn period(&self, period: &Period, zone: &TimeZone) -> String {
        match period {
            Period::At(moment) => self.moment(moment, zone),
            Period::Range(from, to) => self.window(from.as_ref(), to.as_ref(), zone),
        }
    }

    /// `2024年度（研修開始年度）`, `fiscal year 2024 (by start of training)`.
    pub fn fiscal_year(&self, year: &FiscalYear) -> String {
        self.dates.fiscal_year(year)
    }

    /// The number of a year, in the digits of the language and without a word after it: `2024`.
    pub fn year_number(&self, year: i16) -> String {
        self.dates.year_number(year)
    }

    /// A length of time without its sign, standing alone: `2年`, `12か月`, `10日間`; `2 years`.
    pub fn length(&self, length: &Length) -> String {
        self.lengths.alone(&self.numbers, length)
    }

    /// A length before or after something: `研修開始の約3か月前`, `about 3 months before the start of training`; of length
    /// zero, at it.
    pub fn offset(&self, length: &Length, approximate: bool, anchor_name: &str) -> String {
        self.lengths.offset(&self.numbers, length, approximate, anchor_name)
    }

    /// A length with its bound: `3年を超える`, `2年以内`; `more than 3 years`, `4 to 5 years`.
    pub fn lengths(&self, lengths: &Comparison<Length>) -> String {
        self.lengths.compared(&self.numbers, lengths)
    }

    /// The length of a duration, if there is one. Its phases, example and renewal are texts of their own.
    pub fn duration(&self, duration: &Duration) -> Option<String> {
        duration.length.as_ref().map(|length| self.lengths(length))
    }

    /// A count or a length with its bound.
    pub fn quantity(&self, quantity: &Quantity) -> String {
        match lengths_only(&quantity.value) {
            Some(lengths) => self.lengths(&lengths),
            None => self.counts.text(&quantity.value, |amount| match amount {
                Amount::Count(count) => self.number(u64::from(*count)),
                Amount::Few => self.few.clone(),
                Amount::Length(length) => self.length(length),
            }),
        }
    }

    /// A share in percent with its bound: `50%`, `50%以上`; `at least 50%`.
    pub fn percent(&self, share: &Comparison<Percent>) -> String {
        self.percents.text(share, |percent| self.percent.fill(&[&self.number(u64::from(percent.0))]))
    }

    /// An age with its bound: `18歳以上`; `at least age 18`.
    pub fn age(&self, age: &Comparison<Years>) -> String {
        self.percents.text(age, |years| self.age.fill(&[&self.number(u64::from(years.0))]))
    }

    /// A year of study with its bound: `5年次以上`; `at least year 5`.
    pub fn study_year(&self, year: &Comparison<Grade>) -> String {
        self.percents.text(year, |year| self.study_year.fill(&[&self.number(u64::from(year.0))]))
    }

    /// An amount of money with its bounds and what it is paid for: `無料`, `300,000円`,
    /// `年額約300,000円から約800,000円（これを超える場合あり）`, `about ¥300,000 to about ¥800,000 per year (more in some cases)`.
    pub fn money(&self, money: &Money) -> String {
        self.amounts.money(&self.numbers, money)
    }

    /// What bounds an amount that is a part of something else.
    pub fn bounding(&self, money: &Money) -> Option<String> {
        self.amounts.bounding(&self.numbers, money)
    }

    /// A sum of fees, with the number of those that are unknown.
    pub fn sum(&self, sum: &Sum) -> String {
        self.amounts.sum(&self.numbers, sum)
    }

    /// A whole number with separators: `12,345`.
    pub fn number(&self, number: u64) -> String {
        self.numbers.text(number)
    }

    /// A number of tenths: `1.2`.
    pub fn tenths(&self, tenths: u64) -> String {
        let parts = u16::try_from(tenths % 10).unwrap_or_default() * 100;
        self.numbers.decimal(tenths / 10, parts, 1)
    }

    /// `A、B、C`; `A, B, and C`.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let items = items.iter().map(AsRef::as_ref);
        match &self.and {
            Some(formatter) => formatter.format_to_string(items),
            None => items.collect::<Vec<_>>().join(", "),
        }
    }

    /// The name of a language in this one: the message `language_pt_br`, else `language_pt`, else the tag.
    pub fn language_name(&self, language: &Language, messages: &Messages) -> String {
        // ICU's names are not stable yet; and which languages are asked for is not known when the formats are built.
        let id = |tag: &str| format!("language_{}", tag.to_lowercase().replace('-', "_"));
        let found = language.own().map(|own| id(own.as_str())).find(|id| messages.has(id));
        found.map_or_else(|| language.as_str().to_owned(), |id| messages.text(&id))
    }
}

/// The comparison of lengths, if it has no count in it.
fn lengths_only(value: &Comparison<Amount>) -> Option<Comparison<Length>> {
    let length = |amount: &Amount| match amount {
        Amount::Length(length) => Some(*length),
        Amount::Count(_) | Amount::Few => None,
    };
    Some(match value {
        Comparison::Is(a) => Comparison::Is(length(a)?),
        Comparison::AtLeast(a) => Comparison::AtLeast(length(a)?),
        Comparison::MoreThan(a) => Comparison::MoreThan(length(a)?),
        Comparison::AtMost(a) => Comparison::AtMost(length(a)?),
        Comparison::LessThan(a) => Comparison::LessThan(length(a)?),
        Comparison::About(a) => Comparison::About(length(a)?),
        Comparison::Range(a, b) => Comparison::Range(length(a)?, length(b)?),
    })
}

#[cfg(test)]
mod tests;
