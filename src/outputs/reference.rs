//! The reference of all fields as Markdown, in the editor's language.

use std::collections::BTreeSet;

use crate::base::Arg;
use crate::model::common::Common;
use crate::model::read::{Field, Map, Shape};
use crate::model::reference::{Kind, KindSet};
use crate::model::site_file::SiteFile;
use crate::model::vocabulary::VocabularyFile;
use crate::outputs::schema::{help, label, shape};
use crate::render::messages::Messages;

/// The tables of every record, of each kind, of the site's file, of vocabularies, and of the values that stand in them.
pub fn reference(messages: &Messages) -> String {
    let mut reference = Reference { messages, out: String::new(), values: Vec::new(), seen: BTreeSet::new() };
    reference.heading("##", &messages.text("reference-common"));
    reference.table(Common::FIELDS);
    reference.heading("##", &messages.text("reference-kinds"));
    reference.kinds();
    for kind in Kind::ALL {
        let name = messages.text(kind.message());
        reference.heading("###", &format!("`{}/`: {name}", kind.folder()));
        reference.table(kind.fields());
    }
    for (title, map) in [("schema-site", SiteFile::MAP), ("schema-vocabulary", VocabularyFile::MAP)] {
        reference.heading("##", &messages.text(title));
        reference.table(map.fields);
    }
    reference.heading("##", &messages.text("reference-values"));
    // A value may be made of others, which come behind it.
    let mut at = 0;
    while let Some(value) = reference.values.get(at).cloned() {
        reference.value(&value);
        at += 1;
    }
    reference.out
}

struct Reference<'a> {
    messages: &'a Messages,
    out: String,
    /// Values that have a section of their own, as they were met.
    values: Vec<Section>,
    seen: BTreeSet<String>,
}

/// The section of a value.
#[derive(Clone)]
struct Section {
    heading: String,
    /// Scalars of which it may be one.
    examples: Vec<&'static str>,
    fields: Vec<Field>,
}

impl Reference<'_> {
    fn heading(&mut self, level: &str, text: &str) {
        let gap = if self.out.is_empty() { "" } else { "\n" };
        self.out.push_str(&format!("{gap}{level} {text}\n\n"));
    }

    /// Which kinds there are, where their records lie, and what a record of each is.
    fn kinds(&mut self) {
        self.row(&["reference-folder", "reference-kind", "reference-is"].map(|id| self.messages.text(id)));
        self.out.push_str("|---|---|---|\n");
        for kind in Kind::ALL {
            let name = kind.as_str();
            self.row(&[format!("`{}/`", kind.folder()), name.to_owned(), self.messages.text(&format!("record-{name}"))]);
        }
        self.out.push('\n');
    }

    fn table(&mut self, fields: &[Field]) {
        let head = ["reference-head", "reference-label", "reference-value", "reference-help"].map(|id| self.messages.text(id));
        self.row(&head);
        self.out.push_str("|---|---|---|---|\n");
        self.rows(fields, "");
    }

    fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        self.out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }

    /// The fields of a map; those of a map that stands in this one alone follow their field.
    fn rows(&mut self, fields: &[Field], before: &str) {
        for field in fields {
            let of = (field.shape)();
            let key = format!("{before}{}", field.key);
            let value = match field.is_inner {
                true => self.messages.text("value-inner"),
                false => shape(self.messages, &of, field.to),
            };
            let value = match field.is_required || field.is_needed {
                true => self.messages.format("value-required", &[("value", Arg::Text(value))]),
                false => value,
            };
            let help = match help(self.messages, field) {
                help if field.is_named => self.messages.format("reference-named", &[("help", Arg::Text(help))]),
                help => help,
            };
            self.row(&[format!("`{key}`"), label(self.messages, field), value, help]);
            self.inside(&of, field.to, &format!("{key}."));
        }
    }

    /// What a value is made of.
    fn inside(&mut self, of: &Shape, to: KindSet, before: &str) {
        match of {
            Shape::Map(map) if self.is_shared(map) => {
                let heading = shape(self.messages, of, to);
                self.section(map.name, heading, &[], map.fields);
            }
            Shape::Map(map) => self.rows(map.fields, before),
            Shape::List(items) => self.inside(items, to, before),
            Shape::Open(items, map) => {
                self.inside(items, to, before);
                self.section(map.name, self.messages.text("value-open-list"), &[], map.fields);
            }
            Shape::Fact(value, map) => {
                self.inside(value, to, before);
                self.section(map.name, self.messages.text("value-fact"), &[], map.fields);
            }
            Shape::Either(name, shapes) => {
                let maps: Vec<&Map> =
                    shapes.iter().filter_map(|shape| if let Shape::Map(map) = shape { Some(*map) } else { None }).collect();
                let fields: Vec<Field> = maps.iter().flat_map(|map| map.fields).copied().collect();
                let heading = match *name {
                    "comparison" => self.messages.text("value-bounds"),
                    _ => shape(self.messages, of, to),
                };
                let examples: Vec<&str> = shapes.iter().flat_map(examples).copied().collect();
                if !fields.is_empty() {
                    self.section(name, heading, &examples, &fields);
                }
                shapes.iter().filter(|shape| !matches!(shape, Shape::Map(_))).for_each(|shape| self.inside(shape, to, before));
            }
            Shape::Scalar(scalar) if scalar.takes.len() > 2 => {
                let heading = shape(self.messages, of, to);
                self.section(scalar.name, heading, scalar.takes, &[]);
            }
            Shape::Text | Shape::Scalar(_) | Shape::Word(_) | Shape::Choice(..) | Shape::Reference | Shape::Anything => {}
        }
    }

    fn is_shared(&self, map: &Map) -> bool {
        self.messages.has(&format!("value-{}", map.name.to_ascii_lowercase()))
    }

    fn section(&mut self, name: &str, heading: String, examples: &[&'static str], fields: &[Field]) {
        if self.seen.insert(name.to_owned()) {
            self.values.push(Section { heading, examples: examples.to_vec(), fields: fields.to_vec() });
        }
    }

    fn value(&mut self, section: &Section) {
        self.heading("###", &section.heading);
        if !section.examples.is_empty() {
            let examples: Vec<String> = section.examples.iter().map(|example| format!("`{example}`")).collect();
            let examples = Arg::Text(examples.join(&self.messages.text("choice-separator")));
            self.out.push_str(&self.messages.format("reference-examples", &[("examples", examples)]));
            self.out.push('\n');
            if !section.fields.is_empty() {
                self.out.push('\n');
            }
        }
        if !section.fields.is_empty() {
            self.table(&section.fields);
        }
    }
}

/// Examples of a scalar.
fn examples(of: &Shape) -> &'static [&'static str] {
    match of {
        Shape::Scalar(scalar) => scalar.takes,
        _ => &[],
    }
}
