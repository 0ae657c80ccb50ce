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
            (Some(sense), None) if is_lacking(group, source, other) && is_missed(group, true) => {
                Some(Opposite { is_of_source: true, sense, other: None })
            }
            (None, Some(sense)) if is_lacking(group, other, source) && is_missed(group, false) => {
                Some(Opposite { is_of_source: false, sense, other: None })
            }
            _ => None,
        }
    })
}

/// Does a sentence say once what the other says nothing of?
fn is_lacking(group: Group, senses: &[Sense], others: &[Sense]) -> bool {
    // Two denials may be none; what only may deny is no second one.
    let is_denial = |sense: &&Sense| {
        sense.group == group && !(sense.is_loose && is_of(sense, senses, |_| true)) && !is_alike(sense, senses, others)
    };
    let is_once = group != Group::Negation || senses.iter().filter(is_denial).count() == 1;
    group.is_missed() && count(group, others, senses) == 0 && is_once
}

/// How often a text says something of a group, beside what the other says in the same words.
pub fn count(group: Group, senses: &[Sense], others: &[Sense]) -> usize {
    senses.iter().filter(|sense| sense.group == group && !is_alike(sense, senses, others)).count()
}

/// Is a word the counterpart of one of the other's, and so none of anything else there? "Unofficial" beside 非公式 denies nothing.
fn is_alike(sense: &Sense, senses: &[Sense], others: &[Sense]) -> bool {
    is_of(sense, senses, |value| others.iter().any(|other| other.group == Group::Alike && other.value == value))
}

/// Does a word stand in a list of counterparts, and in one of those that are asked for?
fn is_of(sense: &Sense, senses: &[Sense], is_asked: impl Fn(u32) -> bool) -> bool {
    let is_same = |one: &Sense| one.range.start < sense.range.end && sense.range.start < one.range.end;
    senses.iter().any(|one| one.group == Group::Alike && is_same(one) && is_asked(one.value))
}

/// The first firm value of a group that the others do not have at all.
fn only_in<'a>(group: Group, senses: &'a [Sense], others: &[Sense]) -> Option<&'a Sense> {
    let is_same = |sense: &Sense, other: &Sense| other.group == group && other.value == sense.value;
    let is_there = |sense: &&Sense| others.iter().any(|other| is_same(sense, other) && !is_alike(other, others, senses));
    let is_firm = |sense: &&Sense| sense.group == group && !sense.is_loose;
    let found = senses.iter().filter(is_firm).find(|sense| !is_there(sense) && !is_alike(sense, senses, others))?;
    // "It may not be needed": a permission that is denied elsewhere in the sentence is no permission.
    let is_permission = group == Group::Permission && found.value == value("may");
    let is_denied = is_permission && senses.iter().any(|other| other.group == group && other.value == value("not"));
    (!is_denied).then_some(found)
}
