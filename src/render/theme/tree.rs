//! A page's HTML as the tree that it must be: elements that nest, ids that stand once, images with a text.

use std::collections::HashSet;
use std::ops::Range;

/// What is wrong with a page, and with which of its tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The message.
    pub says: &'static str,
    /// The name of the element, or the id.
    pub name: String,
    /// The element that it cannot stand in.
    pub outer: String,
    /// Where the tag stands in the page.
    pub tag: Range<usize>,
}

/// An address that a tag leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// As written, without references to characters.
    pub address: String,
    /// Where the tag stands in the page.
    pub tag: Range<usize>,
}

/// Elements that have no end tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];

/// Elements whose contents are no tags.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// Elements whose end tag may be left out: they end where the one around them does.
const MAY_STAY_OPEN: [&str; 14] =
    ["li", "dt", "dd", "p", "rt", "rp", "option", "optgroup", "thead", "tbody", "tfoot", "tr", "td", "th"];

/// Elements that end a paragraph.
const ENDS_PARAGRAPH: [&str; 31] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "table",
    "ul",
];

/// An element that is open.
struct Open {
    name: String,
    tag: Range<usize>,
}

/// A page that is being read.
#[derive(Default)]
struct Tree {
    open: Vec<Open>,
    ids: HashSet<String>,
    faults: Vec<Fault>,
    links: Vec<Link>,
}

/// What is wrong with a page, and where it leads.
pub fn read(html: &str) -> (Vec<Fault>, Vec<Link>) {
    let mut tree = Tree::default();
    let mut at = 0;
    while let Some(start) = html.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        let rest = &html[start..];
        let ends = |end: &str| rest.find(end).map_or(html.len(), |found| start + found + end.len());
        if rest.starts_with("<!--") {
            at = ends("-->");
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            at = ends(">");
        } else if let Some(name) = rest.strip_prefix("</") {
            at = ends(">");
            tree.end(&name_of(name), start..at);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name = name_of(&rest[1..]);
            let (attributes, end) = attributes(html, start + 1 + name.len());
            at = end;
            tree.start(&name, &attributes, html[start..end].ends_with("/>"), start..end);
            if RAW.contains(&&*name) && !tree.is_foreign() {
                let close = format!("</{name}");
                at = html[end..].to_ascii_lowercase().find(&close).map_or(html.len(), |found| end + found);
            }
        } else {
            at = start + 1;
        }
    }
    while let Some(open) = tree.open.pop() {
        tree.unclosed(open);
    }
    tree.faults.sort_by_key(|fault| fault.tag.start);
    (tree.faults, tree.links)
}

impl Tree {
    fn fault(&mut self, says: &'static str, name: &str, outer: &str, tag: Range<usize>) {
        self.faults.push(Fault { says, name: name.to_owned(), outer: outer.to_owned(), tag });
    }

    /// Inside of a drawing or a formula.
    fn is_foreign(&self) -> bool {
        self.open.iter().any(|open| matches!(&*open.name, "svg" | "math"))
    }

    fn unclosed(&mut self, open: Open) {
        if !MAY_STAY_OPEN.contains(&&*open.name) {
            self.fault("html-unclosed", &open.name, "", open.tag);
        }
    }

    fn start(&mut self, name: &str, attributes: &[(String, String)], ends_itself: bool, tag: Range<usize>) {
        let value = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        if let Some(id) = value("id").filter(|id| !id.is_empty())
            && !self.ids.insert(id.to_owned())
        {
            self.fault("html-id-twice", id, "", tag.clone());
        }
        let is_told = || ["aria-hidden", "aria-label", "aria-labelledby", "role"].into_iter().any(|name| value(name).is_some());
        if name == "img" && value("alt").is_none() && !is_told() {
            self.fault("html-no-alt", name, "", tag.clone());
        }
        let leads = ["href", "src"].into_iter().filter_map(value);
        self.links.extend(leads.map(|address| Link { address: unescaped(address), tag: tag.clone() }));
        if self.is_foreign() {
            if !ends_itself {
                self.open.push(Open { name: name.to_owned(), tag });
            }
            return;
        }
        // A paragraph ends where a block begins, and a row where the next one does.
        let last = self.open.last().map(|open| open.name.clone()).unwrap_or_default();
        let follows = match name {
            "li" => last == "li",
            "dt" | "dd" => last == "dt" || last == "dd",
            "tr" | "td" | "th" | "tbody" | "tfoot" | "thead" => last == "td" || last == "th" || last == name,
            "option" | "optgroup" => last == "option",
            name => ENDS_PARAGRAPH.contains(&name) && last == "p",
        };
        if follows {
            self.open.pop();
        }
        let is_inside = |outer: &str| self.open.iter().any(|open| open.name == outer);
        // What a browser takes apart when it meets it.
        let outer = match name {
            "a" | "form" | "button" if is_inside(name) => Some(name),
            "button" | "input" | "select" | "textarea" if is_inside("a") => Some("a"),
            "a" if is_inside("button") => Some("button"),
            name if ENDS_PARAGRAPH.contains(&name) && is_inside("p") => Some("p"),
            _ => None,
        };
        if let Some(outer) = outer {
            self.fault("html-nesting", name, outer, tag.clone());
        }
        if !VOID.contains(&name) {
            self.open.push(Open { name: name.to_owned(), tag });
        }
    }

    fn end(&mut self, name: &str, tag: Range<usize>) {
        if VOID.contains(&name) || !self.open.iter().any(|open| open.name == name) {
            self.fault("html-stray", name, "", tag);
            return;
        }
        while let Some(open) = self.open.pop() {
            if open.name == name {
                return;
            }
            self.unclosed(open);
        }
    }
}

/// The name of an element in lower case.
fn name_of(text: &str) -> String {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':')).unwrap_or(text.len());
    text[..end].to_ascii_lowercase()
}

/// The attributes of a tag from where its name ends, and where the tag does.
fn attributes(html: &str, mut at: usize) -> (Vec<(String, String)>, usize) {
    let mut found = Vec::new();
    let bytes = html.as_bytes();
    loop {
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/') {
            at += 1;
        }
        match bytes.get(at) {
            None => return (found, html.len()),
            Some(b'>') => return (found, at + 1),
            Some(_) => {}
        }
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/');
        let end = bytes[at..].iter().position(is_end).map_or(html.len(), |found| at + found);
        // A sign that can begin no name is passed over with what follows it.
        let end = end.max(at + 1);
        let name = String::from_utf8_lossy(&bytes[at..end]).to_ascii_lowercase();
        at = end;
        let mut next = at;
        while bytes.get(next).is_some_and(u8::is_ascii_whitespace) {
            next += 1;
        }
        if bytes.get(next) != Some(&b'=') {
            found.push((name, String::new()));
            continue;
        }
        at = next + 1;
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        let (from, to, after) = match bytes.get(at) {
            Some(quote @ (b'"' | b'\'')) => {
                let to = bytes[at + 1..].iter().position(|byte| byte == quote).map_or(html.len(), |found| at + 1 + found);
                (at + 1, to, (to + 1).min(html.len()))
            }
            _ => {
                let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
                let to = bytes.get(at..).and_then(|rest| rest.iter().position(is_end)).map_or(html.len(), |found| at + found);
                (at, to, to)
            }
        };
        found.push((name, String::from_utf8_lossy(bytes.get(from..to).unwrap_or_default()).into_owned()));
        at = after;
    }
}

/// The references to characters that addresses have.
fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&#39;", "'").replace("&lt;", "<").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each fault as its message, what it is about, and the tag.
    fn faults(html: &str) -> Vec<String> {
        let found = read(html).0.into_iter();
        found.map(|fault| format!("{} {} {}", fault.says, fault.name, &html[fault.tag])).collect()
    }

    #[test]
    fn what_nests_is_no_fault() {
        for html in [
            "<!doctype html><html><head><title>a < b</title><script>if (a<b) x('</div>')</script></head><body><p>a<p>b<ul><li>a<li>b</ul></body></html>",
            "<table><tr><td>1<td>2<tr><td>3</table><dl><dt>a<dd>b<dt>c</dl>",
            "<svg viewBox=\"0 0 1 1\"><path d='M0>'/><g><title>x</title></g></svg><br><img alt=\"\" src=x>",
            "<!-- <div> --><a href=\"/x?a=1&amp;b=2\">a &lt; b</a><input value='>'><p hidden>1 < 2</p>",
            "",
        ] {
            assert_eq!(faults(html), [""; 0], "{html}");
        }
    }

    #[test]
    fn what_does_not_nest_is_told_with_its_tag() {
        let broken = "<footer><p><div>unclosed <img src=\"x.png\"><a href=\"/nope/\">x</footer>";
        assert_eq!(
            faults(broken),
            ["html-unclosed div <div>", "html-no-alt img <img src=\"x.png\">", "html-unclosed a <a href=\"/nope/\">"]
        );
        assert_eq!(faults("<p><div>x</div></p>"), ["html-stray p </p>"]);
        assert_eq!(faults("<p><span><div>x</div></span></p>"), ["html-nesting div <div>"]);
        assert_eq!(faults("<b><i>x</b></i>"), ["html-unclosed i <i>", "html-stray i </i>"]);
        assert_eq!(faults("<a href=x><a href=y></a></a>"), ["html-nesting a <a href=y>"]);
        assert_eq!(faults("<p id=a></p><p id='a'></p><p ID=\"b\"></p>"), ["html-id-twice a <p id='a'>"]);
        assert_eq!(faults("</br><div"), ["html-stray br </br>", "html-unclosed div <div"]);
    }

    #[test]
    fn where_a_page_leads_is_read_as_browsers_do() {
        let links: Vec<String> = read("<a href='/a?x=1&amp;y=2'>x</a><img alt='' src=/b.png><a>y</a>")
            .1
            .into_iter()
            .map(|link| link.address)
            .collect();
        assert_eq!(links, ["/a?x=1&y=2", "/b.png"]);
    }

    #[test]
    fn no_input_makes_it_panic() {
        let signs = ["<", ">", "/", "=", "\"", "'", "a", "é", "&", " ", "<!--", "</", "<p id=", "<script>", "病"];
        let mut seed = 7_u64;
        for _ in 0..20_000 {
            let mut html = String::new();
            for _ in 0..12 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                html.push_str(signs[usize::try_from(seed >> 33).unwrap() % signs.len()]);
            }
            read(&html);
        }
    }
}
