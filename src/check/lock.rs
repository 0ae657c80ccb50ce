//! `content/translations.lock`: what was accepted. Texts as they were, in every language, and facts, each with the instant at
//! which it last changed and how often it did. Written by `annai accept` and nothing else; each text, fact and address has a
//! line; lines are sorted, so that two editors of different records never change the same line. Lines of kinds that are not known
//! here are kept.

mod carry;
mod gather;
mod ledger;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::base::Span;
use crate::base::fingerprint::stable;
use crate::site::anchors::Accepted as AcceptedHeadings;
use crate::site::{RecordId, Site};
use gather::is_of_languages;
pub use gather::{missing_of_files, missing_prose, pairs, pairs_of, pairs_of_files};
pub use ledger::{Event, Ledger, Published, WITHDRAWN};

/// By language and file, the keys of translations that are older than their source.
type Outdated = BTreeMap<(String, String), BTreeSet<String>>;

/// Where it stands.
pub const PATH: &str = "content/translations.lock";

/// The language of pairs that are facts.
const FACTS: &str = "facts";

/// The first line. Without it, a file is of the first kind: one line for all facts of a record, and none of translations' texts.
const HEAD: &str = "# annai 2";

/// The kind of lines of facts. No tag of a language begins so.
const FACT: &str = "@fact";

/// What was accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// By path, language and key.
    texts: BTreeMap<(String, String, String), Accepted>,
    /// By path, and way in it.
    facts: BTreeMap<(String, String), AcceptedFact>,
    /// What was published.
    pub ledger: Ledger,
    /// Lines of other kinds.
    others: BTreeSet<String>,
    /// Is it of the first kind?
    is_old: bool,
}

/// What was accepted of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Accepted {
    source: String,
    own: String,
    source_text: String,
    /// None in a file of the first kind.
    own_text: Option<String>,
}

/// What was accepted of one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedFact {
    /// When it was accepted last with another value, as RFC 3339; empty where that is not known.
    pub changed: String,
    /// How many values it had before.
    pub sequence: u32,
    /// Its value.
    pub value: String,
}

/// A text with its translation as they are now; or a file's facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The language of the translation, or of a text that has none; of facts, `facts`.
    pub language: String,
    /// The file that the translation stands in.
    pub path: String,
    /// The field, or the id of the section.
    pub key: String,
    /// The source text; of facts, a line for each.
    pub source: String,
    /// The translation, if there is one.
    pub translation: Option<String>,
    /// The translation's bytes in its file.
    pub span: Span,
}

/// What is to be said of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State<'l> {
    /// Nothing: it is as it was accepted.
    Current,
    /// It was never accepted.
    New,
    /// There is no translation.
    Missing,
    /// The source has changed since: the source as it was.
    Outdated(Cow<'l, str>),
    /// The text itself has changed, and its source has not: the text as it was.
    Changed(&'l str),
}

impl Pair {
    /// Is it a file's facts, and no translation?
    pub fn is_of_facts(&self) -> bool {
        self.language == FACTS
    }

    fn place(&self) -> (String, String, String) {
        (self.path.clone(), self.language.clone(), self.key.clone())
    }
}

impl Lock {
    /// Reads the file; lines that are damaged are passed over, and what they held is then new.
    pub fn parse(text: &str) -> Self {
        let mut lock = Self { is_old: !text.is_empty() && !text.starts_with(HEAD), ..Self::default() };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let read = if lock.is_old { lock.read_old(line) } else { lock.read(line) };
            if read.is_none() && !lock.is_old && line.split('\t').nth(1).is_some_and(|kind| kind.starts_with('@') && kind != FACT)
            {
                lock.others.insert(line.to_owned());
            }
        }
        lock
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let parts: Vec<&str> = line.split('\t').collect();
        let text = |json: &str| serde_json::from_str::<String>(json).ok();
        match parts[..] {
            [path, FACT, trail, changed, sequence, value] => {
                let fact = AcceptedFact { changed: changed.to_owned(), sequence: sequence.parse().ok()?, value: text(value)? };
                self.facts.insert((path.to_owned(), trail.to_owned()), fact);
            }
            [path, language, key, source, own, source_text, own_text] if !language.starts_with('@') => {
                let accepted = Accepted {
                    source: source.to_owned(),
                    own: own.to_owned(),
                    source_text: text(source_text)?,
                    own_text: Some(text(own_text)?),
                };
                self.texts.insert((path.to_owned(), language.to_owned(), key.to_owned()), accepted);
            }
            _ => return self.ledger.read(&parts),
        }
        Some(())
    }

    /// A line of a file of the first kind.
    fn read_old(&mut self, line: &str) -> Option<()> {
        let mut parts = line.splitn(6, '\t');
        let mut part = || parts.next().map(str::to_owned);
        let (language, path, key, source, own) = (part()?, part()?, part()?, part()?, part()?);
        let text: String = serde_json::from_str(&part()?).ok()?;
        if language == FACTS {
            for (trail, value) in text.lines().filter_map(|line| line.split_once(": ")) {
                let fact = AcceptedFact { changed: String::new(), sequence: 0, value: value.to_owned() };
                self.facts.insert((path.clone(), trail.to_owned()), fact);
            }
        } else {
            self.texts.insert((path, language, key), Accepted { source, own, source_text: text, own_text: None });
        }
        Some(())
    }

    /// The file's text: sorted lines.
    pub fn to_text(&self) -> String {
        let json = |text: &str| serde_json::Value::from(text).to_string();
        let texts = self.texts.iter().map(|((path, language, key), accepted)| {
            let Accepted { source, own, source_text, own_text } = accepted;
            let own_text = json(own_text.as_deref().unwrap_or_default());
            format!("{path}\t{language}\t{key}\t{source}\t{own}\t{}\t{own_text}", json(source_text))
        });
        let facts = self.facts.iter().map(|((path, trail), AcceptedFact { changed, sequence, value })| {
            format!("{path}\t{FACT}\t{trail}\t{changed}\t{sequence}\t{}", json(value))
        });
        let mut lines: Vec<String> = texts.chain(facts).chain(self.ledger.lines()).chain(self.others.iter().cloned()).collect();
        lines.sort_unstable();
        std::iter::once(HEAD.to_owned()).chain(lines).map(|line| line + "\n").collect()
    }

    /// Is nothing recorded? Then nothing is out of date either.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.facts.is_empty()
    }

    /// Is it of the first kind, which does not hold all that this one does?
    pub fn is_old(&self) -> bool {
        self.is_old
    }

    /// Was anything of a file accepted?
    pub fn knows(&self, path: &str) -> bool {
        self.texts_of(path).next().is_some() || self.facts_of(path).next().is_some()
    }

    /// All files of which something was accepted.
    pub fn paths(&self) -> BTreeSet<&str> {
        self.texts.keys().map(|(path, ..)| &**path).chain(self.facts.keys().map(|(path, _)| &**path)).collect()
    }

    /// The headings of translations, and the sections that they were accepted for.
    pub fn headings(&self) -> AcceptedHeadings {
        let mut headings = AcceptedHeadings::default();
        for ((path, _, key), accepted) in &self.texts {
            let (Some(id), Some(own)) = (key.strip_prefix('#'), &accepted.own_text) else { continue };
            let line = own.lines().next().unwrap_or_default();
            if !id.is_empty() && path.ends_with(".md") {
                headings.add(path, line, id);
            }
        }
        headings
    }

    fn texts_of(&self, path: &str) -> impl Iterator<Item = (&(String, String, String), &Accepted)> {
        let first = (path.to_owned(), String::new(), String::new());
        let path = path.to_owned();
        self.texts.range(first..).take_while(move |((other, ..), _)| *other == path)
    }

    /// The accepted facts of a file: their ways, and what was accepted.
    pub fn facts_of(&self, path: &str) -> impl Iterator<Item = (&str, &AcceptedFact)> {
        let first = (path.to_owned(), String::new());
        let path = path.to_owned();
        let range = self.facts.range(first..).take_while(move |((other, _), _)| *other == path);
        range.map(|((_, trail), fact)| (&**trail, fact))
    }

    /// What is to be said of a pair.
    pub fn state(&self, pair: &Pair) -> State<'_> {
        if pair.is_of_facts() {
            return self.state_of_facts(pair);
        }
        let Some(translation) = &pair.translation else { return State::Missing };
        let (source, own) = (stable(&pair.source), stable(translation));
        let accepted = self.texts.get(&pair.place());
        if accepted.is_some_and(|accepted| accepted.source == source && (accepted.own == own || self.is_old)) {
            return State::Current;
        }
        // A list that grew at its beginning gives its texts other keys.
        let is_same = |((_, language, key), accepted): &(&(String, String, String), &Accepted)| {
            *language == pair.language && accepted.source == source && accepted.own == own && is_of_one_list(key, &pair.key)
        };
        if self.texts_of(&pair.path).any(|text| is_same(&text)) {
            return State::Current;
        }
        match accepted {
            None => State::New,
            Some(Accepted { source: old, own_text: Some(text), .. }) if *old == source => State::Changed(text),
            Some(accepted) if pair.source == *translation => State::Changed(&accepted.source_text),
            Some(accepted) => State::Outdated(Cow::Borrowed(&accepted.source_text)),
        }
    }

    fn state_of_facts(&self, pair: &Pair) -> State<'_> {
        let mut accepted = self.facts_of(&pair.path).peekable();
        if accepted.peek().is_none() {
            return State::New;
        }
        let mut old: Vec<String> = accepted.map(|(trail, fact)| format!("{trail}: {}\n", fact.value)).collect();
        old.sort_unstable();
        let is_language_more = |line: &str| {
            let trail = line.split(": ").next().unwrap_or_default();
            is_of_languages(&pair.path, trail) && !self.facts.contains_key(&(pair.path.clone(), trail.to_owned()))
        };
        let is_known = |line: &&str| !(is_language_more(line) || self.is_old && line.starts_with("verified: "));
        if old.iter().map(|line| line.trim_end()).eq(pair.source.lines().filter(is_known)) {
            return State::Current;
        }
        State::Outdated(Cow::Owned(old.concat()))
    }

    /// Keys and languages of texts of a file that were accepted and are gone.
    pub fn gone<'l>(&'l self, path: &str, pairs: &[Pair]) -> Vec<(&'l str, &'l str)> {
        let is_there = |language: &str, key: &str, accepted: &Accepted| {
            pairs.iter().filter(|pair| pair.language == language && pair.path == path).any(|pair| {
                let is_moved =
                    || is_of_one_list(key, &pair.key) && pair.translation.as_ref().is_some_and(|own| stable(own) == accepted.own);
                // Where another text of the list now stands, this one no longer does.
                let is_of_another = || {
                    let own = pair.translation.as_ref().map(|own| stable(own)).filter(|own| *own != accepted.own);
                    let moved = |((_, tag, other), text): (&(String, String, String), &Accepted)| {
                        tag == language && other != key && is_of_one_list(other, key) && own.as_ref() == Some(&text.own)
                    };
                    self.texts_of(path).any(moved)
                };
                pair.key == key && !is_of_another() || is_moved()
            })
        };
        let gone = self.texts_of(path).filter(|((_, language, key), accepted)| !is_there(language, key, accepted));
        gone.map(|((_, language, key), _)| (&**language, &**key)).collect()
    }

    /// The first text of a file that stands in another order than it was accepted in.
    pub fn out_of_order<'p>(&self, path: &str, pairs: &'p [Pair]) -> Option<&'p Pair> {
        let mut last: BTreeMap<(String, &str), Vec<u64>> = BTreeMap::new();
        let mut own: Vec<&Pair> = pairs.iter().filter(|pair| pair.path == path && !pair.is_of_facts()).collect();
        own.sort_by_key(|pair| numbers(&pair.key));
        own.into_iter().find(|pair| {
            let Some(translation) = &pair.translation else { return false };
            let own = stable(translation);
            let mut places = self.texts_of(path).filter(|((_, language, key), accepted)| {
                *language == pair.language && accepted.own == own && is_of_one_list(key, &pair.key)
            });
            let (Some(((_, _, key), _)), None) = (places.next(), places.next()) else { return false };
            let place = numbers(key);
            let before = last.insert((pattern(&pair.key), &pair.language), place.clone());
            before.is_some_and(|before| before > place)
        })
    }

    /// Records pairs as they are now at an instant, and forgets what files that are wanted as a whole no longer hold.
    pub fn accept(&mut self, pairs: &[Pair], whole: &BTreeSet<String>, is_wanted: impl Fn(&Pair, &str) -> bool, at: Timestamp) {
        self.texts.retain(|(path, ..), _| !whole.contains(path));
        // A text that stands in a file of the first kind beside others is not compared with less than before.
        for pair in pairs {
            if pair.is_of_facts() {
                self.accept_facts(pair, whole.contains(&pair.path), &is_wanted, at);
                continue;
            }
            let Some(translation) = pair.translation.as_ref().filter(|_| is_wanted(pair, &pair.key)) else { continue };
            let accepted = Accepted {
                source: stable(&pair.source),
                own: stable(translation),
                source_text: pair.source.clone(),
                own_text: Some(translation.clone()),
            };
            self.texts.insert(pair.place(), accepted);
        }
        let there: BTreeSet<&str> = pairs.iter().map(|pair| &*pair.path).collect();
        self.facts.retain(|(path, _), _| !whole.contains(path) || there.contains(&**path));
        self.is_old = false;
    }

    fn accept_facts(&mut self, pair: &Pair, is_whole: bool, is_wanted: &impl Fn(&Pair, &str) -> bool, at: Timestamp) {
        let lines: BTreeMap<&str, &str> = pair.source.lines().filter_map(|line| line.split_once(": ")).collect();
        self.facts.retain(|(path, trail), _| {
            *path != pair.path || lines.contains_key(&**trail) || !(is_whole || is_wanted(pair, trail))
        });
        for (trail, value) in lines.into_iter().filter(|(trail, _)| is_wanted(pair, trail)) {
            let place = (pair.path.clone(), trail.to_owned());
            let old = self.facts.get(&place);
            if old.is_some_and(|old| old.value == value) {
                continue;
            }
            let sequence = old.map_or(0, |old| old.sequence.saturating_add(1));
            self.facts.insert(place, AcceptedFact { changed: at.to_string(), sequence, value: value.to_owned() });
        }
    }
}

/// Are two keys the same but for the places in lists? `steps.0.text` and `steps.1.text`.
fn is_of_one_list(a: &str, b: &str) -> bool {
    a == b || pattern(a) == pattern(b)
}

/// A key without its places in lists.
fn pattern(key: &str) -> String {
    let steps = key.split('.').map(|step| if step.bytes().all(|byte| byte.is_ascii_digit()) { "*" } else { step });
    steps.collect::<Vec<_>>().join(".")
}

/// The places in lists of a key.
fn numbers(key: &str) -> Vec<u64> {
    key.split('.').filter_map(|step| step.parse().ok()).collect()
}

/// Path and key of every translation that is older than its source.
pub fn outdated(site: &Site, lock: &Lock) -> Outdated {
    let mut outdated = Outdated::new();
    if !lock.is_empty() {
        add_outdated(lock, pairs(site), &mut outdated);
    }
    outdated
}

/// The same for records that changed, when all else stayed as it was.
pub fn renew_outdated(site: &mut Site, lock: &Lock, changed: &BTreeSet<RecordId>) {
    if lock.is_empty() {
        return;
    }
    let mut outdated = (*site.outdated).clone();
    for id in changed {
        let entry = site.entry(*id);
        outdated.retain(|(_, path), _| *path != *entry.path && entry.prose.iter().all(|file| *path != *file.path));
        add_outdated(lock, pairs_of(site, entry), &mut outdated);
    }
    site.outdated = Arc::new(outdated);
}

fn add_outdated(lock: &Lock, pairs: Vec<Pair>, outdated: &mut Outdated) {
    for pair in pairs.into_iter().filter(|pair| !pair.is_of_facts()) {
        if let State::Outdated(_) = lock.state(&pair) {
            outdated.entry((pair.language, pair.path)).or_default().insert(pair.key);
        }
    }
}

#[cfg(test)]
mod tests;
