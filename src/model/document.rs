//! One file into one typed document. Depends on that file's path and text alone, so its result may be kept.

use std::sync::Arc;

use super::prose::{self, Prose};
use super::read::{Cx, Read, Uses, bad_language};
use super::record::Record;
use super::reference::{Identity, Kind, is_slug, nearest_slug};
use super::site_file::SiteFile;
use super::vocabulary::VocabularyFile;
use super::word::Vocabulary;
use super::{hidden, node, yaml};
use crate::base::nearest::nearest;
use crate::base::order::Orders;
use crate::base::{Diagnostic, Language, Place, Span};
use crate::source::{File, Unreadable};

/// What a path in `content/` says that the file is.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// `content/site.yaml`.
    Site,
    /// `content/<folder>/<slug>.yaml`.
    Record(Identity),
    /// `content/<folder>/<slug>.<language>.md`.
    Prose(Identity, Language),
    /// `content/vocabularies/<name>.yaml`.
    Vocabulary(Vocabulary),
    /// `content/translations.lock`: what was accepted, and `content/translations.baseline`: which gaps are known. Read by the checks.
    Lock,
    /// Anything in `content/assets/`, and in `content/site-root/`.
    Asset,
}

/// A file's typed contents.
#[derive(Debug, Clone, PartialEq)]
pub enum Document {
    /// The site's own file, and what it mentions.
    Site(Arc<SiteFile>, Uses),
    /// A record.
    Record(Arc<Record>),
    /// A record's file that could not be read: its identity stands, so that references to it are no errors.
    BrokenRecord(Identity),
    /// Prose in one language.
    Prose(Identity, Language, Arc<Prose>),
    /// Words, and what they mention.
    Vocabulary(Arc<VocabularyFile>, Uses),
}

/// A file that was read, under its path.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The file's path.
    pub path: Arc<str>,
    /// Its text, if it is one: prose is rendered from it.
    pub text: Option<Arc<str>>,
    /// What it is; nothing where it could not be read or does not belong.
    pub document: Option<Document>,
    /// What was found in it.
    pub findings: Vec<Diagnostic>,
    /// Spellings that `annai fmt` rewrites: the bytes and what takes their place, in the order of the file.
    pub edits: Vec<(Span, String)>,
}

impl Parsed {
    /// Reads one file of `content/`; files outside it give `None`.
    pub fn of(path: &Arc<str>, file: &File) -> Option<Self> {
        Self::among(path, file, &mut Orders::default())
    }

    /// The same of one of many files, with the orders that some of them asked for.
    pub fn among(path: &Arc<str>, file: &File, orders: &mut Orders) -> Option<Self> {
        let text = file.as_text().cloned();
        let mut edits = Vec::new();
        let (document, findings) = match role(path)? {
            Ok(role) => parse(path, &role, file, orders, &mut edits),
            Err(finding) => (None, vec![finding]),
        };
        Some(Self { path: path.clone(), text, document, findings, edits })
    }
}

/// The maps of a record's file whose keys are not in the usual order: the bytes and what takes their place, the outer before the inner.
pub fn reorders(path: &Arc<str>, text: &str) -> Vec<(Span, String)> {
    let Some(Ok(role @ (Role::Site | Role::Record(_) | Role::Vocabulary(_)))) = role(path) else { return Vec::new() };
    let (Some(tree), findings) = yaml::parse(path, text) else { return Vec::new() };
    let mut cx = Cx::new(path, text);
    cx.reorders = Some(Vec::new());
    // What cannot be read whole is left as it is.
    if !findings.is_empty() || read_tree(&role, &tree, &mut cx, &mut Orders::default()).is_none() {
        return Vec::new();
    }
    let mut reorders = cx.reorders.unwrap_or_default();
    reorders.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    reorders.dedup();
    reorders
}

/// What the path says that the file is; a finding where no such file belongs. Files outside `content/` have no role.
pub fn role(path: &Arc<str>) -> Option<Result<Role, Diagnostic>> {
    let rest = path.strip_prefix("content/")?;
    Some(role_in_content(path, rest))
}

fn role_in_content(path: &Arc<str>, rest: &str) -> Result<Role, Diagnostic> {
    let misplaced = || Diagnostic::error("misplaced-file", Place::file(path)).help("misplaced-file-help").arg("path", rest);
    if rest == "site.yaml" {
        return Ok(Role::Site);
    }
    if rest == "translations.lock" || rest == "translations.baseline" {
        return Ok(Role::Lock);
    }
    let Some((folder, name)) = rest.split_once('/') else {
        return Err(misplaced());
    };
    // Notepad adds `.txt`, and the file manager may hide that it did.
    let lower = name.to_ascii_lowercase();
    let meant = lower.strip_suffix(".txt").unwrap_or(&lower);
    let misplaced = || match [".yaml", ".yml", ".md"].iter().any(|ending| meant.ends_with(ending)) {
        true if meant != name && !name.contains('/') => misplaced().help("misplaced-file-ending").arg("nearest", meant),
        _ => misplaced(),
    };
    if folder == "assets" || folder == "site-root" {
        return Ok(Role::Asset);
    }
    if folder == "vocabularies" {
        let stem = name.strip_suffix(".yaml").ok_or_else(misplaced)?;
        return Vocabulary::from_name(stem).map(Role::Vocabulary).ok_or_else(|| {
            let known = Vocabulary::ALL.map(Vocabulary::name);
            let finding = Diagnostic::error("misplaced-file", Place::file(path)).says("unknown-vocabulary").arg("found", stem);
            match nearest(stem, known) {
                Some(near) => finding.help("unknown-vocabulary-nearest").arg("nearest", near),
                None => finding.help("unknown-vocabulary-known").arg("known", known.join(", ")),
            }
        });
    }
    let Some(kind) = Kind::from_folder(folder) else {
        let known = Kind::ALL.map(Kind::folder);
        let finding = Diagnostic::error("unknown-kind", Place::file(path)).says("unknown-folder").arg("found", folder);
        return Err(match nearest(folder, known) {
            Some(near) if folder.len() > near.len() && folder.starts_with(near) => {
                finding.help("unknown-folder-copy").arg("nearest", near)
            }
            Some(near) => finding.help("unknown-folder-nearest").arg("nearest", near),
            None => finding.help("unknown-folder-known").arg("known", known.join(", ")),
        });
    };
    if name.contains('/') {
        return Err(misplaced());
    }
    let bad_name = |stem: &str| {
        let finding = Diagnostic::error("bad-file-name", Place::file(path)).arg("found", name);
        let is_copy = is_copy(stem);
        match nearest_slug(stem) {
            _ if is_copy => finding.help("bad-file-name-copy"),
            Some(slug) => finding.help("bad-file-name-nearest").arg("nearest", format!("{slug}{}", &name[stem.len()..])),
            None => finding.help("bad-file-name-help"),
        }
    };
    if let Some(stem) = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")) {
        return if is_slug(stem) { Ok(Role::Record(Identity::new(kind, stem))) } else { Err(bad_name(stem)) };
    }
    if let Some(stem) = name.strip_suffix(".md") {
        let Some((slug, tag)) = stem.split_once('.') else {
            let stem = stem.rsplit_once('_').filter(|(_, tag)| Language::parse(tag).is_some()).map_or(stem, |(stem, _)| stem);
            return Err(Diagnostic::error("bad-file-name", Place::file(path))
                .says("prose-without-language")
                .help("prose-without-language-help")
                .arg("found", name)
                .arg("stem", stem));
        };
        if !is_slug(slug) {
            return Err(bad_name(slug));
        }
        return match Language::parse(tag).filter(|language| language.as_str() == tag) {
            Some(language) => Ok(Role::Prose(Identity::new(kind, slug), language)),
            // `about.ja-DESKTOP-4F2A1.md`, `about.sync-conflict-20261201-1.ja.md`: what stands behind the dot is no language either.
            None if is_copy(tag) => Err(bad_name(tag)),
            None => Err(bad_language(tag, Place::file(path), "bad-language-in-name")),
        };
    }
    Err(misplaced())
}

/// Is a file of that name, without its ending, one that Windows, OneDrive, Dropbox, Syncthing or a Synology made of another?
fn is_copy(stem: &str) -> bool {
    let lower = stem.to_lowercase();
    let words = ["コピー", "copy", "競合", "conflict"];
    // OneDrive puts the computer's name behind: `kanazawa-DESKTOP-4F2A1.yaml`.
    let computer = stem.find(|c: char| c.is_ascii_uppercase()).and_then(|at| stem.get(..at)).is_some_and(|before| {
        let behind = stem.get(before.len()..).unwrap_or_default();
        let is_of_a_computer = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        is_slug(before.trim_end_matches('-')) && before.ends_with('-') && behind.chars().all(is_of_a_computer)
    });
    words.iter().any(|word| lower.contains(word)) || stem.ends_with(')') || computer
}

/// Reads one file of `content/`. Never fails: what cannot be read is a finding.
fn parse(
    path: &Arc<str>,
    role: &Role,
    file: &File,
    orders: &mut Orders,
    edits: &mut Vec<(Span, String)>,
) -> (Option<Document>, Vec<Diagnostic>) {
    let text = match file {
        File::Text(text) => text,
        File::Binary(_) | File::Stored(_) => return (None, Vec::new()),
        File::Unreadable(why) => {
            let broken = match role {
                Role::Record(identity) => Some(Document::BrokenRecord(identity.clone())),
                _ => None,
            };
            return (broken, vec![unreadable(path, why)]);
        }
    };
    match role {
        Role::Asset | Role::Lock => (None, Vec::new()),
        Role::Prose(identity, language) => {
            let (prose, mut findings) = prose::parse(path, text);
            hidden::in_text(path, text, &mut findings);
            if text.trim().is_empty() {
                findings.push(empty_file(path));
            }
            (Some(Document::Prose(identity.clone(), language.clone(), Arc::new(prose))), findings)
        }
        Role::Site | Role::Record(_) | Role::Vocabulary(_) => {
            let (tree, mut findings) = yaml::parse(path, text);
            // Where YAML itself forbids a character, that is told already.
            if findings.is_empty() {
                hidden::in_text(path, text, &mut findings);
            }
            if let Some(tree) = tree.as_ref().filter(|_| text.contains('\\')) {
                hidden::in_tree(path, tree, text, &mut findings);
            }
            let mut cx = Cx::new(path, text);
            let document = tree.and_then(|tree| read_tree(role, &tree, &mut cx, orders));
            findings.append(&mut cx.findings);
            // A value that is read twice (a fact, then its plain form) gives its edit twice.
            cx.edits.sort();
            cx.edits.dedup();
            findings.extend(cx.edits.iter().map(|(span, canonical)| {
                let finding = Diagnostic::info("spelling", Place::new(path, *span)).help("spelling-help");
                finding.arg("found", span.of(text)).arg("canonical", canonical.as_str())
            }));
            *edits = std::mem::take(&mut cx.edits);
            let document = document.or_else(|| match role {
                Role::Record(identity) => Some(Document::BrokenRecord(identity.clone())),
                _ => None,
            });
            (document, findings)
        }
    }
}

fn read_tree(role: &Role, tree: &node::Node, cx: &mut Cx<'_>, orders: &mut Orders) -> Option<Document> {
    if tree.value == node::Value::Null {
        cx.report(empty_file(cx.path));
        return None;
    }
    match role {
        Role::Site => {
            let site = SiteFile::read(tree, cx)?;
            Some(Document::Site(Arc::new(site), std::mem::take(&mut cx.uses)))
        }
        Role::Record(identity) => {
            let record = Record::read(identity.clone(), tree, cx, orders)?;
            Some(Document::Record(Arc::new(record)))
        }
        Role::Vocabulary(vocabulary) => {
            let file = VocabularyFile::read(*vocabulary, tree, cx)?;
            Some(Document::Vocabulary(Arc::new(file), std::mem::take(&mut cx.uses)))
        }
        Role::Prose(..) | Role::Asset | Role::Lock => None,
    }
}

fn empty_file(path: &Arc<str>) -> Diagnostic {
    let help = if &**path == "content/site.yaml" { "missing-site-file-help" } else { "empty-file-help" };
    Diagnostic::error("wrong-shape", Place::file(path)).says("empty-file").help(help)
}

/// The finding for a file that is not text.
pub fn unreadable(path: &Arc<str>, why: &Unreadable) -> Diagnostic {
    let place = Place::file(path);
    match why {
        Unreadable::NotUtf8 { offset, line, shift_jis } => {
            let finding = Diagnostic::error("invalid-encoding", place).help("invalid-encoding-help");
            let finding = if *shift_jis { finding.says("invalid-encoding-shift-jis") } else { finding };
            finding.arg("offset", *offset).arg("line", *line)
        }
        Unreadable::Folder => Diagnostic::error("unreadable-file", place).says("folder-for-file").help("folder-for-file-help"),
        Unreadable::System(reason) => {
            Diagnostic::error("unreadable-file", place).help("unreadable-file-help").arg("reason", reason.as_str())
        }
        Unreadable::TooLarge { size } => Diagnostic::error("file-too-large", place)
            .help("file-too-large-help")
            .arg("size", usize::try_from(*size / 1_048_576).unwrap_or(usize::MAX)),
    }
}
