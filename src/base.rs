//! What every floor speaks of: places in files, findings, languages and their orders, fingerprints.

pub mod diagnostic;
pub mod fingerprint;
pub mod language;
pub mod nearest;
pub mod order;
pub mod percent;
pub mod span;

pub use diagnostic::{Arg, Choice, Diagnostic, Severity};
pub use language::Language;
pub use span::{Place, Span};
