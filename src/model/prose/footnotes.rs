//! The footnotes of a text: numbered as they are referred to, and listed at its end.

use std::collections::HashMap;

use super::resolve::{Resolve, Word};
use crate::markup::{Attribute, Inline, Mark, tape::Place};

/// Footnotes while a text is written.
#[derive(Debug, Default)]
pub struct Footnotes {
    notes: Vec<Note>,
    by_name: HashMap<String, usize>,
    /// Open definitions: the note's name and where it begins in the output.
    open: Vec<(String, Place)>,
    bodies: HashMap<String, Inline>,
}

#[derive(Debug)]
struct Note {
    name: String,
    references: usize,
}

/// Names are compared without regard to case, as the parser does.
fn key(name: &str) -> String {
    name.to_lowercase()
}

impl Footnotes {
    /// Writes a reference, as a link unless it stands in another link.
    pub fn refer(&mut self, name: &str, linked: bool, resolve: &dyn Resolve, out: &mut Inline) {
        let next = self.notes.len();
        let index = *self.by_name.entry(key(name)).or_insert(next);
        if index == next {
            self.notes.push(Note { name: key(name), references: 0 });
        }
        let Some(note) = self.notes.get_mut(index) else { return };
        note.references += 1;
        let (number, occurrence) = (index + 1, note.references);
        out.open(Mark::FootnoteMark).attribute(Attribute::Id, &reference_id(number, occurrence));
        if linked {
            out.open(Mark::Link).attribute(Attribute::Href, &format!("#{}", note_id(number)));
            out.attribute(Attribute::Role, "doc-noteref");
            label(&resolve.word(Word::Footnote { number }), out);
        }
        out.text(&number.to_string());
        if linked {
            out.close(Mark::Link);
        }
        out.close(Mark::FootnoteMark);
    }

    /// A definition begins at a place of the output.
    pub fn begin(&mut self, name: &str, at: Place) {
        self.open.push((key(name), at));
    }

    /// The definition ends; what was written since it began is taken away and kept. The first of a name holds.
    pub fn end(&mut self, out: &mut Inline) {
        if let Some((name, at)) = self.open.pop() {
            let body = out.split_off(at);
            self.bodies.entry(name).or_insert(body);
        }
    }

    /// Writes the notes that were referred to, each with its ways back.
    pub fn write(mut self, resolve: &dyn Resolve, out: &mut Inline) {
        if self.notes.is_empty() {
            return;
        }
        out.open(Mark::Footnotes).attribute(Attribute::Role, "doc-endnotes");
        label(&resolve.word(Word::Footnotes), out);
        out.open(Mark::Numbered).text("\n");
        for (index, note) in self.notes.iter().enumerate() {
            let number = index + 1;
            let mut body = self.bodies.remove(&note.name).unwrap_or_default();
            // The ways back stand in the last paragraph, if the note ends with one.
            let ends_in_paragraph = body.reopen(Mark::Paragraph);
            out.open(Mark::Item).attribute(Attribute::Id, &note_id(number)).add(&body);
            for occurrence in 1..=note.references {
                out.text(" ").open(Mark::Link).attribute(Attribute::Href, &format!("#{}", reference_id(number, occurrence)));
                out.attribute(Attribute::Role, "doc-backlink");
                label(&resolve.word(Word::FootnoteBack { number, occurrence }), out);
                out.text("↩").close(Mark::Link);
            }
            if ends_in_paragraph {
                out.close(Mark::Paragraph).text("\n");
            }
            out.close(Mark::Item).text("\n");
        }
        out.close(Mark::Numbered).close(Mark::Footnotes).text("\n");
    }
}

fn label(name: &str, out: &mut Inline) {
    if !name.is_empty() {
        out.attribute(Attribute::Label, name);
    }
}

// A colon keeps these ids apart from those of headings.

fn note_id(number: usize) -> String {
    format!("fn:{number}")
}

fn reference_id(number: usize, occurrence: usize) -> String {
    if occurrence == 1 { format!("fnref:{number}") } else { format!("fnref:{number}:{occurrence}") }
}
