//! Writes a text without markup and without the readings of ruby: for titles, feeds and descriptions.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::comments;
use super::flow::Flow;
use super::reader::Piece;
use super::resolve::Resolve;

/// The words of a text, which consists of these pieces; blocks on lines of their own, footnotes left out.
pub fn write<'p>(pieces: impl Iterator<Item = Piece<'p>>, resolve: &dyn Resolve) -> String {
    let mut flow = Flow::default();
    let mut label: Option<(String, Flow)> = None;
    let mut footnotes = 0_usize;
    for piece in pieces {
        match &piece {
            Piece::Markup(Event::Start(Tag::FootnoteDefinition(_))) => footnotes += 1,
            Piece::Markup(Event::End(TagEnd::FootnoteDefinition)) => footnotes = footnotes.saturating_sub(1),
            _ => {}
        }
        if footnotes > 0 {
            continue;
        }
        let to = label.as_mut().map_or(&mut flow, |(_, flow)| flow);
        match piece {
            Piece::Mention(target) => to.push(&resolve.mention_text(&target, None)),
            Piece::MentionStart(target) => label = Some((target.into_owned(), Flow::default())),
            Piece::MentionEnd => {
                if let Some((target, words)) = label.take() {
                    let words = words.finish();
                    flow.push(&resolve.mention_text(&target, (!words.is_empty()).then_some(&words)));
                }
            }
            piece => write_piece(&piece, to),
        }
    }
    flow.finish()
}

/// Adds a piece that needs no answer from the site.
pub fn write_piece(piece: &Piece<'_>, flow: &mut Flow) {
    match piece {
        Piece::Text(text) => flow.push(text),
        Piece::Decoded(text) => flow.push(text),
        Piece::Ruby { base: words, .. } | Piece::Foreign { words, .. } => flow.push(words),
        Piece::Markup(event) => match event {
            Event::Code(text) => flow.push(text),
            Event::Html(text) | Event::InlineHtml(text) => {
                let text = comments::removed(text);
                if !text.is_empty() {
                    flow.push(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => flow.line_break(),
            Event::End(TagEnd::TableCell) => flow.push(" "),
            Event::Start(tag) if !is_inline(&tag.to_end()) => flow.block(),
            Event::End(tag) if !is_inline(tag) => flow.block(),
            _ => {}
        },
        Piece::Mention(_) | Piece::MentionStart(_) | Piece::MentionEnd | Piece::TooDeep => {}
    }
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image | TagEnd::TableCell)
}
