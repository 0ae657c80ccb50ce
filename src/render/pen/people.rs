//! Whom to ask, and who holds an office.

use super::Pen;
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark};
use crate::model::link::{Contact, Person};
use crate::model::phone::Phone;

impl Pen<'_> {
    /// Whom to ask.
    pub fn contact(&self, contact: &Contact) -> Inline {
        let mut parts = Vec::new();
        parts.extend(contact.name.as_ref().map(|name| self.text(name).marked(Mark::Strong)));
        parts.extend(self.optional(contact.purpose.as_ref()));
        parts.extend(contact.email.as_ref().map(|email| self.email(email)));
        parts.extend(contact.phone.as_ref().map(|phone| self.phone(phone)));
        parts.extend(contact.fax.as_ref().map(|fax| self.fill("contact_fax", &[("number", &number(fax))])));
        parts.extend(contact.hours.as_ref().map(|hours| self.text(hours)));
        parts.extend(contact.form.as_ref().map(|form| self.link(form)));
        if !contact.languages.is_empty() {
            let names: Vec<String> = contact.languages.iter().map(|language| self.kit.language_name(language)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            parts.push(self.say_with("contact_languages", &[("languages", Arg::Text(self.kit.list(&names)))]));
        }
        parts.extend(contact.note.as_ref().map(|note| self.text(note).marked(Mark::Aside)));
        Inline::lines(&parts)
    }

    /// An address for e-mail.
    pub fn email(&self, email: &str) -> Inline {
        let mut out = Inline::default();
        out.open(Mark::Link).attribute(Attribute::Href, &["mailto:", email].concat()).text(email).close(Mark::Link);
        out
    }

    /// A number that a click dials, and its extension.
    fn phone(&self, phone: &Phone) -> Inline {
        let mut out = Inline::default();
        out.open(Mark::Link).attribute(Attribute::Href, &phone.address()).add(&number(phone)).close(Mark::Link);
        if let Some(extension) = &phone.extension {
            out.text(" ").add(&self.say_with("contact_extension", &[("extension", Arg::from(&**extension))]));
        }
        out
    }

    /// A person by office.
    pub fn person(&self, person: &Person) -> Inline {
        let mut out = self.optional(person.office.as_ref()).unwrap_or_default();
        if let Some(name) = &person.name {
            out.text(" ").within(Mark::Strong, &self.text(name));
        }
        if let Some(at) = &person.at {
            out.aside(&self.fill("office_at", &[("date", &self.date(at))]));
        }
        self.note(person.note.as_ref(), &mut out);
        out
    }
}

/// The digits of a number, which run from left to right in every script.
fn number(phone: &Phone) -> Inline {
    let mut out = Inline::default();
    out.open(Mark::Isolated).attribute(Attribute::Dir, "ltr").text(&phone.number).close(Mark::Isolated);
    out
}
