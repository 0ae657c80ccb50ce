//! Writes text into HTML: character data, attribute values, addresses.

use super::adapt::Dialect;

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

/// Writes character data. Control characters and noncharacters, which HTML forbids (WHATWG HTML, 13.2.3.5), become
/// U+FFFD.
pub fn text(text: &str, out: &mut String) {
    escape(text, false, out);
}

/// Writes the value of an attribute that stands in double quotes.
pub fn attribute(text: &str, out: &mut String) {
    escape(text, true, out);
}

fn escape(text: &str, quotes: bool, out: &mut String) {
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

/// Writes an address as the value of an attribute: what a URL may not contain is percent-encoded. Plain
/// CommonMark leaves `^` and a stray `%`.
pub fn address(address: &str, dialect: Dialect, out: &mut String) {
    let bytes = address.as_bytes();
    for (i, &byte) in bytes.iter().enumerate() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            b'%' if dialect != Dialect::CommonMark => {
                let is_encoded = bytes.get(i + 1..i + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
                out.push_str(if is_encoded { "%" } else { "%25" });
            }
            b'^' if dialect != Dialect::CommonMark => out.push_str("%5E"),
            b'"' | b'<' | b'>' | b'[' | b'\\' | b']' | b'`' | b'{' | b'|' | b'}' => encode(byte, out),
            0x21..=0x7E => out.push(char::from(byte)),
            _ => encode(byte, out),
        }
    }
}

fn encode(byte: u8, out: &mut String) {
    out.push('%');
    for digit in [byte >> 4, byte & 0xF] {
        out.extend(char::from_digit(u32::from(digit), 16).map(|c| c.to_ascii_uppercase()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_no_forbidden_character() {
        let mut out = String::new();
        text("a<b>&\"'\u{0}\u{85}\u{FFFF}\u{1FFFE}（é\u{FDD0}\t\n", &mut out);
        assert_eq!(out, "a&lt;b&gt;&amp;\"'\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}（é\u{FFFD}\t\n");
        let mut out = String::new();
        attribute("\"'", &mut out);
        assert_eq!(out, "&quot;&#39;");
    }

    #[test]
    fn addresses_are_valid() {
        let mut out = String::new();
        address("/a b/東?x=1&y='%2F%zz^", Dialect::Blocks, &mut out);
        assert_eq!(out, "/a%20b/%E6%9D%B1?x=1&amp;y=&#x27;%2F%25zz%5E");
    }
}
