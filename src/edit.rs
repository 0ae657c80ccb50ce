//! Changes to the files of a site as values: what a command would do, before anything is done.

pub mod changes;
pub mod columns;
pub mod difference;
pub mod export;
pub mod fresh;
pub mod import;
pub mod merge;
pub mod names;
pub mod next;
pub mod put;
pub mod record_file;
pub mod rename;
pub mod retire;
pub mod sheet;
pub mod splice;
pub mod translation;
pub mod workbook;
