//! Themes: a site overrides single templates and files, and a mistake in one is a finding at its place.

use sha2::{Digest, Sha256};

use crate::support::{AS_OF, Project, Published, text_of};

/// A site whose theme `mine` overrides the page of hospitals.
fn themed() -> Project {
    Project::init()
        .edit("content/site.yaml", "base_url:", "theme: mine\nbase_url:")
        .edit("content/hospitals/example-hospital.yaml", "prefecture:", "extra: {beds: 120, open: true, wards: [A, B]}\nprefecture:")
        .file(
            "themes/mine/hospital.html",
            "{% extends \"record.html\" %}\n{% block facts %}<p class=\"beds\">{{ page.extra.beds }} {{ page.extra.wards | length }} \
             {{ m.kinds_hospitals }}{% if page.extra.open %} open{% endif %}</p>\n{{ super() }}{% endblock facts %}\n",
        )
}

/// The published name of a file of the theme.
fn asset<'a>(files: &'a Published, name: &str, ending: &str) -> &'a str {
    let found: Vec<&String> =
        files.files.keys().filter(|path| path.starts_with(&format!("theme/{name}.")) && path.ends_with(ending)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0]
}

#[test]
fn a_theme_overrides_one_template_and_leaves_the_others() {
    let files = themed().build();
    assert_eq!(files.page("/en/hospitals/example-hospital/").texts(".beds"), ["120 2 Hospitals open"]);
    let page = files.page("/ja/hospitals/example-hospital/");
    assert_eq!(page.texts(".beds"), ["120 2 病院 open"]);
    assert_eq!(text_of(page.one("h1")), "見本病院", "the rest of the page is the default theme's");
    assert_eq!(page.all("#sec-overview-facts").len(), 1, "the block's own contents stand behind");

    let default = Project::init()
        .edit(
            "content/hospitals/example-hospital.yaml",
            "prefecture:",
            "extra: {beds: 120, open: true, wards: [A, B]}\nprefecture:",
        )
        .build();
    assert_eq!(files.files.keys().collect::<Vec<_>>(), default.files.keys().collect::<Vec<_>>());
    for (path, bytes) in &default.files {
        let is_other = path.contains("hospitals/example-hospital") || path.ends_with("manifest.json");
        assert_eq!(files.files[path] == *bytes, !is_other, "{path}");
    }
}

/// Once, home was shown by the template of all records on every site without a folder for its theme.
#[test]
fn a_kind_is_shown_by_its_own_template_whether_or_not_the_site_has_a_theme() {
    let plain = Project::guide().build();
    let themed =
        Project::guide().edit("content/site.yaml", "theme: default", "theme: mine").file("themes/mine/own.html", "x").build();
    for (files, what) in [(&plain, "no theme"), (&themed, "a theme that overrides nothing")] {
        let home = files.page("/en/");
        assert_eq!((home.all("h2#changes").len(), home.all("p.eyebrow").len()), (1, 0), "{what}: home.html");
        let programs =
            files.files.keys().find(|path| path.starts_with("en/programs/") && path.matches('/').count() == 3).unwrap();
        let program = files.page(&format!("/{}", programs.trim_end_matches("index.html")));
        assert_eq!((program.all("h2#changes").len(), program.all("p.eyebrow").len()), (0, 1), "{what}: program.html");
    }
    for (path, bytes) in &plain.files {
        assert!(
            path.ends_with("manifest.json") || themed.files[path] == *bytes,
            "{path} depends on a theme that overrides nothing"
        );
    }
}

#[test]
fn html_that_is_no_tree_is_told_at_its_place_once() {
    let footer = "<footer><p><div>unclosed <img src=\"x.png\"><a href=\"/nope/\">\n<a href=\"/ja/terms/\">x</a></footer>\n";
    let site = themed().file("themes/mine/footer.html", footer);
    let found: Vec<(String, u64, u64)> = site
        .findings()
        .iter()
        .filter(|finding| finding.text("code") == "broken-html")
        .map(|finding| {
            let (_, path, line, column) = finding.place();
            assert_eq!(path, "themes/mine/footer.html");
            (finding.text("message").to_owned(), line, column)
        })
        .collect();
    let said = |words: &str| found.iter().filter(|(message, ..)| message.contains(words)).collect::<Vec<_>>();
    for words in ["<div> is not closed", "no text for those", "no page at /nope/", "<a> cannot stand in <a>"] {
        assert_eq!(said(words).len(), 1, "{words}: {found:?}");
    }
    assert!(said("/ja/terms/").is_empty(), "{found:?}");
    // It is a warning: the page is published all the same.
    site.build();
}

#[test]
fn the_built_in_templates_make_trees() {
    let mut site = Project::guide().edit("content/site.yaml", "theme: default", "theme: mine");
    for entry in std::fs::read_dir(crate::support::repository().join("themes/default")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "html") {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            // One character more, so that it is the site's own.
            site = site.file(&format!("themes/mine/{name}"), std::fs::read_to_string(&path).unwrap() + "\n");
        }
    }
    let broken: Vec<_> = site.findings().into_iter().filter(|finding| finding.text("code") == "broken-html").collect();
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn a_theme_can_change_the_frame_of_every_page() {
    let files = themed()
        .file(
            "themes/mine/list.html",
            "{% extends \"base.html\" %}\n{% block main %}<h1>{{ page.title }}</h1><p id=\"own\">{{ site.title }}</p>{% endblock main %}",
        )
        .file(
            "themes/mine/base.html",
            "<!doctype html><html lang=\"{{ site.lang }}\"><head><title>{{ page.title }}</title></head>\
             <body class=\"frame\">{% block crumbs %}{% endblock crumbs %}{% block main %}{% endblock main %}</body></html>",
        )
        .build();
    for page in files.pages().iter().filter(|page| page.address.len() > 4 && page.address != "/404.html") {
        assert_eq!(page.attribute("body", "class"), "frame", "{}", page.address);
    }
    assert_eq!(files.page("/en/hospitals/").texts("#own"), ["Training guide"]);
}

#[test]
fn the_theme_of_the_name_default_is_overridden_without_being_named() {
    let files = Project::init().file("themes/default/404.html", "{% extends \"root.html\" %}").build();
    assert_eq!(files.page("/404.html").all("h1").len(), 1);
    let files = Project::init().file("themes/default/assets/root.js", "// nothing\n").build();
    assert_eq!(files.text(asset(&files, "root", ".js")), "// nothing\n");
}

#[test]
fn a_themes_own_files_take_the_place_of_the_default_ones_and_are_linked() {
    let style = "body { color: #123456 }\n";
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let files = themed()
        .file("themes/mine/assets/site.css", style)
        .file("themes/mine/assets/pictures/logo.svg", picture)
        .edit(
            "themes/mine/hospital.html",
            "<p class",
            "<img src=\"{{ site.assets[\"pictures/logo.svg\"] | safe }}\" alt=\"\"><p class",
        )
        .build_with(["--base-url", "https://example.org/guide/"]);
    let path = asset(&files, "site", ".css");
    assert_eq!(files.text(path), style);
    let logo = asset(&files, "pictures/logo", ".svg");
    assert_eq!(files.text(logo), picture);
    let page = files.page("/ja/hospitals/example-hospital/");
    assert_eq!(page.attribute("main img", "src"), format!("/guide/{logo}"));
    for page in files.pages() {
        // Pages with a drawing have its style after this.
        let first = page.attributes("link[rel=stylesheet]", "href").first().copied();
        assert_eq!(first, Some(&*format!("/guide/{path}")), "{}", page.address);
    }
}

#[test]
fn the_name_of_a_file_holds_its_hash_and_changes_with_it_alone() {
    let hash_of = |files: &Published, path: &str| -> String {
        Sha256::digest(&files.files[path]).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    };
    let default = Project::init().build();
    let other = themed().file("themes/mine/assets/site.css", "body { margin: 0 }\n").build();
    for files in [&default, &other] {
        for path in files.files.keys().filter(|path| path.starts_with("theme/")) {
            let hash = path.rsplit('.').nth(1).unwrap();
            assert_eq!(hash, hash_of(files, path), "{path}");
        }
    }
    assert_ne!(asset(&default, "site", ".css"), asset(&other, "site", ".css"));
    assert_eq!(asset(&default, "root", ".js"), asset(&other, "root", ".js"));
}

/// Builds a site with one broken template over an earlier site: the findings, which are all errors of the template, with
/// their places. What was published before must stand.
fn broken(path: &str, template: &str) -> Vec<(String, u64, u64)> {
    let site = Project::init();
    let before = site.build();
    let site = site.edit("content/site.yaml", "base_url:", "theme: mine\nbase_url:").file(path, template);
    let run = site.annai(["build", "--as-of", AS_OF, "--format", "json", "--lang", "en"]).run().exits(1);
    assert_eq!(Published::read(&site.path("public")).files, before.files, "something was published");
    let checked: Vec<_> = site.findings().into_iter().map(|finding| finding.0).collect();
    let findings = run.findings();
    assert_eq!(findings.iter().map(|finding| finding.0.clone()).collect::<Vec<_>>(), checked, "check and build differ");
    findings
        .iter()
        .map(|finding| {
            let (code, path, line, column) = finding.place();
            assert_eq!((code, finding.text("severity")), ("template-error", "error"), "{finding:?}");
            assert!(!finding.text("message").contains('\n') && !finding.text("help").is_empty(), "{finding:?}");
            (path.to_owned(), line, column)
        })
        .collect()
}

/// The templates of the guide to theming, each as a site would write it.
#[test]
fn the_recipe_of_the_guide_works_as_it_stands() {
    let guide = std::fs::read_to_string(crate::support::repository().join("docs/en/theming.md")).unwrap();
    let example = |language: &str| {
        let (_, rest) = guide.split_once(&format!("```{language}\n")).unwrap();
        rest.split_once("```").unwrap().0.to_owned()
    };
    let files = Project::init()
        .edit("content/site.yaml", "base_url:", "theme: mine\nbase_url:")
        .file("themes/mine/base.html", example("html"))
        .file("themes/mine/assets/own.css", example("css"))
        .build();
    let own = format!("/{}", asset(&files, "own", ".css"));
    for page in files.pages().iter().filter(|page| page.address.len() > 4 && page.address != "/404.html") {
        let styles = page.attributes("link[rel=stylesheet]", "href");
        assert_eq!(styles.last(), Some(&&*own), "{}", page.address);
        assert_eq!(page.all("main").len(), 1, "{}", page.address);
    }
}

#[test]
fn check_and_build_end_with_an_error_whatever_stands_beside_a_broken_template() {
    let copy = std::fs::read_to_string(crate::support::repository().join("themes/default/record.html")).unwrap();
    for base in [
        "",
        "{% block main %}",
        "{% extends \"record.html\" %}",
        "{% block my %}{% endblock %}",
        "{% include \"base.html\" %}{{ x.y }}",
    ] {
        let site = Project::init()
            .edit("content/site.yaml", "base_url:", "theme: mine\nbase_url:")
            .file("themes/mine/record.html", &copy)
            .file("themes/mine/base.html", base);
        for command in ["check", "build"] {
            let run = site.annai([command, "--as-of", AS_OF, "--format", "json", "--lang", "en"]).run().exits(1);
            let places: Vec<String> = run.findings().iter().map(|finding| finding.place().1.to_owned()).collect();
            assert_eq!(places, ["themes/mine/base.html"], "{base:?}");
        }
    }
}

#[test]
fn a_syntax_error_in_a_template_is_found_at_its_line_and_column() {
    let path = "themes/mine/hospital.html";
    let found =
        broken(path, "{% extends \"record.html\" %}\n{% block facts %}\n<p>病院 {{ page.title | }}</p>\n{% endblock %}\n");
    assert_eq!(found, [(path.to_owned(), 3, 23)]);
}

#[test]
fn an_unclosed_block_is_found_in_its_template() {
    let path = "themes/mine/fee.html";
    let found = broken(path, "{% extends \"record.html\" %}\n{% block facts %}<p>\n");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0.as_str(), found[0].1 >= 2), (path, true), "{found:?}");
}

#[test]
fn a_value_that_a_page_has_not_is_found_at_its_line_and_column_and_once() {
    let path = "themes/mine/hospital.html";
    let template = "{% extends \"record.html\" %}\n{% block facts %}\n<p>病院 {{ page.beds.number }}</p>\n{% endblock %}\n";
    assert_eq!(broken(path, template), [(path.to_owned(), 3, 15)]);
}

#[test]
fn a_template_that_extends_nothing_there_is_found() {
    let path = "themes/mine/term.html";
    let found = broken(path, "{% extends \"records.html\" %}\n");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, path);
}

#[test]
fn two_broken_templates_are_found_in_one_run() {
    let site = Project::init()
        .edit("content/site.yaml", "base_url:", "theme: mine\nbase_url:")
        .file("themes/mine/fee.html", "{% extends \"record.html\" %}{% block facts %}{{ 1 + }}{% endblock %}")
        .file("themes/mine/term.html", "{% extends \"record.html\" %}\n{% if %}{% endif %}");
    let findings = site.findings();
    let paths: Vec<&str> = findings.iter().map(|finding| finding.place().1).collect();
    assert_eq!(paths, ["themes/mine/fee.html", "themes/mine/term.html"]);
}

#[test]
fn a_broken_template_shows_its_line_with_a_caret_under_the_mistake() {
    let site = Project::init().edit("content/site.yaml", "base_url:", "theme: mine\nbase_url:").file(
        "themes/mine/hospital.html",
        "{% extends \"record.html\" %}\n{% block facts %}病院 {{ page.title | }}{% endblock %}\n",
    );
    let run = site.annai(["build", "--lang", "ja"]).run().exits(1);
    let run = run.complains("themes/mine/hospital.html:2:37").complains("{% block facts %}病院 {{ page.title | }}{% endblock %}");
    let lines: Vec<&str> = run.stderr.lines().collect();
    let line = lines.iter().position(|line| line.contains("{{ page.title | }}")).unwrap();
    // 病院 is four columns wide in two characters.
    let column = |text: &str, at: usize| text[..at].chars().map(|c| if c > '\u{2000}' { 2 } else { 1 }).sum::<usize>();
    let mistake = column(lines[line], lines[line].find("| }}").unwrap() + "| ".len());
    assert_eq!(column(lines[line + 1], lines[line + 1].find('^').unwrap()), mistake, "{}", run.stderr);
}

#[test]
fn a_theme_that_is_not_there_is_found_in_the_sites_file() {
    let site = themed().edit("content/site.yaml", "theme: mine", "theme: mien");
    let findings = site.findings();
    assert_eq!(findings.len(), 1, "{findings:?}");
    let (_, path, line, column) = findings[0].place();
    assert_eq!((findings[0].text("severity"), path, line, column), ("error", "content/site.yaml", 7, 8));
    assert!(findings[0].text("help").contains("mine"), "{findings:?}");
}

#[test]
fn text_from_records_is_escaped_in_a_sites_own_template() {
    let site = themed().edit("content/hospitals/example-hospital.yaml", "beds: 120", "beds: \"<script>1</script>\"");
    let page = site.build().page("/en/hospitals/example-hospital/");
    assert!(page.all("main script").is_empty());
    assert!(page.texts(".beds")[0].starts_with("<script>1</script>"));
}

#[test]
fn a_site_shows_its_own_logo_colour_style_and_menu() {
    let files = Project::init()
        .edit(
            "content/site.yaml",
            "base_url:",
            "logo: logo.svg\ncolour: '#E8B765'\nstylesheet: /assets/ours.css\ntext_first: true\n\
             menu: [schedules, page/access, /programs/]\nbase_url:",
        )
        .file("content/assets/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>\n")
        .file("content/assets/ours.css", "p { margin: 0 }\n")
        .file("content/pages/access.yaml", "name: {ja: 交通, en: Access}\nmenu: 1\n")
        .file("content/pages/index.ja.md", "# 案内\n\n私たちの案内です。\n")
        .file("content/pages/index.en.md", "# Guide\n\nThis is our guide.\n")
        .build();
    let home = files.page("/en/");
    assert_eq!(home.attribute(".brand img", "src"), "/assets/logo.svg");
    assert_eq!(home.attribute(".brand img", "alt"), "");
    assert_eq!(home.texts(".site-header .menu li"), ["Schedules", "Access", "Programs"]);
    let foot = home.texts(".site-footer nav li");
    assert!(foot.contains(&"Hospitals".to_owned()) && !foot.contains(&"Access".to_owned()), "every list is reached: {foot:?}");
    assert!(home.texts("main article .text > *")[0].contains("This is our guide."), "one's own text comes first");
    // Links are as dark as words on white need, and the office's colour itself where it can be read.
    let style = files.text(asset(&files, "site", ".css"));
    assert!(style.contains("light-dark(#8") && style.contains(", #e8b765)"), "{}", &style[style.len() - 200..]);
    let sheets: Vec<String> =
        home.all("link[rel=stylesheet]").iter().map(|link| link.attr("href").unwrap_or_default().to_owned()).collect();
    assert_eq!(sheets.last().map(String::as_str), Some("/assets/ours.css"));
    let plain = Project::init().build();
    assert_eq!(plain.page("/en/").all(".brand img").len(), 0);
}

#[test]
fn a_logo_that_is_not_there_a_colours_name_and_an_unknown_list_are_told_with_what_to_write() {
    let site = Project::init().edit(
        "content/site.yaml",
        "base_url:",
        "logo: /assets/lgo.svg\ncolour: navy\nmenu: [programms, page/nowhere]\nbase_url:",
    );
    let site = site.file("content/assets/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n");
    let findings = site.findings();
    let of = |code: &str| findings.iter().find(|finding| finding.text("code") == code).map(|finding| finding.text("help"));
    assert!(of("broken-link").is_some_and(|help| help.contains("/assets/logo.svg")), "{findings:?}");
    assert!(of("bad-colour").is_some_and(|help| help.contains("#1a5276")), "{findings:?}");
    assert!(of("unknown-word").is_some_and(|help| help.contains("programs")), "{findings:?}");
    assert!(findings.iter().any(|finding| finding.text("code").contains("reference")), "{findings:?}");
}
