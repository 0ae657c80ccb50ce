//! Files of vocabularies: the words that records may use, with their names in each language.

use super::fact::Fact;
use super::link::Link;
use super::moment::Moment;
use super::node::{Node, Value};
use super::read::{Cx, Fields, Read};
use super::reference::{is_slug, nearest_slug};
use super::text::Text;
use super::word::{Vocabulary, Word};
use crate::base::{Diagnostic, Language, Span};

/// The built-in files, in the format that sites use for their own.
pub const BUILT_IN: [(Vocabulary, &str); 12] = [
    (Vocabulary::Regions, include_str!("vocabularies/regions.yaml")),
    (Vocabulary::Prefectures, include_str!("vocabularies/prefectures.yaml")),
    (Vocabulary::Specialties, include_str!("vocabularies/specialties.yaml")),
    (Vocabulary::Rounds, include_str!("vocabularies/rounds.yaml")),
    (Vocabulary::Stages, include_str!("vocabularies/stages.yaml")),
    (Vocabulary::Designations, include_str!("vocabularies/designations.yaml")),
    (Vocabulary::ProgramKinds, include_str!("vocabularies/program-kinds.yaml")),
    (Vocabulary::OrganizationKinds, include_str!("vocabularies/organization-kinds.yaml")),
    (Vocabulary::Anchors, include_str!("vocabularies/anchors.yaml")),
    (Vocabulary::Parties, include_str!("vocabularies/parties.yaml")),
    (Vocabulary::Licences, include_str!("vocabularies/licences.yaml")),
    (Vocabulary::Sources, include_str!("vocabularies/sources.yaml")),
];

/// One vocabulary file.
#[derive(Debug, Clone, PartialEq)]
pub struct VocabularyFile {
    /// Which vocabulary.
    pub vocabulary: Vocabulary,
    /// Its words take the place of the built-in ones instead of joining them.
    pub replace: bool,
    /// Its words, in order.
    pub words: Vec<Entry>,
}

/// A word of a vocabulary.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: Box<str>,
    /// Where the id stands.
    pub span: Span,
    /// Its name.
    pub name: Option<Text>,
    /// Its name in kana.
    pub reading: Option<Box<str>>,
    /// The group that it belongs to: of a prefecture, the region's id.
    pub group: Option<Box<str>>,
    /// A code of a standard: of a prefecture, that of JIS X 0401.
    pub code: Option<Box<str>>,
    /// Of a stage: the stage that must have ended before it begins.
    pub follows: Option<Box<str>>,
    /// Of a source.
    pub source: Option<SourceDetails>,
}

/// What is known of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceDetails {
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// Its title.
    pub title: Option<Text>,
    /// Where it is.
    pub address: Option<Link>,
    /// Its language.
    pub language: Option<Language>,
    /// Is its publisher the body in charge?
    pub official: Option<bool>,
    /// When it was read.
    pub retrieved: Option<Fact<Moment>>,
    /// A remark.
    pub note: Option<Text>,
}

impl VocabularyFile {
    /// Reads the file of the given vocabulary.
    pub fn read(vocabulary: Vocabulary, node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let replace = fields.flag("replace");
        let words: Vec<Raw> = fields.list("words");
        fields.finish();
        let named = match vocabulary {
            Vocabulary::Prefectures => Some(("group", Vocabulary::Regions)),
            Vocabulary::Stages => Some(("follows", Vocabulary::Stages)),
            _ => None,
        };
        if let (Some((field, vocabulary)), Some(Value::List(items))) = (named, node.get("words").map(|words| &words.value)) {
            let written = items.iter().filter_map(|item| item.get(field));
            cx.uses
                .words
                .extend(written.filter_map(|node| Some(Word { vocabulary, id: node.as_str()?.into(), span: node.span })));
        }
        let words = words.into_iter().map(|raw| raw.into_entry(vocabulary)).collect();
        Some(Self { vocabulary, replace, words })
    }
}

/// A word before it is known whether it is a source.
struct Raw(Entry, SourceDetails);

impl Raw {
    fn into_entry(self, vocabulary: Vocabulary) -> Entry {
        let Self(mut entry, details) = self;
        if vocabulary == Vocabulary::Sources {
            entry.name = entry.name.or_else(|| details.title.clone());
            entry.source = Some(details);
        }
        entry
    }
}

impl Read for Raw {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let id_node = fields.node("id");
        if id_node.is_none() {
            fields.missing("id");
        }
        let span = id_node.map_or(node.span, |node| node.span);
        let id = id_node.and_then(|node| node.as_str()).unwrap_or_default();
        if let Some(node) = id_node
            && !is_slug(id)
        {
            let finding = Diagnostic::error("bad-file-name", fields.cx.place(node.span)).says("bad-word-id").arg("found", id);
            fields.cx.report(match nearest_slug(id) {
                Some(slug) => finding.help("bad-word-id-nearest").arg("nearest", slug),
                None => finding.help("bad-word-id-help"),
            });
        }
        let name = fields.optional("name");
        let reading = fields.optional("reading");
        let group = fields.optional("group");
        let code = fields.optional("code");
        let follows = fields.optional("follows");
        let details = SourceDetails {
            publisher: fields.optional("publisher"),
            title: fields.optional("title"),
            address: fields.optional("address"),
            language: fields.optional("language"),
            official: fields.optional("official"),
            retrieved: fields.optional("retrieved"),
            note: fields.optional("note"),
        };
        if name.is_none() && details.title.is_none() && node.get("name").is_none() {
            fields.missing("name");
        }
        fields.finish();
        is_slug(id).then(|| Self(Entry { id: id.into(), span, name, reading, group, code, follows, source: None }, details))
    }
}
