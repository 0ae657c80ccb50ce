//! Which addresses a link or an image may have, in prose and in records alike.

use std::borrow::Cow;

use pulldown_cmark::LinkType;

/// Schemes that a link may have (RFC 3986, 3.1), besides none.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Is it an address of this site without a scheme, or one with one of `http`, `https`, `mailto` and `tel`?
///
/// What a browser drops before it looks for the scheme (white space and control characters, WHATWG URL, 4.4) is
/// dropped here too. Character references and escapes must have been resolved.
pub fn is_safe(address: &str) -> bool {
    let dropped = |c: char| c.is_control() || c.is_whitespace();
    // Two slashes, which a browser reads in either direction, begin another site's name (RFC 3986, 4.2).
    let mut first = address.chars().filter(|&c| !dropped(c));
    if matches!((first.next(), first.next()), (Some('/' | '\\'), Some('/' | '\\'))) {
        return false;
    }
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = before_path.split_once(':') else { return true };
    let scheme: String = scheme.chars().filter(|&c| !dropped(c)).collect();
    SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// A link's address, with the scheme that an e-mail address in angle brackets stands for.
pub fn of_link(kind: LinkType, destination: &str) -> Cow<'_, str> {
    match kind {
        LinkType::Email => Cow::Owned(format!("mailto:{destination}")),
        _ => Cow::Borrowed(destination),
    }
}

/// Is it one e-mail address, and nothing else?
pub fn is_email(text: &str) -> bool {
    let is_foreign = |c: char| c.is_whitespace() || c.is_control() || "<>\"(),;:[]".contains(c);
    text.split_once('@').is_some_and(|(local, domain)| {
        let labels = domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
        !local.is_empty() && domain.contains('.') && labels && !domain.contains('@')
    }) && !text.contains(is_foreign)
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn known_schemes_and_none_are_safe() {
        for address in
            ["https://example.org/a:b", "HTTP://x", "mailto:a@example.org", "tel:+81-3", "", "#a:b", "../a", "/a:b", "a?b=c:d"]
        {
            assert!(is_safe(address), "{address}");
        }
    }

    #[test]
    fn others_are_not_however_disguised() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            " \u{1}javascript:x",
            "java\nscript:x",
            "java\tscript\u{0}:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "\u{200B}javascript:x",
            "日本:x",
            "//example.org/a",
            "/\\example.org",
            " /\t/example.org",
            ":x",
        ] {
            assert!(!is_safe(address), "{address:?}");
        }
    }
}
