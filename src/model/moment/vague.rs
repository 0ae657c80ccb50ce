//! What a moment leaves open, as sources do: 「12月中旬」, 「秋頃」; and the end of a day, 24:00.

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

/// What a moment leaves open, and whether it is the end of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Vague {
    /// A part of its month or year.
    pub part: Option<Part>,
    /// 頃.
    pub about: bool,
    /// 24:00: the instant at which its day ends, told as the source tells it. It has no other time.
    pub ends_day: bool,
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
        match (self.about, is_japanese) {
            (false, _) => moment,
            (true, true) => moment + "頃",
            (true, false) => format!("about {moment}"),
        }
    }
}
