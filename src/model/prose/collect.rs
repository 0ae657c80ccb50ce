//! Goes through a text once and gathers what it contains and what is wrong with it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::adapt::{Adapted, Dialect, front_matter};
use super::cjk::is_unspaced;
use super::flow::Flow;
use super::outline::{Heading, LinkUse, Mention, Prose, slug};
use super::reader::{DEEPEST, Piece, Reader};
use super::slips::{self, Known};
use super::tape::Recorder;
use super::{address, comments, destination, plain};
use crate::base::{Diagnostic, Place, Span};
use crate::model::hidden::{self, is_blank};

/// Reads a text that begins `offset` bytes after the start of its file.
pub fn collect(path: &Arc<str>, text: &str, offset: u32, dialect: Dialect) -> (Prose, Vec<Diagnostic>) {
    let source = Adapted::new(text, dialect);
    let mut collector = Collector {
        path,
        text,
        offset: offset as usize,
        prose: Prose::default(),
        findings: Vec::new(),
        headings: Vec::new(),
        links: Vec::new(),
        label: None,
        raw: None,
        is_code: false,
        has_raw: false,
        searched: 0,
        starred: 0,
        footnotes: BTreeMap::new(),
        known: Known::default(),
        columns: 0,
    };
    if dialect == Dialect::Blocks
        && let Some(range) = front_matter(text)
    {
        collector.error("front-matter", "front-matter-help", &(range.start..range.end.min(3)), |finding| finding);
    }
    let mut recorder = (dialect == Dialect::Blocks).then(|| Recorder::new(text));
    let mut reader = Reader::new(&source);
    while let Some((piece, range)) = reader.next() {
        if let Some(recorder) = &mut recorder {
            recorder.add(&piece);
        }
        collector.piece(&reader, piece, &range);
    }
    collector.slips(dialect);
    collector.prose.tape = recorder.map(Recorder::finish).unwrap_or_default();
    collector.finish()
}

struct Collector<'c> {
    path: &'c Arc<str>,
    text: &'c str,
    offset: usize,
    prose: Prose,
    findings: Vec<Diagnostic>,
    headings: Vec<(Heading, Flow)>,
    links: Vec<OpenLink>,
    /// The open mention with words of its own, and whether there are any.
    label: Option<(Mention, bool)>,
    /// The open block of raw HTML.
    raw: Option<String>,
    /// Inside a block of code?
    is_code: bool,
    /// Was raw HTML reported in this block? Then its end tags need no report.
    has_raw: bool,
    /// The end of the last line in which a `[[` was reported.
    searched: usize,
    /// The end of the last line in which a `**` was reported.
    starred: usize,
    /// By name: where the definition is, and whether something refers to it.
    footnotes: BTreeMap<String, (Option<Range<usize>>, bool)>,
    /// Code and tables, in which slips are none.
    known: Known,
    /// How many columns the table has.
    columns: usize,
}

/// A link or an image that has not ended.
struct OpenLink {
    kind: LinkType,
    id: String,
    address: String,
    image: bool,
    words: Flow,
    /// Where what is inside ends, as far as it is known.
    inside: usize,
}

impl Collector<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(range.start + self.offset, range.end + self.offset)
    }

    fn place(&self, range: &Range<usize>) -> Place {
        Place::new(self.path, self.span(range))
    }

    fn error(
        &mut self,
        code: &'static str,
        help: &'static str,
        range: &Range<usize>,
        with: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let finding = Diagnostic::error(code, self.place(range)).help(help);
        self.findings.push(with(finding));
    }

    /// Warns about a footnote whose mark `[^name]:` stands at `range`.
    fn footnote_warning(&mut self, message: &'static str, help: &'static str, range: &Range<usize>) {
        let name = self.slice(range.clone()).trim_end_matches(':').to_owned();
        let finding = Diagnostic::warning("unused-footnote", self.place(range)).says(message).help(help);
        self.findings.push(finding.arg("name", name));
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    fn piece(&mut self, reader: &Reader<'_>, piece: Piece<'_>, range: &Range<usize>) {
        self.add_words(&piece, range);
        match piece {
            Piece::Text(text) => {
                // One look for both: most texts have neither.
                if !self.is_code && memchr::memchr2(b'[', b'*', text.as_bytes()).is_some() {
                    self.look_for_brackets(text, range);
                    self.look_for_stars(text, range);
                }
            }
            Piece::Mention(target) => {
                let mention = Mention { target: target.into_owned(), has_label: false, span: self.span(range) };
                self.prose.mentions.push(mention);
            }
            Piece::MentionStart(target) => {
                let mention = Mention { target: target.into_owned(), has_label: false, span: self.span(range) };
                self.label = Some((mention, false));
            }
            Piece::MentionEnd => {
                if let Some((mention, has_label)) = self.label.take() {
                    self.prose.mentions.push(Mention { has_label, ..mention });
                }
            }
            Piece::TooDeep => {
                self.error("markdown-nesting", "markdown-nesting-help", &(range.start..range.start), |f| f.arg("limit", DEEPEST));
            }
            Piece::Markup(event) => self.event(reader, event, range),
            Piece::Decoded(text) => {
                // What stands there as it is has been found in the file.
                if !self.slice(range.clone()).contains(&*text) {
                    let hidden = hidden::in_part(|| self.place(range), &text);
                    self.findings.extend(hidden);
                }
            }
            Piece::Ruby { .. } | Piece::Foreign { .. } => {}
        }
    }

    /// Adds the piece to the words of what is open.
    fn add_words(&mut self, piece: &Piece<'_>, range: &Range<usize>) {
        if !self.prose.is_seen {
            self.prose.is_seen = match piece {
                Piece::Text(words) | Piece::Ruby { base: words, .. } | Piece::Foreign { words, .. } => !is_blank(words),
                Piece::Decoded(words) | Piece::Markup(Event::Code(words)) => !is_blank(words),
                Piece::Markup(Event::Html(html) | Event::InlineHtml(html)) => !is_blank(&comments::removed(html)),
                Piece::Mention(_) | Piece::Markup(Event::Start(Tag::Image { .. })) => true,
                Piece::MentionStart(_) | Piece::MentionEnd | Piece::TooDeep | Piece::Markup(_) => false,
            };
        }
        let is_words = matches!(
            piece,
            Piece::Text(_) | Piece::Decoded(_) | Piece::Ruby { .. } | Piece::Foreign { .. } | Piece::Markup(Event::Code(_))
        );
        if let Some((_, has_words)) = &mut self.label {
            *has_words |= is_words;
        }
        if self.headings.is_empty() && self.links.is_empty() {
            return;
        }
        let flows = self.headings.iter_mut().map(|(_, flow)| flow).chain(self.links.iter_mut().map(|link| &mut link.words));
        for flow in flows {
            match piece {
                Piece::Mention(target) => flow.push(target),
                piece => plain::write_piece(piece, flow),
            }
        }
        for link in &mut self.links {
            link.inside = link.inside.max(range.end);
        }
        if matches!(piece, Piece::Mention(_) | Piece::MentionStart(_)) {
            self.headings.iter_mut().for_each(|(heading, _)| heading.has_mention = true);
        }
        let is_content = match piece {
            Piece::Markup(event) => !matches!(event, Event::End(TagEnd::Heading(_))),
            piece => !matches!(piece, Piece::TooDeep),
        };
        let (start, end) = (range.start + self.offset, range.end + self.offset);
        for (heading, _) in self.headings.iter_mut().filter(|_| is_content) {
            if heading.content == Span::default() {
                heading.content = Span::new(start, end);
            } else {
                heading.content.end = heading.content.end.max(Span::new(0, end).end);
            }
        }
    }

    fn event(&mut self, reader: &Reader<'_>, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.begin(tag, range),
            Event::End(TagEnd::Heading(_)) => {
                if let Some((heading, words)) = self.headings.pop() {
                    let text = words.finish();
                    if is_blank(&text) && !heading.has_mention {
                        let place = Place::new(self.path, heading.span);
                        self.findings
                            .push(Diagnostic::error("missing-field", place).says("blank-heading").help("blank-heading-help"));
                    }
                    self.prose.outline.push(Heading { slug: slug(&text).into(), text, ..heading });
                }
            }
            Event::End(TagEnd::CodeBlock) => self.is_code = false,
            Event::End(TagEnd::Link | TagEnd::Image) => self.end_link(reader, range),
            Event::End(TagEnd::HtmlBlock) => {
                let raw = self.raw.take().unwrap_or_default();
                if !comments::removed(&raw).trim().is_empty() {
                    let shown = self.slice(range.clone()).trim_end().len();
                    self.raw_html(&(range.start..range.start + shown));
                }
            }
            Event::Html(text) => match &mut self.raw {
                Some(raw) => raw.push_str(&text),
                None => self.raw_html(range),
            },
            Event::InlineHtml(text) => {
                let is_end = text.starts_with("</") && self.has_raw;
                if !comments::removed(&text).trim().is_empty() && !is_end {
                    self.raw_html(range);
                    self.has_raw = true;
                }
            }
            Event::Code(_) => self.known.code.push(range.clone()),
            Event::FootnoteReference(name) => {
                self.headings.iter_mut().for_each(|(heading, _)| heading.has_footnote = true);
                self.footnotes.entry(name.to_lowercase()).or_default().1 = true;
            }
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        self.has_raw &= matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. });
        match tag {
            Tag::CodeBlock(kind) => {
                self.is_code = true;
                self.known.code.push(range.clone());
                if matches!(kind, CodeBlockKind::Indented) && self.slice(range.clone()).contains(is_unspaced) {
                    let start = range.start
                        - (range.start - self.text.get(..range.start).and_then(|text| text.rfind('\n')).map_or(0, |at| at + 1));
                    let line = self.slice(start..range.end).lines().next().unwrap_or_default().to_owned();
                    self.slip(&(start..start + line.len()), "slip-indent", line.trim());
                }
            }
            Tag::Heading { level, id, .. } => {
                let shown = self.slice(range.clone()).trim_end().len();
                let whole = self.slice(range.start..range.start + shown);
                if let Some((words, rule)) = whole.rsplit_once('\n').filter(|(words, _)| !words.starts_with('#'))
                    && rule.trim().starts_with('-')
                    && words.contains(is_unspaced)
                    && !words.trim().contains('\n')
                {
                    let (words, place) = (words.trim().to_owned(), range.start..range.start + shown);
                    self.slip(&place, "slip-underline", &format!("## {words}"));
                }
                let heading = Heading {
                    level: level as u8,
                    text: String::new(),
                    slug: Box::default(),
                    id: id.map(pulldown_cmark::CowStr::into_string),
                    has_mention: false,
                    has_footnote: false,
                    span: self.span(&(range.start..range.start + shown)),
                    content: Span::default(),
                };
                self.headings.push((heading, Flow::default()));
            }
            Tag::Link { link_type, dest_url, id, .. } => self.begin_link(link_type, &dest_url, &id, range.start + 1, false),
            Tag::Image { link_type, dest_url, id, .. } => self.begin_link(link_type, &dest_url, &id, range.start + 2, true),
            Tag::HtmlBlock => self.raw = Some(String::new()),
            Tag::Table(columns) => {
                self.prose.tables += 1;
                self.columns = columns.len();
                self.known.tables.push(range.clone());
            }
            Tag::TableRow => self.look_for_lost_cells(range),
            Tag::List(_) => self.prose.lists += 1,
            Tag::FootnoteDefinition(name) => {
                let known = self.footnotes.entry(name.to_lowercase()).or_default();
                let label = self.text.get(range.clone()).and_then(|text| text.find("]:")).map_or(2, |at| at + 2);
                let mark = range.start..(range.start + label).min(range.end);
                if known.0.is_some() {
                    self.footnote_warning("duplicate-footnote", "duplicate-footnote-help", &mark);
                } else {
                    known.0 = Some(mark);
                }
            }
            _ => {}
        }
    }

    fn begin_link(&mut self, kind: LinkType, destination: &str, id: &str, inside: usize, image: bool) {
        let address = address::of_link(kind, destination).into_owned();
        self.links.push(OpenLink { kind, id: id.to_owned(), address, image, words: Flow::default(), inside });
    }

    fn end_link(&mut self, reader: &Reader<'_>, range: &Range<usize>) {
        let Some(link) = self.links.pop() else { return };
        let found = match link.kind {
            LinkType::Autolink | LinkType::Email if self.slice(range.clone()).starts_with('<') => {
                Some(range.start + 1..range.end.saturating_sub(1))
            }
            LinkType::Inline => destination::after(self.text, link.inside..range.end, "](")
                .or_else(|| destination::after(self.text, range.clone(), "](")),
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
                reader.definition(&link.id).and_then(|definition| destination::after(self.text, definition, "]:"))
            }
            _ => None,
        };
        let place = found.unwrap_or_else(|| range.clone());
        if !address::is_safe(&link.address) {
            let address = link.address.clone();
            self.error("unsafe-address", "unsafe-address-help", &place, |finding| finding.arg("address", address));
        }
        if self.links.is_empty() {
            self.known.links.push(range.clone());
        }
        let OpenLink { address, image, words, .. } = link;
        let found = LinkUse { address, text: words.finish(), span: self.span(&place), image };
        self.prose.links.push(found);
    }

    fn raw_html(&mut self, range: &Range<usize>) {
        self.error("raw-html", "raw-html-help", range, |finding| finding);
    }

    /// Reports `[[` that is shown as it stands although it looks like a mention.
    fn look_for_brackets(&mut self, text: &str, range: &Range<usize>) {
        let is_escaped = range.start.checked_sub(1).and_then(|i| self.text.as_bytes().get(i)) == Some(&b'\\');
        let mut from = 0;
        while let Some(found) = text.get(from..).and_then(|rest| rest.find("[[")) {
            let at = from + found;
            from = at + 2;
            let start = range.start + at;
            // One for each line is enough, and keeps a line of nothing but brackets from being searched for ever.
            if at == 0 && is_escaped || start < self.searched {
                continue;
            }
            let line = self.text.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
            let (message, help) = match line.contains("]]") {
                true => ("unread-mention", "unread-mention-help"),
                false => ("unclosed-mention", "unclosed-mention-help"),
            };
            self.searched = start + line.len();
            let place = self.place(&(start..start + 2));
            self.findings.push(Diagnostic::warning("unclosed-mention", place).says(message).help(help));
        }
    }

    /// Reports `**` that is shown as it stands, because no bold text begins or ends there; one for each line.
    fn look_for_stars(&mut self, text: &str, range: &Range<usize>) {
        let Some(at) = text.find("**") else { return };
        let start = range.start + at;
        let is_escaped = at == 0 && start.checked_sub(1).and_then(|i| self.text.as_bytes().get(i)) == Some(&b'\\');
        if is_escaped || start < self.starred {
            return;
        }
        let line = self.text.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
        self.starred = start + line.len();
        let place = self.place(&(start..start + 2));
        self.findings.push(Diagnostic::warning("literal-markup", place).help("literal-markup-help"));
    }

    /// Warns of what is no markup although it is meant as such, with the line as it should be.
    fn slip(&mut self, range: &Range<usize>, message: &'static str, line: &str) {
        let finding = Diagnostic::warning("literal-markup", self.place(range)).says(message).help("slip-help");
        self.findings.push(finding.arg("line", line).arg("found", self.slice(range.clone()).lines().next().unwrap_or_default()));
    }

    fn slips(&mut self, dialect: Dialect) {
        let known = std::mem::take(&mut self.known);
        let found = match dialect {
            Dialect::Blocks => slips::find(self.text, &known),
            Dialect::Inline => slips::find_inline(self.text, &known),
        };
        for slip in found {
            self.slip(&slip.range, slip.message, &slip.line);
        }
        if dialect == Dialect::Inline {
            return;
        }
        for (range, name) in slips::undefined_footnotes(self.text, &known) {
            if !self.footnotes.contains_key(&name.to_lowercase()) {
                self.slip(&range, "slip-footnote", &format!("[^{name}]: …"));
            }
        }
    }

    /// Reports a row that has more cells than the head of its table: what is in them is not shown.
    fn look_for_lost_cells(&mut self, range: &Range<usize>) {
        let row = self.slice(range.clone()).trim();
        let inside = row.strip_prefix('|').unwrap_or(row);
        let inside = inside.strip_suffix('|').filter(|inside| !inside.ends_with('\\')).unwrap_or(inside);
        let cells = inside.replace("\\|", "").split('|').count();
        if cells > self.columns {
            let columns = self.columns;
            let place = range.start..range.start + row.len();
            let found = row.to_owned();
            let finding = Diagnostic::error("lost-words", self.place(&place)).says("lost-cells").help("lost-cells-help");
            self.findings.push(finding.arg("found", found).arg("cells", cells).arg("columns", columns));
        }
    }

    fn finish(mut self) -> (Prose, Vec<Diagnostic>) {
        for (definition, is_used) in std::mem::take(&mut self.footnotes).into_values() {
            if let Some(range) = definition.filter(|_| !is_used) {
                self.footnote_warning("unused-footnote", "unused-footnote-help", &range);
            }
        }
        (self.prose, self.findings)
    }
}
