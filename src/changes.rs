//! How a site changes: between two states of its folder, and by itself as time goes on.

pub mod diff;
pub mod inputs;
pub mod next;
pub mod published;
pub mod tree;
