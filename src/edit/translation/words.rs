//! Those of the generator's words for readers that a language lacks.

use super::Unit;
use crate::compile::Compiled;
use crate::render::builtin_locales::{FOR_READERS, locale};
use crate::render::locale_words;
use crate::site::languages::{Lang, SPOKEN};

/// The words that a language lacks. Each belongs into the file of its name in the site's `locales/`.
pub(super) fn units(compiled: &Compiled, lang: Lang) -> Vec<Unit> {
    let languages = &compiled.site.languages;
    let tag = languages.tag(lang);
    let missing = locale_words::missing(lang, languages, compiled.sources());
    // From the site's own language, if the words are in it: translators work from one.
    let own = languages.tag(Lang(0)).primary();
    let from = if own == SPOKEN[1] { SPOKEN[1] } else { SPOKEN[0] };
    let unit = |id: &String| {
        let (file, source) = source_of(id, from)?;
        let others = SPOKEN.iter().filter(|other| **other != from);
        let others = others.filter_map(|other| Some(format!("{other}: {}", source_of(id, other)?.1)));
        let notes = others.chain(comment_of(id, from)).collect();
        let source_language = (own != from).then(|| from.to_owned());
        Some(Unit { id: format!("locales/{tag}/{file}:{id}"), source, source_language, notes, ..Unit::default() })
    };
    missing.iter().filter_map(unit).collect()
}

/// A built-in message of a language: its file, and what is written behind its `=`.
pub(super) fn source_of(id: &str, tag: &str) -> Option<(&'static str, String)> {
    let files = locale(tag)?.files.iter().filter(|(name, _)| FOR_READERS.contains(name));
    files.filter_map(|(name, text)| Some((*name, value_of(text, id)?))).next_back()
}

/// What is written above a built-in message for those who translate it.
fn comment_of(id: &str, tag: &str) -> Option<String> {
    let files = locale(tag)?.files.iter().filter(|(name, _)| FOR_READERS.contains(name));
    let (text, start) = files.filter_map(|(_, text)| Some((text, place_of(text, id)?.0))).next_back()?;
    let lines = text.get(..start)?.lines().rev().map_while(|line| line.strip_prefix('#'));
    let mut lines: Vec<&str> = lines.map(|line| line.trim_start_matches('#').trim()).filter(|line| !line.is_empty()).collect();
    lines.reverse();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// What is written behind the `=` of a message, its lines without their indentation.
pub(super) fn value_of(text: &str, id: &str) -> Option<String> {
    let (start, end) = place_of(text, id)?;
    let value = text.get(start..end)?.split_once('=')?.1;
    let lines: Vec<&str> = value.trim_end().lines().collect();
    let is_rest = |line: &&&str| !line.trim().is_empty();
    let indent = lines.iter().skip(1).filter(is_rest).map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let rest = lines.iter().skip(1).map(|line| line.get(indent..).unwrap_or_default());
    let all: Vec<&str> = lines.first().map(|first| first.trim_start()).into_iter().chain(rest).collect();
    Some(all.join("\n"))
}

/// From where to where a message stands in a file: its line, and those below it that are indented.
fn place_of(text: &str, id: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let goes_on = line.starts_with([' ', '\t', '}']) || line.trim().is_empty();
        match start {
            Some(start) if !goes_on => return Some((start, at)),
            Some(_) => {}
            None => {
                let is_it = line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
                start = is_it.then_some(at);
            }
        }
        at += line.len();
    }
    start.map(|start| (start, text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_cut_out_of_their_file() {
        let text = "# words\na = A { $x }\nab = { $n ->\n    [one] one\n   *[other] { $n }\n}\n\n# next\nb = B\n";
        assert_eq!(value_of(text, "a").as_deref(), Some("A { $x }"));
        assert_eq!(value_of(text, "ab").as_deref(), Some("{ $n ->\n    [one] one\n   *[other] { $n }\n}"));
        assert_eq!(value_of(text, "b").as_deref(), Some("B"));
        assert_eq!(value_of(text, "c"), None);
        assert!(source_of("languages_label", "en").is_some());
        assert_eq!(comment_of("letter", "en").as_deref(), Some("The letter that asks what is not known"));
        assert_eq!(comment_of("letter_write", "en"), None);
    }
}
