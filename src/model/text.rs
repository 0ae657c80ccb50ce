//! Text that is written once for each language.

use std::sync::Arc;

use super::prose;
use crate::base::{Language, Span};

/// One text in the languages it was written in. Cheap to clone.
#[derive(Debug, Clone, PartialEq)]
pub struct Text(Arc<Body>);

#[derive(Debug, PartialEq)]
struct Body {
    span: Span,
    trail: Box<str>,
    phrases: Box<[Phrase]>,
}

/// The text in one language: inline Markdown, mentions and ruby.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// The language's tag, in canonical case.
    pub language: Language,
    /// Where the tag stands.
    pub tag_span: Span,
    /// As written.
    pub source: Box<str>,
    /// Where it stands, quotes included.
    pub span: Span,
    /// Where its first character stands, if it stands in the file as it is: without escapes, in one line.
    pub verbatim: Option<u32>,
    /// No character in it could be markup.
    pub is_plain: bool,
    /// What it refers to; most texts refer to nothing, and there are very many of them.
    pub(super) refers: Option<Box<Refers>>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refers {
    pub mentions: Vec<prose::Mention>,
    pub links: Vec<prose::LinkUse>,
}

impl Phrase {
    /// Records and facts that it mentions.
    pub fn mentions(&self) -> &[prose::Mention] {
        self.refers.as_ref().map_or(&[], |refers| &refers.mentions)
    }

    /// Addresses that it links to.
    pub fn links(&self) -> &[prose::LinkUse] {
        self.refers.as_ref().map_or(&[], |refers| &refers.links)
    }
}

impl Text {
    /// A text that stands there, and the way to it from the top of its file.
    pub(super) fn new(span: Span, trail: &str, phrases: Vec<Phrase>) -> Self {
        Self(Arc::new(Body { span, trail: trail.into(), phrases: phrases.into() }))
    }

    /// All languages' phrases, in written order.
    pub fn phrases(&self) -> &[Phrase] {
        &self.0.phrases
    }

    /// The way from the top of its file to the text: `units.0.name`.
    pub fn trail(&self) -> &str {
        &self.0.trail
    }

    /// Where the text stands.
    pub fn span(&self) -> Span {
        self.0.span
    }

    /// The same with the phrases of another text in languages that it lacks.
    pub fn completed(&self, other: &Self) -> Self {
        let lacks = |phrase: &&Phrase| !self.phrases().iter().any(|own| own.language == phrase.language);
        let phrases = self.phrases().iter().chain(other.phrases().iter().filter(lacks)).cloned().collect();
        Self(Arc::new(Body { span: self.span(), trail: self.trail().into(), phrases }))
    }

    /// The phrase in this language, or in one that its readers read as their own.
    pub fn own(&self, language: &Language) -> Option<&Phrase> {
        language.own().find_map(|own| self.0.phrases.iter().find(|phrase| phrase.language == own))
    }

    /// The phrase in the first of these languages that it has.
    pub fn first_of(&self, languages: &[Language]) -> Option<&Phrase> {
        // That nearly every text has the first makes this the hottest comparison of a build.
        languages.iter().find_map(|language| self.0.phrases.iter().find(|phrase| phrase.language == *language))
    }
}
