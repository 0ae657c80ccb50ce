//! Rows as JSON (RFC 8259) and as CSV (RFC 4180) that spreadsheets open as it is meant.

use super::column::Cell;
use crate::model::reference::Identity;
use crate::outputs::escape::{Special, escape, json};

/// Writes an object. What has no value is left out. Names are this program's own.
pub fn object<'a>(cells: impl Iterator<Item = (&'a str, Cell<'a>)>, out: &mut String) {
    out.push('{');
    let start = out.len();
    for (name, cell) in cells {
        if matches!(cell, Cell::Empty) {
            continue;
        }
        if out.len() > start {
            out.push(',');
        }
        out.push('"');
        out.push_str(name);
        out.push_str("\":");
        match cell {
            Cell::Empty => {}
            Cell::Record(identity) => record(identity, out),
            Cell::Text(text) => string(&text, out),
            Cell::Texts(texts) => {
                out.push('[');
                for (i, text) in texts.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    string(text, out);
                }
                out.push(']');
            }
            Cell::Number(number) => out.push_str(&number.to_string()),
            Cell::Amount(amount) => out.push_str(&amount),
            Cell::Flag(flag) => out.push_str(if flag { "true" } else { "false" }),
        }
    }
    out.push('}');
}

/// The quotes of JSON are those of CSV, and ids have no character that means anything in either.
fn record(identity: &Identity, out: &mut String) {
    out.push('"');
    out.push_str(identity.kind.as_str());
    out.push('/');
    out.push_str(&identity.slug);
    out.push('"');
}

fn string(text: &str, out: &mut String) {
    json(text, out, |c| matches!(c, '\u{2028}' | '\u{2029}') || c.is_control());
}

/// What stands between several codes in one cell of CSV.
pub const BETWEEN: &str = ";";

/// Writes a line. Numbers and flags stand bare; all else in quotes, so that no code is a number.
pub fn line<'a>(cells: impl Iterator<Item = Cell<'a>>, out: &mut String) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        match cell {
            Cell::Empty => {}
            Cell::Record(identity) => record(identity, out),
            Cell::Text(text) => quoted(&text, out),
            Cell::Texts(texts) => quoted(&texts.join(BETWEEN), out),
            Cell::Number(number) => out.push_str(&number.to_string()),
            Cell::Amount(amount) => out.push_str(&amount),
            Cell::Flag(flag) => out.push_str(if flag { "true" } else { "false" }),
        }
    }
    out.push_str("\r\n");
}

/// Spreadsheets run a text that begins like a formula, in full width too: an apostrophe before it makes it a text again.
fn quoted(text: &str, out: &mut String) {
    const SPECIAL: Special = Special::new(b"\"");
    out.push('"');
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        out.push('\'');
    }
    escape(text, out, &SPECIAL, |_, out| out.push_str("\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn csv(cells: Vec<Cell<'_>>) -> String {
        let mut out = String::new();
        line(cells.into_iter(), &mut out);
        out
    }

    #[test]
    fn no_text_is_a_formula_and_no_number_is_a_text() {
        for text in ["=1+1", "+81", "-1", "@SUM", "\tx", "＝1", "－1"] {
            assert_eq!(csv(vec![Cell::Text(text.into())]), format!("\"'{text}\"\r\n"));
        }
        assert_eq!(csv(vec![Cell::Number(8), Cell::Text("08".into()), Cell::Empty, Cell::Flag(true)]), "8,\"08\",,true\r\n");
        assert_eq!(
            csv(vec![Cell::Texts(vec!["a".into(), "b".into()]), Cell::Text("a \"b\", c".into())]),
            "\"a;b\",\"a \"\"b\"\", c\"\r\n"
        );
    }

    proptest! {
        #[test]
        fn json_comes_back_as_it_was(text in "\\PC{0,20}[\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\"\\\\]{0,5}") {
            let mut out = String::new();
            object([("a", Cell::Text(text.as_str().into())), ("b", Cell::Empty)].into_iter(), &mut out);
            let read: serde_json::Value = serde_json::from_str(&out).unwrap();
            prop_assert_eq!(read, serde_json::json!({"a": text}));
        }
    }
}
