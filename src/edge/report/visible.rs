//! Characters that a terminal obeys instead of showing, and how they are shown.

/// Would the character move the cursor, change colours or reorder the text around it, or hide in it unseen?
pub fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' // soft hyphen
            | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' // direction
            | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' | '\u{180E}' // no width
            | '\u{2028}' | '\u{2029}' // line and paragraph separators
            | '\u{FFF9}'..='\u{FFFB}' // interlinear annotation
            | '\u{E0000}'..='\u{E007F}') // tags
}

/// A dangerous character by its number, such as `<U+001B>`.
pub fn escape(c: char) -> String {
    format!("<U+{:04X}>", u32::from(c))
}

/// A text with its dangerous characters escaped. Line feeds stay.
pub fn text(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => shown.push('\n'),
            '\t' => shown.push(' '),
            c if is_dangerous(c) => shown.push_str(&escape(c)),
            c => shown.push(c),
        }
    }
    shown
}

/// The same on one line.
pub fn line(text: &str) -> String {
    self::text(text).replace('\n', " ")
}
