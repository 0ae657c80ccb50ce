//! All tests of the generator in one program, so that they are linked once: `cargo test --test suite serve::`.
//!
//! A new file gets its line here, or `architecture::no_file_of_tests_is_left_out` fails.

mod support;

mod architecture;
mod cases;
mod cli;
mod commonmark;
mod contradictions;
mod diff;
mod documentation;
mod drawings;
mod examination;
mod false_edits;
mod frozen;
mod fuzz;
mod guide;
mod html;
mod invariants;
mod languages;
mod ledger;
mod locales;
mod meaning;
mod mutations;
mod newcomer;
mod next_change;
mod office;
mod pairs;
mod prose;
mod publish;
mod readers;
mod relink;
mod reproducible;
mod rules;
mod search;
mod serve;
mod site;
mod sites;
mod slips;
mod templates;
mod theme;
mod translations;
mod year;
