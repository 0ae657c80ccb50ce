//! From a YAML tree to typed values: gathers every mistake and goes on.

mod choice;
mod data;
mod entries;
mod field;
mod fields;
mod meant;
mod named;
mod plain;
mod take;
#[cfg(test)]
pub mod tests;
mod text;
mod uses;

pub(crate) use self::choice::{choices, underscored};
pub use self::data::{Coded, Data, Datum, EachCell, EachDatum, HasData};
pub(crate) use self::data::{cells, one_cell};
pub use self::entries::{Fields, read_items};
pub(crate) use self::field::scalars;
pub use self::field::{Described, Field, Map, Scalar, Shape};
pub(crate) use self::fields::fields;
pub use self::meant::{first_line, is_in_brackets};
pub use self::named::{EachFact, HasFacts, Nameable};
pub(crate) use self::named::{fact, nameable};
pub use self::take::Take;
pub(crate) use self::take::indispensable;
pub use self::uses::{FileUse, ReferenceUse, Uses};

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::node::Node;
use super::reference::{KindSet, Relation};
use crate::base::language::BadTag;
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Language, Place, Span};

/// A type that can be read from a node. `None` means that a finding was made.
pub trait Read: Sized {
    /// Reads the value.
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self>;
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
        let shape = match expected {
            "value-text" | "value-requirement" | "value-postal" => Shape::Text,
            "value-reference" => Shape::Reference,
            _ => Shape::Anything,
        };
        self.wrong_form(node, expected, &shape);
    }

    /// Reports that `expected` (a message id) should stand at `node`, of which the shape is known.
    pub fn wrong_form(&mut self, node: &Node, expected: &'static str, shape: &Shape) {
        self.report(meant::wrong_shape(node, expected, shape, self));
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
        self.write_one_of(code, message, help, value, None, node);
    }

    /// Reports a value that stands among other words, which belong in a remark: `$remark`.
    pub fn write_and_note(&mut self, code: &'static str, message: &'static str, value: &str, remark: &str, node: &Node) {
        self.write_instead(code, message, "value-and-remark", value, node);
        if let Some(finding) = self.findings.pop() {
            self.findings.push(finding.arg("remark", remark));
        }
    }

    /// As [`Self::write_instead`], where it may be one of two values: `$other` is the line with the second, `$other_value` that value alone. Where the value does
    /// not stand behind its field, as in a list, a line is the value.
    pub fn write_one_of(
        &mut self,
        code: &'static str,
        message: &'static str,
        help: &'static str,
        value: &str,
        other: Option<&str>,
        node: &Node,
    ) {
        self.bad_part(code, message, help, node);
        let before = self.source.get(..node.span.start as usize).unwrap_or_default().trim_end();
        let line = |value: &str| if before.ends_with(':') { format!("{}: {value}", self.field) } else { value.to_owned() };
        if let Some(mut finding) = self.findings.pop() {
            finding = finding.arg("value", value).arg("line", line(value));
            if let Some(other) = other {
                finding = finding.arg("other", line(other)).arg("other_value", other);
            }
            self.findings.push(finding);
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
