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
        value.split(char::is_control).for_each(|part| self.put(part));
        self.end();
    }

    /// A property whose value is a text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.put(name);
        self.put(":");
        let mut rest = value;
        while let Some(at) = rest.find(|c: char| matches!(c, '\\' | ';' | ',') || c.is_control() && c != '\t') {
            let (plain, special) = rest.split_at(at);
            self.put(plain);
            let length = special.chars().next().map_or(1, char::len_utf8);
            match &special[..length] {
                "\\" => self.put("\\\\"),
                ";" => self.put("\\;"),
                "," => self.put("\\,"),
                "\n" => self.put("\\n"),
                _ => {}
            }
            rest = &special[length..];
        }
        self.put(rest);
        self.end();
    }

    /// The file.
    pub fn finish(self) -> String {
        self.out
    }

    /// A part of the current line. It goes on after a line break and a space, which is one of the octets of its line.
    fn put(&mut self, text: &str) {
        let mut rest = text;
        while self.column + rest.len() > LIMIT {
            let mut end = LIMIT - self.column;
            while !rest.is_char_boundary(end) {
                end -= 1;
            }
            let (fits, more) = rest.split_at(end);
            self.out.push_str(fits);
            self.out.push_str("\r\n ");
            self.column = 1;
            rest = more;
        }
        self.out.push_str(rest);
        self.column += rest.len();
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
