//! How a field is taken out of its map, by its type.

use super::{Described, Field, Fields, Read};

/// What a field can hold. `None` where the map is nothing without it and it is missing or broken.
#[diagnostic::on_unimplemented(
    message = "a field cannot hold a `{Self}`",
    note = "a field that may be missing is an `Option`; several things are a `Vec`, or a `List` where the source may leave it open",
    note = "what its map is nothing without is named in `indispensable!`"
)]
pub trait Take: Sized {
    /// The map is nothing without it.
    const IS_REQUIRED: bool = false;

    /// Takes the field.
    fn take(fields: &mut Fields<'_, '_, '_>, field: &Field) -> Option<Self>;
}

impl<T: Read> Take for Option<T> {
    fn take(fields: &mut Fields<'_, '_, '_>, field: &Field) -> Option<Self> {
        Some(fields.value(field))
    }
}

impl<T: Read + Described> Take for Vec<T> {
    fn take(fields: &mut Fields<'_, '_, '_>, field: &Field) -> Option<Self> {
        Some(fields.inside(field, |fields| fields.list(field.key)))
    }
}

impl Take for bool {
    fn take(fields: &mut Fields<'_, '_, '_>, field: &Field) -> Option<Self> {
        Some(fields.value(field).unwrap_or_default())
    }
}

/// Values that their map is nothing without.
macro_rules! indispensable {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::model::read::Take for $type {
            const IS_REQUIRED: bool = true;

            fn take(fields: &mut $crate::model::read::Fields<'_, '_, '_>, field: &$crate::model::read::Field) -> Option<Self> {
                fields.value(field)
            }
        }
    )*};
}

pub(crate) use indispensable;

indispensable!(Box<str>);
