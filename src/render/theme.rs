//! Templates and files of a theme: the built-in ones, overlaid by those of the site's `themes/<name>/`.

mod blame;
mod compile;
mod tags;
mod templates;
pub mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tera::Tera;

use super::builtin_theme;
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Place, Span};
use crate::model::brand::Colour;
use crate::source::{File, Sources};
use templates::{BUILT_IN, Override, Overrides};

/// The name of the theme that is built in.
pub const DEFAULT: &str = "default";

/// A compiled theme.
pub struct Theme {
    /// The templates.
    pub tera: Tera,
    /// The templates that the site brought: where errors are shown.
    overrides: Overrides,
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

/// The tokens of the default theme that follow the site's colour, as dark and as light as words need it.
fn coloured(colour: Colour) -> String {
    let pair = format!("light-dark({}, {})", colour.on_light().hex(), colour.on_dark().hex());
    format!("@layer tokens {{\n  :root {{ --link: {pair}; --line-1: {pair}; --heading-rule: {pair}; }}\n}}\n")
}

impl Theme {
    /// Compiles the theme `name`, with the site's own colour if it has one. A broken template is a finding, and the built-in one
    /// stands in for it.
    pub fn new(name: &str, colour: Option<Colour>, sources: &Sources) -> (Self, Vec<Diagnostic>) {
        let (mut findings, mut overrides) = (Vec::new(), Overrides::new());
        let built_in = builtin_theme::FILES.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("assets/")?, *bytes)));
        let mut assets: BTreeMap<&str, Arc<[u8]>> = built_in.map(|(asset, bytes)| (asset, bytes.into())).collect();
        let folder = format!("themes/{name}/");
        for (path, file) in sources.below(&folder) {
            let rest = &path[folder.len()..];
            match (&**file, rest.strip_prefix("assets/")) {
                (File::Text(text), Some(asset)) => drop(assets.insert(asset, text.as_bytes().into())),
                (File::Binary(bytes), Some(asset)) => drop(assets.insert(asset, bytes.clone())),
                (File::Text(text), None) if rest.ends_with(".html") => {
                    overrides.insert(rest.into(), Override::new(path, rest, text));
                }
                (File::Unreadable(why), _) => findings.push(crate::model::document::unreadable(path, why)),
                _ => {}
            }
        }
        if let (Some(colour), Some(sheet)) = (colour, assets.get_mut("site.css")) {
            *sheet = [&**sheet, coloured(colour).as_bytes()].concat().into();
        }
        let tera = compile::compile(&overrides, &mut findings);
        let assets = assets.into_iter().map(|(name, bytes)| Asset { hashed: hashed(name, &bytes), name: name.into(), bytes });
        (Self { tera, overrides, assets: assets.collect() }, findings)
    }

    /// Is there a template of that name, the site's or a built-in one?
    pub fn has(&self, name: &str) -> bool {
        self.tera.get_template_names().any(|known| known.strip_prefix(BUILT_IN).unwrap_or(known) == name)
    }

    /// Is every template built in? Those have no mistakes.
    pub fn is_built_in(&self) -> bool {
        self.overrides.is_empty()
    }

    /// Where a tag of a page stands in the site's templates, that of the page before others; nothing where none has it.
    pub fn place_of(&self, tag: &str, template: &str) -> Option<Place> {
        let own = self.overrides.get_key_value(template).into_iter();
        own.chain(&self.overrides).find_map(|(_, file)| {
            let at = file.text.find(tag)?;
            Some(Place::new(&file.path, file.in_file(Span::new(at, at + tag.len()))))
        })
    }

    /// The site's template of that name as a whole.
    pub fn place_of_template(&self, template: &str) -> Option<Place> {
        self.overrides.get(template).map(|file| Place::file(&file.path))
    }

    /// The finding for an error while a page was rendered.
    pub fn error(&self, template: &str, error: &tera::Error) -> Diagnostic {
        blame::while_rendered(template, error, &self.overrides)
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

/// `site.css` with a part of the SHA-256 of its contents before the ending.
fn hashed(name: &str, bytes: &[u8]) -> Box<str> {
    let digest = Sha256::digest(bytes);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash}.{ending}").into(),
        None => format!("{name}.{hash}").into(),
    }
}

#[cfg(test)]
mod tests;
