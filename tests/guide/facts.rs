//! The guide states every fact that its sources hold, in both languages, and in words of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use annai::compile::{Cache, compile};
use annai::edge::read;
use annai::site::link::Options;
use annai::site::recruitment::State;
use annai::site::routes::Route;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::support::html;

/// More words in a row than these, shared with another text, are a copied sentence.
const WORDS: usize = 8;
/// The same in characters of Japanese.
const CHARACTERS: usize = 20;

/// Where a fact is stated: pages by address, and the words that must all stand on each.
type Places = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    ja: Option<Places>,
    en: Option<Places>,
}

impl Fact {
    fn languages(&self) -> [(&'static str, Option<&Places>); 2] {
        [("ja", self.ja.as_ref()), ("en", self.en.as_ref())]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Quoted {
    fragments: Vec<Fragment>,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fragment {
    fact: String,
    text: String,
}

/// The guide as its readers see it.
struct Guide {
    /// The text of each record's page, by address.
    pages: BTreeMap<String, String>,
    /// The states of recruitment that its records are in.
    states: BTreeSet<State>,
}

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (sources, unread) = read::read(root, "2026-11-22T00:00:00Z".parse().unwrap());
    assert!(unread.is_empty(), "{unread:?}");
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    assert!(!compiled.has_errors(), "{:?}", compiled.findings);
    let records = compiled.site.routes.iter().filter(|(_, route)| matches!(route, Route::Record(..)));
    let pages = records.map(|(address, route)| {
        let bytes = compiled.render(route).unwrap_or_else(|finding| panic!("{address}: {finding:?}"));
        (address.to_string(), html::visible(&String::from_utf8(bytes).unwrap()))
    });
    Guide { pages: pages.collect(), states: compiled.site.entries.iter().filter_map(|entry| entry.state).collect() }
});

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guide/facts").join(name)
}

fn yaml<T: DeserializeOwned>(name: &str) -> T {
    serde_saphyr::from_str(&fs::read_to_string(path(name)).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The entries of all files, by number.
fn facts() -> BTreeMap<String, Fact> {
    let mut facts = BTreeMap::new();
    for file in ["k.yaml", "i.yaml", "c.yaml", "t.yaml", "j.yaml", "second.yaml"] {
        for (number, fact) in yaml::<BTreeMap<String, Fact>>(file) {
            assert!(facts.insert(number.clone(), fact).is_none(), "{number} stands in two files");
        }
    }
    facts
}

#[test]
fn every_number_of_the_sources_has_an_entry_in_both_languages_and_no_entry_is_left_over() {
    let facts = facts();
    let left_out: BTreeMap<String, String> = yaml("left-out.yaml");
    let numbers = fs::read_to_string(path("numbers.txt")).unwrap();
    let numbers: BTreeSet<&str> = numbers.lines().collect();
    let mut wrong: Vec<String> = Vec::new();
    wrong.extend(facts.keys().filter(|number| !numbers.contains(&***number)).map(|number| format!("{number}: no such number")));
    wrong.extend(
        left_out.keys().filter(|number| facts.contains_key(*number)).map(|number| format!("{number}: stated and left out")),
    );
    for number in numbers {
        if left_out.get(number).is_some_and(|reason| !reason.is_empty()) {
            continue;
        }
        let Some(fact) = facts.get(number) else {
            wrong.push(format!("{number}: no entry, and no reason why not"));
            continue;
        };
        for (language, places) in fact.languages() {
            let stated = places.is_some_and(|places| !places.is_empty() && places.values().all(|words| !words.is_empty()));
            if !stated {
                wrong.push(format!("{number}: nothing in {language}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_guide_states_every_fact_in_both_languages() {
    let mut missing = Vec::new();
    for (number, fact) in facts() {
        for (language, places) in fact.languages() {
            for (address, words) in places.into_iter().flatten() {
                if !address.starts_with(&format!("/{language}/")) {
                    missing.push(format!("{number}: {address} is no page in {language}"));
                }
                let Some(page) = GUIDE.pages.get(address) else {
                    missing.push(format!("{number}: there is no page {address}"));
                    continue;
                };
                let absent = words.iter().filter(|words| !page.contains(&**words));
                missing.extend(absent.map(|words| format!("{number}: {address} does not say “{words}”")));
            }
        }
    }
    assert!(missing.is_empty(), "{} missing:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn one_recruitment_of_the_guide_is_open_and_none_is_coming() {
    let states = BTreeSet::from([State::Open, State::Closed, State::NotAnnounced, State::Unknown]);
    assert_eq!(GUIDE.states, states, "all dates of the sources are past but those of one offering for students");
}

#[test]
fn no_page_repeats_a_sentence_of_the_notes_on_the_sources() {
    let quoted: Quoted = yaml("quoted.yaml");
    let names: Vec<Vec<String>> = quoted.names.iter().map(|name| tokens(name)).collect();
    let facts = facts();
    let mut copied = Vec::new();
    let pages: Vec<_> = GUIDE.pages.iter().map(|(address, text)| (address, Runs::of(text, &names))).collect();
    for fragment in &quoted.fragments {
        assert!(facts.contains_key(&fragment.fact), "{}: no such fact", fragment.fact);
        assert!(Runs::could_be_copied(&fragment.text), "{}: too short to be copied: {}", fragment.fact, fragment.text);
        let source = Runs::of(&fragment.text, &names);
        for (address, page) in &pages {
            copied.extend(page.shared(&source).map(|run| format!("{address} repeats {}: {run}", fragment.fact)));
        }
    }
    assert!(copied.is_empty(), "{}", copied.join("\n"));
}

/// Words of Latin script in lower case, and characters of Japanese one by one.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut in_word = false;
    for c in text.chars() {
        let latin = c.is_alphanumeric() && !is_japanese(c);
        match tokens.last_mut() {
            Some(word) if latin && in_word => word.extend(c.to_lowercase()),
            _ if c.is_alphanumeric() => tokens.push(c.to_lowercase().collect()),
            _ => {}
        }
        in_word = latin;
    }
    tokens
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '々')
}

/// The runs of a text that are long enough to be a copy: of words, and of characters.
struct Runs(BTreeSet<Vec<String>>);

impl Runs {
    fn of(text: &str, names: &[Vec<String>]) -> Self {
        let mut runs = BTreeSet::new();
        let tokens = tokens(text);
        for part in between(&tokens, names) {
            for japanese in [false, true] {
                let length = 1 + if japanese { CHARACTERS } else { WORDS };
                let belongs = |c: char| c.is_ascii_digit() || is_japanese(c) == japanese;
                let of_one_script = |run: &&[String]| run.iter().all(|token| token.chars().all(belongs));
                runs.extend(part.windows(length).filter(of_one_script).map(<[String]>::to_vec));
            }
        }
        Self(runs)
    }

    fn could_be_copied(text: &str) -> bool {
        !Self::of(text, &[]).0.is_empty()
    }

    fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = String> + use<'a> {
        self.0.intersection(&other.0).map(|run| run.join(if run.len() > CHARACTERS { "" } else { " " }))
    }
}

/// What stands between official names: these are the same in any wording, so no run goes across one.
fn between<'a>(tokens: &'a [String], names: &[Vec<String>]) -> Vec<&'a [String]> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        match names.iter().find(|name| tokens[at..].starts_with(name)) {
            Some(name) => {
                parts.push(&tokens[start..at]);
                at += name.len();
                start = at;
            }
            None => at += 1,
        }
    }
    parts.push(&tokens[start..]);
    parts
}

fn shares(a: &str, b: &str, names: &[&str]) -> bool {
    let names: Vec<Vec<String>> = names.iter().map(|name| tokens(name)).collect();
    Runs::of(a, &names).shared(&Runs::of(b, &names)).next().is_some()
}

#[test]
fn nine_words_in_a_row_are_a_copy_and_eight_are_not() {
    let nine = "One two three, four five six seven eight nine.";
    assert!(shares(nine, "zero one two three four five six seven eight nine ten", &[]));
    assert!(!shares(nine, "one two three four five six seven eight and nine", &[]));
    assert!(!shares(nine, "one two three four five six seven eight nine", &["Four five"]));
}

#[test]
fn twenty_one_characters_of_japanese_are_a_copy_and_twenty_are_not() {
    let copied = "募集期間の外では応募できないことになっています";
    assert!(shares(copied, "なお、募集期間の外では、応募できないことになっています。", &[]));
    assert!(!shares(copied, "募集期間の外では応募できないことになってはいます", &[]));
}

#[test]
fn the_text_of_a_page_has_no_tags_no_readings_and_folded_white_space() {
    let page = "<nav>menu</nav><main id=\"main\"><h1>A &amp;\n  B</h1><p>第<time datetime=\"2023\">1</time>回<ruby>修<rp>（</rp><rt>しゅう</rt></ruby></p>\
                <table><tr><td>x&#39;s</td><td>&#x3042;</td></tr></table><script>no</script></main>";
    assert_eq!(html::visible(page), "A & B 第1回修 x's あ");
}
