//! Reads a drawing back: what is in it, and whether all of it is within its box.

use roxmltree::{Document, Node};

/// A drawing as it was written.
pub struct Drawing {
    source: String,
    /// The width of its box.
    pub width: f64,
    /// The height of its box.
    pub height: f64,
}

/// Space that the edge of a line and the parts of letters below the baseline take.
const MARGIN: f64 = 3.0;

impl Drawing {
    /// Reads an `svg` element; it must be well-formed XML.
    pub fn parse(source: &str) -> Self {
        let document = Document::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}"));
        let size = |name| document.root_element().attribute(name).unwrap();
        // A drawing whose width is that of the page has its places in percent.
        let width = if size("width") == "100%" { 100.0 } else { number(size("width")) };
        let drawing = Self { width, height: number(size("height")), source: source.to_owned() };
        drop(document);
        drawing
    }

    fn each(&self, mut look: impl FnMut(Node<'_, '_>)) {
        let document = Document::parse(&self.source).unwrap();
        document.descendants().filter(Node::is_element).for_each(&mut look);
    }

    /// How many groups have the class.
    pub fn groups(&self, class: &str) -> usize {
        let mut count = 0;
        self.each(|node| count += usize::from(has(node, class) && node.tag_name().name() == "g"));
        count
    }

    /// All places in percent, and where the shapes end that begin there.
    pub fn percentages(&self) -> Vec<f64> {
        let mut places = Vec::new();
        self.each(|node| {
            let get = |name| node.attribute(name).and_then(|value: &str| value.strip_suffix('%')).map(number);
            places.extend(["x", "x1", "x2"].into_iter().filter_map(get));
            if let (Some(x), Some(width)) = (get("x"), get("width")) {
                places.push(((x + width) * 100.0).round() / 100.0);
            }
        });
        places
    }

    /// How many shapes have the class.
    pub fn count(&self, class: &str) -> usize {
        let mut count = 0;
        self.each(|node| count += usize::from(has(node, class) && !["text", "g"].contains(&node.tag_name().name())));
        count
    }

    /// The texts with the class, lines joined by blanks.
    pub fn texts(&self, class: &str) -> Vec<String> {
        let mut texts = Vec::new();
        self.each(|node| {
            if has(node, class) && node.tag_name().name() == "text" {
                let text: String = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
                texts.push(text);
            }
        });
        texts
    }

    /// The first corners of the rectangles with the class.
    pub fn corners(&self, class: &str) -> Vec<(f64, f64)> {
        let mut corners = Vec::new();
        self.each(|node| {
            if node.tag_name().name() == "rect" && has(node, class) {
                corners.push((number(node.attribute("x").unwrap()), number(node.attribute("y").unwrap())));
            }
        });
        corners
    }

    /// The middles of the circles with the class.
    pub fn places(&self, class: &str) -> Vec<(f64, f64)> {
        let mut places = Vec::new();
        self.each(|node| {
            if node.tag_name().name() == "circle" && has(node, class) {
                places.push((number(node.attribute("cx").unwrap()), number(node.attribute("cy").unwrap())));
            }
        });
        places
    }

    /// Where the marks of the lines are, from one side to the other.
    pub fn marks(&self) -> Vec<f64> {
        let mut marks = Vec::new();
        self.each(|node| {
            if node.tag_name().name() == "circle" && has(node, "mark") {
                marks.push(number(node.attribute("cx").unwrap()));
            }
        });
        marks
    }

    /// No inline style, no script, and nothing outside of the box.
    pub fn assert_sound(&self) {
        self.each(|node| {
            for attribute in node.attributes() {
                let name = attribute.name();
                assert!(name != "style" && !name.starts_with("on"), "{name} in {}", self.source);
            }
            assert!(!["style", "script", "foreignObject"].contains(&node.tag_name().name()), "{}", self.source);
            for (x, y) in self.points(node) {
                let inside = (-MARGIN..=self.width + MARGIN).contains(&x) && (-MARGIN..=self.height + MARGIN).contains(&y);
                assert!(inside, "({x}, {y}) of {node:?} is outside of {} × {}\n{}", self.width, self.height, self.source);
            }
        });
    }

    fn points(&self, node: Node<'_, '_>) -> Vec<(f64, f64)> {
        let get = |name| node.attribute(name).map_or(0.0, |value: &str| number(value.trim_end_matches('%')));
        match node.tag_name().name() {
            "circle" => {
                let (x, y, r) = (get("cx"), get("cy"), get("r"));
                vec![(x - r, y - r), (x + r, y + r)]
            }
            "rect" => vec![(get("x"), get("y")), (get("x") + get("width"), get("y") + get("height"))],
            // Shapes of a point have the point as their origin.
            "path" if node.attribute("class").is_none() => Vec::new(),
            "path" if has(node, "hatch") => Vec::new(),
            "path" => {
                let numbers = node.attribute("d").unwrap().replace(['M', 'L', 'Q'], " ");
                let numbers: Vec<f64> = numbers.split_whitespace().map(number).collect();
                assert!(numbers.len() >= 4 && numbers.len().is_multiple_of(2), "{node:?}");
                numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect()
            }
            "text" => {
                let mut y = get("y");
                let mut points = vec![(get("x"), y)];
                for line in node.children().filter(Node::is_element) {
                    // An element that only tells the language of its words moves nothing.
                    y += line.attribute("dy").map_or(0.0, number);
                    points.push((get("x"), y));
                }
                points
            }
            _ => Vec::new(),
        }
    }
}

fn has(node: Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}
