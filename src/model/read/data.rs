//! Open data: beside a field stands that it is published, and its columns follow from its type.

use std::any::Any;
use std::borrow::Cow;

use super::Field;
use crate::base::Language;
use crate::model::reference::Reference;
use crate::model::text::Text;

/// What stands in a cell; where nothing does, what would.
#[derive(Debug, Clone)]
pub enum Datum<'a> {
    /// A record.
    Record(Option<&'a Reference>),
    /// Several.
    Records(Option<&'a [Reference]>),
    /// A word of a list, an ISO 8601 length.
    Code(Option<Cow<'a, str>>),
    /// Several of these.
    Codes(Option<Vec<Cow<'a, str>>>),
    /// A text: a column for each language.
    Text(Option<&'a Text>),
    /// A whole number.
    Number(Option<u64>),
    /// A number with decimals, as it is written.
    Amount(Option<String>),
    /// Yes or no.
    Flag(Option<bool>),
    /// A moment: in whose zone it is told, its table knows.
    Moment(Option<&'a dyn Any>),
}

/// Takes a cell: what its column's name has behind that of the field, and what stands there.
pub type EachDatum<'e, 'a> = &'e mut dyn FnMut(&'static str, Datum<'a>);

/// Takes a cell of a field.
pub type EachCell<'e, 'a> = &'e mut dyn FnMut(&'static Field, &'static str, Datum<'a>);

/// What has fields that are published.
pub trait HasData {
    /// Hands on their cells, always as many and in one order: those of nothing tell the columns.
    fn each_cell<'a>(it: Option<&'a Self>, each: EachCell<'_, 'a>);
}

/// A value that can be published.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` has no columns in open data",
    note = "it needs `Data`; of a list, what is in it `Coded`"
)]
pub trait Data {
    /// Hands on its cells, always as many and in one order.
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>);
}

/// A value of which several stand in one cell.
pub trait Coded {
    /// Its code.
    fn code(&self) -> Cow<'_, str>;
}

impl Coded for Language {
    fn code(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
}

impl<T: Data> Data for Option<T> {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        T::data(it.and_then(Self::as_ref), each);
    }
}

impl<T: Data> Data for Box<T> {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        T::data(it.map(|it| &**it), each);
    }
}

/// Values that stand in one cell.
macro_rules! one_cell {
    ($($type:ty: $form:ident = |$it:ident| $value:expr;)*) => {$(
        impl $crate::model::read::Data for $type {
            fn data<'a>(it: Option<&'a Self>, each: $crate::model::read::EachDatum<'_, 'a>) {
                each("", $crate::model::read::Datum::$form(it.map(|$it| $value)));
            }
        }
    )*};
}

pub(crate) use one_cell;

one_cell! {
    Reference: Record = |it| it;
    Vec<Reference>: Records = |it| it.as_slice();
    Text: Text = |it| it;
    bool: Flag = |it| *it;
}

/// Hands on the cells of a field, if it is told that it is published.
macro_rules! cells {
    (data $type:ty, $value:expr, $field:expr, $each:ident) => {
        <$type as $crate::model::read::Data>::data($value, &mut |suffix, datum| $each($field, suffix, datum));
    };
    (column $($of:tt)*) => { $crate::model::read::cells! { data $($of)* } };
    ($other:ident $type:ty, $value:expr, $field:expr, $each:ident) => {};
}

pub(crate) use cells;
