//! Links that editors write.

use super::Pen;
use crate::base::{Arg, Language};
use crate::markup::{Attribute, Inline, Mark};
use crate::model::form_file::{FormFile, file_type};
use crate::model::link::{Address, Link};
use crate::site::targets;

impl Pen<'_> {
    /// A link of a record; without an address it says why there is none.
    pub fn link(&self, link: &Link) -> Inline {
        let label = link.label.as_ref().map(|label| self.text(label));
        let mut out = Inline::default();
        match &link.address {
            Address::Known(address) => {
                let (href, is_outside) = self.target(address);
                out.open(Mark::Link).attribute(Attribute::Href, &href);
                if let Some(tag) = &link.language {
                    out.attribute(Attribute::HrefLang, tag.as_str());
                }
                // On paper the address is written out beside words, not beside itself.
                if is_outside && label.is_some() {
                    out.attribute(Attribute::Rel, "external");
                }
                out.add(&label.unwrap_or_else(|| Inline::of(&**address))).close(Mark::Link);
            }
            Address::Missing => self.without_address(label, "link_missing", &mut out),
            Address::Pending => self.without_address(label, "link_pending", &mut out),
            Address::LoginRequired => self.without_address(label, "link_login_required", &mut out),
        }
        if link.login && link.address != Address::LoginRequired {
            out.aside(&self.say("link_login"));
        }
        if link.unverified {
            out.aside(&self.say("link_unverified"));
        }
        if let Some(language) = link.language.as_ref().and_then(|language| self.foreign(language)) {
            let name = self.kit.language_name(language);
            out.aside(&self.say_with("page_in_language", &[("language", Arg::Text(name))]));
        }
        self.note(link.note.as_ref(), &mut out);
        out
    }

    /// A form to download, in the reader's language if there is one: its type, and its size where it lies here.
    pub fn form(&self, form: &FormFile) -> Option<Inline> {
        let own = |(language, _): &&(Option<Language>, Box<str>)| language.as_ref().is_none_or(|own| self.tag().reads(own));
        let (language, address) = form.files.iter().find(own).or(form.files.first())?;
        let (href, is_outside) = self.target(address);
        let mut out = Inline::default();
        out.open(Mark::Link).attribute(Attribute::Href, &href);
        if let Some(language) = language {
            out.attribute(Attribute::HrefLang, language.as_str());
        }
        if is_outside {
            out.attribute(Attribute::Rel, "external");
        }
        out.add(&self.say("form_download")).close(Mark::Link);
        let size = self.site.sizes.get(address).map(|bytes| self.kit.bytes(*bytes));
        let about = match (file_type(address), size) {
            (Some(kind), Some(size)) => Some(self.say_with("form_file", &[("type", Arg::Text(kind)), ("size", Arg::Text(size))])),
            (kind, size) => kind.or(size).map(Inline::of),
        };
        if let Some(about) = about {
            out.add(&self.parenthesis(&about));
        }
        if let Some(language) = language.as_ref().filter(|language| !self.tag().reads(language)) {
            out.text(" ").add(&self.only_in(language));
        }
        Some(out)
    }

    fn without_address(&self, label: Option<Inline>, message: &str, out: &mut Inline) {
        if let Some(label) = label {
            out.add(&label).text(" ");
        }
        out.open(Mark::Absent).attribute(Attribute::Kind, "missing-in-source").add(&self.say(message)).close(Mark::Absent);
    }

    /// The `href` of an address written by an editor, and whether it leads out of the site.
    pub fn target(&self, address: &str) -> (String, bool) {
        match targets::resolve(self.site, self.lang, None, "", address) {
            targets::Target::Inside { address, anchor } => {
                let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                (format!("{}{anchor}", self.href(&address)), false)
            }
            _ => (address.to_owned(), address.contains("://")),
        }
    }
}
