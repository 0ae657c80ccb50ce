//! The words by which a language states facts, read from `locales/<language>/facts.txt`, and the longest of them at a place.

mod beginnings;
mod slips;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use self::beginnings::Beginnings;
pub use self::slips::slips;
use super::item::{Bound, ONE, Unit};
use crate::base::Language;
use crate::source::Sources;

/// What a word says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// A number in letters, in thousandths; is it firm enough to be missed?
    Number(u64, bool),
    /// Ten and its powers, behind a number.
    Scale(u64),
    /// One over so much, in millionths: half, third.
    Part(u64),
    /// Behind the lower number of a fraction: 分の.
    PartsOf,
    /// The month of that number; `true` if the word has other meanings too.
    Month(u64, bool),
    /// Behind the number of a month: 月.
    MonthSign,
    /// Behind a year of the calendar: 年.
    YearSign(Unit),
    /// Behind a day of a month: 日.
    DaySign(Unit),
    /// Behind an hour: 時.
    HourSign,
    /// Behind the minutes of a time of day, where that is no unit: 分, which in Chinese is a mark too.
    MinuteSign,
    /// A unit of time.
    Unit(Unit),
    /// Half of a unit that stands behind or before: 半.
    Half,
    /// "a", "an", "the": one of the unit that follows.
    Article,
    /// A currency.
    Currency(u32),
    /// So many millionths for each of a number: percent, 割.
    Percent(u64),
    /// A bound of the number that stands before it.
    BoundAfter(Bound),
    /// A bound of the number that stands behind it.
    BoundBefore(Bound),
    /// Somehow a bound or an approximation, of whatever number.
    AnyBound,
    /// A time of day, in minutes.
    Time(u64),
    /// The half of the day that an hour before or behind lies in: hours to add.
    HalfOfDay(u64),
    /// Behind an hour: o'clock.
    Clock,
    /// "half past".
    HalfPast,
    /// The year before the first of an era.
    Era(u64),
    /// A fiscal year: before or behind its number.
    Fiscal,
    /// Behind the first year of a decade: 年代.
    Decade,
    /// Between two ends, or two of a kind: から, to, and.
    Joins,
    /// Before what can only be a month.
    Preposition,
    /// Behind a number that is counted: 名, 枚.
    Counter,
    /// Every second of the unit that follows: 隔, "every other".
    EverySecond,
    /// A number behind "out of", "in": a share.
    OutOf,
    /// Nothing of a fact.
    Nothing,
}

/// A value of a group that a word says, and whether it only counts as a counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint {
    /// The group.
    pub group: Group,
    /// Which of the group, by a hash.
    pub value: u32,
    /// Is it never missed?
    pub is_loose: bool,
}

/// A value of a group, or a currency, in few bytes.
pub const fn value(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let (mut hash, mut at) = (0x811C_9DC5_u32, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// Groups of what texts say beside numbers, of which one value contradicts the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Days of the week.
    Weekday,
    /// How often, or for how long each: per month, per year.
    Per,
    /// Before or after.
    Side,
    /// Early, in the middle or late in a month or year.
    Part,
    /// Morning or afternoon.
    HalfDay,
    /// The last, the same, the next year, month or day.
    Neighbour,
    /// With tax or without.
    Tax,
    /// All, or one of several.
    Quantifier,
    /// Must, or need not.
    Need,
    /// May, or may not.
    Permission,
    /// Not.
    Negation,
    /// Perhaps.
    Possibility,
    /// Nothing else.
    Only,
    /// What a sentence is about: a fact of a record by its own noun, or something else that such a fact is not.
    Topic,
    /// Something that numbers and dates stand beside.
    Thing,
    /// A language that people speak.
    Tongue,
    /// What is counted above a list: documents, conditions.
    Listed,
    /// Money that is given back.
    GivenBack,
    /// Whether people are taken in now.
    Recruits,
    /// Words that are each other's counterpart, so that they are none of anything else: 無料, free.
    Alike,
    /// Beside a day: from it on, or until then.
    Edge,
    /// Behind a number: people are counted.
    People,
    /// A name of that kind.
    Name(u8),
}

impl Group {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "weekday" => Self::Weekday,
            "per" => Self::Per,
            "side" => Self::Side,
            "part" => Self::Part,
            "half-day" => Self::HalfDay,
            "neighbour" => Self::Neighbour,
            "tax" => Self::Tax,
            "quantifier" => Self::Quantifier,
            "need" => Self::Need,
            "permission" => Self::Permission,
            "negation" => Self::Negation,
            "possibility" => Self::Possibility,
            "only" => Self::Only,
            "topic" => Self::Topic,
            "thing" => Self::Thing,
            "tongue" => Self::Tongue,
            "listed" => Self::Listed,
            "given back" => Self::GivenBack,
            "recruits" => Self::Recruits,
            "alike" => Self::Alike,
            "edge" => Self::Edge,
            "people" => Self::People,
            _ => return None,
        })
    }

    /// Those that are missed where the other language says nothing of the kind.
    const MISSED: [Self; 3] = [Self::Negation, Self::Possibility, Self::Only];

    /// Is it missed where the other language says nothing of the kind?
    pub fn is_missed(self) -> bool {
        Self::MISSED.contains(&self)
    }
}

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Words {
    /// Sorted.
    words: Vec<Word>,
    beginnings: Beginnings,
    /// Groups that would be missed, of which no word is known: whether a text says something of the kind cannot be told.
    pub untold: Vec<Group>,
}

/// A word and what it says.
#[derive(Debug, Clone)]
pub struct Word {
    text: Box<str>,
    /// As part of a fact.
    pub says: Says,
    /// Beside facts.
    pub hints: Vec<Hint>,
    /// Only the beginning of words: un-.
    is_beginning: bool,
    /// The longest other word that it begins with.
    shorter: Option<usize>,
}

static BUILT_IN: LazyLock<[(&str, Words); 3]> = LazyLock::new(|| {
    [
        ("en", Words::parse(include_str!("../../../locales/en/facts.txt"))),
        ("ja", Words::parse(include_str!("../../../locales/ja/facts.txt"))),
        ("zh-Hans", Words::parse(include_str!("../../../locales/zh-Hans/facts.txt"))),
    ]
});

/// The built-in words of a language.
pub(super) fn built_in(base: &str) -> Option<&'static Words> {
    BUILT_IN.iter().find(|(other, _)| *other == base).map(|(_, words)| words)
}

/// The words of each language of a site whose sentences are understood.
pub struct Languages {
    words: Vec<(String, Cow<'static, Words>)>,
    /// No words at all, for values that are written the same in all languages.
    none: Words,
}

impl Languages {
    /// The words of languages, by tags: a site's own before the built-in ones.
    pub fn of<'t>(tags: impl Iterator<Item = &'t Language>, sources: &Sources) -> Self {
        let words = tags.filter_map(|language| {
            let tag = language.as_str();
            let base = tag.split('-').next().unwrap_or(tag);
            let own = [tag, base].iter().find_map(|tag| sources.text(&format!("locales/{tag}/facts.txt")));
            let own = own.map(|text| Cow::Owned(Words::parse(text)));
            // zh-CN is read as zh-Hans is.
            let built_in = language.own().find_map(|own| built_in(own.as_str())).or_else(|| built_in(base));
            Some((tag.to_owned(), own.or_else(|| built_in.map(Cow::Borrowed))?))
        });
        Self { words: words.collect(), none: Words::parse("") }
    }

    /// The words of a language, if its sentences are understood.
    pub fn get(&self, tag: &str) -> Option<&Words> {
        self.words.iter().find(|(other, _)| other == tag).map(|(_, words)| &**words)
    }

    /// No words at all.
    pub fn none(&self) -> &Words {
        &self.none
    }
}

impl Word {
    /// A word that is nothing of a fact.
    pub(super) fn hint(text: &str, hint: Hint) -> Self {
        Self {
            text: text.to_ascii_lowercase().into(),
            says: Says::Nothing,
            hints: vec![hint],
            is_beginning: false,
            shorter: None,
        }
    }
}

impl Words {
    /// Reads a file: `[class]` above lines of `value = word | word`. A value after `~` is loose; `un*` is the beginning of words.
    pub fn parse(text: &str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut class = "";
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                class = name;
                continue;
            }
            let (name, spellings) = line.split_once(" = ").unwrap_or(("", line));
            let (is_loose, name) = name.strip_prefix('~').map_or((false, name.trim()), |name| (true, name.trim()));
            let hint = Group::named(class).map(|group| Hint { group, value: value(name), is_loose });
            let Some(says) = hint.map(|_| Says::Nothing).or_else(|| says(class, name, is_loose)) else { continue };
            for word in spellings.split('|').map(str::trim).filter(|word| !word.is_empty()) {
                let (word, is_beginning) = word.strip_suffix('*').map_or((word, false), |word| (word, true));
                let text = word.to_ascii_lowercase().into();
                words.push(Word { text, says: says.clone(), hints: hint.into_iter().collect(), is_beginning, shorter: None });
            }
        }
        Self::of(words)
    }

    /// Sorts words, and joins what is said of the same.
    pub(super) fn of(mut words: Vec<Word>) -> Self {
        words.sort_by(|a, b| a.text.cmp(&b.text));
        words.dedup_by(|later, first| {
            let is_same = later.text == first.text;
            if is_same {
                first.hints.append(&mut later.hints);
                if matches!(first.says, Says::Nothing | Says::AnyBound) && later.says != Says::Nothing {
                    first.says = std::mem::replace(&mut later.says, Says::Nothing);
                }
            }
            is_same
        });
        let mut open: Vec<usize> = Vec::new();
        for at in 0..words.len() {
            let text = words[at].text.clone();
            while open.last().is_some_and(|last| !text.starts_with(&*words[*last].text)) {
                open.pop();
            }
            words[at].shorter = open.last().copied();
            open.push(at);
        }
        let beginnings = Beginnings::of(words.iter().map(|word| &*word.text));
        let is_told = |group: &Group| words.iter().any(|word| word.hints.iter().any(|hint| hint.group == *group));
        let untold = Group::MISSED.into_iter().filter(|group| !is_told(group)).collect();
        Self { words, beginnings, untold }
    }

    /// The longest word at a byte of a text in small letters, and where it ends.
    pub fn at(&self, text: &str, i: usize) -> Option<(&Word, usize)> {
        let rest = text.get(i..)?;
        let mut chars = rest.chars();
        let first = chars.next()?;
        let last = self.last_before(rest, first, chars.next());
        let mut at = last.or_else(|| self.last_before(rest, first, None));
        while let Some(word) = at.and_then(|at| self.words.get(at)) {
            let end = i + word.text.len();
            if rest.starts_with(&*word.text) && is_whole(text, i, if word.is_beginning { text.len() } else { end }, &word.text) {
                let letters = rest.bytes().skip(word.text.len()).take_while(u8::is_ascii_alphabetic).count();
                return Some((word, if word.is_beginning { end + letters } else { end }));
            }
            at = word.shorter;
        }
        None
    }

    /// The longest word that a word at a byte of a text begins with, and where it ends.
    pub fn shorter(&self, word: &Word, text: &str, i: usize) -> Option<(&Word, usize)> {
        let mut at = word.shorter;
        while let Some(word) = at.and_then(|at| self.words.get(at)) {
            let end = i + word.text.len();
            if is_whole(text, i, end, &word.text) {
                return Some((word, end));
            }
            at = word.shorter;
        }
        None
    }

    /// Of the words that begin so, the last that is sorted before a text: that, or one that it begins with, begins the text.
    fn last_before(&self, text: &str, first: char, second: Option<char>) -> Option<usize> {
        let Range { start, end } = self.beginnings.words(first, second)?;
        let count = self.words.get(start..end)?.partition_point(|word| &*word.text <= text);
        (start + count).checked_sub(1).filter(|last| *last >= start)
    }
}

/// Letters of other scripts than Latin need no end of a word.
fn is_whole(text: &str, start: usize, end: usize, word: &str) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let bytes = text.as_bytes();
    let (first, last) = (is_letter(word.as_bytes().first()), is_letter(word.as_bytes().last()));
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    !(first && is_letter(before) || last && is_letter(bytes.get(end)))
}

/// What the words of a class say of facts.
fn says(class: &str, name: &str, is_loose: bool) -> Option<Says> {
    let number = || name.parse::<u64>().ok();
    Some(match class {
        "number" => Says::Number(number()?.checked_mul(ONE)?, !is_loose),
        "scale" => Says::Scale(number()?),
        "fraction" => Says::Part(1_000_000 / number()?.max(1)),
        "fraction of" => Says::PartsOf,
        "month" => Says::Month(number()?, is_loose),
        "month sign" => Says::MonthSign,
        "year sign" => Says::YearSign(Unit::named(name)?),
        "day sign" => Says::DaySign(Unit::named(name)?),
        "hour sign" => Says::HourSign,
        "minute sign" => Says::MinuteSign,
        "unit" => Says::Unit(Unit::named(name)?),
        "half" => Says::Half,
        "article" => Says::Article,
        "currency" => Says::Currency(value(name)),
        "percent" => Says::Percent(number()?.saturating_mul(10_000)),
        "bound after" => Says::BoundAfter(bound(name)?),
        "bound before" => Says::BoundBefore(bound(name)?),
        "any bound" => Says::AnyBound,
        "time" => Says::Time(number()?),
        "half of day" => Says::HalfOfDay(number()?),
        "clock" => Says::Clock,
        "half past" => Says::HalfPast,
        "era" => Says::Era(number()?),
        "fiscal" => Says::Fiscal,
        "decade" => Says::Decade,
        "joins" => Says::Joins,
        "preposition" => Says::Preposition,
        "counter" => Says::Counter,
        "every second" => Says::EverySecond,
        "out of" => Says::OutOf,
        "nothing" => Says::Nothing,
        _ => return None,
    })
}

fn bound(name: &str) -> Option<Bound> {
    Some(match name {
        "at-least" => Bound::AtLeast,
        "more-than" => Bound::MoreThan,
        "at-most" => Bound::AtMost,
        "until" => Bound::Until,
        "less-than" => Bound::LessThan,
        "about" => Bound::About,
        "exactly" => Bound::Exactly,
        _ => return None,
    })
}
