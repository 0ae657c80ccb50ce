//! The words of fields, and of what may stand in them.

use crate::base::Arg;
use crate::model::read::{Field, Shape};
use crate::model::reference::KindSet;
use crate::render::messages::Messages;

/// What a field is called.
pub fn label(messages: &Messages, field: &Field) -> String {
    messages.text(&id(messages, field, ""))
}

/// What stands in it.
pub fn help(messages: &Messages, field: &Field) -> String {
    messages.text(&id(messages, field, ".help"))
}

/// The message of a field: that of where it stands, else that of its name.
fn id(messages: &Messages, field: &Field, attribute: &str) -> String {
    let own = format!("field-{}-{}{attribute}", field.of.to_ascii_lowercase(), field.name);
    if messages.has(&own) { own } else { format!("field-{}{attribute}", field.name) }
}

/// What may stand in a place.
pub fn shape(messages: &Messages, of: &Shape, to: KindSet) -> String {
    let with = |id: &str, name: &str, value: String| messages.format(id, &[(name, Arg::Text(value))]);
    let inner = |of: &Shape| shape(messages, of, to);
    match of {
        Shape::Text => messages.text("value-text"),
        Shape::Scalar(scalar) => messages.text(&format!("value-{}", scalar.name)),
        Shape::Word(vocabulary) => with("value-words-of", "vocabulary", vocabulary.name().to_owned()),
        Shape::Choice([(word, _)], _) => format!("`{word}`"),
        Shape::Choice(choices, _) => {
            let words: Vec<String> = choices.iter().map(|(word, _)| format!("`{word}`")).collect();
            with("value-one-of", "words", words.join(&messages.text("choice-separator")))
        }
        Shape::Reference if to == KindSet::ALL => messages.text("value-reference"),
        Shape::Reference => with("value-reference-to", "kinds", to.names()),
        Shape::Map(map) => {
            let name = format!("value-{}", map.name.to_ascii_lowercase());
            if messages.has(&name) { messages.text(&name) } else { keys(map.fields) }
        }
        Shape::List(items) => with("value-list-of", "of", inner(items)),
        Shape::Open(items, _) => with("value-open-list-of", "of", inner(items)),
        Shape::Fact(value, _) => with("value-fact-of", "of", inner(value)),
        Shape::Either("comparison", shapes) => with("value-comparison", "of", shapes.first().map(inner).unwrap_or_default()),
        Shape::Either("successor", shapes) => {
            let [one, other] = [0, 1].map(|at| Arg::Text(shapes.get(at).map(inner).unwrap_or_default()));
            messages.format("value-either", &[("one", one), ("other", other)])
        }
        Shape::Either(name, _) => messages.text(&format!("value-{name}")),
        Shape::Anything => messages.text("value-anything"),
    }
}

/// The keys of a map: `{name, amount}`.
fn keys(fields: &[Field]) -> String {
    let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
    format!("`{{{}}}`", keys.join(", "))
}
