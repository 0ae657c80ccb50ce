//! The facts of a record as lines of text, so that a change of one is seen and can be shown.

use std::collections::{HashMap, HashSet};

use super::node::{Node, Value};
use super::read::Uses;
use crate::base::Span;

/// Fields that say nothing of the world: when somebody looked, what changed, what is accepted, where pages were.
const NOT_FACTS: [&str; 7] = ["verified", "review_by", "changes", "allow", "aliases", "draft", "extra"];

/// One line for each value that is no text in a language: the way to it and the value, in its canonical spelling (`edits`: what
/// `annai fmt` would write), so that a fact that is written otherwise is no other fact.
pub fn lines(root: &Node, uses: &Uses, edits: &[(Span, String)]) -> String {
    let texts: HashSet<Span> = uses.texts.iter().map(super::text::Text::span).collect();
    let canonical: HashMap<Span, &str> = edits.iter().map(|(span, text)| (*span, &**text)).collect();
    let mut lines = String::new();
    for entry in root.as_map().unwrap_or_default() {
        if !NOT_FACTS.contains(&&*entry.key) {
            add(&entry.node, &mut entry.key.to_string(), (&texts, &canonical), &mut lines);
        }
    }
    // The order in which fields are written is no fact.
    let mut sorted: Vec<&str> = lines.split_inclusive('\n').collect();
    sorted.sort_unstable();
    sorted.concat()
}

/// Texts, and the canonical spelling of values.
type Known<'a> = (&'a HashSet<Span>, &'a HashMap<Span, &'a str>);

fn add(node: &Node, trail: &mut String, (texts, canonical): Known<'_>, lines: &mut String) {
    if texts.contains(&node.span) && node.as_map().is_some() {
        return;
    }
    let length = trail.len();
    let mut step = |name: &str, node: &Node| {
        trail.push('.');
        trail.push_str(name);
        add(node, trail, (texts, canonical), lines);
        trail.truncate(length);
    };
    match &node.value {
        Value::Null => {}
        Value::Scalar { text, .. } => {
            let text = canonical.get(&node.span).unwrap_or(&&**text).replace('\n', " ");
            lines.push_str(trail);
            lines.push_str(": ");
            lines.push_str(&text);
            lines.push('\n');
        }
        Value::List(items) => items.iter().enumerate().for_each(|(i, item)| step(&i.to_string(), item)),
        Value::Map(entries) => entries.iter().for_each(|entry| step(&entry.key, &entry.node)),
    }
}
