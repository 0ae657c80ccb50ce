//! What a document mentions, and the readers of references and words, which are kept there.

use std::any::Any;
use std::borrow::Cow;

use super::{Coded, Cx, Data, Datum, Described, EachDatum, Nameable, Read, Shape};
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Language, Span};
use crate::model::node::Node;
use crate::model::prose::LinkUse;
use crate::model::reference::{Kind, KindSet, Reference, Relation};
use crate::model::spelling::unquoted;
use crate::model::text::Text;
use crate::model::word::{In, Of, Word};

/// Everything a document mentions, gathered while it is read so that linking needs no walk through the kinds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Uses {
    /// References to records.
    pub references: Vec<ReferenceUse>,
    /// Words of vocabularies.
    pub words: Vec<Word>,
    /// Texts in languages.
    pub texts: Vec<Text>,
    /// Where links of records lead. They have no words here.
    pub links: Vec<LinkUse>,
    /// Where links stand whose page has no address.
    pub unaddressed: Vec<Span>,
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

impl Uses {
    /// Keeps that something leads to an address, which stands at `span`.
    pub fn leads_to(&mut self, address: &str, span: Span) {
        self.links.push(LinkUse { address: address.to_owned(), span, ..LinkUse::default() });
    }
}

impl Described for Reference {
    fn shape() -> Shape {
        Shape::Reference
    }
}

impl Read for Reference {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Some(text) = node.as_str() else {
            cx.wrong_shape(node, "value-reference");
            return None;
        };
        let trimmed = text.trim();
        let text = unquoted(trimmed);
        if text != trimmed {
            cx.canonical(node, text);
        }
        let text = text.strip_prefix("[[").and_then(|t| t.strip_suffix("]]")).unwrap_or(text);
        if let Some((kind, _)) = text.split_once('/')
            && Kind::from_name(kind).is_none()
        {
            let at = node.span.of(cx.source).find(kind).map(|at| node.span.start as usize + at);
            let span = at.map_or(node.span, |at| Span::new(at, at + kind.len()));
            let finding = Diagnostic::error("unknown-kind", cx.place(span)).arg("kind", kind).arg("found", text);
            let known = Kind::ALL.map(Kind::as_str);
            let finding = match nearest(kind, known) {
                Some(near) => finding.help("unknown-kind-nearest").arg("nearest", near),
                None => finding.help("unknown-kind-known").arg("known", known.join(", ")),
            };
            cx.report(finding);
            return None;
        }
        let reference = Self { target: text.into(), span: node.span };
        let (allowed, field, relation) = (cx.allowed, cx.field, cx.relation);
        cx.uses.references.push(ReferenceUse { reference: reference.clone(), allowed, field, relation });
        Some(reference)
    }
}

impl<V: Of> Described for In<V> {
    fn shape() -> Shape {
        Shape::Word(V::VOCABULARY)
    }
}

impl<V: Of> Read for In<V> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Some(text) = node.as_str() else {
            cx.wrong_shape(node, "value-word");
            return None;
        };
        let id = unquoted(text.trim());
        if id != text.trim() {
            cx.canonical(node, id);
        }
        let own = Self::new(id, node.span);
        cx.uses.words.push(own.word.clone());
        Some(own)
    }
}

impl<V> Nameable for In<V> {
    fn fact(&self) -> Option<&dyn Any> {
        Some(&self.word)
    }
}

impl<V> Coded for In<V> {
    fn code(&self) -> Cow<'_, str> {
        Cow::from(&*self.word.id)
    }
}

impl<V> Data for In<V> {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        each("", Datum::Code(it.map(Coded::code)));
    }
}
