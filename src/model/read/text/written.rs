//! Finds the place in the file for a place in a text, also where YAML has folded lines, removed indentation or resolved escapes.

use crate::base::Span;

/// Where each byte of a text stands in what was written.
pub struct Written {
    /// Offsets in the file, for each byte of the text; shorter than the text where it could not be followed to its end.
    offsets: Vec<usize>,
    /// The whole value.
    whole: Span,
}

impl Written {
    /// Follows `text` through the value that stands at `whole` in `source`.
    pub fn new(text: &str, whole: Span, source: &str) -> Self {
        let written = whole.of(source);
        let mut offsets = Vec::with_capacity(text.len());
        let mut at = match written.chars().next() {
            Some('|' | '>') => written.find('\n').unwrap_or(written.len()),
            Some('"' | '\'') => 1,
            _ => 0,
        };
        for c in text.chars() {
            let Some(found) = find(written, at, c) else { break };
            offsets.extend((0..c.len_utf8()).map(|byte| whole.start as usize + found.start + byte.min(found.length - 1)));
            at = found.start + found.length;
        }
        Self { offsets, whole }
    }

    /// The place of a part of the text; of the whole value where it is not known.
    pub fn place(&self, part: Span) -> Span {
        let last = (part.end as usize).checked_sub(1).filter(|last| *last >= part.start as usize);
        match (self.offsets.get(part.start as usize), last.map(|last| self.offsets.get(last))) {
            (Some(start), None) => Span::new(*start, *start),
            (Some(start), Some(Some(last))) => Span::new(*start, *last + 1),
            _ => self.whole,
        }
    }
}

/// What stands for a character.
struct Found {
    start: usize,
    length: usize,
}

/// The next place, from `at`, that stands for the character `c`.
fn find(written: &str, at: usize, c: char) -> Option<Found> {
    let rest = written.get(at..)?;
    let next = rest.chars().next()?;
    let found = |start: usize, length: usize| Some(Found { start, length });
    let escaped = rest.strip_prefix('\\').and_then(|rest| rest.chars().next());
    if let Some(escaped) = escaped.filter(|_| c != '\\' || rest.starts_with("\\\\")) {
        let is_same = escaped == c || matches!((escaped, c), ('n', '\n') | ('t', '\t'));
        return if is_same { found(at, 1 + escaped.len_utf8()) } else { None };
    }
    if c == '\'' && rest.starts_with("''") {
        return found(at, 2);
    }
    if next == c {
        return found(at, c.len_utf8());
    }
    if !next.is_whitespace() {
        return None;
    }
    // Indentation, or a line end that became a space.
    let skipped = rest.len() - rest.trim_start().len();
    if c.is_whitespace() {
        return found(at, skipped);
    }
    rest.get(skipped..)?.starts_with(c).then(|| find(written, at + skipped, c))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(value: &str, text: &str, part: &str) -> String {
        let source = format!("ja: {value}\nen: x\n");
        let whole = Span::new(4, 4 + value.len());
        let start = text.find(part).unwrap();
        Written::new(text, whole, &source).place(Span::new(start, start + part.len())).of(&source).to_owned()
    }

    #[test]
    fn parts_of_blocks_and_quotes_are_found() {
        assert_eq!(places("|\n    一行目\n      二[[a]]\n", "一行目\n  二[[a]]\n", "[[a]]"), "[[a]]");
        assert_eq!(places(">-\n  一\n  [[a]] [[a]]", "一 [[a]] [[a]]", "[[a]] [[a]]"), "[[a]] [[a]]");
        assert_eq!(places("一\n  [[a]]", "一 [[a]]", "[[a]]"), "[[a]]");
        assert_eq!(places(r#""\"一\"\n\\[[a]]""#, "\"一\"\n\\[[a]]", "[[a]]"), "[[a]]");
        assert_eq!(places("'it''s [[a]]'", "it's [[a]]", "[[a]]"), "[[a]]");
    }

    #[test]
    fn what_cannot_be_followed_is_the_whole_value() {
        assert_eq!(places(r#""\u4E00 [[a]]""#, "一 [[a]]", "[[a]]"), r#""\u4E00 [[a]]""#);
    }
}
