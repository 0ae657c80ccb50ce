//! Templates and files of a theme: the built-in ones, overlaid by those of the site's `themes/<name>/`.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tera::{ErrorKind, Tera};

use super::builtin_theme;
use crate::base::{Diagnostic, Place, Span};
use crate::source::{File, Sources};

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
                (File::Text(text), Some(asset)) => drop(assets.insert(asset.to_owned(), text.text.as_bytes().into())),
                (File::Binary(bytes), Some(asset)) => drop(assets.insert(asset.to_owned(), bytes.clone())),
                (File::Text(text), None) if rest.ends_with(".html") => {
                    overrides.insert(rest.to_owned(), (path.clone(), text.text.clone()));
                    templates.insert(rest.to_owned(), text.text.clone());
                }
                (File::Unreadable(why), _) => findings.push(crate::model::document::unreadable(path, why)),
                _ => {}
            }
        }
        let tera = compile(&mut templates, &built_in, &overrides, &mut findings);
        let assets = assets.into_iter().map(|(name, bytes)| Asset { hashed: hashed(&name, &bytes), name: name.into(), bytes }).collect();
        (Self { tera, overrides, assets }, findings)
    }

    /// The finding for an error while a page was rendered.
    pub fn error(&self, template: &str, error: &tera::Error) -> Diagnostic {
        diagnose(template, error, &self.overrides)
    }
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
        let finding = diagnose("", &error, overrides);
        // Which template is at fault: the one that is named, else each of the site's in turn.
        let named = report(&error).map(|report| report.filename().to_owned()).filter(|name| overrides.contains_key(name));
        findings.push(finding);
        let culprit = named.or_else(|| templates.keys().find(|name| overrides.contains_key(*name) && templates[*name] != *built_in.get(*name).unwrap_or(&"".into())).cloned());
        match culprit {
            Some(name) => match built_in.get(&name) {
                Some(text) if templates[&name] != *text => drop(templates.insert(name, text.clone())),
                _ => drop(templates.remove(&name)),
            },
            None => return tera,
        }
    }
}

fn report(error: &tera::Error) -> Option<&tera::ReportError> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    }
}

fn diagnose(template: &str, error: &tera::Error, overrides: &BTreeMap<String, (Arc<str>, Arc<str>)>) -> Diagnostic {
    let report = report(error);
    let name = report.map_or(template, |report| report.filename());
    let span = report.map(|report| Span::new(report.span().range.start, report.span().range.end)).unwrap_or_default();
    let place = match overrides.get(name) {
        Some((path, _)) => Place::new(path, span),
        None => Place::new(&format!("themes/default/{name}").into(), span),
    };
    let detail = report.map_or_else(|| error.to_string(), |report| report.message().to_owned());
    Diagnostic::error("template-error", place).help("template-error-help").arg("template", name).arg("problem", detail)
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
