//! What a field says of itself, in its one line in the struct of its kind; all that reads, orders, names or explains fields asks here.

use crate::model::reference::{Kind, KindSet, Relation};

/// A field as it is written, and what is known of it beside its value.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// It must be written.
    pub is_required: bool,
    /// The kinds that its references may name.
    pub to: KindSet,
    /// What the record that is named is to the one that names it.
    pub relation: Relation,
    /// It says something of the world: no change of it goes unseen.
    pub is_fact: bool,
    /// Of the fields that all kinds share: it stands before those of the kind, not after them.
    pub leads: bool,
}

impl Field {
    /// A field under its name.
    pub const fn new(key: &'static str, is_required: bool) -> Self {
        Self { key, is_required, to: KindSet::ALL, relation: Relation::Other, is_fact: true, leads: false }
    }

    /// Its key, where that is a word of Rust.
    pub const fn key(self, key: &'static str) -> Self {
        Self { key, ..self }
    }

    /// It must be written.
    pub const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// The kinds that its references may name.
    pub const fn to(self, kinds: &[Kind]) -> Self {
        Self { to: KindSet::of(kinds), ..self }
    }

    /// What the record that is named is to the one that names it.
    pub const fn as_(self, relation: Relation) -> Self {
        Self { relation, ..self }
    }

    /// It says nothing of the world: when somebody looked, what is accepted, where pages were.
    pub const fn not_fact(self) -> Self {
        Self { is_fact: false, ..self }
    }

    /// It stands before the fields of the kind.
    pub const fn leads(self) -> Self {
        Self { leads: true, ..self }
    }
}

/// Describes the fields of a kind or of a map once: its struct, its `FIELDS` in their order, a constant of each under its name, and how
/// they are read. After the name of the struct may stand
///
/// - `map` or `map("value-stage")`: it is read from a map alone, and what else stands there is reported as not being that message;
/// - `span`: it keeps where it stands;
/// - `then(check)`: a method that looks at what was read, where one field depends on another.
///
/// After a field's type stands what [`Field`] is told of it. rustfmt leaves these lines alone; `tests/architecture.rs` holds
/// their form.
macro_rules! fields {
    ($(#[$about:meta])* $name:ident $(, then($check:ident))? { $($fields:tt)* }) => {
        $crate::model::read::fields! { @struct [$(#[$about])*] $name [] [$($check)?] { $($fields)* } }
    };
    ($(#[$about:meta])* $name:ident, span $(, then($check:ident))? { $($fields:tt)* }) => {
        $crate::model::read::fields! { @struct [$(#[$about])*] $name [span] [$($check)?] { $($fields)* } }
    };
    ($(#[$about:meta])* $name:ident, map $(($expected:literal))? $(, then($check:ident))? { $($fields:tt)* }) => {
        $crate::model::read::fields! { @struct [$(#[$about])*] $name [] [$($check)?] { $($fields)* } }
        $crate::model::read::fields! { @read $name $($expected)? }
    };
    ($(#[$about:meta])* $name:ident, map $(($expected:literal))?, span $(, then($check:ident))? { $($fields:tt)* }) => {
        $crate::model::read::fields! { @struct [$(#[$about])*] $name [span] [$($check)?] { $($fields)* } }
        $crate::model::read::fields! { @read $name $($expected)? }
    };
    (@struct [$($about:tt)*] $name:ident [$($span:ident)?] [$($check:ident)?] {
        $($(#[$says:meta])* $field:ident: $type:ty $(= $($told:ident $(($($with:tt)*))?)+)?,)*
    }) => {
        $($about)*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $($(#[$says])* pub $field: $type,)*
            $(
                /// Where it stands.
                pub $span: $crate::base::Span,
            )?
        }

        #[allow(non_upper_case_globals, reason = "a field's constant has the field's name")]
        impl $name {
            $($(#[$says])*
            pub const $field: $crate::model::read::Field =
                $crate::model::read::Field::new(stringify!($field), <$type as $crate::model::read::Take>::IS_REQUIRED)
                $($(.$told($($($with)*)?))+)?;)*

            /// Its fields, in their order.
            pub const FIELDS: &'static [$crate::model::read::Field] = &[$(Self::$field),*];

            /// Reads its fields; nothing where one is missing that it is nothing without.
            pub fn from_fields(fields: &mut $crate::model::read::Fields<'_, '_, '_>) -> Option<Self> {
                $(let $field = <$type as $crate::model::read::Take>::take(fields, &Self::$field);)*
                $(let $span = fields.span();)?
                let value = Self { $($field: $field?,)* $($span)? };
                $(value.$check(fields);)?
                Some(value)
            }
        }
    };
    (@read $name:ident) => { $crate::model::read::fields! { @read $name "value-map" } };
    (@read $name:ident $expected:literal) => {
        impl $crate::model::read::Read for $name {
            fn read(node: &$crate::model::node::Node, cx: &mut $crate::model::read::Cx<'_>) -> Option<Self> {
                let mut fields = $crate::model::read::Fields::of(node, $expected, cx)?;
                let value = Self::from_fields(&mut fields);
                fields.finish();
                value
            }
        }
    };
}

pub(crate) use fields;
