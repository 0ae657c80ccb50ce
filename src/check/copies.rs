//! `duplicate-name`: two records of one name that nothing tells apart. `near-copy`: a record that repeats the dates or the words of
//! another, under another name.

use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use crate::base::{Diagnostic, Place};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::reference::{Kind, Reference};
use crate::model::text::Text;
use crate::model::word::{In, Prefecture};
use crate::site::entries::Entry;
use crate::site::{RecordId, Site, mentions};

/// Fewer bytes of text than this may be the same by chance.
const LONG: usize = 120;
/// So many dates of two recruitments that have nothing to do with each other are not the same by chance.
const DATES: usize = 4;

/// Checks all records of a site against each other.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let records: Vec<(RecordId, &Entry)> = site.ids().filter(|(_, entry)| !entry.broken && !entry.record.common.draft).collect();
    let keys = |key: fn(&Site, &Entry) -> Option<u64>| -> Vec<(u64, RecordId)> {
        let mut keys: Vec<_> = records.par_iter().filter_map(|(id, entry)| Some((key(site, entry)?, *id))).collect();
        keys.sort_unstable();
        keys
    };
    let mut findings = Vec::new();
    let mut named: Vec<(u64, RecordId)> =
        records.par_iter().flat_map_iter(|(id, entry)| names(site, entry).into_iter().map(|key| (key, *id))).collect();
    named.sort_unstable();
    same(&named, |first, again| {
        let (first, again) = (site.entry(first), site.entry(again));
        let finding = Diagnostic::warning("duplicate-name", name_of(again)).help("duplicate-name-help");
        findings.push(finding.label(name_of(first), "same-name-here"));
        true
    });
    same(&keys(words), |first, again| {
        let (first, again) = (site.entry(first), site.entry(again));
        let name =
            |entry: &Entry| entry.record.common.name.as_ref().and_then(|name| Some(name.phrases().first()?.source.clone()));
        let is_renamed = name(first) != name(again);
        if is_renamed {
            findings.push(near_copy(first, again, "near-copy"));
        }
        is_renamed
    });
    same(&keys(dates), |first, again| {
        let is_copy = is_copy(site, site.entry(first), site.entry(again));
        if is_copy {
            findings.push(near_copy(site.entry(first), site.entry(again), "near-copy-dates"));
        }
        is_copy
    });
    findings
}

/// Looks at each record beside those before it that have its key, until it is told of one.
fn same(keys: &[(u64, RecordId)], mut look: impl FnMut(RecordId, RecordId) -> bool) {
    for group in keys.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        // Of very many that are alike only the first are looked at.
        for (at, (_, again)) in group.iter().enumerate().skip(1) {
            let _ = group.iter().take(at.min(20)).any(|(_, first)| look(*first, *again));
        }
    }
}

fn near_copy(first: &Entry, again: &Entry, message: &'static str) -> Diagnostic {
    let finding = Diagnostic::warning("near-copy", name_of(again)).says(message).help("near-copy-help");
    finding.arg("record", first.record.identity.to_string()).label(name_of(first), "copied-from-here")
}

fn name_of(entry: &Entry) -> Place {
    entry.record.common.name.as_ref().map_or_else(|| Place::file(&entry.path), |name| Place::new(&entry.path, name.span()))
}

fn hash(thing: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    hasher.finish()
}

/// A record's name in each language, with what else tells records of its kind apart. Terms of one language may be called the same in
/// another.
fn names(site: &Site, entry: &Entry) -> Vec<u64> {
    let (Some(name), Some(apart)) = (&entry.record.common.name, apart(site, entry)) else { return Vec::new() };
    let count = if entry.kind() == Kind::Term { 1 } else { usize::MAX };
    let names = name.phrases().iter().take(count);
    names.map(|phrase| hash(&(entry.kind() as u8, phrase.language.as_str(), &phrase.source, apart))).collect()
}

/// What tells records of one name apart; nothing if they need not be told apart.
fn apart(site: &Site, entry: &Entry) -> Option<u64> {
    let of = |reference: &Option<Reference>| reference.as_ref().and_then(|reference| id(site, reference));
    let place = |prefecture: &Option<Fact<In<Prefecture>>>| {
        prefecture.as_ref().and_then(Fact::known).map(|prefecture| prefecture.word.id.clone())
    };
    Some(match &entry.record.body {
        Body::Hospital(hospital) => hash(&place(&hospital.prefecture)),
        Body::Organization(organization) => hash(&(place(&organization.prefecture), of(&organization.parent))),
        Body::Program(program) => hash(&(of(&program.host), of(&program.scheme))),
        Body::Fee(fee) => hash(&of(&fee.program)),
        Body::Schedule(schedule) => {
            hash(&(of(&schedule.program), schedule.fiscal_year.as_ref().and_then(Fact::known).map(|year| year.year)))
        }
        Body::Notice(notice) => hash(&notice.date.as_ref().and_then(Fact::known)?.date()?),
        _ => 0,
    })
}

/// All that a record says beside its name, if it says much. What a kind of record has few words of may be the same in many.
fn words(_site: &Site, entry: &Entry) -> Option<u64> {
    if matches!(entry.kind(), Kind::Schedule | Kind::Fee) {
        return None;
    }
    let texts = || entry.record.uses.texts.iter().filter(|text| text.trail() != "name").flat_map(Text::phrases);
    let count = texts().filter(|phrase| phrase.source.len() > 20).count();
    let length: usize = texts().map(|phrase| phrase.source.len()).sum();
    if count < 4 || length < LONG {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    (entry.kind() as u8).hash(&mut hasher);
    texts().for_each(|phrase| phrase.source.hash(&mut hasher));
    entry.prose.iter().for_each(|file| file.text.hash(&mut hasher));
    let is_of_name = |line: &&str| line.starts_with("reading: ") || line.starts_with("romanized: ");
    entry.record.facts.lines().filter(|line| !is_of_name(line)).for_each(|line| line.hash(&mut hasher));
    Some(hasher.finish())
}

/// The dates of a recruitment, each with its stage, if there are two at least.
fn dates(_site: &Site, entry: &Entry) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    (dated(entry).map(|line| line.hash(&mut hasher)).count() > 1).then(|| hasher.finish())
}

fn dated(entry: &Entry) -> impl Iterator<Item = &str> {
    let lines = entry.record.facts.lines().filter(|_| entry.kind() == Kind::Schedule);
    let is_date = |line: &&str| {
        let trail = line.split_once(": ").map_or("", |(trail, _)| trail);
        trail.starts_with("rounds") && [".opens", ".closes", ".at"].iter().any(|end| trail.ends_with(end))
    };
    lines.filter(is_date)
}

/// Are two recruitments of the same dates not one and the same, as those of one scheme in one year are?
fn is_copy(site: &Site, first: &Entry, again: &Entry) -> bool {
    let (Body::Schedule(a), Body::Schedule(b)) = (&first.record.body, &again.record.body) else { return false };
    let year = |schedule: &crate::model::schedule::Schedule| {
        schedule.fiscal_year.as_ref().and_then(Fact::known).map(|year| (year.year, year.basis))
    };
    let is_other_year = matches!((year(a), year(b)), (Some((a, one)), Some((b, other))) if a != b && one == other);
    let programs =
        a.program.as_ref().and_then(|program| id(site, program)).zip(b.program.as_ref().and_then(|program| id(site, program)));
    let Some((a, b)) = programs else { return is_other_year };
    is_other_year
        || a == b
        || dated(first).count() >= DATES && schemes(site, a).iter().all(|scheme| !schemes(site, b).contains(scheme))
}

/// A program, the scheme that it is an offering of, and its host.
fn schemes(site: &Site, program: u32) -> Vec<u32> {
    let mut schemes = vec![program];
    if let Body::Program(body) = &site.entry(RecordId(program)).record.body {
        let others = [&body.scheme, &body.host, &body.organizer];
        schemes.extend(others.into_iter().flatten().filter_map(|reference| id(site, reference)));
    }
    schemes
}

fn id(site: &Site, reference: &Reference) -> Option<u32> {
    mentions::resolve(site, &reference.target).ok().map(|id| id.0)
}
