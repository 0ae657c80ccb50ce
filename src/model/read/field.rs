//! What a field says of itself, and which shape values have as they are written: all code that reads, orders, names or explains
//! fields looks here.

use crate::model::reference::{Kind, KindSet, Relation};
use crate::model::word::Vocabulary;

/// A field as it is written, and what is known of it beside its value.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The struct that it is of, and its name there: by them its words are found.
    pub of: &'static str,
    /// See `of`.
    pub name: &'static str,
    /// As it is written: its key.
    pub key: &'static str,
    /// What may stand there.
    pub shape: fn() -> Shape,
    /// It must be written.
    pub is_required: bool,
    /// It must be written too, which is not said when it is read, but by what it is read for.
    pub is_needed: bool,
    /// The kinds that its references may name.
    pub to: KindSet,
    /// What the record that is named is to the one that names it.
    pub relation: Relation,
    /// What stands there is the value itself: what is written around it says more of it.
    pub is_inner: bool,
    /// It says something of the world: no change of it goes unseen.
    pub is_fact: bool,
    /// The name of its columns in open data; nothing where it has none.
    pub column: Option<&'static str>,
    /// Prose can name it: what stands there takes the place of its name.
    pub is_named: bool,
    /// Of the fields that all kinds share: it stands before those of the kind, not after them.
    pub leads: bool,
}

impl Field {
    /// A field under its name.
    pub const fn new(of: &'static str, name: &'static str, shape: fn() -> Shape, is_required: bool) -> Self {
        Self {
            of,
            name,
            key: name,
            shape,
            is_required,
            to: KindSet::ALL,
            relation: Relation::Other,
            is_inner: false,
            is_needed: false,
            is_fact: true,
            column: None,
            is_named: false,
            leads: false,
        }
    }

    /// Its key, where that is a word of Rust.
    pub const fn key(self, key: &'static str) -> Self {
        Self { key, ..self }
    }

    /// It must be written.
    pub const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// It must be written, and what it is read for says so.
    pub const fn needed(self) -> Self {
        Self { is_needed: true, ..self }
    }

    /// The kinds that its references may name.
    pub const fn to(self, kinds: &[Kind]) -> Self {
        Self { to: KindSet::of(kinds), ..self }
    }

    /// What the record that is named is to the one that names it.
    pub const fn as_(self, relation: Relation) -> Self {
        Self { relation, ..self }
    }

    /// It says nothing of the world: when somebody looked, what is accepted, where pages were.
    pub const fn not_fact(self) -> Self {
        Self { is_fact: false, ..self }
    }

    /// It is published in open data under its name.
    pub const fn data(self) -> Self {
        Self { column: Some(self.name), ..self }
    }

    /// It is published under another name.
    pub const fn column(self, name: &'static str) -> Self {
        Self { column: Some(name), ..self }
    }

    /// Prose can name it.
    pub const fn named(self) -> Self {
        Self { is_named: true, ..self }
    }

    /// What stands there is the value itself.
    pub const fn inner(self) -> Self {
        Self { is_inner: true, ..self }
    }

    /// It stands before the fields of the kind.
    pub const fn leads(self) -> Self {
        Self { leads: true, ..self }
    }
}

/// A map as it is written.
#[derive(Debug)]
pub struct Map {
    /// What is written so.
    pub name: &'static str,
    /// Its fields, in their order.
    pub fields: &'static [Field],
}

/// A value that is one scalar of YAML. The pattern is what programs for editors can know of it: it refuses nothing that the reader
/// takes, and takes much that only the reader refuses. A test gives both the examples.
#[derive(Debug)]
pub struct Scalar {
    /// The value.
    pub name: &'static str,
    /// What YAML may take it for.
    pub types: &'static [&'static str],
    /// A regular expression of ECMAScript for those that are strings.
    pub pattern: Option<&'static str>,
    /// Examples.
    pub takes: &'static [&'static str],
    /// What is none.
    pub refuses: &'static [&'static str],
}

impl Scalar {
    /// What YAML takes for text, a number or a flag, where any of them will do.
    pub const ANY: &'static [&'static str] = &["string", "number", "boolean"];
    /// Where numbers will do.
    pub const NUMBER: &'static [&'static str] = &["string", "number"];
    /// What YAML takes for a flag, and the words that people write in its place.
    pub const FLAG: &'static [&'static str] = &["boolean", "string"];
    /// Where only text will do.
    pub const STRING: &'static [&'static str] = &["string"];
}

/// Which values may stand in a place.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A text, once for each language.
    Text,
    /// A scalar.
    Scalar(&'static Scalar),
    /// A word of a vocabulary.
    Word(Vocabulary),
    /// One of these words, each with the id of the message that says what it means; and what people write in their place.
    Choice(&'static [(&'static str, &'static str)], &'static [&'static str]),
    /// A record; of which kinds, the field says.
    Reference,
    /// A map.
    Map(&'static Map),
    /// A list of these.
    List(Box<Shape>),
    /// A list that the source may have left open; the map is how that is written.
    Open(Box<Shape>, &'static Map),
    /// A value that may be absent; the map is how its standing is written.
    Fact(Box<Shape>, &'static Map),
    /// Any of these, under their common name. Fields of maps may stand beside each other.
    Either(&'static str, Vec<Shape>),
    /// Anything at all.
    Anything,
}

/// A value that says how it is written.
pub trait Described {
    /// Its shape.
    fn shape() -> Shape;
}

impl<T: Described> Described for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Described> Described for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Described> Described for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

/// Values that are one scalar: the type, its name, what YAML may take it for, its pattern if it has one, what it takes, what it refuses.
macro_rules! scalars {
    ($($type:ty: $name:literal $types:ident $($pattern:literal)?, [$($takes:literal),*], [$($refuses:literal),*];)*) => {
        $($crate::model::read::scalars! { @one $type: $name $types $($pattern)?, [$($takes),*], [$($refuses),*]; })*

        #[test]
        fn readers_and_patterns_take_what_they_are_said_to_take() {
            $($crate::model::read::tests::holds_its_examples::<$type>();)*
        }
    };
    (@one $type:ty: $name:literal $types:ident $($pattern:literal)?, [$($takes:literal),*], [$($refuses:literal),*];) => {
        impl $crate::model::read::Described for $type {
            fn shape() -> $crate::model::read::Shape {
                $crate::model::read::Shape::Scalar(&$crate::model::read::Scalar {
                    name: $name,
                    types: $crate::model::read::Scalar::$types,
                    pattern: [$(Some($pattern),)? None][0],
                    takes: &[$($takes),*],
                    refuses: &[$($refuses),*],
                })
            }
        }
    };
}

pub(crate) use scalars;
