//! The only place that escapes: text for HTML. Control characters and noncharacters, which HTML forbids (WHATWG HTML, 13.2.3.5),
//! become U+FFFD.

/// What must be looked at, by first byte: 0 nothing, 1 replaced in attributes only, 2 always replaced, or may begin a character
/// that HTML forbids.
const KIND: [u8; 256] = {
    let mut kind = [0; 256];
    let mut byte = 0;
    while byte < 0x20 {
        kind[byte] = 2;
        byte += 1;
    }
    kind[b'\t' as usize] = 0;
    kind[b'\n' as usize] = 0;
    kind[b'\r' as usize] = 0;
    kind[0x0C] = 0;
    kind[0x7F] = 2;
    kind[b'&' as usize] = 2;
    kind[b'<' as usize] = 2;
    kind[b'>' as usize] = 2;
    kind[b'"' as usize] = 1;
    kind[b'\'' as usize] = 1;
    kind[0xC2] = 2;
    kind[0xEF] = 2;
    byte = 0xF0;
    while byte < 0xF5 {
        kind[byte] = 2;
        byte += 1;
    }
    kind
};

/// Text for elements and for quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(text, &mut out);
    out
}

/// Does a text stand in HTML as it is? Of some that do, it is not said.
pub fn is_sure(text: &str) -> bool {
    !text.bytes().any(|byte| KIND[usize::from(byte)] > 0)
}

/// Appends text for elements and for quoted attributes.
pub fn escape_into(text: &str, out: &mut String) {
    write(text, true, out);
}

/// Appends text for elements alone: quotation marks stand as they are.
pub fn content_into(text: &str, out: &mut String) {
    write(text, false, out);
}

fn write(text: &str, quotes: bool, out: &mut String) {
    let bytes = text.as_bytes();
    let least = if quotes { 1 } else { 2 };
    let next = |from: usize| {
        let rest = bytes.get(from..)?;
        rest.iter().position(|byte| KIND[usize::from(*byte)] >= least).map(|at| from + at)
    };
    let (mut done, mut from) = (0, 0);
    while let Some(i) = next(from) {
        let (replacement, length) = match bytes[i] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\'' => ("&#39;", 1),
            _ => match text.get(i..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_forbidden(c) => ("\u{FFFD}", c.len_utf8()),
                Some(c) => {
                    from = i + c.len_utf8();
                    continue;
                }
                None => break,
            },
        };
        out.push_str(text.get(done..i).unwrap_or_default());
        out.push_str(replacement);
        from = i + length;
        done = from;
    }
    out.push_str(text.get(done..).unwrap_or_default());
}

fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    c.is_control() || code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_no_forbidden_character() {
        let mut out = String::new();
        content_into("a<b>&\"'\u{0}\u{85}\u{FFFF}\u{1FFFE}（é\u{FDD0}\t\n", &mut out);
        assert_eq!(out, "a&lt;b&gt;&amp;\"'\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}（é\u{FFFD}\t\n");
        let mut out = String::new();
        escape_into("\"'", &mut out);
        assert_eq!(out, "&quot;&#39;");
    }
}
