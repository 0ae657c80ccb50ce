//! The file of a record, changed in single places: all else in it stays as it was written, comments too.

use super::splice::Edit;
use crate::base::Span;
use crate::model::node::{Entry, Node, Value};
use crate::model::scalar::quoted;
pub use crate::model::scalar::scalar;

/// Does a value stand in a map or list that is written with brackets?
pub fn is_flow(text: &str, node: &Node) -> bool {
    node.span.of(text).starts_with(['{', '['])
}

/// The edit that writes a scalar in the place of another value, in the manner of that one.
pub fn set(text: &str, old: &Node, new: &str, in_flow: bool) -> Edit {
    if let Some(head) = block_head(text, old) {
        return block(text, old, head, new);
    }
    let value = match old.span.of(text).chars().next() {
        Some('\'') if !new.contains(char::is_control) => format!("'{}'", new.replace('\'', "''")),
        Some('"') => quoted(new),
        _ => scalar(new, in_flow),
    };
    (old.span, value)
}

/// Where the head of a block is, `|` or `>-`, when the value is the lines below one.
fn block_head(text: &str, node: &Node) -> Option<Span> {
    let line = line_start(text, node.span.start as usize);
    let before = text[..line].trim_end();
    let head = before.rsplit(char::is_whitespace).next()?;
    let is_head = head.starts_with(['|', '>']) && head[1..].chars().all(|c| c == '-' || c == '+' || c.is_ascii_digit());
    (is_head && text[line..node.span.start as usize].trim().is_empty())
        .then(|| Span::new(before.len() - head.len(), before.len()))
}

/// Several lines, indented as the old ones are.
fn block(text: &str, old: &Node, head: Span, new: &str) -> Edit {
    let start = old.span.start as usize;
    let indent = &text[line_start(text, start)..start];
    let lines: Vec<&str> = new.lines().collect();
    let lines = lines.join(&format!("\n{indent}")).replace(&format!("\n{indent}\n"), "\n\n");
    let behind = &text[head.end as usize..start];
    // Folded lines would lose their ends.
    let sign = if new.contains('\n') { head.of(text).replacen('>', "|", 1) } else { head.of(text).to_owned() };
    (Span { start: head.start, end: old.span.end }, format!("{sign}{behind}{lines}"))
}

/// The edit that adds a field to a map, at its place among those of `order`. `value` is what stands behind the colon: in a map without
/// brackets it may be several lines, which are indented as if the map stood at the left edge.
pub fn add_field(text: &str, map: &Node, order: &[&str], key: &str, value: &str) -> Option<Edit> {
    let entries = map.as_map()?;
    let rank = |key: &str| order.iter().position(|known| *known == key).unwrap_or(usize::MAX);
    let before = entries.iter().rposition(|entry| rank(&entry.key) <= rank(key));
    if is_flow(text, map) {
        let Some(first) = entries.first() else {
            return Some((map.span, format!("{{{key}: {value}}}")));
        };
        return Some(match before {
            Some(at) => insert(end(&entries[at]), format!(", {key}: {value}")),
            None => insert(first.key_span.start as usize, format!("{key}: {value}, ")),
        });
    }
    let first = entries.first()?;
    let column = first.key_span.start as usize - line_start(text, first.key_span.start as usize);
    let indent = " ".repeat(column);
    let is_block = value.starts_with('\n');
    let value = value.replace('\n', &format!("\n{indent}"));
    let line = format!("{key}:{}{value}", if is_block { "" } else { " " });
    // The first field may stand behind the dash of a list; then the new one comes after it.
    let follows_dash = !text[line_start(text, first.key_span.start as usize)..first.key_span.start as usize].trim().is_empty();
    match before.or(follows_dash.then_some(0)) {
        Some(at) => {
            let at = line_end(text, end(&entries[at]));
            Some(insert(at, format!("\n{indent}{line}")))
        }
        None => Some(insert(first.key_span.start as usize, format!("{line}\n{indent}"))),
    }
}

/// The edit that takes a field out of a map. The last one takes its map with it, which is for the caller to do.
pub fn remove_field(text: &str, map: &Node, key: &str) -> Option<Edit> {
    let entries = map.as_map()?;
    let at = entries.iter().position(|entry| &*entry.key == key)?;
    let slots: Vec<Span> = entries.iter().map(|entry| Span::new(entry.key_span.start as usize, end(entry))).collect();
    Some(remove(text, &slots, at, is_flow(text, map)))
}

/// The edit that adds an item to a list, which is written in the manner of the list.
pub fn add_item(text: &str, list: &Node, value: &str) -> Option<Edit> {
    let Value::List(items) = &list.value else { return None };
    let last = items.last();
    if is_flow(text, list) {
        return Some(match last {
            Some(last) => insert(last.span.end as usize, format!(", {value}")),
            None => (list.span, format!("[{value}]")),
        });
    }
    let (first, last) = (items.first()?, last?);
    let line = line_start(text, first.span.start as usize);
    let dash = line + text[line..first.span.start as usize].rfind('-')?;
    let column = dash - line_start(text, dash);
    let indent = " ".repeat(column);
    let value = value.replace('\n', &format!("\n{indent}  "));
    Some(insert(line_end(text, last.span.end as usize), format!("\n{indent}- {value}")))
}

/// The edit that takes an item out of a list. The last one takes its list with it, which is for the caller to do.
pub fn remove_item(text: &str, list: &Node, at: usize) -> Option<Edit> {
    let Value::List(items) = &list.value else { return None };
    let is_flow = is_flow(text, list);
    let start = |item: &Node| {
        let start = item.span.start as usize;
        if is_flow {
            return Some(start);
        }
        text[..start].rfind('-')
    };
    let slots: Vec<Span> =
        items.iter().map(|item| Some(Span::new(start(item)?, item.span.end as usize))).collect::<Option<_>>()?;
    (at < slots.len()).then(|| remove(text, &slots, at, is_flow))
}

/// Takes one of several neighbours out of their row.
fn remove(text: &str, slots: &[Span], at: usize, is_flow: bool) -> Edit {
    let (start, end) = (slots[at].start as usize, slots[at].end as usize);
    let (next, last) = (slots.get(at + 1), at.checked_sub(1).and_then(|at| slots.get(at)));
    let span = match (is_flow, next, last) {
        // Up to the next, with the comma between them; a field behind a dash leaves the dash to the next.
        (true, Some(next), _) => Span::new(start, next.start as usize),
        (true, None, Some(last)) => Span::new(last.end as usize, end),
        (true, None, None) => Span::new(start, end),
        (false, Some(next), _) if !text[line_start(text, start)..start].trim().is_empty() => {
            Span::new(start, next.start as usize)
        }
        (false, ..) => {
            let line = line_end(text, end);
            Span::new(line_start(text, start), (line + 1).min(text.len()))
        }
    };
    (span, String::new())
}

/// A field as it stands, with the comments right above it and what is behind it in its last line.
pub fn whole<'t>(text: &'t str, entry: &Entry) -> &'t str {
    let mut start = line_start(text, entry.key_span.start as usize);
    while start > 0 {
        let above = line_start(text, start - 1);
        if !text[above..start].starts_with('#') {
            break;
        }
        start = above;
    }
    &text[start..line_end(text, end(entry))]
}

/// Where a field ends.
fn end(entry: &Entry) -> usize {
    let end = if entry.node.value == Value::Null { entry.key_span.end } else { entry.node.span.end };
    end.max(entry.key_span.end) as usize
}

fn insert(at: usize, text: String) -> Edit {
    (Span::new(at, at), text)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

#[cfg(test)]
mod tests;
