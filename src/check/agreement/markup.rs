//! A text with its markup replaced by blanks: what is left is what readers read.

use std::borrow::Cow;

/// The text with mentions, heading ids, code, comments and addresses replaced by NULs of the same length; `links` are the places of addresses.
pub fn blank_markup<'a>(text: &'a str, links: &[(usize, usize)]) -> Cow<'a, str> {
    // Most texts have nothing of the kind. No branch for each byte: so many are looked at in one step.
    let begins_markup = |byte: u8| matches!(byte, b'[' | b'{' | b'`' | b'<' | b':');
    if links.is_empty() && !text.bytes().fold(false, |any, byte| any | begins_markup(byte)) {
        return Cow::Borrowed(text);
    }
    let mut blanks: Vec<(usize, usize)> = links.to_vec();
    for (open, close) in [("[[", "]]"), ("{#", "}"), ("`", "`"), ("<!--", "-->")] {
        let mut from = 0;
        while let Some(start) = find(text, open, from) {
            let inner = start + open.len();
            let Some(end) = find(text, close, inner).map(|at| at + close.len()) else { break };
            blanks.push((start, end));
            from = end;
        }
    }
    const COLON: &str = "://";
    let mut from = 0;
    while let Some(at) = find(text, COLON, from) {
        let scheme = ["https", "http"].iter().find(|scheme| text[..at].ends_with(**scheme));
        let start = at - scheme.map_or(0, |scheme| scheme.len());
        let end = text[at..].find(|c: char| c.is_whitespace() || ")>」）、。".contains(c)).map_or(text.len(), |i| at + i);
        blanks.push((start, end));
        from = at + COLON.len();
    }
    if blanks.is_empty() {
        return Cow::Borrowed(text);
    }
    blanks.sort_unstable();
    let mut out = String::with_capacity(text.len());
    for (start, end) in blanks {
        // One may begin inside of another.
        let start = start.max(out.len());
        let end = end.max(start);
        // Blanked from and to the boundaries of characters only.
        let (Some(kept), Some(blank)) = (text.get(out.len()..start), text.get(start..end)) else { return Cow::Borrowed(text) };
        out.push_str(kept);
        out.extend(std::iter::repeat_n('\0', blank.len()));
    }
    out.push_str(text.get(out.len()..).unwrap_or_default());
    Cow::Owned(out)
}

/// The first place of a few ASCII characters from a byte onwards. Looks for one byte: to prepare for a search of several takes longer
/// than to read most texts.
fn find(text: &str, words: &str, from: usize) -> Option<usize> {
    let (text, words) = (text.as_bytes().get(from..)?, words.as_bytes());
    let places = memchr::memchr_iter(*words.first()?, text);
    places.map(|at| at + from).find(|at| text[at - from..].starts_with(words))
}
