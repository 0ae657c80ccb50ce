//! The spellings that editors may use for the characters of numbers and dates.

/// Full-width digits, letters and signs become ASCII, as do the ideographic space and the wave dash; ends are trimmed.
pub fn fold(text: &str) -> String {
    let folded: String = text
        .chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            '\u{FFE5}' => '¥',
            '−' | '‐' | '‑' => '-',
            _ => c,
        })
        .collect();
    folded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn folds_widths() {
        assert_eq!(super::fold("　２０２３−１１（火）１２：００ "), "2023-11(火)12:00");
    }
}
