//! Links with or without an address, contacts, and people by their office.

use std::ops::Deref;

use super::moment::Moment;
use super::node::{Node, Value};
use super::prose;
use super::read::{Cx, Fields, Read, fields, indispensable};
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
            let span = fields.written(Self::address.key).map_or(node.span, |address| address.span);
            let link = Self::from_fields(&mut fields);
            fields.finish();
            Self { span, ..link? }
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

fields! {
    /// Whom to ask.
    Contact, map("value-contact") {
        /// Office or desk.
        name: Option<Text>,
        /// What it is for.
        purpose: Option<Text> = key("for"),
        /// E-mail address.
        email: Option<Email>,
        /// Telephone number, as to be dialled.
        phone: Option<Box<str>>,
        /// A form or page.
        form: Option<Link>,
        /// Languages that are spoken there.
        languages: Vec<Language>,
        /// A remark.
        note: Option<Text>,
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
        let text = node.as_str().unwrap_or_default().trim();
        let well_formed = text.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
            && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
        if !well_formed {
            cx.bad_part("bad-address", "bad-email", "bad-email-help", node);
        }
        well_formed.then(|| Self(text.into()))
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
