//! Things of schema.org; among them institutions and defined terms.

use crate::base::Language;
use crate::model::fact::{Fact, List, Standing};
use crate::model::hospital::Hospital;
use crate::model::link::Contact;
use crate::model::money::Yen;
use crate::model::organization::Organization;
use crate::model::place::{PostCode, Postal, without_code};
use crate::model::reference::{Kind, Reference};
use crate::model::term::Term;
use crate::model::text::Text;
use crate::model::word::{In, Prefecture, Vocabulary};
use crate::outputs::escape::json;
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::entries::Entry;
use crate::site::{addresses, facets, mentions};

/// A thing with its properties, already JSON but for the brace at its end. What is empty is left out.
#[derive(Debug, Clone)]
pub struct Thing(String);

impl Thing {
    /// A thing of that type. Types are this program's own, as are names.
    pub fn new(kind: &str) -> Self {
        let mut json = String::with_capacity(256);
        json.push_str("{\"@type\":\"");
        json.push_str(kind);
        json.push('"');
        Self(json)
    }

    /// With a property, unless its value is empty.
    pub fn with(mut self, name: &str, value: impl Json) -> Self {
        if !value.is_empty() {
            self.0.push_str(",\"");
            self.0.push_str(name);
            self.0.push_str("\":");
            value.write(&mut self.0);
        }
        self
    }

    /// The whole of it.
    pub fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A value of a property.
pub trait Json {
    /// Is there none?
    fn is_empty(&self) -> bool;
    /// Appends it.
    fn write(&self, out: &mut String);
}

impl Json for str {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }

    fn write(&self, out: &mut String) {
        string(self, out);
    }
}

impl Json for String {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }

    fn write(&self, out: &mut String) {
        string(self, out);
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn is_empty(&self) -> bool {
        (**self).is_empty()
    }

    fn write(&self, out: &mut String) {
        (**self).write(out);
    }
}

impl Json for u64 {
    fn is_empty(&self) -> bool {
        false
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl Json for Yen {
    fn is_empty(&self) -> bool {
        false
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.canonical());
    }
}

impl Json for Thing {
    fn is_empty(&self) -> bool {
        false
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.0);
        out.push('}');
    }
}

impl<T: Json> Json for Option<T> {
    fn is_empty(&self) -> bool {
        self.as_ref().is_none_or(Json::is_empty)
    }

    fn write(&self, out: &mut String) {
        self.iter().for_each(|value| value.write(out));
    }
}

impl<T: Json> Json for Vec<T> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }

    fn write(&self, out: &mut String) {
        out.push('[');
        for (i, value) in self.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            value.write(out);
        }
        out.push(']');
    }
}

/// A string of JSON that no parser of HTML takes for markup, and no old one of scripts for the end of a line.
fn string(text: &str, out: &mut String) {
    json(text, out, |c| matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}'));
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
pub fn other_names<'a>(pen: &Pen<'_>, entry: &'a Entry) -> Vec<&'a str> {
    let common = &entry.record.common;
    let own = common.name.as_ref().and_then(|name| pen.site.languages.best(name, pen.lang));
    let foreign = common.name.iter().flat_map(Text::phrases).filter(|phrase| Some(*phrase) != own);
    let foreign = foreign.filter(|phrase| phrase.is_plain).map(|phrase| &phrase.source);
    foreign.chain(common.other_names.iter().map(|name| &name.text)).map(|name| &**name).collect()
}

/// A hospital.
pub fn hospital(pen: &Pen<'_>, hospital: &Hospital) -> Thing {
    let languages: Vec<&str> = hospital.languages.items.iter().map(Language::as_str).collect();
    Thing::new("Hospital")
        .with("address", address(pen, hospital.prefecture.as_ref(), hospital.address.as_deref()))
        .with("parentOrganization", other(pen, hospital.parent.as_ref(), "Organization"))
        .with("knowsLanguage", languages)
        .with("contactPoint", contacts(pen, &hospital.contacts))
}

/// A postal address: as much of it as is known.
fn address(pen: &Pen<'_>, stated: Option<&Fact<In<Prefecture>>>, address: Option<&Postal>) -> Option<Thing> {
    let prefecture = match stated {
        Some(_) => asserted(stated).map(|word| &*word.word.id),
        None => address.and_then(|address| facets::prefecture_of(&pen.site.vocabularies, address)),
    };
    let code = address.and_then(|address| address.code.as_ref());
    if prefecture.is_none() && address.is_none() {
        return None;
    }
    // Prefectures and such codes are Japan's; of another address nobody says whose it is.
    let is_japanese = address.is_some() && (prefecture.is_some() || code.is_some());
    let thing = Thing::new("PostalAddress")
        .with("streetAddress", address.map(|address| without_code(&pen.plain(&address.text), code)))
        .with("addressRegion", prefecture.map(|id| pen.word_name(Vocabulary::Prefectures, id)))
        .with("postalCode", code.map(PostCode::as_str))
        .with("addressCountry", is_japanese.then_some("JP"));
    Some(thing)
}

/// An organization. Of which kind it is stands in a vocabulary that sites extend, so no narrower type is claimed.
pub fn organization(pen: &Pen<'_>, organization: &Organization) -> Thing {
    Thing::new("Organization")
        .with("address", address(pen, organization.prefecture.as_ref(), organization.address.as_deref()))
        .with("parentOrganization", other(pen, organization.parent.as_ref(), "Organization"))
        .with("contactPoint", contacts(pen, &organization.contacts))
}

/// Whom to write to or call; contacts that are neither are on the page alone.
pub fn contacts(pen: &Pen<'_>, contacts: &List<Contact>) -> Vec<Thing> {
    let reachable = contacts.items.iter().filter(|contact| contact.email.is_some() || contact.phone.is_some());
    let point = |contact: &Contact| {
        let languages: Vec<&str> = contact.languages.iter().map(Language::as_str).collect();
        Thing::new("ContactPoint")
            .with("name", contact.name.as_ref().map(|name| pen.plain(name)))
            .with("contactType", contact.purpose.as_ref().map(|purpose| pen.plain(purpose)))
            .with("email", contact.email.as_deref())
            .with("telephone", contact.phone.as_ref().map(|phone| &*phone.number))
            .with("faxNumber", contact.fax.as_ref().map(|fax| &*fax.number))
            .with("availableLanguage", languages)
    };
    reachable.map(point).collect()
}

/// A term of the glossary.
pub fn term(pen: &Pen<'_>, term: &Term) -> Thing {
    Thing::new("DefinedTerm").with("description", term.definition.as_ref().map(|text| pen.plain(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_ends_the_element_or_a_line() {
        let text = "</script><!-- & \u{2028}\u{2029} \"' \\ \n\u{1}";
        let json =
            Thing::new("Thing").with("a", text).with("b", vec![text]).with("c", "").with("d", None::<u64>).with("e", 8).finish();
        assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']), "{json}");
        let expected = serde_json::json!({"@type": "Thing", "a": text, "b": [text], "e": 8});
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), expected);
    }
}
