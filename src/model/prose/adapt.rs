//! Prepares a text for the Markdown parser, which cannot be configured for Annai's rules, and translates its offsets back into
//! those of the text.
//!
//! Most texts are parsed as they stand. Where a rule needs it, a copy is parsed in which marks are inserted:
//!
//! * beside a run of `*` or `~~` that touches a CJK character, a character that the parser takes for a letter or for
//!   punctuation, so that its flanking rules (CommonMark 0.31, 6.2) come out as if only white space counted;
//! * before `|` in `[[a|b]]` and `{a|b}`, a backslash, so that it does not end a table's cell;
//! * after words in braces at the end of a line, that letter again: the parser would take them for attributes of a heading;
//! * in a text without blocks, two characters at the start of each line, so that no block can begin there.
//!
//! All marks stand next to a character that does not occur in the text, so nothing an author types is taken for one.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr3;

use super::cjk::is_cjk;

/// Begins each line of a text without blocks; pulldown-cmark then sees a paragraph that goes on.
const LINE_START: &str = "x ";

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// A Markdown file: blocks and all extensions.
    Blocks,
    /// A text of a record: inline markup only.
    Inline,
}

/// A text as the parser sees it.
#[derive(Debug)]
pub struct Adapted<'a> {
    original: &'a str,
    /// Where reading begins in the original (after front matter, or white space).
    skipped: usize,
    copy: Option<Marked>,
    /// How it is read.
    pub dialect: Dialect,
}

/// The copy with marks.
#[derive(Debug)]
struct Marked {
    text: String,
    signs: Option<Signs>,
    inserted: Vec<Inserted>,
}

/// One insertion: where in the copy, how long, and the length of all before it.
#[derive(Debug, Clone, Copy)]
struct Inserted {
    at: usize,
    length: usize,
    before: usize,
}

/// Two characters that do not occur in the text.
#[derive(Debug, Clone, Copy)]
struct Signs {
    /// Private use: neither white space nor punctuation to the parser.
    letter: char,
    /// Punctuation to the parser.
    punctuation: char,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    LineStart,
    Letter,
    Punctuation,
    Pipe,
}

impl<'a> Adapted<'a> {
    /// Prepares `text`; copies it only where a rule needs marks.
    pub fn new(text: &'a str, dialect: Dialect) -> Self {
        let skipped = match dialect {
            Dialect::Blocks => front_matter(text).map_or(0, |range| range.end),
            Dialect::Inline => text.len() - text.trim_start().len(),
        };
        let body = text.get(skipped..).unwrap_or_default();
        let mut marks = marks(body, dialect);
        let signs = if marks.iter().all(|&(_, mark)| mark == Mark::LineStart) { None } else { Signs::absent_from(body) };
        if signs.is_none() {
            marks.retain(|&(_, mark)| mark == Mark::LineStart);
        }
        let copy = (!marks.is_empty()).then(|| Marked::new(body, signs, &marks));
        Self { original: text, skipped, copy, dialect }
    }

    /// What the parser is given.
    pub fn parsed(&self) -> &str {
        match &self.copy {
            Some(copy) => &copy.text,
            None => self.original.get(self.skipped..).unwrap_or_default(),
        }
    }

    /// The text as the author wrote it.
    pub fn original(&self) -> &'a str {
        self.original
    }

    /// A range of what the parser was given, as a range of the original.
    pub fn range(&self, parsed: &Range<usize>) -> Range<usize> {
        self.offset(parsed.start)..self.offset(parsed.end)
    }

    fn offset(&self, parsed: usize) -> usize {
        let Some(copy) = &self.copy else { return parsed + self.skipped };
        let after = copy.inserted.partition_point(|inserted| inserted.at < parsed);
        let own = match after.checked_sub(1).and_then(|last| copy.inserted.get(last)) {
            None => parsed,
            Some(last) if parsed < last.at + last.length => last.at - last.before,
            Some(last) => parsed - last.before - last.length,
        };
        own + self.skipped
    }

    /// A string that the parser made up from its input, without marks.
    pub fn clean<'s>(&self, text: &'s str) -> Cow<'s, str> {
        let Some(Signs { letter, punctuation }) = self.copy.as_ref().and_then(|copy| copy.signs) else {
            return Cow::Borrowed(text);
        };
        if !text.contains([letter, punctuation]) {
            return Cow::Borrowed(text);
        }
        let mut pipe = String::from(letter);
        pipe.push('\\');
        Cow::Owned(text.replace(&pipe, "").replace([letter, punctuation], ""))
    }
}

impl Marked {
    fn new(text: &str, signs: Option<Signs>, marks: &[(usize, Mark)]) -> Self {
        let mut copy = String::with_capacity(text.len() + marks.len() * 5);
        let mut inserted = Vec::with_capacity(marks.len());
        let (mut done, mut before) = (0, 0);
        for &(at, mark) in marks {
            copy.push_str(text.get(done..at).unwrap_or_default());
            done = at;
            let start = copy.len();
            match (mark, signs) {
                (Mark::LineStart, _) => copy.push_str(LINE_START),
                (Mark::Letter, Some(signs)) => copy.push(signs.letter),
                (Mark::Punctuation, Some(signs)) => copy.push(signs.punctuation),
                (Mark::Pipe, Some(signs)) => copy.extend([signs.letter, '\\']),
                (_, None) => {}
            }
            let length = copy.len() - start;
            inserted.push(Inserted { at: start, length, before });
            before += length;
        }
        copy.push_str(text.get(done..).unwrap_or_default());
        Self { text: copy, signs, inserted }
    }
}

impl Signs {
    /// Signs for a text; `None` for a text that contains all candidates, which then goes without marks.
    fn absent_from(text: &str) -> Option<Self> {
        let letter = ('\u{E000}'..='\u{E03F}').find(|&c| !text.contains(c))?;
        // Domino tiles: symbols, which the parser counts as punctuation, and about the rarest there are.
        let punctuation = ('\u{1F030}'..='\u{1F06F}').find(|&c| !text.contains(c))?;
        Some(Self { letter, punctuation })
    }
}

/// All marks that a text needs, sorted by place.
fn marks(text: &str, dialect: Dialect) -> Vec<(usize, Mark)> {
    let mut marks = Vec::new();
    if dialect == Dialect::Inline {
        line_starts(text, &mut marks);
    }
    if dialect == Dialect::Blocks {
        braces_at_ends(text, &mut marks);
    }
    let pipes = dialect == Dialect::Blocks && may_have_table(text);
    let bytes = text.as_bytes();
    let next = |rest: &[u8]| match pipes {
        false => memchr3(b'\\', b'*', b'~', rest),
        true => rest.iter().position(|byte| b"\\*~[{".contains(byte)),
    };
    let mut i = 0;
    while let Some(skipped) = bytes.get(i..).and_then(next) {
        i += skipped;
        match bytes[i] {
            b'\\' => i += 1 + usize::from(bytes.get(i + 1).is_some_and(u8::is_ascii_punctuation)),
            byte @ (b'*' | b'~') => {
                let length = bytes.get(i..).unwrap_or_default().iter().take_while(|&&b| b == byte).count();
                // A single `~` stays as it is: 3月~5月 is a range.
                if byte == b'*' || length == 2 {
                    beside_run(text, i..i + length, &mut marks);
                }
                i += length;
            }
            b'[' if pipes && bytes.get(i + 1) == Some(&b'[') => {
                mention_pipes(text, i + 2, &mut marks);
                i += 1;
            }
            b'{' if pipes => {
                if let Some((base, _)) = ruby(text.get(i..).unwrap_or_default()) {
                    marks.push((i + 1 + base.len(), Mark::Pipe));
                }
                i += 1;
            }
            _ => i += 1,
        }
    }
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// Marks the starts of lines, after their indentation.
fn line_starts(text: &str, marks: &mut Vec<(usize, Mark)>) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        marks.push((start + indent, Mark::LineStart));
        start += line.len();
    }
}

/// Marks the ends of braces that end a line, but for those that hold an id: `{#id}`.
fn braces_at_ends(text: &str, marks: &mut Vec<(usize, Mark)>) {
    for end in memchr::memchr_iter(b'}', text.as_bytes()) {
        let (before, after) = text.split_at(end);
        let rest = after[1..].split('\n').next().unwrap_or_default();
        // A heading may end in `#`, too.
        if !rest.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'#')) {
            continue;
        }
        let Some((_, inside)) = before.rsplit_once('{').filter(|(_, inside)| !inside.contains('\n')) else { continue };
        if !inside.split_whitespace().any(|word| word.len() > 1 && word.starts_with('#')) {
            marks.push((end + 1, Mark::Letter));
        }
    }
}

/// Marks a run of delimiters that touches a CJK character, so that it can open unless white space follows, and close
/// unless white space precedes. Marks stand between the run and a CJK character, never between two runs.
fn beside_run(text: &str, run: Range<usize>, marks: &mut Vec<(usize, Mark)>) {
    let bytes = text.as_bytes();
    let beside = |index: Option<usize>| index.and_then(|i| bytes.get(i)).is_some_and(|byte| !byte.is_ascii());
    if !beside(run.start.checked_sub(1)) && !beside(Some(run.end)) {
        return;
    }
    let before = text.get(..run.start).and_then(|s| s.chars().next_back());
    let after = text.get(run.end..).and_then(|s| s.chars().next());
    let (Some(before), Some(after)) = (before, after) else { return };
    // Beside a cell's border the parser has rules of its own, which serve.
    if before.is_whitespace() || after.is_whitespace() || before == '|' || after == '|' {
        return;
    }
    let (before_sure, after_sure) = (is_surely_letter(before), is_surely_letter(after));
    let (before_cjk, after_cjk) = (is_cjk(before), is_cjk(after));
    let tilde = bytes.get(run.start) == Some(&b'~');
    if !(before_cjk || after_cjk) || before_sure && (after_sure || tilde) {
        return;
    }
    if before_cjk && after.is_ascii_punctuation() {
        marks.push((run.start, Mark::Punctuation));
    } else if after_cjk && before.is_ascii_punctuation() {
        marks.push((run.end, Mark::Punctuation));
    } else {
        if !before_sure {
            marks.push((run.start, Mark::Letter));
        }
        if !after_sure {
            marks.push((run.end, Mark::Letter));
        }
    }
}

/// Is it certain that CommonMark does not count the character as punctuation? (Some circled letters are symbols.)
fn is_surely_letter(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_punctuation();
    }
    c.is_alphanumeric() && !matches!(c, '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}')
}

/// Marks the pipes of a mention whose inside begins at `start`, if it ends on the same line.
fn mention_pipes(text: &str, start: usize, marks: &mut Vec<(usize, Mark)>) {
    let rest = text.get(start..).unwrap_or_default().as_bytes();
    let known = marks.len();
    let mut previous = b'[';
    for (i, &byte) in rest.iter().enumerate() {
        match (previous, byte) {
            (b']', b']') => return,
            (b'[', b'[') if i > 0 => break,
            (_, b'\n') => break,
            (b'\\', b'|') => {}
            (_, b'|') if i > 0 => marks.push((start + i, Mark::Pipe)),
            _ => {}
        }
        previous = byte;
    }
    marks.truncate(known);
}

/// Reads `{base|reading}` at the start of a text: one line, both parts there, no braces or further pipes inside.
pub fn ruby(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('{')?;
    let (base, rest) = inside.split_at(inside.find(['|', '{', '}', '\n'])?);
    let rest = rest.strip_prefix('|')?;
    let (reading, rest) = rest.split_at(rest.find(['|', '{', '}', '\n'])?);
    (rest.starts_with('}') && !base.trim().is_empty() && !reading.trim().is_empty()).then_some((base, reading))
}

/// Reads `{ja:words}` or `{ja:base|reading}` at the start of a text: words of another language than the text's. The tag, the words,
/// and how they are read.
pub fn foreign(text: &str) -> Option<(&str, &str, Option<&str>)> {
    let inside = text.strip_prefix('{')?;
    let (tag, rest) = inside.split_at(inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?);
    let rest = rest.strip_prefix(':')?;
    let is_tag =
        (2..=3).contains(&tag.split('-').next().map_or(0, str::len)) && tag.starts_with(|c: char| c.is_ascii_lowercase());
    let (words, end) = rest.split_at(rest.find(['|', '{', '}', '\n'])?);
    if !is_tag || words.trim() != words || words.is_empty() {
        return None;
    }
    if end.starts_with('}') {
        return Some((tag, words, None));
    }
    let (reading, end) = end.strip_prefix('|')?.split_at(end.find(['{', '}', '\n'])?.checked_sub(1)?);
    (end.starts_with('}') && !reading.trim().is_empty() && !reading.contains('|')).then_some((tag, words, Some(reading)))
}

/// Could the text hold a table, and in it a pipe of Annai's own markup? A table needs a line of nothing but `|`, `-`
/// and `:` (GitHub Flavored Markdown, 4.10).
fn may_have_table(text: &str) -> bool {
    text.contains('|')
        && (text.contains("[[") || text.contains('{'))
        && text.split('\n').any(|line| {
            let line = line.as_bytes();
            line.contains(&b'-') && line.iter().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t' | b'>' | b'\r'))
        })
}

/// Finds YAML front matter at the start of a file: a line `---`, then lines the first of which looks like YAML, then
/// `---` or `...`. A thematic break or a heading underlined with `---` is none.
pub fn front_matter(text: &str) -> Option<Range<usize>> {
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let (rest, separator) = (&text[fence.len()..], if fence == "---" { ':' } else { '=' });
    let mut lines = rest.split_inclusive('\n');
    let mut at = 3 + lines.next().filter(|line| line.trim().is_empty() && line.ends_with('\n'))?.len();
    let mut first = true;
    for line in lines {
        at += line.len();
        let line = line.trim_end();
        if first {
            let key = line.split(separator).next().unwrap_or_default();
            let is_key = key.len() < line.len() && !key.trim_end().is_empty() && !key.trim_end().contains(char::is_whitespace);
            if !is_key && !line.starts_with('#') {
                return None;
            }
            first = false;
        } else if line == fence || fence == "---" && line == "..." {
            return Some(0..at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(text: &str, dialect: Dialect) -> bool {
        Adapted::new(text, dialect).copy.is_some()
    }

    #[test]
    fn copies_only_what_needs_marks() {
        for text in ["**東京**", "これは**重要**です", "a*b* ~~c~~「d」", "* 「東京」\n* b", "3月~5月（~6月）", "|a|\n|-|\n|{b}|"]
        {
            assert!(!copied(text, Dialect::Blocks), "{text}");
        }
        for text in ["これは**「重要」**です", "病院**(東京)**の", "~~（旧）~~です", "|a|\n|-|\n|[[b|c]]|"] {
            assert!(copied(text, Dialect::Blocks), "{text}");
        }
    }

    #[test]
    fn offsets_lead_back() {
        let text = "あ**「い」**う";
        let adapted = Adapted::new(text, Dialect::Blocks);
        let parsed = adapted.parsed();
        for (i, c) in parsed.char_indices() {
            let back = adapted.range(&(i..i + c.len_utf8()));
            assert!(back.is_empty() || text[back].starts_with(c));
        }
        assert_eq!(adapted.range(&(0..parsed.len())), 0..text.len());
        assert_eq!(adapted.clean(parsed), text);
    }

    #[test]
    fn signs_avoid_what_the_author_typed() {
        let text = "\u{E000}**「\u{1F030}」**\u{E001}い*(う)*え";
        let adapted = Adapted::new(text, Dialect::Blocks);
        assert_eq!(adapted.clean(adapted.parsed()), text);
        let all: String = ('\u{E000}'..='\u{E03F}').collect();
        assert!(!copied(&format!("{all}あ**「い」**う"), Dialect::Blocks));
    }

    #[test]
    fn ruby_needs_both_parts_on_one_line() {
        assert_eq!(ruby("{専攻医|せんこうい}です"), Some(("専攻医", "せんこうい")));
        for text in ["専攻医", "{専攻医}", "{|a}", "{a|}", "{a|b", "{a\n|b}", "{a|b|c}", "{a{b|c}"] {
            assert_eq!(ruby(text), None, "{text}");
        }
    }

    #[test]
    fn words_of_another_language_have_its_tag() {
        assert_eq!(foreign("{ja:専攻医} is"), Some(("ja", "専攻医", None)));
        assert_eq!(foreign("{zh-Hant:專科|x}"), Some(("zh-Hant", "專科", Some("x"))));
        assert_eq!(foreign("{ja:専攻医|せんこうい}"), Some(("ja", "専攻医", Some("せんこうい"))));
        for text in
            ["{ja}", "{ja:}", "{ja: a}", "{note:a}", "{JA:a}", "{ja:a", "{ja:a\n}", "{ja:a|}", "{ja:a|b|c}", "{:a}", "{#a:b}"]
        {
            assert_eq!(foreign(text), None, "{text}");
        }
    }

    #[test]
    fn front_matter_is_told_from_rules_and_headings() {
        assert_eq!(front_matter("---\ntitle: x\n---\ntext"), Some(0..17));
        assert_eq!(front_matter("---\n# c\n...\n"), Some(0..12));
        assert_eq!(front_matter("+++\ntitle = \"x\"\n+++\n"), Some(0..20));
        for text in [
            "+++\ntext\n+++\n",
            "+++\na = b\n---\n",
            "---\ntext\n---\n",
            "---\n\na: b\n---\n",
            "---",
            "--- \ntitle: x",
            "a\n---\n",
            "----\na: b\n---\n",
        ] {
            assert_eq!(front_matter(text), None, "{text:?}");
        }
    }
}
