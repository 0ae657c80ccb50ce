//! Links the site, after an edit only what the edit affects, and adds what was accepted and which files there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Cache;
use crate::check::lock::{self, Lock};
use crate::model::prose::LinkUse;
use crate::site::Site;
use crate::site::link::Options;
use crate::site::relink::{Edit, Linked};
use crate::source::Sources;

/// Links the site: the edits into the last one where that gives the same as linking everything, which is done else.
pub(super) fn link(sources: &Sources, options: &Options, cache: &mut Cache, edits: Option<&[Edit]>) -> (Site, Arc<Lock>) {
    let file = sources.files.get(lock::PATH);
    let last = cache.lock.take().filter(|(last, _)| last.as_ref() == file);
    let is_same_lock = last.is_some();
    let (file, lock) = last.unwrap_or_else(|| {
        let text = file.and_then(|file| file.as_text()).map_or("", |text| &**text);
        (file.cloned(), Arc::new(Lock::parse(text)))
    });
    let headings = match &cache.linked {
        Some(linked) if is_same_lock => linked.headings(),
        _ => Arc::new(lock.headings()),
    };
    let options = &Options { headings, ..options.clone() };
    cache.lock = Some((file, lock.clone()));
    let edited = cache.linked.as_mut().zip(edits).and_then(|(linked, edits)| linked.edit(edits, sources.as_of, options));
    if edited.is_none() {
        cache.linked = None;
    }
    let linked = cache.linked.get_or_insert_with(|| Linked::new(&cache.parsed, &assets(sources), sources.as_of, options));
    let edited_all = edited.is_none();
    // Another file in the place of one is no edit of a record.
    let sizes = sizes(sources, &linked.site);
    if *linked.site.sizes != sizes {
        linked.site.sizes = Arc::new(sizes);
    }
    match edited {
        Some(records) if is_same_lock => lock::renew_outdated(&mut linked.site, &lock, &records),
        _ => linked.site.outdated = Arc::new(lock::outdated(&linked.site, &lock)),
    }
    linked.site.look_what_is_begun();
    if edited_all || !is_same_lock {
        linked.site.versions = Arc::new(lock.ledger.versions());
    }
    (linked.site.clone(), lock)
}

fn assets(sources: &Sources) -> Vec<Arc<str>> {
    let folders = ["content/assets/", "content/site-root/"].into_iter();
    folders.flat_map(|folder| sources.below(folder).map(|(path, _)| path.clone())).collect()
}

/// How many bytes the files have that records lead to, by their addresses.
fn sizes(sources: &Sources, site: &Site) -> BTreeMap<Box<str>, u64> {
    let links = site.entries.iter().flat_map(|entry| &entry.record.uses.links);
    let size = |link: &LinkUse| {
        let path = link.address.strip_prefix("/assets/").map(|rest| format!("content/assets/{rest}"))?;
        Some((link.address.as_str().into(), sources.files.get(&*path)?.size()?))
    };
    links.filter_map(size).collect()
}
