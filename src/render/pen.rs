//! Writes values as HTML for the readers of one language. What it returns is safe to put into a page.

mod people;

use jiff::tz::TimeZone;

use super::kit::Kit;
use super::made::Made;
use super::resolve::Resolver;
use crate::base::{Arg, Language};
use crate::model::fact::{Absence, Fact, List, Standing};
use crate::model::link::{Address, Link};
use crate::model::moment::{Because, FiscalYear, Moment, Period, Year};
use crate::model::money::Money;
use crate::model::prose;
use crate::model::quantity::{Comparison, Duration, Length, Quantity};
use crate::model::reference::{Kind, Reference};
use crate::model::text::{Phrase, Text};
use crate::model::word::{In, Of, Vocabulary, Word};
use crate::site::facets::Facet;
use crate::site::languages::Lang;
use crate::site::{RecordId, Site, mentions, routes, targets};

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
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
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
            Some(tag) => format!("<span lang=\"{tag}\"{}>{words}</span>", self.direction(tag)),
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
        let is_own = self.tag() == language || self.tag().truncations().any(|short| short == language.as_str());
        (!is_own).then_some(language)
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
                let address = routes::list_address(self.site, self.lang, &format!("{}/{}", facet.folder(), word.id), 1);
                format!("<a href=\"{}\">{name}</a>", escape(&self.href(&address)))
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

    /// A moment, and whether its year is inferred.
    pub fn moment(&self, moment: &Moment, zone: &TimeZone) -> String {
        self.time(moment, zone) + &self.inference(moment)
    }

    /// A moment in a `time` element.
    pub fn time(&self, moment: &Moment, zone: &TimeZone) -> String {
        let known = self.made.filter(|_| self.is_own_zone(zone)).and_then(|made| made.moment(moment));
        if let Some(known) = known {
            return known.to_owned();
        }
        let mut words = String::new();
        for part in self.kit.moment_parts(moment, zone).iter().filter(|part| !part.is_empty()) {
            // A line may end between a date and its time of day, and nowhere else.
            words.push_str(if words.is_empty() { "" } else { "<wbr>" });
            escape_into(part, &mut words);
        }
        match moment.datetime(zone) {
            Some(datetime) => format!("<time datetime=\"{datetime}\">{words}</time>"),
            None => format!("<span class=\"date\">{words}</span>"),
        }
    }

    /// What the year of a moment is inferred from, to stand after it or its sentence; nothing of a year that is written.
    pub fn inference(&self, moment: &Moment) -> String {
        let Year::Inferred { year, because } = &moment.year else { return String::new() };
        let year = Arg::Text(self.kit.calendar_year(*year));
        let words = match because {
            Because::Weekday => self.say_with("year_inferred_from_weekday", &[("year", year)]),
            Because::Text(text) => {
                format!("{}{}{}", self.say_with("year_inferred", &[("year", year)]), self.kit.separator(), self.text(text))
            }
        };
        format!(" <span class=\"standing inferred\">{words}</span>")
    }

    /// Is it the zone that the site's moments are in?
    pub fn is_own_zone(&self, zone: &TimeZone) -> bool {
        let own = self.site.file.zone.0.iana_name();
        own.is_some() && own == zone.iana_name()
    }

    /// A moment outside of schedules.
    pub fn date(&self, moment: &Moment) -> String {
        self.moment(moment, &self.site.file.zone.0)
    }

    /// A period.
    pub fn period(&self, period: &Period) -> String {
        match period {
            Period::At(moment) => self.date(moment),
            Period::Range(from, to) => {
                let part = |moment: &Option<Moment>| moment.as_ref().map(|moment| self.date(moment));
                self.range(part(from), part(to))
            }
        }
    }

    /// From one time to another, both already HTML.
    pub fn range(&self, from: Option<String>, to: Option<String>) -> String {
        self.between(["range_from_to", "range_from", "range_to"], from, to)
    }

    /// From one thing to another, both already HTML.
    pub fn way(&self, from: Option<String>, to: Option<String>) -> String {
        self.between(["way_from_to", "way_from", "way_to"], from, to)
    }

    fn between(&self, [both, only_from, only_to]: [&str; 3], from: Option<String>, to: Option<String>) -> String {
        const FROM: &str = "\u{E000}";
        const TO: &str = "\u{E001}";
        let words = match (&from, &to) {
            (Some(_), Some(_)) => self.say_with(both, &[("from", Arg::from(FROM)), ("to", Arg::from(TO))]),
            (Some(_), None) => self.say_with(only_from, &[("from", Arg::from(FROM))]),
            (None, Some(_)) => self.say_with(only_to, &[("to", Arg::from(TO))]),
            (None, None) => String::new(),
        };
        words.replace(FROM, &from.unwrap_or_default()).replace(TO, &to.unwrap_or_default())
    }

    /// HTML in the language's parentheses.
    pub fn parenthesis(&self, html: &str) -> String {
        const TEXT: &str = "\u{E000}";
        self.say_with("parenthesis", &[("text", Arg::from(TEXT))]).replace(TEXT, html).replace('_', " ")
    }

    /// A fiscal year with its basis.
    pub fn fiscal_year(&self, year: &FiscalYear) -> String {
        escape(&self.kit.fiscal_year(year))
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
        format!("<span class=\"money\">{}</span>", escape(&self.kit.money(money)))
    }

    /// The items of a list, and "and so on" when it is open.
    pub fn items<T>(&self, list: &List<T>, write: impl Fn(&T) -> String) -> Vec<String> {
        let mut items: Vec<String> = list.items.iter().map(write).collect();
        if list.open {
            items.push(format!("<span class=\"open-list\">{}</span>", self.say("and_so_on")));
        }
        items
    }

    /// A link of a record; without an address it says why there is none.
    pub fn link(&self, link: &Link) -> String {
        let label = link.label.as_ref().map(|label| self.text(label));
        let mut out = match &link.address {
            Address::Known(address) => {
                let (href, is_outside) = self.target(address);
                let hreflang = link.language.as_ref().map(|tag| format!(" hreflang=\"{tag}\"")).unwrap_or_default();
                // On paper the address is written out beside words, not beside itself.
                let rel = if is_outside && label.is_some() { " rel=\"external\"" } else { "" };
                let words = label.unwrap_or_else(|| escape(address));
                format!("<a href=\"{}\"{hreflang}{rel}>{words}</a>", escape(&href))
            }
            Address::Missing => self.without_address(label, "link_missing"),
            Address::Pending => self.without_address(label, "link_pending"),
            Address::LoginRequired => self.without_address(label, "link_login_required"),
        };
        let mut remarks = Vec::new();
        if link.login && link.address != Address::LoginRequired {
            remarks.push(self.say("link_login"));
        }
        if link.unverified {
            remarks.push(self.say("link_unverified"));
        }
        if let Some(language) = link.language.as_ref().and_then(|language| self.foreign(language)) {
            let name = self.kit.language_name(language);
            remarks.push(self.say_with("page_in_language", &[("language", Arg::Text(name))]));
        }
        remarks.extend(link.note.as_ref().map(|note| self.text(note)));
        for remark in remarks {
            out.push_str(&format!(" <span class=\"aside\">{remark}</span>"));
        }
        out
    }

    fn without_address(&self, label: Option<String>, message: &str) -> String {
        let words = label.unwrap_or_default();
        format!("{words} <span class=\"absent missing-in-source\">{}</span>", self.say(message)).trim_start().to_owned()
    }

    /// The `href` of an address written by an editor, and whether it leads out of the site.
    pub fn target(&self, address: &str) -> (String, bool) {
        match targets::resolve(self.site, self.lang, None, "", address) {
            targets::Target::Inside { address, anchor } => {
                let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                (format!("{}{anchor}", self.href(&address)), false)
            }
            _ => (address.to_owned(), address.contains("://")),
        }
    }
}
