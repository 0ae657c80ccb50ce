//! A small corpus made in memory, of the shape and size of page that the neutral corpus has, for benchmarks of one stage.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::neutral::{Corpus, Fee, Hospital, Meta, Program, Round, Schedule, Texts, Word};

/// The languages of the corpus: tag, then a sentence, a heading and an item of a list in it.
const LANGUAGES: [(&str, &str, &str, &str); 2] = [
    (
        "ja",
        "臨床修練の期間中は、指導医が研修者一人ひとりに付き、**病棟と外来**での見学（および診療の補助）を週ごとに計画します。",
        "研修の概要",
        "指導医による週次の振り返り",
    ),
    (
        "en",
        "During the training an instructor plans the observation of **wards and clinics** (and the assistance in care) week by week. ",
        "Outline of the training",
        "Weekly review with the instructor",
    ),
];
/// Words of the built-in prefectures.
const PREFECTURES: [&str; 5] = ["hokkaido", "tokyo", "ishikawa", "osaka", "okinawa"];
/// Specialties: id, name in Japanese, name in English.
const SPECIALTIES: [(&str, &str, &str); 4] = [
    ("cardiology", "循環器内科", "Cardiology"),
    ("dermatology", "皮膚科", "Dermatology"),
    ("emergency", "救急科", "Emergency Medicine"),
    ("neurology", "脳神経内科", "Neurology"),
];
/// What the site's own texts are called.
const UI: [(&str, &str, &str); 8] = [
    ("beds", "病床数", "Beds"),
    ("site_title", "臨床研修ガイド", "Clinical Training Guide"),
    ("site_tagline", "臨床研修の案内", "A guide to clinical training"),
    ("lang_name", "日本語", "English"),
    ("license", "出典を明記してください。", "Please name the source."),
    ("contact", "事務局までお願いします。", "Please ask the office."),
    ("disclaimer", "掲載情報は調査時点のものです。", "As of the survey date."),
    ("updated", "最終更新日", "Last updated"),
];

/// A corpus of `count` hospitals: six pages of content for each.
pub fn corpus(count: usize) -> Corpus {
    let mut ui: BTreeMap<String, Texts> = UI.iter().map(|(name, ja, en)| ((*name).to_owned(), texts(*ja, *en))).collect();
    ui.insert("fees".into(), texts("費用", "Fees"));
    Corpus {
        meta: Meta {
            base_url: "https://guide.example.org".into(),
            languages: LANGUAGES.iter().map(|(tag, ..)| (*tag).to_owned()).collect(),
            page_size: 50,
            related: 5,
        },
        ui,
        specialties: SPECIALTIES.iter().map(|(id, ja, en)| Word { id: (*id).into(), name: texts(*ja, *en) }).collect(),
        hospitals: (1..=count).map(|i| hospital(i, count)).collect(),
        programs: (1..=count).map(|i| program(i, count)).collect(),
        fees: (1..=count).flat_map(|i| [fee(i, 1, "observation"), fee(i, 2, "training")]).collect(),
        schedules: (1..=count).map(schedule).collect(),
    }
}

fn texts(ja: impl Into<String>, en: impl Into<String>) -> Texts {
    BTreeMap::from([("ja".to_owned(), ja.into()), ("en".to_owned(), en.into())])
}

fn day(i: usize) -> String {
    format!("2025-{:02}-{:02}", i % 12 + 1, i % 28 + 1)
}

fn name(i: usize) -> Texts {
    texts(format!("第{i}医療センター"), format!("Medical Center No. {i}"))
}

fn title(i: usize) -> Texts {
    texts(format!("臨床研修プログラム（第{i}医療センター）"), format!("Training program (Medical Center No. {i})"))
}

/// Markdown with all that the neutral corpus has: headings, a list, a table, links, a footnote, `sentences` in paragraphs.
fn body(i: usize, count: usize, sentences: usize) -> Texts {
    let mut bodies = Texts::new();
    for (tag, sentence, heading, item) in LANGUAGES {
        let mut text = format!("## {heading}\n\n{sentence}[^1]\n\n");
        for k in 0..4 {
            let _ = writeln!(text, "- {item} {k}");
        }
        let _ = write!(text, "\n### {heading} {i}\n\n| A | B | C |\n| --- | ---: | --- |\n");
        for k in 0..3 {
            let _ = writeln!(text, "| {item} | {} | {heading} |", i * 7 + k);
        }
        let _ =
            writeln!(text, "\n[{heading}](/hospitals/h{:04}/), [{item}](https://www.example.org/{i})\n", (i * 17) % count + 1);
        for k in 0..sentences.div_ceil(2) {
            let _ = writeln!(text, "## {heading} {k}\n\n{sentence}{sentence}\n");
        }
        let _ = writeln!(text, "[^1]: {item}");
        bodies.insert(tag.to_owned(), text);
    }
    bodies
}

fn hospital(i: usize, count: usize) -> Hospital {
    Hospital {
        id: format!("h{i:04}"),
        name: name(i),
        description: name(i),
        prefecture: PREFECTURES[i % PREFECTURES.len()].into(),
        specialties: vec![SPECIALTIES[i % 3].0.into(), SPECIALTIES[3].0.into()],
        languages: vec!["ja".into(), "zh".into()],
        beds: 100,
        updated: day(i),
        body: body(i, count, 8),
    }
}

fn program(i: usize, count: usize) -> Program {
    let list = |n: usize| -> BTreeMap<String, Vec<String>> {
        LANGUAGES.iter().map(|(tag, _, _, item)| ((*tag).to_owned(), (0..n).map(|k| format!("{item} {k}")).collect())).collect()
    };
    Program {
        id: format!("p{i:04}"),
        hospital: format!("h{i:04}"),
        title: title(i),
        description: title(i),
        specialty: SPECIALTIES[i % SPECIALTIES.len()].0.into(),
        duration_weeks: 12,
        capacity: 4,
        updated: day(i),
        eligibility: list(4),
        documents: list(5),
        steps: list(6),
        body: body(i, count, 2),
    }
}

fn fee(i: usize, number: usize, kind: &str) -> Fee {
    Fee {
        id: format!("f{i:04}-{number}"),
        hospital: format!("h{i:04}"),
        kind: kind.into(),
        min: 5_000 * number as u64,
        max: 20_000,
        period: "week".into(),
        label: texts("研修費", "Training fee"),
        note: texts("消費税を含みます。", "Consumption tax included."),
    }
}

fn schedule(i: usize) -> Schedule {
    let at = |month: usize, day: usize, hour: usize| format!("2026-{month:02}-{day:02}T{hour:02}:00:00+09:00");
    let round = |no: usize| Round {
        no,
        label: texts(format!("第{no}回"), format!("Round {no}")),
        open: at(no * 3, i % 20 + 1, 9),
        close: at(no * 3 + 1, 1, 17),
        adjust_from: at(no * 3 + 1, 2, 9),
        adjust_to: at(no * 3 + 1, 12, 17),
        result: at(no * 3 + 1, 20, 10),
    };
    Schedule {
        id: format!("s{i:04}"),
        program: format!("p{i:04}"),
        updated: day(i),
        title: title(i),
        description: title(i),
        rounds: (1..=3).map(round).collect(),
        body: texts(LANGUAGES[0].1, LANGUAGES[1].1),
    }
}
