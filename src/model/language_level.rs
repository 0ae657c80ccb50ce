//! How well somebody must know a language: levels of JLPT and CEFR.

use std::borrow::Cow;

use super::link;
use super::node::{Node, Value};
use super::read::{Coded, Cx, Described, Fields, Read, Shape, fields, indispensable, scalars};
use super::spelling::fold;
use super::text::Text;
use crate::base::Language;

/// What levels of a language are told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// The Japanese-Language Proficiency Test.
    Jlpt,
    /// The Common European Framework of Reference for Languages.
    Cefr,
}

/// A level of a scale; more is a later place in [`Level::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// What it is told by.
    pub scale: Scale,
    /// Its name on it: `N2`, `B2`.
    pub name: &'static str,
}

impl Level {
    /// All levels, of each scale the lowest first.
    pub const ALL: [Self; 11] = [
        Self::of(Scale::Jlpt, "N5"),
        Self::of(Scale::Jlpt, "N4"),
        Self::of(Scale::Jlpt, "N3"),
        Self::of(Scale::Jlpt, "N2"),
        Self::of(Scale::Jlpt, "N1"),
        Self::of(Scale::Cefr, "A1"),
        Self::of(Scale::Cefr, "A2"),
        Self::of(Scale::Cefr, "B1"),
        Self::of(Scale::Cefr, "B2"),
        Self::of(Scale::Cefr, "C1"),
        Self::of(Scale::Cefr, "C2"),
    ];

    const fn of(scale: Scale, name: &'static str) -> Self {
        Self { scale, name }
    }

    /// Its place among all.
    pub fn rank(self) -> usize {
        Self::ALL.iter().position(|level| *level == self).unwrap_or_default()
    }

    /// The level alone, as records have it.
    fn parse(text: &str) -> Option<Self> {
        let text = fold(text).to_ascii_uppercase();
        Self::ALL.into_iter().find(|level| level.name == text)
    }
}

/// How well somebody must know a language: that level or a higher one.
#[derive(Debug, Clone, PartialEq)]
pub struct LanguageLevel {
    /// The language.
    pub language: Language,
    /// The level.
    pub level: Level,
    /// What proves as much will do, too.
    pub equivalent: bool,
    /// A remark.
    pub note: Option<Text>,
}

/// `ja-N2`.
impl Coded for LanguageLevel {
    fn code(&self) -> Cow<'_, str> {
        format!("{}-{}", self.language.as_str(), self.level.name).into()
    }
}

fields! {
    /// A level as it is written with more than one word.
    LevelParts {
        /// The language; Japanese where the level is one of its test.
        language: Option<Language>,
        /// The level.
        level: Level,
        /// What proves as much will do, too.
        equivalent: bool,
        /// A remark.
        note: Option<Text>,
    }
}

/// Words around a level that say nothing which the field does not say. The longer ones stand before those that they begin with.
const AROUND: [&str; 18] = [
    "日本語能力試験",
    "CEFR",
    "JLPT",
    "レベル",
    "LEVEL",
    "以上の合格",
    "以上",
    "合格者",
    "合格",
    "取得",
    "OR ABOVE",
    "OR HIGHER",
    "OR BETTER",
    "AT LEAST",
    "MINIMUM",
    "の",
    "(",
    ")",
];

/// Words that say that other proof will do.
const EQUIVALENT: [&str; 9] =
    ["または同等", "又は同等", "もしくは同等", "若しくは同等", "相当", "同等", "OR EQUIVALENT", "OR AN EQUIVALENT", "EQUIVALENT"];

/// A level in one cell: the language that it names, the level, whether other proof will do.
fn level_in_words(text: &str) -> Option<(Option<String>, Level, bool)> {
    let text = fold(text).to_ascii_uppercase();
    let is_apart = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (level, at) = Level::ALL.into_iter().find_map(|level| {
        let (at, _) = text.match_indices(level.name).find(|(at, name)| {
            let behind = text.get(at + name.len()..).and_then(|rest| rest.chars().next());
            is_apart(text.get(..*at).and_then(|rest| rest.chars().next_back())) && is_apart(behind)
        })?;
        Some((level, at))
    })?;
    let mut around = format!("{} {}", text.get(..at)?, text.get(at + level.name.len()..)?);
    let is_equivalent = EQUIVALENT.iter().any(|word| around.contains(word));
    for word in EQUIVALENT.iter().chain(&AROUND) {
        around = around.replace(word, " ");
    }
    let named = around.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '、' | ',' | '。')).to_owned();
    Some(((!named.is_empty()).then_some(named), level, is_equivalent))
}

impl LanguageLevel {
    /// As records have it.
    fn canonical(&self) -> String {
        let Level { scale, name } = self.level;
        let equivalent = if self.equivalent { ", equivalent: true" } else { "" };
        match scale {
            Scale::Jlpt if self.equivalent => format!("{{level: {name}{equivalent}}}"),
            Scale::Jlpt => name.to_owned(),
            Scale::Cefr => format!("{{language: {}, level: {name}{equivalent}}}", self.language.as_str()),
        }
    }
}

impl Described for LanguageLevel {
    fn shape() -> Shape {
        Shape::Either("language-level", vec![Level::shape(), Shape::Map(LevelParts::MAP)])
    }
}

impl Read for LanguageLevel {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let japanese = || Language::parse("ja");
        if let Value::Map(_) = &node.value {
            let mut fields = Fields::of(node, "value-language-level", cx)?;
            let parts = LevelParts::from_fields(&mut fields);
            let lacks_language = !fields.is_written(LevelParts::language.key);
            if lacks_language && parts.as_ref().is_some_and(|parts| parts.level.scale == Scale::Cefr) {
                fields.missing(LevelParts::language.key);
            }
            fields.finish();
            let LevelParts { language, level, equivalent, note } = parts?;
            let language = language.or_else(|| japanese().filter(|_| level.scale == Scale::Jlpt))?;
            if level.scale == Scale::Jlpt && language.primary() != "ja" {
                cx.bad_part("bad-quantity", "bad-level", "bad-level-scale", node);
                return None;
            }
            return Some(Self { language, level, equivalent, note });
        }
        let Some((named, level, equivalent)) = node.as_str().and_then(level_in_words) else {
            cx.bad_part("bad-quantity", "bad-level", "bad-level-help", node);
            return None;
        };
        let language = match &named {
            None if level.scale == Scale::Jlpt => japanese(),
            None => None,
            Some(name) => link::named(name).and_then(Language::parse).or_else(|| Language::parse(&name.to_lowercase())),
        };
        match language {
            Some(language) if level.scale == Scale::Cefr || language.primary() == "ja" => {
                let read = Self { language, level, equivalent, note: None };
                cx.canonical(node, &read.canonical());
                Some(read)
            }
            Some(_) => {
                cx.bad_part("bad-quantity", "bad-level", "bad-level-scale", node);
                None
            }
            // Other words around a level of Japanese.
            None if level.scale == Scale::Jlpt => {
                cx.write_instead("bad-quantity", "bad-level", "bad-level-more", level.name, node);
                None
            }
            None => {
                let line = format!("{{language: en, level: {}}}", level.name);
                cx.write_instead("bad-quantity", "bad-level", "bad-level-language", &line, node);
                None
            }
        }
    }
}

impl Read for Level {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let level = node.as_str().and_then(Self::parse);
        match (level, node.as_str().and_then(level_in_words)) {
            (Some(level), _) => cx.canonical(node, level.name),
            (None, Some((_, meant, _))) => cx.write_instead("bad-quantity", "bad-level", "bad-level-more", meant.name, node),
            (None, None) => cx.bad_part("bad-quantity", "bad-level", "bad-level-help", node),
        }
        level
    }
}

scalars! {
    Level: "level" STRING "[NnＮｎ][1-5１-５]|[A-Ca-cＡ-Ｃａ-ｃ][12１２]", ["n2", "Ｎ２", "B2", "N2"], ["fluent", "N6"];
}

indispensable!(Level);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read::tests::outcome;

    #[test]
    fn levels_are_read_with_the_language_that_they_are_of() {
        for (typed, said) in [
            ("N2", "N2"),
            ("N2以上", "N2"),
            ("JLPT N2 or above", "N2"),
            ("日本語能力試験Ｎ２合格", "N2"),
            ("日本語 N2以上", "N2"),
            ("N2または同等", "{level: N2, equivalent: true}"),
            ("英語B2以上", "{language: en, level: B2}"),
            ("English (CEFR B2)", "{language: en, level: B2}"),
            ("日本語 CEFR B2", "{language: ja, level: B2}"),
            ("{language: en, level: b2}", "{language: en, level: B2}"),
            ("{level: N1, equivalent: true}", "{level: N1, equivalent: true}"),
            ("B2", "bad-level bad-level-language {language: en, level: B2}"),
            ("{level: B2}", "missing-field missing-field-help"),
            ("英語N2", "bad-level bad-level-scale"),
            ("N2級", "bad-level bad-level-more N2"),
            ("{language: en, level: N2}", "bad-level bad-level-scale"),
            ("{level: 日本語N2}", "bad-level bad-level-more N2"),
            ("流暢な日本語", "bad-level bad-level-help"),
            ("N6", "bad-level bad-level-help"),
            ("N22", "bad-level bad-level-help"),
        ] {
            assert_eq!(outcome::<LanguageLevel>("language_levels", typed).1, said, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*", level in "[NnABC1-5日本語英語 以上]*") {
            let _ = (level_in_words(&text), level_in_words(&level));
        }
    }
}
