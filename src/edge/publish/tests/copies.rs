//! Files that are copied from where they are, and sites that need not be made again.

use super::*;

const FILM: usize = 300_000;

fn copy(case: &Case, from: &str) -> Result<Summary, PublishError> {
    let publisher = open(&case.target("site/public"))?;
    publisher.write("index.html", b"1")?;
    publisher.copy("assets/film.mp4", &case.path(from))?;
    publisher.commit()
}

#[test]
fn a_file_is_copied_piece_by_piece_and_linked_while_it_is_the_same() {
    let case = Case::new();
    let film: String = (0..FILM).map(|at| char::from(b'a' + u8::try_from(at % 23).unwrap())).collect();
    case.put("film", &film);
    let first = copy(&case, "film").unwrap();
    assert_eq!((first.written, first.bytes), (2, FILM as u64 + 1));
    assert_eq!(case.text("site/public/assets/film.mp4"), Some(film.clone()));
    assert_eq!(case.manifest().files["assets/film.mp4"], Entry::of(film.as_bytes()));
    let second = copy(&case, "film").unwrap();
    assert_eq!((second.written, second.unchanged), (0, 2));
    // Another film of the same length.
    case.put("film", &film.replace('a', "z"));
    assert_eq!(copy(&case, "film").unwrap().written, 1);
    assert_eq!(case.text("site/public/assets/film.mp4"), Some(film.replace('a', "z")));
    // Somebody has changed the published one.
    case.put("site/public/assets/film.mp4", "x");
    assert_eq!(copy(&case, "film").unwrap().mended, ["assets/film.mp4"]);
    assert_eq!(case.text("site/public/assets/film.mp4"), Some(film.replace('a', "z")));
    case.assert_clean();
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_earlier_site() {
    let case = Case::new();
    case.put("film", "x");
    copy(&case, "film").unwrap();
    assert!(copy(&case, "nothing").is_err());
    let publisher = open(&case.target("site/public")).unwrap();
    publisher.write("index.html", b"2").unwrap();
    assert!(publisher.copy("assets/film.mp4", &case.path("nothing")).is_err());
    assert!(publisher.commit().is_err());
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("1"));
    assert!(matches!(
        open(&case.target("site/public")).unwrap().copy("../x", &case.path("film")),
        Err(PublishError::BadPath { .. })
    ));
    case.assert_clean();
}

#[test]
fn what_is_made_of_the_same_and_stands_need_not_be_made_again() {
    let case = Case::new();
    let target = |name: Option<u8>| Target { built_from: name.map(|name| [name; 32]), ..case.target("site/public") };
    let stands = |name: Option<u8>| open(&target(name)).unwrap().stands();
    publish(&target(Some(1)), &[("index.html", "1"), ("ja/a.html", "2")]).unwrap();
    case.put("site/public/CNAME", "example.org");
    let summary = stands(Some(1)).unwrap();
    assert_eq!((summary.unchanged, summary.carried, summary.written, summary.removed), (2, 1, 0, 0));
    assert_eq!((stands(Some(2)), stands(None)), (None, None), "of something else");
    case.put("site/public/ja/a.html", "3");
    assert_eq!(stands(Some(1)), None, "a file is another");
    case.put("site/public/ja/a.html", "2");
    assert!(stands(Some(1)).is_some());
    fs::remove_file(case.path("site/public/index.html")).unwrap();
    assert_eq!(stands(Some(1)), None, "a file is missing");
    // A site of which nobody knows what it is made of.
    publish(&target(None), &[("index.html", "1")]).unwrap();
    assert_eq!((stands(None), stands(Some(1))), (None, None));
    case.assert_clean();
}
