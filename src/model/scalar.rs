//! A text as a scalar of YAML, in quotation marks where it needs them.

/// A value as it is written: plain where that is safe, else in quotation marks.
pub fn scalar(text: &str, in_flow: bool) -> String {
    const WORDS: [&str; 5] = ["", "~", "null", "Null", "NULL"];
    let first = text.chars().next().unwrap_or(' ');
    let is_mark = |c: char| "?:,[]{}#&*!|>'\"%@`".contains(c);
    let is_no_item = first != '-' || text[1..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let begins_well = !is_mark(first) && is_no_item;
    let is_safe = !WORDS.contains(&text)
        && begins_well
        && text == text.trim()
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.chars().any(char::is_control)
        && !(in_flow && text.contains([',', '[', ']', '{', '}']));
    if is_safe { text.to_owned() } else { quoted(text) }
}

/// In double quotation marks; their escapes are those of JSON.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
