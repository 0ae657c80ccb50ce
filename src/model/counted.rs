//! Days that are counted from another stage: within 10 business days after the notice of the result, or a day of the calendar, whichever is
//! earlier.

use super::count::Count;
use super::moment::vague::{Until, Vague};
use super::moment::{Moment, Year};
use super::read::{Fields, choices, fields};
use super::text::Text;
use super::word::{In, StageName};

fields! {
    /// What it is counted from, and how long before or after that.
    Counted, map("value-counted"), span, then(is_one_of_each) {
        /// The stage of the same round that it is counted from,
        from: Option<In<StageName>>,
        /// or what else.
        event: Option<Text>,
        /// At most so long after it,
        within: Option<Count>,
        /// so long after it,
        after: Option<Count>,
        /// or so long before it.
        before: Option<Count>,
        /// The day of the calendar beside it,
        or: Option<Moment>,
        /// and which of the two counts.
        whichever: Option<Whichever>,
    }
}

choices! {
    /// Which of two days counts.
    Whichever: "whichever" {
        /// The one that comes first.
        Earlier = "earlier" | "早い方" | "早い日" | "いずれか早い方" | "いずれか早い日" | "whichever is earlier" | "first",
        /// The one that comes last.
        Later = "later" | "遅い方" | "遅い日" | "いずれか遅い方" | "いずれか遅い日" | "whichever is later" | "last",
    }
}

impl Whichever {
    /// The day that counts, of one of the calendar and one that is counted, where that is known. Where it is not, a window may end before the
    /// day of the calendar, or the end is not fixed yet.
    pub fn of(self, or: &Moment, counted: Option<&Moment>) -> Moment {
        match (self, counted) {
            (Self::Earlier, Some(counted)) if counted.date() < or.date() => counted.clone(),
            (Self::Later, Some(counted)) if counted.date() > or.date() => counted.clone(),
            (_, Some(_)) => or.clone(),
            (Self::Earlier, None) => {
                Moment { vague: Vague { until: or.vague.until.or(Some(Until::Early)), ..or.vague }, ..or.clone() }
            }
            (Self::Later, None) => Moment {
                year: Year::Undated { expected: None },
                month: None,
                day: None,
                time: None,
                vague: Vague::default(),
                ..or.clone()
            },
        }
    }
}

/// Which of the lengths it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At most so long after.
    Within,
    /// So long after.
    After,
    /// So long before.
    Before,
}

impl Side {
    /// As it is written, and as open data name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::After => "after",
            Self::Before => "before",
        }
    }
}

impl Counted {
    fn is_one_of_each(&self, fields: &mut Fields<'_, '_, '_>) {
        let written = |keys: &[&str], fields: &Fields<'_, '_, '_>| keys.iter().filter(|key| fields.is_written(key)).count();
        let origins = written(&[Self::from.key, Self::event.key], fields);
        let lengths = written(&[Self::within.key, Self::after.key, Self::before.key], fields);
        let alternative = written(&[Self::or.key, Self::whichever.key], fields);
        // Of two days, the other may be that of the event itself.
        if origins != 1 || lengths > 1 || (lengths == 0 && alternative == 0) {
            fields.contradiction("counted-parts", "counted-parts-help");
        }
        if alternative == 1 {
            fields.contradiction("counted-or", "counted-or-help");
        }
    }

    /// How long, and on which side.
    pub fn count(&self) -> Option<(Side, &Count)> {
        let sides = [(Side::Within, &self.within), (Side::After, &self.after), (Side::Before, &self.before)];
        sides.into_iter().find_map(|(side, count)| Some((side, count.as_ref()?)))
    }
}
