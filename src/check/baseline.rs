//! `content/translations.baseline`: what was missing or out of date when the gate was put up. It may only shrink.

use std::collections::BTreeSet;

use super::lock::{Lock, Pair, State};

/// Where it stands.
pub const PATH: &str = "content/translations.baseline";

/// The gaps that are known: language, path and key, one on each line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    lines: BTreeSet<String>,
}

impl Baseline {
    /// Reads the file.
    pub fn parse(text: &str) -> Self {
        Self { lines: text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect() }
    }

    /// The file's text: sorted lines.
    pub fn to_text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }

    /// Is the gap one of the known ones?
    pub fn knows(&self, pair: &Pair) -> bool {
        self.lines.contains(&line(pair))
    }

    /// How many of the known gaps are no longer there.
    pub fn mended(&self, gaps: &[&Pair]) -> usize {
        self.lines.len() - self.shrunk(gaps).lines.len()
    }

    /// The known gaps that are still there.
    pub fn shrunk(&self, gaps: &[&Pair]) -> Self {
        let gaps = Self::of(gaps);
        Self { lines: self.lines.intersection(&gaps.lines).cloned().collect() }
    }

    /// All gaps, of a site that has no such file yet.
    pub fn of(gaps: &[&Pair]) -> Self {
        Self { lines: gaps.iter().map(|pair| line(pair)).collect() }
    }
}

/// The text of the file when files stand elsewhere: `place` says where; nowhere, when one is gone.
pub fn moved(text: &str, place: impl Fn(&str) -> Option<String>) -> String {
    let moved = |line: &str| match line.split('\t').collect::<Vec<_>>()[..] {
        [language, path, key] => place(path).map(|path| format!("{language}\t{path}\t{key}")),
        _ => Some(line.to_owned()),
    };
    Baseline { lines: text.lines().filter(|line| !line.is_empty()).filter_map(moved).collect() }.to_text()
}

fn line(pair: &Pair) -> String {
    format!("{}\t{}\t{}", pair.language, pair.path, pair.key)
}

/// Is the text missing, or older than its source?
pub fn is_gap(lock: &Lock, pair: &Pair) -> bool {
    matches!(lock.state(pair), State::Missing | State::Outdated(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_only_shrinks() {
        let pair = |key: &str| Pair {
            language: "en".into(),
            path: "content/fees/x.yaml".into(),
            key: key.into(),
            source: "費用".into(),
            translation: None,
            span: crate::base::Span::default(),
        };
        let (a, b, c) = (pair("a"), pair("b"), pair("c"));
        let baseline = Baseline::parse(&Baseline::of(&[&a, &b]).to_text());
        assert!(baseline.knows(&a) && !baseline.knows(&c));
        assert_eq!(baseline.mended(&[&b, &c]), 1);
        assert_eq!(baseline.shrunk(&[&b, &c]), Baseline::of(&[&b]));
    }
}
