//! The site's languages, and those that stand in for them.

use crate::base::{Diagnostic, Language, Span};
use crate::model::node::Node;
use crate::model::read::{Cx, Described, Fields, Read, Shape, fields};

/// A language of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteLanguage {
    /// Its tag.
    pub language: Language,
    /// Its name in itself.
    pub name: Option<Box<str>>,
    /// The languages that stand in for it, in this order; none: what is near to it, as CLDR knows.
    pub fallback: Vec<StandIn>,
    /// Are its texts drafts that nobody has read who speaks it from childhood? Readers are told, and what it lacks is no finding.
    pub is_draft: bool,
    /// Where the tag stands.
    pub span: Span,
}

/// A language that stands in for another.
#[derive(Debug, Clone, PartialEq)]
pub struct StandIn {
    /// Its tag.
    pub language: Language,
    /// Where it stands.
    pub span: Span,
}

impl Read for StandIn {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        Some(Self { language: Read::read(node, cx)?, span: node.span })
    }
}

fields! {
    /// A language with its name.
    NamedLanguage {
        /// Its tag.
        tag: Language,
        /// Its name in itself.
        name: Option<Box<str>>,
        /// The languages that stand in for it.
        fallback: Vec<StandIn>,
        /// Its texts are drafts that no native has read.
        draft: bool,
    }
}

impl Described for StandIn {
    fn shape() -> Shape {
        Language::shape()
    }
}

impl Described for SiteLanguage {
    fn shape() -> Shape {
        Shape::Either("site-language", vec![Language::shape(), Shape::Map(NamedLanguage::MAP)])
    }
}

impl Read for SiteLanguage {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_some() {
            return Some(Self {
                language: Read::read(node, cx)?,
                name: None,
                fallback: Vec::new(),
                is_draft: false,
                span: node.span,
            });
        }
        let mut fields = Fields::of(node, "value-language", cx)?;
        let span = fields.written(NamedLanguage::tag.key).map_or(node.span, |tag| tag.span);
        let named = NamedLanguage::from_fields(&mut fields);
        fields.finish();
        let NamedLanguage { tag, name, fallback, draft } = named?;
        Some(Self { language: tag, name, fallback, is_draft: draft, span })
    }
}

/// Takes out languages that stand there twice, and reports stand-ins that can be none, and a source that is said to be a draft. While a language could not be read, one that
/// seems to be missing may be that.
pub(super) fn check(languages: &mut Vec<SiteLanguage>, has_unread: bool, cx: &mut Cx<'_>) {
    let mut seen: Vec<Language> = Vec::new();
    languages.retain(|entry| {
        let repeated = seen.contains(&entry.language);
        if repeated {
            let finding = Diagnostic::error("bad-language", cx.place(entry.span)).says("repeated-language");
            cx.findings.push(finding.help("repeated-language-help").arg("found", entry.language.as_str()));
        }
        seen.push(entry.language.clone());
        !repeated
    });
    if let Some(source) = languages.first().filter(|entry| entry.is_draft && !has_unread) {
        let finding = Diagnostic::error("bad-language", cx.place(source.span)).says("source-is-draft");
        cx.findings.push(finding.help("source-is-draft-help").arg("found", source.language.as_str()));
    }
    for entry in languages.iter() {
        if let Some(own) = entry.fallback.iter().find(|stand_in| stand_in.language == entry.language) {
            let finding = Diagnostic::error("bad-language", cx.place(own.span)).says("fallback-is-itself");
            cx.findings.push(finding.help("fallback-is-itself-help").arg("found", own.language.as_str()));
        }
    }
    for stand_in in languages.iter().flat_map(|entry| &entry.fallback).filter(|_| !has_unread) {
        if !seen.contains(&stand_in.language) {
            let finding = Diagnostic::error("bad-language", cx.place(stand_in.span)).says("fallback-not-in-site");
            let tags = seen.iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
            let finding = finding.help("fallback-not-in-site-help").arg("languages", tags);
            cx.findings.push(finding.arg("found", stand_in.language.as_str()));
        }
    }
}
