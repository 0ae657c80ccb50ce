//! Every input in memory, and the instant that the build is "as of". Nothing here reads a disk or a clock.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::Path;
use std::sync::Arc;

use icu::normalizer::ComposingNormalizerBorrowed;
use jiff::Timestamp;

/// One input file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// Text in UTF-8, without a byte order mark, lines ended by LF.
    Text(Arc<str>),
    /// Anything that is not read as text: images and other assets.
    Binary(Arc<[u8]>),
    /// A large asset, which is published as it is and never held.
    Stored(Stored),
    /// The file could not be read or is not text although it should be.
    Unreadable(Unreadable),
}

/// A file that stays where it is until somebody wants its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Where it is: named here, opened by the edge alone.
    pub path: Arc<Path>,
    /// Its size in bytes when it was seen.
    pub size: u64,
    /// When it was changed last.
    pub changed: Option<Timestamp>,
}

/// Why a file that should be text is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Not UTF-8: the offset of the first bad byte, and whether the bytes would be valid Shift_JIS.
    NotUtf8 {
        /// 0-based offset in the file as stored.
        offset: usize,
        /// The line in which that byte stands, 1-based.
        line: usize,
        /// The bytes look like Shift_JIS.
        shift_jis: bool,
    },
    /// A folder stands where a file belongs.
    Folder,
    /// The system's own words.
    System(String),
    /// More bytes than a content file may have.
    TooLarge {
        /// Size in bytes.
        size: u64,
    },
}

impl File {
    /// Decodes the bytes of a text file.
    pub fn text(bytes: &[u8]) -> Self {
        const MARK: &[u8] = b"\xEF\xBB\xBF";
        let (mark, bytes) = bytes.strip_prefix(MARK).map_or((0, bytes), |rest| (MARK.len(), rest));
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let text: Arc<str> = if memchr::memchr(b'\r', bytes).is_some() {
                    text.replace("\r\n", "\n").replace('\r', "\n").into()
                } else {
                    text.into()
                };
                Self::Text(composed(text))
            }
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                // Before it, nothing is valid UTF-8 of three bytes by chance: then it is UTF-8 with a fault.
                let has_utf8 = valid.iter().any(|byte| *byte >= 0xE0);
                Self::Unreadable(Unreadable::NotUtf8 {
                    offset: mark + valid.len(),
                    line: 1 + valid.iter().filter(|byte| **byte == b'\n').count(),
                    shift_jis: !has_utf8 && looks_like_shift_jis(bytes),
                })
            }
        }
    }

    /// How many bytes it has.
    pub fn size(&self) -> Option<u64> {
        match self {
            Self::Text(text) => u64::try_from(text.len()).ok(),
            Self::Binary(bytes) => u64::try_from(bytes.len()).ok(),
            Self::Stored(stored) => Some(stored.size),
            Self::Unreadable(_) => None,
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&Arc<str>> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The text in Unicode's composed form (NFC), as keyboards write it: what is pasted from a Mac's PDF is not. The characters of
/// compatibility stay, since names are written with them.
fn composed(text: Arc<str>) -> Arc<str> {
    let normalizer = ComposingNormalizerBorrowed::new_nfc();
    if text.is_ascii() || normalizer.is_normalized(&text) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = &*text;
    while !rest.is_empty() {
        let end = rest.find(is_kept).unwrap_or(rest.len());
        let (before, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        out.push_str(&normalizer.normalize(before));
        let kept = behind.find(|c| !is_kept(c)).unwrap_or(behind.len());
        let (kept, behind) = behind.split_at_checked(kept).unwrap_or((behind, ""));
        out.push_str(kept);
        rest = behind;
    }
    out.into()
}

/// Is it an ideograph of compatibility?
fn is_kept(c: char) -> bool {
    matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

/// Do all bytes form valid Shift_JIS sequences, with at least one double-byte character? (JIS X 0208, annex 1.)
fn looks_like_shift_jis(bytes: &[u8]) -> bool {
    let (mut i, mut double) = (0, 0);
    while let Some(&lead) = bytes.get(i) {
        match lead {
            0x00..=0x7F | 0xA1..=0xDF => i += 1,
            0x81..=0x9F | 0xE0..=0xFC => match bytes.get(i + 1) {
                Some(0x40..=0x7E | 0x80..=0xFC) => {
                    double += 1;
                    i += 2;
                }
                _ => return false,
            },
            _ => return false,
        }
    }
    double > 0
}

/// Files by path relative to the site's root (`content/…`, `themes/…`, `locales/…`).
pub type Files = BTreeMap<Arc<str>, Arc<File>>;

/// All inputs of one build. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Sources {
    /// All files.
    pub files: Arc<Files>,
    /// The instant that states of recruitment and "today" are computed for.
    pub as_of: Timestamp,
}

impl Sources {
    /// No files, as of the given instant.
    pub fn new(as_of: Timestamp) -> Self {
        Self { files: Arc::default(), as_of }
    }

    /// Adds a text file; for tests and for sites made in memory.
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.files_mut().insert(path.into(), Arc::new(File::text(text.as_bytes())));
        self
    }

    /// All files, to be changed.
    pub fn files_mut(&mut self) -> &mut Files {
        Arc::make_mut(&mut self.files)
    }

    /// The files below a folder, which is named with its `/`.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = (&Arc<str>, &Arc<File>)> {
        below(&self.files, folder)
    }

    /// The text of a file, if it is there and is text.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_text().map(|text| &**text)
    }
}

/// The files below a folder, which is named with its `/`.
pub fn below<'f>(files: &'f Files, folder: &str) -> impl Iterator<Item = (&'f Arc<str>, &'f Arc<File>)> {
    let from = (Bound::Included(folder), Bound::Unbounded);
    files.range::<str, _>(from).take_while(move |(path, _)| path.starts_with(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_line_ends_do_not_matter() {
        let plain = File::text("a\nb\n".as_bytes());
        assert_eq!(plain, File::text(b"\xEF\xBB\xBFa\r\nb\r\n"));
    }

    #[test]
    fn shift_jis_is_recognized() {
        let File::Unreadable(why) = File::text(b"name: \x93\xfa\x96\x7b") else { panic!("valid UTF-8?") };
        assert_eq!(why, Unreadable::NotUtf8 { offset: 6, line: 1, shift_jis: true });
        let File::Unreadable(why) = File::text(b"\xEF\xBB\xBFa: \xE5\x90\x8D\nb: Caf\xE9}") else { panic!("valid UTF-8?") };
        assert_eq!(why, Unreadable::NotUtf8 { offset: 16, line: 2, shift_jis: false });
    }
}
