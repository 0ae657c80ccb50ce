//! The terms of the glossary in one language, and their marks where a page first uses them.

mod page;
mod words;

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::furigana::ruby;
use super::pen::{Pen, escape_into};
use crate::model::prose;
use crate::model::reference::Kind;
use crate::site::RecordId;
use words::{belong_together, run_of_letters};

/// The terms as readers of one language meet them. Built once, shared by all threads.
#[derive(Default)]
pub struct Glossary {
    /// Finds every name, and [`CLASS`].
    automaton: Option<AhoCorasick>,
    /// What each pattern of it names; nothing for the last, which is [`CLASS`].
    names: Vec<Name>,
    terms: Vec<Term>,
    /// Terms by the `href` of their pages, escaped.
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
    /// `href` of its page, escaped.
    href: String,
    /// Its name (HTML), and the same with its reading, for readers of Japanese.
    read: Option<(String, String)>,
}

/// By this a link to a term is known that somebody has written.
const CLASS: &str = " class=\"term\"";

/// Characters that have room on every screen without a break.
const ONE_PIECE: usize = 12;

/// So many names are found by the fastest automaton, which needs the most memory.
const FEW: usize = 500;

/// Elements whose words are left alone: links and headings, words that are not the page's own, names, and what is operated.
const LEFT_ALONE: [&str; 20] = [
    "a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "ruby", "table", "dt", "time", "data", "label", "button", "summary",
    "cite", "kbd", "svg",
];

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
            let href = super::pen::escape(&pen.record_href(id));
            glossary.by_href.insert(href.clone(), term);
            glossary.terms.push(Term { record: id, href, read: names.first().and_then(|name| with_reading(pen, id, name)) });
        }
        if !patterns.is_empty() {
            patterns.push(CLASS.to_owned());
            // Twice as fast, and a few hundred kilobytes for each hundred names.
            let kind = (patterns.len() <= FEW).then_some(AhoCorasickKind::DFA);
            let mut builder = AhoCorasick::builder();
            builder.kind(kind).match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true);
            // What is too much for the automaton, if anything is, is not marked: the glossary itself says it all.
            glossary.automaton = builder.build(&patterns).ok();
            let endings = pen.kit.messages.text("term_endings");
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

/// The names of a term in the language: its own first. Marks of other languages that stand beside a name are no part of it:
/// `Core hospital ({ja:基幹施設})` is met as "core hospital".
fn names(pen: &Pen<'_>, id: RecordId) -> Vec<String> {
    let common = &pen.site.entry(id).record.common;
    let mut names: Vec<String> = Vec::new();
    let own = common.name.as_ref().and_then(|name| name.own(pen.tag()));
    let others = common.other_names.iter().filter(|name| name.language.as_ref().is_some_and(|tag| tag == pen.tag()));
    for source in own.map(|phrase| &*phrase.source).into_iter().chain(others.map(|name| &*name.text)) {
        let mut bare = source.to_owned();
        let marks: Vec<_> = prose::annotations(source).filter(|(_, _, tag)| tag.is_some()).map(|(range, ..)| range).collect();
        for range in marks.into_iter().rev() {
            bare.replace_range(range, "");
        }
        let bare = bare.replace("()", "").replace("（）", "");
        let name = if prose::is_plain(&bare) { bare.trim().to_owned() } else { String::new() };
        // A name of one letter is met everywhere.
        if name.chars().nth(1).is_some() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A name as it may stand in HTML: a line may end at each of its spaces.
fn patterns_of(name: &str) -> Vec<String> {
    let mut html = String::new();
    escape_into(name, &mut html);
    let html = html.replace("&#39;", "'").replace("&quot;", "\"");
    let spaces: Vec<usize> = html.match_indices(' ').map(|(at, _)| at).collect();
    let broken = spaces.into_iter().map(|at| [&html[..at], "\n", &html[at + 1..]].concat());
    let mut patterns: Vec<String> = broken.collect();
    patterns.push(html);
    patterns
}

/// A name in Japanese, and the same with its reading. It is not broken across lines, so that a long name has none.
fn with_reading(pen: &Pen<'_>, id: RecordId, name: &str) -> Option<(String, String)> {
    let reading = pen.site.entry(id).record.common.reading.as_deref()?;
    (pen.tag().as_str() == "ja" && name.chars().count() <= ONE_PIECE).then(|| (super::pen::escape(name), ruby(name, reading)))
}

/// Marks terms where a page first uses them.
struct Marker<'g> {
    glossary: &'g Glossary,
    automaton: &'g AhoCorasick,
    /// For each term: nothing more is to be marked.
    met: Vec<bool>,
}

impl Marker<'_> {
    /// Marks what is used for the first time in a piece of the page: HTML that this program wrote, so that its tags are closed.
    fn mark(&mut self, html: &mut String) {
        let Some(first) = self.automaton.find(&**html).map(|found| found.start()) else { return };
        let mut out = String::new();
        let (mut done, mut at) = (0, 0);
        // How many elements are open in the one whose words are left alone, itself included.
        let mut left_alone = 0_usize;
        while at < html.len() {
            let tag = html[at..].find('<').map_or(html.len(), |found| at + found);
            if left_alone == 0 && tag > first {
                self.mark_text(html, at, tag, &mut done, &mut out);
            }
            let Some(end) = html[tag..].find('>').map(|found| tag + found + 1) else { break };
            let inside = &html[tag + 1..end - 1];
            let name = inside.split([' ', '\n']).next().unwrap_or_default();
            if name.starts_with('/') {
                left_alone = left_alone.saturating_sub(1);
            } else if !matches!(name, "br" | "wbr" | "img" | "input" | "hr") {
                if name == "a" && inside.contains(CLASS) {
                    self.meet(inside);
                }
                if left_alone > 0 || LEFT_ALONE.contains(&name) || inside.contains(" lang=\"") {
                    left_alone += 1;
                }
            }
            at = end;
        }
        if done > 0 {
            out.push_str(&html[done..]);
            *html = out;
        }
    }

    /// Somebody has linked a term: that is its mark.
    fn meet(&mut self, tag: &str) {
        let href = tag.split_once("href=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(href, _)| href);
        if let Some(met) = href.and_then(|href| self.glossary.by_href.get(href)).and_then(|term| self.met.get_mut(*term)) {
            *met = true;
        }
    }

    /// Copies to `out` what stands before each name between two places, and the name with its mark.
    fn mark_text(&mut self, html: &str, start: usize, end: usize, done: &mut usize, out: &mut String) {
        let mut from = start;
        while let Some(found) = html.get(from..end).and_then(|text| self.automaton.find(text)) {
            let (first, last) = (from + found.start(), from + found.end());
            // Nothing shorter is looked for inside of a name that is met again.
            from = last;
            let Some(name) = self.glossary.names.get(found.pattern().as_usize()) else { continue };
            let Some(last) = self.whole_words(html, (first, last), (start, end), name) else {
                from = first + html[first..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            let (Some(met), Some(term)) = (self.met.get_mut(name.term), self.glossary.terms.get(name.term)) else { continue };
            if std::mem::replace(met, true) {
                continue;
            }
            out.push_str(&html[*done..first]);
            let words = &html[first..last];
            let shown = term.read.as_ref().filter(|(name, _)| name == words).map_or(words, |(_, read)| read);
            for part in ["<a href=\"", &term.href, "\"", CLASS, ">", shown, "</a>"] {
                out.push_str(part);
            }
            (*done, from) = (last, last);
        }
    }

    /// Where the name ends, with the ending of a plural; nothing when it is only a part of a word, or other letters than an
    /// abbreviation's.
    fn whole_words(&self, html: &str, (first, last): (usize, usize), (start, end): (usize, usize), name: &Name) -> Option<usize> {
        let words = &html[first..last];
        if name.is_exact && words.chars().any(char::is_lowercase) {
            return None;
        }
        let before = html[start..first].chars().next_back();
        if belong_together(before, words.chars().next()) {
            return None;
        }
        let after = &html[last..end];
        if !belong_together(words.chars().next_back(), after.chars().next()) {
            return Some(last);
        }
        let rest = run_of_letters(after);
        self.glossary.endings.iter().any(|ending| ending == rest).then_some(last + rest.len())
    }
}
