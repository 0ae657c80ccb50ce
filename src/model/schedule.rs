//! One recruitment in one fiscal year: rounds of stages, each a half-open window or an instant.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::count::Count;
use super::counted::{Counted, Side};
use super::fact::{Fact, List};
use super::link::Link;
pub use super::moment::DEFAULT_ZONE;
use super::moment::recurrence::{Bounds, Recurrence};
use super::moment::vague::Vague;
use super::moment::{FiscalYear, Moment};
use super::node::Node;
use super::paper::Paper;
use super::read::{Cx, Data, Datum, Described, EachDatum, Field, Fields, Read, Shape, Take, fields, scalars};
use super::reference::{Kind, Reference, Relation};
use super::text::Text;
use super::venue::Venue;
use super::way::{self, Way};
use super::word::{In, Party, RoundName, StageName};
use crate::base::Span;

/// In the place of a successor: its dates are not announced.
const NOT_ANNOUNCED: &str = "not-announced";

fields! {
    /// The fields of a schedule beside the common ones.
    Schedule, then(is_of_something) {
        /// The program.
        program: Option<Reference> = to(&[Kind::Program]) as_(Relation::Program) data,
        /// Who holds it, where it is of no program here: an examination.
        organization: Option<Reference> = to(&[Kind::Organization, Kind::Hospital]) as_(Relation::Holder) data,
        /// The fiscal year and what it is counted by.
        fiscal_year: Option<Fact<FiscalYear>> = named,
        /// The zone of all its times.
        zone: Zone = data,
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

impl Data for Zone {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        each("", Datum::Code(it.and_then(|zone| zone.0.iana_name()).map(Into::into)));
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
    Round, span {
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
    Stage, span, then(is_window_or_event) {
        /// Which stage.
        stage: Option<In<StageName>> = required,
        /// Whom it concerns.
        concerns: Option<In<Party>>,
        /// The first instant of the window.
        opens: Option<Moment> = named,
        /// The first instant after the window.
        closes: Option<Moment> = named,
        /// The instant of an event.
        at: Option<Moment> = named,
        /// When it takes place again and again; its window bounds that.
        every: Option<Recurrence>,
        /// Days on which it then does not take place.
        except: Vec<Moment>,
        /// What its day is counted from.
        counted: Option<Counted>,
        /// Ways in which people apply, each with its own ends.
        ways: Vec<Way>,
        /// Where it takes place; of several, in one of them.
        venues: List<Venue>,
        /// Of what an examination is made.
        parts: List<Paper>,
        /// How many of these somebody takes, where not all.
        choose: Option<u32>,
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

impl Described for Round {
    fn shape() -> Shape {
        Shape::Map(Self::MAP)
    }
}

impl Read for Round {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of_map(node, "value-map", Self::MAP, cx)?;
        let round = Self::from_fields(&mut fields);
        fields.finish();
        round.map(Self::with_counted_days)
    }
}

impl Described for Stage {
    fn shape() -> Shape {
        Shape::Map(Self::MAP)
    }
}

impl Read for Stage {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of_map(node, "value-stage", Self::MAP, cx)?;
        let stage = Self::from_fields(&mut fields);
        fields.finish();
        stage.map(Self::with_ends_of_ways)
    }
}

impl Described for Successor {
    fn shape() -> Shape {
        Shape::Either("successor", vec![Shape::Reference, Shape::Choice(&[(NOT_ANNOUNCED, "successor_not_announced")], &[])])
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
    /// It belongs to a program, or to whoever holds it.
    fn is_of_something(&self, fields: &mut Fields<'_, '_, '_>) {
        if !fields.is_written(Self::program.key) && !fields.is_written(Self::organization.key) {
            fields.missing_from(Self::program.key, "missing-field", "missing-program-help");
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
        let recurs = |stage: &Stage| stage.every.is_some() && stage.opens.is_some();
        self.stages.iter().any(|stage| stage.moments().any(|moment| moment.date().is_some()) || recurs(stage))
    }

    /// Are all its moments past at that instant?
    pub fn is_over(&self, zone: &Zone, now: Timestamp) -> bool {
        let goes_on = |stage: &Stage| stage.every.is_some() && stage.closes.is_none();
        let moments = self.stages.iter().flat_map(Stage::moments);
        !self.stages.iter().any(goes_on) && moments.into_iter().all(|moment| moment.end(&zone.0).is_none_or(|end| end <= now))
    }

    /// The stages that take place.
    pub fn held(&self) -> impl Iterator<Item = &Stage> {
        self.stages.iter().filter(|stage| !self.withdrawn && !stage.withdrawn)
    }
}

impl Round {
    /// The days that are counted by the calendar from another of its stages are those of their stages. What is counted by days on which
    /// offices are open has none.
    fn with_counted_days(mut self) -> Self {
        let days: Vec<Option<Moment>> = self.stages.iter().map(|stage| self.day_by_calendar(stage)).collect();
        for (stage, day) in self.stages.iter_mut().zip(days) {
            let side = stage.counted.as_ref().map(|counted| counted.count().map_or(Side::Within, |(side, _)| side));
            match side {
                Some(Side::Within) if stage.closes.is_none() => stage.closes = day,
                Some(Side::After | Side::Before) if stage.at.is_none() => stage.at = day,
                _ => {}
            }
        }
        self
    }

    /// The day of a stage that is counted by the calendar, where it is known; of two days, the one that counts.
    fn day_by_calendar(&self, stage: &Stage) -> Option<Moment> {
        let counted = stage.counted.as_ref()?;
        let day = match counted.count() {
            Some((_, Count::BusinessDays(_))) => None,
            Some((_, Count::Length(_))) => self.counted_day(stage),
            None => self.origin(counted).filter(|origin| origin.date().is_some()).cloned(),
        };
        match (counted.whichever, &counted.or) {
            (Some(whichever), Some(or)) => Some(whichever.of(or, day.as_ref())),
            _ => day,
        }
    }

    /// The day of a stage that is counted from another one whose day is known; of business days, the first that it can be.
    pub fn counted_day(&self, stage: &Stage) -> Option<Moment> {
        let counted = stage.counted.as_ref()?;
        let (side, count) = counted.count()?;
        let origin = self.origin(counted)?;
        let day = count.from(origin.date()?, side == Side::Before)?;
        Some(Moment { vague: Vague { firm: origin.vague.firm, ..Vague::default() }, ..Moment::of_day(day, counted.span) })
    }

    /// When a stage begins: where that is not written, what ends within some time after another stage does not begin before it.
    pub fn begins<'r>(&'r self, stage: &'r Stage) -> Option<&'r Moment> {
        let counted = || stage.counted.as_ref().filter(|counted| counted.within.is_some() && stage.closes.is_some());
        stage.opens.as_ref().or_else(|| self.origin(counted()?))
    }

    /// When the stage is, or ends, that a day is counted from.
    fn origin(&self, counted: &Counted) -> Option<&Moment> {
        let id = &counted.from.as_ref()?.word.id;
        let origin = self.stages.iter().find(|other| other.stage.as_ref().is_some_and(|word| word.word.id == *id))?;
        origin.at.as_ref().or(origin.closes.as_ref())
    }
}

impl Stage {
    /// A window or an event has to be written, and not both.
    fn is_window_or_event(&self, fields: &mut Fields<'_, '_, '_>) {
        let is_window =
            [Self::opens, Self::closes, Self::every, Self::ways, Self::counted].iter().any(|field| fields.is_written(field.key));
        match (fields.is_written(Self::at.key), is_window) {
            (false, false) => fields.missing_from(Self::opens.key, "missing-window", "missing-window-help"),
            (true, true) => fields.contradiction("window-and-event", "window-and-event-help"),
            _ => {}
        }
        let is_one_of = |count: u32| count > 0 && (self.parts.open || count as usize <= self.parts.items.len());
        if !self.choose.is_none_or(is_one_of) {
            fields.contradiction("choose-parts", "choose-parts-help");
        }
    }

    /// A stage begins with the first of its ways and ends with the last: what looks at its window need not know of them.
    fn with_ends_of_ways(mut self) -> Self {
        let opens = way::first(self.ways.iter().filter_map(|way| way.opens.as_ref()).chain(&self.opens)).cloned();
        let closes = way::last(self.ways.iter().filter_map(|way| way.closes.as_ref()).chain(&self.closes)).cloned();
        self.opens = opens.or(self.opens);
        self.closes = closes.or(self.closes);
        self
    }

    /// Its ways in the order in which they close, each with its end: its own, or that of the stage.
    pub fn closing_ways(&self) -> Vec<(&Way, &Moment)> {
        let ways = self.ways.iter().filter_map(|way| Some((way, way.closes.as_ref().or(self.closes.as_ref())?)));
        let mut ways: Vec<(&Way, &Moment)> = ways.collect();
        ways.sort_by_key(|(_, closes)| closes.end(&TimeZone::UTC).unwrap_or(Timestamp::MAX));
        ways
    }

    /// Between which days it takes place again and again.
    pub fn bounds(&self, zone: &Zone) -> Bounds {
        let date = |at: Timestamp| zone.0.to_datetime(at).date();
        // The last day is that of the last instant before the end.
        let last = |moment: &Moment| match moment.date() {
            Some(date) => Some(date),
            None => Some(date(moment.end(&zone.0)?.checked_sub(1.second()).ok()?)),
        };
        Bounds {
            first: self.opens.as_ref().and_then(|opens| opens.start(&zone.0)).map(date),
            last: self.closes.as_ref().and_then(last),
            except: self.except.iter().filter_map(Moment::date).collect(),
        }
    }

    /// The times from an instant on at which it takes place again, each with the instant at which it is over. Of what goes on for
    /// ever, those of some time to come.
    pub fn occurrences(&self, zone: &Zone, now: Timestamp) -> Vec<(Timestamp, Moment)> {
        const MOST: usize = 24;
        let bounds = self.bounds(zone);
        let Some(every) = self.every.as_ref().filter(|every| every.has_days(&bounds)) else { return Vec::new() };
        let days = every.days(zone.0.to_datetime(now).date(), &bounds, MOST);
        let moments = days.into_iter().map(|day| every.moment(day));
        moments.filter_map(|moment| Some((moment.end(&zone.0).filter(|over| now < *over)?, moment))).collect()
    }

    /// All its moments.
    pub fn moments(&self) -> impl Iterator<Item = &Moment> {
        [&self.opens, &self.closes, &self.at].into_iter().flatten()
    }

    /// The moments that are written in it and in its ways, each once.
    pub fn written(&self) -> impl Iterator<Item = &Moment> {
        let of_ways = self.ways.iter().flat_map(|way| [&way.opens, &way.closes]).flatten();
        let is_own = |moment: &&Moment| {
            let is_counted = self.counted.as_ref().is_some_and(|counted| counted.span == moment.span);
            !is_counted && !self.ways.iter().any(|way| way.span.range().contains(&(moment.span.start as usize)))
        };
        of_ways.chain(self.moments().filter(is_own))
    }
}
