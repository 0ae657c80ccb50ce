//! Which records and facts are named by references in records and by `[[mentions]]` in prose.

use super::facts::{self, Named};
use super::{RecordId, Site};
use crate::model::reference::{Identity, Kind};

/// A mention's parts: the record, then a fact after a dot or an anchor after `#`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<'t> {
    /// `hospital/kanazawa-university`, or a file name alone.
    pub record: &'t str,
    /// The fact's name.
    pub fact: Option<&'t str>,
    /// The anchor's name.
    pub anchor: Option<&'t str>,
}

impl<'t> Target<'t> {
    /// Splits what stands between `[[` and `|` or `]]`.
    pub fn parse(target: &'t str) -> Self {
        let target = target.trim();
        let (target, anchor) = match target.split_once('#') {
            Some((record, anchor)) => (record, Some(anchor)),
            None => (target, None),
        };
        match target.split_once('.') {
            Some((record, fact)) => Self { record, fact: Some(fact), anchor },
            None => Self { record: target, fact: None, anchor },
        }
    }
}

/// Why a reference names no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// There is none.
    Unknown,
    /// Only the file name was given, and several kinds have it.
    Ambiguous(Vec<Identity>),
}

/// The record that `text` names: by identity, or by file name where only one kind has it.
pub fn resolve(site: &Site, text: &str) -> Result<RecordId, Unresolved> {
    if let Some((kind, slug)) = Identity::split(text) {
        return site.find(kind, slug).ok_or(Unresolved::Unknown);
    }
    let found: Vec<RecordId> = Kind::ALL.iter().filter_map(|kind| site.find(*kind, text)).collect();
    match found[..] {
        [] => Err(Unresolved::Unknown),
        [id] => Ok(id),
        _ => Err(Unresolved::Ambiguous(found.iter().map(|id| site.entry(*id).record.identity.clone()).collect())),
    }
}

/// The fact of a record that is called `name`.
pub fn fact<'s>(site: &'s Site, id: RecordId, name: &str) -> Option<Named<'s>> {
    facts::named(site.entry(id)).into_iter().find(|(known, _)| known == name).map(|(_, fact)| fact)
}

#[cfg(test)]
mod tests {
    use super::Target;

    #[test]
    fn targets_have_parts() {
        let target = Target::parse("schedule/a.first.application.closes");
        assert_eq!((target.record, target.fact, target.anchor), ("schedule/a", Some("first.application.closes"), None));
        let target = Target::parse(" page/about#who ");
        assert_eq!((target.record, target.fact, target.anchor), ("page/about", None, Some("who")));
    }
}
