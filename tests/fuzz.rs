//! The targets of `fuzz/` on their corpora, and on slips in those: no panic, and no input that takes long. cargo-fuzz itself needs a
//! nightly compiler.

use std::fs;
use std::time::{Duration, Instant};

use crate::support::repository;

#[path = "../fuzz/targets.rs"]
mod targets;

/// Slips that are made in each input; `SLIPS=1000000` makes more than a run of all tests does, `TARGET=lock` those of one target.
fn slips() -> u64 {
    std::env::var("SLIPS").ok().and_then(|count| count.parse().ok()).unwrap_or(8)
}

/// No input takes longer, however slow the machine is on which the tests run.
const LONGEST: Duration = Duration::from_secs(20);

/// A small generator of numbers (Knuth's MMIX), so that every run makes the same slips.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

/// The input with a part of it gone, repeated, exchanged for a sign that means something, or put elsewhere.
fn slip(input: &[u8], random: &mut Random) -> Vec<u8> {
    const SIGNS: [&[u8]; 12] =
        [b"\n", b"\t", b":", b"- ", b"{", b"}}", b"[", b"\"", b"\0", b"\xFF", "：".as_bytes(), b"99999999999999999999"];
    let mut out = input.to_vec();
    let from = random.below(out.len());
    let to = (from + 1 + random.below(12)).min(out.len());
    let part: Vec<u8> = out[from..to].to_vec();
    match random.below(4) {
        0 => drop(out.drain(from..to)),
        1 => drop(out.splice(from..from, part.repeat(1 + random.below(40)))),
        2 => drop(out.splice(from..to, SIGNS[random.below(SIGNS.len())].iter().copied())),
        _ => {
            out.drain(from..to);
            let at = random.below(out.len());
            drop(out.splice(at..at, part));
        }
    }
    out
}

#[test]
fn no_input_of_the_corpora_and_no_slip_in_one_makes_a_target_panic() {
    let only = std::env::var("TARGET").ok();
    for (name, target) in targets::ALL.iter().filter(|(name, _)| only.as_deref().is_none_or(|only| only == *name)) {
        let folder = repository().join("fuzz/corpus").join(name);
        let mut inputs: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        inputs.sort();
        assert!(inputs.len() >= 2, "{}", folder.display());
        for (number, path) in inputs.iter().enumerate() {
            let input = fs::read(path).unwrap();
            let mut random = Random(number as u64);
            for number in 0..=slips() {
                // The input itself, then one slip, then several upon one another.
                let count = number.min(1 + random.below(4) as u64);
                let input = (0..count).fold(input.clone(), |input, _| slip(&input, &mut random));
                let input = input.as_slice();
                let begun = Instant::now();
                target(input);
                assert!(begun.elapsed() < LONGEST, "{name}: {:?} takes {:?}", String::from_utf8_lossy(input), begun.elapsed());
            }
        }
    }
}
