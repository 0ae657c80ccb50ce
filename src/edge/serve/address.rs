//! Addresses as browsers send them: decoding, encoding, queries, media types.

use std::fmt::Write as _;

/// Decodes `%41`; nothing when a percent sign stands alone or the result is no text without control characters.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (high, low) = (digit(rest.next())?, digit(rest.next())?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.chars().any(char::is_control)).then_some(text)
}

/// Encodes what may not stand in the path of an address.
pub fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:@!$&'()*+,;=".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The value of a parameter of a query.
pub fn parameter(query: &str, name: &str) -> Option<String> {
    let value = query.split('&').find_map(|pair| pair.split_once('=').filter(|(found, _)| *found == name))?.1;
    decode(&value.replace('+', " "))
}

/// The media type of a file.
pub fn media_type(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match &*ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" if path.ends_with("feed.xml") => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" | "md" | "" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_decoded_once_and_encoded_back() {
        assert_eq!(decode("/ja/%E7%97%85%2f").as_deref(), Some("/ja/病/"));
        assert_eq!(decode("/%252e").as_deref(), Some("/%2e"));
        for bad in ["%", "%4", "%zz", "%ff", "%00", "a%0Ab", "%+1"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
        assert_eq!(encode("/ja/病 a/?#"), "/ja/%E7%97%85%20a/%3F%23");
    }

    #[test]
    fn parameters_are_found() {
        assert_eq!(parameter("a=1&page=%2Fja%2F%252B&b", "page").as_deref(), Some("/ja/%2B"));
        assert_eq!(parameter("page=a+b", "page").as_deref(), Some("a b"));
        assert_eq!(parameter("xpage=1", "page"), None);
    }
}
