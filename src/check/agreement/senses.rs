//! `sense-differs`: words of two languages that say opposite things of the same: before and after, must and need not, not.

use super::extract::Sense;
use super::words::{Group, value};

/// Groups that are compared in whole blocks too, since their values stand out.
const IN_BLOCKS: [Group; 3] = [Group::Weekday, Group::Tax, Group::Tongue];

/// All groups that are compared.
const GROUPS: [Group; 14] = [
    Group::Weekday,
    Group::Tongue,
    Group::Per,
    Group::Side,
    Group::Part,
    Group::HalfDay,
    Group::Neighbour,
    Group::Tax,
    Group::Quantifier,
    Group::Need,
    Group::Permission,
    Group::Negation,
    Group::Possibility,
    Group::Only,
];

/// A word that the other language contradicts, and the word that does, if there is one.
#[derive(Debug, Clone, Copy)]
pub struct Opposite<'a> {
    /// In the source?
    pub is_of_source: bool,
    /// The word.
    pub sense: &'a Sense,
    /// The other language's.
    pub other: Option<&'a Sense>,
}

/// The first word of two pieces that the other contradicts. `is_missed`: is what one says of a group, the
/// source or the other, nowhere near in the other's text?
pub fn opposite<'a>(
    source: &'a [Sense],
    other: &'a [Sense],
    is_sentence: bool,
    is_missed: &dyn Fn(Group, bool) -> bool,
) -> Option<Opposite<'a>> {
    if source.is_empty() && other.is_empty() {
        return None;
    }
    GROUPS.into_iter().filter(|group| is_sentence || IN_BLOCKS.contains(group)).find_map(|group| {
        let (ours, theirs) = (only_in(group, source, other), only_in(group, other, source));
        match (ours, theirs) {
            (Some(sense), Some(against)) => Some(Opposite { is_of_source: true, sense, other: Some(against) }),
            // Two of them may be none: "without which it cannot".
            (Some(sense), None)
                if is_sentence && group.is_missed() && !has(group, other) && is_once(group, source) && is_missed(group, true) =>
            {
                Some(Opposite { is_of_source: true, sense, other: None })
            }
            (None, Some(sense))
                if is_sentence
                    && group.is_missed()
                    && !has(group, source)
                    && is_once(group, other)
                    && is_missed(group, false) =>
            {
                Some(Opposite { is_of_source: false, sense, other: None })
            }
            _ => None,
        }
    })
}

fn is_once(group: Group, senses: &[Sense]) -> bool {
    group != Group::Negation || senses.iter().filter(|sense| sense.group == group).count() == 1
}

fn has(group: Group, senses: &[Sense]) -> bool {
    count(group, senses, false) > 0
}

/// How often a text says something of a group, firmly or at all.
pub fn count(group: Group, senses: &[Sense], is_firm: bool) -> usize {
    senses.iter().filter(|sense| sense.group == group && !(is_firm && sense.is_loose)).count()
}

/// The first firm value of a group that the others do not have at all.
fn only_in<'a>(group: Group, senses: &'a [Sense], others: &[Sense]) -> Option<&'a Sense> {
    let is_there = |sense: &&Sense| others.iter().any(|other| other.group == group && other.value == sense.value);
    let is_firm = |sense: &&Sense| sense.group == group && !sense.is_loose;
    let found = senses.iter().filter(is_firm).find(|sense| !is_there(sense))?;
    // "It may not be needed": a permission that is denied elsewhere in the sentence is no permission.
    let is_permission = group == Group::Permission && found.value == value("may");
    let is_denied = is_permission && senses.iter().any(|other| other.group == group && other.value == value("not"));
    (!is_denied).then_some(found)
}
