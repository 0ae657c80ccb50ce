//! Sites in other languages than the built-in two: one partly translated and written right to left, one with a region.

use std::collections::BTreeMap;

use scraper::ElementRef;

use crate::support::{AS_OF, Annai, Page, Project, Published, lang_of, repository, text_of};

/// A site in Japanese, English and Arabic, of which only a part is translated into Arabic.
fn three_languages() -> Project {
    Project::empty()
        .file(
            "content/site.yaml",
            "title: {ja: 研修ガイド, en: Training guide, ar: دليل التدريب}\n\
             languages:\n  - {tag: ja, name: 日本語}\n  - {tag: en, name: English}\n  - {tag: ar, name: العربية, fallback: [ja]}\n\
             base_url: https://example.org/\n",
        )
        .file("locales/ar/reader.ftl", "untranslated_notice = متاح فقط: { $languages }\nkinds_hospitals = المستشفيات\n")
        .file("content/pages/index.ja.md", "# 研修ガイド\n\n[[hospital/kanazawa]]のご案内です。\n")
        .file("content/pages/index.en.md", "# Training guide\n\nAbout [[hospital/kanazawa]].\n")
        .file("content/pages/index.ar.md", "# دليل التدريب\n\n[[hospital/kanazawa]] و [[hospital/tsukuba]]\n")
        .file("content/pages/about.ja.md", "# このサイトについて\n\n## 目的 {#aim}\n\n目的です。\n\n## 連絡先\n\n[目的](#aim)を参照。\n")
        .file("content/pages/about.en.md", "# About\n\n## Aim\n\nThe aim.\n\n## Contact\n\nSee [the aim](#aim).\n")
        .file(
            "content/hospitals/kanazawa.yaml",
            "name: {ja: 金沢病院, en: Kanazawa Hospital, ar: مستشفى كانازاوا}\nreading: かなざわびょういん\n\
             summary: {ja: 石川県にあります。, en: It is in Ishikawa.}\nprefecture: ishikawa\nrelated: [hospital/tsukuba]\n",
        )
        .file("content/hospitals/kanazawa.ja.md", "## 診療科 {#units}\n\n内科。\n\n## 交通\n\nバス。\n")
        .file("content/hospitals/kanazawa.en.md", "## Departments\n\nInternal medicine.\n\n## Getting there\n\nBy bus.\n")
        .file("content/hospitals/kanazawa.ar.md", "## الأقسام\n\nالباطنية.\n\n## الوصول\n\nبالحافلة.\n")
        .file(
            "content/hospitals/tsukuba.yaml",
            "name: {ja: 筑波病院, en: Tsukuba Hospital}\nreading: つくばびょういん\nprefecture: ibaraki\n",
        )
        .file("content/hospitals/tsukuba.ja.md", "## 案内 {#guide}\n\n研修の案内です。\n")
        .file("content/hospitals/tsukuba.en.md", "## Guide\n\nA guide to training.\n")
        .file("content/notices/news.yaml", "name: {ja: 日本語だけのお知らせ}\nsummary: {ja: 要約です。}\ndate: 2023-11-14\nabout: [hospital/kanazawa]\n")
        .file("content/programs/training.yaml", "name: {ja: 研修, en: Training, ar: التدريب}\nhost: hospital/kanazawa\nsteps:\n  - {name: {ja: 申請, en: Apply, ar: التقديم}, when: {at: -P3M, of: training-start}}\n")
        .file("content/fees/training.yaml", "name: {ja: 費用, en: Fee, ar: الرسوم}\nprogram: program/training\namount: {is: 1234567, per: month}\n")
        .file(
            "content/schedules/training.yaml",
            "name: {ja: 日程, en: Schedule, ar: الجدول}\nprogram: program/training\nfiscal_year: {year: 2024, basis: training-start}\nrounds:\n  \
             - round: first\n    stages:\n      - {stage: application, opens: 2023-11-01 正午, closes: 2023-11-14 正午}\n",
        )
        .file("content/journeys/route.yaml", "name: {ja: 道のり, en: Route}\nletter: R\nsteps:\n  - {record: hospital/tsukuba}\n  - {record: program/training}\n")
}

/// The same with every word of the generator in Arabic's place, so that nothing but the content is Japanese.
fn with_all_words() -> Project {
    ["reader", "formats", "data"].into_iter().fold(three_languages(), |site, name| {
        let words = std::fs::read_to_string(repository().join(format!("locales/en/{name}.ftl"))).unwrap();
        site.file(&format!("locales/ar/{name}.ftl"), words)
    })
}

const PAGES: [&str; 8] = [
    "/",
    "/hospitals/",
    "/hospitals/kanazawa/",
    "/hospitals/tsukuba/",
    "/programs/training/",
    "/fees/training/",
    "/prefectures/ibaraki/",
    "/about/",
];

#[test]
fn a_third_language_needs_files_alone() {
    let files = three_languages().build();
    for (language, direction) in [("ja", "ltr"), ("en", "ltr"), ("ar", "rtl")] {
        for path in PAGES {
            let page = files.page(&format!("/{language}{path}"));
            assert_eq!(
                (page.attribute("html", "lang"), page.attribute("html", "dir")),
                (language, direction),
                "{}",
                page.address
            );
            assert_eq!(page.attributes("nav.languages a", "lang"), ["ja", "en", "ar"]);
            assert_eq!(page.texts("nav.languages a"), ["日本語", "English", "العربية"]);
        }
        assert!(files.files.contains_key(&format!("{language}/feed.xml")));
        assert!(files.files.contains_key(&format!("{language}/404.html")));
    }
}

#[test]
fn the_entrance_has_a_part_for_each_language_in_its_direction() {
    let files = three_languages().build();
    for address in ["/", "/404.html"] {
        let page = files.page(address);
        assert_eq!(page.attributes("main > section", "lang"), ["ja", "en", "ar"]);
        assert_eq!(page.attributes("main > section", "dir"), ["ltr", "ltr", "rtl"]);
    }
    assert_eq!(files.page("/").texts("main > section > p:nth-of-type(1)"), ["研修ガイド", "Training guide", "دليل التدريب"]);
}

#[test]
fn what_is_missing_in_a_language_is_marked_where_it_stands_and_said_once_on_the_page() {
    const NOTICE: &str = "Parts of this page have not been translated and are shown in Japanese.";
    let mie = "name: {ja: 三重病院, en: Mie Hospital, ar: مستشفى ميه}\n";
    let project = with_all_words().file("content/hospitals/mie.yaml", mie);
    let files = project.file("content/hospitals/mie.ja.md", "## 案内 {#guide}\n\n研修の案内です。[[program/training]]\n").build();
    let said = |page: &Page| page.texts(".lacks-translation");
    let page = files.page("/ar/hospitals/kanazawa/");
    assert_eq!(text_of(page.one("h1")), "مستشفى كانازاوا");
    assert!(page.one("h1").value().attr("lang").is_none());
    let summary = page.one("p.lead > span[lang]");
    assert_eq!((text_of(summary).as_str(), summary.value().attr("lang")), ("石川県にあります。", Some("ja")));
    assert_eq!(summary.value().attr("dir"), Some("auto"), "left to right in a page that is not");
    assert_eq!(said(&page), [NOTICE]);

    let page = files.page("/ar/hospitals/tsukuba/");
    let title = page.one("h1");
    assert_eq!((text_of(title).as_str(), lang_of(title), title.value().attr("dir")), ("筑波病院", Some("ja"), Some("auto")));
    let prose = page.one(".prose");
    assert_eq!((prose.value().attr("lang"), prose.value().attr("dir")), (Some("ja"), Some("ltr")));
    assert_eq!(said(&page), [NOTICE], "once, though title and prose are both in Japanese");
    assert_eq!(lang_of(page.one(".lacks-translation")), Some("ar"));

    let page = files.page("/ar/hospitals/mie/");
    assert_eq!(text_of(page.one(".prose > h2:first-child")), "案内");
    let own = page.one(".prose a span[lang]");
    assert_eq!(
        (text_of(own).as_str(), lang_of(own)),
        ("التدريب", Some("ar")),
        "words for the readers among those of another language"
    );
    assert_eq!(said(&page).len(), 1);

    let page = files.page("/en/notices/news/");
    assert_eq!(lang_of(page.one("h1")), Some("ja"));
    assert_eq!(said(&page), [NOTICE]);
    let card = files.page("/en/notices/");
    assert_eq!(lang_of(card.one(".card > .name > a")), Some("ja"));
    assert_eq!(said(&card).len(), 1);

    let page = files.page("/ja/hospitals/kanazawa/");
    assert!(said(&page).is_empty(), "a page in the source language lacks nothing, though it shows names in others");
}

#[test]
fn a_draft_says_so_once_on_each_page_and_what_it_lacks_is_no_finding() {
    const DRAFT: &str =
        "This translation is a draft that no native speaker has read. Before you decide anything, look at this page in ";
    let lacking = |project: &Project| {
        let findings = project.findings();
        let told = findings.iter().filter(|finding| finding.text("code") == "missing-translation");
        told.map(|finding| finding.text("message").to_owned()).collect::<Vec<_>>()
    };
    let project = with_all_words().edit("content/site.yaml", "fallback: [ja]", "fallback: [ja], draft: true");
    assert!(lacking(&with_all_words()).iter().any(|message| message.contains("ar")));
    let left = lacking(&project);
    assert!(
        !left.is_empty() && left.iter().all(|message| message.contains("(en)")),
        "languages that are none are asked: {left:?}"
    );

    let files = project.build();
    let about = files.page("/ar/about/");
    let said = about.one(".lacks-translation");
    // How a list is put together is Arabic by itself.
    let rest = "Japanese وEnglish. Parts of this page have not been translated and are shown in Japanese.";
    assert_eq!(text_of(said), format!("{DRAFT}{rest}"));
    assert_eq!(about.attributes(".lacks-translation a", "href"), ["/ja/about/", "/en/about/"]);
    assert_eq!(about.attributes(".lacks-translation a", "hreflang"), ["ja", "en"]);
    let home = files.page("/ar/");
    assert!(text_of(home.one(".lacks-translation")).starts_with(DRAFT));
    let news = files.page("/ar/notices/news/").texts(".lacks-translation").concat();
    assert!(news.contains("look at this page in Japanese. "), "it leads to what is written: {news}");
    for page in files.pages().iter().filter(|page| page.address != "/") {
        let is_said = page.texts(".lacks-translation").concat().contains("draft");
        assert_eq!(
            is_said,
            page.address.starts_with("/ar/") && page.all("meta[http-equiv=refresh]").is_empty(),
            "{}",
            page.address
        );
    }
}

#[test]
fn words_of_the_generator_that_a_language_lacks_are_marked_as_what_they_are() {
    let files = three_languages().build();
    let mut borrowed = 0;
    for page in files.pages().iter().filter(|page| page.address.starts_with("/ar/")) {
        for element in
            page.all("body, body *").into_iter().filter(|element| !matches!(element.value().name(), "option" | "title" | "desc"))
        {
            let own = element.children().filter_map(|node| node.value().as_text()).any(|text| text.chars().any(is_japanese));
            if own {
                borrowed += 1;
                assert_eq!(lang_of(element), Some("ja"), "{} on {}", element.html(), page.address);
                assert_ne!(direction_of(element), Some("rtl"), "{} on {}", element.html(), page.address);
            }
        }
        assert_eq!(page.all(".lacks-translation").len(), 1, "{}", page.address);
    }
    assert!(borrowed > 300, "only {borrowed} parts in Japanese");
    for (path, bytes) in &files.files {
        let marks = bytes.windows(3).filter(|three| *three == [0xF4, 0x8F, 0xBC]).count();
        assert_eq!(marks, 0, "{path} holds marks that are for the generator alone");
    }
}

/// Kana, or a character that both Japanese and Chinese write.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}')
}

#[test]
fn every_japanese_word_on_a_page_of_another_language_is_marked_as_japanese() {
    let files = with_all_words().build();
    let mut marked = 0;
    for page in files.pages().iter().filter(|page| page.address.starts_with("/ar/") || page.address.starts_with("/en/")) {
        for element in page.all("body, body *") {
            let own = element.children().filter_map(|node| node.value().as_text()).any(|text| text.chars().any(is_japanese));
            if own {
                marked += 1;
                let language = lang_of(element);
                assert_eq!(language, Some("ja"), "{} on {}", element.html(), page.address);
                assert_ne!(direction_of(element), Some("rtl"), "{} on {}", element.html(), page.address);
            }
        }
    }
    assert!(marked > 60, "only {marked} parts in Japanese");
}

/// A site in these languages, with one hospital named in some.
fn named_in(languages: &str, names: &str) -> Published {
    Project::empty()
        .file("content/site.yaml", format!("title: {{ja: 案内}}\nlanguages: {languages}\nbase_url: https://example.org/\n"))
        .file("content/pages/index.ja.md", "# 案内\n\n案内です。\n")
        .file("content/hospitals/minato.yaml", format!("name: {names}\n"))
        .build()
}

#[test]
fn what_is_missing_comes_from_the_nearest_language_that_the_reader_may_know() {
    let (all, some) = ("ja: 見本病院", "en: Sample Hospital");
    for (languages, names, folder, title, tag) in [
        // English where the site has it, else the source.
        ("[ja, en, vi]", format!("{{{all}, {some}}}"), "vi", "Sample Hospital", "en"),
        ("[ja, vi]", format!("{{{all}}}"), "vi", "見本病院", "ja"),
        // The site's own order counts where it declares one.
        ("[ja, en, {tag: vi, fallback: [ja]}]", format!("{{{all}, {some}}}"), "vi", "見本病院", "ja"),
        // Parents in CLDR are one's own language; never another script.
        ("[ja, en, zh-TW]", format!("{{{all}, {some}, zh-Hant: 範例醫院}}"), "zh-tw", "範例醫院", "zh-TW"),
        ("[ja, en, zh, zh-TW]", format!("{{{all}, {some}, zh: 示例医院}}"), "zh-tw", "Sample Hospital", "en"),
        ("[ja, en, zh, zh-CN]", format!("{{{all}, {some}, zh: 示例医院}}"), "zh-cn", "示例医院", "zh-CN"),
        ("[ja, en, zh-CN]", format!("{{{all}, {some}, zh-Hans: 示例医院}}"), "zh-cn", "示例医院", "zh-CN"),
        ("[ja, en, pt-AO]", format!("{{{all}, {some}, pt-PT: Hospital Exemplo}}"), "pt-ao", "Hospital Exemplo", "pt-AO"),
        ("[ja, en, nb]", format!("{{{all}, {some}, no: Eksempelsykehus}}"), "nb", "Eksempelsykehus", "nb"),
        // Then other languages of the site in the same language and script.
        ("[ja, en, zh-TW, zh-HK]", format!("{{{all}, {some}, zh-TW: 範例醫院}}"), "zh-hk", "範例醫院", "zh-TW"),
        ("[ja, en, ja-x-easy]", format!("{{{all}, {some}}}"), "ja-x-easy", "見本病院", "ja"),
    ] {
        let files = named_in(languages, &names);
        let page = files.page(&format!("/{folder}/hospitals/minato/"));
        let heading = page.one("h1");
        assert_eq!((text_of(heading).as_str(), lang_of(heading)), (title, Some(tag)), "{languages} {names}");
    }
}

/// The direction that an element is written in: its own `dir` (`direction` in a drawing), or that of the nearest around it.
fn direction_of(element: ElementRef<'_>) -> Option<&str> {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    std::iter::once(element).chain(around).find_map(|element| element.value().attr("direction").or(element.value().attr("dir")))
}

#[test]
fn a_page_that_is_not_translated_points_to_the_one_that_is_real() {
    let files = three_languages().build();
    let sitemap = files.text("sitemap.xml");
    let untranslated = ["/hospitals/tsukuba/", "/about/", "/journeys/route/"];
    for path in untranslated {
        let page = files.page(&format!("/ar{path}"));
        assert_eq!(page.attribute("link[rel=canonical]", "href"), format!("https://example.org/ja{path}"));
        assert!(page.alternates().is_empty(), "{} has {:?}", page.address, page.alternates());
        assert!(!sitemap.contains(&format!("https://example.org/ar{path}")), "/ar{path} is in the sitemap");
        for language in ["ja", "en"] {
            let page = files.page(&format!("/{language}{path}"));
            assert_eq!(page.attribute("link[rel=canonical]", "href"), format!("https://example.org/{language}{path}"));
            assert_eq!(page.alternates().into_keys().collect::<Vec<_>>(), ["en", "ja", "x-default"], "{}", page.address);
            assert!(sitemap.contains(&format!("<loc>https://example.org/{language}{path}</loc>")));
        }
        // Readers are still led to it.
        assert!(files.page(&format!("/ja{path}")).attributes("nav.languages a", "href").contains(&format!("/ar{path}").as_str()));
    }
    // In one language alone: nothing to choose from.
    for language in ["ja", "en", "ar"] {
        let page = files.page(&format!("/{language}/notices/news/"));
        assert!(page.alternates().is_empty(), "{}", page.address);
        assert_eq!(page.attribute("link[rel=canonical]", "href"), "https://example.org/ja/notices/news/");
        assert_eq!(sitemap.contains(&format!("<loc>https://example.org/{language}/notices/news/</loc>")), language == "ja");
    }
    assert!(!files.text("ar/feed.xml").contains("<entry>") && !files.text("en/feed.xml").contains("<entry>"));
    assert!(files.text("ja/feed.xml").contains("<title>日本語だけのお知らせ</title>"));
}

#[test]
fn translations_name_each_other_and_the_source_as_the_default() {
    let files = three_languages().build();
    let heads: Vec<Page> = files.pages();
    let heads: BTreeMap<String, BTreeMap<&str, &str>> =
        heads.iter().map(|page| (format!("https://example.org{}", page.address), page.alternates())).collect();
    for path in ["/hospitals/kanazawa/", "/hospitals/", "/prefectures/ibaraki/", "/"] {
        let default = if path == "/" { "https://example.org/".to_owned() } else { format!("https://example.org/ja{path}") };
        let (ar, en, ja) = (
            format!("https://example.org/ar{path}"),
            format!("https://example.org/en{path}"),
            format!("https://example.org/ja{path}"),
        );
        let expected = BTreeMap::from([("ar", &*ar), ("en", &*en), ("ja", &*ja), ("x-default", &*default)]);
        for address in [&ar, &en, &ja] {
            assert_eq!(heads[address], expected, "{address}");
        }
    }
    assert_eq!(heads["https://example.org/"].len(), 4);
    for (address, alternates) in &heads {
        for href in alternates.values() {
            assert_eq!(&heads[*href], alternates, "{address} names {href}, which does not agree");
        }
    }
}

#[test]
fn the_entrance_offers_a_home_page_that_is_not_translated_but_names_it_no_translation() {
    let files = three_languages().without("content/pages/index.ar.md").build();
    let page = files.page("/");
    assert_eq!(page.attributes("main a", "href"), ["/ja/", "/en/", "/ar/"]);
    assert_eq!(page.alternates().into_keys().collect::<Vec<_>>(), ["en", "ja", "x-default"]);
    assert_eq!(files.page("/ar/").attribute("link[rel=canonical]", "href"), "https://example.org/ja/");
    assert!(files.page("/ar/").alternates().is_empty());
}

#[test]
fn headings_have_the_ids_of_the_source_language_in_every_language() {
    let files = three_languages().build();
    let ids = |address: &str| -> Vec<String> {
        files.page(address).attributes(".prose h2", "id").into_iter().map(str::to_owned).collect()
    };
    assert_eq!(ids("/ja/hospitals/kanazawa/"), ["units", "交通"]);
    for address in ["/en/hospitals/kanazawa/", "/ar/hospitals/kanazawa/"] {
        assert_eq!(ids(address), ["units", "交通"], "{address}");
    }
    assert_eq!(ids("/ar/about/"), ["aim", "連絡先"]);
    assert!(files.page("/en/about/").attributes(".prose a", "href").contains(&"#aim"));
}

/// Terms with names whose order differs from one language to the next, and from that of their bytes.
fn sorted(language: &str, names: &[(&str, &str)]) -> Vec<String> {
    let mut site = Project::empty().file(
        "content/site.yaml",
        format!("title: {{{language}: T}}\nlanguages: [{{tag: {language}, name: X}}]\nbase_url: https://example.org/\n"),
    );
    for (number, (name, reading)) in names.iter().enumerate() {
        let reading = if reading.is_empty() { String::new() } else { format!("reading: {reading}\n") };
        let text = format!("name: {{{language}: {name}}}\n{reading}definition: {{{language}: D}}\n");
        site = site.file(&format!("content/terms/t{number}.yaml"), text);
    }
    site.build().page(&format!("/{language}/terms/")).texts(".card > .name > a")
}

#[test]
fn lists_are_sorted_as_readers_of_each_language_expect() {
    let latin = [("zebra", ""), ("Ärmel", ""), ("apple", ""), ("Banana", "")];
    assert_eq!(sorted("en", &latin), ["apple", "Ärmel", "Banana", "zebra"]);
    assert_eq!(sorted("sv", &latin), ["apple", "Banana", "zebra", "Ärmel"], "Swedish sorts ä after z");
    let kanji = [("筑波", "つくば"), ("金沢", "かなざわ"), ("秋田", "あきた"), ("群馬", "ぐんま"), ("カナダ", "")];
    assert_eq!(sorted("ja", &kanji), ["秋田", "金沢", "カナダ", "群馬", "筑波"]);
    assert_eq!(sorted("ar", &[("تدريب", ""), ("أجر", ""), ("بلد", "")]), ["أجر", "بلد", "تدريب"]);
}

#[test]
fn dates_and_amounts_are_written_as_in_each_language() {
    let files = three_languages().build();
    let written = |language: &str| {
        let schedule = files.page(&format!("/{language}/schedules/training/"));
        let fee = files.page(&format!("/{language}/fees/training/"));
        let times = schedule.texts("main time[datetime='2023-11-14T12:00+09:00']");
        (times[0].clone(), text_of(fee.one(".money")))
    };
    assert_eq!(written("ja"), ("2023年11月14日（火）正午".into(), "月額1,234,567円".into()));
    assert_eq!(written("en"), ("Tue 14 November 2023, 12:00 noon JST".into(), "¥1,234,567 per month".into()));
    let (time, amount) = written("ar");
    assert!(time.contains("الثلاثاء") && time.contains("نوفمبر"), "{time}");
    assert!(!time.contains('年') && amount.contains("1,234,567"), "{time} {amount}");
}

#[test]
fn a_sites_own_words_are_used_in_templates_lists_and_formats() {
    let files = three_languages()
        .file(
            "locales/ar/formats.ftl",
            "formats_language = ar\nmoney_yen = { $number } ين\nmoney_per_month = { $money } في الشهر\nlanguage_ja = اليابانية\n",
        )
        .file("locales/en/words.ftl", "kinds_hospitals = Clinics\n")
        .build();
    assert_eq!(text_of(files.page("/ar/fees/training/").one(".money")), "1,234,567 ين في الشهر");
    assert_eq!(files.page("/ar/hospitals/tsukuba/").texts(".lacks-translation"), ["متاح فقط: اليابانية"]);
    assert_eq!(text_of(files.page("/ar/hospitals/").one("h1")), "المستشفيات");
    assert_eq!(text_of(files.page("/en/hospitals/").one("h1")), "Clinics", "a site's file takes the place of built-in words");
    assert_eq!(text_of(files.page("/ja/hospitals/").one("h1")), "病院");
    let menu = files.page("/ar/").texts("nav.menu a");
    assert!(menu.contains(&"المستشفيات".to_owned()), "{menu:?}");
}

/// A site in Japanese and Brazilian Portuguese, whose texts are tagged Portuguese.
fn with_region() -> Project {
    Project::empty()
        .file(
            "content/site.yaml",
            "title: {ja: 案内, pt: Guia}\nlanguages:\n  - {tag: ja, name: 日本語}\n  - {tag: pt-br, name: Português}\nbase_url: https://example.org/guide/\n",
        )
        .file("locales/pt/reader.ftl", "kinds_terms = Glossário\nuntranslated_notice = só em { $languages }\n")
        .file("locales/pt-BR/reader.ftl", "crumb_home = Início\n")
        .file("content/pages/index.ja.md", "# 案内\n\n[[term/internship]]\n")
        .file("content/pages/index.pt.md", "# Guia\n\n[[term/internship]]\n\n[Estágio](/pt-br/terms/internship/)\n")
        .file("content/terms/internship.yaml", "name: {ja: 実習, pt: Estágio}\ndefinition: {ja: 説明, pt: Sentido, pt-BR: Sentido daqui}\n")
        .file("content/terms/own.yaml", "name: {pt: Só em português}\ndefinition: {pt: Sentido}\naliases: [/terms/old/]\n")
}

#[test]
fn a_language_with_a_region_takes_the_texts_of_its_language_as_its_own() {
    let files = with_region().build();
    let page = files.page("/pt-br/terms/internship/");
    assert_eq!(page.attribute("html", "lang"), "pt-BR");
    assert_eq!(text_of(page.one("h1")), "Estágio");
    assert!(
        !page.texts(".lacks-translation").concat().contains("português"),
        "Portuguese is no foreign language to readers in Brazil"
    );
    assert!(text_of(page.one("main")).contains("Sentido daqui"), "the text for the region comes first");
    assert_eq!(page.texts("nav.crumbs a"), ["Início", "Glossário"], "words of the region, then of the language");
    assert_eq!(text_of(files.page("/pt-br/").one("h1")), "Guia");
}

#[test]
fn a_tag_with_a_region_is_lower_case_in_addresses_and_as_it_is_in_hreflang() {
    let files = with_region().build();
    assert!(files.files.keys().all(|path| *path == path.to_lowercase()), "{:?}", files.files.keys());
    for path in ["/terms/internship/", "/terms/"] {
        let alternates = files.page(&format!("/pt-br{path}"));
        let alternates = alternates.alternates();
        assert_eq!(alternates["pt-BR"], format!("https://example.org/guide/pt-br{path}"));
        assert_eq!(alternates["ja"], format!("https://example.org/guide/ja{path}"));
    }
    assert!(
        files
            .text("pt-br/feed.xml")
            .contains("rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/guide/pt-br/feed.xml\"")
    );
    assert_eq!(files.page("/").attributes("main a", "href"), ["/guide/ja/", "/guide/pt-br/"]);
    assert_eq!(files.page("/pt-br/").attributes("main p a", "href"), ["/guide/pt-br/terms/internship/"; 2]);
    assert!(files.has("/pt-br/terms/old/"));
    for page in files.pages() {
        for href in page.attributes("[href^='/']", "href") {
            assert_eq!(href, href.to_lowercase(), "{}", page.address);
        }
    }
}

#[test]
fn a_record_in_another_language_than_the_source_is_canonical_there() {
    let files = with_region().build();
    for language in ["ja", "pt-br"] {
        let page = files.page(&format!("/{language}/terms/own/"));
        assert_eq!(page.attribute("link[rel=canonical]", "href"), "https://example.org/guide/pt-br/terms/own/");
    }
    let page = files.page("/ja/terms/own/");
    assert_eq!(lang_of(page.one("h1")), Some("pt"));
    assert!(page.texts(".lacks-translation").concat().contains("ポルトガル語"));
    assert!(!files.text("sitemap.xml").contains("/ja/terms/own/"));
}

#[test]
fn a_broken_site_file_makes_no_language_of_a_text_wrong() {
    let whole = std::fs::read_to_string(three_languages().path("content/site.yaml")).unwrap();
    let broken = ["", "title: {ja: x", &whole.replace("tag: en", "tag: en_x"), &whole.replace("languages:", "langauges:")];
    for text in broken {
        let findings = three_languages().file("content/site.yaml", text).findings();
        let errors: Vec<_> = findings.iter().filter(|finding| finding.text("severity") == "error").collect();
        let elsewhere = errors.iter().find(|finding| finding.place().1 != "content/site.yaml");
        assert!(!errors.is_empty() && elsewhere.is_none(), "{text:?}: {elsewhere:?}");
        assert!(findings.iter().all(|finding| finding.text("code") != "missing-translation"), "{text:?}");
    }
    let findings = three_languages().without("content/site.yaml").findings();
    let errors = findings.iter().filter(|finding| finding.text("severity") == "error");
    assert_eq!(errors.map(|finding| finding.text("code")).collect::<Vec<_>>(), ["missing-site-file"]);
}

#[test]
fn a_text_in_no_language_of_the_site_is_an_error_at_its_place() {
    let site =
        with_region().file("content/terms/other.yaml", "name: {ja: 用語, fr: Terme}\ndefinition: {ja: 説明, pt: Sentido}\n");
    let run = site.annai(["check", "--format", "json", "--lang", "en"]).run().exits(1);
    let findings = run.findings();
    let errors: Vec<_> = findings.iter().filter(|finding| finding.text("severity") == "error").collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].place(), ("bad-language", "content/terms/other.yaml", 1, 16));
}

#[test]
fn a_site_in_one_language_has_no_switch_and_no_alternates() {
    let site = Project::empty()
        .file("content/site.yaml", "title: {fr: Guide}\nlanguages: [{tag: fr, name: Français}]\nbase_url: https://example.org/\n")
        .file("content/pages/index.fr.md", "# Bonjour\n\nTexte.\n");
    let files: Published = site.build();
    for address in ["/", "/fr/"] {
        let page = files.page(address);
        assert!(page.all("nav.languages").is_empty() && page.alternates().is_empty(), "{address}");
        assert_eq!(page.attribute("html", "lang"), "fr");
    }
    assert!(!files.text("sitemap.xml").contains("hreflang"));
}

#[test]
fn a_tab_is_in_one_language_and_says_which() {
    let files = nine_languages();
    let tab = |address: &str| {
        let page = files.page(address);
        (page.texts("head title").concat(), page.one("head title").value().attr("lang").map(ToOwned::to_owned))
    };
    let own = |words: &str| (words.to_owned(), None);
    let told = |words: &str, lang: &str| (words.to_owned(), Some(lang.to_owned()));
    assert_eq!(tab("/vi/about/"), own("Về trang này | Hướng dẫn tu nghiệp mẫu"));
    assert_eq!(tab("/vi/living/"), told("暮らし | 見本の研修案内", "ja"));
    assert_eq!(tab("/fr/about/"), told("About this site | Sample guide to training", "en"));
    // Not the record's words, but those of the generator are not there in French and Arabic.
    assert_eq!(tab("/ar/programs/"), told("Programs | Sample guide to training", "en"));
    assert_eq!(tab("/fr/"), own("Guide de formation (exemple)"));
    assert_eq!(tab("/ja-x-easy/notices/briefing/"), told("日本語だけのお知らせ | 見本の研修案内", "ja"));
}

#[test]
fn words_that_a_language_lacks_are_told_at_its_tag_until_all_are_there() {
    let lacking = |site: &Project| {
        let findings = site.findings();
        let found = findings.iter().filter(|finding| finding.text("code") == "missing-words");
        found
            .map(|finding| (finding.text("path").to_owned(), finding.0["line"].as_u64(), finding.text("message").to_owned()))
            .collect::<Vec<_>>()
    };
    let [(path, line, message)] = &lacking(&three_languages())[..] else { panic!("one remark is enough") };
    assert_eq!((path.as_str(), *line), ("content/site.yaml", Some(5)));
    assert!(message.contains("“ar”") && message.contains("words for readers are missing"), "{message}");
    let whole = ["calendar", "data", "formats", "reader"].into_iter().fold(three_languages(), |site, name| {
        let words = std::fs::read_to_string(repository().join(format!("locales/en/{name}.ftl"))).unwrap();
        site.file(&format!("locales/ar/{name}.ftl"), words)
    });
    assert_eq!(lacking(&whole), [], "words for editors are no business of readers");
}

/// A site in nine languages, each of which has another part: `tests/sites/languages`.
fn nine_languages() -> Published {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("public");
    let run = Annai::new(&repository().join("tests/sites/languages")).args([
        "build",
        "--as-of",
        AS_OF,
        "--out",
        folder.to_str().unwrap(),
    ]);
    run.run().exits(0);
    Published::read(&folder)
}

/// Is a text written in a script of that language?
fn fits(text: &str, language: &str) -> bool {
    let has = |from: char, to: char| text.chars().any(|c| (from..=to).contains(&c));
    let kana = has('\u{3041}', '\u{30FA}');
    let han = has('\u{4E00}', '\u{9FFF}');
    let arabic = has('\u{620}', '\u{64A}');
    // A word of Latin letters, not a code in capitals or a sign such as km.
    let latin =
        text.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 2 && word.chars().all(|c| c.is_ascii_lowercase()));
    match language {
        "ja" | "ja-x-easy" => !arabic && (!latin || kana || han),
        "zh-Hans" | "zh-TW" => !arabic && !kana && (!latin || han),
        "ar" => !kana && !han && (!latin || arabic),
        _ => !kana && !han && !arabic,
    }
}

#[test]
fn every_text_of_a_site_in_many_languages_is_in_the_language_that_it_says() {
    const SAID: [&str; 4] = ["aria-label", "title", "alt", "placeholder"];
    let files = nine_languages();
    let (mut looked, mut attributes, mut wrong) = (0, 0, Vec::new());
    for page in files.pages() {
        for element in page.all("title, body, body *") {
            // Codes are of no language; names of files and of the source's zone stand in all.
            if matches!(element.value().name(), "script" | "style" | "code") {
                continue;
            }
            let language = lang_of(element).unwrap_or_default();
            // What scripts say is in the language that stands beside it.
            let said_in = element.value().attr("data-said-in").unwrap_or(language);
            for name in ["data-count", "data-empty", "data-most", "data-says", "data-done", "data-on"] {
                if let Some(text) = element.value().attr(name).filter(|text| !fits(text, said_in)) {
                    wrong.push(format!("{said_in} on {} {name}: {text}", page.address));
                }
            }
            let texts = element.children().filter_map(|node| node.value().as_text()).map(|text| text.trim().to_owned());
            let said = SAID.into_iter().filter_map(|name| element.value().attr(name)).map(str::to_owned);
            attributes += said.clone().count();
            for text in texts.chain(said) {
                looked += 1;
                // The title of a tab is a page's and the site's: no element can stand in it.
                if element.value().name() == "title" && text.contains(" | ") {
                    continue;
                }
                let is_of_all = ["JSON Schema", "ja-x-easy", "Asia/Tokyo", "Mihon"].iter().any(|part| text.contains(part));
                if !is_of_all && !fits(&text, language) {
                    wrong.push(format!("{} on {} <{}>: {text}", language, page.address, element.value().name()));
                }
            }
        }
    }
    assert!(looked > 10_000 && attributes > 1_000, "{looked}, {attributes}");
    assert!(
        wrong.is_empty(),
        "{} texts, such as\n{}",
        wrong.len(),
        wrong.iter().step_by(1 + wrong.len() / 60).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn a_page_in_many_languages_says_once_what_it_lacks_and_which_languages_have_it() {
    let files = nine_languages();
    let said = |address: &str| files.page(address).texts(".lacks-translation");
    assert_eq!(said("/ja/about/"), [""; 0]);
    assert_eq!(said("/vi/living/"), ["Một số phần của trang này chưa được dịch và được hiển thị bằng tiếng Nhật."]);
    assert_eq!(said("/zh-hans/programs/training/"), ["本页有部分内容尚未翻译，以英语显示。"]);
    assert_eq!(
        said("/id/notices/briefing/"),
        ["Sebagian isi halaman ini belum diterjemahkan dan ditampilkan dalam bahasa Jepang dan bahasa Inggris."]
    );
    // French has no words of its own here: they are English, and marked as such.
    assert_eq!(said("/fr/hospitals/mihon/").len(), 1);
    for page in files.pages().iter().filter(|page| page.address != "/") {
        assert!(page.all(".lacks-translation").len() <= 1, "{}", page.address);
        assert_eq!(page.attribute("html", "dir"), if page.address.starts_with("/ar/") { "rtl" } else { "ltr" });
    }
    let page = files.page("/vi/about/");
    let alternates: Vec<&str> = page.alternates().into_keys().collect();
    assert_eq!(alternates, ["ar", "en", "ja", "vi", "x-default"], "what is not translated is no translation");
    let switch = page.all("nav.languages > details > ul > li");
    assert_eq!(switch.len(), 9, "many languages fold into a list");
    let lacking: Vec<&str> = switch
        .iter()
        .filter(|item| text_of(**item).ends_with("chưa dịch"))
        .filter_map(|item| item.child_elements().next()?.value().attr("hreflang"))
        .collect();
    assert_eq!(lacking, ["zh-Hans", "zh-TW", "id", "fr", "ja-x-easy"]);
}

#[test]
fn simplified_chinese_is_compared_with_its_source() {
    // Chinese words for "not", "perhaps" and "only" are not listed, and so not missed either.
    const RIGHT: [(&str, &str); 17] = [
        ("費用は年額30万円です。", "费用为每年30万日元。"),
        ("締切は2026年11月14日（土）の正午です。", "截止时间为2026年11月14日（六）中午。"),
        ("期間は3か月以上6か月以内です。", "期限为3个月以上6个月以内。"),
        ("定員は5名です。", "名额为5人。"),
        ("受付は午後5時までです。", "受理到下午5点为止。"),
        ("2週間以内に届けてください。", "请在2周以内送达。"),
        ("研修は1年間です。", "研修为一年。"),
        ("経験は3年以上必要です。", "需要3年以上的经验。"),
        ("令和6年4月1日に始まります。", "自2024年4月1日开始。"),
        ("料金は15,300円です。", "费用为15300日元。"),
        ("見学では、患者の診療はできません。", "观摩期间不能诊治患者。"),
        ("許可が下りないことがあります。", "许可可能还没有下来。"),
        ("医学生のみ受け入れます。", "只接收医学生。"),
        // 分 is a minute behind an hour, and else a mark.
        ("17時30分まで受け付けます。", "受理到17时30分为止。"),
        ("合格には60点以上が必要です。", "合格需要60分以上。"),
        // 一点 is one o'clock, and a point.
        ("受付は午後1時までです。", "受理到下午一点为止。"),
        ("これは、実地修練が先でなければ成り立ちません。", "只有实地修练在先，才能做到这一点。"),
    ];
    const WRONG: [(&str, &str); 8] = [
        ("費用は年額30万円です。", "费用为每年20万日元。"),
        ("締切は2026年11月14日です。", "截止时间为2026年11月15日。"),
        ("期間は3か月以上6か月以内です。", "期限为3个月以上8个月以内。"),
        ("定員は5名です。", "名额为6人。"),
        ("受付は午後5時までです。", "受理到下午6点为止。"),
        ("料金は15,300円です。", "费用为15300美元。"),
        ("17時30分まで受け付けます。", "受理到17时20分为止。"),
        ("経験は3年以上必要です。", "需要3年以下的经验。"),
    ];
    let found = |pairs: &[(&str, &str)]| -> Vec<String> {
        let site = Project::empty().file(
            "content/site.yaml",
            "title: {ja: 案内, zh-Hans: 指南}\nlanguages: [ja, zh-Hans]\nbase_url: https://example.org/\n",
        );
        let site = pairs.iter().enumerate().fold(site, |site, (number, (ja, zh))| {
            let record = format!("name: {{ja: 病院甲, zh-Hans: 医院甲}}\nsummary:\n  ja: {ja}\n  zh-Hans: {zh}\n");
            site.file(&format!("content/hospitals/h{number}.yaml"), record)
        });
        let disagree = ["languages-disagree", "comparison-differs", "sense-differs"];
        let findings = site.findings().into_iter().filter(|finding| disagree.contains(&finding.text("code")));
        findings.map(|finding| finding.text("path").to_owned()).collect()
    };
    assert_eq!(found(&RIGHT), [""; 0], "what says the same");
    let wrong = found(&WRONG);
    let missed: Vec<_> =
        (0..WRONG.len()).filter(|number| !wrong.contains(&format!("content/hospitals/h{number}.yaml"))).collect();
    assert!(missed.is_empty(), "not found: {missed:?}");
}
