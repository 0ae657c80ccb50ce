//! Characters that nobody sees: what is blank, and `hidden-character`, which reports those that change how other characters are
//! shown.

use std::sync::Arc;

use super::node::{Node, Value};
use crate::base::{Diagnostic, Place, Span};

/// Is there nothing in a text that anybody could see?
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_hidden(c) || is_isolate(c) || is_without_width(c))
}

/// Characters without width, and letters that are blank by their name.
fn is_without_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{2800}')
        || matches!(c, '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}')
}

/// Control characters and noncharacters, which HTML forbids, and those that turn the direction of all that follows.
fn is_hidden(c: char) -> bool {
    let code = u32::from(c);
    let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let is_none = code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code);
    is_control || is_none || matches!(c, '\u{202A}'..='\u{202E}')
}

/// They set a part apart whose direction is another: in order where each that begins also ends.
fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// The first byte of each of them in UTF-8, and of many others.
fn may_begin_hidden(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r') || matches!(byte, 0x7F | 0xC2 | 0xE2 | 0xEF | 0xF0..=0xF4)
}

/// Each run of hidden characters in a text: where it stands, and its first character.
fn hidden_in(text: &str) -> Vec<(usize, usize, char)> {
    let mut found: Vec<(usize, usize, char)> = Vec::new();
    if !text.bytes().any(may_begin_hidden) {
        return found;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut open = Vec::new();
        let mut wrong = Vec::new();
        for (at, c) in line.char_indices() {
            let place = (start + at, start + at + c.len_utf8(), c);
            match c {
                '\u{2069}' if open.pop().is_some() => {}
                '\u{2069}' => wrong.push(place),
                c if is_isolate(c) => open.push(place),
                c if is_hidden(c) => wrong.push(place),
                _ => {}
            }
        }
        wrong.append(&mut open);
        wrong.sort_unstable();
        for (from, to, c) in wrong {
            match found.last_mut() {
                Some((_, end, _)) if *end == from => *end = to,
                _ => found.push((from, to, c)),
            }
        }
        start += line.len();
    }
    found
}

fn finding(place: Place, c: char) -> Diagnostic {
    let found = format!("U+{:04X}", u32::from(c));
    Diagnostic::error("hidden-character", place).help("hidden-character-help").arg("found", found)
}

/// Those in the text of a file.
pub fn in_text(path: &Arc<str>, text: &str, findings: &mut Vec<Diagnostic>) {
    findings.extend(hidden_in(text).into_iter().map(|(from, to, c)| finding(Place::new(path, Span::new(from, to)), c)));
}

/// Those that stand for something else in a text of a file, such as a character reference, whose place is known.
pub fn in_part(place: impl FnOnce() -> Place, text: &str) -> Option<Diagnostic> {
    hidden_in(text).first().map(|(_, _, c)| finding(place(), *c))
}

/// Those that are written with escapes in the scalars of a tree.
pub fn in_tree(path: &Arc<str>, node: &Node, source: &str, findings: &mut Vec<Diagnostic>) {
    match &node.value {
        Value::Scalar { text, quoted: true }
            if node.span.of(source).contains('\\') && hidden_in(node.span.of(source)).is_empty() =>
        {
            findings.extend(in_part(|| Place::new(path, node.span), text));
        }
        Value::Null | Value::Scalar { .. } => {}
        Value::List(items) => items.iter().for_each(|item| in_tree(path, item, source, findings)),
        Value::Map(entries) => entries.iter().for_each(|entry| in_tree(path, &entry.node, source, findings)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_blank() {
        for text in ["", " ", "\u{3000}\t", "\u{200B}\u{FEFF}", "\u{3164}", "\u{2800}", "\u{2066}\u{2069}", "\u{202E}", "\u{7}"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", "・", "-", "\u{200B}あ", "👩\u{200D}⚕\u{FE0F}"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn only_what_changes_others_is_hidden() {
        for text in ["a\u{7}b", "\u{85}", "あ\u{202E}い", "\u{2067}x", "x\u{2069}", "\u{FFFE}", "\u{1FFFF}", "\u{FDD0}", "\u{7F}"]
        {
            assert_eq!(hidden_in(text).len(), 1, "{text:?}");
        }
        for text in ["a\tb\r\n", "\u{2067}עברית\u{2069} x", "soft\u{AD}hyphen", "👩\u{200D}⚕\u{FE0F}", "、“é”…\u{200F}"]
        {
            assert_eq!(hidden_in(text), [], "{text:?}");
        }
        assert_eq!(
            hidden_in("ab\u{202D}\u{202E}c\n\u{2067}\n\u{2069}"),
            [(2, 8, '\u{202D}'), (10, 13, '\u{2067}'), (14, 17, '\u{2069}')]
        );
    }
}
