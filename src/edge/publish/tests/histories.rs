//! Whatever a site was before, what is published over it is what is published into an empty folder; and what others put beside it
//! stays. `HISTORIES=1000` tries more than a run of all tests does.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// What happens between two builds.
#[derive(Debug, Clone)]
enum Event {
    /// A page of the site has these bytes.
    Page(String, u8),
    /// It has that page no more.
    NoPage(String),
    /// Somebody puts a file of their own into the output.
    Foreign(String, u8),
    /// Somebody removes a file of the output.
    Removed(String),
    /// A build is given up.
    Dropped,
}

/// Pages and foreign files lie in the same folders, and never take each other's place.
fn page() -> impl Strategy<Value = String> {
    let parts = select(vec!["ja/", "en/", "ja/terms/", "en/terms/visa/", "theme/", ""]);
    (parts, select(vec!["index.html", "a.html", "b.css", "名前.html", "c"])).prop_map(|(folder, name)| format!("{folder}{name}"))
}

fn foreign() -> impl Strategy<Value = String> {
    let folders = select(vec!["", "ja/", "en/terms/", "uploads/", "uploads/deep/"]);
    (folders, select(vec!["CNAME", "photo.jpg", ".htpasswd"])).prop_map(|(folder, name)| format!("{folder}{name}"))
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (page(), 0_u8..4).prop_map(|(path, bytes)| Event::Page(path, bytes)),
        3 => page().prop_map(Event::NoPage),
        2 => (foreign(), 0_u8..4).prop_map(|(path, bytes)| Event::Foreign(path, bytes)),
        1 => page().prop_map(Event::Removed),
        1 => Just(Event::Dropped),
    ]
}

fn bytes(seed: u8) -> Vec<u8> {
    vec![seed; usize::from(seed) * 700]
}

/// Every file of a folder.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

fn publish_all(case: &Case, out: &str, pages: &BTreeMap<String, Vec<u8>>) -> Result<Summary, PublishError> {
    let publisher = open(&case.target(out))?;
    for (path, bytes) in pages {
        publisher.write(path, bytes)?;
    }
    publisher.commit()
}

fn cases() -> u32 {
    std::env::var("HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(50)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]
    #[test]
    fn publishing_over_any_history_is_publishing_into_an_empty_folder(
        history in prop::collection::vec(prop::collection::vec(event(), 0..8), 1..6),
    ) {
        let case = Case::new();
        let (mut pages, mut theirs) = (BTreeMap::new(), BTreeMap::new());
        publish_all(&case, "site/public", &pages).unwrap();
        for (round, events) in history.iter().enumerate() {
            for event in events {
                let at = |path: &str| case.path("site/public").join(path);
                match event {
                    Event::Page(path, seed) => drop(pages.insert(path.clone(), bytes(*seed))),
                    Event::NoPage(path) => drop(pages.remove(path)),
                    Event::Foreign(path, seed) => {
                        fs::create_dir_all(at(path).parent().unwrap()).unwrap();
                        // A new file: what is published may have a second name in the last tree.
                        let _ = fs::remove_file(at(path));
                        fs::write(at(path), bytes(*seed)).unwrap();
                        theirs.insert(path.clone(), bytes(*seed));
                    }
                    Event::Removed(path) => drop(fs::remove_file(at(path))),
                    Event::Dropped => {
                        let publisher = open(&case.target("site/public")).unwrap();
                        publisher.write("index.html", b"given up").unwrap();
                    }
                }
            }
            publish_all(&case, "site/public", &pages).unwrap();
            let clean = format!("site/clean-{round}");
            publish_all(&case, &clean, &pages).unwrap();
            let mut expected = tree(&case.path(&clean));
            expected.extend(theirs.clone());
            prop_assert_eq!(tree(&case.path("site/public")), expected, "round {}", round);
            let verified = verify(&case.path("site/public")).unwrap();
            let strangers = verified.differences.iter().filter(|(_, what)| *what == Difference::Foreign).count();
            prop_assert_eq!((strangers, verified.differences.len()), (theirs.len(), theirs.len()));
            case.assert_clean();
        }
    }
}
