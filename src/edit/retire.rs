//! A record of what is no more: its page stays and says since when, and what takes its place.

use std::sync::Arc;

use super::changes::Changes;
use super::fresh;
use super::record_file::add_field;
use super::rename::{Refusal, find};
use super::splice;
use crate::model::common::{Common, Retired};
use crate::model::document::{Document, Parsed};
use crate::model::record;
use crate::model::yaml;
use crate::site::Site;

/// What retiring a record changes; `since` is a day, a month or a year as records have it.
///
/// # Errors
/// Why it cannot be retired.
pub fn retire(site: &Site, parsed: &[Arc<Parsed>], name: &str, since: &str, next: Option<&str>) -> Result<Changes, Refusal> {
    let id = find(site, name)?;
    let entry = site.entry(id);
    let identity = &entry.record.identity;
    if entry.is_retired() {
        return Err(Refusal::Retired(identity.clone()));
    }
    let next = next.map(|next| find(site, next)).transpose()?;
    if next == Some(id) {
        return Err(Refusal::Same(identity.clone()));
    }
    let mut value = format!("{}: {since}", Retired::since.key);
    if let Some(next) = next {
        value.push_str(&format!(", {}: {}", Retired::followed_by.key, site.entry(next).record.identity));
    }
    let value = format!("{{{value}}}");
    let own = parsed.iter().find(|file| matches!(&file.document, Some(Document::Record(record)) if record.identity == *identity));
    let mut changes = Changes { withdraws: true, ..Changes::default() };
    let Some((file, text)) = own.and_then(|file| Some((file, file.text.as_deref()?))) else {
        changes.write(&fresh::path(identity), format!("{}: {value}\n", Common::retired.key));
        return Ok(changes);
    };
    let edit = yaml::parse(&file.path, text)
        .0
        .and_then(|tree| add_field(text, &tree, &record::order(identity.kind), Common::retired.key, &value));
    changes.write(&file.path, splice::apply(text, edit.as_slice()));
    Ok(changes)
}
