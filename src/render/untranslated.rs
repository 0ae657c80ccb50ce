//! Words on a page in another language than that of its readers: they are marked where they stand, and a notice says once that
//! there are some.
//!
//! A message that a language lacks comes from another one. Its words may end up anywhere: in a paragraph, an attribute, a
//! drawing, JSON. So they stand between two characters of private use while a page is put together, and only the finished page,
//! where it is seen what they stand in, tells what becomes of these: an element with `lang`, the `lang` of the element that holds
//! nothing else, or for the name of an element that holds more, an element of its own.

use std::borrow::Cow;

use memchr::memmem;

use crate::base::Language;
use crate::markup::Mark;

/// Begins words of the language in the first place; those of the others follow it.
const FIRST: u32 = 0x10_FF00;

/// How many languages can be told apart.
const MOST: usize = 16;

/// Ends them.
const END: char = '\u{10FF10}';

/// What all of these characters begin with in UTF-8.
const LEAD: &[u8] = &[0xF4, 0x8F, 0xBC];

/// Marks the words of a message, but not what is put in among them.
pub type Wrap = fn(&str) -> Cow<'_, str>;

/// Marks words as those of the language in that place.
pub fn wrap_in(place: usize) -> Option<Wrap> {
    macro_rules! all {
        ($($place:literal)*) => { [$(wrap::<$place>),*] };
    }
    const ALL: [Wrap; MOST] = all!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15);
    ALL.get(place).copied()
}

fn wrap<const PLACE: u32>(words: &str) -> Cow<'_, str> {
    // Spaces and punctuation are of no language.
    let (Some(start), Some(begin)) = (words.find(char::is_alphabetic), char::from_u32(FIRST + PLACE)) else {
        return words.into();
    };
    let (before, rest) = words.split_at(start);
    let (own, after) = rest.split_at(rest.trim_end().len());
    [before, begin.encode_utf8(&mut [0; 4]), own, END.encode_utf8(&mut [0; 4]), after].concat().into()
}

/// A text for where no language can be told.
pub fn stripped(text: String) -> String {
    match is_told(&text) {
        true => text.chars().filter(|c| place_of(*c).is_none() && *c != END).collect(),
        false => text,
    }
}

/// Is it told in which language the words of a text are?
pub fn is_told(text: &str) -> bool {
    memmem::find(text.as_bytes(), LEAD).is_some()
}

fn place_of(c: char) -> Option<usize> {
    let place = usize::try_from(u32::from(c).checked_sub(FIRST)?).ok()?;
    (place < MOST).then_some(place)
}

/// How the languages on a page are told.
pub struct Tongues<'a> {
    /// The language of the page.
    pub page: &'a Language,
    /// The languages by their places.
    pub places: &'a [Language],
}

impl Tongues<'_> {
    /// The finished page. Its notice is made of the languages in which parts of it are; of none it may be empty.
    pub fn finish(&self, html: Vec<u8>, notice: impl FnOnce(&[&str]) -> String) -> Vec<u8> {
        let mut html = self.marked(html);
        let Some(main) = memmem::find(&html, b"<main") else { return html };
        let Some(start) = memchr::memchr(b'>', &html[main..]).map(|at| main + at + 1) else { return html };
        let languages = untranslated(&html[start..]);
        let languages: Vec<&str> = languages.iter().map(|language| &**language).collect();
        let notice = self.marked(notice(&languages).into_bytes());
        html.splice(start..start, notice);
        html
    }

    /// The language of words that are all in one, and not in the page's.
    pub fn only(&self, words: &str) -> Option<&str> {
        let (mut found, mut inside) = (None, None);
        for c in words.chars() {
            match place_of(c) {
                Some(place) => inside = Some(place),
                None if c == END => inside = None,
                None if !c.is_alphabetic() => {}
                None => match (inside, found) {
                    (Some(place), None) => found = Some(place),
                    (Some(place), Some(other)) if place == other => {}
                    _ => return None,
                },
            }
        }
        self.places.get(found?).filter(|language| *language != self.page).map(Language::as_str)
    }

    /// Words of other languages become elements where they are text, and stay as they are elsewhere.
    fn marked(&self, html: Vec<u8>) -> Vec<u8> {
        if memmem::find(&html, LEAD).is_none() {
            return html;
        }
        // What was put together was text.
        let Ok(text) = std::str::from_utf8(&html) else { return html };
        let mut pass = Pass {
            tongues: self,
            out: String::with_capacity(text.len() + text.len() / 8),
            raw: None,
            in_drawing: false,
            carried: None,
            names: 0,
        };
        let mut rest = text;
        while !rest.is_empty() {
            let (words, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            pass.words(words);
            let (tag, after) = tag.split_at(end_of_tag(tag));
            pass.tag(tag, &after[..after.find('<').unwrap_or(after.len())]);
            rest = after;
        }
        pass.out.into_bytes()
    }
}

/// The languages of what a reader's language lacks: parts, headings, links to pages, and texts that are marked as such. Names that
/// a record has in other languages lack nothing.
fn untranslated(main: &[u8]) -> Vec<String> {
    const LANG: &[u8] = b" lang=\"";
    let mut found = Vec::new();
    for at in memmem::find_iter(main, LANG) {
        let Some(open) = memchr::memrchr(b'<', &main[..at]) else { continue };
        let tag = &main[open + 1..at];
        let name = tag.split(|byte| *byte == b' ').next().unwrap_or_default();
        let says_so = memmem::find(tag, Mark::Untranslated.class().as_bytes()).is_some();
        if !says_so && !matches!(name, b"a" | b"h1" | b"div" | b"p") {
            continue;
        }
        let value = &main[at + LANG.len()..];
        let value = value.split(|byte| *byte == b'"').next().map(String::from_utf8_lossy).unwrap_or_default();
        if !found.iter().any(|language| *language == *value) {
            found.push(value.into_owned());
        }
    }
    found
}

/// Where a tag or comment at the start of a text ends.
fn end_of_tag(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// One pass over a page.
struct Pass<'a> {
    tongues: &'a Tongues<'a>,
    out: String,
    /// The element around, if it holds nothing but text.
    raw: Option<&'static str>,
    /// In SVG.
    in_drawing: bool,
    /// The language of a label in a drawing that goes on in its next line.
    carried: Option<usize>,
    /// How many elements have a name that is told beside them.
    names: usize,
}

impl Pass<'_> {
    fn words(&mut self, words: &str) {
        if words.trim().is_empty() || (self.carried.is_none() && !is_told(words)) {
            return self.out.push_str(words);
        }
        let is_apart = self.turns_among_others(words);
        if is_apart {
            self.out.push_str("<bdi>");
        }
        let carried = self.carried.take().filter(|_| self.in_drawing);
        let mut open = carried.filter(|place| self.begin(*place));
        for c in words.chars() {
            let place = place_of(c);
            if c != END && place.is_none() {
                self.out.push(c);
                continue;
            }
            if open.take().is_some() {
                self.end();
            }
            open = place.filter(|place| self.begin(*place));
        }
        if open.is_some() {
            self.end();
        }
        self.carried = open;
        if is_apart {
            self.out.push_str("</bdi>");
        }
    }

    /// Are there words among others, or in several parts, that are written in another direction than the page? All of them then stand in
    /// the order of a sentence of that language: `3 months`, and not `months 3`.
    fn turns_among_others(&self, words: &str) -> bool {
        if self.in_drawing || self.raw.is_some() {
            return false;
        }
        let (mut turns, mut parts, mut inside) = (false, 0_usize, false);
        for c in words.chars() {
            match place_of(c) {
                Some(place) => {
                    inside = true;
                    parts += 1;
                    let language = self.tongues.places.get(place);
                    turns |= language.is_some_and(|own| own.is_right_to_left() != self.tongues.page.is_right_to_left());
                }
                None if c == END => inside = false,
                None if !inside && c.is_alphanumeric() => parts += 1,
                None => {}
            }
        }
        turns && parts > 1
    }

    /// The start tag of words in the language in that place, if it can be told here.
    fn begin(&mut self, place: usize) -> bool {
        let Some(language) = self.tongues.places.get(place).filter(|_| self.raw.is_none()) else { return false };
        // The readers' own language is told within parts in another.
        let is_own = language == self.tongues.page;
        let turns = language.is_right_to_left() != self.tongues.page.is_right_to_left();
        let direction = if language.is_right_to_left() { "rtl" } else { "ltr" };
        self.add(&["<", self.element()]);
        if !is_own {
            self.add(&[" class=\"", Mark::Untranslated.class(), "\""]);
        }
        self.add(&[" lang=\"", language.as_str(), "\""]);
        match (self.in_drawing, is_own || turns) {
            (true, true) => self.add(&[" direction=\"", direction, "\""]),
            (false, true) => self.add(&[" dir=\"", direction, "\""]),
            (_, false) => {}
        }
        self.out.push('>');
        true
    }

    fn end(&mut self) {
        self.add(&["</", self.element(), ">"]);
    }

    fn element(&self) -> &'static str {
        if self.in_drawing { "tspan" } else { "span" }
    }

    fn add(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.out.push_str(part));
    }

    /// A start tag whose attributes are in another language than the page. What it holds stays what it is: an element that holds nothing
    /// has that language itself, and the name of any other stands in an element of its own.
    fn named(&mut self, tag: &str, name: &str) {
        const EMPTY: [&str; 4] = ["img", "input", "link", "meta"];
        const HOLDS_WORDS: [&str; 12] =
            ["a", "article", "aside", "button", "div", "footer", "form", "header", "main", "nav", "section", "span"];
        const NAME: &str = " aria-label=\"";
        if EMPTY.contains(&name) && !tag.contains(" lang=\"") {
            let told = tag
                .split('"')
                .skip(1)
                .step_by(2)
                .find_map(|value| self.tongues.only(value))
                .map(|language| [" lang=\"", language, "\""].concat());
            return self.with(tag, name, &told.unwrap_or_default());
        }
        let tag = &*self.for_scripts(tag, name);
        let value = HOLDS_WORDS.contains(&name).then(|| tag.split_once(NAME)).flatten();
        match value.and_then(|(before, rest)| Some((before, rest.split_once('"')?))) {
            Some((before, (value, after))) if is_told(value) => {
                self.names += 1;
                let id = format!("name-{}", self.names);
                self.out.push_str(&stripped([before, " aria-labelledby=\"", &id, "\"", after].concat()));
                self.add(&["<span id=\"", &id, "\" hidden>"]);
                self.words(value);
                self.out.push_str("</span>");
            }
            _ => self.out.push_str(&stripped(tag.to_owned())),
        }
    }

    /// A tag that says in which language the words are that it keeps for scripts, if they are all in one.
    fn for_scripts<'t>(&self, tag: &'t str, name: &str) -> Cow<'t, str> {
        let kept = tag.split(" data-").skip(1).flat_map(|value| value.chars().take_while(|c| !matches!(c, '>')));
        let mut places: Vec<usize> = kept.filter_map(place_of).collect();
        places.dedup();
        let [place] = places[..] else { return tag.into() };
        match self.tongues.places.get(place).filter(|language| *language != self.tongues.page) {
            Some(language) => {
                let (start, rest) = tag.split_at((1 + name.len()).min(tag.len()));
                [start, " data-said-in=\"", language.as_str(), "\"", rest].concat().into()
            }
            None => tag.into(),
        }
    }

    /// A tag with one more attribute.
    fn with(&mut self, tag: &str, name: &str, attribute: &str) {
        let (start, rest) = tag.split_at((1 + name.len()).min(tag.len()));
        self.add(&[start, attribute, &stripped(rest.to_owned())]);
    }

    fn tag(&mut self, tag: &str, following: &str) {
        /// Elements that hold no others.
        const RAW: [&str; 7] = ["script", "style", "title", "textarea", "option", "desc", "metadata"];
        /// Those of them that hold words for readers.
        const SAID: [&str; 4] = ["title", "textarea", "option", "desc"];
        let is_closing = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        match RAW.into_iter().find(|raw| *raw == name) {
            Some(raw) if !is_closing => self.raw = Some(raw),
            Some(raw) if self.raw == Some(raw) => self.raw = None,
            _ => {}
        }
        match name {
            "svg" => self.in_drawing = !is_closing,
            "text" => self.carried = None,
            _ => {}
        }
        if !is_closing && SAID.contains(&name) && is_told(following) && !tag.contains(" lang=\"") {
            let told = self.tongues.only(following).map(|language| [" lang=\"", language, "\""].concat());
            return self.with(tag, name, &told.unwrap_or_default());
        }
        match !is_closing && is_told(tag) {
            true => self.named(tag, name),
            false => self.out.push_str(tag),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(page: &str, html: &str) -> String {
        let languages = ["ja", "en", "ar"].map(|tag| Language::parse(tag).unwrap());
        let page = Language::parse(page).unwrap();
        let tongues = Tongues { page: &page, places: &languages };
        let notice =
            |languages: &[&str]| if languages.is_empty() { String::new() } else { format!("<p>{}</p>", languages.join(",")) };
        String::from_utf8(tongues.finish(html.into(), notice)).unwrap()
    }

    fn wrapped(place: usize, words: &str) -> String {
        wrap_in(place).unwrap()(words).into_owned()
    }

    #[test]
    fn words_are_marked_where_they_are_text_and_nowhere_else() {
        let en = wrapped(1, "Close");
        let html = format!(
            "<title>{en}</title><main id=\"m\"><p title=\"{en} > {en}\">{en} x</p><svg><title>{en}</title><text>{en}</text></svg>\
             <select><option>{en}</select></main><script>\"{en}\"</script>"
        );
        let expected = "<title lang=\"en\">Close</title><main id=\"m\"><p>en</p><p title=\"Close > Close\"><span class=\"untranslated\" lang=\"en\">\
             Close</span> x</p><svg><title lang=\"en\">Close</title><text><tspan class=\"untranslated\" lang=\"en\">Close</tspan></text></svg>\
             <select><option lang=\"en\">Close</select></main><script>\"Close\"</script>";
        assert_eq!(finished("vi", &html), expected);
        let names = format!(
            "<option value=\"\">{en} x</option><input aria-label=\"{en}\"><nav class=\"a\" aria-label=\"{en} x\"><ul></ul></nav>"
        );
        let expected = "<option value=\"\">Close x</option><input lang=\"en\" aria-label=\"Close\"><nav class=\"a\" aria-labelledby=\"name-1\">\
             <span id=\"name-1\" hidden><span class=\"untranslated\" lang=\"en\">Close</span> x</span><ul></ul></nav>";
        assert_eq!(finished("vi", &names), expected);
        let kept = format!("<div class=\"filters\" data-count='{{\"a\":\"{en}\"}}' data-empty=\"{en}\"></div>");
        assert!(finished("vi", &kept).starts_with("<div data-said-in=\"en\" class=\"filters\" data-count='{\"a\":\"Close\"}'"));
        let mixed = format!("<p data-a=\"{en}\" data-b=\"{}\"></p>", wrapped(0, "研修"));
        assert_eq!(finished("vi", &mixed), "<p data-a=\"Close\" data-b=\"研修\"></p>");
        let lines = en.replacen("ose", "</tspan> <tspan>ose", 1);
        let lines = finished("vi", &format!("<svg><text><tspan>{lines} x</tspan></text></svg>"));
        let line = |words: &str| format!("<tspan><tspan class=\"untranslated\" lang=\"en\">{words}</tspan>");
        assert_eq!(lines, format!("<svg><text>{}</tspan> {} x</tspan></text></svg>", line("Cl"), line("ose")));
        assert!(finished("ar", &format!("<p>{en}</p>")).contains("lang=\"en\" dir=\"ltr\""));
        let months = format!("<p>3 {}</p>", wrapped(1, "months"));
        let expected = "<p><bdi>3 <span class=\"untranslated\" lang=\"en\" dir=\"ltr\">months</span></bdi></p>";
        assert_eq!(finished("ar", &months), expected, "in the order of English");
        assert!(!finished("vi", &months).contains("<bdi>"));
        let two = [wrapped(1, "shown in"), wrapped(1, "English")].join(" ");
        assert!(finished("ar", &format!("<p>{two}</p>")).starts_with("<p><bdi>"), "two parts of one sentence");
        assert!(finished("vi", &format!("<p>{}</p>", wrapped(2, "نعم"))).contains("lang=\"ar\" dir=\"rtl\""));
    }

    #[test]
    fn what_stands_around_the_words_is_of_no_language() {
        assert_eq!(wrapped(0, " (研修) "), " (\u{10FF00}研修)\u{10FF10} ");
        assert_eq!(wrapped(0, ": "), ": ");
        assert_eq!(stripped(wrapped(1, "a b")), "a b");
        // Characters that somebody wrote open and close nothing.
        assert_eq!(finished("vi", "<p>a\u{10FF10}b</p>"), "<p>ab</p>");
        assert_eq!(finished("vi", "<p>\u{10FF01}b</p>"), "<p><span class=\"untranslated\" lang=\"en\">b</span></p>");
    }

    #[test]
    fn a_page_names_each_language_that_it_borrows_once() {
        let html = "<main><h1 lang=\"ja\">病院</h1><p><span lang=\"ko\">병원</span> <span class=\"untranslated\" lang=\"en\">x</span></p>\
                    <a href=\"/\" lang=\"ja\">研修</a></main>";
        assert!(finished("vi", html).starts_with("<main><p>ja,en</p><h1"), "{}", finished("vi", html));
        assert_eq!(finished("vi", "<main><span lang=\"ja\">病院</span></main>"), "<main><span lang=\"ja\">病院</span></main>");
    }
}
