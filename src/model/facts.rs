//! The facts of a record as lines of text, so that a change of one is seen and can be shown.

use std::collections::BTreeMap;

use super::common::Common;
use super::node::{Node, Value};
use super::read::Uses;
use super::text::Text;
use crate::base::Span;

/// What is known of a record's values.
struct Known<'a> {
    /// Where its texts are, sorted.
    texts: Vec<Span>,
    /// The canonical spelling of values that are written otherwise.
    canonical: BTreeMap<Span, &'a str>,
}

/// One line for each value that is no text in a language: the way to it and the value, in its canonical spelling (`edits`: what
/// `annai fmt` would write), so that a fact that is written otherwise is no other fact.
pub fn lines(root: &Node, uses: &Uses, edits: &[(Span, String)]) -> String {
    let mut texts: Vec<Span> = uses.texts.iter().map(Text::span).collect();
    texts.sort_unstable();
    let known = Known { texts, canonical: edits.iter().map(|(span, text)| (*span, &**text)).collect() };
    let mut lines = String::new();
    for entry in root.as_map().unwrap_or_default() {
        if Common::FIELDS.iter().all(|field| field.is_fact || field.key != &*entry.key) {
            add(&entry.node, &mut String::from(&*entry.key), &known, &mut lines);
        }
    }
    // The order in which fields are written is no fact.
    let mut sorted: Vec<&str> = lines.split_inclusive('\n').collect();
    sorted.sort_unstable();
    sorted.concat()
}

fn add(node: &Node, trail: &mut String, known: &Known<'_>, lines: &mut String) {
    let length = trail.len();
    let mut step = |name: &str, node: &Node| {
        trail.push('.');
        trail.push_str(name);
        add(node, trail, known, lines);
        trail.truncate(length);
    };
    match &node.value {
        Value::Null => {}
        Value::Scalar { text, .. } => {
            let text = known.canonical.get(&node.span).copied().unwrap_or(text);
            lines.push_str(trail);
            lines.push_str(": ");
            match text.contains('\n') {
                true => lines.push_str(&text.replace('\n', " ")),
                false => lines.push_str(text),
            }
            lines.push('\n');
        }
        Value::List(items) => items.iter().enumerate().for_each(|(i, item)| step(&i.to_string(), item)),
        Value::Map(_) if known.texts.binary_search(&node.span).is_ok() => {}
        Value::Map(entries) => entries.iter().for_each(|entry| step(&entry.key, &entry.node)),
    }
}
