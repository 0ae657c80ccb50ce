//! What is shown instead of a page that, because of a mistake, has never been made: where the mistake is, and what to write.

use std::sync::Arc;

use serde_json::json;
use tera::{Context, Tera};

use super::editor::Editor;
use super::state::Snapshot;
use crate::base::{Diagnostic, Severity};
use crate::edge::report::describe;
use crate::model::reference::Kind;
use crate::site::link::SITE_FILE;

const TEMPLATE: (&str, &str) = ("broken.html", include_str!("../../../themes/serve/broken.html"));
/// Most mistakes that are shown; the bar lists all.
const MOST: usize = 5;
/// Columns of an excerpt.
const WIDTH: usize = 80;

/// The files with mistakes for which there is no page at an address at which there would be one; none where there would be none all the
/// same.
pub fn files_at_fault(now: &Snapshot, address: &str) -> Vec<Arc<str>> {
    let site = &now.compiled.site;
    let is_site_faulty = now.faulty.contains(SITE_FILE);
    let mut parts = address.split('/').skip(1).filter(|part| !part.is_empty());
    let language = parts.next();
    let is_language = |tag: &str| site.languages.all().any(|lang| site.languages.folder(lang) == tag);
    if !is_site_faulty && !language.is_some_and(is_language) {
        return Vec::new();
    }
    let named = (parts.next(), parts.next(), parts.next());
    let (kind, slug) = match named {
        // The home page is there as soon as the languages of the site are known.
        (None, ..) => (Kind::Page, "index"),
        (Some(slug), None, _) => (Kind::Page, slug),
        (Some(folder), Some(slug), None) => match Kind::from_folder(folder) {
            Some(kind) => (kind, slug),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let is_left_out = || site.find(kind, slug).is_some_and(|id| site.entry(id).record.common.draft && !now.drafts);
    let start = format!("content/{}/{slug}.", kind.folder());
    let mut faulty: Vec<Arc<str>> = now.faulty.iter().filter(|path| path.starts_with(&start)).cloned().collect();
    faulty.sort();
    if !faulty.is_empty() && !is_left_out() {
        return faulty;
    }
    let first: Arc<str> = start.as_str().into();
    let files = &now.compiled.sources().files;
    let is_there = || files.range(first..).next().is_some_and(|(path, _)| path.starts_with(&start));
    let is_list = matches!(named, (Some(folder), None, _) if Kind::from_folder(folder).is_some());
    if is_site_faulty && (slug == "index" || is_list || is_there() && !is_left_out()) {
        vec![SITE_FILE.into()]
    } else {
        Vec::new()
    }
}

/// The errors in these files.
pub fn errors<'s>(now: &'s Snapshot, files: &[Arc<str>]) -> Vec<&'s Diagnostic> {
    let is_here = |finding: &&Diagnostic| finding.severity == Severity::Error && files.contains(&finding.place.path);
    now.findings.iter().filter(is_here).collect()
}

/// A page that says what is wrong.
pub fn page(editor: &Editor, now: &Snapshot, errors: &[&Diagnostic]) -> Vec<u8> {
    let mistake = |finding: &&Diagnostic| {
        let words = describe(finding, now.compiled.sources(), &editor.messages, WIDTH);
        let place = format!("{}:{}", finding.place.path, words.line);
        json!({ "place": place, "message": words.message, "excerpt": words.excerpt, "help": words.help.unwrap_or_default() })
    };
    let mut context = Context::new();
    context.insert("lang", editor.lang());
    context.insert("dir", editor.dir());
    context.insert("title", &editor.messages.text("serve-explained"));
    context.insert("lead", &editor.messages.text("serve-explained-help"));
    context.insert("mistakes", &errors.iter().take(MOST).map(mistake).collect::<Vec<_>>());
    let mut templates = Tera::new();
    templates.autoescape_on(vec![".html"]);
    // A test looks at the page that this makes.
    let _ = templates.add_raw_templates(vec![TEMPLATE]);
    templates.render(TEMPLATE.0, &context).unwrap_or_default().into_bytes()
}
