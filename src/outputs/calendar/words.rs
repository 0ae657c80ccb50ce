//! The words of a calendar, asked for once for all its events.

use super::lines::escaped;
use crate::base::Arg;
use crate::render::pen::Pen;

/// Stand in messages where a value comes, and in no text of a site.
const PLACES: [char; 3] = ['\u{E000}', '\u{E001}', '\u{E002}'];

/// A message whose values are filled in later.
pub struct Form {
    /// What stands before each place for a value, and which value it is for.
    parts: Vec<(String, usize)>,
    /// What stands after the last.
    rest: String,
    /// Bytes of the message without values.
    length: usize,
}

impl Form {
    fn new(pen: &Pen<'_>, id: &str, names: &[&'static str]) -> Self {
        let places = || names.iter().zip(PLACES);
        let args: Vec<(&str, Arg)> = places().map(|(name, place)| (*name, Arg::Text(place.to_string()))).collect();
        let text = pen.kit.messages.format(id, &args);
        let (mut parts, mut start) = (Vec::new(), 0);
        for (at, c) in text.char_indices() {
            if let Some(value) = places().position(|(_, place)| place == c) {
                parts.push((text[start..at].to_owned(), value));
                start = at + c.len_utf8();
            }
        }
        Self { parts, rest: text[start..].to_owned(), length: text.len() }
    }

    /// The message with its values, in the order of their names.
    pub fn fill(&self, values: &[&str]) -> String {
        let mut out = String::with_capacity(self.length + values.iter().map(|value| value.len()).sum::<usize>());
        for (before, value) in &self.parts {
            out.push_str(before);
            out.push_str(values.get(*value).copied().unwrap_or_default());
        }
        out.push_str(&self.rest);
        out
    }
}

/// The words that all events of a calendar share.
pub struct Words {
    /// The name of the property of titles, with their language.
    pub summary_name: String,
    /// People can apply from now on.
    pub opens: Form,
    /// They cannot any more.
    pub closes: Form,
    /// Something begins.
    pub begins: Form,
    /// Something ends.
    pub ends: Form,
    /// Something takes place.
    pub at: Form,
    /// Around the title of what does not take place.
    pub withdrawn: Form,
    /// Around the title of what is inferred.
    pub tentative: Form,
    /// A time and its zone.
    pub time: Form,
    /// Where the latest information is.
    pub check: Form,
    /// "Concerns".
    pub concerns: String,
    /// The date is that of the source; escaped, as are the next two.
    pub stated: String,
    /// The time of day is not known.
    pub no_time: String,
    /// It does not take place.
    pub withdrawn_note: String,
}

impl Words {
    /// In the pen's language.
    pub fn new(pen: &Pen<'_>) -> Self {
        let text = |id: &str| pen.kit.messages.text(id);
        let title = |id: &str| Form::new(pen, id, &["stage", "round", "program"]);
        Self {
            summary_name: format!("SUMMARY;LANGUAGE={}", pen.tag()),
            opens: title("calendar_opens"),
            closes: title("calendar_closes"),
            begins: title("calendar_begins"),
            ends: title("calendar_ends"),
            at: title("calendar_at"),
            withdrawn: Form::new(pen, "calendar_withdrawn", &["event"]),
            tentative: Form::new(pen, "calendar_tentative", &["event"]),
            time: Form::new(pen, "calendar_time", &["moment", "zone"]),
            check: Form::new(pen, "calendar_check", &["address"]),
            concerns: text("label_concerns"),
            stated: escaped(&text("calendar_stated")),
            no_time: escaped(&text("calendar_no_time")),
            withdrawn_note: escaped(&text("calendar_withdrawn_note")),
        }
    }
}
