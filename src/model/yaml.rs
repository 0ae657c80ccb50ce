//! Reads YAML 1.2 into a tree with places. Uses the event parser of serde-saphyr, since serde's data model
//! would stop at the first mistake and lose the places inside enums; here one run finds every mistake.

mod comma;
mod fold;
mod lost;
mod mended;
mod mistake;

use std::collections::HashMap;
use std::sync::Arc;

use serde_saphyr::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as YamlSpan, Tag};

use self::lost::{Lost, Names};
use super::node::{Entry, Node, Value};
use super::read::first_line;
use crate::base::{Diagnostic, Place, Span};

/// Levels of nesting; the deepest record of the guide has eleven.
const MAX_DEPTH: usize = 64;
/// Values in one file, those repeated by aliases included: a guard against alias bombs.
const MAX_NODES: usize = 200_000;

/// Parses one document. The tree is missing when the syntax is broken or a limit was passed; an empty file is `Null`.
pub fn parse(path: &Arc<str>, text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut builder = Builder {
        path,
        text,
        findings: Vec::new(),
        anchors: HashMap::new(),
        names: Names::default(),
        open: Vec::new(),
        root: None,
        nodes: 0,
    };
    let complete = builder.run();
    let lost: Vec<Lost> = std::mem::take(&mut builder.names).lost().collect();
    lost.into_iter().for_each(|lost| builder.lose(lost));
    let root = complete.then(|| builder.root.unwrap_or(Node { span: Span::default(), value: Value::Null }));
    (root, builder.findings)
}

/// A list or map whose end was not reached yet.
struct Open {
    start: Span,
    anchor: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    /// `key` is the one that waits for its value; without a name when it is not a piece of text.
    Map {
        entries: Vec<Entry>,
        key: Option<(Option<Box<str>>, Span)>,
    },
}

struct Builder<'a> {
    path: &'a Arc<str>,
    text: &'a str,
    findings: Vec<Diagnostic>,
    anchors: HashMap<usize, Node>,
    names: Names,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
}

impl Builder<'_> {
    /// Returns whether the document was read to its end.
    fn run(&mut self) -> bool {
        let options = serde_saphyr::granit_parser::options! {
            emit_comments: false,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    let finding = self.syntax_error(&error);
                    if self.findings.iter().all(|earlier| earlier.place != finding.place) {
                        self.findings.push(finding);
                    }
                    return false;
                }
            };
            let span = self.span(&span);
            if let Event::Scalar(.., Some(tag)) | Event::SequenceStart(.., Some(tag)) | Event::MappingStart(.., Some(tag)) =
                &event
                && !is_of_yaml(tag)
            {
                self.lose(lost::kind(self.text, span.start as usize));
            }
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        let finding = Diagnostic::error("yaml-syntax", self.place(span)).says("yaml-several-documents");
                        self.findings.push(finding.help("yaml-several-documents-help"));
                        return false;
                    }
                }
                Event::Scalar(text, style, anchor, _) => {
                    let quoted = style != ScalarStyle::Plain;
                    let value = if !quoted && matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
                        Value::Null
                    } else {
                        let text = match style {
                            ScalarStyle::Literal => text,
                            _ => fold::joined(text, trim(self.text, span).of(self.text)),
                        };
                        Value::Scalar { text: text.into(), quoted }
                    };
                    let node = Node { span: trim(self.text, span), value };
                    if anchor != 0 {
                        self.names.define(anchor, self.text, span.start as usize);
                    }
                    if let Some(lost) = lost::comment(self.text, node.span).filter(|_| !quoted) {
                        self.lose(lost);
                    }
                    if !self.add(node, anchor) {
                        return false;
                    }
                }
                Event::SequenceStart(_, anchor, _) => {
                    self.open.push(Open { start: span, anchor, content: Content::List(Vec::new()) });
                }
                Event::MappingStart(_, anchor, _) => {
                    self.open.push(Open { start: span, anchor, content: Content::Map { entries: Vec::new(), key: None } });
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    let Some(open) = self.open.pop() else { continue };
                    let whole = trim(self.text, Span { start: open.start.start, end: span.end.max(open.start.end) });
                    let value = match open.content {
                        Content::List(items) => Value::List(items),
                        Content::Map { mut entries, .. } => {
                            if whole.of(self.text).starts_with('{') {
                                comma::mend(&mut entries, self.text).into_iter().for_each(|slip| self.slip(slip));
                            }
                            Value::Map(entries)
                        }
                    };
                    if !self.add(Node { span: whole, value }, open.anchor) {
                        return false;
                    }
                }
                Event::Alias(id) => {
                    self.names.repeat(id);
                    let Some(node) = self.anchors.get(&id).cloned() else {
                        let finding = Diagnostic::error("yaml-syntax", self.place(span)).says("yaml-unknown-anchor");
                        self.findings.push(finding.help("yaml-unknown-anchor-help"));
                        return false;
                    };
                    self.nodes += count(&node);
                    if !self.add(Node { span, value: node.value }, 0) {
                        return false;
                    }
                }
                _ => {}
            }
            if self.open.len() > MAX_DEPTH {
                self.findings.push(self.too_deep(span));
                return false;
            }
        }
        true
    }

    /// Puts a finished node where it belongs; false when the file holds too many.
    fn add(&mut self, node: Node, anchor: usize) -> bool {
        // The copy that an anchor keeps counts too: anchors inside anchors would multiply it.
        self.nodes += 1 + if anchor == 0 { 0 } else { count(&node) };
        if self.nodes > MAX_NODES {
            let finding =
                Diagnostic::error("yaml-limit", self.place(first_line(node.span, self.text))).says("yaml-too-many-values");
            self.findings.push(finding.help("yaml-too-many-values-help").arg("limit", MAX_NODES));
            return false;
        }
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let (path, source) = (self.path, self.text);
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return true;
        };
        match &mut open.content {
            Content::List(items) => items.push(node),
            Content::Map { entries, key } => match key.take() {
                Some((None, _)) => {}
                Some((Some(name), key_span)) => {
                    if let Some(first) = entries.iter().find(|entry| entry.key == name) {
                        self.findings.push(
                            Diagnostic::error("duplicate-field", Place::new(path, key_span))
                                .help("duplicate-field-help")
                                .arg("field", &*name)
                                .label(Place::new(path, first.key_span), "first-written-here"),
                        );
                    } else {
                        entries.push(Entry { key: name, key_span, node });
                    }
                }
                None => {
                    let name = match node.value {
                        Value::Scalar { text, quoted } => match mistake::in_name(&text, node.span).filter(|_| !quoted) {
                            Some(mistake) => {
                                let finding =
                                    Diagnostic::error("yaml-syntax", Place::new(path, mistake.span)).says(mistake.message);
                                let finding = finding.arg("line", mended::line(source, &mistake));
                                self.findings.push(finding.help(mistake.help));
                                None
                            }
                            None => Some(text),
                        },
                        Value::Null => Some(node.span.of(source).into()),
                        _ => {
                            let place = Place::new(path, Span { start: node.span.start, end: node.span.start + 1 });
                            let finding = Diagnostic::error("yaml-syntax", place).says("yaml-key-not-text");
                            self.findings.push(finding.help("yaml-key-not-text-help"));
                            None
                        }
                    };
                    *key = Some((name, node.span));
                }
            },
        }
        true
    }

    fn slip(&mut self, slip: comma::Slip) {
        let finding = Diagnostic::error("yaml-syntax", self.place(slip.span)).says(slip.message).help(slip.help);
        self.findings.push(finding.arg("found", slip.span.of(self.text)).arg("line", slip.line));
    }

    fn lose(&mut self, lost: Lost) {
        let finding = Diagnostic::error("lost-words", self.place(lost.span)).says(lost.message).help("lost-words-help");
        self.findings.push(finding.arg("found", lost.span.of(self.text)));
    }

    fn place(&self, span: Span) -> Place {
        Place::new(self.path, span)
    }

    fn span(&self, span: &YamlSpan) -> Span {
        span.byte_range().map_or_else(Span::default, |range| Span::new(range.start, range.end))
    }

    fn syntax_error(&self, error: &ScanError) -> Diagnostic {
        let at = error.marker().byte_offset().unwrap_or_default().min(self.text.len());
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            return self.too_deep(Span::new(at, at + 1));
        }
        let opens = |open: &Open| self.text.as_bytes().get(open.start.start as usize).is_some_and(|b| b"{[".contains(b));
        let bracket = self.open.last().filter(|open| opens(open)).map(|open| open.start.start as usize);
        let mistake = mistake::find(self.text, at, error.kind(), bracket);
        let finding = Diagnostic::error("yaml-syntax", self.place(mistake.span));
        let line = mended::line(self.text, &mistake);
        finding.says(mistake.message).help(mistake.help).arg("detail", error.info()).arg("line", line)
    }

    fn too_deep(&self, span: Span) -> Diagnostic {
        let finding = Diagnostic::error("yaml-limit", self.place(span)).says("yaml-too-deep");
        finding.help("yaml-too-deep-help").arg("limit", MAX_DEPTH)
    }
}

/// Is it a type that YAML itself knows, such as `!!str`?
fn is_of_yaml(tag: &Tag) -> bool {
    tag.handle().starts_with("tag:yaml.org,2002:")
}

fn count(node: &Node) -> usize {
    match &node.value {
        Value::List(items) => 1 + items.iter().map(count).sum::<usize>(),
        Value::Map(entries) => 1 + entries.iter().map(|entry| count(&entry.node)).sum::<usize>(),
        _ => 1,
    }
}

/// Cuts white space off the end: a block's span reaches to where the next one begins.
fn trim(text: &str, span: Span) -> Span {
    Span::new(span.start as usize, span.start as usize + span.of(text).trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        parse(&"x.yaml".into(), text)
    }

    #[test]
    fn keeps_places_and_raw_text() {
        let text = "name: {ja: 病院, en: \"A: b\"}\nyear: 0123\n";
        let (root, findings) = read(text);
        assert!(findings.is_empty());
        let root = root.unwrap();
        let en = root.get("name").unwrap().get("en").unwrap();
        assert_eq!((en.as_str(), en.span.of(text)), (Some("A: b"), "\"A: b\""));
        assert_eq!(root.get("year").unwrap().as_plain(), Some("0123"));
    }

    #[test]
    fn finds_all_duplicate_fields() {
        let (root, findings) = read("a: 1\nb: 2\na: 3\nb: 4\n");
        assert!(root.is_some());
        assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["duplicate-field"; 2]);
    }

    #[test]
    fn survives_bombs_and_depth() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for i in 1..12 {
            let before = format!("*a{}", i - 1);
            bomb += &format!("a{i}: &a{i} [{}]\n", [before.as_str(); 9].join(", "));
        }
        assert_eq!(read(&bomb).1[0].code, "yaml-limit");
        assert_eq!(read(&"[".repeat(10_000)).1[0].code, "yaml-limit");
        assert_eq!(read(&"- ".repeat(10_000)).1[0].code, "yaml-limit");
        let deep: String = (0..10_000).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
        assert_eq!(read(&deep).1[0].code, "yaml-limit");
    }

    #[test]
    fn words_that_yaml_takes_for_something_else_are_found() {
        let lost = |text: &str| read(text).1.iter().map(|finding| finding.place.span.of(text).to_owned()).collect::<Vec<_>>();
        assert_eq!(lost("ja: &費用 について\nen: &Fees\n"), ["&費用", "&Fees"]);
        assert_eq!(lost("en: !important word\n"), ["!important"]);
        assert_eq!(lost("en: About #1 of three\nja: 第1（ #1 ）\n"), ["#1 of three", "#1 ）"]);
        let meant = "a: &x 1 # a comment\nb: *x\n#c: 3\nd: 4 ## 5\ne: \"f #1\"\ng: !!str 7\nh: a#1\ni: &m {k: 1}\nj: *m\n";
        assert_eq!(lost(meant), [""; 0]);
    }

    #[test]
    fn an_empty_file_is_null_and_half_a_file_is_a_finding() {
        assert_eq!(read("").0.unwrap().value, Value::Null);
        assert_eq!(read("name: {ja: 病").1[0].code, "yaml-syntax");
    }
}
