//! Kinds of record, their identities, and references to them.

use crate::base::Span;

/// Every kind of record, in the order in which readers meet them: its name in references, its folder, which is the first part of
/// addresses too, and the room that describes it. Hands them all to `$make`.
macro_rules! kinds {
    ($make:ident) => {
        $make! {
            /// A hospital that takes people in.
            Hospital "hospital" "hospitals" hospital,
            /// A ministry, board, university, society or agency.
            Organization "organization" "organizations" organization,
            /// A national scheme or one host's offering of it.
            Program "program" "programs" program,
            /// What one program costs.
            Fee "fee" "fees" fee,
            /// One recruitment in one fiscal year.
            Schedule "schedule" "schedules" schedule,
            /// A route through programs, step by step.
            Journey "journey" "journeys" journey,
            /// A dated announcement.
            Notice "notice" "notices" notice,
            /// An entry of the glossary.
            Term "term" "terms" term,
            /// Prose.
            Page "page" "pages" page,
        }
    };
}

pub(crate) use kinds;

macro_rules! kind {
    ($($(#[$about:meta])* $kind:ident $name:literal $folder:literal $room:ident,)*) => {
        /// The kinds of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Kind {
            $($(#[$about])* $kind,)*
        }

        impl Kind {
            /// All kinds, in the order in which readers meet them.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$kind),*];

            /// As in references: `hospital`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }

            /// The message id of its name.
            pub fn message(self) -> &'static str {
                match self {
                    $(Self::$kind => concat!("kind_", $name),)*
                }
            }

            /// The message id of its name in the plural.
            pub fn plural(self) -> &'static str {
                match self {
                    $(Self::$kind => concat!("kinds_", $folder),)*
                }
            }

            /// The message id of what its list is.
            pub fn description(self) -> &'static str {
                match self {
                    $(Self::$kind => concat!("describe_", $folder),)*
                }
            }

            /// The folder in `content/` and the first part of addresses: `hospitals`.
            pub fn folder(self) -> &'static str {
                match self {
                    $(Self::$kind => $folder,)*
                }
            }
        }
    };
}

kinds!(kind);

impl Kind {
    /// The kind whose folder it is.
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// Some of the kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindSet(u16);

impl KindSet {
    /// Every kind.
    pub const ALL: Self = Self(u16::MAX);

    /// The given kinds.
    pub const fn of(kinds: &[Kind]) -> Self {
        let (mut bits, mut i) = (0, 0);
        while i < kinds.len() {
            bits |= 1 << kinds[i] as u16;
            i += 1;
        }
        Self(bits)
    }

    /// Is the kind one of them?
    pub fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// Their names, joined: `hospital, organization`.
    pub fn names(self) -> String {
        Kind::ALL.iter().filter(|kind| self.contains(**kind)).map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// What a record is to one that names it, where that counts for code. Readers see references by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Any other field names it.
    Other,
    /// A text or prose mentions it.
    Mention,
    /// The program that a fee or schedule is of.
    Program,
    /// The scheme that a program is an offering of.
    Scheme,
    /// The host of a program. A host of one fiscal year is none.
    Host,
    /// The record that a step of a journey is about.
    Step,
    /// What a notice is about.
    About,
    /// Who holds what a schedule is of.
    Holder,
}

/// What a record is called: `hospital/kanazawa-university`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// Its kind.
    pub kind: Kind,
    /// Its file's name without endings.
    pub slug: Box<str>,
}

impl Identity {
    /// From kind and file name.
    pub fn new(kind: Kind, slug: &str) -> Self {
        Self { kind, slug: slug.into() }
    }

    /// From `hospital/kanazawa-university`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::split(text).map(|(kind, slug)| Self::new(kind, slug))
    }

    /// The kind and the file name in `hospital/kanazawa-university`.
    pub fn split(text: &str) -> Option<(Kind, &str)> {
        let (kind, slug) = text.split_once('/')?;
        let kind = Kind::from_name(kind)?;
        is_slug(slug).then_some((kind, slug))
    }
}

impl std::fmt::Display for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        [self.kind.as_str(), "/", &self.slug].into_iter().try_for_each(|part| f.write_str(part))
    }
}

/// Lower case ASCII letters, digits and single hyphens: what file names and ids are made of.
pub fn is_slug(text: &str) -> bool {
    let mut begins_part = true;
    let is_fit = text.bytes().all(|byte| {
        let is_fit = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' && !begins_part;
        begins_part = byte == b'-';
        is_fit
    });
    is_fit && !begins_part
}

/// The slug that most likely was meant, if `text` holds any letters or digits of ASCII.
pub fn nearest_slug(text: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    (!slug.is_empty() && text.is_ascii()).then_some(slug)
}

/// A reference in a record: by identity, or by file name alone where that is not ambiguous.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// `hospital/kanazawa-university`, or `kanazawa-university`.
    pub target: Box<str>,
    /// Where it stands.
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_are_kind_and_slug() {
        assert_eq!(Identity::parse("fee/practical-training").unwrap().to_string(), "fee/practical-training");
        assert!(Identity::parse("fees/x").is_none());
        assert!(!is_slug("a--b") && !is_slug("A") && !is_slug("") && is_slug("h0001"));
    }

    #[test]
    fn kind_sets() {
        let set = KindSet::of(&[Kind::Hospital, Kind::Organization]);
        assert!(set.contains(Kind::Hospital) && !set.contains(Kind::Fee));
        assert_eq!(set.names(), "hospital, organization");
    }
}
