//! Reads a text that is written once for each language.

mod written;

use self::written::Written;
use super::{Cx, Described, Read, Shape, first_line};
use crate::base::{Diagnostic, Language, Span};
use crate::model::hidden::is_blank;
use crate::model::node::{Node, Value};
use crate::model::prose;
use crate::model::text::{Phrase, Refers, Text};

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
        let text = Self::new(node.span, cx.trail(), phrases);
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
    if !is_plain || prose::has_wide_signs(&source) {
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
