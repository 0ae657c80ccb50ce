//! The templates of the site and the built-in ones, by the names under which the engine has them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::tags::{Tag, tags};
use crate::base::Span;
use crate::render::builtin_theme;

/// Before the name of a built-in template, where the site may have one of that name: `default/base.html`.
pub const BUILT_IN: &str = "default/";

/// The text of a built-in template.
pub fn built_in(name: &str) -> Option<&'static str> {
    let (_, bytes) = builtin_theme::FILES.iter().find(|(path, _)| *path == name && !path.starts_with("assets/"))?;
    str::from_utf8(bytes).ok()
}

/// The site's templates by their names.
pub type Overrides = BTreeMap<Box<str>, Override>;

/// A template of the site.
pub struct Override {
    /// Of its file.
    pub path: Arc<str>,
    /// As the engine is given it: under its own name, it means the built-in template.
    pub text: String,
    /// Where that name was made longer.
    longer: Vec<usize>,
}

impl Override {
    /// The template of a file.
    pub fn new(path: &Arc<str>, name: &str, text: &str) -> Self {
        let mut template = Self { path: path.clone(), text: text.to_owned(), longer: Vec::new() };
        let is_own = |tag: &Tag<'_>| matches!(tag.word, "extends" | "include") && tag.name == name;
        let built_in = built_in(name);
        template.longer = tags(text).iter().filter(|tag| built_in.is_some() && is_own(tag)).map(|tag| tag.at).collect();
        for at in template.longer.iter().rev() {
            template.text.insert_str(*at, BUILT_IN);
        }
        template
    }

    /// Where something stands in the file that stands there in the text.
    pub fn in_file(&self, span: Span) -> Span {
        let shorter = |offset: usize, at: &usize| {
            if offset > *at { offset.saturating_sub(BUILT_IN.len()).max(*at) } else { offset }
        };
        let back = |offset: u32| self.longer.iter().fold(offset as usize, shorter);
        Span::new(back(span.start), back(span.end))
    }
}

/// The templates of one attempt.
#[derive(Clone, Copy)]
pub struct Templates<'a> {
    /// All that the site has.
    pub overrides: &'a Overrides,
    /// The names of those in which no mistake was found.
    pub standing: &'a BTreeSet<&'a str>,
}

impl<'a> Templates<'a> {
    /// The name of the template that is meant by a name, as the engine finds it.
    pub fn resolve(self, name: &str) -> Option<String> {
        if self.standing.contains(name) {
            return Some(name.to_owned());
        }
        let bare = name.strip_prefix(BUILT_IN).unwrap_or(name);
        built_in(bare).map(|_| format!("{BUILT_IN}{bare}"))
    }

    /// The text of a template.
    pub fn text(self, name: &str) -> &'a str {
        let own = self.overrides.get(name).filter(|_| self.standing.contains(name)).map(|own| &*own.text);
        own.or_else(|| built_in(name.strip_prefix(BUILT_IN).unwrap_or(name))).unwrap_or_default()
    }

    /// The names of all that are used. A built-in template that one of the site stands in for is only looked at if it is asked
    /// for: what the site's templates are like need not fit it.
    pub fn names(self) -> Vec<String> {
        let asked: BTreeSet<&str> = self.standing.iter().flat_map(|name| tags(self.text(name))).map(|tag| tag.name).collect();
        let is_used = |path: &str| {
            let has_components = || tags(built_in(path).unwrap_or_default()).iter().any(|tag| tag.word == "component");
            !self.standing.contains(path) || asked.contains(&*format!("{BUILT_IN}{path}")) || has_components()
        };
        let all = builtin_theme::FILES.iter().map(|(path, _)| *path).filter(|path| built_in(path).is_some() && is_used(path));
        self.standing.iter().map(|name| (*name).to_owned()).chain(all.map(|path| format!("{BUILT_IN}{path}"))).collect()
    }
}
