//! Amounts as they are read, in one cell and in parts.

use super::spelling::{self, Problem, Written};
use super::{Money, Yen};
use crate::model::read::tests::outcome;

#[test]
fn money_is_read_in_one_cell_and_in_parts() {
    for (value, expected) in [
        ("300000", "300000"),
        ("30万円", "300000"),
        ("月額3万円", "{is: 30000, per: month}"),
        ("{is: 30万円, per: month}", "{is: 300000, per: month}"),
        ("{from: 5, to: 8, currency: USD, tax: included}", "{from: 5, to: 8, currency: USD, tax: included}"),
        ("soon", "bad-money bad-money-help"),
        ("[5]", "bad-money bad-money-help"),
        ("賞与年2回 4.5か月分", "{months_of_pay: 4.5, payments: 2, per: year}"),
        ("半額（上限27,000円）", "{at_most: 27000, share: 50%}"),
        ("家賃の半額", "bad-money bad-money-share {share: 50%, of: {ja: 家賃, en: …}}"),
        ("{at_most: 2万7千円, share: 半額, of: {ja: 家賃, en: rent}}", "{at_most: 27000, share: 50%, of: {ja: 家賃, en: rent}}"),
        ("{share: 30%以内, of: {ja: 授業料, en: tuition}}", "{share: {at_most: 30%}, of: {ja: 授業料, en: tuition}}"),
        ("{months_of_pay: 約4.5か月分, per: 年額}", "{months_of_pay: {about: 4.5}, per: year}"),
        ("{months_of_pay: many}", "bad-months-of-pay bad-months-of-pay-help"),
        ("{share: 50%, at_cost: true}", "money-measures money-measures-help"),
        ("{is: 5, of: {ja: 家賃, en: rent}}", "money-measures money-measures-help"),
        ("実費", "at-cost"),
        ("at-cost", "at-cost"),
        ("{at_cost: true, per: night}", "{at_cost: true, per: night}"),
        ("{at_cost: true, at_most: 5000}", "{at_cost: true, at_most: 5000}"),
        ("{is: 5, per: 月額, tax: 税込}", "{is: 5, per: month, tax: included}"),
        ("未定", "bad-money bad-money-not-known {absent: unknown, because: {ja: 未定, en: to be announced}}"),
        ("税込", "bad-money bad-money-tax "),
        ("$5", "bad-money bad-money-currency {is: 5, currency: USD}"),
        ("1,2000", "bad-money bad-money-slip 12000"),
        ("5.50", "bad-money bad-money-fraction 5"),
        ("{per: month}", "bad-money bad-money-help"),
        ("{is: soon, per: month}", "bad-money bad-money-help"),
        ("{is: 5.50}", "bad-money bad-money-fraction 5"),
        ("{is: 1.200}", "bad-money bad-money-slip 1200"),
        ("{is: 20.000}", "bad-money bad-money-slip 20000"),
        ("{is: 5.505, currency: USD}", "bad-money bad-money-fraction 5"),
        ("{from: 5, to: 8.5, currency: KRW}", "bad-money bad-money-fraction 8"),
        ("{is: 5.5, currency: USD}", "{is: 5.5, currency: USD}"),
        ("{is: 5.505, currency: KWD}", "{is: 5.505, currency: KWD}"),
        ("{is: 5, currency: JPX}", "bad-currency bad-currency-nearest JPY"),
        ("{is: 5, currency: 円}", "bad-currency bad-currency-help"),
    ] {
        let (money, said) = outcome::<Money>("amount", value);
        assert_eq!(said, expected, "{value}");
        assert_eq!(money.is_some(), !expected.starts_with("bad"), "{value}");
    }
    for (value, currency) in [("5", "JPY"), ("{is: 5}", "JPY"), ("US$5", "USD"), ("{is: 5, currency: EUR}", "EUR")] {
        assert_eq!(outcome::<Money>("amount", value).0.map(|money| money.currency), Some(currency.into()), "{value}");
    }
}

#[test]
fn spellings_of_amounts() {
    for text in ["300000", "300,000", "¥300,000", "30万円", "３０万円", "￥３００，０００", "300000円", "30万"] {
        assert_eq!(Yen::parse(text), Some(Yen::whole(300_000)), "{text}");
    }
    assert_eq!(Yen::parse("1億2000万円"), Some(Yen::whole(120_000_000)));
    assert_eq!(Yen::parse("1万2千5百"), Some(Yen::whole(12_500)));
    assert_eq!(Yen::parse("3.5万円"), Some(Yen::whole(35_000)));
    assert_eq!(Yen::parse("3千500"), Some(Yen::whole(3_500)));
    assert_eq!(Yen::parse("1,200.5"), Some(Yen { whole: 1_200, thousandths: 500 }));
    assert_eq!(Yen::parse("1.23456万"), Some(Yen { whole: 12_345, thousandths: 600 }));
    for text in [
        "",
        "円",
        "free",
        "-5",
        "3.5005",
        "1.23456789万",
        "1,2000",
        "12,00",
        "1,",
        "1.",
        "2万3億",
        "1万2万",
        "1億1億",
        "99999999999999999999999",
    ] {
        assert_eq!(Yen::parse(text), None, "{text}");
    }
}

#[test]
fn months_of_pay_shares_and_payments_are_read_in_one_cell() {
    for (text, expected) in [
        ("4.5か月分", "{months_of_pay: 4.5}"),
        ("給与の４．６５ヶ月分", "{months_of_pay: 4.65}"),
        ("年4.5か月分", "{months_of_pay: 4.5, per: year}"),
        ("賞与年2回 4.5か月分", "{months_of_pay: 4.5, payments: 2, per: year}"),
        ("年2回（計4.5か月分）", "{months_of_pay: 4.5, payments: 2, per: year}"),
        ("年間約4か月分", "{months_of_pay: {about: 4}, per: year}"),
        ("4.5 months of salary", "{months_of_pay: 4.5}"),
        ("about 4.5 months' pay", "{months_of_pay: {about: 4.5}}"),
        ("twice a year, 4.5 months of salary", "{months_of_pay: 4.5, payments: 2, per: year}"),
        ("半額", "{share: 50%}"),
        ("3割", "{share: 30%}"),
        ("30%まで", "{share: {at_most: 30%}}"),
        ("50%（上限27,000円）", "{at_most: 27000, share: 50%}"),
        ("半額、上限月額27,000円", "{at_most: 27000, share: 50%, per: month}"),
        ("年額535,800円（2回払い）", "{is: 535800, payments: 2, per: year}"),
    ] {
        assert_eq!(spelling::read(text).as_ref().map(Written::canonical), Ok(expected.to_owned()), "{text}");
    }
    for (text, expected) in [
        ("家賃の半額", Problem::ShareOf("{share: 50%, of: {ja: 家賃, en: …}}".to_owned())),
        ("家賃の半額、上限27,000円", Problem::ShareOf("{at_most: 27000, share: 50%, of: {ja: 家賃, en: …}}".to_owned())),
        (
            "家賃の半額（上限月額27,000円）",
            Problem::ShareOf("{at_most: 27000, share: 50%, of: {ja: 家賃, en: …}, per: month}".to_owned()),
        ),
        ("授業料の30%まで", Problem::ShareOf("{share: {at_most: 30%}, of: {ja: 授業料, en: …}}".to_owned())),
        (
            "50% of the rent, up to 27,000 yen",
            Problem::ShareOf("{at_most: 27000, share: 50%, of: {ja: …, en: the rent}}".to_owned()),
        ),
        (
            "half the rent (up to ¥27,000 per month)",
            Problem::ShareOf("{at_most: 27000, share: 50%, of: {ja: …, en: rent}, per: month}".to_owned()),
        ),
        ("6月と12月に計4.5か月分", Problem::MonthsOfPay("{months_of_pay: 4.5, per: year}".to_owned())),
    ] {
        assert_eq!(spelling::read(text), Err(expected), "{text}");
    }
}
