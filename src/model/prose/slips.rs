//! `literal-markup`: lines as people type and paste them who know Word and Excel, which are no markup and would be shown as typed.
//! Each comes with the line as it should be.

use std::ops::Range;

use super::cjk::is_unspaced;

/// A slip.
#[derive(Debug, PartialEq)]
pub struct Slip {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Message id.
    pub message: &'static str,
    /// What to write instead.
    pub line: String,
}

/// What the parser has made of parts of a text.
#[derive(Debug, Default)]
pub struct Known {
    /// Code, where all is meant as it is typed.
    pub code: Vec<Range<usize>>,
    /// Tables.
    pub tables: Vec<Range<usize>>,
    /// Links and images, whatever signs are in their words and addresses.
    pub links: Vec<Range<usize>>,
}

impl Known {
    fn is_code(&self, at: usize) -> bool {
        is_in(&self.code, at)
    }
}

/// Does a byte lie in one of these ranges, which follow each other?
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let before = ranges.partition_point(|range| range.start <= at);
    before.checked_sub(1).and_then(|last| ranges.get(last)).is_some_and(|range| range.contains(&at))
}

/// All slips of a Markdown file.
pub fn find(text: &str, known: &Known) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut start = 0;
    let mut is_in_rows = false;
    for line in text.split_inclusive('\n') {
        let (at, words) =
            (start + line.len() - line.trim_start_matches([' ', '　']).len(), line.trim_matches([' ', '　', '\n', '\r']));
        start += line.len();
        if words.is_empty() || known.is_code(at) {
            is_in_rows = false;
            continue;
        }
        let is_row = words.strip_prefix('|').is_some_and(|cells| cells.contains('|') || words.len() == 2);
        let is_lone_row = is_row && !known.tables.iter().any(|table| table.contains(&at));
        let found = match is_lone_row {
            // One for all rows of a table.
            true => (!is_in_rows).then(|| ("slip-table-rule", without_rule(words))),
            false => of_line(words),
        };
        is_in_rows = is_lone_row;
        match found {
            Some((message, line)) => slips.push(Slip { range: at..at + words.len(), message, line }),
            None => inside(words, at, known, &mut slips),
        }
    }
    slips
}

/// The slips of a text that has inline markup only.
pub fn find_inline(text: &str, known: &Known) -> Vec<Slip> {
    let mut slips = Vec::new();
    inside(text, 0, known, &mut slips);
    slips
}

/// Does a text have signs of full width in the place of those that begin markup? Then it may be a slip, although it has no markup.
pub fn has_wide_signs(text: &str) -> bool {
    // All of them begin with this byte in UTF-8, as do parentheses of full width, which many texts have.
    memchr::memchr(0xEF, text.as_bytes()).is_some() && text.contains(['［', '｛', '＊'])
}

/// The row and the rule that belongs under it.
fn without_rule(words: &str) -> String {
    let cells = words.trim_matches('|').split('|').count();
    let words = words.strip_suffix('|').unwrap_or(words);
    format!("{words}|\n  |{}", "---|".repeat(cells))
}

/// What the beginning of a line, or the whole of it, is meant as.
fn of_line(words: &str) -> Option<(&'static str, String)> {
    heading(words)
        .map(|line| ("slip-heading", line))
        .or_else(|| item(words).map(|line| ("slip-list", line)))
        .or_else(|| numbered(words).map(|line| ("slip-list", line)))
        .or_else(|| words.strip_prefix('＞').map(|rest| ("slip-quote", format!("> {}", rest.trim()))))
        .or_else(|| row(words).map(|line| ("slip-table", line)))
        .or_else(|| rule(words).then(|| ("slip-rule", "---".to_owned())))
}

/// `＃ 見出し`, `##見出し`, `##　見出し`.
fn heading(words: &str) -> Option<String> {
    let rest = words.trim_start_matches(['#', '＃']);
    let signs = words.get(..words.len() - rest.len())?;
    let level = signs.chars().count();
    if level == 0 || level > 6 || rest.trim().is_empty() {
        return None;
    }
    let next = rest.chars().next()?;
    let is_slip = signs.contains('＃') || next == '　' || (next != ' ' && (level > 1 || is_unspaced(next)));
    (is_slip && !next.is_ascii_digit()).then(|| format!("{} {}", "#".repeat(level), rest.trim()))
}

/// `・書類`, `-　箇条`, `－ 箇条`, `*書類`.
fn item(words: &str) -> Option<String> {
    let mut chars = words.chars();
    let sign = chars.next()?;
    let rest = chars.as_str();
    let next = rest.chars().next()?;
    let is_slip = match sign {
        '・' | '●' | '•' | '►' | '▪' => true,
        '○' | '◯' | '■' | '□' => next == ' ' || next == '　',
        '－' | '＊' | '＋' => next != sign && (next == ' ' || next == '　'),
        '-' | '+' => next == '　' || (sign == '-' && is_unspaced(next)),
        '*' => next == '　' || (is_unspaced(next) && !rest.contains('*')),
        _ => false,
    };
    (is_slip && !rest.trim().is_empty()).then(|| format!("- {}", rest.trim_matches([' ', '　'])))
}

/// `①申請`, `１．申請`, `1.申請`, `（1）申請`.
fn numbered(words: &str) -> Option<String> {
    let first = words.chars().next()?;
    let rest = words.get(first.len_utf8()..)?;
    let item = |number: u32, rest: &str| {
        let rest = rest.trim_matches([' ', '　']);
        (!rest.is_empty()).then(|| format!("{number}. {rest}"))
    };
    for (start, from) in [('①', 1), ('㉑', 21), ('⑴', 1), ('❶', 1)] {
        let offset = u32::from(first).checked_sub(u32::from(start)).filter(|offset| *offset < if from == 21 { 15 } else { 20 });
        if let Some(offset) = offset {
            return item(from + offset, rest);
        }
    }
    let is_open = matches!(first, '(' | '（');
    let digits_at = if is_open { rest } else { words };
    let digit = |c: char| c.to_digit(10).or_else(|| u32::from(c).checked_sub(u32::from('０')).filter(|digit| *digit < 10));
    let (mut number, mut length, mut count, mut is_wide) = (0, 0, 0, false);
    for c in digits_at.chars() {
        let Some(digit) = digit(c) else { break };
        (number, length, count, is_wide) = (number * 10 + digit, length + c.len_utf8(), count + 1, is_wide || !c.is_ascii());
        if count > 2 {
            return None;
        }
    }
    let behind = digits_at.get(length..)?;
    let sign = behind.chars().next().filter(|_| count > 0)?;
    let rest = behind.get(sign.len_utf8()..)?;
    let next = rest.chars().next()?;
    let is_slip = match (is_open, sign) {
        // 「(1)から(3)まで」 is a sentence.
        (true, ')' | '）') => {
            !words.ends_with(['。', '、']) && !"からのとはをがに".contains(next) && (is_unspaced(next) || next == ' ')
        }
        (false, '．' | '）') => true,
        (false, '.' | ')') => is_wide || is_unspaced(next),
        _ => false,
    };
    (is_slip && digit(next).is_none()).then(|| item(number, rest))?
}

/// `｜項目｜金額｜`, and cells that were pasted with tabs.
fn row(words: &str) -> Option<String> {
    let cells: Vec<&str> = if words.starts_with('｜') {
        words.trim_matches(['｜', '|']).split(['｜', '|']).collect()
    } else if words.contains('\t') && !words.contains("[[") {
        words.split('\t').filter(|cell| !cell.trim().is_empty()).collect()
    } else {
        return None;
    };
    let is_rule = |cell: &&str| cell.trim().chars().all(|c| matches!(c, '-' | '－' | 'ー' | '―' | ':' | '：'));
    let cells: Vec<String> = match cells.iter().all(is_rule) {
        true => cells.iter().map(|_| "---".to_owned()).collect(),
        false => cells.iter().map(|cell| cell.trim().to_owned()).collect(),
    };
    (words.starts_with('｜') || cells.len() > 1).then(|| format!("| {} |", cells.join(" | ")))
}

/// A line of dashes alone, of another kind than the hyphen.
fn rule(words: &str) -> bool {
    words.chars().count() >= 3 && words.chars().all(|c| matches!(c, '―' | 'ー' | '─' | '－' | '━'))
}

/// What stands inside of a line.
fn inside(words: &str, at: usize, known: &Known, slips: &mut Vec<Slip>) {
    if words.is_ascii() || !words.contains(['[', '［', '{', '｛', '＊', '_']) {
        return;
    }
    let mut from = 0;
    for _ in 0..MOST_IN_A_LINE {
        let Some((range, message, line)) = words.get(from..).and_then(next_inside) else { return };
        let range = from + range.start..from + range.end;
        from = range.end;
        let is_escaped = words.get(..range.start).is_some_and(|before| before.ends_with('\\'));
        let is_link = message == "slip-link" && is_in(&known.links, at + range.start);
        if !known.is_code(at + range.start) && !is_escaped && !is_link {
            slips.push(Slip { range: at + range.start..at + range.end, message, line });
        }
    }
}

/// Slips that are told of one line; each look for the next goes through the rest of it.
const MOST_IN_A_LINE: usize = 20;

type Inside = (Range<usize>, &'static str, String);

fn next_inside(words: &str) -> Option<Inside> {
    let found = [mention(words), ruby(words), link(words), bold(words), underlined(words)];
    found.into_iter().flatten().min_by_key(|(range, ..)| range.start)
}

/// The part between two signs, and all of it.
fn between<'w>(words: &'w str, from: usize, open: &str, closes: &[&str]) -> Option<(Range<usize>, &'w str)> {
    let start = from + words.get(from..)?.find(open)?;
    let rest = words.get(start + open.len()..)?;
    let (length, close) = closes.iter().filter_map(|close| Some((rest.find(close)?, close))).min_by_key(|(at, _)| *at)?;
    Some((start..start + open.len() + length + close.len(), rest.get(..length)?))
}

/// `［［fee/x.amount］］`.
fn mention(words: &str) -> Option<Inside> {
    let (range, target) = between(words, 0, "［［", &["］］", "]]"])?;
    Some((range, "slip-mention", format!("[[{}]]", target.replace('｜', "|"))))
}

/// `{専攻医｜せんこうい}`, `｛専攻医｜せんこうい｝`, `｛専攻医|せんこうい｝`.
fn ruby(words: &str) -> Option<Inside> {
    let wide = between(words, 0, "｛", &["｝", "}"]).filter(|(_, inside)| inside.contains(['｜', '|']));
    let mixed = between(words, 0, "{", &["}", "｝"]).filter(|(_, inside)| inside.contains('｜'));
    let (range, inside) = wide.into_iter().chain(mixed).min_by_key(|(range, _)| range.start)?;
    Some((range, "slip-ruby", format!("{{{}}}", inside.replace('｜', "|"))))
}

/// `[様式1]（/assets/form1.pdf）`, `［案内］(/ja/)`.
fn link(words: &str) -> Option<Inside> {
    let mut from = 0;
    loop {
        let at = from + words.get(from..)?.find(['[', '［'])?;
        let open = words.get(at..)?.chars().next()?;
        from = at + open.len_utf8();
        let rest = words.get(from..)?;
        // A label holds no other, so that no part of a line is looked at twice.
        let end = rest.find([']', '］', '[', '［'])?;
        if rest.get(end..)?.starts_with(['[', '［']) {
            continue;
        }
        let close = rest.get(end..)?.chars().next()?;
        let (label, behind) = (rest.get(..end)?, rest.get(end + close.len_utf8()..)?);
        let Some(sign) = behind.chars().next().filter(|sign| matches!(sign, '(' | '（')) else { continue };
        let inside = behind.get(sign.len_utf8()..)?;
        let Some(length) = end_of_address(inside) else { continue };
        let address = inside.get(..length)?;
        let closing = inside.get(length..)?.chars().next()?;
        let is_address = ["/", "http", "#", "mailto:"].iter().any(|start| address.starts_with(start));
        let is_wide = [open, close, sign, closing].iter().any(|c| !c.is_ascii());
        let has_space = address.contains(' ') && !address.contains('"') && !address.starts_with('<');
        if is_address && (is_wide || has_space) {
            let end = from + end + close.len_utf8() + sign.len_utf8() + length + closing.len_utf8();
            let is_image = words.get(..at)?.ends_with('!');
            let start = at - usize::from(is_image);
            let address = if has_space { format!("<{address}>") } else { address.to_owned() };
            let line = format!("{}[{label}]({address})", if is_image { "!" } else { "" });
            return Some((start..end, "slip-link", line));
        }
    }
}

/// Where the address ends that stands between brackets; a name in it may have brackets of its own. Nothing where another link begins
/// first.
fn end_of_address(inside: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, c) in inside.char_indices() {
        match c {
            '[' | '［' => return None,
            '(' | '（' => depth += 1,
            ')' | '）' if depth == 0 => return Some(at),
            ')' | '）' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// `＊＊太字＊＊`.
fn bold(words: &str) -> Option<Inside> {
    let (range, inside) = between(words, 0, "＊＊", &["＊＊", "**"]).filter(|(_, inside)| !inside.is_empty())?;
    Some((range, "slip-bold", format!("**{inside}**")))
}

/// `日本語__下線__です`: underscores inside of a word are no markup.
fn underlined(words: &str) -> Option<Inside> {
    let mut from = 0;
    loop {
        let (range, inside) = between(words, from, "__", &["__"])?;
        from = range.end;
        let before = words.get(..range.start)?.chars().next_back();
        let behind = words.get(range.end..)?.chars().next();
        let is_beside = |c: Option<char>| c.is_some_and(is_unspaced);
        if !inside.is_empty() && (is_beside(before) || is_beside(behind)) {
            return Some((range, "slip-bold", format!("**{inside}**")));
        }
    }
}

/// `[^1]` of which the parser has made nothing, since no note of that name stands anywhere.
pub fn undefined_footnotes(text: &str, known: &Known) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("[^") {
        let rest = text.get(at + 2..).unwrap_or_default();
        let Some(end) = rest.find(']').filter(|end| *end > 0) else { continue };
        let name = rest.get(..end).unwrap_or_default();
        let is_escaped = text.get(..at).is_some_and(|before| before.ends_with('\\'));
        let is_link = rest.get(end + 1..).is_some_and(|behind| behind.starts_with(['(', ':', '[']));
        if !name.contains(char::is_whitespace) && !is_escaped && !is_link && !known.is_code(at) {
            found.push((at..at + 2 + end + 1, name.to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        find(text, &Known::default()).into_iter().map(|slip| slip.line).collect()
    }

    #[test]
    fn what_is_meant_is_shown() {
        for (typed, meant) in [
            ("＃＃見出し", "## 見出し"),
            ("##見出し", "## 見出し"),
            ("・ 書類", "- 書類"),
            ("⑳最後", "20. 最後"),
            ("（10）申請", "10. 申請"),
            ("１）申請", "1. 申請"),
            ("金額\t備考\t計", "| 金額 | 備考 | 計 |"),
            ("｜－－｜－－｜", "| --- | --- |"),
            ("| a | b |\n| c | d |", "| a | b |\n  |---|---|"),
            ("［写真］(/assets/a b.png)", "[写真](</assets/a b.png>)"),
            ("――――", "---"),
        ] {
            assert_eq!(lines(typed), [meant], "{typed}");
        }
        assert_eq!(lines("［［a/b］］と｛専攻医｜せんこうい｝と＊＊太字＊＊").len(), 3);
    }

    #[test]
    fn what_is_meant_as_it_is_typed_is_left() {
        for text in [
            "# 見出し",
            "- 書類",
            "1. 申請",
            "1.5倍になる",
            "#7119に電話する",
            "#1",
            "*強調*です",
            "**太字**です",
            "（注）これは注です。",
            "(1)から(3)まで",
            "2026.12.11",
            "［注］この表は見本です。",
            "詳しくは[案内](/ja/)へ。",
            "a_b__c__d",
            "{専攻医|せんこうい}",
            "-5度",
            "○と×",
        ] {
            assert_eq!(lines(text), [""; 0], "{text}");
        }
        let code = Known { code: std::iter::once(0..100).collect(), ..Known::default() };
        assert_eq!(find("##見出し\n｜a｜", &code), []);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*", slip in "[#＃・①１．（）()｜|\\[\\]［］｛｝{}＊*_あa/\t\n ]*") {
            let _ = (find(&text, &Known::default()), find(&slip, &Known::default()));
        }
    }
}
