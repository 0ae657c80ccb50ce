//! Sites of other offices than ours: every fact of theirs is a typed value, and stands on their pages in both languages.

use std::fs;

use crate::support::{AS_OF, Annai, Published, repository};

/// Checks a site as strictly as can be, and builds it.
fn published(name: &str) -> Published {
    let site = repository().join("tests/sites").join(name);
    Annai::new(&site).args(["check", "--strict", "--as-of", AS_OF]).run().exits(0);
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("public");
    Annai::new(&site).args(["build", "--as-of", AS_OF, "--out", folder.to_str().unwrap()]).run().exits(0);
    Published::read(&folder)
}

/// Each address with facts that its page shows, a line for each: `/ja/fees/x/ 税込`.
fn shows(site: &Published, facts: &str) {
    let mut missing = Vec::new();
    for line in facts.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (address, fact) = line.split_once(' ').unwrap();
        let words = site.page(address).texts("main").concat();
        if !words.split_whitespace().collect::<String>().contains(&fact.split_whitespace().collect::<String>()) {
            missing.push(line);
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn an_international_office_shows_its_facts_in_both_languages() {
    let site = published("international-office");
    shows(
        &site,
        "
        /ja/fees/observership/ 週額11,000円（税込み）
        /en/fees/observership/ ¥11,000 per week (tax included)
        /ja/fees/observership/ 返還なし
        /en/fees/observership/ not refunded
        /ja/fees/observership/ 全額返還
        /en/fees/observership/ until Wed 31 March 2027
        /ja/fees/observership/ 実費（6,000円以下）
        /en/fees/observership/ at cost, up to ¥6,000
        /ja/fees/observership/ 27.50
        /en/fees/observership/ 27.50
        /ja/fees/residence/ 1泊2,200円
        /en/fees/residence/ ¥2,200 per night
        /ja/fees/residence/ 保証金・敷金
        /en/fees/residence/ refunded in part
        /ja/fees/residence/ 実費
        /en/fees/residence/ at cost
        /ja/fees/fellowship-scholarship/ 奨学金（受給）
        /en/fees/fellowship-scholarship/ ¥180,000 per month
        /ja/programs/fellowship/ 半期120,000円
        /ja/programs/fellowship/ 受け取れるお金
        /en/programs/fellowship/ Money paid to you
        /en/programs/fellowship/ ¥180,000 per month
        /ja/programs/fellowship/ 日本語：N2以上
        /en/programs/fellowship/ English: B2 or above
        /ja/programs/fellowship/ 40歳未満
        /en/programs/fellowship/ less than age 40
        /ja/programs/fellowship/ 2027年4月1日（木）現在
        /ja/programs/fellowship/ 3年以上
        /ja/programs/observership/ 5年次以上
        /en/programs/observership/ at least year 5
        /ja/programs/observership/ 応募できない人
        /en/programs/observership/ Who cannot apply
        /ja/programs/observership/ 美空大学を経由
        /en/programs/observership/ through Misora University
        /ja/programs/observership/ 協定校の学生
        /en/programs/observership/ or equivalent
        /ja/programs/observership/ DOCX、2 KB
        /en/programs/observership/ DOCX, 2 KB
        /ja/programs/observership/ 厳封
        /en/programs/observership/ in a sealed envelope
        /ja/programs/observership/ 発行後6か月以内
        /en/programs/observership/ issued within 6 months
        /ja/programs/observership/ 公的な証明のある訳文を添付
        /ja/hospitals/misora/ 〒980-0000
        /en/hospitals/misora/ 980-0000
        /ja/hospitals/misora/ 宮城県 住所による
        /en/hospitals/misora/ from the address
        /ja/hospitals/misora/ 1,160
        /ja/hospitals/misora/ 内線
        /ja/organizations/misora-university/ 〒980-0001 宮城県
        /en/organizations/misora-university/ Miyagi, 980-0001
        /ja/programs/observership/ 応募条件
        /ja/compare/ 研修で使う言語
        /en/compare/ Language level
        /ja/hospitals/misora/ 当機関の発表
        ",
    );
    let forms = |address: &str| site.page(address).attributes("main a", "href").join(" ");
    assert!(forms("/ja/programs/observership/").contains("observership-ja.docx"));
    assert!(forms("/en/programs/observership/").contains("observership-en.docx"));
    // What is paid to fellows is no cost of theirs.
    let answers = |address: &str| site.page(address).texts("main").concat();
    assert!(!answers("/en/programs/fellowship/").contains("¥300,000"));
    let ld = fs::read_to_string(repository().join("tests/sites/international-office/content/hospitals/misora.yaml")).unwrap();
    assert!(!ld.contains("prefecture:"), "its prefecture is to come of its address alone");
    let page = site.text("en/hospitals/misora/index.html");
    for part in [r#""postalCode":"980-0000""#, r#""addressCountry":"JP""#, r#""addressRegion":"Miyagi""#] {
        assert!(page.contains(part), "{part}");
    }
    let fees = site.text("data/fee-items.csv");
    assert!(fees.contains("27.50") && fees.contains("\"deposit\""), "{fees}");
}

#[test]
fn a_guide_for_nurses_and_care_workers_shows_its_facts_in_both_languages() {
    let site = published("nurses-and-caregivers");
    shows(
        &site,
        "
        /ja/programs/nurse/ 日本語：N4以上
        /en/programs/nurse/ Japanese: N4 or above
        /ja/programs/nurse/ 2年以上
        /en/programs/nurse/ at least 2 years
        /ja/programs/nurse/ インドネシア
        /en/programs/nurse/ at most 120
        /ja/programs/nurse/ サリ海外就労庁を経由
        /en/programs/nurse/ through Sari Overseas Employment Agency
        /ja/programs/nurse/ 日額1,000円
        /en/programs/nurse/ Money paid to you
        /ja/programs/nurse/ 発行後3か月以内
        /ja/programs/care-worker/ 18歳から35歳
        /en/programs/care-worker/ age 18 to age 35
        /ja/programs/care-worker/ PDF
        /ja/fees/host/ USD 450
        /en/fees/host/ until Mon 31 May 2027
        /ja/fees/koharu-salary/ 月額198,000円
        /en/fees/koharu-salary/ salary, paid to you
        /ja/fees/koharu-salary/ 1泊9,500円
        /en/fees/koharu-salary/ refunded in full
        /ja/programs/koharu-nurse/ 月額18,000円
        /en/programs/koharu-nurse/ ¥198,000 per month
        /ja/hospitals/koharu/ 280
        /ja/hospitals/koharu/ 山梨県 住所による
        /en/hospitals/koharu/ Yamanashi
        /ja/organizations/wakaba/ 〒330-0000
        /en/organizations/wakaba/ Weekdays from 10:00 to 16:00
        ",
    );
}
