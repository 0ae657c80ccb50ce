//! Plain words of records, with their language, for drawings.

use crate::base::Language;
use crate::model::text::Text;
use crate::render::draw::svg::Words;
use crate::render::pen::Pen;
use crate::site::RecordId;

/// A text.
pub fn text(pen: &Pen<'_>, text: &Text) -> Words {
    match pen.site.languages.best(text, pen.lang) {
        Some(phrase) => in_language(pen, pen.plain(text), &phrase.language),
        None => Words::default(),
    }
}

/// The title of a record.
pub fn title(pen: &Pen<'_>, id: RecordId) -> Words {
    let (text, language) = pen.title(id);
    in_language(pen, text, language)
}

fn in_language(pen: &Pen<'_>, text: String, language: &Language) -> Words {
    if language == pen.tag() {
        return Words::own(text);
    }
    let lang = pen.foreign(language).map(ToString::to_string);
    let direction = match (language.is_right_to_left(), pen.tag().is_right_to_left()) {
        (true, false) => Some("rtl"),
        (false, true) => Some("ltr"),
        _ => None,
    };
    Words { text, lang, direction }
}
