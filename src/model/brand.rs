//! How a site shows that it is an office's own: its logo, its colour, a style sheet, the order of its menu.

use super::node::Node;
use super::read::{Cx, Described, Read, Scalar, Shape, scalars};
use super::reference::{Kind, Reference};
use super::spelling::fold;

/// A file of `content/assets/`, by its address on the site: `/assets/logo.svg`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetAddress(pub Box<str>);

impl Read for AssetAddress {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let written = node.as_str().map(str::trim);
        // The file's own path says the same, and is what an editor sees.
        let name = written.and_then(|text| {
            ["/assets/", "assets/", "content/assets/"].iter().find_map(|folder| text.strip_prefix(folder)).or(Some(text))
        });
        let name = name.filter(|name| !name.is_empty() && !name.starts_with('/') && !name.contains(':'));
        let Some(name) = name else {
            cx.bad_value("bad-address", "bad-asset-help", node);
            return None;
        };
        let address: Box<str> = format!("/assets/{name}").into();
        if written != Some(&*address) {
            cx.canonical(node, &address);
        }
        cx.uses.leads_to(&address, node.span);
        Some(Self(address))
    }
}

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The grounds of the default theme on which links stand: white, and the two of the dark look.
const GROUNDS: [Colour; 4] =
    [Colour([0xff, 0xff, 0xff]), Colour([0xf6, 0xf5, 0xf1]), Colour([0x12, 0x15, 0x1b]), Colour([0x1b, 0x1f, 0x27])];

/// What WCAG asks of text, and a little more for the rounding of browsers.
const ENOUGH: f64 = 4.6;

impl Colour {
    /// Reads `#1a5276`, `#15f` or the same without `#`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> = digits.chars().map(|digit| digit.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
        match *digits {
            [r, g, b] => Some(Self([r, g, b].map(|digit| digit * 17))),
            [r, s, g, h, b, c] => Some(Self([[r, s], [g, h], [b, c]].map(|[high, low]| high * 16 + low))),
            _ => None,
        }
    }

    /// As style sheets have it.
    pub fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// WCAG's contrast with another colour, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Nearer to white (255) or black (0), by a percentage.
    fn towards(self, end: u8, percent: u16) -> Self {
        let mix = |part: u8| (u16::from(part) * (100 - percent) + u16::from(end) * percent + 50) / 100;
        Self(self.0.map(|part| u8::try_from(mix(part)).unwrap_or(end)))
    }

    fn readable(self, end: u8, grounds: &[Self]) -> Self {
        let reads = |colour: &Self| grounds.iter().all(|ground| colour.contrast(*ground) >= ENOUGH);
        (0..=100).map(|percent| self.towards(end, percent)).find(reads).unwrap_or(Self([end; 3]))
    }

    /// The same colour, only as much darker as words on a light ground need.
    pub fn on_light(self) -> Self {
        self.readable(0, &GROUNDS[..2])
    }

    /// The same colour, only as much lighter as words on a dark ground need.
    pub fn on_dark(self) -> Self {
        self.readable(255, &GROUNDS[2..])
    }
}

impl Read for Colour {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let colour = node.as_str().map(fold).and_then(|text| Self::parse(text.trim()));
        match colour {
            Some(colour) => {
                let hex = colour.hex();
                if node.as_str() != Some(&*hex) {
                    cx.canonical(node, &hex);
                }
            }
            None => cx.bad_value("bad-colour", "bad-colour-help", node),
        }
        colour
    }
}

/// The lists that are of no kind, by the last part of their addresses.
pub const OTHER_LISTS: [&str; 6] = ["prefectures", "specialties", "program-kinds", "recruitment", "compare", "sources"];

/// An entry of the header's menu.
#[derive(Debug, Clone, PartialEq)]
pub enum MenuEntry {
    /// A list, by the last part of its address: `programs`.
    List(&'static str),
    /// The page of a record.
    Record(Reference),
}

impl Described for MenuEntry {
    fn shape() -> Shape {
        Shape::Either("menu-entry", vec![Shape::Scalar(&LIST), Reference::shape()])
    }
}

/// The shape of a list's name.
static LIST: Scalar = Scalar {
    name: "menu-list",
    types: Scalar::STRING,
    pattern: Some("^\\s*/?[a-z-]+/?\\s*$"),
    takes: &["programs", "prefectures", "compare"],
    refuses: &["プログラム"],
};

impl Read for MenuEntry {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let name = node.as_str().map(|text| text.trim().trim_matches('/'));
        let lists = Kind::ALL.map(Kind::folder).into_iter().chain(OTHER_LISTS);
        match (lists.clone().find(|list| Some(*list) == name), name) {
            (Some(list), _) => Some(Self::List(list)),
            (None, Some(name)) if !name.contains('/') => {
                cx.bad_value("unknown-word", "unknown-menu-help", node);
                let known = lists.collect::<Vec<_>>().join(", ");
                if let Some(finding) = cx.findings.pop() {
                    cx.findings.push(finding.says("unknown-menu").arg("known", known));
                }
                None
            }
            _ => Some(Self::Record(Reference::read(node, cx)?)),
        }
    }
}

scalars! {
    AssetAddress: "asset" STRING "^[^:]*[.][A-Za-z0-9]+\\s*$", ["/assets/logo.svg", "content/assets/logo.png", "logo.png"], ["https://example.org/logo.svg"];
    Colour: "colour" ANY "^\\s*[#＃]?([0-9A-Fa-f０-９Ａ-Ｆａ-ｆ]{3}|[0-9A-Fa-f０-９Ａ-Ｆａ-ｆ]{6})\\s*$", ["#1a5276", "#15f", "1A5276"], ["navy", "#12345"];
}

#[cfg(test)]
mod colours {
    use super::{Colour, ENOUGH, GROUNDS};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_colour_can_be_read_on_any_ground(rgb: [u8; 3]) {
            let colour = Colour(rgb);
            for ground in &GROUNDS[..2] {
                prop_assert!(colour.on_light().contrast(*ground) >= ENOUGH);
            }
            for ground in &GROUNDS[2..] {
                prop_assert!(colour.on_dark().contrast(*ground) >= ENOUGH);
            }
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        let navy = Colour::parse("#1a5276").unwrap();
        assert_eq!((navy.on_light(), navy.hex().as_str()), (navy, "#1a5276"));
        assert!((Colour([0; 3]).contrast(GROUNDS[0]) - 21.0).abs() < 0.01);
    }
}
