//! Prose: CommonMark with extensions, mentions and ruby, set by the rules of Chinese and Japanese.
//!
//! A Markdown file is read once: [`parse`] keeps what linking needs to know, and beside it a tape of the pieces in a few bytes each,
//! from which [`write`](write()) and [`plain`](plain()) write what is shown. The texts of records, most of them without any markup, are
//! read again when they are shown.

mod adapt;
mod address;
mod bare;
mod cjk;
mod collect;
mod comments;
mod destination;
mod flow;
mod footnotes;
mod outline;
mod plain;
mod reader;
mod resolve;
mod sections;
mod slips;
mod tape;
mod write;

use std::sync::Arc;

pub use self::adapt::foreign;
use self::adapt::{Adapted, Dialect};
pub use self::address::{is_email, is_safe as is_safe_address};
pub use self::cjk::is_unspaced;
pub use self::outline::{Heading, LinkUse, Mention, Prose};
use self::reader::Reader;
pub use self::reader::annotations;
pub use self::resolve::{Anchor, Picture, Resolve, Word};
pub use self::slips::has_wide_signs;
pub use self::write::Title;
use crate::base::Diagnostic;
use crate::markup::Inline;

/// Reads a Markdown file: what it contains and what is wrong with it.
pub fn parse(path: &Arc<str>, text: &str) -> (Prose, Vec<Diagnostic>) {
    collect::collect(path, text, 0, Dialect::Blocks)
}

/// Reads a text of a record, which stands `offset` bytes after the start of its file. It has inline markup only: `# `,
/// `- ` or `1. ` at its start is text.
pub fn parse_inline(path: &Arc<str>, text: &str, offset: u32) -> (Prose, Vec<Diagnostic>) {
    if is_plain(text) && !has_wide_signs(text) {
        return (Prose::default(), Vec::new());
    }
    collect::collect(path, text, offset, Dialect::Inline)
}

/// The bytes that may begin inline markup, or a new line.
const MARKUP: [bool; 256] = {
    let mut markup = [false; 256];
    let mut bytes: &[u8] = b"*_`~[<&\\{\n\r";
    while let [byte, rest @ ..] = bytes {
        markup[*byte as usize] = true;
        bytes = rest;
    }
    markup
};

/// Is there nothing in the text that could be inline markup? Then its words are it.
pub fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| MARKUP[usize::from(byte)]) && bare::next(text).is_none()
}

/// Writes a Markdown file to the end of a tape; `prose` is what [`parse`] found in its text.
pub fn write(prose: &Prose, text: &str, resolve: &dyn Resolve, title: Title, out: &mut Inline) {
    write::write(prose.tape.pieces(text), resolve, title, out);
}

/// Writes a text of a record to the end of a tape: no blocks.
pub fn write_inline(text: &str, resolve: &dyn Resolve, out: &mut Inline) {
    if is_plain(text) {
        out.text(text.trim());
    } else {
        write::write(Reader::new(&Adapted::new(text, Dialect::Inline)).pieces(), resolve, Title::Kept, out);
    }
}

/// The words of a Markdown file, without markup, readings and footnotes; blocks stand on lines of their own. `prose` is what
/// [`parse`] found in its text.
pub fn plain(prose: &Prose, text: &str, resolve: &dyn Resolve) -> String {
    plain::write(prose.tape.pieces(text), resolve)
}

/// Hands on the words of each part of a Markdown file, as [`plain`] writes them: what stands before the first heading, and under
/// each, which is named by its place among all.
pub fn sections(prose: &Prose, text: &str, resolve: &dyn Resolve, then: impl FnMut(Option<usize>, &str)) {
    sections::each(prose.tape.pieces(text), resolve, then);
}

/// The words of a text of a record, without markup and readings.
pub fn inline_plain(text: &str, resolve: &dyn Resolve) -> String {
    if is_plain(text) {
        return text.trim().to_owned();
    }
    plain::write(Reader::new(&Adapted::new(text, Dialect::Inline)).pieces(), resolve)
}

#[cfg(test)]
mod tests;
