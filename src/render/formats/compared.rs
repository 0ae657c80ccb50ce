//! The words of bounds: at least, more than, at most, less than, about, from … to.

use super::template::Template;
use crate::model::quantity::Comparison;
use crate::render::messages::Messages;

/// The words for one sort of value: the same bound is worded otherwise for a time than for a number.
#[derive(Debug)]
pub(super) struct Compared {
    at_least: Template,
    more_than: Template,
    at_most: Template,
    less_than: Template,
    about: Template,
    range: Template,
}

impl Compared {
    /// The messages `<sort>_at_least` and so on.
    pub fn load(messages: &Messages, sort: &str) -> Self {
        let one = |bound: &str| Template::load(messages, &format!("{sort}_{bound}"), &["value"]);
        Self {
            at_least: one("at_least"),
            more_than: one("more_than"),
            at_most: one("at_most"),
            less_than: one("less_than"),
            about: one("about"),
            range: Template::load(messages, &format!("{sort}_range"), &["from", "to"]),
        }
    }

    /// The comparison in words, its values shown by `show`.
    pub fn text<T>(&self, comparison: &Comparison<T>, show: impl Fn(&T) -> String) -> String {
        match comparison {
            Comparison::Is(value) => show(value),
            Comparison::AtLeast(value) => self.at_least.fill(&[&show(value)]),
            Comparison::MoreThan(value) => self.more_than.fill(&[&show(value)]),
            Comparison::AtMost(value) => self.at_most.fill(&[&show(value)]),
            Comparison::LessThan(value) => self.less_than.fill(&[&show(value)]),
            Comparison::About(value) => self.about(&show(value)),
            Comparison::Range(from, to) => self.range.fill(&[&show(from), &show(to)]),
        }
    }

    /// About a value that is already text.
    pub fn about(&self, value: &str) -> String {
        self.about.fill(&[value])
    }
}
