//! Characters of addresses that are written as `%E5` and the like (RFC 3986, section 2.1).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but what a path may hold in any place.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// All but what a path may hold where no rule gives `:` or `*` a meaning of its own (RFC 3986, 3.3).
const PLAIN_PATH: &AsciiSet = &PATH
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// All that may not stand in an address (RFC 3986, 2), but for percent signs.
const ADDRESS: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Percent-decoding; what is not valid stays as it is.
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Into::into)
}

/// A path in which only what an address may hold stands as it is.
pub fn encode(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// A path as browsers show it.
pub fn encode_plain(path: &str) -> String {
    utf8_percent_encode(path, PLAIN_PATH).to_string()
}

/// An address in which only what one may hold stands as it is. What is encoded stays so; a percent sign that encodes nothing is
/// encoded itself.
pub fn encode_address(address: &str) -> String {
    let mut parts = address.split('%');
    let mut out = utf8_percent_encode(parts.next().unwrap_or_default(), ADDRESS).to_string();
    for part in parts {
        let is_encoded = part.as_bytes().get(..2).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        out.push_str(if is_encoded { "%" } else { "%25" });
        out.extend(utf8_percent_encode(part, ADDRESS));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs() {
        assert_eq!(decode("%E5%BF%9C%E5%8B%9F%zz"), "応募%zz");
        assert_eq!(encode("/昔の 名/a_b.html"), "/%E6%98%94%E3%81%AE%20%E5%90%8D/a_b.html");
        assert_eq!(decode(&encode("/名前#1?*:")), "/名前#1?*:");
        assert_eq!(encode_plain("/C:/病 (a)/?#"), "/C:/%E7%97%85%20(a)/%3F%23");
        assert_eq!(encode_address("/a b/東?x=1&y='%2F%zz^"), "/a%20b/%E6%9D%B1?x=1&y='%2F%25zz%5E");
    }
}
