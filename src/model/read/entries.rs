//! The entries of one map, taken field by field. An entry that no field has taken is an unknown field.

use super::{Cx, Described, Field, Map, Read, Shape, first_line};
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Span};
use crate::model::key_order;
use crate::model::node::{Entry, Node, Value};

/// The fields of one map; what is not asked for is unknown.
pub struct Fields<'n, 'c, 'a> {
    entries: &'n [Entry],
    span: Span,
    asked: Vec<&'static str>,
    taken: Vec<bool>,
    /// The file being read.
    pub cx: &'c mut Cx<'a>,
}

impl<'n, 'c, 'a> Fields<'n, 'c, 'a> {
    /// Opens a map; reports anything else, as not being `expected` (a message id).
    pub fn of(node: &'n Node, expected: &'static str, cx: &'c mut Cx<'a>) -> Option<Self> {
        Self::open(node, expected, &Shape::Anything, cx)
    }

    /// Opens a map of these fields; reports anything else, with the map that was meant.
    pub fn of_map(node: &'n Node, expected: &'static str, map: &'static Map, cx: &'c mut Cx<'a>) -> Option<Self> {
        Self::open(node, expected, &Shape::Map(map), cx)
    }

    fn open(node: &'n Node, expected: &'static str, shape: &Shape, cx: &'c mut Cx<'a>) -> Option<Self> {
        match &node.value {
            Value::Map(entries) => {
                Some(Self { entries, span: node.span, asked: Vec::with_capacity(16), taken: vec![false; entries.len()], cx })
            }
            _ => {
                cx.wrong_form(node, expected, shape);
                None
            }
        }
    }

    /// The node of a field, if it was written and is not empty.
    pub fn node(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        let index = self.entries.iter().position(|entry| &*entry.key == name)?;
        self.taken[index] = true;
        self.cx.field = name;
        let node = &self.entries[index].node;
        (node.value != Value::Null).then_some(node)
    }

    /// A field that may be left out.
    pub fn optional<T: Read>(&mut self, name: &'static str) -> Option<T> {
        let node = self.node(name)?;
        self.cx.within(name, |cx| T::read(node, cx))
    }

    /// A field that must be written.
    pub fn required<T: Read>(&mut self, name: &'static str) -> Option<T> {
        match self.node(name) {
            Some(node) => self.cx.within(name, |cx| T::read(node, cx)),
            None => {
                self.missing(name);
                None
            }
        }
    }

    /// A described field.
    pub fn value<T: Read>(&mut self, field: &Field) -> Option<T> {
        self.inside(field, |fields| if field.is_required { fields.required(field.key) } else { fields.optional(field.key) })
    }

    /// Reads a described field, whose references name what it says.
    pub(super) fn inside<T>(&mut self, field: &Field, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = (self.cx.allowed, self.cx.relation);
        (self.cx.allowed, self.cx.relation) = (field.to, field.relation);
        let value = read(self);
        (self.cx.allowed, self.cx.relation) = outer;
        value
    }

    /// Where the map stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Reports a field that must be written and is not.
    pub fn missing(&mut self, name: &'static str) {
        self.missing_as("missing-field", name, "missing-field", "missing-field-help");
    }

    /// Reports a field that must be written and is not, in other words (message ids): where another would do too.
    pub fn missing_from(&mut self, name: &'static str, message: &'static str, help: &'static str) {
        self.missing_as("missing-field", name, message, help);
    }

    /// Reports a field that must be written and is not, under a code of its own.
    pub fn missing_as(&mut self, code: &'static str, name: &'static str, message: &'static str, help: &'static str) {
        let span = match self.entries.iter().find(|entry| &*entry.key == name) {
            Some(entry) => entry.key_span,
            None => first_line(self.span, self.cx.source),
        };
        let finding = Diagnostic::error(code, self.cx.place(span)).says(message).help(help).arg("field", name);
        self.cx.report(finding);
    }

    /// A list that may be left out; a broken item costs only itself.
    pub fn list<T: Read + Described>(&mut self, name: &'static str) -> Vec<T> {
        let Some(node) = self.node(name) else { return Vec::new() };
        match &node.value {
            Value::List(items) => self.cx.within(name, |cx| read_items(items, name, cx)),
            _ => {
                self.cx.wrong_form(node, "value-list", &Shape::List(Box::new(T::shape())));
                Vec::new()
            }
        }
    }

    /// Was the field written, whatever it holds?
    pub fn is_written(&self, name: &str) -> bool {
        self.written(name).is_some()
    }

    /// What was written in a field, without asking for it.
    pub fn written(&self, name: &str) -> Option<&'n Node> {
        self.entries.iter().find(|entry| &*entry.key == name && entry.node.value != Value::Null).map(|entry| &entry.node)
    }

    /// `true` or `false`; false when left out.
    pub fn flag(&mut self, name: &'static str) -> bool {
        self.optional(name).unwrap_or(false)
    }

    /// Reports that fields of this map exclude each other, in the given words (message ids).
    pub fn contradiction(&mut self, message: &'static str, help: &'static str) {
        let span = first_line(self.span, self.cx.source);
        let finding = Diagnostic::error("wrong-shape", self.cx.place(span)).says(message).help(help);
        self.cx.report(finding);
    }

    /// Reports every field that was written and not asked for, and keeps the given order.
    pub fn finish_in(mut self, order: impl FnOnce() -> Vec<&'static str>) {
        if self.cx.reorders.is_some() {
            self.keep_order(&order());
        }
        self.finish_unordered();
    }

    /// Reports every field that was written and not asked for, and keeps the order in which they were asked for.
    pub fn finish(mut self) {
        if self.cx.reorders.is_some() {
            let order = std::mem::take(&mut self.asked);
            self.keep_order(&order);
            self.asked = order;
        }
        self.finish_unordered();
    }

    fn keep_order(&mut self, order: &[&str]) {
        let edit = key_order::edit(self.entries, self.span, order, self.cx.source);
        self.cx.reorders.iter_mut().for_each(|reorders| reorders.extend(edit.clone()));
    }

    fn finish_unordered(self) {
        for (entry, taken) in self.entries.iter().zip(&self.taken) {
            if *taken {
                continue;
            }
            let finding = Diagnostic::error("unknown-field", self.cx.place(entry.key_span)).arg("field", &*entry.key);
            let unwritten = self.asked.iter().copied().filter(|name| !self.entries.iter().any(|e| &*e.key == *name));
            let finding = match nearest(&entry.key, unwritten) {
                Some(near) => finding.help("unknown-field-nearest").arg("nearest", near),
                None => finding.help("unknown-field-known").arg("known", {
                    let is_first = |&(at, name): &(usize, &&str)| !self.asked[..at].contains(name);
                    self.asked.iter().enumerate().filter(is_first).map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
                }),
            };
            self.cx.findings.push(finding);
        }
    }
}

/// Reads each item of a list.
pub fn read_items<T: Read>(items: &[Node], field: &'static str, cx: &mut Cx<'_>) -> Vec<T> {
    items
        .iter()
        .enumerate()
        .filter_map(|(index, item)| {
            cx.field = field;
            cx.within(&index.to_string(), |cx| T::read(item, cx))
        })
        .collect()
}
