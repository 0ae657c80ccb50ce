//! One finding in words, for programs that show it themselves: the panel of `annai serve`.

use super::{Words, human, location::Location};
use crate::base::Diagnostic;
use crate::render::messages::Messages;
use crate::source::Sources;

/// A finding in the editor's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// The lines of the file with the carets, as in a terminal of `width` columns without colours.
    pub excerpt: String,
}

/// Describes a finding.
pub fn describe(finding: &Diagnostic, sources: &Sources, messages: &Messages, width: usize) -> Described {
    let words = Words::of(finding, messages);
    let place = Location::of(&finding.place, sources);
    let mut excerpt = Vec::new();
    // Nothing can go wrong in writing to memory.
    let _ = human::places(finding, sources, messages, &human::Style { color: false, width }, &mut excerpt);
    Described {
        line: place.line,
        column: place.column,
        message: words.message,
        help: words.help,
        excerpt: String::from_utf8_lossy(&excerpt).into_owned(),
    }
}

/// The word for a severity.
pub fn severity_word(finding: &Diagnostic, messages: &Messages) -> String {
    messages.text(human::word_of(finding.severity))
}
