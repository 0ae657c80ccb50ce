//! Any subset of the default theme, as it is and broken in every way: each mistake is told, at a file of the site, and compiling
//! ends.

use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use super::templates::built_in;
use super::*;

/// The built-in templates.
fn names() -> Vec<&'static str> {
    builtin_theme::FILES.iter().map(|(path, _)| *path).filter(|path| built_in(path).is_some()).collect()
}

fn theme<N: AsRef<str>, T: AsRef<str>>(templates: &[(N, T)]) -> (Theme, Vec<Diagnostic>) {
    let add = |sources: Sources, (name, text): &(N, T)| sources.with(&format!("themes/mine/{}", name.as_ref()), text.as_ref());
    let (theme, mut findings) = Theme::new("mine", None, &templates.iter().fold(Sources::new(Timestamp::UNIX_EPOCH), add));
    crate::base::diagnostic::sort(&mut findings);
    (theme, findings)
}

/// Whatever the site's templates are like, each page has one that the engine took, and each finding stands in one of the site's.
fn is_usable<N: AsRef<str>, T: AsRef<str>>(templates: &[(N, T)]) -> Vec<Diagnostic> {
    let (theme, findings) = theme(templates);
    for name in names() {
        assert!(theme.tera.contains_template(name), "{name}");
    }
    for finding in &findings {
        let own = templates.iter().find(|(name, _)| *finding.place.path == *format!("themes/mine/{}", name.as_ref()));
        let (_, text) = own.unwrap_or_else(|| panic!("{finding:?}"));
        assert!(text.as_ref().get(finding.place.span.range()).is_some(), "{finding:?}");
    }
    findings
}

/// The findings as `file`, the text that is marked, and the message with the name that it is about.
#[track_caller]
fn finds(templates: &[(&str, &str)], wanted: &[(&str, &str, &str)]) {
    let findings = is_usable(templates);
    let text = |finding: &Diagnostic| {
        let (_, text) = templates.iter().find(|(name, _)| finding.place.path.ends_with(&format!("/{name}"))).unwrap();
        finding.place.span.of(text).to_owned()
    };
    let found: Vec<_> =
        findings.iter().map(|found| (found.place.path.rsplit('/').next().unwrap(), text(found), found.message)).collect();
    let found: Vec<_> = found.iter().map(|(file, text, message)| (*file, text.as_str(), *message)).collect();
    assert_eq!(found, wanted, "{findings:?}");
}

/// Without this, a kind that has a template of its own was shown by that of all records on every site without a theme.
#[test]
fn every_template_is_found_whether_the_site_brings_it_or_not() {
    let own = [
        ("record.html", built_in("record.html").unwrap()),
        ("hospital.html", "{% extends \"record.html\" %}"),
        ("own.html", "x"),
    ];
    for templates in [&own[..0], &own[..1], &own] {
        let (theme, _) = theme(templates);
        for name in names().into_iter().chain(templates.iter().map(|(name, _)| *name)) {
            assert!(theme.has(name), "{name} beside {} templates of the site", templates.len());
        }
        for name in ["nothing.html", "default", "default/home.html", "home", ""] {
            assert!(!theme.has(name), "{name}");
        }
    }
}

#[test]
fn copies_of_built_in_templates_are_no_mistake() {
    let all: Vec<(&str, &str)> = names().into_iter().map(|name| (name, built_in(name).unwrap())).collect();
    finds(&all, &[]);
}

#[test]
fn a_mistake_beside_a_copy_of_a_built_in_template_is_told_and_compiling_ends() {
    let copy = built_in("record.html").unwrap();
    finds(
        &[("record.html", copy), ("base.html", "<p>{% block head %}{% endblock %}</p>")],
        &[("base.html", "", "template-lacks-block")],
    );
    finds(&[("record.html", copy), ("base.html", "{{ page. }}")], &[("base.html", "}}", "template-error")]);
    finds(&[("record.html", copy), ("base.html", "")], &[("base.html", "", "template-lacks-block")]);
}

#[test]
fn a_template_that_extends_or_includes_its_own_name_means_the_built_in_one() {
    let (theme, findings) = theme(&[
        ("term.html", "{% extends \"term.html\" %}{% block title %}own{% endblock %}"),
        ("menu.html", "<p>before</p>{% include 'menu.html' %}<p>{{ 1 + }}</p>"),
        ("footer.html", "{% include \"default/footer.html\" %}"),
        (
            "base.html",
            "{% extends \"base.html\" %}{% block head %}{% include \"menu.html\" %}{{ page.x | nothing }}{% endblock %}",
        ),
    ]);
    let file = "<p>before</p>{% include 'menu.html' %}<p>{{ 1 + }}</p>";
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert_eq!(findings[1].place.span.of(file), "}}", "where it stands in the file");
    assert_eq!(
        findings[0].place.span.of("{% extends \"base.html\" %}{% block head %}{% include \"menu.html\" %}{{ page.x | nothing }}"),
        "nothing"
    );
    assert!(theme.tera.contains_template("default/term.html"));
    finds(&[("own.html", "{% extends \"own.html\" %}")], &[("own.html", "own.html", "template-error")]);
}

#[test]
fn what_is_copied_in_part_keeps_the_rest_of_the_built_in_pieces() {
    let pieces = "{% component badge(badge) %}<b>{{ badge.text }}</b>{% endcomponent badge %}";
    finds(&[("components.html", pieces)], &[]);
    finds(&[("pieces/own.html", pieces)], &[]);
    finds(&[("a.html", pieces), ("b.html", pieces)], &[("b.html", "badge", "template-error")]);
}

#[test]
fn a_theme_of_its_own_need_not_fit_the_built_in_templates_that_it_stands_in_for() {
    let all = names().into_iter().filter(|name| !["components.html", "drawings.html"].contains(name));
    let own = |name: &str| match name {
        "base.html" => "{% block everything %}{% endblock %}",
        "menu.html" | "footer.html" | "settings.html" => "",
        _ => "{% extends \"base.html\" %}{% block everything %}<h1>{{ page.title }}</h1>{% endblock %}",
    };
    finds(&all.map(|name| (name, own(name))).collect::<Vec<_>>(), &[]);
}

#[test]
fn circles_are_told_where_they_were_made() {
    let record = built_in("record.html").unwrap();
    finds(
        &[("base.html", "{% extends \"record.html\" %}"), ("record.html", record)],
        &[("base.html", "record.html", "template-error")],
    );
    finds(
        &[("menu.html", "{% include \"footer.html\" %}"), ("footer.html", "{% include \"menu.html\" %}")],
        &[("footer.html", "menu.html", "template-error")],
    );
    let inner = "{% extends \"record.html\" %}{% block summary %}{% block main %}{{ super() }}{% endblock %}{% endblock %}";
    finds(&[("hospital.html", inner)], &[("hospital.html", "main", "template-block-in-itself")]);
    let piece = "{% component own() %}{{ <own /> }}{% endcomponent own %}";
    finds(&[("own.html", piece)], &[]);
}

#[test]
fn what_follows_from_another_mistake_is_not_told() {
    finds(
        &[
            ("own.html", "{{ 1 + }}{% component mine() %}{% endcomponent mine %}"),
            ("menu.html", "{% include \"own.html\" %}{{ <mine /> }}"),
        ],
        &[("own.html", "}}", "template-error")],
    );
    finds(
        &[
            ("own.html", "{{ 1 + }}{% block own %}{% endblock %}"),
            ("page.html", "{% extends \"own.html\" %}{% block own %}{% endblock %}"),
        ],
        &[("own.html", "}}", "template-error")],
    );
}

#[test]
fn a_name_by_which_built_in_templates_are_called_is_not_free() {
    finds(&[("default/base.html", "{{ 1 + }}")], &[("base.html", "", "template-takes-name")]);
    finds(&[("default/own.html", "{{ 1 + }}")], &[("own.html", "}}", "template-error")]);
}

/// What is done to a template.
#[derive(Debug, Clone)]
enum Deed {
    Nothing,
    Empty,
    Cut(Index),
    LeaveOut(Index, Index),
    RenameBlocks,
    Prepend(&'static str, Index),
    Append(&'static str, Index),
}

fn done(name: &str, deed: &Deed) -> String {
    let text = built_in(name).unwrap();
    let chars: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let other = |index: &Index| names()[index.index(names().len())].to_owned();
    match deed {
        Deed::Nothing => text.to_owned(),
        Deed::Empty => String::new(),
        Deed::Cut(at) => text[..*at.get(&chars)].to_owned(),
        Deed::LeaveOut(from, to) => {
            let (from, to) = (*from.get(&chars), *to.get(&chars));
            format!("{}{}", &text[..from.min(to)], &text[from.max(to)..])
        }
        Deed::RenameBlocks => text.replace("block ma", "block my"),
        Deed::Prepend(tag, index) => tag.replace('*', &other(index)) + text,
        Deed::Append(tag, index) => text.to_owned() + &tag.replace('*', &other(index)),
    }
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => Just(Deed::Nothing),
        1 => Just(Deed::Empty),
        2 => any::<Index>().prop_map(Deed::Cut),
        2 => any::<(Index, Index)>().prop_map(|(from, to)| Deed::LeaveOut(from, to)),
        1 => Just(Deed::RenameBlocks),
        2 => any::<Index>().prop_map(|other| Deed::Prepend("{% extends \"*\" %}", other)),
        2 => any::<Index>().prop_map(|other| Deed::Append("{% block main %}{% include \"*\" %}{{ super() }}{% endblock %}", other)),
        1 => any::<Index>().prop_map(|other| Deed::Append("{% include \"*\" %}", other)),
        1 => any::<Index>().prop_map(|other| Deed::Append("{{ <nothing /> | none }}", other)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 96 } else { 2_000 }))]

    #[test]
    fn any_part_of_the_default_theme_in_any_state_ends(
        chosen in subsequence(names(), 0..=names().len()),
        deeds in proptest::collection::vec(deed(), names().len()),
    ) {
        let templates: Vec<(&str, String)> = chosen.into_iter().zip(&deeds).map(|(name, deed)| (name, done(name, deed))).collect();
        let findings = is_usable(&templates);
        let copies = templates.iter().zip(&deeds).all(|(_, deed)| matches!(deed, Deed::Nothing));
        prop_assert!(!copies || findings.is_empty(), "{findings:?}");
        // What compiles with findings fell back; without, nothing of the site was left out.
        if findings.is_empty() {
            let (theme, _) = theme(&templates);
            for (name, _) in &templates {
                prop_assert!(theme.tera.get_template_names().any(|known| known == *name), "{name}");
            }
        }
    }
}
