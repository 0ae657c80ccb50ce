//! `annai fmt`: rewrites accepted spellings to the canonical ones, and puts keys in order, by changing just those places.

use std::sync::Arc;

use super::Outcome;
use super::arguments::{CheckOptions, FmtOptions};
use super::session::Session;
use crate::base::span::line_column;
use crate::base::{Arg, Span};
use crate::edge::apply::as_stored;
use crate::edge::{create, read};
use crate::edit::splice::apply;
use crate::model::document::{self, Parsed};

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &FmtOptions) -> Outcome {
    let (as_of, _) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let (mut files, mut places) = (0, 0);
    for (path, file) in &*sources.files {
        if !is_wanted(path, &options.paths) {
            continue;
        }
        let Some(parsed) = Parsed::of(path, file) else { continue };
        let Some(text) = parsed.text.as_deref() else { continue };
        let reorders = document::reorders(path, text);
        if parsed.edits.is_empty() && reorders.is_empty() {
            continue;
        }
        files += 1;
        places += parsed.edits.len() + reorders.len();
        if options.check {
            for (span, _) in &reorders {
                let (line, column) = line_column(text, span.start);
                session.say("fmt-would-order", &[("place", Arg::from(format!("{path}:{line}:{column}")))]);
            }
            for (span, canonical) in &parsed.edits {
                let (line, column) = line_column(text, span.start);
                let args = [
                    ("place", Arg::from(format!("{path}:{line}:{column}"))),
                    ("found", Arg::from(span.of(text))),
                    ("canonical", Arg::from(canonical.as_str())),
                ];
                session.say("fmt-would", &args);
            }
            continue;
        }
        let target = session.global.root.join(&**path);
        // The text in memory has LF and no mark of byte order: the file's own ends of lines are kept.
        let rewritten = match read::stored(&target) {
            Some(stored) => as_stored(&stored, &formatted(path, text, &parsed.edits)),
            None => formatted(path, text, &parsed.edits),
        };
        if let Err(reason) = create::replace(&session.global.root, path, &rewritten) {
            let args = [("path", Arg::from(target.display().to_string())), ("reason", Arg::from(reason))];
            return session.refuse("init-failed", None, &args);
        }
    }
    session.say(
        if options.check { "fmt-checked" } else { "fmt-done" },
        &[("files", Arg::from(files)), ("places", Arg::from(places))],
    );
    if options.check && places > 0 { Outcome::Errors } else { Outcome::Fine }
}

/// Is the file one of those that were named, or below one?
fn is_wanted(path: &str, wanted: &[String]) -> bool {
    let matches = |wanted: &String| {
        let wanted = wanted.trim_start_matches("./").trim_end_matches('/');
        path == wanted || path.starts_with(&format!("{wanted}/")) || wanted.ends_with(&format!("/{path}"))
    };
    path.starts_with("content/") && (wanted.is_empty() || wanted.iter().any(matches))
}

/// Maps lie in maps no deeper than this.
const DEEPEST: usize = 100;

/// The text in canonical spelling, with the keys of its maps in order: the outer map first, then what lies inside of it.
fn formatted(path: &Arc<str>, text: &str, edits: &[(Span, String)]) -> String {
    let mut text = apply(text, edits);
    for _ in 0..DEEPEST {
        let reorders = document::reorders(path, &text);
        if reorders.is_empty() {
            break;
        }
        text = apply(&text, &reorders);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formatted_record(text: &str) -> String {
        let path = "content/programs/x.yaml".into();
        let edits = Parsed::of(&path, &crate::source::File::text(text.as_bytes())).map(|parsed| parsed.edits).unwrap_or_default();
        formatted(&path, text, &edits)
    }

    #[test]
    fn keys_stand_in_order_with_their_comments() {
        let text = "\
# The whole record.

sources: [a]   # at the end
# The first step is late.
# Really.
steps:
  - when: {of: training-start, at: -P3M}
    name: {ja: 相談, en: Talk}
    note:
      ja: |
        # no comment
      en: x

  # second
  - {note: {ja: z, en: z}, name: {ja: 書類, en: Documents}}
name: {ja: 研修, en: Training}
";
        let expected = "\
# The whole record.

name: {ja: 研修, en: Training}
# The first step is late.
# Really.
steps:
  - name: {ja: 相談, en: Talk}
    when: {at: -P3M, of: training-start}
    note:
      ja: |
        # no comment
      en: x

  # second
  - {name: {ja: 書類, en: Documents}, note: {ja: z, en: z}}
sources: [a]   # at the end
";
        assert_eq!(formatted_record(text), expected);
        assert_eq!(formatted_record(expected), expected);
    }

    /// What a record says, without where it says it.
    fn meaning(text: &str) -> String {
        let parsed = Parsed::of(&"content/programs/x.yaml".into(), &crate::source::File::text(text.as_bytes())).unwrap();
        let Some(document::Document::Record(record)) = parsed.document else { panic!("{text}") };
        assert!(parsed.findings.iter().all(|finding| finding.code == "spelling"), "{text}: {:?}", parsed.findings);
        let shown = format!("{:?} {:?}", record.common, record.body);
        let mut parts = shown.split("Span { start: ").map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()));
        let first = parts.next().unwrap().to_owned();
        let rest: String =
            parts.map(|part| part.trim_start_matches(", end: ").trim_start_matches(|c: char| c.is_ascii_digit())).collect();
        let mut shown = first + &rest;
        while let Some(at) = shown.find("verbatim: Some(") {
            let end = at + shown[at..].find(')').unwrap();
            shown.replace_range(at..=end, "");
        }
        shown
    }

    const ENTRIES: [&str; 9] = [
        "name: {en: Training, ja: 研修}\n",
        "# Why so long?\nduration: {at_most: 2年}\n\n",
        "summary:\n  ja: |\n    # 要約\n    です。\n  en: >-\n    A summary\n",
        "steps:\n- note: {ja: あ, en: a}   # late\n  name: {ja: 申請, en: Apply}\n  # of it\n  when: {of: training-start, at: -P1M}\n\n- name: {ja: 開始, en: Start}\n",
        "links:\n  - {address: missing, label: {ja: 様式, en: \"A, form\"}}\n  - https://example.org/#a\n",
        "verified: 令和5年11月14日   # twice\n",
        "cautions:\n\n  # one\n  - text: {ja: 注, en: Note}\n    kind: timing\n",
        "capacity:\n  at_least: 2\n",
        "extra: {z: 1, a: [2, 3]}\n",
    ];

    proptest::proptest! {
        #[test]
        fn a_record_means_the_same_in_whatever_order_it_was_written(
            entries in proptest::sample::subsequence(ENTRIES[1..].to_vec(), 0..ENTRIES.len()),
            seed in proptest::prelude::any::<u64>(),
            blank in proptest::prelude::any::<bool>(),
        ) {
            let mut entries: Vec<&str> = entries.into_iter().chain([ENTRIES[0]]).collect();
            entries.sort_by_key(|entry| crate::base::fingerprint::stable(&format!("{seed}{entry}")));
            let text = format!("{}{}", if blank { "# A head.\n\n" } else { "" }, entries.concat());
            let new = formatted_record(&text);
            assert_eq!(meaning(&new), meaning(&text), "{text}\n{new}");
            assert_eq!(formatted_record(&new), new);
            let is_in_order = new.find("name:") < new.find("\nsummary:").or(Some(usize::MAX));
            assert!(is_in_order, "{new}");
            for comment in ["# A head.", "# Why so long?", "# late", "# of it", "# twice", "# one"] {
                assert_eq!(new.contains(comment), text.contains(comment), "{comment}");
            }
            assert!(!new.contains("# Why so long?") || new.contains("# Why so long?\nduration"), "{new}");
        }
    }

    #[test]
    fn what_cannot_be_moved_safely_stays() {
        for text in [
            "summary: &s {ja: a, en: b}\nname: *s\n",
            "summary: {ja: a, en: b}\nnmae: {ja: a, en: b}\nname: {ja: a, en: b}\n",
            "summary: {ja: a, en: b}\nsummary: {ja: a, en: b}\nname: {ja: a, en: b}\n",
            "{summary: {ja: a,\n en: b}, name: {ja: a, en: b}}\n",
            "summary: {ja: a\nname: x\n",
        ] {
            assert_eq!(formatted_record(text), text);
        }
    }

    #[test]
    fn only_the_places_change() {
        let text = "# 注\namount: 30万円   # そのまま\ndate: 令和5年11月14日（火）正午\n";
        let parsed = Parsed::of(&"content/fees/x.yaml".into(), &crate::source::File::text(text.as_bytes()));
        let edits = parsed.map(|parsed| parsed.edits).unwrap_or_default();
        assert_eq!(apply(text, &edits), text.replace("30万円", "300000"));
        assert_eq!(as_stored("\u{FEFF}a: 30万円\r\n", "a: 300000\n"), "\u{FEFF}a: 300000\r\n");
    }
}
