//! Prose from Markdown to HTML: emphasis beside CJK, joined lines, mentions, ruby, outlines, and hostile input.

use super::*;
use crate::markup::{Attribute, Mark};
use proptest::prelude::*;

fn path() -> Arc<str> {
    "content/pages/a.ja.md".into()
}

/// Answers like a site of two hospitals, whose `/none` links are missing.
struct Site;

impl Resolve for Site {
    fn mention(&self, target: &str, label: Option<&Inline>, out: &mut Inline) {
        let words = label.cloned().unwrap_or_else(|| Inline::of("東京病院"));
        out.open(Mark::Link).attribute(Attribute::Href, &format!("/{target}/")).add(&words).close(Mark::Link);
    }

    fn mention_text(&self, _: &str, label: Option<&str>) -> String {
        label.unwrap_or("東京病院").to_owned()
    }

    fn link(&self, address: &str) -> Option<Anchor> {
        (address != "/none").then(|| {
            let attributes = if address.starts_with("https:") { vec![(Attribute::Rel, "external".to_owned())] } else { vec![] };
            Anchor { href: address.to_owned(), attributes }
        })
    }

    fn image(&self, address: &str) -> Option<Picture> {
        (address != "/none").then(|| Picture { src: address.to_owned(), size: Some((3, 2)) })
    }

    fn heading_id(&self, index: usize) -> String {
        format!("h{index}")
    }

    fn word(&self, word: Word) -> String {
        match word {
            Word::Footnotes => "footnotes",
            Word::Footnote { .. } => "footnote",
            Word::FootnoteBack { .. } => "back",
            Word::Table { .. } => "table",
            Word::TaskDone => "done",
            Word::TaskOpen => "open",
        }
        .to_owned()
    }
}

fn render(text: &str) -> String {
    let mut out = Inline::default();
    write(&parse(&path(), text).0, text, &Site, Title::Below, &mut out);
    out.prose()
}

fn plain_of(text: &str) -> String {
    plain(&parse(&path(), text).0, text, &Site)
}

fn inline(text: &str) -> String {
    let mut out = Inline::default();
    write_inline(text, &Site, &mut out);
    out.prose()
}

fn codes(text: &str) -> Vec<(&'static str, String)> {
    let (_, findings) = parse(&path(), text);
    findings.iter().map(|finding| (finding.code, finding.place.span.of(text).to_owned())).collect()
}

#[test]
fn emphasis_beside_cjk() {
    for (text, expected) in [
        ("これは**「重要」**です", "これは<strong>「重要」</strong>です"),
        ("病院**（東京）**の", "病院<strong>（東京）</strong>の"),
        ("~~（旧）~~です", "<del>（旧）</del>です"),
        ("これは~~（旧）~~です", "これは<del>（旧）</del>です"),
        ("これは*「重要」*です", "これは<em>「重要」</em>です"),
        ("これは***「重要」***です", "これは<em><strong>「重要」</strong></em>です"),
        ("病院**(東京)**の", "病院<strong>(東京)</strong>の"),
        ("これは**`code`**です", "これは<strong><code>code</code></strong>です"),
        ("これは**[名](/a)**です", "これは<strong><a href=\"/a\">名</a></strong>です"),
        ("これは**“重要”**です", "これは<strong>“重要”</strong>です"),
        ("東京**_abc_**の", "東京<strong><em>abc</em></strong>の"),
        ("東京**~~「旧」~~**の", "東京<strong><del>「旧」</del></strong>の"),
        ("**「一」**と**「二」**と", "<strong>「一」</strong>と<strong>「二」</strong>と"),
        ("一般に**\"중요\"**입니다", "一般に<strong>\"중요\"</strong>입니다"),
        ("（**「**東京**」**）", "（<strong>「</strong>東京<strong>」</strong>）"),
        ("3月~5月と、7月~9月", "3月~5月と、7月~9月"),
        ("2 * 3、4 * 5", "2 * 3、4 * 5"),
        ("`**「a」**b`と\\**「い」*う", "<code>**「a」**b</code>と*<em>「い」</em>う"),
        ("foo_「a」_bar", "foo_「a」_bar"),
    ] {
        assert_eq!(inline(text), expected, "{text}");
        assert_eq!(render(text), format!("<p>{expected}</p>\n"), "{text}");
    }
    assert_eq!(render("    **「a」**い\n"), "<pre tabindex=\"0\"><code>**「a」**い\n</code></pre>\n");
}

#[test]
fn what_the_author_typed_stays() {
    let text = "\u{E000}あ**「\u{E001}\u{1F030}」**い\u{E002}[x](/「*\u{E003}*)";
    let out = render(text);
    assert_eq!(out.matches('\u{E000}').count() + out.matches('\u{E001}').count() + out.matches('\u{E002}').count(), 3);
    assert!(out.contains("%E3%80%8C*%EE%80%83*") && out.contains("<strong>「\u{E001}\u{1F030}」</strong>"), "{out}");
    assert!(!out.contains('\u{E004}') && !out.contains('\u{1F031}'));
}

#[test]
fn lines_of_cjk_join() {
    for (text, expected) in [
        ("東京\n大阪", "東京大阪"),
        ("**東京**\n大阪", "<strong>東京</strong>大阪"),
        ("東京\n**大阪**", "東京<strong>大阪</strong>"),
        ("東京\n[大阪](/a)", "東京<a href=\"/a\">大阪</a>"),
        ("東京\n[Osaka](/a)", "東京\n<a href=\"/a\">Osaka</a>"),
        ("東京\nOsaka", "東京\nOsaka"),
        ("Tokyo\n大阪", "Tokyo\n大阪"),
        ("서울\n부산", "서울\n부산"),
        ("東京、\n{大阪|おおさか}", "東京、<ruby>大阪<rp>（</rp><rt>おおさか</rt><rp>）</rp></ruby>"),
        ("東京\n[[a/b]]\n大阪", "東京<a href=\"/a/b/\">東京病院</a>大阪"),
        ("東京\n[[a/b|Osaka *x*]]大", "東京\n<a href=\"/a/b/\">Osaka <em>x</em></a>大"),
        ("東京<!-- c -->\n大阪", "東京大阪"),
        ("東京  \n大阪", "東京<br>\n大阪"),
    ] {
        assert_eq!(inline(text), expected, "{text}");
        assert_eq!(render(text), format!("<p>{expected}</p>\n"), "{text}");
    }
}

#[test]
fn mentions_and_ruby() {
    for (text, expected) in [
        ("[[hospital/a]]", "<a href=\"/hospital/a/\">東京病院</a>"),
        ("[[hospital/a|the *hospital*]]", "<a href=\"/hospital/a/\">the <em>hospital</em></a>"),
        ("[[fee/x.first_a.amount_b]]", "<a href=\"/fee/x.first_a.amount_b/\">東京病院</a>"),
        ("![[a/b]]", "!<a href=\"/a/b/\">東京病院</a>"),
        ("`[[a/b]]` `{a|b}`", "<code>[[a/b]]</code> <code>{a|b}</code>"),
        ("\\[[a/b]] \\{a|b}", "[[a/b]] {a|b}"),
        ("a trainee ({ja:専攻医})", "a trainee (<span lang=\"ja\">専攻医</span>)"),
        ("{ja:専|せん}", "<ruby lang=\"ja\">専<rp>（</rp><rt>せん</rt><rp>）</rp></ruby>"),
        ("{ja: a} {note:a}", "{ja: a} {note:a}"),
        ("{専攻医|せんこうい}の{a", "<ruby>専攻医<rp>（</rp><rt>せんこうい</rt><rp>）</rp></ruby>の{a"),
        ("[[a/b|{専|せん}]]", "<a href=\"/a/b/\"><ruby>専<rp>（</rp><rt>せん</rt><rp>）</rp></ruby></a>"),
        ("[[a/b|]]", "<a href=\"/a/b/\">東京病院</a>"),
        ("[x [[a/b]] y](/u)", "[x <a href=\"/a/b/\">東京病院</a> y](/u)"),
        ("[[a/b|see <https://x.org>]]", "<a href=\"/a/b/\">see https://x.org</a>"),
        ("[[a/b]][[c/d]]", "<a href=\"/a/b/\">東京病院</a><a href=\"/c/d/\">東京病院</a>"),
    ] {
        assert_eq!(inline(text), expected, "{text}");
        assert_eq!(render(text), format!("<p>{expected}</p>\n"), "{text}");
    }
    assert_eq!(render("```\n[[a/b]] {a|b}\n```\n"), "<pre tabindex=\"0\"><code>[[a/b]] {a|b}\n</code></pre>\n");
}

#[test]
fn pipes_of_mentions_and_ruby_split_no_cell() {
    let out = render("| a | b |\n|:-:|--:|\n| [[a/b|own *words*]] | {専攻医|せんこうい} |\n| [[a/b\\|own]] | `[[c|d]]` |\n");
    assert_eq!(
        out,
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"table\"><table><thead><tr>\
         <th scope=\"col\" class=\"center\">a</th><th scope=\"col\" class=\"end\">b</th></tr></thead><tbody>\n\
         <tr><td class=\"center\"><a href=\"/a/b/\">own <em>words</em></a></td>\
         <td class=\"end\"><ruby>専攻医<rp>（</rp><rt>せんこうい</rt><rp>）</rp></ruby></td></tr>\n\
         <tr><td class=\"center\"><a href=\"/a/b/\">own</a></td><td class=\"end\"><code>[[c|d]]</code></td></tr>\n\
         </tbody></table></div>\n"
    );
    let header = render("| [[a/b|x]] | {b|c} |\n|-|-|\n| 1 | 2 |\n\n[[a/b|x]] `{a|b}` [[c/d|e\\|f]]\n");
    assert!(header.contains("<th scope=\"col\"><a href=\"/a/b/\">x</a></th><th scope=\"col\"><ruby>"), "{header}");
    assert!(header.ends_with("<p><a href=\"/a/b/\">x</a> <code>{a|b}</code> <a href=\"/c/d/\">e|f</a></p>\n"), "{header}");
    let (prose, _) = parse(&path(), "| a |\n|-|\n| [[a/b|own]] |\n");
    assert_eq!(prose.mentions.len(), 1);
    assert_eq!((prose.mentions[0].target.as_str(), prose.mentions[0].has_label), ("a/b", true));
    assert_eq!(prose.mentions[0].span.of("| a |\n|-|\n| [[a/b|own]] |\n"), "[[a/b|own]]");
}

#[test]
fn inline_text_has_no_blocks() {
    for text in
        ["# a", "- a", "1. a", "> a", "    a", "```", "---", "+ a\n- b\n\n# c", "| a |\n|---|", "[a]: /b", "~~~\nx", "a\n==="]
    {
        let out = inline(text);
        assert!(!out.contains('<') || out.contains("<del>"), "{text}: {out}");
        let words: String = out.replace("&gt;", ">").split_whitespace().collect();
        assert_eq!(words, text.split_whitespace().collect::<String>(), "{text}");
    }
    assert_eq!(inline("  *a*  "), "<em>a</em>");
    assert_eq!(inline("     *a*\n      b\n\n\n    c"), "<em>a</em>\nb\n\n\nc");
    assert_eq!(inline("**「重要」**です\n- *x*"), "<strong>「重要」</strong>です\n- <em>x</em>");
    assert_eq!(inline("a [^1] <b>x</b>"), "a [^1] &lt;b&gt;x&lt;/b&gt;");
    assert!(is_plain("東京（大阪）- 1. # \"x\" 3|4") && !is_plain("a*") && !is_plain("a&b"));
}

#[test]
fn blocks_are_valid_html() {
    let out = render("# A {#own .c}\n\n- [x] done\n- [ ] open\n\nTerm\n: Def\n\n![*alt* text](/i.png \"t\")\n\n3. x\n");
    for part in [
        "<h2 id=\"h0\">A</h2>",
        "<li><input type=\"checkbox\" disabled checked aria-label=\"done\"> done</li>",
        "<li><input type=\"checkbox\" disabled aria-label=\"open\"> open</li>",
        "<dl>\n<dt>Term</dt>\n<dd>Def</dd>\n</dl>",
        "<img src=\"/i.png\" alt=\"alt text\" title=\"t\" width=\"3\" height=\"2\" loading=\"lazy\">",
        "<ol start=\"3\">",
    ] {
        assert!(out.contains(part), "{part} not in {out}");
    }
    assert_eq!(
        render("[a](/none) ![b](/none) [c](https://x.org)"),
        "<p>a b <a href=\"https://x.org\" rel=\"external\">c</a></p>\n"
    );
    assert_eq!(render("<div>\nx</div>\n\na <b>b</b>"), "<p>&lt;div&gt;\nx&lt;/div&gt;</p>\n<p>a &lt;b&gt;b&lt;/b&gt;</p>\n");
    assert_eq!(render("<!-- a\nb -->\n\nc"), "<p>c</p>\n");
    assert_eq!(render("---\ntitle: x\n---\ntext"), "<p>text</p>\n");
    assert_eq!(render("###### a"), "<h6 id=\"h0\">a</h6>\n");
}

#[test]
fn footnotes_lead_there_and_back() {
    let out = render("a[^N] b[^n] c[^2]\n\n[^n]: Note\n[^2]:\n    - x\n[^3]: unused\n");
    assert_eq!(
        out,
        "<p>a<sup class=\"footnote\" id=\"fnref:1\"><a href=\"#fn:1\" role=\"doc-noteref\" aria-label=\"footnote\">1</a></sup> \
         b<sup class=\"footnote\" id=\"fnref:1:2\"><a href=\"#fn:1\" role=\"doc-noteref\" aria-label=\"footnote\">1</a></sup> \
         c<sup class=\"footnote\" id=\"fnref:2\"><a href=\"#fn:2\" role=\"doc-noteref\" aria-label=\"footnote\">2</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"footnotes\"><ol>\n\
         <li id=\"fn:1\"><p>Note <a href=\"#fnref:1\" role=\"doc-backlink\" aria-label=\"back\">↩</a> \
         <a href=\"#fnref:1:2\" role=\"doc-backlink\" aria-label=\"back\">↩</a></p>\n</li>\n\
         <li id=\"fn:2\"><ul>\n<li>x</li>\n</ul>\n <a href=\"#fnref:2\" role=\"doc-backlink\" aria-label=\"back\">↩</a></li>\n\
         </ol></section>\n"
    );
    assert_eq!(
        codes("a[^1]\n\n[^1]: x\n[^2]: y\n[^1]: z\n"),
        [("unused-footnote", "[^1]:".into()), ("unused-footnote", "[^2]:".into())]
    );
}

#[test]
fn the_outline_has_words_and_exact_places() {
    let text = "前\n\n# {専攻医|せんこうい}の**「道」**へ [[a/b]] `x` {#way}\n\nTwo\nlines\n---\n\n> ## [[c/d|own *words*]]\n";
    let (prose, findings) = parse(&path(), text);
    assert_eq!(findings, []);
    let seen: Vec<_> = prose.outline.iter().map(|h| (h.level, h.text.as_str(), h.id.as_deref(), h.has_mention)).collect();
    assert_eq!(
        seen,
        [(1, "専攻医の「道」へ a/b x", Some("way"), true), (2, "Two lines", None, false), (2, "own words", None, true)]
    );
    assert_eq!(prose.outline[0].span.of(text), "# {専攻医|せんこうい}の**「道」**へ [[a/b]] `x` {#way}");
    assert_eq!(prose.outline[0].content.of(text), "{専攻医|せんこうい}の**「道」**へ [[a/b]] `x`");
    assert_eq!(inline_plain(prose.outline[0].content.of(text), &Site), "専攻医の「道」へ 東京病院 x");
    assert_eq!(prose.outline[2].content.of(text), "[[c/d|own *words*]]");
    let mentions: Vec<_> = prose.mentions.iter().map(|m| (m.target.as_str(), m.has_label, m.span.of(text))).collect();
    assert_eq!(mentions, [("a/b", false, "[[a/b]]"), ("c/d", true, "[[c/d|own *words*]]")]);
}

#[test]
fn links_point_at_their_addresses() {
    let text = "あ**「[東*京*](/a \"t\")」**い ![絵](b.png) <https://x.org> <a@b.org> [r][ref] ![](c.png)\n\n[ref]: ../z\n";
    let (prose, findings) = parse(&path(), text);
    assert_eq!(findings, []);
    let seen: Vec<_> = prose.links.iter().map(|l| (l.address.as_str(), l.text.as_str(), l.image, l.span.of(text))).collect();
    assert_eq!(
        seen,
        [
            ("/a", "東京", false, "/a"),
            ("b.png", "絵", true, "b.png"),
            ("https://x.org", "https://x.org", false, "https://x.org"),
            ("mailto:a@b.org", "a@b.org", false, "a@b.org"),
            ("../z", "r", false, "../z"),
            ("c.png", "", true, "c.png"),
        ]
    );
    let (prose, _) = parse_inline(&path(), "あ**「[x](/y)」**い[[a/b]]", 100);
    assert_eq!((prose.links[0].span.start, prose.links[0].span.end), (100 + 12, 100 + 14));
    assert_eq!(prose.mentions[0].span.end, 100 + 30);
}

#[test]
fn findings_point_at_the_place() {
    for (text, expected) in [
        ("a <b>x</b> c\n", vec![("raw-html", "<b>")]),
        ("<div>\nx\n</div>\n\ny", vec![("raw-html", "<div>\nx\n</div>")]),
        ("<!-- c -->\n\na <!-- d --> b", vec![]),
        ("a\n\n<!-- never closed\n\nb", vec![("raw-html", "<!-- never closed\n\nb")]),
        ("</b>", vec![("raw-html", "</b>")]),
        ("[a](javascript:x)", vec![("unsafe-address", "javascript:x")]),
        ("[a](java&#x0A;script:x)", vec![("unsafe-address", "java&#x0A;script:x")]),
        ("[a](&#1;JAVASCRIPT&colon;x)", vec![("unsafe-address", "&#1;JAVASCRIPT&colon;x")]),
        ("![a](< data:image/png;x>)", vec![("unsafe-address", " data:image/png;x")]),
        ("[a]\n\n[a]: vbscript:x", vec![("unsafe-address", "vbscript:x")]),
        ("<javascript:x>", vec![("unsafe-address", "javascript:x")]),
        ("[a](/b) [c](#d) [e](tel:1)", vec![]),
        ("---\na: b\n---\nx", vec![("front-matter", "---")]),
        ("あ [[a/b\nc", vec![("unclosed-mention", "[[")]),
        ("[[a/b\n]]", vec![("unclosed-mention", "[[")]),
        ("`[[a` \\[[b\n\n    [[c", vec![]),
        ("[[]] x", vec![("unclosed-mention", "[[")]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|(code, at): (_, &str)| (code, at.to_owned())).collect();
        assert_eq!(codes(text), expected, "{text}");
    }
    for text in ["[a](javascript:x)", "![a](data:x)", "<javascript:x>", "[a](java&#x0A;script:x)"] {
        let out = render(text);
        assert!(!out.contains("href") && !out.contains("src"), "{out}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn deep_nesting_is_found_at_once() {
    let n = 100_000;
    let opened: String = ["[", "*", "![", "**「", "`", "<", "{a|", "[[", "(", "_", "~~"].concat();
    let mut texts: Vec<String> = [
        ">",
        "[",
        "*",
        "- ",
        "1. ",
        "![",
        "[[",
        "[[a|",
        "{",
        "{a|",
        "`",
        "<",
        "<!--",
        "*a ",
        "**「",
        "_a_ ",
        "~~（",
        "[a](",
        "[a](<",
        "[a](\"",
        "[^1]",
        "]",
        "&",
        "\\",
        "> ",
        "a**b",
        "*a_ ",
        "|",
        "`a``",
        "<a ",
        "<?",
        "<![CDATA[",
        "\n: ",
        "[a]: b\n",
        "[]",
        "- a\n",
        ">\n",
        "a\n\n",
        "[[\n",
        "x | y\n-|-\n",
        &opened,
    ]
    .iter()
    .map(|piece| piece.repeat(n / piece.len()))
    .collect();
    texts.push(format!("{}a{}", "*".repeat(n / 2), "*".repeat(n / 2)));
    texts.push(format!("{}a{}", "[".repeat(n / 2), "](b)".repeat(n / 8)));
    texts.push(format!("{}\n{}", "- ".repeat(n / 4), "\n".repeat(n / 2)));
    texts.push(format!("{}\n{}", ">".repeat(n / 2), ">a\n".repeat(n / 6)));
    texts.push(format!("{}a{}", "**「".repeat(n / 10), "」**".repeat(n / 10)));
    texts.push((0..400).map(|i| format!("{}- a\n", "  ".repeat(i))).collect());
    texts.push((0..400).map(|i| format!("{}a\n", ">".repeat(i))).collect());
    for text in texts {
        let begin = std::time::Instant::now();
        parse(&path(), &text);
        let out = render(&text);
        inline(&text);
        let all = begin.elapsed();
        let start: String = text.chars().take(8).collect();
        assert!(all.as_secs() < 10, "{start:?} took {all:?}");
        assert!(out.len() < 40 * n);
    }
    assert_eq!(codes(&">".repeat(n))[0].0, "markdown-nesting");
    assert_eq!(codes(&format!("{}a{}", "*".repeat(400), "*".repeat(400)))[0].0, "markdown-nesting");
    assert_eq!(codes(&format!("{}a", "> ".repeat(60))), []);
}

#[test]
fn plain_words() {
    let text = "# 見出し\n\n**東京**\n大阪 [x](/y) {専攻医|せんこうい}[^1] `c` &amp; ![絵](/i)\n\n- a\n- [[a/b]]\n\n[^1]: note\n";
    assert_eq!(plain_of(text), "見出し\n東京大阪 x 専攻医 c & 絵\na\n東京病院");
    assert_eq!(inline_plain("**a** [[a/b|{専|せん}*門*]] <!-- c -->", &Site), "a 専門");
}

/// Pieces of text from which Markdown of all sorts comes about.
pub fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z東京「」（）、。 ]{0,3}",
        6 => prop::sample::select(vec![
            "*", "**", "***", "_", "~~", "~", "`", "``", "[", "]", "[[", "]]", "(", ")", "](", "!", "|", "{", "}", "{a|b}", "<", ">",
            "&amp;", "&#0;", "\\", "\n", "\n\n", "\n> ", "\n- ", "\n  ", "\n    ", "\n1. ", "# ", " {#a}", "\n|-|-|\n", "\n---\n", "```\n",
            "[^1]", "\n[^1]: ", "\n: ", "- [ ] ", "<!-- ", " -->", "<b>", "</b>", "<div>\n", "https://a", "[a]: /b\n", "  \n", "\t",
            "\u{E000}", "\u{1F030}", "\u{3000}", "é", "“", "한", "\u{0}", "🙂", ":",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The words of some HTML.
fn words(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

fn lies_inside(span: crate::base::Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.range()).is_some()
}

pub fn config() -> ProptestConfig {
    let cases = if cfg!(debug_assertions) { 2_000 } else { 200_000 };
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_read(text in prop_oneof![markdown(), any::<String>()]) {
        for (prose, findings) in [parse(&path(), &text), parse_inline(&path(), &text, 0)] {
            let spans = prose.outline.iter().flat_map(|h| [h.span, h.content])
                .chain(prose.mentions.iter().map(|m| m.span))
                .chain(prose.links.iter().map(|l| l.span))
                .chain(findings.iter().map(|f| f.place.span));
            for span in spans {
                prop_assert!(lies_inside(span, &text), "{span:?}");
            }
            for mention in &prose.mentions {
                prop_assert!(mention.span.of(&text).starts_with("[[") && mention.span.of(&text).ends_with("]]"));
            }
        }
        let out = render(&text);
        inline(&text);
        plain_of(&text);
        inline_plain(&text, &Site);
        prop_assert!(!out.contains(" style=") || text.contains("style"));
        for sign in ('\u{E000}'..='\u{E010}').chain('\u{1F030}'..='\u{1F040}') {
            prop_assert!(text.contains(sign) || !out.contains(sign), "{:?} came in", sign);
        }
    }

    #[test]
    fn tags_are_balanced(text in markdown()) {
        let phrase = inline(&text);
        for block in ["<p>", "<pre", "<ul", "<ol", "<table", "<blockquote", "<h1", "<hr", "<dl"] {
            prop_assert!(!phrase.contains(block), "{}", &phrase);
        }
        for out in [render(&text), phrase] {
            let mut open: Vec<String> = Vec::new();
            for part in out.split('<').skip(1) {
                let tag = part.split(['>', ' ']).next().unwrap_or_default();
                match tag.strip_prefix('/') {
                    Some(end) => {
                        let begun = open.pop();
                        prop_assert_eq!(begun.as_deref(), Some(end), "{}", &out);
                    }
                    None if ["br", "hr", "img", "input"].contains(&tag) => {}
                    None => {
                        prop_assert!(tag != "a" || !open.iter().any(|outer| outer == "a"), "nested links: {}", &out);
                        prop_assert!(!["p", "div", "ul"].contains(&tag) || !open.iter().any(|outer| outer == "p"), "{}", &out);
                        open.push(tag.to_owned());
                    }
                }
            }
            prop_assert!(open.is_empty(), "{}", &out);
            let mut ids: Vec<&str> = out.split(" id=\"").skip(1).filter_map(|part| part.split('"').next()).collect();
            ids.sort_unstable();
            prop_assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{}", &out);
        }
    }

    #[test]
    fn bold_beside_cjk_needs_no_space(
        before in "[a-z(.「、]{0,2}[東京あ」）。]", inner in "[a-z東京「」（）。、\"'().]{1,5}", after in "[東京あ「（、][a-z)]{0,2}",
    ) {
        for (mark, tag) in [("**", "strong"), ("*", "em"), ("~~", "del")] {
            let text = format!("{before}{mark}{inner}{mark}{after}");
            prop_assert_eq!(inline(&text), format!("{before}<{tag}>{inner}</{tag}>{after}"));
        }
    }

    #[test]
    fn words_survive_emphasis(text in "([東京「」（）。、a-z(). ]|\\*\\*?|~~|\u{E000}|\u{1F030}){0,16}") {
        let out = inline(&text);
        let kept = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !"*~".contains(*c)).collect::<String>();
        prop_assert_eq!(kept(&words(&out)), kept(&text));
    }
}
