//! A text in pieces, and which pieces of two languages belong together: blocks, and the sentences of each.

use std::ops::Range;

/// Two pieces that say the same in two languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the source.
    pub source: Range<usize>,
    /// Bytes of the other.
    pub other: Range<usize>,
    /// One sentence each?
    pub is_sentence: bool,
    /// The block that it is of, by its number.
    pub block: usize,
}

/// The pieces of two texts, as far as they belong together: sentence by sentence where a block has as many in both, else block by
/// block; nothing where there are not as many blocks.
pub fn pieces(source: (&str, Range<usize>), other: (&str, Range<usize>)) -> Vec<Piece> {
    let (ours, theirs) = (blocks(source.0, source.1.clone()), blocks(other.0, other.1.clone()));
    if ours.len() != theirs.len() {
        return Vec::new();
    }
    let mut pieces = Vec::with_capacity(ours.len());
    for (block, (a, b)) in ours.into_iter().zip(theirs).enumerate() {
        let (ours, theirs) = (sentences(source.0, a.clone()), sentences(other.0, b.clone()));
        if ours.len() == theirs.len() {
            let pairs = ours.into_iter().zip(theirs);
            pieces.extend(pairs.map(|(source, other)| Piece { source, other, is_sentence: true, block }));
        } else {
            pieces.push(Piece { source: a, other: b, is_sentence: false, block });
        }
    }
    pieces
}

/// Paragraphs, items of lists, and cells.
fn blocks(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    let mut start = range.start;
    for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
        let span = start..start + line.len();
        start = span.end;
        let words = line.trim();
        if words.is_empty() || words.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ')) {
            is_open = false;
            continue;
        }
        if words.starts_with('|') {
            let mut cell = span.start;
            for part in line.split_inclusive('|') {
                if !part.trim_matches(['|', ' ', '\n']).is_empty() {
                    blocks.push(cell..cell + part.len());
                }
                cell += part.len();
            }
            is_open = false;
            continue;
        }
        let is_item = words.starts_with(['-', '*', '+', '#', '>', ':'])
            || words.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". ")
                && words.starts_with(|c: char| c.is_ascii_digit());
        match blocks.last_mut().filter(|_| is_open && !is_item) {
            Some(last) => last.end = span.end,
            None => blocks.push(span),
        }
        is_open = !words.starts_with('#');
    }
    blocks
}

/// Sentences of a block. "a.m." and "No. 5" end none: after the period stands a blank and no small letter or figure.
fn sentences(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = range.start;
    let block = text.get(range.clone()).unwrap_or_default();
    for at in 0..block.len() {
        let Some(c) = block.as_bytes().get(at..).and_then(sign) else { continue };
        let end = range.start + at + c.len_utf8();
        let rest = text.get(end..range.end).unwrap_or_default();
        let is_end = match c {
            '。' | '！' | '？' => !rest.starts_with(['」', '』', '）']),
            '.' | '!' | '?' => {
                let rest = rest.strip_prefix(['"', '”', ')', '’']).unwrap_or(rest);
                let goes_on = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
                let is_short = |word: &str| word.contains('.') || matches!(word, "Dr" | "Prof" | "No" | "Tel" | "approx");
                let is_behind_short = || c == '.' && block[..at].rsplit(' ').next().is_some_and(is_short);
                rest.starts_with([' ', '\n']) && !rest.trim_start().starts_with(goes_on) && !is_behind_short()
            }
            _ => false,
        };
        if is_end {
            sentences.push(start..end);
            start = end;
        }
    }
    if !text.get(start..range.end).unwrap_or_default().trim().is_empty() {
        sentences.push(start..range.end);
    }
    sentences
}

/// A sign that may end a sentence, if these bytes begin with one.
fn sign(bytes: &[u8]) -> Option<char> {
    match bytes {
        [sign @ (b'.' | b'!' | b'?'), ..] => Some(char::from(*sign)),
        [0xE3, 0x80, 0x82, ..] => Some('。'),
        [0xEF, 0xBC, 0x81, ..] => Some('！'),
        [0xEF, 0xBC, 0x9F, ..] => Some('？'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'t>(ja: &'t str, en: &'t str) -> Vec<(&'t str, &'t str)> {
        let found = pieces((ja, 0..ja.len()), (en, 0..en.len()));
        found.into_iter().map(|piece| (ja[piece.source].trim(), en[piece.other].trim())).collect()
    }

    #[test]
    fn sentences_items_and_cells_belong_together() {
        let ja = "申込みは4月です。\n費用は無料です。\n\n- 書類\n- 面接\n\n| 項目 | 額 |\n|---|---|\n| 登録 | 1円 |\n";
        let en = "Apply in April, by 5 p.m. at\nthe latest. There is no fee.\n\n- Documents\n- Interview\n\n| Item | Amount |\n|---|---|\n| Registration | ¥1 |\n";
        let found = parts(ja, en);
        assert_eq!(found[1], ("費用は無料です。", "There is no fee."));
        assert_eq!(found[3], ("- 面接", "- Interview"));
        assert_eq!(found.last(), Some(&("1円 |", "¥1 |")));
    }

    #[test]
    fn what_is_not_as_much_is_not_put_together() {
        assert_eq!(parts("一。\n\n二。", "One."), []);
        assert_eq!(parts("一。二。", "One and two."), [("一。二。", "One and two.")]);
    }
}
