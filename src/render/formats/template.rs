//! A message with places for values, read once and filled often.

use icu::plurals::PluralCategory;

use crate::base::Arg;
use crate::render::messages::Messages;

/// The characters that mark the places for values while a message is read: private use, so that no message has them.
const FIRST_MARK: u32 = 0xE000;

/// A message cut up at its variables.
#[derive(Debug, Clone)]
pub(super) struct Template(Vec<Piece>);

#[derive(Debug, Clone)]
enum Piece {
    Literal(Box<str>),
    Value(usize),
}

impl Template {
    /// Reads a message with the variables `names`, all of which it must show. One that does not (a slip in a site's own
    /// messages) would lose facts: then the values stand side by side.
    pub fn load(messages: &Messages, id: &str, names: &[&str]) -> Self {
        Self::load_with(messages, id, names, &[])
    }

    /// The same, with further variables that it need not show.
    pub fn load_with(messages: &Messages, id: &str, names: &[&str], optional: &[&str]) -> Self {
        Self::read(messages, id, None, names, optional).unwrap_or_else(|| Self::side_by_side(names.len()))
    }

    fn read(messages: &Messages, id: &str, plural: Option<&str>, names: &[&str], optional: &[&str]) -> Option<Self> {
        let marks = names.iter().chain(optional).zip(marks()).map(|(name, mark)| (*name, Arg::Text(mark.to_string())));
        let args: Vec<(&str, Arg)> = marks.chain(plural.map(|plural| ("plural", Arg::from(plural)))).collect();
        let template = Self::cut(&messages.format(id, &args));
        (0..names.len()).all(|value| template.shows(value)).then_some(template)
    }

    fn cut(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut literal = String::new();
        for c in text.chars() {
            match marks().take(16).position(|mark| mark == c) {
                Some(value) => {
                    if !literal.is_empty() {
                        pieces.push(Piece::Literal(std::mem::take(&mut literal).into()));
                    }
                    pieces.push(Piece::Value(value));
                }
                None => literal.push(c),
            }
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal.into()));
        }
        Self(pieces)
    }

    fn side_by_side(values: usize) -> Self {
        let pieces = (0..values).flat_map(|value| [Piece::Literal(" ".into()), Piece::Value(value)]);
        Self(pieces.skip(1).collect())
    }

    fn shows(&self, value: usize) -> bool {
        self.0.iter().any(|piece| matches!(piece, Piece::Value(shown) if *shown == value))
    }

    /// The text with the values in their places, in the order of the names.
    pub fn fill(&self, values: &[&str]) -> String {
        let mut text = String::with_capacity(values.iter().map(|value| value.len()).sum::<usize>() + 24);
        for piece in &self.0 {
            text.push_str(match piece {
                Piece::Literal(literal) => literal,
                Piece::Value(value) => values.get(*value).copied().unwrap_or_default(),
            });
        }
        text
    }
}

fn marks() -> impl Iterator<Item = char> {
    (FIRST_MARK..).filter_map(char::from_u32)
}

/// A message for each plural category. It chooses by `$plural`, the category's name, and shows `$number`.
#[derive(Debug, Clone)]
pub(super) struct Plural {
    other: Template,
    rest: [Template; 5],
}

/// The categories beside `other`, in the order of [`Plural::rest`].
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

impl Plural {
    /// Reads a message whose first variable is `$number`; `names` are the others, all of which it must show.
    pub fn load(messages: &Messages, id: &str, names: &[&str]) -> Self {
        let all: Vec<&str> = std::iter::once("number").chain(names.iter().copied()).collect();
        let other = Template::read(messages, id, Some("other"), &all, &[]);
        let other = other.unwrap_or_else(|| Template::side_by_side(all.len()));
        let rest = CATEGORIES.map(|category| {
            // "سنتان" is "two years" without a number.
            let read = Template::read(messages, id, Some(category), &[], &all);
            read.filter(|template| (1..all.len()).all(|value| template.shows(value))).unwrap_or_else(|| other.clone())
        });
        Self { other, rest }
    }

    /// The template for a category. Its first value is the number.
    pub fn get(&self, category: PluralCategory) -> &Template {
        let [zero, one, two, few, many] = &self.rest;
        match category {
            PluralCategory::Zero => zero,
            PluralCategory::One => one,
            PluralCategory::Two => two,
            PluralCategory::Few => few,
            PluralCategory::Many => many,
            PluralCategory::Other => &self.other,
        }
    }
}
