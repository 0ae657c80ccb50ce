//! Cases of seeded mistakes: files in which a line of carets stands under each mistake, with the finding that is expected.
//!
//! ```text
//! A field that no kind of record has.
//!
//! === content/hospitals/a.yaml
//! name: {ja: みなと病院, en: Minato Hospital}
//! prefecure: ibaraki
//! ^^^^^^^^^ error[unknown-field]: prefecture
//! ```
//!
//! Carets stand where they would on a terminal: a Japanese character is two columns wide. After the colon stands a word that
//! the help must name. A finding about a whole file stands behind its path: `=== content/Bad.yaml error[bad-file-name]`.
//! Before it, in parentheses, what is special about the file: `(escaped)`, bytes are written as `\x93`; `(unfinished)`, it
//! does not end in a line feed; `(absent)`, it is taken away. A case that cannot stand beside others in one site says why in a
//! line that begins with `Alone:`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use annai::source::{File, Sources};
use unicode_width::UnicodeWidthChar;

/// Some files of a site, and what is to be found in them.
pub struct Case {
    pub name: String,
    pub alone: bool,
    pub files: Vec<CaseFile>,
}

pub struct CaseFile {
    pub path: String,
    pub remark: Remark,
    /// The lines of the file, as they stand in the case.
    lines: Vec<String>,
    pub expected: Vec<Expected>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    None,
    Escaped,
    Unfinished,
    Absent,
}

impl Remark {
    const ALL: [(&'static str, Self); 3] =
        [("(escaped)", Self::Escaped), ("(unfinished)", Self::Unfinished), ("(absent)", Self::Absent)];
}

pub struct Expected {
    pub finding: Finding,
    /// What the help must name.
    pub help: Option<String>,
}

/// A finding and the characters that it marks, of the first line that it marks. Columns are 1-based; a mark has one at least.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub path: String,
    pub line: usize,
    pub column: usize,
    pub end_column: usize,
    /// As `error[unknown-field]`.
    pub rule: String,
}

impl Finding {
    pub fn code(&self) -> &str {
        self.rule.split(['[', ']']).nth(1).unwrap_or_default()
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}-{}: {}", self.path, self.line, self.column, self.end_column, self.rule)
    }
}

/// All cases of a folder, sorted by name.
pub fn cases(folder: &Path) -> Vec<Case> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths: BTreeSet<_> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    paths
        .iter()
        .map(|path| Case::parse(path.file_stem().unwrap().to_str().unwrap(), &std::fs::read_to_string(path).unwrap()))
        .collect()
}

impl Case {
    pub fn parse(name: &str, text: &str) -> Self {
        let mut case = Self { name: name.to_owned(), alone: false, files: Vec::new() };
        for line in text.lines() {
            if let Some(header) = line.strip_prefix("=== ") {
                case.files.push(CaseFile::from_header(header));
                continue;
            }
            let Some(file) = case.files.last_mut() else {
                case.alone |= line.starts_with("Alone: ");
                continue;
            };
            match caret_line(line) {
                Some((mark, rest)) => file.expect_at(mark, rest),
                None => file.lines.push(line.to_owned()),
            }
        }
        assert!(!case.files.is_empty(), "{name}: no file");
        case
    }

    pub fn expected(&self) -> impl Iterator<Item = &Expected> {
        self.files.iter().flat_map(|file| &file.expected)
    }

    /// Adds the case's files to a site, or takes them away.
    pub fn add_to(&self, sources: &mut Sources) {
        for file in &self.files {
            match file.remark {
                Remark::Absent => drop(sources.files_mut().remove(&*file.path)),
                _ => drop(sources.files_mut().insert(file.path.as_str().into(), Arc::new(File::text(&file.bytes())))),
            }
        }
    }

    /// The case as it would have to be written for what was found.
    pub fn show(&self, found: &[Finding]) -> String {
        let mut out = String::new();
        for file in &self.files {
            let found: Vec<&Finding> = found.iter().filter(|finding| finding.path == file.path).collect();
            write!(out, "=== {}", file.path).unwrap();
            if let Some((remark, _)) = Remark::ALL.iter().find(|(_, remark)| *remark == file.remark) {
                write!(out, " {remark}").unwrap();
            }
            for finding in found.iter().filter(|finding| finding.end_column == 1) {
                write!(out, " {}", finding.rule).unwrap();
            }
            out.push('\n');
            for (number, line) in file.lines.iter().chain([&String::new()]).enumerate() {
                let marks: Vec<_> = found.iter().filter(|f| f.line == number + 1 && f.end_column > 1).collect();
                if number < file.lines.len() || !marks.is_empty() {
                    writeln!(out, "{line}").unwrap();
                }
                for finding in marks {
                    let (from, to) = (width_to(line, finding.column), width_to(line, finding.end_column.max(finding.column + 1)));
                    writeln!(out, "{}{} {}", " ".repeat(from), "^".repeat(to - from), finding.rule).unwrap();
                }
            }
        }
        for other in found.iter().filter(|finding| self.files.iter().all(|file| file.path != finding.path)) {
            writeln!(out, "elsewhere: {other}").unwrap();
        }
        out
    }
}

impl CaseFile {
    fn from_header(header: &str) -> Self {
        let (path, mut rest) = header.split_once(' ').unwrap_or((header, ""));
        let mut file = Self { path: path.to_owned(), remark: Remark::None, lines: Vec::new(), expected: Vec::new() };
        for (word, remark) in Remark::ALL {
            if let Some(after) = rest.strip_prefix(word) {
                file.remark = remark;
                rest = after.trim_start();
            }
        }
        if !rest.is_empty() {
            file.expect(1, 1, 1, rest);
        }
        file
    }

    /// Expects a finding at the marked columns of a terminal, in the last line so far.
    fn expect_at(&mut self, (from, to): (usize, usize), rest: &str) {
        let line = self.lines.last().unwrap_or_else(|| panic!("{}: carets under no line", self.path)).clone();
        let column = |wanted: usize| {
            (1..).find(|&column| width_to(&line, column) >= wanted).filter(|&column| width_to(&line, column) == wanted)
        };
        let (Some(from), Some(to)) = (column(from), column(to)) else {
            panic!("{}: carets under half of a character of “{line}”", self.path);
        };
        self.expect(self.lines.len(), from, to, rest);
    }

    fn expect(&mut self, line: usize, column: usize, end_column: usize, words: &str) {
        let (rule, help) = words.split_once(": ").map_or((words, None), |(rule, help)| (rule, Some(help.to_owned())));
        assert!(rule.ends_with(']') && !rule.contains(' '), "{}: “{rule}” is no rule", self.path);
        let finding = Finding { path: self.path.clone(), line, column, end_column, rule: rule.to_owned() };
        self.expected.push(Expected { finding, help });
    }

    fn bytes(&self) -> Vec<u8> {
        let mut text = self.lines.join("\n");
        if self.remark != Remark::Unfinished && !self.lines.is_empty() {
            text.push('\n');
        }
        if self.remark != Remark::Escaped {
            return text.into_bytes();
        }
        let mut parts = text.split("\\x");
        let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
            bytes.extend(&part.as_bytes()[2..]);
        }
        bytes
    }
}

/// The columns of a terminal that the carets of a line cover, and what stands behind them.
fn caret_line(line: &str) -> Option<((usize, usize), &str)> {
    let carets = line.trim_start_matches(' ');
    let rest = carets.trim_start_matches('^');
    let (indent, count) = (line.len() - carets.len(), carets.len() - rest.len());
    let rule =
        rest.strip_prefix(' ').filter(|rule| ["error[", "warning[", "info["].iter().any(|start| rule.starts_with(start)))?;
    (count > 0).then_some(((indent, indent + count), rule))
}

/// The columns of a terminal before a character, 1-based; one for each that is past the end of the line.
fn width_to(line: &str, column: usize) -> usize {
    let mut chars = line.chars();
    (1..column).map(|_| chars.next().and_then(UnicodeWidthChar::width).unwrap_or(1)).sum()
}
