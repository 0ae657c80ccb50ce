//! The rules: what each finds and why, for `annai explain`.

pub mod catalogue;
