//! What a reader sees of a page: its text without tags, in one line.

/// Elements inside a line of text. All others part words.
const INLINE: [&str; 18] = [
    "a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "mark", "rb", "ruby", "small", "span", "strong", "sub", "sup", "time",
    "wbr",
];

/// Elements whose content is not read as part of the text.
const SKIPPED: [&str; 6] = ["rp", "rt", "script", "style", "svg", "template"];

/// The text of the `main` element, or of everything where there is none; white space is folded.
pub fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut skipped = 0_usize;
    let mut rest = main_of(html);
    while let Some(open) = rest.find('<') {
        if skipped == 0 {
            text.push_str(&rest[..open]);
        }
        let Some(close) = rest[open..].find('>').map(|at| open + at) else { break };
        let tag = &rest[open + 1..close];
        let ends = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if SKIPPED.contains(&&*name) {
            skipped = if ends { skipped.saturating_sub(1) } else { skipped + 1 };
        } else if !INLINE.contains(&&*name) {
            text.push(' ');
        }
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    decoded(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn main_of(html: &str) -> &str {
    match (html.find("<main"), html.rfind("</main>")) {
        (Some(start), Some(end)) if start < end => &html[start..end],
        _ => html,
    }
}

/// Character references become characters; an unknown one stays.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let reference = rest.find(';').and_then(|end| Some((character(&rest[1..end])?, end)));
        match reference {
            Some((character, end)) => {
                out.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{A0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
