//! Text in files whose syntax gives some characters a meaning of their own.

/// Bytes that are looked at together.
const BLOCK: usize = 32;

/// Appends a text. Characters whose first byte (UTF-8) is special are left to `write`; all others stand as they are.
pub fn escape(text: &str, out: &mut String, is_special: impl Fn(u8) -> bool, write: impl Fn(char, &mut String)) {
    let mut written = 0;
    for (number, block) in text.as_bytes().chunks(BLOCK).enumerate() {
        // Most blocks have no such byte. That is seen without a branch for each, so that many are compared in one step.
        if !block.iter().fold(false, |any, byte| any | is_special(*byte)) {
            continue;
        }
        for (place, _) in block.iter().enumerate().filter(|(_, byte)| is_special(**byte)) {
            let at = number * BLOCK + place;
            let Some(c) = text[at..].chars().next() else { continue };
            out.push_str(&text[written..at]);
            write(c, out);
            written = at + c.len_utf8();
        }
    }
    out.push_str(&text[written..]);
}

/// Appends a string of JSON (RFC 8259, 7). What `is_special` of `&`, `<`, `>`, later controls and Unicode's ends of lines is
/// escaped beside what must be.
pub fn json(text: &str, out: &mut String, is_special: impl Fn(char) -> bool) {
    let may_be = |byte| matches!(byte, 0..=0x1F | b'"' | b'&' | b'<' | b'>' | b'\\' | 0x7F | 0xC2 | 0xE2);
    out.push('"');
    escape(text, out, may_be, |c, out| match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        c if c < ' ' || is_special(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
        c => out.push(c),
    });
    out.push('"');
}
