//! Whom to ask, and who holds an office, as HTML.

use super::{Pen, escape};
use crate::base::Arg;
use crate::model::link::{Contact, Person};

impl Pen<'_> {
    /// Whom to ask.
    pub fn contact(&self, contact: &Contact) -> String {
        let mut parts = Vec::new();
        parts.extend(contact.name.as_ref().map(|name| format!("<strong>{}</strong>", self.text(name))));
        parts.extend(contact.purpose.as_ref().map(|purpose| self.text(purpose)));
        parts.extend(contact.email.as_ref().map(|email| {
            let email = escape(email);
            format!("<a href=\"mailto:{email}\">{email}</a>")
        }));
        parts.extend(contact.phone.as_ref().map(|phone| {
            let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            format!("<a href=\"tel:{digits}\">{}</a>", escape(phone))
        }));
        parts.extend(contact.form.as_ref().map(|form| self.link(form)));
        if !contact.languages.is_empty() {
            let names: Vec<String> = contact.languages.iter().map(|language| self.kit.language_name(language)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            parts.push(self.say_with("contact_languages", &[("languages", Arg::Text(self.kit.list(&names)))]));
        }
        parts.extend(contact.note.as_ref().map(|note| format!("<span class=\"aside\">{}</span>", self.text(note))));
        parts.join("<br>")
    }

    /// A person by office.
    pub fn person(&self, person: &Person) -> String {
        let mut out = person.office.as_ref().map(|office| self.text(office)).unwrap_or_default();
        if let Some(name) = &person.name {
            out.push_str(&format!(" <strong>{}</strong>", self.text(name)));
        }
        if let Some(at) = &person.at {
            const AT: &str = "\u{E000}";
            let words = self.say_with("office_at", &[("date", Arg::from(AT))]);
            out.push_str(&format!(" <span class=\"aside\">{}</span>", words.replace(AT, &self.date(at))));
        }
        if let Some(note) = &person.note {
            out.push_str(&format!(" <span class=\"aside\">{}</span>", self.text(note)));
        }
        out
    }
}
