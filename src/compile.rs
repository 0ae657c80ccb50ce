//! The whole pipeline: parse, link; then any route can be rendered. Pure: files in memory in, bytes out.

mod cache;
mod link;
mod pages;

use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

pub use self::cache::Cache;
use self::cache::cached;
use crate::base::{Diagnostic, Place, diagnostic};
use crate::changes::published;
use crate::check;
use crate::check::lock::Lock;
use crate::model::document::{Document, Parsed};
use crate::outputs::{atom, calendar, data, headers, json_ld, redirects, sitemap};
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
use crate::site::link::{Options, SITE_FILE, site_file};
use crate::site::recruitment;
use crate::site::relink::Linked;
use crate::site::routes::Route;
use crate::site::vocabularies;
use crate::source::{File, Sources, Stored};

/// Pages that a thread renders without handing some to another.
const PAGES_AT_ONCE: usize = 10;

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
    let (mut findings, edits) = cache::parse(sources, cache);
    let (name, place) = theme_name(&cache.parsed);
    let site_file = site_file(&cache.parsed, &mut Vec::new());
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
            let (site, lock) = link::link(sources, &options, cache, edits.as_deref());
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

/// The theme's name and where it stands.
fn theme_name(parsed: &[Arc<Parsed>]) -> (String, Place) {
    let site_file: Arc<str> = SITE_FILE.into();
    let site = parsed.iter().find(|parsed| &*parsed.path == SITE_FILE).and_then(|parsed| parsed.document.as_ref());
    match site {
        Some(Document::Site(file, _)) => (file.theme.to_string(), Place::new(&site_file, file.theme_span)),
        _ => (theme::DEFAULT.to_owned(), Place::file(&site_file)),
    }
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
