//! The drawings: everything is in them, nothing is outside of them, and they are well-formed without inline style.

mod geometry;

use annai::render::draw::line_map::{Family, Line, Map, Station, narrow, wide};
use annai::render::draw::svg::Words;
use annai::render::draw::timeline::{self, Bar, Lane, Tick, Time, Timeline, When};
use geometry::Drawing;
use proptest::prelude::*;

use crate::support::{Page, Project, Published, text_of};

/// The guide, with a route that leads into another and a record that two routes share.
fn guide() -> Published {
    Project::guide()
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
        let steps = page.all(".line-map .stops > li").len();
        assert_eq!(steps, 16, "{address}");
        let [drawing] = &drawings(&page, ".line-map svg.wide")[..] else { panic!("{address}") };
        assert_eq!(drawing.count("stop"), steps, "{address}");
        let mut letters = drawing.texts("letter");
        letters.sort();
        letters.dedup();
        assert_eq!(letters, ["C", "I", "O", "R"], "{address}");
        assert_eq!(drawing.texts("code"), page.texts(".line-map .stops .roundel"), "{address}");
        assert_eq!(drawing.count("late"), 1, "{address}: one step may come late");
        assert_eq!(drawing.count("lead"), 1, "{address}: one route leads into another");
        assert_eq!(drawing.count("meets"), 2, "{address}: two routes share a step");
        drawing.assert_sound();
    }
    let wide = &drawings(&files.page("/en/"), ".line-map svg.wide")[0];
    assert!(wide.texts("late-words")[0].starts_with("may take longer"));
    assert!(wide.texts("name").contains(&"Be recommended by a body in your country".to_owned()));
}

#[test]
fn a_line_goes_straight_past_the_steps_that_are_not_for_everybody() {
    let station = |aside: bool| Station {
        code: "R1".to_owned(),
        name: Words::own("Step"),
        aside: aside.then(|| Words::own("Whoever is recognized")),
        ..Station::default()
    };
    let draw = |asides: &[bool]| {
        let line = Line { stations: asides.iter().map(|aside| station(*aside)).collect(), ..Line::default() };
        let map = Map { families: vec![Family { lines: vec![line], ..Family::default() }], ..Map::default() };
        [wide(&map), narrow(&map)].map(|drawn| Drawing::parse(&drawn.unwrap()))
    };
    let [straight, straight_narrow] = draw(&[false, false, false, false]);
    for (asides, siding) in [([false, true, true, false], 3), ([true, false, true, false], 4), ([false, false, true, true], 2)] {
        let [parted, parted_narrow] = draw(&asides);
        assert_eq!(parted.count("track"), straight.count("track") + siding, "{asides:?}");
        let heights = parted.places("stop");
        let lowered: Vec<bool> =
            heights.iter().map(|(_, y)| *y > heights.iter().map(|(_, y)| *y).fold(f64::MAX, f64::min)).collect();
        assert_eq!(lowered, asides, "who stops there stands beside the line");
        assert_eq!(parted.texts("aside-words").len(), asides.iter().filter(|aside| **aside).count());
        let ends_aside = asides.last() == Some(&true);
        assert_eq!(parted_narrow.count("track") > straight_narrow.count("track"), !ends_aside, "{asides:?}");
        parted.assert_sound();
        parted_narrow.assert_sound();
    }
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
            (texts("h3").concat(), texts(".roundel.letter"))
        })
        .collect();
    let expected = [
        ("Routes with a Japanese licence", vec!["R"]),
        ("Routes without a Japanese licence", vec!["C"]),
        ("Routes whose licence requirement is unknown", vec!["I", "O"]),
    ];
    assert_eq!(families, expected.map(|(heading, marks)| (heading.to_owned(), marks.iter().map(ToString::to_string).collect())));
}

#[test]
fn a_line_has_the_same_colour_on_the_map_in_every_language_and_on_the_pages_of_its_steps() {
    let files = guide();
    let colours = |address: &str| {
        let page = files.page(address);
        let classes = page.attributes(".line-map .families .line", "class").iter().map(ToString::to_string).collect::<Vec<_>>();
        page.texts(".line-map .families .roundel.letter").into_iter().zip(classes).collect::<std::collections::BTreeMap<_, _>>()
    };
    let expected = [("C", "line line-1"), ("I", "line line-2"), ("O", "line line-3"), ("R", "line line-4")];
    let expected = expected.map(|(letter, class)| (letter.to_owned(), class.to_owned())).into();
    assert_eq!(colours("/en/"), expected);
    assert_eq!(colours("/ja/"), expected);
}

#[test]
fn a_drawing_is_mirrored_where_text_runs_from_the_right() {
    let files = guide();
    let of = |address: &str| drawings(&files.page(address), ".line-map svg.wide").remove(0);
    // Arabic shows the Japanese words here, so that both drawings are of one size.
    let (left, right) = (of("/ja/"), of("/ar/"));
    right.assert_sound();
    assert_eq!(left.marks().len(), right.marks().len());
    for (left, mirrored) in left.marks().iter().zip(right.marks()) {
        assert!((left + mirrored - right.width).abs() < 0.2, "{left} and {mirrored} of {}", right.width);
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

#[test]
fn known_amounts_are_bars_on_one_scale_from_the_side_at_which_lines_begin() {
    let files = Project::guide()
        .edit("content/site.yaml", "  - {tag: en, name: English}", "  - {tag: en, name: English}\n  - {tag: ar, name: العربية}")
        .file(
            "content/fees/stay.yaml",
            "name: {ja: 滞在費, en: Stay}\nprogram: program/practical-training\namount: {at_most: 100000}\n",
        )
        .build();
    for (address, from_left) in [("/en/fees/", true), ("/ja/fees/", true), ("/ar/fees/", false)] {
        let page = files.page(address);
        assert_eq!(page.all(".scale li").len(), 3, "{address}: an unknown amount has no bar");
        assert_eq!(page.all(".scale li svg.bar[aria-hidden=true]").len(), 3, "{address}");
        assert_eq!(page.attributes("link[rel=stylesheet]", "href").iter().filter(|href| href.contains("drawings")).count(), 1);
        // Free; up to 100,000; 300,000 to 800,000 and more. The scale reaches a quarter beyond that.
        let rects = page.attributes(".scale rect", "class").into_iter().zip(page.attributes(".scale rect", "width"));
        let shares: Vec<_> = rects.collect();
        let wanted = [("least", "0%"), ("least", "0%"), ("most", "10%"), ("least", "30%"), ("most", "50%"), ("open", "20%")];
        assert_eq!(shares, wanted, "{address}");
        assert_eq!(page.attributes(".scale .open", "x"), [if from_left { "80%" } else { "0%" }], "{address}");
    }
    let note = files.page("/en/fees/").texts(".scale .note").join(" ");
    assert!(note.contains("¥1,000,000"), "{note}");
}

/// The guide on the day before the selection of the first round.
fn guide_at(as_of: &str) -> Published {
    let project = Project::guide().file(
        "content/schedules/vague.yaml",
        "name: {ja: 日の分からない日程, en: A schedule without days}\nprogram: program/specialist-training\nfiscal_year: {year: 2024, \
         basis: training-start}\nrounds:\n  - round: first\n    stages:\n      - {stage: application, opens: 2023-10, closes: 2023-12}\n      \
         - {stage: interview, at: 2024-01}\n",
    );
    project.annai(["build", "--as-of", as_of, "--lang", "en"]).run().exits(0);
    Published::read(&project.path("public"))
}

#[test]
fn the_timeline_of_a_schedule_has_every_stage_in_its_state_and_today() {
    let files = guide_at("2023-11-20T09:00:00+09:00");
    for address in ["/en/schedules/specialist-2024/", "/ja/schedules/specialist-2024/"] {
        let page = files.page(address);
        let [drawing] = &drawings(&page, "svg.timeline")[..] else { panic!("{address}") };
        let rows: usize = page.all("section > .table tbody tr").len();
        assert_eq!((drawing.groups("stage"), rows), (11, 11), "{address}");
        assert_eq!(drawing.texts("name").len(), 11, "{address}");
        assert_eq!(drawing.texts("round").len(), 3, "{address}");
        assert_eq!((drawing.groups("past"), drawing.groups("now"), drawing.groups("future")), (1, 1, 9), "{address}");
        drawing.assert_sound();
        let places: Vec<f64> = drawing.percentages();
        assert!(places.iter().all(|place| (0.0..=100.0).contains(place)), "{places:?}");
        assert_eq!(page.all("svg.timeline .today.outside").len(), 0, "{address}");
        let labelled = page.attribute("svg.timeline", "aria-labelledby");
        assert!(!text_of(page.one(&format!("#{labelled}"))).is_empty());
        let described = page.attribute("svg.timeline", "aria-describedby");
        assert!(text_of(page.one(&format!("#{described}"))).contains("2024"), "{address}");
    }
    let page = files.page("/en/schedules/specialist-2024/");
    // 1 and 14 November 2023, noon in Tokyo.
    assert_eq!(page.attribute("svg.timeline .past", "data-opens"), "1698807600");
    assert_eq!(page.attribute("svg.timeline .past", "data-closes"), "1699930800");
    let later = guide_at("2025-01-01T00:00:00+09:00").page("/en/schedules/specialist-2024/");
    assert_eq!(later.all("svg.timeline .today.outside").len(), 1, "a day far off is not squeezed in");
}

#[test]
fn todays_line_stands_where_a_script_would_put_it() {
    let page = guide_at("2023-11-20T09:00:00+09:00").page("/en/schedules/specialist-2024/");
    let instant = |name| page.attribute("svg.timeline .today", name).parse::<f64>().unwrap();
    let (from, to) = (instant("data-from"), instant("data-to"));
    let now = 1_700_438_400.0;
    let place: f64 = page.attribute("svg.timeline .today", "x").trim_end_matches('%').parse().unwrap();
    assert!(((now - from) / (to - from) * 100.0 - place).abs() < 0.01);
}

#[test]
fn days_that_are_not_known_are_hatched_and_a_program_shows_the_timelines_of_its_schedules() {
    let files = guide_at("2023-11-20T09:00:00+09:00");
    let page = files.page("/en/schedules/vague/");
    assert_eq!((page.all("svg.timeline .vague").len(), page.all("svg.timeline .piece").len()), (3, 1));
    let hatch = page.attribute("svg.timeline pattern", "id").to_owned();
    assert!(page.attributes("svg.timeline .vague", "fill").iter().all(|fill| *fill == format!("url(#{hatch})")));
    assert!(page.texts(".timelines li").contains(&"Day not known".to_owned()));
    let known = files.page("/en/schedules/specialist-2024/");
    assert!(known.all("svg.timeline .vague").is_empty());
    assert!(files.page("/en/schedules/practical-training/").all(".timelines").is_empty(), "its rounds are not known");
    // A program shows those of its schedules, with a link to each.
    let program = files.page("/en/programs/specialist-training/");
    assert_eq!(program.all("svg.timeline").len(), 2);
    assert_eq!(program.attributes(".timelines h3 a", "href").len(), 2);
}

#[test]
fn the_tile_map_shows_all_prefectures_and_leads_to_those_that_have_records() {
    let files = guide();
    for (address, language) in [("/en/prefectures/", "en"), ("/ja/prefectures/", "ja")] {
        let page = files.page(address);
        let listed: Vec<&str> = page.attributes(".values a", "href");
        assert!(listed.len() > 5);
        for class in ["wide", "narrow"] {
            let [drawing] = &drawings(&page, &format!(".tile-map svg.{class}"))[..] else { panic!("{address} {class}") };
            assert_eq!(drawing.count("box"), 47, "{address} {class}");
            assert_eq!(drawing.groups("has"), listed.len(), "{address} {class}");
            let mut linked = page.attributes(&format!(".tile-map svg.{class} a"), "href");
            let mut expected = listed.clone();
            linked.sort_unstable();
            expected.sort_unstable();
            assert_eq!(linked, expected, "{address} {class}");
            assert!(page.attributes(&format!(".tile-map svg.{class} a"), "tabindex").iter().all(|index| *index == "-1"));
            let names = drawing.texts("name");
            let tokyo = if language == "ja" { "東京" } else { "Tokyo" };
            assert!(names.contains(&tokyo.to_owned()), "{names:?}");
            assert_eq!(drawing.texts("count").len(), listed.len());
            let mut places = drawing.corners("box");
            places.sort_by(|a, b| a.partial_cmp(b).unwrap());
            let (all, once) = (places.len(), {
                places.dedup();
                places.len()
            });
            assert_eq!(all, once, "no tile lies on another");
            assert!(drawing.width / f64::from(if class == "wide" { 12 } else { 7 }) >= 24.0);
            drawing.assert_sound();
        }
    }
    let corners = |address: &str| drawings(&files.page(address), ".tile-map svg.wide")[0].corners("box");
    assert_eq!(corners("/ar/prefectures/"), corners("/ja/prefectures/"), "west is on the left in every language");
}

#[test]
fn prefectures_of_a_sites_own_have_no_tile_and_stay_in_the_list() {
    let files = Project::init()
        .file(
            "content/vocabularies/prefectures.yaml",
            "replace: true\nwords:\n  - {id: upper, name: {ja: 上, en: Upper}}\n  - {id: tokyo, name: {ja: 東京都, en: Tokyo}}\n",
        )
        .edit("content/hospitals/example-hospital.yaml", "prefecture: ibaraki", "prefecture: upper")
        .build();
    let page = files.page("/en/prefectures/");
    assert!(page.all(".tile-map").is_empty(), "no tile would lead anywhere");
    assert_eq!(page.texts(".values a"), ["Upper"]);
}

fn station() -> impl Strategy<Value = Station> {
    ("[A-Z][0-9]{1,2}", "[a-z一-龠ぁ-ん &<\"]{0,40}", any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(code, name, late, aside, meets)| Station {
            code,
            name: Words::own(name),
            href: Some("/a?b&c".to_owned()),
            late,
            aside: aside.then(|| Words::own("Some readers")),
            meets: if meets { vec![('X', 2)] } else { Vec::new() },
        },
    )
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

/// A time: some years about 1970, as precise as moments are.
fn time() -> impl Strategy<Value = Time> {
    (-2_000_000_000_000..2_000_000_000_000_i64, prop::sample::select(vec![0, 86_400, 2_592_000, 31_536_000]))
        .prop_map(|(first, length)| Time { first, end: first + length, is_vague: length > 86_400 })
}

fn bar() -> impl Strategy<Value = Bar> {
    ("[a-zA-Z一-龠ァ-ヶ &<\"]{0,80}", time(), time(), 0..4).prop_map(|(name, a, b, kind)| Bar {
        name: Words::own(name),
        when: match kind {
            0 => When::Window(a, b),
            1 => When::From(a),
            2 => When::Until(a),
            _ => When::At(a),
        },
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

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

    #[test]
    fn any_rounds_stay_within_their_timeline(
        bars in prop::collection::vec(prop::collection::vec(bar(), 0..5), 0..4),
        ticks in prop::collection::vec(any::<i32>(), 0..30),
        now in any::<i32>(),
        right_to_left in any::<bool>(),
    ) {
        let ends = || bars.iter().flatten().map(Bar::ends);
        let from = ends().map(|(first, _)| first).min().unwrap_or_default();
        let to = ends().map(|(_, end)| end).max().unwrap_or_default();
        let count = ends().count();
        let tick = |(number, at): (i64, i32)| Tick { at: i64::from(at), number, year: 2024, month: Some(5) };
        let name = |_: &Tick, with_year| if with_year { "May 2024".to_owned() } else { "May".to_owned() };
        let drawn = timeline::draw(&Timeline {
            id: "one".to_owned(),
            title: "Timeline".to_owned(),
            today: "Today".to_owned(),
            now: i64::from(now),
            right_to_left,
            from,
            to,
            ticks: (0..).zip(ticks).map(tick).collect(),
            lanes: bars.into_iter().map(|bars| Lane { name: Words::own("Round"), bars }).collect(),
            ..Timeline::default()
        }, &name);
        prop_assert_eq!(drawn.is_none(), count == 0);
        if let Some(drawn) = drawn {
            let drawing = Drawing::parse(&drawn);
            prop_assert_eq!(drawing.groups("stage"), count);
            for place in drawing.percentages() {
                prop_assert!((0.0..=100.0).contains(&place), "{}", place);
            }
            drawing.assert_sound();
        }
    }
}
