//! Prints a tape as HTML.

use super::escape::{content_into, escape_into};
use super::mark::{Attribute, Mark};
use super::tape::{Event, Inline};

impl Inline {
    /// As HTML in which no quotation mark stands, so that words alone may stand in an attribute, too.
    pub fn html(&self) -> String {
        match self.only_words() {
            Some(words) => super::escape(words),
            None => self.print(escape_into),
        }
    }

    /// As HTML of long prose: the many quotation marks in it stand as they are.
    pub fn prose(&self) -> String {
        self.print(content_into)
    }

    fn print(&self, text: fn(&str, &mut String)) -> String {
        let mut out = String::with_capacity(self.raw().len() + self.raw().len() / 2 + 32);
        // A start tag is not closed yet, because attributes may follow.
        let mut is_open = false;
        let mut in_class = false;
        for event in self.events() {
            if in_class && !matches!(event, Event::Attribute(Attribute::Kind, _)) {
                out.push('"');
                in_class = false;
            }
            if is_open && !matches!(event, Event::Attribute(..)) {
                out.push('>');
                is_open = false;
            }
            match event {
                Event::Text(words) => text(words, &mut out),
                Event::Printed(html) => out.push_str(html),
                Event::Open(mark) => {
                    out.push_str(before(mark));
                    out.push('<');
                    out.push_str(mark.element());
                    if !mark.class().is_empty() {
                        out.push_str(" class=\"");
                        out.push_str(mark.class());
                        in_class = true;
                    }
                    is_open = true;
                }
                Event::Attribute(Attribute::Kind, kind) => {
                    out.push(' ');
                    escape_into(kind, &mut out);
                }
                Event::Attribute(name, value) => {
                    out.push(' ');
                    out.push_str(name.name());
                    if !name.is_flag() {
                        out.push_str("=\"");
                        escape_into(value, &mut out);
                        out.push('"');
                    }
                }
                Event::Close(mark) => {
                    out.push_str("</");
                    out.push_str(mark.element());
                    out.push('>');
                    out.push_str(after(mark));
                }
            }
        }
        out.push_str(match (is_open, in_class) {
            (true, true) => "\">",
            (true, false) => ">",
            (false, _) => "",
        });
        out
    }
}

/// Parentheses around a reading, for browsers that cannot set it above.
fn before(mark: Mark) -> &'static str {
    match mark {
        Mark::Reading => "<rp>（</rp>",
        Mark::NameReading => "<rp>(</rp>",
        _ => "",
    }
}

fn after(mark: Mark) -> &'static str {
    match mark {
        Mark::Reading => "<rp>）</rp>",
        Mark::NameReading => "<rp>)</rp>",
        _ => "",
    }
}

impl Attribute {
    /// Is it said by its name alone?
    const fn is_flag(self) -> bool {
        matches!(self, Self::Disabled | Self::Checked | Self::Hidden | Self::DataNext | Self::DataElse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped_once() {
        let mut tape = Inline::of("<a> & \"b\"\u{1}");
        tape.open(Mark::Link).attribute(Attribute::Href, "/?a=\"&b").text("'").close(Mark::Link);
        assert_eq!(tape.html(), "&lt;a&gt; &amp; &quot;b&quot;\u{FFFD}<a href=\"/?a=&quot;&amp;b\">&#39;</a>");
        assert_eq!(tape.prose(), "&lt;a&gt; &amp; \"b\"\u{FFFD}<a href=\"/?a=&quot;&amp;b\">'</a>");
    }

    #[test]
    fn classes_and_attributes_stand_in_the_start_tag() {
        let mut tape = Inline::default();
        tape.open(Mark::Badge).attribute(Attribute::Kind, "open").attribute(Attribute::DataWindows, "1-2").text("x");
        tape.close(Mark::Badge).open(Mark::Next).attribute(Attribute::DataNext, "").close(Mark::Next).open(Mark::MayBreak);
        let html = "<span class=\"badge open\" data-windows=\"1-2\">x</span><span class=\"next\" data-next></span><wbr>";
        assert_eq!(tape.html(), html);
    }

    #[test]
    fn readings_have_their_parentheses() {
        let mut tape = Inline::default();
        tape.open(Mark::Ruby).text("東京").within(Mark::Reading, &Inline::of("とうきょう")).close(Mark::Ruby);
        assert_eq!(tape.html(), "<ruby>東京<rp>（</rp><rt>とうきょう</rt><rp>）</rp></ruby>");
    }
}
