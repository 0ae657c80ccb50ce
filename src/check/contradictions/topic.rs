//! What a sentence speaks of by the fact's own noun, or as what people do by a day: apply until then.

use std::ops::Range;

use crate::check::agreement::{Extract, Found, Group, Item, Sense, value};

/// Bytes between a day and the word that makes an end of it: the weekday and the time.
const NEAR: usize = 30;
/// Bytes between a noun and a comma that belongs to it: 定員は、5名です.
const PARTICLE: usize = 4;

/// What a fact is called in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Deadline,
    Opening,
    /// From when until when.
    Window,
    Fee,
    Duration,
    Capacity,
    Experience,
}

const TOPICS: [Topic; 7] =
    [Topic::Deadline, Topic::Opening, Topic::Window, Topic::Fee, Topic::Duration, Topic::Capacity, Topic::Experience];

impl Topic {
    fn value(self) -> u32 {
        value(match self {
            Self::Deadline => "deadline",
            Self::Opening => "opening",
            Self::Window => "window",
            Self::Fee => "fee",
            Self::Duration => "duration",
            Self::Capacity => "capacity",
            Self::Experience => "experience",
        })
    }

    /// Can a fact of this kind be such a value?
    fn takes(self, item: &Item) -> bool {
        match self {
            Self::Deadline | Self::Opening | Self::Window => is_day_or_time(item),
            Self::Fee => matches!(item, Item::Money(..)),
            Self::Duration | Self::Experience => matches!(item, Item::Months(_) | Item::Minutes(_)),
            Self::Capacity => matches!(item, Item::Number(_)),
        }
    }

    /// Is a field of a record such a fact?
    pub fn has(self, trail: &str) -> bool {
        match self {
            Self::Deadline => trail.ends_with(".closes"),
            Self::Opening => trail.ends_with(".opens"),
            Self::Window => trail.ends_with(".opens") || trail.ends_with(".closes"),
            Self::Fee => trail.split('.').any(|step| step == "amount"),
            Self::Duration => trail.starts_with("duration"),
            Self::Capacity => trail.starts_with("capacity"),
            Self::Experience => trail.starts_with("eligibility") || trail.starts_with("practice"),
        }
    }
}

fn is_day_or_time(item: &Item) -> bool {
    matches!(item, Item::Date { month: Some(_), day: Some(_), .. } | Item::Time(..))
}

/// Can a fact be the value of any topic at all?
pub fn is_value(item: &Item) -> bool {
    matches!(item, Item::Day(_)) || TOPICS.iter().any(|topic| topic.takes(item))
}

/// A sentence of a text, and what it says.
pub struct Sentence<'a> {
    pub text: &'a str,
    pub says: &'a Extract,
    pub range: Range<usize>,
}

impl<'a> Sentence<'a> {
    /// The sentence that a fact stands in.
    pub fn around(text: &'a str, says: &'a Extract, range: &Range<usize>) -> Self {
        let ends = ['。', '\n', '!', '?', '！', '？'];
        let start = text[..range.start].rfind(ends).unwrap_or(0);
        let end = text[range.end..].find(ends).map_or(text.len(), |at| range.end + at);
        // English sentences end in a period and a space.
        let from = text[start..range.start].rfind(". ").map_or(start, |at| start + at + 2);
        let to = text[range.end..end].find(". ").map_or(end, |at| range.end + at);
        Self { text, says, range: from..to }
    }

    fn senses_in(&self, range: &Range<usize>) -> impl Iterator<Item = &'a Sense> {
        let senses = &self.says.senses;
        let first = senses.partition_point(|sense| sense.range.start < range.start);
        let end = range.end;
        senses[first..].iter().take_while(move |sense| sense.range.start < end)
    }

    /// The words that it says of a group.
    pub fn senses(&self, group: Group) -> impl Iterator<Item = &'a Sense> {
        self.senses_in(&self.range).filter(move |sense| sense.group == group)
    }

    /// The facts that it states.
    pub fn found(&self) -> impl Iterator<Item = &'a Found> {
        self.says.found.iter().filter(|found| self.range.contains(&found.range.start))
    }

    /// Does it speak of something that has the same nouns and is another fact, or of another year?
    pub fn is_of_other(&self) -> bool {
        self.senses(Group::Topic).any(|topic| topic.value == value("other"))
    }

    /// Does it speak of what comes in another year?
    pub fn is_of_other_year(&self) -> bool {
        let others = [value("next-year"), value("last-year")];
        self.senses(Group::Neighbour).any(|sense| others.contains(&sense.value))
    }

    /// The part of the sentence that a fact stands in: between commas, "and" and the like.
    pub fn clause(&self, found: &Found) -> Range<usize> {
        const SIGNS: [&str; 9] = ["、", "，", "；", ";", " and ", " but ", " while ", ", which ", " with "];
        let (mut start, mut end) = (self.range.start, self.range.end);
        for sign in SIGNS {
            for (at, _) in self.text[self.range.clone()].match_indices(sign) {
                let (at, after) = (self.range.start + at, self.range.start + at + sign.len());
                let belongs = self
                    .senses_in(&(at.saturating_sub(60)..at))
                    .any(|sense| sense.group == Group::Topic && sense.range.end <= at && at - sense.range.end < PARTICLE);
                if after <= found.range.start && !belongs {
                    start = start.max(after);
                } else if at >= found.range.end {
                    end = end.min(at);
                }
            }
        }
        start..end
    }

    /// What it calls a fact.
    pub fn topic(&self, found: &Found) -> Option<Topic> {
        self.senses(Group::Topic).next()?;
        let clause = self.clause(found);
        let is_noun = |sense: &&Sense| sense.group == Group::Topic && !self.is_counted_from(sense, found);
        let topics = || self.senses_in(&clause).filter(is_noun);
        let named =
            TOPICS.into_iter().find(|topic| topic.takes(&found.item) && topics().any(|sense| sense.value == topic.value()));
        if named == Some(Topic::Capacity) && !self.counts_people(found, topics().map(|sense| sense.range.end)) {
            return None;
        }
        // The experience of those who teach.
        let is_taught = |sense: &Sense| sense.value == value("instructor");
        if named == Some(Topic::Experience) && self.senses(Group::Thing).any(is_taught) {
            return None;
        }
        named.or_else(|| {
            let edge = if is_day_or_time(&found.item) { self.edge(found) } else { None }?;
            // In English people apply first, and then it is said until when.
            let is_ascii = self.text[edge.range.clone()].is_ascii();
            let is_before = |sense: &Sense| !is_ascii || sense.range.end <= edge.range.start;
            let mut applying = topics().filter(|sense| sense.value == value("applying"));
            applying.find(|sense| is_before(sense))?;
            let edge = edge.value;
            Some(if edge == value("until") { Topic::Deadline } else { Topic::Opening })
        })
    }

    /// Is a number one of people: by the word behind it, or right behind its noun?
    fn counts_people(&self, found: &Found, mut nouns: impl Iterator<Item = usize>) -> bool {
        let end = found.range.end;
        let is_of_people = |sense: &Sense| sense.group == Group::People && sense.range.start >= end;
        self.senses_in(&(end..end + 2)).any(is_of_people)
            || nouns.any(|noun| noun <= found.range.start && found.range.start - noun < 6)
    }

    /// Is another day counted from what the noun names, or is the fact a part of it? 締切後, "after the deadline".
    fn is_counted_from(&self, noun: &Sense, found: &Found) -> bool {
        let near = noun.range.start.saturating_sub(12)..noun.range.end + PARTICLE + 3;
        let mut sides = self.senses_in(&near).filter(|sense| sense.group == Group::Side && !sense.is_loose);
        let is_beside = sides.any(|side| {
            let (before, behind) = (side.range.end <= noun.range.start, side.range.start >= noun.range.end);
            let gap = if before { side.range.end..noun.range.start } else { noun.range.end..side.range.start };
            let gap = self.text.get(gap).unwrap_or_default().trim();
            if before { matches!(gap, "" | "the") } else { behind && matches!(gap, "" | "の") }
        });
        let between = self.text.get(found.range.end..noun.range.start).unwrap_or_default();
        is_beside || between.starts_with(" of the ")
    }

    /// The word that makes an end or a beginning of a day: behind it in Japanese, before it in English.
    fn edge(&self, found: &Found) -> Option<&'a Sense> {
        let range = found.range.start.saturating_sub(NEAR + 10)..found.range.end + NEAR;
        let edges = self.senses_in(&range).filter(|sense| sense.group == Group::Edge);
        let mut near = edges.filter_map(|sense| {
            let is_ascii = self.text[sense.range.clone()].is_ascii();
            let between = if is_ascii { sense.range.end..found.range.start } else { found.range.end..sense.range.start };
            let gap = self.text.get(between)?;
            // Between them stands a weekday or a time, and no other word.
            let is_time = |c: char| c.is_ascii_digit() || " :.,()（）：月火水木金土日曜祝・時分正午前後".contains(c);
            let is_near = gap.len() <= NEAR && if is_ascii { gap.is_ascii() } else { gap.chars().all(is_time) };
            is_near.then_some((gap.len(), sense))
        });
        let first = near.next()?;
        Some(near.fold(first, |best, other| if other.0 < best.0 { other } else { best }).1)
    }
}
