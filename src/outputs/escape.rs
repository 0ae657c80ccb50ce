//! Text in files whose syntax gives some characters a meaning of their own.

/// Bytes that are looked at together.
const BLOCK: usize = 32;

/// Which bytes are not just copied: the first ones (UTF-8) of characters that mean something.
pub struct Special([bool; 256]);

impl Special {
    /// These bytes.
    pub const fn new(mut bytes: &[u8]) -> Self {
        let mut special = [false; 256];
        while let [byte, rest @ ..] = bytes {
            special[*byte as usize] = true;
            bytes = rest;
        }
        Self(special)
    }

    /// These bytes, and the control characters of ASCII but its last.
    pub const fn with_controls(bytes: &[u8]) -> Self {
        let Self(mut special) = Self::new(bytes);
        let mut control = 0;
        while control < b' ' {
            special[control as usize] = true;
            control += 1;
        }
        Self(special)
    }

    fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}

/// Appends a text. Characters whose first byte is special are left to `write`; all others stand as they are.
pub fn escape(text: &str, out: &mut String, special: &Special, write: impl Fn(char, &mut String)) {
    let mut written = 0;
    for (number, block) in text.as_bytes().chunks(BLOCK).enumerate() {
        // Most blocks have no such byte. That is seen without a branch for each.
        if !block.iter().fold(false, |any, byte| any | special.has(*byte)) {
            continue;
        }
        for (place, _) in block.iter().enumerate().filter(|(_, byte)| special.has(**byte)) {
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
    const SPECIAL: Special = Special::new(b"&<>\x7F\xC2\xE2");
    // These have no meaning in JSON's own syntax: they stand in the string alone.
    escape(&serde_json::to_string(text).unwrap_or_default(), out, &SPECIAL, |c, out| match c {
        c if is_special(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
        c => out.push(c),
    });
}
