//! The list of files that Annai wrote, by which the next run knows its own files from foreign ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use jiff::Timestamp;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::PublishError;
use super::folder::Folder;

/// Name of the manifest, at the top of the output folder.
pub const MANIFEST: &str = ".annai-manifest.json";

/// The format written and read by this version.
const FORMAT: u32 = 1;

/// The longest manifest that is read, in bytes: some three million files.
const LONGEST: u64 = 1 << 29;

/// Size and SHA-256 (FIPS 180-4) of one published file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// In bytes.
    pub size: u64,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

impl Entry {
    /// The entry of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// Is the file at this path of a folder still the one that was written?
    pub(super) fn state_in(&self, folder: &Folder, path: &str) -> State {
        let file = match folder.file(path) {
            Ok(file) => file,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return State::Missing;
            }
            Err(_) => return State::Changed,
        };
        if file.metadata().map(|found| found.len()).ok() != Some(self.size) {
            return State::Changed;
        }
        match sum(&mut file.take(self.size + 1)) {
            Ok(found) if found == *self => State::Same,
            _ => State::Changed,
        }
    }
}

/// What became of a file since Annai wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Same,
    /// It has other bytes, cannot be read, or is no file any more.
    Changed,
    Missing,
}

/// The entry of a file, read piece by piece.
pub(super) fn sum(file: &mut impl Read) -> io::Result<Entry> {
    copy(file, &mut io::sink())
}

/// The entry of a file that is written elsewhere piece by piece.
pub(super) fn copy(file: &mut impl Read, to: &mut impl Write) -> io::Result<Entry> {
    let (mut hasher, mut size, mut piece) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = match file.read(&mut piece) {
            Ok(0) => return Ok(Entry { size, sha256: hasher.finalize().into() }),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let part = piece.get(..read).unwrap_or_default();
        hasher.update(part);
        to.write_all(part)?;
        size += read as u64;
    }
}

/// All files that Annai wrote into one output folder, by path; the manifest itself is not among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Path relative to the output folder, with `/` between its parts, to entry.
    pub files: BTreeMap<Box<str>, Entry>,
    /// When the site says something else without an edit; none when it never does.
    pub next_change: Option<Timestamp>,
    /// The name of all that it was made of.
    pub built_from: Option<[u8; 32]>,
}

#[derive(Deserialize)]
struct Stored {
    format: u32,
    #[serde(default)]
    next_change: Option<Box<str>>,
    #[serde(default)]
    built_from: Option<Box<str>>,
    files: Vec<StoredFile>,
}

#[derive(Deserialize)]
struct StoredFile {
    path: Box<str>,
    size: u64,
    sha256: String,
}

impl Manifest {
    /// The manifest of an output folder; `None` when there is none. What is no file of its own is as good as damaged: it is
    /// neither followed nor waited for.
    pub(super) fn read(folder: &Folder) -> Result<Option<Self>, PublishError> {
        let path = folder.at(MANIFEST);
        let damaged = || PublishError::Manifest { path: path.clone() };
        match folder.dir.symlink_metadata(MANIFEST) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(PublishError::system(&path)(error)),
            Ok(found) if !found.is_file() || found.len() > LONGEST => return Err(damaged()),
            Ok(_) => {}
        }
        let mut bytes = Vec::new();
        let read = folder.file(MANIFEST).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes));
        read.map_err(PublishError::system(&path))?;
        Self::parse(&bytes).map(Some).ok_or_else(damaged)
    }

    /// A manifest that stands by itself, as one that was fetched from a published site.
    pub(super) fn read_alone(path: &Path) -> Result<Self, PublishError> {
        let damaged = || PublishError::Manifest { path: path.to_owned() };
        let found = fs::metadata(path).map_err(PublishError::system(path))?;
        if !found.is_file() || found.len() > LONGEST {
            return Err(damaged());
        }
        Self::parse(&fs::read(path).map_err(PublishError::system(path))?).ok_or_else(damaged)
    }

    /// Reads a manifest; nothing where it is damaged, or of a later format.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let stored: Stored = serde_json::from_slice(bytes).ok()?;
        if stored.format != FORMAT {
            return None;
        }
        let entry = |file: StoredFile| Some((file.path, Entry { size: file.size, sha256: from_hex(&file.sha256)? }));
        let next_change = stored.next_change.and_then(|at| at.parse().ok());
        let built_from = stored.built_from.and_then(|digits| from_hex(&digits));
        Some(Self { files: stored.files.into_iter().map(entry).collect::<Option<_>>()?, next_change, built_from })
    }

    /// The manifest as it is stored: sorted by path, one line for each file, no time, no folder, so that the same site
    /// gives the same bytes.
    pub fn to_json(&self) -> String {
        let mut json = String::with_capacity(64 + self.files.len() * 160);
        let _ = write!(json, "{{\"generator\":\"annai\",\"format\":{FORMAT},\"next_change\":");
        json.push_str(&self.next_change.map_or_else(|| "null".to_owned(), |at| format!("\"{at}\"")));
        json.push_str(",\"built_from\":");
        match &self.built_from {
            Some(name) => {
                json.push('"');
                push_hex(name, &mut json);
                json.push('"');
            }
            None => json.push_str("null"),
        }
        json.push_str(",\"files\":[");
        for (at, (path, entry)) in self.files.iter().enumerate() {
            json.push_str(if at == 0 { "\n" } else { ",\n" });
            json.push_str("{\"path\":");
            json.push_str(&serde_json::to_string(&**path).unwrap_or_default());
            json.push_str(",\"size\":");
            json.push_str(&entry.size.to_string());
            json.push_str(",\"sha256\":\"");
            push_hex(&entry.sha256, &mut json);
            json.push_str("\"}");
        }
        json.push_str("\n]}\n");
        json
    }

    /// Does Annai own this path, the manifest's own path included?
    pub fn owns(&self, path: &str) -> bool {
        path == MANIFEST || self.files.contains_key(path)
    }

    /// Is there a file under this folder?
    pub fn reaches_into(&self, folder: &str) -> bool {
        let start = format!("{folder}/");
        let from = std::ops::Bound::Included(start.as_str());
        self.files.range::<str, _>((from, std::ops::Bound::Unbounded)).next().is_some_and(|(path, _)| path.starts_with(&start))
    }
}

fn push_hex(bytes: &[u8; 32], out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut hex = [0; 64];
    for (pair, byte) in hex.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    }
    out.push_str(str::from_utf8(&hex).unwrap_or_default());
}

fn from_hex(digits: &str) -> Option<[u8; 32]> {
    let digits = digits.as_bytes();
    let mut bytes = [0; 32];
    if digits.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let mut value = 0;
        for &digit in pair {
            value = value * 16 + char::from(digit).to_digit(16)?;
        }
        *byte = u8::try_from(value).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut manifest = Manifest::default();
        manifest.files.insert("ja/名前\"/index.html".into(), Entry::of("あ".as_bytes()));
        manifest.files.insert("404.html".into(), Entry::of(b""));
        let json = manifest.to_json();
        assert_eq!(Manifest::parse(json.as_bytes()), Some(manifest.clone()));
        manifest.next_change = Some(Timestamp::UNIX_EPOCH);
        manifest.built_from = Some([0xA5; 32]);
        assert_eq!(Manifest::parse(manifest.to_json().as_bytes()), Some(manifest.clone()));
        assert_eq!(
            Manifest::parse(json.replace("\"next_change\":null,", "").replace("\"built_from\":null,", "").as_bytes())
                .unwrap()
                .next_change,
            None
        );
        assert!(json.contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assert!(manifest.reaches_into("ja"));
        assert!(!manifest.reaches_into("j"));
    }

    #[test]
    fn a_damaged_or_newer_manifest_is_refused() {
        let json = Manifest::default().to_json();
        assert!(Manifest::parse(json.as_bytes()).is_some());
        assert!(Manifest::parse(json.replace(":1", ":2").as_bytes()).is_none());
        assert!(Manifest::parse(&json.as_bytes()[..json.len() - 4]).is_none());
        assert!(Manifest::parse(b"{\"format\":1,\"files\":[{\"path\":\"a\",\"size\":1,\"sha256\":\"+f\"}]}").is_none());
    }
}
