//! The words of the tool: the same messages in every language, every rule explained, every file built in.

use std::collections::{BTreeMap, BTreeSet};

use annai::base::Language;
use annai::check::catalogue;
use annai::render::builtin_locales::LOCALES;
use annai::render::messages::Messages;
use annai::source::Sources;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Message ids (with attributes as `id.attribute`) and the variables that each uses.
fn messages_of(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let value = message.value.as_ref().map(|value| (message.id.name.to_owned(), value));
        let attributes = message.attributes.iter().map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value));
        for (id, pattern) in value.into_iter().chain(attributes) {
            let mut variables = BTreeSet::new();
            collect(pattern, &mut variables);
            assert!(messages.insert(id.clone(), variables).is_none(), "{id} stands twice");
        }
    }
    messages
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, [].as_slice()),
            Expression::Select { selector, variants } => (selector, variants.as_slice()),
        };
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
        variants.iter().for_each(|variant| collect(&variant.value, variables));
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let (first, others) = LOCALES.split_first().unwrap();
    for other in others {
        for b in other.files {
            let a = first.files.iter().find(|(name, _)| *name == b.0).unwrap();
            let (ours, theirs) = (messages_of(a.1), messages_of(b.1));
            let ids = |messages: &BTreeMap<String, BTreeSet<String>>| messages.keys().cloned().collect::<Vec<_>>();
            assert_eq!(ids(&ours), ids(&theirs), "{} in {} and {}", a.0, first.tag, other.tag);
            // Which numbers and plurals a length takes is a matter of grammar; the code shows a value that a message forgets.
            if a.0 != "formats.ftl" {
                assert_eq!(ours, theirs, "{} in {} and {}", a.0, first.tag, other.tag);
            }
        }
    }
}

#[test]
fn no_message_stands_in_two_files() {
    for locale in LOCALES {
        let mut seen = BTreeMap::new();
        for (file, text) in locale.files {
            for id in messages_of(text).into_keys() {
                let other = seen.insert(id.clone(), file);
                assert_eq!(other, None, "{id} stands in {file} too");
            }
        }
    }
}

#[test]
fn every_file_is_built_in() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
    let names = |path: &str| -> BTreeSet<String> {
        std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(names(root), LOCALES.iter().map(|locale| locale.tag.to_owned()).collect());
    for locale in LOCALES {
        // `facts.txt` is read by the checks, and built in by them.
        let is_compared = locale.is_for_editors() || locale.tag == "zh-Hans";
        let facts = is_compared.then(|| "facts.txt".to_owned());
        let built_in = locale.files.iter().map(|(name, _)| (*name).to_owned()).chain(facts).collect();
        assert_eq!(names(&format!("{root}/{}", locale.tag)), built_in, "{}", locale.tag);
    }
}

#[test]
fn every_rule_has_its_page_in_every_language_of_editors() {
    for locale in LOCALES.iter().filter(|locale| locale.is_for_editors()) {
        let language = Language::parse(locale.tag).unwrap();
        let sources = Sources::new(jiff::Timestamp::UNIX_EPOCH);
        let (messages, _) = Messages::build(&language, &[], &sources);
        let own: BTreeSet<String> = locale.files.iter().flat_map(|(_, text)| messages_of(text).into_keys()).collect();
        let pages: BTreeSet<String> = catalogue::codes().map(|code| format!("rule-{code}")).collect();
        for page in &pages {
            for part in ["", ".why", ".bad", ".good"] {
                assert!(own.contains(&format!("{page}{part}")), "{page}{part} in {}", locale.tag);
            }
        }
        for id in own.iter().filter(|id| id.starts_with("rule-") && !id.contains('.')) {
            assert!(pages.contains(id), "{id} explains no rule");
        }
        for code in catalogue::codes() {
            let page = catalogue::explain(code, |id| messages.text(id)).unwrap();
            assert!(!page.contains('⟨'), "{page}");
        }
    }
}
