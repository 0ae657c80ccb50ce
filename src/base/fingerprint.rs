//! A short name for the bytes of a file, by which unchanged files are known again.

use std::hash::{DefaultHasher, Hasher};

/// Length and hash of some bytes. Not for adversaries: a manifest of published files uses SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(u64, u64);

impl Fingerprint {
    /// The fingerprint of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self(bytes.len() as u64, hasher.finish())
    }
}

/// The first eight bytes of the SHA-256 of a text, in hexadecimal: stays the same in files that are kept.
pub fn stable(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
