//! All journeys as one railway map: lines that start together, part by licence, and meet where one leads into another.

mod narrow;
mod wide;

pub use narrow::narrow;
pub use wide::wide;

use super::svg::Words;

/// What is drawn. All words are plain.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// Where all lines start: "trained abroad".
    pub start: String,
    /// What is said of a step that may come late.
    pub late: String,
    /// The words are written from right to left: the drawing is mirrored.
    pub right_to_left: bool,
    /// Groups of lines that part from each other first.
    pub families: Vec<Family>,
}

/// Lines with something in common.
#[derive(Debug, Clone, Default)]
pub struct Family {
    /// What they have in common.
    pub heading: String,
    /// The same in few words; U+200B where it is best broken.
    pub short: String,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A journey.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its letter.
    pub letter: Option<char>,
    /// The class of its colour, from 1.
    pub colour: usize,
    /// Its name.
    pub title: Words,
    /// Its page.
    pub href: Option<String>,
    /// Its steps.
    pub stations: Vec<Station>,
    /// The lines that it leads into, and where: the number of the line in the map and of the station in it, from 0.
    pub leads: Vec<(usize, usize)>,
}

/// A step.
#[derive(Debug, Clone, Default)]
pub struct Station {
    /// The letter and number.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// Its page.
    pub href: Option<String>,
    /// It may take longer than the timetable allows.
    pub late: bool,
    /// Who stops here, where the line also goes past it.
    pub aside: Option<Words>,
    /// The other lines that stop here: letter and colour.
    pub meets: Vec<(char, usize)>,
}

impl Line {
    /// The runs of stations that the line also goes past: the first of each, and the one behind its last.
    fn sidings(&self) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (i, _) in self.stations.iter().enumerate().filter(|(_, station)| station.aside.is_some()) {
            match runs.last_mut() {
                Some((_, end)) if *end == i => *end = i + 1,
                _ => runs.push((i, i + 1)),
            }
        }
        runs
    }
}

impl Map {
    /// The lines of all families, in order.
    fn lines(&self) -> impl Iterator<Item = &Line> {
        self.families.iter().flat_map(|family| &family.lines)
    }

    /// The most stations that a line has.
    fn most_stations(&self) -> usize {
        self.lines().map(|line| line.stations.len()).max().unwrap_or_default()
    }

    /// The stations at which lines are entered from others: from line, to line, to station.
    fn junctions(&self) -> Vec<(usize, usize, usize)> {
        let counts: Vec<usize> = self.lines().map(|line| line.stations.len()).collect();
        let mut junctions = Vec::new();
        for (from, line) in self.lines().enumerate() {
            for (to, station) in &line.leads {
                let Some(last) = counts.get(*to).and_then(|count| count.checked_sub(1)) else { continue };
                if *to != from && counts.get(from).is_some_and(|count| *count > 0) {
                    junctions.push((from, *to, (*station).min(last)));
                }
            }
        }
        junctions
    }
}

/// A count as a coordinate.
fn real(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

/// A group's class: the line's colour.
fn line_class(colour: usize) -> String {
    format!("line line-{colour}")
}
