//! A flat tape of words and marks. Whoever writes a value appends to it; nothing is nested, so that every fold is one loop.

use super::mark::{Attribute, Mark};

/// A tape: what its tokens say stands in `text`, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inline {
    tokens: Vec<Token>,
    text: String,
}

/// Eight bytes: a number says how many bytes of the text are the token's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Text(u32),
    Open(Mark),
    Attribute(Attribute, u32),
    Close(Mark),
    Printed(u32),
}

/// What stands on a tape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'t> {
    /// Words.
    Text(&'t str),
    /// A mark begins; its attributes follow.
    Open(Mark),
    /// What the mark that has just begun says beside its words.
    Attribute(Attribute, &'t str),
    /// A mark ends.
    Close(Mark),
    /// What is HTML already: drawings, and the output of templates.
    Printed(&'t str),
}

/// A place on a tape, to which later words can be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    token: usize,
    byte: usize,
}

impl Place {
    /// The place, moved.
    pub fn moved(self, by: Self) -> Self {
        Self { token: self.token + by.token, byte: self.byte + by.byte }
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

impl Inline {
    /// A tape of these words.
    pub fn of(words: impl Into<String>) -> Self {
        let text = words.into();
        let tokens = if text.is_empty() { Vec::new() } else { vec![Token::Text(length(&text))] };
        Self { tokens, text }
    }

    /// Is there nothing on it?
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Appends words.
    pub fn text(&mut self, words: &str) -> &mut Self {
        if words.is_empty() {
            return self;
        }
        match self.tokens.last_mut() {
            Some(Token::Text(bytes)) => *bytes = bytes.saturating_add(length(words)),
            _ => self.tokens.push(Token::Text(length(words))),
        }
        self.text.push_str(words);
        self
    }

    /// Begins a mark.
    pub fn open(&mut self, mark: Mark) -> &mut Self {
        self.tokens.push(Token::Open(mark));
        self
    }

    /// Says something of the mark that has just begun.
    pub fn attribute(&mut self, attribute: Attribute, value: &str) -> &mut Self {
        self.tokens.push(Token::Attribute(attribute, length(value)));
        self.text.push_str(value);
        self
    }

    /// Ends a mark.
    pub fn close(&mut self, mark: Mark) -> &mut Self {
        self.tokens.push(Token::Close(mark));
        self
    }

    /// Appends another tape.
    pub fn add(&mut self, other: &Self) -> &mut Self {
        let mut tokens = other.tokens.iter();
        if let (Some(Token::Text(bytes)), Some(Token::Text(more))) = (self.tokens.last_mut(), other.tokens.first()) {
            *bytes = bytes.saturating_add(*more);
            tokens.next();
        }
        self.tokens.extend(tokens);
        self.text.push_str(&other.text);
        self
    }

    /// Appends another tape within a mark.
    pub fn within(&mut self, mark: Mark, other: &Self) -> &mut Self {
        self.open(mark).add(other).close(mark)
    }

    /// Appends a remark, after a space.
    pub fn aside(&mut self, remark: &Self) -> &mut Self {
        self.text(" ").within(Mark::Aside, remark)
    }

    /// The tape within a mark.
    pub fn marked(&self, mark: Mark) -> Self {
        let mut out = Self::default();
        out.within(mark, self);
        out
    }

    /// Several tapes with something between them.
    pub fn join<'t>(tapes: impl IntoIterator<Item = &'t Self>, between: &Self) -> Self {
        let mut out = Self::default();
        for (number, tape) in tapes.into_iter().enumerate() {
            if number > 0 {
                out.add(between);
            }
            out.add(tape);
        }
        out
    }

    /// Several tapes, each on a line of its own.
    pub fn lines<'t>(tapes: impl IntoIterator<Item = &'t Self>) -> Self {
        let mut between = Self::default();
        between.open(Mark::Break);
        Self::join(tapes, &between)
    }

    /// Items as a list.
    pub fn bullets(items: &[Self]) -> Self {
        let mut out = Self::default();
        out.open(Mark::Bullets);
        items.iter().for_each(|item| _ = out.within(Mark::Item, item));
        out.close(Mark::Bullets);
        out
    }

    /// Where the tape ends now.
    pub fn end(&self) -> Place {
        Place { token: self.tokens.len(), byte: self.text.len() }
    }

    /// Puts in words at a place. How far the places behind it move.
    pub fn put_in(&mut self, at: Place, words: &str) -> Place {
        let byte = at.byte.min(self.text.len());
        self.text.insert_str(byte, words);
        let token = at.token.min(self.tokens.len());
        let before = self.tokens.len();
        match token.checked_sub(1).and_then(|before| self.tokens.get_mut(before)) {
            // The token before it may have grown since: its words are text all the same.
            Some(Token::Text(bytes)) => *bytes = bytes.saturating_add(length(words)),
            _ => match self.tokens.get_mut(token) {
                Some(Token::Text(bytes)) => *bytes = bytes.saturating_add(length(words)),
                _ => self.tokens.insert(token, Token::Text(length(words))),
            },
        }
        Place { token: self.tokens.len() - before, byte: words.len() }
    }

    /// Does it end with the end of a line?
    pub fn ends_line(&self) -> bool {
        matches!(self.tokens.last(), Some(Token::Text(_))) && self.text.ends_with('\n')
    }

    /// Takes away the end of a mark, and white space after it, so that more can stand inside; false if it does not end so.
    pub fn reopen(&mut self, mark: Mark) -> bool {
        let space = match self.tokens[..] {
            [.., Token::Close(last), Token::Text(bytes)] if last == mark => bytes as usize,
            [.., Token::Close(last)] if last == mark => 0,
            _ => return false,
        };
        let kept = self.text.len().saturating_sub(space);
        if self.text.get(kept..).is_none_or(|after| !after.trim().is_empty()) {
            return false;
        }
        self.text.truncate(kept);
        self.tokens.truncate(self.tokens.len() - if space > 0 { 2 } else { 1 });
        true
    }

    /// Takes away all from a place on.
    pub fn split_off(&mut self, at: Place) -> Self {
        let text = self.text.split_off(at.byte.min(self.text.len()));
        let mut tokens = self.tokens.split_off(at.token.min(self.tokens.len()));
        // Words that were added to a token that begins before the place belong to what is taken away.
        let own: usize = tokens.iter().map(|token| token.bytes()).sum();
        if let (Some(more), Some(Token::Text(bytes))) =
            (text.len().checked_sub(own).filter(|more| *more > 0), self.tokens.last_mut())
        {
            let more = u32::try_from(more).unwrap_or(u32::MAX);
            *bytes = bytes.saturating_sub(more);
            tokens.insert(0, Token::Text(more));
        }
        Self { tokens, text }
    }

    /// What stands on it, in order.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        let mut rest = &*self.text;
        self.tokens.iter().map(move |token| {
            let (own, after) = rest.split_at_checked(token.bytes()).unwrap_or((rest, ""));
            rest = after;
            match token {
                Token::Text(_) => Event::Text(own),
                Token::Open(mark) => Event::Open(*mark),
                Token::Attribute(attribute, _) => Event::Attribute(*attribute, own),
                Token::Close(mark) => Event::Close(*mark),
                Token::Printed(_) => Event::Printed(own),
            }
        })
    }

    /// Appends what stands on a tape.
    pub fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(words) => _ = self.text(words),
            Event::Open(mark) => _ = self.open(mark),
            Event::Attribute(attribute, value) => _ = self.attribute(attribute, value),
            Event::Close(mark) => _ = self.close(mark),
            Event::Printed(html) => {
                self.tokens.push(Token::Printed(length(html)));
                self.text.push_str(html);
            }
        }
    }

    /// All that its tokens say, without order or kind: to see at once what is not on it.
    pub fn raw(&self) -> &str {
        &self.text
    }

    /// The words, if it is nothing but words.
    pub fn only_words(&self) -> Option<&str> {
        matches!(self.tokens[..], [] | [Token::Text(_)]).then_some(&self.text)
    }
}

impl Token {
    fn bytes(self) -> usize {
        match self {
            Self::Text(bytes) | Self::Attribute(_, bytes) | Self::Printed(bytes) => bytes as usize,
            Self::Open(_) | Self::Close(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_as_small_as_it_was_meant_to_be() {
        assert_eq!(size_of::<Token>(), 8);
    }

    #[test]
    fn words_that_follow_each_other_are_one() {
        let mut tape = Inline::of("a");
        tape.text("b").add(&Inline::of("c"));
        assert_eq!(tape.only_words(), Some("abc"));
        assert_eq!(tape.events().collect::<Vec<_>>(), [Event::Text("abc")]);
    }

    #[test]
    fn words_are_put_in_between_and_taken_away() {
        let mut tape = Inline::of("東京");
        let at = tape.end();
        tape.within(Mark::Strong, &Inline::of("Osaka"));
        tape.put_in(at, "\n");
        assert_eq!(tape.html(), "東京\n<strong>Osaka</strong>");
        let mut tape = Inline::default();
        tape.within(Mark::Emphasis, &Inline::of("東京"));
        let at = tape.end();
        tape.text("x");
        tape.put_in(at, "\n");
        assert_eq!(tape.html(), "<em>東京</em>\nx");
        let mut tape = Inline::of("a");
        let at = tape.end();
        tape.text("b").within(Mark::Strong, &Inline::of("c"));
        assert_eq!(tape.split_off(at).html(), "b<strong>c</strong>");
        assert_eq!(tape.html(), "a");
    }
}
