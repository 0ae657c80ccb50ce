//! Facts as sentences state them.

use super::super::item::Bound;
use super::super::matching::unmatched;
use super::*;

fn items(text: &str) -> Vec<Item> {
    extract(text).into_iter().map(|found| found.item).collect()
}

/// What one of the two states and the other does not.
fn differences(ja: &str, en: &str) -> Vec<String> {
    let (a, b) = (extract(ja), extract(en));
    let [only_a, only_b] = unmatched(&a, &b);
    let words = |text: &str, found: &[Found], only: Vec<usize>| -> Vec<String> {
        only.into_iter().map(|i| text[found[i].range.clone()].to_owned()).collect()
    };
    [words(ja, &a, only_a), words(en, &b, only_b)].concat()
}

fn agree(ja: &str, en: &str) {
    assert_eq!(differences(ja, en), [""; 0], "{ja} / {en}: {:?} / {:?}", items(ja), items(en));
}

fn differ(ja: &str, en: &str, expected: &[&str]) {
    assert_eq!(differences(ja, en), expected, "{ja} / {en}: {:?} / {:?}", items(ja), items(en));
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
    let bound = |text: &str| extract(text)[0].bound;
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
    differ("3名まで", "up to four people", &["3"]);
    differ("9時", "10 a.m.", &["9時", "10 a.m."]);
    differ("076-265-2000", "076-265-2001", &["076-265-2000", "076-265-2001"]);
}

#[test]
fn another_date_of_the_same_year_is_no_counterpart() {
    let english = "14 November 2023. In 2023 there were 40 places.";
    differ("2023年11月15日。2023年は40名でした。", english, &["2023年11月15日", "14 November 2023"]);
    agree("2023年11月14日。2023年は40名でした。", english);
}

proptest::proptest! {
    #[test]
    fn never_panics(text in "\\PC*") {
        for found in extract(&text) {
            proptest::prop_assert!(text.get(found.range).is_some());
        }
    }
}
