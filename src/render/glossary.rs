//! The terms of the glossary in one language, and their marks where a page first uses them.

mod page;
mod words;

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::furigana::ruby;
use super::pen::resolve::Resolver;
use super::pen::{Pen, TERM};
use crate::markup::{Attribute, Event, Inline, Mark};
use crate::model::prose;
use crate::model::reference::Kind;
use crate::site::RecordId;
use words::{belong_together, run_of_letters};

/// The terms as readers of one language meet them. Built once, shared by all threads.
#[derive(Default)]
pub struct Glossary {
    /// Finds every name.
    automaton: Option<AhoCorasick>,
    /// What each pattern of it names.
    names: Vec<Name>,
    terms: Vec<Term>,
    /// Terms by the `href` of their pages.
    by_href: HashMap<String, usize>,
    /// What a word may end in beside a name: `s`, where plurals are made so.
    endings: Vec<String>,
}

/// A spelling under which a term is found.
struct Name {
    /// Its place in [`Glossary::terms`].
    term: usize,
    /// An abbreviation is no word in other letters: `WHO`.
    is_exact: bool,
}

/// A term: its page, and how it is shown where its name stands.
struct Term {
    record: RecordId,
    /// `href` of its page.
    href: String,
    /// Its name, and the same with its reading, for readers of Japanese.
    read: Option<(String, Inline)>,
}

/// Characters that have room on every screen without a break.
const ONE_PIECE: usize = 12;

/// So many names are found by the fastest automaton, which needs the most memory.
const FEW: usize = 500;

impl Glossary {
    /// The terms that have a name in the pen's language.
    pub fn new(pen: &Pen<'_>) -> Self {
        let mut glossary = Self::default();
        let mut patterns = Vec::new();
        for id in pen.site.list(pen.lang, Kind::Term).iter().copied().filter(|id| !pen.site.entry(*id).broken) {
            let names = names(pen, id);
            if names.is_empty() {
                continue;
            }
            let term = glossary.terms.len();
            for name in &names {
                let is_exact = !name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
                for pattern in patterns_of(name) {
                    glossary.names.push(Name { term, is_exact });
                    patterns.push(pattern);
                }
            }
            let href = pen.record_href(id);
            glossary.by_href.insert(href.clone(), term);
            glossary.terms.push(Term { record: id, href, read: names.first().and_then(|name| with_reading(pen, id, name)) });
        }
        if !patterns.is_empty() {
            // Twice as fast, and a few hundred kilobytes for each hundred names.
            let kind = (patterns.len() <= FEW).then_some(AhoCorasickKind::DFA);
            let mut builder = AhoCorasick::builder();
            builder.kind(kind).match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true);
            // What is too much for the automaton, if anything is, is not marked: the glossary itself says it all.
            glossary.automaton = builder.build(&patterns).ok();
            let endings = pen.kit.messages.setting("term_endings");
            glossary.endings = endings.split_whitespace().map(str::to_owned).collect();
        }
        glossary
    }

    /// Marks the terms of one page, in the order of what it is given.
    fn marker(&self, page: Option<RecordId>) -> Option<Marker<'_>> {
        let automaton = self.automaton.as_ref()?;
        // A term's own page says what it means.
        let met = self.terms.iter().map(|term| Some(term.record) == page).collect();
        Some(Marker { glossary: self, automaton, met })
    }
}

/// The names of a term in the language: its own first.
fn names(pen: &Pen<'_>, id: RecordId) -> Vec<String> {
    let common = &pen.site.entry(id).record.common;
    let own = common.name.as_ref().and_then(|name| name.own(pen.tag())).map(|phrase| bare(pen, &phrase.source));
    let others = common.other_names.iter().filter(|name| name.language.as_ref().is_some_and(|tag| tag == pen.tag()));
    let mut names: Vec<String> = Vec::new();
    for name in own.into_iter().chain(others.map(|name| name.text.to_string())) {
        let name = name.replace("()", "").replace("（）", "");
        let name = name.trim();
        // A name of one letter is met everywhere.
        if name.chars().nth(1).is_some() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The words of a name but for those of other languages beside it: `Core hospital ({ja:基幹施設})` is met as "core hospital".
fn bare(pen: &Pen<'_>, source: &str) -> String {
    let mut tape = Inline::default();
    prose::write_inline(source, &Resolver::of_text(*pen), &mut tape);
    let mut out = String::new();
    let mut inside = 0_usize;
    for event in tape.events() {
        match event {
            Event::Open(mark) if mark.is_empty() => {}
            Event::Open(mark) if inside > 0 || mark.is_beside() => inside += 1,
            Event::Attribute(Attribute::Lang, _) if inside == 0 => inside = 1,
            Event::Close(_) => inside = inside.saturating_sub(1),
            Event::Text(words) if inside == 0 => out.push_str(words),
            _ => {}
        }
    }
    out
}

/// A name as it may stand in a text: a line may end at each of its spaces.
fn patterns_of(name: &str) -> Vec<String> {
    let broken = name.match_indices(' ').map(|(at, _)| [&name[..at], "\n", &name[at + 1..]].concat());
    broken.chain([name.to_owned()]).collect()
}

/// A name in Japanese, and the same with its reading. It is not broken across lines, so that a long name has none.
fn with_reading(pen: &Pen<'_>, id: RecordId, name: &str) -> Option<(String, Inline)> {
    let reading = pen.site.entry(id).record.common.reading.as_deref()?;
    (pen.tag().as_str() == "ja" && name.chars().count() <= ONE_PIECE).then(|| (name.to_owned(), ruby(name, reading)))
}

/// Marks terms where a page first uses them.
struct Marker<'g> {
    glossary: &'g Glossary,
    automaton: &'g AhoCorasick,
    /// For each term: nothing more is to be marked.
    met: Vec<bool>,
}

impl Marker<'_> {
    /// Marks what is used for the first time in a piece of the page.
    fn mark(&mut self, tape: &mut Inline) {
        let has_names = self.automaton.is_match(tape.raw());
        let mut out = Inline::default();
        // How many marks are open in the one whose words are left alone, itself included.
        let mut left_alone = 0_usize;
        let mut href = "";
        let mut is_changed = false;
        for event in tape.events() {
            match event {
                Event::Open(mark) if !mark.is_empty() && (left_alone > 0 || mark.is_left_alone()) => left_alone += 1,
                Event::Close(_) => left_alone = left_alone.saturating_sub(1),
                Event::Attribute(Attribute::Href, address) => href = address,
                // Somebody has linked a term: that is its mark.
                Event::Attribute(Attribute::Class, TERM) => self.meet(href),
                Event::Text(words) if has_names && left_alone == 0 => {
                    is_changed |= self.mark_words(words, &mut out);
                    continue;
                }
                _ => {}
            }
            if has_names {
                out.event(event);
            }
        }
        if is_changed {
            *tape = out;
        }
    }

    fn meet(&mut self, href: &str) {
        if let Some(met) = self.glossary.by_href.get(href).and_then(|term| self.met.get_mut(*term)) {
            *met = true;
        }
    }

    /// Appends words, with the mark of each name that the page has not met before; whether there was one.
    fn mark_words(&mut self, words: &str, out: &mut Inline) -> bool {
        let (mut done, mut from) = (0, 0);
        while let Some(found) = words.get(from..).and_then(|rest| self.automaton.find(rest)) {
            let (first, last) = (from + found.start(), from + found.end());
            // Nothing shorter is looked for inside of a name that is met again.
            from = last;
            let Some(name) = self.glossary.names.get(found.pattern().as_usize()) else { continue };
            let Some(last) = self.whole_words(words, (first, last), name) else {
                from = first + words[first..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            let (Some(met), Some(term)) = (self.met.get_mut(name.term), self.glossary.terms.get(name.term)) else { continue };
            if std::mem::replace(met, true) {
                continue;
            }
            let met = &words[first..last];
            out.text(&words[done..first]);
            out.open(Mark::Link).attribute(Attribute::Href, &term.href).attribute(Attribute::Class, TERM);
            out.attribute(Attribute::Translate, "no");
            match term.read.as_ref().filter(|(name, _)| name == met) {
                Some((_, read)) => _ = out.add(read),
                None => _ = out.text(met),
            }
            out.close(Mark::Link);
            (done, from) = (last, last);
        }
        out.text(&words[done..]);
        done > 0
    }

    /// Where the name ends, with the ending of a plural; nothing when it is only a part of a word, or other letters than an
    /// abbreviation's.
    fn whole_words(&self, text: &str, (first, last): (usize, usize), name: &Name) -> Option<usize> {
        let words = &text[first..last];
        if name.is_exact && words.chars().any(char::is_lowercase) {
            return None;
        }
        let before = text[..first].chars().next_back();
        if belong_together(before, words.chars().next()) {
            return None;
        }
        let after = &text[last..];
        if !belong_together(words.chars().next_back(), after.chars().next()) {
            return Some(last);
        }
        let rest = run_of_letters(after);
        self.glossary.endings.iter().any(|ending| ending == rest).then_some(last + rest.len())
    }
}
