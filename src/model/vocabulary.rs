//! Files of vocabularies: the words that records may use, with their names in each language.

use super::fact::{Fact, List};
use super::link::Link;
use super::moment::Moment;
use super::node::{Node, Value};
use super::read::{Cx, Described, Fields, Map, Read, Shape, choices, fields, indispensable, scalars};
use super::reference::{is_slug, nearest_slug};
use super::text::Text;
use super::word::{In, StageName, Vocabulary, Word};
use crate::base::{Diagnostic, Language, Span};

/// The built-in files, in the format that sites use for their own.
pub const BUILT_IN: [(Vocabulary, &str); 14] = [
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
    (Vocabulary::Professions, include_str!("vocabularies/professions.yaml")),
    (Vocabulary::Purposes, include_str!("vocabularies/purposes.yaml")),
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
    /// Of a stage: the stages that must have begun before it is over.
    pub after: Vec<Box<str>>,
    /// Of a source.
    pub source: Option<SourceDetails>,
}

impl Entry {
    /// The same with what another word of this id has and this one has not: so that a name in one more language is enough.
    pub fn completed(&self, other: &Self) -> Self {
        let name = match (&self.name, &other.name) {
            (Some(own), Some(other)) => Some(own.completed(other)),
            (own, other) => own.as_ref().or(other.as_ref()).cloned(),
        };
        let or = |own: &Option<Box<str>>, other: &Option<Box<str>>| own.as_ref().or(other.as_ref()).cloned();
        Self {
            id: self.id.clone(),
            span: self.span,
            name,
            reading: or(&self.reading, &other.reading),
            group: or(&self.group, &other.group),
            code: or(&self.code, &other.code),
            follows: or(&self.follows, &other.follows),
            after: if self.after.is_empty() { other.after.clone() } else { self.after.clone() },
            source: self.source.as_ref().or(other.source.as_ref()).cloned(),
        }
    }
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
    /// What it is to the body in charge, and to us.
    pub rank: Option<Rank>,
    /// When it was read.
    pub retrieved: Option<Fact<Moment>>,
    /// How much of it was read.
    pub compared: Option<Compared>,
    /// A remark.
    pub note: Option<Text>,
}

choices! {
    /// Whose word a source is.
    Rank: "rank" {
        /// That of the body in charge.
        Official = "official" | "公式" | "公的" | "official source",
        /// The same word for word, elsewhere.
        Mirror = "mirror" | "転載" | "公式の写し" | "ミラー" | "official mirror",
        /// Somebody else's.
        Unofficial = "unofficial" | "非公式" | "unofficial source",
        /// That of those who make the site.
        Ourselves = "ourselves" | "自機関" | "当機関" | "当院" | "当センター" | "自院" | "us" | "own",
    }
}

impl SourceDetails {
    /// Its rank, also where only `official` says it.
    pub fn rank(&self) -> Option<Rank> {
        self.rank.or_else(|| self.official.map(|official| if official { Rank::Official } else { Rank::Unofficial }))
    }

    /// Is it the word of the body in charge?
    pub fn is_official(&self) -> bool {
        self.rank() == Some(Rank::Official)
    }
}

choices! {
    /// What of a source the editors have read.
    Compared: "compared" {
        /// The page itself.
        Page = "page",
        /// A copy that somebody else made of it.
        Copy = "copy",
        /// The beginning of such a copy, or another part.
        PartOfCopy = "part-of-copy",
    }
}

fields! {
    /// The file as it is written.
    Words {
        /// Its words take the place of the built-in ones.
        replace: bool,
        /// Its words, in order.
        words: Vec<RawWord>,
    }
}

fields! {
    /// A word as it is written: before it is known whether it is a source.
    RawWord, then(has_a_name) {
        /// Its id.
        id: Id,
        /// Its name.
        name: Option<Text>,
        /// Its name in kana.
        reading: Option<Box<str>>,
        /// The group that it belongs to.
        group: Option<Box<str>>,
        /// A code of a standard.
        code: Option<Box<str>>,
        /// Of a stage: the stage that must have ended before it begins.
        follows: Option<Box<str>>,
        /// Of a stage: the stages that must have begun before it is over.
        after: List<In<StageName>>,
        /// Who publishes it.
        publisher: Option<Text>,
        /// Its title.
        title: Option<Text>,
        /// Where it is.
        address: Option<Link>,
        /// Its language.
        language: Option<Language>,
        /// Is its publisher the body in charge?
        official: Option<bool>,
        /// What it is to the body in charge, and to us.
        rank: Option<Rank>,
        /// When it was read.
        retrieved: Option<Fact<Moment>>,
        /// How much of it was read.
        compared: Option<Compared>,
        /// A remark.
        note: Option<Text>,
    }
}

/// The id of a word, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Id(Box<str>, Span);

scalars! {
    Id: "id" NUMBER "^[a-z0-9]+(-[a-z0-9]+)*$", ["jmip", "first-round"], ["JMIP", "a b", "日本"];
}

impl VocabularyFile {
    /// The map in which it is written.
    pub const MAP: &'static Map = &Map { name: "Vocabulary", fields: Words::FIELDS };

    /// Reads the file of the given vocabulary.
    pub fn read(vocabulary: Vocabulary, node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let written = Words::from_fields(&mut fields);
        fields.finish();
        let Words { replace, words } = written?;
        let named = match vocabulary {
            Vocabulary::Prefectures => Some((RawWord::group.key, Vocabulary::Regions)),
            Vocabulary::Stages => Some((RawWord::follows.key, Vocabulary::Stages)),
            _ => None,
        };
        if let (Some((field, vocabulary)), Some(Value::List(items))) =
            (named, node.get(Words::words.key).map(|words| &words.value))
        {
            let written = items.iter().filter_map(|item| item.get(field));
            cx.uses
                .words
                .extend(written.filter_map(|node| Some(Word { vocabulary, id: node.as_str()?.into(), span: node.span })));
        }
        let words = words.into_iter().map(|raw| raw.into_entry(vocabulary)).collect();
        Some(Self { vocabulary, replace, words })
    }
}

impl RawWord {
    fn has_a_name(&self, fields: &mut Fields<'_, '_, '_>) {
        if let (Some(true), Some(Rank::Unofficial)) | (Some(false), Some(Rank::Official)) = (self.official, self.rank) {
            fields.contradiction("rank-contradicts", "rank-contradicts-help");
        }
        if self.title.is_none() && !fields.is_written(Self::name.key) {
            fields.missing(Self::name.key);
        }
    }

    fn into_entry(self, vocabulary: Vocabulary) -> Entry {
        let Self {
            id,
            name,
            reading,
            group,
            code,
            follows,
            after,
            publisher,
            title,
            address,
            language,
            official,
            rank,
            retrieved,
            compared,
            note,
        } = self;
        let is_source = vocabulary == Vocabulary::Sources;
        let name = name.or_else(|| title.clone().filter(|_| is_source));
        let source =
            is_source.then_some(SourceDetails { publisher, title, address, language, official, rank, retrieved, compared, note });
        let after = after.items.into_iter().map(|stage| stage.word.id.clone()).collect();
        Entry { id: id.0, span: id.1, name, reading, group, code, follows, after, source }
    }
}

impl Described for RawWord {
    fn shape() -> Shape {
        Shape::Map(&Map { name: "Word", fields: Self::FIELDS })
    }
}

impl Read for RawWord {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let raw = Self::from_fields(&mut fields);
        fields.finish();
        raw
    }
}

impl Read for Id {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let id = node.as_str().unwrap_or_default();
        if !is_slug(id) {
            let finding = Diagnostic::error("bad-file-name", cx.place(node.span)).says("bad-word-id").arg("found", id);
            cx.report(match nearest_slug(id) {
                Some(slug) => finding.help("bad-word-id-nearest").arg("nearest", slug),
                None => finding.help("bad-word-id-help"),
            });
        }
        is_slug(id).then(|| Self(id.into(), node.span))
    }
}

indispensable!(Id);
