//! Links with or without an address, contacts, and people by their office.

use std::ops::Deref;

use super::moment::Moment;
use super::node::{Node, Value};
use super::phone::{self, Phone};
use super::prose::{self, is_email};
use super::read::{Cx, Described, Fields, Read, Shape, fields, indispensable, scalars};
use super::spelling::{fold, unquoted};
use super::text::Text;
use crate::base::{Diagnostic, Language};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Address {
    /// An address whose scheme is allowed.
    Known(Box<str>),
    /// The source names the page and gives no address.
    Missing,
    /// The page is announced and not there yet.
    Pending,
    /// Only for members, no public address.
    LoginRequired,
}

fields! {
    /// A link in a record. It stands where its address stands, or the word in its place.
    Link, span {
        /// Its words; the address when left out.
        label: Option<Text>,
        /// Where it leads.
        address: Address,
        /// The page asks for an account.
        login: bool,
        /// The address was not verified by the editors.
        unverified: bool,
        /// Language of the page that it leads to.
        language: Option<Language>,
        /// A remark.
        note: Option<Text>,
    }
}

scalars! {
    Address: "address" STRING "^\\s*(missing|pending|login-required|/.*|[A-Za-z][A-Za-z0-9+.-]*:.+)\\s*$",
        ["https://example.org/", "mailto:a@example.org", "tel:+81-3-0000-0000", "/assets/form.pdf", "missing"], ["example.org", "www"];
    Phone: "phone" STRING "[0-9０-９]", ["+81-3-0000-0000", "03-0000-0000", "03-0000-0000（内線 1234）"], ["ask at the desk"];
    Email: "email" STRING "^[^@\\s]+@[^\\s<>\"]*[.][^\\s<>\"]*$", ["a@example.org"], ["a at example.org", "a@example"];
    Language: "language" STRING "^[A-Za-z]{2,12}(-[A-Za-z0-9]{1,8})*$|語", ["ja", "en", "zh-Hans", "pt-BR", "日本語", "Vietnamese"], ["j", "ja_JP"];
}

impl Read for Address {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Some(text) = node.as_str() else {
            cx.wrong_shape(node, "value-link");
            return None;
        };
        let address = unquoted(text.trim());
        if address != text.trim() {
            cx.canonical(node, address);
        }
        match address {
            "missing" => Some(Self::Missing),
            "pending" => Some(Self::Pending),
            "login-required" => Some(Self::LoginRequired),
            address if !prose::is_safe_address(address) => {
                let finding =
                    Diagnostic::error("unsafe-address", cx.place(node.span)).help("unsafe-address-help").arg("found", address);
                cx.report(finding.arg("address", address));
                None
            }
            address if has_scheme(address) || address.starts_with('/') => Some(Self::Known(address.into())),
            address => {
                let finding =
                    Diagnostic::error("bad-address", cx.place(node.span)).help("bad-address-help").arg("found", address);
                cx.report(finding);
                None
            }
        }
    }
}

fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    })
}

impl Described for Link {
    fn shape() -> Shape {
        Shape::Either("link", vec![Address::shape(), Shape::Map(Self::MAP)])
    }
}

impl Read for Link {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let link = if let Value::Scalar { .. } = node.value {
            let address = Address::read(node, cx)?;
            Self { label: None, address, login: false, unverified: false, language: None, note: None, span: node.span }
        } else {
            let mut fields = Fields::of(node, "value-link", cx)?;
            let span = fields.written(Self::address.key).map_or(node.span, |address| address.span);
            let link = Self::from_fields(&mut fields);
            fields.finish();
            Self { span, ..link? }
        };
        match &link.address {
            Address::Known(address) => cx.uses.leads_to(address, link.span),
            Address::Missing => cx.uses.unaddressed.push(link.span),
            Address::Pending | Address::LoginRequired => {}
        }
        Some(link)
    }
}

impl Read for Language {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let named = node.as_str().and_then(named);
        let language = named.or(node.as_str()).and_then(Self::parse);
        match (node.as_str(), &language) {
            (Some(_), Some(language)) if named.is_some() => cx.canonical(node, language.as_str()),
            (Some(tag), None) => cx.bad_language(tag, node.span),
            (None, _) => cx.bad_value("bad-language", "bad-language-help", node),
            _ => {}
        }
        language
    }
}

/// The tag of a language by its name, as lists of languages spoken have them: 日本語, English.
pub(super) fn named(name: &str) -> Option<&'static str> {
    Language::named(name)
}

fields! {
    /// Whom to ask.
    Contact, map("value-contact") {
        /// Office or desk.
        name: Option<Text>,
        /// What it is for.
        purpose: Option<Text> = key("for"),
        /// E-mail address.
        email: Option<Email>,
        /// Telephone number.
        phone: Option<Phone>,
        /// Number for faxes.
        fax: Option<Phone>,
        /// When somebody is there.
        hours: Option<Text>,
        /// A form or page.
        form: Option<Link>,
        /// Languages that are spoken there.
        languages: Vec<Language>,
        /// A remark.
        note: Option<Text>,
    }
}

impl Read for Phone {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let phone = Self::parse(text);
        if let (None, Some(meant)) = (&phone, phone::without_zero(text)) {
            cx.write_instead("bad-phone", "bad-phone-zero", "bad-phone-zero-help", &meant.canonical(), node);
            return None;
        }
        match (&phone, phone::first_number(text)) {
            (Some(phone), _) => cx.canonical(node, &phone.canonical()),
            (None, Some(meant)) => cx.write_instead("bad-phone", "bad-phone", "bad-phone-more", &meant.canonical(), node),
            (None, None) => cx.bad_value("bad-phone", "bad-phone-help", node),
        }
        phone
    }
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(Box<str>);

impl Deref for Email {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Read for Email {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let folded = fold(node.as_str().unwrap_or_default());
        let text = folded.trim_matches(['<', '>']);
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        if is_email(text) {
            cx.canonical(node, text);
            return Some(Self(text.into()));
        }
        let is_around = |c: char| c.is_whitespace() || !c.is_ascii() || "<>()[],;:\"".contains(c);
        match folded.split(is_around).find(|part| is_email(part)) {
            Some(meant) => cx.write_instead("bad-address", "bad-email", "bad-email-more", meant, node),
            None => cx.bad_part("bad-address", "bad-email", "bad-email-help", node),
        }
        None
    }
}

fields! {
    /// A person by the office held at a time; the name is optional.
    Person, map("value-person") {
        /// The office.
        office: Option<Text> = required,
        /// The name.
        name: Option<Text>,
        /// When the office was held.
        at: Option<Moment>,
        /// A remark.
        note: Option<Text>,
    }
}

indispensable!(Address, Language);
