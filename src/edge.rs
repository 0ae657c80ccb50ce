//! The only rooms that touch the world: read, publish, create, report, the terminal and the clock.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "the edge is where the world is touched")]

pub mod clock;
pub mod create;
pub mod publish;
pub mod read;
pub mod report;
pub mod terminal;
