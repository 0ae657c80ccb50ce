//! Reading a site: every input file into memory, and a finding for each thing that cannot be one.

pub mod again;
pub mod links;
mod list;

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

pub use list::{Found, list};

use crate::base::{Diagnostic, Place, diagnostic};
use crate::source::{File, Sources, Stored, Unreadable};

/// The folders of a site that are read.
pub const FOLDERS: [&str; 3] = ["content", "themes", "locales"];

/// What is published at the top of the site, as it is.
const SITE_ROOT: &str = "content/site-root/";

/// The one name with a dot that is read: directly in that folder, and a real folder itself, no link (RFC 8615).
const WELL_KNOWN: &str = "content/site-root/.well-known";

/// Extensions of files that are text, in lower case.
const TEXTS: [&str; 13] = ["lock", "baseline", "yaml", "yml", "md", "ftl", "html", "css", "js", "svg", "json", "txt", "xml"];

/// Extensions of files that editors write. Under such a name nothing but a text of moderate size makes sense.
const RECORDS: [&str; 4] = ["yaml", "yml", "md", "ftl"];

/// Most bytes of a file that editors write: 8 MiB.
const LARGEST_RECORD: u64 = 8 << 20;

/// Most bytes of any other file that is held in memory: 64 MiB. An asset of any size is published.
const LARGEST_HELD: u64 = 64 << 20;

/// An asset of more bytes than this is not held: 64 KiB.
const LARGEST_HELD_ASSET: u64 = 64 << 10;

/// Reads the site at `root`. What cannot be read is an entry of the sources that says so, or a finding; nothing ends the
/// reading. Paths are relative to `root`, with `/` between their parts, and in Unicode's composed form (NFC), as macOS may
/// hand them out decomposed. Files of the system and of editors are left out (`.git`, `x.yaml~`, `.x.yaml.swp`); links may
/// lead about in the folders of the site.
pub fn read(root: &Path, as_of: Timestamp) -> (Sources, Vec<Diagnostic>) {
    let Seen { sources, findings, .. } = look(root, as_of);
    (sources, findings)
}

/// What reading saw.
struct Seen {
    sources: Sources,
    findings: Vec<Diagnostic>,
    /// There is a link among the files and folders.
    links: bool,
}

fn look(root: &Path, as_of: Timestamp) -> Seen {
    let (mut findings, mut links) = (Vec::new(), false);
    let mut sources = Sources::new(as_of);
    if !root.join("content").is_dir() {
        let shown = root.display().to_string();
        findings.push(Diagnostic::error("no-site", place("content")).help("no-site-help").arg("folder", shown));
    }
    let mut found: Vec<Found> = Vec::new();
    for folder in FOLDERS {
        let mut listed = list(root, folder);
        found.append(&mut listed.files);
        findings.append(&mut listed.findings);
        links |= listed.links;
    }
    let files: Vec<_> = found.par_iter().map(|found| Arc::new(read_file(found))).collect();
    let mut files: Vec<_> = found.into_iter().zip(files).map(|(Found { path, file, .. }, read)| (path, read, file)).collect();
    // Two spellings of one name in Unicode are two files on some systems. The first one counts.
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files.dedup_by(|later, first| {
        let is_twice = later.0 == first.0;
        if is_twice {
            let name = later.2.file_name().unwrap_or_default().to_string_lossy().escape_unicode().to_string();
            let finding = Diagnostic::error("file-name-twice", Place::file(&first.0));
            findings.push(finding.help("file-name-twice-help").arg("name", name));
        }
        is_twice
    });
    sources.files = Arc::new(files.into_iter().map(|(path, read, _)| (path, read)).collect());
    diagnostic::sort(&mut findings);
    Seen { sources, findings, links }
}

/// The absolute path of a folder, without links in it.
///
/// # Errors
/// The system's: there is no such folder.
pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// Is there a folder at `path`?
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Reads one file; its path in the sources says what kind of file it is.
fn read_file(found: &Found) -> File {
    let path = &*found.path;
    // An asset is handed on as it is: not a byte of a file for download may change.
    let is_asset = path.starts_with("content/assets/") && !is_record(path) || path.starts_with(SITE_ROOT);
    if let Some(stored) = is_asset.then(|| stored_asset(&found.file)).flatten() {
        return File::Stored(stored);
    }
    let bytes = match read_bytes(found, if is_record(path) { LARGEST_RECORD } else { LARGEST_HELD }) {
        Ok(bytes) => bytes,
        Err(why) => return File::Unreadable(why),
    };
    if is_asset || !has_extension(path, &TEXTS) {
        return File::Binary(bytes.into());
    }
    File::text(&bytes)
}

/// An asset that is too large to be held.
fn stored_asset(file: &Path) -> Option<Stored> {
    let found = fs::metadata(file).ok().filter(|found| found.is_file() && found.len() > LARGEST_HELD_ASSET)?;
    let changed = found.modified().ok().and_then(|changed| Timestamp::try_from(changed).ok());
    Some(Stored { path: file.into(), size: found.len(), changed })
}

/// The text of a file as it is stored, with its mark of byte order and its ends of lines.
pub fn stored(file: &Path) -> Option<String> {
    fs::read_to_string(file).ok()
}

/// A file that is not held, and its size now.
pub fn open(path: &Path) -> Option<(fs::File, u64)> {
    let file = fs::File::open(path).ok()?;
    let size = file.metadata().ok().filter(fs::Metadata::is_file)?.len();
    Some((file, size))
}

/// The SHA-256 of a file that is not held; nothing where it cannot be read.
pub fn sum(stored: &Stored) -> Option<[u8; 32]> {
    let mut hasher = Sha256::new();
    let mut file = fs::File::open(&stored.path).ok()?;
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Some(hasher.finalize().into()),
            Ok(read) => hasher.update(piece.get(..read)?),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}

/// The bytes of a file that somebody named, up to so many.
///
/// # Errors
/// The system's words.
pub fn bytes(file: &Path, most: u64) -> Result<Vec<u8>, String> {
    let opened = fs::File::open(file).map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    opened.take(most).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn read_bytes(found: &Found, most: u64) -> Result<Vec<u8>, Unreadable> {
    let system = |error: io::Error| Unreadable::System(error.to_string());
    if !found.is_regular {
        // Asked before it is opened: opening a pipe would wait for somebody to write into it.
        let kind = fs::metadata(&found.file).map_err(system)?;
        if kind.is_dir() {
            return Err(Unreadable::Folder);
        }
        if !kind.is_file() {
            return Err(system(io::ErrorKind::Unsupported.into()));
        }
    }
    let opened = fs::File::open(&found.file).map_err(system)?;
    let kind = opened.metadata().map_err(system)?;
    if kind.is_dir() {
        return Err(Unreadable::Folder);
    }
    let size = kind.len();
    if size > most {
        return Err(Unreadable::TooLarge { size });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    // It may be growing while it is read.
    opened.take(most + 1).read_to_end(&mut bytes).map_err(system)?;
    let size = bytes.len() as u64;
    if size > most { Err(Unreadable::TooLarge { size }) } else { Ok(bytes) }
}

/// Is a path below the site's root left out, for the name of the file or of a folder on the way to it?
pub fn is_path_left_out(path: &Path) -> bool {
    let is_well_known = path.starts_with(WELL_KNOWN);
    let parts = path.components().skip(1).enumerate();
    parts.filter(|(at, _)| !(is_well_known && *at == 1)).any(|(_, part)| is_left_out(part.as_os_str()))
}

/// Is this a file of the system, or what an editor or an office program leaves beside the file that is being edited?
pub fn is_left_out(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    let ends = |end: &[u8]| name.len() >= end.len() && name[name.len() - end.len()..].eq_ignore_ascii_case(end);
    name.starts_with(b".")
        || name.starts_with(b"~$")
        || name.starts_with(b"#") && name.ends_with(b"#")
        || name == b"4913"
        || [b"~".as_slice(), b".swp", b".swo", b".tmp"].iter().any(|end| ends(end))
        || [b"thumbs.db".as_slice(), b"desktop.ini"].iter().any(|other| name.eq_ignore_ascii_case(other))
}

fn is_record(path: &str) -> bool {
    has_extension(path, &RECORDS)
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(path).extension().and_then(OsStr::to_str).unwrap_or_default();
    extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn place(path: &str) -> Place {
    Place::file(&path.into())
}

#[cfg(test)]
mod tests;
