//! Two texts line by line: what is gone and what is new. This is shown before anything is written.

/// Most lines of each text that are compared one by one; what is longer is shown as a whole.
const MOST: usize = 2_000;

/// One line that is not in both texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'t> {
    /// It is gone; its number in the old text, from 1.
    Gone(usize, &'t str),
    /// It is new; its number in the new text, from 1.
    New(usize, &'t str),
}

/// The lines that differ, in order.
pub fn lines<'t>(old: &'t str, new: &'t str) -> Vec<Line<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let same_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = (&old[same_start..], &new[same_start..]);
    let same_end = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, new) = (&rest.0[..rest.0.len() - same_end], &rest.1[..rest.1.len() - same_end]);
    let (mut a, mut b) = (0, 0);
    let table = table(old, new);
    let longest = |a: usize, b: usize| table.as_ref().map_or(0, |table| table[a * (new.len() + 1) + b]);
    let mut out = Vec::new();
    while a < old.len() || b < new.len() {
        if a < old.len() && b < new.len() && old[a] == new[b] && table.is_some() {
            (a, b) = (a + 1, b + 1);
        } else if a < old.len() && (b == new.len() || longest(a + 1, b) >= longest(a, b + 1)) {
            out.push(Line::Gone(same_start + a + 1, old[a]));
            a += 1;
        } else {
            out.push(Line::New(same_start + b + 1, new[b]));
            b += 1;
        }
    }
    out
}

/// How many lines are common to what is left from each place on.
fn table(old: &[&str], new: &[&str]) -> Option<Vec<u32>> {
    if old.len() > MOST || new.len() > MOST {
        return None;
    }
    let width = new.len() + 1;
    let mut table = vec![0_u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            let at = a * width + b;
            table[at] = if old[a] == new[b] { table[at + width + 1] + 1 } else { table[at + width].max(table[at + 1]) };
        }
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown() {
        use Line::{Gone, New};
        assert_eq!(lines("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n"), [Gone(2, "b"), New(2, "B"), New(5, "e")]);
        assert_eq!(lines("", "a\n"), [New(1, "a")]);
        assert_eq!(lines("a\nb\n", "a\nb\n"), []);
        let long: String = (0..3000).map(|n| format!("{n}\n")).collect();
        assert_eq!(lines(&long, "x\n").len(), 3001);
    }
}
