//! The map for a phone: lines run down the page, each station with its code alone; the names stand in the list beside it.

use super::super::svg::{Anchor, Svg, Words};
use super::super::wrap::wrap;
use super::{Family, Line, Map, line_class, real};

/// What a phone of 320 CSS px has between its margins. With many lines the drawing is wider, and is shown smaller.
const WIDTH: f64 = 288.0;
/// The least from one line to the next.
const COLUMN: f64 = 34.0;
/// The least that a family's name takes.
const LABEL: f64 = 72.0;
/// What is left free at the far edge.
const EDGE: f64 = 6.0;
const RADIUS: f64 = 10.0;
const MARK: f64 = 14.0;
/// From one station to the next.
const STEP: f64 = 40.0;
/// Half of a station's height.
const HALF: f64 = 11.0;
/// The size of the families' names.
const SIZE: f64 = 12.0;

struct Layout<'m> {
    /// The place of each line: its middle.
    columns: Vec<(f64, &'m Line)>,
    labels: Vec<(f64, Vec<String>)>,
    gap: f64,
    /// The highest of the lines that run across.
    trunk: f64,
    marks: f64,
    /// Half of a station's width.
    half: f64,
    width: f64,
    height: f64,
}

impl Layout<'_> {
    fn station(&self, index: usize) -> f64 {
        self.marks + MARK + STEP * real(index) + STEP - 6.0
    }
}

/// The drawing; nothing without lines.
pub fn narrow(map: &Map) -> Option<String> {
    let layout = lay_out(map)?;
    let mut svg = Svg::new(layout.width, map.right_to_left);
    let none = Words::default();
    svg.text("start-name", (0.0, 15.0), Anchor::Start, 0.0, &none, std::slice::from_ref(&map.start));
    for (x, lines) in &layout.labels {
        svg.text("family", (*x, 44.0), Anchor::Start, SIZE * 1.3, &none, lines);
    }
    let count = layout.columns.len();
    for (i, (x, line)) in layout.columns.iter().enumerate() {
        let stem = 9.0 + real(i) * layout.gap;
        let across = layout.trunk + real(count - 1 - i) * layout.gap;
        svg.group(&line_class(line.colour));
        svg.path("track", &[(stem, 32.0), (stem, across), (*x, across), (*x, layout.marks)], RADIUS);
        svg.end_group();
    }
    junctions(&mut svg, map, &layout);
    for (x, line) in &layout.columns {
        svg.group(&line_class(line.colour));
        self::line(&mut svg, &layout, *x, line);
        svg.end_group();
    }
    svg.rect("start", (1.0, 24.0), (real(count - 1) * layout.gap + 16.0, 16.0), 8.0);
    Some(svg.finish("narrow", layout.height))
}

fn lay_out(map: &Map) -> Option<Layout<'_>> {
    let count = map.lines().count();
    if count == 0 {
        return None;
    }
    let gap = (40.0 / real(count)).min(6.0);
    let left = 9.0 + real(count - 1) * gap + 22.0;
    // A family of one line still has room for its name.
    let families = || map.families.iter().filter(|family| !family.lines.is_empty());
    let least = |family: &Family| (real(family.lines.len()) * COLUMN).max(LABEL);
    let needed: f64 = families().map(least).sum();
    let room = needed.max(WIDTH - left - EDGE);
    let mut columns = Vec::new();
    let mut labels = Vec::new();
    let mut x = left;
    for family in families() {
        let lines = real(family.lines.len());
        let span = least(family) + (room - needed) * lines / real(count);
        labels.push((x, wrap(&family.short, span - 8.0, SIZE)));
        columns.extend(family.lines.iter().enumerate().map(|(i, line)| (x + (real(i) + 0.5) * span / lines, line)));
        x += span;
    }
    let closest = columns.windows(2).filter_map(|pair| Some(pair.last()?.0 - pair.first()?.0)).fold(room, f64::min);
    let half = ((closest - 6.0) / 2.0).clamp(14.0, 18.0);
    let lines = labels.iter().map(|(_, lines)| lines.len()).max().unwrap_or_default();
    let trunk = 44.0 + real(lines.saturating_sub(1)) * SIZE * 1.3 + 16.0;
    let marks = trunk + real(count - 1) * gap + RADIUS + MARK + 10.0;
    let mut layout = Layout { columns, labels, gap, trunk, marks, half, width: left + room + EDGE, height: 0.0 };
    let last = map.most_stations().checked_sub(1).map_or(marks + MARK, |last| layout.station(last) + HALF);
    layout.height = last + if map.junctions().is_empty() { 4.0 } else { 18.0 };
    Some(layout)
}

fn line(svg: &mut Svg, layout: &Layout<'_>, x: f64, line: &Line) {
    let none = Words::default();
    // Beside the stations at which not everybody stops, from the one before to the one behind.
    for (first, end) in line.sidings() {
        let past = x + layout.half + 3.0;
        let from = first.checked_sub(1).map_or(layout.marks, |before| layout.station(before));
        if end < line.stations.len() {
            let to = layout.station(end);
            svg.path("track", &[(x, from), (past, from), (past, to), (x, to)], RADIUS);
        }
    }
    let mut from = layout.marks;
    for (i, station) in line.stations.iter().enumerate() {
        let to = layout.station(i);
        svg.path(if station.late { "track late" } else { "track" }, &[(x, from), (x, to)], 0.0);
        from = to;
    }
    let href = line.href.as_deref();
    svg.link(href).circle("mark", x, layout.marks, MARK);
    if let Some(letter) = line.letter {
        svg.text("letter", (x, layout.marks + 5.0), Anchor::Middle, 0.0, &none, &[letter.to_string()]);
    }
    svg.end_link(href);
    for (i, station) in line.stations.iter().enumerate() {
        let y = layout.station(i);
        let half = layout.half;
        if !station.meets.is_empty() {
            svg.rect("meets", (x - half - 3.0, y - HALF - 3.0), (half * 2.0 + 6.0, HALF * 2.0 + 6.0), HALF + 3.0);
        }
        let href = station.href.as_deref();
        svg.link(href).rect("stop", (x - half, y - HALF), (half * 2.0, HALF * 2.0), HALF);
        let code = std::slice::from_ref(&station.code);
        svg.text("code", (x, y + 4.5), Anchor::Middle, 0.0, &none, code).end_link(href);
    }
}

/// Where lines lead into others: between the stations of a height, then beside the station's own line.
fn junctions(svg: &mut Svg, map: &Map, layout: &Layout<'_>) {
    for (from, to, index) in map.junctions() {
        let (Some((x, source)), Some((into, _))) = (layout.columns.get(from), layout.columns.get(to)) else { continue };
        let below = layout.station(source.stations.len().saturating_sub(1)) + STEP / 2.0;
        let y = layout.station(index);
        let side = layout.half + 5.0;
        let beside = if into > x { into - side } else { into + side };
        let points = [(*x, below - STEP / 2.0), (*x, below), (beside, below), (beside, y), (*into, y)];
        svg.group(&line_class(source.colour)).path("lead", &points, RADIUS).end_group();
    }
}
