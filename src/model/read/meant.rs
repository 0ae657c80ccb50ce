//! A value with a shape that its field does not take: what somebody most likely meant by it, and the line that says so.

use super::{Cx, Map, Shape};
use crate::base::{Arg, Diagnostic, Span};
use crate::model::node::{Entry, Node, Value};
use crate::model::prose::is_unspaced;
use crate::model::reference::Kind;
use crate::model::scalar::scalar;
use crate::model::spelling::unquoted;

/// Most characters of a value that a help repeats.
const EXAMPLE: usize = 60;

/// That `expected` (a message id) should stand at `node`, and the line with what is written put into that shape.
pub fn wrong_shape(node: &Node, expected: &'static str, shape: &Shape, cx: &Cx<'_>) -> Diagnostic {
    let span = match node.value {
        // A whole block would underline half the file.
        Value::List(_) | Value::Map(_) => first_line(node.span, cx.source),
        _ => node.span,
    };
    let finding = Diagnostic::error("wrong-shape", cx.place(span))
        .arg("field", cx.field)
        .arg("expected", Arg::Message(expected))
        .arg("found", Arg::Message(node.found()));
    let label = Label::of(node.span, cx);
    match meant(node, shape, cx.source) {
        Some(Meant::Value(help, value)) => finding.help(help).arg("line", label.before(&value)),
        Some(Meant::Dash(line)) => finding.help("wrong-shape-dash").arg("line", line),
        Some(Meant::NoDash(line)) => finding.help("wrong-shape-no-dash").arg("line", line),
        None => finding.help("wrong-shape-help"),
    }
}

/// What was meant.
enum Meant {
    /// A value on one line, and the message that shows it.
    Value(&'static str, String),
    /// The block begins with `- `: its first line.
    Dash(String),
    /// The block begins without `- `: its first line.
    NoDash(String),
}

fn meant(node: &Node, shape: &Shape, source: &str) -> Option<Meant> {
    let value = |help, value| Some(Meant::Value(help, value));
    match (shape, &node.value) {
        (Shape::Fact(inner, _), _) => meant(node, inner, source),
        (Shape::List(item) | Shape::Open(item, _), Value::Scalar { text, .. }) => {
            let items: Vec<String> = parts(text).into_iter().filter_map(|part| one(item, part)).collect();
            if items.is_empty() { None } else { value("wrong-shape-list", format!("[{}]", items.join(", "))) }
        }
        (Shape::List(_) | Shape::Open(..), Value::Map(entries)) => match flow(node, source) {
            Some(flow) => value("wrong-shape-list", format!("[{flow}]")),
            None => (!entries.is_empty()).then(|| Meant::Dash(format!("- {}", first_line(node.span, source).of(source)))),
        },
        (Shape::Text | Shape::Map(_), Value::Scalar { text, .. }) => {
            let help = if matches!(shape, Shape::Text) { "wrong-shape-text" } else { "wrong-shape-line" };
            value(help, one(shape, text)?)
        }
        (Shape::Text, Value::List(items)) => match joined(items) {
            Some(map) => value("wrong-shape-line", map),
            None => {
                let words: Vec<&str> = items.iter().map(Node::as_str).collect::<Option<_>>()?;
                let sign = if words.iter().any(|words| is_japanese(words)) { "、" } else { ", " };
                value("wrong-shape-text", one(shape, &words.join(sign))?)
            }
        },
        (Shape::Map(_), Value::List(items)) => match (&items[..], joined(items)) {
            ([only], _) => match flow(only, source) {
                Some(flow) => value("wrong-shape-line", flow.to_owned()),
                None => only.as_map().map(|_| Meant::NoDash(first_line(only.span, source).of(source).to_owned())),
            },
            (_, joined) => value("wrong-shape-line", joined?),
        },
        (_, Value::List(items)) => {
            let help = if items.len() == 1 { "wrong-shape-line" } else { "wrong-shape-one" };
            value(help, scalar(&short(items.first()?.as_str()?), true))
        }
        (_, Value::Map(entries)) => {
            let first = entries.first()?;
            let text = first.node.as_str()?;
            let is_kind = matches!(shape, Shape::Reference) && Kind::from_name(&first.key).is_some() && !text.contains('/');
            let text = if is_kind { format!("{}/{text}", first.key) } else { text.to_owned() };
            value("wrong-shape-line", scalar(&short(&text), true))
        }
        _ => None,
    }
}

/// A text put into a shape.
fn one(shape: &Shape, text: &str) -> Option<String> {
    let text = unquoted(text.trim());
    let plain = || scalar(&short(text), true);
    match shape {
        Shape::Text => Some(format!("{{{}: {}}}", if is_japanese(text) { "ja" } else { "en" }, plain())),
        Shape::Map(map) => in_map(map, text),
        Shape::Fact(inner, _) => one(inner, text),
        Shape::Either(_, shapes) => one(shapes.iter().find(|shape| !matches!(shape, Shape::Map(_))).or(shapes.first())?, text),
        Shape::List(_) | Shape::Open(..) => None,
        _ => Some(plain()),
    }
}

/// A text as the field that it most likely is of.
fn in_map(map: &Map, text: &str) -> Option<String> {
    let field = |key: &str| map.fields.iter().find(|field| field.key == key);
    let is_number = text.starts_with(|c: char| c.is_numeric() || "+＋(（".contains(c));
    let by_its_form = [("email", text.contains(['@', '＠'])), ("phone", is_number), ("address", text.starts_with("http"))];
    let by_its_form = by_its_form.into_iter().filter(|(_, is)| *is).find_map(|(key, _)| field(key));
    let field = by_its_form
        .or_else(|| map.fields.iter().find(|field| field.is_required))
        .or_else(|| ["name", "text"].into_iter().find_map(field))
        .or(map.fields.first())?;
    Some(format!("{{{}: {}}}", field.key, one(&(field.shape)(), text)?))
}

/// What is listed in a text.
fn parts(text: &str) -> Vec<&str> {
    let is_sentence = text.contains(['。', '{', '[']) || text.contains(". ");
    let signs = ['、', '，', ',', '\n', ';', '；'];
    let parts = text.split(|c| !is_sentence && signs.contains(&c));
    parts.map(|part| part.trim().trim_start_matches(['・', '•', '-', ' '])).filter(|part| !part.is_empty()).collect()
}

/// Items of one field each as one map: `- ja: …` above `- en: …`.
fn joined(items: &[Node]) -> Option<String> {
    let entries: Vec<&Entry> =
        items.iter().map(|item| item.as_map().filter(|map| map.len() == 1)?.first()).collect::<Option<_>>()?;
    let is_twice = |at: usize, entry: &&Entry| entries.iter().take(at).any(|earlier| earlier.key == entry.key);
    if entries.is_empty() || entries.iter().enumerate().any(|(at, entry)| is_twice(at, entry)) {
        return None;
    }
    let fields: Vec<String> = entries
        .iter()
        .map(|entry| Some(format!("{}: {}", entry.key, scalar(&short(entry.node.as_str()?), true))))
        .collect::<Option<_>>()?;
    Some(format!("{{{}}}", fields.join(", ")))
}

/// A map that is written between `{` and `}` on one line, as it is.
fn flow<'s>(node: &Node, source: &'s str) -> Option<&'s str> {
    let written = node.span.of(source);
    (written.starts_with('{') && !written.contains('\n') && written.chars().count() <= 2 * EXAMPLE).then_some(written)
}

/// A text that is not too long to be repeated, on one line.
fn short(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(EXAMPLE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

fn is_japanese(text: &str) -> bool {
    text.chars().any(is_unspaced)
}

/// What stands before a value on its line.
enum Label<'a> {
    /// The name of the field.
    Key(&'a str),
    /// The value is an item of a list.
    Dash,
    /// Nothing that is to be repeated.
    Nothing,
}

impl<'a> Label<'a> {
    fn of(span: Span, cx: &Cx<'a>) -> Self {
        let before = cx.source.get(..span.start as usize).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default().trim_end();
        match line.strip_suffix(':') {
            Some(name) => {
                let start = name.trim_end_matches(|c: char| c.is_alphanumeric() || "_-".contains(c)).len();
                Self::Key(name.get(start..).unwrap_or_default())
            }
            None if line.trim_start().is_empty() && !cx.field.is_empty() => Self::Key(cx.field),
            None if line.ends_with('-') => Self::Dash,
            None => Self::Nothing,
        }
    }

    fn before(&self, value: &str) -> String {
        match self {
            Self::Key(name) => format!("{name}: {value}"),
            Self::Dash => format!("- {value}"),
            Self::Nothing => value.to_owned(),
        }
    }
}

/// The part of a span up to the end of its first line.
pub fn first_line(span: Span, source: &str) -> Span {
    let text = span.of(source);
    let end = text.find('\n').unwrap_or(text.len());
    Span::new(span.start as usize, span.start as usize + text[..end].trim_end().len())
}

/// Does a value that begins at byte `at` stand in a map or list that is written with brackets on this line?
pub fn is_in_brackets(source: &str, at: usize) -> bool {
    let line = source.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let depth = |depth: usize, c: char| match c {
        '{' | '[' => depth + 1,
        '}' | ']' => depth.saturating_sub(1),
        _ => depth,
    };
    line.chars().fold(0, depth) > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::Parsed;
    use crate::source::File;

    /// The help of the first finding and the line that it shows.
    fn told(record: &str) -> String {
        let parsed = Parsed::of(&"content/hospitals/a.yaml".into(), &File::text(record.as_bytes())).unwrap();
        let finding = parsed.findings.iter().find(|finding| finding.code == "wrong-shape").unwrap();
        let line = finding.args.iter().find_map(|(name, arg)| match arg {
            Arg::Text(text) if *name == "line" => Some(text.as_str()),
            _ => None,
        });
        format!("{} {}", finding.help.unwrap_or_default().trim_start_matches("wrong-shape-"), line.unwrap_or_default())
    }

    #[test]
    fn the_line_that_was_meant_is_shown() {
        let name = "name: {ja: 病院, en: Hospital}\n";
        for (typed, said) in [
            // A text where a text in languages belongs.
            ("summary: みなとの病院", "text summary: {ja: みなとの病院}"),
            ("summary: A hospital, by the sea", "text summary: {en: \"A hospital, by the sea\"}"),
            ("summary: [一つ, 二つ]", "text summary: {ja: 一つ、二つ}"),
            ("summary:\n  - One\n  - Two", "text summary: {en: \"One, Two\"}"),
            ("summary:\n  - ja: 一つ\n  - en: One", "line summary: {ja: 一つ, en: One}"),
            ("summary:\n  ja: [一つ, 二つ]\n  en: One", "one ja: 一つ"),
            // One thing, a text or a map where a list belongs.
            ("related: hospital/b", "list related: [hospital/b]"),
            ("related: hospital/b、hospital/c", "list related: [hospital/b, hospital/c]"),
            ("notes: 休診日あり", "list notes: [{ja: 休診日あり}]"),
            ("notes: {ja: 注, en: Note}", "list notes: [{ja: 注, en: Note}]"),
            ("notes:\n  ja: 注\n  en: Note", "dash - ja: 注"),
            ("contacts:\n  email: a@example.org", "dash - email: a@example.org"),
            ("contacts: 03-1234-5678", "list contacts: [{phone: 03-1234-5678}]"),
            // A text or a list where a map belongs.
            ("contacts:\n  - 研修係", "line - {name: {ja: 研修係}}"),
            ("contacts:\n  - a@example.org", "line - {email: a@example.org}"),
            ("contacts:\n  - - email: a@example.org\n      note: {ja: x}", "no-dash email: a@example.org"),
            // A list or a map where one value belongs.
            ("prefecture: [ibaraki]", "line prefecture: ibaraki"),
            ("prefecture:\n  - ibaraki\n  - tokyo", "one prefecture: ibaraki"),
            ("reading: {ja: みなと}", "line reading: みなと"),
            ("parent: {organization: minato}", "line parent: organization/minato"),
        ] {
            assert_eq!(told(&format!("{name}{typed}\n")), said, "{typed}");
        }
        assert_eq!(
            told(&format!("{name}notes: {}\n", "長い".repeat(40))),
            format!("list notes: [{{ja: {}…}}]", "長い".repeat(30))
        );
        assert_eq!(told(&format!("{name}draft: maybe\n")), "help ");
        assert_eq!(told("みなと病院\n"), "line {name: {ja: みなと病院}}");
    }
}
