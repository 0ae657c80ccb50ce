//! The Markdown parser's events, with their places in the original text; mentions and ruby are events of their own.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

use super::adapt::{self, Adapted, Dialect};
use super::bare;

/// How deep blocks and inline markup may be nested.
pub const DEEPEST: usize = 100;

/// A piece of a text. Ranges beside it are of the original text.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece<'a> {
    /// Text as it stands in the original.
    Text(&'a str),
    /// Text that something else in the original stands for, such as a character reference.
    Decoded(CowStr<'a>),
    /// `{base|reading}`.
    Ruby {
        /// What is annotated.
        base: &'a str,
        /// How it is read.
        reading: &'a str,
    },
    /// `{ja:words}` or `{ja:base|reading}`.
    Foreign {
        /// The tag of their language.
        language: &'a str,
        /// The words.
        words: &'a str,
        /// How they are read.
        reading: Option<&'a str>,
    },
    /// `[[target]]`.
    Mention(Cow<'a, str>),
    /// `[[target|` of a mention with words of its own; these follow.
    MentionStart(Cow<'a, str>),
    /// `]]` of a mention with words of its own.
    MentionEnd,
    /// Nested too deeply; what is inside is left out. Comes once.
    TooDeep,
    /// Anything else.
    Markup(Event<'a>),
}

/// Iterates over the pieces of a text.
pub struct Reader<'a> {
    events: OffsetIter<'a>,
    source: &'a Adapted<'a>,
    peeked: Option<(Event<'a>, Range<usize>)>,
    /// Text that is still to be searched for ruby; whether its first character is escaped.
    text: Option<(Range<usize>, bool)>,
    /// A mention that follows the `!` before it.
    mention: Option<(Piece<'a>, Range<usize>)>,
    /// The depth at which the open mention with words of its own stands.
    labelled: Option<usize>,
    depth: usize,
    /// Links and images that are open: in them an address is text.
    linked: usize,
    /// What follows the start of a link to a bare address, the last first.
    queue: Vec<(Piece<'a>, Range<usize>)>,
    /// In a cell of a table?
    is_cell: bool,
    is_code: bool,
    is_too_deep: bool,
}

fn options(dialect: Dialect) -> Options {
    match dialect {
        Dialect::Blocks => {
            Options::ENABLE_TABLES
                | Options::ENABLE_FOOTNOTES
                | Options::ENABLE_DEFINITION_LIST
                | Options::ENABLE_TASKLISTS
                | Options::ENABLE_HEADING_ATTRIBUTES
                | Options::ENABLE_STRIKETHROUGH
                | Options::ENABLE_WIKILINKS
        }
        Dialect::Inline => Options::ENABLE_STRIKETHROUGH | Options::ENABLE_WIKILINKS,
    }
}

/// `<br>`, `<br/>`, `<BR />`.
fn is_break(html: &str) -> bool {
    let name = html.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

/// Words with a reading or of another language at the start of a text, and the length of all of it.
fn annotated(text: &str) -> Option<(Piece<'_>, usize)> {
    if let Some((language, words, reading)) = adapt::foreign(text) {
        let length = "{:}".len() + language.len() + words.len() + reading.map_or(0, |reading| reading.len() + 1);
        return Some((Piece::Foreign { language, words, reading }, length));
    }
    let (base, reading) = adapt::ruby(text)?;
    Some((Piece::Ruby { base, reading }, "{|}".len() + base.len() + reading.len()))
}

/// All words of a text that have a reading or are marked as being in another language: where they are, the words, the tag.
pub fn annotations(text: &str) -> impl Iterator<Item = (Range<usize>, &str, Option<&str>)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + text.get(from..)?.find('{')?;
            from = at + 1;
            let Some((piece, length)) = text.get(at..).and_then(annotated) else { continue };
            from = at + length;
            match piece {
                Piece::Foreign { language, words, .. } => return Some((at..from, words, Some(language))),
                Piece::Ruby { base, .. } => return Some((at..from, base, None)),
                _ => {}
            }
        }
    })
}

impl<'a> Reader<'a> {
    /// Reads a prepared text.
    pub fn new(source: &'a Adapted<'a>) -> Self {
        Self {
            events: Parser::new_ext(source.parsed(), options(source.dialect)).into_offset_iter(),
            source,
            peeked: None,
            text: None,
            mention: None,
            labelled: None,
            depth: 0,
            linked: 0,
            queue: Vec::new(),
            is_cell: false,
            is_code: false,
            is_too_deep: false,
        }
    }

    /// The pieces alone.
    pub fn pieces(self) -> impl Iterator<Item = Piece<'a>> {
        self.map(|(piece, _)| piece)
    }

    /// The range of the definition that a reference link with this id uses.
    pub fn definition(&self, id: &str) -> Option<Range<usize>> {
        let definition = self.events.reference_definitions().get(id)?;
        Some(self.source.range(&definition.span))
    }

    fn advance(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        self.peeked.take().or_else(|| self.events.next())
    }

    /// Is the event text that stands so in the parser's input? (Decoded text lies elsewhere in memory.)
    fn is_verbatim(&self, event: &Event<'a>, range: &Range<usize>) -> bool {
        let input = self.source.parsed();
        matches!(event, Event::Text(CowStr::Borrowed(text))
            if text.len() == range.len() && text.as_ptr().addr() == input.as_ptr().addr() + range.start)
    }

    /// Takes up text and all text that follows it without a gap.
    fn gather(&mut self, parsed: &Range<usize>) {
        let mut range = self.source.range(parsed);
        loop {
            self.peeked = self.events.next();
            let Some((event, next)) = &self.peeked else { break };
            if !self.is_verbatim(event, next) {
                break;
            }
            let next = self.source.range(next);
            if next.start != range.end {
                break;
            }
            range.end = next.end;
            self.peeked = None;
        }
        let before = range.start.checked_sub(1).and_then(|i| self.source.original().as_bytes().get(i));
        let escaped = before == Some(&b'\\');
        self.text = (!range.is_empty()).then_some((range, escaped));
    }

    /// The next piece of the text that was taken up.
    fn next_text(&mut self) -> Option<(Piece<'a>, Range<usize>)> {
        let (range, escaped) = self.text.take()?;
        let text = self.slice(&range);
        if self.is_code {
            return Some((Piece::Text(text), range));
        }
        let is_free = self.linked == 0 && self.labelled.is_none();
        let bare = if is_free { bare::next(text) } else { None };
        let mut from = usize::from(escaped);
        while let Some(found) = text.get(from..).and_then(|rest| memchr::memchr(b'{', rest.as_bytes())) {
            let at = from + found;
            let Some((piece, length)) = text.get(at..).and_then(annotated) else {
                from = at + 1;
                continue;
            };
            if bare.as_ref().is_some_and(|(address, _)| address.start < at) {
                break;
            }
            let start = range.start + at;
            if at > 0 {
                self.text = Some((start..range.end, false));
                return Some((Piece::Text(text.get(..at).unwrap_or_default()), range.start..start));
            }
            let end = start + length;
            self.text = (end < range.end).then_some((end..range.end, false));
            return Some((piece, start..end));
        }
        match bare {
            Some((address, is_email)) => Some(self.linked_text(text, range, address, is_email)),
            None => Some((Piece::Text(text), range)),
        }
    }

    /// The text before a bare address, or the start of the link that the address becomes.
    fn linked_text(
        &mut self,
        text: &'a str,
        range: Range<usize>,
        address: Range<usize>,
        is_email: bool,
    ) -> (Piece<'a>, Range<usize>) {
        let whole = range.start + address.start..range.start + address.end;
        if address.start > 0 {
            self.text = Some((whole.start..range.end, false));
            return (Piece::Text(text.get(..address.start).unwrap_or_default()), range.start..whole.start);
        }
        self.text = (whole.end < range.end).then_some((whole.end..range.end, false));
        let shown = text.get(address).unwrap_or_default();
        let link_type = if is_email { LinkType::Email } else { LinkType::Autolink };
        let tag =
            Tag::Link { link_type, dest_url: CowStr::Borrowed(shown), title: CowStr::Borrowed(""), id: CowStr::Borrowed("") };
        self.queue.push((Piece::Markup(Event::End(TagEnd::Link)), whole.clone()));
        self.queue.push((Piece::Text(shown), whole.clone()));
        (Piece::Markup(Event::Start(tag)), whole)
    }

    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.source.original().get(range.clone()).unwrap_or_default()
    }

    /// Leaves out everything up to the end of the element that has just begun.
    fn skip(&mut self) {
        let mut inside = 1;
        while inside > 0 {
            match self.advance() {
                Some((Event::Start(_), _)) => inside += 1,
                Some((Event::End(_), _)) => inside -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    /// The piece for the start of an element, if it makes one.
    fn begin(&mut self, tag: Tag<'a>, range: Range<usize>) -> Option<(Piece<'a>, Range<usize>)> {
        if self.depth >= DEEPEST {
            self.skip();
            return (!std::mem::replace(&mut self.is_too_deep, true)).then_some((Piece::TooDeep, range));
        }
        match tag {
            Tag::Paragraph if self.source.dialect == Dialect::Inline => {
                self.depth += 1;
                None
            }
            Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                Some(self.begin_mention(&dest_url, has_pothole, range))
            }
            Tag::Image { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                let inside = range.start + 1..range.end;
                let mention = self.begin_mention(&dest_url, has_pothole, inside.clone());
                self.mention = Some(mention);
                Some((Piece::Text(self.slice(&(range.start..inside.start))), range.start..inside.start))
            }
            tag => {
                self.depth += 1;
                self.linked += usize::from(matches!(tag, Tag::Link { .. } | Tag::Image { .. }));
                self.is_cell |= matches!(tag, Tag::TableCell);
                self.is_code |= matches!(tag, Tag::CodeBlock(_));
                Some((Piece::Markup(Event::Start(self.cleaned(tag))), range))
            }
        }
    }

    fn begin_mention(&mut self, target: &CowStr<'a>, has_words: bool, range: Range<usize>) -> (Piece<'a>, Range<usize>) {
        // In a table's cell the author may have written `\|`, as elsewhere in tables.
        let cleaned = self.source.clean(target);
        let target = cleaned.trim().trim_end_matches('\\').trim_end();
        if target.is_empty() || cleaned.contains('\n') {
            self.skip();
            return (Piece::Text(self.slice(&range)), range);
        }
        let target = Cow::Owned(target.to_owned());
        if has_words {
            self.depth += 1;
            self.labelled = Some(self.depth);
            (Piece::MentionStart(target), range)
        } else {
            self.skip();
            (Piece::Mention(target), range)
        }
    }

    /// The piece for the end of an element, if it makes one.
    fn end(&mut self, tag: TagEnd, range: Range<usize>) -> Option<(Piece<'a>, Range<usize>)> {
        let ends_mention = self.labelled == Some(self.depth);
        self.depth = self.depth.saturating_sub(1);
        if ends_mention {
            self.labelled = None;
            return Some((Piece::MentionEnd, range));
        }
        if tag == TagEnd::Paragraph && self.source.dialect == Dialect::Inline {
            return None;
        }
        self.linked -= usize::from(matches!(tag, TagEnd::Link | TagEnd::Image)).min(self.linked);
        self.is_cell &= tag != TagEnd::TableCell;
        self.is_code &= tag != TagEnd::CodeBlock;
        Some((Piece::Markup(Event::End(tag)), range))
    }

    fn cleaned(&self, tag: Tag<'a>) -> Tag<'a> {
        match tag {
            Tag::Link { link_type, dest_url, title, id } => {
                Tag::Link { link_type, dest_url: self.clean(dest_url), title: self.clean(title), id }
            }
            Tag::Image { link_type, dest_url, title, id } => {
                Tag::Image { link_type, dest_url: self.clean(dest_url), title: self.clean(title), id }
            }
            Tag::Heading { level, id, classes, attrs } => Tag::Heading { level, id: id.map(|id| self.clean(id)), classes, attrs },
            Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(info)) => {
                Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(self.clean(info)))
            }
            tag => tag,
        }
    }

    fn clean(&self, text: CowStr<'a>) -> CowStr<'a> {
        match self.source.clean(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(cleaned) => cleaned.into(),
        }
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = (Piece<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(mention) = self.mention.take() {
            return Some(mention);
        }
        if let Some(piece) = self.queue.pop() {
            return Some(piece);
        }
        loop {
            if let Some(piece) = self.next_text() {
                return Some(piece);
            }
            let (event, parsed) = self.advance()?;
            if self.is_verbatim(&event, &parsed) {
                self.gather(&parsed);
                continue;
            }
            let range = self.source.range(&parsed);
            let piece = match event {
                Event::Start(tag) => self.begin(tag, range),
                Event::End(tag) => self.end(tag, range),
                Event::Text(text) => Some((Piece::Decoded(self.clean(text)), range)),
                Event::Code(text) => Some((Piece::Markup(Event::Code(self.clean(text))), range)),
                Event::Html(text) => Some((Piece::Markup(Event::Html(self.clean(text))), range)),
                // A row of a table is one line: nothing else breaks a line in its cells.
                Event::InlineHtml(text) if self.is_cell && is_break(&text) => Some((Piece::Markup(Event::HardBreak), range)),
                Event::InlineHtml(text) => Some((Piece::Markup(Event::InlineHtml(self.clean(text))), range)),
                other => Some((Piece::Markup(other), range)),
            };
            if piece.is_some() {
                return piece;
            }
        }
    }
}
