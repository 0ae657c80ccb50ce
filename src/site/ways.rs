//! Programs by who the reader is and what the reader wants: the choices are made from the records, so that each of them leads to
//! a program.

use super::languages::Lang;
use super::{RecordId, Site};
use crate::model::program::Program;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::word::{In, Of, Vocabulary};

/// The folder of their pages.
pub const FOLDER: &str = "can-i";

/// What a reader has said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Way {
    /// Who they are: a word of `professions`.
    pub profession: Box<str>,
    /// What they want: a word of `purposes`; nothing before they have said it.
    pub purpose: Option<Box<str>>,
}

impl Way {
    /// The path of its pages behind the language's.
    pub fn folder(&self) -> String {
        let parts = [Some(FOLDER), Some(&*self.profession), self.purpose.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join("/")
    }
}

/// The professions for which there is a program, in the order of their vocabulary.
pub fn professions(site: &Site) -> Vec<&str> {
    ids(site, Vocabulary::Professions)
        .filter(|id| programs_with(site, |it| has(&it.professions.items, id)).next().is_some())
        .collect()
}

/// What somebody of a profession can want, in the order of the vocabulary.
pub fn purposes<'s>(site: &'s Site, profession: &str) -> Vec<&'s str> {
    let is_there = |purpose: &&str| {
        programs_with(site, |it| has(&it.professions.items, profession) && has(&it.purposes.items, purpose)).next().is_some()
    };
    ids(site, Vocabulary::Purposes).filter(is_there).collect()
}

/// The programs of a way, as lists of a language order them.
pub fn programs(site: &Site, lang: Lang, way: &Way) -> Vec<RecordId> {
    let fits = |program: &Program| {
        let wanted = way.purpose.as_deref().is_none_or(|purpose| has(&program.purposes.items, purpose));
        wanted && has(&program.professions.items, &way.profession)
    };
    let all = site.list(lang, Kind::Program).iter().copied();
    all.filter(|id| matches!(&site.entry(*id).record.body, Body::Program(program) if fits(program))).collect()
}

/// The words by which a program stands on the pages of ways.
pub fn of(program: &Program) -> [Vec<&str>; 2] {
    [words(&program.professions.items), words(&program.purposes.items)]
}

fn words<V: Of>(words: &[In<V>]) -> Vec<&str> {
    words.iter().map(|word| &*word.word.id).collect()
}

/// All ways that lead to a program.
pub fn all(site: &Site) -> Vec<Way> {
    let mut ways = Vec::new();
    for profession in professions(site) {
        ways.push(Way { profession: profession.into(), purpose: None });
        let purposes = purposes(site, profession).into_iter();
        ways.extend(purposes.map(|purpose| Way { profession: profession.into(), purpose: Some(purpose.into()) }));
    }
    ways
}

fn ids(site: &Site, vocabulary: Vocabulary) -> impl Iterator<Item = &str> {
    site.vocabularies.all(vocabulary).into_iter().map(|word| &*word.id)
}

fn programs_with(site: &Site, fits: impl Fn(&Program) -> bool) -> impl Iterator<Item = RecordId> {
    site.ids().filter(|(_, entry)| !entry.broken).filter_map(move |(id, entry)| match &entry.record.body {
        Body::Program(program) if fits(program) => Some(id),
        _ => None,
    })
}

fn has<V: Of>(words: &[In<V>], id: &str) -> bool {
    words.iter().any(|word| &*word.word.id == id)
}
