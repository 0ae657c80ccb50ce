//! Where a body is: its postal address, and the prefecture that this says.

use super::node::{Node, Value};
use super::read::{Cx, Described, Fields, Read, Shape, fields, scalars};
use super::scalar::scalar;
use super::spelling::fold;
use super::text::{Phrase, Text};

/// A postal code of Japan: `113-8655`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostCode(Box<str>);

impl PostCode {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads `〒113-8655`, `1138655`, `１１３－８６５５`, of folded text.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches(['〒', ' ']).trim_end();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let is_code = digits.len() == 7
            && match text.split_once(is_hyphen) {
                Some((area, rest)) => area.trim().len() == 3 && rest.trim().len() == 4,
                None => text.len() == 7,
            };
        is_code.then(|| Self(format!("{}-{}", &digits[..3], &digits[3..]).into()))
    }
}

/// The signs that people write in the middle of a postal code.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | 'ー' | '–' | '—' | '‐')
}

/// A postal address.
#[derive(Debug, Clone, PartialEq)]
pub struct Postal {
    /// Its postal code.
    pub code: Option<PostCode>,
    /// The address, in which the code may stand.
    pub text: Text,
}

fields! {
    /// An address whose code stands apart.
    PostalParts {
        /// Its postal code.
        postal_code: Option<PostCode>,
        /// The address without it.
        text: Option<Text> = required,
    }
}

impl Described for Postal {
    fn shape() -> Shape {
        Shape::Either("postal", vec![Shape::Text, Shape::Map(PostalParts::MAP)])
    }
}

impl Read for Postal {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let is_apart = PostalParts::FIELDS.iter().any(|field| node.get(field.key).is_some());
        let (apart, text) = match is_apart {
            true => {
                if let Some(text) = without_text(node) {
                    cx.bad_part("bad-address", "postal-text", "postal-text-help", node);
                    if let Some(finding) = cx.findings.pop() {
                        cx.findings.push(finding.arg("line", text));
                    }
                    return None;
                }
                let mut fields = Fields::of(node, "value-postal", cx)?;
                let parts = PostalParts::from_fields(&mut fields);
                fields.finish();
                let PostalParts { postal_code, text } = parts?;
                (postal_code, text?)
            }
            false => {
                if let Value::Scalar { .. } = node.value {
                    cx.wrong_shape(node, "value-postal");
                    return None;
                }
                (None, Text::read(node, cx)?)
            }
        };
        let mut code = apart;
        for phrase in text.phrases() {
            match code_in(&phrase.source) {
                Written::Nothing => {}
                Written::Code(found) if code.as_ref().is_none_or(|code| *code == found) => code = Some(found),
                written => {
                    let node = node_of(node, phrase).unwrap_or(node);
                    match (written, &code) {
                        (Written::Code(found), Some(other)) => {
                            let meant = phrase.source.replace(&*found.0, &other.0);
                            cx.write_instead("bad-address", "postal-codes-differ", "postal-codes-differ-help", &meant, node);
                        }
                        _ => {
                            let meant = without_broken(&phrase.source);
                            cx.write_instead("bad-address", "bad-postal-code", "bad-postal-code-help", &meant, node);
                        }
                    }
                }
            }
        }
        Some(Self { code, text })
    }
}

/// The line of the text, where its languages stand beside the code: `text: {ja: …, en: …}`.
fn without_text(node: &Node) -> Option<String> {
    let entries = node.as_map().filter(|_| node.get(PostalParts::text.key).is_none())?;
    let texts = entries.iter().filter(|entry| *entry.key != *PostalParts::postal_code.key);
    let texts = texts.map(|entry| Some(format!("{}: {}", entry.key, scalar(entry.node.as_str()?, true))));
    let texts = texts.collect::<Option<Vec<_>>>().filter(|texts| !texts.is_empty())?;
    Some(format!("{}: {{{}}}", PostalParts::text.key, texts.join(", ")))
}

/// The node that a phrase was read from.
fn node_of<'n>(node: &'n Node, phrase: &Phrase) -> Option<&'n Node> {
    let entries = node.as_map().unwrap_or_default();
    let own = entries.iter().map(|entry| &entry.node).find(|node| node.span == phrase.span);
    own.or_else(|| entries.iter().find_map(|entry| node_of(&entry.node, phrase)))
}

/// What an address has where its code would be.
enum Written {
    /// No code.
    Nothing,
    /// A code.
    Code(PostCode),
    /// Something that is none.
    Broken,
}

/// The code in an address: behind its sign, at the beginning, or anywhere as three and four digits.
fn code_in(text: &str) -> Written {
    let text = fold(text);
    let is_part = |c: &char| c.is_ascii_digit() || is_hyphen(*c);
    let run = |from: usize| {
        let rest = text.get(from..).unwrap_or_default().trim_start();
        rest.chars().take_while(is_part).collect::<String>()
    };
    if let Some(at) = text.find('〒') {
        return PostCode::parse(&run(at + '〒'.len_utf8())).map_or(Written::Broken, Written::Code);
    }
    // A number of a house is no code: only what has its form is.
    let mut last = None;
    for (at, c) in text.char_indices() {
        let begins = is_part(&c) && !last.is_some_and(|last| is_part(&last));
        last = Some(c);
        let run = if begins { run(at) } else { continue };
        if run.len() > 7
            && let Some(code) = PostCode::parse(&run)
        {
            return Written::Code(code);
        }
    }
    Written::Nothing
}

/// An address without a sign that no code stands behind, and what stands there instead.
fn without_broken(text: &str) -> String {
    let (before, behind) = text.split_once('〒').unwrap_or(("", text));
    let is_code = |c: char| c.is_numeric() || c.is_whitespace() || is_hyphen(c) || matches!(c, '－' | '−');
    format!("{before}{}", behind.trim_start_matches(is_code))
}

/// An address without its code.
pub fn without_code(text: &str, code: Option<&PostCode>) -> String {
    let Some(code) = code else { return text.trim().to_owned() };
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '〒' | ',' | '、' | '，' | '\u{3000}');
    // Where the code stands, in whatever width.
    let wide: String = code.0.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c)).collect();
    let hyphens = ["-", "－", "−", "ー", "‐"].map(|hyphen| code.0.replace('-', hyphen));
    let wides = ["－", "−", "-", "ー", "‐"].map(|hyphen| wide.replace('－', hyphen));
    let found = hyphens.iter().chain(&wides).find_map(|written| Some((text.find(&**written)?, written.len())));
    match found.and_then(|(at, length)| Some((text.get(..at)?, text.get(at + length..)?))) {
        Some((before, behind)) => {
            let (before, behind) = (before.trim_end_matches(is_sign), behind.trim_matches(is_sign));
            let between = if before.is_empty() || behind.is_empty() { "" } else { " " };
            format!("{before}{between}{behind}")
        }
        None => text.trim().trim_start_matches(is_sign).to_owned(),
    }
}

impl Read for PostCode {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let code = node.as_str().and_then(|text| Self::parse(&fold(text)));
        match &code {
            Some(Self(code)) => cx.canonical(node, code),
            None => cx.bad_part("bad-address", "bad-postal-code", "bad-postal-code-alone", node),
        }
        code
    }
}

scalars! {
    PostCode: "postal-code" NUMBER "[0-9０-９]{3}[^0-9０-９]?[0-9０-９]{4}", ["113-8655", "〒113-8655", "1138655", "１１３－８６５５"], ["113-865", "Tokyo"];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read::tests::outcome;

    #[test]
    fn the_code_of_an_address_is_found_and_held_to_itself() {
        for (typed, code, said) in [
            ("{ja: 〒113-0000 東京都見本区1-2-3}", Some("113-0000"), None),
            ("{ja: 〒１１３－００００　東京都見本区}", Some("113-0000"), None),
            ("{ja: \"113-0000 東京都見本区\"}", Some("113-0000"), None),
            ("{en: \"1-2-3 Mihon-ku, Tokyo 113-0000\"}", Some("113-0000"), None),
            ("{ja: 〒113-0000 東京都, en: Tokyo 113-0000}", Some("113-0000"), None),
            ("{postal_code: 1130000, text: {ja: 東京都見本区}}", Some("113-0000"), None),
            ("{ja: 東京都見本区12-34-567}", None, None),
            ("{ja: 〒113-000 東京都}", None, Some("bad-postal-code bad-postal-code-help 東京都")),
            ("{ja: 〒 東京都}", None, Some("bad-postal-code bad-postal-code-help 東京都")),
            (
                "{ja: 〒113-0000 東京都, en: Tokyo 113-0001}",
                Some("113-0000"),
                Some("postal-codes-differ postal-codes-differ-help Tokyo 113-0000"),
            ),
            ("{postal_code: 11-0000, text: {ja: 東京都}}", None, Some("bad-postal-code bad-postal-code-alone")),
        ] {
            let (read, found) = outcome::<Postal>("address", typed);
            assert_eq!(read.and_then(|it| it.code).as_ref().map(PostCode::as_str), code, "{typed}");
            assert!(said.is_none_or(|said| found == said), "{typed}: {found}");
        }
    }

    #[test]
    fn an_address_stands_without_its_code() {
        let code = PostCode::parse("113-0000");
        for (text, expected) in [
            ("〒113-0000 東京都見本区", "東京都見本区"),
            ("〒１１３－００００　東京都見本区", "東京都見本区"),
            ("1-2-3 Mihon-ku, Tokyo 113-0000", "1-2-3 Mihon-ku, Tokyo"),
            ("Tokyo 113-0000 Japan", "Tokyo Japan"),
            ("東京都見本区", "東京都見本区"),
        ] {
            assert_eq!(without_code(text, code.as_ref()), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "[〒0-9０-９ー－a-z 東京都-]*") {
            let _ = (PostCode::parse(&text), code_in(&text), without_code(&text, PostCode::parse("113-0000").as_ref()));
        }
    }
}
