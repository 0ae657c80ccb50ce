//! A source line as a terminal shows it, cut to its width, and the columns to put carets under.
//!
//! annotate-snippets 0.12 was tried first. Its carets are right under Japanese, and its words can be replaced; but a marked
//! part longer than the terminal is printed whole while its carets are cut, control characters of the C1 block (U+009B begins
//! an escape sequence) and some direction marks reach the terminal, and those that do not are all shown as the same sign.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::visible;

const TAB: usize = 4;
/// Where the line goes on. ASCII, since the width of `…` depends on the terminal's font.
const CUT: &str = "...";
/// No more of a line is looked at than this, before and after the mark, in bytes.
const REACH: usize = 4096;

/// What is printed of a line.
#[derive(Debug, PartialEq)]
pub struct Excerpt {
    /// The text, with nothing in it that a terminal obeys.
    pub text: String,
    /// Columns before the marked part.
    pub before: usize,
    /// Columns of the marked part, at least one.
    pub marked: usize,
}

/// A character with the marks that combine with it.
struct Cell<'a> {
    /// Offset in the line, in bytes.
    start: usize,
    shown: Cow<'a, str>,
    width: usize,
}

/// Shows `line` in at most `width` columns, so that its part from byte `from` to byte `to` is seen.
pub fn excerpt(line: &str, from: usize, to: usize, width: usize) -> Excerpt {
    let start = border(line, from.saturating_sub(REACH));
    let end = border(line, to.min(from.saturating_add(REACH)).saturating_add(REACH));
    let cells = cells(line, start, end);
    let first = match cells.iter().position(|cell| cell.start > from) {
        Some(after) => after.saturating_sub(1),
        None if from >= end => cells.len(),
        None => cells.len().saturating_sub(1),
    };
    let last = cells.iter().position(|cell| cell.start >= to).unwrap_or(cells.len()).max(first + 1);

    let (low, high) = visible_cells(&cells, first, last, width, start > 0, end < line.len());
    let (cut_before, cut_after) = (low > 0 || start > 0, high < cells.len() || end < line.len());
    let columns = |range: std::ops::Range<usize>| cells.get(range).unwrap_or_default().iter().map(|cell| cell.width).sum();
    let mut text = String::from(if cut_before { CUT } else { "" });
    text.extend(cells.get(low..high).unwrap_or_default().iter().map(|cell| &*cell.shown));
    if cut_after {
        text.push_str(CUT);
    }
    let before: usize = columns(low..first.min(high));
    let marked: usize = columns(first.min(high)..last.min(high));
    Excerpt { text, before: before + if cut_before { CUT.len() } else { 0 }, marked: marked.max(1) }
}

/// The cells to show: all that fit, else the marked ones with some context, a third of it before them.
fn visible_cells(cells: &[Cell], first: usize, last: usize, width: usize, more: bool, rest: bool) -> (usize, usize) {
    let past_the_end = usize::from(first >= cells.len());
    let total: usize = cells.iter().map(|cell| cell.width).sum();
    if total + past_the_end <= width && !more && !rest {
        return (0, cells.len());
    }
    let room = width.saturating_sub(2 * CUT.len() + past_the_end).max(1);
    let (mut low, mut high, mut used) = (first.min(cells.len()), first.min(cells.len()), 0);
    let grow_right = |high: &mut usize, used: &mut usize, until: usize, limit: usize| {
        while let Some(cell) = cells.get(*high).filter(|cell| *high < until && *used + cell.width <= limit) {
            *used += cell.width;
            *high += 1;
        }
    };
    let grow_left = |low: &mut usize, used: &mut usize, limit: usize| {
        while let Some(cell) = low.checked_sub(1).and_then(|i| cells.get(i)).filter(|cell| *used + cell.width <= limit) {
            *used += cell.width;
            *low -= 1;
        }
    };
    grow_right(&mut high, &mut used, last, room);
    let third = used + (room - used) / 3;
    grow_left(&mut low, &mut used, third);
    grow_right(&mut high, &mut used, cells.len(), room);
    grow_left(&mut low, &mut used, room);
    (low, high)
}

/// The nearest border of a character at or before `at`.
fn border(line: &str, at: usize) -> usize {
    let mut at = at.min(line.len());
    while !line.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn cells(line: &str, start: usize, end: usize) -> Vec<Cell<'_>> {
    let text = line.get(start..end).unwrap_or_default();
    let mut cells: Vec<Cell> = Vec::new();
    let mut column = 0;
    let mut starts = text.char_indices().peekable();
    while let Some((at, c)) = starts.next() {
        let start = start + at;
        let (shown, width) = match c {
            '\t' => {
                let width = TAB - column % TAB;
                (Cow::Owned(" ".repeat(width)), width)
            }
            // Terminals differ on whether joined emoji become one; shown apart, they have the same width in all.
            '\u{200D}' if cells.last().is_some_and(|cell| cell.width == 2) => continue,
            c if visible::is_dangerous(c) => {
                let shown = visible::escape(c);
                let width = shown.len();
                (Cow::Owned(shown), width)
            }
            _ => {
                let combines = |c: char| c.width() == Some(0) && c != '\u{200D}' && !visible::is_dangerous(c);
                let mut after = at + c.len_utf8();
                while let Some((i, c)) = starts.next_if(|(_, c)| combines(*c)) {
                    after = i + c.len_utf8();
                }
                let shown = text.get(at..after).unwrap_or_default();
                (Cow::Borrowed(shown), shown.width())
            }
        };
        column += width;
        cells.push(Cell { start, shown, width });
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt of a line whose marked part stands between `«` and `»`, as the two lines a terminal shows.
    fn show(marked: &str, width: usize) -> String {
        let from = marked.find('«').unwrap();
        let to = marked.find('»').unwrap() - '«'.len_utf8();
        let line = marked.replace(['«', '»'], "");
        let excerpt = excerpt(&line, from, to, width);
        assert!(excerpt.text.width() <= width, "{excerpt:?}");
        format!("{}\n{}{}", excerpt.text, " ".repeat(excerpt.before), "^".repeat(excerpt.marked))
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        assert_eq!(show("病院の県: «石川県»", 80), "病院の県: 石川県\n          ^^^^^^");
        assert_eq!(show("ﾊﾟﾊﾟ①→«bad»", 80), "ﾊﾟﾊﾟ①→bad\n      ^^^");
    }

    #[test]
    fn tabs_and_marks_and_joiners() {
        assert_eq!(show("a:\tx\t«b»", 80), "a:  x   b\n        ^");
        assert_eq!(show("か\u{3099}e\u{301}«x»", 80), "か\u{3099}e\u{301}x\n   ^");
        assert_eq!(show("か«\u{3099}»x", 80), "か\u{3099}x\n^^");
        assert_eq!(show("👨\u{200D}👩\u{200D}👧«x»", 80), "👨👩👧x\n      ^");
        assert_eq!(show("a«\u{200B}»b", 80), "a<U+200B>b\n ^^^^^^^^");
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let shown = show("\u{1B}[31m\u{9B}2J\u{202E}«x»\u{7F}\u{2066}\r", 80);
        assert!(!shown.replace('\n', "").chars().any(visible::is_dangerous), "{shown:?}");
        assert!(shown.starts_with("<U+001B>[31m<U+009B>2J<U+202E>x<U+007F><U+2066><U+000D>\n"), "{shown:?}");
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let line = format!("text: {}«まちがい»{}", "これは長い日本語の行です。".repeat(20), "その後も続きます。".repeat(20));
        let shown = show(&line, 40);
        assert_eq!(shown, "...行です。まちがいその後も続きます。...\n           ^^^^^^^^");
        let long_mark = format!("a: «{}»", "まちがい".repeat(40));
        assert_eq!(show(&long_mark, 20), "...まちがいまちが...\n   ^^^^^^^^^^^^^^");
        let end = format!("{}«»", "あ".repeat(100));
        assert_eq!(show(&end, 20), "...ああああああ\n               ^");
    }

    #[test]
    fn no_place_is_out_of_reach() {
        for line in ["", "a", "病院\u{3099}", "\u{200D}", &"長い".repeat(9000)] {
            for from in (0..line.len() + 3).step_by(if line.len() > 100 { 997 } else { 1 }) {
                for width in [0, 1, 7, 80] {
                    let shown = excerpt(line, from, from + 2, width);
                    assert!(shown.marked >= 1 && shown.before + shown.marked <= shown.text.width() + 1, "{shown:?}");
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_line_fits(line in "\\PC{0,60}[\\x00-\\x{ff}]{0,5}\\PC{0,60}", from in 0_usize..300, length in 0_usize..50, width in 20_usize..90) {
            let shown = excerpt(&line, from, from + length, width);
            assert!(!shown.text.chars().any(visible::is_dangerous));
            let columns: usize = cells(&shown.text, 0, shown.text.len()).iter().map(|cell| cell.width).sum();
            assert!(columns <= width && shown.before + shown.marked <= columns + 1, "{shown:?}");
        }
    }
}
