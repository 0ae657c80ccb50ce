//! What every record has: names, sources, freshness, changes, conflicts, cautions.

use super::moment::Moment;
use super::node::{Node, Value};
use super::read::{Cx, Described, Field, Fields, Read, Shape, Take, choices, fields, indispensable, scalars};
use super::reference::Reference;
use super::text::Text;
use super::word::{In, SourceName};
use crate::base::percent;
use crate::base::{Diagnostic, Language, Span};

fields! {
    /// The fields that every kind of record shares.
    #[derive(Default)]
    Common {
        /// The name; a page may have it in its prose.
        name: Option<Text> = leads,
        /// The name in kana.
        reading: Option<Box<str>> = leads,
        /// The name in Latin letters.
        romanized: Option<Box<str>> = leads,
        /// Other names under which it is known.
        other_names: Vec<OtherName> = leads,
        /// One or two sentences.
        summary: Option<Text> = leads,
        /// Remarks.
        notes: Vec<Text>,
        /// Where sources disagree.
        conflicts: Vec<Conflict>,
        /// Problems in a source.
        cautions: Vec<Caution>,
        /// Other records to read.
        related: Vec<Reference>,
        /// Since when it is no more, and what follows it.
        retired: Option<Retired>,
        /// Where the facts come from.
        sources: Vec<Citation>,
        /// When the facts were last compared with the sources.
        verified: Option<Moment> = not_fact named,
        /// When they are to be compared again.
        review_by: Option<Moment> = not_fact named,
        /// What changed.
        changes: Vec<Change> = not_fact,
        /// Left out of the published site.
        draft: bool = not_fact,
        /// Not found by the search of the site.
        unlisted: bool = not_fact,
        /// Words by which it is found, and that no page shows.
        also_found_by: Vec<Box<str>> = not_fact,
        /// Former addresses.
        aliases: Vec<Alias> = not_fact,
        /// Findings that are accepted.
        allow: Vec<Allow> = not_fact,
        /// Anything, for a site's own templates.
        extra: Option<Node> = not_fact,
    }
}

fields! {
    /// Another name.
    OtherName {
        /// The name.
        text: Box<str>,
        /// Its language.
        language: Option<Language>,
        /// A remark.
        note: Option<Text>,
    }
}

fields! {
    /// The end of what a record is about: its page stays.
    Retired, map {
        /// The first day on which it is no more.
        since: Option<Moment> = required,
        /// What takes its place.
        followed_by: Option<Reference>,
        /// Why, or what to do now.
        note: Option<Text>,
    }
}

fields! {
    /// A source and where in it.
    Citation {
        /// A word of the vocabulary `sources`.
        source: In<SourceName>,
        /// Page or section.
        at: Option<Text>,
    }
}

fields! {
    /// A dated change of the record.
    Change, map {
        /// The day.
        date: Moment,
        /// Does it change what readers must do or know?
        major: bool,
        /// What changed.
        note: Option<Text> = required,
    }
}

fields! {
    /// Sources that disagree.
    Conflict, map, span {
        /// On what.
        about: Option<Text> = required,
        /// What each says.
        claims: Vec<Claim>,
        /// The claim that the guide follows.
        follows: Followed,
        /// Why.
        because: Option<Text>,
    }
}

/// Which of several claims is followed, 0-based; none when it is none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Followed(pub Option<usize>);

/// No claim is followed.
const NONE: &str = "none";

fields! {
    /// What one source says.
    Claim, map {
        /// The source.
        source: Option<In<SourceName>>,
        /// What it says.
        says: Option<Text> = required,
    }
}

fields! {
    /// A problem in a source, shown to readers as a problem.
    Caution, map {
        /// Its kind.
        kind: CautionKind,
        /// What the problem is.
        text: Option<Text> = required,
    }
}

choices! {
    /// Kinds of problem in a source.
    CautionKind: "caution" {
        /// The source contradicts itself.
        Inconsistent = "inconsistent",
        /// The source leaves something out.
        Missing = "missing",
        /// What the source says cannot be.
        Impossible = "impossible",
        /// The guide inferred something.
        Inferred = "inferred",
        /// The source is out of date.
        Outdated = "outdated",
        /// Steps may not fit into the time that there is.
        Timing = "timing",
    }
}

impl Alias {
    /// How an address ends that is a file's, where it is no folder's.
    const FILES: [&str; 4] = [".html", ".htm", ".php", ".pdf"];

    /// The path, and what stands behind its question mark.
    pub fn parts(&self) -> (&str, Option<&str>) {
        self.address.split_once('?').map_or((&self.address, None), |(path, query)| (path, Some(query)))
    }

    /// Can a page stand there that leads to the new address? Hosts would not send one by another name as a page.
    pub fn can_be_a_page(&self) -> bool {
        if self.parts().1.is_some() {
            return false;
        }
        self.address.ends_with('/') || Self::FILES[..2].iter().any(|ending| self.address.ends_with(ending))
    }
}

/// A former address of a record, without the language.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// As `/hospitals/old-name/`, `/hospitals/old.html` or `/page.php?id=3`; `%E5` and the like are decoded.
    pub address: Box<str>,
    /// Where it stands.
    pub span: Span,
}

fields! {
    /// A finding that the editors accept, with their reason.
    Allow, map, span {
        /// The rule's code.
        code: Box<str>,
        /// The reason.
        because: Option<Text> = required,
    }
}

impl Described for OtherName {
    fn shape() -> Shape {
        Shape::Either("other-name", vec![<Box<str>>::shape(), Shape::Map(Self::MAP)])
    }
}

impl Read for OtherName {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if let Value::Scalar { text, .. } = &node.value {
            return Some(Self { text: text.clone(), language: None, note: None });
        }
        let mut fields = Fields::of_map(node, "value-map", Self::MAP, cx)?;
        let name = Self::from_fields(&mut fields);
        fields.finish();
        name
    }
}

impl Described for Citation {
    fn shape() -> Shape {
        Shape::Either("citation", vec![<In<SourceName>>::shape(), Shape::Map(Self::MAP)])
    }
}

impl Read for Citation {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if let Value::Scalar { .. } = &node.value {
            return Some(Self { source: In::read(node, cx)?, at: None });
        }
        let mut fields = Fields::of_map(node, "value-map", Self::MAP, cx)?;
        let citation = Self::from_fields(&mut fields);
        fields.finish();
        citation
    }
}

impl Described for Followed {
    fn shape() -> Shape {
        Shape::Either("followed", vec![u32::shape(), Shape::Choice(&[(NONE, "conflict_follows_none")], &[])])
    }
}

impl Take for Followed {
    fn take(fields: &mut Fields<'_, '_, '_>, field: &Field) -> Option<Self> {
        let count = match fields.written(Conflict::claims.key).map(|node| &node.value) {
            Some(Value::List(claims)) => claims.len(),
            _ => 0,
        };
        let Some(node) = fields.node(field.key) else { return Some(Self(None)) };
        let follows = match node.as_str() {
            Some(NONE) => None,
            Some(text) => match text.parse::<usize>() {
                Ok(number) if (1..=count).contains(&number) => Some(number - 1),
                _ => {
                    let finding = Diagnostic::error("bad-number", fields.cx.place(node.span))
                        .says("bad-claim-number")
                        .help("bad-claim-number-help")
                        .arg("field", field.key)
                        .arg("found", text)
                        .arg("count", count);
                    fields.cx.report(finding);
                    None
                }
            },
            None => {
                fields.cx.wrong_shape(node, "value-number");
                None
            }
        };
        Some(Self(follows))
    }
}

scalars! {
    Alias: "alias" STRING
        "^\\s*/(([^/\\s?#]+/)*([^/\\s?#]+/|[^/\\s?#]*\\.(html?|php|pdf))(\\?[^\\s?#&=]+=[^\\s?#&=]+(&[^\\s?#&=]+=[^\\s?#&=]+)*)?|\\?[^\\s?#&=]+=[^\\s?#&=]+(&[^\\s?#&=]+=[^\\s?#&=]+)*)\\s*$",
        ["/hospitals/old-name/", "/old.html", "/guide.php?id=3"], ["hospitals/x", "/a//b/", "/a", "/a.php?id"];
}

impl Read for Alias {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = percent::decode(node.as_str().unwrap_or_default().trim());
        let (path, query) = text.split_once('?').map_or((&*text, None), |(path, query)| (path, Some(query)));
        let is_page =
            path.ends_with('/') && (path.len() > 1 || query.is_some()) || Self::FILES.iter().any(|end| path.ends_with(end));
        let is_query = query.is_none_or(|query| query.split('&').all(is_parameter));
        let is_address = path.starts_with('/') && is_page && is_query && {
            let inner = path[1..].strip_suffix('/').unwrap_or(&path[1..]);
            inner.is_empty()
                || inner.split('/').all(|part| {
                    !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "-_.~".contains(c)) && part != ".."
                })
        };
        if !is_address {
            cx.bad_value("bad-address", "bad-alias-help", node);
        }
        is_address.then(|| Self { address: text.into(), span: node.span })
    }
}

/// Is it `id=3`: a name and a value of characters that mean nothing to any host?
fn is_parameter(text: &str) -> bool {
    let is_plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "-_.~".contains(c));
    text.split_once('=').is_some_and(|(name, value)| is_plain(name) && is_plain(value))
}

indispensable!(CautionKind, In<SourceName>);
