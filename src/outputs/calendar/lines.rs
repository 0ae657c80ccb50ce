//! Content lines of iCalendar: folded at 75 octets, ended by CRLF, texts escaped (RFC 5545, 3.1 and 3.3.11).

/// Most octets of a line, without its end.
const LIMIT: usize = 75;

/// A calendar file that is being written.
#[derive(Debug, Default)]
pub struct Lines {
    out: String,
    /// Octets that the current line has.
    column: usize,
}

impl Lines {
    /// A property whose value stands as it is: a date, an address, a word of the standard.
    pub fn line(&mut self, name: &str, value: &str) {
        self.put(name);
        self.put(":");
        value.chars().filter(|c| !c.is_control()).for_each(|c| self.put_char(c));
        self.end();
    }

    /// A property whose value is a text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.put(name);
        self.put(":");
        for c in value.chars() {
            match c {
                '\\' => self.put("\\\\"),
                ';' => self.put("\\;"),
                ',' => self.put("\\,"),
                '\n' => self.put("\\n"),
                '\t' => self.put_char(c),
                c if c.is_control() => {}
                c => self.put_char(c),
            }
        }
        self.end();
    }

    /// The file.
    pub fn finish(self) -> String {
        self.out
    }

    /// Octets that stand together: a name, or an escaped character.
    fn put(&mut self, text: &str) {
        if self.column + text.len() > LIMIT {
            self.fold();
        }
        self.out.push_str(text);
        self.column += text.len();
    }

    fn put_char(&mut self, c: char) {
        if self.column + c.len_utf8() > LIMIT {
            self.fold();
        }
        self.out.push(c);
        self.column += c.len_utf8();
    }

    /// The space that marks a continued line is one of its octets.
    fn fold(&mut self) {
        self.out.push_str("\r\n ");
        self.column = 1;
    }

    fn end(&mut self) {
        self.out.push_str("\r\n");
        self.column = 0;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
        lines.line("URL", "https://example.org/\r\nATTACH:x");
        assert_eq!(lines.finish(), "X:a\\nb\r\nURL:https://example.org/ATTACH:x\r\n");
    }
}
