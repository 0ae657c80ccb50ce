//! A value and its standing: stated, derived, inferred, or absent in one of five ways; and lists that may be open.

use super::node::{Node, Value};
use super::read::{Cx, Fields, Read, read_items};
use super::text::Text;
use super::word::{In, SourceName};

/// The five ways in which a value can be missing. They are different facts and are shown differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// Nobody knows, or no source that was read says.
    Unknown,
    /// It is known that there is none.
    None,
    /// The question does not arise.
    NotApplicable,
    /// The source has a place for it and leaves it empty.
    MissingInSource,
    /// There is no single value.
    Varies,
}

impl Absence {
    const ALL: [Self; 5] = [Self::Unknown, Self::None, Self::NotApplicable, Self::MissingInSource, Self::Varies];

    /// As written in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::None => "none",
            Self::NotApplicable => "not-applicable",
            Self::MissingInSource => "missing-in-source",
            Self::Varies => "varies",
        }
    }

    /// The message id of what readers see.
    pub fn message(self) -> &'static str {
        match self {
            Self::Unknown => "absence_unknown",
            Self::None => "absence_none",
            Self::NotApplicable => "absence_not_applicable",
            Self::MissingInSource => "absence_missing_in_source",
            Self::Varies => "absence_varies",
        }
    }

    fn from_node(node: &Node) -> Option<Self> {
        let text = node.as_plain()?;
        Self::ALL.into_iter().find(|absence| absence.as_str() == text)
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
                fields.cx.unknown_choice(written, &found, Absence::ALL.map(Absence::as_str));
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
        T::read(node, cx).map(|value| Self::Known { value, standing: Standing::Stated, source: None })
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

impl<T: Read> Read for List<T> {
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
                cx.wrong_shape(node, "value-list");
                None
            }
        }
    }
}
