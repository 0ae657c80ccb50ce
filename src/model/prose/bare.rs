//! Bare addresses and e-mails in a text, which become links.

use std::ops::Range;

use super::address::is_email;

/// The first address in a text, and whether it is an e-mail's.
pub fn next(text: &str) -> Option<(Range<usize>, bool)> {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at = from + memchr::memchr2(b':', b'@', bytes.get(from..)?)?;
        from = at + 1;
        let found = match bytes.get(at) {
            Some(b'@') => email(text, at).map(|range| (range, true)),
            _ => web(text, at).map(|range| (range, false)),
        };
        if found.is_some() {
            return found;
        }
    }
}

/// `https://example.org/a?b=1`, up to what ends a sentence around it.
fn web(text: &str, colon: usize) -> Option<Range<usize>> {
    let rest = text.get(colon..)?.strip_prefix("://")?;
    let before = text.get(..colon)?;
    let start = ["https", "http"].iter().find_map(|scheme| Some(before.strip_suffix(scheme)?.len()))?;
    if before.get(..start)?.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let length = rest.find(|c: char| !c.is_ascii_graphic() || "<>\"'`|{}\\^".contains(c)).unwrap_or(rest.len());
    let mut address = rest.get(..length)?;
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~']);
        // A bracket that was opened before the address closes behind it.
        let shorter = match shorter.chars().next_back() {
            Some(')') if shorter.matches('(').count() < shorter.matches(')').count() => shorter.strip_suffix(')'),
            Some(']') if shorter.matches('[').count() < shorter.matches(']').count() => shorter.strip_suffix(']'),
            _ => None,
        }
        .unwrap_or(shorter);
        if shorter.len() == address.len() {
            break;
        }
        address = shorter;
    }
    address.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[').then(|| start..colon + "://".len() + address.len())
}

fn email(text: &str, at: usize) -> Option<Range<usize>> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let is_domain = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    let before = text.get(..at)?;
    let start = before.trim_end_matches(is_local).len();
    let behind = text.get(at + 1..)?;
    let end = at + 1 + behind.find(|c| !is_domain(c)).unwrap_or(behind.len());
    let found = text.get(start..end)?.trim_end_matches(['.', '-']);
    let is_of_an_address = before.get(..start)?.ends_with(['/', ':', '@', '\\']) || text.get(end..)?.starts_with('@');
    let domain = found.split_once('@')?.1;
    let has_letters =
        domain.rsplit('.').next().is_some_and(|label| label.len() > 1 && label.bytes().all(|b| b.is_ascii_alphabetic()));
    (!is_of_an_address && has_letters && is_email(found)).then(|| start..start + found.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        for (text, address) in [
            ("詳しくは https://example.org/a?b=1 へ", "https://example.org/a?b=1"),
            ("（https://example.org/a）を", "https://example.org/a"),
            ("(see https://example.org/a_(b)).", "https://example.org/a_(b)"),
            ("https://example.org/をご覧ください。", "https://example.org/"),
            ("At http://example.org.", "http://example.org"),
            ("宛先：training@example.org。", "training@example.org"),
            ("Ask a.b+c@mail.example.org, please", "a.b+c@mail.example.org"),
            ("12:00に x@y.example へ", "x@y.example"),
        ] {
            assert_eq!(next(text).and_then(|(range, _)| text.get(range)), Some(address), "{text}");
        }
        for text in [
            "12:00から",
            "a://b",
            "https://",
            "xhttps://a",
            "@name",
            "a@b",
            "mailto:a@example.org",
            "a@1.5",
            "5 @ 3",
            "a@b@c.org",
        ] {
            assert_eq!(next(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*", address in "(https?://|@|[a-z.()あ ]){0,12}") {
            for text in [text, address] {
                if let Some((range, _)) = next(&text) {
                    proptest::prop_assert!(text.get(range).is_some());
                }
            }
        }
    }
}
