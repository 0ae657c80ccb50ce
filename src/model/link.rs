//! Links with or without an address, contacts, and people by their office.

use super::moment::Moment;
use super::node::{Node, Value};
use super::prose;
use super::read::{Cx, Fields, Read};
use super::text::Text;
use crate::base::{Diagnostic, Language, Span};

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

/// A link in a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its words; the address when left out.
    pub label: Option<Text>,
    /// Where it leads.
    pub address: Address,
    /// The page asks for an account.
    pub login: bool,
    /// The address was not verified by the editors.
    pub unverified: bool,
    /// Language of the page that it leads to.
    pub language: Option<Language>,
    /// A remark.
    pub note: Option<Text>,
    /// Where the address, or the word in its place, stands.
    pub span: Span,
}

impl Read for Address {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let Some(text) = node.as_str() else {
            cx.wrong_shape(node, "value-link");
            return None;
        };
        match text.trim() {
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

impl Read for Link {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let link = if let Value::Scalar { .. } = node.value {
            let address = Address::read(node, cx)?;
            Self { label: None, address, login: false, unverified: false, language: None, note: None, span: node.span }
        } else {
            let mut fields = Fields::of(node, "value-link", cx)?;
            let label = fields.optional("label");
            let span = fields.node("address").map_or(node.span, |address| address.span);
            let address = fields.required("address");
            let login = fields.flag("login");
            let unverified = fields.flag("unverified");
            let language = fields.optional("language");
            let note = fields.optional("note");
            fields.finish();
            Self { label, address: address?, login, unverified, language, note, span }
        };
        cx.uses.links.push(link.clone());
        Some(link)
    }
}

impl Read for Language {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let language = node.as_str().and_then(Self::parse);
        match (node.as_str(), &language) {
            (Some(tag), None) => cx.bad_language(tag, node.span),
            (None, _) => cx.bad_value("bad-language", "bad-language-help", node),
            _ => {}
        }
        language
    }
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Office or desk.
    pub name: Option<Text>,
    /// What it is for.
    pub purpose: Option<Text>,
    /// E-mail address.
    pub email: Option<Box<str>>,
    /// Telephone number, as to be dialled.
    pub phone: Option<Box<str>>,
    /// A form or page.
    pub form: Option<Link>,
    /// Languages that are spoken there.
    pub languages: Vec<Language>,
    /// A remark.
    pub note: Option<Text>,
}

impl Read for Contact {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-contact", cx)?;
        let contact = Self {
            name: fields.optional("name"),
            purpose: fields.optional("for"),
            email: fields.node("email").and_then(|node| email(node, fields.cx)),
            phone: fields.optional("phone"),
            form: fields.optional("form"),
            languages: fields.list("languages"),
            note: fields.optional("note"),
        };
        fields.finish();
        Some(contact)
    }
}

fn email(node: &Node, cx: &mut Cx<'_>) -> Option<Box<str>> {
    let text = node.as_str().unwrap_or_default().trim();
    let well_formed = text.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
    if !well_formed {
        cx.bad_part("bad-address", "bad-email", "bad-email-help", node);
    }
    well_formed.then(|| text.into())
}

/// A person by the office held at a time; the name is optional.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The office.
    pub office: Option<Text>,
    /// The name.
    pub name: Option<Text>,
    /// When the office was held.
    pub at: Option<Moment>,
    /// A remark.
    pub note: Option<Text>,
}

impl Read for Person {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-person", cx)?;
        let person = Self {
            office: fields.required("office"),
            name: fields.optional("name"),
            at: fields.optional("at"),
            note: fields.optional("note"),
        };
        fields.finish();
        Some(person)
    }
}
