//! Ids of headings: the source language's, in every language, so that an anchor survives a change of language.

use std::collections::{BTreeMap, HashSet};

use super::entries::ProseFile;
use crate::model::prose::Heading;

/// Ids of the sections that the pages of records may have beside their prose.
pub const SECTIONS: [&str; 34] = [
    "sec-overview",
    "sec-eligibility",
    "sec-documents",
    "sec-steps",
    "sec-fees",
    "sec-schedules",
    "sec-rounds",
    "sec-hosts",
    "sec-components",
    "sec-follow-up",
    "sec-obligations",
    "sec-outcomes",
    "sec-limits",
    "sec-history",
    "sec-people",
    "sec-contacts",
    "sec-links",
    "sec-notices",
    "sec-sources",
    "sec-changes",
    "sec-conflicts",
    "sec-cautions",
    "sec-incoming",
    "sec-units",
    "sec-designations",
    "sec-programs",
    "sec-items",
    "sec-exceptions",
    "sec-cohorts",
    "sec-as-published",
    "sec-definition",
    "sec-journeys",
    "sec-notes",
    "sec-related",
];

/// What was accepted of the headings of translations: by file, the line of each and the id of the section that it begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accepted(BTreeMap<Box<str>, Vec<Kept>>);

/// A heading's line, and the id of the section that it begins.
type Kept = (Box<str>, Box<str>);

impl Accepted {
    /// In that file, this line was the heading of that section.
    pub fn add(&mut self, path: &str, line: &str, id: &str) {
        self.0.entry(path.into()).or_default().push((line.trim().into(), id.into()));
    }

    fn of(&self, path: &str) -> &[Kept] {
        self.0.get(path).map_or(&[], Vec::as_slice)
    }
}

/// Gives every heading of a record's prose its id. The first file is the source's: a heading of another has the id of its partner
/// there, and one that has no partner an id of its own.
pub fn assign(files: &mut [ProseFile], accepted: &Accepted) {
    let Some((source, translations)) = files.split_first_mut() else { return };
    let mut taken = Taken::default();
    source.heading_ids = source.prose.outline.iter().map(|heading| taken.unique(heading)).collect();
    for file in translations {
        let partners = partners(source, file, accepted.of(&file.path));
        let mut taken = Taken::default();
        if partners.contains(&None) {
            source.heading_ids.iter().for_each(|id| _ = taken.take(id));
        }
        let ids = file.prose.outline.iter().zip(&partners).map(|(heading, partner)| match partner {
            Some(partner) => source.heading_ids[*partner].clone(),
            None => taken.unique(heading),
        });
        file.heading_ids = ids.collect();
        let lone = partners.iter().enumerate().filter(|(_, partner)| partner.is_none());
        file.lone_headings = lone.map(|(at, _)| at).collect();
    }
}

/// The weight of a heading that was accepted for a section, against 1 of one that is of its level.
const KNOWN: u32 = 1 << 11;

/// Headings of two files are compared one by one up to this many pairs.
const MOST_PAIRS: usize = 1 << 20;

/// For each heading of a translation, the one of the source that it translates: the one that it was accepted for, or whose id is
/// written in it; else by order, among those of its level.
fn partners(source: &ProseFile, file: &ProseFile, accepted: &[(Box<str>, Box<str>)]) -> Vec<Option<usize>> {
    let (theirs, ours) = (&source.prose.outline, &file.prose.outline);
    let line =
        |heading: &Heading| file.text.get(heading.span.range()).and_then(|text| text.lines().next()).unwrap_or_default().trim();
    // The sections of the source that each of ours was accepted for.
    let known: Vec<Vec<usize>> = ours
        .iter()
        .map(|heading| {
            let ids = accepted.iter().filter(|(known, _)| **known == *line(heading)).map(|(_, id)| id);
            ids.filter_map(|id| source.heading_ids.iter().position(|own| own == id)).collect()
        })
        .collect();
    let place_of = |id: &str| source.heading_ids.iter().position(|own| **own == *id);
    let written: Vec<Option<usize>> = ours.iter().map(|heading| heading.id.as_deref().and_then(place_of)).collect();
    // What is known outweighs any order; what is written, the place of one heading.
    let weight = |i: usize, j: usize| match (&known[j][..], written[j]) {
        ([], Some(place)) => 2 * u32::from(place == i),
        ([], None) => u32::from(theirs[i].level == ours[j].level),
        (known, _) => KNOWN * u32::from(known.contains(&i)),
    };
    if theirs.len() == ours.len() && (0..ours.len()).all(|at| weight(at, at) > 0) {
        return (0..ours.len()).map(Some).collect();
    }
    if theirs.len().saturating_mul(ours.len()) > MOST_PAIRS {
        let parallel = theirs.iter().zip(ours).take_while(|(a, b)| a.level == b.level).count();
        return (0..ours.len()).map(|at| (at < parallel).then_some(at)).collect();
    }
    aligned(theirs.len(), ours.len(), weight)
}

/// Pairs two lists in their order so that the weights of all pairs are the most; of several ways, the one that pairs what comes
/// first. For each of the second list, its partner in the first.
fn aligned(first: usize, second: usize, weight: impl Fn(usize, usize) -> u32) -> Vec<Option<usize>> {
    // The most that can be had of what is left of both.
    let mut most = vec![vec![0_u32; second + 1]; first + 1];
    for i in (0..first).rev() {
        for j in (0..second).rev() {
            let pair = weight(i, j);
            let paired = if pair > 0 { pair + most[i + 1][j + 1] } else { 0 };
            most[i][j] = paired.max(most[i + 1][j]).max(most[i][j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut partners = vec![None; second];
    while i < first && j < second {
        let pair = weight(i, j);
        if pair > 0 && pair + most[i + 1][j + 1] == most[i][j] {
            partners[j] = Some(i);
            (i, j) = (i + 1, j + 1);
        } else if most[i + 1][j] >= most[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    partners
}

/// Ids that are in use: a list as long as it is short, since most pages have few headings.
#[derive(Default)]
struct Taken {
    few: Vec<Box<str>>,
    many: HashSet<Box<str>>,
}

impl Taken {
    /// Takes an id, unless it is taken.
    fn take(&mut self, id: &str) -> bool {
        const FEW: usize = 16;
        if self.few.iter().any(|few| **few == *id) || self.many.contains(id) || SECTIONS.contains(&id) {
            return false;
        }
        if self.few.len() < FEW {
            self.few.push(id.into());
        } else {
            self.many.insert(id.into());
        }
        true
    }

    fn unique(&mut self, heading: &Heading) -> Box<str> {
        let base = heading.id.as_deref().unwrap_or(&heading.slug);
        if self.take(base) {
            return base.into();
        }
        let mut number = 2;
        loop {
            let id = format!("{base}-{number}");
            if self.take(&id) {
                return id.into();
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::{Language, Span};
    use crate::model::prose::Prose;

    /// A file of headings, each on its line.
    fn file(language: &str, lines: &[&str]) -> ProseFile {
        let text = lines.join("\n");
        let mut at = 0;
        let outline = lines.iter().map(|line| {
            let (words, id) = line.trim_start_matches('#').split_once("{#").unwrap_or((line.trim_start_matches('#'), ""));
            let heading = Heading {
                level: u8::try_from(line.bytes().take_while(|b| *b == b'#').count()).unwrap(),
                slug: words.trim().to_lowercase().into(),
                id: (!id.is_empty()).then(|| id.trim_end_matches('}').to_owned()),
                span: Span::new(at, at + line.len()),
                ..Heading::default()
            };
            at += line.len() + 1;
            heading
        });
        let mut prose = Prose::default();
        prose.outline.extend(outline);
        ProseFile {
            language: Language::parse(language).unwrap(),
            path: format!("content/pages/x.{language}.md").into(),
            text: text.into(),
            prose: Arc::new(prose),
            heading_ids: Vec::new(),
            lone_headings: Vec::new(),
        }
    }

    /// The ids of a translation, those without a partner with a mark.
    fn ids(source: &[&str], translation: &[&str], accepted: &[(&str, &str)]) -> Vec<String> {
        let mut known = Accepted::default();
        accepted.iter().for_each(|(line, id)| known.add("content/pages/x.en.md", line, id));
        let mut files = [file("ja", source), file("en", translation)];
        assign(&mut files, &known);
        let own = &files[1];
        let mark = |at: usize| if own.lone_headings.contains(&at) { "!" } else { "" };
        own.heading_ids.iter().enumerate().map(|(at, id)| format!("{id}{}", mark(at))).collect()
    }

    const SOURCE: [&str; 3] = ["## ichi {#one}", "## ni {#two}", "### san {#three}"];

    #[test]
    fn without_knowledge_headings_belong_together_by_order_and_level() {
        assert_eq!(ids(&SOURCE, &["## a", "## b", "### c"], &[]), ["one", "two", "three"]);
        assert_eq!(ids(&SOURCE, &["## a", "## b", "### c", "## d"], &[]), ["one", "two", "three", "d!"]);
        assert_eq!(ids(&SOURCE, &["## a", "### c"], &[]), ["one", "three"], "one that lacks moves no other");
        assert_eq!(ids(&SOURCE, &["# t", "## a", "## b", "### c"], &[]), ["t!", "one", "two", "three"]);
        assert_eq!(ids(&SOURCE, &["## one", "## b", "## c"], &[]), ["one", "two", "c!"]);
        assert_eq!(ids(&SOURCE, &[], &[]), [""; 0]);
    }

    #[test]
    fn what_was_accepted_keeps_its_anchor_wherever_another_heading_comes() {
        let accepted = [("## A", "one"), ("## B", "two"), ("### C", "three")];
        assert_eq!(ids(&SOURCE, &["## New", "## A", "## B", "### C"], &accepted), ["new!", "one", "two", "three"]);
        assert_eq!(ids(&SOURCE, &["## A", "## New", "## B", "### C"], &accepted), ["one", "new!", "two", "three"]);
        assert_eq!(ids(&SOURCE, &["## B", "### C"], &accepted), ["two", "three"], "one is gone");
        assert_eq!(ids(&SOURCE, &["## A2", "## B", "### C"], &accepted), ["one", "two", "three"], "one has other words");
        let moved = ["## ni {#two}", "### san {#three}", "## ichi {#one}"];
        assert_eq!(ids(&moved, &["## B", "### C", "## A"], &accepted), ["two", "three", "one"]);
        // In the source, a section has come and the translation lacks it still.
        let more = ["## zero {#zero}", SOURCE[0], SOURCE[1], SOURCE[2]];
        assert_eq!(ids(&more, &["## A", "## B", "### C"], &accepted), ["one", "two", "three"]);
        // What was accepted for one section is not taken for another because their order differs.
        assert_eq!(ids(&SOURCE[..2], &["## B", "## A"], &accepted), ["two", "a!"]);
    }

    #[test]
    fn an_id_that_is_written_in_a_translation_is_a_wish() {
        assert_eq!(ids(&SOURCE, &["## New", "## A {#one}", "## B"], &[]), ["new!", "one", "two"]);
        assert_eq!(ids(&SOURCE, &["## A {#mine}", "## B", "### C"], &[]), ["one", "two", "three"], "the source's counts");
        assert_eq!(ids(&SOURCE, &["## A", "## B", "### C", "## D {#mine}", "## E {#one}"], &[])[3..], ["mine!", "one-2!"]);
    }
}
