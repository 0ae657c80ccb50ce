//! A record: one YAML file read into the struct of its kind.

use super::common::Common;
use super::coverage::Coverage;
use super::facts;
use super::fee::Fee;
use super::hospital::Hospital;
use super::journey::Journey;
use super::node::Node;
use super::notice::Notice;
use super::organization::Organization;
use super::page::Page;
use super::program::Program;
use super::read::{Cx, Fields, Uses};
use super::reference::{Identity, Kind};
use super::schedule::Schedule;
use super::term::Term;
use super::text::{Phrase, Text};
use crate::base::Language;
use crate::base::order::Orders;

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
    /// Its keys in the lists of the languages that its name is in. Made here, since making them takes longer than linking.
    sort_keys: Box<[(Language, Box<[u8]>)]>,
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
    pub fn read(identity: Identity, node: &Node, cx: &mut Cx<'_>, orders: &mut Orders) -> Option<Self> {
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
        let facts = facts::lines(node, &uses, &cx.edits).into();
        let coverage = Coverage::of(&uses);
        let sort_keys = sort_keys(&common, orders);
        Some(Self { identity, common, body, uses, facts, coverage, sort_keys })
    }

    /// A page that has prose and no YAML file.
    pub fn page(identity: Identity) -> Self {
        Self {
            identity,
            common: Common::default(),
            body: Body::Page(Box::default()),
            uses: Uses::default(),
            facts: "".into(),
            coverage: Coverage::default(),
            sort_keys: Box::default(),
        }
    }

    /// Its key in the lists of a language, if its name is in it.
    pub fn sort_key(&self, language: &Language) -> Option<&[u8]> {
        self.sort_keys.iter().find(|(other, _)| other == language).map(|(_, key)| &**key)
    }
}

fn sort_keys(common: &Common, orders: &mut Orders) -> Box<[(Language, Box<[u8]>)]> {
    let phrases = common.name.as_ref().map_or(&[][..], Text::phrases);
    let key = |phrase: &Phrase| {
        let order = orders.of(&phrase.language);
        (phrase.language.clone(), order.key(order.text(&phrase.source, common.reading.as_deref())).into())
    };
    phrases.iter().map(key).collect()
}
