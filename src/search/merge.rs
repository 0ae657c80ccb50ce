//! What several threads gathered as one sorted list of terms.

use rayon::prelude::*;

use super::fold::is_dense;
use super::gather::{self, Gathered, Key, Posting};
use super::pack;

/// A term with its packed postings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The term; `研修*` stands for all that begin with 研修.
    pub text: String,
    /// It stands for others.
    pub is_whole: bool,
    /// The postings.
    pub postings: Vec<u8>,
}

/// Beginnings whose terms have more bytes of postings than are fetched together have a posting of their own: who types one character
/// or two would have to fetch all of them else.
const HEAVY: usize = pack::SHARD;

/// The most characters of a beginning that can be heavy.
const SHORT: usize = 3;

/// Words of so many letters may have a wrong one.
const LONG_WORD: usize = 5;

/// Merges what was gathered; with each, how many parts come before it. The result is sorted by text.
pub fn merge(all: &[(u32, Gathered)]) -> Vec<Term> {
    let mut keys: Vec<(Key, u32, u32)> = Vec::new();
    for (piece, (_, gathered)) in (0..).zip(all) {
        keys.extend(gathered.keys().map(|(key, place)| (key, piece, place)));
    }
    keys.par_sort_unstable();
    let groups: Vec<&[(Key, u32, u32)]> = keys.chunk_by(|a, b| a.0 == b.0).collect();
    let term = |found: &mut Vec<Posting>, group: &&[(Key, u32, u32)]| {
        found.clear();
        let mut text = None;
        for (key, piece, place) in *group {
            let Some((before, gathered)) = all.get(*piece as usize) else { continue };
            found.extend(gathered.postings(*place).iter().map(|posting| posting + (before << 2)));
            text = text.or_else(|| gathered.word(*key));
        }
        let text = text.map_or_else(|| group.first().map(|(key, ..)| gather::gram(*key)).unwrap_or_default(), str::to_owned);
        Term { text, is_whole: false, postings: packed(found) }
    };
    let mut terms: Vec<Term> = groups.par_iter().with_min_len(256).map_init(Vec::new, term).collect();
    // The keys of dense scripts come first, in the order of their texts.
    let mut words =
        terms.split_off(groups.partition_point(|group| group.first().is_some_and(|(key, ..)| !gather::is_word(*key))));
    let backwards: Vec<Term> = words.par_iter().filter_map(|term| backwards(&term.text)).collect();
    words.extend(backwards);
    words.par_sort_unstable_by(|a, b| a.text.cmp(&b.text));
    // Two sorted lists: a stable sort sees that.
    words.append(&mut terms);
    words.sort_by(|a, b| a.text.cmp(&b.text));
    add_whole(words)
}

fn packed(postings: &[Posting]) -> Vec<u8> {
    let mut out = Vec::with_capacity(postings.len() + 4);
    pack::postings(postings, &mut out);
    out
}

/// A long word of letters from its end, by which it is found when one of its first letters is wrong. It has no postings.
fn backwards(word: &str) -> Option<Term> {
    let is_word = word.chars().all(|c| c.is_alphabetic() && !is_dense(c)) && word.chars().count() >= LONG_WORD;
    is_word.then(|| Term { text: ['<'].into_iter().chain(word.chars().rev()).collect(), is_whole: false, postings: Vec::new() })
}

/// Adds the heavy beginnings.
fn add_whole(terms: Vec<Term>) -> Vec<Term> {
    let mut whole: Vec<Term> = Vec::new();
    for length in 1..=SHORT {
        // Two characters of a dense script say as much as a syllable.
        let is_short = |text: &str| length < SHORT || !text.chars().any(is_dense);
        let beginning = |term: &Term| term.text.char_indices().nth(length).map_or(term.text.len(), |(at, _)| at);
        let is_heavy = |group: &&[Term]| {
            let Some(first) = group.first().filter(|_| group.len() > 1) else { return false };
            let text = &first.text[..beginning(first)];
            group.iter().map(|term| term.postings.len()).sum::<usize>() > HEAVY
                && is_short(text)
                && text.chars().count() == length
                && text.chars().all(char::is_alphanumeric)
        };
        let groups = terms.chunk_by(|a, b| a.text[..beginning(a)] == b.text[..beginning(b)]);
        let heavy: Vec<&[Term]> = groups.filter(is_heavy).collect();
        let term = |weights: &mut Vec<u8>, group: &&[Term]| {
            let first = group.first()?;
            let text = [&first.text[..beginning(first)], "*"].concat();
            Some(Term { text, is_whole: true, postings: packed(&union(group, weights)) })
        };
        whole.par_extend(heavy.par_iter().map_init(Vec::new, term).flatten_iter());
    }
    let mut all = terms;
    all.append(&mut whole);
    all.sort_by(|a, b| a.text.cmp(&b.text));
    all
}

/// All parts of some terms, each with its greatest weight. `weights` is all zero, of whatever length, and so it is given back.
fn union(terms: &[Term], weights: &mut Vec<u8>) -> Vec<Posting> {
    // What stands for many terms stands in many parts: counting them off is faster than sorting.
    for term in terms {
        pack::each(&term.postings, |posting| {
            let part = (posting >> 2) as usize;
            if part >= weights.len() {
                weights.resize(part + 1, 0);
            }
            let [weight, ..] = ((posting & 3) + 1).to_le_bytes();
            if let Some(most) = weights.get_mut(part) {
                *most = weight.max(*most);
            }
        });
    }
    let mut all = Vec::new();
    for (part, weight) in (0..).zip(weights) {
        if *weight > 0 {
            all.push(part << 2 | u32::from(*weight - 1));
            *weight = 0;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::fold::Folder;
    use super::super::gather::{Terms, Weight};
    use super::*;

    fn gathered(texts: &[&str]) -> Gathered {
        let folder = Folder::default();
        let mut terms = Terms::new(&folder);
        for text in texts {
            terms.text(text, Weight::Body);
            terms.begin_part();
        }
        terms.finish()
    }

    #[test]
    fn the_number_of_pieces_changes_nothing() {
        let texts = ["臨床研修 hospital", "研修の費用", "hospital fee", "臨床"];
        let one = merge(&[(0, gathered(&texts))]);
        let two = merge(&[(0, gathered(&texts[..1])), (1, gathered(&texts[1..3])), (3, gathered(&texts[3..]))]);
        assert_eq!(one, two);
        assert!(one.windows(2).all(|pair| pair[0].text < pair[1].text));
        assert!(one.iter().any(|term| term.text == "<latipsoh" && term.postings.is_empty()));
    }

    #[test]
    fn a_heavy_beginning_has_all_parts_of_its_terms() {
        let texts: Vec<String> =
            (0..9_000_u32).map(|number| format!("研修{}", char::from_u32(0x4E00 + number % 50).unwrap())).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let terms = merge(&[(0, gathered(&texts))]);
        let whole = terms.iter().find(|term| term.text == "研修*").unwrap();
        assert!(whole.is_whole);
        let mut parts = Vec::new();
        pack::each(&whole.postings, |posting| parts.push(posting >> 2));
        assert!(parts.iter().copied().eq(0..9_000), "each part once, in their order");
    }
}
