//! The files of the index of a language, complete.
//!
//! `index.bin` has a name that stays; it says in which folder the others are, whose name is a hash of all of them:
//! `t….bin` terms with their postings, `d….bin` what results show, and a file for each facet.

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::columns;
use super::documents::{self, BLOCK};
use super::fold::{Folder, is_dense};
use super::gather::Terms;
use super::merge::{self, Term};
use super::pack::{Deflater, Effort, SHARD};
use super::{old_forms, pack, texts};
use crate::model::reference::Kind;
use crate::render::pen::Pen;
use crate::render::untranslated;
use crate::site::languages::Lang;
use crate::site::{RecordId, Site, routes};

/// The file that is fetched first, below the page of results.
const ROOT: &str = "index.bin";

/// The fewest pages that a thread takes at once, and how often it comes again: of what many pages have in common, each piece has its own.
const PAGES_AT_ONCE: usize = 256;
const PIECES_OF_A_THREAD: usize = 4;

/// A file of the index: its address below the site, and its bytes.
pub type Outfile = (String, Vec<u8>);

/// What the client knows first.
#[derive(Serialize)]
struct Root {
    /// The folder of the other files.
    folder: String,
    /// The first term of each shard.
    first: Vec<String>,
    /// Pages in a block.
    block: usize,
    /// Of each page: how many parts it has,
    parts: Vec<u32>,
    /// its kind, as its place in `names`,
    kinds: Vec<usize>,
    /// and how long its title is.
    sizes: Vec<usize>,
    /// The kinds: name in addresses, and how much their pages weigh.
    names: Vec<(&'static str, f64)>,
    /// Old forms of characters and those that stand for them.
    old: String,
}

/// How much pages of a kind weigh where that is not as much as prose: first what people look for.
const WEIGHTS: [(Kind, f64); 8] = [
    (Kind::Program, 1.25),
    (Kind::Hospital, 1.15),
    (Kind::Journey, 1.15),
    (Kind::Term, 1.1),
    (Kind::Organization, 1.05),
    (Kind::Schedule, 1.05),
    (Kind::Fee, 1.05),
    (Kind::Notice, 0.95),
];

/// How much a page of a kind weighs, unless the site says otherwise.
pub fn weight(site: &Site, kind: Kind) -> f64 {
    let mut weights = site.file.search.weights.iter().chain(&WEIGHTS);
    weights.find(|(named, _)| *named == kind).map_or(1.0, |(_, weight)| *weight)
}

/// The pages that can be found in a language.
pub fn pages(site: &Site) -> Vec<RecordId> {
    let is_found = |id: RecordId| {
        let entry = site.entry(id);
        !entry.broken && !entry.record.common.unlisted && (entry.kind(), entry.slug()) != (Kind::Page, "index")
    };
    site.ids().map(|(id, _)| id).filter(|id| is_found(*id)).collect()
}

/// The folder of a language's index: that of the page of results.
pub fn folder(site: &Site, lang: Lang) -> String {
    routes::search_address(site, lang)
}

/// All files of the index for readers of the pen's language, none where the site has no search; nothing as soon as they are no
/// longer wanted.
pub fn files(pen: &Pen<'_>, wanted: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Outfile>> {
    let site = pen.site;
    if !site.file.search.is_on {
        return Some(Vec::new());
    }
    let pages = pages(site);
    let folder = Folder::default();
    let at_once = pages.len().div_ceil(rayon::current_num_threads() * PIECES_OF_A_THREAD).max(PAGES_AT_ONCE);
    let chunks = pages.par_chunks(at_once).map(|pages| wanted().then(|| gather(pen, pages, &folder)));
    let chunks: Vec<(Vec<Found>, super::gather::Gathered)> = chunks.collect::<Option<_>>()?;
    let mut all = Vec::with_capacity(chunks.len());
    let mut found = Vec::with_capacity(pages.len());
    let mut before = 0;
    for (pages, gathered) in chunks {
        all.push((before, gathered));
        before += pages.iter().map(|page| page.parts).sum::<u32>();
        found.extend(pages);
    }
    let terms = merge::merge(&all);
    all.into_par_iter().for_each(drop);
    let (first, shards) = shards(&terms);
    drop(terms);
    let blocks = found.par_chunks(BLOCK).map_init(
        || Deflater::new(Effort::Texts),
        |deflater, pages| {
            let documents: Vec<&str> = pages.iter().map(|page| &*page.document).collect();
            deflater.deflated(["[", &documents.join(","), "]"].concat().as_bytes())
        },
    );
    let named = |letter: &'static str, files: Vec<Vec<u8>>| {
        files.into_iter().enumerate().map(move |(number, bytes)| (format!("{letter}{number}.bin"), bytes))
    };
    let columns = columns::columns(pen, &pages).into_iter().map(|(name, column)| (format!("{name}.bin"), json(&column)));
    let mut files: Vec<Outfile> = named("t", shards).chain(named("d", blocks.collect())).chain(columns).collect();
    let mut hash = Sha256::new();
    files.iter().for_each(|(name, bytes)| {
        hash.update(name.as_bytes());
        hash.update(bytes);
    });
    let hash: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let address = self::folder(site, pen.lang);
    files.iter_mut().for_each(|(name, _)| *name = format!("{address}{hash}/{name}"));
    let root = Root {
        folder: hash,
        first,
        block: BLOCK,
        parts: found.iter().map(|page| page.parts).collect(),
        kinds: found.iter().map(|page| page.kind).collect(),
        sizes: found.iter().map(|page| page.size).collect(),
        names: Kind::ALL.into_iter().map(|kind| (kind.folder(), weight(site, kind))).collect(),
        old: old_forms::joined(),
    };
    files.push((format!("{address}{ROOT}"), json(&root)));
    Some(files)
}

fn json(value: &impl Serialize) -> Vec<u8> {
    // Strings, numbers and lists of them can always be written.
    let text = serde_json::to_string(value).unwrap_or_default();
    Deflater::new(Effort::Texts).deflated(untranslated::stripped(text).as_bytes())
}

/// A page, gathered.
struct Found {
    parts: u32,
    kind: usize,
    size: usize,
    document: String,
}

fn gather(pen: &Pen<'_>, pages: &[RecordId], folder: &Folder) -> (Vec<Found>, super::gather::Gathered) {
    let mut terms = Terms::new(folder);
    let mut found = Vec::with_capacity(pages.len());
    for id in pages {
        let first = terms.part();
        let parts = texts::read(pen, *id, &mut terms);
        terms.begin_part();
        let document = documents::document(pen, *id, parts);
        let kind = Kind::ALL.iter().position(|kind| *kind == pen.site.entry(*id).kind()).unwrap_or_default();
        let title = document.names.first().map_or("", |name| name);
        found.push(Found {
            parts: terms.part() - first,
            kind,
            size: size(title),
            document: untranslated::stripped(serde_json::to_string(&document).unwrap_or_default()),
        });
    }
    (found, terms.finish())
}

/// How long a title is: in words, of which two characters of a dense script are one. The client counts what is typed alike.
fn size(title: &str) -> usize {
    let dense = title.chars().filter(|c| is_dense(*c)).count();
    let words = title.split(|c: char| !c.is_alphanumeric() || is_dense(c)).filter(|word| !word.is_empty()).count();
    (dense.div_ceil(2) + words).clamp(1, 15)
}

/// The terms in pieces that are fetched together, and the first of each.
fn shards(terms: &[Term]) -> (Vec<String>, Vec<Vec<u8>>) {
    let mut bounds = vec![0];
    let mut bytes = 0;
    for (place, term) in terms.iter().enumerate() {
        let own = term.postings.len() + 6;
        if bytes > 0 && bytes + own > SHARD {
            bounds.push(place);
            bytes = 0;
        }
        bytes += own;
    }
    bounds.push(terms.len());
    let parts: Vec<&[Term]> =
        bounds.windows(2).filter_map(|pair| terms.get(pair[0]..pair[1])).filter(|part| !part.is_empty()).collect();
    let first = parts.iter().filter_map(|part| part.first()).map(|term| term.text.clone()).collect();
    (first, parts.into_par_iter().map_init(|| Deflater::new(Effort::Postings), |deflater, part| shard(part, deflater)).collect())
}

/// Each term: what it shares with the one before, the rest, the length of its postings (the lowest bit: it is whole), and these.
fn shard(terms: &[Term], deflater: &mut Deflater) -> Vec<u8> {
    let mut out = Vec::with_capacity(SHARD * 2);
    let mut last: &[u8] = &[];
    for term in terms {
        let text = term.text.as_bytes();
        let shared = text.iter().zip(last).take_while(|(a, b)| a == b).count();
        let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        pack::number(length(shared), &mut out);
        pack::number(length(text.len() - shared), &mut out);
        out.extend_from_slice(&text[shared..]);
        pack::number(length(term.postings.len()) << 1 | u32::from(term.is_whole), &mut out);
        out.extend_from_slice(&term.postings);
        last = text;
    }
    deflater.deflated(&out)
}
