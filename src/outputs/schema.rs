//! What editors' programs know of the files that editors write: JSON Schema (2020-12) of every kind, of the site's file and of
//! vocabularies, in the editor's language, with the words and records of the site.

mod flat;
mod words;

use std::collections::BTreeMap;

use serde_json::{Map as Object, Value, json};

use self::flat::Flat;
pub use self::words::{help, label, shape};
use crate::model::common::Common;
use crate::model::read::{Field, Map, Shape};
use crate::model::record::ordered;
use crate::model::reference::{Kind, KindSet};
use crate::model::site_file::SiteFile;
use crate::model::text::Text;
use crate::model::vocabulary::VocabularyFile;
use crate::render::messages::Messages;
use crate::site::Site;

/// The name of a file, and the files that it describes, as a pattern from the site's folder on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The schema's file.
    pub file: String,
    /// The files that are held to it.
    pub of: String,
}

/// The schema files that there are.
pub fn list() -> Vec<Described> {
    let kind = |kind: Kind| Described {
        file: format!("{}.json", kind.as_str()),
        of: format!("content/{}/*.{{yaml,yml}}", kind.folder()),
    };
    let others = [("site.json", "content/site.yaml"), ("vocabulary.json", "content/vocabularies/*.yaml")];
    let others = others.map(|(file, of)| Described { file: file.to_owned(), of: of.to_owned() });
    Kind::ALL.into_iter().map(kind).chain(others).collect()
}

/// The text of each schema file, in their order.
pub fn files(site: &Site, messages: &Messages) -> Vec<(String, String)> {
    let kinds = Kind::ALL.into_iter().map(|kind| {
        let fields: Vec<Field> = ordered(kind);
        // The title of a page may stand in its prose.
        let required = (kind != Kind::Page).then_some(Common::name.key);
        (messages.text(kind.message()), fields, required)
    });
    let others = [("schema-site", SiteFile::MAP), ("schema-vocabulary", VocabularyFile::MAP)];
    let others = others.map(|(title, map)| (messages.text(title), map.fields.to_vec(), None));
    let schemas = kinds.chain(others).map(|(title, fields, required)| {
        let mut schemas = Schemas { site, messages, shared: BTreeMap::new() };
        let mut file = schemas.map(&fields);
        if let (Some(required), Some(list)) = (required, file.get_mut("required").and_then(Value::as_array_mut)) {
            list.push(required.into());
        }
        let mut schema = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "type": "object"});
        if let Some(schema) = schema.as_object_mut() {
            schema.append(&mut file);
            schema.insert("$defs".to_owned(), schemas.shared.into_iter().collect());
        }
        let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text.push('\n');
        text
    });
    list().into_iter().map(|described| described.file).zip(schemas).collect()
}

/// The schemas of one file.
struct Schemas<'a> {
    site: &'a Site,
    messages: &'a Messages,
    /// Those that stand in several places, and maps: these may hold themselves.
    shared: BTreeMap<String, Value>,
}

impl Schemas<'_> {
    /// The properties of a map, and which of them it must have.
    fn map(&mut self, fields: &[Field]) -> Object<String, Value> {
        let properties: Object<String, Value> = fields.iter().map(|field| (field.key.to_owned(), self.property(field))).collect();
        let required: Vec<&str> =
            fields.iter().filter(|field| field.is_required || field.is_needed).map(|field| field.key).collect();
        let mut map = Object::new();
        map.insert("properties".to_owned(), properties.into());
        map.insert("required".to_owned(), required.into());
        map.insert("additionalProperties".to_owned(), false.into());
        map
    }

    fn property(&mut self, field: &Field) -> Value {
        let of = (field.shape)();
        let mut property = self.schema(&of, field.to);
        if let Some(property) = property.as_object_mut() {
            // Nothing may stand in a field that may be left out.
            if field.is_required || field.is_needed {
                let types = property.get("type").and_then(Value::as_array).cloned();
                let types =
                    types.unwrap_or_else(|| ["string", "number", "boolean", "array", "object", "null"].map(Value::from).into());
                if property.contains_key("items") {
                    property.insert("minItems".to_owned(), 1.into());
                }
                if !property.contains_key("enum") {
                    property.insert("type".to_owned(), types.into_iter().filter(|of| of != "null").collect());
                }
            }
            let description = format!("{}\n\n{}", help(self.messages, field), shape(self.messages, &of, field.to));
            property.insert("title".to_owned(), label(self.messages, field).into());
            property.insert("description".to_owned(), description.into());
        }
        property
    }

    /// The schema of a value. What is more than a scalar is shared.
    fn schema(&mut self, shape: &Shape, to: KindSet) -> Value {
        match shape {
            Shape::Anything => json!({}),
            Shape::Scalar(_) | Shape::Choice(..) => self.flat(shape, to).into_value(),
            Shape::List(items) => json!({"type": ["array", "null"], "items": self.schema(items, to)}),
            _ => {
                let name = name(shape, to);
                if !self.shared.contains_key(&name) {
                    // Its place is taken first: a requirement may hold a requirement.
                    self.shared.insert(name.clone(), Value::Null);
                    let value = self.flat(shape, to).into_value();
                    self.shared.insert(name.clone(), value);
                }
                json!({"$ref": format!("#/$defs/{name}")})
            }
        }
    }

    /// All that may stand in a place, in one: alternatives would be told as alternatives, and every one of them as a mistake.
    fn flat(&mut self, shape: &Shape, to: KindSet) -> Flat {
        let mut flat = Flat::default();
        match shape {
            Shape::Text => {
                for lang in self.site.languages.all() {
                    let language = self.site.languages.tag(lang);
                    flat.properties.insert(language.as_str().to_owned(), json!({"type": flat::WORDS}));
                }
                flat.has_languages = true;
            }
            Shape::Scalar(scalar) => flat.scalar(scalar),
            Shape::Word(vocabulary) => {
                for entry in self.site.vocabularies.all(*vocabulary) {
                    flat.words.push((entry.id.to_string(), entry.name.as_ref().and_then(|name| self.text(name))));
                }
            }
            Shape::Choice(choices, spellings) => {
                for (word, message) in *choices {
                    flat.words.push(((*word).to_owned(), Some(self.messages.text(message))));
                }
                // What is read in their place is not offered, and no mistake.
                flat.patterns.extend(spellings.iter().map(|spelling| spelling.replace(['(', ')', '.', '+', '?'], ".")));
            }
            Shape::Reference => self.references(to, &mut flat),
            Shape::Map(map) => self.add(map, &mut flat),
            Shape::List(items) => flat.items = Some(self.schema(items, to)),
            Shape::Open(items, map) => {
                flat.items = Some(self.schema(items, to));
                self.add_to(map, to, &mut flat);
            }
            Shape::Fact(value, map) => {
                flat = self.flat(value, to);
                self.add_to(map, to, &mut flat);
                flat.required.clear();
                let absences = map.fields.iter().find(|field| field.name == "absent").map(|field| (field.shape)());
                if let Some(Shape::Choice(choices, _)) = absences {
                    flat.words.extend(choices.iter().map(|(word, says)| ((*word).to_owned(), Some(self.messages.text(says)))));
                }
            }
            Shape::Either(_, shapes) => {
                for shape in shapes {
                    flat.join(self.flat(shape, to));
                }
            }
            Shape::Anything => {}
        }
        flat
    }

    fn add(&mut self, map: &Map, flat: &mut Flat) {
        self.add_to(map, KindSet::ALL, flat);
        flat.required.extend(map.fields.iter().filter(|field| field.is_required).map(|field| field.key.to_owned()));
    }

    /// Adds the fields of a map, whose references name what the field around it says.
    fn add_to(&mut self, map: &Map, to: KindSet, flat: &mut Flat) {
        for field in map.fields {
            let to = if field.to == KindSet::ALL { to } else { field.to };
            flat.properties.insert(field.key.to_owned(), self.property(&Field { to, ..*field }));
        }
        flat.has_map = true;
    }

    /// Offers the records that there are; one that was made a minute ago is right as well.
    fn references(&self, to: KindSet, flat: &mut Flat) {
        let kinds: Vec<&str> = Kind::ALL.into_iter().filter(|kind| to.contains(*kind)).map(Kind::as_str).collect();
        flat.patterns.push(format!("\\s*(\\[\\[)?(({})/)?[a-z0-9]+(-[a-z0-9]+)*(\\]\\])?\\s*", kinds.join("|")));
        for entry in self.site.entries.iter().filter(|entry| to.contains(entry.kind())) {
            let name = entry.record.common.name.as_ref().and_then(|name| self.text(name));
            flat.offered.push((entry.record.identity.to_string(), name));
        }
    }

    /// A text for the editor.
    fn text(&self, text: &Text) -> Option<String> {
        let own = text.own(self.messages.language()).or_else(|| text.phrases().first());
        own.map(|phrase| phrase.source.to_string())
    }
}

/// The name of a shared schema.
fn name(shape: &Shape, to: KindSet) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Scalar(scalar) => scalar.name.to_owned(),
        Shape::Word(vocabulary) => format!("word-of-{}", vocabulary.name()),
        Shape::Choice(choices, _) => choices.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("-or-"),
        Shape::Reference if to == KindSet::ALL => "reference".to_owned(),
        Shape::Reference => format!("reference-to-{}", to.names().replace(", ", "-or-")),
        Shape::Map(map) => map.name.to_ascii_lowercase(),
        Shape::List(items) => format!("list-of-{}", name(items, to)),
        Shape::Open(items, _) => format!("open-list-of-{}", name(items, to)),
        Shape::Fact(value, _) => format!("fact-of-{}", name(value, to)),
        Shape::Either(either @ ("comparison" | "successor"), shapes) => {
            let parts: Vec<String> = shapes.iter().map(|shape| name(shape, to)).collect();
            format!("{either}-{}", parts.join("-"))
        }
        Shape::Either(either, _) => (*either).to_owned(),
        Shape::Anything => "anything".to_owned(),
    }
}
