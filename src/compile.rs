//! The whole pipeline: parse, link, prepare; then any route can be rendered. Pure: files in memory in, bytes out.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use crate::base::{Diagnostic, Fingerprint, Place, diagnostic};
use crate::check;
use crate::check::lock::{self, Lock};
use crate::model::document::{Document, Parsed};
use crate::outputs::{atom, headers, redirects, sitemap};
use crate::render::renderer::Renderer;
use crate::render::theme::{self, Theme};
use crate::site::Site;
use crate::site::link::{self, Options, SITE_FILE};
use crate::site::recruitment;
use crate::site::routes::Route;
use crate::source::{File, Sources};

/// Parsed files by path and fingerprint. A hit brings back the findings too. The only cache: parsing depends on nothing
/// but the file's own path and text.
#[derive(Debug, Clone, Default)]
pub struct Cache {
    parsed: HashMap<Arc<str>, (Fingerprint, Arc<Parsed>)>,
}

/// A site that is ready to be rendered, and what was found on the way.
pub struct Compiled {
    /// The linked site.
    pub site: Site,
    /// What pages are made with.
    pub renderer: Renderer,
    /// Files of `content/assets/`, and all others.
    sources: Sources,
    /// Everything that was found, sorted.
    pub findings: Vec<Diagnostic>,
}

/// Compiles a site.
pub fn compile(sources: &Sources, options: &Options, cache: &mut Cache) -> Compiled {
    let (parsed, mut findings) = parse(sources, cache);
    let (name, place) = theme_name(&parsed);
    let (theme, mut found) = Theme::new(&name, sources);
    findings.append(&mut found);
    findings.extend(theme::unknown(&name, place, sources));
    let theme = Arc::new(theme);
    let theme_assets = theme.assets.iter().map(|asset| asset.hashed.clone()).collect();
    let options = Options { theme_assets, ..options.clone() };
    let (site, mut found) = link::link(&parsed, &assets(sources), sources.as_of, &options);
    findings.append(&mut found);
    let (kits, mut found) = Renderer::kits(&site, sources);
    findings.append(&mut found);
    let renderer = Renderer::new(&site, theme, Arc::new(kits));
    diagnostic::sort(&mut findings);
    Compiled { site, renderer, sources: sources.clone(), findings }
}

/// Every file of `content/`, parsed in parallel or taken from the cache.
fn parse(sources: &Sources, cache: &mut Cache) -> (Vec<Arc<Parsed>>, Vec<Diagnostic>) {
    let known = &cache.parsed;
    let files: Vec<(&Arc<str>, &Arc<File>)> = sources.files.iter().filter(|(path, _)| path.starts_with("content/")).collect();
    let parsed: Vec<Arc<Parsed>> = files
        .par_iter()
        .filter_map(|(path, file)| {
            let fingerprint = file.as_text().map(|file| file.fingerprint);
            match (known.get(*path), fingerprint) {
                (Some((old, parsed)), Some(new)) if *old == new => Some(parsed.clone()),
                _ => Parsed::of(path, file).map(Arc::new),
            }
        })
        .collect();
    cache.parsed = parsed
        .iter()
        .filter_map(|parsed| {
            let fingerprint = sources.files.get(&parsed.path)?.as_text()?.fingerprint;
            Some((parsed.path.clone(), (fingerprint, parsed.clone())))
        })
        .collect();
    let findings = parsed.iter().flat_map(|parsed| parsed.findings.iter().cloned()).collect();
    (parsed, findings)
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
    sources.files.keys().filter(|path| path.starts_with("content/assets/")).cloned().collect()
}

impl Compiled {
    /// Everything that was found, and what the rules find in the linked site, without what its records allow; sorted.
    pub fn check(&self) -> Vec<Diagnostic> {
        let mut findings = self.findings.clone();
        findings.append(&mut check::run(&self.site, &self.lock()));
        check::allow::apply(&self.site, &mut findings);
        diagnostic::sort(&mut findings);
        findings
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
    pub fn lock(&self) -> Lock {
        Lock::parse(self.sources.text(lock::PATH).unwrap_or_default())
    }

    /// Must nothing be published?
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == crate::base::Severity::Error)
    }

    /// The bytes of a route.
    pub fn render(&self, route: &Route) -> Result<Vec<u8>, Diagnostic> {
        if let Some(page) = self.renderer.page(&self.site, route) {
            return page.map(String::into_bytes);
        }
        Ok(match route {
            Route::Feed(lang) => atom::feed(&self.renderer.pen(&self.site, *lang)).into_bytes(),
            Route::Sitemap => sitemap::sitemap(&self.site).into_bytes(),
            Route::SitemapPart(number) => sitemap::part(&self.site, *number).into_bytes(),
            Route::Robots => sitemap::robots(&self.site).into_bytes(),
            Route::Headers => headers::headers(&self.site).into_bytes(),
            Route::Redirects => redirects::redirects(&self.site).into_bytes(),
            Route::ThemeAsset(name) => {
                let asset = self.renderer.theme.assets.iter().find(|asset| asset.hashed == *name);
                asset.map(|asset| asset.bytes.to_vec()).unwrap_or_default()
            }
            Route::ContentAsset(path) => match self.sources.files.get(&**path).map(|file| &**file) {
                Some(File::Text(file)) => file.text.as_bytes().to_vec(),
                Some(File::Binary(bytes)) => bytes.to_vec(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        })
    }
}
