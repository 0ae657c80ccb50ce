//! What a page tells machines of itself: schema.org as JSON-LD, safe to stand in a `script` element.
//!
//! It says only what is known: a value that is inferred, approximate or merely possible is left out.

mod fees;
mod programs;
mod things;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use self::things::Thing;
use super::dates;
use crate::base::Language;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::render::pen::Pen;
use crate::render::view::View;
use crate::render::view::shared::{POLICY, absolute, site_title};
use crate::site::RecordId;
use crate::site::open_data::{self, Format, Table};
use crate::site::routes::{self, Route};

/// The data of a page that search engines may show; nothing for a page whose content is canonical elsewhere.
pub fn of(pen: &Pen<'_>, route: &Route, view: &View) -> Option<String> {
    if view.noindex {
        return None;
    }
    let page = match route {
        Route::Record(_, id) => record(pen, *id, view)?,
        Route::Root => Thing::new("WebSite").with("name", site_title(pen)).with("url", &*view.canonical),
        Route::Home(_) => home(pen, view),
        Route::DataPage(_) => page("WebPage", pen, view).with("mainEntity", dataset(pen, view)),
        Route::List(_, Kind::Term, number) => page("CollectionPage", pen, view).with("mainEntity", glossary(pen, *number)),
        Route::List(..) | Route::FacetIndex(..) | Route::FacetList(..) | Route::Overview(..) | Route::Can(..) => {
            page("CollectionPage", pen, view)
        }
        _ => return None,
    };
    Some(page.with("@context", "https://schema.org").finish())
}

/// A page, with the way down to it.
fn page(kind: &str, pen: &Pen<'_>, view: &View) -> Thing {
    let page = Thing::new(kind).with("url", &*view.canonical).with("name", &*view.title).with("inLanguage", pen.tag().as_str());
    if view.crumbs.len() < 2 { page } else { page.with("breadcrumb", breadcrumbs(pen, view)) }
}

fn breadcrumbs(pen: &Pen<'_>, view: &View) -> Thing {
    let items = view.crumbs.iter().enumerate().map(|(i, crumb)| {
        // The last step is the page itself, and has none.
        let address = crumb.href.as_ref().map(|href| [&*pen.site.base_url.origin, href].concat());
        Thing::new("ListItem").with("position", i as u64 + 1).with("name", &*crumb.name.plain()).with("item", address)
    });
    Thing::new("BreadcrumbList").with("itemListElement", items.collect::<Vec<_>>())
}

/// The terms of use, where the site states them.
fn licence(pen: &Pen<'_>) -> Option<Thing> {
    pen.site.file.licence.as_ref().map(|licence| Thing::new("CreativeWork").with("text", pen.plain(licence)))
}

/// All tables, each in two formats.
fn dataset(pen: &Pen<'_>, view: &View) -> Thing {
    let file = |table, format, media_type: &str| {
        Thing::new("DataDownload")
            .with("contentUrl", absolute(pen.site, &open_data::address(table, format)))
            .with("encodingFormat", media_type)
    };
    let files = Table::ALL
        .into_iter()
        .flat_map(|table| [file(table, Format::Json, "application/json"), file(table, Format::Csv, "text/csv")]);
    let languages: Vec<&str> = pen.site.languages.fallback().iter().map(Language::as_str).collect();
    let newest = dates::newest(pen.site, |_| true).first().map(|(instant, _)| dates::rfc3339(*instant));
    Thing::new("Dataset")
        .with("name", format!("{}{}{}", site_title(pen), pen.kit.separator(), view.title))
        .with("description", &*view.description)
        .with("url", &*view.canonical)
        .with("inLanguage", languages)
        .with("dateModified", newest)
        .with("license", licence(pen))
        .with("distribution", files.collect::<Vec<_>>())
}

fn home(pen: &Pen<'_>, view: &View) -> Thing {
    Thing::new("WebSite")
        .with("name", site_title(pen))
        .with("url", &*view.canonical)
        .with("description", &*view.description)
        .with("inLanguage", pen.tag().as_str())
        .with("license", licence(pen))
}

/// A record's page and what it is about. The date of change is the page's: a program has none.
fn record(pen: &Pen<'_>, id: RecordId, view: &View) -> Option<Thing> {
    let entry = pen.site.entry(id);
    if !entry.exists_in(pen.lang, &pen.site.languages) {
        return None;
    }
    if (entry.kind(), entry.slug()) == (Kind::Page, "index") {
        return Some(home(pen, view));
    }
    let subject = match &entry.record.body {
        Body::Hospital(hospital) => Some(things::hospital(pen, hospital)),
        Body::Organization(organization) => Some(things::organization(pen, organization)),
        Body::Program(program) => Some(programs::program(pen, id, program)),
        Body::Fee(fee) => fees::amount(pen, fee),
        Body::Term(term) => Some(things::term(pen, term).with("inDefinedTermSet", term_set(pen))),
        _ => None,
    };
    let page = page("WebPage", pen, view).with("dateModified", changed(pen, id));
    let page = match &entry.record.body {
        Body::Fee(fee) => page.with("about", things::other(pen, fee.program.as_ref(), "EducationalOccupationalProgram")),
        Body::Schedule(schedule) => {
            // A schedule is no thing of schema.org; the periods in which people can apply are events.
            page.with("mentions", programs::recruitments(pen, schedule))
        }
        _ => page,
    };
    Some(match subject {
        // What is said of the subject is not said of the page again.
        Some(subject) => {
            let subject = subject.with("name", &*view.title).with("alternateName", things::other_names(pen, entry));
            page.with(
                "mainEntity",
                match entry.kind() {
                    // The meaning of a term is its description.
                    Kind::Term => subject,
                    _ => subject.with("description", &*view.description),
                },
            )
        }
        None => page.with("description", &*view.description),
    })
}

/// The day of the last change that matters.
fn changed(pen: &Pen<'_>, id: RecordId) -> Option<String> {
    let moment = dates::last_major(pen.site.entry(id)).filter(|moment| moment.date().is_some())?;
    dates::w3c(pen.site, moment)
}

fn term_set(pen: &Pen<'_>) -> Thing {
    let address = routes::list_address(pen.site, pen.lang, Kind::Term.folder(), 1);
    Thing::new("DefinedTermSet").with("name", pen.kit.messages.text("kinds_terms")).with("url", absolute(pen.site, &address))
}

/// The glossary, with the terms on that page of it.
fn glossary(pen: &Pen<'_>, number: usize) -> Thing {
    let terms = pen.site.list(pen.lang, Kind::Term).chunks(pen.site.file.page_size).nth(number - 1).unwrap_or_default();
    let own = terms.iter().filter_map(|id| {
        let (title, language) = pen.title(*id);
        let address = absolute(pen.site, &routes::record_address(pen.site, pen.lang, *id));
        pen.foreign(language).is_none().then(|| Thing::new("DefinedTerm").with("name", title).with("url", address))
    });
    term_set(pen).with("hasDefinedTerm", own.collect::<Vec<_>>())
}

/// The policy of a page with this data. A browser runs no block of data, but checkers of HTML take it for a script: they are
/// told its hash (CSP 3, 2.3.1).
pub fn policy(json: &str) -> String {
    const SCRIPTS: &str = "default-src 'none'; script-src 'self'";
    let Some(rest) = POLICY.strip_prefix(SCRIPTS) else { return POLICY.to_owned() };
    let mut policy = String::with_capacity(POLICY.len() + 64);
    policy.push_str(SCRIPTS);
    policy.push_str(" 'sha256-");
    STANDARD.encode_string(Sha256::digest(json.as_bytes()), &mut policy);
    policy.push('\'');
    policy.push_str(rest);
    policy
}
