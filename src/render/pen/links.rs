//! Links that editors write, as HTML.

use super::{Pen, escape};
use crate::base::Arg;
use crate::model::link::{Address, Link};
use crate::site::targets;

impl Pen<'_> {
    /// A link of a record; without an address it says why there is none.
    pub fn link(&self, link: &Link) -> String {
        let label = link.label.as_ref().map(|label| self.text(label));
        let mut out = match &link.address {
            Address::Known(address) => {
                let (href, is_outside) = self.target(address);
                let hreflang = link.language.as_ref().map(|tag| format!(" hreflang=\"{tag}\"")).unwrap_or_default();
                // On paper the address is written out beside words, not beside itself.
                let rel = if is_outside && label.is_some() { " rel=\"external\"" } else { "" };
                let words = label.unwrap_or_else(|| escape(address));
                format!("<a href=\"{}\"{hreflang}{rel}>{words}</a>", escape(&href))
            }
            Address::Missing => self.without_address(label, "link_missing"),
            Address::Pending => self.without_address(label, "link_pending"),
            Address::LoginRequired => self.without_address(label, "link_login_required"),
        };
        let mut remarks = Vec::new();
        if link.login && link.address != Address::LoginRequired {
            remarks.push(self.say("link_login"));
        }
        if link.unverified {
            remarks.push(self.say("link_unverified"));
        }
        if let Some(language) = link.language.as_ref().and_then(|language| self.foreign(language)) {
            let name = self.kit.language_name(language);
            remarks.push(self.say_with("page_in_language", &[("language", Arg::Text(name))]));
        }
        remarks.extend(link.note.as_ref().map(|note| self.text(note)));
        for remark in remarks {
            out.push_str(&format!(" <span class=\"aside\">{remark}</span>"));
        }
        out
    }

    fn without_address(&self, label: Option<String>, message: &str) -> String {
        let words = label.unwrap_or_default();
        format!("{words} <span class=\"absent missing-in-source\">{}</span>", self.say(message)).trim_start().to_owned()
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
