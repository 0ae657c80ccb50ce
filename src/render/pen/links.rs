//! Links that editors write.

use super::Pen;
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark};
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
