//! One recruitment in one fiscal year: rounds of stages, each a half-open window or an instant.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::fact::{Fact, List};
use super::link::Link;
use super::moment::{FiscalYear, Moment};
use super::node::Node;
use super::read::{Cx, Fields, Read};
use super::reference::{Kind, KindSet, Reference};
use super::text::Text;
use super::word::{In, Party, RoundName, StageName};
use crate::base::Span;

/// The zone of schedules that name none.
pub const DEFAULT_ZONE: &str = "Asia/Tokyo";

/// The fields of a schedule beside the common ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// The program.
    pub program: Option<Reference>,
    /// The fiscal year and what it is counted by.
    pub fiscal_year: Option<Fact<FiscalYear>>,
    /// The zone of all its times.
    pub zone: Zone,
    /// The rounds in order.
    pub rounds: Option<Fact<List<Round>>>,
    /// The recruitment after this one.
    pub successor: Option<Successor>,
    /// Where to read on.
    pub links: List<Link>,
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

/// One round.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// Which round.
    pub round: Option<In<RoundName>>,
    /// A name that differs from the vocabulary's.
    pub name: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// Its stages, in the source's order.
    pub stages: Vec<Stage>,
    /// It was announced and does not take place.
    pub withdrawn: bool,
    /// Where it stands.
    pub span: Span,
}

/// One stage: a window with `opens` and `closes`, half-open, or an event with `at`.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Which stage.
    pub stage: Option<In<StageName>>,
    /// Whom it concerns.
    pub concerns: Option<In<Party>>,
    /// The first instant of the window.
    pub opens: Option<Moment>,
    /// The first instant after the window.
    pub closes: Option<Moment>,
    /// The instant of an event.
    pub at: Option<Moment>,
    /// Stages that it may overlap.
    pub overlaps: List<In<StageName>>,
    /// It was announced and does not take place.
    pub withdrawn: bool,
    /// A remark.
    pub note: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

impl Read for Zone {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let zone = node.as_str().and_then(|name| TimeZone::get(name).ok());
        if zone.is_none() {
            cx.bad_value("bad-zone", "bad-zone-help", node);
        }
        zone.map(Self)
    }
}

impl Read for Successor {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match node.as_str() {
            Some("not-announced") => Some(Self::NotAnnounced(node.span)),
            _ => {
                cx.allowed = KindSet::of(&[Kind::Schedule]);
                let reference = Reference::read(node, cx);
                cx.allowed = KindSet::ALL;
                reference.map(Self::Schedule)
            }
        }
    }
}

impl Read for Stage {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-stage", cx)?;
        let stage = Self {
            stage: fields.required("stage"),
            concerns: fields.optional("concerns"),
            opens: fields.optional("opens"),
            closes: fields.optional("closes"),
            at: fields.optional("at"),
            overlaps: fields.open_list("overlaps"),
            withdrawn: fields.flag("withdrawn"),
            note: fields.optional("note"),
            span: node.span,
        };
        let written = |name| node.get(name).is_some();
        match (written("at"), written("opens") || written("closes")) {
            (false, false) => fields.missing_from("opens", "missing-window", "missing-window-help"),
            (true, true) => fields.contradiction("window-and-event", "window-and-event-help"),
            _ => {}
        }
        fields.finish();
        Some(stage)
    }
}

impl Read for Round {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let round = Self {
            round: fields.required("round"),
            name: fields.optional("name"),
            note: fields.optional("note"),
            stages: fields.list("stages"),
            withdrawn: fields.flag("withdrawn"),
            span: node.span,
        };
        fields.finish();
        Some(round)
    }
}

impl Schedule {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self {
            program: fields.required_reference("program", KindSet::of(&[Kind::Program])),
            fiscal_year: fields.optional("fiscal_year"),
            zone: fields.optional("zone").unwrap_or_default(),
            rounds: fields.optional("rounds"),
            successor: fields.optional("successor"),
            links: fields.open_list("links"),
        }
    }

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
    /// All its moments.
    pub fn moments(&self) -> impl Iterator<Item = &Moment> {
        [&self.opens, &self.closes, &self.at].into_iter().flatten()
    }
}
