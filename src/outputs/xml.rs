//! Text in XML 1.0.

use super::escape::{self, Special};

/// Escapes text for elements and quoted attributes; characters that XML cannot hold (section 2.2) are left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(text, &mut out);
    out
}

/// Appends escaped text.
pub fn escape_into(text: &str, out: &mut String) {
    const SPECIAL: Special = Special::with_controls(b"&<>\"\xEF");
    escape::escape(text, out, &SPECIAL, |c, out| match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\t' | '\n' | '\r' => out.push(c),
        c if c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
        c => out.push(c),
    });
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes() {
        assert_eq!(super::escape("a<b & \"c\"\u{1}"), "a&lt;b &amp; &quot;c&quot;");
        assert_eq!(super::escape("（１）\u{FFFF}\n"), "（１）\n");
    }
}
