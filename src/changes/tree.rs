//! The values of a file as a tree, and in what two of them differ. Another spelling of a value, or another order of keys, is no
//! difference.

use std::collections::BTreeMap;

use crate::base::Span;
use crate::model::node::{Node, Value};
use crate::model::yaml;

/// A value of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// A text, a number, a date: as `annai fmt` would write it.
    Leaf(String),
    /// In its order.
    List(Vec<Self>),
    /// By key.
    Map(BTreeMap<String, Self>),
}

/// A value that is another, came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The way to it: `rounds.0.stages.1.closes`.
    pub trail: String,
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
}

impl Tree {
    /// What a node holds; nothing where nothing is written. `canonical`: the spellings of values that are written otherwise.
    pub fn of(node: &Node, canonical: &BTreeMap<Span, &str>) -> Option<Self> {
        Some(match &node.value {
            Value::Null => return None,
            Value::Scalar { text, .. } => match canonical.get(&node.span) {
                // What is written in one piece may be a map: `年2回 4.5か月分`.
                Some(map) if map.starts_with('{') => {
                    let parsed = yaml::parse(&"".into(), map).0;
                    parsed.map_or_else(|| Some(Self::Leaf((*map).to_owned())), |node| Self::of(&node, &BTreeMap::new()))?
                }
                Some(text) => Self::Leaf((*text).to_owned()),
                None => Self::Leaf((**text).to_owned()),
            },
            Value::List(items) => Self::List(items.iter().filter_map(|item| Self::of(item, canonical)).collect()),
            Value::Map(entries) => {
                let value = |entry: &crate::model::node::Entry| Some((entry.key.to_string(), Self::of(&entry.node, canonical)?));
                Self::Map(entries.iter().filter_map(value).collect())
            }
        })
    }

    /// All of it in one line.
    pub fn words(&self) -> String {
        match self {
            Self::Leaf(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::List(items) => items.iter().map(Self::words).collect::<Vec<_>>().join("; "),
            Self::Map(entries) => {
                entries.iter().map(|(key, value)| format!("{key}: {}", value.words())).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// How many values two trees have in the same places.
    fn likeness(&self, other: &Self) -> usize {
        match (self, other) {
            (Self::Leaf(a), Self::Leaf(b)) => usize::from(a == b),
            (Self::List(a), Self::List(b)) => a.iter().filter(|item| b.contains(item)).count(),
            (Self::Map(a), Self::Map(b)) => a.iter().filter_map(|(key, value)| Some(value.likeness(b.get(key)?))).sum(),
            _ => 0,
        }
    }
}

/// In what two trees differ, in the order of their keys.
pub fn differences(old: Option<&Tree>, new: Option<&Tree>) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(old, new, "", &mut found);
    found
}

fn compare(old: Option<&Tree>, new: Option<&Tree>, trail: &str, found: &mut Vec<Difference>) {
    let inner = |step: &str| if trail.is_empty() { step.to_owned() } else { format!("{trail}.{step}") };
    match (old, new) {
        (old, new) if old == new => {}
        (Some(Tree::Map(a)), Some(Tree::Map(b))) => {
            let added = b.keys().filter(|key| !a.contains_key(*key));
            let mut keys: Vec<&String> = a.keys().chain(added).collect();
            keys.sort();
            keys.into_iter().for_each(|key| compare(a.get(key), b.get(key), &inner(key), found));
        }
        (Some(Tree::List(a)), Some(Tree::List(b))) => {
            let pairs = pairs(a, b);
            let kept: Vec<usize> = pairs.iter().filter_map(|(from, to)| from.and(*to)).collect();
            if kept.is_sorted() {
                for (from, to) in pairs {
                    let place = to.or(from).unwrap_or_default().to_string();
                    compare(from.and_then(|at| a.get(at)), to.and_then(|at| b.get(at)), &inner(&place), found);
                }
            } else {
                found.push(Difference { trail: trail.to_owned(), old: old.map(Tree::words), new: new.map(Tree::words) });
            }
        }
        (old, new) => {
            found.push(Difference { trail: trail.to_owned(), old: old.map(Tree::words), new: new.map(Tree::words) });
        }
    }
}

/// Which item of a list is which of another: those that are the same, then those that are most alike, then those that are left where
/// as many are left on both sides.
fn pairs(old: &[Tree], new: &[Tree]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut of_old: Vec<Option<usize>> = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    for (at, item) in old.iter().enumerate() {
        if let Some(same) = (0..new.len()).find(|to| !taken[*to] && new[*to] == *item) {
            of_old[at] = Some(same);
            taken[same] = true;
        }
    }
    for (at, item) in old.iter().enumerate().filter(|(at, _)| of_old[*at].is_none()).collect::<Vec<_>>() {
        let free = (0..new.len()).filter(|to| !taken[*to]).map(|to| (item.likeness(&new[to]), std::cmp::Reverse(to)));
        if let Some((1.., std::cmp::Reverse(to))) = free.max() {
            of_old[at] = Some(to);
            taken[to] = true;
        }
    }
    let left: Vec<usize> = (0..old.len()).filter(|at| of_old[*at].is_none()).collect();
    let free: Vec<usize> = (0..new.len()).filter(|to| !taken[*to]).collect();
    let mut come = free.clone();
    if left.len() == free.len() {
        left.iter().zip(&free).for_each(|(at, to)| of_old[*at] = Some(*to));
        come.clear();
    }
    let kept = of_old.into_iter().enumerate().map(|(at, to)| (Some(at), to));
    kept.chain(come.into_iter().map(|to| (None, Some(to)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::yaml;

    fn tree(text: &str) -> Option<Tree> {
        Tree::of(&yaml::parse(&"a.yaml".into(), text).0?, &BTreeMap::new())
    }

    fn found(old: &str, new: &str) -> Vec<String> {
        let found = differences(tree(old).as_ref(), tree(new).as_ref()).into_iter();
        let side = |side: Option<String>| side.unwrap_or_else(|| "-".to_owned());
        found.map(|difference| format!("{} {} > {}", difference.trail, side(difference.old), side(difference.new))).collect()
    }

    #[test]
    fn each_value_that_changed_is_named_and_nothing_else() {
        assert!(found("a: 1\nb: {c: [x, y]}\n", "b:\n  c:\n    - \"x\"\n    - y\na: 1\n").is_empty());
        assert_eq!(found("a: 1\nb: 2\n", "a: 3\nc: 4\n"), ["a 1 > 3", "b 2 > -", "c - > 4"]);
        // What is put before the others of a list is no change of those.
        assert_eq!(found("a: [{x: 1, y: 2}, {x: 3}]", "a: [{x: 9}, {x: 1, y: 2}, {x: 3}]"), ["a.0 - > x: 9"]);
        assert_eq!(found("a: [{x: 1, y: 2}, {x: 3, y: 4}]", "a: [{x: 3, y: 4}]"), ["a.0 x: 1, y: 2 > -"]);
        assert_eq!(found("a: [{x: 1, y: 2}, {x: 3, y: 4}]", "a: [{x: 1, y: 2}, {x: 3, y: 5}]"), ["a.1.y 4 > 5"]);
        assert_eq!(found("a: [x, y]", "a: [x, z]"), ["a.1 y > z"]);
        assert_eq!(found("a: [x, y]", "a: [y, x]"), ["a x; y > y; x"]);
        assert_eq!(found("a: 1", "a: {b: 1}"), ["a 1 > b: 1"]);
    }
}
