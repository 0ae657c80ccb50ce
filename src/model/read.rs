//! From a YAML tree to typed values: gathers every mistake and goes on.

mod choice;
mod field;
mod fields;
mod take;
#[cfg(test)]
pub mod tests;

pub(crate) use self::choice::{choices, underscored};
pub(crate) use self::field::scalars;
pub use self::field::{Described, Field, Map, Scalar, Shape};
pub(crate) use self::fields::fields;
pub use self::take::Take;
pub(crate) use self::take::indispensable;

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::hidden::is_blank;
use super::key_order;
use super::link::Link;
use super::node::{Entry, Node, Value};
use super::reference::{KindSet, Reference, Relation};
use super::text::Text;
use super::word::Word;
use crate::base::language::BadTag;
use crate::base::nearest::nearest;
use crate::base::{Arg, Diagnostic, Language, Place, Span};

/// Most characters of a value that a help repeats.
const EXAMPLE: usize = 60;

/// A type that can be read from a node. `None` means that a finding was made.
pub trait Read: Sized {
    /// Reads the value.
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self>;
}

/// Everything a document mentions, gathered while it is read so that linking needs no walk through the kinds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Uses {
    /// References to records.
    pub references: Vec<ReferenceUse>,
    /// Words of vocabularies.
    pub words: Vec<Word>,
    /// Texts in languages.
    pub texts: Vec<Text>,
    /// Links, those without an address too.
    pub links: Vec<Link>,
    /// Files that stand there once for each language.
    pub files: Vec<FileUse>,
}

/// The languages in which there is a file, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct FileUse {
    /// The languages.
    pub languages: Vec<Language>,
    /// Where it stands.
    pub span: Span,
}

/// A reference, the kinds that its field takes, and the field.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferenceUse {
    /// What it names.
    pub reference: Reference,
    /// What it may name.
    pub allowed: KindSet,
    /// The field that it stands in.
    pub field: &'static str,
    /// What the named record is to the one that names it.
    pub relation: Relation,
}

/// The file that is being read, and what was found in it so far.
pub struct Cx<'a> {
    /// Path of the file.
    pub path: &'a Arc<str>,
    /// Its text.
    pub source: &'a str,
    /// The field that is being read.
    pub field: &'static str,
    /// The way to that field from the top of the file: `units.0.name`.
    trail: String,
    /// The kinds that a reference in this field may name.
    pub allowed: KindSet,
    /// What the record that such a reference names is to this one.
    pub relation: Relation,
    /// Words that may stand in the place of the value: how it may be absent.
    pub absences: &'static [&'static str],
    /// Findings so far.
    pub findings: Vec<Diagnostic>,
    /// Spellings that `annai fmt` rewrites: the bytes and what takes their place.
    pub edits: Vec<(Span, String)>,
    /// Maps whose keys `annai fmt` puts in order: the bytes and what takes their place. One may lie inside of another. Only what is to
    /// be formatted has them.
    pub reorders: Option<Vec<(Span, String)>>,
    /// The zone that the file has named, by whose clocks its times are.
    pub zone: Option<TimeZone>,
    /// Mentions so far.
    pub uses: Uses,
    /// The tags that were read so far: a file has a few, and each of them many times.
    languages: Vec<Language>,
}

/// That there is no such language, in the words of `message`, and which is meant.
pub fn bad_language(tag: &str, place: Place, message: &'static str) -> Diagnostic {
    let finding = Diagnostic::error("bad-language", place).says(message).arg("found", tag);
    match Language::read(tag) {
        Err(BadTag::Country(nearest)) => finding.help("bad-language-country").arg("nearest", nearest.as_str()),
        Err(BadTag::Meant(nearest)) => finding.help("bad-language-nearest").arg("nearest", nearest.as_str()),
        // A tag that there is, but not written in its own way: a file's name has to be.
        Ok(nearest) if nearest.as_str().eq_ignore_ascii_case(tag) => {
            finding.help("bad-language-nearest").arg("nearest", nearest.as_str())
        }
        Ok(_) | Err(BadTag::Unknown) => finding.help("bad-language-help"),
    }
}

impl<'a> Cx<'a> {
    /// Begins a file.
    pub fn new(path: &'a Arc<str>, source: &'a str) -> Self {
        Self {
            path,
            source,
            field: "",
            trail: String::new(),
            allowed: KindSet::ALL,
            relation: Relation::Other,
            absences: &[],
            findings: Vec::new(),
            edits: Vec::new(),
            reorders: None,
            zone: None,
            uses: Uses::default(),
            languages: Vec::new(),
        }
    }

    /// The language of a tag; `None` when it is not well formed.
    pub fn language(&mut self, tag: &str) -> Option<Language> {
        if let Some(known) = self.languages.iter().find(|known| known.as_str() == tag) {
            return Some(known.clone());
        }
        let language = Language::parse(tag)?;
        self.languages.push(language.clone());
        Some(language)
    }

    /// Reports that there is no such language.
    pub fn bad_language(&mut self, tag: &str, span: Span) {
        let finding = bad_language(tag, self.place(span), "bad-language").arg("field", self.field);
        self.report(finding);
    }

    /// A place in this file.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.path, span)
    }

    /// The way from the top of the file to what is being read: `units.0.name`.
    pub fn trail(&self) -> &str {
        self.trail.trim_start_matches('.')
    }

    /// Reads something one step further down.
    fn within<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.trail.len();
        self.trail.push('.');
        self.trail.push_str(step);
        let value = read(self);
        self.trail.truncate(length);
        value
    }

    /// Keeps a finding.
    pub fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Reports that `expected` (a message id) should stand at `node`.
    pub fn wrong_shape(&mut self, node: &Node, expected: &'static str) {
        let span = match node.value {
            // A whole block would underline half the file.
            Value::List(_) | Value::Map(_) => first_line(node.span, self.source),
            _ => node.span,
        };
        let finding = Diagnostic::error("wrong-shape", self.place(span))
            .arg("field", self.field)
            .arg("expected", Arg::Message(expected))
            .arg("found", Arg::Message(node.found()));
        // What was written, put as it has to be, where it can be shown as it is.
        let is_plain = |text: &&str| text.chars().count() <= EXAMPLE && !text.contains([',', '"', '\'', '#', '[', ']', '{', '}']);
        let value = node.as_plain().filter(is_plain).filter(|text| !text.contains(": "));
        self.report(match (expected, value) {
            ("value-text", Some(value)) => finding.help("wrong-shape-text").arg("value", value),
            ("value-list", Some(value)) => finding.help("wrong-shape-list").arg("value", value),
            _ => finding.help("wrong-shape-help"),
        });
    }

    /// Keeps the canonical spelling of a scalar that was understood, where it was written otherwise.
    pub fn canonical(&mut self, node: &Node, canonical: &str) {
        let written = node.span.of(self.source);
        // Quoted scalars keep their quotes; an alias stands where its anchor does not.
        if node.as_plain() == Some(written) && written != canonical {
            self.edits.push((node.span, canonical.to_owned()));
        }
    }

    /// Reports a value that cannot be understood, with the line as it should be in the help: `$line`, and `$value` alone.
    pub fn write_instead(&mut self, code: &'static str, message: &'static str, help: &'static str, value: &str, node: &Node) {
        self.bad_part(code, message, help, node);
        let line = format!("{}: {value}", self.field);
        if let Some(finding) = self.findings.pop() {
            self.findings.push(finding.arg("value", value).arg("line", line));
        }
    }

    /// Reports a value that cannot be understood, under its own code with a help of examples `<code>-help`.
    pub fn bad_value(&mut self, code: &'static str, help: &'static str, node: &Node) {
        self.bad_part(code, code, help, node);
    }

    /// Reports a part of a value that cannot be understood, in its own words (a message id).
    pub fn bad_part(&mut self, code: &'static str, message: &'static str, help: &'static str, node: &Node) {
        let span = first_line(node.span, self.source);
        // Without the quotes that may be around it.
        let found = node.as_str().and_then(|text| text.trim().lines().next()).unwrap_or(span.of(self.source)).to_owned();
        let finding = Diagnostic::error(code, self.place(span)).says(message).help(help);
        self.report(finding.arg("field", self.field).arg("found", found));
    }

    /// Reports a word that is none of a fixed choice.
    pub fn unknown_choice(&mut self, node: &Node, found: &str, known: &'static [&'static str]) {
        if node.as_str().is_none() {
            self.wrong_shape(node, "value-choice");
            return;
        }
        let known = [known, self.absences].concat();
        let finding = Diagnostic::error("unknown-word", self.place(node.span))
            .says("unknown-choice")
            .arg("word", found)
            .arg("field", self.field);
        let finding = match nearest(found, known.iter().copied()) {
            Some(near) => finding.help("unknown-choice-nearest").arg("nearest", near),
            None => finding.help("unknown-choice-known"),
        };
        self.report(finding.arg("known", known.join(", ")));
    }
}

/// The part of a span up to the end of its first line.
pub fn first_line(span: Span, source: &str) -> Span {
    let text = span.of(source);
    let end = text.find('\n').unwrap_or(text.len());
    Span::new(span.start as usize, span.start as usize + text[..end].trim_end().len())
}

/// The fields of one map; what is not asked for is unknown.
pub struct Fields<'n, 'c, 'a> {
    entries: &'n [Entry],
    span: Span,
    asked: Vec<&'static str>,
    taken: Vec<bool>,
    /// The file being read.
    pub cx: &'c mut Cx<'a>,
}

impl<'n, 'c, 'a> Fields<'n, 'c, 'a> {
    /// Opens a map; reports anything else, as not being `expected` (a message id).
    pub fn of(node: &'n Node, expected: &'static str, cx: &'c mut Cx<'a>) -> Option<Self> {
        match &node.value {
            Value::Map(entries) => {
                Some(Self { entries, span: node.span, asked: Vec::with_capacity(16), taken: vec![false; entries.len()], cx })
            }
            _ => {
                cx.wrong_shape(node, expected);
                None
            }
        }
    }

    /// The node of a field, if it was written and is not empty.
    pub fn node(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        let index = self.entries.iter().position(|entry| &*entry.key == name)?;
        self.taken[index] = true;
        self.cx.field = name;
        let node = &self.entries[index].node;
        (node.value != Value::Null).then_some(node)
    }

    /// A field that may be left out.
    pub fn optional<T: Read>(&mut self, name: &'static str) -> Option<T> {
        let node = self.node(name)?;
        self.cx.within(name, |cx| T::read(node, cx))
    }

    /// A field that must be written.
    pub fn required<T: Read>(&mut self, name: &'static str) -> Option<T> {
        match self.node(name) {
            Some(node) => self.cx.within(name, |cx| T::read(node, cx)),
            None => {
                self.missing(name);
                None
            }
        }
    }

    /// A described field.
    pub fn value<T: Read>(&mut self, field: &Field) -> Option<T> {
        self.inside(field, |fields| if field.is_required { fields.required(field.key) } else { fields.optional(field.key) })
    }

    /// Reads a described field, whose references name what it says.
    fn inside<T>(&mut self, field: &Field, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = (self.cx.allowed, self.cx.relation);
        (self.cx.allowed, self.cx.relation) = (field.to, field.relation);
        let value = read(self);
        (self.cx.allowed, self.cx.relation) = outer;
        value
    }

    /// Where the map stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Reports a field that must be written and is not.
    pub fn missing(&mut self, name: &'static str) {
        self.missing_as("missing-field", name, "missing-field", "missing-field-help");
    }

    /// Reports a field that must be written and is not, in other words (message ids): where another would do too.
    pub fn missing_from(&mut self, name: &'static str, message: &'static str, help: &'static str) {
        self.missing_as("missing-field", name, message, help);
    }

    /// Reports a field that must be written and is not, under a code of its own.
    pub fn missing_as(&mut self, code: &'static str, name: &'static str, message: &'static str, help: &'static str) {
        let span = match self.entries.iter().find(|entry| &*entry.key == name) {
            Some(entry) => entry.key_span,
            None => first_line(self.span, self.cx.source),
        };
        let finding = Diagnostic::error(code, self.cx.place(span)).says(message).help(help).arg("field", name);
        self.cx.report(finding);
    }

    /// A list that may be left out; a broken item costs only itself.
    pub fn list<T: Read>(&mut self, name: &'static str) -> Vec<T> {
        let Some(node) = self.node(name) else { return Vec::new() };
        match &node.value {
            Value::List(items) => self.cx.within(name, |cx| read_items(items, name, cx)),
            _ => {
                self.cx.wrong_shape(node, "value-list");
                Vec::new()
            }
        }
    }

    /// Was the field written, whatever it holds?
    pub fn is_written(&self, name: &str) -> bool {
        self.written(name).is_some()
    }

    /// What was written in a field, without asking for it.
    pub fn written(&self, name: &str) -> Option<&'n Node> {
        self.entries.iter().find(|entry| &*entry.key == name && entry.node.value != Value::Null).map(|entry| &entry.node)
    }

    /// `true` or `false`; false when left out.
    pub fn flag(&mut self, name: &'static str) -> bool {
        self.optional(name).unwrap_or(false)
    }

    /// Reports that fields of this map exclude each other, in the given words (message ids).
    pub fn contradiction(&mut self, message: &'static str, help: &'static str) {
        let span = first_line(self.span, self.cx.source);
        let finding = Diagnostic::error("wrong-shape", self.cx.place(span)).says(message).help(help);
        self.cx.report(finding);
    }

    /// Reports every field that was written and not asked for, and keeps the given order.
    pub fn finish_in(mut self, order: impl FnOnce() -> Vec<&'static str>) {
        if self.cx.reorders.is_some() {
            self.keep_order(&order());
        }
        self.finish_unordered();
    }

    /// Reports every field that was written and not asked for, and keeps the order in which they were asked for.
    pub fn finish(mut self) {
        if self.cx.reorders.is_some() {
            let order = std::mem::take(&mut self.asked);
            self.keep_order(&order);
            self.asked = order;
        }
        self.finish_unordered();
    }

    fn keep_order(&mut self, order: &[&str]) {
        let edit = key_order::edit(self.entries, self.span, order, self.cx.source);
        self.cx.reorders.iter_mut().for_each(|reorders| reorders.extend(edit.clone()));
    }

    fn finish_unordered(self) {
        for (entry, taken) in self.entries.iter().zip(&self.taken) {
            if *taken {
                continue;
            }
            let finding = Diagnostic::error("unknown-field", self.cx.place(entry.key_span)).arg("field", &*entry.key);
            let unwritten = self.asked.iter().copied().filter(|name| !self.entries.iter().any(|e| &*e.key == *name));
            let finding = match nearest(&entry.key, unwritten) {
                Some(near) => finding.help("unknown-field-nearest").arg("nearest", near),
                None => finding.help("unknown-field-known").arg("known", {
                    let is_first = |&(at, name): &(usize, &&str)| !self.asked[..at].contains(name);
                    self.asked.iter().enumerate().filter(is_first).map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
                }),
            };
            self.cx.findings.push(finding);
        }
    }
}

/// Reads each item of a list.
pub fn read_items<T: Read>(items: &[Node], field: &'static str, cx: &mut Cx<'_>) -> Vec<T> {
    items
        .iter()
        .enumerate()
        .filter_map(|(index, item)| {
            cx.field = field;
            cx.within(&index.to_string(), |cx| T::read(item, cx))
        })
        .collect()
}

impl Read for bool {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let folded = node.as_plain().map(super::spelling::fold).unwrap_or_default().to_lowercase();
        match &*folded {
            "true" | "yes" | "はい" | "有" | "あり" | "○" | "〇" | "◯" => {
                cx.canonical(node, "true");
                Some(true)
            }
            "false" | "no" | "いいえ" | "無" | "なし" | "×" => {
                cx.canonical(node, "false");
                Some(false)
            }
            _ => {
                cx.wrong_shape(node, "value-boolean");
                None
            }
        }
    }
}

impl Read for u32 {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let number = node.as_str().and_then(|text| super::spelling::number_of(&super::spelling::fold(text)));
        match number {
            Some(number) => cx.canonical(node, &number.to_string()),
            None => cx.bad_value("bad-number", "bad-number-help", node),
        }
        number
    }
}

impl Described for Node {
    fn shape() -> Shape {
        Shape::Anything
    }
}

impl Read for Node {
    fn read(node: &Node, _: &mut Cx<'_>) -> Option<Self> {
        Some(node.clone())
    }
}

impl Read for Box<str> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str();
        if text.is_none() {
            cx.wrong_shape(node, "value-scalar");
        }
        text.filter(|text| !is_blank(text)).map(Into::into)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        T::read(node, cx).map(Box::new)
    }
}
