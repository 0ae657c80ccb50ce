//! A record: one YAML file read into the struct of its kind.

use super::common::Common;
use super::coverage::Coverage;
use super::facts;
use super::node::Node;
use super::read::{Cx, EachCell, Field, Fields, HasData, HasFacts, Uses};
use super::reference::{Identity, Kind, kinds};
use super::text::{Phrase, Text};
use crate::base::Language;
use crate::base::order::Orders;

/// A record and what it mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its identity, from its path.
    pub identity: Identity,
    /// The fields that all kinds share.
    pub common: Common,
    /// The fields of its kind.
    pub body: Body,
    /// What it mentions.
    pub uses: Uses,
    /// All its values that are no text in a language, in one line each: by it a change of a fact is seen.
    pub facts: Box<str>,
    /// What its texts have in common.
    pub coverage: Coverage,
    /// Its keys in the lists of the languages that its name is in. Made here, since making them takes longer than linking.
    sort_keys: Box<[(Language, Box<[u8]>)]>,
}

macro_rules! bodies {
    ($($(#[$about:meta])* $kind:ident $name:literal $folder:literal $room:ident,)*) => {
        /// The fields of each kind.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Body {
            $($(#[$about])* $kind(Box<super::$room::$kind>),)*
        }

        impl Body {
            /// What has its facts.
            pub fn facts(&self) -> &dyn HasFacts {
                match self {
                    $(Self::$kind(body) => &**body,)*
                }
            }

            /// The cells of a kind in open data; those of no record tell the columns.
            pub fn each_cell<'a>(kind: Kind, body: Option<&'a Self>, each: EachCell<'_, 'a>) {
                match kind {
                    $(Kind::$kind => HasData::each_cell(
                        body.and_then(|body| if let Self::$kind(body) = body { Some(&**body) } else { None::<&super::$room::$kind> }),
                        each,
                    ),)*
                }
            }

            /// Reads the fields of a kind.
            fn from_fields(kind: Kind, fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
                Some(match kind {
                    $(Kind::$kind => Self::$kind(Box::new(super::$room::$kind::from_fields(fields)?)),)*
                })
            }
        }

        impl Kind {
            /// Its fields beside the common ones.
            pub fn fields(self) -> &'static [Field] {
                match self {
                    $(Self::$kind => super::$room::$kind::FIELDS,)*
                }
            }
        }
    };
}

kinds!(bodies);

impl Record {
    /// Reads a record's map.
    pub fn read(identity: Identity, node: &Node, cx: &mut Cx<'_>, orders: &mut Orders) -> Option<Self> {
        let kind = identity.kind;
        let mut fields = Fields::of_map(node, "value-record", Common::MAP, cx)?;
        let common = Common::from_fields(&mut fields);
        // The title of a page may stand in its prose.
        if kind != Kind::Page && !fields.is_written(Common::name.key) {
            fields.missing(Common::name.key);
        }
        let body = Body::from_fields(kind, &mut fields);
        fields.finish_in(|| order(kind));
        let (common, body) = (common?, body?);
        let uses = std::mem::take(&mut cx.uses);
        let facts = facts::lines(node, &uses, &cx.edits).into();
        let coverage = Coverage::of(&uses);
        let sort_keys = sort_keys(&common, orders);
        Some(Self { identity, common, body, uses, facts, coverage, sort_keys })
    }

    /// A page that has prose and no YAML file.
    pub fn page(identity: Identity) -> Self {
        Self {
            identity,
            common: Common::default(),
            body: Body::Page(Box::default()),
            uses: Uses::default(),
            facts: "".into(),
            coverage: Coverage::default(),
            sort_keys: Box::default(),
        }
    }

    /// Its key in the lists of a language, if its name is in it.
    pub fn sort_key(&self, language: &Language) -> Option<&[u8]> {
        self.sort_keys.iter().find(|(other, _)| other == language).map(|(_, key)| &**key)
    }
}

/// The keys of a kind in the order of its fields.
pub fn order(kind: Kind) -> Vec<&'static str> {
    ordered(kind).iter().map(|field| field.key).collect()
}

/// All fields of a kind in the order in which `annai fmt` puts them: around its own stand those that all kinds share.
pub fn ordered(kind: Kind) -> Vec<Field> {
    let (first, last): (Vec<Field>, Vec<Field>) = Common::FIELDS.iter().partition(|field| field.leads);
    first.into_iter().chain(kind.fields().iter().copied()).chain(last).collect()
}

fn sort_keys(common: &Common, orders: &mut Orders) -> Box<[(Language, Box<[u8]>)]> {
    let phrases = common.name.as_ref().map_or(&[][..], Text::phrases);
    let key = |phrase: &Phrase| {
        let order = orders.of(&phrase.language);
        (phrase.language.clone(), order.key(order.text(&phrase.source, common.reading.as_deref())).into())
    };
    phrases.iter().map(key).collect()
}
