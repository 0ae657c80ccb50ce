//! Lines of a site's `facts.txt` without a meaning: a class that does not exist, a value that the class does not have.

use std::sync::Arc;

use super::{Group, says};
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Place, Span};
use crate::source::Sources;

/// All classes, those of groups and those of facts.
const CLASSES: &[&str] = &[
    "alike",
    "any bound",
    "article",
    "bound after",
    "bound before",
    "clock",
    "counter",
    "currency",
    "day sign",
    "decade",
    "edge",
    "era",
    "every second",
    "fiscal",
    "fraction",
    "fraction of",
    "given back",
    "half",
    "half of day",
    "half past",
    "half-day",
    "hour sign",
    "joins",
    "listed",
    "minute sign",
    "month",
    "month sign",
    "need",
    "negation",
    "neighbour",
    "nothing",
    "number",
    "only",
    "out of",
    "part",
    "people",
    "per",
    "percent",
    "permission",
    "possibility",
    "preposition",
    "quantifier",
    "recruits",
    "scale",
    "side",
    "tax",
    "thing",
    "time",
    "tongue",
    "topic",
    "unit",
    "weekday",
    "year sign",
];

/// A finding for each such line.
pub fn slips(sources: &Sources) -> Vec<Diagnostic> {
    let files = sources.below("locales/").filter(|(path, _)| path.ends_with("/facts.txt"));
    files.filter_map(|(path, file)| Some(of_file(path, file.as_text()?))).flatten().collect()
}

fn of_file(path: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let (mut class, mut at) = (None, 0);
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let finding = |found: &str, message, help| {
            let place = Place::new(path, Span::new(start, start + line.len()));
            let finding = Diagnostic::error("bad-message", place).says(message).help(help).arg("found", found);
            let near = nearest(found, CLASSES.iter().copied()).unwrap_or("none");
            finding.arg("nearest", near).arg("known", CLASSES.join(", "))
        };
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            class = CLASSES.iter().find(|known| **known == name);
            if class.is_none() {
                findings.push(finding(name, "bad-facts-class", "bad-facts-class-help"));
            }
            continue;
        }
        // What stands below a class that there is not is told with the class.
        let Some(class) = class else { continue };
        let value = line.split_once(" = ").map_or("", |(value, _)| value.trim_start_matches('~').trim());
        if Group::named(class).is_none() && says(class, value, false).is_none() {
            findings.push(finding(value, "bad-facts-value", "bad-facts-value-help").arg("class", *class));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let path: Arc<str> = "locales/es/facts.txt".into();
        of_file(&path, text).iter().map(|finding| (finding.message, finding.place.span.of(text).to_owned())).collect()
    }

    #[test]
    fn lines_that_say_nothing_are_told_where_they_stand() {
        for text in [
            include_str!("../../../../locales/en/facts.txt"),
            include_str!("../../../../locales/ja/facts.txt"),
            include_str!("../../../../locales/zh-Hans/facts.txt"),
        ] {
            assert_eq!(found(text), []);
        }
        let text = "# words\n[foo]\na = b\n[number]\n3 = tres\n  tres = 3\n[weekday]\nmonday = lunes\n";
        assert_eq!(found(text), [("bad-facts-class", "[foo]".to_owned()), ("bad-facts-value", "tres = 3".to_owned())]);
    }

    #[test]
    fn every_class_is_one_that_is_read() {
        for class in CLASSES.iter().copied() {
            let values = ["1", "year", "at-least", ""];
            assert!(Group::named(class).is_some() || values.iter().any(|value| says(class, value, false).is_some()), "{class}");
        }
    }
}
