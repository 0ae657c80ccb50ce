//! The table of translations that are missing or older than their source, on the editors' overview.

use serde_json::{Value, json};

use super::editor::Editor;
use super::state::Snapshot;
use crate::base::Arg;
use crate::check::lock::{self, State};

/// Most rows of the table.
const MOST: usize = 1_000;

/// The rows, and what is to be said of those that are left out.
pub fn rows(editor: &Editor, now: &Snapshot) -> (Vec<Value>, Option<String>) {
    let site = &now.compiled.site;
    let lock = now.compiled.lock();
    let (mut rows, mut more) = (Vec::new(), 0_usize);
    for pair in lock::pairs(site).into_iter().filter(|pair| !pair.is_of_facts()) {
        let old = match lock.state(&pair) {
            State::Missing => None,
            State::Outdated(old) => Some(old),
            State::Changed(old) => Some(old.into()),
            State::Current | State::New => continue,
        };
        if rows.len() == MOST {
            more += 1;
            continue;
        }
        rows.push(json!({
            "path": pair.path, "key": pair.key, "language": pair.language, "missing": old.is_none(),
            "old": old.unwrap_or_default(), "source": pair.source, "translation": pair.translation.unwrap_or_default(),
            "open": editor.open(site, &pair.path, 1, 1),
        }));
    }
    let words = || editor.messages.format("serve-ui-translations-more", &[("count", Arg::from(more))]);
    (rows, (more > 0).then(words))
}
