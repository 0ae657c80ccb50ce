//! What a moment leaves open, as sources do: 「12月中旬」, 「秋頃」; the end of a day, 24:00; what counts as in time, 「必着」; what ends a
//! window sooner, 「定員になり次第」; and how firm it is, 「予定」.

/// A part of a month or year that is told by a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first third of a month.
    Early,
    /// The second third.
    Mid,
    /// The last third.
    Late,
    /// The last days.
    End,
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Early, Self::Mid, Self::Late, Self::End, Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// The words by which it is written behind a month or year, the usual one first: Japanese, then English.
    pub fn words(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Early => (&["上旬", "初旬", "初め", "はじめ", "頭"], &["early", "beginning"]),
            Self::Mid => (&["中旬", "半ば", "なかば"], &["mid", "middle"]),
            Self::Late => (&["下旬", "後半"], &["late"]),
            Self::End => (&["末日", "末"], &["end"]),
            Self::Spring => (&["春"], &["spring"]),
            Self::Summer => (&["夏"], &["summer"]),
            Self::Autumn => (&["秋"], &["autumn", "fall"]),
            Self::Winter => (&["冬"], &["winter"]),
        }
    }

    /// Is it a part of a year, and not of a month?
    pub fn is_season(self) -> bool {
        matches!(self, Self::Spring | Self::Summer | Self::Autumn | Self::Winter)
    }

    /// Its first month, of a season.
    pub fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
            Self::Early | Self::Mid | Self::Late | Self::End => 1,
        }
    }

    /// Its first day, of a part of a month.
    pub fn first_day(self) -> i8 {
        match self {
            Self::Mid => 11,
            Self::Late | Self::End => 21,
            _ => 1,
        }
    }

    /// The first day after it, of a part of a month that does not last to its end.
    pub fn day_after(self) -> Option<i8> {
        match self {
            Self::Early => Some(11),
            Self::Mid => Some(21),
            _ => None,
        }
    }

    /// The message id of what readers see.
    pub fn message(self) -> &'static str {
        match self {
            Self::Early => "date_part_early",
            Self::Mid => "date_part_mid",
            Self::Late => "date_part_late",
            Self::End => "date_part_end",
            Self::Spring => "date_part_spring",
            Self::Summer => "date_part_summer",
            Self::Autumn => "date_part_autumn",
            Self::Winter => "date_part_winter",
        }
    }
}

/// What has to have happened by the moment, where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// It has arrived.
    Arrival,
    /// It was posted: the postmark says so.
    Postmark,
    /// It was received at a counter or by a system.
    Receipt,
}

impl Counts {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Arrival, Self::Postmark, Self::Receipt];

    /// The words by which it is written beside a moment, the usual one first: Japanese, then English.
    pub fn words(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Arrival => (
                &["必着", "当日必着", "期日必着", "必着のこと", "必着厳守"],
                &["arrival", "must arrive by", "must have arrived by", "must have arrived", "to arrive by", "must reach us by"],
            ),
            Self::Postmark => (
                &["消印有効", "当日消印有効", "当日の消印有効", "消印まで有効", "締切日消印有効"],
                &["postmark", "postmarked by", "postmarked", "must be postmarked by", "as postmarked"],
            ),
            Self::Receipt => (
                &["受付有効", "受信有効", "受付分まで有効", "受付分有効"],
                &["receipt", "must be received by", "received by", "must be submitted by"],
            ),
        }
    }

    /// As open data name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Postmark => "postmark",
            Self::Receipt => "receipt",
        }
    }

    /// The message id of what readers see.
    pub fn message(self) -> &'static str {
        match self {
            Self::Arrival => "date_counts_arrival",
            Self::Postmark => "date_counts_postmark",
            Self::Receipt => "date_counts_receipt",
        }
    }
}

/// What ends a window before its date, or without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// All places are taken.
    Filled,
    /// Somebody is hired.
    Hired,
    /// The money is spent.
    Spent,
    /// Something that is not told, or another day of which nobody knows yet.
    Early,
}

impl Until {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Filled, Self::Hired, Self::Spent, Self::Early];

    /// The words by which it is written, the usual one first: Japanese, then English.
    pub fn words(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Filled => (
                &[
                    "定員になり次第",
                    "定員に達し次第",
                    "定員に達した時点で",
                    "定員に達するまで",
                    "定員に達した日",
                    "定員に達した時",
                    "定員に達した時点",
                    "募集定員に達し次第",
                    "募集人数に達し次第",
                    "満員になり次第",
                    "満席になり次第",
                ],
                &["until filled", "until-filled", "until full", "until places are filled", "until all places are filled"],
            ),
            Self::Hired => (
                &["採用者が決まり次第", "採用者が決定し次第", "採用者決定次第", "採用が決まり次第", "採用決定次第"],
                &["until the position is filled", "until the post is filled", "until-hired", "until somebody is hired"],
            ),
            Self::Spent => (
                &["予算がなくなり次第", "予算に達し次第", "予算額に達し次第", "予算の上限に達し次第"],
                &["until funds run out", "until the funds run out", "until-spent", "while funds last"],
            ),
            Self::Early => (
                &["早まる場合あり", "早まる場合がある", "早まることがある", "早まることあり", "早期終了の場合あり"],
                &["may close earlier", "may close early", "earlier if need be"],
            ),
        }
    }

    /// As open data name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Filled => "filled",
            Self::Hired => "hired",
            Self::Spent => "spent",
            Self::Early => "early",
        }
    }

    /// The message ids of what readers see: beside a date, and alone.
    pub fn messages(self) -> (&'static str, &'static str) {
        match self {
            Self::Filled => ("date_until_filled", "date_only_until_filled"),
            Self::Hired => ("date_until_hired", "date_only_until_hired"),
            Self::Spent => ("date_until_spent", "date_only_until_spent"),
            Self::Early => ("date_until_early", "date_only_until_early"),
        }
    }

    /// What says that it ends at the date or before, beside what ends it: it does so anyway.
    pub const WHICHEVER_EARLIER: [&'static str; 12] = [
        "のいずれか早い方",
        "のいずれか早い日",
        "のいずれか早い時点",
        "のいずれか早いほう",
        "いずれか早い方",
        "いずれか早い日",
        "のどちらか早い方",
        "whichever is the earlier",
        "whichever is earlier",
        "whichever comes first",
        "whichever is sooner",
        "whichever comes earlier",
    ];

    /// The words as the language writes them.
    pub fn canonical(self, is_japanese: bool) -> &'static str {
        let (japanese, english) = self.words();
        if is_japanese { japanese } else { english }.first().copied().unwrap_or_default()
    }

    /// What stands behind such words at the beginning of a text, and which they are. What others say around them is left out:
    /// `（ただし定員に達し次第締め切ります）`.
    pub fn eaten(text: &str) -> Option<(Self, &str)> {
        const BEFORE: [&str; 15] = [
            "、",
            ",",
            "※",
            "ただし",
            "但し",
            "なお",
            "または",
            "又は",
            "もしくは",
            "先着順で",
            "先着順",
            "or ",
            "but ",
            "closes ",
            "closing ",
        ];
        const BEHIND: [&str; 20] = [
            "、",
            "又は",
            "または",
            "受付",
            "募集",
            "を",
            "締め切り",
            "締切り",
            "締切",
            "〆切",
            "締め切",
            "終了",
            "とします",
            "します",
            "となります",
            "ります",
            "ます",
            "する",
            "とする",
            "る",
        ];
        let rest = text.trim_start();
        let opened = rest.strip_prefix('(');
        let mut inner = opened.unwrap_or(rest).trim_start();
        while let Some(behind) = BEFORE.iter().find_map(|word| inner.strip_prefix(word)) {
            inner = behind.trim_start();
        }
        let words = |until: Self| {
            let (japanese, english) = until.words();
            let behind = japanese.iter().chain(english).filter_map(|word| inner.strip_prefix(word));
            behind.min_by_key(|behind| behind.len()).map(|behind| (until, behind))
        };
        let (until, mut behind) = Self::ALL.into_iter().filter_map(words).min_by_key(|(_, behind)| behind.len())?;
        if behind.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        while let Some(rest) = BEHIND.iter().find_map(|word| behind.strip_prefix(word)) {
            behind = rest;
        }
        let after = behind.trim_start().strip_prefix(')');
        if opened.is_some() { Some((until, after?)) } else { Some((until, after.unwrap_or(behind))) }
    }
}

/// How firm a moment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Firm {
    /// As stated.
    #[default]
    Yes,
    /// The source says that it may change.
    Provisional,
    /// An editor supposes it and is to compare it with the source: a finding until the mark is taken away.
    ToConfirm,
}

impl Firm {
    /// Those that are written.
    pub const MARKED: [Self; 2] = [Self::Provisional, Self::ToConfirm];

    /// The words by which it is written beside a moment, the usual one first: Japanese, then English.
    pub fn words(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Yes => (&[], &[]),
            Self::Provisional => (&["予定", "予定日", "仮", "暫定"], &["provisional", "tentative", "provisionally"]),
            Self::ToConfirm => (&["要確認"], &["to be confirmed", "tbc"]),
        }
    }

    /// The message id of what readers see.
    pub fn message(self) -> Option<&'static str> {
        match self {
            Self::Yes => None,
            Self::Provisional => Some("date_provisional"),
            Self::ToConfirm => Some("date_to_confirm"),
        }
    }
}

/// What a moment leaves open, and what is said beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Vague {
    /// A part of its month or year.
    pub part: Option<Part>,
    /// 頃.
    pub about: bool,
    /// 24:00: the instant at which its day ends, told as the source tells it. It has no other time.
    pub ends_day: bool,
    /// What counts as in time.
    pub counts: Option<Counts>,
    /// What ends the window sooner.
    pub until: Option<Until>,
    /// How firm it is.
    pub firm: Firm,
}

impl Vague {
    /// Puts the words to a moment in ISO 8601's order.
    pub fn canonical(self, mut moment: String, is_japanese: bool) -> String {
        if let Some(part) = self.part {
            let (japanese, english) = part.words();
            match is_japanese {
                true => moment.push_str(japanese.iter().find(|word| **word != "末日").copied().unwrap_or_default()),
                false => moment.extend([" ", english.first().copied().unwrap_or_default()]),
            }
        }
        let mut out = match (self.about, is_japanese) {
            (false, _) => moment,
            (true, true) => moment + "頃",
            (true, false) => format!("about {moment}"),
        };
        let words = [self.counts.map(Counts::words), self.until.map(Until::words), Some(self.firm.words())];
        for (japanese, english) in words.into_iter().flatten() {
            if let Some(word) = if is_japanese { japanese } else { english }.first() {
                out.extend([" ", word]);
            }
        }
        out
    }
}

/// What stands behind a remark beside a moment: in brackets, behind ※, or bare.
pub fn behind<'t>(text: &'t str, (japanese, english): (&[&str], &[&str])) -> Option<&'t str> {
    let rest = text.trim_start();
    let opened = rest.strip_prefix('(').or_else(|| rest.strip_prefix('※'));
    let inner = opened.unwrap_or(rest).trim_start();
    // The longest first: 当日消印有効 holds 消印有効.
    let fits = japanese.iter().chain(english).filter_map(|word| inner.strip_prefix(word));
    let behind = fits.min_by_key(|behind| behind.len())?;
    if behind.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // `(金・必着)`: the bracket may have been opened before the weekday.
    let after = behind.trim_start().strip_prefix(')');
    if rest.starts_with('(') { after } else { Some(after.unwrap_or(behind)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::moment::spelling::moment;

    #[test]
    fn each_word_beside_a_moment_is_read_and_its_usual_one_written() {
        let canonical = |text: &str| moment(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}")).canonical(text);
        for part in Part::ALL {
            let (japanese, english) = part.words();
            let moment = if part.is_season() { "2026" } else { "2026-12" };
            let usual = if part == Part::End { "末" } else { japanese[0] };
            for word in japanese {
                assert_eq!(canonical(&format!("{moment}{word}")), format!("{moment}{usual}"), "{word}");
            }
            for word in english {
                assert_eq!(canonical(&format!("{moment} {word}")), format!("{moment} {}", english[0]), "{word}");
            }
        }
        let remarks = Counts::ALL.map(Counts::words).into_iter().chain(Firm::MARKED.map(Firm::words));
        let remarks = remarks.chain(Until::ALL.map(Until::words));
        for words in remarks.flat_map(|(japanese, english)| [japanese, english]) {
            for word in words {
                for text in [format!("2026-12-11 {word}"), format!("2026-12-11 ({word})")] {
                    assert_eq!(canonical(&text), format!("2026-12-11 {}", words[0]), "{text}");
                }
            }
        }
    }

    #[test]
    fn each_word_has_a_message_of_its_own() {
        let parts = Part::ALL.map(Part::message);
        let counts = Counts::ALL.map(Counts::message);
        let firm = Firm::MARKED.map(|firm| firm.message().unwrap());
        let until = Until::ALL.map(Until::messages).into_iter().flat_map(|(beside, alone)| [beside, alone]);
        let all: std::collections::BTreeSet<&str> = parts.into_iter().chain(counts).chain(firm).chain(until).collect();
        assert_eq!(all.len(), 21);
        assert!(all.iter().all(|id| id.starts_with("date_")));
        assert_eq!(Firm::Yes.message(), None);
    }
}
