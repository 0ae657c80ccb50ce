//! The whole pipeline: parse, link; then any route can be rendered. Pure: files in memory in, bytes out.

mod pages;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use crate::base::order::Orders;
use crate::base::{Diagnostic, Place, diagnostic};
use crate::changes::published;
use crate::check;
use crate::check::lock::{self, Lock};
use crate::model::brand::Colour;
use crate::model::document::{Document, Parsed};
use crate::model::prose::LinkUse;
use crate::outputs::{atom, calendar, data, headers, json_ld, redirects, sitemap};
use crate::render::kit::Kit;
use crate::render::locale_words;
use crate::render::made::Made;
use crate::render::messages;
use crate::render::pen::Pen;
use crate::render::renderer::Renderer;
use crate::render::theme::{self, Theme};
use crate::render::untranslated;
use crate::render::view::View;
use crate::search;
use crate::site::Site;
use crate::site::languages::{Lang, Languages};
use crate::site::link::{self, Options, SITE_FILE};
use crate::site::recruitment;
use crate::site::relink::{Edit, Linked};
use crate::site::routes::Route;
use crate::site::vocabularies;
use crate::source::{File, Files, Sources, Stored, below};

/// What was made before, and of which files. Each depends on nothing but those files' paths and texts, so that it counts as
/// long as they are the same; a hit brings back the findings too.
#[derive(Clone, Default)]
pub struct Cache {
    /// All files,
    files: Arc<Files>,
    /// and what those of `content/` are, in their order.
    parsed: Vec<Arc<Parsed>>,
    /// The last site.
    linked: Option<Linked>,
    /// What was accepted of translations and facts, with its file.
    lock: Option<(Option<Arc<File>>, Arc<Lock>)>,
    theme: Option<Cached<Look, Arc<Theme>>>,
    kits: Option<Cached<Languages, Arc<Vec<Kit>>>>,
}

/// Files that a thread parses without handing some to another: few, so that none is left alone with many at the end; and
/// enough that what is made once for all of them counts little.
const FILES_AT_ONCE: usize = 100;

/// Pages that a thread renders without handing some to another.
const PAGES_AT_ONCE: usize = 10;

/// A path, and the file that is there.
type Item = (Arc<str>, Arc<File>);

/// What a theme is made for: its name, and the site's own colour.
type Look = (String, Option<Colour>);

/// Something made of all files of a folder.
#[derive(Clone)]
struct Cached<K, T> {
    key: K,
    files: Vec<Item>,
    made: T,
    findings: Vec<Diagnostic>,
}

/// What is made of the files of a folder and of a key: from before, when these are the same.
fn cached<K: PartialEq, T: Clone>(
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

impl Cache {
    /// Every file of `content/` as it was read last, in the order of their paths.
    pub fn parsed(&self) -> &[Arc<Parsed>] {
        &self.parsed
    }
}

/// A site that is ready to be rendered, and what was found on the way.
pub struct Compiled {
    /// The linked site.
    pub site: Site,
    /// What pages are made with.
    pub renderer: Renderer,
    /// The words of calendars in each language.
    calendar_words: Vec<calendar::Words>,
    /// Files of `content/assets/`, and all others.
    sources: Sources,
    /// What was accepted of translations and facts.
    lock: Arc<Lock>,
    /// Everything that was found, sorted.
    pub findings: Vec<Diagnostic>,
}

/// Reads what is built into the program before it is needed.
pub fn read_built_in() {
    vocabularies::read_built_in();
    messages::read_built_in();
}

/// Compiles a site.
pub fn compile(sources: &Sources, options: &Options, cache: &mut Cache) -> Compiled {
    let (mut findings, edits) = parse(sources, cache);
    let (name, place) = theme_name(&cache.parsed);
    let site_file = link::site_file(&cache.parsed, &mut Vec::new());
    let languages = Languages::new(&site_file);
    let languages_are_read = languages.are_named();
    let mut last_kits = cache.kits.take();
    let (linked, (kits, mut found)) = rayon::join(
        || {
            let look = (name.clone(), site_file.colour);
            let (theme, found) = cached(&mut cache.theme, look, "themes/", sources, |(name, colour)| {
                let (theme, findings) = Theme::new(name, *colour, sources);
                (Arc::new(theme), findings)
            });
            let theme_assets = theme.assets.iter().map(|asset| asset.hashed.clone()).collect();
            let options = Options { theme_assets, ..options.clone() };
            let (site, lock) = link(sources, &options, cache, edits.as_deref());
            (theme, found, site, lock)
        },
        || {
            cached(&mut last_kits, languages, "locales/", sources, |languages| {
                let (kits, findings) = Renderer::kits(languages, sources);
                (Arc::new(kits), findings)
            })
        },
    );
    cache.kits = last_kits;
    let (theme, found_in_theme, site, lock) = linked;
    findings.extend(found_in_theme);
    findings.extend(theme::unknown(&name, place, sources));
    findings.extend(locale_words::check(&site.languages, sources));
    let missing: Vec<&[String]> = kits.iter().map(|kit| &*kit.missing_words).collect();
    findings.extend(locale_words::missing_words(&site_file, &site.languages, &missing));
    findings.extend(cache.linked.iter().flat_map(Linked::findings).cloned());
    findings.append(&mut found);
    if !languages_are_read {
        leave_to_mend(&mut findings);
    }
    let renderer = Renderer::new(&site, theme, kits);
    let calendar_words = site.languages.all().map(|lang| calendar::Words::new(&renderer.pen(&site, lang, None))).collect();
    diagnostic::sort(&mut findings);
    Compiled { site, renderer, calendar_words, sources: sources.clone(), lock, findings }
}

/// While nobody knows in which languages the site is, most of what else would be found is found because of that: the site's own
/// file is mended first.
fn leave_to_mend(findings: &mut Vec<Diagnostic>) {
    findings.retain(|finding| &*finding.place.path == SITE_FILE);
}

/// Links the site: the edits into the last one where that gives the same as linking everything, which is done else.
fn link(sources: &Sources, options: &Options, cache: &mut Cache, edits: Option<&[Edit]>) -> (Site, Arc<Lock>) {
    let file = sources.files.get(lock::PATH);
    let last = cache.lock.take().filter(|(last, _)| last.as_ref() == file);
    let is_same_lock = last.is_some();
    let (file, lock) = last.unwrap_or_else(|| {
        let text = file.and_then(|file| file.as_text()).map_or("", |text| &**text);
        (file.cloned(), Arc::new(Lock::parse(text)))
    });
    let headings = match &cache.linked {
        Some(linked) if is_same_lock => linked.headings(),
        _ => Arc::new(lock.headings()),
    };
    let options = &Options { headings, ..options.clone() };
    cache.lock = Some((file, lock.clone()));
    let edited = cache.linked.as_mut().zip(edits).and_then(|(linked, edits)| linked.edit(edits, sources.as_of, options));
    if edited.is_none() {
        cache.linked = None;
    }
    let linked = cache.linked.get_or_insert_with(|| Linked::new(&cache.parsed, &assets(sources), sources.as_of, options));
    let edited_all = edited.is_none();
    // Another file in the place of one is no edit of a record.
    let sizes = sizes(sources, &linked.site);
    if *linked.site.sizes != sizes {
        linked.site.sizes = Arc::new(sizes);
    }
    match edited {
        Some(records) if is_same_lock => lock::renew_outdated(&mut linked.site, &lock, &records),
        _ => linked.site.outdated = Arc::new(lock::outdated(&linked.site, &lock)),
    }
    linked.site.look_what_is_begun();
    if edited_all || !is_same_lock {
        linked.site.versions = Arc::new(lock.ledger.versions());
    }
    (linked.site.clone(), lock)
}

/// Parses every file of `content/` that is not in the cache as it is, in parallel; then all are there. Gives the findings of
/// all files, and which were parsed anew, unless others came or went.
fn parse(sources: &Sources, cache: &mut Cache) -> (Vec<Diagnostic>, Option<Vec<Edit>>) {
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

/// The theme's name and where it stands.
fn theme_name(parsed: &[Arc<Parsed>]) -> (String, Place) {
    let site_file: Arc<str> = SITE_FILE.into();
    let site = parsed.iter().find(|parsed| &*parsed.path == SITE_FILE).and_then(|parsed| parsed.document.as_ref());
    match site {
        Some(Document::Site(file, _)) => (file.theme.to_string(), Place::new(&site_file, file.theme_span)),
        _ => (theme::DEFAULT.to_owned(), Place::file(&site_file)),
    }
}

fn assets(sources: &Sources) -> Vec<Arc<str>> {
    let folders = ["content/assets/", "content/site-root/"].into_iter();
    folders.flat_map(|folder| sources.below(folder).map(|(path, _)| path.clone())).collect()
}

/// How many bytes the files have that records lead to, by their addresses.
fn sizes(sources: &Sources, site: &Site) -> BTreeMap<Box<str>, u64> {
    let links = site.entries.iter().flat_map(|entry| &entry.record.uses.links);
    let size = |link: &LinkUse| {
        let path = link.address.strip_prefix("/assets/").map(|rest| format!("content/assets/{rest}"))?;
        Some((link.address.as_str().into(), sources.files.get(&*path)?.size()?))
    };
    links.filter_map(size).collect()
}

/// Adds to a page what is made from the whole site or from the page itself.
fn complete(pen: &Pen<'_>, route: &Route, view: &mut View) {
    if matches!(route, Route::DataPage(_)) {
        data::complete(pen, view);
    }
    view.json_ld = json_ld::of(pen, route, view);
    view.policy = view.json_ld.as_deref().map(json_ld::policy);
}

impl Compiled {
    /// Everything that was found, and what the rules find in the linked site, without what its records allow; sorted.
    pub fn check(&self) -> Vec<Diagnostic> {
        self.check_while(&|| true).unwrap_or_default()
    }

    /// The same as long as somebody wants to know; nothing as soon as nobody does.
    pub fn check_while(&self, wanted: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Diagnostic>> {
        if !self.site.languages.are_named() {
            return Some(self.findings.clone());
        }
        let mut findings = check::run_while(&self.site, &self.sources, &self.lock, &self.findings, wanted)?;
        check::allow::apply(&self.site, &mut findings);
        check::translations::leave_to_mend(&mut findings);
        findings.extend(published::check(&self.site, &self.lock.ledger));
        if wanted() {
            findings.extend(pages::check(self));
        }
        diagnostic::sort(&mut findings);
        Some(findings)
    }

    /// All files.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Is the site another at that instant: has a state of recruitment changed, or the day?
    pub fn differs_at(&self, instant: Timestamp) -> bool {
        let day = |instant: Timestamp| instant.to_zoned(self.site.file.zone.0.clone()).date();
        day(instant) != day(self.sources.as_of) || recruitment::differs(&self.site, instant)
    }

    /// What was accepted of translations and facts.
    pub fn lock(&self) -> &Lock {
        &self.lock
    }

    /// Must nothing be published?
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == crate::base::Severity::Error)
    }

    /// Renders every route but those of [`Self::stored`] files, and makes the files of the search, in parallel; hands each with its
    /// address on, and gives back what came of it.
    pub fn render_all<T: Send>(&self, then: impl Fn(&str, Result<Vec<u8>, Diagnostic>) -> Option<T> + Sync) -> Vec<T> {
        self.render_some(
            |_| true,
            then,
            |pen, then| {
                let files = search::files::files(pen, &|| true).unwrap_or_default();
                files.into_par_iter().filter_map(|(address, bytes)| then(&address, Ok(bytes))).collect()
            },
        )
    }

    /// What goes wrong when every page is rendered. Only templates can have mistakes, and the built-in ones have none: a site
    /// without templates of its own need not be printed for nobody.
    pub fn mistakes_in_pages(&self) -> Vec<Diagnostic> {
        match self.renderer.theme.is_built_in() {
            true => Vec::new(),
            false => self.render_some(Route::is_page, |_, rendered| rendered.err(), |_, _| Vec::new()),
        }
    }

    /// Renders the routes that are wanted, and makes with the pen of each language what comes behind its pages.
    fn render_some<T: Send, F: Fn(&str, Result<Vec<u8>, Diagnostic>) -> Option<T> + Sync>(
        &self,
        is_wanted: impl Fn(&Route) -> bool,
        then: F,
        behind: impl Fn(&Pen<'_>, &F) -> Vec<T>,
    ) -> Vec<T> {
        let mut results = Vec::new();
        // One language after the other: what its pages share is needed no longer then.
        for lang in self.site.languages.all() {
            let mut made = self.renderer.make(&self.site, lang);
            // What takes longest comes first, so that no thread is left with it at the end: files, of which some list all pages.
            // Those of no language are rendered with the first.
            let is_own = |route: &Route| route.lang().unwrap_or(Lang(0)) == lang && is_wanted(route);
            let own = self.site.routes.iter().filter(|(_, route)| is_own(route) && self.stored(route).is_none());
            let (pages, files): (Vec<_>, Vec<_>) = own.partition(|(_, route)| route.is_page());
            let all = files.into_par_iter().chain(pages).with_max_len(PAGES_AT_ONCE);
            results.par_extend(all.filter_map(|(address, route)| then(address, self.render_with(route, Some(&made)))));
            std::mem::take(&mut made.parts).into_par_iter().for_each(drop);
            results.append(&mut behind(&self.renderer.pen(&self.site, lang, Some(&made)), &then));
        }
        results
    }

    /// The files of the search in a language, none where the site has no search; nothing as soon as nobody wants them.
    pub fn search_while(&self, lang: Lang, wanted: &(dyn Fn() -> bool + Sync)) -> Option<Vec<search::files::Outfile>> {
        search::files::files(&self.renderer.pen(&self.site, lang, None), wanted)
    }

    /// The bytes of a route.
    pub fn render(&self, route: &Route) -> Result<Vec<u8>, Diagnostic> {
        self.render_with(route, None)
    }

    /// The bytes of a file that is published as it is, without a copy of them.
    pub fn asset(&self, route: &Route) -> Option<Arc<[u8]>> {
        match route {
            Route::ThemeAsset(name) => {
                self.renderer.theme.assets.iter().find(|asset| asset.hashed == *name).map(|asset| asset.bytes.clone())
            }
            Route::ContentAsset(path) => match &**self.sources.files.get(&**path)? {
                File::Text(text) => Some(text.clone().into()),
                File::Binary(bytes) => Some(bytes.clone()),
                File::Stored(_) | File::Unreadable(_) => None,
            },
            _ => None,
        }
    }

    /// The file that is published as it is, and whose bytes are not held: it has none here.
    pub fn stored(&self, route: &Route) -> Option<&Stored> {
        let Route::ContentAsset(path) = route else { return None };
        match &**self.sources.files.get(&**path)? {
            File::Stored(stored) => Some(stored),
            _ => None,
        }
    }

    /// [`Self::render`], with what was made for the route's language before.
    fn render_with(&self, route: &Route, made: Option<&Made>) -> Result<Vec<u8>, Diagnostic> {
        let page = self.renderer.page(&self.site, route, made, |pen, view| complete(pen, route, view));
        if let Some(page) = page {
            return page;
        }
        let pen = |lang| self.renderer.pen(&self.site, lang, made);
        // In which language words are is not told in files.
        let plain = |text: String| untranslated::stripped(text).into_bytes();
        Ok(match route {
            Route::Feed(lang) => plain(atom::feed(&pen(*lang))),
            Route::Calendar(lang, id, round) => {
                plain(calendar::round(&pen(*lang), &self.calendar_words[lang.index()], *id, *round))
            }
            Route::Subscription(lang, id) => plain(calendar::subscription(&pen(*lang), &self.calendar_words[lang.index()], *id)),
            Route::Data(table, format) => {
                let pens: Vec<_> = self.site.languages.all().map(|lang| self.renderer.pen(&self.site, lang, None)).collect();
                plain(data::file(&pens, *table, *format))
            }
            Route::Sitemap => sitemap::sitemap(&self.site).into_bytes(),
            Route::SitemapPart(number) => sitemap::part(&self.site, *number).into_bytes(),
            Route::NoJekyll => Vec::new(),
            Route::Robots => sitemap::robots(&self.site).into_bytes(),
            Route::Headers => headers::headers(&self.site).into_bytes(),
            Route::Htaccess => redirects::htaccess(&self.site).into_bytes(),
            Route::Redirects => redirects::redirects(&self.site).into_bytes(),
            Route::ThemeAsset(_) | Route::ContentAsset(_) => self.asset(route).map(|asset| asset.to_vec()).unwrap_or_default(),
            _ => Vec::new(),
        })
    }
}
