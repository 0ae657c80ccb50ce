//! Facts that prose can name: which they are is told beside their fields.

use std::any::Any;

use super::Field;

/// Hands on a fact: its field and its value.
pub type EachFact<'e, 'a> = &'e mut dyn FnMut(&'static Field, &'a dyn Any);

/// What has fields that prose can name.
pub trait HasFacts {
    /// Hands on those that are written.
    fn each_fact<'a>(&'a self, each: EachFact<'_, 'a>);
}

/// What prose can name. A word is handed on as the word, an absence as the absence: what shows them tells them apart by their type.
#[diagnostic::on_unimplemented(
    message = "prose cannot name a `{Self}`",
    note = "what shows it, and `nameable!`, have to know it"
)]
pub trait Nameable {
    /// What is shown, if it is written.
    fn fact(&self) -> Option<&dyn Any>;
}

impl<T: Nameable> Nameable for Option<T> {
    fn fact(&self) -> Option<&dyn Any> {
        self.as_ref()?.fact()
    }
}

impl<T: Nameable> Nameable for Box<T> {
    fn fact(&self) -> Option<&dyn Any> {
        (**self).fact()
    }
}

/// Values that prose can name as they are.
macro_rules! nameable {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::model::read::Nameable for $type {
            fn fact(&self) -> Option<&dyn std::any::Any> {
                Some(self)
            }
        }
    )*};
}

pub(crate) use nameable;

/// Hands on the fact of a field, if that is what is told of it.
macro_rules! fact {
    (named $value:expr, $field:expr, $each:ident) => {
        if let Some(fact) = $crate::model::read::Nameable::fact($value) {
            $each($field, fact);
        }
    };
    ($other:ident $value:expr, $field:expr, $each:ident) => {};
}

pub(crate) use fact;
