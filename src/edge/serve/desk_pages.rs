//! Answers for editors, below `/_annai/`: the state of a page, the settings, the overview, two languages side by side.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};
use tera::{Context, Tera};

use super::address::{decode, media_type, parameter};
use super::desk::Desk;
use super::editor::{Editor, Lack};
use super::events::events;
use super::explained;
use super::site_pages::{self, Place};
use super::state::{Live, Snapshot};
use super::translations;
use crate::base::Severity;
use crate::base::percent::encode_plain;
use crate::edge::clock;
use crate::edge::http::Request;
use crate::edge::http::answer::{Answer, Body};
use crate::render::pen::Pen;
use crate::site::languages::Lang;
use crate::site::routes::{self, Route};
use crate::site::{RecordId, Site};

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../themes/serve/", $name)))
    };
}

/// Scripts and styles for the browser.
const FILES: [(&str, &str); 7] = [
    file!("client.js"),
    file!("client.css"),
    file!("morph.js"),
    file!("dock.js"),
    file!("views.js"),
    file!("overview.js"),
    file!("compare.js"),
];
const TEMPLATES: [(&str, &str); 2] = [file!("overview.html"), file!("compare.html")];

/// Most findings that the state of a page lists.
const MOST_FINDINGS: usize = 500;
/// Most findings on the overview.
const MOST_ON_OVERVIEW: usize = 2_000;
/// A field that no page of another site can send.
const SETTINGS_FIELD: (&str, &str) = ("x-annai", "settings");

/// What editors are answered from.
pub struct DeskPages {
    /// The site as it is shown.
    pub live: Arc<Live>,
    /// Where it is changed.
    pub desk: Arc<Mutex<Desk>>,
    /// Who is spoken to.
    pub editor: Editor,
    templates: Tera,
    /// The overview of the generation that was asked for last: large, and the same for all who ask.
    overview: Mutex<Option<(u64, Arc<[u8]>)>>,
}

impl DeskPages {
    /// Prepares the templates.
    pub fn new(live: Arc<Live>, desk: Arc<Mutex<Desk>>, editor: Editor) -> Self {
        let mut templates = Tera::new();
        templates.autoescape_on(vec![".html"]);
        // A test holds that they are well formed.
        let _ = templates.add_raw_templates(TEMPLATES.to_vec());
        Self { live, desk, editor, templates, overview: Mutex::new(None) }
    }

    /// Answers a request for what is at `path`, below `/_annai/`.
    pub fn answer(&self, request: &Request, path: &str) -> Answer {
        let query = request.uri().query().unwrap_or_default();
        match path {
            "" => self.overview(),
            "events" => events(self.live.clone()),
            "state" => self.state(query),
            "settings" => self.settings(request, query),
            path => match FILES.iter().find(|(name, _)| *name == path) {
                Some((name, text)) => Answer::new(200, media_type(name), text.as_bytes()),
                None => match path.strip_prefix("compare/") {
                    Some(page) => self.compare(&format!("/{page}"), query),
                    None => site_pages::answer(&self.live, &self.editor, "/_annai/nothing", ""),
                },
            },
        }
    }

    fn settings(&self, request: &Request, query: &str) -> Answer {
        if request.headers().get(SETTINGS_FIELD.0).is_none_or(|value| value != SETTINGS_FIELD.1) {
            return Answer::text(403, &self.editor.messages.text("serve-settings-refused"));
        }
        let drafts = parameter(query, "drafts").map(|value| value == "1");
        let zone = self.live.now().compiled.site.file.zone.0.clone();
        let as_of = match parameter(query, "asof").as_deref().map(str::trim) {
            None => None,
            Some("now" | "") => Some(None),
            Some(text) => match clock::instant(text, &zone) {
                Some(instant) => Some(Some(instant)),
                None => {
                    let error = json!({ "error": self.editor.messages.format("as-of-unreadable", &[("value", text.into())]) });
                    return Answer::new(400, "application/json", error.to_string().into_bytes());
                }
            },
        };
        self.desk.lock().unwrap_or_else(PoisonError::into_inner).set(drafts, as_of);
        let now = self.live.now();
        let mut settings = settings_of(&now);
        settings.insert("generation".into(), now.generation.into());
        json_answer(&Value::Object(settings))
    }

    fn state(&self, query: &str) -> Answer {
        let now = self.live.now();
        let site = &now.compiled.site;
        let path = parameter(query, "page").unwrap_or_else(|| "/".to_owned());
        let page = (!path.starts_with("/_annai/")).then(|| self.page(&now, &path)).flatten();
        let findings = Editor::ordered(&now);
        let mut files = page.as_ref().map(|(_, files)| files.clone()).unwrap_or_default();
        // What every page is made with concerns this one too.
        if page.as_ref().is_some_and(|(page, _)| page["gone"] == false) {
            files.extend(now.faulty.iter().filter(|path| Snapshot::is_shared(path)).cloned());
        }
        let here: Vec<usize> = findings
            .iter()
            .take(MOST_FINDINGS)
            .enumerate()
            .filter(|(_, finding)| files.contains(&finding.place.path))
            .map(|(index, _)| index)
            .collect();
        let shown: Vec<Value> = findings.iter().take(MOST_FINDINGS).map(|finding| self.editor.finding(&now, finding)).collect();
        let mut state = settings_of(&now);
        let home =
            page.as_ref().and_then(|(page, _)| site.languages.find(page["lang"].as_str()?)).unwrap_or_else(|| self.lang(site));
        state.extend([
            ("generation".into(), now.generation.into()),
            ("boot".into(), self.live.boot.as_str().into()),
            ("lang".into(), self.editor.lang().into()),
            ("dir".into(), self.editor.dir().into()),
            ("words".into(), self.editor.words().into()),
            ("counts".into(), Editor::counts(&now)),
            ("summary".into(), self.editor.summary(&now).into()),
            ("here".into(), here.into()),
            ("findings".into(), shown.into()),
            ("findingsTotal".into(), findings.len().into()),
            ("page".into(), page.map_or(Value::Null, |(page, _)| page)),
            ("languages".into(), languages(site)),
            ("home".into(), self.home(&now, home).into()),
        ]);
        json_answer(&Value::Object(state))
    }

    /// The editor's language, if the site has it; else the site's first.
    fn lang(&self, site: &Site) -> Lang {
        site.languages.find(self.editor.lang()).unwrap_or(Lang(0))
    }

    fn home(&self, now: &Snapshot, lang: Lang) -> String {
        let site = &now.compiled.site;
        encode_plain(&format!("{}{}", site.base_url.path.trim_end_matches('/'), routes::home_address(site, lang)))
    }

    /// A page of the site, and the files that it is made of. Nothing for a file that is no page.
    fn page(&self, now: &Snapshot, path: &str) -> Option<(Value, Vec<Arc<str>>)> {
        let site = &now.compiled.site;
        let base = site.base_url.path.trim_end_matches('/');
        let address = site_pages::address_of(now, path).unwrap_or_else(|| path.to_owned());
        let route = match site_pages::find(now, &address) {
            Place::Route(route) if route.is_page() => Some(route),
            Place::Route(_) => return None,
            Place::Elsewhere(_) | Place::Nothing => None,
        };
        let lang = route.and_then(Route::lang).or_else(|| site.languages.find(address.split('/').nth(1)?));
        let stale = site_pages::is_stale(&self.live, now, &address);
        let at_fault = if route.is_none() && !stale { explained::files_at_fault(now, &address) } else { Vec::new() };
        let mut page = json!({
            "address": encode_plain(&format!("{base}{address}")),
            "kind": "other",
            "identity": null,
            "title": "",
            "lang": lang.map(|lang| site.languages.tag(lang).as_str()),
            "stale": stale,
            "gone": route.is_none() && !stale && at_fault.is_empty(),
            "known": self.live.last_shown(&address).is_some(),
            "hidden": route.is_none() && site_pages::is_hidden_draft(now, &address),
            "draft": false,
            "source": [],
            "missing": [],
            "languages": [],
        });
        let open = |path: &Arc<str>, lang: Option<&str>| json!({ "path": &**path, "open": self.editor.open(site, path, 1, 1), "lang": lang });
        let Some(route) = route else {
            // Its files are where the mistake is.
            let mut files = if stale { self.live.files_of_last_shown(&address) } else { at_fault };
            files.retain(|path| now.compiled.sources().files.contains_key(path));
            page["source"] = files.iter().map(|path| open(path, None)).collect();
            return Some((page, files));
        };
        let files = now.files(route);
        if let (Route::Record(lang, id), Some(page)) = (route, page.as_object_mut()) {
            let entry = site.entry(*id);
            let pen = now.compiled.renderer.pen(site, *lang, None);
            let source: Vec<Value> = files
                .iter()
                .map(|path| {
                    let prose = entry.prose.iter().find(|prose| prose.path == *path);
                    open(path, prose.map(|prose| prose.language.as_str()))
                })
                .collect();
            page.extend([
                ("kind".into(), "record".into()),
                ("identity".into(), entry.record.identity.to_string().into()),
                ("title".into(), pen.title(*id).0.into()),
                ("draft".into(), entry.record.common.draft.into()),
                ("source".into(), source.into()),
                ("missing".into(), self.editor.missing(site, entry).into()),
                ("languages".into(), versions(site, *lang, *id).into()),
            ]);
        } else if matches!(route, Route::List(..) | Route::FacetIndex(..) | Route::FacetList(..) | Route::Overview(..)) {
            page["kind"] = "list".into();
        }
        Some((page, files))
    }

    fn overview(&self) -> Answer {
        let now = self.live.now();
        let mut kept = self.overview.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, page)) = kept.as_ref().filter(|(generation, _)| *generation == now.generation) {
            return site_pages::html(&self.live, &now, 200, page.clone());
        }
        let answer = self.new_overview(&now);
        if let Body::Bytes(page) = answer.body() {
            *kept = Some((now.generation, page.clone()));
        }
        answer
    }

    fn new_overview(&self, now: &Snapshot) -> Answer {
        let site = &now.compiled.site;
        let pen = now.compiled.renderer.pen(site, self.lang(site), None);
        let mut found: std::collections::HashMap<&str, (usize, usize)> = std::collections::HashMap::new();
        for finding in now.findings.iter() {
            let (errors, warnings) = found.entry(&finding.place.path).or_default();
            match finding.severity {
                Severity::Error => *errors += 1,
                Severity::Warning => *warnings += 1,
                Severity::Info => {}
            }
        }
        let records: Vec<Value> = site.ids().map(|(id, _)| self.row(now, &pen, id, &found)).collect();
        let findings: Vec<Value> =
            Editor::ordered(now).into_iter().take(MOST_ON_OVERVIEW).map(|finding| self.editor.finding(now, finding)).collect();
        let mut context = self.context(now);
        context.insert("title", &site.file.title.as_ref().map(|title| pen.plain(title)).unwrap_or_default());
        context.insert("drafts", &now.drafts);
        context.insert("as_of_date", &settings_of(now)["asOfDate"]);
        context.insert("counts", &Editor::counts(now));
        context.insert("summary", &self.editor.summary(now));
        context.insert("languages", &languages(site));
        context.insert("records", &records);
        context.insert("findings", &findings);
        let (translations, more) = translations::rows(&self.editor, now);
        context.insert("translations", &translations);
        context.insert("translations_more", &more);
        context.insert("source_language", &site.languages.all().next().map(|lang| site.languages.tag(lang).as_str()));
        context.insert("findings_total", &now.findings.len());
        self.html(now, "overview.html", &context)
    }

    /// A record's row on the overview.
    fn row(&self, now: &Snapshot, pen: &Pen<'_>, id: RecordId, found: &std::collections::HashMap<&str, (usize, usize)>) -> Value {
        let site = pen.site;
        let entry = site.entry(id);
        let common = &entry.record.common;
        let mut paths: Vec<&str> =
            std::iter::once(&entry.path).chain(entry.prose.iter().map(|prose| &prose.path)).map(|path| &**path).collect();
        paths.dedup();
        let (errors, warnings) =
            paths.iter().filter_map(|path| found.get(path)).fold((0, 0), |sum, more| (sum.0 + more.0, sum.1 + more.1));
        let languages: Vec<Value> = site
            .languages
            .all()
            .map(|lang| {
                let state = Lack::of(site, entry, lang).state(site, entry, lang);
                let word = match state {
                    "own" => "serve-state-own",
                    "part" => "serve-state-part",
                    _ => "serve-state-missing",
                };
                let href = (!entry.broken).then(|| href(site, lang, id));
                json!({ "tag": site.languages.tag(lang).as_str(), "state": state, "word": self.editor.messages.text(word), "href": href })
            })
            .collect();
        let date = |moment: &crate::model::moment::Moment| moment.datetime(&site.file.zone.0);
        let overdue =
            common.review_by.as_ref().and_then(|review| review.end(&site.file.zone.0)).is_some_and(|end| end <= now.as_of);
        json!({
            "identity": entry.record.identity.to_string(),
            "kind": entry.kind().as_str(),
            "kind_name": self.editor.messages.text(&format!("kinds_{}", entry.kind().folder())),
            "title": pen.title(id).0,
            "path": &*entry.path,
            "open": self.editor.open(site, &entry.path, 1, 1),
            "draft": common.draft,
            "broken": entry.broken && !common.draft,
            "errors": errors,
            "warnings": warnings,
            "checked": common.verified.as_ref().and_then(date),
            "review": common.review_by.as_ref().and_then(date),
            "overdue": overdue,
            "languages": languages,
        })
    }

    fn compare(&self, path: &str, query: &str) -> Answer {
        let now = self.live.now();
        let site = &now.compiled.site;
        let address = decode(path).and_then(|_| site_pages::address_of(&now, path));
        let Some(Place::Route(Route::Record(lang, id))) = address.as_deref().map(|address| site_pages::find(&now, address))
        else {
            return site_pages::answer(&self.live, &self.editor, "/_annai/nothing", "");
        };
        let asked = parameter(query, "with").and_then(|tag| site.languages.find(&tag)).filter(|other| other != lang);
        let other = asked.or_else(|| site.languages.all().find(|other| other != lang)).unwrap_or(*lang);
        let side = |lang: Lang| {
            let dir = if site.languages.is_right_to_left(lang) { "rtl" } else { "ltr" };
            json!({ "tag": site.languages.tag(lang).as_str(), "name": site.languages.name(lang), "href": href(site, lang, *id), "dir": dir })
        };
        let mut others = versions(site, *lang, *id);
        others.retain(|version| version["current"] == false);
        for version in &mut others {
            version["current"] = (version["tag"] == *site.languages.tag(other).as_str()).into();
            version["href"] = compare_href(site, *lang, *id, version["tag"].as_str().unwrap_or_default()).into();
        }
        let mut context = self.context(&now);
        context.insert("title", &now.compiled.renderer.pen(site, *lang, None).title(*id).0);
        context.insert("left", &side(*lang));
        context.insert("right", &side(other));
        context.insert("others", &others);
        self.html(&now, "compare.html", &context)
    }

    fn context(&self, now: &Snapshot) -> Context {
        let mut context = Context::new();
        context.insert("lang", self.editor.lang());
        context.insert("dir", self.editor.dir());
        context.insert("words", &self.editor.words());
        context.insert("generation", &now.generation);
        context.insert("boot", &self.live.boot);
        context.insert("home", &self.home(now, self.lang(&now.compiled.site)));
        context
    }

    fn html(&self, now: &Snapshot, template: &str, context: &Context) -> Answer {
        match self.templates.render(template, context) {
            Ok(page) => site_pages::html(&self.live, now, 200, page.into_bytes().into()),
            Err(error) => Answer::text(500, &error.to_string()),
        }
    }
}

fn json_answer(value: &Value) -> Answer {
    Answer::new(200, "application/json", value.to_string().into_bytes())
}

/// What can be set, as it is.
fn settings_of(now: &Snapshot) -> Map<String, Value> {
    let zone: &TimeZone = &now.compiled.site.file.zone.0;
    let settings = json!({
        "drafts": now.drafts,
        "asOf": now.as_of.to_string(),
        "asOfDate": civil_date(now.as_of, zone),
        "asOfFixed": now.as_of_fixed,
        "zone": zone.iana_name().unwrap_or_default(),
    });
    settings.as_object().cloned().unwrap_or_default()
}

fn civil_date(instant: Timestamp, zone: &TimeZone) -> String {
    instant.to_zoned(zone.clone()).date().to_string()
}

fn languages(site: &Site) -> Value {
    site.languages
        .all()
        .map(|lang| json!({ "tag": site.languages.tag(lang).as_str(), "name": site.languages.name(lang) }))
        .collect()
}

fn href(site: &Site, lang: Lang, id: RecordId) -> String {
    [site.base_url.path.trim_end_matches('/'), &encode_plain(&routes::record_address(site, lang, id))].concat()
}

fn compare_href(site: &Site, lang: Lang, id: RecordId, with: &str) -> String {
    format!("/_annai/compare{}?with={with}", href(site, lang, id))
}

/// The page in each language, with the addresses to compare it with the one at hand.
fn versions(site: &Site, lang: Lang, id: RecordId) -> Vec<Value> {
    let version = |other: Lang| {
        let tag = site.languages.tag(other).as_str();
        json!({
            "tag": tag,
            "name": site.languages.name(other),
            "href": href(site, other, id),
            "compare": (other != lang).then(|| compare_href(site, lang, id, tag)),
            "current": other == lang,
        })
    };
    site.languages.all().map(version).collect()
}
