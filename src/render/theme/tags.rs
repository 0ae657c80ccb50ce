//! What a template says of itself in its tags: the template that it extends, its blocks, what it includes.
//!
//! The engine knows all of this and does not say it. What is read here of its syntax is enough to find the template that is to
//! blame.

use std::collections::BTreeMap;

use memchr::memmem;

/// A tag with a name behind its word: `{% extends "base.html" %}`, `{% block main %}`.
pub struct Tag<'a> {
    /// `extends`, `block`, `include` …
    pub word: &'a str,
    /// The name without its quotation marks.
    pub name: &'a str,
    /// Where the name begins in the template.
    pub at: usize,
    /// What its block calls is the block of the same name in the template that is extended.
    calls_super: bool,
}

/// A block.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Block<'a> {
    /// Where its name stands.
    pub at: usize,
    /// The blocks in it.
    pub inside: Vec<&'a str>,
    /// It shows the block of that name in the template that is extended, too.
    pub calls_super: bool,
}

/// The tags of a template, without comments and what is raw.
pub fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| memmem::find(rest.as_bytes(), b"{")).map(|open| at + open) {
        let end = match text.as_bytes().get(open + 1) {
            Some(b'#') => "#}",
            Some(b'%') => "%}",
            Some(b'{') => "}}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let rest = text.get(open + 2..).unwrap_or_default();
        let inside = rest.split(end).next().unwrap_or_default();
        at = open + 2 + inside.len() + end.len();
        if end != "#}" {
            let tag = tag(inside, open + 2);
            if tag.word == "raw" {
                at += text.get(at..).and_then(|rest| memmem::find(rest.as_bytes(), b"endraw")).unwrap_or_default();
            }
            tags.push(tag);
        }
    }
    tags
}

fn tag(inside: &str, begin: usize) -> Tag<'_> {
    let body = inside.trim_start_matches(['-', ' ', '\t', '\r', '\n']);
    let word = body.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let behind = body.get(word.len()..).unwrap_or_default().trim_start();
    let name = match behind.chars().next() {
        Some(quote @ ('"' | '\'' | '`')) => behind.get(1..).and_then(|rest| rest.split(quote).next()),
        _ => behind.split(|c: char| !c.is_alphanumeric() && c != '_').next(),
    };
    let name = name.unwrap_or_default();
    let quoted = usize::from(!behind.starts_with(name));
    let calls_super = memmem::find_iter(inside.as_bytes(), b"super").any(|at| {
        let behind = inside.get(at + "super".len()..).unwrap_or_default();
        behind.trim_start().starts_with('(')
    });
    Tag { word, name, at: begin + inside.len() - behind.len() + quoted, calls_super }
}

/// The template that this one extends.
pub fn extends(text: &str) -> Option<&str> {
    tags(text).into_iter().find(|tag| tag.word == "extends").map(|tag| tag.name)
}

/// The blocks of a template by their names.
pub fn blocks(text: &str) -> BTreeMap<&str, Block<'_>> {
    let mut blocks: BTreeMap<&str, Block<'_>> = BTreeMap::new();
    let mut open: Vec<&str> = Vec::new();
    for tag in tags(text) {
        match tag.word {
            "block" => {
                let around = open.last().and_then(|around| blocks.get_mut(around));
                around.into_iter().for_each(|around| around.inside.push(tag.name));
                blocks.insert(tag.name, Block { at: tag.at, ..Block::default() });
                open.push(tag.name);
            }
            "endblock" => drop(open.pop()),
            _ if tag.calls_super => {
                let around = open.last().and_then(|around| blocks.get_mut(around));
                around.into_iter().for_each(|around| around.calls_super = true);
            }
            _ => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_seen_and_comments_and_raw_text_are_not() {
        let text = "{# {% block no %} #}{%- extends 'a b.html' -%}\n{% raw %}{% block no %}{{ super() }}{% endraw %}\
                    {%block\tone%}病院{{ page.title }}{% block two -%}{{ super ( ) | upper }}{% endblock two %}{% endblock %}{ {%";
        assert_eq!(extends(text), Some("a b.html"));
        let found = blocks(text);
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!((&*found["one"].inside, found["one"].calls_super), (&["two"][..], false));
        assert!(found["two"].calls_super);
        assert!(found.iter().all(|(name, block)| text[block.at..].starts_with(name)));
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        for text in ["", "{", "{%", "{{", "{#", "{%%}", "{% block", "{% block %}", "{% extends \"", "{% endblock %}", "{%raw%}{%"]
        {
            blocks(text);
            assert!(extends(text).is_none_or(str::is_empty), "{text}");
        }
    }
}
