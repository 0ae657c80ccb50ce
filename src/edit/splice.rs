//! Edits of a text: bytes, and what takes their place.

use crate::base::Span;

/// The bytes, and what takes their place.
pub type Edit = (Span, String);

/// The text with every edit made, in the order of the text. Of two that overlap, the first is made.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, new) in edits {
        let range = span.range();
        if range.start < at {
            continue;
        }
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(new);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// The same for edits in any order, some of which may be there twice.
pub fn apply_all(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(span, _)| (span.start, span.end));
    edits.dedup();
    apply(text, &edits)
}
