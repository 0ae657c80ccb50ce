//! `lost-words`: words that somebody meant as text, and that YAML silently takes for something else: what follows `&` names a
//! value, what follows `!` its type, and what follows ` #` is a comment.

use std::collections::BTreeMap;

use crate::base::Span;

/// Words that would be lost, and the message that says to what.
pub struct Lost {
    /// Where they stand.
    pub span: Span,
    /// Message id.
    pub message: &'static str,
}

/// Names of single values that nothing has repeated so far, by the numbers that the parser gave them.
#[derive(Default)]
pub struct Names(BTreeMap<usize, Span>);

impl Names {
    /// A value that begins at byte `start` has a name.
    pub fn define(&mut self, number: usize, text: &str, start: usize) {
        self.0.insert(number, marked(text, '&', start));
    }

    /// The value of that name is repeated.
    pub fn repeat(&mut self, number: usize) {
        self.0.remove(&number);
    }

    /// What was never repeated is a name for nothing, and most likely no name.
    pub fn lost(self) -> impl Iterator<Item = Lost> {
        self.0.into_values().map(|span| Lost { span, message: "lost-words-name" })
    }
}

/// The type of a value that begins at byte `start`, where it is none of YAML's own.
pub fn kind(text: &str, start: usize) -> Lost {
    Lost { span: marked(text, '!', start), message: "lost-words-type" }
}

/// Words behind an unquoted value that a `#` makes a comment, though no space follows it as in comments that are meant.
pub fn comment(text: &str, value: Span) -> Option<Lost> {
    let end = value.end as usize;
    let rest = text.get(end..)?;
    let comment = rest.trim_start_matches([' ', '\t']);
    let words = comment.strip_prefix('#')?.split(['\n', '\r']).next()?;
    if words.is_empty() || words.starts_with([' ', '\t', '#', '!', '-', '=', '　']) {
        return None;
    }
    let from = end + rest.len() - comment.len();
    Some(Lost { span: Span::new(from, from + 1 + words.trim_end().len()), message: "lost-words" })
}

/// The sign before a value and the word behind it.
fn marked(text: &str, sign: char, start: usize) -> Span {
    let before = text.get(..start).unwrap_or(text);
    let from = before.rfind(sign).unwrap_or(start);
    let length =
        text.get(from..).and_then(|rest| rest.find(|c: char| c.is_whitespace() || c == ',')).unwrap_or(text.len() - from);
    Span::new(from, from + length)
}
