//! The only rooms that touch the world: read, publish, create, report, the terminal and the clock.

pub mod clock;
pub mod create;
pub mod publish;
pub mod read;
pub mod report;
pub mod terminal;
