//! Finds where in a text the address of a link stands.

use std::ops::Range;

/// The range of the address that follows the first `opening` inside `range` (CommonMark 0.31, 6.3, 4.7).
pub fn after(text: &str, range: Range<usize>, opening: &str) -> Option<Range<usize>> {
    let within = text.get(range.clone())?;
    let mut at = within.find(opening)? + opening.len();
    at += within.get(at..)?.find(|c: char| !c.is_ascii_whitespace())?;
    let rest = within.get(at..)?;
    let (skipped, length) = match rest.strip_prefix('<') {
        Some(inside) => (1, unescaped(inside, |byte, _| byte == b'>')),
        None => (0, unescaped(rest, |byte, depth| byte.is_ascii_whitespace() || byte == b')' && depth == 0)),
    };
    let start = range.start + at + skipped;
    Some(start..start + length)
}

/// Length up to the first byte that ends it; bytes after a backslash are passed over, parentheses counted.
fn unescaped(text: &str, is_end: impl Fn(u8, u32) -> bool) -> usize {
    let (mut depth, mut escaped) = (0_u32, false);
    for (i, byte) in text.bytes().enumerate() {
        if !escaped && is_end(byte, depth) {
            return i;
        }
        match byte {
            _ if escaped => {}
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn destinations_are_found() {
        for (text, opening, expected) in [
            ("[東](/a(b) \"t\")", "](", "/a(b)"),
            ("[東](/a(b))", "](", "/a(b)"),
            ("[a]( </b c> )", "](", "/b c"),
            ("[a]:\n  /b\n", "]:", "/b"),
            ("[a](b\\)c)", "](", "b\\)c"),
            ("[a]()", "](", ""),
        ] {
            let range = after(text, 0..text.len(), opening).unwrap();
            assert_eq!(&text[range], expected, "{text}");
        }
    }
}
