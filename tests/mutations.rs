//! Random single mutations of the guide: a date, an amount or a reference, in a record or in one language's prose, must not
//! pass unseen. The share that each rule catches is printed (`cargo test --test suite mutations:: -- --nocapture`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use annai::base::Diagnostic;
use annai::compile::{Cache, compile};
use annai::site::link::Options;
use annai::source::{File, Sources};

use crate::support::accepted_guide;

const MUTATIONS: usize = 300;
/// Of a hundred mutations, so many must be seen.
const WANTED: usize = 95;

/// A small generator of numbers (Knuth's MMIX), so that every run makes the same mutations.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }
}

fn findings(sources: &Sources, cache: &mut Cache) -> Vec<Diagnostic> {
    let mut findings = compile(sources, &Options::default(), cache).check();
    findings.retain(|finding| finding.severity.as_str() != "info");
    findings
}

/// What can be changed in a text: a number of a date or amount, or a reference. Bytes, and what takes their place.
fn places(path: &str, text: &str, identities: &[String]) -> Vec<(std::ops::Range<usize>, String)> {
    let mut places = Vec::new();
    let is_prose = path.ends_with(".md");
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let is_comment = line.trim_start().starts_with('#') && !is_prose;
        // Texts in languages stand in records too; their numbers are compared with the other language's.
        if !is_comment && !line.contains("http") && !line.trim_start().starts_with("code:") {
            numbers(line, is_prose, offset, &mut places);
            for identity in identities {
                for (at, _) in line.match_indices(identity.as_str()) {
                    let after = line[at + identity.len()..].chars().next().unwrap_or(' ');
                    let kind = identity.split('/').next().unwrap_or_default();
                    let other = identities.iter().find(|other| *other != identity && other.split('/').next() == Some(kind));
                    if let (false, Some(other)) = (after.is_ascii_alphanumeric() || after == '-', other) {
                        places.push((offset + at..offset + at + identity.len(), other.clone()));
                    }
                }
            }
        }
        offset += line.len();
    }
    places
}

/// Numbers of dates and amounts: four digits and more, or digits beside 年, 月, 日, 円, ¥, `-`, `P…`.
fn numbers(line: &str, is_prose: bool, offset: usize, places: &mut Vec<(std::ops::Range<usize>, String)>) {
    let bytes = line.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_digit() {
            i += 1;
            continue;
        }
        let start = i;
        while i < bytes.len() && bytes[i].is_ascii_digit() {
            i += 1;
        }
        let before = line[..start].chars().next_back().unwrap_or(' ');
        let after = line[i..].chars().next().unwrap_or(' ');
        let is_fact = i - start >= 4
            || "年月日円".contains(after)
            || before == '¥'
            || (!is_prose && (before == '-' || before == 'P') && !after.is_ascii_lowercase());
        let is_name = before.is_ascii_lowercase() || after.is_ascii_lowercase() || line[..start].ends_with(['_', '.']);
        let is_slug = before == '-' && line[..start - 1].ends_with(|c: char| c.is_ascii_lowercase());
        if is_fact && !is_name && !is_slug {
            let digit = bytes[i - 1];
            let new = if digit == b'9' { b'8' } else { digit + 1 };
            places.push((offset + i - 1..offset + i, char::from(new).to_string()));
        }
    }
}

#[test]
fn nearly_every_changed_date_amount_or_reference_is_seen() {
    let sources = accepted_guide();
    let mut cache = Cache::default();
    let before: BTreeSet<String> = findings(&sources, &mut cache).iter().map(|finding| format!("{finding:?}")).collect();
    let identities: Vec<String> = compile(&sources, &Options::default(), &mut cache)
        .site
        .entries
        .iter()
        .map(|entry| entry.record.identity.to_string())
        .collect();
    let mut all = Vec::new();
    for (path, file) in &*sources.files {
        let is_content = path.ends_with(".yaml") || path.ends_with(".md");
        if let Some(text) =
            file.as_text().filter(|_| is_content && !path.contains("/vocabularies/") && !path.ends_with("site.yaml"))
        {
            all.extend(places(path, text, &identities).into_iter().map(|place| (path.clone(), text.clone(), place)));
        }
    }
    assert!(all.len() > MUTATIONS, "only {} places", all.len());
    let mut random = Random(2026);
    let mut caught: BTreeMap<&str, usize> = BTreeMap::new();
    let mut missed = Vec::new();
    for _ in 0..MUTATIONS {
        let (path, text, (range, new)) = &all[random.below(all.len())];
        let mut changed = text.to_string();
        changed.replace_range(range.clone(), new);
        let mut mutated = sources.clone();
        mutated.files_mut().insert(path.clone(), Arc::new(File::text(changed.as_bytes())));
        let found = findings(&mutated, &mut cache);
        let fresh: BTreeSet<&str> =
            found.iter().filter(|finding| !before.contains(&format!("{finding:?}"))).map(|finding| finding.code).collect();
        if fresh.is_empty() {
            let line = text[..range.start].matches('\n').count() + 1;
            missed.push(format!("{path}:{line}: {} -> {new}", &text[range.clone()]));
        }
        fresh.into_iter().for_each(|code| *caught.entry(code).or_default() += 1);
    }
    let seen = MUTATIONS - missed.len();
    println!("{seen} of {MUTATIONS} mutations were seen");
    for (code, count) in &caught {
        println!("  {code}: {count} ({} %)", count * 100 / MUTATIONS);
    }
    println!("not seen:\n  {}", missed.join("\n  "));
    assert!(seen * 100 >= MUTATIONS * WANTED, "only {seen} of {MUTATIONS} mutations were seen");
}

/// Rules that see that something changed, not what it says.
const LOCK: [&str; 3] = ["changed-facts", "changed-texts", "outdated-translation"];

/// Words that are exchanged, by kind and language.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("negation", "ja", "ません", "ます"),
    ("negation", "ja", "あります", "ありません"),
    ("negation", "en", " not ", " "),
    ("negation", "en", " no ", " some "),
    ("permission", "ja", "できます", "できません"),
    ("permission", "ja", "必要です", "不要です"),
    ("permission", "en", " can ", " cannot "),
    ("permission", "en", " may ", " may not "),
    ("permission", "en", " must ", " need not "),
    ("bounds", "ja", "以上", "以下"),
    ("bounds", "ja", "を超え", "に満たな"),
    ("bounds", "en", "at least", "at most"),
    ("bounds", "en", "more than", "less than"),
    ("before and after", "ja", "の前に", "の後に"),
    ("before and after", "en", " before ", " after "),
    ("approximation", "ja", "約", "ちょうど"),
    ("approximation", "en", " about ", " exactly "),
    ("all or any", "ja", "いずれも", "いずれか"),
    ("all or any", "en", " both ", " either "),
];

/// A change: its kind, the side that it is on, the file, the bytes, what takes their place.
type Change = (&'static str, &'static str, Arc<str>, std::ops::Range<usize>, String);

/// Is a place in a record one of a text in that language?
fn is_in(language: &str, text: &str, at: usize) -> bool {
    let before = |tag: &str| text[..at].rfind(&format!("{tag}: "));
    let other = if language == "ja" { "en" } else { "ja" };
    before(language).is_some_and(|own| before(other).is_none_or(|other| own > other))
}

fn changes(sources: &Sources, names: &[[String; 2]]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for (path, file) in &*sources.files {
        let Some(text) = file.as_text().filter(|_| path.ends_with(".yaml") || path.ends_with(".md")) else { continue };
        if path.contains("/vocabularies/") || path.ends_with("site.yaml") {
            for (at, c) in text.char_indices().filter(|(_, c)| ('一'..='龥').contains(c)) {
                changes.push(("words", "vocabularies and site file", path.clone(), at..at + c.len_utf8(), "仮".to_owned()));
            }
            continue;
        }
        let is_prose = path.ends_with(".md");
        for language in ["ja", "en"] {
            if is_prose && !path.ends_with(&format!(".{language}.md")) {
                continue;
            }
            let is_here = |at: usize| is_prose || is_in(language, text, at);
            for (kind, _, from, to) in WORDS.iter().filter(|(_, tag, ..)| *tag == language) {
                // "About" is an approximation before a number alone.
                let is_meant = |at: usize| {
                    *kind != "approximation"
                        || text[at + from.len()..]
                            .starts_with(|c: char| c.is_ascii_digit() || "¥一二三四五六七八九十".contains(c))
                };
                let places = text.match_indices(from).filter(|(at, _)| is_here(*at) && is_meant(*at));
                changes.extend(places.map(|(at, _)| (*kind, language, path.clone(), at..at + from.len(), (*to).to_owned())));
            }
            let side = usize::from(language == "en");
            for (at, pair) in names.iter().enumerate() {
                let other = &names[(at + 1) % names.len()][side];
                let places = text.match_indices(pair[side].as_str()).filter(|(at, _)| is_here(*at));
                changes.extend(places.map(|(at, _)| ("names", language, path.clone(), at..at + pair[side].len(), other.clone())));
            }
        }
        if !is_prose {
            for (from, to) in
                [("all_of:", "any_of:"), ("any_of:", "all_of:"), ("hospital/", "hospital/x"), ("verified: 20", "verified: 19")]
            {
                let places = text.match_indices(from).filter(|(at, _)| text[..*at].ends_with([' ', '\n', '[']) || *at == 0);
                changes.extend(places.map(|(at, _)| ("values", "records", path.clone(), at..at + from.len(), to.to_owned())));
            }
            let mut offset = 0;
            for line in text.split_inclusive('\n') {
                let at = line
                    .find(|c: char| c.is_ascii_digit())
                    .filter(|_| !line.contains("ja:") && !line.contains("en:") && !line.trim_start().starts_with('#'));
                if let Some(at) = at {
                    let digit = if &line[at..=at] == "1" { "2" } else { "1" };
                    changes.push(("values", "records", path.clone(), offset + at..offset + at + 1, digit.to_owned()));
                }
                offset += line.len();
            }
        }
    }
    changes
}

#[test]
fn false_words_names_and_values_are_seen_on_every_side() {
    let sources = accepted_guide();
    let mut cache = Cache::default();
    let before: BTreeSet<String> = findings(&sources, &mut cache).iter().map(|finding| format!("{finding:?}")).collect();
    let site = compile(&sources, &Options::default(), &mut cache).site;
    let name = |text: &annai::model::text::Text, tag: &str| {
        text.phrases().iter().find(|phrase| phrase.language.as_str() == tag).map(|phrase| phrase.source.to_string())
    };
    let hospitals = site.entries.iter().filter(|entry| entry.kind().as_str() == "hospital");
    let names: Vec<[String; 2]> = hospitals
        .filter_map(|entry| entry.record.common.name.as_ref())
        .filter_map(|text| Some([name(text, "ja")?, name(text, "en")?]))
        .collect();
    let all = changes(&sources, &names);
    // Another seed, and more of each kind, to look at: SEED=5 DRAWS=40.
    let wish = |name: &str| std::env::var(name).ok().and_then(|value| value.parse().ok());
    let mut random = Random(wish("SEED").unwrap_or(77_003));
    let draws = wish("DRAWS").map_or(12, |draws| usize::try_from(draws).unwrap());
    let mut unmeant = Vec::new();
    let mut shares: BTreeMap<(&str, &str), [usize; 3]> = BTreeMap::new();
    let mut missed = Vec::new();
    let kinds: BTreeSet<(&str, &str)> = all.iter().map(|(kind, side, ..)| (*kind, *side)).collect();
    for (kind, side) in kinds {
        let these: Vec<&Change> = all.iter().filter(|change| (change.0, change.1) == (kind, side)).collect();
        for _ in 0..these.len().min(draws) {
            let (_, _, path, range, new) = these[random.below(these.len())];
            let mut text = sources.text(path).unwrap().to_owned();
            text.replace_range(range.clone(), new);
            let mut mutated = sources.clone();
            mutated.files_mut().insert(path.clone(), Arc::new(File::text(text.as_bytes())));
            let found = findings(&mutated, &mut cache);
            let fresh: BTreeSet<&str> =
                found.iter().filter(|finding| !before.contains(&format!("{finding:?}"))).map(|finding| finding.code).collect();
            let share = shares.entry((kind, side)).or_default();
            share[0] += 1;
            share[1] += usize::from(!fresh.is_empty());
            let is_meant = fresh.iter().any(|code| !LOCK.contains(code));
            share[2] += usize::from(is_meant);
            if !is_meant {
                let text = sources.text(path).unwrap();
                let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1)
                    ..text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
                unmeant.push(format!("{kind}, {side}: {path}: {} -> {new}: {}", &text[range.clone()], &text[line]));
            }
            if fresh.is_empty() {
                missed.push(format!("{kind}, {side}: {path}: {} -> {new}", &sources.text(path).unwrap()[range.clone()]));
            }
        }
    }
    let share = |test: &dyn Fn(&str, &str) -> bool, of: usize| {
        let these = shares.iter().filter(|((kind, side), _)| test(kind, side));
        let (all, some) = these.fold((0, 0), |(all, some), (_, share)| (all + share[0], some + share[of]));
        (some * 100).checked_div(all).unwrap_or(100)
    };
    for ((kind, side), [all, seen, meant]) in &shares {
        println!("{kind}, {side}: {seen} of {all} seen, {meant} by meaning");
    }
    println!("in all: {} % seen, {} % by meaning", share(&|_, _| true, 1), share(&|_, _| true, 2));
    println!("not seen by meaning:\n  {}", unmeant.join("\n  "));
    println!("not seen:\n  {}", missed.join("\n  "));
    // Kinds that only their words tell, and how many of a hundred are to be seen by what they say.
    for (kinds, wanted) in [(&["names"][..], 90), (&["negation", "permission"], 40)] {
        let meant = share(&|kind, _| kinds.contains(&kind), 2);
        assert!(meant >= wanted, "{kinds:?}: only {meant} % are seen by meaning");
    }
    assert!(share(&|_, _| true, 2) >= 55, "too few are seen by meaning");
    for side in ["ja", "en", "records", "vocabularies and site file"] {
        let seen = share(&|_, other| other == side, 1);
        assert!(seen >= 97, "{side}: only {seen} % are seen");
    }
}
