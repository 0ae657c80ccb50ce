//! Fields, described once: the struct, what is known of each field, and how they are read.

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
                $crate::model::read::Field::new(
                    stringify!($name),
                    stringify!($field),
                    <$type as $crate::model::read::Described>::shape,
                    <$type as $crate::model::read::Take>::IS_REQUIRED,
                )$($(.$told($($($with)*)?))+)?;)*

            /// Its fields, in their order.
            pub const FIELDS: &'static [$crate::model::read::Field] = &[$(Self::$field),*];

            /// The map in which they are written.
            pub const MAP: &'static $crate::model::read::Map =
                &$crate::model::read::Map { name: stringify!($name), fields: Self::FIELDS };

            /// Reads its fields; nothing where one is missing that it is nothing without.
            pub fn from_fields(fields: &mut $crate::model::read::Fields<'_, '_, '_>) -> Option<Self> {
                $(let $field = <$type as $crate::model::read::Take>::take(fields, &Self::$field);)*
                $(let $span = fields.span();)?
                let value = Self { $($field: $field?,)* $($span)? };
                $(value.$check(fields);)?
                Some(value)
            }
        }

        impl $crate::model::read::HasData for $name {
            #[allow(unused_variables, reason = "most have none that are published")]
            fn each_cell<'a>(it: Option<&'a Self>, each: $crate::model::read::EachCell<'_, 'a>) {
                $($($($crate::model::read::cells! { $told $type, it.map(|it| &it.$field), &Self::$field, each })+)?)*
            }
        }

        impl $crate::model::read::HasFacts for $name {
            #[allow(unused_variables, reason = "most have none that prose can name")]
            fn each_fact<'a>(&'a self, each: $crate::model::read::EachFact<'_, 'a>) {
                $($($($crate::model::read::fact! { $told &self.$field, &Self::$field, each })+)?)*
            }
        }
    };
    (@read $name:ident) => { $crate::model::read::fields! { @read $name "value-map" } };
    (@read $name:ident $expected:literal) => {
        impl $crate::model::read::Described for $name {
            fn shape() -> $crate::model::read::Shape {
                $crate::model::read::Shape::Map(Self::MAP)
            }
        }

        impl $crate::model::read::Read for $name {
            fn read(node: &$crate::model::node::Node, cx: &mut $crate::model::read::Cx<'_>) -> Option<Self> {
                let mut fields = $crate::model::read::Fields::of_map(node, $expected, Self::MAP, cx)?;
                let value = Self::from_fields(&mut fields);
                fields.finish();
                value
            }
        }
    };
}

pub(crate) use fields;
