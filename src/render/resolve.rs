//! What mentions, links and images in prose become on a page.

use std::borrow::Cow;

use super::pen::{Pen, escape};
use crate::base::Arg;
use crate::model::prose::{Anchor, Picture, Resolve, Word};
use crate::site::facts::Named;
use crate::site::mentions::{self, Target};
use crate::site::{RecordId, routes, targets};

/// The prose of one record for the readers of one language.
pub struct Resolver<'a> {
    /// The language's pen.
    pub pen: Pen<'a>,
    /// The record on whose page it stands.
    pub page: Option<RecordId>,
    /// The file that it was written in.
    pub path: &'a str,
    /// The ids of its headings.
    pub heading_ids: &'a [Box<str>],
    /// Goes before the ids of its footnotes.
    pub prefix: &'a str,
}

impl Resolver<'_> {
    fn fact(&self, fact: &Named<'_>) -> String {
        let pen = &self.pen;
        match fact {
            Named::Moment(moment, zone) => pen.moment(moment, zone),
            Named::Period(period) => pen.period(period),
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
    fn mention(&self, target: &str, label: Option<&str>) -> String {
        let parts = Target::parse(target);
        let Ok(id) = mentions::resolve(self.pen.site, parts.record) else {
            return label.map_or_else(|| escape(target), str::to_owned);
        };
        if let Some(name) = parts.fact {
            let Some(fact) = mentions::fact(self.pen.site, id, name) else { return escape(target) };
            return match label {
                Some(label) => self.pen.link_to(id, label, None),
                None => self.fact(&fact),
            };
        }
        let words = label.map_or_else(|| self.pen.title_marked(id), str::to_owned);
        if self.pen.site.entry(id).broken {
            return words;
        }
        match parts.anchor {
            Some(anchor) => {
                let href = escape(&format!("{}#{anchor}", self.pen.record_href(id)));
                format!("<a href=\"{href}\">{words}</a>")
            }
            None => self.pen.link_to(id, &words, None),
        }
    }

    fn mention_text(&self, target: &str, label: Option<&str>) -> String {
        if let Some(label) = label {
            return label.to_owned();
        }
        let parts = Target::parse(target);
        let Ok(id) = mentions::resolve(self.pen.site, parts.record) else { return target.to_owned() };
        match parts.fact.map(|name| mentions::fact(self.pen.site, id, name)) {
            Some(Some(fact)) => text_of(&self.fact(&fact)).into_owned(),
            Some(None) => target.to_owned(),
            None => self.pen.title(id).0,
        }
    }

    fn link(&self, address: &str) -> Option<Anchor> {
        let href = |href: String, rel: Option<&str>| {
            Some(Anchor { href, attributes: rel.map(|rel| ("rel", rel.to_owned())).into_iter().collect() })
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
        match word {
            Word::Footnotes => messages.text("footnotes"),
            Word::Footnote { number } => messages.format("footnote_reference", &[("number", Arg::from(number))]),
            Word::FootnoteBack { number, occurrence } => {
                messages.format("footnote_back", &[("number", Arg::from(number)), ("occurrence", Arg::from(occurrence))])
            }
            Word::TaskDone => messages.text("task_done"),
            Word::TaskOpen => messages.text("task_open"),
            Word::Table { number } => messages.format("table_label", &[("number", Arg::from(number))]),
        }
    }

    fn id_prefix(&self) -> &str {
        self.prefix
    }
}

/// The text of HTML that [`Pen`] wrote.
pub fn text_of(html: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'<', b'&', html.as_bytes()).is_none() {
        return html.into();
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        rest = rest[open..].find('>').map_or("", |close| &rest[open + close + 1..]);
    }
    out.push_str(rest);
    for (entity, text) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        out = out.replace(entity, text);
    }
    out.into()
}

/// The words of a piece of HTML with nothing but the marks of languages: without links and readings.
pub fn words_of(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut is_reading = false;
    let mut kept = Vec::new();
    while let Some((words, more)) = rest.split_once('<') {
        if !is_reading {
            out.push_str(words);
        }
        let (tag, after) = more.split_once('>').unwrap_or((more, ""));
        rest = after;
        match tag.split(' ').next().unwrap_or_default() {
            "rt" | "rp" => is_reading = true,
            "/rt" | "/rp" => is_reading = false,
            "span" => {
                kept.push(tag.starts_with("span lang="));
                if kept.last() == Some(&true) {
                    out.extend(["<", tag, ">"]);
                }
            }
            "/span" if kept.pop() == Some(true) => out.push_str("</span>"),
            _ => {}
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_language_and_lose_links_and_readings() {
        let html = "What <a href=\"/x/\"><span lang=\"ja\"><ruby>実地修練<rp>(</rp><rt>じっちしゅうれん</rt><rp>)</rp></ruby></span></a> <span class=\"a\">is</span> &amp; was";
        assert_eq!(words_of(html), "What <span lang=\"ja\">実地修練</span> is &amp; was");
        assert_eq!(words_of("<b>no end"), "no end");
    }
}
