//! A value and its standing: stated, derived, inferred, or absent in one of five ways; and lists that may be open.

use std::any::Any;

use super::node::{Node, Value};
use super::read::{
    Coded, Cx, Data, Datum, Described, EachDatum, Field, Fields, Map, Nameable, Read, Shape, Take, choices, read_items,
};
use super::text::Text;
use super::word::{In, SourceName};

choices! {
    /// The five ways in which a value can be missing. They are different facts and are shown differently.
    Absence: "absence" {
        /// Nobody knows, or no source that was read says.
        Unknown = "unknown",
        /// It is known that there is none.
        None = "none",
        /// The question does not arise.
        NotApplicable = "not-applicable",
        /// The source has a place for it and leaves it empty.
        MissingInSource = "missing-in-source",
        /// There is no single value.
        Varies = "varies",
    }
}

impl Absence {
    fn from_node(node: &Node) -> Option<Self> {
        Self::from_word(node.as_plain()?)
    }
}

/// How a value is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// A source states it.
    Stated,
    /// It follows from what sources state; the reason.
    Derived(Text),
    /// It is likely from what sources state; the reason.
    Inferred(Text),
}

/// A value that may be absent, with how it is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact<T> {
    /// There is a value.
    Known {
        /// The value.
        value: T,
        /// How it is known.
        standing: Standing,
        /// The source, where it is not the record's.
        source: Option<In<SourceName>>,
    },
    /// There is none.
    Absent {
        /// In which way.
        absence: Absence,
        /// Why, or how it varies.
        because: Option<Text>,
    },
}

impl<T> Fact<T> {
    /// The value, if there is one.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known { value, .. } => Some(value),
            Self::Absent { .. } => None,
        }
    }
}

impl<T> Fact<T> {
    /// How it is known, or in which way there is none, as open data has it.
    pub fn status(&self) -> &'static str {
        match self {
            Self::Known { standing: Standing::Stated, .. } => "stated",
            Self::Known { standing: Standing::Derived(_), .. } => "derived",
            Self::Known { standing: Standing::Inferred(_), .. } => "inferred",
            Self::Absent { absence, .. } => absence.as_str(),
        }
    }
}

impl<T: Data> Data for Fact<T> {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        T::data(it.and_then(Self::known), each);
        each("_status", Datum::Code(it.map(|fact| fact.status().into())));
    }
}

impl<T: Nameable> Nameable for Fact<T> {
    fn fact(&self) -> Option<&dyn Any> {
        match self {
            Self::Known { value, .. } => value.fact(),
            Self::Absent { absence, .. } => Some(absence),
        }
    }
}

impl<T: Described> Fact<T> {
    /// How the standing of a value is written.
    pub const MAP: &'static Map = &Map {
        name: "Fact",
        fields: &[
            Field::new("Fact", "value", T::shape, false).inner(),
            Field::new("Fact", "derived", Text::shape, false),
            Field::new("Fact", "inferred", Text::shape, false),
            Field::new("Fact", "source", <In<SourceName>>::shape, false),
            Field::new("Fact", "absent", Absence::shape, false),
            Field::new("Fact", "because", Text::shape, false),
        ],
    };
}

impl<T: Described> Described for Fact<T> {
    fn shape() -> Shape {
        Shape::Fact(Box::new(T::shape()), Self::MAP)
    }
}

impl<T: Read> Read for Fact<T> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if let Some(absence) = Absence::from_node(node) {
            return Some(Self::Absent { absence, because: None });
        }
        if node.get("absent").is_some() {
            let mut fields = Fields::of(node, "value-map", cx)?;
            let written = fields.node("absent")?;
            let absence = Absence::from_node(written);
            if absence.is_none() {
                let found = written.as_str().unwrap_or_default().to_owned();
                fields.cx.unknown_choice(written, &found, Absence::WORDS);
            }
            let because = fields.optional("because");
            fields.finish();
            return absence.map(|absence| Self::Absent { absence, because });
        }
        if node.get("value").is_some() {
            let field = cx.field;
            let mut fields = Fields::of(node, "value-map", cx)?;
            let written = fields.node("value")?;
            fields.cx.field = field;
            let value = T::read(written, fields.cx);
            let derived = fields.optional("derived").map(Standing::Derived);
            let inferred = fields.optional("inferred").map(Standing::Inferred);
            let source = fields.optional("source");
            fields.finish();
            let standing = derived.or(inferred).unwrap_or(Standing::Stated);
            return value.map(|value| Self::Known { value, standing, source });
        }
        // A word that is misspelt here may be meant for an absence.
        let is_word = node.as_plain().is_some();
        let outer = std::mem::replace(&mut cx.absences, if is_word { Absence::WORDS } else { &[] });
        let value = T::read(node, cx);
        cx.absences = outer;
        value.map(|value| Self::Known { value, standing: Standing::Stated, source: None })
    }
}

/// A list that the source may have left open: "and so on".
#[derive(Debug, Clone, PartialEq)]
pub struct List<T> {
    /// What is listed.
    pub items: Vec<T>,
    /// The source says that there is more.
    pub open: bool,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), open: false }
    }
}

impl<T: Described> List<T> {
    /// How it is written that there is more.
    pub const MAP: &'static Map = &Map {
        name: "List",
        fields: &[Field::new("List", "items", <Vec<T>>::shape, false).inner(), Field::new("List", "open", bool::shape, false)],
    };
}

impl<T: Described> Described for List<T> {
    fn shape() -> Shape {
        Shape::Open(Box::new(T::shape()), Self::MAP)
    }
}

impl<T: Read + Described> Read for List<T> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let field = cx.field;
        match &node.value {
            Value::List(items) => Some(Self { items: read_items(items, field, cx), open: false }),
            Value::Map(_) if node.get("items").is_some() => {
                let mut fields = Fields::of(node, "value-list", cx)?;
                let items = fields.list("items");
                let open = fields.flag("open");
                fields.finish();
                Some(Self { items, open })
            }
            _ => {
                cx.wrong_form(node, "value-list", &Shape::List(Box::new(T::shape())));
                None
            }
        }
    }
}

impl<T: Read + Described> Take for List<T> {
    fn take(fields: &mut Fields<'_, '_, '_>, field: &Field) -> Option<Self> {
        Some(fields.value(field).unwrap_or_default())
    }
}

impl<T: Coded> Data for List<T> {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        each("", Datum::Codes(it.map(|list| list.items.iter().map(Coded::code).collect())));
    }
}
