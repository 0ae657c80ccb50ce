//! Answers with what the site has at an address: the bytes of a build, and the one script tag in pages.

use std::sync::Arc;

use super::address::{decode, media_type};
use super::editor::Editor;
use super::explained;
use super::state::{Live, Snapshot};
use crate::base::percent::encode_plain;
use crate::edge::http::answer::Answer;
use crate::edge::read;
use crate::site::routes::{self, Route};

/// What is added to pages: their first script, so that it sees each page as the server wrote it.
pub const SCRIPT: &str = "<script type=\"module\" src=\"/_annai/client.js\"></script>";

const HTML: &str = "text/html; charset=utf-8";

/// What there is at an address of the site.
pub enum Place<'a> {
    /// A page or file.
    Route(&'a Route),
    /// The address that is meant.
    Elsewhere(String),
    /// Nothing.
    Nothing,
}

/// The address below the site's base path, decoded; nothing where it cannot be one.
pub fn address_of(snapshot: &Snapshot, path: &str) -> Option<String> {
    let base = decode(snapshot.compiled.site.base_url.path.trim_end_matches('/'))?;
    let rest = decode(path)?.strip_prefix(&*base)?.to_owned();
    rest.starts_with('/').then_some(rest)
}

/// Looks an address up among the routes of the site, and nowhere else: what is no route cannot be reached.
pub fn find<'a>(snapshot: &'a Snapshot, address: &str) -> Place<'a> {
    let routes = &snapshot.compiled.site.routes;
    if let Some(route) = routes.get(address) {
        return Place::Route(route);
    }
    let folder = address.strip_suffix("index.html").map_or_else(|| format!("{address}/"), str::to_owned);
    if routes.contains_key(&*folder) {
        return Place::Elsewhere(folder);
    }
    // A page that is older than the last change of the style still asks for the old one.
    let renewed = || {
        let name = |hashed: &str| {
            let (stem, ending) = hashed.rsplit_once('.')?;
            Some(format!("{}.{ending}", stem.rsplit_once('.')?.0))
        };
        let wanted = name(address.strip_prefix("/theme/")?)?;
        let asset = snapshot.compiled.renderer.theme.assets.iter().find(|asset| *asset.name == *wanted)?;
        routes.get(&*format!("/theme/{}", asset.hashed))
    };
    renewed().map_or(Place::Nothing, Place::Route)
}

/// Answers a request for the site.
pub fn answer(live: &Live, editor: &Editor, path: &str, query: &str) -> Answer {
    let now = live.now();
    let base = &now.compiled.site.base_url.path;
    if path == "/" && **base != *"/" {
        return elsewhere(base, query);
    }
    let Some(address) = address_of(&now, path) else { return missing(live, editor, &now, "/") };
    match find(&now, &address) {
        Place::Route(route) if route.is_page() => page(live, editor, &now, &address, route, 200),
        Place::Route(route) if now.compiled.stored(route).is_some() => {
            let stored = now.compiled.stored(route).and_then(|stored| read::open(&stored.path));
            stored.map_or_else(
                || missing(live, editor, &now, &address),
                |(file, size)| Answer::file(media_type(&address), file, size),
            )
        }
        Place::Route(route) => match now.compiled.asset(route).map_or_else(|| now.compiled.render(route).map(Arc::from), Ok) {
            Ok(bytes) => Answer::new(200, media_type(&address), bytes),
            Err(_) => missing(live, editor, &now, &address),
        },
        Place::Elsewhere(folder) => elsewhere(&[base.trim_end_matches('/'), &encode_plain(&folder)].concat(), query),
        Place::Nothing => match live.last_shown_of_broken(&now, &address) {
            // It may well be gone because of the mistake.
            Some(page) => html(live, &now, 200, page),
            None => missing(live, editor, &now, &address),
        },
    }
}

fn elsewhere(path: &str, query: &str) -> Answer {
    let location = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    Answer::text(308, &location).with("location", &location)
}

/// Is what is shown at this address the last good version, because of a mistake?
pub fn is_stale(live: &Live, now: &Snapshot, address: &str) -> bool {
    match now.compiled.site.routes.get(address) {
        Some(route) => {
            let is_broken = || route.is_page() && now.compiled.render(route).is_err();
            now.is_faulty(route) && live.last_good(address).is_some() || is_broken() && live.last_shown(address).is_some()
        }
        None => live.last_shown_of_broken(now, address).is_some(),
    }
}

/// Is this the address of a draft, while drafts are not shown?
pub fn is_hidden_draft(now: &Snapshot, address: &str) -> bool {
    let site = &now.compiled.site;
    let is_of = |id| site.languages.all().any(|lang| *routes::record_address(site, lang, id) == *address);
    !now.drafts && site.ids().any(|(id, entry)| entry.record.common.draft && is_of(id))
}

fn page(live: &Live, editor: &Editor, now: &Snapshot, address: &str, route: &Route, status: u16) -> Answer {
    let is_faulty = now.is_faulty(route);
    if is_faulty && let Some(good) = live.last_good(address) {
        return html(live, now, status, good);
    }
    if let Some(page) = live.kept(now, address).filter(|_| status == 200) {
        return html(live, now, status, page);
    }
    match now.compiled.render(route) {
        Ok(bytes) => {
            let page: Arc<[u8]> = with_script(bytes).into();
            if status == 200 {
                live.keep(now, address, route, &page, !is_faulty);
            }
            html(live, now, status, page)
        }
        Err(error) => {
            let explained = || with_script(explained::page(editor, now, &[&error])).into();
            html(live, now, status, live.last_shown(address).unwrap_or_else(explained))
        }
    }
}

/// The site's page for addresses that lead nowhere, in the language of the address. Where a mistake is why there is no page, what is
/// wrong.
fn missing(live: &Live, editor: &Editor, now: &Snapshot, address: &str) -> Answer {
    let files = explained::files_at_fault(now, address);
    if !files.is_empty() {
        return html(live, now, 200, with_script(explained::page(editor, now, &explained::errors(now, &files))).into());
    }
    let site = &now.compiled.site;
    let tag = address.split('/').nth(1).unwrap_or_default();
    let route = site.languages.find(tag).map_or(Route::NotFound, Route::NotFoundIn);
    page(live, editor, now, "/404.html", &route, 404)
}

/// An HTML answer. The head says from which state the page is, as a script can read it.
pub fn html(live: &Live, now: &Snapshot, status: u16, page: Arc<[u8]>) -> Answer {
    Answer::new(status, HTML, page).with("server-timing", &format!("annai;desc=\"{}.{}\"", live.boot, now.generation))
}

/// The page with the script that keeps it up to date, before any script of its own.
fn with_script(mut page: Vec<u8>) -> Vec<u8> {
    let at = after_start_of_head(&page).unwrap_or(page.len());
    page.splice(at..at, SCRIPT.bytes());
    page
}

/// The place behind `<head>`, with its attributes. A `<header>` is another element.
fn after_start_of_head(page: &[u8]) -> Option<usize> {
    let start = page
        .windows(6)
        .position(|part| part[..5].eq_ignore_ascii_case(b"<head") && (part[5] == b'>' || part[5].is_ascii_whitespace()))?;
    let length = page[start..].iter().position(|&byte| byte == b'>')?;
    Some(start + length + 1)
}
