//! Writes values for the readers of one language, onto tapes that a page prints at the end.

mod links;
mod moments;
mod people;
pub mod resolve;

use self::resolve::Resolver;
use super::kit::Kit;
use super::made::Made;
use super::untranslated;
use crate::base::percent;
use crate::base::{Arg, Language};
use crate::markup::{Attribute, Event, Inline, Mark};
use crate::model::fact::{Absence, Fact, List, Standing};
use crate::model::money::Money;
use crate::model::money::measure::Measure;
use crate::model::prose;
use crate::model::quantity::{Comparison, Duration, Length, Quantity};
use crate::model::record::Body;
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

/// The group of the vocabulary `program-kinds` whose programs are examinations.
const EXAMINATION: &str = "examination";

/// The class of links to terms.
pub const TERM: &str = "term";

impl<'a> Pen<'a> {
    /// The reader's language.
    pub fn tag(&self) -> &'a Language {
        self.site.languages.tag(self.lang)
    }

    /// A message without variables.
    pub fn say(&self, id: &str) -> Inline {
        let messages = &self.kit.messages;
        Inline::of(messages.plain(id).map_or_else(|| messages.text(id), str::to_owned))
    }

    /// A message with variables.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> Inline {
        Inline::of(self.kit.messages.format(id, args))
    }

    /// A message with variables, some of which are more than plain words.
    pub fn fill(&self, id: &str, parts: &[(&str, &Inline)]) -> Inline {
        self.kit.fill(id, &[], parts)
    }

    /// What stands between a label and its explanation.
    pub fn separator(&self) -> Inline {
        Inline::of(self.kit.separator())
    }

    /// A label and its explanation.
    pub fn labelled(&self, label: &Inline, words: &Inline) -> Inline {
        Inline::join([label, words], &self.separator())
    }

    /// Words of our own as a label, and its explanation.
    pub fn explained(&self, label: &str, words: &Inline) -> Inline {
        self.labelled(&self.say(label), words)
    }

    /// An address of this site as it stands in `href`.
    pub fn href(&self, address: &str) -> String {
        let base = self.site.base_url.path.trim_end_matches('/');
        // Names of files may hold characters that end the path of an address.
        if address.contains(['#', '?', '%']) && self.site.routes.contains_key(address) {
            return [base, &percent::encode(address)].concat();
        }
        [base, address].concat()
    }

    /// A text; its language is marked when it is not the reader's.
    pub fn text(&self, text: &Text) -> Inline {
        self.site.languages.best(text, self.lang).map(|phrase| self.phrase(phrase)).unwrap_or_default()
    }

    /// A text, or nothing.
    pub fn optional(&self, text: Option<&Text>) -> Option<Inline> {
        text.map(|text| self.text(text))
    }

    /// A phrase, with its language marked when it is not the reader's.
    pub fn phrase(&self, phrase: &Phrase) -> Inline {
        let mut words = Inline::default();
        self.inline(phrase, &mut words);
        self.untranslated(words, &phrase.language)
    }

    /// Words that are in this language for want of the reader's, which is marked.
    pub fn untranslated(&self, words: Inline, language: &Language) -> Inline {
        self.mark_as(Mark::Untranslated, words, language)
    }

    /// Words in a language, which is marked when it is not the reader's.
    pub fn mark_language(&self, words: Inline, language: &Language) -> Inline {
        self.mark_as(Mark::Foreign, words, language)
    }

    fn mark_as(&self, mark: Mark, words: Inline, language: &Language) -> Inline {
        let Some(tag) = self.foreign(language) else { return words };
        let mut out = Inline::default();
        out.open(mark);
        self.say_language(tag, &mut out);
        out.add(&words).close(mark);
        out
    }

    /// Words in a language, if one is named.
    pub fn in_language(&self, words: &str, language: Option<&Language>) -> Inline {
        let words = Inline::of(words);
        match language {
            Some(language) => self.mark_language(words, language),
            None => words,
        }
    }

    /// Words in that language for where no element can be: the finished page tells it. Words that are borrowed already say so.
    pub fn told(&self, words: String, language: &Language) -> String {
        let place = self.site.languages.known().iter().position(|known| known == language);
        match place.and_then(untranslated::wrap_in).filter(|_| !untranslated::is_told(&words)) {
            Some(wrap) => wrap(&words).into_owned(),
            None => words,
        }
    }

    /// The words of a tape for where no element can be, each in its language.
    pub fn label(&self, words: &Inline) -> String {
        let words = words.words();
        let mut out = String::new();
        let mut languages: Vec<Option<Language>> = Vec::new();
        for event in words.events() {
            match event {
                Event::Open(_) => languages.push(None),
                Event::Attribute(Attribute::Lang, tag) => {
                    languages.last_mut().into_iter().for_each(|own| *own = Language::parse(tag));
                }
                Event::Attribute(..) | Event::Printed(_) => {}
                Event::Close(_) => _ = languages.pop(),
                Event::Text(text) => match languages.iter().rev().flatten().next() {
                    Some(language) => out.push_str(&self.told(text.to_owned(), language)),
                    None => out.push_str(text),
                },
            }
        }
        out
    }

    /// A reading (`ja`) or a name in Latin letters (`ja-Latn`), its language marked.
    pub fn reading(&self, tag: &str, text: &str) -> Inline {
        self.in_language(text, Language::parse(tag).as_ref())
    }

    /// The attributes of what is in that language; `dir` where it is written in another direction than the page.
    fn say_language(&self, language: &Language, out: &mut Inline) {
        out.attribute(Attribute::Lang, language.as_str());
        if language.is_right_to_left() != self.tag().is_right_to_left() {
            out.attribute(Attribute::Dir, "auto");
        }
    }

    /// A phrase without any mark of its language.
    fn inline(&self, phrase: &Phrase, out: &mut Inline) {
        if phrase.is_plain {
            out.text(&phrase.source);
        } else {
            prose::write_inline(&phrase.source, &Resolver::of_text_in(*self, &phrase.language), out);
        }
    }

    /// The language, if it is not what readers of this page expect.
    pub fn foreign<'l>(&self, language: &'l Language) -> Option<&'l Language> {
        (!self.site.languages.reads(self.lang, language)).then_some(language)
    }

    /// "Japanese only", for what is missing in the reader's language.
    pub fn only_in(&self, language: &Language) -> Inline {
        let name = self.kit.language_name(language);
        self.say_with("only_in_language", &[("language", Arg::Text(name))]).marked(Mark::OnlyIn)
    }

    /// That the words of this language are a draft, with links to the same page in languages that are none.
    pub fn draft<'l>(&self, relied_on: impl Iterator<Item = (&'l Language, String)>) -> Option<Inline> {
        let link = |(language, address): (&Language, String)| {
            let mut out = Inline::default();
            self.begin_link(&self.href(&address), &mut out);
            out.attribute(Attribute::HrefLang, language.as_str());
            out.text(&self.kit.language_name(language)).close(Mark::Link);
            out
        };
        let links: Vec<Inline> = relied_on.map(link).collect();
        (!links.is_empty()).then(|| self.fill("draft_notice", &[("languages", &self.kit.list_of(&links))]))
    }

    /// What there is to say of a page's translation, as HTML that stands once on it: that it is a draft, and that parts are in these
    /// languages.
    pub fn of_translation(&self, drafted: Option<&Inline>, languages: &[&str]) -> String {
        let lacks = (!languages.is_empty()).then(|| self.lacks_translation(languages));
        let said: Vec<&Inline> = drafted.into_iter().chain(&lacks).collect();
        if said.is_empty() {
            return String::new();
        }
        Inline::default().within(Mark::LacksTranslation, &Inline::join(said, &Inline::of(" "))).html()
    }

    fn lacks_translation(&self, languages: &[&str]) -> Inline {
        let names = languages.iter().filter_map(|tag| Language::parse(tag)).map(|language| self.kit.language_name(&language));
        let names: Vec<String> = names.collect();
        let names = self.kit.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
        self.say_with("untranslated_notice", &[("languages", Arg::Text(names))])
    }

    /// A text without markup.
    pub fn plain(&self, text: &Text) -> String {
        let Some(phrase) = self.site.languages.best(text, self.lang) else { return String::new() };
        self.plain_phrase(&phrase.source, phrase.is_plain)
    }

    /// A text in one of its languages, without markup.
    pub fn plain_phrase(&self, source: &str, is_plain: bool) -> String {
        if is_plain {
            return source.to_owned();
        }
        prose::inline_plain(source, &Resolver::of_text(*self))
    }

    /// The title of a record without markup, and its language.
    pub fn title(&self, id: RecordId) -> (String, &'a Language) {
        let (source, language) = self.site.entry(id).title(self.lang, &self.site.languages);
        (self.plain_phrase(source, prose::is_plain(source)), language)
    }

    /// The title of a record in which only words of other languages are marked, and its language.
    pub fn title_words(&self, id: RecordId) -> (Inline, &'a Language) {
        let (source, language) = self.site.entry(id).title(self.lang, &self.site.languages);
        if prose::is_plain(source) {
            return (Inline::of(source), language);
        }
        let mut words = Inline::default();
        prose::write_inline(source, &Resolver::of_text_in(*self, language), &mut words);
        (words.words(), language)
    }

    /// The address of a record's page, as in `href`.
    pub fn record_href(&self, id: RecordId) -> String {
        self.href(&routes::record_address(self.site, self.lang, id))
    }

    /// The title of a record, its language marked.
    pub fn title_marked(&self, id: RecordId) -> Inline {
        let (title, language) = self.title_words(id);
        self.untranslated(title, language)
    }

    /// A link to a record with its title.
    pub fn record(&self, id: RecordId) -> Inline {
        if let Some(link) = self.made.and_then(|made| made.of(id)).map(|parts| &parts.link) {
            return link.clone();
        }
        let (title, language) = self.title_words(id);
        self.link_to(id, &title, self.foreign(language))
    }

    /// A link to a record with other words.
    pub fn link_to(&self, id: RecordId, words: &Inline, language: Option<&Language>) -> Inline {
        self.link_as(Mark::Link, id, words, language)
    }

    /// Is the title of a record a name, which browsers are not to translate? Hospitals, bodies, examinations, and terms with a meaning
    /// of their own.
    pub fn is_name(&self, id: RecordId) -> bool {
        match &self.site.entry(id).record.body {
            Body::Hospital(_) | Body::Organization(_) | Body::Term(_) => true,
            Body::Program(program) => program.kind.as_ref().is_some_and(|kind| {
                let word = self.site.vocabularies.get(Vocabulary::ProgramKinds, &kind.word.id);
                word.is_some_and(|word| word.group.as_deref() == Some(EXAMINATION))
            }),
            _ => false,
        }
    }

    /// A link to a record for those who want to know more.
    pub fn more(&self, id: RecordId) -> Inline {
        let (title, language) = self.title_words(id);
        self.link_as(Mark::More, id, &title, self.foreign(language))
    }

    fn link_as(&self, mark: Mark, id: RecordId, words: &Inline, language: Option<&Language>) -> Inline {
        if self.site.entry(id).broken {
            return words.clone();
        }
        let mut out = Inline::default();
        out.open(mark).attribute(Attribute::Href, &self.record_href(id));
        // A browser shows the meaning of a term where it is named.
        if self.site.entry(id).kind() == Kind::Term {
            out.attribute(Attribute::Class, TERM);
        }
        if self.is_name(id) {
            out.attribute(Attribute::Translate, "no");
        }
        if let Some(tag) = language {
            self.say_language(tag, &mut out);
        }
        out.add(words).close(mark);
        out
    }

    fn begin_link(&self, href: &str, out: &mut Inline) {
        out.open(Mark::Link).attribute(Attribute::Href, href);
    }

    /// A reference as a link; one that names nothing (a finding elsewhere) as its text.
    pub fn reference(&self, reference: &Reference) -> Inline {
        match mentions::resolve(self.site, &reference.target) {
            Ok(id) => self.record(id),
            Err(_) => Inline::of(&*reference.target),
        }
    }

    /// A word's name, linked to its list where it has one.
    pub fn word(&self, word: &Word) -> Inline {
        let name = match self.site.vocabularies.name(word) {
            Some(name) => self.text(name),
            None => Inline::of(&*word.id),
        };
        let facet = Facet::ALL.into_iter().find(|facet| facet.vocabulary() == Some(word.vocabulary));
        match facet {
            Some(facet) if !self.site.facets.records(facet, &word.id).is_empty() => {
                let address = routes::list_address(self.site, self.lang, &[facet.folder(), "/", &word.id].concat(), 1);
                let mut out = Inline::default();
                self.begin_link(&self.href(&address), &mut out);
                out.add(&name).close(Mark::Link);
                out
            }
            _ => name,
        }
    }

    /// A word's name without markup.
    pub fn word_name(&self, vocabulary: Vocabulary, id: &str) -> String {
        let name = self.site.vocabularies.get(vocabulary, id).and_then(|entry| entry.name.as_ref());
        name.map_or_else(|| id.to_owned(), |name| self.plain(name))
    }

    /// A word's name, its language marked.
    pub fn word_marked(&self, vocabulary: Vocabulary, id: &str) -> Inline {
        let name = self.site.vocabularies.get(vocabulary, id).and_then(|entry| entry.name.as_ref());
        name.map_or_else(|| Inline::of(id), |name| self.text(name))
    }

    /// A word of a marked vocabulary.
    pub fn word_in<V: Of>(&self, word: &In<V>) -> Inline {
        self.word(&word.word)
    }

    /// A fact: its value, with a mark when it was derived or inferred; or in which way it is absent.
    pub fn fact<T>(&self, fact: &Fact<T>, write: impl Fn(&T) -> Inline) -> Inline {
        match fact {
            Fact::Known { value, standing, source } => {
                let mut out = write(value);
                match standing {
                    Standing::Stated => {}
                    Standing::Derived(because) => self.standing("derived", "standing_derived", because, &mut out),
                    Standing::Inferred(because) => self.standing("inferred", "standing_inferred", because, &mut out),
                }
                if let Some(source) = source {
                    out.text(" ").within(Mark::Source, &self.word_in(source));
                }
                out
            }
            Fact::Absent { absence, because } => self.absence(*absence, because.as_ref()),
        }
    }

    /// In which way a value is absent.
    pub fn absence(&self, absence: Absence, because: Option<&Text>) -> Inline {
        let mut out = Inline::default();
        out.open(Mark::Absent).attribute(Attribute::Kind, absence.as_str());
        out.add(&self.say(absence.message())).close(Mark::Absent);
        if let Some(because) = because {
            out.text(self.kit.separator()).within(Mark::Because, &self.text(because));
        }
        out
    }

    fn standing(&self, kind: &str, message: &str, because: &Text, out: &mut Inline) {
        out.text(" ").open(Mark::Standing).attribute(Attribute::Kind, kind);
        out.add(&self.explained(message, &self.text(because))).close(Mark::Standing);
    }

    /// Appends a remark, if there is one.
    pub fn note(&self, note: Option<&Text>, out: &mut Inline) {
        if let Some(note) = note {
            out.aside(&self.text(note));
        }
    }

    /// Words in the language's parentheses.
    pub fn parenthesis(&self, words: &Inline) -> Inline {
        self.fill("parenthesis", &[("text", words)])
    }

    /// A length with its comparison.
    pub fn length(&self, length: &Comparison<Length>) -> Inline {
        Inline::of(self.kit.lengths(length))
    }

    /// A quantity.
    pub fn quantity(&self, quantity: &Quantity) -> Inline {
        Inline::of(self.kit.quantity(quantity)).marked(Mark::Quantity)
    }

    /// A duration on one line; its phases are a table of their own.
    pub fn duration(&self, duration: &Duration) -> Inline {
        let length = duration.length.as_ref().map(|length| self.length(length).marked(Mark::Quantity));
        let renewable = self.optional(duration.renewable.as_ref());
        let example = duration.example.as_ref().map(|example| self.explained("label_example", &self.text(example)));
        let mut out = Inline::default();
        for part in [length, renewable, example].into_iter().flatten() {
            if out.is_empty() {
                out = part;
            } else {
                out.aside(&part);
            }
        }
        out
    }

    /// An amount of money.
    pub fn money(&self, money: &Money) -> Inline {
        let Some(Measure::Share { share, of: Some(of) }) = money.measure.as_deref() else {
            return Inline::of(self.kit.money(money)).marked(Mark::Money);
        };
        let share = self.fill("money_share_of", &[("share", &Inline::of(self.kit.percent(share))), ("of", &self.text(of))]);
        let bounded = |bounds| self.fill("money_share_bounded", &[("share", &share), ("value", &Inline::of(bounds))]);
        let alone = || match money.per {
            Some(per) => self.fill(&format!("money_{}", per.message()), &[("money", &share)]),
            None => share.clone(),
        };
        self.kit.bounding(money).map_or_else(alone, bounded).marked(Mark::Money)
    }

    /// The items of a list, and "and so on" when it is open.
    pub fn items<T>(&self, list: &List<T>, write: impl Fn(&T) -> Inline) -> Vec<Inline> {
        let mut items: Vec<Inline> = list.items.iter().map(write).collect();
        if list.open {
            items.push(self.say("and_so_on").marked(Mark::OpenList));
        }
        items
    }
}
