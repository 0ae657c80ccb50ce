//! An amount as a bar on a scale that others share: what it is at least, and what it can be.

use super::svg::{Percent, percent};
use crate::render::pieces::put;

/// How high a bar is, in pixels.
const HEIGHT: &str = "10";

/// What an amount can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bounds {
    /// The least that it can be.
    pub least: u64,
    /// The most that somebody names.
    pub most: u64,
    /// It can be more than that.
    pub is_open: bool,
}

/// The end of the scale: the largest bound of all, with some room behind those that are open. Nothing when all are nothing.
pub fn end(all: &[Bounds]) -> Option<u64> {
    let reach = |bounds: &Bounds| bounds.most.saturating_add(if bounds.is_open { bounds.most / 4 } else { 0 });
    all.iter().map(reach).max().filter(|end| *end > 0)
}

/// The bar: full as far as the least, hollow as far as the most, and dashed to the end of the scale where it is open. It is as wide as
/// there is room for, and mirrored for languages that are written from the right. The amount stands beside it in words.
pub fn bar(bounds: Bounds, end: u64, mirrored: bool) -> String {
    let (least, most) = (share(bounds.least, end), share(bounds.most, end));
    let mut out = String::with_capacity(320);
    put(&mut out, &[&"<svg class=\"bar\" width=\"100%\" height=\"", &HEIGHT, &"\" aria-hidden=\"true\">"]);
    let mut rect = |class: &str, from: f64, to: f64| {
        let x: Percent = percent(if mirrored { 100.0 - to } else { from });
        let width = percent(to - from);
        put(&mut out, &[&"<rect class=\"", &class, &"\" x=\"", &x, &"\" width=\"", &width, &"\" height=\"", &HEIGHT, &"\"/>"]);
    };
    rect("least", 0.0, least);
    if most > least {
        rect("most", least, most);
    }
    if bounds.is_open {
        rect("open", most, 100.0);
    }
    out.push_str("</svg>");
    out
}

/// A stretch of a line that others share, each behind the one before it: full for as long as it is at least, hollow for as long as it
/// can be, dashed for a while where it can be longer. What has no length is a point, and hollow where it is unknown.
pub fn stretch(from: u64, length: Option<Bounds>, end: u64, mirrored: bool) -> String {
    let mut out = String::with_capacity(320);
    put(&mut out, &[&"<svg class=\"bar\" width=\"100%\" height=\"", &HEIGHT, &"\" aria-hidden=\"true\">"]);
    let place = |at: u64| share(at, end).min(100.0);
    match length.filter(|length| length.most > 0) {
        None => {
            let at = place(from);
            let x: Percent = percent(if mirrored { 100.0 - at } else { at });
            let class = if length.is_some() { "least" } else { "open" };
            put(&mut out, &[&"<circle class=\"", &class, &"\" cx=\"", &x, &"\" cy=\"5\" r=\"4\"/>"]);
        }
        Some(length) => {
            let (least, most) = (from.saturating_add(length.least), from.saturating_add(length.most));
            let open = most.saturating_add(length.most / 4);
            let parts = [("least", from, least), ("most", least, most), ("open", most, if length.is_open { open } else { most })];
            for (class, from, to) in parts.into_iter().filter(|(_, from, to)| to > from) {
                let (from, to) = (place(from), place(to));
                let x: Percent = percent(if mirrored { 100.0 - to } else { from });
                let width = percent(to - from);
                put(
                    &mut out,
                    &[&"<rect class=\"", &class, &"\" x=\"", &x, &"\" width=\"", &width, &"\" height=\"", &HEIGHT, &"\"/>"],
                );
            }
        }
    }
    out.push_str("</svg>");
    out
}

/// How far along the scale an amount is, in percent.
#[allow(clippy::cast_precision_loss, reason = "an amount that a float cannot hold is off by less than a pixel")]
fn share(amount: u64, end: u64) -> f64 {
    amount as f64 / end as f64 * 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(least: u64, most: u64) -> Bounds {
        Bounds { least, most, is_open: false }
    }

    fn open(least: u64, most: u64) -> Bounds {
        Bounds { is_open: true, ..closed(least, most) }
    }

    #[test]
    fn the_scale_ends_with_the_largest_bound_and_leaves_room_behind_an_open_one() {
        assert_eq!(end(&[]), None);
        assert_eq!(end(&[closed(0, 0)]), None);
        assert_eq!(end(&[closed(1, 400), closed(300, 300)]), Some(400));
        assert_eq!(end(&[closed(1, 400), open(300, 800)]), Some(1_000));
        assert_eq!(end(&[closed(1, 400), open(100, 100)]), Some(400));
        assert_eq!(end(&[open(u64::MAX, u64::MAX)]), Some(u64::MAX));
    }

    #[test]
    fn a_stretch_begins_where_the_one_before_it_ends() {
        let shapes = |drawing: &str| drawing.split('<').skip(2).filter(|piece| !piece.starts_with('/')).count();
        let drawing = stretch(12, Some(open(12, 24)), 60, false);
        for rect in [r#""least" x="20%" width="20%""#, r#""most" x="40%" width="20%""#, r#""open" x="60%" width="10%""#] {
            assert!(drawing.contains(rect), "{drawing}");
        }
        assert!(stretch(12, Some(closed(12, 12)), 60, true).contains(r#""least" x="60%" width="20%""#));
        assert!(stretch(30, Some(closed(0, 0)), 60, false).contains(r#"class="least" cx="50%""#));
        assert!(stretch(30, None, 60, false).contains(r#"class="open" cx="50%""#));
        assert_eq!([shapes(&drawing), shapes(&stretch(0, None, 60, false))], [3, 1]);
    }

    #[test]
    fn a_bar_is_full_to_the_least_hollow_to_the_most_and_dashed_where_it_is_open_from_either_side() {
        let rects = |bar: &str| -> Vec<String> {
            let rect = |piece: &str| piece.split(" height").next().unwrap_or_default().to_owned();
            bar.split("<rect class=").skip(1).map(rect).collect()
        };
        assert_eq!(
            rects(&bar(open(300, 800), 1_000, false)),
            [r#""least" x="0%" width="30%""#, r#""most" x="30%" width="50%""#, r#""open" x="80%" width="20%""#]
        );
        assert_eq!(
            rects(&bar(open(300, 800), 1_000, true)),
            [r#""least" x="70%" width="30%""#, r#""most" x="20%" width="50%""#, r#""open" x="0%" width="20%""#]
        );
        assert_eq!(rects(&bar(closed(250, 250), 1_000, false)), [r#""least" x="0%" width="25%""#]);
        assert_eq!(rects(&bar(closed(0, 500), 1_000, false)).len(), 2);
    }
}
