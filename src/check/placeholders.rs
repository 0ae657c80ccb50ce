//! `placeholder`: what `annai new` wrote and nobody has replaced, in a record that is published.

use crate::base::{Diagnostic, Place};
use crate::model::text::Text;
use crate::site::Site;
use crate::site::entries::Entry;

/// Checks a record.
pub fn check(_site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let record = &entry.record;
    if record.common.draft {
        return;
    }
    for phrase in record.uses.texts.iter().flat_map(Text::phrases) {
        if is_ellipsis(&phrase.source) {
            let finding = Diagnostic::error("placeholder", Place::new(&entry.path, phrase.span));
            findings.push(finding.help("placeholder-help").arg("found", &*phrase.source));
        }
    }
    // A name may be its file's in one language: JMSB. In all of them, and with a hyphen, it is the file's.
    let name = record.common.name.as_ref().map_or(&[][..], Text::phrases);
    let is_slug = |source: &str| source == &*record.identity.slug && source.contains('-');
    if let [first, ..] = name
        && name.len() > 1
        && name.iter().all(|phrase| is_slug(&phrase.source))
    {
        let finding = Diagnostic::error("placeholder", Place::new(&entry.path, first.span)).says("placeholder-name");
        findings.push(finding.help("placeholder-name-help").arg("found", &*first.source));
    }
}

/// Nothing but three dots, however they are written.
fn is_ellipsis(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().all(|c| matches!(c, '…' | '.' | '。' | '・' | '⋯'))
        && (text.contains(['…', '⋯']) || text.chars().count() >= 3)
}
