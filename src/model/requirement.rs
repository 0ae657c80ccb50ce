//! What is asked of people: conditions, and documents, as one tree of all, any, when and instead.

use super::fact::{Fact, List};
use super::form_file::FormFile;
use super::node::{Node, Value};
use super::quantity::{Length, Quantity};
use super::read::{Cx, Data, Described, EachDatum, Fields, Read, Shape, choices, fields, indispensable, scalars};
use super::scalar::scalar;
use super::spelling::fold;
use super::text::Text;
use crate::base::{Language, Span};

/// A condition, a document, or a group of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// The source's own numbering, such as `(1)`.
    pub number: Option<Box<str>>,
    /// What is asked; of a group, its heading.
    pub text: Option<Text>,
    /// How much of it.
    pub quantity: Option<Box<Quantity>>,
    /// Asked only under this condition.
    pub when: Option<Text>,
    /// What may stand in its place.
    pub instead: Option<Box<Instead>>,
    /// The number of the eligibility requirement that this document proves.
    pub proves: Option<Box<str>>,
    /// A remark.
    pub note: Option<Text>,
    /// Of a document.
    pub document: Document,
    /// Its parts.
    pub group: Option<Group>,
    /// Where it stands.
    pub span: Span,
}

/// What a document is asked to be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Original or copy.
    pub form: Option<Form>,
    /// How many.
    pub copies: Option<Box<Fact<u32>>>,
    /// Provisional or final.
    pub variant: Option<Variant>,
    /// It is to be sealed.
    pub sealed: bool,
    /// Languages in which it may be.
    pub languages: Vec<Language>,
    /// The translation that goes with it.
    pub translation: Option<Translation>,
    /// How long ago it may have been issued.
    pub not_older_than: Option<MaxAge>,
    /// Size and so on.
    pub details: Option<Box<Fact<Text>>>,
    /// The form to download.
    pub file: Option<Box<FormFile>>,
}

choices! {
    /// The translation that goes with a document.
    Translation: "translation" {
        /// Anybody's.
        Plain = "plain" | "訳文" | "訳文添付" | "翻訳" | "和訳" | "英訳" | "英訳又は和訳" | "和訳又は英訳" | "日本語訳" | "yes",
        /// One that somebody entitled certifies.
        Certified = "certified" | "公証" | "公証付き" | "公証訳" | "認証" | "certified translation" | "notarized",
    }
}

/// How long ago a document may have been issued.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MaxAge(pub Length);

impl MaxAge {
    /// Reads `3か月`, `発行後3か月以内`, `within 3 months`, of folded text.
    fn parse(text: &str) -> Option<Self> {
        const BEFORE: [&str; 9] = [
            "発行日から",
            "発行日より",
            "発行後",
            "発行から",
            "作成後",
            "撮影後",
            "within ",
            "not older than ",
            "issued within ",
        ];
        const BEHIND: [&str; 9] = [
            "以内に撮影したもの",
            "以内に発行されたもの",
            "以内に作成したもの",
            "以内に撮影",
            "以内に発行",
            "以内のもの",
            "以内",
            "までに発行",
            " or less",
        ];
        let text = text.trim();
        let text = BEFORE.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
        let text = BEHIND.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
        Length::parse(text).filter(|length| length.days() > 0.0).map(Self)
    }
}

impl Read for MaxAge {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let age = node.as_str().and_then(|text| Self::parse(&fold(text)));
        match age {
            Some(Self(length)) => cx.canonical(node, &length.canonical()),
            // A number alone is meant in months: nobody asks for a document of so many years or days without saying so.
            None => match node.as_str().and_then(|text| fold(text).parse::<u16>().ok()).filter(|months| *months > 0) {
                Some(months) => {
                    cx.write_instead("bad-duration", "bad-max-age", "bad-max-age-unit", &format!("{months}か月"), node);
                }
                None => cx.bad_part("bad-duration", "bad-max-age", "bad-max-age-help", node),
            },
        }
        age
    }
}

scalars! {
    MaxAge: "max-age" STRING "[PＰ]|[0-9０-９〇一二三四五六七八九十半].*[年月週日]|[A-Za-z]", ["P3M", "3か月", "発行後3か月以内"], ["新しい", "2"];
}

choices! {
    /// Original or copy.
    Form: "form" {
        /// The original.
        Original = "original" | "原本" | "正本" | "the original",
        /// A copy.
        Copy = "copy" | "写し" | "コピー" | "複写" | "謄本" | "photocopy" | "a copy",
        /// Either will do.
        Either = "either" | "原本または写し" | "原本又は写し" | "original or copy",
    }
}

choices! {
    /// Whether a certificate states what is expected or what was done.
    Variant: "variant" {
        /// Issued before the fact.
        Provisional = "provisional",
        /// Issued after it.
        Final = "final",
    }
}

/// The parts of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// All of them or any of them.
    pub all: bool,
    /// The parts, in the source's order.
    pub parts: Vec<Requirement>,
    /// The source says that there are more.
    pub open: bool,
    /// Which part alone is needed under a condition.
    pub rules: Vec<Rule>,
}

fields! {
    /// Under a condition, one part of a group is all that is needed.
    Rule, map {
        /// The condition.
        when: Option<Text> = required,
        /// The number of the part.
        only: Box<str>,
    }
}

fields! {
    /// What may stand in a requirement's place.
    Instead, map {
        /// Under which condition.
        when: Option<Text>,
        /// For at most so many of the things counted.
        limit: Option<u32>,
        /// What it is.
        require: Requirement,
    }
}

fields! {
    /// A requirement as it is written: what a document is asked to be, and the parts of a group, stand beside the rest.
    Asked {
        /// The source's own numbering, such as `(1)`.
        number: Option<Box<str>>,
        /// What is asked; of a group, its heading.
        text: Option<Text>,
        /// How much of it.
        quantity: Option<Box<Quantity>>,
        /// Asked only under this condition.
        when: Option<Text>,
        /// What may stand in its place.
        instead: Option<Box<Instead>>,
        /// The number of the eligibility requirement that this document proves.
        proves: Option<Box<str>>,
        /// A remark.
        note: Option<Text>,
        /// Original or copy.
        form: Option<Form>,
        /// How many.
        copies: Option<Box<Fact<u32>>>,
        /// Provisional or final.
        variant: Option<Variant>,
        /// It is to be sealed.
        sealed: bool,
        /// Languages in which it may be.
        languages: Vec<Language>,
        /// The translation that goes with it.
        translation: Option<Translation>,
        /// How long ago it may have been issued.
        not_older_than: Option<MaxAge>,
        /// Size and so on.
        details: Option<Box<Fact<Text>>>,
        /// The form to download.
        file: Option<Box<FormFile>>,
        /// The parts of a group, all of which are asked for,
        all_of: Option<List<Requirement>>,
        /// or any of which.
        any_of: Option<List<Requirement>>,
        /// The source says that there are more parts.
        open: bool,
        /// Which part alone is needed under a condition.
        rules: Vec<Rule>,
    }
}

/// A list where a group is asked for, or a map with numbers as its keys, ①: as the group that is meant.
fn listed(node: &Node) -> Option<String> {
    let is_number = |key: &str| key.chars().all(|c| !c.is_ascii_alphabetic() && !c.is_alphabetic());
    let items: Vec<&Node> = match &node.value {
        Value::List(items) => items.iter().collect(),
        Value::Map(entries) if entries.iter().all(|entry| is_number(&entry.key)) => {
            entries.iter().map(|entry| &entry.node).collect()
        }
        _ => return None,
    };
    let texts = items.iter().map(|item| Some(text_of(item.as_str()?))).collect::<Option<Vec<_>>>()?;
    (!texts.is_empty()).then(|| format!("{{all_of: [{}]}}", texts.join(", ")))
}

/// A text in the language that it is written in.
fn text_of(text: &str) -> String {
    let language = if text.is_ascii() { "en" } else { "ja" };
    format!("{{{language}: {}}}", scalar(text.trim(), true))
}

/// A map whose keys are all language tags is a text; `any_of`, `when` and so on are none.
fn is_text(node: &Node) -> bool {
    // ① is no language.
    let is_listed = listed(node).is_some();
    let is_key = |key: &str| is_listed || Asked::FIELDS.iter().any(|field| field.key == key);
    node.as_map().is_some_and(|entries| {
        entries.iter().all(|entry| entry.key.len() <= 11 && !is_key(&entry.key))
            && entries.iter().any(|entry| entry.key.len() <= 3 || entry.key.contains('-'))
    })
}

/// What is asked for has rows of its own.
impl Data for Requirement {
    fn data<'a>(_: Option<&'a Self>, _: EachDatum<'_, 'a>) {}
}

impl Described for Requirement {
    fn shape() -> Shape {
        Shape::Either("requirement", vec![Shape::Text, Shape::Map(Asked::MAP)])
    }
}

impl Read for Requirement {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if is_text(node) {
            let text = Text::read(node, cx)?;
            return Some(Self {
                number: None,
                text: Some(text),
                quantity: None,
                when: None,
                instead: None,
                proves: None,
                note: None,
                document: Document::default(),
                group: None,
                span: node.span,
            });
        }
        if let Some(parts) = listed(node) {
            cx.write_instead("wrong-shape", "requirement-list", "requirement-list-help", &parts, node);
            return None;
        }
        if !matches!(node.value, Value::Map(_)) {
            cx.wrong_shape(node, "value-requirement");
            return None;
        }
        let mut fields = Fields::of(node, "value-requirement", cx)?;
        let Asked {
            number,
            text,
            quantity,
            when,
            instead,
            proves,
            note,
            form,
            copies,
            variant,
            sealed,
            languages,
            translation,
            not_older_than,
            details,
            file,
            all_of,
            any_of,
            open,
            rules,
        } = Asked::from_fields(&mut fields)?;
        let document = Document { form, copies, variant, sealed, languages, translation, not_older_than, details, file };
        let (all, any) = (all_of, any_of);
        if all.is_some() && any.is_some() {
            fields.contradiction("several-groups", "several-groups-help");
        }
        let is_all = all.is_some();
        let group = all.or(any).map(|list| Group { all: is_all, open: open || list.open, parts: list.items, rules });
        if text.is_none()
            && group.is_none()
            && [Asked::text, Asked::all_of, Asked::any_of].iter().all(|field| node.get(field.key).is_none())
        {
            fields.missing_from(Asked::text.key, "missing-field", "missing-requirement-help");
        }
        fields.finish();
        Some(Self { number, text, quantity, when, instead, proves, note, document, group, span: node.span })
    }
}

indispensable!(Requirement);
