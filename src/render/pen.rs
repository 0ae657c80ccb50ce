//! Writes values as HTML for the readers of one language. What it returns is safe to put into a page.

mod links;
mod moments;
mod people;

use super::kit::Kit;
use super::made::Made;
use super::resolve::Resolver;
use crate::base::{Arg, Language};
use crate::model::fact::{Absence, Fact, List, Standing};
use crate::model::money::Money;
use crate::model::prose;
use crate::model::quantity::{Comparison, Duration, Length, Quantity};
use crate::model::reference::{Kind, Reference};
use crate::model::text::{Phrase, Text};
use crate::model::word::{In, Of, Vocabulary, Word};
use crate::site::facets::Facet;
use crate::site::languages::Lang;
use crate::site::{RecordId, Site, mentions, routes};

/// One language's way to write the site's values.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// The site.
    pub site: &'a Site,
    /// The language's messages and formats.
    pub kit: &'a Kit,
    /// The language.
    pub lang: Lang,
    /// What was made beforehand in it.
    pub made: Option<&'a Made>,
}

/// Escapes text for HTML, in elements and in quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(text, &mut out);
    out
}

/// Appends escaped text.
pub fn escape_into(text: &str, out: &mut String) {
    const SPECIAL: [bool; 256] = {
        let mut special = [false; 256];
        let mut bytes: &[u8] = b"&<>\"'";
        while let [byte, rest @ ..] = bytes {
            special[*byte as usize] = true;
            bytes = rest;
        }
        special
    };
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| SPECIAL[usize::from(byte)]) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        out.push_str(match after.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') => "&quot;",
            _ => "&#39;",
        });
        rest = &after[1..];
    }
    out.push_str(rest);
}

impl<'a> Pen<'a> {
    /// The reader's language.
    pub fn tag(&self) -> &'a Language {
        self.site.languages.tag(self.lang)
    }

    /// A message without variables, as HTML.
    pub fn say(&self, id: &str) -> String {
        let messages = &self.kit.messages;
        messages.plain(id).map_or_else(|| escape(&messages.text(id)), escape)
    }

    /// A message with variables, as HTML. The values are plain text.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        escape(&self.kit.messages.format(id, args))
    }

    /// An address of this site as it stands in `href`.
    pub fn href(&self, address: &str) -> String {
        [self.site.base_url.path.trim_end_matches('/'), address].concat()
    }

    /// A text as HTML; in another language than the reader's, it says so.
    pub fn text(&self, text: &Text) -> String {
        self.site.languages.best(text, self.lang).map(|phrase| self.phrase(phrase)).unwrap_or_default()
    }

    /// A text as HTML, or nothing.
    pub fn optional(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    /// A phrase as HTML, with its language marked when it is not the reader's.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        let mut out = String::new();
        let foreign = self.foreign(&phrase.language);
        if let Some(tag) = foreign {
            out.push_str("<span lang=\"");
            out.push_str(tag.as_str());
            out.push('"');
            out.push_str(self.direction(tag));
            out.push('>');
        }
        self.inline(phrase, &mut out);
        if let Some(tag) = foreign {
            out.push_str("</span> ");
            out.push_str(&self.only_in(tag));
        }
        out
    }

    /// A text as HTML whose language is marked, but not named: where there is no room for words about it.
    pub fn marked(&self, text: &Text) -> String {
        let Some(phrase) = self.site.languages.best(text, self.lang) else { return String::new() };
        let mut words = String::new();
        self.inline(phrase, &mut words);
        self.mark_language(&words, &phrase.language)
    }

    /// A text as HTML whose language is not named again where it is the one that was `said` above it.
    pub fn below(&self, text: &Text, said: Option<&Language>) -> String {
        let is_said = said.is_some() && self.site.languages.best(text, self.lang).map(|phrase| &phrase.language) == said;
        if is_said { self.marked(text) } else { self.text(text) }
    }

    /// Words (HTML) in a language, which is marked when it is not the reader's.
    pub fn mark_language(&self, words: &str, language: &Language) -> String {
        match self.foreign(language) {
            Some(tag) => ["<span lang=\"", tag.as_str(), "\"", self.direction(tag), ">", words, "</span>"].concat(),
            None => words.to_owned(),
        }
    }

    /// A reading (`ja`) or a name in Latin letters (`ja-Latn`) as HTML, its language marked.
    pub fn reading(&self, tag: &str, text: &str) -> String {
        let words = escape(text);
        Language::parse(tag).map_or_else(|| words.clone(), |language| self.mark_language(&words, &language))
    }

    /// The attribute `dir` of a part in that language, where it is written in another direction than the page.
    fn direction(&self, language: &Language) -> &'static str {
        if language.is_right_to_left() == self.tag().is_right_to_left() { "" } else { " dir=\"auto\"" }
    }

    /// A phrase as HTML without any mark of its language.
    fn inline(&self, phrase: &Phrase, out: &mut String) {
        if phrase.is_plain {
            escape_into(&phrase.source, out);
        } else {
            prose::inline_html(&phrase.source, &Resolver { pen: *self, page: None, path: "", heading_ids: &[], prefix: "" }, out);
        }
    }

    /// The language, if it is not what readers of this page expect.
    pub fn foreign<'l>(&self, language: &'l Language) -> Option<&'l Language> {
        (!self.site.languages.reads(self.lang, language)).then_some(language)
    }

    /// "Japanese only", for what is missing in the reader's language.
    pub fn only_in(&self, language: &Language) -> String {
        let name = self.kit.language_name(language);
        format!("<span class=\"only-in\">{}</span>", self.say_with("only_in_language", &[("language", Arg::Text(name))]))
    }

    /// A text without markup.
    pub fn plain(&self, text: &Text) -> String {
        let Some(phrase) = self.site.languages.best(text, self.lang) else { return String::new() };
        self.plain_phrase(&phrase.source, phrase.is_plain)
    }

    fn plain_phrase(&self, source: &str, is_plain: bool) -> String {
        if is_plain {
            return source.to_owned();
        }
        prose::inline_plain(source, &Resolver { pen: *self, page: None, path: "", heading_ids: &[], prefix: "" })
    }

    /// The title of a record without markup, and its language.
    pub fn title(&self, id: RecordId) -> (String, &'a Language) {
        let (source, language) = self.site.entry(id).title(self.lang, &self.site.languages);
        (self.plain_phrase(source, prose::is_plain(source)), language)
    }

    /// The title of a record as HTML in which only words of other languages are marked, and its language.
    pub fn title_html(&self, id: RecordId) -> (String, &'a Language) {
        let (source, language) = self.site.entry(id).title(self.lang, &self.site.languages);
        let mut html = escape(&self.plain_phrase(source, prose::is_plain(source)));
        if prose::is_plain(source) {
            return (html, language);
        }
        let mut from = 0;
        for (_, words, tag) in prose::annotations(source) {
            let words = escape(words);
            let (Some(tag), Some(at)) = (tag, html.get(from..).and_then(|rest| rest.find(&*words))) else { continue };
            let marked = format!("<span lang=\"{}\">{words}</span>", escape(tag));
            let start = from + at;
            html.replace_range(start..start + words.len(), &marked);
            from = start + marked.len();
        }
        (html, language)
    }

    /// The address of a record's page, as in `href`.
    pub fn record_href(&self, id: RecordId) -> String {
        self.href(&routes::record_address(self.site, self.lang, id))
    }

    /// The title of a record as HTML, its language marked.
    pub fn title_marked(&self, id: RecordId) -> String {
        let (title, language) = self.title_html(id);
        self.mark_language(&title, language)
    }

    /// A link to a record with its title.
    pub fn record(&self, id: RecordId) -> String {
        if let Some(link) = self.made.and_then(|made| made.of(id)).map(|parts| &parts.link) {
            return link.to_string();
        }
        let (title, language) = self.title_html(id);
        self.link_to(id, &title, self.foreign(language))
    }

    /// A link to a record with other words (HTML).
    pub fn link_to(&self, id: RecordId, words: &str, language: Option<&Language>) -> String {
        if self.site.entry(id).broken {
            return words.to_owned();
        }
        let lang = language.map(|tag| format!(" lang=\"{tag}\"{}", self.direction(tag))).unwrap_or_default();
        // A browser shows the meaning of a term where it is named.
        let class = if self.site.entry(id).kind() == Kind::Term { " class=\"term\"" } else { "" };
        ["<a href=\"", &escape(&self.record_href(id)), "\"", class, &lang, ">", words, "</a>"].concat()
    }

    /// A reference as a link; one that names nothing (a finding elsewhere) as its text.
    pub fn reference(&self, reference: &Reference) -> String {
        match mentions::resolve(self.site, &reference.target) {
            Ok(id) => self.record(id),
            Err(_) => escape(&reference.target),
        }
    }

    /// A word's name, linked to its list where it has one.
    pub fn word(&self, word: &Word) -> String {
        let name = match self.site.vocabularies.name(word) {
            Some(name) => self.text(name),
            None => escape(&word.id),
        };
        let facet = Facet::ALL.into_iter().find(|facet| facet.vocabulary() == Some(word.vocabulary));
        match facet {
            Some(facet) if !self.site.facets.records(facet, &word.id).is_empty() => {
                let address = routes::list_address(self.site, self.lang, &[facet.folder(), "/", &word.id].concat(), 1);
                ["<a href=\"", &escape(&self.href(&address)), "\">", &name, "</a>"].concat()
            }
            _ => name,
        }
    }

    /// A word's name without markup.
    pub fn word_name(&self, vocabulary: Vocabulary, id: &str) -> String {
        let name = self.site.vocabularies.get(vocabulary, id).and_then(|entry| entry.name.as_ref());
        name.map_or_else(|| id.to_owned(), |name| self.plain(name))
    }

    /// A word's name as HTML, its language marked.
    pub fn word_marked(&self, vocabulary: Vocabulary, id: &str) -> String {
        let name = self.site.vocabularies.get(vocabulary, id).and_then(|entry| entry.name.as_ref());
        name.map_or_else(|| escape(id), |name| self.marked(name))
    }

    /// A word of a marked vocabulary.
    pub fn word_in<V: Of>(&self, word: &In<V>) -> String {
        self.word(&word.word)
    }

    /// A fact: its value, with a mark when it was derived or inferred; or in which way it is absent.
    pub fn fact<T>(&self, fact: &Fact<T>, write: impl Fn(&T) -> String) -> String {
        match fact {
            Fact::Known { value, standing, source } => {
                let mut out = write(value);
                match standing {
                    Standing::Stated => {}
                    Standing::Derived(because) => out.push_str(&self.mark("derived", "standing_derived", Some(because))),
                    Standing::Inferred(because) => out.push_str(&self.mark("inferred", "standing_inferred", Some(because))),
                }
                if let Some(source) = source {
                    out.push_str(&format!(" <span class=\"source\">{}</span>", self.word_in(source)));
                }
                out
            }
            Fact::Absent { absence, because } => self.absence(*absence, because.as_ref()),
        }
    }

    /// In which way a value is absent.
    pub fn absence(&self, absence: Absence, because: Option<&Text>) -> String {
        let words = self.say(absence.message());
        let class = absence.as_str();
        match because {
            Some(because) => {
                let because = self.text(because);
                let between = self.kit.separator();
                format!("<span class=\"absent {class}\">{words}</span>{between}<span class=\"because\">{because}</span>")
            }
            None => format!("<span class=\"absent {class}\">{words}</span>"),
        }
    }

    fn mark(&self, class: &str, message: &str, because: Option<&Text>) -> String {
        let because = because.map(|text| format!("{}{}", self.kit.separator(), self.text(text))).unwrap_or_default();
        format!(" <span class=\"standing {class}\">{}{because}</span>", self.say(message))
    }

    /// HTML in the language's parentheses.
    pub fn parenthesis(&self, html: &str) -> String {
        const TEXT: &str = "\u{E000}";
        self.say_with("parenthesis", &[("text", Arg::from(TEXT))]).replace(TEXT, html).replace('_', " ")
    }

    /// A length with its comparison.
    pub fn length(&self, length: &Comparison<Length>) -> String {
        escape(&self.kit.lengths(length))
    }

    /// A quantity.
    pub fn quantity(&self, quantity: &Quantity) -> String {
        format!("<span class=\"quantity\">{}</span>", escape(&self.kit.quantity(quantity)))
    }

    /// A duration on one line; its phases are a table of their own.
    pub fn duration(&self, duration: &Duration) -> String {
        let mut parts = Vec::new();
        if let Some(length) = &duration.length {
            parts.push(format!("<span class=\"quantity\">{}</span>", self.length(length)));
        }
        if let Some(renewable) = &duration.renewable {
            parts.push(self.text(renewable));
        }
        if let Some(example) = &duration.example {
            parts.push(format!("{}{}{}", self.say("label_example"), self.kit.separator(), self.text(example)));
        }
        if let [first, rest @ ..] = &parts[..] {
            let rest: Vec<String> = rest.iter().map(|part| format!("<span class=\"aside\">{part}</span>")).collect();
            return format!("{first} {}", rest.join(" ")).trim_end().to_owned();
        }
        String::new()
    }

    /// An amount of money.
    pub fn money(&self, money: &Money) -> String {
        ["<span class=\"money\">", &escape(&self.kit.money(money)), "</span>"].concat()
    }

    /// The items of a list, and "and so on" when it is open.
    pub fn items<T>(&self, list: &List<T>, write: impl Fn(&T) -> String) -> Vec<String> {
        let mut items: Vec<String> = list.items.iter().map(write).collect();
        if list.open {
            items.push(format!("<span class=\"open-list\">{}</span>", self.say("and_so_on")));
        }
        items
    }
}
