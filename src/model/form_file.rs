//! A form to download: one file, or one for each language.

use super::link::Address;
use super::node::{Node, Value};
use super::read::{Cx, Described, FileUse, Read, Shape};
use crate::base::Language;

/// A form to download.
#[derive(Debug, Clone, PartialEq)]
pub struct FormFile {
    /// Its files, with the language of each; one for readers of all languages has none.
    pub files: Vec<(Option<Language>, Box<str>)>,
}

/// What a file of an office ends in.
const ENDINGS: [&str; 13] =
    [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".rtf", ".zip", ".csv", ".txt"];

/// What an address ends in, without the dot, in capital letters: `PDF`.
pub fn file_type(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let ending = ENDINGS.iter().find(|ending| path.ends_with(**ending))?;
    Some(ending.trim_start_matches('.').to_ascii_uppercase())
}

impl Described for FormFile {
    fn shape() -> Shape {
        Shape::Either("form-file", vec![Address::shape(), Shape::Text])
    }
}

impl Read for FormFile {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut files = Vec::new();
        match &node.value {
            Value::Map(entries) => {
                for entry in entries {
                    match cx.language(&entry.key) {
                        Some(language) => files.extend(address(&entry.node, cx).map(|address| (Some(language), address))),
                        None => cx.bad_language(&entry.key, entry.key_span),
                    }
                }
            }
            Value::Scalar { .. } => files.extend(address(node, cx).map(|address| (None, address))),
            _ => cx.wrong_shape(node, "value-form-file"),
        }
        let languages: Vec<Language> = files.iter().filter_map(|(language, _)| language.clone()).collect();
        // One for readers of all languages lacks none.
        if !languages.is_empty() {
            cx.uses.files.push(FileUse { languages, span: node.span });
        }
        (!files.is_empty()).then_some(Self { files })
    }
}

/// The address of one file; of a file that is only named, where it lies.
fn address(node: &Node, cx: &mut Cx<'_>) -> Option<Box<str>> {
    let text = node.as_str().unwrap_or_default().trim();
    if file_type(text).is_some() && !text.starts_with('/') && !text.contains(':') {
        let name = text.trim_start_matches("./").trim_start_matches("content/").trim_start_matches("assets/");
        cx.write_instead("bad-address", "bad-form-file", "bad-form-file-help", &format!("/assets/{name}"), node);
        return None;
    }
    match Address::read(node, cx)? {
        Address::Known(address) => {
            cx.uses.leads_to(&address, node.span);
            Some(address)
        }
        Address::Missing | Address::Pending | Address::LoginRequired => {
            cx.bad_part("bad-address", "bad-form-file", "bad-form-file-none", node);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read::tests::outcome;

    #[test]
    fn a_form_is_one_file_or_one_in_each_language() {
        for (typed, said) in [
            ("/assets/form.pdf", "/assets/form.pdf"),
            ("{ja: /assets/form-ja.docx, en: /assets/form-en.docx}", "{ja: /assets/form-ja.docx, en: /assets/form-en.docx}"),
            ("form.pdf", "bad-form-file bad-form-file-help /assets/form.pdf"),
            ("assets/form.PDF", "bad-form-file bad-form-file-help /assets/form.PDF"),
            ("{ja: form.pdf}", "bad-form-file bad-form-file-help /assets/form.pdf"),
            ("missing", "bad-form-file bad-form-file-none"),
        ] {
            assert_eq!(outcome::<FormFile>("file", typed).1, said, "{typed}");
        }
        assert_eq!(file_type("/assets/Form 1.DOCX"), Some("DOCX".to_owned()));
        assert_eq!(file_type("https://example.org/form.pdf?x=1"), Some("PDF".to_owned()));
        assert_eq!(file_type("https://example.org/form"), None);
    }
}
