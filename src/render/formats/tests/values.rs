//! Lengths, quantities, money, numbers, lists, order, names.

use super::*;
use crate::model::fact::{Absence, Fact, Standing};
use crate::model::money::Per;
use crate::model::money::measure::{Measure, Months};

#[test]
fn lengths() {
    let texts = ["P1Y", "P2Y", "P12M", "P3W", "P10D", "P1D", "P1Y6M", "PT8H", "P0D", "-P3M"];
    let ja = ["1年", "2年", "12か月", "3週間", "10日間", "1日間", "1年6か月", "8時間", "0日間", "3か月"];
    let en =
        ["1 year", "2 years", "12 months", "3 weeks", "10 days", "1 day", "1 year 6 months", "8 hours", "0 days", "3 months"];
    check([("ja", ja), ("en", en)], |formats| texts.map(|text| formats.length(&length(text))));
    // Words that are borrowed follow the plural rules of the language they are from.
    assert_eq!(formats("ko").length(&length("P1Y")), "1 year");
}

#[test]
fn plurals_of_a_language_with_six() {
    let words = "formats_language = ar\nlength_years = { $plural ->\n    [one] سنة\n    [two] سنتان\n    [few] { $number } سنوات\n\
                 \u{20}  *[other] { $number } سنة\n}\n";
    let (language, messages) = messages("ar", &[("locales/ar/x.ftl", words)]);
    let formats = Formats::new(&language, &messages);
    let show = |text| formats.length(&length(text));
    assert_eq!(["P1Y", "P2Y", "P3Y", "P11Y", "P100Y"].map(show), ["سنة", "سنتان", "3 سنوات", "11 سنة", "100 سنة"]);
}

#[test]
fn a_message_without_its_value_loses_nothing() {
    let words = "length_at_least = some time\nmoney_range = from {$from}\nlength_years = years\n";
    let (language, messages) = messages("en", &[("locales/en/x.ftl", words)]);
    let formats = Formats::new(&language, &messages);
    assert_eq!(formats.lengths(&Comparison::AtLeast(length("P3M"))), "3 months");
    assert_eq!(formats.money(&money(Comparison::Range(1, 2))), "¥1 ¥2");
    assert_eq!(formats.length(&length("P2Y")), "2");
}

#[test]
fn offsets_from_an_anchor() {
    let ja = ["研修開始の約3か月前", "研修開始の10日前", "研修開始の2年後", "研修開始時", "研修開始の頃"];
    let en = [
        "about 3 months before the start of training",
        "10 days before the start of training",
        "2 years after the start of training",
        "at the start of training",
        "around the start of training",
    ];
    let cases = [("-P3M", true), ("-P10D", false), ("P2Y", false), ("P0D", false), ("P0D", true)];
    check([("ja", ja), ("en", en)], |formats| {
        let anchor = if formats.language().as_str() == "ja" { "研修開始" } else { "the start of training" };
        cases.map(|(text, approximate)| formats.offset(&length(text), approximate, anchor))
    });
}

#[test]
fn bounds_are_worded_by_what_they_bound() {
    use Comparison::*;
    let quantity = |value| Quantity { value, span: Span::default() };
    let count = Amount::Count;
    let long = |text| Amount::Length(length(text));
    let cases = [
        Is(count(1234)),
        AtLeast(count(2)),
        MoreThan(count(2)),
        AtMost(count(1)),
        LessThan(count(10)),
        About(count(10)),
        Range(count(2), count(3)),
        Is(long("P10D")),
        AtLeast(long("P12M")),
        MoreThan(long("P3Y")),
        AtMost(long("P2Y")),
        LessThan(long("P1Y")),
        About(long("P1M")),
        Range(long("P4Y"), long("P5Y")),
        Range(long("P6M"), long("P2Y")),
        Range(count(1), long("P2Y")),
    ];
    let ja = [
        "1,234",
        "2以上",
        "2を超える",
        "1以下",
        "10未満",
        "約10",
        "2から3",
        "10日間",
        "12か月以上",
        "3年を超える",
        "2年以内",
        "1年未満",
        "約1か月",
        "4年から5年",
        "6か月から2年",
        "1から2年",
    ];
    let en = [
        "1,234",
        "at least 2",
        "more than 2",
        "at most 1",
        "fewer than 10",
        "about 10",
        "2 to 3",
        "10 days",
        "at least 12 months",
        "more than 3 years",
        "up to 2 years",
        "less than 1 year",
        "about 1 month",
        "4 to 5 years",
        "6 months to 2 years",
        "1 to 2 years",
    ];
    check([("ja", ja), ("en", en)], |formats| cases.clone().map(|value| formats.quantity(&quantity(value))));
    check([("ja", ["50%以上", "80%以下"]), ("en", ["at least 50%", "at most 80%"])], |formats| {
        [formats.percent(&AtLeast(Percent(50))), formats.percent(&AtMost(Percent(80)))]
    });
    let no_length = Duration { length: None, renewable: None, example: None, phases: Vec::new(), span: Span::default() };
    assert_eq!(formats("ja").duration(&no_length), None);
}

#[test]
fn what_is_measured_by_something_else_is_told_with_what_bounds_it() {
    let of =
        |measure, amount, per, payments| Money { measure: Some(Box::new(measure)), per, payments, ..Money::of(amount, "JPY") };
    let (free, cap) = (Comparison::AtLeast(Yen::NONE), Comparison::AtMost(Yen::whole(27_000)));
    let share = |share| Measure::Share { share, of: None };
    let pay = |months| Measure::MonthsOfPay(months);
    let half = Comparison::Is(Percent(50));
    let cases = [
        of(share(half.clone()), free.clone(), None, None),
        of(share(half), cap.clone(), Some(Per::Month), None),
        of(share(Comparison::AtMost(Percent(30))), free.clone(), Some(Per::Year), None),
        of(pay(Comparison::Is(Months(450))), free.clone(), Some(Per::Year), Some(2)),
        of(pay(Comparison::About(Months(100))), free.clone(), None, None),
        of(pay(Comparison::Is(Months(465))), cap, None, None),
        Money { payments: Some(2), ..Money::of(Comparison::Is(Yen::whole(5_000)), "JPY") },
    ];
    let ja = [
        "50%",
        "50%（月額27,000円以下）",
        "年額30%以下",
        "年間で給与の4.5か月分（2回払い）",
        "給与の約1か月分",
        "給与の4.65か月分（27,000円以下）",
        "5,000円（2回払い）",
    ];
    let en = [
        "50%",
        "50%, up to ¥27,000 per month",
        "up to 30% per year",
        "4.5 months of salary per year, in 2 payments",
        "about 1 month of salary",
        "4.65 months of salary, up to ¥27,000",
        "¥5,000, in 2 payments",
    ];
    check([("ja", ja), ("en", en)], |formats| cases.clone().map(|money| formats.money(&money)));
}

#[test]
fn amounts_of_money() {
    use Comparison::*;
    let per = |money: Money, per| Money { per: Some(per), ..money };
    let cases = [
        money(Is(0)),
        money(Is(300_000)),
        Money { approximate: true, above: true, per: Some(Per::Year), ..money(Range(300_000, 800_000)) },
        Money { approximate: true, ..money(Range(300_000, 800_000)) },
        money(About(5_000)),
        money(AtLeast(5_000)),
        money(MoreThan(5_000)),
        money(AtMost(5_000)),
        money(LessThan(5_000)),
        per(money(Is(5_000)), Per::Month),
        per(money(Is(5_000)), Per::Week),
        per(money(Is(5_000)), Per::Day),
        per(money(Is(5_000)), Per::Once),
        Money { currency: "USD".into(), ..money(Is(5_000)) },
        Money { above: true, ..money(Is(0)) },
    ];
    let ja = [
        "無料",
        "300,000円",
        "年額約300,000円から約800,000円（これを超える場合あり）",
        "約300,000円から約800,000円",
        "約5,000円",
        "5,000円以上",
        "5,000円を超える",
        "5,000円以下",
        "5,000円未満",
        "月額5,000円",
        "週額5,000円",
        "日額5,000円",
        "5,000円（1回限り）",
        "USD 5,000",
        "0円（これを超える場合あり）",
    ];
    let en = [
        "free of charge",
        "¥300,000",
        "about ¥300,000 to about ¥800,000 per year (more in some cases)",
        "about ¥300,000 to about ¥800,000",
        "about ¥5,000",
        "at least ¥5,000",
        "more than ¥5,000",
        "up to ¥5,000",
        "less than ¥5,000",
        "¥5,000 per month",
        "¥5,000 per week",
        "¥5,000 per day",
        "¥5,000 (one-time)",
        "USD 5,000",
        "¥0 (more in some cases)",
    ];
    check([("ja", ja), ("en", en)], |formats| cases.clone().map(|money| formats.money(&money)));
}

#[test]
fn sums_count_what_is_unknown() {
    use Comparison::*;
    let known = |amount| Fact::Known { value: money(amount), standing: Standing::Stated, source: None };
    let absent = |absence| Fact::Absent { absence, because: None };
    let ja = [
        "305,000円",
        "305,000円から805,000円",
        "5,000円以上",
        "8,000円以下",
        "305,000円（ほかに金額不明の項目が2件）",
        "金額不明（1件）",
        "無料",
        "0円（ほかに金額不明の項目が1件）",
    ];
    let en = [
        "¥305,000",
        "¥305,000 to ¥805,000",
        "at least ¥5,000",
        "up to ¥8,000",
        "¥305,000, plus 2 items of unknown amount",
        "amount unknown (1 item)",
        "free of charge",
        "¥0, plus 1 item of unknown amount",
    ];
    let cases = [
        vec![known(Is(300_000)), known(Is(5_000)), absent(Absence::None)],
        vec![known(Range(300_000, 800_000)), known(Is(5_000))],
        vec![known(AtLeast(3_000)), known(Is(2_000))],
        vec![known(AtMost(8_000))],
        vec![known(Is(305_000)), absent(Absence::Unknown), absent(Absence::Varies), absent(Absence::NotApplicable)],
        vec![absent(Absence::MissingInSource)],
        vec![known(Is(0))],
        vec![known(Is(0)), absent(Absence::Unknown)],
    ];
    let only = |parts: &Vec<_>| {
        let sums = Sum::of(parts);
        assert_eq!(sums.len(), 1);
        sums[0].clone()
    };
    check([("ja", ja), ("en", en)], |formats| [0, 1, 2, 3, 4, 5, 6, 7].map(|case| formats.sum(&only(&cases[case]))));

    let yearly = Fact::Known { value: Money { per: Some(Per::Year), ..money(Is(7)) }, standing: Standing::Stated, source: None };
    let parts = [known(Is(1)), yearly, absent(Absence::Unknown), known(Is(2))];
    let texts: Vec<_> = Sum::of(&parts).iter().map(|sum| formats("ja").sum(sum)).collect();
    assert_eq!(texts, ["3円（ほかに金額不明の項目が1件）", "年額7円"]);
    assert_eq!(Sum::of(&[known(Is(u64::MAX)), known(Is(1))])[0].high.map(|high| high.whole), Some(u64::MAX));
    assert_eq!(Sum::of([]), []);
}

#[test]
fn numbers_and_lists() {
    let show = |tag: &str| {
        let formats = formats(tag);
        [formats.number(1_234_567), formats.list(&["A", "B", "C"])]
    };
    assert_eq!(show("ja"), ["1,234,567", "A、B、C"]);
    assert_eq!(show("en"), ["1,234,567", "A, B, and C"]);
    assert_eq!(show("ar"), ["1,234,567", "A وB وC"]);
    assert_eq!(show("ar-EG")[0], "١٬٢٣٤٬٥٦٧");
    assert_eq!(show("ko"), ["1,234,567", "A, B 및 C"]);
    assert_eq!(show("fr"), ["1\u{202f}234\u{202f}567", "A, B et C"]);
    assert_eq!(formats("ja").list::<&str>(&[]), "");
    assert_eq!(formats("ja").list(&["A"]), "A");
}

#[test]
fn languages_have_names() {
    let name = |tag: &str, language: &str| formats(tag).language_name(&Language::parse(language).unwrap(), &messages(tag, &[]).1);
    let of = |tag| ["ja", "en", "pt-BR", "pt-PT", "zh-Hant-TW", "qaa"].map(|language| name(tag, language));
    assert_eq!(of("ja"), ["日本語", "英語", "ブラジル・ポルトガル語", "ポルトガル語", "中国語（繁体字）", "qaa"]);
    assert_eq!(of("en"), ["Japanese", "English", "Brazilian Portuguese", "Portuguese", "Chinese (traditional)", "qaa"]);
}
