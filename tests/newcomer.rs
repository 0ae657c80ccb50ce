//! Somebody who cannot program adds a language: what goes wrong on the way is told where it went wrong, and nothing is lost.

use crate::support::Project;

const SITE: &str = "content/site.yaml";
const RECORD: &str = "content/hospitals/mihon.yaml";

/// A site in Japanese and English to which Spanish was added, of which everything is accepted.
fn with_spanish() -> Project {
    let site = Project::empty()
        .file(
            SITE,
            "title:\n  ja: 案内\n  en: Guide\nlanguages: [ja, en, {tag: es, name: español}]\nbase_url: https://example.org/\n",
        )
        .file(RECORD, "name:\n  ja: 見本病院\n  en: Sample Hospital\nsummary:\n  ja: 見本です。\n  en: A sample.\n");
    site.annai(["accept", "--all", "--yes"]).run().exits(0);
    site
}

fn text(site: &Project, path: &str) -> String {
    std::fs::read_to_string(site.path(path)).unwrap_or_default()
}

fn codes(site: &Project) -> Vec<String> {
    site.findings().iter().map(|finding| finding.text("code").to_owned()).collect()
}

#[test]
fn while_the_languages_cannot_be_read_that_alone_is_told_and_nothing_is_accepted() {
    let lock = "content/translations.lock";
    for (good, bad) in [("  en: Guide", "  en: Guide: training"), ("languages: [ja, en,", "languages: [ja, jp,")] {
        let site = with_spanish();
        let accepted = text(&site, lock);
        let site = site.edit(SITE, good, bad);
        let found = site.findings();
        assert!(!found.is_empty() && found.iter().all(|finding| finding.text("path") == SITE), "{found:#?}");
        for command in
            [&["accept", "--all", "--yes"][..], &["status"], &["status", "--baseline"], &["export", "--language", "es", "es.po"]]
        {
            site.annai(command.iter().copied()).run().exits(1).complains(SITE);
        }
        assert_eq!(text(&site, lock), accepted);
        assert!(!site.path("es.po").exists() && !site.path("content/translations.baseline").exists());
        let site = site.edit(SITE, bad, good);
        assert!(!codes(&site).iter().any(|code| code.starts_with("changed-")));
    }
}

#[test]
fn words_that_would_lose_a_fact_are_told_at_their_place_and_refused_from_translators() {
    let words = "length_at_least = al menos\nmenu_open = <b>Abrir</b>\nmenu_label = Menu\nmenu_label = Menú\npage_of = Página { $page } de { $pagina }\n";
    let site = with_spanish().file("locales/es/reader.ftl", words).file("locales/es/facts.txt", "[foo]\na = b\n");
    let found = site.findings();
    let of_words: Vec<_> = found.iter().filter(|finding| finding.text("code") == "bad-message").collect();
    let lines: Vec<u64> = of_words.iter().map(|finding| finding.place().2).collect();
    assert_eq!(of_words.iter().filter(|finding| finding.text("path") == "locales/es/facts.txt").count(), 1, "{found:#?}");
    assert_eq!(lines.len(), 6, "{found:#?}");
    let site = with_spanish();
    let po = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgctxt \"locales/es/formats.ftl:length_at_least\"\nmsgid \"at least { $value }\"\nmsgstr \"al menos\"\n";
    let site = site.file("es.po", po);
    site.annai(["import", "es.po", "--yes"]).run().exits(1).complains("length_at_least");
    assert_eq!(text(&site, "locales/es/formats.ftl"), "");
}

#[test]
fn files_of_words_that_nothing_reads_are_told() {
    let site = with_spanish();
    let unread = ["locales/espanol/reader.ftl", "locales/fr/reader.ftl", "locales/es/reader.txt", "locales/reader.ftl"];
    let site = unread.iter().fold(site, |site, path| site.file(path, "menu_label = Menú\n"));
    let site = site.file("locales/es/notes.md", "Notes").file("locales/es/cli.ftl", "accept-not = Nada\n");
    let found = site.findings();
    let of = |code: &str| -> Vec<String> {
        found.iter().filter(|finding| finding.text("code") == code).map(|finding| finding.text("path").to_owned()).collect()
    };
    let mut expected = unread.map(str::to_owned);
    expected.sort();
    assert_eq!(of("misplaced-file"), expected, "{found:#?}");
    assert_eq!(of("unknown-message"), ["locales/es/cli.ftl"]);
}

/// An import of `target` for the hospital's name.
fn import(site: &Project, source: &str, target: &str, arguments: &[&str]) -> crate::support::Run {
    let po =
        format!("msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgctxt \"{RECORD}:name\"\nmsgid \"{source}\"\nmsgstr \"{target}\"\n");
    std::fs::write(site.path("es.po"), po).unwrap();
    site.annai(["import", "es.po"].into_iter().chain(arguments.iter().copied())).run()
}

#[test]
fn an_import_asks_first_and_never_replaces_a_newer_translation() {
    let site = with_spanish();
    import(&site, "見本病院", "Hospital de muestra", &[]).exits(2).complains("--yes").prints("Hospital de muestra");
    assert!(!text(&site, RECORD).contains("Hospital de muestra"), "nobody could answer");
    import(&site, "見本病院", "Hospital de muestra", &["--yes"]).exits(0).complains("annai accept --language es");
    assert!(text(&site, RECORD).contains("es: Hospital de muestra"));
    import(&site, "見本病院", "Hospital Mihon", &["--yes"]).exits(1).complains("Hospital de muestra");
    assert!(!text(&site, RECORD).contains("Hospital Mihon"));
}

#[test]
fn what_an_import_advises_records_all_texts_of_the_language_and_nothing_else() {
    let words = "content/vocabularies/stages.yaml";
    let site = with_spanish().file(words, "words:\n  - {id: visit, name: {ja: 訪問, en: Visit}}\n");
    site.annai(["accept", words, "--yes"]).run().exits(0);
    let site = site.edit(RECORD, "  en: Sample Hospital\n", "  en: Sample Hospital\n  es: Hospital de muestra\n");
    let site = site.edit(words, "en: Visit}", "en: Visit, es: Visita}").edit(SITE, "  en: Guide\n", "  en: Guide\n  es: Guía\n");
    let site = site.edit(RECORD, "  en: A sample.\n", "  en: One sample.\n");
    let changed = |site: &Project| -> Vec<String> {
        let findings = site.findings().into_iter().filter(|finding| finding.text("code").starts_with("changed-"));
        findings.map(|finding| finding.text("path").to_owned()).collect()
    };
    assert_eq!(changed(&site), [RECORD, RECORD, SITE, words], "its Spanish name, and its English summary");
    site.annai(["accept", "--language", "es", "--yes"]).run().exits(0);
    assert_eq!(changed(&site), [RECORD], "the English summary waits");
}

#[test]
fn one_translation_that_would_be_an_error_does_not_keep_the_others_back() {
    let site = with_spanish().file(
        "content/hospitals/otro.yaml",
        "name: {ja: 別の病院, en: Other Hospital}\nsummary: {ja: 別の見本です。, en: Another.}\n",
    );
    let unit = |id: &str, source: &str, target: &str| format!("msgctxt \"{id}\"\nmsgid \"{source}\"\nmsgstr \"{target}\"\n\n");
    let other = "content/hospitals/otro.yaml";
    let po = [
        "msgid \"\"\nmsgstr \"Language: es\\n\"\n\n".to_owned(),
        unit(&format!("{RECORD}:name"), "見本病院", "Hospital de muestra"),
        unit(&format!("{RECORD}:summary"), "見本です。", "Una <b>muestra</b>."),
        unit(&format!("{other}:name"), "別の病院", "Otro hospital"),
        unit(&format!("{other}:summary"), "別の見本です。", "[[term/nada]] Otra."),
    ];
    let site = site.file("es.po", po.concat());
    let run = site.annai(["import", "es.po", "--yes"]).run().exits(1);
    assert!(
        run.stderr.contains(&format!("{RECORD}:summary")) && !run.stderr.contains(&format!("{RECORD}:name")),
        "{}",
        run.everything()
    );
    assert!(text(&site, RECORD).contains("es: Hospital de muestra") && !text(&site, RECORD).contains("<b>"));
    assert!(text(&site, other).contains("es: Otro hospital"));
    assert!(!codes(&site).iter().any(|code| code == "raw-html"));
}

#[test]
fn translators_work_from_the_sites_own_language_and_on_one_kind_if_they_like() {
    let site = with_spanish()
        .edit(SITE, "languages: [ja, en,", "languages: [en, ja,")
        .file("content/terms/visa.yaml", "name: {en: Visa, ja: ビザ}\n");
    site.annai(["export", "--language", "es", "es.xliff"]).run().exits(0);
    let all = text(&site, "es.xliff");
    assert!(all.contains("source-language=\"en\"") && !all.contains("source-language=\"ja\""));
    assert!(all.contains("<source>You are here</source>") && all.contains("content/site.yaml:title"));
    assert!(all.contains("The letter that asks what is not known</note>"), "comments of the words go with them");
    site.annai(["export", "term", "--language", "es", "terms.po"]).run().exits(0);
    let terms = text(&site, "terms.po");
    assert!(terms.contains("content/terms/visa.yaml:name") && terms.matches("msgctxt").count() == 1, "{terms}");
    // What was translated from either language comes back.
    let po = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgctxt \"locales/es/reader.ftl:crumbs_label\"\nmsgid \"You are here\"\nmsgstr \"Estás aquí\"\n";
    let site = site.file("es.po", po);
    site.annai(["import", "es.po", "--yes"]).run().exits(0);
    assert!(text(&site, "locales/es/reader.ftl").contains("crumbs_label = Estás aquí"));
}

#[test]
fn a_name_in_the_place_of_a_tag_is_told_with_the_tag() {
    for name in ["sp", "Español", "spanish", "スペイン語"] {
        let site = with_spanish().edit(RECORD, "summary:\n", &format!("summary:\n  {name}: Una muestra.\n"));
        let run = site.annai(["check", "--lang", "en"]).run().exits(1);
        assert!(run.everything().contains("Write “es”"), "{}", run.everything());
        // In a list of languages the name is understood.
        let site = with_spanish().edit(SITE, "tag: es", &format!("tag: {name}"));
        assert!(!codes(&site).iter().any(|code| code == "bad-language"), "{name}");
    }
}

#[test]
fn a_built_in_word_needs_its_name_in_the_new_language_alone() {
    let site = with_spanish()
        .file("content/vocabularies/professions.yaml", "words:\n  - {id: doctor, name: {es: Médico}}\n")
        .file("content/programs/training.yaml", "name: {ja: 研修, en: Training, es: Formación}\nprofessions: [doctor]\n");
    let found = site.findings();
    let of_words = |finding: &&crate::support::Finding| finding.text("path").starts_with("content/vocabularies/");
    assert!(!found.iter().any(|finding| of_words(&finding)), "{found:#?}");
    let files = site.build();
    for (page, word) in
        [("/ja/programs/training/", "医師"), ("/en/programs/training/", "Doctor"), ("/es/programs/training/", "Médico")]
    {
        assert!(files.page(page).texts("main").concat().contains(word), "{page}");
    }
}

#[test]
fn what_stands_in_no_record_is_counted_exported_and_taken_back() {
    let site = with_spanish();
    let status = site.annai(["status", "--format", "short"]).run().exits(0);
    assert!(status.stdout.contains("content/site.yaml"), "{}", status.everything());
    site.annai(["export", "--language", "es", "es.po"]).run().exits(0);
    let po = text(&site, "es.po");
    let translated = |po: &str, id: &str, target: &str| {
        let (before, after) = po.split_once(&format!("msgctxt \"{id}\"")).unwrap_or_else(|| panic!("{id} is not in it: {po}"));
        format!("{before}msgctxt \"{id}\"{}", after.replacen("msgstr \"\"", &format!("msgstr \"{target}\""), 1))
    };
    let po = translated(&po, "content/site.yaml:title", "Guía: formación");
    let po = translated(&po, "content/vocabularies/professions.yaml:doctor", "Médico");
    let po = translated(&po, "content/vocabularies/professions.yaml:nurse", "Enfermería, obstetricia");
    let site = site.file("es.po", po);
    site.annai(["import", "es.po", "--yes"]).run().exits(0);
    assert!(text(&site, SITE).contains("es: \"Guía: formación\""), "{}", text(&site, SITE));
    let words = text(&site, "content/vocabularies/professions.yaml");
    assert!(words.contains("{id: doctor, name: {es: Médico}}") && words.contains("nurse"), "{words}");
    site.annai(["export", "--language", "es", "es.po"]).run().exits(0);
    assert!(!text(&site, "es.po").contains("professions.yaml:doctor"));
    assert_eq!(codes(&site).iter().filter(|code| *code == "missing-field").count(), 0);
}

#[test]
fn lists_of_a_language_in_which_nothing_is_written_are_those_of_another_one() {
    let names = |site: &Project| {
        let files = site.build();
        let page = files.page("/es/hospitals/");
        let head = (page.attribute("link[rel=canonical]", "href").to_owned(), page.all("link[hreflang=es]").len());
        let named = files.text("sitemap.xml").matches("https://example.org/es/").count();
        (head, named > 0, files.page("/ja/hospitals/").all("link[hreflang=es]").len())
    };
    let site = with_spanish();
    assert_eq!(names(&site), (("https://example.org/en/hospitals/".to_owned(), 0), false, 0));
    let site = site.edit(RECORD, "  en: Sample Hospital", "  en: Sample Hospital\n  es: Hospital de muestra");
    assert_eq!(names(&site), (("https://example.org/es/hospitals/".to_owned(), 1), true, 1));
}

#[test]
fn who_meets_all_languages_at_once_is_told_of_no_translation_that_is_lacking() {
    let files = with_spanish().build();
    assert!(files.text("es/hospitals/mihon/index.html").contains("not been translated"));
    assert!(!files.text("index.html").contains("not been translated") && !files.text("index.html").contains("翻訳されていない"));
}

#[test]
fn a_language_more_is_no_fact_that_changed() {
    let site = with_spanish().edit(SITE, "{tag: es, name: español}", "{tag: es, name: español}, {tag: fr, name: français}");
    assert!(!codes(&site).contains(&"changed-facts".to_owned()));
    let site = site.edit(SITE, "https://example.org/", "https://example.com/");
    assert!(codes(&site).contains(&"changed-facts".to_owned()));
}
