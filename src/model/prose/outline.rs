//! What linking and the rules need to know of a text: headings, mentions, links.

use super::tape::Tape;
use crate::base::Span;

/// What a text contains. Spans are of the file it stands in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prose {
    /// Headings in order; their index is the one that rendering asks an id for.
    pub outline: Vec<Heading>,
    /// Mentions in order.
    pub mentions: Vec<Mention>,
    /// Links and images, ordered by their ends.
    pub links: Vec<LinkUse>,
    /// Is there anything in it that a reader sees?
    pub is_seen: bool,
    /// Number of tables.
    pub tables: u32,
    /// Number of lists.
    pub lists: u32,
    /// The pieces of a Markdown file, to render it from.
    pub(super) tape: Tape,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// 1 for `# `.
    pub level: u8,
    /// Words without markup and readings; a mention without words of its own stands there as its target.
    pub text: String,
    /// What its id is made of where it has none of its own.
    pub slug: Box<str>,
    /// The id in `{#id}`.
    pub id: Option<String>,
    /// Is there a mention in it? Then its words depend on the site: see `content`.
    pub has_mention: bool,
    /// Does a footnote belong to it? A title shows no mark of it.
    pub has_footnote: bool,
    /// The whole heading.
    pub span: Span,
    /// What stands in it: inline Markdown.
    pub content: Span,
}

/// `[[target]]` or `[[target|words]]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mention {
    /// `kind/name` or `kind/name.path.to.field`, as written.
    pub target: String,
    /// Has it words of its own?
    pub has_label: bool,
    /// With its brackets.
    pub span: Span,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkUse {
    /// Where it goes, escapes and character references resolved.
    pub address: String,
    /// Its words, or the description of an image; without markup, may be empty.
    pub text: String,
    /// The address in the text, if it was found; else the whole link.
    pub span: Span,
    /// Is it an image?
    pub image: bool,
}

/// Letters and digits of any script in lower case, with single hyphens between them.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || is_mark(c) {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}

/// Is it a mark, which is a part of the letter before it: a vowel sign of Hindi or Thai, a selector of variants?
fn is_mark(c: char) -> bool {
    use icu::properties::CodePointMapData;
    use icu::properties::props::GeneralCategory as G;
    !c.is_ascii() && matches!(CodePointMapData::<G>::new().get(c), G::NonspacingMark | G::SpacingMark | G::EnclosingMark)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_keep_every_script() {
        assert_eq!(slug("応募 資格（概要）"), "応募-資格-概要");
        assert_eq!(slug("Who can apply?"), "who-can-apply");
        assert_eq!(slug("…"), "section");
        assert_eq!(slug("चिकित्सा प्रशिक्षण"), "चिकित्सा-प्रशिक्षण");
        assert_eq!(slug("แพทย์"), "แพทย์");
        assert_eq!(slug("葛\u{E0100}飾区"), "葛\u{E0100}飾区");
    }
}
