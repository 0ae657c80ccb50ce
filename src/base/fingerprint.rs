//! A short name for a text, by which it is known again.

use sha2::{Digest, Sha256};

/// The first eight bytes of the SHA-256 of a text, in hexadecimal: stays the same in files that are kept.
pub fn stable(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
