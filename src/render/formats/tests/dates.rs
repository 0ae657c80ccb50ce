//! Moments, windows, eras, fiscal years.

use super::*;
use crate::model::moment::Basis;

#[test]
fn moments_as_precise_as_known() {
    let ja = [
        "1983年",
        "2008年度",
        "2016年12月",
        "2023年11月14日（火）",
        "2023年11月14日（火）正午",
        "2023年11月14日（火）17:00",
        "2023年11月14日（火）00:00",
    ];
    let en = [
        "1983",
        "fiscal year 2008",
        "December 2016",
        "Tue 14 November 2023",
        "Tue 14 November 2023, 12:00 noon JST",
        "Tue 14 November 2023, 17:00 JST",
        "Tue 14 November 2023, 00:00 JST",
    ];
    let texts = ["1983", "fiscal", "2016-12", "2023-11-14", "2023-11-14 12:00", "2023-11-14 17:00", "2023-11-14 00:00"];
    check([("ja", ja), ("en", en)], |formats| {
        texts.map(|text| formats.moment(&if text == "fiscal" { fiscal(2008) } else { moment(text) }, &tokyo()))
    });
}

#[test]
fn moments_in_languages_without_patterns_of_their_own() {
    let noon = |tag: &str| formats(tag).moment(&moment("2023-11-14 12:00"), &tokyo());
    let month = |tag: &str| formats(tag).moment(&moment("2016-12"), &tokyo());
    let year = |tag: &str| formats(tag).moment(&moment("1983"), &tokyo());
    for (tag, expected) in [
        ("ar", ["الثلاثاء، 14 نوفمبر 2023 في 12:00 JST", "ديسمبر 2016", "1983"]),
        ("ar-EG", ["الثلاثاء، ١٤ نوفمبر ٢٠٢٣ في ١٢:٠٠ JST", "ديسمبر ٢٠١٦", "١٩٨٣"]),
        ("ko", ["2023년 11월 14일 화요일 12:00 JST", "2016년 12월", "1983년"]),
        ("zh-Hant", ["2023年11月14日星期二 12:00 JST", "2016年12月", "1983年"]),
        ("pt-BR", ["terça-feira, 14 de novembro de 2023 às 12:00 JST", "dezembro de 2016", "1983"]),
        ("fr", ["mardi 14 novembre 2023 à 12:00 JST", "décembre 2016", "1983"]),
        ("en-GB", ["Tue 14 November 2023, 12:00 noon JST", "December 2016", "1983"]),
        // A language that ICU does not know has English dates.
        ("qaa", ["Tue 14 November 2023, 12:00 noon JST", "December 2016", "1983"]),
    ] {
        assert_eq!([noon(tag), month(tag), year(tag)], expected, "{tag}");
    }
}

#[test]
fn a_language_brings_patterns_of_its_own() {
    let own = "date_pattern_language = fr\ndate_pattern_day = EEEE d MMMM y\ndate_pattern_noon = EEEE d MMMM y, 'midi'\n\
               date_pattern_year = {\"'\"}oops\n";
    let (language, messages) = messages("fr-CA", &[("locales/fr/x.ftl", own)]);
    let formats = Formats::new(&language, &messages);
    let show = |text| formats.moment(&moment(text), &tokyo());
    assert_eq!(
        [show("2023-11-14 12:00"), show("2023-11-14"), show("1983")],
        ["mardi 14 novembre 2023, midi JST", "mardi 14 novembre 2023", "1983"]
    );
}

#[test]
fn an_inferred_year_stands_apart() {
    let parts = |tag: &str, text| formats(tag).moment_parts(&inferred(text), &tokyo());
    let expected = |written: &str, year: &str| Parts { written: written.into(), inferred_year: Some(year.into()) };
    assert_eq!(parts("ja", "2023-09-01 12:00"), expected("9月1日（金）正午", "2023年"));
    assert_eq!(parts("en", "2023-09-01 12:00"), expected("Fri 1 September, 12:00 noon JST", "2023"));
    assert_eq!(parts("ja", "2023-09-01 09:30"), expected("9月1日（金）09:30", "2023年"));
    assert_eq!(parts("ja", "2023-09"), expected("9月", "2023年"));
    assert_eq!(parts("ko", "2023-09-01"), expected("9월 1일 금요일", "2023년"));
    assert_eq!(parts("fr", "2023-09-01"), expected("vendredi 1 septembre", "2023"));
    check(
        [("ja", ["9月1日（金）正午（2023年と推定）"]), ("en", ["Fri 1 September, 12:00 noon JST (year inferred: 2023)"])],
        |formats| [formats.moment(&inferred("2023-09-01 12:00"), &tokyo())],
    );
}

#[test]
fn zones_are_named_where_readers_need_it() {
    let at = |tag: &str, zone: &str| formats(tag).moment(&moment("2023-11-14 17:00"), &TimeZone::get(zone).unwrap());
    assert_eq!(at("ja", "Asia/Seoul"), "2023年11月14日（火）17:00（韓国時間）");
    assert_eq!(at("en", "Europe/Paris"), "Tue 14 November 2023, 17:00 Central European Time");
    assert_eq!(at("fr", "Europe/Paris"), "mardi 14 novembre 2023 à 17:00 heure d’Europe centrale");
    let fixed = TimeZone::fixed(jiff::tz::offset(9));
    assert_eq!(formats("en").moment(&moment("2023-11-14 17:00"), &fixed), "Tue 14 November 2023, 17:00 +09");
}

#[test]
fn noon_is_to_the_minute() {
    check([("ja", ["2023年11月14日（火）12:01"]), ("en", ["Tue 14 November 2023, 12:01 JST"])], |formats| {
        [formats.moment(&moment("2023-11-14 12:01"), &tokyo())]
    });
}

#[test]
fn windows() {
    let (opens, closes) = (moment("2023-11-01 12:00"), moment("2023-11-14 12:00"));
    let ja = [
        "2023年11月1日（水）正午から2023年11月14日（火）正午まで",
        "2023年11月1日（水）正午から",
        "2023年11月14日（火）正午まで",
        "2023年11月1日（水）正午から2023年11月14日（火）まで",
        "9月1日（金）正午から9月14日（木）17:00まで（2023年と推定）",
        "9月1日（金）正午（2023年と推定）から2023年11月14日（火）正午まで",
        "2016年12月から2018年まで",
        "",
    ];
    let en = [
        "Wed 1 November 2023, 12:00 noon to Tue 14 November 2023, 12:00 noon JST",
        "from Wed 1 November 2023, 12:00 noon JST",
        "until Tue 14 November 2023, 12:00 noon JST",
        "Wed 1 November 2023, 12:00 noon JST to Tue 14 November 2023",
        "Fri 1 September, 12:00 noon to Thu 14 September, 17:00 JST (year inferred: 2023)",
        "Fri 1 September, 12:00 noon (year inferred: 2023) to Tue 14 November 2023, 12:00 noon JST",
        "December 2016 to 2018",
        "",
    ];
    check([("ja", ja), ("en", en)], |formats| {
        let window = |opens: Option<&Moment>, closes: Option<&Moment>| formats.window(opens, closes, &tokyo());
        [
            window(Some(&opens), Some(&closes)),
            window(Some(&opens), None),
            window(None, Some(&closes)),
            window(Some(&opens), Some(&moment("2023-11-14"))),
            window(Some(&inferred("2023-09-01 12:00")), Some(&inferred("2023-09-14 17:00"))),
            window(Some(&inferred("2023-09-01 12:00")), Some(&closes)),
            formats.period(&Period::Range(Some(moment("2016-12")), Some(moment("2018"))), &tokyo()),
            window(None, None),
        ]
    });
}

#[test]
fn eras_change_on_their_day() {
    let ja = formats("ja");
    for (text, era) in [
        ("2023-11-14", "令和5年"),
        ("2023-11-14 12:00", "令和5年"),
        ("2019-05-01", "令和元年"),
        ("2019-04-30", "平成31年"),
        ("2019-04", "平成31年"),
        ("2019-05", "令和元年"),
        ("2019", "平成31年・令和元年"),
        ("1989-01", "昭和64年・平成元年"),
        ("1989-01-07", "昭和64年"),
        ("1989-01-08", "平成元年"),
        ("1926-12-25", "昭和元年"),
        ("1926-12-24", "大正15年"),
        ("1912-07-30", "大正元年"),
        ("1912-07-29", "明治45年"),
        ("1983", "昭和58年"),
    ] {
        assert_eq!(ja.era_year(&moment(text)).as_deref(), Some(era), "{text}");
    }
    assert_eq!(ja.era_year(&Moment { year: Year::Calendar(1872), ..moment("2000") }), None);
    assert_eq!(ja.era_year(&fiscal(2019)), None);
    assert_eq!(["en", "ko", "ar", "zh-Hant"].map(|tag| formats(tag).era_year(&moment("2023"))), [None, None, None, None]);
}

#[test]
fn fiscal_years_with_their_basis() {
    let year = |basis| FiscalYear { year: 2024, basis, span: Span::default() };
    let ja = ["2024年度", "2024年度（研修開始年度）", "2024年度（募集年度）"];
    let en = ["fiscal year 2024", "fiscal year 2024 (by start of training)", "fiscal year 2024 (by year of recruitment)"];
    check([("ja", ja), ("en", en)], |formats| {
        [None, Some(Basis::TrainingStart), Some(Basis::Recruitment)].map(|basis| formats.fiscal_year(&year(basis)))
    });
}

#[test]
fn a_pattern_that_a_language_lacks_is_icus_and_not_that_of_another_language() {
    let file = "date_pattern_language = es\ndate_pattern_minute = E d 'de' MMMM 'de' y, H:mm\n";
    let (language, messages) = messages("es", &[("locales/es/formats.ftl", file)]);
    let es = Formats::new(&language, &messages);
    let noon = es.moment(&moment("2023-11-01T12:00"), &tokyo());
    assert_eq!(noon, "mié 1 de noviembre de 2023, 12:00 JST");
    assert_eq!(es.moment(&moment("2023-11-01"), &tokyo()), formats("es").moment(&moment("2023-11-01"), &tokyo()));
    assert_eq!(es.era_year(&moment("2023")), None);
}
