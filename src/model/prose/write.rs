//! Writes a text onto a tape.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::flow::{Flow, Joint};
use super::footnotes::Footnotes;
use super::plain;
use super::reader::Piece;
use super::resolve::{Resolve, Word};
use super::{address, comments};
use crate::base::percent::encode_address;
use crate::markup::{Attribute, Inline, Mark, tape::Place};

/// What becomes of first-level headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// They stay what they are.
    Kept,
    /// The first heading is the page's title, which stands elsewhere.
    LeftOut,
    /// The page has a title of its own: all headings are a level lower.
    Below,
}

/// Writes a text, which consists of these pieces, to the end of `out`.
pub fn write<'p>(pieces: impl Iterator<Item = Piece<'p>>, resolve: &dyn Resolve, title: Title, out: &mut Inline) {
    let mut writer = Writer {
        resolve,
        title,
        is_title: false,
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
    title: Title,
    /// Inside of the heading that is left out?
    is_title: bool,
    out: &'w mut Inline,
    joint: Joint<Place>,
    /// For each open link: was its start tag written?
    links: Vec<bool>,
    /// For each open image: its address, title, and the description so far.
    images: Vec<(String, String, Flow)>,
    /// The open mention with words of its own: its target and where the words begin in the output.
    label: Option<(String, Place)>,
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
        if self.is_title && !matches!(piece, Piece::Markup(Event::End(TagEnd::Heading(_)))) {
            return;
        }
        match piece {
            Piece::Text(text) => self.text(text),
            Piece::Decoded(text) => self.text(&text),
            Piece::Ruby { base, reading } => {
                self.meet(base);
                self.out.open(Mark::Ruby);
                self.ruby(base, reading);
            }
            Piece::Foreign { language, words, reading } => {
                self.meet(words);
                let mark = if reading.is_some() { Mark::Ruby } else { Mark::Foreign };
                self.out.open(mark).attribute(Attribute::Lang, language);
                match reading {
                    Some(reading) => self.ruby(words, reading),
                    None => _ = self.out.text(words).close(mark),
                }
            }
            Piece::Mention(target) => self.mention(&target, None),
            Piece::MentionStart(target) => {
                self.label = Some((target.into_owned(), self.out.end()));
                self.links.push(false);
            }
            Piece::MentionEnd => {
                self.links.pop();
                if let Some((target, start)) = self.label.take() {
                    let words = self.out.split_off(start);
                    self.mention(&target, (!words.is_empty()).then_some(&words));
                }
            }
            Piece::TooDeep => {}
            Piece::Markup(event) => self.event(event),
        }
    }

    /// What stands inside of a ruby, and its end.
    fn ruby(&mut self, base: &str, reading: &str) {
        self.out.text(base).open(Mark::Reading).text(reading).close(Mark::Reading).close(Mark::Ruby);
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.meet(&text);
                self.out.open(Mark::Code).text(&text).close(Mark::Code);
            }
            Event::Html(text) => match &mut self.raw {
                Some(raw) => raw.push_str(&text),
                None => self.raw_inline(&text),
            },
            Event::InlineHtml(text) => self.raw_inline(&text),
            Event::SoftBreak => {
                if self.joint.line_break(self.out.end()) {
                    self.out.text("\n");
                }
            }
            Event::HardBreak => {
                self.joint.block();
                self.out.open(Mark::Break).text("\n");
            }
            Event::Rule => _ = self.block(Mark::Rule).text("\n"),
            Event::FootnoteReference(name) => {
                let linked = self.links.is_empty();
                self.footnotes.refer(&name, linked, self.resolve, self.out);
            }
            Event::TaskListMarker(done) => {
                self.out.open(Mark::Task).attribute(Attribute::Type, "checkbox").attribute(Attribute::Disabled, "");
                if done {
                    self.out.attribute(Attribute::Checked, "");
                }
                let name = self.resolve.word(if done { Word::TaskDone } else { Word::TaskOpen });
                self.named(&name);
                self.out.text(" ");
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    /// The heading's mark.
    fn heading(&self, level: HeadingLevel) -> Mark {
        Mark::heading((level as u8).saturating_add(u8::from(self.title == Title::Below)))
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => _ = self.block(Mark::Paragraph),
            Tag::Heading { level, .. } => {
                let index = self.headings;
                self.headings += 1;
                self.is_title = index == 0 && self.title == Title::LeftOut;
                if self.is_title {
                    return self.joint.block();
                }
                let mark = self.heading(level);
                let id = self.resolve.heading_id(index);
                self.block(mark);
                if !id.is_empty() {
                    self.out.attribute(Attribute::Id, &id);
                }
            }
            Tag::BlockQuote(_) => _ = self.block(Mark::Quotation).text("\n"),
            Tag::CodeBlock(kind) => self.begin_code(&kind),
            Tag::HtmlBlock => {
                self.joint.block();
                self.raw = Some(String::new());
            }
            Tag::List(None) => _ = self.block(Mark::Bullets).text("\n"),
            Tag::List(Some(1)) => _ = self.block(Mark::Numbered).text("\n"),
            Tag::List(Some(first)) => {
                self.block(Mark::Numbered).attribute(Attribute::Start, &first.to_string()).text("\n");
            }
            Tag::Item => _ = self.block(Mark::Item),
            Tag::DefinitionList => _ = self.block(Mark::Definitions).text("\n"),
            Tag::DefinitionListTitle => _ = self.block(Mark::Defined),
            Tag::DefinitionListDefinition => _ = self.block(Mark::Definition),
            Tag::FootnoteDefinition(name) => {
                self.joint.block();
                self.footnotes.begin(&name, self.out.end());
            }
            Tag::Table(columns) => {
                self.columns = columns;
                self.tables += 1;
                let name = self.resolve.word(Word::Table { number: self.tables });
                self.block(Mark::TableFrame);
                if !name.is_empty() {
                    self.out.attribute(Attribute::Role, "region").attribute(Attribute::TabIndex, "0");
                    self.named(&name);
                }
                self.out.open(Mark::Table);
            }
            Tag::TableHead => {
                (self.is_head, self.column) = (true, 0);
                self.out.open(Mark::TableHead).open(Mark::Row);
            }
            Tag::TableRow => {
                self.column = 0;
                self.out.open(Mark::Row);
            }
            Tag::TableCell => self.begin_cell(),
            Tag::Emphasis => _ = self.out.open(Mark::Emphasis),
            Tag::Strong => _ = self.out.open(Mark::Strong),
            Tag::Strikethrough => _ = self.out.open(Mark::Deleted),
            Tag::Link { link_type, dest_url, title, .. } => self.begin_link(link_type, &dest_url, &title),
            Tag::Image { dest_url, title, .. } => self.begin_image(&dest_url, &title),
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.close(Mark::Paragraph, "\n"),
            TagEnd::Heading(level) => {
                if std::mem::take(&mut self.is_title) {
                    self.joint.block();
                    self.out.text("\n");
                } else {
                    let mark = self.heading(level);
                    self.close(mark, "\n");
                }
                self.resolve.after_heading(self.headings.saturating_sub(1), self.out);
            }
            TagEnd::BlockQuote(_) => self.close(Mark::Quotation, "\n"),
            TagEnd::CodeBlock => {
                self.close(Mark::Code, "");
                self.close(Mark::CodeBlock, "\n");
            }
            TagEnd::HtmlBlock => self.end_raw(),
            TagEnd::List(true) => self.close(Mark::Numbered, "\n"),
            TagEnd::List(false) => self.close(Mark::Bullets, "\n"),
            TagEnd::Item => self.close(Mark::Item, "\n"),
            TagEnd::DefinitionList => self.close(Mark::Definitions, "\n"),
            TagEnd::DefinitionListTitle => self.close(Mark::Defined, "\n"),
            TagEnd::DefinitionListDefinition => self.close(Mark::Definition, "\n"),
            TagEnd::FootnoteDefinition => {
                self.joint.block();
                self.footnotes.end(self.out);
            }
            TagEnd::Table => {
                self.close(Mark::TableBody, "");
                self.out.close(Mark::Table).close(Mark::TableFrame).text("\n");
            }
            TagEnd::TableHead => {
                self.is_head = false;
                self.close(Mark::Row, "");
                self.out.close(Mark::TableHead).open(Mark::TableBody).text("\n");
            }
            TagEnd::TableRow => self.close(Mark::Row, "\n"),
            TagEnd::TableCell => {
                self.column += 1;
                self.close(if self.is_head { Mark::HeadCell } else { Mark::Cell }, "");
            }
            TagEnd::Emphasis => _ = self.out.close(Mark::Emphasis),
            TagEnd::Strong => _ = self.out.close(Mark::Strong),
            TagEnd::Strikethrough => _ = self.out.close(Mark::Deleted),
            TagEnd::Link => {
                if self.links.pop() == Some(true) {
                    self.out.close(Mark::Link);
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

    fn space(&mut self, at: Option<Place>) {
        if let Some(at) = at {
            let moved = self.out.put_in(at, "\n");
            if let Some((_, start)) = self.label.as_mut().filter(|(_, start)| *start >= at) {
                *start = start.moved(moved);
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.meet(text);
        self.out.text(text);
    }

    /// Starts a block on a line of its own.
    fn block(&mut self, mark: Mark) -> &mut Inline {
        self.joint.block();
        if !self.out.is_empty() && !self.out.ends_line() {
            self.out.text("\n");
        }
        self.out.open(mark)
    }

    fn close(&mut self, mark: Mark, after: &str) {
        self.joint.block();
        self.out.close(mark).text(after);
    }

    fn named(&mut self, name: &str) {
        if !name.is_empty() {
            self.out.attribute(Attribute::Label, name);
        }
    }

    fn mention(&mut self, target: &str, words: Option<&Inline>) {
        let mut mention = Inline::default();
        self.resolve.mention(target, words, &mut mention);
        self.meet(&mention.plain());
        self.out.add(&mention);
    }

    fn begin_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.block(Mark::CodeBlock);
        self.out.attribute(Attribute::TabIndex, "0");
        self.out.open(Mark::Code);
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split(' ').next().filter(|language| !language.is_empty())
        {
            self.out.attribute(Attribute::Class, &["language-", language].concat());
        }
    }

    fn begin_cell(&mut self) {
        self.joint.block();
        if self.is_head {
            self.out.open(Mark::HeadCell).attribute(Attribute::Scope, "col");
        } else {
            self.out.open(Mark::Cell);
        }
        let side = match self.columns.get(self.column) {
            Some(Alignment::Left) => "start",
            Some(Alignment::Center) => "center",
            Some(Alignment::Right) => "end",
            Some(Alignment::None) | None => return,
        };
        self.out.attribute(Attribute::Class, side);
    }

    fn begin_link(&mut self, kind: LinkType, destination: &str, title: &str) {
        let destination = address::of_link(kind, destination);
        let is_allowed = self.links.is_empty() && address::is_safe(&destination);
        let anchor = if is_allowed { self.resolve.link(&destination) } else { None };
        self.links.push(anchor.is_some());
        if let Some(anchor) = anchor {
            self.out.open(Mark::Link).attribute(Attribute::Href, &encode_address(&anchor.href));
            if !title.is_empty() {
                self.out.attribute(Attribute::Title, title);
            }
            for (attribute, value) in &anchor.attributes {
                self.out.attribute(*attribute, value);
            }
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
        let picture = if address::is_safe(&destination) { self.resolve.image(&destination) } else { None };
        let Some(picture) = picture.filter(|picture| !picture.src.is_empty()) else {
            self.text(&description);
            return;
        };
        let at = self.joint.object();
        self.space(at);
        self.out.open(Mark::Image).attribute(Attribute::Src, &encode_address(&picture.src));
        self.out.attribute(Attribute::Alt, &description);
        if !title.is_empty() {
            self.out.attribute(Attribute::Title, &title);
        }
        if let Some((width, height)) = picture.size {
            self.out.attribute(Attribute::Width, &width.to_string()).attribute(Attribute::Height, &height.to_string());
        }
        self.out.attribute(Attribute::Loading, "lazy");
    }

    fn raw_inline(&mut self, html: &str) {
        let text = comments::removed(html);
        if !text.is_empty() {
            self.text(&text);
        }
    }

    fn end_raw(&mut self) {
        let html = self.raw.take().unwrap_or_default();
        let text = comments::removed(&html);
        if !text.trim().is_empty() {
            self.block(Mark::Paragraph).text(text.trim());
            self.close(Mark::Paragraph, "\n");
        }
    }
}
