//! The order of the keys of a map, and the edit that puts them in this order: comments stay with their key, blank lines and lists
//! where they are.

use super::node::{Entry, Value};
use crate::base::Span;

/// The edit that puts the entries of a map in the order of `asked`; none where they are, or where it cannot be done safely.
pub fn edit(entries: &[Entry], map: Span, asked: &[&str], source: &str) -> Option<(Span, String)> {
    let rank = |entry: &Entry| asked.iter().position(|key| *key == &*entry.key);
    let ranks: Vec<usize> = entries.iter().map(rank).collect::<Option<_>>()?;
    if ranks.is_sorted() {
        return None;
    }
    // An alias must not come before its anchor, and a value that stands elsewhere cannot be moved.
    let is_in_place = entries.windows(2).all(|two| two[0].key_span.end <= two[1].key_span.start)
        && entries.iter().all(|entry| entry.node.value == Value::Null || entry.key_span.end <= entry.node.span.start)
        && entries.windows(2).all(|two| two[0].node.value == Value::Null || two[0].node.span.end <= two[1].key_span.start);
    if !is_in_place || has_anchor(map.of(source)) {
        return None;
    }
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|at| ranks[*at]);
    if map.of(source).starts_with('{') { flow(entries, &order, source) } else { block(entries, map, &order, source) }
}

/// Is there anything that looks like an anchor or an alias?
fn has_anchor(text: &str) -> bool {
    text.match_indices(['&', '*']).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        before.is_none_or(|c| " [{,\n".contains(c)) && after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
    })
}

/// `{b: 1, a: 2}`: what stands between the entries stays.
fn flow(entries: &[Entry], order: &[usize], source: &str) -> Option<(Span, String)> {
    let slots: Vec<Span> = entries
        .iter()
        .map(|entry| (entry.node.value != Value::Null).then_some(Span { start: entry.key_span.start, end: entry.node.span.end }))
        .collect::<Option<_>>()?;
    if slots.iter().any(|slot| slot.of(source).contains('\n')) {
        return None;
    }
    let whole = Span { start: slots.first()?.start, end: slots.last()?.end };
    let mut out = String::new();
    for (at, from) in order.iter().enumerate() {
        out.push_str(slots[*from].of(source));
        if let Some(next) = slots.get(at + 1) {
            out.push_str(source.get(slots[at].end as usize..next.start as usize)?);
        }
    }
    Some((whole, out))
}

/// One key on a line, at the same column.
fn block(entries: &[Entry], map: Span, order: &[usize], source: &str) -> Option<(Span, String)> {
    let line_start = |at: usize| source[..at].rfind('\n').map_or(0, |end| end + 1);
    let keys: Vec<usize> = entries.iter().map(|entry| entry.key_span.start as usize).collect();
    let first = *keys.first()?;
    let column = first - line_start(first);
    let is_blank = |text: &str| text.bytes().all(|byte| byte == b' ');
    // The first may stand behind the dash of a list.
    let after_dash = !is_blank(&source[line_start(first)..first]);
    if after_dash && !source[line_start(first)..first].bytes().all(|byte| matches!(byte, b' ' | b'-')) {
        return None;
    }
    let mut starts = Vec::with_capacity(keys.len());
    for (at, key) in keys.iter().enumerate() {
        let line = line_start(*key);
        if at == 0 && after_dash {
            starts.push(*key);
            continue;
        }
        if key - line != column || !is_blank(&source[line..*key]) {
            return None;
        }
        starts.push(with_comments(source, line, column));
    }
    let end = map.end as usize;
    let end = source[end..].find('\n').map_or(source.len(), |at| end + at);
    let bounds: Vec<(usize, usize)> = starts
        .iter()
        .enumerate()
        .map(|(at, start)| {
            let next = starts.get(at + 1).copied().unwrap_or(end);
            (*start, start + source[*start..next].trim_end().len())
        })
        .collect();
    let indent = " ".repeat(column);
    let mut out = String::new();
    for (at, from) in order.iter().enumerate() {
        let (start, stop) = bounds[*from];
        let body = &source[start..stop];
        match (after_dash, at == 0, *from == 0) {
            (true, true, false) => out.push_str(body.strip_prefix(&*indent).filter(|body| !body.starts_with('#'))?),
            (true, false, true) => {
                out.push_str(&indent);
                out.push_str(body);
            }
            _ => out.push_str(body),
        }
        let next = bounds.get(at + 1).map_or(bounds[at].1, |(next, _)| *next);
        out.push_str(&source[bounds[at].1..next]);
    }
    Some((Span::new(bounds[0].0, bounds[bounds.len() - 1].1), out))
}

/// The start of the comments right above a line that stand at its column.
fn with_comments(source: &str, line: usize, column: usize) -> usize {
    let mut start = line;
    while start > 0 {
        let above = source[..start - 1].rfind('\n').map_or(0, |end| end + 1);
        let text = source[above..start].trim_end();
        if text.len() <= column || !text[..column].bytes().all(|byte| byte == b' ') || text.as_bytes()[column] != b'#' {
            break;
        }
        start = above;
    }
    start
}
