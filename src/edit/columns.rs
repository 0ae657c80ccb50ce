//! Records as tables: which columns the records of a kind have, in the order in which the kind describes its fields, and what stands in
//! each. A column is the way to a value: `contacts.0.phone`.

use std::collections::BTreeMap;

use crate::model::common::Common;
use crate::model::node::{Node, Value};
use crate::model::read::{Field, Shape};
use crate::model::record;
use crate::model::reference::Kind;
use crate::outputs::schema;
use crate::render::messages::Messages;
use crate::site::languages::Languages;

/// The first column: the file name of the record.
pub const ID: &str = "id";

/// What stands between the values of a list in one cell.
const SEPARATOR: &str = "; ";

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The way to its values.
    pub trail: String,
    /// What it is called, for people.
    pub label: String,
    /// What stands in it.
    pub help: String,
}

/// All values of a record that have a cell: their ways, and what stands there.
pub fn values(root: &Node) -> Vec<(String, String, bool)> {
    let mut out = Vec::new();
    gather(root, &mut String::new(), &mut out);
    out
}

fn gather(node: &Node, trail: &mut String, out: &mut Vec<(String, String, bool)>) {
    if let Some(text) = cell_text(node) {
        let is_plain = matches!(&node.value, Value::Scalar { quoted: false, .. });
        out.push((trail.clone(), text, is_plain));
        return;
    }
    let mut within = |step: &str, node: &Node| {
        let length = trail.len();
        if !trail.is_empty() {
            trail.push('.');
        }
        trail.push_str(step);
        gather(node, trail, out);
        trail.truncate(length);
    };
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|entry| within(&entry.key, &entry.node)),
        Value::List(items) => items.iter().enumerate().for_each(|(at, item)| within(&at.to_string(), item)),
        _ => {}
    }
}

/// What stands in the cell of a value: of a scalar its text, of a list of short ones all of them.
pub fn cell_text(node: &Node) -> Option<String> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text.trim_end().to_owned()),
        Value::List(items) if !items.is_empty() => {
            let short = |item: &Node| item.as_str().filter(|text| !text.contains([';', '；', '\n'])).map(str::to_owned);
            items.iter().map(short).collect::<Option<Vec<String>>>().map(|items| items.join(SEPARATOR))
        }
        _ => None,
    }
}

/// The columns of records of a kind: those of their values, and those that a record may have at least.
pub fn of_kind(kind: Kind, languages: &Languages, trees: &[Node], messages: &Messages) -> Vec<Column> {
    let fields = record::ordered(kind);
    let tags: Vec<String> = languages.all().map(|lang| languages.tag(lang).to_string()).collect();
    let mut columns: BTreeMap<Vec<usize>, Column> = BTreeMap::new();
    let mut unknown: Vec<String> = Vec::new();
    let mut add = |trail: &str| {
        let (rank, column) = described(&fields, trail, &tags, messages, &mut unknown);
        columns.entry(rank).or_insert(column);
    };
    // When somebody looked is noted in the sheet, too.
    let is_wanted = |field: &&Field| field.is_fact || [Common::verified.key, Common::review_by.key].contains(&field.key);
    for field in fields.iter().filter(is_wanted) {
        match (field.shape)() {
            Shape::Text => tags.iter().for_each(|tag| add(&format!("{}.{tag}", field.key))),
            Shape::Scalar(_) | Shape::Word(_) | Shape::Choice(..) | Shape::Reference => add(field.key),
            Shape::Either("moment", _) => add(field.key),
            _ => {}
        }
    }
    for tree in trees {
        values(tree).iter().for_each(|(trail, ..)| add(trail));
    }
    columns.into_values().collect()
}

/// The place of a column among the others, and its words.
fn described(
    fields: &[Field],
    trail: &str,
    tags: &[String],
    messages: &Messages,
    unknown: &mut Vec<String>,
) -> (Vec<usize>, Column) {
    let (mut rank, mut labels, mut help) = (Vec::new(), Vec::new(), String::new());
    let mut here = Here::Fields(fields.to_vec());
    for step in trail.split('.') {
        let (place, next) = match step.parse::<usize>() {
            Ok(number) => {
                labels.push((number + 1).to_string());
                (number, here.item())
            }
            Err(_) => match here.field(step) {
                Some((place, field)) => {
                    labels.push(schema::label(messages, &field));
                    help = schema::help(messages, &field);
                    (place, Here::Shape((field.shape)()))
                }
                None => {
                    labels.push(step.to_owned());
                    let known = tags.iter().position(|tag| tag == step);
                    let place = known.unwrap_or_else(|| {
                        let at = unknown.iter().position(|other| other == step).unwrap_or_else(|| {
                            unknown.push(step.to_owned());
                            unknown.len() - 1
                        });
                        10_000 + at
                    });
                    (place, Here::Nowhere)
                }
            },
        };
        rank.push(place);
        here = next;
    }
    (rank, Column { trail: trail.to_owned(), label: labels.join(" "), help })
}

/// Where a way has led to.
enum Here {
    Fields(Vec<Field>),
    Shape(Shape),
    Nowhere,
}

impl Here {
    fn field(&self, key: &str) -> Option<(usize, Field)> {
        match self {
            Self::Fields(fields) => fields.iter().position(|field| field.key == key).map(|at| (at, fields[at])),
            Self::Shape(shape) => field_of(shape, key),
            Self::Nowhere => None,
        }
    }

    fn item(&self) -> Self {
        match self {
            Self::Shape(shape) => item_of(shape).map_or(Self::Nowhere, Self::Shape),
            _ => Self::Nowhere,
        }
    }
}

fn field_of(shape: &Shape, key: &str) -> Option<(usize, Field)> {
    let of_map = |fields: &[Field]| fields.iter().position(|field| field.key == key).map(|at| (at, fields[at]));
    match shape {
        Shape::Map(map) => of_map(map.fields),
        Shape::Fact(value, map) => field_of(value, key).or_else(|| of_map(map.fields).map(|(at, field)| (1_000 + at, field))),
        Shape::Open(items, map) => of_map(map.fields).or_else(|| field_of(items, key)),
        Shape::Either(_, shapes) => {
            shapes.iter().enumerate().find_map(|(place, shape)| field_of(shape, key).map(|(at, field)| (100 * place + at, field)))
        }
        _ => None,
    }
}

fn item_of(shape: &Shape) -> Option<Shape> {
    match shape {
        Shape::List(items) | Shape::Open(items, _) => Some((**items).clone()),
        Shape::Fact(value, _) => item_of(value),
        Shape::Either(_, shapes) => shapes.iter().find_map(item_of),
        _ => None,
    }
}

/// The keys of the map at the end of a way, in their order; none where that is no map of a description.
pub fn keys_at(kind: Kind, steps: &[&str]) -> Vec<&'static str> {
    let mut here = Here::Fields(record::ordered(kind));
    for step in steps {
        here = match step.parse::<usize>() {
            Ok(_) => here.item(),
            Err(_) => here.field(step).map_or(Here::Nowhere, |(_, field)| Here::Shape((field.shape)())),
        };
    }
    match here {
        Here::Fields(fields) => fields.iter().map(|field| field.key).collect(),
        Here::Shape(Shape::Map(map)) => map.fields.iter().map(|field| field.key).collect(),
        _ => Vec::new(),
    }
}

/// Can a way begin so, in records of that kind?
pub fn is_known(kind: Kind, trail: &str) -> bool {
    let first = trail.split('.').next().unwrap_or_default();
    record::order(kind).contains(&first)
}
