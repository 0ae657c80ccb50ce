//! How wide a text will be, as far as that can be known without its font, and how it is broken into lines.

use unicode_width::UnicodeWidthChar;

/// A place at which a message asks to be broken rather than anywhere else: U+200B.
const BREAK: char = '\u{200B}';

/// The width of a text in CSS pixels at a size of type: rather too much than too little, since fonts differ.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// The advance of a character in em.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | ' ' => 0.41,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.95,
        'A'..='Z' => 0.72,
        BREAK => 0.0,
        _ => match c.width() {
            Some(0) => 0.0,
            // Japanese is set with a little space between its characters.
            Some(2..) => 1.03,
            _ => 0.6,
        },
    }
}

/// The lines of a text, none wider than `max` unless a single character is. Few lines first, then lines of like length.
pub fn wrap(text: &str, max: f64, size: f64) -> Vec<String> {
    if width(text, size) <= max {
        let line = text.trim().replace(BREAK, "");
        return if line.is_empty() { Vec::new() } else { vec![line] };
    }
    // A name in brackets stays whole where a line has room for it.
    let whole = pieces(text, true);
    let fits = whole.iter().all(|piece| width(piece.trim_end(), size) <= max);
    let pieces = if fits { whole } else { pieces(text, false) };
    let mut best = fill(&pieces, max, size);
    // Lines are evened out as long as that breaks no word.
    let widest = pieces.iter().map(|piece| width(piece.trim_end(), size)).fold(0.0, f64::max);
    let mut narrower = max;
    for _ in 0..12 {
        narrower *= 0.94;
        if narrower < widest {
            break;
        }
        let tried = fill(&pieces, narrower, size);
        if tried.len() != best.len() {
            break;
        }
        best = tried;
    }
    best
}

/// Puts as many pieces into each line as there is room for; a piece that is too wide is broken where it must be.
fn fill(pieces: &[&str], max: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces {
        if !line.is_empty() && width(&line, size) + width(piece.trim_end(), size) > max {
            lines.push(std::mem::take(&mut line));
        }
        if width(piece.trim_end(), size) <= max {
            line.push_str(piece);
            continue;
        }
        let mut chars = piece.chars().peekable();
        while let Some(c) = chars.next() {
            line.push(c);
            let next = chars.peek().copied();
            if let Some(next) = next
                && width(&line, size) + em(next) * size > max
                && !stays_with_the_one_before(next)
            {
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.replace(BREAK, "").trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// A text cut where a line may end: after blanks and hyphens; in Japanese between phrases, or where the text itself says so. With
/// `brackets`, kanji between the brackets of Latin letters are one piece.
fn pieces(text: &str, brackets: bool) -> Vec<&str> {
    let is_marked = text.contains(BREAK);
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    let mut run = 0;
    let mut inside = false;
    for (at, c) in text.char_indices() {
        run = if script(c) == Script::Han { run + 1 } else { 0 };
        inside = brackets && (before == Some('(') || inside) && c != ')' && c != ' ';
        if let Some(before) = before {
            let may = match is_marked {
                true => before == BREAK || before == ' ',
                false if inside => false,
                false if run > 1 => is_between_words(&text[at..], run),
                false => may_break(before, c),
            };
            if may {
                pieces.push(&text[start..at]);
                start = at;
            }
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

/// Compounds of kanji are made of words of two: `医師|国家|試験`, and a third that is left over stays with the last. `run` is the
/// number of the rest's first character in its run.
fn is_between_words(rest: &str, run: usize) -> bool {
    run % 2 == 1 && rest.chars().nth(1).is_some_and(|next| script(next) == Script::Han)
}

/// Does a phrase end between the two characters? In Japanese that is likely after punctuation, before an opening bracket, and
/// where kana of one kind or Latin letters give way to another script: a noun follows its particle.
fn may_break(a: char, b: char) -> bool {
    if stays_with_the_one_before(b) || is_opening(a) {
        return false;
    }
    let (a_script, b_script) = (script(a), script(b));
    match a {
        ' ' | '-' | '/' | '、' | '。' | '，' | '・' | '）' | '」' | '』' => return b != ' ',
        _ => {}
    }
    is_opening(b) && script(a) != Script::Other
        || (a_script == Script::Hiragana && !matches!(b_script, Script::Hiragana | Script::Other))
        || (a_script == Script::Katakana && matches!(b_script, Script::Han | Script::Katakana) && b_script != a_script)
        || (a_script == Script::Han && b_script == Script::Katakana)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
    Han,
    Other,
}

fn script(c: char) -> Script {
    match c {
        '\u{3041}'..='\u{309F}' => Script::Hiragana,
        '\u{30A0}'..='\u{30FF}' => Script::Katakana,
        '\u{3400}'..='\u{9FFF}' | '々' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Script::Han,
        _ => Script::Other,
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '（' | '「' | '『' | '［' | '〔' | '【' | '(' | '[' | '“')
}

/// Characters that no line begins with (JIS X 4051).
fn stays_with_the_one_before(c: char) -> bool {
    matches!(
        c,
        '）' | '」'
            | '』'
            | '］'
            | '〕'
            | '】'
            | '、'
            | '。'
            | '，'
            | '．'
            | '・'
            | '：'
            | '；'
            | '！'
            | '？'
            | 'ー'
            | '々'
            | 'ゝ'
            | '〜'
            | '～'
            | 'ぁ'
            | 'ぃ'
            | 'ぅ'
            | 'ぇ'
            | 'ぉ'
            | 'っ'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
            | ')'
            | ']'
            | ','
            | '.'
            | ':'
            | ';'
            | '!'
            | '?'
            | '”'
            | '’'
    ) || c.width() == Some(0) && c != BREAK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_broken_between_phrases_and_never_before_what_ends_one() {
        assert_eq!(wrap("自国の団体から推薦を受ける", 120.0, 15.0), ["自国の団体から", "推薦を受ける"]);
        assert_eq!(wrap("自国の団体から推薦を受ける", 80.0, 15.0), ["自国の", "団体から", "推薦を", "受ける"]);
        assert_eq!(wrap("医師国家試験予備試験", 110.0, 14.0), ["医師国家試験", "予備試験"]);
        assert_eq!(wrap("臨床研究医", 60.0, 14.0), ["臨床", "研究医"]);
        for line in wrap("大学病院（本院）、ッーッー", 40.0, 15.0) {
            assert!(!line.starts_with(['）', '、', 'ー', 'ッ']), "{line}");
        }
    }

    #[test]
    fn a_message_says_where_it_is_broken() {
        assert_eq!(wrap("日本の免許が\u{200B}必要", 76.0, 12.0), ["日本の免許が", "必要"]);
        assert_eq!(wrap("日本の免許が\u{200B}必要", 300.0, 12.0), ["日本の免許が必要"]);
    }

    #[test]
    fn lines_of_one_text_are_of_like_length() {
        let lines = wrap("Confirmation whether further recruitment is held", 300.0, 14.0);
        assert_eq!(lines, ["Confirmation whether", "further recruitment is held"]);
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_character_is_lost(text in "[a-zA-Zァ-ヶぁ-ん一-龠（）、。 -]{0,60}", max in 30.0..400.0_f64) {
            let lines = wrap(&text, max, 15.0);
            let joined: String = lines.concat().split(' ').collect();
            let whole: String = text.split(' ').collect();
            proptest::prop_assert_eq!(joined, whole);
            for line in &lines {
                let ends = line.chars().rev().take_while(|c| stays_with_the_one_before(*c)).count();
                let kept: String = line.chars().take(line.chars().count().saturating_sub(ends)).collect();
                proptest::prop_assert!(width(&kept, 15.0) <= max + 0.01, "{}", line);
            }
        }
    }
}
