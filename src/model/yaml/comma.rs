//! The most frequent mistake: a comma inside `{…}` that was meant as part of a text. YAML ends the value there, and takes the
//! rest for a key without a value.

use crate::base::Span;
use crate::model::node::{Entry, Value};
use crate::model::spelling::unquoted;

/// A comma that ended a value too early, or a key without a value.
pub struct Slip {
    /// The comma, or the key.
    pub span: Span,
    /// Message id.
    pub message: &'static str,
    /// Message id of what to write instead.
    pub help: &'static str,
    /// The whole line as it should be, or what is missing.
    pub line: String,
}

/// Puts what a comma cut off back to the value before it, in a map that was written between `{` and `}`.
pub fn mend(entries: &mut Vec<Entry>, text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut at = 0;
    while at < entries.len() {
        let tail = entries[at..].iter().take_while(|entry| is_without_colon(entry, text)).count();
        if tail == 0 {
            at += 1;
            continue;
        }
        let keys: Vec<Entry> = entries.drain(at..at + tail).collect();
        let (Some(first), Some(last)) = (keys.first(), keys.last()) else { continue };
        let before = at.checked_sub(1).and_then(|at| entries.get_mut(at));
        match before.filter(|entry| matches!(entry.node.value, Value::Scalar { quoted: false, .. })) {
            Some(entry) => {
                let whole = Span { start: entry.node.span.start, end: last.key_span.end };
                let gap = Span { start: entry.node.span.end, end: first.key_span.start };
                let comma = gap.start as usize + gap.of(text).find(',').unwrap_or(0);
                slips.push(Slip {
                    span: Span::new(comma, comma + 1),
                    message: "yaml-comma-in-text",
                    help: "yaml-comma-in-text-help",
                    line: quoted(text, whole),
                });
                entry.node.value = Value::Scalar { text: whole.of(text).into(), quoted: false };
                entry.node.span = whole;
            }
            None => slips.extend(keys.iter().map(|key| Slip {
                span: key.key_span,
                message: "yaml-no-value",
                help: "yaml-no-value-help",
                line: format!("{}: …", key.key),
            })),
        }
    }
    slips
}

fn is_without_colon(entry: &Entry, text: &str) -> bool {
    let behind = text.get(entry.key_span.end as usize..).unwrap_or_default();
    entry.node.value == Value::Null && entry.node.span.start == entry.node.span.end && !behind.trim_start().starts_with(':')
}

/// The line with quotation marks around a part of it; the part alone where it goes over several lines.
pub fn quoted(text: &str, part: Span) -> String {
    // Quotation marks of Word stand for those of YAML.
    let words = unquoted(part.of(text));
    let words = format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""));
    if part.of(text).contains('\n') {
        return words;
    }
    let before = text.get(..part.start as usize).unwrap_or_default();
    let behind = text.get(part.end as usize..).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default().trim_start();
    format!("{before}{words}{}", behind.split('\n').next().unwrap_or_default().trim_end())
}
