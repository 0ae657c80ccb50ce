//! Text that is written once for each language.

mod written;

use std::sync::Arc;

use super::hidden::is_blank;
use super::node::{Node, Value};
use super::prose;
use super::read::{Cx, Described, Read, Shape, first_line};
use crate::base::{Diagnostic, Language, Span};
use written::Written;

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
    refers: Option<Box<Refers>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Refers {
    mentions: Vec<prose::Mention>,
    links: Vec<prose::LinkUse>,
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

impl Described for Text {
    fn shape() -> Shape {
        Shape::Text
    }
}

impl Read for Text {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_shape(node, "value-text");
            return None;
        };
        let (mut phrases, mut empty) = (Vec::with_capacity(entries.len()), Vec::new());
        // What is wrong with it is said already.
        let mut is_told = false;
        for entry in entries {
            let Some(language) = cx.language(&entry.key) else {
                cx.bad_language(&entry.key, entry.key_span);
                is_told |= entry.node.value != Value::Null;
                continue;
            };
            match &entry.node.value {
                Value::Scalar { text, .. } => phrases.extend(phrase((language, entry.key_span), text, entry.node.span, cx)),
                Value::Null => empty.push(entry),
                _ => {
                    is_told = true;
                    cx.wrong_shape(&entry.node, "value-scalar");
                }
            }
        }
        if phrases.is_empty() {
            if !is_told {
                let field = cx.field;
                let span = first_line(node.span, cx.source);
                let finding = Diagnostic::error("missing-field", cx.place(span)).says("missing-text");
                cx.report(finding.help("missing-text-help").arg("field", field));
            }
            return None;
        }
        for entry in empty {
            let finding = Diagnostic::error("missing-field", cx.place(entry.key_span)).says("missing-phrase");
            cx.report(finding.help("missing-phrase-help").arg("language", &*entry.key));
        }
        let text = Self(Arc::new(Body { span: node.span, trail: cx.trail().into(), phrases: phrases.into() }));
        cx.uses.texts.push(text.clone());
        Some(text)
    }
}

/// Where a text's own bytes begin, when they stand in the file as they are: mostly at once, or behind a quote.
fn verbatim(text: &str, span: Span, source: &str) -> Option<u32> {
    let written = span.of(source);
    let is_at = |start: &usize| written.get(*start..).is_some_and(|rest| rest.starts_with(text));
    let start = [0, 1].into_iter().find(is_at).or_else(|| written.find(text))?;
    Some(Span::new(span.start as usize + start, 0).start)
}

/// The text in one language; nothing where nobody would see anything of it.
fn phrase((language, tag_span): (Language, Span), text: &str, span: Span, cx: &mut Cx<'_>) -> Option<Phrase> {
    let source: Box<str> = text.trim().into();
    if is_blank(&source) {
        return None;
    }
    let is_plain = prose::is_plain(&source);
    let (mut mentions, mut links) = (Vec::new(), Vec::new());
    let verbatim = verbatim(&source, span, cx.source);
    if !is_plain {
        let (inline, mut findings) = prose::parse_inline(cx.path, &source, verbatim.unwrap_or(0));
        let is_seen = inline.is_seen;
        mentions = inline.mentions;
        links = inline.links;
        if verbatim.is_none() && !(findings.is_empty() && mentions.is_empty() && links.is_empty()) {
            let written = Written::new(&source, span, cx.source);
            findings.iter_mut().for_each(|finding| finding.place.span = written.place(finding.place.span));
            mentions.iter_mut().for_each(|mention| mention.span = written.place(mention.span));
            links.iter_mut().for_each(|link| link.span = written.place(link.span));
        }
        cx.findings.append(&mut findings);
        if !is_seen {
            return None;
        }
    }
    let refers = (!mentions.is_empty() || !links.is_empty()).then(|| Box::new(Refers { mentions, links }));
    Some(Phrase { language, tag_span, source, span, verbatim, is_plain, refers })
}
