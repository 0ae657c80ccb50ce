//! An edit that is linked into the last site gives what linking everything gives.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use annai::compile::{Cache, Compiled, compile};
use annai::model::document::Parsed;
use annai::model::reference::Kind;
use annai::site::link::Options;
use annai::site::recruitment::State;
use annai::site::relink::{Edit, Linked};
use annai::source::{File, Sources};
use jiff::Timestamp;
use proptest::prelude::*;

const SITE: (&str, &str) =
    ("content/site.yaml", "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n");

/// The files of a small site, and what may stand in each: the first of it at the start; nothing means that there is no file.
const FILES: &[(&str, &[&str])] = &[
    SITE_VARIANTS,
    (
        "content/hospitals/a.yaml",
        &[
            "name: {ja: 甲病院, en: A Hospital}\nreading: こうびょういん\nprefecture: ibaraki\n",
            "name: {ja: 乙病院, en: Second Hospital}\nreading: おつびょういん\nprefecture: ibaraki\n",
            "name: {ja: 甲病院}\nprefecture: ibaraki\n",
            "name: {ja: 甲病院, en: A Hospital}\nprefecture: tokyo\n",
            "name: {ja: 甲病院, en: A Hospital}\n",
            "name: {ja: 甲病院, en: A Hospital}\nprefecture: nowhere\nbeds: 3\n",
            "name: {ja: 甲病院, en: A Hospital}\nverified: 2023-11-14\naliases: [/old/]\n",
            "name: {ja: 甲病院, en: A Hospital}\naliases: [/old/, /older/]\n",
            "\n\nname: {ja: 甲病院, en: A Hospital}\naliases: [/old/]\n",
            "name: {ja: 甲病院, en: A Hospital}\ndraft: true\n",
            "name: {ja: 甲病院, en: A Hospital}\nrelated: [hospital/b, program/p, hospital/a]\n",
            "name: {ja: '[[hospital/b]]のとなり', en: Near [the fees](/hospitals/b/#fees)}\n",
            "name: [\n",
            "",
        ],
    ),
    (
        "content/hospitals/b.yaml",
        &[
            "name: {ja: 丙病院, en: B Hospital}\nprefecture: hokkaido\nspecialties: [surgery]\n",
            "name: {ja: あ病院, en: Zeta Hospital}\nprefecture: hokkaido\nspecialties: [surgery]\n",
            "name: {ja: 丙病院, en: B Hospital}\naliases: [/old/]\nrelated: [a]\n",
            "name: {ja: 丙病院, en: B Hospital}\nverified: 2023-11-14\naliases: [/old/]\nrelated: [a]\n",
            "verified: 2023-11-14\nname: {ja: 丙, en: B}\naliases: [/old/]\n",
            "name: {ja: 丙病院, de: B}\n",
        ],
    ),
    ("content/hospitals/b.yml", &["", "name: {ja: 重複, en: Twice}\n"]),
    (
        "content/hospitals/a.ja.md",
        &["## 概要\n\n本文。\n", "## 概要\n\n## 費用 {#fees}\n\n[[hospital/b]]\n", "## 別の題\n", "", "[[hospital/b#fees]]\n"],
    ),
    (
        "content/hospitals/a.en.md",
        &["## Overview\n\nText.\n", "## Overview\n\n## Fees\n", "", "See [b](/hospitals/b/#fees) and [p](/programs/p/#costs).\n"],
    ),
    (
        "content/hospitals/b.ja.md",
        &["## 費用 {#fees}\n", "## 料金\n", "## 費用 {#fees}\n\n## 費用 {#fees}\n\n[[hospital/a#fees]] [[fee/f.amount]]\n"],
    ),
    (
        "content/programs/p.yaml",
        &[
            "name: {ja: 研修, en: Training}\nhost: hospital/a\n",
            "name: {ja: 研修, en: Training}\nhost: hospital/b\n",
            "name: {ja: 研修, en: Training}\nhost: hospital/a\nspecialties: [surgery, nothing]\n",
            "name: {ja: 別の研修, en: Other}\nhost: program/p\nkind: observation\n",
            "name: {ja: 研修, en: Training}\nhost: 乙病院\n",
        ],
    ),
    (
        "content/programs/p.ja.md",
        &[
            "## 費用 {#costs}\n\n[[fee/f.amount]]、[[hospital/a.prefecture]]。\n",
            "[[fee/f.tuition.amount]] [甲](/hospitals/a/#fees) [[schedule/s.first.application.closes]]\n",
            "[[hospital/a.verified]] [[nowhere]] [x](/pages/x/)\n",
        ],
    ),
    (
        "content/fees/f.yaml",
        &[
            "name: {ja: 費用, en: Fee}\nprogram: program/p\namount: 1000\n",
            "name: {ja: 費用, en: Fee}\nprogram: program/p\nitems: [{id: tuition, name: {ja: 授業料, en: Tuition}, amount: 10}]\n",
            "name: {ja: 費用, en: Fee}\nprogram: hospital/a\namount: ???\n",
        ],
    ),
    (
        "content/schedules/s.yaml",
        &[
            "name: {ja: 日程, en: Dates}\nprogram: program/p\nrounds:\n  - round: first\n    stages: [{stage: application, opens: 2029-10-01, closes: 2029-10-31}]\n",
            "name: {ja: 日程表, en: All dates}\nprogram: program/p\nrounds:\n  - round: first\n    stages: [{stage: application, opens: 2029-10-01, closes: 2029-10-31}]\n",
            "name: {ja: 日程, en: Dates}\nprogram: program/p\nrounds:\n  - round: first\n    stages: [{stage: application, opens: 2029-10-01, closes: 2030-01-31}]\n",
            "name: {ja: 日程, en: Dates}\nprogram: program/p\nrounds:\n  - round: second\n    stages: [{stage: application, opens: 2029-10-01, closes: 2029-10-31}]\n",
            "name: {ja: 日程, en: Dates}\nprogram: schedule/t\nsuccessor: not-announced\n",
        ],
    ),
    (
        "content/schedules/t.yaml",
        &[
            "name: {ja: 次の日程, en: Next dates}\nprogram: program/p\nrounds:\n  - round: first\n    stages: [{stage: application, opens: 2030-04-01 12:00, closes: 2030-05}, {stage: results, at: 2030-06-30}]\n",
            "name: {ja: 次の日程, en: Next dates}\nprogram: schedule/s\n",
        ],
    ),
    ("content/pages/x.ja.md", &["# 甲のページ\n", "# 乙のページ\n\n[[page/y]]\n", "題がない。\n"]),
    ("content/pages/x.en.md", &["# Page X\n", "# A page\n\n## Fees\n", ""]),
    ("content/pages/y.yaml", &["name: {ja: わ, en: Y}\nmenu: 1\n", "name: {ja: ん, en: Why}\nmenu: 2\naliases: [/old/]\n"]),
    ("content/pages/y.en.md", &["", "Text of [x](x.en.md#fees).\n"]),
    (
        "content/vocabularies/sources.yaml",
        &[
            "",
            "words: [{id: s, title: {ja: 典拠, en: '[[fee/f.amount]] of [x](/x/#fees)'}}]\n",
            "words: [{id: t, name: {ja: 他}}]\n",
        ],
    ),
    ("content/assets/a.svg", &["", "<svg/>", "<svg></svg>"]),
    ("themes/default/assets/extra.css", &["", "a { color: red }", "a { color: blue }"]),
    (
        "content/translations.lock",
        &[
            "",
            "en\tcontent/hospitals/a.yaml\tname\t0000000000000000\t0000000000000000\t\"旧病院\"\nen\tcontent/hospitals/a.en.md\t#概要\t00\t00\t\"旧\"\n",
        ],
    ),
];

const SITE_VARIANTS: (&str, &[&str]) =
    (SITE.0, &[SITE.1, "title: {ja: 案内}\nlanguages: [ja, en]\nbase_url: https://example.org/\nclosing_soon_days: 3\n"]);

/// Before, in, and after the recruitments.
const INSTANTS: [&str; 6] = [
    "2029-09-01T00:00:00Z",
    "2029-10-10T00:00:00Z",
    "2029-10-25T00:00:00Z",
    "2029-12-01T00:00:00Z",
    "2030-04-01T03:00:00Z",
    "2031-01-01T00:00:00Z",
];

fn instant(number: usize) -> Timestamp {
    INSTANTS[number].parse().unwrap()
}

fn put(sources: &mut Sources, file: usize, text: usize) {
    let (path, texts) = FILES[file];
    match texts[text % texts.len()] {
        "" => drop(sources.files_mut().remove(path)),
        text if path.contains("/assets/") && path.starts_with("content") => {
            sources.files_mut().insert(path.into(), Arc::new(File::Binary(text.as_bytes().into())));
        }
        text => drop(sources.files_mut().insert(path.into(), Arc::new(File::text(text.as_bytes())))),
    }
}

fn start() -> Sources {
    let mut sources = Sources::new(instant(1));
    (0..FILES.len()).for_each(|file| put(&mut sources, file, 0));
    sources
}

/// All of the linked site that can differ, in words.
fn told(compiled: &Compiled) -> Vec<String> {
    fn one(name: &str, part: &impl Debug) -> String {
        format!("{name}: {part:#?}")
    }
    let site = &compiled.site;
    vec![
        one("entries", &site.entries),
        one("lists", &site.lists),
        one("facets", &site.facets),
        one("routes", &site.routes),
        one("assets", &site.assets),
        one("outdated", &site.outdated),
        one("as of", &site.as_of),
        one("findings", &compiled.findings),
        one("rules", &compiled.check()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn linking_an_edit_gives_what_linking_everything_gives(
        edits in proptest::collection::vec(
            (proptest::collection::vec((0..FILES.len(), 0..16_usize), 1..3), proptest::option::weighted(0.2, 0..INSTANTS.len())),
            1..40,
        ),
        drafts in any::<bool>(),
    ) {
        let options = Options { drafts, ..Options::default() };
        // Words and templates are the same for all; only linking begins at nothing.
        let mut empty = Cache::default();
        compile(&Sources::new(instant(0)).with(SITE.0, SITE.1), &options, &mut empty);
        let (mut sources, mut cache) = (start(), empty.clone());
        compile(&sources, &options, &mut cache);
        for (files, as_of) in &edits {
            files.iter().for_each(|(file, text)| put(&mut sources, *file, *text));
            sources.as_of = as_of.map_or(sources.as_of, instant);
            let (edited, new) = (compile(&sources, &options, &mut cache), compile(&sources, &options, &mut empty.clone()));
            for (edited, new) in told(&edited).into_iter().zip(told(&new)) {
                prop_assert_eq!(edited, new);
            }
        }
    }
}

/// The identities of the records that were linked again, or nothing when everything is to be linked.
fn linked_again(before: &Sources, path: &str, text: &str, as_of: Timestamp) -> Option<Vec<String>> {
    let parse = |sources: &Sources| -> BTreeMap<Arc<str>, Arc<Parsed>> {
        let parsed = sources.files.iter().filter_map(|(path, file)| Parsed::of(path, file));
        parsed.map(|parsed| (parsed.path.clone(), Arc::new(parsed))).collect()
    };
    let (old, new) = (parse(before), parse(&before.clone().with(path, text)));
    let all: Vec<_> = old.values().cloned().collect();
    let mut linked = Linked::new(&all, &[], before.as_of, &Options::default());
    let edit = Edit { before: old[path].clone(), now: new[path].clone() };
    let again = linked.edit(&[edit], as_of, &Options::default())?;
    Some(again.into_iter().map(|id| linked.site.entry(id).record.identity.to_string()).collect())
}

#[test]
fn an_edit_of_words_is_linked_alone_and_an_edit_of_what_others_show_is_not() {
    let before = start();
    let again = |path: &str, text: &str| linked_again(&before, path, text, before.as_of).map(|records| records.join(" "));
    assert_eq!(again("content/hospitals/a.ja.md", "## 新しい題\n\n[[hospital/b]]\n").as_deref(), Some("hospital/a"));
    let renamed = "name: {ja: 新病院, en: New}\nprefecture: ibaraki\n";
    assert_eq!(again("content/hospitals/a.yaml", renamed).as_deref(), Some("hospital/a"));
    let schedule = FILES.iter().find(|(path, _)| *path == "content/schedules/s.yaml").unwrap().1;
    assert_eq!(again("content/schedules/s.yaml", schedule[1]).as_deref(), Some("schedule/s"));
    // Another prefecture, another calendar, another address.
    assert_eq!(again("content/hospitals/a.yaml", &renamed.replace("ibaraki", "tokyo")), None);
    assert_eq!(again("content/schedules/s.yaml", schedule[3]), None);
    assert_eq!(again("content/hospitals/a.yaml", &format!("{renamed}aliases: [/old/]\n")), None);
    // Nor a name by which another record is referred to, which is told with the name of its file.
    let mistaken = start().with("content/programs/p.yaml", "name: {ja: 研修, en: Training}\nhost: 新病院\n");
    assert_eq!(linked_again(&mistaken, "content/hospitals/a.yaml", renamed, before.as_of), None);
    // Time that passes changes nothing until a recruitment closes soon: 14 days before 1 November in Japan.
    let later = |as_of: &str| linked_again(&before, "content/hospitals/a.ja.md", "X\n", as_of.parse().unwrap()).is_some();
    assert!(later("2029-10-17T14:59:59Z"));
    assert!(!later("2029-10-17T15:00:00Z") && !later("2029-10-09T00:00:00Z"));
}

#[test]
fn a_recruitment_whose_dates_moved_forward_ends_at_its_new_dates() {
    let schedule = FILES.iter().position(|(path, _)| *path == "content/schedules/s.yaml").unwrap();
    let (mut sources, mut cache) = (start(), Cache::default());
    let state = |compiled: &Compiled| {
        let id = compiled.site.find(Kind::Schedule, "s").unwrap();
        compiled.site.entry(id).state
    };
    // It closes late; time passes; then it closes early.
    let mut states = Vec::new();
    for (text, as_of) in [(2, "2029-10-10T00:00:00Z"), (2, "2029-10-11T00:00:00Z"), (0, "2029-10-12T00:00:00Z"), (0, INSTANTS[2])]
    {
        put(&mut sources, schedule, text);
        sources.as_of = as_of.parse().unwrap();
        states.push(state(&compile(&sources, &Options::default(), &mut cache)));
    }
    assert_eq!(states, [Some(State::Open), Some(State::Open), Some(State::Open), Some(State::ClosingSoon)]);
}
