//! Line ends that YAML folds to a space: between Chinese and Japanese characters there is none, as in prose.

use std::borrow::Cow;

use crate::model::prose::is_unspaced;

/// Characters around a line end that must be the same in the text and in the file for a space to be known as a folded one.
const AROUND: usize = 12;

/// The text of a value that stands as `written` in the file, without the spaces that are folded line ends between unspaced characters.
pub fn joined<'t>(text: Cow<'t, str>, written: &str) -> Cow<'t, str> {
    if !written.contains('\n') || !text.contains(' ') {
        return text;
    }
    let lines: Vec<&str> = written.split('\n').map(|line| line.trim_matches([' ', '\t', '\r'])).collect();
    let mut out = text.into_owned();
    let mut from = 0;
    for pair in lines.windows(2) {
        let [before, behind] = pair else { continue };
        let before = before.trim_start_matches(['"', '\'']);
        let is_joined = before.ends_with(is_unspaced) && behind.starts_with(is_unspaced);
        if !is_joined {
            continue;
        }
        let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        let (Some(head), Some(tail)) = (before.get(start..), behind.get(..end)) else { continue };
        let tail = tail.trim_end_matches(['"', '\'']);
        let found = out.get(from..).and_then(|rest| rest.find(&format!("{head} {tail}")));
        if let Some(at) = found {
            let space = from + at + head.len();
            out.remove(space);
            from = space;
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folded_spaces_between_unspaced_characters_go() {
        for (text, written, expected) in [
            ("長い文を 折り返して。", ">\n  長い文を\n  折り返して。", "長い文を折り返して。"),
            ("素の値を 二行に", "素の値を\n      二行に", "素の値を二行に"),
            ("引用符で 囲んだ値", "\"引用符で\n      囲んだ値\"", "引用符で囲んだ値"),
            ("一 二 三", ">-\n 一\n 二\n 三", "一二三"),
            ("打った 空白は 残す", "打った 空白は\n  残す", "打った 空白は残す"),
            ("English 日本語", "English\n  日本語", "English 日本語"),
            ("two words", "two\n  words", "two words"),
            ("段落\n別の段落", ">\n  段落\n\n  別の段落", "段落\n別の段落"),
        ] {
            assert_eq!(joined(text.into(), written), expected, "{written}");
        }
    }
}
