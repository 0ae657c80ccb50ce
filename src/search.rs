//! Search: the linked site in, the files out that a reader's browser looks words up in. Pure, on all cores, the same to the byte.

pub mod answers;
pub mod columns;
pub mod documents;
pub mod files;
pub mod fold;
pub mod gather;
pub mod latin;
pub mod merge;
pub mod old_forms;
pub mod pack;
pub mod texts;
pub mod tokens;
