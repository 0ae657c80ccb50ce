//! Which texts of a page are searched for terms: its prose and what is said at length, in the order in which they are read.

use super::{Glossary, Marker};
use crate::markup::Inline;
use crate::render::view::View;
use crate::render::view::parts::{Section, Tree};
use crate::site::RecordId;

impl Glossary {
    /// Marks each term where the page first uses it. `page` is the record that the page is of.
    pub fn mark(&self, view: &mut View, page: RecordId) {
        let Some(mut marker) = self.marker(Some(page)) else { return };
        if view.title_lang.is_none() {
            marker.optional(&mut view.summary);
        }
        view.trust.cautions.iter_mut().for_each(|caution| marker.mark(&mut caution.text));
        if view.body_lang.is_none() {
            marker.mark(&mut view.body.0);
        }
        view.sections.iter_mut().for_each(|section| marker.section(section));
    }
}

impl Marker<'_> {
    fn optional(&mut self, text: &mut Option<Inline>) {
        if let Some(text) = text {
            self.mark(text);
        }
    }

    fn section(&mut self, section: &mut Section) {
        self.optional(&mut section.intro);
        section.items.iter_mut().for_each(|item| self.mark(item));
        if let Some(tree) = &mut section.tree {
            self.tree(tree, !section.ask.is_empty());
        }
        for step in section.steps.iter_mut().flat_map(|group| &mut group.steps) {
            self.optional(&mut step.note);
        }
        section.notes.iter_mut().for_each(|note| self.mark(note));
    }

    /// What can be ticked is a label, in which a link would take the tap.
    fn tree(&mut self, tree: &mut Tree, is_ticked: bool) {
        if !is_ticked || !tree.parts.is_empty() {
            self.optional(&mut tree.text);
        }
        self.optional(&mut tree.note);
        tree.parts.iter_mut().for_each(|part| self.tree(part, is_ticked));
        if let Some(instead) = &mut tree.instead {
            self.tree(instead, false);
        }
    }
}
