//! The line of a mistake as it should be.

use super::comma::quoted;
use super::mistake::{Mistake, is_foreign_space, is_name};
use crate::base::Span;

/// The line in which a mistake was made, mended.
pub fn line(text: &str, mistake: &Mistake) -> String {
    let (start, end) = (mistake.span.start as usize, mistake.span.end as usize);
    let written = line_of(text, start);
    let instead = |sign: &str, from: usize, to: usize| {
        let before = text.get(..from).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        let behind = text.get(to..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
        let behind = behind.trim_start_matches(|c: char| c == ' ' || is_foreign_space(c));
        format!("{before}{sign}{behind}").trim().to_owned()
    };
    match (mistake.message, mistake.help) {
        ("yaml-full-width-colon", _) => instead(": ", start, end),
        ("yaml-full-width-comma", _) => instead(", ", start, end),
        ("yaml-colon-space", _) => {
            let colon = if text.get(start..end) == Some(":") { end } else { start };
            instead(" ", colon, end)
        }
        ("yaml-full-width-space" | "yaml-foreign-space" | "yaml-tab", _) => {
            written.trim_matches(|c: char| c.is_whitespace() || is_foreign_space(c)).to_owned()
        }
        (_, "yaml-apostrophe-help") => instead("", start, end),
        ("yaml-bracket-in-text" | "yaml-unknown-anchor" | "yaml-character" | "yaml-colon", _) => {
            value(text, start).map_or_else(|| with_ascii_signs(written), |value| quoted(text, value))
        }
        _ => with_ascii_signs(written),
    }
}

fn line_of(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or_default()
}

/// The text that a byte is a part of, on one line: from behind the name of its field to the next field.
fn value(text: &str, at: usize) -> Option<Span> {
    let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let (before, behind) = (text.get(line..at)?, text.get(at..)?.split('\n').next()?.trim_end());
    let is_inside = before.contains('{') && before.rfind('{') > before.rfind('}');
    let mut colons = before.match_indices(": ").map(|(colon, _)| colon);
    let is_field = |colon: &usize| {
        let name = before.get(..*colon).unwrap_or_default();
        let rest = name.trim_end_matches(is_name);
        rest.len() < name.len() && (rest.trim().is_empty() || rest.ends_with([' ', '{', ',', '-']))
    };
    let colon = if is_inside { colons.filter(is_field).last() } else { colons.find(is_field) }?;
    let end = if is_inside { next_field(behind).or_else(|| behind.rfind('}'))? } else { behind.len() };
    let (from, to) = (line + colon + 2, at + end);
    (from < to).then(|| Span::new(from, to))
}

/// Where the comma stands behind which the next field begins.
fn next_field(behind: &str) -> Option<usize> {
    behind.match_indices(',').map(|(at, _)| at).find(|at| {
        let name = behind.get(at + 1..).unwrap_or_default().trim_start();
        let rest = name.trim_start_matches(is_name);
        rest.len() < name.len() && rest.starts_with(": ")
    })
}

/// A line with ASCII signs in place of their full-width forms, where they are signs of YAML: behind the name of a field, before it, and
/// around all of a value.
fn with_ascii_signs(line: &str) -> String {
    let brackets = [('｛', '{'), ('｝', '}'), ('［', '['), ('］', ']')];
    let mut out = String::with_capacity(line.len());
    let mut rest = line.trim().chars().peekable();
    while let Some(c) = rest.next() {
        let name = out.trim_end_matches(is_name);
        let is_behind_name = name.len() < out.len() && (name.trim().is_empty() || name.ends_with([' ', '{', ',', '-']));
        match c {
            '：' if is_behind_name => out.push_str(": "),
            '，' if rest.peek().is_some_and(|c| is_name(*c)) || rest.peek() == Some(&' ') => out.push_str(", "),
            c => out.push(brackets.iter().find(|(wide, _)| *wide == c).map_or(c, |(_, sign)| *sign)),
        }
    }
    out.replace(":  ", ": ").replace(",  ", ", ")
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::base::Arg;

    #[test]
    fn the_line_is_shown_as_it_should_be() {
        for (typed, line) in [
            ("name：見本\nb: 1\n", "name: 見本"),
            ("a: 1\n    name：{ja: 見本：その1, en: x}\n", "name: {ja: 見本：その1, en: x}"),
            ("name: {ja：見本, en: x}\n", "name: {ja: 見本, en: x}"),
            ("name: {ja: 見本、en: x}\n", "name: {ja: 見本, en: x}"),
            ("name: {ja: 一、二，en: x}\n", "name: {ja: 一、二, en: x}"),
            ("name: ｛ja: 見本：1, en: x｝\n", "name: {ja: 見本：1, en: x}"),
            ("a: 1\n　b: 2\n", "b: 2"),
            ("a:\n  b: 1\n\u{a0}\u{a0}c: 2\n", "c: 2"),
            ("a: 1\nreading:　くうはく\n", "reading: くうはく"),
            ("ja: [[term/x]]のこと。\nb: 1\n", "ja: \"[[term/x]]のこと。\""),
            ("a: {ja: 詳しくは[[term/x]]へ, en: y}\n", "a: {ja: \"詳しくは[[term/x]]へ\", en: y}"),
            ("reading: こ: ろん\n", "reading: \"こ: ろん\""),
            ("reading: @もじ\n", "reading: \"@もじ\""),
            ("a: **太字**の文\n", "a: \"**太字**の文\""),
            ("amount: '17000\n", "amount: 17000"),
            ("fee: {amount: '17000, per: month}\nb: 'x'\n", "fee: {amount: 17000, per: month}"),
            ("amount: '17000\nnote: 'それ'\n", "amount: 17000"),
        ] {
            let (_, findings) = parse(&"x.yaml".into(), typed);
            let Some(finding) = findings.iter().find(|finding| finding.code == "yaml-syntax") else { panic!("{typed}") };
            let shown = finding.args.iter().find_map(|(name, arg)| match arg {
                Arg::Text(text) if *name == "line" => Some(text.as_str()),
                _ => None,
            });
            assert_eq!(shown, Some(line), "{typed}");
        }
    }
}
