//! The pieces of a Markdown file in a few bytes each, so that its text is parsed once however often it is shown.
//!
//! A tape holds what rendering asks for and no more: of a heading its level, of a link or an image its address and title, as if it
//! were written `[words](address "title")`; a block of code without a language is like one whose language is empty.

use std::borrow::Cow;
use std::slice;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};

use super::address;
use super::reader::Piece;

/// The pieces of a text, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tape {
    tokens: Box<[Token]>,
    /// What belongs to the tokens, in order: where words begin and how long they are, or the first number of a list.
    numbers: Box<[u32]>,
    /// Words that do not stand in the text as they are shown. A place after the text's end is one of theirs.
    made: Box<str>,
    /// The columns of each table.
    tables: Box<[Vec<Alignment>]>,
}

/// What kind of piece it is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Text,
    Decoded,
    Ruby,
    Foreign {
        has_reading: bool,
    },
    Mention,
    MentionStart,
    MentionEnd,
    TooDeep,
    /// The start of what this would end.
    Start(TagEnd),
    End(TagEnd),
    Code,
    Html,
    InlineHtml,
    FootnoteReference,
    SoftBreak,
    HardBreak,
    Rule,
    Task(bool),
}

/// Makes a tape while a text is read.
#[derive(Debug)]
pub struct Recorder<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    numbers: Vec<u32>,
    made: String,
    tables: Vec<Vec<Alignment>>,
}

impl<'t> Recorder<'t> {
    /// Begins a tape of the pieces of `text`.
    pub fn new(text: &'t str) -> Self {
        // Usual prose has a piece, and a number, for every 16 to 20 bytes.
        let (tokens, numbers) = (Vec::with_capacity(text.len() / 16), Vec::with_capacity(text.len() / 16));
        Self { text, tokens, numbers, made: String::new(), tables: Vec::new() }
    }

    /// Adds the next piece.
    pub fn add(&mut self, piece: &Piece<'_>) {
        let token = match piece {
            Piece::Text(text) => self.with(Token::Text, text),
            Piece::Decoded(text) => self.with(Token::Decoded, text),
            Piece::Ruby { base, reading } => {
                self.words(base);
                self.with(Token::Ruby, reading)
            }
            Piece::Foreign { language, words, reading } => {
                self.words(language);
                self.words(words);
                match reading {
                    Some(reading) => self.with(Token::Foreign { has_reading: true }, reading),
                    None => Token::Foreign { has_reading: false },
                }
            }
            Piece::Mention(target) => self.with(Token::Mention, target),
            Piece::MentionStart(target) => self.with(Token::MentionStart, target),
            Piece::MentionEnd => Token::MentionEnd,
            Piece::TooDeep => Token::TooDeep,
            Piece::Markup(event) => self.event(event),
        };
        self.tokens.push(token);
    }

    fn event(&mut self, event: &Event<'_>) -> Token {
        match event {
            Event::Start(tag) => {
                self.start(tag);
                Token::Start(tag.to_end())
            }
            Event::End(tag) => Token::End(*tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.with(Token::Decoded, text),
            Event::Code(text) => self.with(Token::Code, text),
            Event::Html(text) => self.with(Token::Html, text),
            Event::InlineHtml(text) => self.with(Token::InlineHtml, text),
            Event::FootnoteReference(name) => self.with(Token::FootnoteReference, name),
            Event::SoftBreak => Token::SoftBreak,
            Event::HardBreak => Token::HardBreak,
            Event::Rule => Token::Rule,
            Event::TaskListMarker(is_done) => Token::Task(*is_done),
        }
    }

    /// Adds what the end of an element does not tell of it.
    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => self.words(info),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.words(""),
            Tag::List(Some(first)) => self.numbers.push(u32::try_from(*first).unwrap_or(u32::MAX)),
            Tag::FootnoteDefinition(name) => self.words(name),
            Tag::Table(columns) => self.tables.push(columns.clone()),
            Tag::Link { link_type, dest_url, title, .. } | Tag::Image { link_type, dest_url, title, .. } => {
                self.words(&address::of_link(*link_type, dest_url));
                self.words(title);
            }
            _ => {}
        }
    }

    fn with(&mut self, token: Token, words: &str) -> Token {
        self.words(words);
        token
    }

    fn words(&mut self, words: &str) {
        let start = words.as_ptr().addr().wrapping_sub(self.text.as_ptr().addr());
        let is_verbatim = start.checked_add(words.len()).is_some_and(|end| end <= self.text.len());
        let start = if is_verbatim { start } else { self.text.len() + self.made.len() };
        if !is_verbatim {
            self.made.push_str(words);
        }
        for number in [start, words.len()] {
            self.numbers.push(u32::try_from(number).unwrap_or(u32::MAX));
        }
    }

    /// The tape.
    pub fn finish(self) -> Tape {
        let Self { tokens, numbers, made, tables, .. } = self;
        Tape { tokens: tokens.into(), numbers: numbers.into(), made: made.into(), tables: tables.into() }
    }
}

impl Tape {
    /// The pieces of the text of which this is the tape.
    pub fn pieces<'t>(&'t self, text: &'t str) -> Replay<'t> {
        Replay { text, tokens: self.tokens.iter(), numbers: self.numbers.iter(), made: &self.made, tables: self.tables.iter() }
    }
}

/// Iterates over the pieces on a tape.
#[derive(Debug)]
pub struct Replay<'t> {
    text: &'t str,
    tokens: slice::Iter<'t, Token>,
    numbers: slice::Iter<'t, u32>,
    made: &'t str,
    tables: slice::Iter<'t, Vec<Alignment>>,
}

impl<'t> Replay<'t> {
    fn number(&mut self) -> usize {
        self.numbers.next().map_or(0, |number| *number as usize)
    }

    fn words(&mut self) -> &'t str {
        let (start, length) = (self.number(), self.number());
        let (words, start) = match start.checked_sub(self.text.len()) {
            Some(start) => (self.made, start),
            None => (self.text, start),
        };
        words.get(start..).and_then(|words| words.get(..length)).unwrap_or_default()
    }

    fn shared(&mut self) -> CowStr<'t> {
        CowStr::Borrowed(self.words())
    }

    fn start(&mut self, end: TagEnd) -> Tag<'t> {
        match end {
            TagEnd::Paragraph => Tag::Paragraph,
            TagEnd::Heading(level) => Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() },
            TagEnd::BlockQuote(kind) => Tag::BlockQuote(kind),
            TagEnd::CodeBlock => Tag::CodeBlock(CodeBlockKind::Fenced(self.shared())),
            TagEnd::HtmlBlock => Tag::HtmlBlock,
            TagEnd::List(is_ordered) => Tag::List(is_ordered.then(|| self.number() as u64)),
            TagEnd::Item => Tag::Item,
            TagEnd::FootnoteDefinition => Tag::FootnoteDefinition(self.shared()),
            TagEnd::DefinitionList => Tag::DefinitionList,
            TagEnd::DefinitionListTitle => Tag::DefinitionListTitle,
            TagEnd::DefinitionListDefinition => Tag::DefinitionListDefinition,
            TagEnd::Table => Tag::Table(self.tables.next().cloned().unwrap_or_default()),
            TagEnd::TableHead => Tag::TableHead,
            TagEnd::TableRow => Tag::TableRow,
            TagEnd::TableCell => Tag::TableCell,
            TagEnd::Emphasis => Tag::Emphasis,
            TagEnd::Strong => Tag::Strong,
            TagEnd::Strikethrough => Tag::Strikethrough,
            TagEnd::Superscript => Tag::Superscript,
            TagEnd::Subscript => Tag::Subscript,
            TagEnd::Link => {
                let (dest_url, title) = (self.shared(), self.shared());
                Tag::Link { link_type: LinkType::Inline, dest_url, title, id: CowStr::Borrowed("") }
            }
            TagEnd::Image => {
                let (dest_url, title) = (self.shared(), self.shared());
                Tag::Image { link_type: LinkType::Inline, dest_url, title, id: CowStr::Borrowed("") }
            }
            TagEnd::MetadataBlock(kind) => Tag::MetadataBlock(kind),
        }
    }
}

impl<'t> Iterator for Replay<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        Some(match *self.tokens.next()? {
            Token::Text => Piece::Text(self.words()),
            Token::Decoded => Piece::Decoded(self.shared()),
            Token::Ruby => Piece::Ruby { base: self.words(), reading: self.words() },
            Token::Foreign { has_reading } => {
                let (language, words) = (self.words(), self.words());
                Piece::Foreign { language, words, reading: has_reading.then(|| self.words()) }
            }
            Token::Mention => Piece::Mention(Cow::Borrowed(self.words())),
            Token::MentionStart => Piece::MentionStart(Cow::Borrowed(self.words())),
            Token::MentionEnd => Piece::MentionEnd,
            Token::TooDeep => Piece::TooDeep,
            Token::Start(end) => Piece::Markup(Event::Start(self.start(end))),
            Token::End(tag) => Piece::Markup(Event::End(tag)),
            Token::Code => Piece::Markup(Event::Code(self.shared())),
            Token::Html => Piece::Markup(Event::Html(self.shared())),
            Token::InlineHtml => Piece::Markup(Event::InlineHtml(self.shared())),
            Token::FootnoteReference => Piece::Markup(Event::FootnoteReference(self.shared())),
            Token::SoftBreak => Piece::Markup(Event::SoftBreak),
            Token::HardBreak => Piece::Markup(Event::HardBreak),
            Token::Rule => Piece::Markup(Event::Rule),
            Token::Task(is_done) => Piece::Markup(Event::TaskListMarker(is_done)),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::adapt::{Adapted, Dialect};
    use super::super::reader::Reader;
    use super::super::tests::{config, markdown};
    use super::*;

    /// The piece without what a tape leaves out.
    fn recorded(piece: Piece<'_>) -> Piece<'_> {
        let Piece::Markup(Event::Start(tag)) = piece else { return piece };
        let (id, link_type) = (CowStr::Borrowed(""), LinkType::Inline);
        Piece::Markup(Event::Start(match tag {
            Tag::Heading { level, .. } => Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() },
            Tag::CodeBlock(CodeBlockKind::Indented) => Tag::CodeBlock(CodeBlockKind::Fenced("".into())),
            Tag::Link { link_type: LinkType::Email, dest_url, title, .. } => {
                Tag::Link { link_type, dest_url: format!("mailto:{dest_url}").into(), title, id }
            }
            Tag::Link { dest_url, title, .. } => Tag::Link { link_type, dest_url, title, id },
            Tag::Image { dest_url, title, .. } => Tag::Image { link_type, dest_url, title, id },
            tag => tag,
        }))
    }

    fn tape(text: &str) -> Tape {
        let source = Adapted::new(text, Dialect::Blocks);
        let mut recorder = Recorder::new(text);
        Reader::new(&source).pieces().for_each(|piece| recorder.add(&piece));
        recorder.finish()
    }

    fn assert_replayed(text: &str) {
        let source = Adapted::new(text, Dialect::Blocks);
        let read: Vec<_> = Reader::new(&source).pieces().map(recorded).collect();
        assert_eq!(tape(text).pieces(text).collect::<Vec<_>>(), read, "{text:?}");
    }

    #[test]
    fn every_kind_of_piece_is_replayed() {
        for text in [
            "---\na: b\n---\n# 東京 {#a .b c=d}\n\nA\n=\n\n> q  \n> r\\\ns\n\n***\n",
            "```ja x\n{a|b}\n```\n\n~~~\n~~~\n\n    i\n\n`c` `` ` ``\n",
            "1. a\n\n7. b\n\n- [ ] c\n- [x] d\n\n3) e\n\nt\n: d\n",
            "|a|b|c|d|\n|-|:-|:-:|-:|\n|[[a/b\\|c]]|{a|b}|**「c」**d|\n\n|a|\n|-|\n",
            "<div>\n&amp; b\n</div>\n\na <b>c</b> <!-- d -->\n",
            "a[^n] b[^N]\n\n[^n]: c\n\n    d\n",
            "<https://a> <a@example.org> [b](</c d> \"e&amp;f\") [g][h] [h][] [h] ![*i*](/j 'k')\n\n[h]: /l?m&amp;n (o)\n",
            "[[a/b]] [[a/b|*c* {d|e}]] ![[f]] [[ ]] {ja:東京} {ja:東京|とうきょう} {a|b} &copy; \\* \\{a|b} *a* **b** ~~c~~\n",
            &format!("{}a", "> ".repeat(120)),
        ] {
            assert_replayed(text);
        }
    }

    #[test]
    fn words_that_stand_in_the_text_are_not_copied() {
        assert_eq!(&*tape("# 東京\n\n[a](/b) {d|e} `f` <g@h.i> &amp;\n").made, "mailto:g@h.i&");
        assert_eq!(size_of::<Token>(), 3);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn a_tape_gives_the_pieces_that_were_read(text in prop_oneof![markdown(), any::<String>()]) {
            assert_replayed(&text);
        }
    }
}
