//! An examination held twice a year, with scholarships, as its office writes it: every fact is typed, nothing is left to be told, and
//! readers find each fact where they look for it.

use crate::support::{Annai, Page, Published, repository};

/// A day on which one way of applying is closed already and the others are not.
const AS_OF: &str = "2027-04-05T09:00:00+09:00";

fn built(as_of: &str) -> Published {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("public");
    let site = repository().join("tests/sites/examination");
    Annai::new(&site).args(["build", "--as-of", as_of, "--out", folder.to_str().unwrap()]).run().exits(0);
    Published::read(&folder)
}

/// The words of an element, with single spaces.
fn words(page: &Page, selector: &str) -> String {
    page.texts(selector).join(" | ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_is_left_to_be_told() {
    let site = repository().join("tests/sites/examination");
    let run = Annai::new(&site).args(["check", "--strict", "--as-of", AS_OF, "--format", "json"]).run();
    let told: Vec<_> = run.findings().into_iter().filter(|finding| finding.text("severity") != "info").collect();
    assert!(told.is_empty(), "{told:#?}");
    run.exits(0);
}

#[test]
fn the_page_of_an_examination_says_by_when_each_way_is_open_and_who_holds_it() {
    let site = built(AS_OF);
    for (language, facts) in [
        (
            "ja",
            [
                "見本医療日本語検定協会",
                "郵送：2027年4月2日（金）（消印有効）",
                "オンライン：2027年4月9日（金）17:00",
                "協会の窓口：2027年3月8日（月）から2027年4月9日（金）16:30",
                "2027年4月16日（金）（定員になり次第終了）",
                "毎月第2金曜日 15:00～16:00",
                "次回：2027年4月9日（金）15:00",
                "行わない日：2027年8月13日（金）",
                "未定（2027年10月に発表の見込み）",
            ],
        ),
        (
            "en",
            [
                "Sample Association for Medical Japanese",
                "post: Fri 2 April 2027 (date of postmark)",
                "online: Fri 9 April 2027, 17:00 JST",
                "the association's counter: Mon 8 March 2027 to Fri 9 April 2027, 16:30 JST",
                "Fri 16 April 2027 (earlier if all places are filled)",
                "on the second Friday of every month, 15:00–16:00",
                "next: Fri 9 April 2027, 15:00 JST",
                "Not on: Fri 13 August 2027",
                "not fixed yet (expected to be announced: October 2027)",
            ],
        ),
    ] {
        let page = site.page(&format!("/{language}/schedules/examination-2027/"));
        let text = words(&page, "main");
        for fact in facts {
            assert!(text.contains(fact), "{fact}\n{text}");
        }
        let holder = site.page(&format!("/{language}/organizations/association/"));
        assert_eq!(holder.all(&format!("main a[href='/{language}/schedules/examination-2027/']")).len(), 1);
    }
}

#[test]
fn days_are_counted_as_far_as_the_calendar_says_them() {
    let site = built(AS_OF);
    for (language, facts) in [
        (
            "ja",
            [
                "結果通知から10営業日以内",
                "土日だけを除いて数えると2027年7月9日（金）",
                "2027年8月15日（日）",
                "支給の開始の1か月後",
            ],
        ),
        (
            "en",
            [
                "within 10 business days after “Notice of the result”",
                "Fri 9 July 2027 if only weekends are left out",
                "Sun 15 August 2027",
                "1 month after “Payments start”",
            ],
        ),
    ] {
        let text = words(&site.page(&format!("/{language}/schedules/monthly-scholarship-2027/")), "main");
        for fact in facts {
            assert!(text.contains(fact), "{fact}\n{text}");
        }
    }
    let stages: serde_json::Value = serde_json::from_str(site.text("data/stages.json")).unwrap();
    let of = |stage: &str| stages.as_array().unwrap().iter().find(|row| row["stage"] == stage).unwrap().clone();
    let (procedure, report) = (of("procedure"), of("report"));
    assert_eq!((&procedure["counted_from"], &procedure["counted"]), (&"result".into(), &"within 10 business days".into()));
    assert_eq!(procedure["closes"], serde_json::Value::Null, "nobody knows the holidays");
    assert_eq!((&report["at"], &report["counted"]), (&"2027-08-15".into(), &"after P1M".into()));
}

#[test]
fn boards_say_which_way_closes_first_until_it_has() {
    let next = |as_of: &str, page: &str| words(&built(as_of).page(page), "main [data-next] > :not([hidden])");
    let scholarship = "/en/schedules/monthly-scholarship-2027/";
    let early = next("2027-04-20T09:00:00+09:00", scholarship);
    assert!(
        early.contains("closes Fri 14 May 2027, 24:00 JST (through your university: Fri 7 May 2027 (must have arrived))"),
        "{early}"
    );
    let late = next("2027-05-08T09:00:00+09:00", scholarship);
    assert!(late.contains("closes Fri 14 May 2027, 24:00 JST") && !late.contains("university"), "{late}");
    let grant = next("2030-01-01T09:00:00+09:00", "/ja/schedules/travel-grant-2027/");
    assert!(grant.contains("予算がなくなり次第締切"), "{grant}");
}

#[test]
fn the_list_of_schedules_begins_with_what_is_open_and_closes_first() {
    let site = built(AS_OF);
    let names = |address: &str| site.page(address).texts("main .name").into_iter().collect::<Vec<_>>();
    let list = names("/en/schedules/");
    let place = |name: &str| list.iter().position(|found| found.contains(name)).unwrap_or_else(|| panic!("{name}: {list:?}"));
    assert!(place("Medical Japanese Examination in 2027") < place("travel"), "{list:?}");
}

#[test]
fn data_and_calendars_hold_what_the_pages_say() {
    let site = built(AS_OF);
    let ways: serde_json::Value = serde_json::from_str(site.text("data/ways.json")).unwrap();
    let ways = ways.as_array().unwrap();
    assert_eq!(ways.len(), 7);
    let post = ways.iter().find(|row| row["way"] == "post" && row["round"] == "summer").unwrap();
    assert_eq!((&post["closes"], &post["closes_counts"]), (&"2027-04-02".into(), &"postmark".into()));
    assert_eq!(post["opens"], "2027-03-01T10:00+09:00", "its stage's beginning");
    let stages: serde_json::Value = serde_json::from_str(site.text("data/stages.json")).unwrap();
    let briefing = stages.as_array().unwrap().iter().find(|row| row["stage"] == "briefing").unwrap();
    assert_eq!(briefing["recurrence"], "FREQ=MONTHLY;BYDAY=2FR");
    let schedules = site.text("data/schedules.json");
    assert!(schedules.contains("\"organization/association\""), "{schedules}");
    let calendar = site.text("calendar/ja/schedules/examination-2027.rolling.ics").replace("\r\n ", "");
    for line in ["RRULE:FREQ=MONTHLY;BYDAY=2FR;UNTIL=20271112T060000Z", "EXDATE;TZID=Asia/Tokyo:20270813T150000"] {
        assert!(calendar.contains(line), "{line}\n{calendar}");
    }
    let calendar = site.text("calendar/ja/schedules/examination-2027.summer.ics").replace("\r\n ", "");
    assert!(calendar.contains("郵送：2027年4月2日（金）（消印有効）\\n協会の窓口："), "{calendar}");
}
