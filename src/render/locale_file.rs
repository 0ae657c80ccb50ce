//! One `.ftl` file into one Fluent resource, and what is wrong with it.

use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::ErrorKind;

use crate::base::{Arg, Diagnostic, Place, Span};

/// Messages nest two or three levels. The parser and the resolver recurse, so their stack is guarded here.
const DEEPEST: usize = 60;

/// The longest number that is surely exact as a float: the resolver panics on one that is infinite.
const LONGEST_NUMBER: usize = 15;

/// Reads a file of messages. The entries without mistakes are kept; a file that the resolver could panic on is not.
pub fn read(path: &Arc<str>, text: &str) -> (Option<FluentResource>, Vec<Diagnostic>) {
    let finding = |span, problem, token: String| {
        Diagnostic::error("locale-syntax", Place::new(path, span)).arg("problem", Arg::Message(problem)).arg("token", token).help(
            match problem {
                "locale-no-default" | "locale-two-defaults" => "locale-default-help",
                _ => "locale-syntax-help",
            },
        )
    };
    if let Some(at) = too_deep(text) {
        return (None, vec![finding(Span::new(at, at + 1), "locale-too-deep", String::new())]);
    }
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => match Hazard::in_resource(&resource) {
            None => (Some(resource), Vec::new()),
            Some(hazard) => (None, vec![finding(hazard.span, hazard.problem, String::new())]),
        },
        Err((resource, errors)) => {
            let findings = errors
                .into_iter()
                .map(|error| {
                    let entry = error.slice.unwrap_or(error.pos.clone());
                    if let Some(line) = left_open(text, entry.start, error.pos.start) {
                        return finding(line, "locale-unclosed-brace", String::new());
                    }
                    let (problem, token) = words(&error.kind);
                    finding(Span::new(error.pos.start.min(entry.end), error.pos.end.min(text.len())), problem, token)
                })
                .collect();
            (Hazard::in_resource(&resource).is_none().then_some(resource), findings)
        }
    }
}

/// The first line of an entry, when the parser looked for its closing brace as far as the next entry.
fn left_open(text: &str, entry: usize, mistake: usize) -> Option<Span> {
    let to_mistake = text.get(entry..end_of_line(text.as_bytes(), mistake))?;
    let begins_entry = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
    let first = to_mistake.lines().next()?.len();
    to_mistake.lines().skip(1).any(begins_entry).then(|| Span::new(entry, entry + first))
}

/// The message that says what the parser expected, and the characters it names.
fn words(kind: &ErrorKind) -> (&'static str, String) {
    match kind {
        ErrorKind::ExpectedToken(token) => ("locale-expected", token.to_string()),
        ErrorKind::ExpectedMessageField { entry_id } | ErrorKind::ExpectedTermField { entry_id } => {
            ("locale-no-text", entry_id.clone())
        }
        ErrorKind::MissingValue => ("locale-no-text", String::new()),
        ErrorKind::MissingDefaultVariant => ("locale-no-default", String::new()),
        ErrorKind::MultipleDefaultVariants => ("locale-two-defaults", String::new()),
        ErrorKind::UnbalancedClosingBrace => ("locale-closing-brace", String::new()),
        ErrorKind::UnterminatedStringLiteral => ("locale-unclosed-quote", String::new()),
        ErrorKind::UnknownEscapeSequence(escape) | ErrorKind::InvalidUnicodeEscapeSequence(escape) => {
            ("locale-bad-escape", escape.clone())
        }
        ErrorKind::ExpectedCharRange { .. } => ("locale-not-an-entry", String::new()),
        _ => ("locale-bad-placeable", String::new()),
    }
}

/// What is open where the scan stands.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    /// `{ … }`
    Placeable,
    /// `F( … )`
    Call,
    /// The text after `[key]`.
    Variant,
}

/// Where the parser would recurse too deeply, if anywhere.
///
/// After a mistake the parser goes on at a line that can begin an entry, so the scan is made anew from each such line:
/// from the start of an entry to its first mistake it follows the parser exactly.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // Unclosed braces make a scan run to the end of the file; a file full of them is refused instead of scanned for long.
    let mut budget = bytes.len().saturating_mul(20).saturating_add(100_000);
    let mut line = 0;
    while line < bytes.len() {
        if bytes.get(line).is_some_and(|&b| b.is_ascii_alphabetic() || b == b'-') {
            match scan_entry(bytes, line) {
                Ok(end) => budget = budget.saturating_sub(end - line),
                Err(at) => return Some(at),
            }
            if budget == 0 {
                return Some(line);
            }
        }
        line = end_of_line(bytes, line) + 1;
    }
    None
}

fn end_of_line(bytes: &[u8], from: usize) -> usize {
    bytes.iter().skip(from).position(|&b| b == b'\n').map_or(bytes.len(), |i| from + i)
}

/// Follows one entry to its end (`Ok`), or to the place where it nests too deeply (`Err`).
fn scan_entry(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut open: Vec<Open> = Vec::new();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        match (open.last().copied(), byte) {
            (_, b'{') => open.push(Open::Placeable),
            (None, b'\n') if bytes.get(at + 1).is_some_and(|&b| b != b' ' && b != b'\n') => return Ok(at),
            (Some(Open::Variant), b'\n') => {
                let next = bytes.iter().skip(at).position(|&b| b != b' ' && b != b'\n').map_or(bytes.len(), |i| at + i);
                if matches!(bytes.get(next), Some(b'}' | b'[' | b'*')) {
                    open.pop();
                }
                at = next;
                continue;
            }
            (Some(Open::Placeable | Open::Call), b'"') => at = end_of_string(bytes, at),
            (Some(Open::Placeable | Open::Call), b'(') => open.push(Open::Call),
            (Some(Open::Placeable | Open::Call), b'[') => open.push(Open::Variant),
            (Some(Open::Call), b')') | (Some(Open::Placeable), b'}') => {
                open.pop();
            }
            _ => {}
        }
        if open.len() > DEEPEST {
            return Err(at);
        }
        at += 1;
    }
    Ok(at)
}

/// The closing quote of a string, or the last character before its line ends.
fn end_of_string(bytes: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\n' => return at - 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

/// Something valid in Fluent on which fluent-bundle 0.16 can panic (`unreachable!`, or a number that is infinite).
struct Hazard {
    span: Span,
    problem: &'static str,
}

impl Hazard {
    fn in_resource(resource: &FluentResource) -> Option<Self> {
        resource.entries().find_map(|entry| {
            let (name, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name, message.value.as_ref(), &message.attributes),
                Entry::Term(term) => (term.id.name, Some(&term.value), &term.attributes),
                _ => return None,
            };
            let problem = value.into_iter().chain(attributes.iter().map(|a| &a.value)).find_map(in_pattern)?;
            // The tree has no offsets; the name is a slice of the source, so its address tells the offset.
            let at = (name.as_ptr() as usize).saturating_sub(resource.source().as_ptr() as usize);
            Some(Self { span: Span::new(at, at + name.len()), problem })
        })
    }
}

fn in_pattern(pattern: &Pattern<&str>) -> Option<&'static str> {
    pattern.elements.iter().find_map(|element| match element {
        PatternElement::TextElement { .. } => None,
        PatternElement::Placeable { expression } => in_expression(expression),
    })
}

fn in_expression(expression: &Expression<&str>) -> Option<&'static str> {
    match expression {
        Expression::Inline(inline) => in_inline(inline),
        Expression::Select { selector, variants } => match selector {
            InlineExpression::VariableReference { .. }
            | InlineExpression::FunctionReference { .. }
            | InlineExpression::TermReference { .. } => in_inline(selector),
            _ => Some("locale-constant-choice"),
        }
        .or_else(|| {
            variants.iter().find_map(|variant| {
                match variant.key {
                    VariantKey::NumberLiteral { value } => in_number(value),
                    VariantKey::Identifier { .. } => None,
                }
                .or_else(|| in_pattern(&variant.value))
            })
        }),
    }
}

fn in_inline(inline: &InlineExpression<&str>) -> Option<&'static str> {
    match inline {
        InlineExpression::NumberLiteral { value } => in_number(value),
        InlineExpression::Placeable { .. } => Some("locale-double-braces"),
        InlineExpression::FunctionReference { arguments, .. } => in_arguments(arguments),
        InlineExpression::TermReference { arguments, .. } => arguments.as_ref().and_then(in_arguments),
        _ => None,
    }
}

fn in_arguments(arguments: &CallArguments<&str>) -> Option<&'static str> {
    arguments.positional.iter().chain(arguments.named.iter().map(|argument| &argument.value)).find_map(in_inline)
}

fn in_number(digits: &str) -> Option<&'static str> {
    (digits.len() > LONGEST_NUMBER).then_some("locale-long-number")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(String, Arg)> {
        let (_, findings) = read(&"locales/ja/x.ftl".into(), text);
        findings.iter().map(|f| (f.place.span.of(text).to_owned(), f.args[0].1.clone())).collect()
    }

    #[test]
    fn mistakes_are_named_where_they_are() {
        assert_eq!(problems("a = b\n"), []);
        assert_eq!(problems("a = b }\nc = d\n"), [("}".to_owned(), Arg::Message("locale-closing-brace"))]);
        assert_eq!(problems("a = { $x ->\n  [one] x\n }\n")[0].1, Arg::Message("locale-no-default"));
        assert_eq!(problems("病院 = b\n")[0].1, Arg::Message("locale-not-an-entry"));
        assert_eq!(problems("a")[0].1, Arg::Message("locale-expected"));
        assert_eq!(problems("a = { $x\n\nb = c\n"), [("a = { $x".to_owned(), Arg::Message("locale-unclosed-brace"))]);
        assert_eq!(problems("a = {")[0].1, Arg::Message("locale-bad-placeable"));
        assert_eq!(problems("a = { 1 ->\n *[a] b\n }\n"), [("a".to_owned(), Arg::Message("locale-constant-choice"))]);
        assert_eq!(problems("a = { { $x } }\n")[0].1, Arg::Message("locale-double-braces"));
        assert_eq!(problems(&format!("a = {{ {} }}\n", "9".repeat(400)))[0].1, Arg::Message("locale-long-number"));
    }

    #[test]
    fn nesting_never_overflows_the_stack() {
        let deep = |unit: &str| format!("a = {}", unit.repeat(100_000));
        let nests = [
            "{",
            "{\n",
            "{ F(",
            "{ F(F(",
            "{ $x ->\n *[a] ",
            "{ \"{\" ->\n *[a] \" ",
            "{ \"}\" ->\n *[a] \" ",
            "{ $x ->\n*[a]\n  b\n  c",
        ];
        for unit in nests {
            assert_eq!(problems(&deep(unit))[0].1, Arg::Message("locale-too-deep"), "{unit:?}");
            let after_a_mistake = format!("z = {{(\n{}", deep(unit));
            assert!(problems(&after_a_mistake).iter().any(|p| p.1 == Arg::Message("locale-too-deep")), "{unit:?}");
        }
        // Mistakes on every line, none of them closed.
        problems(&"a = { \"\n".repeat(50_000));
    }

    #[test]
    fn braces_in_strings_do_not_count() {
        assert_eq!(problems(&"a = x {\"{\"} y {\"(\"} ((((\n".repeat(500)), []);
        let choice = "a = { $x ->\n  [one] a \"quote {$y}\n *[other]\n   (b [c\n }\n";
        assert_eq!(problems(&choice.repeat(500)), []);
    }
}
