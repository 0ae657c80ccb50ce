//! STUB until the real one arrives.
use crate::base::{Diagnostic, Span};
use std::sync::Arc;
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prose { pub outline: Vec<Heading>, pub mentions: Vec<Mention>, pub links: Vec<LinkUse> }
#[derive(Debug, Clone, PartialEq)]
pub struct Heading { pub level: u8, pub text: String, pub id: Option<String>, pub span: Span }
#[derive(Debug, Clone, PartialEq)]
pub struct Mention { pub target: String, pub has_label: bool, pub span: Span }
#[derive(Debug, Clone, PartialEq)]
pub struct LinkUse { pub address: String, pub text: String, pub span: Span, pub image: bool }
pub fn is_plain(text: &str) -> bool { !text.contains(|c| "[*`{<&\\_~!".contains(c)) }
pub fn is_safe_address(_: &str) -> bool { true }
pub fn parse(_: &Arc<str>, _: &str) -> (Prose, Vec<Diagnostic>) { (Prose::default(), vec![]) }
pub fn parse_inline(_: &Arc<str>, _: &str, _: u32) -> (Prose, Vec<Diagnostic>) { (Prose::default(), vec![]) }
