//! Writes a text as HTML.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::adapt::Dialect;
use super::flow::{Flow, Joint};
use super::footnotes::Footnotes;
use super::plain;
use super::reader::Piece;
use super::resolve::{Resolve, Word};
use super::{address, comments, escape};

/// Writes the HTML of a text, which consists of these pieces, to the end of `out`. `# ` becomes `h1` plus `heading_shift`.
pub fn write<'p>(
    pieces: impl Iterator<Item = Piece<'p>>,
    dialect: Dialect,
    resolve: &dyn Resolve,
    heading_shift: u8,
    out: &mut String,
) {
    let start = out.len();
    let mut writer = Writer {
        resolve,
        dialect,
        heading_shift,
        start,
        out,
        joint: Joint::default(),
        links: Vec::new(),
        images: Vec::new(),
        label: None,
        raw: None,
        headings: 0,
        tables: 0,
        columns: Vec::new(),
        column: 0,
        is_head: false,
        footnotes: Footnotes::default(),
    };
    for piece in pieces {
        writer.piece(piece);
    }
    let Writer { footnotes, .. } = writer;
    footnotes.write(resolve, out);
}

struct Writer<'w> {
    resolve: &'w dyn Resolve,
    dialect: Dialect,
    heading_shift: u8,
    /// Length of the output before this text.
    start: usize,
    out: &'w mut String,
    joint: Joint,
    /// For each open link: was its start tag written?
    links: Vec<bool>,
    /// For each open image: its address, title, and the description so far.
    images: Vec<(String, String, Flow)>,
    /// The open mention with words of its own: its target and where the words begin in the output.
    label: Option<(String, usize)>,
    /// The block of raw HTML so far.
    raw: Option<String>,
    headings: usize,
    tables: usize,
    columns: Vec<Alignment>,
    column: usize,
    is_head: bool,
    footnotes: Footnotes,
}

impl Writer<'_> {
    fn piece(&mut self, piece: Piece<'_>) {
        if let Some((_, _, description)) = self.images.last_mut() {
            match piece {
                Piece::Markup(Event::Start(Tag::Image { dest_url, title, .. })) => self.begin_image(&dest_url, &title),
                Piece::Markup(Event::End(TagEnd::Image)) => self.end_image(),
                Piece::Mention(target) => description.push(&self.resolve.mention_text(&target, None)),
                piece => plain::write_piece(&piece, description),
            }
            return;
        }
        if let (Some(raw), Piece::Decoded(indent)) = (&mut self.raw, &piece) {
            raw.push_str(indent);
            return;
        }
        match piece {
            Piece::Text(text) => self.text(text),
            Piece::Decoded(text) => self.text(&text),
            Piece::Ruby { base, reading } => {
                self.meet(base);
                self.out.push_str("<ruby>");
                self.ruby(base, reading);
            }
            Piece::Foreign { language, words, reading } => {
                self.meet(words);
                self.out.push_str(if reading.is_some() { "<ruby lang=\"" } else { "<span lang=\"" });
                escape::attribute(language, self.out);
                self.out.push_str("\">");
                match reading {
                    Some(reading) => self.ruby(words, reading),
                    None => {
                        escape::text(words, self.out);
                        self.out.push_str("</span>");
                    }
                }
            }
            Piece::Mention(target) => self.mention(&target, None),
            Piece::MentionStart(target) => {
                self.label = Some((target.into_owned(), self.out.len()));
                self.links.push(false);
            }
            Piece::MentionEnd => {
                self.links.pop();
                if let Some((target, start)) = self.label.take() {
                    let words = self.out.split_off(start.min(self.out.len()));
                    self.mention(&target, (!words.is_empty()).then_some(&words));
                }
            }
            Piece::TooDeep => {}
            Piece::Markup(event) => self.event(event),
        }
    }

    /// What stands inside of `<ruby>`, and its end.
    fn ruby(&mut self, base: &str, reading: &str) {
        escape::text(base, self.out);
        self.out.push_str("<rp>（</rp><rt>");
        escape::text(reading, self.out);
        self.out.push_str("</rt><rp>）</rp></ruby>");
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.meet(&text);
                self.out.push_str("<code>");
                escape::text(&text, self.out);
                self.out.push_str("</code>");
            }
            Event::Html(text) => match &mut self.raw {
                Some(raw) => raw.push_str(&text),
                None => self.raw_inline(&text),
            },
            Event::InlineHtml(text) => self.raw_inline(&text),
            Event::SoftBreak => {
                if self.joint.line_break(self.out.len()) {
                    self.out.push('\n');
                }
            }
            Event::HardBreak => {
                self.joint.block();
                self.out.push_str("<br>\n");
            }
            Event::Rule => self.block("<hr>\n"),
            Event::FootnoteReference(name) => {
                let linked = self.links.is_empty();
                self.footnotes.refer(&name, linked, self.resolve, self.out);
            }
            Event::TaskListMarker(done) => {
                self.out.push_str(r#"<input type="checkbox" disabled"#);
                if done {
                    self.out.push_str(" checked");
                }
                self.named(if done { Word::TaskDone } else { Word::TaskOpen });
                self.out.push_str("> ");
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block("<p>"),
            Tag::Heading { level, .. } => {
                let level = (level as u8).saturating_add(self.heading_shift).clamp(1, 6);
                let id = self.resolve.heading_id(self.headings);
                self.headings += 1;
                self.block("<h");
                self.out.push(char::from(b'0' + level));
                if !id.is_empty() {
                    self.attribute("id", &id);
                }
                self.out.push('>');
            }
            Tag::BlockQuote(_) => self.block("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.begin_code(&kind),
            Tag::HtmlBlock => {
                self.joint.block();
                self.raw = Some(String::new());
            }
            Tag::List(None) => self.block("<ul>\n"),
            Tag::List(Some(1)) => self.block("<ol>\n"),
            Tag::List(Some(first)) => {
                self.block("<ol start=\"");
                self.out.push_str(&first.to_string());
                self.out.push_str("\">\n");
            }
            Tag::Item => self.block("<li>"),
            Tag::DefinitionList => self.block("<dl>\n"),
            Tag::DefinitionListTitle => self.block("<dt>"),
            Tag::DefinitionListDefinition => self.block("<dd>"),
            Tag::FootnoteDefinition(name) => {
                self.joint.block();
                self.footnotes.begin(&name, self.out.len());
            }
            Tag::Table(columns) => {
                self.columns = columns;
                self.tables += 1;
                self.block("<div class=\"table\"");
                let name = self.resolve.word(Word::Table { number: self.tables });
                if !name.is_empty() {
                    self.out.push_str(" role=\"region\" tabindex=\"0\"");
                    self.attribute("aria-label", &name);
                }
                self.out.push_str("><table>");
            }
            Tag::TableHead => {
                (self.is_head, self.column) = (true, 0);
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.out.push_str("<tr>");
            }
            Tag::TableCell => self.begin_cell(),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.begin_link(link_type, &dest_url, &title),
            Tag::Image { dest_url, title, .. } => self.begin_image(&dest_url, &title),
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.close("</p>\n"),
            TagEnd::Heading(level) => {
                let level = (level as u8).saturating_add(self.heading_shift).clamp(1, 6);
                self.close("</h");
                self.out.push(char::from(b'0' + level));
                self.out.push_str(">\n");
            }
            TagEnd::BlockQuote(_) => self.close("</blockquote>\n"),
            TagEnd::CodeBlock => self.close("</code></pre>\n"),
            TagEnd::HtmlBlock => self.end_raw(),
            TagEnd::List(true) => self.close("</ol>\n"),
            TagEnd::List(false) => self.close("</ul>\n"),
            TagEnd::Item => self.close("</li>\n"),
            TagEnd::DefinitionList => self.close("</dl>\n"),
            TagEnd::DefinitionListTitle => self.close("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.close("</dd>\n"),
            TagEnd::FootnoteDefinition => {
                self.joint.block();
                self.footnotes.end(self.out);
            }
            TagEnd::Table => self.close("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.is_head = false;
                self.close("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.close("</tr>\n"),
            TagEnd::TableCell => {
                self.column += 1;
                self.close(if self.is_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link => {
                if self.links.pop() == Some(true) {
                    self.out.push_str("</a>");
                }
            }
            TagEnd::Image => self.end_image(),
            TagEnd::Superscript | TagEnd::Subscript | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Puts in the space that an earlier line break needs, now that it is known what follows.
    fn meet(&mut self, text: &str) {
        let at = self.joint.text(text);
        self.space(at);
    }

    fn space(&mut self, at: Option<usize>) {
        if let Some(at) = at {
            self.out.insert(at.min(self.out.len()), '\n');
            if let Some((_, start)) = self.label.as_mut().filter(|(_, start)| *start >= at) {
                *start += 1;
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.meet(text);
        escape::text(text, self.out);
    }

    /// Starts a block on a line of its own.
    fn block(&mut self, start: &str) {
        self.joint.block();
        if self.out.len() > self.start && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.push_str(start);
    }

    fn close(&mut self, end: &str) {
        self.joint.block();
        self.out.push_str(end);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape::attribute(value, self.out);
        self.out.push('"');
    }

    fn named(&mut self, word: Word) {
        let name = self.resolve.word(word);
        if !name.is_empty() {
            self.attribute("aria-label", &name);
        }
    }

    fn mention(&mut self, target: &str, words: Option<&str>) {
        let html = self.resolve.mention(target, words);
        let visible = visible_ends(&html);
        self.meet(&visible);
        self.out.push_str(&html);
    }

    fn begin_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.block(if self.dialect == Dialect::CommonMark { "<pre><code" } else { "<pre tabindex=\"0\"><code" });
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split(' ').next().filter(|language| !language.is_empty())
        {
            self.out.push_str(" class=\"language-");
            escape::attribute(language, self.out);
            self.out.push('"');
        }
        self.out.push('>');
    }

    fn begin_cell(&mut self) {
        self.joint.block();
        self.out.push_str(if self.is_head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(match self.columns.get(self.column) {
            Some(Alignment::Left) => " class=\"start\">",
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Right) => " class=\"end\">",
            Some(Alignment::None) | None => ">",
        });
    }

    fn begin_link(&mut self, kind: LinkType, destination: &str, title: &str) {
        let destination = address::of_link(kind, destination);
        let is_plain = self.dialect == Dialect::CommonMark;
        let is_allowed = is_plain || self.links.is_empty() && address::is_safe(&destination);
        let anchor = if is_allowed { self.resolve.link(&destination) } else { None };
        self.links.push(anchor.is_some());
        if let Some(anchor) = anchor {
            self.out.push_str("<a href=\"");
            escape::address(&anchor.href, self.dialect, self.out);
            self.out.push('"');
            if !title.is_empty() {
                self.attribute("title", title);
            }
            for (name, value) in &anchor.attributes {
                self.attribute(name, value);
            }
            self.out.push('>');
        }
    }

    fn begin_image(&mut self, destination: &str, title: &str) {
        self.images.push((destination.to_owned(), title.to_owned(), Flow::default()));
    }

    fn end_image(&mut self) {
        let Some((destination, title, description)) = self.images.pop() else { return };
        let description = description.into_text();
        if let Some((_, _, outer)) = self.images.last_mut() {
            outer.push(&description);
            return;
        }
        let is_plain = self.dialect == Dialect::CommonMark;
        let picture = if is_plain || address::is_safe(&destination) { self.resolve.image(&destination) } else { None };
        let Some(picture) = picture.filter(|picture| is_plain || !picture.src.is_empty()) else {
            self.text(&description);
            return;
        };
        let at = self.joint.object();
        self.space(at);
        self.out.push_str("<img src=\"");
        escape::address(&picture.src, self.dialect, self.out);
        self.out.push('"');
        self.attribute("alt", &description);
        if !title.is_empty() {
            self.attribute("title", &title);
        }
        if let Some((width, height)) = picture.size {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
        if !is_plain {
            self.out.push_str(" loading=\"lazy\"");
        }
        self.out.push('>');
    }

    fn raw_inline(&mut self, html: &str) {
        if self.dialect == Dialect::CommonMark {
            self.out.push_str(html);
            return;
        }
        let text = comments::removed(html);
        if !text.is_empty() {
            self.text(&text);
        }
    }

    fn end_raw(&mut self) {
        let html = self.raw.take().unwrap_or_default();
        if self.dialect == Dialect::CommonMark {
            self.out.push_str(&html);
            return;
        }
        let text = comments::removed(&html);
        if !text.trim().is_empty() {
            self.block("<p>");
            escape::text(text.trim(), self.out);
            self.close("</p>\n");
        }
    }
}

/// The text of some HTML, outside its tags: enough to see how it begins and ends.
fn visible_ends(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}
