//! Search: the same words in the generator and in the client, what the index holds, and the questions of `tests/search/`.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use annai::search::fold::Folder;
use annai::search::latin;
use annai::search::tokens::{self, Token};
use serde_json::{Value, json};

use crate::support::{Project, Published, repository};

/// The terms of a text, as the index has them.
fn terms(folder: &Folder, text: &str) -> Vec<String> {
    let mut folded = Vec::new();
    folder.fold(text, &mut folded);
    let words = |part: &[char]| part.iter().collect::<String>();
    let mut all = Vec::new();
    tokens::each(&folded, |token| match token {
        Token::Dense(part) => all.extend(tokens::grams(part).map(words)),
        Token::Word(part) => all.push(words(part)),
        Token::Number(number) => all.push(number.to_string()),
        Token::Date(year, month, day) => all.extend(tokens::date_terms(year, month, day)),
    });
    all
}

/// Gives something to a script of `tests/search/` and reads its answer.
fn ask_client(script: &str, arguments: &[&str], input: &Value) -> Value {
    let mut child = Command::new("node")
        .arg(repository().join("tests/search").join(script))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("these tests ask the client by Node");
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_string();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The same numbers in every run, each below what is asked for.
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    }
}

#[test]
fn the_fixtures_are_taken_apart_as_they_say() {
    let fixtures: Value =
        serde_json::from_str(&fs::read_to_string(repository().join("tests/search/tokens.json")).unwrap()).unwrap();
    let folder = Folder::default();
    let fixtures = fixtures.as_object().unwrap();
    assert!(fixtures.len() > 40);
    for (text, expected) in fixtures {
        assert_eq!(&json!(terms(&folder, text)), expected, "{text}");
    }
}

#[test]
fn generator_and_client_take_any_text_apart_alike() {
    /// Scripts of which texts are mixed, by their code points.
    const SCRIPTS: [(u32, u32); 24] = [
        (0x20, 0x7E),
        (0x30, 0x39),
        (0xA1, 0x24F),
        (0x300, 0x36F),
        (0x391, 0x3C9),
        (0x410, 0x44F),
        (0x5D0, 0x5EA),
        (0x621, 0x65F),
        (0x905, 0x94D),
        (0xE01, 0xE3A),
        (0xE40, 0xE5B),
        (0x1000, 0x104F),
        (0x1EA0, 0x1EF9),
        (0x2010, 0x205E),
        (0x2160, 0x217F),
        (0x3001, 0x301F),
        (0x3041, 0x30FF),
        (0x3220, 0x33FF),
        (0x4E00, 0x9F00),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFA6D),
        (0xFF01, 0xFFDC),
        (0x1F300, 0x1F5FF),
        (0x20000, 0x2A6D0),
    ];
    /// What dates, amounts and numbers are made of.
    const SPECIAL: &str = "0123456789,,  年月日万億千円' ・ー々";
    let mut random = numbers(18);
    let special: Vec<char> = SPECIAL.chars().collect();
    let texts: Vec<String> = (0..100_000)
        .map(|_| {
            let scripts = [0; 3].map(|_| SCRIPTS[random(24)]);
            let length = 1 + random(24);
            (0..length)
                .filter_map(|_| match random(4) {
                    0 => Some(special[random(special.len())]),
                    at => {
                        let (from, to) = scripts[at - 1];
                        char::from_u32(from + u32::try_from(random((to - from + 1) as usize)).unwrap())
                    }
                })
                .collect()
        })
        .collect();
    let client = ask_client("terms.mjs", &[], &json!(texts));
    let folder = Folder::default();
    let mut wrong = Vec::new();
    for (text, client) in texts.iter().zip(client.as_array().unwrap()) {
        let own = json!(terms(&folder, text));
        if &own != client {
            wrong.push(format!("{text:?}: {own} here, {client} there"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), texts.len(), wrong[..wrong.len().min(12)].join("\n"));
}

#[test]
fn generator_and_client_hear_latin_letters_alike() {
    let mut random = numbers(7);
    let letters: Vec<char> = "aiueoaiueokstnhmyrwgzdbpjfcn'1 -".chars().collect();
    let word = |_| (0..1 + random(14)).map(|_| letters[random(letters.len())]).collect();
    let words: Vec<String> = (0..20_000).map(word).collect();
    let client = ask_client("terms.mjs", &["sound"], &json!(words));
    for (word, client) in words.iter().zip(client.as_array().unwrap()) {
        assert_eq!(latin::canonical(word), client.as_str().unwrap(), "{word}");
    }
}

/// A site with one hospital.
fn site() -> Project {
    Project::empty()
        .file("content/site.yaml", "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n")
        .file("content/hospitals/juntendo.yaml", "name: {ja: 順天堂, en: Juntendo}\nreading: じゅんてんどう\n")
}

/// The paths of the index's files.
fn index(published: &Published) -> Vec<&str> {
    published.files.keys().map(String::as_str).filter(|path| path.ends_with(".bin")).collect()
}

#[test]
fn a_site_that_switches_search_off_has_neither_index_nor_field_nor_page() {
    let on = site().build();
    assert!(index(&on).iter().any(|path| path.ends_with("ja/search/index.bin")), "{:?}", index(&on));
    assert_eq!(on.page("/ja/").all("form.site-search").len(), 1);
    let off = site().edit("content/site.yaml", "base_url", "search: false\nbase_url").build();
    assert_eq!(index(&off), Vec::<&str>::new());
    assert!(off.page("/ja/").all("form.site-search").is_empty());
    assert!(!off.has("/ja/search/"));
}

#[test]
fn the_page_of_results_says_without_a_script_where_else_to_look() {
    let page = site().build();
    let page = page.page("/en/search/");
    assert!(!page.texts(".no-script").concat().is_empty());
    assert!(page.attributes("ul.values a", "href").contains(&"/en/hospitals/"));
    assert_eq!(page.attribute("form.search", "action"), "/en/search/");
}

#[test]
fn an_address_of_the_search_cannot_be_taken() {
    let site = site().file("content/pages/search.ja.md", "# 探す\n");
    let findings = site.findings();
    assert!(findings.iter().any(|finding| finding.text("code") == "clashing-address"), "{findings:?}");
    let off = site.edit("content/site.yaml", "base_url", "search: false\nbase_url");
    assert!(off.findings().iter().all(|finding| finding.text("code") != "clashing-address"));
}

#[test]
fn weights_of_kinds_are_numbers_of_known_kinds() {
    let findings = site().edit("content/site.yaml", "base_url", "search: {weights: {progam: 2, term: 90}}\nbase_url").findings();
    let codes: Vec<&str> = findings.iter().map(|finding| finding.text("code")).collect();
    assert!(codes.contains(&"unknown-field") && codes.contains(&"bad-number"), "{codes:?}");
}

/// A site in languages of many scripts, of one hospital, what it takes and what that costs.
fn many_scripts() -> Project {
    Project::empty()
        .file(
            "content/site.yaml",
            "title: {ja: 案内, en: Guide}\nlanguages: [ja, en, zh-Hans, ko, th, vi, ar]\nbase_url: https://example.org/\n",
        )
        .file(
            "content/hospitals/hospital.yaml",
            "name: {ja: 川辺大学病院, en: Kawabe University Hospital, zh-Hans: 川边大学医院, ko: 가와베대학병원, th: โรงพยาบาลมหาวิทยาลัยคาวาเบะ, \
             vi: Bệnh viện Đại học Kawabe, ar: مستشفى جامعة كاوابي}\nreading: かわべだいがくびょういん\n",
        )
        .file(
            "content/programs/training.yaml",
            "name: {ja: 川辺の修練, en: Training at Kawabe, zh-Hans: 川边的进修, ko: 가와베 의사 연수, th: การฝึกอบรมแพทย์, \
             vi: Đào tạo bác sĩ, ar: تَدْرِيب الأطباء}\nkind: clinical-training\nhost: hospital/hospital\n",
        )
        .file(
            "content/fees/training.yaml",
            "name: {ja: 川辺の修練の費用, en: Cost of training at Kawabe, zh-Hans: 川边进修的费用, ko: 가와베 의사 연수 비용, th: ค่าใช้จ่ายของการฝึกอบรม, \
             vi: Chi phí đào tạo bác sĩ, ar: تكلفة التدريب}\nprogram: program/training\namount: 15300\npayer: applicants\n",
        )
        .file("content/pages/life.ja.md", "# 暮らし\n\n## 住まい\n\n部屋。\n")
        .file("content/pages/life.zh-Hans.md", "# 生活\n\n## 住房\n\n外国医师也可以租房，请提前联系事务室。\n")
        .file("content/pages/life.ko.md", "# 생활\n\n## 주거\n\n외국인 의사에게 기숙사를 빌려줍니다.\n")
        .file("content/pages/life.th.md", "# ชีวิต\n\n## ที่พัก\n\nแพทย์ต่างชาติเช่าห้องพักได้ โทร ๐๑๒\n")
        .file("content/pages/life.vi.md", "# Cuộc sống\n\n## Chỗ ở\n\nBác sĩ nước ngoài có thể thuê phòng ký túc xá.\n")
        .file("content/pages/life.ar.md", "# الحياة\n\n## السكن\n\nيمكن للأطباء الأجانب استئجار غرفة في المدينة.\n")
}

#[test]
fn every_script_is_asked_as_its_readers_type() {
    /// A language, what is typed, and the page that must come first.
    const QUESTIONS: [(&str, &str, &str); 40] = [
        ("zh-Hans", "川边大学", "hospitals/hospital"),
        ("zh-Hans", "大学医院", "hospitals/hospital"),
        ("zh-Hans", "川边　医院", "hospitals/hospital"),
        ("zh-Hans", "租房", "pages/life"),
        ("zh-Hans", "外国医师", "pages/life"),
        ("zh-Hans", "进修 多少钱", "fees/training"),
        ("zh-Hans", "かわべだいがく", "hospitals/hospital"),
        ("zh-Hans", "kawabe daigaku", "hospitals/hospital"),
        ("ko", "병원", "hospitals/hospital"),
        ("ko", "대학병원", "hospitals/hospital"),
        ("ko", "가와베 대학 병원", "hospitals/hospital"),
        ("ko", "기숙사", "pages/life"),
        ("ko", "병원에서", "hospitals/hospital"),
        ("ko", "의사 비용", "fees/training"),
        ("ko", "\u{1107}\u{1167}\u{11BC}\u{110B}\u{116F}\u{11AB}", "hospitals/hospital"),
        ("th", "โรงพยาบาล", "hospitals/hospital"),
        ("th", "มหาวิทยาลัย", "hospitals/hospital"),
        ("th", "ฝึกอบรมแพทย์", "programs/training"),
        ("th", "ห้องพัก", "pages/life"),
        ("th", "ค่าใช้จ่าย", "fees/training"),
        ("th", "แพทย์ต่างชาติ", "pages/life"),
        ("th", "012", "pages/life"),
        ("vi", "bệnh viện", "hospitals/hospital"),
        ("vi", "benh vien", "hospitals/hospital"),
        ("vi", "BỆNH VIỆN", "hospitals/hospital"),
        ("vi", "be\u{323}\u{302}nh vie\u{323}\u{302}n", "hospitals/hospital"),
        ("vi", "đại học", "hospitals/hospital"),
        ("vi", "dai hoc", "hospitals/hospital"),
        ("vi", "ký túc xá", "pages/life"),
        ("vi", "ky tuc xa", "pages/life"),
        ("vi", "dao tao bao nhieu tien", "fees/training"),
        ("vi", "đào tạo bác sĩ", "programs/training"),
        ("ar", "مستشفى", "hospitals/hospital"),
        ("ar", "مستشفي", "hospitals/hospital"),
        ("ar", "المستشفى", "hospitals/hospital"),
        ("ar", "جامعه", "hospitals/hospital"),
        ("ar", "تدريب", "programs/training"),
        ("ar", "غُرْفَة", "pages/life"),
        ("ar", "المدينة", "pages/life"),
        ("ar", "مدينة", "pages/life"),
    ];
    let site = many_scripts();
    site.build();
    let questions: Vec<_> = QUESTIONS.iter().map(|(language, query, _)| json!([language, query])).collect();
    let found = ask_client("found.mjs", &[site.path("public").to_str().unwrap()], &json!(questions));
    let mut wrong = Vec::new();
    for ((language, query, page), found) in QUESTIONS.iter().zip(found.as_array().unwrap()) {
        let is = |place: usize| found[place].as_str() == Some(page) || found[place].as_str() == page.strip_prefix("pages/");
        if !is(0) {
            wrong.push(format!("{language} {query}: {found}, not {page}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
