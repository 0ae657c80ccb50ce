//! What the lock says of texts and facts.

use super::*;

const FILE: &str = "content/x.yaml";

fn pair(key: &str, source: &str, translation: &str) -> Pair {
    Pair {
        language: "en".into(),
        path: FILE.into(),
        key: key.into(),
        source: source.into(),
        translation: Some(translation.into()),
        span: Span::default(),
    }
}

fn facts(lines: &str) -> Pair {
    Pair { language: FACTS.into(), key: FACTS.into(), ..pair("", lines, "") }
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn accept(lock: &mut Lock, pairs: &[Pair], at: &str) {
    lock.accept(pairs, &BTreeSet::from([FILE.to_owned()]), |_, _| true, instant(at));
}

#[test]
fn what_changed_is_known_on_both_sides() {
    let mut lock = Lock::default();
    let accepted = pair("name", "病院", "Hospital");
    accept(&mut lock, std::slice::from_ref(&accepted), "2026-01-01T00:00:00Z");
    let lock = Lock::parse(&lock.to_text());
    assert_eq!(lock.state(&accepted), State::Current);
    assert_eq!(lock.state(&pair("name", "病院", "A hospital")), State::Changed("Hospital"));
    assert_eq!(lock.state(&pair("name", "大病院", "Hospital")), State::Outdated("病院".into()));
    assert_eq!(lock.state(&pair("notes.1", "病院", "Hospital")), State::New, "another field");
    assert_eq!(lock.state(&Pair { translation: None, ..accepted }), State::Missing);
}

#[test]
fn a_list_may_grow_at_its_beginning_but_not_be_turned() {
    let mut lock = Lock::default();
    let (a, b) = (pair("notes.0", "甲", "A"), pair("notes.1", "乙", "B"));
    accept(&mut lock, &[a, b], "2026-01-01T00:00:00Z");
    let grown = [pair("notes.0", "丙", "C"), pair("notes.1", "甲", "A"), pair("notes.2", "乙", "B")];
    assert_eq!(lock.state(&grown[1]), State::Current);
    assert_eq!(lock.out_of_order(FILE, &grown), None);
    assert_eq!(lock.gone(FILE, &grown), []);
    let turned = [pair("notes.0", "乙", "B"), pair("notes.1", "甲", "A")];
    assert_eq!(lock.out_of_order(FILE, &turned).map(|pair| &*pair.key), Some("notes.1"));
    assert_eq!(lock.gone(FILE, &turned[..1]), [("en", "notes.0")]);
}

#[test]
fn a_fact_keeps_the_instant_and_counts_how_often_it_changed() {
    let mut lock = Lock::default();
    accept(&mut lock, &[facts("amount: 1\nper: year\n")], "2026-01-01T00:00:00Z");
    accept(&mut lock, &[facts("amount: 2\nper: year\n")], "2026-02-01T00:00:00Z");
    let lock = Lock::parse(&lock.to_text());
    let known: Vec<_> = lock.facts_of(FILE).map(|(trail, fact)| (trail, &*fact.changed, fact.sequence, &*fact.value)).collect();
    assert_eq!(known, [("amount", "2026-02-01T00:00:00Z", 1, "2"), ("per", "2026-01-01T00:00:00Z", 0, "year")]);
    assert_eq!(lock.state(&facts("amount: 2\nper: year\n")), State::Current);
    assert_eq!(lock.state(&facts("amount: 3\nper: year\n")), State::Outdated("amount: 2\nper: year\n".into()));
}

#[test]
fn a_file_of_the_first_kind_is_read_and_other_kinds_of_lines_are_kept() {
    let old = "en\tcontent/x.yaml\tname\t69b1f9bfd51e9ffe\t0\t\"古い\"\nfacts\tcontent/x.yaml\tfacts\t0\t0\t\"amount: 1\\n\"\n";
    let lock = Lock::parse(old);
    assert!(lock.is_old() && !lock.is_empty());
    assert_eq!(lock.state(&facts("amount: 1\n")), State::Current);
    assert_eq!(lock.state(&facts("amount: 1\nverified: 2026-01-01\n")), State::Current, "it did not hold it");
    assert_eq!(lock.state(&pair("name", "新しい", "New")), State::Outdated("古い".into()));
    let kept = "# annai 2\n-\t@address\t/ja/x/\t2026-01-01T00:00:00Z\n";
    assert_eq!(Lock::parse(kept).to_text(), kept);
}
