//! What editors are told of the site: findings in words, links that open files, what a language lacks.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::state::Snapshot;
use crate::base::percent::encode_plain;
use crate::base::{Diagnostic, Severity};
use crate::edge::report::{describe, severity_word, summary};
use crate::render::builtin_locales;
use crate::render::messages::Messages;
use crate::site::Site;
use crate::site::entries::Entry;
use crate::site::languages::Lang;

/// Opens a file in Visual Studio Code.
const DEFAULT_LINK: &str = "vscode://file{path}:{line}:{column}";
/// Columns of an excerpt.
const WIDTH: usize = 100;
/// The file of the words for the browser, and how their ids begin.
const WORDS: (&str, &str) = ("serve-ui.ftl", "serve-ui-");

/// Speaks to the editors of a site, in their language.
pub struct Editor {
    /// The site's folder, as a canonical path.
    pub root: PathBuf,
    /// Their words.
    pub messages: Messages,
}

impl Editor {
    /// All words of the bar, the panel and the pages for editors, by their ids with underscores.
    pub fn words(&self) -> Map<String, Value> {
        let files = builtin_locales::locale("en").map_or(&[][..], |locale| locale.files);
        let text = files.iter().find(|(name, _)| *name == WORDS.0).map_or("", |(_, text)| *text);
        let ids = text.lines().filter(|line| line.starts_with(WORDS.1)).filter_map(|line| line.split([' ', '=']).next());
        ids.map(|id| (id[WORDS.1.len()..].replace('-', "_"), self.messages.text(id).into())).collect()
    }

    /// The language's tag.
    pub fn lang(&self) -> &str {
        self.messages.language().as_str()
    }

    /// The direction of its writing.
    pub fn dir(&self) -> &'static str {
        if self.messages.language().is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// The link that opens a file of the site in the editor's program; null for what is no file.
    pub fn open(&self, site: &Site, path: &str, line: usize, column: usize) -> Value {
        let inside = ["content/", "themes/", "locales/"].iter().any(|folder| path.starts_with(folder));
        let template = site.file.editor_link.as_ref().map_or(DEFAULT_LINK, |link| &*link.0);
        if !inside {
            return Value::Null;
        }
        let file = absolute(&self.root, path);
        let link = template.replace("{path}", &encode_plain(&file)).replace("{line}", &line.to_string());
        link.replace("{column}", &column.to_string()).into()
    }

    /// A finding as the browser gets it.
    pub fn finding(&self, snapshot: &Snapshot, finding: &Diagnostic) -> Value {
        let words = describe(finding, snapshot.compiled.sources(), &self.messages, WIDTH);
        json!({
            "code": finding.code,
            "severity": finding.severity.as_str(),
            "severityWord": severity_word(finding, &self.messages),
            "path": &*finding.place.path,
            "line": words.line,
            "column": words.column,
            "message": words.message,
            "help": words.help,
            "excerpt": words.excerpt,
            "open": self.open(&snapshot.compiled.site, &finding.place.path, words.line, words.column),
        })
    }

    /// How many findings there are.
    pub fn counts(snapshot: &Snapshot) -> Value {
        let count = |severity: Severity| snapshot.findings.iter().filter(|finding| finding.severity == severity).count();
        json!({ "error": count(Severity::Error), "warning": count(Severity::Warning), "info": count(Severity::Info) })
    }

    /// The same in words.
    pub fn summary(&self, snapshot: &Snapshot) -> String {
        summary(&snapshot.findings, &self.messages)
    }

    /// The findings in the order in which they are shown: errors first.
    pub fn ordered(snapshot: &Snapshot) -> Vec<&Diagnostic> {
        let mut findings: Vec<&Diagnostic> = snapshot.findings.iter().collect();
        findings.sort_by_key(|finding| finding.severity);
        findings
    }

    /// What a record lacks, for each language.
    pub fn missing(&self, site: &Site, entry: &Entry) -> Vec<Value> {
        let lacks = |lang: Lang, what: &str, count: usize, path: &str| {
            json!({
                "lang": site.languages.tag(lang).as_str(),
                "name": site.languages.name(lang),
                "what": what,
                "count": count,
                "path": path,
                "open": self.open(site, path, 1, 1),
            })
        };
        let mut missing = Vec::new();
        for lang in site.languages.all() {
            let lack = Lack::of(site, entry, lang);
            if lack.name {
                missing.push(lacks(lang, "name", 1, &entry.path));
            }
            if lack.texts > 0 {
                missing.push(lacks(lang, "texts", lack.texts, &entry.path));
            }
            if lack.prose {
                let path = entry.prose.first().map_or(&entry.path, |prose| &prose.path);
                let mut lack = lacks(lang, "prose", 1, path);
                let folder = entry.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                lack["file"] = format!("{folder}/{}.{}.md", entry.slug(), site.languages.tag(lang).as_str()).into();
                missing.push(lack);
            }
        }
        missing
    }
}

/// What a record lacks in one language.
pub struct Lack {
    /// Its name.
    pub name: bool,
    /// How many other texts.
    pub texts: usize,
    /// Its prose, that it has in another language.
    pub prose: bool,
}

impl Lack {
    /// Looks at the record.
    pub fn of(site: &Site, entry: &Entry, lang: Lang) -> Self {
        let name = entry.record.common.name.as_ref().is_some_and(|name| !site.languages.has(name, lang));
        let texts = entry.record.uses.texts.iter().filter(|text| !site.languages.has(text, lang)).count();
        let prose = !entry.prose.is_empty() && entry.own_prose(lang, &site.languages).is_none();
        Self { name, texts: texts.saturating_sub(usize::from(name)), prose }
    }

    /// `own`: there is everything; `part`; `missing`: there is nothing.
    pub fn state(&self, site: &Site, entry: &Entry, lang: Lang) -> &'static str {
        if !entry.exists_in(lang, &site.languages) {
            "missing"
        } else if self.name || self.texts > 0 || self.prose {
            "part"
        } else {
            "own"
        }
    }
}

/// The absolute path of a file of the site, with `/` before and between its parts.
fn absolute(root: &Path, path: &str) -> String {
    let root = root.to_string_lossy().replace('\\', "/");
    let root = root.strip_prefix("//?/").unwrap_or(&root).trim_end_matches('/');
    let slash = if root.starts_with('/') || root.is_empty() { "" } else { "/" };
    format!("{slash}{root}/{path}")
}
