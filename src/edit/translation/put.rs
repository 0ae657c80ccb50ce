//! Translations that come back are put where they belong: in the records, the prose and the words. What does not fit is refused by
//! its id, and all else is put.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::words::{place_of, source_of, variables};
use super::{Texts, Unit, id_of, pairs_of, without_anchor};
use crate::check::lock::Pair;
use crate::compile::Compiled;
use crate::edit::changes::Changes;
use crate::edit::record_file::{add_field, is_flow, scalar, set};
use crate::edit::splice;
use crate::model::node::{Node, Value};
use crate::model::yaml;
use crate::render::locale_file;
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
    /// Other sections of the file are not translated.
    Incomplete(usize),
    /// The file cannot be read, or not be changed there.
    Fixed,
}

/// What is done to put translations, how many there are, and those that cannot be put.
pub fn put(compiled: &Compiled, lang: Lang, texts: &Texts) -> (Changes, usize, Vec<Refused>) {
    let mut putting = Putting { compiled, files: BTreeMap::new(), count: 0, refused: Vec::new() };
    let tag = compiled.site.languages.tag(lang).to_string();
    let entries = compiled.site.entries.iter().filter(|entry| !entry.broken);
    let all = entries.flat_map(|entry| pairs_of(&compiled.site, entry));
    let all: Vec<Pair> = all.filter(|pair| pair.language == tag && !pair.is_of_facts()).collect();
    let known: BTreeMap<String, &Pair> = all.iter().map(|pair| (id_of(pair), pair)).collect();
    let mut sections: BTreeMap<&str, Vec<(&Pair, &Unit)>> = BTreeMap::new();
    for unit in texts.units.iter().filter(|unit| !unit.is_open && !unit.target.trim().is_empty()) {
        let done = match known.get(&unit.id) {
            Some(pair) if pair.translation.as_ref().is_some_and(|own| own.trim() == unit.target.trim()) => continue,
            Some(pair) => fits(&without_anchor(&pair.source), unit).and_then(|()| {
                if pair.path.ends_with(".md") {
                    sections.entry(&pair.path).or_default().push((pair, unit));
                    return Ok(false);
                }
                putting.text(pair, &tag, &unit.target).map(|()| true)
            }),
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
            let differs =
                |name: &&String| ours.iter().filter(|own| own == name).count() != theirs.iter().filter(|own| own == name).count();
            Err(Why::Names(ours.iter().chain(&theirs).find(differs).cloned().unwrap_or_default()))
        }
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

    /// Sections of a page in this language. A page that is not there yet is written once all of its sections are translated.
    fn sections(&mut self, path: &str, new: &[(&Pair, &Unit)], all: &[Pair]) {
        let is_there = self.compiled.sources().text(path).is_some();
        let own: Vec<&Pair> = all.iter().filter(|pair| pair.path == path).collect();
        let translated =
            |pair: &Pair| new.iter().find(|(other, _)| other.key == pair.key).map(|(_, unit)| without_anchor(unit.target.trim()));
        let lacking = own.iter().filter(|pair| pair.translation.is_none() && translated(pair).is_none()).count();
        if lacking > 0 && !is_there {
            self.refused.extend(new.iter().map(|(_, unit)| Refused { id: unit.id.clone(), why: Why::Incomplete(lacking) }));
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
        let (file, source) = source_of(id, SPOKEN[0]).ok_or(Why::Unknown)?;
        if path != format!("locales/{tag}/{file}") {
            return Err(Why::Unknown);
        }
        if source.trim() != unit.source.trim() {
            return Err(Why::Older(source));
        }
        let (ours, theirs) = (variables(&source), variables(&unit.target));
        if let Some(name) = ours.iter().chain(&theirs).find(|name| ours.contains(name) != theirs.contains(name)) {
            return Err(Why::Names(format!("{{ ${name} }}")));
        }
        let message = format!("{id} = {}\n", unit.target.trim().replace('\n', "\n    "));
        let (read, problems) = locale_file::read(&path.into(), &message);
        if read.is_none() || !problems.is_empty() {
            return Err(Why::Fixed);
        }
        let text = self.file(path);
        if text.contains(&message) {
            return Ok(false);
        }
        match place_of(text, id) {
            Some((start, end)) => {
                let blank = &text[start..end][text[start..end].trim_end().len()..];
                let blank = blank.strip_prefix('\n').unwrap_or(blank).to_owned();
                text.replace_range(start..end, &(message + &blank));
            }
            None => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                text.push_str(&message);
            }
        }
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
