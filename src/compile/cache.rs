//! What was made before, and from which files. It is used again as long as these files are the same.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::Diagnostic;
use crate::base::order::Orders;
use crate::check::lock::Lock;
use crate::model::brand::Colour;
use crate::model::document::Parsed;
use crate::render::kit::Kit;
use crate::render::theme::Theme;
use crate::site::languages::Languages;
use crate::site::relink::{Edit, Linked};
use crate::source::{File, Files, Sources, below};

/// What was made before, and of which files. Each depends on nothing but those files' paths and texts, so that it counts as
/// long as they are the same; a hit brings back the findings too.
#[derive(Clone, Default)]
pub struct Cache {
    /// All files,
    pub(super) files: Arc<Files>,
    /// and what those of `content/` are, in their order.
    pub(super) parsed: Vec<Arc<Parsed>>,
    /// The last site.
    pub(super) linked: Option<Linked>,
    /// What was accepted of translations and facts, with its file.
    pub(super) lock: Option<(Option<Arc<File>>, Arc<Lock>)>,
    pub(super) theme: Option<Cached<Look, Arc<Theme>>>,
    pub(super) kits: Option<Cached<Languages, Arc<Vec<Kit>>>>,
}

impl Cache {
    /// Every file of `content/` as it was read last, in the order of their paths.
    pub fn parsed(&self) -> &[Arc<Parsed>] {
        &self.parsed
    }
}

/// A path, and the file that is there.
type Item = (Arc<str>, Arc<File>);

/// What a theme is made for: its name, and the site's own colour.
type Look = (String, Option<Colour>);

/// Something made of all files of a folder.
#[derive(Clone)]
pub(super) struct Cached<K, T> {
    key: K,
    files: Vec<Item>,
    made: T,
    findings: Vec<Diagnostic>,
}

/// What is made of the files of a folder and of a key: from before, when these are the same.
pub(super) fn cached<K: PartialEq, T: Clone>(
    before: &mut Option<Cached<K, T>>,
    key: K,
    folder: &str,
    sources: &Sources,
    make: impl FnOnce(&K) -> (T, Vec<Diagnostic>),
) -> (T, Vec<Diagnostic>) {
    let files: Vec<Item> = sources.below(folder).map(|(path, file)| (path.clone(), file.clone())).collect();
    let same_file = |(a, b): (&Item, &Item)| a.0 == b.0 && a.1 == b.1;
    let same = |cached: &&Cached<K, T>| {
        cached.key == key && cached.files.len() == files.len() && cached.files.iter().zip(&files).all(same_file)
    };
    if let Some(cached) = before.as_ref().filter(same) {
        return (cached.made.clone(), cached.findings.clone());
    }
    let (result, findings) = make(&key);
    *before = Some(Cached { key, files, made: result.clone(), findings: findings.clone() });
    (result, findings)
}

/// Files that a thread parses without handing some to another: few, so that none is left alone with many at the end; and
/// enough that what is made once for all of them counts little.
const FILES_AT_ONCE: usize = 100;

/// Parses every file of `content/` that is not in the cache as it is, in parallel; then all are there. Gives the findings of
/// all files, and which were parsed anew, unless others came or went.
pub(super) fn parse(sources: &Sources, cache: &mut Cache) -> (Vec<Diagnostic>, Option<Vec<Edit>>) {
    const FOLDER: &str = "content/";
    let last = std::mem::replace(&mut cache.files, sources.files.clone());
    let last_parsed = std::mem::take(&mut cache.parsed);
    let files: Vec<(&Arc<str>, &Arc<File>)> = sources.below(FOLDER).collect();
    let same_paths = files.len() == last_parsed.len()
        && files.iter().zip(below(&last, FOLDER)).all(|((path, _), (old, _))| Arc::ptr_eq(path, old) || *path == old);
    // In the places of the files: what is known already of each.
    let mut known = Vec::with_capacity(files.len());
    let mut before = Vec::new();
    let mut old = below(&last, FOLDER).zip(last_parsed).peekable();
    for (path, file) in &files {
        while old.next_if(|((old, _), _)| !same_paths && old < path).is_some() {}
        let old = old.next_if(|((old, _), _)| same_paths || old == path);
        known.push(match old {
            Some(((_, old), parsed)) if Arc::ptr_eq(old, file) || old == *file => Some(parsed),
            Some((_, parsed)) => {
                before.push(parsed);
                None
            }
            None => None,
        });
    }
    let misses: Vec<usize> = known.iter().enumerate().filter(|(_, hit)| hit.is_none()).map(|(at, _)| at).collect();
    let parse = |orders: &mut Orders, at: usize| {
        let file = files.get(at);
        (at, file.and_then(|(path, file)| Parsed::among(path, file, orders)).map(Arc::new))
    };
    // Handing one file to another thread takes longer than reading it here.
    let new: Vec<(usize, Option<Arc<Parsed>>)> = match misses.len() {
        0 | 1 => misses.into_iter().map(|at| parse(&mut Orders::default(), at)).collect(),
        _ => misses.into_par_iter().with_max_len(FILES_AT_ONCE).map_init(Orders::default, parse).collect(),
    };
    let now = new.iter().filter_map(|(_, parsed)| parsed.clone());
    let edits = same_paths.then(|| before.into_iter().zip(now).map(|(before, now)| Edit { before, now }).collect());
    for (at, parsed) in new {
        if let Some(place) = known.get_mut(at) {
            *place = parsed;
        }
    }
    cache.parsed = known.into_iter().flatten().collect();
    // Every path in `content/` is read as something; were it not so, the two lists would no longer fit.
    if cache.parsed.len() != files.len() {
        cache.parsed.clear();
        cache.linked = None;
    }
    (cache.parsed.iter().flat_map(|parsed| parsed.findings.iter().cloned()).collect(), edits)
}
