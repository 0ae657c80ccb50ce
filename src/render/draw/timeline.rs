//! A schedule as a timeline: rounds as lanes, stages as bars and points, today as a line. Places along it are percentages of the
//! width and heights are CSS pixels, so that text keeps its size on every screen.

use super::svg::{Anchor, Percent, Words, number, percent, whole};
use super::wrap::{width, wrap};
use crate::markup::escape::{escape, escape_into};
use crate::render::pieces::{Piece, put};

/// What is drawn. All words are plain.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// The beginning of the ids in it: no other drawing of the page has the same.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What it shows.
    pub description: String,
    /// The word at the line of today.
    pub today: String,
    /// The instant that it is drawn for, as all instants here in seconds of Unix time.
    pub now: i64,
    /// The words are written from right to left, and time runs so too.
    pub right_to_left: bool,
    /// The first instant of what is shown.
    pub from: i64,
    /// The last.
    pub to: i64,
    /// Beginnings of months, or of years where the time is long.
    pub ticks: Vec<Tick>,
    /// The rounds.
    pub lanes: Vec<Lane>,
}

/// The beginning of a month or year.
#[derive(Debug, Clone, Default)]
pub struct Tick {
    /// When it is.
    pub at: i64,
    /// Its number among all such: every second, third … is labelled where there is no room for all.
    pub number: i64,
    /// The year that it is in.
    pub year: i16,
    /// The month, from 1; of years there is none.
    pub month: Option<i8>,
}

/// A round.
#[derive(Debug, Clone, Default)]
pub struct Lane {
    /// Its name.
    pub name: Words,
    /// Its stages.
    pub bars: Vec<Bar>,
}

/// A stage.
#[derive(Debug, Clone)]
pub struct Bar {
    /// Its name.
    pub name: Words,
    /// When it is.
    pub when: When,
}

/// When a stage is.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// From one time to another.
    Window(Time, Time),
    /// From a time on; the end is not known.
    From(Time),
    /// Until a time; the beginning is not known.
    Until(Time),
    /// At a time.
    At(Time),
}

/// A time as precise as it is known.
#[derive(Debug, Clone, Copy)]
pub struct Time {
    /// The first instant that it may mean.
    pub first: i64,
    /// The first instant after all that it may mean; the same when it is known to the minute.
    pub end: i64,
    /// It is known to the month or year only: where in it, nobody knows.
    pub is_vague: bool,
}

impl Bar {
    /// The first instant and the first after the stage.
    pub fn ends(&self) -> (i64, i64) {
        match self.when {
            When::Window(opens, closes) => (opens.first.min(closes.first), closes.end.max(opens.end)),
            When::From(time) | When::Until(time) | When::At(time) => (time.first, time.end),
        }
    }
}

/// The narrowest that the drawing is shown: what a phone of 320 CSS px has between its margins.
const NARROW: f64 = 280.0;
/// What is free at either end, in percent, so that no point is cut.
const PAD: f64 = 3.0;
/// The size and pitch of names, and of ticks.
const SIZE: f64 = 14.0;
const PITCH: f64 = 18.0;
const SMALL: f64 = 12.0;
/// Where the lanes begin, below today's word and the ticks.
const TOP: f64 = 40.0;
/// The height of a bar.
const BAR: f64 = 10.0;
/// The least width of a bar in percent.
const LEAST: f64 = 1.2;

struct Canvas<'t> {
    out: String,
    timeline: &'t Timeline,
    from: f64,
    to: f64,
    /// Something is hatched.
    is_vague: bool,
}

/// How a tick is called, with its year or without.
pub type Name<'n> = &'n dyn Fn(&Tick, bool) -> String;

/// The drawing; nothing without stages. `name` is asked for the ticks that there is room for.
pub fn draw(timeline: &Timeline, name: Name<'_>) -> Option<String> {
    if timeline.lanes.iter().all(|lane| lane.bars.is_empty()) {
        return None;
    }
    let (from, to) = (real(timeline.from), real(timeline.to.max(timeline.from.saturating_add(60))));
    let pad = (to - from) * PAD / (100.0 - 2.0 * PAD);
    let mut canvas = Canvas { out: String::with_capacity(4096), timeline, from: from - pad, to: to + pad, is_vague: false };
    let labels: Vec<Vec<Label>> =
        timeline.lanes.iter().map(|lane| lane.bars.iter().map(|bar| canvas.label(bar)).collect()).collect();
    let lanes = || timeline.lanes.iter().zip(&labels).filter(|(_, labels)| !labels.is_empty());
    let height = lanes().map(|(lane, labels)| lane_height(lane, labels)).sum::<f64>() + TOP;
    // Words and bars are drawn over today's line, which is seen to run on below them.
    canvas.today(height);
    canvas.ticks(height, name);
    let mut y = TOP;
    for (lane, labels) in lanes() {
        canvas.lane(lane, labels, y);
        y += lane_height(lane, labels);
    }
    Some(canvas.finish(height))
}

/// The name of a stage, and where it stands.
struct Label {
    lines: Vec<String>,
    place: f64,
    anchor: Anchor,
}

impl Label {
    fn height(&self) -> f64 {
        real_count(self.lines.len()) * PITCH
    }
}

fn lane_height(lane: &Lane, labels: &[Label]) -> f64 {
    let name = real_count(wrap(&lane.name.text, NARROW, SIZE * 1.05).len()) * PITCH + 10.0;
    name + labels.iter().map(|label| label.height() + BAR + 12.0).sum::<f64>() + 10.0
}

impl<'t> Canvas<'t> {
    fn put(&mut self, pieces: &[&dyn Piece]) {
        put(&mut self.out, pieces);
    }

    /// Where an instant is, in percent, from the edge at which lines of text begin.
    fn place(&self, at: i64) -> f64 {
        ((real(at) - self.from) / (self.to - self.from) * 100.0).clamp(0.0, 100.0)
    }

    /// A place as an attribute's value.
    fn x(&self, place: f64) -> Percent {
        percent(if self.timeline.right_to_left { 100.0 - place } else { place })
    }

    fn ticks(&mut self, height: f64, name: Name<'_>) {
        for tick in &self.timeline.ticks {
            let x = self.x(self.place(tick.at));
            self.put(&[&"<line class=\"tick\" x1=\"", &x, &"\" x2=\"", &x, &"\" y1=\"20\" y2=\"", &number(height), &"\"/>"]);
        }
        let every = [1, 2, 3, 4, 6, 12, 24, 60, 120].into_iter();
        for (place, words) in every.into_iter().find_map(|stride| self.labels(stride, name)).unwrap_or_default() {
            self.text("tick-name", (place, 4.0), 32.0, Anchor::Start, &Words::default(), &[words]);
        }
    }

    /// The labels of every second, third … tick, with the year where it is another; nothing if there is no room for them.
    fn labels(&self, stride: i64, name: Name<'_>) -> Option<Vec<(f64, String)>> {
        let mut labels = Vec::new();
        let mut free = 0.0;
        let mut year = None;
        for tick in self.timeline.ticks.iter().filter(|tick| tick.number.rem_euclid(stride) == 0) {
            let place = self.place(tick.at);
            let start = place / 100.0 * NARROW + 4.0;
            if start < free {
                return None;
            }
            let words = name(tick, year != Some(tick.year));
            year = Some(tick.year);
            free = start + width(&words, SMALL) + 8.0;
            // The last may have no room beside it.
            if free - 8.0 <= NARROW {
                labels.push((place, words));
            }
        }
        Some(labels)
    }

    /// Where the name of a stage stands: it begins with its bar or ends with it, on the side where there is more room.
    fn label(&self, bar: &Bar) -> Label {
        let (first, end) = bar.ends();
        let (start, stop) = (self.place(first), self.place(end));
        let (after, before) = (NARROW * (1.0 - start / 100.0), NARROW * stop / 100.0);
        let needed = width(&bar.name.text, SIZE);
        let one = || vec![bar.name.text.clone()];
        if needed <= after {
            Label { lines: one(), place: start, anchor: Anchor::Start }
        } else if needed <= before {
            Label { lines: one(), place: stop, anchor: Anchor::End }
        } else if after >= before {
            Label { lines: wrap(&bar.name.text, after, SIZE), place: start, anchor: Anchor::Start }
        } else {
            Label { lines: wrap(&bar.name.text, before, SIZE), place: stop, anchor: Anchor::End }
        }
    }

    fn lane(&mut self, lane: &Lane, labels: &[Label], top: f64) {
        self.put(&[&"<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"", &number(top), &"\" y2=\"", &number(top), &"\"/>"]);
        let lines = wrap(&lane.name.text, NARROW, SIZE * 1.05);
        self.text("round", (0.0, 0.0), top + 18.0, Anchor::Start, &lane.name, &lines);
        let mut y = top + real_count(lines.len()) * PITCH + 10.0;
        for (bar, label) in lane.bars.iter().zip(labels) {
            self.bar(bar, label, y);
            y += label.height() + BAR + 12.0;
        }
    }

    fn bar(&mut self, bar: &Bar, label: &Label, top: f64) {
        let (first, end) = bar.ends();
        self.put(&[&"<g class=\"stage ", &self.state(bar)]);
        match bar.when {
            When::Window(..) => self.put(&[&"\" data-opens=\"", &first, &"\" data-closes=\"", &end]),
            When::From(_) => self.put(&[&"\" data-opens=\"", &first]),
            When::Until(_) => self.put(&[&"\" data-closes=\"", &end]),
            When::At(_) => self.put(&[&"\" data-at=\"", &first, &"\" data-until=\"", &end]),
        }
        self.out.push_str("\">");
        self.text("name", (label.place, 0.0), top + 13.0, label.anchor, &bar.name, &label.lines);
        let y = top + label.height() + 2.0;
        // Triangles point to where the stage is, on from its beginning or back from its end.
        let (mut on, mut back) = ("M0-6v12l9-6z", "M0-6v12l-9-6z");
        if self.timeline.right_to_left {
            std::mem::swap(&mut on, &mut back);
        }
        match bar.when {
            When::Window(opens, closes) => self.window(opens, closes, y),
            When::From(time) | When::Until(time) | When::At(time) if time.is_vague => self.piece(time.first, time.end, y, true),
            When::From(time) => self.point(time.first, y, on),
            When::Until(time) => self.point(time.end, y, back),
            // A day without a time is shown at its middle.
            When::At(time) => self.point(time.first.midpoint(time.end), y, "M0-7 7 0 0 7-7 0z"),
        }
        self.out.push_str("</g>");
    }

    fn state(&self, bar: &Bar) -> &'static str {
        let (first, end) = bar.ends();
        match bar.when {
            // Nobody knows since when, but until then.
            When::Until(_) if self.timeline.now < end => "now",
            _ if self.timeline.now < first => "future",
            When::From(_) => "now",
            _ if self.timeline.now < end => "now",
            _ => "past",
        }
    }

    /// What is certain is a bar; a month in which it begins or ends, nobody knows when, is hatched.
    fn window(&mut self, opens: Time, closes: Time, y: f64) {
        let from = if opens.is_vague { opens.end } else { opens.first };
        let to = if closes.is_vague { closes.first } else { closes.end };
        if from >= to {
            let (first, end) = (opens.first.min(closes.first), opens.end.max(closes.end));
            return self.piece(first, end, y, opens.is_vague || closes.is_vague);
        }
        if opens.is_vague {
            self.piece(opens.first, opens.end, y, true);
        }
        self.piece(from, to, y, false);
        if closes.is_vague {
            self.piece(closes.first, closes.end, y, true);
        }
    }

    fn piece(&mut self, from: i64, to: i64, y: f64, is_vague: bool) {
        let (start, end) = (self.place(from), self.place(to));
        let width = (end - start).max(LEAST);
        let start = start.min(100.0 - width);
        let left = if self.timeline.right_to_left { 100.0 - start - width } else { start };
        let (x, width, y) = (percent(left), percent(width), number(y));
        let class = if is_vague { "vague" } else { "piece" };
        self.put(&[&"<rect class=\"", &class, &"\" x=\"", &x, &"\" y=\"", &y]);
        self.put(&[&"\" width=\"", &width, &"\" height=\"", &number(BAR), &"\""]);
        if is_vague {
            self.is_vague = true;
            self.put(&[&" fill=\"url(#", &escape(&self.timeline.id).as_str(), &"-hatch)\""]);
        }
        self.out.push_str("/>");
    }

    fn point(&mut self, at: i64, y: f64, path: &str) {
        let (x, y) = (self.x(self.place(at)), number(y + BAR / 2.0));
        self.put(&[&"<svg class=\"point\" x=\"", &x, &"\" y=\"", &y, &"\"><path d=\"", &path, &"\"/></svg>"]);
    }

    /// Lines of text at a place, moved on by some pixels.
    fn text(&mut self, class: &str, (place, on): (f64, f64), y: f64, anchor: Anchor, words: &Words, lines: &[String]) {
        let x = self.x(place);
        let anchor = if words.direction.is_some() { anchor.opposite() } else { anchor };
        self.put(&[&"<text class=\"", &class, &"\" x=\"", &x, &"\" y=\"", &number(y), &"\"", &anchor.attribute()]);
        if on > 0.0 {
            self.put(&[&" dx=\"", &number(if self.timeline.right_to_left { -on } else { on }), &"\""]);
        }
        if let Some(direction) = words.direction {
            self.put(&[&" direction=\"", &direction, &"\""]);
        }
        if let Some(lang) = &words.lang {
            self.put(&[&" lang=\"", &escape(lang).as_str(), &"\""]);
        }
        self.out.push('>');
        for (i, line) in lines.iter().enumerate() {
            if i > 0 {
                self.put(&[&" <tspan x=\"", &x, &"\" dy=\"", &number(PITCH), &"\">"]);
            }
            escape_into(line, &mut self.out);
            if i > 0 {
                self.out.push_str("</tspan>");
            }
        }
        self.out.push_str("</text>");
    }

    /// A script moves this line by setting its `x`: it is at 0 % at `data-from` and at 100 % at `data-to`.
    fn today(&mut self, height: f64) {
        let is_inside = (self.from..=self.to).contains(&real(self.timeline.now));
        let place = self.place(self.timeline.now);
        let anchor = match place {
            ..12.0 => Anchor::Start,
            88.0.. => Anchor::End,
            _ => Anchor::Middle,
        };
        let class = if is_inside { "today" } else { "today outside" };
        let (x, from, to) = (self.x(place), whole(self.from), whole(self.to));
        self.put(&[&"<svg class=\"", &class, &"\" x=\"", &x, &"\" data-from=\"", &from, &"\" data-to=\"", &to]);
        self.put(&[&"\"><line y1=\"16\" y2=\"", &number(height), &"\"/><text y=\"12\"", &anchor.attribute(), &">"]);
        escape_into(&self.timeline.today, &mut self.out);
        self.out.push_str("</text></svg>");
    }

    fn finish(self, height: f64) -> String {
        let Timeline { id, title, description, .. } = self.timeline;
        let (id, title, description, height) = (escape(id), escape(title), escape(description), number(height));
        let (id, title, description) = (&id.as_str(), &title.as_str(), &description.as_str());
        let mut out = String::with_capacity(self.out.len() + title.len() + description.len() + 6 * id.len() + 480);
        put(&mut out, &[&"<svg class=\"timeline\" width=\"100%\" height=\"", &height, &"\" role=\"img\" aria-labelledby=\"", id]);
        put(&mut out, &[&"-title\" aria-describedby=\"", id, &"-desc\"><title id=\"", id, &"-title\">", title]);
        put(&mut out, &[&"</title><desc id=\"", id, &"-desc\">", description, &"</desc>"]);
        if self.is_vague {
            put(&mut out, &[&"<defs><pattern id=\"", id, &"-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\""]);
            put(&mut out, &[&" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V5\"/></pattern></defs>"]);
        }
        put(&mut out, &[&self.out.as_str(), &"</svg>"]);
        out
    }
}

#[allow(clippy::cast_precision_loss, reason = "seconds since 1970 are exact in a float for many millions of years")]
fn real(seconds: i64) -> f64 {
    seconds as f64
}

/// A count as a height's factor.
fn real_count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}
