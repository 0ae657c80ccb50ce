//! Content lines of iCalendar: folded at 75 octets, ended by CRLF, texts escaped (RFC 5545, 3.1 and 3.3.11).

use crate::outputs::escape::{Special, escape};

/// Most octets of a line, without its end.
const LIMIT: usize = 75;

/// A calendar file that is being written.
#[derive(Debug, Default)]
pub struct Lines {
    out: String,
    /// Where the current line begins; it is folded when it is ended.
    start: usize,
}

/// A text as the value of a property.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(text, &mut out);
    out
}

/// Appends a text as in the value of a property.
pub fn escape_into(text: &str, out: &mut String) {
    const SPECIAL: Special = Special::with_controls(b",;\\\x7F\xC2");
    escape(text, out, &SPECIAL, |c, out| match c {
        '\\' => out.push_str("\\\\"),
        ';' => out.push_str("\\;"),
        ',' => out.push_str("\\,"),
        '\n' => out.push_str("\\n"),
        c if c.is_control() && c != '\t' => {}
        c => out.push(c),
    });
}

impl Lines {
    /// Lines that are whole: ended, and folded where they are long.
    pub fn whole(&mut self, lines: &str) {
        self.out.push_str(lines);
    }

    /// A property whose value stands as it is, without a character to be left out: a date, a word of the standard, an escaped text.
    pub fn line(&mut self, name: &str, value: &str) {
        self.begin(&[name]);
        self.out.push_str(value);
        self.end();
    }

    /// A property whose value is an address or a name of the site.
    pub fn address(&mut self, name: &str, value: &str) {
        self.begin(&[name]);
        const SPECIAL: Special = Special::with_controls(b"\x7F\xC2");
        escape(value, &mut self.out, &SPECIAL, |c, out| {
            if !c.is_control() {
                out.push(c);
            }
        });
        self.end();
    }

    /// A property whose value is a text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.begin(&[name]);
        escape_into(value, &mut self.out);
        self.end();
    }

    /// A property whose value `write` appends, by the parts of its name; it stands as it is.
    pub fn written(&mut self, name: &[&str], write: impl FnOnce(&mut String)) {
        self.begin(name);
        write(&mut self.out);
        self.end();
    }

    /// The file.
    pub fn finish(self) -> String {
        self.out
    }

    fn begin(&mut self, name: &[&str]) {
        self.start = self.out.len();
        name.iter().for_each(|part| self.out.push_str(part));
        self.out.push(':');
    }

    /// Ends the line. A long one goes on after a line break and a space, which is one of the octets of its line.
    fn end(&mut self) {
        if self.out.len() - self.start > LIMIT {
            let line = self.out.split_off(self.start);
            let (mut rest, mut limit) = (line.as_str(), LIMIT);
            while rest.len() > limit {
                let end = (0..=limit).rfind(|end| rest.is_char_boundary(*end)).unwrap_or(limit);
                let (fits, more) = rest.split_at(end);
                self.out.push_str(fits);
                self.out.push_str("\r\n ");
                (rest, limit) = (more, LIMIT - 1);
            }
            self.out.push_str(rest);
        }
        self.out.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_are_escaped_and_keep_tabs_and_letters_beside_controls() {
        assert_eq!(escaped("a"), "a");
        assert_eq!(escaped("a,b;c\\d\ne\tf\u{7}g\u{85}h¥i"), "a\\,b\\;c\\\\d\\ne\tfgh¥i");
    }

    #[test]
    fn what_is_written_in_parts_is_a_line_and_what_is_whole_stays() {
        let mut lines = Lines::default();
        lines.whole("A:1\r\n");
        lines.written(&["B", ";C=D"], |out| out.push('2'));
        assert_eq!(lines.finish(), "A:1\r\nB;C=D:2\r\n");
    }

    #[test]
    fn a_line_that_fills_two_has_no_third() {
        let mut lines = Lines::default();
        lines.line("A", &"b".repeat(LIMIT - 2 + LIMIT - 1));
        let file = lines.finish();
        assert_eq!(file.lines().map(str::len).collect::<Vec<_>>(), [LIMIT, LIMIT]);
    }

    /// What a reader of iCalendar makes of a file: unfolded lines, each split at its first colon, the text unescaped.
    fn read(file: &str) -> Vec<(String, String)> {
        let unfolded = file.replace("\r\n ", "");
        let lines = unfolded.strip_suffix("\r\n").unwrap().split("\r\n");
        let unescape = |text: &str| {
            let mut out = String::new();
            let mut rest = text.chars();
            while let Some(c) = rest.next() {
                match c {
                    '\\' => out.push(match rest.next().unwrap() {
                        'n' => '\n',
                        c => c,
                    }),
                    c => out.push(c),
                }
            }
            out
        };
        lines.map(|line| line.split_once(':').unwrap()).map(|(name, value)| (name.to_owned(), unescape(value))).collect()
    }

    proptest! {
        #[test]
        fn lines_are_folded_at_75_octets_outside_of_characters_and_come_back_whole(
            texts in proptest::collection::vec("[ -~ぁ-んア-ン一-龠😀\u{301}\n,;:\\\\]{0,200}", 1..4)
        ) {
            let mut lines = Lines::default();
            texts.iter().for_each(|text| lines.text("SUMMARY;LANGUAGE=ja", text));
            let file = lines.finish();
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= 75, "{} octets", line.len());
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let expected: Vec<_> = texts.iter().map(|text| ("SUMMARY;LANGUAGE=ja".to_owned(), text.clone())).collect();
            prop_assert_eq!(read(&file), expected);
        }
    }

    #[test]
    fn a_line_is_as_long_as_it_may_be() {
        let mut lines = Lines::default();
        lines.text("X", &"a".repeat(80));
        assert_eq!(lines.finish(), format!("X:{}\r\n {}\r\n", "a".repeat(73), "a".repeat(7)));
    }

    #[test]
    fn control_characters_are_left_out() {
        let mut lines = Lines::default();
        lines.text("X", "a\u{0}\r\nb\u{85}");
        lines.address("URL", "https://example.org/\r\nATTACH:x");
        assert_eq!(lines.finish(), "X:a\\nb\r\nURL:https://example.org/ATTACH:x\r\n");
    }
}
