//! Japan as tiles of one size, one for each prefecture: where it is roughly, and how many records it has.

use super::svg::{Anchor, Svg, Words};
use super::wrap::width;

/// A prefecture.
#[derive(Debug, Clone, Default)]
pub struct Tile {
    /// Its id in the built-in vocabulary; others have no place.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// Its list; nothing when it has no records.
    pub href: Option<String>,
    /// How many records it has, in the language's digits.
    pub count: String,
}

/// Where each tile is: the column from the west, and how many halves of a row from the north.
const PLACES: [(&str, u8, u8); 47] = [
    ("hokkaido", 11, 0),
    ("aomori", 11, 3),
    ("akita", 10, 5),
    ("iwate", 11, 5),
    ("yamagata", 10, 7),
    ("miyagi", 11, 7),
    ("ishikawa", 7, 9),
    ("toyama", 8, 9),
    ("niigata", 9, 9),
    ("fukushima", 10, 9),
    ("shimane", 2, 11),
    ("tottori", 3, 11),
    ("hyogo", 4, 11),
    ("kyoto", 5, 11),
    ("fukui", 6, 11),
    ("gifu", 7, 11),
    ("nagano", 8, 11),
    ("gunma", 9, 11),
    ("tochigi", 10, 11),
    ("ibaraki", 11, 11),
    ("yamaguchi", 1, 13),
    ("hiroshima", 2, 13),
    ("okayama", 3, 13),
    ("osaka", 4, 13),
    ("nara", 5, 13),
    ("shiga", 6, 13),
    ("aichi", 7, 13),
    ("shizuoka", 8, 13),
    ("yamanashi", 9, 13),
    ("saitama", 10, 13),
    ("chiba", 11, 13),
    ("saga", 0, 15),
    ("fukuoka", 1, 15),
    ("wakayama", 5, 15),
    ("mie", 6, 15),
    ("kanagawa", 9, 15),
    ("tokyo", 10, 15),
    ("nagasaki", 0, 17),
    ("oita", 1, 17),
    ("ehime", 3, 17),
    ("kagawa", 4, 17),
    ("kumamoto", 0, 19),
    ("miyazaki", 1, 19),
    ("kochi", 3, 19),
    ("tokushima", 4, 19),
    ("kagoshima", 0, 21),
    ("okinawa", 0, 24),
];

/// The columns from this one on are the east, which stands above the west on a phone.
const EAST: u8 = 7;
/// How far the east is moved to the west on a phone, in columns.
const TO_WEST: u8 = 5;
/// How far the west is moved to the south there, in halves of a row.
const TO_SOUTH: u8 = 8;

/// How a drawing is laid out.
struct Layout {
    class: &'static str,
    columns: u8,
    /// Halves of rows.
    halves: u8,
    width: f64,
    height: f64,
    /// The largest size of names, and that of numbers.
    size: f64,
    small: f64,
    /// The east stands above the west.
    is_parted: bool,
}

/// The drawing where there is room; nothing without a tile that leads somewhere.
pub fn wide(tiles: &[Tile]) -> Option<String> {
    let layout =
        Layout { class: "wide", columns: 12, halves: 26, width: 62.0, height: 46.0, size: 14.0, small: 12.0, is_parted: false };
    draw(tiles, &layout)
}

/// The drawing for a phone.
pub fn narrow(tiles: &[Tile]) -> Option<String> {
    let layout = Layout {
        class: "narrow",
        columns: 7,
        halves: 26 + TO_SOUTH,
        width: 41.0,
        height: 36.0,
        size: 13.0,
        small: 10.0,
        is_parted: true,
    };
    draw(tiles, &layout)
}

fn draw(tiles: &[Tile], layout: &Layout) -> Option<String> {
    let placed: Vec<(&Tile, f64, f64)> = tiles.iter().filter_map(|tile| place(tile, layout)).collect();
    if !placed.iter().any(|(tile, ..)| tile.href.is_some()) {
        return None;
    }
    let room = layout.width - 5.0;
    let names: Vec<Vec<String>> = placed.iter().map(|(tile, ..)| lines(&short(&tile.name.text), room, layout)).collect();
    // All names have one size: that of the one which needs the smallest.
    let fits = names.iter().flatten().map(|line| room / width(line, 1.0).max(1.0)).fold(layout.size, f64::min);
    let size = fits.max(8.0);
    let has_two = names.iter().any(|lines| lines.len() > 1);
    let pitch = if has_two { size.min(10.5) } else { size };
    // The map is the same in every language: west is on the left.
    let mut svg = Svg::new(f64::from(layout.columns) * layout.width, false);
    for ((tile, x, y), name) in placed.into_iter().zip(&names) {
        let href = tile.href.as_deref();
        svg.group(if href.is_some() { "tile has" } else { "tile" }).link(href);
        svg.rect("box", (x + 1.0, y + 1.0), (layout.width - 2.0, layout.height - 2.0), 2.0);
        let rows = pitch * f64::from(u8::try_from(name.len()).unwrap_or(2));
        let count = if href.is_some() { layout.small + 1.0 } else { 0.0 };
        let middle = x + layout.width / 2.0;
        let first = y + (layout.height - rows - count) / 2.0 + pitch * 0.82;
        svg.sized(size);
        svg.text("name", (middle, first), Anchor::Middle, pitch, &tile.name, name).raw("</g>");
        if href.is_some() {
            let below = y + (layout.height + rows - count) / 2.0 + layout.small * 0.95;
            svg.sized(layout.small);
            let number = std::slice::from_ref(&tile.count);
            svg.text("count", (middle, below), Anchor::Middle, 0.0, &Words::default(), number).raw("</g>");
        }
        svg.end_link(href).end_group();
    }
    Some(svg.finish(layout.class, f64::from(layout.halves) / 2.0 * layout.height))
}

fn place<'t>(tile: &'t Tile, layout: &Layout) -> Option<(&'t Tile, f64, f64)> {
    let (_, column, half) = PLACES.iter().find(|(id, ..)| *id == tile.id)?;
    let (column, half) = match (layout.is_parted, *column >= EAST) {
        (true, true) => (column - TO_WEST, *half),
        (true, false) => (*column, half + TO_SOUTH),
        (false, _) => (*column, *half),
    };
    Some((tile, f64::from(column) * layout.width, f64::from(half) / 2.0 * layout.height))
}

/// A name in kanji without the character for "prefecture", as Japanese maps write it. 北海道 is never shortened.
fn short(name: &str) -> String {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}');
    if name.chars().count() > 2 && name.chars().all(is_han) {
        return name.strip_suffix(['県', '府', '都']).unwrap_or(name).to_owned();
    }
    name.to_owned()
}

/// A name on one line, or on two with a hyphen between two syllables.
fn lines(name: &str, room: f64, layout: &Layout) -> Vec<String> {
    // Type that is a fifth smaller is better than a broken name.
    if width(name, layout.size * 0.72) <= room {
        return vec![name.to_owned()];
    }
    if let Some((first, rest)) = name.split_once(' ') {
        return vec![first.to_owned(), rest.to_owned()];
    }
    let chars: Vec<char> = name.chars().collect();
    let may_part = |at: &usize| {
        let (Some(before), Some(after)) = (chars.get(at - 1), chars.get(*at)) else { return false };
        is_vowel(*before) && !is_vowel(*after) || before == after || *before == 'n' && !is_vowel(*after)
    };
    let last = chars.len().saturating_sub(2);
    let middle = (2..=last).filter(may_part).min_by_key(|at| (at * 2).abs_diff(chars.len()));
    match middle {
        Some(at) => vec![chars.iter().take(at).chain(&['-']).collect(), chars.iter().skip(at).collect()],
        None => vec![name.to_owned()],
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u')
}
