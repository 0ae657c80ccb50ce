//! Things of schema.org, and those that are institutions and words.

use serde_json::{Map, Value};

use crate::model::fact::{Fact, List, Standing};
use crate::model::hospital::Hospital;
use crate::model::link::Contact;
use crate::model::organization::Organization;
use crate::model::reference::{Kind, Reference};
use crate::model::term::Term;
use crate::model::text::Text;
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::entries::Entry;
use crate::site::{addresses, mentions};

/// A thing with its properties. What is empty is left out.
#[derive(Debug, Clone)]
pub struct Thing(Map<String, Value>);

impl Thing {
    /// A thing of that type.
    pub fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), Value::from(kind))]))
    }

    /// With a property, unless its value is empty.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    /// With a property, unless it has it already.
    pub fn or(self, name: &str, value: impl Into<Value>) -> Self {
        if self.0.contains_key(name) { self } else { self.with(name, value) }
    }

    /// Without a property.
    pub fn without(mut self, name: &str) -> Self {
        self.0.remove(name);
        self
    }

    /// As JSON.
    pub fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        thing.into_value()
    }
}

/// The value of a fact that sources state, or that follows from what they state.
pub fn asserted<T>(fact: Option<&Fact<T>>) -> Option<&T> {
    match fact? {
        Fact::Known { value, standing: Standing::Stated | Standing::Derived(_), .. } => Some(value),
        _ => None,
    }
}

/// Another record by its name and address.
pub fn other(pen: &Pen<'_>, reference: Option<&Reference>, kind: &str) -> Option<Thing> {
    let id = mentions::resolve(pen.site, &reference?.target).ok()?;
    let entry = pen.site.entry(id);
    if entry.broken {
        return None;
    }
    let kind = if entry.kind() == Kind::Hospital { "Hospital" } else { kind };
    let address = absolute(pen.site, &addresses::canonical(pen.site, pen.lang, id));
    Some(Thing::new(kind).with("name", pen.title(id).0).with("url", address))
}

/// Names beside the title: in other languages, and those under which it is known.
pub fn other_names(pen: &Pen<'_>, entry: &Entry) -> Vec<Value> {
    let common = &entry.record.common;
    let own = common.name.as_ref().and_then(|name| pen.site.languages.best(name, pen.lang));
    let foreign = common.name.iter().flat_map(Text::phrases).filter(|phrase| Some(*phrase) != own);
    let foreign = foreign.filter(|phrase| phrase.is_plain).map(|phrase| &phrase.source);
    foreign.chain(common.other_names.iter().map(|name| &name.text)).map(|name| Value::from(&**name)).collect()
}

/// A hospital.
pub fn hospital(pen: &Pen<'_>, hospital: &Hospital) -> Thing {
    let region = asserted(hospital.prefecture.as_ref())
        .map(|word| Thing::new("PostalAddress").with("addressRegion", pen.word_name(Vocabulary::Prefectures, &word.word.id)));
    let languages: Vec<Value> = hospital.languages.items.iter().map(|language| Value::from(language.as_str())).collect();
    Thing::new("Hospital")
        .with("address", region)
        .with("parentOrganization", other(pen, hospital.parent.as_ref(), "Organization"))
        .with("knowsLanguage", languages)
        .with("contactPoint", contacts(pen, &hospital.contacts))
}

/// An organization. Of which kind it is stands in a vocabulary that sites extend, so no narrower type is claimed.
pub fn organization(pen: &Pen<'_>, organization: &Organization) -> Thing {
    Thing::new("Organization")
        .with("parentOrganization", other(pen, organization.parent.as_ref(), "Organization"))
        .with("contactPoint", contacts(pen, &organization.contacts))
}

/// Whom to write to or call; contacts that are neither are on the page alone.
pub fn contacts(pen: &Pen<'_>, contacts: &List<Contact>) -> Vec<Value> {
    let reachable = contacts.items.iter().filter(|contact| contact.email.is_some() || contact.phone.is_some());
    let point = |contact: &Contact| {
        let languages: Vec<Value> = contact.languages.iter().map(|language| Value::from(language.as_str())).collect();
        let point = Thing::new("ContactPoint")
            .with("name", contact.name.as_ref().map(|name| pen.plain(name)))
            .with("contactType", contact.purpose.as_ref().map(|purpose| pen.plain(purpose)))
            .with("email", contact.email.as_deref())
            .with("telephone", contact.phone.as_deref())
            .with("availableLanguage", languages);
        Value::from(point)
    };
    reachable.map(point).collect()
}

/// A term of the glossary.
pub fn term(pen: &Pen<'_>, term: &Term) -> Thing {
    Thing::new("DefinedTerm").with("description", term.definition.as_ref().map(|text| pen.plain(text)))
}
