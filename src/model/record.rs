//! A record: one YAML file read into the struct of its kind.

use super::common::Common;
use super::coverage::Coverage;
use super::facts;
use super::fee::Fee;
use super::hospital::Hospital;
use super::journey::Journey;
use super::memo::SortKeys;
use super::node::Node;
use super::notice::Notice;
use super::organization::Organization;
use super::page::Page;
use super::program::Program;
use super::read::{Cx, Fields, Uses};
use super::reference::{Identity, Kind};
use super::schedule::Schedule;
use super::term::Term;

/// A record and what it mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its identity, from its path.
    pub identity: Identity,
    /// The fields that all kinds share.
    pub common: Common,
    /// The fields of its kind.
    pub body: Body,
    /// What it mentions.
    pub uses: Uses,
    /// All its values that are no text in a language, in one line each: by it a change of a fact is seen.
    pub facts: Box<str>,
    /// What its texts have in common.
    pub coverage: Coverage,
    /// By what it is sorted.
    pub sort_keys: SortKeys,
}

/// The fields of each kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// See [`Hospital`].
    Hospital(Box<Hospital>),
    /// See [`Organization`].
    Organization(Box<Organization>),
    /// See [`Program`].
    Program(Box<Program>),
    /// See [`Fee`].
    Fee(Box<Fee>),
    /// See [`Schedule`].
    Schedule(Box<Schedule>),
    /// See [`Journey`].
    Journey(Box<Journey>),
    /// See [`Notice`].
    Notice(Box<Notice>),
    /// See [`Term`].
    Term(Box<Term>),
    /// See [`Page`].
    Page(Box<Page>),
}

impl Record {
    /// Reads a record's map.
    pub fn read(identity: Identity, node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let kind = identity.kind;
        let mut fields = Fields::of(node, "value-record", cx)?;
        let common = Common::from_fields(&mut fields, kind != Kind::Page);
        let body = match kind {
            Kind::Hospital => Body::Hospital(Box::new(Hospital::from_fields(&mut fields))),
            Kind::Organization => Body::Organization(Box::new(Organization::from_fields(&mut fields))),
            Kind::Program => Body::Program(Box::new(Program::from_fields(&mut fields))),
            Kind::Fee => Body::Fee(Box::new(Fee::from_fields(&mut fields))),
            Kind::Schedule => Body::Schedule(Box::new(Schedule::from_fields(&mut fields))),
            Kind::Journey => Body::Journey(Box::new(Journey::from_fields(&mut fields))),
            Kind::Notice => Body::Notice(Box::new(Notice::from_fields(&mut fields))),
            Kind::Term => Body::Term(Box::new(Term::from_fields(&mut fields))),
            Kind::Page => Body::Page(Box::new(Page::from_fields(&mut fields))),
        };
        fields.finish_record();
        let uses = std::mem::take(&mut cx.uses);
        let facts = facts::lines(node, &uses).into();
        let coverage = Coverage::of(&uses);
        Some(Self { identity, common, body, uses, facts, coverage, sort_keys: SortKeys::default() })
    }

    /// A page that has prose and no YAML file.
    pub fn page(identity: Identity) -> Self {
        let (body, sort_keys) = (Body::Page(Box::default()), SortKeys::default());
        Self {
            identity,
            common: Common::default(),
            body,
            uses: Uses::default(),
            facts: "".into(),
            coverage: Coverage::default(),
            sort_keys,
        }
    }
}
