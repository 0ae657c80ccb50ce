//! Small sites for what the guide does not have: former addresses, long lists, drafts, images.

use std::collections::BTreeSet;
use std::fs;

use super::{Guide, check_links, child, is_hidden};
use crate::support::{Project, Published, text_of};

/// The links of a small site.
fn check_small(files: &Published, base: &'static str) {
    check_links(&Guide { base, files: Published { files: files.files.clone() } });
}

#[test]
fn a_former_address_leads_to_the_page_of_today() {
    let site = Project::init().edit(
        "content/hospitals/example-hospital.yaml",
        "prefecture: ibaraki",
        "aliases: [/hospitals/old-name/]\nprefecture: ibaraki",
    );
    let files = site.build_with(["--base-url", "https://example.org/guide/"]);
    let stubs = [("/ja/hospitals/old-name/", "ja"), ("/en/hospitals/old-name/", "en"), ("/hospitals/old-name/", "ja")];
    let redirects: Vec<&str> = files.text("_redirects").lines().collect();
    assert_eq!(redirects.len(), stubs.len());
    for (address, language) in stubs {
        let target = format!("/guide/{language}/hospitals/example-hospital/");
        let stub = files.page(address);
        assert_eq!(stub.attribute("meta[http-equiv=refresh]", "content"), format!("0; url={target}"), "{address}");
        assert_eq!(stub.attribute("link[rel=canonical]", "href"), format!("https://example.org{target}"), "{address}");
        assert_eq!(stub.attribute("body a", "href"), target, "{address}");
        assert_eq!(stub.attribute("html", "lang"), language, "{address}");
        assert!(is_hidden(&stub), "{address}");
        let line = format!("/guide{address} {target} 301");
        assert!(redirects.contains(&line.as_str()), "{line} in {redirects:?}");
    }
    assert!(!files.text("sitemap.xml").contains("old-name"));
    check_small(&files, "/guide/");
}

#[test]
fn without_former_addresses_there_is_no_file_of_redirects() {
    assert!(!Project::init().build().files.contains_key("_redirects"));
}

#[test]
fn a_long_list_goes_on_at_page_2_and_names_every_record_once() {
    let mut site = Project::init().edit("content/site.yaml", "base_url:", "page_size: 4\nbase_url:");
    for number in 1..=10 {
        let text = format!("name: {{ja: 用語{number}, en: Term {number}}}\ndefinition: {{ja: 説明, en: Meaning}}\n");
        site = site.file(&format!("content/terms/term-{number}.yaml"), text);
    }
    let files = site.build();
    let pages = ["/en/terms/", "/en/terms/page/2/", "/en/terms/page/3/"].map(|address| files.page(address));
    let cards = pages.each_ref().map(|page| page.attributes("main .card > .name > a", "href"));
    assert_eq!(cards.each_ref().map(Vec::len), [4, 4, 2]);
    assert_eq!(cards.iter().flatten().collect::<BTreeSet<_>>().len(), 10);
    assert!(!files.has("/en/terms/page/1/") && !files.has("/en/terms/page/4/"));
    let ends = |rel: &str| pages.each_ref().map(|page| page.attributes(&format!(".pager a[rel={rel}]"), "href").first().copied());
    assert_eq!(ends("next"), [Some("/en/terms/page/2/"), Some("/en/terms/page/3/"), None]);
    assert_eq!(ends("prev"), [None, Some("/en/terms/"), Some("/en/terms/page/2/")]);
    let titles = pages.each_ref().map(|page| text_of(page.one("title")));
    assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), 3, "pages of a list share a title: {titles:?}");
    check_small(&files, "/");
}

#[test]
fn records_are_listed_by_prefecture_specialty_kind_and_state() {
    let files = Project::init().build();
    let hospital = "/en/hospitals/example-hospital/";
    let program = "/en/programs/example-program/";
    let expected = [
        ("/en/prefectures/ibaraki/", vec![hospital, program]),
        ("/en/specialties/surgery/", vec![hospital]),
        ("/en/specialties/internal-medicine/", vec![hospital]),
        ("/en/program-kinds/observation/", vec![program]),
        ("/en/recruitment/upcoming/", vec![program, "/en/schedules/example-program/"]),
    ];
    for (address, records) in expected {
        let mut listed =
            files.page(address).attributes("main .card > .name > a", "href").into_iter().map(str::to_owned).collect::<Vec<_>>();
        listed.sort();
        assert_eq!(listed, records, "{address}");
        let (index, _) = address.trim_end_matches('/').rsplit_once('/').unwrap();
        let index = files.page(&format!("{index}/"));
        assert!(index.attributes("main a", "href").contains(&address), "{address} from {}", index.address);
    }
    check_small(&files, "/");
}

#[test]
fn the_state_of_a_recruitment_follows_the_instant_that_a_build_is_as_of() {
    let site = Project::init();
    let state = |as_of: &str| {
        site.annai(["build", "--as-of", as_of]).run().exits(0);
        let files = Published::read(&site.path("public"));
        let page = files.page("/en/schedules/example-program/");
        let badge = text_of(page.one(".page-head > .badges .badge"));
        assert!(files.page("/en/recruitment/").texts("main .values a").contains(&badge), "{badge}");
        badge
    };
    assert_eq!(state("2029-10-01T11:59:59+09:00"), "Not yet open");
    assert_eq!(state("2029-10-01T12:00:00+09:00"), "Open");
    assert_eq!(state("2029-10-31T11:59:59+09:00"), "Closing soon");
    assert_eq!(state("2029-10-31T12:00:00+09:00"), "Closed");
}

#[test]
fn a_feed_has_notices_and_major_changes_and_no_others() {
    let site = Project::init()
        .file("content/notices/new.yaml", "name: {ja: お知らせ & \\<新>, en: News & \\<new>}\ndate: 2024-05-01\n")
        .file("content/notices/undated.yaml", "name: {ja: 日付なし, en: No date}\ndate: unknown\n")
        .edit(
            "content/hospitals/example-hospital.yaml",
            "prefecture: ibaraki",
            "changes:\n  - {date: 2024-06-01, major: true, note: {ja: 改称, en: Renamed}}\nprefecture: ibaraki",
        )
        .edit(
            "content/programs/example-program.yaml",
            "kind: observation",
            "changes:\n  - {date: 2024-07-01, note: {ja: 誤字, en: Typing error}}\nkind: observation",
        );
    let files = site.build();
    let document = roxmltree::Document::parse(files.text("en/feed.xml")).unwrap();
    let entries = document.descendants().filter(|node| node.tag_name().name() == "entry");
    let found: Vec<_> =
        entries.map(|entry| (child(entry, "title").text().unwrap(), child(entry, "updated").text().unwrap())).collect();
    // Days begin at midnight in Japan.
    assert_eq!(found, [("Example Hospital", "2024-05-31T15:00:00Z"), ("News & <new>", "2024-04-30T15:00:00Z")]);
}

#[test]
fn assets_are_published_at_their_path_and_images_are_described() {
    let picture: &[u8] =
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";
    let site = Project::init()
        .file("content/assets/map.gif", picture)
        .edit("content/pages/index.ja.md", "- 研修", "![地図](../assets/map.gif)\n\n- 研修")
        .edit("content/pages/index.en.md", "- What the", "![A map](/assets/map.gif)\n\n- What the");
    let files = site.build_with(["--base-url", "https://example.org/guide/"]);
    assert_eq!(files.files["assets/map.gif"], picture);
    for (address, text) in [("/ja/", "地図"), ("/en/", "A map")] {
        let page = files.page(address);
        let image = page.one("main img");
        assert_eq!(image.value().attr("src"), Some("/guide/assets/map.gif"), "{address}");
        assert_eq!(image.value().attr("alt"), Some(text), "{address}");
    }
    check_small(&files, "/guide/");
}

#[test]
fn a_draft_has_no_page_and_stands_in_no_list() {
    let site = Project::init().file(
        "content/terms/secret.yaml",
        "name: {ja: 下書き, en: Draft term}\ndefinition: {ja: 説明, en: Meaning}\ndraft: true\n",
    );
    let files = site.build();
    for (path, bytes) in &files.files {
        assert!(!path.contains("secret") && !String::from_utf8_lossy(bytes).contains("Draft term"), "{path}");
    }
}

#[test]
fn where_programs_are_too_many_to_stand_side_by_side_the_schemes_do() {
    let program = |ja: &str, en: &str, more: &str| format!("name: {{ja: {ja}, en: {en}}}\n{more}");
    let mut site = Project::init();
    for number in 1..=2 {
        let path = format!("content/programs/scheme-{number}.yaml");
        site = site.file(&path, program(&format!("制度{number}"), &format!("Scheme {number}"), ""));
    }
    let offering = |number: usize| {
        let more = format!("scheme: program/scheme-{}\nhost: hospital/example-hospital\n", number % 2 + 1);
        (
            format!("content/programs/offering-{number}.yaml"),
            program(&format!("受入れ{number}"), &format!("Offering {number}"), &more),
        )
    };
    for (path, text) in (1..=20).map(offering) {
        site = site.file(&path, text);
    }
    let columns = |files: &Published| files.page("/en/compare/").all("thead [data-program]").len();
    assert!(columns(&site.build()) > 20, "a few stand there all");
    for (path, text) in (21..=70).map(offering) {
        site = site.file(&path, text);
    }
    let files = site.build();
    let schemes = files.page("/en/compare/").attributes("thead [data-program]", "data-program").len();
    assert!((2..10).contains(&schemes), "{schemes}");
    assert!(files.page("/en/compare/").texts(".lead").join(" ").contains("list of programs"));
}

#[test]
fn files_of_the_site_root_are_published_at_the_top() {
    let site = Project::init()
        .file("content/site-root/CNAME", "example.org\r\n")
        .file("content/site-root/google1.html", "google")
        .file("content/site-root/notes.md", b"\xef\xbb\xbf# as it is\r\n")
        .file("content/site-root/.well-known/security.txt", "Contact: mailto:a@example.org\n")
        .file("content/site-root/.env", "SECRET=1")
        .file("content/site-root/.well-known/.git/config", "secret")
        .file("content/site-root/deep/.well-known/x", "x")
        .file("content/assets/_x.css", "a{}")
        .file("content/pages/a.ja.md", "# あ\n\n[印](/CNAME)と[印](/.well-known/security.txt)\n");
    let files = site.build();
    assert_eq!(files.files["CNAME"], b"example.org\r\n");
    assert_eq!(files.files["notes.md"], b"\xef\xbb\xbf# as it is\r\n");
    assert_eq!(files.text("google1.html"), "google");
    assert_eq!(files.text(".well-known/security.txt"), "Contact: mailto:a@example.org\n");
    assert_eq!(files.text(".nojekyll"), "");
    let dotted: Vec<&str> =
        files.files.keys().map(String::as_str).filter(|path| path.split('/').any(|part| part.starts_with('.'))).collect();
    assert_eq!(dotted, [".annai-manifest.json", ".nojekyll", ".well-known/security.txt"]);
    // What the site makes itself stands first.
    for path in ["robots.txt", "sitemap.xml", "_headers", "ja/index.html", "ja", "data", "robots.txt/x"] {
        let site = Project::init().file(&format!("content/site-root/{path}"), "x");
        let found = site.annai(["check", "--format", "json"]).run().exits(1).findings();
        assert!(found.iter().any(|finding| finding.text("code") == "clashing-address"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_well_known_that_is_a_link_is_left_out() {
    let site = Project::init().file("content/assets/secret/token", "t");
    fs::create_dir_all(site.path("content/site-root")).unwrap();
    std::os::unix::fs::symlink("../assets/secret", site.path("content/site-root/.well-known")).unwrap();
    assert!(!site.build().files.contains_key(".well-known/token"));
}

#[test]
fn names_with_characters_that_end_an_address_are_linked_to() {
    let files = Project::init()
        .file("content/assets/様式#1.pdf", "1")
        .file("content/assets/q?.pdf", "2")
        .file("content/assets/50%25.pdf", "3")
        .file(
            "content/pages/f.ja.md",
            "# 様式\n\n[様式](/assets/様式%231.pdf)、[問](/assets/q%3F.pdf)、[半](/assets/50%2525.pdf)\n",
        )
        .build();
    let page = files.page("/ja/f/");
    for href in ["/assets/%E6%A7%98%E5%BC%8F%231.pdf", "/assets/q%3F.pdf", "/assets/50%2525.pdf"] {
        assert!(page.attributes("main a", "href").iter().any(|found| found.ends_with(href)), "{href}");
    }
}

#[test]
fn an_existing_site_can_be_moved_here_with_its_addresses() {
    let aliases = "aliases: [/hospitals/old.html, /guide/index.php, /form.pdf, /昔/, /%E5%8F%A4/x.htm]\nprefecture: ibaraki";
    let site = Project::init().edit("content/hospitals/example-hospital.yaml", "prefecture: ibaraki", aliases);
    let files = site.build_with(["--base-url", "https://example.org/guide/"]);
    for path in ["hospitals/old.html", "ja/hospitals/old.html", "en/古/x.htm", "昔/index.html"] {
        assert!(files.text(path).contains("/hospitals/example-hospital/"), "{path}");
    }
    assert!(!files.files.keys().any(|path| path.ends_with(".php") || path.ends_with("form.pdf")));
    let redirects = files.text("_redirects");
    assert!(redirects.is_ascii(), "{redirects}");
    for line in [
        "/guide/guide/index.php /guide/ja/hospitals/example-hospital/ 301",
        "/guide/en/form.pdf /guide/en/hospitals/example-hospital/ 301",
        "/guide/hospitals/old.html /guide/ja/hospitals/example-hospital/ 301",
        "/guide/%E6%98%94/ /guide/ja/hospitals/example-hospital/ 301",
        "/guide/en/%E5%8F%A4/x.htm /guide/en/hospitals/example-hospital/ 301",
    ] {
        assert!(redirects.lines().any(|found| found == line), "{line} in {redirects}");
    }
    assert_eq!(redirects.lines().count(), 15);
    let site = Project::init().edit(
        "content/hospitals/example-hospital.yaml",
        "prefecture: ibaraki",
        "aliases: [/ja/old/]\nprefecture: ibaraki",
    );
    let found = site.annai(["check", "--format", "json", "--lang", "en"]).run().exits(1).findings();
    assert!(
        found.iter().any(|finding| finding.text("code") == "bad-address" && finding.text("message").contains("“ja”")),
        "{found:?}"
    );
}

#[test]
fn the_date_of_a_page_in_the_sitemap_is_a_full_one_or_none() {
    for (date, told) in [("2022-07", None), ("2022-07-05", Some("2022-07-05")), ("2022", None)] {
        let changed = format!("changes: [{{date: {date}, major: true, note: {{ja: 改, en: Changed}}}}]\n");
        let term = format!("name: {{ja: 用語, en: Term}}\ndefinition: {{ja: 例, en: An example}}\n{changed}");
        let sitemap = Project::init().file("content/terms/t.yaml", term).build().text("sitemap.xml").to_owned();
        let url = sitemap.lines().find(|line| line.contains("<loc>https://example.org/ja/terms/t/</loc>")).unwrap().to_owned();
        let written = url.split("<lastmod>").nth(1).map(|rest| rest.split('<').next().unwrap().to_owned());
        assert_eq!(written.as_deref(), told, "{date}");
    }
}

#[test]
fn links_to_the_sites_own_address_are_links_of_the_site() {
    let page = |target: &str| {
        let text = format!("# 頁\n\n[言葉]({target})\n");
        Project::init().file("content/pages/a.ja.md", &text).file("content/pages/a.en.md", text.replace('頁', "Page"))
    };
    let codes = |target: &str| -> BTreeSet<String> {
        let findings = page(target).findings();
        let broken = findings.iter().filter(|finding| finding.text("code") == "broken-link");
        broken.map(|finding| finding.text("severity").to_owned()).collect()
    };
    for good in
        ["https://example.org/ja/programs/example-program/", "https://example.org", "/programs/example-program/index.html"]
    {
        assert!(codes(good).is_empty(), "{good}: {:?}", codes(good));
    }
    assert_eq!(codes("https://example.org/en/nothere/"), ["warning".to_owned()].into());
    for bad in ["http://", "https:///x", "https://?x"] {
        assert_eq!(codes(bad), ["error".to_owned()].into(), "{bad}");
    }
    assert!(codes("https://example.org.evil.example/en/nothere/").is_empty());
}

#[test]
fn a_page_that_many_link_to_in_vain_is_looked_for_once() {
    let mut project = Project::init();
    for number in 0..400 {
        let text = format!(
            "name: {{ja: 用語{number}, en: Term {number}}}\nsummary: {{ja: '[甲](/programs/exampel-program/)', en: X}}\n"
        );
        project = project.file(&format!("content/terms/term-{number}.yaml"), text);
    }
    let findings = project.findings();
    let helped = findings
        .iter()
        .filter(|finding| finding.text("code") == "broken-link" && finding.text("help").contains("/programs/example-program/"));
    assert_eq!(helped.count(), 400);
}

#[test]
fn an_address_with_a_query_and_apache_are_served_too() {
    let aliases = "aliases: [/page.php?id=3, /list/?kind=a&no=1.2, '/?p=7', /昔/]\nprefecture: ibaraki";
    let site = Project::init().edit("content/hospitals/example-hospital.yaml", "prefecture: ibaraki", aliases).edit(
        "content/site.yaml",
        "base_url:",
        "htaccess: true\nbase_url:",
    );
    let files = site.build_with(["--base-url", "https://example.org/guide/"]);
    assert!(!files.files.keys().any(|path| path.contains('?') || path.starts_with("list/")));
    let redirects = files.text("_redirects");
    let netlify = "/guide/list/ kind=a no=1.2 /guide/ja/hospitals/example-hospital/ 301";
    assert!(redirects.lines().any(|line| line == netlify), "{redirects}");
    // Cloudflare takes two or three words for a rule, and passes the others over.
    let rules = redirects.lines().filter(|line| line.split(' ').count() <= 3);
    assert!(rules.clone().count() > 0 && rules.clone().all(|line| line.contains("%E6%98%94")), "{redirects}");
    let apache = files.text(".htaccess");
    for lines in [
        "ErrorDocument 404 /guide/404.html\n",
        "RewriteCond %{QUERY_STRING} ^id=3$\nRewriteRule ^page\\.php$ /guide/ja/hospitals/example-hospital/ [R=301,L,QSD,NE]\n",
        "RewriteCond %{QUERY_STRING} ^kind=a&no=1\\.2$\nRewriteRule ^en/list/$ /guide/en/hospitals/example-hospital/ [R=301,L,QSD,NE]\n",
        "RewriteCond %{QUERY_STRING} ^p=7$\nRewriteRule ^$ /guide/ja/hospitals/example-hospital/ [R=301,L,QSD,NE]\n",
        "RewriteRule ^昔/$ /guide/ja/hospitals/example-hospital/ [R=301,L,QSD,NE]\n",
    ] {
        assert!(apache.contains(lines), "{lines} in {apache}");
    }
    assert!(!Project::init().build().files.contains_key(".htaccess"));
    for bad in ["/page.php?", "/page.php?id", "/page.php?id=a b", "/x?id=3", "/page.php?id=3&"] {
        let site = Project::init().edit(
            "content/hospitals/example-hospital.yaml",
            "prefecture: ibaraki",
            &format!("aliases: ['{bad}']\nprefecture: ibaraki"),
        );
        assert!(site.findings().iter().any(|finding| finding.text("code") == "bad-address"), "{bad}");
    }
}

#[test]
fn programs_are_filtered_by_practice_and_age_as_readers_have_them() {
    let program = |name: &str, fields: &str| format!("name: {{ja: {name}, en: {name}}}\n{fields}\n");
    let site = Project::init()
        .file("content/programs/a.yaml", program("A", "practice: 2年以上\nage: 35歳以下"))
        .file("content/programs/b.yaml", program("B", "practice: 5年以上\nage: 18〜40歳"))
        .file("content/programs/c.yaml", program("C", "practice: unknown"));
    let files = site.build();
    let page = files.page("/en/programs/");
    let facets = |name: &str| {
        let card = page.all("li.card").into_iter().find(|card| card.text().collect::<String>().starts_with(name)).unwrap();
        let all = card.value().attr("data-facets").unwrap_or_default().to_owned();
        all.split(' ')
            .filter(|value| value.starts_with("practice/") || value.starts_with("age/"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    // Whoever has practised for five years can take both; at 18 and at 35, too; at 40 the second alone.
    assert_eq!(facets("A"), ["practice/P2Y", "practice/P5Y", "age/18", "age/35"]);
    assert_eq!(facets("B"), ["practice/P5Y", "age/18", "age/35", "age/40"]);
    assert_eq!(facets("C"), [""; 0]);
    let text = files.text("en/programs/index.html");
    for words in ["Your years of practice", "Your age", "2 years", "5 years"] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!site.path("public/en/practice").exists() && !site.path("public/en/age").exists(), "they have no pages");
}
