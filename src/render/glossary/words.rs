//! Where words end, as far as characters show it.

use icu::properties::CodePointMapData;
use icu::properties::props::Script;

/// Do two characters that stand side by side belong to one word? In scripts that put no space between words, nobody can tell,
/// but for runs of katakana: those are one word.
pub fn belong_together(a: Option<char>, b: Option<char>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    match (kind(a), kind(b)) {
        (Kind::Unspaced | Kind::Other, _) | (_, Kind::Unspaced | Kind::Other) => false,
        (a, b) => a == b,
    }
}

/// The letters and digits at the beginning of a text.
pub fn run_of_letters(text: &str) -> &str {
    let end = text.find(|c: char| kind(c) != Kind::Spaced).unwrap_or(text.len());
    &text[..end]
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A letter or digit of a script with spaces between words.
    Spaced,
    Katakana,
    /// A letter of a script without, or one that adds its endings to any word.
    Unspaced,
    /// No letter.
    Other,
}

fn kind(c: char) -> Kind {
    if c == 'ー' {
        return Kind::Katakana;
    }
    if !c.is_alphanumeric() {
        return Kind::Other;
    }
    match CodePointMapData::<Script>::new().get(c) {
        Script::Katakana => Kind::Katakana,
        Script::Han
        | Script::Hiragana
        | Script::Bopomofo
        | Script::Hangul
        | Script::Thai
        | Script::Lao
        | Script::Khmer
        | Script::Myanmar => Kind::Unspaced,
        _ => Kind::Spaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_spaced_scripts_and_katakana_belong_together() {
        for pair in ["ab", "a1", "éa", "жа", "ララ", "ラー"] {
            let mut chars = pair.chars();
            assert!(belong_together(chars.next(), chars.next()), "{pair}");
        }
        for pair in ["a ", "a-", "a研", "研修", "の研", "ラ研", "1年", "ไท", "회는"] {
            let mut chars = pair.chars();
            assert!(!belong_together(chars.next(), chars.next()), "{pair}");
        }
    }
}
