//! The views of lists: a kind's records, a facet's values, the records of a value; and of pages that stand alone.

use super::cards::card;
use super::list_parts::{FacetValue, Filter, FilterValue, Pager};
use super::parts::CardGroup;
use super::shared::{self, facet_label};
use super::{Crumb, View, line_map, scale, tables, tile_map};
use crate::base::{Arg, Language, Span};
use crate::markup::{Inline, escape};
use crate::model::admission::Years;
use crate::model::moment::Moment;
use crate::model::quantity::{Comparison, Length};
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::render::pen::Pen;
use crate::site::facets::{self, Facet};
use crate::site::recruitment::{self, State};
use crate::site::routes::{self, Route};
use crate::site::{RecordId, addresses};

/// The records of a kind.
pub fn kind(pen: &Pen<'_>, kind: Kind, page: usize) -> View {
    let ids = pen.site.list(pen.lang, kind);
    let mut view = list(pen, kind.folder(), ids, page);
    view.kind = match kind {
        Kind::Term => "glossary",
        Kind::Fee => "fees",
        _ => "list",
    };
    if kind == Kind::Fee {
        let size = pen.site.file.page_size;
        let ids = ids.chunks(size).nth(page - 1).unwrap_or_default();
        view.table = tables::fees(pen, ids);
        view.scale = scale::scale(pen, ids);
        view.groups.clear();
    }
    if kind == Kind::Journey && page == 1 {
        view.map = line_map::line_map(pen);
    }
    view.filters = filters(pen, kind);
    view.script = if kind == Kind::Fee { Some("sort.js") } else { (!view.filters.is_empty()).then_some("filter.js") };
    finish(pen, &mut view, kind.folder(), &pen.kit.messages.text(kind.plural()), Vec::new(), page);
    view.description = pen.kit.messages.text(kind.description());
    view
}

/// By what the records of a kind can be filtered, as far as there is something to choose.
fn filters(pen: &Pen<'_>, kind: Kind) -> Vec<Filter> {
    let wanted: &[Facet] = match kind {
        Kind::Program => &Facet::OF_PROGRAMS,
        Kind::Hospital => &[Facet::Prefecture, Facet::Specialty],
        Kind::Schedule => &[Facet::Recruitment],
        _ => &[],
    };
    let filter = |facet: &Facet| {
        let values = pen.site.facets.of(*facet).iter();
        let values: Vec<FilterValue> = values
            .filter(|(_, records)| records.iter().any(|id| pen.site.entry(*id).kind() == kind))
            .map(|(value, _)| FilterValue {
                id: value.to_string(),
                name: value_name(pen, *facet, value),
                lang: value_language(pen, *facet, value),
            })
            .collect();
        Filter { folder: facet.folder(), name: pen.say(facet_label(*facet)), values }
    };
    wanted.iter().map(filter).filter(|filter| filter.values.len() > 1).collect()
}

/// The values of a facet, each with its list.
pub fn facet_values(pen: &Pen<'_>, facet: Facet) -> Vec<FacetValue> {
    pen.site
        .facets
        .of(facet)
        .iter()
        .map(|(value, records)| {
            let address = routes::list_address(pen.site, pen.lang, &format!("{}/{value}", facet.folder()), 1);
            let group = facet.vocabulary().and_then(|vocabulary| pen.site.vocabularies.get(vocabulary, value)?.group.as_deref());
            FacetValue {
                href: pen.href(&address),
                name: value_marked(pen, facet, value),
                count: pen.kit.number(records.len() as u64),
                group: group.map(|group| escape(&pen.word_name(crate::model::word::Vocabulary::Regions, group))),
            }
        })
        .collect()
}

/// The page of a facet's values.
pub fn facet_index(pen: &Pen<'_>, facet: Facet) -> View {
    let mut view = View { kind: "facet", values: facet_values(pen, facet), ..View::default() };
    if facet == Facet::Prefecture {
        view.tiles = tile_map::tile_map(pen);
    }
    finish(pen, &mut view, facet.folder(), &pen.kit.messages.text(facet_label(facet)), Vec::new(), 1);
    view.description = pen.kit.messages.text(match facet {
        Facet::Prefecture => "describe_prefectures",
        Facet::Specialty => "describe_specialties",
        Facet::ProgramKind => "describe_program_kinds",
        Facet::Recruitment | Facet::Language | Facet::LanguageLevel | Facet::Practice | Facet::Age => "describe_recruitment",
    });
    view
}

/// The records of one value.
pub fn facet_list(pen: &Pen<'_>, facet: Facet, value: &str, page: usize) -> View {
    let folder = format!("{}/{value}", facet.folder());
    let mut view = list(pen, &folder, pen.site.facets.records(facet, value), page);
    view.kind = "list";
    let name = value_name(pen, facet, value);
    let up = Crumb {
        name: pen.say(facet_label(facet)),
        lang: None,
        href: Some(pen.href(&routes::list_address(pen.site, pen.lang, facet.folder(), 1))),
    };
    finish(pen, &mut view, &folder, &name, vec![up], page);
    let facet_name = Arg::Text(pen.kit.messages.text(facet_label(facet)));
    let args = [("facet", facet_name.clone()), ("value", Arg::Text(view.title.clone()))];
    view.description = pen.kit.messages.format("describe_value", &args);
    if facet == Facet::Recruitment {
        describe_state(pen, value, &mut view);
    }
    let word = facet.vocabulary().and_then(|vocabulary| pen.site.vocabularies.get(vocabulary, value)?.name.as_ref());
    if let Some(foreign) =
        word.and_then(|name| pen.site.languages.best(name, pen.lang)).and_then(|phrase| pen.foreign(&phrase.language))
    {
        let value = value_marked(pen, facet, value);
        view.summary = Some(pen.kit.fill("describe_value", &[("facet", facet_name)], &[("value", &value)]));
        view.title_lang = Some(foreign.to_string());
        view.only_in = Some(pen.only_in(foreign));
        view.crumbs.last_mut().into_iter().for_each(|own| own.lang.clone_from(&view.title_lang));
    }
    view
}

/// Between two builds a list of one state stands as it is: it says when the first of what it holds has another one.
fn describe_state(pen: &Pen<'_>, value: &str, view: &mut View) {
    view.list_state = Some(value.to_owned());
    let schedules =
        pen.site.facets.records(Facet::Recruitment, value).iter().filter_map(|id| match &pen.site.entry(*id).record.body {
            Body::Schedule(schedule) => recruitment::changes_at(pen.site, schedule),
            _ => None,
        });
    let Some(at) = schedules.min() else { return };
    let zone = &pen.site.file.zone.0;
    let day = Moment::of_day(at.to_zoned(zone.clone()).date(), Span::default());
    let args = [("value", Arg::Text(view.title.clone())), ("date", Arg::Text(pen.moment_text(&day, zone)))];
    view.description = pen.kit.messages.format("describe_state", &args);
}

/// The name of a value as HTML, its language marked.
fn value_marked(pen: &Pen<'_>, facet: Facet, value: &str) -> Inline {
    match facet.vocabulary() {
        Some(vocabulary) => pen.word_marked(vocabulary, value),
        None => Inline::of(value_name(pen, facet, value)),
    }
}

/// The language of a value's name, when it is not the reader's.
fn value_language(pen: &Pen<'_>, facet: Facet, value: &str) -> Option<String> {
    let name = pen.site.vocabularies.get(facet.vocabulary()?, value)?.name.as_ref()?;
    pen.foreign(&pen.site.languages.best(name, pen.lang)?.language).map(ToString::to_string)
}

fn value_name(pen: &Pen<'_>, facet: Facet, value: &str) -> String {
    match facet.vocabulary() {
        Some(vocabulary) => pen.word_name(vocabulary, value),
        None if facet == Facet::Language => {
            Language::parse(value).map_or_else(|| value.to_owned(), |language| pen.kit.language_name(&language))
        }
        None if facet == Facet::Practice => {
            Length::parse(value).map_or_else(|| value.to_owned(), |length| pen.kit.lengths(&Comparison::Is(length)))
        }
        None if facet == Facet::Age => {
            value.parse().map_or_else(|_| value.to_owned(), |years| pen.kit.age(&Comparison::Is(Years(years))))
        }
        None if facet == Facet::LanguageLevel => facets::level(value).map_or_else(
            || value.to_owned(),
            |(language, level)| {
                let args = [("language", Arg::Text(pen.kit.language_name(&language))), ("level", Arg::from(level.name))];
                pen.kit.messages.format("level_at_least", &args)
            },
        ),
        None => {
            let state = State::ALL.into_iter().find(|state| state.as_str() == value).unwrap_or(State::Unknown);
            pen.kit.messages.text(state.message())
        }
    }
}

/// One page of a list of records, those of one kind together.
fn list(pen: &Pen<'_>, folder: &str, ids: &[RecordId], page: usize) -> View {
    let size = pen.site.file.page_size;
    let pages = routes::pages(ids.len(), size);
    let shown = ids.chunks(size).nth(page - 1).unwrap_or_default();
    let mut groups: Vec<(Kind, CardGroup)> = Vec::new();
    for id in shown {
        let kind = pen.site.entry(*id).kind();
        let card = card(pen, *id);
        match groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, group)) => group.cards.push(card),
            None => groups.push((kind, CardGroup { heading: pen.say(kind.plural()), cards: vec![card] })),
        }
    }
    let number = |n: usize| Arg::Text(pen.kit.number(n as u64));
    let pager = Pager {
        label: pen.say_with("page_of", &[("page", number(page)), ("pages", number(pages))]),
        previous: (page > 1).then(|| pen.href(&routes::list_address(pen.site, pen.lang, folder, page - 1))),
        next: (page < pages).then(|| pen.href(&routes::list_address(pen.site, pen.lang, folder, page + 1))),
        count: pen.say_with("count_entries", &[("count", Arg::from(ids.len()))]),
    };
    View { groups: groups.into_iter().map(|(_, group)| group).collect(), pager: Some(pager), ..View::default() }
}

/// Title, crumbs, languages and addresses of a list.
pub fn finish(pen: &Pen<'_>, view: &mut View, folder: &str, name: &str, between: Vec<Crumb>, page: usize) {
    view.title = match page {
        1 => name.to_owned(),
        page => pen
            .kit
            .messages
            .format("title_with_page", &[("title", Arg::from(name)), ("page", Arg::Text(pen.kit.number(page as u64)))]),
    };
    let own = routes::list_address(pen.site, pen.lang, folder, page);
    view.path = pen.href(&own);
    // A language may have fewer pages of the list: the switch then leads to its first.
    let address = |lang| {
        let same = routes::list_address(pen.site, lang, folder, page);
        if pen.site.routes.contains_key(&*same) { same } else { routes::list_address(pen.site, lang, folder, 1) }
    };
    view.canonical = shared::absolute(pen.site, &address(shared::begun(pen.site, pen.lang)));
    shared::set_languages(pen, view, address, |lang| pen.site.is_begun(lang));
    view.crumbs = shared::crumbs(pen, None);
    view.crumbs.extend(between);
    view.crumbs.push(Crumb { name: Inline::of(name), lang: None, href: None });
}

/// The home page of a site that has no `page/index`: all kinds and facets are in the menu already.
pub fn home(pen: &Pen<'_>) -> View {
    let mut view = View { kind: "home", title: shared::site_title(pen), ..View::default() };
    let own = routes::home_address(pen.site, pen.lang);
    view.path = pen.href(&own);
    view.canonical = shared::absolute(pen.site, &routes::home_address(pen.site, shared::begun(pen.site, pen.lang)));
    view.description = pen.site.file.tagline.as_ref().map(|tagline| pen.plain(tagline)).unwrap_or_default();
    shared::set_languages(pen, &mut view, |lang| routes::home_address(pen.site, lang), |lang| pen.site.is_begun(lang));
    shared::set_entrance_as_default(pen.site, &mut view);
    view
}

/// The page about the tables of open data, without what it says of them.
pub fn data(pen: &Pen<'_>) -> View {
    let text = |id: &str| pen.kit.messages.text(id);
    let mut view = View { kind: "data", title: text("data_title"), description: text("data_description"), ..View::default() };
    view.title_html = Inline::of(&*view.title);
    view.summary = Some(Inline::of(&*view.description));
    let own = routes::data_address(pen.site, pen.lang);
    view.path = pen.href(&own);
    view.canonical = shared::absolute(pen.site, &routes::data_address(pen.site, shared::begun(pen.site, pen.lang)));
    // A language may have a page of its own at that address.
    let is_real = |lang| {
        let address = routes::data_address(pen.site, lang);
        pen.site.is_begun(lang) && matches!(pen.site.routes.get(&*address), Some(Route::DataPage(_)))
    };
    shared::set_languages(pen, &mut view, |lang| routes::data_address(pen.site, lang), is_real);
    view.crumbs = shared::crumbs(pen, None);
    view.crumbs.push(Crumb { name: Inline::of(&*view.title), lang: None, href: None });
    view
}

/// A former address of a record.
pub fn alias(pen: &Pen<'_>, id: RecordId) -> View {
    let address = routes::record_address(pen.site, pen.lang, id);
    View {
        kind: "alias",
        title: pen.title(id).0,
        target: Some(pen.href(&address)),
        canonical: shared::absolute(pen.site, &addresses::canonical(pen.site, pen.lang, id)),
        noindex: true,
        ..View::default()
    }
}

/// "Page not found" in one language.
pub fn not_found(pen: &Pen<'_>) -> View {
    let mut view = View { kind: "not-found", title: pen.kit.messages.text("not_found_title"), noindex: true, ..View::default() };
    shared::set_languages(pen, &mut view, |lang| routes::home_address(pen.site, lang), |_| false);
    view.crumbs = shared::crumbs(pen, None);
    view.crumbs.push(Crumb { name: pen.say("not_found_title"), lang: None, href: None });
    view
}
