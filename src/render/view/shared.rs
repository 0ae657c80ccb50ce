//! What all pages of one language share, and what every view needs: addresses, languages, crumbs.

use serde::Serialize;

use super::html::html;
use super::parts::InLanguage;
use super::{Alternate, Crumb, View};
use crate::base::{Arg, Language};
use crate::markup::{Inline, escape};
use crate::model::brand::MenuEntry;
use crate::model::node::{Node, Value};
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::render::kit::Kit;
use crate::render::pen::Pen;
use crate::render::untranslated::Tongues;
use crate::site::facets::Facet;
use crate::site::languages::Lang;
use crate::site::mentions;
use crate::site::recruitment::State;
use crate::site::routes::{self, Overview};
use crate::site::{Site, ways};

/// The site as all pages of one language see it: `site` in templates.
#[derive(Debug, Serialize)]
pub struct SiteView {
    /// The title, plain.
    pub title: String,
    /// The title's language when it is not the reader's.
    pub title_lang: Option<String>,
    /// The line below it.
    #[serde(serialize_with = "html")]
    pub tagline: Option<Inline>,
    /// The address of a picture beside the title.
    #[serde(serialize_with = "html")]
    pub logo: Option<String>,
    /// The address of a style sheet after the theme's.
    #[serde(serialize_with = "html")]
    pub stylesheet: Option<String>,
    /// The home page's own text comes first.
    pub text_first: bool,
    /// The language's tag.
    pub lang: String,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    /// The home page.
    #[serde(serialize_with = "html")]
    pub home: String,
    /// The base path: `/` or `/guide/`.
    pub base: String,
    /// Where readers find what.
    pub menu: Vec<MenuItem>,
    /// The template `menu.html`, which is the same on all pages.
    #[serde(serialize_with = "html")]
    pub menu_html: String,
    /// The template `footer.html`, which is the same on all pages.
    #[serde(serialize_with = "html")]
    pub footer_html: String,
    /// The template `settings.html`, which is the same on all pages.
    #[serde(serialize_with = "html")]
    pub settings_html: String,
    /// Pages of prose in the footer.
    pub pages: Vec<MenuItem>,
    /// The feed.
    #[serde(serialize_with = "html")]
    pub feed: String,
    /// Whom readers ask about the site.
    #[serde(serialize_with = "html")]
    pub contact: Option<Inline>,
    /// Under which terms the contents may be used.
    #[serde(serialize_with = "html")]
    pub licence: Option<Inline>,
    /// Links in the footer.
    #[serde(serialize_with = "html")]
    pub links: Vec<Inline>,
    /// Addresses of the theme's files by their names.
    #[serde(serialize_with = "html")]
    pub assets: std::collections::BTreeMap<String, String>,
    /// The content security policy for the page's head.
    #[serde(serialize_with = "html")]
    pub policy: &'static str,
    /// The page of results of the search, unless the site has none.
    pub search: Option<String>,
    /// The words that a browser shows as time passes, as JSON for an attribute in single quotes.
    #[serde(serialize_with = "html")]
    pub live_words: String,
}

/// An entry of a menu.
#[derive(Debug, Serialize)]
pub struct MenuItem {
    /// Its address.
    #[serde(serialize_with = "html")]
    pub href: String,
    /// Its name.
    #[serde(serialize_with = "html")]
    pub name: Inline,
}

/// The policy of every page: nothing from elsewhere, no inline script or style.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

/// What all pages of the pen's language share.
pub fn site_view(pen: &Pen<'_>, assets: &[(Box<str>, Box<str>)]) -> SiteView {
    let site = pen.site;
    let tag = pen.tag();
    let home = pen.href(&routes::home_address(site, pen.lang));
    let (menu, others) = menu(pen);
    let mut pages: Vec<(u32, MenuItem)> = site
        .ids()
        .filter(|(_, entry)| !entry.broken)
        .filter_map(|(id, entry)| match &entry.record.body {
            Body::Page(page) => Some((page.menu?, MenuItem { href: escape(&pen.record_href(id)), name: pen.title_marked(id) })),
            _ => None,
        })
        .filter(|(_, page)| menu.iter().all(|item| item.href != page.href))
        .collect();
    pages.sort_by_key(|(place, _)| *place);
    let data = MenuItem { href: pen.href(&routes::data_address(site, pen.lang)), name: pen.say("data_title") };
    SiteView {
        title: site_title(pen),
        title_lang: title_language(pen).map(ToString::to_string),
        tagline: pen.optional(site.file.tagline.as_ref()),
        logo: site.file.logo.as_ref().map(|logo| pen.href(&logo.0)),
        stylesheet: site.file.stylesheet.as_ref().map(|sheet| pen.href(&sheet.0)),
        text_first: site.file.text_first,
        lang: tag.to_string(),
        dir: direction(site, pen.lang),
        feed: format!("{home}feed.xml"),
        home,
        base: site.base_url.path.to_string(),
        menu,
        menu_html: String::new(),
        footer_html: String::new(),
        settings_html: String::new(),
        pages: {
            let own = pages.into_iter().map(|(_, item)| item);
            own.chain(others).chain([data]).collect()
        },
        contact: site.file.contact.as_ref().map(|contact| pen.contact(contact)),
        licence: pen.optional(site.file.licence.as_ref()),
        links: pen.items(&site.file.links, |link| pen.link(link)),
        assets: assets.iter().map(|(name, hashed)| (name.to_string(), pen.href(&format!("/theme/{hashed}")))).collect(),
        search: site.file.search.is_on.then(|| pen.href(&routes::search_address(site, pen.lang))),
        policy: POLICY,
        // The attribute is in single quotes: the many double quotes of JSON stand as they are.
        live_words: escape(&live_words(pen)).replace("&quot;", "\""),
    }
}

/// The header's menu, and what stands at the foot for want of a place in it.
fn menu(pen: &Pen<'_>) -> (Vec<MenuItem>, Vec<MenuItem>) {
    let site = pen.site;
    let list = |folder: &str, title: &str| MenuItem {
        href: pen.href(&routes::list_address(site, pen.lang, folder, 1)),
        name: pen.say(title),
    };
    let of_kind = |kind: Kind| {
        let is_there = !site.list(pen.lang, kind).is_empty();
        is_there.then(|| (kind.folder(), list(kind.folder(), kind.plural())))
    };
    let overview = |overview: Overview, title: &str| {
        overview.is_in(site, pen.lang).then(|| (overview.folder(), list(overview.folder(), title)))
    };
    // States of recruitment divide the list of schedules already.
    let divides = |facet: &Facet| *facet != Facet::Recruitment && site.facets.divides(*facet);
    let facets = Facet::ALL.into_iter().filter(|facet| !site.facets.of(*facet).is_empty());
    let (facets, rest): (Vec<Facet>, Vec<Facet>) = facets.partition(divides);
    let facet = |facet: Facet| (facet.folder(), list(facet.folder(), facet_label(facet)));
    // What readers ask: what can I do, when, at what cost, where, whom do I ask; then words and news.
    let mut lists: Vec<(&str, MenuItem)> = [Kind::Journey, Kind::Program].into_iter().filter_map(of_kind).collect();
    lists.extend(overview(Overview::Compare, "menu_compare"));
    lists.extend([Kind::Schedule, Kind::Fee, Kind::Hospital, Kind::Organization].into_iter().filter_map(of_kind));
    lists.extend(facets.into_iter().map(facet));
    lists.extend([Kind::Notice, Kind::Term].into_iter().filter_map(of_kind));
    // Every list is reached by links.
    let rest = rest.into_iter().map(facet).chain(overview(Overview::Sources, "sources_title"));
    if site.file.menu.is_empty() {
        let has_ways = site.find(Kind::Page, "index").is_some() && !ways::professions(site).is_empty();
        let home = pen.href(&routes::home_address(site, pen.lang));
        let can = has_ways.then(|| MenuItem { href: format!("{home}#can"), name: pen.say("menu_can") });
        let usual = can.into_iter().chain(lists.into_iter().map(|(_, item)| item));
        return (usual.collect(), rest.map(|(_, item)| item).collect());
    }
    lists.extend(rest);
    let mut take = |folder: &str| {
        let at = lists.iter().position(|(list, _)| *list == folder)?;
        Some(lists.remove(at).1)
    };
    let entry = |entry: &MenuEntry| match entry {
        MenuEntry::List(folder) => take(folder),
        MenuEntry::Record(reference) => {
            let id = mentions::resolve(site, &reference.target).ok().filter(|id| !site.entry(*id).broken)?;
            Some(MenuItem { href: escape(&pen.record_href(id)), name: pen.title_marked(id) })
        }
    };
    let menu = site.file.menu.iter().filter_map(entry).collect();
    (menu, lists.into_iter().map(|(_, item)| item).collect())
}

/// The words of states at any time, and how many days before its close a recruitment closes soon.
fn live_words(pen: &Pen<'_>) -> String {
    let text = |id: &str| pen.kit.messages.text(id);
    let mut words: serde_json::Map<String, serde_json::Value> = State::ALL
        .into_iter()
        .map(|state| (state.as_str().to_owned(), text(state.message()).into()))
        .chain(STAGE_STATES.iter().map(|(name, id)| ((*name).to_owned(), text(id).into())))
        .collect();
    words.insert("local".to_owned(), pen.kit.messages.format("live_local", &[("time", Arg::from("{time}"))]).into());
    words.insert("soon".to_owned(), pen.site.file.closing_soon_days.into());
    serde_json::Value::Object(words).to_string()
}

/// The states of a stage, as classes, and the ids of their words.
pub const STAGE_STATES: [(&str, &str); 5] = [
    ("upcoming-stage", "stage_upcoming"),
    ("open-stage", "stage_open"),
    ("over", "stage_over"),
    ("later", "stage_later"),
    ("passed", "stage_passed"),
];

/// The site's title without markup.
pub fn site_title(pen: &Pen<'_>) -> String {
    pen.site.file.title.as_ref().map(|title| pen.plain(title)).unwrap_or_default()
}

/// The words of the tab: one text in one language, as no part of it can be told to be in another.
pub fn set_tab(pen: &Pen<'_>, tongues: &Tongues<'_>, view: &mut View) {
    view.tab_lang = view.title_lang.clone().or_else(|| tongues.only(&view.title).map(ToOwned::to_owned));
    let site = match &view.tab_lang {
        None => Some(site_title(pen)),
        Some(tag) => title_in(pen, tag),
    };
    let site = site.filter(|title| view.kind != "home" && !title.is_empty());
    view.tab = [Some(view.title.clone()), site].into_iter().flatten().collect::<Vec<_>>().join(" | ");
}

/// The site's title in that language, if it is written in it.
fn title_in(pen: &Pen<'_>, tag: &str) -> Option<String> {
    let languages = &pen.site.languages;
    let phrase = languages.best(pen.site.file.title.as_ref()?, languages.find(tag)?)?;
    (phrase.language.as_str() == tag).then(|| pen.plain_phrase(&phrase.source, phrase.is_plain))
}

/// The language of the title, when it is not the reader's.
fn title_language<'a>(pen: &Pen<'a>) -> Option<&'a Language> {
    let title = pen.site.file.title.as_ref()?;
    pen.foreign(&pen.site.languages.best(title, pen.lang)?.language)
}

/// `rtl` or `ltr`.
pub fn direction(site: &Site, lang: Lang) -> &'static str {
    if site.languages.is_right_to_left(lang) { "rtl" } else { "ltr" }
}

/// An absolute address.
pub fn absolute(site: &Site, address: &str) -> String {
    [&*site.base_url.origin, site.base_url.path.trim_end_matches('/'), address].concat()
}

/// The switch of languages, and the alternates that search engines are told: only languages in which the page is real.
pub fn set_languages(pen: &Pen<'_>, view: &mut View, address: impl Fn(Lang) -> String, is_real: impl Fn(Lang) -> bool) {
    let site = pen.site;
    let is_written = site.languages.all().any(&is_real);
    for lang in site.languages.all() {
        let address = address(lang);
        let alternate = |href| Alternate {
            tag: site.languages.tag(lang).to_string(),
            name: site.languages.name(lang).to_owned(),
            href,
            current: lang == pen.lang,
            lacks: is_written && !is_real(lang),
        };
        view.languages.push(alternate(escape(&pen.href(&address))));
        if is_real(lang) && is_real(pen.lang) {
            view.alternates.push(alternate(absolute(site, &address)));
        }
    }
    if view.languages.len() < 2 {
        view.languages.clear();
    }
    if site.languages.is_draft(pen.lang) {
        let relied_on = site.languages.all().filter(|lang| !site.languages.is_draft(*lang) && (!is_written || is_real(*lang)));
        view.drafted = pen.draft(relied_on.map(|lang| (site.languages.tag(lang), address(lang))));
    }
    // A page that is its own only translation has nothing to tell.
    if view.alternates.len() < 2 {
        view.alternates.clear();
    }
    view.x_default = view.alternates.first().map(|alternate| alternate.href.clone());
}

/// The language in which the lists are real that readers of `lang` are shown: their own once something is written in it.
pub fn begun(site: &Site, lang: Lang) -> Lang {
    let mut chain = site.languages.chain(lang).iter().filter_map(|language| site.languages.find(language.as_str()));
    if site.is_begun(lang) { lang } else { chain.find(|lang| site.is_begun(*lang)).unwrap_or(Lang(0)) }
}

/// Of home pages, the default is the page that offers the languages; it names the same alternates.
pub fn set_entrance_as_default(site: &Site, view: &mut View) {
    view.x_default = view.x_default.take().map(|_| absolute(site, "/"));
}

/// Is the home page of that language written in it?
pub fn has_own_home(site: &Site, lang: Lang) -> bool {
    site.find(Kind::Page, "index").map_or_else(|| site.is_begun(lang), |id| site.entry(id).exists_in(lang, &site.languages))
}

/// The way to the list of a kind.
pub fn crumbs(pen: &Pen<'_>, kind: Option<Kind>) -> Vec<Crumb> {
    let mut crumbs =
        vec![Crumb { name: pen.say("crumb_home"), lang: None, href: Some(pen.href(&routes::home_address(pen.site, pen.lang))) }];
    if let Some(kind) = kind {
        let href = pen.href(&routes::list_address(pen.site, pen.lang, kind.folder(), 1));
        crumbs.push(Crumb { name: pen.say(kind.plural()), lang: None, href: Some(href) });
    }
    crumbs
}

/// The message id of a facet's name.
pub fn facet_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Prefecture => "facet_prefecture",
        Facet::Specialty => "facet_specialty",
        Facet::ProgramKind => "facet_program_kind",
        Facet::Recruitment => "facet_recruitment",
        Facet::Language => "facet_training_language",
        Facet::LanguageLevel => "facet_language_level",
        Facet::Practice => "facet_practice",
        Facet::Age => "facet_age",
    }
}

/// The parts of a page that speaks all languages.
pub fn in_languages(site: &Site, kits: &[Kit], heading: &str, text: &str, action: &str) -> Vec<InLanguage> {
    site.languages
        .all()
        .zip(kits)
        .map(|(lang, kit)| {
            let pen = Pen { site, kit, lang, made: None };
            InLanguage {
                tag: pen.tag().to_string(),
                dir: direction(site, lang),
                name: escape(site.languages.name(lang)),
                href: pen.href(&routes::home_address(site, lang)),
                title: site.file.title.as_ref().map(|title| pen.text(title)).unwrap_or_default(),
                heading: pen.say(heading),
                text: pen.say(text),
                action: pen.say(action),
            }
        })
        .collect()
}

/// Free YAML data as JSON. Scalars stay text.
pub fn json(node: &Node) -> serde_json::Value {
    use serde_json::Value as Json;
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar { text, quoted: false } if &**text == "true" || &**text == "false" => Json::Bool(&**text == "true"),
        Value::Scalar { text, .. } => Json::String(text.to_string()),
        Value::List(items) => Json::Array(items.iter().map(json).collect()),
        Value::Map(entries) => Json::Object(entries.iter().map(|entry| (entry.key.to_string(), json(&entry.node))).collect()),
    }
}
