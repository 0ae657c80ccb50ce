//! Whom readers ask about a program.

use super::{RecordId, Site, mentions};
use crate::model::fact::List;
use crate::model::link::Contact;
use crate::model::program::Program;
use crate::model::record::Body;

/// Who answers for a program.
pub struct Asked<'s> {
    /// The body that takes people in or runs it.
    pub body: Option<RecordId>,
    /// The program's own contacts, else those of the body.
    pub contacts: &'s [Contact],
}

impl Asked<'_> {
    /// The first address for e-mail.
    pub fn email(&self) -> Option<&str> {
        self.contacts.iter().find_map(|contact| contact.email.as_deref())
    }
}

/// Whom to ask about a program; nobody where the record names neither a contact nor a body.
pub fn of_program(site: &Site, id: RecordId) -> Option<Asked<'_>> {
    let entry = site.entry(id);
    let Body::Program(program) = &entry.record.body else { return None };
    let body = body(site, program);
    let own: &List<Contact> = &program.contacts;
    let contacts = match body.map(|body| &site.entry(body).record.body) {
        _ if !own.items.is_empty() => own,
        Some(Body::Hospital(hospital)) => &hospital.contacts,
        Some(Body::Organization(organization)) => &organization.contacts,
        _ => own,
    };
    (body.is_some() || !contacts.items.is_empty()).then_some(Asked { body, contacts: &contacts.items })
}

/// Is there anybody to ask about a program?
pub fn can_be_asked(site: &Site, program: &Program) -> bool {
    body(site, program).is_some() || !program.contacts.items.is_empty()
}

/// The body that takes people in, runs the program, or is responsible for it.
fn body(site: &Site, program: &Program) -> Option<RecordId> {
    let bodies = [&program.host, &program.organizer, &program.authority].into_iter().flatten();
    bodies.filter_map(|body| mentions::resolve(site, &body.target).ok()).find(|body| !site.entry(*body).broken)
}
