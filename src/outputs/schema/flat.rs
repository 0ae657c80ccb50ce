//! One schema for all that may stand in a place.

use std::collections::BTreeSet;

use serde_json::{Map as Object, Value, json};

use crate::model::read::Scalar;

/// What may stand in a place.
#[derive(Default)]
pub struct Flat {
    /// Words, with what they mean.
    pub words: Vec<(String, Option<String>)>,
    /// Regular expressions of other scalars.
    pub patterns: Vec<String>,
    /// What is offered beside them, with what it is.
    pub offered: Vec<(String, Option<String>)>,
    /// The fields of maps.
    pub properties: Object<String, Value>,
    /// Those that a map must have.
    pub required: Vec<String>,
    /// Maps may stand here,
    pub has_map: bool,
    /// and texts, whose keys are languages.
    pub has_languages: bool,
    /// The items of lists.
    pub items: Option<Value>,
    /// Types of scalars.
    types: BTreeSet<&'static str>,
    /// Any text will do.
    is_free: bool,
}

/// What the words of a language may be for YAML.
pub const WORDS: [&str; 4] = ["string", "number", "boolean", "null"];

/// A language's tag as a key.
const LANGUAGE: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

impl Flat {
    /// Adds a scalar.
    pub fn scalar(&mut self, scalar: &Scalar) {
        self.types.extend(scalar.types);
        match scalar.pattern {
            Some(pattern) => self.patterns.push(pattern.to_owned()),
            None => self.is_free |= scalar.types.contains(&"string"),
        }
    }

    /// Adds what else may stand here.
    pub fn join(&mut self, other: Self) {
        // A field is required where there is one sort of map.
        let sorts = [self.has_map, self.has_languages, other.has_map, other.has_languages].into_iter().filter(|is| *is).count();
        self.required.extend(other.required);
        if sorts > 1 {
            self.required.clear();
        }
        self.words.extend(other.words);
        self.patterns.extend(other.patterns);
        self.offered.extend(other.offered);
        self.properties.extend(other.properties);
        self.has_map |= other.has_map;
        self.has_languages |= other.has_languages;
        self.items = self.items.take().or(other.items);
        self.types.extend(other.types);
        self.is_free |= other.is_free;
    }

    /// The schema.
    pub fn into_value(self) -> Value {
        let is_map = self.has_map || self.has_languages;
        let is_choice = self.patterns.is_empty() && self.types.is_empty() && !is_map && self.items.is_none();
        if is_choice && !self.words.is_empty() {
            let meanings = self.words.iter().map(|(_, meaning)| meaning.clone().unwrap_or_default()).collect::<Vec<_>>();
            let words = self.words.into_iter().map(|(word, _)| word).collect::<Vec<_>>();
            return json!({"type": "string", "enum": words, "enumDescriptions": meanings});
        }
        let mut types = self.types;
        let has_text = !self.words.is_empty() || !self.patterns.is_empty() || self.is_free;
        types.extend(has_text.then_some("string"));
        types.extend(is_map.then_some("object"));
        types.extend(self.items.is_some().then_some("array"));
        types.insert("null");
        let mut schema = Object::new();
        schema.insert("type".to_owned(), types.into_iter().collect());
        if has_text && !self.is_free {
            let words = self.words.iter().map(|(word, _)| format!("^{word}$"));
            // A pattern that says where it begins and ends is one already.
            let whole = |pattern: String| {
                if pattern.starts_with('^') || pattern.starts_with('[') { pattern } else { format!("^{pattern}$") }
            };
            let patterns: Vec<String> = words.chain(self.patterns.into_iter().map(whole)).collect();
            schema.insert("pattern".to_owned(), patterns.join("|").into());
        }
        let offered = self.words.into_iter().chain(self.offered).map(|(body, says)| match says {
            Some(says) => json!({"label": body, "body": body, "description": says}),
            None => json!({"label": body, "body": body}),
        });
        let offered: Vec<Value> = offered.collect();
        if !offered.is_empty() {
            schema.insert("defaultSnippets".to_owned(), offered.into());
        }
        if is_map {
            schema.insert("properties".to_owned(), self.properties.into());
            if self.has_languages {
                schema.insert("patternProperties".to_owned(), json!({LANGUAGE: {"type": WORDS}}));
            }
            if self.has_languages && !self.has_map {
                schema.insert("minProperties".to_owned(), 1.into());
            }
            if !self.required.is_empty() {
                schema.insert("required".to_owned(), self.required.into());
            }
            schema.insert("additionalProperties".to_owned(), false.into());
        }
        if let Some(items) = self.items {
            schema.insert("items".to_owned(), items);
        }
        schema.into()
    }
}
