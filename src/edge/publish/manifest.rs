//! The list of files that Annai wrote, by which the next run knows its own files from foreign ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::PublishError;

/// Name of the manifest, at the top of the output folder.
pub const MANIFEST: &str = ".annai-manifest.json";

/// The format written and read by this version.
const FORMAT: u32 = 1;

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
}

/// All files that Annai wrote into one output folder, by path; the manifest itself is not among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Path relative to the output folder, with `/` between its parts, to entry.
    pub files: BTreeMap<Box<str>, Entry>,
}

#[derive(Deserialize)]
struct Stored {
    format: u32,
    files: Vec<StoredFile>,
}

#[derive(Deserialize)]
struct StoredFile {
    path: Box<str>,
    size: u64,
    sha256: String,
}

impl Manifest {
    /// The manifest of an output folder; `None` when there is none.
    pub fn read(folder: &Path) -> Result<Option<Self>, PublishError> {
        let path = folder.join(MANIFEST);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::IsADirectory => return Err(PublishError::Manifest { path }),
            Err(error) => return Err(PublishError::system(&path)(error)),
        };
        match Self::parse(&bytes) {
            Some(manifest) => Ok(Some(manifest)),
            None => Err(PublishError::Manifest { path }),
        }
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let stored: Stored = serde_json::from_slice(bytes).ok()?;
        if stored.format != FORMAT {
            return None;
        }
        let entry = |file: StoredFile| Some((file.path, Entry { size: file.size, sha256: from_hex(&file.sha256)? }));
        Some(Self { files: stored.files.into_iter().map(entry).collect::<Option<_>>()? })
    }

    /// The manifest as it is stored: sorted by path, one line for each file, no time, no folder, so that the same site
    /// gives the same bytes.
    pub fn to_json(&self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut json = String::with_capacity(64 + self.files.len() * 160);
        let _ = write!(json, "{{\"generator\":\"annai\",\"format\":{FORMAT},\"files\":[");
        for (at, (path, entry)) in self.files.iter().enumerate() {
            json.push_str(if at == 0 { "\n" } else { ",\n" });
            json.push_str("{\"path\":");
            json.push_str(&serde_json::to_string(&**path).unwrap_or_default());
            json.push_str(",\"size\":");
            json.push_str(&entry.size.to_string());
            json.push_str(",\"sha256\":\"");
            let mut hex = [0; 64];
            for (pair, byte) in hex.as_chunks_mut::<2>().0.iter_mut().zip(entry.sha256) {
                *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
            }
            json.push_str(str::from_utf8(&hex).unwrap_or_default());
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
