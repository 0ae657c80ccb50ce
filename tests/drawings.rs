//! The drawings: everything is in them, nothing is outside of them, and they are well-formed without inline style.

#[path = "drawings/geometry.rs"]
mod geometry;
mod support;

use annai::render::draw::line_map::{Family, Line, Map, Station, narrow, wide};
use annai::render::draw::svg::Words;
use geometry::Drawing;
use proptest::prelude::*;
use support::{Page, Project, Published, text_of};

/// The guide, with a route that leads into another and a record that two routes share.
fn guide() -> Published {
    Project::empty()
        .copy("content")
        .edit("content/site.yaml", "  - {tag: en, name: English}", "  - {tag: en, name: English}\n  - {tag: ar, name: العربية}")
        .edit(
            "content/journeys/observation-route.yaml",
            "related:",
            "  - record: program/practical-training\nleads_to: [{journey: journey/licence-route, step: 4}]\nrelated:",
        )
        .build()
}

/// The drawings of a page with a class, each as it stands in the page.
fn drawings(page: &Page, selector: &str) -> Vec<Drawing> {
    page.all(selector).into_iter().map(|element| Drawing::parse(&element.html())).collect()
}

#[test]
fn the_map_on_home_and_the_list_of_routes_has_every_route_and_every_step_in_drawings_and_list() {
    let files = guide();
    for address in ["/en/", "/ja/", "/en/journeys/"] {
        let page = files.page(address);
        let steps = page.all(".line-map ol li").len();
        assert_eq!(steps, 16, "{address}");
        for class in ["wide", "narrow"] {
            let [drawing] = &drawings(&page, &format!(".line-map svg.{class}"))[..] else { panic!("{address} {class}") };
            assert_eq!(drawing.count("stop"), steps, "{address} {class}");
            let mut letters = drawing.texts("letter");
            letters.sort();
            letters.dedup();
            assert_eq!(letters, ["C", "I", "O", "R"], "{address} {class}");
            assert_eq!(drawing.texts("code"), page.texts(".line-map li .code"), "{address} {class}");
            assert_eq!(drawing.count("late"), 1, "{address} {class}: one step may come late");
            assert_eq!(drawing.count("lead"), 1, "{address} {class}: one route leads into another");
            assert_eq!(drawing.count("meets"), 2, "{address} {class}: two routes share a step");
            drawing.assert_sound();
        }
    }
    let wide = &drawings(&files.page("/en/"), ".line-map svg.wide")[0];
    assert!(wide.texts("late-words")[0].starts_with("may take longer"));
    assert!(wide.texts("name").contains(&"Be recommended by a body in your country".to_owned()));
}

#[test]
fn a_licence_that_is_unknown_is_not_said_to_be_none() {
    let page = guide().page("/en/");
    let families: Vec<(String, Vec<String>)> = page
        .all(".line-map div.family")
        .iter()
        .map(|family| {
            let texts = |selector: &str| {
                let selector = scraper::Selector::parse(selector).unwrap();
                family.select(&selector).map(text_of).collect::<Vec<_>>()
            };
            (texts("h3").concat(), texts(".mark"))
        })
        .collect();
    let expected = [
        ("Japanese medical licence required", vec!["R"]),
        ("No Japanese medical licence required", vec!["C"]),
        ("Not known whether a licence is required", vec!["I", "O"]),
    ];
    assert_eq!(families, expected.map(|(heading, marks)| (heading.to_owned(), marks.iter().map(ToString::to_string).collect())));
}

#[test]
fn a_line_has_the_same_colour_on_the_map_in_every_language_and_on_the_pages_of_its_steps() {
    let files = guide();
    let colours = |address: &str| {
        let page = files.page(address);
        let classes = page.attributes(".line-map .families .line", "class").iter().map(ToString::to_string).collect::<Vec<_>>();
        page.texts(".line-map .families .mark").into_iter().zip(classes).collect::<std::collections::BTreeMap<_, _>>()
    };
    let expected = [("C", "line line-1"), ("I", "line line-2"), ("O", "line line-3"), ("R", "line line-4")];
    let expected = expected.map(|(letter, class)| (letter.to_owned(), class.to_owned())).into();
    assert_eq!(colours("/en/"), expected);
    assert_eq!(colours("/ja/"), expected);
}

#[test]
fn a_drawing_is_mirrored_where_text_runs_from_the_right() {
    let files = guide();
    let of = |address: &str, class: &str| drawings(&files.page(address), &format!(".line-map svg.{class}")).remove(0);
    for class in ["wide", "narrow"] {
        // Arabic shows the Japanese words here, so that both drawings are of one size.
        let (left, right) = (of("/ja/", class), of("/ar/", class));
        right.assert_sound();
        assert_eq!(left.marks().len(), right.marks().len());
        for (left, mirrored) in left.marks().iter().zip(right.marks()) {
            assert!((left + mirrored - right.width).abs() < 0.2, "{class}: {left} and {mirrored} of {}", right.width);
        }
    }
}

#[test]
fn without_routes_nothing_is_drawn_and_no_style_is_linked() {
    let files = Project::init().build();
    let page = files.page("/en/");
    assert!(page.all(".line-map, svg").is_empty());
    assert!(page.attributes("link[rel=stylesheet]", "href").iter().all(|href| !href.contains("drawings")));
    assert!(wide(&Map::default()).is_none() && narrow(&Map::default()).is_none());
    let linked = guide();
    let links = |address: &str| {
        linked.page(address).attributes("link[rel=stylesheet]", "href").iter().filter(|href| href.contains("drawings")).count()
    };
    assert_eq!((links("/en/"), links("/en/fees/"), links("/en/terms/noon/")), (1, 0, 0));
}

fn station() -> impl Strategy<Value = Station> {
    ("[A-Z][0-9]{1,2}", "[a-z一-龠ぁ-ん &<\"]{0,40}", any::<bool>(), any::<bool>()).prop_map(|(code, name, late, meets)| {
        Station {
            code,
            name: Words::own(name),
            href: Some("/a?b&c".to_owned()),
            late,
            meets: if meets { vec![('X', 2)] } else { Vec::new() },
        }
    })
}

fn line() -> impl Strategy<Value = Line> {
    let leads = prop::collection::vec((0..12_usize, 0..12_usize), 0..3);
    ("[A-Za-z一-龠 ]{0,50}", prop::collection::vec(station(), 0..10), leads, 1..7_usize).prop_map(
        |(title, stations, leads, colour)| Line {
            letter: title.chars().next(),
            colour,
            title: Words::own(title),
            href: None,
            stations,
            leads,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn any_map_stays_within_its_drawing(
        families in prop::collection::vec(("[A-Za-z ]{0,40}", prop::collection::vec(line(), 0..9)), 0..4),
        right_to_left in any::<bool>(),
    ) {
        let count: usize = families.iter().flat_map(|(_, lines)| lines).map(|line| line.stations.len()).sum();
        let families: Vec<Family> =
            families.into_iter().map(|(heading, lines)| Family { short: heading.clone(), heading, lines }).collect();
        let is_empty = families.iter().all(|family| family.lines.is_empty());
        let map = Map { start: "Trained abroad".to_owned(), late: "may be late".to_owned(), right_to_left, families };
        for drawn in [wide(&map), narrow(&map)] {
            prop_assert_eq!(drawn.is_none(), is_empty);
            if let Some(drawn) = drawn {
                let drawing = Drawing::parse(&drawn);
                prop_assert_eq!(drawing.count("stop"), count);
                drawing.assert_sound();
            }
        }
    }
}
