//! A short name for the bytes of a file, by which unchanged files are known again.

use std::hash::{DefaultHasher, Hasher};

/// Length and SipHash of some bytes. Not for adversaries: a manifest of published files uses SHA-256.
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
