//! Templates and files of a theme: the built-in ones, overlaid by those of the site's `themes/<name>/`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tera::{ErrorKind, Tera};

use super::builtin_theme;
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Place, Span};
use crate::source::{File, Sources};

/// The name of the theme that is built in.
pub const DEFAULT: &str = "default";

/// A compiled theme.
pub struct Theme {
    /// The templates.
    pub tera: Tera,
    /// The text of each template that the site brought, by name: where errors are shown.
    overrides: BTreeMap<String, (Arc<str>, Arc<str>)>,
    /// Files: name, name with the hash of its contents, bytes.
    pub assets: Vec<Asset>,
}

/// A file of the theme.
#[derive(Debug, Clone)]
pub struct Asset {
    /// As in the theme's `assets/`: `site.css`.
    pub name: Box<str>,
    /// As published: `site.0123456789abcdef.css`.
    pub hashed: Box<str>,
    /// Its contents.
    pub bytes: Arc<[u8]>,
}

impl Theme {
    /// Compiles the theme `name`. A broken template is a finding, and the built-in one stands in for it.
    pub fn new(name: &str, sources: &Sources) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut templates: BTreeMap<String, Arc<str>> = BTreeMap::new();
        let mut assets: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
        for (path, bytes) in builtin_theme::FILES {
            match path.strip_prefix("assets/") {
                Some(asset) => drop(assets.insert(asset.to_owned(), Arc::from(*bytes))),
                None => drop(templates.insert((*path).to_owned(), String::from_utf8_lossy(bytes).into())),
            }
        }
        let built_in = templates.clone();
        let mut overrides = BTreeMap::new();
        let folder = format!("themes/{name}/");
        let first: Arc<str> = folder.as_str().into();
        for (path, file) in sources.files.range(first..).take_while(|(path, _)| path.starts_with(&folder)) {
            let rest = &path[folder.len()..];
            match (&**file, rest.strip_prefix("assets/")) {
                (File::Text(text), Some(asset)) => drop(assets.insert(asset.to_owned(), text.as_bytes().into())),
                (File::Binary(bytes), Some(asset)) => drop(assets.insert(asset.to_owned(), bytes.clone())),
                (File::Text(text), None) if rest.ends_with(".html") => {
                    overrides.insert(rest.to_owned(), (path.clone(), text.clone()));
                    templates.insert(rest.to_owned(), text.clone());
                }
                (File::Unreadable(why), _) => findings.push(crate::model::document::unreadable(path, why)),
                _ => {}
            }
        }
        let tera = compile(&mut templates, &built_in, &overrides, &mut findings);
        let assets =
            assets.into_iter().map(|(name, bytes)| Asset { hashed: hashed(&name, &bytes), name: name.into(), bytes }).collect();
        (Self { tera, overrides, assets }, findings)
    }

    /// Is every template built in? Those have no mistakes.
    pub fn is_built_in(&self) -> bool {
        self.overrides.is_empty()
    }

    /// The finding for an error while a page was rendered.
    pub fn error(&self, template: &str, error: &tera::Error) -> Diagnostic {
        let problem = problems(template, error, &BTreeMap::new()).into_iter().next();
        let problem =
            problem.unwrap_or_else(|| Problem { template: template.to_owned(), span: Span::default(), words: error.to_string() });
        problem.diagnose(&self.overrides)
    }
}

/// The finding for a theme that has no folder in the site.
pub fn unknown(name: &str, place: Place, sources: &Sources) -> Option<Diagnostic> {
    let first: Arc<str> = "themes/".into();
    let paths = sources.files.range(first..).map_while(|(path, _)| path.strip_prefix("themes/"));
    let folders = paths.filter_map(|rest| Some(rest.split_once('/')?.0));
    let known: BTreeSet<&str> = folders.chain([DEFAULT]).collect();
    if known.contains(name) {
        return None;
    }
    let finding = Diagnostic::error("unknown-word", place).says("unknown-choice").arg("field", "theme").arg("word", name);
    Some(match nearest(name, known.iter().copied()) {
        Some(near) => finding.help("unknown-choice-nearest").arg("nearest", near),
        None => finding.help("unknown-choice-known").arg("known", known.into_iter().collect::<Vec<_>>().join(", ")),
    })
}

/// Compiles all templates together; those of the site that do not compile make way for the built-in ones.
fn compile(
    templates: &mut BTreeMap<String, Arc<str>>,
    built_in: &BTreeMap<String, Arc<str>>,
    overrides: &BTreeMap<String, (Arc<str>, Arc<str>)>,
    findings: &mut Vec<Diagnostic>,
) -> Tera {
    loop {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        let all: Vec<(&str, &str)> = templates.iter().map(|(name, text)| (name.as_str(), &**text)).collect();
        let Err(error) = tera.add_raw_templates(all) else { return tera };
        let problems = problems("", &error, templates);
        findings.extend(problems.iter().map(|problem| problem.diagnose(overrides)));
        let in_use = |name: &&String| overrides.get(*name).is_some_and(|(_, text)| templates.get(*name) == Some(text));
        let named: Vec<String> = problems.iter().map(|problem| &problem.template).filter(in_use).cloned().collect();
        // Where no template of the site is named, any of them may be at fault: all make way.
        let culprits = if named.is_empty() { overrides.keys().filter(in_use).cloned().collect() } else { named };
        if culprits.is_empty() {
            return tera;
        }
        for name in culprits {
            match built_in.get(&name) {
                Some(text) => drop(templates.insert(name, text.clone())),
                None => drop(templates.remove(&name)),
            }
        }
    }
}

/// What is wrong with a template, and where in it.
struct Problem {
    template: String,
    span: Span,
    words: String,
}

impl Problem {
    fn diagnose(&self, overrides: &BTreeMap<String, (Arc<str>, Arc<str>)>) -> Diagnostic {
        let place = match overrides.get(&self.template) {
            Some((path, _)) => Place::new(path, self.span),
            None => Place::new(&format!("themes/default/{}", self.template).into(), self.span),
        };
        let finding = Diagnostic::error("template-error", place).help("template-error-help");
        finding.arg("template", self.template.as_str()).arg("problem", self.words.as_str())
    }
}

fn problems(template: &str, error: &tera::Error, templates: &BTreeMap<String, Arc<str>>) -> Vec<Problem> {
    let whole = |template: &str, words: String| Problem { template: template.to_owned(), span: Span::default(), words };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![Problem {
            template: report.filename().to_owned(),
            span: Span::new(report.span().range.start, report.span().range.end),
            words: report.message().to_owned(),
        }],
        ErrorKind::MissingParent { current, parent } => {
            let text = templates.get(current).map_or("", |text| &**text);
            let span = text.find(parent.as_str()).map_or_else(Span::default, |at| Span::new(at, at + parent.len()));
            vec![Problem { span, ..whole(current, error.to_string()) }]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => vec![whole(tpl, error.to_string())],
        ErrorKind::Msg(text) => match in_reports(text, templates) {
            found if found.is_empty() => vec![whole(template, text.clone())],
            found => found,
        },
        _ => vec![whole(template, error.to_string())],
    }
}

/// Tera hands several errors over as one text of reports: `error: …` and `--> file:line:column`.
fn in_reports(text: &str, templates: &BTreeMap<String, Arc<str>>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut words = "";
    for line in text.lines().map(str::trim) {
        if let Some(message) = line.strip_prefix("error: ") {
            words = message;
        } else if let Some(place) = line.strip_prefix("--> ") {
            let mut parts = place.rsplitn(3, ':');
            let column = parts.next().and_then(|part| part.parse::<usize>().ok());
            let line = parts.next().and_then(|part| part.parse::<usize>().ok());
            let (Some(column), Some(line), Some(name)) = (column, line, parts.next()) else { continue };
            let span = templates.get(name).map(|text| span_at(text, line, column)).unwrap_or_default();
            problems.push(Problem { template: name.to_owned(), span, words: words.to_owned() });
        }
    }
    problems
}

/// The word or quoted text at a line and column, both counted from 1.
fn span_at(text: &str, line: usize, column: usize) -> Span {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(0, |(i, _)| i);
    let rest = rest.get(within..).unwrap_or_default();
    let first = rest.chars().next().unwrap_or_default();
    let length = match first {
        '"' | '\'' | '`' => rest[1..].find([first, '\n']).map_or(1, |end| end + 2),
        _ => rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()).max(first.len_utf8()).min(rest.len()),
    };
    Span::new(before + within, before + within + length)
}

/// `site.css` with a part of the SHA-256 of its contents before the ending.
fn hashed(name: &str, bytes: &[u8]) -> Box<str> {
    let digest = Sha256::digest(bytes);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash}.{ending}").into(),
        None => format!("{name}.{hash}").into(),
    }
}
