//! One page in, one HTML file out: theme (tera), messages (fluent), formats (ICU), view.

pub mod builtin_locales;
pub mod builtin_theme;
pub mod draw;
pub mod formats;
pub mod furigana;
pub mod glossary;
pub mod kit;
pub mod locale_file;
pub mod locale_words;
pub mod made;
pub mod messages;
pub mod pen;
pub mod pieces;
pub mod recurrences;
pub mod renderer;
pub mod theme;
pub mod untranslated;
pub mod view;
pub mod word_slips;
