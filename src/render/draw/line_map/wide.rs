//! The map where there is room: lines run with the text, each station with its name.

use super::super::svg::{Anchor, Svg, Words};
use super::super::wrap::wrap;
use super::{Line, Map, Station, line_class, real};

/// The width that the stations fill when there are few of them.
const WIDTH: f64 = 1152.0;
/// Where the arms of the fork begin.
const ARMS: f64 = 92.0;
/// Corners of lines.
const RADIUS: f64 = 14.0;
/// The radius of the mark with a line's letter.
const MARK: f64 = 16.0;
/// The size and pitch of names.
const SIZE: f64 = 14.0;
const PITCH: f64 = 19.0;
/// From a line down to the first baseline below it.
const BELOW: f64 = 32.0;
/// From what stands below a line to the next line.
const GAP: f64 = 52.0;
/// From a line down to a station that it also goes past, and from such a station back to where the line parts.
const DROP: f64 = 26.0;
const PART: f64 = 20.0;
/// What a family's heading takes above its first line.
const HEADING: f64 = 40.0;

/// A line's place.
struct Row<'m> {
    line: &'m Line,
    y: f64,
    title: Vec<String>,
    labels: Vec<Label>,
    bottom: f64,
}

/// The words below a station.
struct Label {
    name: Vec<String>,
    aside: Vec<String>,
    late: Vec<String>,
}

impl Label {
    /// How far the words reach below the line, in lines of words.
    fn lines(&self) -> usize {
        1 + self.name.len() + self.aside.len() + self.late.len()
    }
}

/// How far below its line a station lies.
fn drop(station: &Station) -> f64 {
    if station.aside.is_some() { DROP } else { 0.0 }
}

struct Layout<'m> {
    rows: Vec<Row<'m>>,
    headings: Vec<(f64, &'m str)>,
    marks: f64,
    first: f64,
    column: f64,
    gap: f64,
    width: f64,
    height: f64,
}

impl Layout<'_> {
    fn station(&self, index: usize) -> f64 {
        self.first + real(index) * self.column
    }
}

/// The drawing; nothing without lines.
pub fn wide(map: &Map) -> Option<String> {
    let layout = lay_out(map)?;
    let mut svg = Svg::new(layout.width, map.right_to_left);
    for (y, words) in &layout.headings {
        let start = layout.marks - MARK;
        svg.path("rule", &[(start, y - 22.0), (layout.width, y - 22.0)], 0.0);
        let place = (start, *y);
        svg.text("family", place, Anchor::Start, 0.0, &Words::default(), &[(*words).to_owned()]);
    }
    let start = arms(&mut svg, &layout);
    junctions(&mut svg, map, &layout);
    for row in &layout.rows {
        svg.group(&line_class(row.line.colour));
        track(&mut svg, &layout, row);
        svg.end_group();
    }
    for row in &layout.rows {
        svg.group(&line_class(row.line.colour));
        mark(&mut svg, &layout, row);
        for (i, (station, label)) in row.line.stations.iter().zip(&row.labels).enumerate() {
            self::station(&mut svg, (layout.station(i), row.y + drop(station)), station, label);
        }
        svg.end_group();
    }
    let bundle = real(layout.rows.len()) * layout.gap + 12.0;
    svg.rect("start", (2.0, start - bundle / 2.0), (18.0, bundle), 9.0);
    let words = wrap(&map.start, ARMS - 10.0, SIZE);
    svg.text("start-name", (0.0, start + bundle / 2.0 + 20.0), Anchor::Start, PITCH, &Words::default(), &words);
    let class = if map.most_stations() > 8 { "wide long" } else { "wide" };
    Some(svg.finish(class, layout.height))
}

fn lay_out(map: &Map) -> Option<Layout<'_>> {
    let count = map.lines().count();
    if count == 0 {
        return None;
    }
    let gap = (80.0 / real(count)).min(8.0);
    let marks = ARMS + real(count) * gap + RADIUS + 14.0 + MARK;
    let first = marks + 156.0;
    let columns = real(map.most_stations().max(1));
    let column = ((WIDTH - first) / columns).clamp(124.0, 180.0);
    let mut rows = Vec::new();
    let mut headings = Vec::new();
    let mut y = 0.0;
    for family in &map.families {
        for (i, line) in family.lines.iter().enumerate() {
            if i == 0 {
                headings.push((y + 23.0, family.heading.as_str()));
                y += HEADING;
            }
            y += MARK + 4.0;
            let title = wrap(&line.title.text, 140.0, SIZE * 1.08);
            let labels: Vec<Label> = line.stations.iter().map(|station| label(map, station, column - 24.0)).collect();
            let depths =
                line.stations.iter().zip(&labels).map(|(station, label)| drop(station) + real(label.lines() - 1) * PITCH);
            let bottom = y + BELOW + depths.fold(real(title.len()) * PITCH, f64::max);
            rows.push(Row { line, y, title, labels, bottom });
            y = bottom + GAP - MARK;
        }
    }
    let height = rows.last().map(|row| row.bottom).unwrap_or_default() + 10.0;
    Some(Layout { rows, headings, marks, first, column, gap, width: first + columns * column, height })
}

fn label(map: &Map, station: &Station, max: f64) -> Label {
    let late = if station.late { wrap(&map.late, max, 12.0) } else { Vec::new() };
    let aside = station.aside.as_ref().map(|who| wrap(&who.text, max, 12.0)).unwrap_or_default();
    Label { name: wrap(&station.name.text, max, SIZE), aside, late }
}

/// The lines from the start to their marks; where the start is.
fn arms(svg: &mut Svg, layout: &Layout<'_>) -> f64 {
    let rows = &layout.rows;
    // The start lies where the first family ends, or in the middle of the only one.
    let upper = layout.headings.get(1).map_or(rows.len() / 2, |(y, _)| rows.iter().filter(|row| row.y < *y).count());
    let above = upper.checked_sub(1).and_then(|i| rows.get(i)).or(rows.first()).map_or(0.0, |row| row.y);
    let below = rows.get(upper).map_or(above, |row| row.y);
    let bundle = real(rows.len()) * layout.gap / 2.0;
    let start = if rows.len() == 1 { above } else { ((above + below) / 2.0).max(bundle + 8.0) };
    for (i, row) in rows.iter().enumerate() {
        let y = start + (real(i) - (real(rows.len()) - 1.0) / 2.0) * layout.gap;
        // The outermost line of each half turns first, so that none crosses another.
        let turn = if i < upper { real(i) } else { real(rows.len() - 1 - i) };
        let x = ARMS + turn * layout.gap;
        svg.group(&line_class(row.line.colour));
        svg.path("track", &[(10.0, y), (x, y), (x, row.y), (layout.marks, row.y)], RADIUS);
        svg.end_group();
    }
    start
}

/// The line from its mark to its last station, dashed before steps that may come late; it goes straight past the stations at which
/// not everybody stops, and parts to them.
fn track(svg: &mut Svg, layout: &Layout<'_>, row: &Row<'_>) {
    let class = |late: bool| if late { "track late" } else { "track" };
    let stations = &row.line.stations;
    let mut from = layout.marks;
    let mut pieces: Vec<(bool, f64, f64)> = Vec::new();
    for (i, station) in stations.iter().enumerate().filter(|(_, station)| station.aside.is_none()) {
        let to = layout.station(i);
        match pieces.last_mut() {
            Some((late, _, end)) if *late == station.late => *end = to,
            _ => pieces.push((station.late, from, to)),
        }
        from = to;
    }
    for (late, from, to) in pieces {
        svg.path(class(late), &[(from, row.y), (to, row.y)], 0.0);
    }
    let below = row.y + DROP;
    for (first, end) in row.line.sidings() {
        let start = first.checked_sub(1).map_or(layout.marks, |before| layout.station(before));
        let parts = layout.station(first) - PART;
        let mut points = vec![(start, row.y), (parts, row.y), (parts, below), (layout.station(first), below)];
        for (i, station) in stations.iter().enumerate().take(end).skip(first) {
            svg.path(class(station.late), &points, DROP / 2.0);
            points = vec![(layout.station(i), below), (layout.station(i + 1), below)];
        }
        if end < stations.len() {
            let joins = layout.station(end) - PART;
            let points = [(layout.station(end - 1), below), (joins, below), (joins, row.y), (layout.station(end), row.y)];
            svg.path("track", &points, DROP / 2.0);
        }
    }
}

fn mark(svg: &mut Svg, layout: &Layout<'_>, row: &Row<'_>) {
    let href = row.line.href.as_deref();
    svg.link(href).circle("mark", layout.marks, row.y, MARK);
    if let Some(letter) = row.line.letter {
        svg.text("letter", (layout.marks, row.y + 6.0), Anchor::Middle, 0.0, &Words::default(), &[letter.to_string()]);
    }
    let place = (layout.marks - MARK, row.y + BELOW + 8.0);
    svg.text("title", place, Anchor::Start, PITCH + 1.0, &row.line.title, &row.title).end_link(href);
}

fn station(svg: &mut Svg, (x, y): (f64, f64), station: &Station, label: &Label) {
    let href = station.href.as_deref();
    svg.link(href).circle(
        if station.meets.is_empty() { "stop" } else { "stop meets" },
        x,
        y,
        if station.meets.is_empty() { 7.0 } else { 9.0 },
    );
    let own = Words::default();
    let start = x - 7.0;
    svg.text("code", (start, y + BELOW), Anchor::Start, 0.0, &own, std::slice::from_ref(&station.code));
    svg.text("name", (start, y + BELOW + PITCH), Anchor::Start, PITCH, &station.name, &label.name).end_link(href);
    let below = y + BELOW + PITCH * real(1 + label.name.len());
    if let Some(who) = &station.aside {
        svg.text("aside-words", (start, below), Anchor::Start, PITCH - 2.0, who, &label.aside);
    }
    let below = below + PITCH * real(label.aside.len());
    svg.text("late-words", (start, below), Anchor::Start, PITCH - 2.0, &own, &label.late);
    // Letters of the other lines that stop here, beside the code.
    let mut at = start + super::super::wrap::width(&station.code, SIZE) + 16.0;
    for (letter, colour) in &station.meets {
        svg.group(&line_class(*colour)).circle("mark", at, y + BELOW - 5.0, 8.0);
        svg.text("letter small", (at, y + BELOW - 1.0), Anchor::Middle, 0.0, &own, &[letter.to_string()]).end_group();
        at += 20.0;
    }
}

/// Where lines lead into others: round the words, through the free space before the station and below the row.
fn junctions(svg: &mut Svg, map: &Map, layout: &Layout<'_>) {
    for (n, (from, to, index)) in map.junctions().into_iter().enumerate() {
        let (Some(source), Some(target)) = (layout.rows.get(from), layout.rows.get(to)) else { continue };
        let end = layout.station(source.line.stations.len().saturating_sub(1));
        let aside = real(n % 3) * 3.0;
        let x = layout.station(index) - 13.0 - aside;
        let into = (layout.station(index), target.y + target.line.stations.get(index).map_or(0.0, drop));
        let points = if x > end + 2.0 * RADIUS {
            vec![(end, source.y), (x, source.y), (x, into.1), into]
        } else if target.y < source.y {
            let over = source.y - MARK - 12.0 - aside;
            let out = end + 2.0 * RADIUS;
            vec![(end, source.y), (out, source.y), (out, over), (x, over), (x, into.1), into]
        } else {
            let under = source.bottom + 10.0 + aside;
            let out = end + layout.column - 16.0 - aside;
            vec![(end, source.y), (out, source.y), (out, under), (x, under), (x, into.1), into]
        };
        svg.group(&line_class(source.line.colour)).path("lead", &points, RADIUS).end_group();
    }
}
