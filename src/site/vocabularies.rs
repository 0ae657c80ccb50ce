//! The words of a site: the built-in ones, extended or replaced by the site's own.

use std::sync::{Arc, LazyLock};

use crate::base::{Choice, Diagnostic, Place};
use crate::model::document::{Document, Parsed};
use crate::model::read::Cx;
use crate::model::text::Text;
use crate::model::vocabulary::{BUILT_IN, Entry, VocabularyFile};
use crate::model::word::{Vocabulary, Word};
use crate::model::yaml;

/// All words by vocabulary and id.
#[derive(Debug, Clone, Default)]
pub struct Vocabularies {
    /// In the order of the vocabularies.
    words: [Words; Vocabulary::ALL.len()],
}

#[derive(Debug, Clone, Default)]
struct Words {
    files: Vec<Arc<VocabularyFile>>,
    /// Each id and where it is, the shortest first, then by their letters. They are so few that one is found sooner than its hash
    /// would be made.
    by_id: Vec<(Box<str>, Spot)>,
}

/// File, index in it, rank among all.
type Spot = (usize, usize, usize);

/// The built-in files, read once. They are part of the program; a test holds that they have no finding.
static DEFAULTS: LazyLock<Vec<Arc<VocabularyFile>>> = LazyLock::new(|| {
    BUILT_IN
        .iter()
        .filter_map(|(vocabulary, text)| {
            let path: Arc<str> = format!("built-in/{}.yaml", vocabulary.name()).into();
            let (tree, _) = yaml::parse(&path, text);
            VocabularyFile::read(*vocabulary, &tree?, &mut Cx::new(&path, text)).map(Arc::new)
        })
        .collect()
});

/// Reads the built-in words before they are needed.
pub fn read_built_in() {
    LazyLock::force(&DEFAULTS);
}

impl Vocabularies {
    /// Joins the built-in words and those of the site's files. A word that a file has twice is a finding.
    pub fn new<'p>(parsed: impl Iterator<Item = &'p Parsed>, findings: &mut Vec<Diagnostic>) -> Self {
        let mut vocabularies = Self::default();
        for file in DEFAULTS.iter() {
            vocabularies.words[file.vocabulary as usize].add(file, None, findings);
        }
        for parsed in parsed {
            if let Some(Document::Vocabulary(file, _)) = &parsed.document {
                vocabularies.words[file.vocabulary as usize].add(file, Some(&parsed.path), findings);
            }
        }
        vocabularies
    }

    /// The word's entry.
    pub fn get(&self, vocabulary: Vocabulary, id: &str) -> Option<&Entry> {
        let words = self.of_vocabulary(vocabulary);
        let (file, index, _) = words.spot(id)?;
        words.files[file].words.get(index)
    }

    fn of_vocabulary(&self, vocabulary: Vocabulary) -> &Words {
        &self.words[vocabulary as usize]
    }

    /// The entry of a word as written in a record.
    pub fn of(&self, word: &Word) -> Option<&Entry> {
        self.get(word.vocabulary, &word.id)
    }

    /// The word's name in each language.
    pub fn name(&self, word: &Word) -> Option<&Text> {
        self.of(word)?.name.as_ref()
    }

    /// The word as a message shows it.
    pub fn choice(&self, vocabulary: Vocabulary, id: &str) -> Choice {
        let phrases = self.get(vocabulary, id).and_then(|entry| entry.name.as_ref()).map_or(&[][..], Text::phrases);
        let names = phrases.iter().map(|phrase| (phrase.language.clone(), phrase.source.clone())).collect();
        Choice { id: id.into(), names }
    }

    /// Is it a word that every site has?
    pub fn is_built_in(word: &Word) -> bool {
        let mut files = DEFAULTS.iter().filter(|file| file.vocabulary == word.vocabulary);
        files.any(|file| file.words.iter().any(|entry| entry.id == word.id))
    }

    /// The place of a word in its vocabulary's order.
    pub fn rank(&self, vocabulary: Vocabulary, id: &str) -> usize {
        self.of_vocabulary(vocabulary).spot(id).map_or(usize::MAX, |(_, _, rank)| rank)
    }

    /// All ids of a vocabulary.
    pub fn ids(&self, vocabulary: Vocabulary) -> impl Iterator<Item = &str> {
        self.of_vocabulary(vocabulary).by_id.iter().map(|(id, _)| &**id)
    }

    /// All entries of a vocabulary in their order.
    pub fn all(&self, vocabulary: Vocabulary) -> Vec<&Entry> {
        let words = self.of_vocabulary(vocabulary);
        let entry = |(_, (file, index, rank)): &(_, Spot)| Some((*rank, words.files[*file].words.get(*index)?));
        let mut entries: Vec<(usize, &Entry)> = words.by_id.iter().filter_map(entry).collect();
        entries.sort_by_key(|(rank, _)| *rank);
        entries.into_iter().map(|(_, entry)| entry).collect()
    }
}

impl Words {
    fn search(&self, id: &str) -> Result<usize, usize> {
        self.by_id.binary_search_by(|(known, _)| known.len().cmp(&id.len()).then_with(|| (**known).cmp(id)))
    }

    fn spot(&self, id: &str) -> Option<Spot> {
        self.search(id).ok().map(|at| self.by_id[at].1)
    }

    fn add(&mut self, file: &Arc<VocabularyFile>, path: Option<&Arc<str>>, findings: &mut Vec<Diagnostic>) {
        if file.replace {
            self.by_id.clear();
        }
        let number = self.files.len();
        let earlier = |entry: &Entry| self.spot(&entry.id).and_then(|(file, index, _)| self.files.get(file)?.words.get(index));
        // A word that is there already keeps what is not written of it: a name in one more language needs no other.
        let words: Vec<Entry> =
            file.words.iter().map(|entry| earlier(entry).map_or_else(|| entry.clone(), |known| entry.completed(known))).collect();
        let file = &Arc::new(VocabularyFile { words, ..**file });
        for (index, entry) in file.words.iter().enumerate() {
            let next = self.by_id.len();
            let known = self.search(&entry.id);
            let spot = known.map(|at| self.by_id[at].1);
            if let (Ok((earlier, first, _)), Some(path)) = (spot, path)
                && earlier == number
            {
                let first = Place::new(path, file.words[first].span);
                let finding = Diagnostic::error("duplicate-field", Place::new(path, entry.span)).says("duplicate-word");
                findings.push(finding.help("duplicate-word-help").arg("field", &*entry.id).label(first, "first-written-here"));
                continue;
            }
            // A site's word of a built-in id takes over its place in the order.
            match known {
                Ok(at) => self.by_id[at].1 = (number, index, self.by_id[at].1.2),
                Err(at) => self.by_id.insert(at, (entry.id.clone(), (number, index, next))),
            }
        }
        self.files.push(file.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_words_have_no_finding() {
        for (vocabulary, text) in BUILT_IN {
            let path: Arc<str> = vocabulary.name().into();
            let (tree, findings) = yaml::parse(&path, text);
            assert!(findings.is_empty(), "{findings:?}");
            let mut cx = Cx::new(&path, text);
            let file = VocabularyFile::read(vocabulary, &tree.unwrap(), &mut cx).unwrap();
            assert!(cx.findings.is_empty(), "{:?}", cx.findings);
            for word in &file.words {
                let name = word.name.as_ref().unwrap();
                assert_eq!(name.phrases().len(), 2, "{} {}", vocabulary.name(), word.id);
            }
        }
        let all = Vocabularies::new(std::iter::empty(), &mut Vec::new());
        assert_eq!(all.all(Vocabulary::Prefectures).len(), 47);
        assert_eq!(all.all(Vocabulary::Regions).len(), 8);
    }
}
