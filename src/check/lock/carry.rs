//! What stays accepted when files move and names change, so that nobody has to look at the same text again.

use std::collections::BTreeMap;

use super::{Accepted, Lock, Pair, State};
use crate::base::fingerprint::stable;

impl Lock {
    /// What is accepted afterwards. `place` says where a file then stands; nowhere, when it is gone. What was up to date before is so
    /// after; the instants of facts stay.
    pub fn carried(&self, before: &[Pair], after: &[Pair], place: impl Fn(&str) -> Option<String>) -> Self {
        let ledger = self.ledger.carried(&place);
        let mut carried = Self { ledger, others: self.others.clone(), is_old: self.is_old, ..Self::default() };
        for ((path, language, key), accepted) in &self.texts {
            if let Some(path) = place(path) {
                carried.texts.insert((path, language.clone(), key.clone()), accepted.clone());
            }
        }
        for ((path, trail), fact) in &self.facts {
            if let Some(path) = place(path) {
                carried.facts.insert((path, trail.clone()), fact.clone());
            }
        }
        let after: BTreeMap<(String, String, String), &Pair> = after.iter().map(|pair| (pair.place(), pair)).collect();
        for old in before {
            let Some(path) = place(&old.path) else { continue };
            let Some(new) = after.get(&(path, old.language.clone(), old.key.clone())) else { continue };
            if old.is_of_facts() {
                carried.carry_facts(self, old, new);
            } else if self.state(old) == State::Current
                && let Some(own) = &new.translation
                && (old.source != new.source || old.translation != new.translation)
            {
                let accepted = Accepted {
                    source: stable(&new.source),
                    own: stable(own),
                    source_text: new.source.clone(),
                    own_text: Some(own.clone()),
                };
                carried.texts.insert(new.place(), accepted);
            }
        }
        carried
    }

    fn carry_facts(&mut self, earlier: &Self, old: &Pair, new: &Pair) {
        let lines = |pair: &'_ Pair| -> BTreeMap<String, String> {
            let split = pair.source.lines().filter_map(|line| line.split_once(": "));
            split.map(|(trail, value)| (trail.to_owned(), value.to_owned())).collect()
        };
        let now = lines(new);
        for (trail, value) in lines(old) {
            let was_accepted = earlier.facts.get(&(old.path.clone(), trail.clone())).is_some_and(|fact| fact.value == value);
            let fact = self.facts.get_mut(&(new.path.clone(), trail.clone())).filter(|_| was_accepted);
            if let (Some(fact), Some(value)) = (fact, now.get(&trail)) {
                fact.value.clone_from(value);
            }
        }
    }
}
