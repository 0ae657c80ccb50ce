//! Words of vocabularies: prefectures, specialties, rounds and so on, by their ids.

use std::marker::PhantomData;

use crate::base::Span;

/// The vocabularies that there are. Their words are data: built-in defaults that a site extends or replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vocabulary {
    /// Groups of prefectures.
    Regions,
    /// Prefectures, by JIS X 0401.
    Prefectures,
    /// Medical specialties.
    Specialties,
    /// Rounds of a recruitment.
    Rounds,
    /// Stages of a round.
    Stages,
    /// Schemes that designate, recommend, survey or accredit.
    Designations,
    /// Kinds of program.
    ProgramKinds,
    /// Kinds of organization.
    OrganizationKinds,
    /// What the offset of a step counts from.
    Anchors,
    /// Who acts, pays or is concerned.
    Parties,
    /// Which licence a program asks for.
    Licences,
    /// Who takes part.
    Professions,
    /// What a program is taken for.
    Purposes,
    /// Where facts come from.
    Sources,
}

impl Vocabulary {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Regions,
        Self::Prefectures,
        Self::Specialties,
        Self::Rounds,
        Self::Stages,
        Self::Designations,
        Self::ProgramKinds,
        Self::OrganizationKinds,
        Self::Anchors,
        Self::Parties,
        Self::Licences,
        Self::Professions,
        Self::Purposes,
        Self::Sources,
    ];

    /// The name of its file in `content/vocabularies/`, without the ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regions => "regions",
            Self::Prefectures => "prefectures",
            Self::Specialties => "specialties",
            Self::Rounds => "rounds",
            Self::Stages => "stages",
            Self::Designations => "designations",
            Self::ProgramKinds => "program-kinds",
            Self::OrganizationKinds => "organization-kinds",
            Self::Anchors => "anchors",
            Self::Parties => "parties",
            Self::Licences => "licences",
            Self::Professions => "professions",
            Self::Purposes => "purposes",
            Self::Sources => "sources",
        }
    }

    /// The vocabulary of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vocabulary| vocabulary.name() == name)
    }

    /// The message id of its name for editors.
    pub fn message(self) -> &'static str {
        match self {
            Self::Regions => "vocabulary-regions",
            Self::Prefectures => "vocabulary-prefectures",
            Self::Specialties => "vocabulary-specialties",
            Self::Rounds => "vocabulary-rounds",
            Self::Stages => "vocabulary-stages",
            Self::Designations => "vocabulary-designations",
            Self::ProgramKinds => "vocabulary-program-kinds",
            Self::OrganizationKinds => "vocabulary-organization-kinds",
            Self::Anchors => "vocabulary-anchors",
            Self::Parties => "vocabulary-parties",
            Self::Licences => "vocabulary-licences",
            Self::Professions => "vocabulary-professions",
            Self::Purposes => "vocabulary-purposes",
            Self::Sources => "vocabulary-sources",
        }
    }
}

/// A word as it was written: checked against its vocabulary when the site is linked.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// The vocabulary that it belongs to.
    pub vocabulary: Vocabulary,
    /// Its id.
    pub id: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// A marker type for each vocabulary that a field can name.
pub trait Of {
    /// The vocabulary.
    const VOCABULARY: Vocabulary;
}

/// A word of the vocabulary `V`.
#[derive(Debug, Clone, PartialEq)]
pub struct In<V> {
    /// The word.
    pub word: Word,
    vocabulary: PhantomData<V>,
}

impl<V: Of> In<V> {
    /// The word of that id, which stands there.
    pub fn new(id: &str, span: Span) -> Self {
        Self { word: Word { vocabulary: V::VOCABULARY, id: id.into(), span }, vocabulary: PhantomData }
    }
}

macro_rules! vocabularies {
    ($($marker:ident = $vocabulary:ident;)*) => {$(
        #[doc = concat!("Marks words of `Vocabulary::", stringify!($vocabulary), "`.")]
        #[derive(Debug, Clone, PartialEq)]
        pub struct $marker;
        impl Of for $marker {
            const VOCABULARY: Vocabulary = Vocabulary::$vocabulary;
        }
    )*};
}

vocabularies! {
    Prefecture = Prefectures;
    Specialty = Specialties;
    RoundName = Rounds;
    StageName = Stages;
    DesignationScheme = Designations;
    ProgramKind = ProgramKinds;
    OrganizationKind = OrganizationKinds;
    Anchor = Anchors;
    Party = Parties;
    Licence = Licences;
    Profession = Professions;
    Purpose = Purposes;
    SourceName = Sources;
}
