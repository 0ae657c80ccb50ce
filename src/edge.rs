//! The only rooms that touch the world: read, watch, publish, serve, create, report, stop, threads, the terminal and the clock.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "the edge is where the world is touched")]

pub mod apply;
pub mod clock;
pub mod create;
pub mod http;
pub mod network;
pub mod publish;
pub mod read;
pub mod report;
pub mod serve;
pub mod stop;
pub mod terminal;
pub mod threads;
pub mod watch;
