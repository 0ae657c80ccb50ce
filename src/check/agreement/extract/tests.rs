//! Facts as sentences state them.

use super::super::item::Bound;
use super::super::matching::unmatched;
use super::super::words::built_in;
use super::*;

fn facts(text: &str) -> Vec<Found> {
    let language = if text.is_ascii() || text.starts_with(|c: char| c.is_ascii_alphabetic()) { "en" } else { "ja" };
    facts_in(language, text)
}

fn facts_in(language: &str, text: &str) -> Vec<Found> {
    extract(text, built_in(language).unwrap()).found
}

fn items(language: &str, text: &str) -> Vec<Item> {
    facts_in(language, text).into_iter().map(|found| found.item).collect()
}

/// What one of the two states and the other does not.
fn differences(ja: &str, en: &str) -> Vec<String> {
    let (a, b) = (facts_in("ja", ja), facts_in("en", en));
    let [only_a, only_b] = unmatched(&a, &b);
    let words = |text: &str, found: &[Found], only: Vec<usize>| -> Vec<String> {
        only.into_iter().map(|i| text[found[i].range.clone()].to_owned()).collect()
    };
    [words(ja, &a, only_a), words(en, &b, only_b)].concat()
}

fn agree(ja: &str, en: &str) {
    assert_eq!(differences(ja, en), [""; 0], "{ja} / {en}: {:?} / {:?}", items("ja", ja), items("en", en));
}

fn differ(ja: &str, en: &str, expected: &[&str]) {
    assert_eq!(differences(ja, en), expected, "{ja} / {en}: {:?} / {:?}", items("ja", ja), items("en", en));
}

#[test]
fn the_same_facts_in_both_languages() {
    agree("2023年11月14日正午", "14 November 2023, 12:00 ");
    agree("令和5年11月14日", "November 14, 2023");
    agree("6月30日まで", "by 30 June");
    agree("2016年12月", "December 2016");
    agree("2024年度に始まる", "starts in fiscal year 2024");
    agree("費用は30万円です", "The fee is ¥300,000");
    agree("300,000円", "300,000 yen");
    agree("3年以上の経験", "at least three years of experience");
    agree("12か月", "12 months");
    agree("二年の修練", "a course of 2 years");
    agree("時間の50%以上", "at least 50 per cent of the time");
    agree("support@example.jp へ", "to support@example.jp");
    agree("076-265-2000", "+81-76-265-2000");
    agree("1983年に始まった", "It began in 1983");
    agree("1年生と1次募集の5名", "five first-year students in round 1");
    agree("4年生・5年生の実習", "the practice of fourth- and fifth-year students");
    agree("1月から翌年の1月まで", "from January to January of the next year");
    agree("昼の12時", "12 o’clock noon");
    agree("午後1時半", "1:30 p.m.");
    agree("11月1日から14日まで", "from 1 to 14 November");
    agree("4年制または5年制の医学部", "medical schools with a course of four or five years");
    agree("5年以上（臨床が1年、研究が4年）", "At least 5 years: 1 of clinical work, then 4 of research");
    agree("1日は会議から始まる", "The day begins with a meeting");
    agree("新型コロナウイルス感染症のため", "because of COVID-19");
    agree("年に2回", "twice a year");
    agree("時給の1.5倍を3割", "1.5 times the hourly pay, 30%");
    agree("2023年11月14日。応募は11月20日まで", "14 November. Applications until 20 November 2023");
}

#[test]
fn bounds_are_read() {
    let bound = |text: &str| facts(text)[0].bound;
    assert_eq!(bound("3年を超える経験"), Some(Bound::MoreThan));
    assert_eq!(bound("more than 3 years"), Some(Bound::MoreThan));
    assert_eq!(bound("3年以上の経験"), Some(Bound::AtLeast));
    assert_eq!(bound("at least 3 years"), Some(Bound::AtLeast));
    assert_eq!(bound("up to ¥300,000"), Some(Bound::AtMost));
}

#[test]
fn differences_are_seen() {
    differ("6月30日", "29 June", &["6月30日", "29 June"]);
    differ("35万円", "¥300,000", &["35万円", "¥300,000"]);
    differ("2年", "3 years", &["2年", "3 years"]);
    differ("3名まで", "up to four people", &["3", "four"]);
    differ("9時", "10 a.m.", &["9時", "10 a.m."]);
    differ("076-265-2000", "076-265-2001", &["076-265-2000", "076-265-2001"]);
}

#[test]
fn another_date_of_the_same_year_is_no_counterpart() {
    let english = "14 November 2023. In 2023 there were 40 places.";
    differ("2023年11月15日。2023年は40名でした。", english, &["2023年11月15日", "14 November 2023"]);
    agree("2023年11月14日。2023年は40名でした。", english);
}

#[test]
fn values_are_normalized_before_they_are_compared() {
    let right = [
        ("満20歳以上", "aged 20 or over"),
        ("18歳未満", "under 18"),
        ("400字以内", "up to 400 characters"),
        ("5MB以下", "up to 5 MB"),
        ("65歳以上", "65 or over"),
        ("4年生以上", "year 4 or above"),
        ("3名まで", "no more than 3 people"),
        ("3年を超えない", "not exceeding three years"),
        ("最短3年", "a minimum of 3 years"),
        ("1か月前まで", "at least one month before"),
        ("3か月（90日）以内", "within 3 months (90 days)"),
        ("半年", "six months"),
        ("半年", "half a year"),
        ("1年半", "18 months"),
        ("1年6か月", "18 months"),
        ("2年半", "2.5 years"),
        ("2年半", "30 months"),
        ("2週間", "14 days"),
        ("2週間", "a fortnight"),
        ("48時間", "two days"),
        ("30分", "half an hour"),
        ("隔年", "every two years"),
        ("11月1日から11月14日", "November 1 to 14"),
        ("2027年3月〜4月", "March to April 2027"),
        ("10万円〜20万円", "¥100,000–200,000"),
        ("10万円〜20万円", "between 100,000 and 200,000 yen"),
        ("12月29日から1月3日", "29 Dec to 3 Jan"),
        ("100万円", "one million yen"),
        ("120万円", "¥1.2 million"),
        ("1億2000万円", "120 million yen"),
        ("千円", "1,000 yen"),
        ("三万円", "¥30,000"),
        ("0円", "no charge"),
        ("12名", "a dozen"),
        ("3分の2", "two thirds"),
        ("50%", "half"),
        ("5割", "half"),
        ("二十四時間", "24 hours"),
        ("第十七条、第二十条", "Article 17, 20"),
        ("21世紀", "the twenty-first century"),
        ("2部", "in duplicate"),
        ("二十歳", "20 years old"),
        ("正午", "midday"),
        ("午前0時", "midnight"),
        ("24時", "midnight"),
        ("午後3時30分", "3.30 p.m."),
        ("11月14日", "14 Nov"),
        ("二〇二六年", "2026"),
        ("明治38年（1905年）", "1905"),
        ("昭和60年代", "the mid-1980s"),
        ("2024年度", "FY 2024/25"),
        ("第2金曜日", "the second Friday"),
        ("076-265-2000", "+81 76 265 2000"),
        ("076-265-2000", "(076)265-2000"),
        ("03-1234-5678", "+81 (0)3-1234-5678"),
        ("電話076-265-2000（FAX 076-265-2001）", "Tel. 076-265-2000, fax 076-265-2001"),
        ("14日前までに", "at least 14 days before"),
        ("2900名を超える", "more than 2,900"),
        ("十二時間", "twelve hours"),
        ("午前七時三十分", "half past seven"),
        ("一名の担当者", "one of them"),
    ];
    let flagged: Vec<String> = right
        .iter()
        .filter(|(ja, en)| !differences(ja, en).is_empty())
        .map(|(ja, en)| format!("{ja} | {en}: {:?} / {:?}", items("ja", ja), items("en", en)))
        .collect();
    assert!(flagged.is_empty(), "{flagged:#?}");
}

#[test]
fn other_values_are_still_other_values() {
    let wrong = [
        ("翌年の二枚", "three sheets"),
        ("毎週 2回", "every week, three times"),
        ("3か月前", "four months before"),
        ("半年", "a year"),
        ("500ドル", "500 euros"),
        ("2年6か月", "2 years"),
        ("1億円", "10 million yen"),
        ("3分の2", "three quarters"),
        ("午後3時", "3 a.m."),
        ("正午", "midnight"),
        ("第2回", "the third round"),
        ("2027年3月〜4月", "March to May 2027"),
        ("〒980-0001", "980-0010"),
        ("十七条", "Article 18"),
    ];
    let missed: Vec<String> = wrong
        .iter()
        .filter(|(ja, en)| differences(ja, en).is_empty())
        .map(|(ja, en)| format!("{ja} | {en}: {:?} / {:?}", items("ja", ja), items("en", en)))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

proptest::proptest! {
    #[test]
    fn never_panics(text in "\\PC*") {
        for found in ["ja", "en"].into_iter().flat_map(|language| facts_in(language, &text)) {
            proptest::prop_assert!(text.get(found.range).is_some());
        }
    }
}
