//! Annai turns typed records and prose in several languages into one cross-linked static guide site.
//!
//! The floors, from the lowest to the highest; each imports only from floors below it (see ARCHITECTURE.md): [`base`],
//! [`markup`], [`source`], [`model`], [`site`], [`check`], [`render`], [`outputs`], [`search`], [`changes`], [`compile`],
//! [`edit`], [`edge`], [`cli`].

// The bans of clippy.toml; `edge` alone is let off.
#![deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types)]
// No input can make the library panic.
#![deny(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

pub mod base;
pub mod changes;
pub mod check;
pub mod cli;
pub mod compile;
pub mod edge;
pub mod edit;
pub mod markup;
pub mod model;
pub mod outputs;
pub mod render;
pub mod search;
pub mod site;
pub mod source;
