//! Files of the published site that somebody has changed: kept or named, never deleted without a word.

use super::*;

/// What a publication says of changed files: those that it wrote again, those that stay.
fn said(summary: Summary) -> (Vec<String>, Vec<String>) {
    (summary.mended, summary.kept)
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_changed_file_that_the_site_still_has_is_written_again_and_named() {
    let case = Case::new();
    case.publish(&[("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"), ("e", "1")]).unwrap();
    case.put("site/public/a", "X");
    case.put("site/public/b", "longer");
    fs::remove_file(case.path("site/public/c")).unwrap();
    // Somebody has put the new text there already: nothing is lost.
    case.put("site/public/d", "2");
    let pages = [("a", "1"), ("b", "2"), ("c", "1"), ("d", "2"), ("e", "2")];
    assert_eq!(said(case.publish(&pages).unwrap()), (names(&["a", "b", "c"]), vec![]));
    for (path, text) in pages {
        assert_eq!(case.text(&format!("site/public/{path}")).as_deref(), Some(text), "{path}");
    }
    // There is nothing to say any more.
    assert_eq!(said(case.publish(&pages).unwrap()), (vec![], vec![]));
    case.assert_clean();
}

#[test]
fn a_changed_file_that_the_site_has_no_more_stays_and_is_foreign_from_then_on() {
    let case = Case::new();
    case.publish(&[("index.html", "1"), ("old/index.html", "1"), ("gone/index.html", "1")]).unwrap();
    case.put("site/public/old/index.html", "X");
    let summary = case.publish(&[("index.html", "1")]).unwrap();
    assert_eq!((summary.removed, summary.carried), (1, 1));
    assert_eq!(said(summary), (vec![], names(&["old/index.html"])));
    assert_eq!(case.text("site/public/old/index.html").as_deref(), Some("X"));
    assert!(!case.path("site/public/gone").exists());
    let again = case.publish(&[("index.html", "2")]).unwrap();
    assert_eq!((again.carried, said(again)), (1, (vec![], vec![])));
    assert_eq!(case.text("site/public/old/index.html").as_deref(), Some("X"));
    let error = case.publish(&[("index.html", "2"), ("old/index.html", "2")]).unwrap_err();
    assert!(matches!(error, PublishError::ForeignFile { .. }), "{error}");
    case.assert_clean();
}

#[test]
fn a_changed_file_in_the_way_of_a_folder_is_an_error() {
    let case = Case::new();
    case.publish(&[("news", "1"), ("faq/index.html", "1")]).unwrap();
    case.put("site/public/news", "X");
    case.put("site/public/faq/index.html", "X");
    let at = |path: &str| fs::canonicalize(case.path("site/public")).unwrap().join(path);
    let error = |pages| case.publish(pages).unwrap_err();
    assert_eq!(error(&[("news/index.html", "2"), ("faq/index.html", "1")]), PublishError::ForeignInTheWay { path: at("news") });
    assert_eq!(error(&[("news", "1"), ("faq", "2")]), PublishError::ForeignInTheWay { path: at("faq/index.html") });
    assert_eq!(case.text("site/public/news").as_deref(), Some("X"));
    case.assert_clean();
}

#[test]
fn a_file_that_is_changed_while_a_site_is_built_is_kept_or_named() {
    let case = Case::new();
    case.publish(&[("index.html", "1"), ("old.html", "1"), ("plain.html", "1")]).unwrap();
    let publisher = open(&case.target("site/public")).unwrap();
    publisher.write("index.html", b"2").unwrap();
    publisher.write("late.html", b"2").unwrap();
    let mut publisher = publisher;
    let kept = publisher.keep_changed(&Manifest::default()).unwrap();
    assert_eq!(kept, Vec::<String>::new());
    // Between that look and the exchange.
    publisher.foreign = Foreign::default();
    for path in ["index.html", "late.html"] {
        case.put(&format!("site/public/{path}"), "X");
    }
    let summary = publisher.commit().unwrap();
    assert_eq!(said(summary), (names(&["index.html", "late.html"]), vec![]));
    assert_eq!(case.text("site/public/index.html").as_deref(), Some("2"));
    assert!(!case.path("site/public/plain.html").exists());
    case.assert_clean();
}

#[test]
fn what_was_changed_is_named_by_the_run_after_a_killed_one() {
    let case = Case::new();
    case.publish(&[("index.html", "1"), ("old.html", "1")]).unwrap();
    case.killed();
    // Killed just after the exchange; the old tree holds two changes of which nobody has heard yet.
    fs::rename(case.path("site/public"), case.path("site/.public.annai-work/swap")).unwrap();
    case.put("site/.public.annai-work/swap/index.html", "X");
    case.put("site/.public.annai-work/swap/old.html", "X");
    publish(&case.target("site/new"), &[("index.html", "2")]).unwrap();
    fs::rename(case.path("site/new"), case.path("site/public")).unwrap();
    let summary = case.publish(&[("index.html", "2")]).unwrap();
    assert_eq!(said(summary), (names(&["index.html"]), names(&["old.html"])));
    assert_eq!(case.text("site/public/old.html").as_deref(), Some("X"));
    case.assert_clean();
}
