//! Writes SVG 2 as it stands in HTML: elements, texts, links; mirrored for languages that are written from the right.

use crate::markup::escape::escape_into;
use crate::render::pieces::{Piece, put};

/// A piece of plain text and its language, when that is not the reader's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The text, plain.
    pub text: String,
    /// The language's tag.
    pub lang: Option<String>,
    /// `ltr` or `rtl`, where that language is written in the other direction than the reader's.
    pub direction: Option<&'static str>,
}

impl Words {
    /// Words of the reader's own language.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// Where a text stands from its point, in the direction of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// The same place for a text that is written in the other direction.
    pub fn opposite(self) -> Self {
        match self {
            Self::Start => Self::End,
            Self::Middle => Self::Middle,
            Self::End => Self::Start,
        }
    }

    /// As an attribute; the default needs none.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Middle => " text-anchor=\"middle\"",
            Self::End => " text-anchor=\"end\"",
        }
    }
}

/// A number with at most one decimal, written as short as it can be.
#[derive(Debug, Clone, Copy)]
pub struct Number {
    tenths: i64,
}

/// A number with at most one decimal.
pub fn number(value: f64) -> Number {
    Number { tenths: whole(value * 10.0) }
}

/// A percentage with at most two decimals: less than a tenth of a pixel on any screen.
#[derive(Debug, Clone, Copy)]
pub struct Percent {
    hundredths: i64,
}

/// A percentage, at least 0.
pub fn percent(value: f64) -> Percent {
    Percent { hundredths: whole(value * 100.0).max(0) }
}

impl Piece for Number {
    fn put(&self, out: &mut String) {
        let (ones, tenth) = (self.tenths / 10, self.tenths % 10);
        if self.tenths < 0 && ones == 0 {
            out.push('-');
        }
        ones.put(out);
        if tenth != 0 {
            out.push('.');
            tenth.abs().put(out);
        }
    }
}

impl Piece for Percent {
    fn put(&self, out: &mut String) {
        (self.hundredths / 100).put(out);
        let (tenth, hundredth) = (self.hundredths / 10 % 10, self.hundredths % 10);
        if tenth + hundredth > 0 {
            out.push('.');
            tenth.put(out);
        }
        if hundredth > 0 {
            hundredth.put(out);
        }
        out.push('%');
    }
}

/// The nearest whole number. Written by whole numbers, a coordinate takes a fraction of the time that a float takes.
#[allow(clippy::cast_possible_truncation, reason = "a float that is too large becomes the largest number")]
pub fn whole(value: f64) -> i64 {
    value.round() as i64
}

/// A drawing whose coordinates are CSS pixels, the width being known.
#[derive(Debug)]
pub struct Svg {
    out: String,
    width: f64,
    mirrored: bool,
}

impl Svg {
    /// An empty drawing; x runs from the edge at which lines of text begin.
    pub fn new(width: f64, mirrored: bool) -> Self {
        Self { out: String::with_capacity(4096), width, mirrored }
    }

    /// Where x is when the drawing is mirrored.
    fn x(&self, x: f64) -> Number {
        number(if self.mirrored { self.width - x } else { x })
    }

    /// Appends markup as it is.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    fn put(&mut self, pieces: &[&dyn Piece]) -> &mut Self {
        put(&mut self.out, pieces);
        self
    }

    /// Opens a group.
    pub fn group(&mut self, class: &str) -> &mut Self {
        self.put(&[&"<g class=\"", &class, &"\">"])
    }

    /// Opens a group whose texts have that size.
    pub fn sized(&mut self, size: f64) -> &mut Self {
        self.put(&[&"<g font-size=\"", &number(size), &"\">"])
    }

    /// Closes a group.
    pub fn end_group(&mut self) -> &mut Self {
        self.raw("</g>")
    }

    /// Opens a link, unless there is nowhere to go. The list beside a drawing is the way for keyboards, so that it takes no focus.
    pub fn link(&mut self, href: Option<&str>) -> &mut Self {
        if let Some(href) = href {
            self.out.push_str("<a href=\"");
            escape_into(href, &mut self.out);
            self.out.push_str("\" tabindex=\"-1\">");
        }
        self
    }

    /// Closes it.
    pub fn end_link(&mut self, href: Option<&str>) -> &mut Self {
        if href.is_some() { self.raw("</a>") } else { self }
    }

    /// A circle.
    pub fn circle(&mut self, class: &str, x: f64, y: f64, radius: f64) -> &mut Self {
        let (x, y, radius) = (self.x(x), number(y), number(radius));
        self.put(&[&"<circle class=\"", &class, &"\" cx=\"", &x, &"\" cy=\"", &y, &"\" r=\"", &radius, &"\"/>"])
    }

    /// A rectangle with rounded corners; x and y are its first corner.
    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64), radius: f64) -> &mut Self {
        let left = number(if self.mirrored { self.width - x - width } else { x });
        let (y, width, height, radius) = (number(y), number(width), number(height), number(radius));
        self.put(&[&"<rect class=\"", &class, &"\" x=\"", &left, &"\" y=\"", &y]).put(&[
            &"\" width=\"",
            &width,
            &"\" height=\"",
            &height,
            &"\" rx=\"",
            &radius,
            &"\"/>",
        ])
    }

    /// Lines of text, one below the other; y is the first baseline.
    pub fn text(
        &mut self,
        class: &str,
        (x, y): (f64, f64),
        anchor: Anchor,
        pitch: f64,
        words: &Words,
        lines: &[String],
    ) -> &mut Self {
        if lines.is_empty() {
            return self;
        }
        let x = self.x(x);
        let anchor = if words.direction.is_some() { anchor.opposite() } else { anchor };
        self.put(&[&"<text class=\"", &class, &"\" x=\"", &x, &"\" y=\"", &number(y), &"\"", &anchor.attribute()]);
        if let Some(direction) = words.direction {
            self.put(&[&" direction=\"", &direction, &"\""]);
        }
        if let Some(lang) = &words.lang {
            self.out.push_str(" lang=\"");
            escape_into(lang, &mut self.out);
            self.out.push('"');
        }
        self.out.push('>');
        for (i, line) in lines.iter().enumerate() {
            if i == 0 {
                escape_into(line, &mut self.out);
            } else {
                // The blank is what a copied text has between its lines.
                self.put(&[&" <tspan x=\"", &x, &"\" dy=\"", &number(pitch), &"\">"]);
                escape_into(line, &mut self.out);
                self.out.push_str("</tspan>");
            }
        }
        self.raw("</text>")
    }

    /// A path of straight pieces through points, its corners rounded.
    pub fn path(&mut self, class: &str, points: &[(f64, f64)], radius: f64) -> &mut Self {
        self.raw("<path");
        if !class.is_empty() {
            self.put(&[&" class=\"", &class, &"\""]);
        }
        self.raw(" d=\"");
        for (i, point) in points.iter().enumerate() {
            match (i, points.get(i + 1)) {
                (0, _) => self.point('M', *point),
                (_, None) => self.point('L', *point),
                (_, Some(next)) => {
                    let before = points.get(i - 1).copied().unwrap_or(*point);
                    let radius = radius.min(distance(before, *point) / 2.0).min(distance(*point, *next) / 2.0);
                    self.point('L', towards(*point, before, radius));
                    self.point('Q', *point);
                    self.point(' ', towards(*point, *next, radius));
                }
            }
        }
        self.raw("\"/>")
    }

    fn point(&mut self, command: char, (x, y): (f64, f64)) {
        let x = self.x(x);
        self.out.push(command);
        self.put(&[&x, &" ", &number(y)]);
    }

    /// The whole element. Every drawing here stands beside the same in words, so that it is hidden from screen readers.
    pub fn finish(self, class: &str, height: f64) -> String {
        let (width, height) = (number(self.width), number(height));
        let mut out = String::with_capacity(self.out.len() + 160);
        put(&mut out, &[&"<svg class=\"", &class, &"\" viewBox=\"0 0 ", &width, &" ", &height, &"\" width=\"", &width]);
        put(&mut out, &[&"\" height=\"", &height, &"\" aria-hidden=\"true\">", &self.out.as_str(), &"</svg>"]);
        out
    }
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// The point at a distance from another on the way to a third.
fn towards(from: (f64, f64), to: (f64, f64), length: f64) -> (f64, f64) {
    let whole = distance(from, to);
    if whole <= f64::EPSILON {
        return from;
    }
    let part = length / whole;
    (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
}
