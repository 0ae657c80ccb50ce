//! What a YAML syntax error most likely is: where the mistake was made, which may be before the parser noticed, and its words.

use serde_saphyr::granit_parser::ErrorKind as K;

use crate::base::Span;

/// A mistake in the syntax, as people make it.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where it was made.
    pub span: Span,
    /// Message id.
    pub message: &'static str,
    /// Message id of what to write instead.
    pub help: &'static str,
}

/// The mistake behind the error that the parser noticed at byte `at`. `bracket` is where the innermost open `{` or `[` stands.
pub fn find(text: &str, at: usize, kind: &K, bracket: Option<usize>) -> Mistake {
    let scene = Scene::new(text, at, bracket);
    scene
        .conflict()
        .or_else(|| scene.unwanted_character(kind))
        .or_else(|| scene.full_width_bracket())
        .or_else(|| scene.full_width())
        .or_else(|| scene.quote(kind))
        .or_else(|| scene.star(kind))
        .or_else(|| scene.bracket_in_text(kind))
        .or_else(|| scene.open_bracket(kind))
        .or_else(|| scene.no_colon(kind))
        .unwrap_or_else(|| scene.as_noticed(kind))
}

/// A full-width character in the name of a field, which YAML takes for a part of the name.
pub fn in_name(name: &str, span: Span) -> Option<Mistake> {
    let start = span.start as usize;
    if let Some(space) = foreign_space(name, start) {
        return Some(space);
    }
    let (before, _) = name.split_once('：')?;
    let is_field = !before.is_empty() && before.chars().all(is_name);
    is_field
        .then(|| Scene::mistake(start + before.len(), '：'.len_utf8(), "yaml-full-width-colon", "yaml-full-width-colon-help"))?
}

/// The text around the place where the error was noticed.
struct Scene<'a> {
    text: &'a str,
    at: usize,
    bracket: Option<usize>,
    /// Where the line of `at` begins.
    line: usize,
}

impl<'a> Scene<'a> {
    fn new(text: &'a str, at: usize, bracket: Option<usize>) -> Self {
        let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        Self { text, at, bracket, line }
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn rest(&self) -> &'a str {
        self.slice(self.at, self.text.len())
    }

    /// What stands between the start of the line and the error.
    fn before(&self) -> &'a str {
        self.slice(self.line, self.at)
    }

    /// Where the first word of the line that begins at `line` stands, and the line from there on.
    fn words(&self, line: usize) -> (usize, &'a str) {
        let whole = self.slice(line, self.text.len()).split('\n').next().unwrap_or_default();
        let words = whole.trim_start_matches([' ', '-']);
        (line + whole.len() - words.len(), words.trim_end())
    }

    fn mistake(from: usize, length: usize, message: &'static str, help: &'static str) -> Option<Mistake> {
        Some(Mistake { span: Span::new(from, from + length), message, help })
    }

    /// What Git writes into a file that two people changed.
    fn conflict(&self) -> Option<Mistake> {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let words = line.trim_end();
            if words.starts_with("<<<<<<< ") || words.starts_with(">>>>>>> ") {
                return Self::mistake(start, words.len(), "yaml-conflict", "yaml-conflict-help");
            }
            start += line.len();
        }
        None
    }

    /// A control character, or a tab in the indentation.
    fn unwanted_character(&self, kind: &K) -> Option<Mistake> {
        let tab = matches!(
            kind,
            K::TabNotAllowed | K::TabInBlockIndentation | K::TabInIndentation | K::TabAtBlockScalarStart | K::TabInPlainScalar
        );
        if tab {
            let tabs = self.before().len() - self.before().trim_end_matches('\t').len();
            // Of a text of several lines the parser tells where it begins.
            let later = (tabs == 0 && !self.rest().starts_with('\t')).then(|| self.tab_at_start_of_line()).flatten();
            return Self::mistake(later.unwrap_or(self.at - tabs), tabs.max(1), "yaml-tab", "yaml-tab-help");
        }
        let is_unwanted = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let line = match kind {
            // Of a value with such a character in it, too.
            K::UnexpectedCharacter { .. } => self.rest().split('\n').next().unwrap_or_default(),
            _ => self.rest().get(..self.rest().chars().next()?.len_utf8())?,
        };
        let (at, c) = line.char_indices().find(|(_, c)| is_unwanted(*c))?;
        Self::mistake(self.at + at, c.len_utf8(), "yaml-control", "yaml-control-help")
    }

    /// The first tab after the error that stands in the indentation of a line.
    fn tab_at_start_of_line(&self) -> Option<usize> {
        let mut start = self.at;
        for line in self.rest().split_inclusive('\n') {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            if start > self.at && line.get(spaces..).is_some_and(|words| words.starts_with('\t')) {
                return Some(start + spaces);
            }
            start += line.len();
        }
        None
    }

    /// Full-width brackets around a map or list.
    fn full_width_bracket(&self) -> Option<Mistake> {
        let earlier = self.slice(0, self.line.saturating_sub(1)).rfind('\n').map_or(0, |end| end + 1);
        [self.line, earlier].into_iter().find_map(|line| {
            let (start, words) = self.words(line);
            let value = words.find(": ").map_or(0, |colon| colon + 2);
            let is_opened = |rest: &str| rest.starts_with(['｛', '［', '{', '[']);
            let rest = words.get(value..).filter(|rest| is_opened(rest))?;
            let at = rest
                .find(['｛', '［'])
                .filter(|at| *at == 0)
                .or_else(|| rest.char_indices().next_back().filter(|(_, c)| matches!(c, '｝' | '］')).map(|(at, _)| at))?;
            let (message, help) = ("yaml-full-width-bracket", "yaml-full-width-bracket-help");
            Self::mistake(start + value + at, '｛'.len_utf8(), message, help)
        })
    }

    /// A full-width character that a Japanese keyboard writes in place of a sign of YAML.
    fn full_width(&self) -> Option<Mistake> {
        let earlier = self.slice(0, self.line.saturating_sub(1)).rfind('\n').map_or(0, |end| end + 1);
        for line in [self.line, earlier] {
            let (start, words) = self.words(line);
            if let Some(space) = foreign_space(words, start) {
                return Some(space);
            }
            let name = words.len() - words.trim_start_matches(is_name).len();
            let value = words.get(name..).and_then(|rest| rest.strip_prefix(':'));
            if name > 0
                && let Some(space) = value.and_then(|value| value.chars().next()).filter(|c| is_foreign_space(*c))
            {
                return Self::mistake(start + name + 1, space.len_utf8(), "yaml-colon-space", "yaml-colon-space-help");
            }
            if name > 0 && words.get(name..).is_some_and(|rest| rest.starts_with('：')) {
                return Self::mistake(start + name, '：'.len_utf8(), "yaml-full-width-colon", "yaml-full-width-colon-help");
            }
        }
        // `、name` right before a colon that cannot stand there.
        self.bracket?;
        let name = self.before().trim_end_matches(is_name).trim_end();
        let comma = name.chars().next_back().filter(|c| matches!(c, '、' | '，'))?.len_utf8();
        Self::mistake(self.line + name.len() - comma, comma, "yaml-full-width-comma", "yaml-full-width-comma-help")
    }

    /// A quoted text that does not end, or that ends before its value does.
    fn quote(&self, kind: &K) -> Option<Mistake> {
        let is_of_quotes = matches!(
            kind,
            K::UnclosedQuotedScalar
                | K::DocumentIndicatorInQuotedScalar
                | K::InvalidQuotedScalarIndent
                | K::InvalidTrailingSingleQuotedScalar
        );
        if let Some(at) = is_of_quotes.then(|| self.apostrophe()).flatten() {
            return Self::mistake(at, 1, "yaml-quote", "yaml-apostrophe-help");
        }
        match kind {
            K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar | K::InvalidQuotedScalarIndent => {
                let opens = |&(at, c): &(usize, char)| {
                    matches!(c, '"' | '\'') && self.slice(0, at).ends_with([' ', '\n', '[', '{', ',', '-', ':'])
                };
                let (open, _) = self.slice(0, self.at).char_indices().rev().find(opens)?;
                Self::mistake(open, 1, "yaml-quote", "yaml-quote-close-help")
            }
            K::UnknownQuotedScalarEscape => {
                let mut chars = self.rest().char_indices().peekable();
                while let Some((at, c)) = chars.next() {
                    let escaped = if c == '\\' { chars.next() } else { None };
                    if escaped.is_some_and(|(_, c)| !"0abtnvfre \"/\\N_LPxuU\n\t".contains(c)) {
                        return Self::mistake(self.at + at, 1, "yaml-escape", "yaml-escape-help");
                    }
                }
                None
            }
            K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => {
                let length = self.rest().chars().next().map_or(0, char::len_utf8);
                Self::mistake(self.at, length, "yaml-after-quote", "yaml-after-quote-help")
            }
            _ => None,
        }
    }

    /// The sign that Excel puts before a number that is to stay a text: `'17000`, which begins a quoted text to YAML.
    fn apostrophe(&self) -> Option<usize> {
        let before = self.slice(0, self.at.saturating_add(self.rest().split('\n').next().unwrap_or_default().len()));
        let mut start = 0;
        for line in before.split_inclusive('\n') {
            let mut signs = line.match_indices('\'');
            if let (Some((at, _)), None) = (signs.next(), signs.next())
                && line.get(..at).is_some_and(|words| words.ends_with([' ', '[', '{', ',']))
                && line.get(at + 1..).is_some_and(|words| words.starts_with(|c: char| c.is_numeric() || c == '+'))
            {
                return Some(start + at);
            }
            start += line.len();
        }
        None
    }

    /// `**bold**` at the beginning of a value: to YAML, `*` repeats what `&` named.
    fn star(&self, kind: &K) -> Option<Mistake> {
        if !matches!(kind, K::UnknownAnchor | K::MissingAnchorOrAliasName) {
            return None;
        }
        let here = self.rest().starts_with('*').then_some(self.at);
        let from = here.or_else(|| self.before().strip_suffix('*').map(|before| self.line + before.len()))?;
        Self::mistake(from, 1, "yaml-unknown-anchor", "yaml-unknown-anchor-help")
    }

    /// A bracket that is meant as a part of a text: inside it, or at its beginning, as in `ja: [[term/x]]です`.
    fn bracket_in_text(&self, kind: &K) -> Option<Mistake> {
        let (message, help) = ("yaml-bracket-in-text", "yaml-bracket-in-text-help");
        let before = self.before().trim_end_matches(' ');
        if self.bracket.is_some()
            && self.rest().starts_with(['[', '{'])
            && !before.is_empty()
            && !before.ends_with([',', ':', '[', '{', '-'])
        {
            return Self::mistake(self.at, 1, message, help);
        }
        let is_after_value = before.ends_with([']', '}']) && !self.rest().starts_with([',', '\n', ']', '}', ':']);
        let is_noticed_here = matches!(
            kind,
            K::ExpectedBlockMappingKey
                | K::ExpectedFlowMappingSeparator
                | K::ExpectedFlowSequenceSeparator
                | K::SimpleKeyExpected
        ) || is_indentation(kind);
        if !is_after_value || !is_noticed_here {
            return None;
        }
        let value = self.before().find(": [").or_else(|| self.before().find(": {")).map(|colon| colon + 2)?;
        Self::mistake(self.line + value, 1, message, help)
    }

    /// A bracket that an earlier line opened and none closed, or two values in brackets without a comma between them.
    fn open_bracket(&self, kind: &K) -> Option<Mistake> {
        let open = self.bracket?;
        let is_of_an_earlier_line = open < self.line || self.rest().is_empty();
        match kind {
            K::MappingValueNotAllowed
            | K::InvalidColonPlacement
            | K::InvalidMappingValueWhitespace
            | K::ExpectedFlowMappingSeparator
            | K::ExpectedFlowSequenceSeparator
                if !is_of_an_earlier_line && self.rest().starts_with(':') =>
            {
                let name = self.before().len() - self.before().trim_end_matches(is_name).len();
                Self::mistake(self.at - name, name.max(1), "yaml-comma", "yaml-comma-help")
            }
            _ if is_of_an_earlier_line && !matches!(kind, K::UnexpectedCharacter { .. }) => {
                Self::mistake(open, 1, "yaml-bracket", "yaml-bracket-help")
            }
            _ => None,
        }
    }

    /// A line with neither `:` nor `-`, where a field is expected.
    fn no_colon(&self, kind: &K) -> Option<Mistake> {
        let (start, words) = self.words(self.line);
        let has_colon = words.contains(": ") || words.ends_with(':');
        if !is_indentation(kind) || self.bracket.is_some() || has_colon || words.is_empty() {
            return None;
        }
        let name = words.len() - words.trim_start_matches(is_name).len();
        let has_value_at_once = |rest: &str| rest.starts_with(':') && !rest.starts_with("://");
        if name > 0 && words.get(name..).is_some_and(has_value_at_once) {
            return Self::mistake(start + name, 1, "yaml-colon-space", "yaml-colon-space-help");
        }
        Self::mistake(start, words.len(), "yaml-no-colon", "yaml-no-colon-help")
    }

    fn as_noticed(&self, kind: &K) -> Mistake {
        let (message, help) = explain(kind);
        let length = self.rest().chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
        Mistake { span: Span::new(self.at, self.at + length), message, help }
    }
}

/// A space at the beginning of a line or name that is none to YAML.
fn foreign_space(words: &str, start: usize) -> Option<Mistake> {
    let space = words.chars().next().filter(|c| is_foreign_space(*c))?;
    let message = if space == '　' { "yaml-full-width-space" } else { "yaml-foreign-space" };
    Scene::mistake(start, space.len_utf8(), message, "yaml-full-width-space-help")
}

/// Full-width and no-break spaces, as Japanese keyboards and word processors write them.
pub(super) fn is_foreign_space(c: char) -> bool {
    matches!(c, '　' | '\u{a0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' | '\u{202f}')
}

/// What names of fields are made of.
pub(super) fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

fn is_indentation(kind: &K) -> bool {
    matches!(
        kind,
        K::InvalidIndentation
            | K::ExpectedBlockMappingKey
            | K::ExpectedBlockSequenceEntry
            | K::BlockSequenceEntryNotAllowed
            | K::MappingKeyNotAllowed
            | K::SimpleKeyExpected
            | K::InvalidSimpleKey
    )
}

/// Message and help for a kind of syntax error; what an office worker meets has words of its own.
fn explain(kind: &K) -> (&'static str, &'static str) {
    match kind {
        K::UnknownQuotedScalarEscape => ("yaml-escape", "yaml-escape-help"),
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar | K::InvalidQuotedScalarIndent => {
            ("yaml-quote", "yaml-quote-close-help")
        }
        K::UnclosedFlowCollection { .. }
        | K::MismatchedFlowCollectionEnd { .. }
        | K::MisplacedFlowCollectionEnd
        | K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator => ("yaml-bracket", "yaml-bracket-help"),
        K::MappingValueNotAllowed | K::InvalidColonPlacement | K::InvalidMappingValueWhitespace => {
            ("yaml-colon", "yaml-colon-help")
        }
        K::UnexpectedCharacter { .. } | K::MissingAnchorOrAliasName | K::ExpectedTagBang | K::UndeclaredTagHandle => {
            ("yaml-character", "yaml-quote-help")
        }
        K::UnknownAnchor => ("yaml-unknown-anchor", "yaml-unknown-anchor-help"),
        kind if is_indentation(kind) => ("yaml-indentation", "yaml-indentation-help"),
        _ => ("yaml-syntax", "yaml-syntax-help"),
    }
}
