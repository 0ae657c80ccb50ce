//! How readers search the site, and how much pages of a kind weigh.

use crate::model::node::Node;
use crate::model::read::{Cx, Described, Field, Fields, Map, Read, Shape, fields, scalars};
use crate::model::reference::{Kind, kinds};
use crate::model::spelling::fold;

/// How readers search the site.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// They can.
    pub is_on: bool,
    /// How much pages of a kind weigh, where that is not as usual: 1 is what a page of prose weighs.
    pub weights: Vec<(Kind, f64)>,
}

impl Default for Search {
    fn default() -> Self {
        Self { is_on: true, weights: Vec::new() }
    }
}

impl Described for Search {
    fn shape() -> Shape {
        Shape::Either("search", vec![bool::shape(), Shape::Map(Searched::MAP)])
    }
}

impl Read for Search {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_some() {
            return Some(Self { is_on: bool::read(node, cx)?, weights: Vec::new() });
        }
        let mut fields = Fields::of(node, "value-search", cx)?;
        let searched = Searched::from_fields(&mut fields);
        fields.finish();
        Some(Self { is_on: true, weights: searched?.weights.unwrap_or_default().0 })
    }
}

fields! {
    /// How the site is searched, where that is not as usual.
    Searched {
        /// How much pages of a kind weigh.
        weights: Option<Weights>,
    }
}

/// Weights of kinds, by the names that references have for them: `program: 2`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weights(Vec<(Kind, f64)>);

macro_rules! weights {
    ($($(#[$about:meta])* $kind:ident $name:literal $folder:literal $room:ident,)*) => {
        impl Weights {
            /// The map in which they are written.
            pub const MAP: &'static Map =
                &Map { name: "Weights", fields: &[$(Field::new("Weights", "kind", Weight::shape, false).key($name)),*] };
        }
    };
}

kinds!(weights);

impl Described for Weights {
    fn shape() -> Shape {
        Shape::Map(Self::MAP)
    }
}

impl Read for Weights {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let weights =
            Kind::ALL.into_iter().filter_map(|kind| Some((kind, fields.optional::<Weight>(kind.as_str())?.0))).collect();
        fields.finish();
        Some(Self(weights))
    }
}

/// From 0 to 10.
struct Weight(f64);

impl Read for Weight {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let weight = node.as_str().map(fold).and_then(|text| text.parse().ok()).filter(|weight| (0.0..=10.0).contains(weight));
        if weight.is_none() {
            cx.bad_value("bad-number", "bad-weight-help", node);
        }
        weight.map(Self)
    }
}

scalars! {
    Weight: "weight" NUMBER "^[0-9０-９.．]+$", ["2", "0.5", "２"], ["-1", "much"];
}
