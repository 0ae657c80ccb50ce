//! Ids of headings: the source language's, in every language, so that an anchor survives a change of language.

use std::collections::HashSet;

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

/// Gives every heading of a record's prose its id. The first file is the source's: the others take its ids as long as
/// their headings run parallel to it.
pub fn assign(files: &mut [ProseFile]) {
    let Some((source, translations)) = files.split_first_mut() else { return };
    let mut taken = Taken::default();
    source.heading_ids = source.prose.outline.iter().map(|heading| taken.unique(heading)).collect();
    for file in translations {
        let (theirs, ours) = (&source.prose.outline, &file.prose.outline);
        let parallel = theirs.iter().zip(ours).take_while(|(a, b)| a.level == b.level).count();
        let mut ids = source.heading_ids.get(..parallel).unwrap_or_default().to_vec();
        if parallel < ours.len() {
            let mut taken = Taken::default();
            for id in &source.heading_ids {
                taken.take(id);
            }
            ids.extend(ours.iter().skip(parallel).map(|heading| taken.unique(heading)));
        }
        file.heading_ids = ids;
    }
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
