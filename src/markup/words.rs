//! What is left of a tape without its marks: plain text, or words that keep only their language.

use std::borrow::Cow;

use super::mark::{Attribute, Mark};
use super::tape::{Event, Inline};

/// Does a word end where it begins or ends, though no space stands there?
const fn parts_words(mark: Mark) -> bool {
    mark.is_block() || matches!(mark, Mark::Break | Mark::Rule)
}

impl Inline {
    /// The words alone: no readings, no remarks on languages, no footnotes.
    pub fn plain(&self) -> Cow<'_, str> {
        if let Some(words) = self.only_words() {
            return words.into();
        }
        let mut out = String::with_capacity(self.raw().len());
        let mut beside = 0_usize;
        let mut is_apart = false;
        for event in self.events() {
            match event {
                Event::Open(mark) if mark.is_beside() => beside += 1,
                Event::Close(mark) if mark.is_beside() => beside = beside.saturating_sub(1),
                Event::Open(mark) | Event::Close(mark) => is_apart |= parts_words(mark),
                Event::Text(words) if beside == 0 => {
                    if is_apart
                        && !out.is_empty()
                        && !out.ends_with(char::is_whitespace)
                        && !words.starts_with(char::is_whitespace)
                    {
                        out.push(' ');
                    }
                    is_apart = false;
                    out.push_str(words);
                }
                _ => {}
            }
        }
        out.into()
    }

    /// The words with nothing but the marks of their languages: without links and readings.
    pub fn words(&self) -> Self {
        let mut out = Self::default();
        let mut beside = 0_usize;
        let mut last = None;
        for event in self.events() {
            match event {
                Event::Open(mark) if mark.is_beside() => beside += 1,
                Event::Close(mark) if mark.is_beside() => beside = beside.saturating_sub(1),
                _ if beside > 0 => {}
                Event::Text(_) => out.event(event),
                Event::Open(mark) | Event::Close(mark) if is_language(mark) => out.event(event),
                Event::Attribute(Attribute::Lang | Attribute::Dir, _) if last.is_some_and(is_language) => out.event(event),
                _ => {}
            }
            last = match event {
                Event::Open(mark) => Some(mark),
                Event::Attribute(..) => last,
                _ => None,
            };
        }
        out
    }
}

/// Does it say in which language words are?
fn is_language(mark: Mark) -> bool {
    matches!(mark, Mark::Foreign | Mark::Untranslated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Inline {
        let mut tape = Inline::of("What ");
        tape.open(Mark::Link).attribute(Attribute::Href, "/x/").open(Mark::Foreign).attribute(Attribute::Lang, "ja");
        tape.open(Mark::Ruby).text("実地修練").within(Mark::Reading, &Inline::of("じっちしゅうれん")).close(Mark::Ruby);
        tape.close(Mark::Foreign).close(Mark::Link).text(" ").within(Mark::Strong, &Inline::of("is")).text(" & was");
        tape
    }

    #[test]
    fn words_keep_their_language_and_lose_links_and_readings() {
        assert_eq!(sample().words().html(), "What <span lang=\"ja\">実地修練</span> is &amp; was");
    }

    #[test]
    fn plain_text_has_no_readings() {
        assert_eq!(sample().plain(), "What 実地修練 is & was");
        let mut tape = Inline::of("a");
        tape.open(Mark::Break).text("b").text(" ").within(Mark::OnlyIn, &Inline::of("Japanese only"));
        assert_eq!(tape.plain(), "a b ");
        let cells = Inline::bullets(&[Inline::of("a"), Inline::of("b").marked(Mark::Strong), Inline::of("c")]);
        assert_eq!(cells.plain(), "a b c");
    }
}
