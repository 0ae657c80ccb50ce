//! The footnotes of a text: numbered as they are referred to, and listed at its end.

use std::collections::HashMap;

use super::escape;
use super::resolve::{Resolve, Word};

/// Footnotes while a text is written.
#[derive(Debug, Default)]
pub struct Footnotes {
    notes: Vec<Note>,
    by_name: HashMap<String, usize>,
    /// Open definitions: the note's name and where it begins in the output.
    open: Vec<(String, usize)>,
    bodies: HashMap<String, String>,
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
    pub fn refer(&mut self, name: &str, linked: bool, resolve: &dyn Resolve, out: &mut String) {
        let next = self.notes.len();
        let index = *self.by_name.entry(key(name)).or_insert(next);
        if index == next {
            self.notes.push(Note { name: key(name), references: 0 });
        }
        let Some(note) = self.notes.get_mut(index) else { return };
        note.references += 1;
        let (number, occurrence, prefix) = (index + 1, note.references, resolve.id_prefix());
        out.push_str("<sup class=\"footnote\" id=\"");
        escape::attribute(&reference_id(prefix, number, occurrence), out);
        out.push_str("\">");
        if linked {
            out.push_str("<a href=\"#");
            escape::attribute(&note_id(prefix, number), out);
            out.push_str("\" role=\"doc-noteref\"");
            label(&resolve.word(Word::Footnote { number }), out);
            out.push('>');
        }
        out.push_str(&number.to_string());
        out.push_str(if linked { "</a></sup>" } else { "</sup>" });
    }

    /// A definition begins at the offset `at` of the output.
    pub fn begin(&mut self, name: &str, at: usize) {
        self.open.push((key(name), at));
    }

    /// The definition ends; what was written since it began is taken away and kept. The first of a name holds.
    pub fn end(&mut self, out: &mut String) {
        if let Some((name, at)) = self.open.pop() {
            let body = out.split_off(at.min(out.len()));
            self.bodies.entry(name).or_insert(body);
        }
    }

    /// Writes the notes that were referred to, each with its ways back.
    pub fn write(mut self, resolve: &dyn Resolve, out: &mut String) {
        if self.notes.is_empty() {
            return;
        }
        out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        label(&resolve.word(Word::Footnotes), out);
        out.push_str("><ol>\n");
        for (index, note) in self.notes.iter().enumerate() {
            let number = index + 1;
            let body = self.bodies.remove(&note.name).unwrap_or_default();
            // The ways back stand in the last paragraph, if the note ends with one.
            let (head, tail) = match body.trim_end().strip_suffix("</p>") {
                Some(head) => (head, "</p>\n"),
                None => (body.as_str(), ""),
            };
            out.push_str("<li id=\"");
            escape::attribute(&note_id(resolve.id_prefix(), number), out);
            out.push_str("\">");
            out.push_str(head);
            for occurrence in 1..=note.references {
                out.push_str(" <a href=\"#");
                escape::attribute(&reference_id(resolve.id_prefix(), number, occurrence), out);
                out.push_str("\" role=\"doc-backlink\"");
                label(&resolve.word(Word::FootnoteBack { number, occurrence }), out);
                out.push_str(">↩</a>");
            }
            out.push_str(tail);
            out.push_str("</li>\n");
        }
        out.push_str("</ol></section>\n");
    }
}

fn label(name: &str, out: &mut String) {
    if !name.is_empty() {
        out.push_str(" aria-label=\"");
        escape::attribute(name, out);
        out.push('"');
    }
}

// A colon keeps these ids apart from those of headings.

fn note_id(prefix: &str, number: usize) -> String {
    format!("{prefix}fn:{number}")
}

fn reference_id(prefix: &str, number: usize, occurrence: usize) -> String {
    if occurrence == 1 { format!("{prefix}fnref:{number}") } else { format!("{prefix}fnref:{number}:{occurrence}") }
}
