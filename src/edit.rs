//! Changes to the files of a site as values: what a command would do, before anything is done.

pub mod changes;
pub mod difference;
pub mod fresh;
pub mod merge;
pub mod names;
pub mod next;
pub mod record_file;
pub mod rename;
pub mod splice;
