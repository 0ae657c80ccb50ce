//! Renders a route of the linked site: a pure function of the site and the route.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Context, Value};

use super::glossary::Glossary;
use super::kit::Kit;
use super::made::Made;
use super::pen::Pen;
use super::theme::Theme;
use super::untranslated::Tongues;
use super::view::{View, can, compare, home, letter, lists, prepare, record, search, shared, sources};
use crate::base::Diagnostic;
use crate::markup::escape;
use crate::site::Site;
use crate::site::languages::{Lang, Languages};
use crate::site::routes::{self, Overview, Route};
use crate::source::Sources;

/// More bytes than most pages have.
const PAGE: usize = 32 << 10;

/// What pages are made with, beside the site itself.
pub struct Renderer {
    /// Templates and files.
    pub theme: Arc<Theme>,
    /// One kit for each language.
    pub kits: Arc<Vec<Kit>>,
    /// What all pages of a language share, or what is wrong with it.
    shared: Vec<Result<Shared, Diagnostic>>,
    /// The terms of each language.
    glossaries: Vec<Glossary>,
}

/// What all pages of one language share.
struct Shared {
    /// `site` in templates.
    site: Value,
    /// `m` in templates.
    words: Value,
}

impl Shared {
    fn new(pen: &Pen<'_>, theme: &Theme, assets: &[(Box<str>, Box<str>)]) -> Result<Self, Diagnostic> {
        let mut view = shared::site_view(pen, assets);
        let words = words(pen.kit.messages.plain_messages());
        let mut context = Context::new();
        context.insert_value("site", Value::from_serializable(&view));
        context.insert_value("m", words.clone());
        let render = |template: &str| theme.tera.render(template, &context).map_err(|error| theme.error(template, &error));
        view.menu_html = render("menu.html")?;
        view.footer_html = render("footer.html")?;
        view.settings_html = render("settings.html")?;
        Ok(Self { site: Value::from_serializable(&view), words })
    }
}

/// The words without variables as HTML: escaped once, and not on every page.
fn words(messages: &HashMap<String, String>) -> Value {
    let html = |id: &str, text: &str| if id == "separator_html" { text.to_owned() } else { escape(text) };
    let safe = |(id, text): (&String, &String)| (id.clone(), Value::safe_string(&html(id, text)));
    Value::from(messages.iter().map(safe).collect::<BTreeMap<_, _>>())
}

impl Renderer {
    /// Prepares what all pages share.
    pub fn new(site: &Site, theme: Arc<Theme>, kits: Arc<Vec<Kit>>) -> Self {
        let names: Vec<_> = theme.assets.iter().map(|asset| (asset.name.clone(), asset.hashed.clone())).collect();
        let all: Vec<(Lang, &Kit)> = site.languages.all().zip(kits.iter()).collect();
        let pen = |(lang, kit)| Pen { site, kit, lang, made: None };
        let of_language = |with| (Shared::new(&pen(with), &theme, &names), Glossary::new(&pen(with)));
        let (shared, glossaries) = all.into_par_iter().map(of_language).unzip();
        Self { theme, kits, shared, glossaries }
    }

    /// Makes what several pages of a language show: worth it before all of them are rendered, not for one.
    pub fn make(&self, site: &Site, lang: Lang) -> Made {
        prepare::prepare(&self.pen(site, lang, None))
    }

    /// The kits of all languages.
    pub fn kits(languages: &Languages, sources: &Sources) -> (Vec<Kit>, Vec<Diagnostic>) {
        let all: Vec<Lang> = languages.all().collect();
        let (kits, findings): (Vec<Kit>, Vec<Vec<Diagnostic>>) =
            all.into_par_iter().map(|lang| Kit::new(lang, languages, sources)).unzip();
        (kits, findings.concat())
    }

    /// The pen of a language, with what was made for it.
    pub fn pen<'a>(&'a self, site: &'a Site, lang: Lang, made: Option<&'a Made>) -> Pen<'a> {
        Pen { site, kit: &self.kits[lang.index()], lang, made }
    }

    /// The HTML of a page; nothing for a route that is no page. `made` is for the page's language; `complete` adds to the view
    /// what is made from it.
    pub fn page(
        &self,
        site: &Site,
        route: &Route,
        made: Option<&Made>,
        complete: impl FnOnce(&Pen<'_>, &mut View),
    ) -> Option<Result<Vec<u8>, Diagnostic>> {
        // A page that speaks all languages at once has the labels of the first.
        let lang = route.lang().unwrap_or(Lang(0));
        let pen = self.pen(site, lang, made);
        let mut view = self.view(&pen, route)?;
        complete(&pen, &mut view);
        let tongues = Tongues { page: pen.tag(), places: site.languages.known() };
        shared::set_tab(&pen, &tongues, &mut view);
        if let Route::Record(_, id) = route {
            self.glossaries[lang.index()].mark(&mut view, *id);
        }
        let shared = match &self.shared[lang.index()] {
            Ok(shared) => shared,
            Err(finding) => return Some(Err(finding.clone())),
        };
        let template = self.template(&view, route);
        let mut context = Context::new();
        context.insert_value("site", shared.site.clone());
        context.insert_value("m", shared.words.clone());
        context.insert_value("page", Value::from_serializable(&view));
        let mut html = Vec::with_capacity(PAGE);
        let rendered = self.theme.tera.render_to(&template, &context, &mut html);
        let finished = rendered.map(|()| tongues.finish(html, |languages| Self::notice(&pen, route, &view, languages)));
        Some(finished.map_err(|error| self.theme.error(&template, &error)))
    }

    /// What readers are told once of the words of a page: that they are a draft, with the pages to rely on, and that some are in other
    /// languages than theirs. Who meets all languages at once lacks none.
    fn notice(pen: &Pen<'_>, route: &Route, view: &View, languages: &[&str]) -> String {
        if route.lang().is_none() { String::new() } else { pen.of_translation(view.drafted.as_ref(), languages) }
    }

    /// What the template of a page is given.
    fn view(&self, pen: &Pen<'_>, route: &Route) -> Option<View> {
        Some(match route {
            Route::Root => self.root(pen, "root", "root_heading", "root_text", "root_action"),
            Route::NotFound => self.root(pen, "404", "not_found_title", "not_found_text", "not_found_action"),
            Route::NotFoundIn(_) => lists::not_found(pen),
            Route::Record(_, id) => {
                let mut view = record::view(pen, *id);
                if view.kind == "home" {
                    home::add(pen, &mut view);
                }
                view
            }
            Route::Home(_) => {
                let mut view = lists::home(pen);
                home::add(pen, &mut view);
                view
            }
            Route::List(_, kind, page) => lists::kind(pen, *kind, *page),
            Route::FacetIndex(_, facet) => lists::facet_index(pen, *facet),
            Route::FacetList(_, facet, value, page) => lists::facet_list(pen, *facet, value, *page),
            Route::Overview(_, Overview::Compare) => compare::view(pen),
            Route::Overview(_, Overview::Sources) => sources::view(pen),
            Route::Can(_, way) => can::view(pen, way),
            Route::Letter(_, id) => {
                // Those who answer read the language in which the site is written.
                let there = self.pen(pen.site, Lang(0), None);
                letter::view(pen, &there, *id)?
            }
            Route::Search(_) => search::view(pen, &self.kits),
            Route::DataPage(_) => lists::data(pen),
            Route::Alias(_, id) => lists::alias(pen, *id),
            _ => return None,
        })
    }

    /// A page that speaks all languages at once.
    fn root(&self, pen: &Pen<'_>, kind: &'static str, heading: &str, text: &str, action: &str) -> View {
        let site = pen.site;
        let mut view = View {
            kind,
            title: if kind == "404" { pen.kit.messages.text("not_found_title") } else { shared::site_title(pen) },
            description: site.file.tagline.as_ref().map(|tagline| pen.plain(tagline)).unwrap_or_default(),
            path: pen.href("/"),
            canonical: shared::absolute(site, "/"),
            noindex: kind == "404",
            in_languages: shared::in_languages(site, &self.kits, heading, text, action),
            ..View::default()
        };
        shared::set_languages(
            pen,
            &mut view,
            |lang| routes::home_address(site, lang),
            |lang| kind == "root" && shared::has_own_home(site, lang),
        );
        shared::set_entrance_as_default(site, &mut view);
        view
    }

    /// The template of a page: its kind's; of a kind of record that has none of its own, the one that all records share.
    fn template(&self, view: &View, route: &Route) -> String {
        let own = format!("{}.html", view.kind);
        if matches!(route, Route::Record(..)) && !self.theme.has(&own) { "record.html".to_owned() } else { own }
    }
}
