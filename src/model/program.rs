//! A program: a national scheme, or one host's offering of it.

use super::fact::{Fact, List};
use super::link::{Contact, Link, Person};
use super::moment::{FiscalYear, Moment};
use super::node::Node;
use super::organization::Episode;
use super::quantity::{Duration, Quantity};
use super::read::{Cx, Fields, Read};
use super::reference::{Kind, KindSet, Reference};
use super::requirement::Requirement;
use super::step::Step;
use super::text::Text;
use super::word::{In, Licence, Prefecture, ProgramKind, RoundName, Specialty};

/// Kinds that can host or organize.
const HOSTS: KindSet = KindSet::of(&[Kind::Hospital, Kind::Organization]);

/// The fields of a program beside the common ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// What it is.
    pub kind: Option<In<ProgramKind>>,
    /// The scheme that it is an offering of; a scheme itself has none.
    pub scheme: Option<Reference>,
    /// Who takes people in.
    pub host: Option<Reference>,
    /// Who runs it.
    pub organizer: Option<Reference>,
    /// Who is responsible for it by law.
    pub authority: Option<Reference>,
    /// Who takes part in running it.
    pub partners: List<Text>,
    /// The medical licence that it asks for.
    pub licence: Option<Fact<In<Licence>>>,
    /// Whom it is for.
    pub audience: List<Text>,
    /// Where they come from.
    pub regions: List<Text>,
    /// Where it takes place, if not at its host.
    pub prefecture: Option<Fact<In<Prefecture>>>,
    /// Specialties or departments.
    pub specialties: List<In<Specialty>>,
    /// How many people are taken.
    pub capacity: Option<Box<Fact<Quantity>>>,
    /// The permit that it needs.
    pub permit: Option<Permit>,
    /// Who supervises, and how.
    pub supervision: Option<Text>,
    /// What participants may and may not do.
    pub scope: Option<Scope>,
    /// How long it lasts.
    pub duration: Option<Box<Fact<Duration>>>,
    /// Who can take part.
    pub eligibility: Option<Fact<Requirement>>,
    /// What has to be handed in.
    pub documents: Option<Fact<Requirement>>,
    /// With whom the documents are prepared.
    pub prepared_with: Option<Text>,
    /// What to do when.
    pub steps: Vec<Step>,
    /// What it is made of.
    pub components: List<Component>,
    /// What comes after it.
    pub follow_up: List<Text>,
    /// What participants must do.
    pub obligations: List<Obligation>,
    /// What participants receive.
    pub outcomes: List<Requirement>,
    /// What participants gain.
    pub benefits: List<Text>,
    /// Which hosts take part in which fiscal year.
    pub participation: List<Participation>,
    /// How often one may apply.
    pub limits: List<Limit>,
    /// How one round leads to another.
    pub transitions: List<Transition>,
    /// What must come before.
    pub follows: Vec<Reference>,
    /// What it leads to.
    pub leads_to: Vec<Reference>,
    /// What it is for.
    pub aims: List<Text>,
    /// Who pays for it.
    pub funding: Option<Funding>,
    /// What happened when.
    pub history: List<Episode>,
    /// People by office.
    pub people: List<Person>,
    /// Whom to ask.
    pub contacts: List<Contact>,
    /// Where to read on.
    pub links: List<Link>,
}

/// A permit that is needed.
#[derive(Debug, Clone, PartialEq)]
pub struct Permit {
    /// Who gives it.
    pub by: Option<Reference>,
    /// What it is.
    pub text: Option<Text>,
}

/// What participants may and may not do.
#[derive(Debug, Clone, PartialEq)]
pub struct Scope {
    /// Allowed.
    pub may: List<Text>,
    /// Not allowed.
    pub may_not: List<Text>,
}

/// A part of a program.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    /// The source's own numbering.
    pub number: Option<Box<str>>,
    /// What it is.
    pub text: Option<Text>,
}

/// What participants must do.
#[derive(Debug, Clone, PartialEq)]
pub struct Obligation {
    /// What.
    pub text: Option<Text>,
    /// By when.
    pub by: Option<Text>,
    /// The choices that fulfil it.
    pub any_of: List<Text>,
    /// A remark.
    pub note: Option<Text>,
}

/// Whether a host takes part. "Possible" is never "recruiting".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It takes people in.
    Open,
    /// It does not.
    Closed,
    /// It may; nobody confirmed it.
    Possible,
    /// Nothing is known.
    Unknown,
}

impl Status {
    const ALL: [(&'static str, Self); 4] =
        [("open", Self::Open), ("closed", Self::Closed), ("possible", Self::Possible), ("unknown", Self::Unknown)];

    /// The message id of what readers see.
    pub fn message(self) -> &'static str {
        match self {
            Self::Open => "participation_open",
            Self::Closed => "participation_closed",
            Self::Possible => "participation_possible",
            Self::Unknown => "participation_unknown",
        }
    }
}

/// How a host recruits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Anybody may apply.
    Public,
    /// Only on recommendation from within.
    InternalRecommendation,
}

impl Channel {
    /// The message id of what readers see.
    pub fn message(self) -> &'static str {
        match self {
            Self::Public => "channel_public",
            Self::InternalRecommendation => "channel_internal_recommendation",
        }
    }
}

/// One host in one fiscal year.
#[derive(Debug, Clone, PartialEq)]
pub struct Participation {
    /// The host.
    pub host: Option<Reference>,
    /// The fiscal year.
    pub fiscal_year: Option<Fact<FiscalYear>>,
    /// Does it take part?
    pub status: Status,
    /// How it recruits.
    pub channel: Option<Fact<Channel>>,
    /// When the status was confirmed.
    pub confirmed: Option<Fact<Moment>>,
    /// A remark.
    pub note: Option<Text>,
}

/// How often one may do something.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// At most so often.
    pub max: Option<u32>,
    /// Of what.
    pub of: Option<Text>,
    /// Within what.
    pub per: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
}

/// From one round to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Transition {
    /// The earlier round.
    pub from: Option<In<RoundName>>,
    /// In which case.
    pub on: Option<Text>,
    /// The later round.
    pub to: Option<In<RoundName>>,
    /// A remark.
    pub note: Option<Text>,
}

/// Where the money for a program comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Funding {
    /// Its kind.
    pub kind: Option<Text>,
    /// From whom.
    pub from: Option<Text>,
    /// Since when.
    pub since: Option<Moment>,
}

impl Read for Permit {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let by = fields.reference("by", KindSet::of(&[Kind::Organization]));
        let text = fields.optional("text");
        fields.finish();
        Some(Self { by, text })
    }
}

impl Read for Scope {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let scope = Self { may: fields.open_list("may"), may_not: fields.open_list("may_not") };
        fields.finish();
        Some(scope)
    }
}

impl Read for Component {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let component = Self { number: fields.optional("number"), text: fields.required("text") };
        fields.finish();
        Some(component)
    }
}

impl Read for Obligation {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let obligation = Self {
            text: fields.required("text"),
            by: fields.optional("by"),
            any_of: fields.open_list("any_of"),
            note: fields.optional("note"),
        };
        fields.finish();
        Some(obligation)
    }
}

impl Read for Status {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let status = Self::ALL.into_iter().find(|(name, _)| *name == text).map(|(_, status)| status);
        if status.is_none() {
            cx.unknown_choice(node, text, Self::ALL.map(|(name, _)| name));
        }
        status
    }
}

impl Read for Channel {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match node.as_str() {
            Some("public") => Some(Self::Public),
            Some("internal-recommendation") => Some(Self::InternalRecommendation),
            found => {
                cx.unknown_choice(node, found.unwrap_or_default(), ["public", "internal-recommendation", "unknown"]);
                None
            }
        }
    }
}

impl Read for Participation {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let host = fields.reference_as("host", "participation", HOSTS);
        if host.is_none() && node.get("host").is_none() {
            fields.missing("host");
        }
        let fiscal_year = fields.optional("fiscal_year");
        let status = fields.required("status");
        let channel = fields.optional("channel");
        let confirmed = fields.optional("confirmed");
        let note = fields.optional("note");
        fields.finish();
        Some(Self { host, fiscal_year, status: status?, channel, confirmed, note })
    }
}

impl Read for Limit {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let limit = Self {
            max: fields.optional("max"),
            of: fields.required("of"),
            per: fields.optional("per"),
            note: fields.optional("note"),
        };
        fields.finish();
        Some(limit)
    }
}

impl Read for Transition {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let transition = Self {
            from: fields.optional("from"),
            on: fields.optional("on"),
            to: fields.optional("to"),
            note: fields.optional("note"),
        };
        fields.finish();
        Some(transition)
    }
}

impl Read for Funding {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let funding = Self { kind: fields.optional("kind"), from: fields.optional("from"), since: fields.optional("since") };
        fields.finish();
        Some(funding)
    }
}

impl Program {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self {
            kind: fields.optional("kind"),
            scheme: fields.reference("scheme", KindSet::of(&[Kind::Program])),
            host: fields.reference("host", HOSTS),
            organizer: fields.reference("organizer", HOSTS),
            authority: fields.reference("authority", KindSet::of(&[Kind::Organization])),
            partners: fields.open_list("partners"),
            licence: fields.optional("licence"),
            audience: fields.open_list("audience"),
            regions: fields.open_list("regions"),
            prefecture: fields.optional("prefecture"),
            specialties: fields.open_list("specialties"),
            capacity: fields.optional("capacity"),
            permit: fields.optional("permit"),
            supervision: fields.optional("supervision"),
            scope: fields.optional("scope"),
            duration: fields.optional("duration"),
            eligibility: fields.optional("eligibility"),
            documents: fields.optional("documents"),
            prepared_with: fields.optional("prepared_with"),
            steps: fields.list("steps"),
            components: fields.open_list("components"),
            follow_up: fields.open_list("follow_up"),
            obligations: fields.open_list("obligations"),
            outcomes: fields.open_list("outcomes"),
            benefits: fields.open_list("benefits"),
            participation: fields.open_list("participation"),
            limits: fields.open_list("limits"),
            transitions: fields.open_list("transitions"),
            follows: fields.references("follows", KindSet::ALL),
            leads_to: fields.references("leads_to", KindSet::ALL),
            aims: fields.open_list("aims"),
            funding: fields.optional("funding"),
            history: fields.open_list("history"),
            people: fields.open_list("people"),
            contacts: fields.open_list("contacts"),
            links: fields.open_list("links"),
        }
    }
}
