//! What every record has: names, sources, freshness, changes, conflicts, cautions.

use super::moment::Moment;
use super::node::{Node, Value};
use super::read::{Cx, Fields, Read};
use super::reference::{KindSet, Reference};
use super::text::Text;
use super::word::{In, SourceName};
use crate::base::{Diagnostic, Language, Span};

/// The fields that every kind of record shares.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Common {
    /// The name; pages without a YAML file have none here.
    pub name: Option<Text>,
    /// One or two sentences.
    pub summary: Option<Text>,
    /// The name in kana.
    pub reading: Option<Box<str>>,
    /// The name in Latin letters.
    pub romanized: Option<Box<str>>,
    /// Other names under which it is known.
    pub other_names: Vec<OtherName>,
    /// Remarks.
    pub notes: Vec<Text>,
    /// Other records to read.
    pub related: Vec<Reference>,
    /// Where the facts come from.
    pub sources: Vec<Citation>,
    /// When the facts were last compared with the sources.
    pub verified: Option<Moment>,
    /// When they are to be compared again.
    pub review_by: Option<Moment>,
    /// What changed.
    pub changes: Vec<Change>,
    /// Where sources disagree.
    pub conflicts: Vec<Conflict>,
    /// Problems in a source.
    pub cautions: Vec<Caution>,
    /// Left out of the published site.
    pub draft: bool,
    /// Former addresses.
    pub aliases: Vec<Alias>,
    /// Findings that are accepted.
    pub allow: Vec<Allow>,
    /// Anything, for a site's own templates.
    pub extra: Option<Node>,
}

/// Another name.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherName {
    /// The name.
    pub text: Box<str>,
    /// Its language.
    pub language: Option<Language>,
    /// A remark.
    pub note: Option<Text>,
}

/// A source and where in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// A word of the vocabulary `sources`.
    pub source: In<SourceName>,
    /// Page or section.
    pub at: Option<Text>,
}

/// A dated change of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The day.
    pub date: Moment,
    /// Does it change what readers must do or know?
    pub major: bool,
    /// What changed.
    pub note: Option<Text>,
}

/// Sources that disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// On what.
    pub about: Option<Text>,
    /// What each says.
    pub claims: Vec<Claim>,
    /// The claim that the guide follows, 0-based; none when it follows neither.
    pub follows: Option<usize>,
    /// Why.
    pub because: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// What one source says.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The source.
    pub source: Option<In<SourceName>>,
    /// What it says.
    pub says: Option<Text>,
}

/// A problem in a source, shown to readers as a problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Caution {
    /// Its kind.
    pub kind: CautionKind,
    /// What the problem is.
    pub text: Option<Text>,
}

/// Kinds of problem in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CautionKind {
    /// The source contradicts itself.
    Inconsistent,
    /// The source leaves something out.
    Missing,
    /// What the source says cannot be.
    Impossible,
    /// The guide inferred something.
    Inferred,
    /// The source is out of date.
    Outdated,
    /// Steps may not fit into the time that there is.
    Timing,
}

impl CautionKind {
    const ALL: [(&'static str, Self, &'static str); 6] = [
        ("inconsistent", Self::Inconsistent, "caution_inconsistent"),
        ("missing", Self::Missing, "caution_missing"),
        ("impossible", Self::Impossible, "caution_impossible"),
        ("inferred", Self::Inferred, "caution_inferred"),
        ("outdated", Self::Outdated, "caution_outdated"),
        ("timing", Self::Timing, "caution_timing"),
    ];

    /// The message id of what readers see.
    pub fn message(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind, _)| *kind == self).map_or("caution_inconsistent", |(_, _, message)| message)
    }
}

/// A former address of a record, without the language.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// As `/hospitals/old-name/`.
    pub address: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// A finding that the editors accept, with their reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Allow {
    /// The rule's code.
    pub code: Box<str>,
    /// The reason.
    pub because: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

impl Common {
    /// Reads the shared fields out of a record's map.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>, name_required: bool) -> Self {
        Self {
            name: if name_required { fields.required("name") } else { fields.optional("name") },
            summary: fields.optional("summary"),
            reading: fields.optional("reading"),
            romanized: fields.optional("romanized"),
            other_names: fields.list("other_names"),
            notes: fields.list("notes"),
            related: fields.references("related", KindSet::ALL),
            sources: fields.list("sources"),
            verified: fields.optional("verified"),
            review_by: fields.optional("review_by"),
            changes: fields.list("changes"),
            conflicts: fields.list("conflicts"),
            cautions: fields.list("cautions"),
            draft: fields.flag("draft"),
            aliases: fields.list("aliases"),
            allow: fields.list("allow"),
            extra: fields.node("extra").cloned(),
        }
    }
}

impl Read for OtherName {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if let Value::Scalar { text, .. } = &node.value {
            return Some(Self { text: text.clone(), language: None, note: None });
        }
        let mut fields = Fields::of(node, "value-map", cx)?;
        let text = fields.required("text");
        let language = fields.optional("language");
        let note = fields.optional("note");
        fields.finish();
        Some(Self { text: text?, language, note })
    }
}

impl Read for Citation {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if let Value::Scalar { .. } = &node.value {
            return Some(Self { source: In::read(node, cx)?, at: None });
        }
        let mut fields = Fields::of(node, "value-map", cx)?;
        let source = fields.required("source");
        let at = fields.optional("at");
        fields.finish();
        Some(Self { source: source?, at })
    }
}

impl Read for Change {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let date = fields.required("date");
        let major = fields.flag("major");
        let note = fields.required("note");
        fields.finish();
        Some(Self { date: date?, major, note })
    }
}

impl Read for Claim {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let claim = Self { source: fields.optional("source"), says: fields.required("says") };
        fields.finish();
        Some(claim)
    }
}

impl Read for Conflict {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let about = fields.required("about");
        let claims: Vec<Claim> = fields.list("claims");
        let follows = fields.node("follows").and_then(|node| match node.as_str() {
            Some("none") => None,
            Some(text) => match text.parse::<usize>() {
                Ok(number) if (1..=claims.len()).contains(&number) => Some(number - 1),
                _ => {
                    let finding = Diagnostic::error("bad-number", fields.cx.place(node.span))
                        .says("bad-claim-number")
                        .help("bad-claim-number-help")
                        .arg("field", "follows")
                        .arg("found", text)
                        .arg("count", claims.len());
                    fields.cx.report(finding);
                    None
                }
            },
            None => {
                fields.cx.wrong_shape(node, "value-number");
                None
            }
        });
        let because = fields.optional("because");
        fields.finish();
        Some(Self { about, claims, follows, because, span: node.span })
    }
}

impl Read for Caution {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let kind = match fields.node("kind") {
            Some(node) => {
                let text = node.as_str().unwrap_or_default();
                let kind = CautionKind::ALL.iter().find(|(name, ..)| *name == text).map(|(_, kind, _)| *kind);
                if kind.is_none() {
                    fields.cx.unknown_choice(node, text, CautionKind::ALL.map(|(name, ..)| name));
                }
                kind
            }
            None => {
                fields.missing("kind");
                None
            }
        };
        let text = fields.required("text");
        fields.finish();
        Some(Self { kind: kind?, text })
    }
}

impl Read for Alias {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str().unwrap_or_default().trim();
        let is_address = text.starts_with('/') && text.ends_with('/') && text.len() > 1 && {
            let inner = &text[1..text.len() - 1];
            inner
                .split('/')
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "-_.~".contains(c)) && part != "..")
        };
        if !is_address {
            cx.bad_value("bad-address", "bad-alias-help", node);
        }
        is_address.then(|| Self { address: text.into(), span: node.span })
    }
}

impl Read for Allow {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let code = fields.required("code");
        let because = fields.required("because");
        fields.finish();
        Some(Self { code: code?, because, span: node.span })
    }
}
