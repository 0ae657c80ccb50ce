//! Exact texts in several languages, and what holds for all values.

mod dates;
mod properties;
mod values;

use jiff::Timestamp;

use super::*;
use crate::base::Span;
use crate::model::moment::vague::Vague;
use crate::model::moment::{Because, Year, spelling};
use crate::model::money::Yen;
use crate::source::Sources;

fn messages(tag: &str, files: &[(&str, &str)]) -> (Language, Messages) {
    let language = Language::parse(tag).unwrap();
    let sources = files.iter().fold(Sources::new(Timestamp::UNIX_EPOCH), |sources, (path, text)| sources.with(path, text));
    let (messages, _) = Messages::build(&language, &[], &sources);
    (language, messages)
}

fn formats(tag: &str) -> Formats {
    let (language, messages) = messages(tag, &[]);
    Formats::new(&language, &messages)
}

fn tokyo() -> TimeZone {
    TimeZone::get("Asia/Tokyo").unwrap()
}

fn moment(text: &str) -> Moment {
    let spelling::Written { year, month, day, time, .. } = spelling::moment(text).unwrap();
    Moment { year: Year::Calendar(year), month, day, time, has_weekday: false, vague: Vague::default(), span: Span::default() }
}

fn inferred(text: &str) -> Moment {
    let moment = moment(text);
    Moment { year: Year::Inferred { year: moment.year_number(), because: Because::Weekday }, ..moment }
}

fn fiscal(year: i16) -> Moment {
    Moment { year: Year::Fiscal(year), month: None, day: None, ..moment("2000") }
}

fn length(text: &str) -> Length {
    Length::parse(text).unwrap()
}

fn money(amount: Comparison<u64>) -> Money {
    use Comparison::*;
    let amount = match amount {
        Is(a) => Is(Yen::whole(a)),
        AtLeast(a) => AtLeast(Yen::whole(a)),
        MoreThan(a) => MoreThan(Yen::whole(a)),
        AtMost(a) => AtMost(Yen::whole(a)),
        LessThan(a) => LessThan(Yen::whole(a)),
        About(a) => About(Yen::whole(a)),
        Range(a, b) => Range(Yen::whole(a), Yen::whole(b)),
    };
    Money::of(amount, "JPY")
}

/// Each of the texts in its language.
fn check<const N: usize>(expected: [(&str, [&str; N]); 2], show: impl Fn(&Formats) -> [String; N]) {
    for (tag, texts) in expected {
        assert_eq!(show(&formats(tag)), texts, "{tag}");
    }
}
