//! One recruitment in one fiscal year: rounds of stages, each a half-open window or an instant.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::fact::{Fact, List};
use super::link::Link;
pub use super::moment::DEFAULT_ZONE;
use super::moment::{FiscalYear, Moment};
use super::node::Node;
use super::read::{Cx, Described, Field, Fields, Read, Shape, Take, fields, scalars};
use super::reference::{Kind, Reference, Relation};
use super::text::Text;
use super::word::{In, Party, RoundName, StageName};
use crate::base::Span;

/// In the place of a successor: its dates are not announced.
const NOT_ANNOUNCED: &str = "not-announced";

fields! {
    /// The fields of a schedule beside the common ones.
    Schedule {
        /// The program.
        program: Option<Reference> = required to(&[Kind::Program]) as_(Relation::Program),
        /// The fiscal year and what it is counted by.
        fiscal_year: Option<Fact<FiscalYear>>,
        /// The zone of all its times.
        zone: Zone,
        /// The rounds in order.
        rounds: Option<Fact<List<Round>>>,
        /// The recruitment after this one.
        successor: Option<Successor> = to(&[Kind::Schedule]),
        /// Where to read on.
        links: List<Link>,
    }
}

/// A time zone of the IANA database.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone(pub TimeZone);

impl Default for Zone {
    fn default() -> Self {
        Self(TimeZone::get(DEFAULT_ZONE).unwrap_or(TimeZone::UTC))
    }
}

/// What comes after a recruitment.
#[derive(Debug, Clone, PartialEq)]
pub enum Successor {
    /// The next schedule.
    Schedule(Reference),
    /// Its dates are not announced; where that stands.
    NotAnnounced(Span),
}

fields! {
    /// One round.
    Round, map, span {
        /// Which round.
        round: Option<In<RoundName>> = required,
        /// A name that differs from the vocabulary's.
        name: Option<Text>,
        /// A remark.
        note: Option<Text>,
        /// Its stages, in the source's order.
        stages: Vec<Stage>,
        /// It was announced and does not take place.
        withdrawn: bool,
    }
}

fields! {
    /// One stage: a window with `opens` and `closes`, half-open, or an event with `at`.
    Stage, map("value-stage"), span, then(is_window_or_event) {
        /// Which stage.
        stage: Option<In<StageName>> = required,
        /// Whom it concerns.
        concerns: Option<In<Party>>,
        /// The first instant of the window.
        opens: Option<Moment>,
        /// The first instant after the window.
        closes: Option<Moment>,
        /// The instant of an event.
        at: Option<Moment>,
        /// Stages that it may overlap.
        overlaps: List<In<StageName>>,
        /// It was announced and does not take place.
        withdrawn: bool,
        /// A remark.
        note: Option<Text>,
    }
}

scalars! {
    Zone: "zone" STRING, ["Asia/Tokyo", "UTC"], ["Tokyo/Asia", "JST+9"];
}

impl Read for Zone {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let zone = node.as_str().and_then(|name| TimeZone::get(name).ok());
        if zone.is_none() {
            cx.bad_value("bad-zone", "bad-zone-help", node);
        }
        cx.zone.clone_from(&zone);
        zone.map(Self)
    }
}

impl Take for Zone {
    fn take(fields: &mut Fields<'_, '_, '_>, field: &Field) -> Option<Self> {
        Some(fields.value(field).unwrap_or_default())
    }
}

impl Described for Successor {
    fn shape() -> Shape {
        Shape::Either("successor", vec![Shape::Reference, Shape::Choice(&[(NOT_ANNOUNCED, "successor_not_announced")])])
    }
}

impl Read for Successor {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match node.as_str() {
            Some(NOT_ANNOUNCED) => Some(Self::NotAnnounced(node.span)),
            _ => Reference::read(node, cx).map(Self::Schedule),
        }
    }
}

impl Schedule {
    /// The name of a round in addresses: its word; where several rounds have it, they are told apart by number.
    pub fn round_name(&self, index: usize) -> String {
        let word = |round: &Round| round.round.as_ref().map_or("round", |word| &*word.word.id).to_owned();
        let rounds = self.known_rounds();
        let name = rounds.get(index).map(word).unwrap_or_default();
        let before = rounds.iter().take(index).filter(|earlier| word(earlier) == name).count();
        if before == 0 { name } else { format!("{name}.{}", before + 1) }
    }

    /// The rounds, where they are known.
    pub fn known_rounds(&self) -> &[Round] {
        self.rounds.as_ref().and_then(Fact::known).map_or(&[], |list| &list.items)
    }
}

impl Round {
    /// Is any of its moments known to the day?
    pub fn has_dates(&self) -> bool {
        self.stages.iter().flat_map(Stage::moments).any(|moment| moment.date().is_some())
    }

    /// Are all its moments past at that instant?
    pub fn is_over(&self, zone: &Zone, now: Timestamp) -> bool {
        self.stages.iter().flat_map(Stage::moments).all(|moment| moment.end(&zone.0).is_none_or(|end| end <= now))
    }

    /// The stages that take place.
    pub fn held(&self) -> impl Iterator<Item = &Stage> {
        self.stages.iter().filter(|stage| !self.withdrawn && !stage.withdrawn)
    }
}

impl Stage {
    /// A window or an event has to be written, and not both.
    fn is_window_or_event(&self, fields: &mut Fields<'_, '_, '_>) {
        let is_window = fields.is_written(Self::opens.key) || fields.is_written(Self::closes.key);
        match (fields.is_written(Self::at.key), is_window) {
            (false, false) => fields.missing_from(Self::opens.key, "missing-window", "missing-window-help"),
            (true, true) => fields.contradiction("window-and-event", "window-and-event-help"),
            _ => {}
        }
    }

    /// All its moments.
    pub fn moments(&self) -> impl Iterator<Item = &Moment> {
        [&self.opens, &self.closes, &self.at].into_iter().flatten()
    }
}
