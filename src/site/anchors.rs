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
    source.heading_ids = own_ids(&source.prose.outline);
    for file in translations {
        let levels = |outline: &[Heading]| outline.iter().map(|heading| heading.level).collect::<Vec<_>>();
        let (theirs, ours) = (levels(&source.prose.outline), levels(&file.prose.outline));
        let parallel = theirs.iter().zip(&ours).take_while(|(a, b)| a == b).count();
        let mut ids = source.heading_ids[..parallel].to_vec();
        let mut taken: HashSet<Box<str>> = source.heading_ids.iter().cloned().collect();
        for heading in &file.prose.outline[parallel..] {
            ids.push(unique(heading, &mut taken));
        }
        file.heading_ids = ids;
    }
}

fn own_ids(outline: &[Heading]) -> Vec<Box<str>> {
    let mut taken = SECTIONS.iter().map(|id| (*id).into()).collect();
    outline.iter().map(|heading| unique(heading, &mut taken)).collect()
}

fn unique(heading: &Heading, taken: &mut HashSet<Box<str>>) -> Box<str> {
    let base = heading.id.as_deref().map_or_else(|| slug(&heading.text), str::to_owned);
    let mut id: Box<str> = base.as_str().into();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{base}-{number}").into();
        number += 1;
    }
    id
}

/// Letters and digits of any script in lower case, with single hyphens between them.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_keep_every_script() {
        assert_eq!(slug("応募 資格（概要）"), "応募-資格-概要");
        assert_eq!(slug("Who can apply?"), "who-can-apply");
        assert_eq!(slug("…"), "section");
    }
}
