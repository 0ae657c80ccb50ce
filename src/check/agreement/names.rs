//! Names are facts: `name-differs` where one language names one record, prefecture or specialty and the other another, or where a
//! name is a letter or two beside itself.

use super::extract::Sense;
use super::words::{Group, Hint, Languages, Word, Words};
use crate::base::Language;
use crate::model::text::{Phrase, Text};
use crate::model::word::Vocabulary;
use crate::site::{RecordId, Site};

/// Vocabularies whose words are names, and the first number of their groups, behind those of the kinds of record.
const VOCABULARIES: [(Vocabulary, u8); 2] = [(Vocabulary::Prefectures, 100), (Vocabulary::Specialties, 101)];

/// Letters of a name that two slips may change.
const LONG: usize = 8;

/// Characters of a name without spaces of which one may be a slip.
const WIDE: usize = 5;

/// The names of a site in each language whose sentences are understood.
pub struct Names(Vec<(Language, Words)>);

impl Names {
    /// Gathers them.
    pub fn of(site: &Site, languages: &Languages) -> Self {
        let tags = site.languages.all().map(|lang| site.languages.tag(lang)).filter(|tag| languages.get(tag.as_str()).is_some());
        let tags: Vec<&Language> = tags.collect();
        if tags.len() < 2 {
            return Self(Vec::new());
        }
        Self(tags.into_iter().map(|tag| (tag.clone(), Words::of(names(site, tag)))).collect())
    }

    /// The names in a text.
    pub fn in_text(&self, language: &str, text: &str) -> Vec<Sense> {
        let Some((_, words)) = self.0.iter().find(|(tag, _)| tag.as_str() == language) else { return Vec::new() };
        let small = text.to_ascii_lowercase();
        let mut found = Vec::new();
        let after = |at: usize| at + small.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        let mut at = 0;
        let is_letter = |at: usize| small.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
        while at < small.len() {
            // No name begins inside of a word.
            let is_inside = at > 0 && is_letter(at) && is_letter(at - 1);
            let Some((word, end)) = (if is_inside { None } else { words.at(&small, at) }) else {
                at = after(at);
                continue;
            };
            let sense = |hint: &Hint, range: std::ops::Range<usize>, is_loose| Sense {
                group: hint.group,
                value: hint.value,
                range,
                is_loose,
            };
            found.extend(word.hints.iter().map(|hint| sense(hint, at..end, is_part(&small, at, hint))));
            // 整形外科 is "orthopedic surgery": the name that stands in a name may be all that the other language has.
            let mut inside = words.shorter(word, &small, at).map(|(word, end)| (word, at, end));
            let mut inner = at;
            while inner < end {
                while let Some((word, start, inner_end)) = inside {
                    found.extend(word.hints.iter().map(|hint| sense(hint, start..inner_end, true)));
                    inside = words.shorter(word, &small, start).map(|(word, end)| (word, start, end));
                }
                inner = after(inner);
                let is_inside = is_letter(inner) && is_letter(inner - 1);
                let there = if is_inside { None } else { words.at(&small, inner) };
                inside = there.filter(|(_, inner_end)| *inner_end <= end).map(|(word, end)| (word, inner, end));
            }
            at = end;
        }
        found
    }
}

impl Names {
    /// The prefectures that a text names, each by its place in the vocabulary; not those in other names.
    pub fn prefectures(&self, language: &str, text: &str) -> Vec<Sense> {
        let mut found = self.in_text(language, text);
        found.retain(|sense| sense.group == Group::Name(VOCABULARIES[0].1) && !sense.is_loose);
        found
    }
}

/// Is a word of a vocabulary part of a longer word? 心臓外科 is not 外科.
fn is_part(text: &str, at: usize, hint: &Hint) -> bool {
    let is_kanji = |c: char| matches!(c, '一'..='鿿');
    let starts = text.get(at..).is_some_and(|rest| rest.starts_with(is_kanji));
    is_of_vocabulary(hint.group) && starts && text.get(..at).is_some_and(|before| before.ends_with(is_kanji))
}

fn is_of_vocabulary(group: Group) -> bool {
    matches!(group, Group::Name(kind) if kind >= VOCABULARIES[0].1)
}

/// The names of one language.
fn names(site: &Site, tag: &Language) -> Vec<Word> {
    let mut names = Vec::new();
    let mut add = |name: &str, group: Group, value: u32| {
        if name.chars().count() > 1 {
            names.push(Word::hint(name, Hint { group, value, is_loose: false }));
        }
    };
    let plain = |text: &Text| text.own(tag).filter(|phrase| phrase.is_plain).map(|phrase: &Phrase| phrase.source.clone());
    for (id, entry) in site.ids() {
        let group = Group::Name(entry.kind() as u8);
        let common = &entry.record.common;
        // What is no name in one language is not missed there.
        let name = common.name.iter().filter(|name| name.phrases().iter().all(|phrase| phrase.is_plain));
        name.filter_map(plain).for_each(|name| add(&name, group, id.0));
        let others = common.other_names.iter().filter(|other| other.language.as_ref().is_none_or(|language| language == tag));
        others.for_each(|other| add(&other.text, group, id.0));
    }
    for (vocabulary, group) in VOCABULARIES {
        for (at, entry) in (0_u32..).zip(site.vocabularies.all(vocabulary)) {
            let Some(name) = entry.name.as_ref().and_then(plain) else { continue };
            add(&name, Group::Name(group), at);
            // 石川 is 石川県.
            let short = name
                .strip_suffix(['県', '府', '都'])
                .filter(|short| vocabulary == Vocabulary::Prefectures && short.chars().count() > 1);
            short.iter().for_each(|short| add(short, Group::Name(group), at));
        }
    }
    names
}

/// A name that the other language has another for.
pub fn exchanged<'a>(source: &'a [Sense], other: &'a [Sense]) -> Option<(&'a Sense, &'a Sense)> {
    let lacks = |senses: &[Sense], sense: &Sense| !senses.iter().any(|one| one.group == sense.group && one.value == sense.value);
    // The name of a record may stand in another's, as a hospital's in that of its program.
    let is_firm = |sense: &&Sense| !sense.is_loose || !is_of_vocabulary(sense.group);
    source.iter().filter(is_firm).filter(|sense| lacks(other, sense)).find_map(|sense| {
        let mut rivals = other.iter().filter(is_firm).filter(|one| one.group == sense.group && lacks(source, one));
        let rival = rivals.next()?;
        // The name of a record may be that of another too.
        let is_shared =
            |one: &Sense, all: &[Sense], others: &[Sense]| all.iter().any(|same| same.range == one.range && !lacks(others, same));
        (!is_shared(sense, source, other) && !is_shared(rival, other, source)).then_some((sense, rival))
    })
}

/// A stretch of the other text that is a name of the source's but for a letter or two: its bytes, and the name.
pub fn slip<'s>(
    site: &'s Site,
    source: &[Sense],
    language: &str,
    text: &str,
    other: &[Sense],
) -> Option<(std::ops::Range<usize>, &'s str)> {
    source.iter().filter(|sense| !sense.is_loose).find_map(|sense| {
        let is_there = |one: &Sense| other.iter().any(|name| name.group == one.group && name.value == one.value);
        // The name of a record may be that of another too.
        if is_of_vocabulary(sense.group) || source.iter().any(|one| one.range == sense.range && is_there(one)) {
            return None;
        }
        let name = site.entry(RecordId(sense.value)).record.common.name.as_ref()?;
        let name = name.phrases().iter().find(|phrase| phrase.language.as_str() == language)?;
        Some((nearly(text, &name.source)?, &*name.source))
    })
}

/// Where a name of several words stands with one of them a letter or two beside itself.
fn nearly(text: &str, name: &str) -> Option<std::ops::Range<usize>> {
    let words: Vec<&str> = name.split(' ').collect();
    if words.len() < 2 {
        return nearly_wide(text, name);
    }
    let spans: Vec<(usize, &str)> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    spans.windows(words.len()).find_map(|window| {
        let distances = window.iter().zip(&words).map(|((_, found), word)| match found.eq_ignore_ascii_case(word) {
            true => 0,
            // Several of them.
            false if found.strip_suffix('s') == Some(word) => usize::MAX / 8,
            false if word.len() >= LONG => strsim::osa_distance(found, word),
            false if word.len() > 4 => strsim::osa_distance(found, word) * 2,
            false => usize::MAX / 8,
        });
        let (mut wrong, mut sum) = (0, 0_usize);
        distances.for_each(|distance| {
            wrong += usize::from(distance > 0);
            sum = sum.saturating_add(distance);
        });
        let (first, last) = (window.first()?, window.last()?);
        (wrong == 1 && sum <= 2).then_some(first.0..last.0 + last.1.len())
    })
}

/// Where a name that is written without spaces stands with one character in place of another.
fn nearly_wide(text: &str, name: &str) -> Option<std::ops::Range<usize>> {
    let name: Vec<char> = name.chars().collect();
    if name.len() < WIDE || name.iter().any(char::is_ascii) {
        return None;
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    chars.windows(name.len()).find_map(|window| {
        let wrong = window.iter().zip(&name).filter(|((_, found), right)| found != *right).count();
        let (first, last) = (window.first()?, window.last()?);
        (wrong == 1).then_some(first.0..last.0 + last.1.len_utf8())
    })
}

#[cfg(test)]
mod tests {
    use super::nearly;

    #[test]
    fn a_name_with_a_slip_is_known_again() {
        let name = "Tohoku University Hospital";
        assert_eq!(nearly("at Tohoku Univrsity Hospital.", name), Some(3..28));
        assert_eq!(nearly("at Tohoku University Hospital.", name), None);
        assert_eq!(nearly("at Tokyo University Hospital.", name), None);
        assert_eq!(nearly("the hospital", name), None);
        assert_eq!(nearly("東北太学病院で", "東北大学病院"), Some(0..18));
        assert_eq!(nearly("東北大学病院で", "東北大学病院"), None);
        assert_eq!(nearly("北大病院", "東大病院"), None);
    }
}
