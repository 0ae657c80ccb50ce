//! Where a body is and when somebody is there, as its page shows it.

use super::parts::Rows;
use crate::markup::{Inline, Mark};
use crate::model::fact::{Fact, List};
use crate::model::link::Link;
use crate::model::place::{Postal, without_code};
use crate::model::text::Text;
use crate::model::word::{In, Prefecture, Vocabulary};
use crate::render::pen::Pen;
use crate::site::facets;

/// What a record says of its place.
pub struct Place<'r> {
    /// Its prefecture.
    pub prefecture: Option<&'r Fact<In<Prefecture>>>,
    /// Where in it, in words.
    pub place: Option<&'r Text>,
    /// Its postal address.
    pub address: Option<&'r Postal>,
    /// How to get there.
    pub access: &'r List<Text>,
    /// A map.
    pub map: Option<&'r Link>,
    /// When somebody is there.
    pub hours: Option<&'r Text>,
    /// Where somebody can live.
    pub lodging: Option<&'r Fact<Text>>,
}

/// The rows of a place.
pub fn rows(pen: &Pen<'_>, place: &Place<'_>, rows: &mut Rows<'_, '_>) {
    rows.add("label_prefecture", prefecture(pen, place.prefecture, place.address))
        .add("label_place", pen.optional(place.place))
        .add("label_address", place.address.map(|address| self::address(pen, address)))
        .list("label_access", &pen.items(place.access, |text| pen.text(text)))
        .add("label_map", place.map.map(|map| pen.link(map)))
        .add("label_hours", pen.optional(place.hours))
        .add("label_lodging", place.lodging.map(|lodging| pen.fact(lodging, |text| pen.text(text))));
}

/// The prefecture; where the record names none, the one that its address begins with, said to be so.
fn prefecture(pen: &Pen<'_>, stated: Option<&Fact<In<Prefecture>>>, address: Option<&Postal>) -> Option<Inline> {
    if let Some(fact) = stated {
        return Some(pen.fact(fact, |word| pen.word_in(word)));
    }
    let derived = facets::prefecture_of(&pen.site.vocabularies, address?)?;
    let mut out = pen.word_marked(Vocabulary::Prefectures, derived);
    out.aside(&pen.say("prefecture_by_address"));
    Some(out)
}

/// An address with its code, as the reader's language has them.
pub fn address(pen: &Pen<'_>, address: &Postal) -> Inline {
    let text = pen.text(&address.text);
    let Some(code) = &address.code else { return text };
    let shown = pen.site.languages.best(&address.text, pen.lang).map(|phrase| &phrase.source);
    // What stands in the text already is not said twice.
    let has_code = shown.is_some_and(|shown| without_code(shown, Some(code)) != shown.trim());
    if has_code {
        return text;
    }
    let mut number = Inline::default();
    number.within(Mark::Isolated, &Inline::of(code.as_str()));
    pen.fill("postal_address", &[("code", &number), ("text", &text)])
}
