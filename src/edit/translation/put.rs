//! Translations that come back are put where they belong: in the records, the prose and the words. A translation that does not
//! fit is refused and named by its id; all others are put in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::words::{source_of, value_of};
use super::{Texts, Unit, id_of, pairs_of, without_anchor};
use crate::base::{Diagnostic, Language, Place};
use crate::check::lock::{self, Lock, Pair, State};
use crate::compile::Compiled;
use crate::edit::changes::Changes;
use crate::edit::record_file::{add_field, add_item, is_flow, scalar, set};
use crate::edit::splice;
use crate::model::node::{Node, Value};
use crate::model::yaml;
use crate::render::{locale_file, word_slips};
use crate::site::languages::{Lang, SPOKEN};

/// A translation that cannot be put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The id of its text.
    pub id: String,
    /// Why.
    pub why: Why,
}

/// Why a translation cannot be put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// There is no such text.
    Unknown,
    /// Its source is another by now: the source as it is.
    Older(String),
    /// It lacks something that the source names, or names something else.
    Names(String),
    /// There is another translation by now: that one.
    Newer(String),
    /// Other sections of the file are not translated: how many, and the first of them.
    Incomplete(usize, String),
    /// It is no message, or one that loses what it has to say.
    Message(Box<Diagnostic>),
    /// The file cannot be read, or not be changed there.
    Fixed,
}

/// What is done to put translations, how many there are, and those that cannot be put.
pub fn put(compiled: &Compiled, lang: Lang, texts: &Texts) -> (Changes, usize, Vec<Refused>) {
    let mut putting = Putting { compiled, files: BTreeMap::new(), count: 0, refused: Vec::new() };
    let tag = compiled.site.languages.tag(lang).to_string();
    let entries = compiled.site.entries.iter().filter(|entry| !entry.broken);
    let of_files = lock::missing_of_files(&compiled.site, compiled.sources());
    let all = entries.flat_map(|entry| pairs_of(&compiled.site, entry)).chain(of_files);
    let all: Vec<Pair> = all.filter(|pair| pair.language == tag && !pair.is_of_facts()).collect();
    let known: BTreeMap<String, &Pair> = all.iter().map(|pair| (id_of(pair), pair)).collect();
    let mut sections: BTreeMap<&str, Vec<(&Pair, &Unit)>> = BTreeMap::new();
    for unit in texts.units.iter().filter(|unit| !unit.is_open && !unit.target.trim().is_empty()) {
        let done = match known.get(&unit.id) {
            Some(pair) if pair.translation.as_ref().is_some_and(|own| own.trim() == unit.target.trim()) => continue,
            Some(pair) => {
                fits(&without_anchor(&pair.source), unit).and_then(|()| is_free(compiled.lock(), pair)).and_then(|()| {
                    if pair.path.ends_with(".md") {
                        sections.entry(&pair.path).or_default().push((pair, unit));
                        return Ok(false);
                    }
                    putting.text(pair, &tag, &unit.target).map(|()| true)
                })
            }
            None => putting.word(unit, &tag),
        };
        match done {
            Ok(is_put) => putting.count += usize::from(is_put),
            Err(why) => putting.refused.push(Refused { id: unit.id.clone(), why }),
        }
    }
    for (path, new) in sections {
        putting.sections(path, &new, &all);
    }
    let mut changes = Changes::default();
    for (path, text) in putting.files {
        if compiled.sources().text(&path) != Some(&text) {
            changes.write(&path, text);
        }
    }
    (changes, putting.count, putting.refused)
}

/// Is the translation one of this source, with all that it names?
fn fits(source: &str, unit: &Unit) -> Result<(), Why> {
    if source.trim() != unit.source.trim() {
        return Err(Why::Older(source.trim().to_owned()));
    }
    let (ours, theirs) = (named(source), named(&unit.target));
    match ours == theirs {
        true => Ok(()),
        false => {
            let count = |all: &[String], name: &String| all.iter().filter(|own| *own == name).count();
            // What is lacking says more than what stands in its place.
            let lacking = ours.iter().find(|name| count(&ours, name) > count(&theirs, name));
            let foreign = theirs.iter().find(|name| count(&ours, name) < count(&theirs, name));
            Err(Why::Names(lacking.or(foreign).cloned().unwrap_or_default()))
        }
    }
}

/// Is there no translation that is newer than the file? Only what was missing or older than its source is in one.
fn is_free(lock: &Lock, pair: &Pair) -> Result<(), Why> {
    match (&pair.translation, lock.state(pair)) {
        (Some(own), State::Current | State::New | State::Changed(_)) => Err(Why::Newer(own.trim().to_owned())),
        _ => Ok(()),
    }
}

/// What a text mentions and links to, sorted: `[[term/visa]]`, addresses.
fn named(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once("[[") {
        let Some((inner, after)) = behind.split_once("]]") else { break };
        names.push(format!("[[{}]]", inner.split('|').next().unwrap_or_default().trim()));
        rest = after;
    }
    for (_, behind) in text.match_indices("](").map(|(at, _)| text.split_at(at + 2)) {
        names.extend(behind.split_once(')').map(|(address, _)| address.trim().to_owned()));
    }
    names.sort();
    names
}

struct Putting<'a> {
    compiled: &'a Compiled,
    /// The files as they will be.
    files: BTreeMap<Arc<str>, String>,
    count: usize,
    refused: Vec<Refused>,
}

impl Putting<'_> {
    /// The file as it will be so far; empty if there is none.
    fn file(&mut self, path: &str) -> &mut String {
        let now = self.compiled.sources().text(path).unwrap_or_default();
        self.files.entry(path.into()).or_insert_with(|| now.to_owned())
    }

    /// A text of a record.
    fn text(&mut self, pair: &Pair, tag: &str, target: &str) -> Result<(), Why> {
        let order: Vec<String> =
            self.compiled.site.languages.all().map(|lang| self.compiled.site.languages.tag(lang).to_string()).collect();
        let order: Vec<&str> = order.iter().map(String::as_str).collect();
        let source = self.compiled.site.languages.tag(Lang(0)).to_string();
        let path: Arc<str> = pair.path.as_str().into();
        if pair.path.starts_with("content/vocabularies/") && !pair.key.contains('.') {
            return self.built_in_word(pair, tag, target);
        }
        let text = self.file(&pair.path);
        let tree = yaml::parse(&path, text).0.ok_or(Why::Fixed)?;
        let (node, in_flow) = find(text, &tree, &pair.key).ok_or(Why::Fixed)?;
        let edit = match &node.value {
            Value::Map(_) => match node.get(tag) {
                Some(old) => set(text, old, target, in_flow),
                None => add_field(text, node, &order, tag, &scalar(target, in_flow)).ok_or(Why::Fixed)?,
            },
            // A text without a tag is in the source's language.
            Value::Scalar { text: own, .. } => {
                (node.span, format!("{{{source}: {}, {tag}: {}}}", scalar(own, true), scalar(target, true)))
            }
            _ => return Err(Why::Fixed),
        };
        *text = splice::apply(text, &[edit]);
        Ok(())
    }

    /// The name of a built-in word that the site's own file does not have yet: it becomes the last of its words.
    fn built_in_word(&mut self, pair: &Pair, tag: &str, target: &str) -> Result<(), Why> {
        let path: Arc<str> = pair.path.as_str().into();
        let text = self.file(&pair.path);
        let word = format!("{{id: {}, name: {{{tag}: {}}}}}", pair.key, scalar(target, true));
        let tree = yaml::parse(&path, text).0;
        match tree.as_ref().and_then(|tree| tree.get("words")) {
            Some(words) => {
                let edit = add_item(text, words, &word).ok_or(Why::Fixed)?;
                *text = splice::apply(text, &[edit]);
            }
            None => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                text.push_str(&format!("words:\n  - {word}\n"));
            }
        }
        Ok(())
    }

    /// Sections of a page in this language. A page that is not there yet is written once all of its sections are translated.
    fn sections(&mut self, path: &str, new: &[(&Pair, &Unit)], all: &[Pair]) {
        let is_there = self.compiled.sources().text(path).is_some();
        let own: Vec<&Pair> = all.iter().filter(|pair| pair.path == path).collect();
        let translated =
            |pair: &Pair| new.iter().find(|(other, _)| other.key == pair.key).map(|(_, unit)| without_anchor(unit.target.trim()));
        let lacking: Vec<&&Pair> = own.iter().filter(|pair| pair.translation.is_none() && translated(pair).is_none()).collect();
        if let Some(first) = lacking.first().filter(|_| !is_there) {
            let first = without_anchor(&first.source).lines().next().unwrap_or_default().to_owned();
            let why = Why::Incomplete(lacking.len(), first);
            self.refused.extend(new.iter().map(|(_, unit)| Refused { id: unit.id.clone(), why: why.clone() }));
            return;
        }
        self.count += new.len();
        let mut out = self.file(path).clone();
        let mut at = 0;
        for pair in own {
            let (old, new) = (pair.translation.as_deref().map(str::trim).unwrap_or_default(), translated(pair));
            let place = if old.is_empty() { None } else { out.get(at..).and_then(|rest| rest.find(old)).map(|found| at + found) };
            match (place, new) {
                (Some(place), Some(new)) => {
                    out.replace_range(place..place + old.len(), &new);
                    at = place + new.len();
                }
                (Some(place), None) => at = place + old.len(),
                (None, Some(new)) => {
                    let before = if at == 0 { "" } else { "\n\n" };
                    let after = if at == 0 && !out.is_empty() { "\n\n" } else { "" };
                    out.insert_str(at, &[before, &new, after].concat());
                    at += before.len() + new.len();
                }
                (None, None) => {}
            }
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
        *self.file(path) = out;
    }

    /// A word of the generator: `locales/vi/reader.ftl:menu_open`.
    fn word(&mut self, unit: &Unit, tag: &str) -> Result<bool, Why> {
        let (path, id) = unit.id.rsplit_once(':').ok_or(Why::Unknown)?;
        let sources: Vec<_> = SPOKEN.iter().filter_map(|tag| source_of(id, tag)).collect();
        let (file, source) = sources.first().cloned().ok_or(Why::Unknown)?;
        if path != format!("locales/{tag}/{file}") {
            return Err(Why::Unknown);
        }
        if sources.iter().all(|(_, source)| source.trim() != unit.source.trim()) {
            return Err(Why::Older(source));
        }
        let target = unit.target.trim();
        let message = format!("{id} = {}\n", target.replace('\n', "\n    "));
        let whole: Arc<str> = path.into();
        let (read, problems) = locale_file::read(&whole, &message);
        if let Some(problem) = problems.into_iter().next() {
            return Err(Why::Message(Box::new(problem)));
        }
        let language = Language::parse(tag).filter(|_| read.is_some()).ok_or(Why::Fixed)?;
        if let Some((_, slip)) = word_slips::slips(&language, &message).into_iter().next() {
            return Err(Why::Message(Box::new(slip.at(Place::file(&whole)))));
        }
        let text = self.file(path);
        if let Some(own) = value_of(text, id) {
            return if own.trim() == target { Ok(false) } else { Err(Why::Newer(own)) };
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(&message);
        Ok(true)
    }
}

/// The value at the end of a way, and whether it stands in brackets.
fn find<'n>(text: &str, tree: &'n Node, trail: &str) -> Option<(&'n Node, bool)> {
    let mut node = tree;
    let mut in_flow = is_flow(text, node);
    for step in trail.split('.').filter(|step| !step.is_empty()) {
        node = match &node.value {
            Value::List(items) => items.get(step.parse::<usize>().ok()?)?,
            _ => node.get(step)?,
        };
        in_flow |= is_flow(text, node);
    }
    Some((node, in_flow))
}
