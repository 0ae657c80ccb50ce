//! What mentions, links and images in prose become on a page.

use super::Pen;
use crate::base::{Arg, Language};
use crate::markup::{Attribute, Inline, Mark};
use crate::model::prose::{Anchor, Picture, Resolve, Word};
use crate::site::facts::Named;
use crate::site::mentions::{self, Target};
use crate::site::{RecordId, routes, targets};

/// The prose of one record for the readers of one language.
pub struct Resolver<'a> {
    /// The language's pen.
    pub pen: Pen<'a>,
    /// The language that it is written in, where that is not the readers'.
    pub language: Option<&'a Language>,
    /// The record on whose page it stands.
    pub page: Option<RecordId>,
    /// The file that it was written in.
    pub path: &'a str,
    /// The ids of its headings.
    pub heading_ids: &'a [Box<str>],
    /// Headings below which it is said that their section is older than its source.
    pub outdated: Vec<&'a str>,
}

impl<'a> Resolver<'a> {
    /// For a text of a record: it stands on no page of its own and has no headings.
    pub fn of_text(pen: Pen<'a>) -> Self {
        Self { pen, language: None, page: None, path: "", heading_ids: &[], outdated: Vec::new() }
    }

    /// The same for a text in that language.
    pub fn of_text_in(pen: Pen<'a>, language: &'a Language) -> Self {
        Self { language: pen.foreign(language), ..Self::of_text(pen) }
    }

    /// Words for the readers, among those of another language.
    fn ours(&self, words: Inline) -> Inline {
        let Some(around) = self.language else { return words };
        let own = self.pen.tag();
        let mut out = Inline::default();
        out.open(Mark::Foreign).attribute(Attribute::Lang, own.as_str());
        if own.is_right_to_left() != around.is_right_to_left() {
            out.attribute(Attribute::Dir, "auto");
        }
        out.add(&words).close(Mark::Foreign);
        out
    }

    /// Says that what follows is older than its source.
    pub fn say_outdated(&self, out: &mut Inline) {
        out.within(Mark::Outdated, &self.ours(self.pen.say("outdated_section"))).text("\n");
    }

    fn fact(&self, fact: &Named<'_>) -> Inline {
        let pen = &self.pen;
        match fact {
            Named::Moment(moment, zone) => pen.moment(moment, zone),
            Named::FiscalYear(year) => pen.fiscal_year(year),
            Named::Duration(duration) => match &duration.length {
                Some(length) => pen.length(length),
                None => pen.duration(duration),
            },
            Named::Quantity(quantity) => pen.quantity(quantity),
            Named::Money(money) => pen.money(money),
            Named::Word(word) => pen.word(word),
            Named::Absent(absence) => pen.absence(*absence, None),
        }
    }
}

impl Resolve for Resolver<'_> {
    fn mention(&self, target: &str, label: Option<&Inline>, out: &mut Inline) {
        let pen = &self.pen;
        let parts = Target::parse(target);
        let Ok(id) = mentions::resolve(pen.site, parts.record) else {
            _ = match label {
                Some(label) => out.add(label),
                None => out.text(target),
            };
            return;
        };
        if let Some(name) = parts.fact {
            return match (mentions::fact(pen.site, id, name), label) {
                (None, _) => _ = out.text(target),
                (Some(_), Some(label)) => _ = out.add(&pen.link_to(id, label, None)),
                (Some(fact), None) => _ = out.add(&self.ours(self.fact(&fact))),
            };
        }
        let words = label.cloned().unwrap_or_else(|| self.ours(pen.title_marked(id)));
        match parts.anchor.filter(|_| !pen.site.entry(id).broken) {
            Some(anchor) => {
                let href = format!("{}#{anchor}", pen.record_href(id));
                out.open(Mark::Link).attribute(Attribute::Href, &href);
                if pen.is_name(id) {
                    out.attribute(Attribute::Translate, "no");
                }
                out.add(&words).close(Mark::Link);
            }
            None => _ = out.add(&pen.link_to(id, &words, None)),
        }
    }

    fn mention_text(&self, target: &str, label: Option<&str>) -> String {
        if let Some(label) = label {
            return label.to_owned();
        }
        let parts = Target::parse(target);
        let Ok(id) = mentions::resolve(self.pen.site, parts.record) else { return target.to_owned() };
        match parts.fact.map(|name| mentions::fact(self.pen.site, id, name)) {
            Some(Some(fact)) => self.fact(&fact).plain().into_owned(),
            Some(None) => target.to_owned(),
            None => self.pen.title(id).0,
        }
    }

    fn link(&self, address: &str) -> Option<Anchor> {
        let href = |href: String, rel: Option<&str>| {
            Some(Anchor { href, attributes: rel.map(|rel| (Attribute::Rel, rel.to_owned())).into_iter().collect() })
        };
        match targets::resolve(self.pen.site, self.pen.lang, self.page, self.path, address) {
            targets::Target::Outside => href(address.to_owned(), address.contains("://").then_some("external")),
            targets::Target::Inside { address, anchor } => {
                let own = self.page.map(|id| routes::record_address(self.pen.site, self.pen.lang, id));
                let fragment = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                if own.as_deref() == Some(&*address) && !fragment.is_empty() {
                    return href(fragment, None);
                }
                href(format!("{}{fragment}", self.pen.href(&address)), None)
            }
            // A finding elsewhere; the preview shows the words.
            targets::Target::NoPage | targets::Target::NoAnchor { .. } => None,
        }
    }

    fn image(&self, address: &str) -> Option<Picture> {
        match targets::resolve(self.pen.site, self.pen.lang, self.page, self.path, address) {
            targets::Target::Outside => Some(Picture { src: address.to_owned(), size: None }),
            targets::Target::Inside { address, .. } => Some(Picture { src: self.pen.href(&address), size: None }),
            targets::Target::NoPage | targets::Target::NoAnchor { .. } => None,
        }
    }

    fn heading_id(&self, index: usize) -> String {
        self.heading_ids.get(index).map(ToString::to_string).unwrap_or_default()
    }

    fn word(&self, word: Word) -> String {
        let messages = &self.pen.kit.messages;
        let words = match word {
            Word::Footnotes => messages.text("footnotes"),
            Word::Footnote { number } => messages.format("footnote_reference", &[("number", Arg::from(number))]),
            Word::FootnoteBack { number, occurrence } => {
                messages.format("footnote_back", &[("number", Arg::from(number)), ("occurrence", Arg::from(occurrence))])
            }
            Word::TaskDone => messages.text("task_done"),
            Word::TaskOpen => messages.text("task_open"),
            Word::Table { number } => messages.format("table_label", &[("number", Arg::from(number))]),
        };
        match self.language {
            Some(_) => self.pen.told(words, self.pen.tag()),
            None => words,
        }
    }

    fn after_heading(&self, index: usize, out: &mut Inline) {
        if self.heading_ids.get(index).is_some_and(|id| self.outdated.contains(&&**id)) {
            self.say_outdated(out);
        }
    }
}
