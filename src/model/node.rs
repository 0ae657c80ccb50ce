//! A YAML document as a tree in which every value knows its place.

use crate::base::Span;

/// One value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value's bytes; of a quoted scalar, the quotes too.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// What a node holds. Scalars stay text: what they mean is for the field to say, so `0123` or `no` is never lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing was written, or `null` or `~`.
    Null,
    /// Plain, quoted or block text.
    Scalar {
        /// The text after YAML's escapes.
        text: Box<str>,
        /// Was it quoted, or a block? Then it is never an absence word or null.
        quoted: bool,
    },
    /// `- a` or `[a]`.
    List(Vec<Node>),
    /// `key: value` or `{key: value}`, in written order.
    Map(Vec<Entry>),
}

/// One field of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The field's name.
    pub key: Box<str>,
    /// Where the name stands.
    pub key_span: Span,
    /// The field's value.
    pub node: Node,
}

impl Node {
    /// The text of a scalar.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The text of a scalar that was not quoted.
    pub fn as_plain(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, quoted: false } => Some(text),
            _ => None,
        }
    }

    /// The fields of a map.
    pub fn as_map(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value of one field of a map.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_map()?.iter().find(|entry| &*entry.key == key).map(|entry| &entry.node)
    }

    /// The id of the message that names what this is: `found-list` and so on.
    pub fn found(&self) -> &'static str {
        match self.value {
            Value::Null => "found-nothing",
            Value::Scalar { .. } => "found-text",
            Value::List(_) => "found-list",
            Value::Map(_) => "found-map",
        }
    }
}
