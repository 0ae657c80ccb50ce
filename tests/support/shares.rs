//! How much of what is wrong the rules find, and how much of what is right they flag: printed, and held to two limits.

use std::collections::BTreeMap;

/// Of a hundred wrong ones, so many must be found.
const FOUND: usize = 90;
/// Of a hundred right ones, at most so many may be.
const FLAGGED: usize = 1;

/// A sentence or a pair of texts of which it is known whether it is right.
pub struct Judged<'t> {
    /// What it is about, or which kind of mistake it may have.
    pub kind: &'t str,
    /// Whether it is right.
    pub is_right: bool,
    /// Whether a rule found something.
    pub is_found: bool,
    /// Its line, what it says and what was found: printed where the rules err.
    pub shown: String,
}

/// Prints the shares of each kind and all that is otherwise than it should be, and holds the whole to the limits.
pub fn hold(name: &str, judged: &[Judged<'_>]) {
    let mut kinds: BTreeMap<(&str, bool), [usize; 2]> = BTreeMap::new();
    for it in judged {
        let share = kinds.entry((it.kind, it.is_right)).or_default();
        share[0] += usize::from(it.is_found);
        share[1] += 1;
    }
    let sum = |is_right: bool| {
        let these = kinds.iter().filter(|((_, right), _)| *right == is_right);
        these.fold([0, 0], |sum, (_, share)| [sum[0] + share[0], sum[1] + share[1]])
    };
    let ([found, wrong], [flagged, right]) = (sum(false), sum(true));
    println!("{name}: {found} of {wrong} wrong ones found, {flagged} of {right} right ones flagged");
    for ((kind, is_right), [found, all]) in &kinds {
        println!("  {kind}, {}: {found} of {all}", if *is_right { "right" } else { "wrong" });
    }
    println!("otherwise than they should be:");
    judged.iter().filter(|it| it.is_found == it.is_right).for_each(|it| println!("  {name}:{}", it.shown));
    assert!(wrong > 0 && right > 0, "{name}: nothing to judge");
    assert!(found * 100 >= wrong * FOUND, "{name}: only {found} of {wrong} wrong ones are found");
    assert!(flagged * 100 <= right * FLAGGED, "{name}: {flagged} of {right} right ones are flagged");
}
