//! Two states of a site's folder, compared by meaning: what an editor changed, and what readers, links and calendars lose by it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::sync::Arc;

use super::tree::{Tree, differences};
use crate::base::Span;
use crate::model::document::{Document, Parsed};
use crate::model::read::Uses;
use crate::model::reference::Kind;
use crate::model::text::Text;
use crate::model::yaml;
use crate::outputs::calendar;
use crate::site::Site;
use crate::site::entries::{Entry, ProseFile};
use crate::site::routes::Route;
use crate::source::{File, Sources};

/// One of the two.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The linked site.
    pub site: &'a Site,
    /// Its files,
    pub sources: &'a Sources,
    /// and what was read of those in `content/`.
    pub parsed: &'a [Arc<Parsed>],
}

/// What a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A record that was not there.
    PageCome,
    /// A record that is no longer there.
    PageGone,
    /// A record with another address, to which its former one leads.
    PageMoved,
    /// A record is written in one language more.
    LanguageGained,
    /// A record is written in one language less.
    LanguageLost,
    /// A value of a field.
    Fact,
    /// A text of a field, or a section of prose, in one language.
    Text,
    /// A state of recruitment.
    State,
    /// An address at which nothing answers any more.
    AddressLost,
    /// An event that calendars of readers lose.
    EventLost,
    /// A file that is no record: an asset, a template, words.
    File,
}

impl What {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::PageCome => "page-come",
            Self::PageGone => "page-gone",
            Self::PageMoved => "page-moved",
            Self::LanguageGained => "language-gained",
            Self::LanguageLost => "language-lost",
            Self::Fact => "fact",
            Self::Text => "text",
            Self::State => "state",
            Self::AddressLost => "address-lost",
            Self::EventLost => "event-lost",
            Self::File => "file",
        }
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The record, as `program/x`; of a file that is none, its path.
    pub of: String,
    /// What it is.
    pub what: What,
    /// The field, the section, or the address.
    pub field: String,
    /// The language of a text, or that came or went.
    pub language: Option<String>,
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
}

impl Change {
    fn new(of: &dyn Display, what: What) -> Self {
        Self { of: of.to_string(), what, field: String::new(), language: None, old: None, new: None }
    }

    fn field(self, field: impl Into<String>) -> Self {
        Self { field: field.into(), ..self }
    }
}

/// All changes between two sites, those of one record together.
pub fn changes(old: Side<'_>, new: Side<'_>) -> Vec<Change> {
    let mut found = Vec::new();
    for (before, after) in records(old.site, new.site) {
        match (before, after) {
            (Some(before), Some(after)) => of_record((old, before), (new, after), &mut found),
            (Some(before), None) => {
                found.push(Change::new(&before.record.identity, What::PageGone).field(title(old.site, before)));
            }
            (None, Some(after)) => found.push(Change::new(&after.record.identity, What::PageCome).field(title(new.site, after))),
            (None, None) => {}
        }
    }
    of_files(old, new, &mut found);
    addresses(old.site, new.site, &mut found);
    events(old.site, new.site, &mut found);
    found.sort();
    found
}

fn title(site: &Site, entry: &Entry) -> String {
    site.languages.all().next().map(|lang| entry.title(lang, &site.languages).0.to_owned()).unwrap_or_default()
}

/// Each record of either site, with the one that it is in the other: of the same name, or of the name that it had before.
fn records<'a>(old: &'a Site, new: &'a Site) -> Vec<(Option<&'a Entry>, Option<&'a Entry>)> {
    let find = |site: &'a Site, kind: Kind, slug: &str| site.find(kind, slug).map(|id| site.entry(id));
    let gone = || old.entries.iter().filter(|entry| new.find(entry.kind(), entry.slug()).is_none());
    let mut moved: BTreeMap<String, &Entry> = BTreeMap::new();
    for entry in new.entries.iter().filter(|entry| old.find(entry.kind(), entry.slug()).is_none()) {
        let former = |gone: &&Arc<Entry>| entry.record.common.aliases.iter().any(|alias| *alias.address == *address(gone));
        if let Some(former) = gone().find(former) {
            moved.insert(former.record.identity.to_string(), entry);
        }
    }
    let taken: BTreeSet<String> = moved.values().map(|entry| entry.record.identity.to_string()).collect();
    let of_old = old.entries.iter().map(|entry| {
        let after = find(new, entry.kind(), entry.slug());
        (Some(&**entry), after.or_else(|| moved.get(&entry.record.identity.to_string()).copied()))
    });
    let is_new = |entry: &&Arc<Entry>| {
        old.find(entry.kind(), entry.slug()).is_none() && !taken.contains(&entry.record.identity.to_string())
    };
    of_old.chain(new.entries.iter().filter(is_new).map(|entry| (None, Some(&**entry)))).collect()
}

/// A record's address without a language.
fn address(entry: &Entry) -> String {
    match entry.kind() {
        Kind::Page => format!("/{}/", entry.slug()),
        kind => format!("/{}/{}/", kind.folder(), entry.slug()),
    }
}

fn of_record((old, before): (Side<'_>, &Entry), (new, after): (Side<'_>, &Entry), found: &mut Vec<Change>) {
    let name = &after.record.identity;
    if before.record.identity != *name {
        let moved = Change::new(name, What::PageMoved).field(address(after));
        found.push(Change { old: Some(before.record.identity.to_string()), new: Some(name.to_string()), ..moved });
    }
    let texts = before.record.uses.texts.iter().chain(&after.record.uses.texts).map(Text::trail).collect();
    values(name, &texts, file(old, &before.path), file(new, &after.path), found);
    prose(name, &before.prose, &after.prose, found);
    for lang in new.site.languages.all() {
        let tag = new.site.languages.tag(lang);
        let Some(lang_before) = old.site.languages.find(tag.as_str()) else { continue };
        let is_in = (before.exists_in(lang_before, &old.site.languages), after.exists_in(lang, &new.site.languages));
        let what = match is_in {
            (true, false) => What::LanguageLost,
            (false, true) => What::LanguageGained,
            _ => continue,
        };
        found.push(Change { language: Some(tag.to_string()), ..Change::new(name, what) });
    }
    if before.state != after.state && after.kind() == Kind::Schedule {
        let words = |entry: &Entry| entry.state.map(|state| state.as_str().to_owned());
        found.push(Change { old: words(before), new: words(after), ..Change::new(name, What::State) });
    }
}

/// The values of a YAML file of a site, each in the spelling that `annai fmt` gives it.
fn file(side: Side<'_>, path: &str) -> Option<Tree> {
    let at = side.parsed.binary_search_by(|parsed| (*parsed.path).cmp(path)).ok()?;
    let parsed = side.parsed.get(at).filter(|parsed| !parsed.path.ends_with(".md"))?;
    let canonical: BTreeMap<Span, &str> = parsed.edits.iter().map(|(span, text)| (*span, &**text)).collect();
    Tree::of(&yaml::parse(&parsed.path, parsed.text.as_deref()?).0?, &canonical)
}

/// Values that differ: those of texts, whose ways are known, are told by language.
fn values(of: &dyn Display, texts: &BTreeSet<&str>, old: Option<Tree>, new: Option<Tree>, found: &mut Vec<Change>) {
    for difference in differences(old.as_ref(), new.as_ref()) {
        let trail = difference.trail;
        let (before, language) = trail.rsplit_once('.').unwrap_or((&trail, ""));
        let change = match (texts.contains(&*trail), texts.contains(before)) {
            (false, true) => Change { language: Some(language.to_owned()), ..Change::new(of, What::Text).field(before) },
            (true, _) => Change::new(of, What::Text).field(trail),
            (false, false) => Change::new(of, What::Fact).field(trail),
        };
        found.push(Change { old: difference.old, new: difference.new, ..change });
    }
}

fn prose(of: &dyn Display, old: &[ProseFile], new: &[ProseFile], found: &mut Vec<Change>) {
    let languages: BTreeSet<&str> = old.iter().chain(new).map(|file| file.language.as_str()).collect();
    for language in languages {
        let sections = |files: &[ProseFile]| -> BTreeMap<String, String> {
            let file = files.iter().find(|file| file.language.as_str() == language);
            file.into_iter().flat_map(sections).filter(|(_, text)| !text.is_empty()).collect()
        };
        let (before, after) = (sections(old), sections(new));
        let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for id in ids.into_iter().filter(|id| before.get(*id) != after.get(*id)) {
            let (old, new) = changed_part(before.get(id), after.get(id));
            let change = Change::new(of, What::Text).field(format!("#{id}"));
            found.push(Change { language: Some(language.to_owned()), old, new, ..change });
        }
    }
}

/// The sections of a text by their ids, their white space apart; what stands before the first heading has none.
fn sections(file: &ProseFile) -> Vec<(String, String)> {
    let starts = std::iter::once(0).chain(file.prose.outline.iter().map(|heading| heading.span.start as usize));
    let starts: Vec<usize> = starts.chain([file.text.len()]).collect();
    let ids = std::iter::once("").chain(file.heading_ids.iter().map(|id| &**id));
    let texts = starts.windows(2).map(|ends| file.text.get(ends[0]..ends[1]).unwrap_or_default().trim().to_owned());
    ids.map(str::to_owned).zip(texts).collect()
}

/// The lines of two texts that differ, without those around them that do not.
fn changed_part(old: Option<&String>, new: Option<&String>) -> (Option<String>, Option<String>) {
    let (Some(old), Some(new)) = (old, new) else { return (old.cloned(), new.cloned()) };
    let (a, b): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let part =
        |lines: &[&str]| Some(lines.get(start..lines.len() - end)?.join("\n").trim().to_owned()).filter(|part| !part.is_empty());
    (part(&a), part(&b))
}

/// Files that are no records: the values of the site's own and of vocabularies, and all others as they are.
fn of_files(old: Side<'_>, new: Side<'_>, found: &mut Vec<Change>) {
    let paths: BTreeSet<&Arc<str>> = old.sources.files.keys().chain(new.sources.files.keys()).collect();
    for path in paths {
        let (before, after) = (old.sources.files.get(path), new.sources.files.get(path));
        let is_kept_by_tools = [".lock", ".baseline"].iter().any(|ending| path.starts_with("content/") && path.ends_with(ending));
        if before == after || is_kept_by_tools {
            continue;
        }
        let document = [old, new].into_iter().filter_map(|side| {
            let at = side.parsed.binary_search_by(|parsed| parsed.path.cmp(path)).ok()?;
            side.parsed.get(at)?.document.as_ref()
        });
        let documents: Vec<&Document> = document.collect();
        let uses = documents.iter().filter_map(|document| match document {
            Document::Site(_, uses) | Document::Vocabulary(_, uses) => Some(uses),
            _ => None,
        });
        let uses: Vec<&Uses> = uses.collect();
        if !uses.is_empty() {
            let texts = uses.iter().flat_map(|uses| &uses.texts).map(Text::trail).collect();
            values(path, &texts, file(old, path), file(new, path), found);
        } else if documents.is_empty() {
            let size = |file: Option<&Arc<File>>| file.map(|file| size(file).to_string());
            found.push(Change { old: size(before), new: size(after), ..Change::new(path, What::File) });
        }
    }
}

fn size(file: &File) -> usize {
    match file {
        File::Text(text) => text.len(),
        File::Binary(bytes) => bytes.len(),
        File::Stored(stored) => usize::try_from(stored.size).unwrap_or(usize::MAX),
        File::Unreadable(_) => 0,
    }
}

/// Addresses of records, files, feeds and calendars of programs at which nothing answers any more. Lists, and calendars of rounds,
/// come and go by themselves.
fn addresses(old: &Site, new: &Site, found: &mut Vec<Change>) {
    let redirected: BTreeSet<String> = new.entries.iter().flat_map(|entry| former(new, entry)).collect();
    for (address, route) in old.routes.iter().filter(|(address, _)| !new.routes.contains_key(*address)) {
        let of = match route {
            Route::Record(_, id) | Route::Alias(_, id) | Route::Subscription(_, id) => old.entry(*id).record.identity.to_string(),
            Route::ContentAsset(path) => path.to_string(),
            Route::Feed(_) | Route::Data(..) | Route::DataPage(_) => "content/site.yaml".to_owned(),
            _ => continue,
        };
        if !redirected.contains(&**address) {
            found.push(Change::new(&of, What::AddressLost).field(&**address));
        }
    }
}

/// The former addresses of a record, in each language and in none.
fn former(site: &Site, entry: &Entry) -> Vec<String> {
    let of_alias = |address: &str| {
        let own = site.languages.all().map(|lang| format!("/{}{address}", site.languages.folder(lang)));
        own.chain([address.to_owned()]).collect::<Vec<_>>()
    };
    entry.record.common.aliases.iter().flat_map(|alias| of_alias(&alias.address)).collect()
}

/// Events that calendars hold and that nobody tells them of any more.
fn events(old: &Site, new: &Site, found: &mut Vec<Change>) {
    let now = calendar::events(new);
    for (uid, event) in calendar::events(old) {
        if !now.contains_key(&uid) {
            let change = Change::new(&old.entry(event.schedule).record.identity, What::EventLost).field(event.trail);
            found.push(Change { old: Some(event.when), ..change });
        }
    }
}
