//! HTML comments, which an editor may write and no reader sees.

use std::borrow::Cow;

/// Raw HTML without its comments.
pub fn removed(html: &str) -> Cow<'_, str> {
    if !html.contains("<!--") {
        return Cow::Borrowed(html);
    }
    let (mut kept, mut rest) = (String::new(), html);
    while let Some(start) = rest.find("<!--") {
        // `<!-->` and `<!--->` are comments too (CommonMark 0.31, 6.6).
        let Some(length) = rest.get(start + 2..).and_then(|inside| inside.find("-->")) else { break };
        kept.push_str(rest.get(..start).unwrap_or_default());
        rest = rest.get(start + length + 5..).unwrap_or_default();
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::removed;

    #[test]
    fn only_whole_comments_go() {
        assert_eq!(removed("a<!-- b -->c<!-->d<!--->e"), "acde");
        assert_eq!(removed("<b><!-- c"), "<b><!-- c");
    }
}
