//! The words of a Markdown file, part by part: what stands before the first heading, and under each.

use pulldown_cmark::{Event, Tag};

use super::plain;
use super::reader::Piece;
use super::resolve::Resolve;

/// Hands on the words of each part: the heading that it begins with, as its place among all headings, and its words with those of
/// the heading.
pub fn each<'p>(pieces: impl Iterator<Item = Piece<'p>>, resolve: &dyn Resolve, mut then: impl FnMut(Option<usize>, &str)) {
    let mut pieces = pieces.peekable();
    let mut heading = None;
    while pieces.peek().is_some() {
        let mut part: Vec<Piece<'p>> = pieces.next().into_iter().collect();
        part.extend(std::iter::from_fn(|| pieces.next_if(|piece| !starts(piece))));
        if part.first().is_some_and(starts) {
            heading = Some(heading.map_or(0, |last: usize| last + 1));
        }
        let words = plain::write(part.into_iter(), resolve);
        if !words.is_empty() {
            then(heading, &words);
        }
    }
}

fn starts(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Markup(Event::Start(Tag::Heading { .. })))
}
