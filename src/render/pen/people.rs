//! Whom to ask, and who holds an office.

use super::Pen;
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark};
use crate::model::link::{Contact, Person};

impl Pen<'_> {
    /// Whom to ask.
    pub fn contact(&self, contact: &Contact) -> Inline {
        let mut parts = Vec::new();
        parts.extend(contact.name.as_ref().map(|name| self.text(name).marked(Mark::Strong)));
        parts.extend(self.optional(contact.purpose.as_ref()));
        parts.extend(contact.email.as_ref().map(|email| self.email(email)));
        parts.extend(contact.phone.as_ref().map(|phone| {
            let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            let mut out = Inline::default();
            self.begin_link(&["tel:", &digits].concat(), &mut out);
            out.text(phone).close(Mark::Link);
            out
        }));
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
