//! What holds for all values.

use proptest::prelude::*;

use super::*;
use crate::model::money::Per;

/// The numbers in a text, in the order of their size.
fn digits(text: &str) -> Vec<u64> {
    let text = text.replace(',', "");
    let mut numbers: Vec<u64> = text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn any_moment() -> impl Strategy<Value = Moment> {
    let year = prop_oneof![any::<i16>().prop_map(Year::Calendar), any::<i16>().prop_map(Year::Fiscal)];
    (year, any::<Option<i8>>(), any::<Option<i8>>(), any::<Option<(u8, u8)>>()).prop_map(|(year, month, day, time)| Moment {
        year,
        month,
        day,
        time: time.and_then(|(h, m)| jiff::civil::Time::new((h % 24).cast_signed(), (m % 60).cast_signed(), 0, 0).ok()),
        has_weekday: false,
        vague: Vague::default(),
        span: Span::default(),
    })
}

fn real_moment() -> impl Strategy<Value = Moment> {
    (1i16..=9998, 1i8..=12, 1i8..=28, any::<bool>(), any::<bool>(), 0i8..24, 0i8..60).prop_map(
        |(year, month, day, has_day, has_time, h, m)| Moment {
            year: Year::Calendar(year),
            month: Some(month),
            day: has_day.then_some(day),
            time: (has_day && has_time).then(|| jiff::civil::Time::new(h, m, 0, 0).unwrap()),
            has_weekday: false,
            vague: Vague::default(),
            span: Span::default(),
        },
    )
}

fn any_comparison() -> impl Strategy<Value = Comparison<u64>> {
    (0..7, any::<u64>(), any::<u64>()).prop_map(|(sort, a, b)| match sort {
        0 => Comparison::Is(a),
        1 => Comparison::AtLeast(a),
        2 => Comparison::MoreThan(a),
        3 => Comparison::AtMost(a),
        4 => Comparison::LessThan(a),
        5 => Comparison::About(a),
        _ => Comparison::Range(a, b),
    })
}

thread_local! {
    static ALL: Vec<Formats> = ["ja", "en", "ar", "fa", "ko", "th", "zh-Hant", "qaa"].map(formats).into();
}

proptest! {
    #[test]
    fn nothing_panics(a in any_moment(), b in any_moment(), amount in any_comparison(), span in "-?P([0-9]{1,4}[YMWD]){0,3}(T[0-9]{1,5}[HMS])?") {
        ALL.with(|all| for formats in all {
            formats.moment(&a, &tokyo());
            formats.window(Some(&a), Some(&b), &TimeZone::UTC);
            formats.era_year(&a);
            formats.money(&money(amount.clone()));
            if let Some(length) = Length::parse(&span) {
                formats.length(&length);
                formats.offset(&length, true, "{}");
                formats.lengths(&Comparison::Range(length, length));
            }
        });
    }

    #[test]
    fn moments_have_the_same_numbers(moment in real_moment()) {
        ALL.with(|all| {
            let ja = all[0].moment(&moment, &tokyo()).replace("正午", " 12:00");
            let month = usize::try_from(moment.month.unwrap()).unwrap();
            let en = all[1].moment(&moment, &tokyo()).replace(MONTHS[month - 1], &month.to_string());
            assert_eq!(digits(&ja), digits(&en), "{ja} {en}");
        });
    }

    #[test]
    fn amounts_have_the_same_numbers(amount in any_comparison(), years in 1u32..200, months in 1u32..30) {
        ALL.with(|all| {
            let money = Money { approximate: years % 2 == 0, above: months % 2 == 0, per: (years % 3 == 0).then_some(Per::Year), ..money(amount.clone()) };
            let free = matches!(money.amount, Comparison::Is(Yen::NONE));
            if !free {
                assert_eq!(digits(&all[0].money(&money)), digits(&all[1].money(&money)));
            }
            let (from, to) = (length(&format!("P{years}Y")), length(&format!("P{years}Y{months}M")));
            for range in [Comparison::Range(from, to), Comparison::Range(from, from), Comparison::AtMost(to)] {
                assert_eq!(digits(&all[0].lengths(&range)), digits(&all[1].lengths(&range)));
            }
        });
    }
}
