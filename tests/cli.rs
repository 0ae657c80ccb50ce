//! The command line: exit codes, what is said where, options, and folders that are refused.

mod beginning;
mod formats;
mod publishing;
mod renaming;
mod sheets;

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;

use annai::check::catalogue;

use crate::support::{AS_OF, Project, Published, read_tree};

/// A site with one warning: a translation is missing.
fn with_warning() -> Project {
    Project::init().file("content/terms/term.yaml", "name: {ja: 用語}\ndefinition: {ja: 説明, en: Meaning}\n")
}

/// A site with one error, `unknown-word` at 4:13, in the fourth line of a file.
fn with_error() -> Project {
    Project::init().edit("content/hospitals/example-hospital.yaml", "prefecture: ibaraki", "prefecture: ibarki")
}

// Exit codes, and what is said

#[test]
fn no_errors_are_0() {
    for site in [Project::init(), with_warning()] {
        site.annai(["check"]).run().exits(0);
        site.annai(["build"]).run().exits(0);
        assert!(site.path("public/ja/index.html").is_file());
    }
}

#[test]
fn errors_are_1_and_nothing_is_published() {
    let site = with_error();
    site.annai(["check"]).run().exits(1);
    site.annai(["build"]).run().exits(1).complains("Nothing was published");
    assert!(!site.path("public").exists());
    let mended = site.edit("content/hospitals/example-hospital.yaml", "prefecture: ibarki", "prefecture: ibaraki");
    let before = mended.build();
    let broken = mended.edit("content/hospitals/example-hospital.yaml", "prefecture: ibaraki", "prefecture: ibarki");
    broken.annai(["build"]).run().exits(1);
    assert_eq!(Published::read(&broken.path("public")).files, before.files);
}

#[test]
fn warnings_are_errors_when_strict() {
    let site = with_warning();
    site.annai(["check", "--strict"]).run().exits(1).prints("--strict");
    site.annai(["build", "--strict"]).run().exits(1).complains("--strict");
    assert!(!site.path("public").exists());
    Project::init().annai(["build", "--strict"]).run().exits(0);
}

#[test]
fn wrong_usage_is_2() {
    let site = Project::init();
    let wrong: [&[&str]; 11] = [
        &["biuld"],
        &["build", "--strickt"],
        &["build", "--format", "xml"],
        &["build", "--as-of", "tomorrow"],
        &["check", "--as-of", "2026-13-01"],
        &["build", "--base-url", "example.org"],
        &["build", "--base-url", "javascript:alert(1)"],
        &["build", "surplus"],
        &["-C", "no-such-folder", "build"],
        &["explain", "unknown-wrod"],
        &["init"],
    ];
    for arguments in wrong {
        let run = site.annai(arguments.iter().copied()).run().exits(2);
        assert!(run.stdout.is_empty() && !run.stderr.is_empty(), "{}", run.everything());
    }
    assert!(!site.path("public").exists(), "something was published");
}

#[test]
fn quiet_says_nothing_but_findings() {
    let site = with_warning();
    for command in ["check", "build"] {
        let run = site.annai([command, "--quiet"]).run().exits(0);
        // What a check finds is what it was asked for; a build says what it finds beside what it does.
        let (said, other) = if command == "check" { (&run.stdout, &run.stderr) } else { (&run.stderr, &run.stdout) };
        assert!(said.contains("missing-translation") && other.is_empty(), "{}", run.everything());
        assert!(!said.contains("Problems") && !said.contains("Wrote") && !said.contains("Checked"), "{said}");
        Project::init().annai([command, "-q"]).run().exits(0).says_nothing();
    }
    let folder = Project::empty();
    folder.annai(["init", "site", "--quiet"]).run().exits(0).says_nothing();
    assert!(folder.path("site/content/site.yaml").is_file());
}

#[test]
fn what_a_check_finds_can_be_kept_in_a_file() {
    for (site, code) in [(with_warning(), 0), (with_error(), 1)] {
        let run = site.annai(["check", "--lang", "ja"]).run().exits(code);
        assert!(run.stderr.is_empty() && run.stdout.contains("対処") && run.stdout.contains(" 1 件"), "{}", run.everything());
        assert!(!run.stdout.contains('\x1b'), "{}", run.stdout);
    }
}

#[test]
fn the_sites_folder_is_named_by_either_option_before_or_after_the_command() {
    let folder = Project::empty();
    folder.annai(["init", "my guide", "--quiet"]).run().exits(0);
    for arguments in [["-C", "my guide", "build"], ["--root", "my guide", "build"], ["build", "-C", "my guide"]] {
        folder.annai(arguments).run().exits(0);
        assert!(folder.path("my guide/public/ja/index.html").is_file(), "{arguments:?}");
        fs::remove_dir_all(folder.path("my guide/public")).unwrap();
    }
    folder.annai(["-C", "my guide", "build", "--out", "elsewhere/deep"]).run().exits(0);
    assert!(folder.path("elsewhere/deep/en/index.html").is_file(), "--out starts at the current folder");
}

#[test]
fn a_folder_that_is_no_site_is_said_to_be_none() {
    let folder = Project::empty().file("file", "");
    let no_folder = |lang: &str| folder.annai(["-C", "nowhere", "check", "--lang", lang]).run().exits(2).stderr;
    assert_eq!(no_folder("en"), "The folder nowhere does not exist.\n");
    assert!(no_folder("ja").starts_with("フォルダー nowhere "), "{}", no_folder("ja"));
    folder.annai(["-C", "file", "build"]).run().exits(2).complains("file");
    // A folder without content/ is there, but has no site: a finding.
    let run = folder.annai(["check", "--format", "json"]).run().exits(1);
    assert!(run.findings().iter().any(|finding| finding.text("code") == "no-site"), "{}", run.everything());
}

// Colour and terminals

#[test]
fn there_is_no_colour_and_no_progress_where_output_is_no_terminal() {
    for format in ["human", "short", "json", "github", "sarif"] {
        let run =
            with_error().annai(["build", "--format", format]).env("TERM", "xterm-256color").env("CLICOLOR_FORCE", "0").run();
        assert!(!run.stdout.contains('\x1b') && !run.stderr.contains('\x1b'), "{}", run.everything());
        assert!(!run.stderr.contains('\r'), "{}", run.everything());
    }
    for arguments in [vec!["--help"], vec!["build", "--help"], vec!["biuld"]] {
        let run = Project::empty().annai(arguments).env("TERM", "xterm-256color").run();
        assert!(!run.stdout.contains('\x1b') && !run.stderr.contains('\x1b'), "{}", run.everything());
    }
}

/// What `annai check` writes on a terminal.
#[cfg(target_os = "linux")]
fn on_a_terminal(site: &Project, environment: &[(&str, &str)]) -> String {
    crate::support::terminal::typed(site, &["check", "--lang", "en"], environment, "")
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_there_is_colour_unless_no_color_is_set() {
    let site = with_error();
    let coloured = on_a_terminal(&site, &[]);
    assert!(coloured.contains("\x1b[") && coloured.contains("unknown-word"), "{coloured:?}");
    for environment in [("NO_COLOR", "1"), ("NO_COLOR", "no"), ("TERM", "dumb")] {
        let plain = on_a_terminal(&site, &[environment]);
        assert!(!plain.contains('\x1b') && plain.contains("unknown-word"), "{environment:?}: {plain:?}");
    }
    assert!(on_a_terminal(&site, &[("NO_COLOR", "")]).contains("\x1b["), "no-color.org: an empty one counts as not set");
}

#[test]
fn a_reader_that_goes_away_is_no_problem() {
    let site = with_error();
    for arguments in [vec!["explain"], vec!["check", "--format", "json"], vec!["--help"]] {
        let mut command = site.annai(arguments.iter().copied()).command();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code().is_some() && !said.contains("panicked"), "{arguments:?}: {said}");
    }
}

#[test]
fn annai_alone_says_where_there_is_no_site() {
    let folder = Project::empty();
    folder.annai([]).run().exits(2).complains("annai init");
    folder.annai(["--lang", "ja"]).run().exits(2).complains("content フォルダー");
}

#[cfg(target_os = "linux")]
#[test]
fn annai_alone_in_a_sites_folder_shows_it_and_opens_the_browser() {
    use std::os::unix::fs::PermissionsExt;

    let site =
        Project::init().file("bin/xdg-open", "#!/bin/sh\necho \"$1\" > \"$OPENED.new\" && mv \"$OPENED.new\" \"$OPENED\"\n");
    fs::set_permissions(site.path("bin/xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", site.text("bin"), std::env::var("PATH").unwrap_or_default());
    let mut command = site.annai([]).env("PATH", path).env("OPENED", site.text("opened")).command();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let start = std::time::Instant::now();
    while !site.path("opened").exists() && start.elapsed().as_secs() < 60 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let opened = fs::read_to_string(site.path("opened"));
    child.kill().unwrap();
    child.wait().unwrap();
    let opened = opened.unwrap();
    assert!(opened.starts_with("http://127.0.0.1:") && opened.ends_with("/\n"), "{opened}");
}

// Help, init, explain

#[test]
fn the_pipelines_of_a_new_site_run_commands_that_there_are() {
    let site = Project::init();
    for file in [".github/workflows/site.yml", ".gitlab-ci.yml"] {
        let text = fs::read_to_string(site.path(file)).unwrap();
        assert!(
            text.contains(&format!("ANNAI_VERSION: \"{}\"", env!("CARGO_PKG_VERSION"))) && !text.contains("{version}"),
            "{file}"
        );
        let commands =
            text.lines().filter(|line| !line.trim_start().starts_with('#')).flat_map(|line| line.split("annai ").skip(1));
        let mut seen = BTreeSet::new();
        for command in commands {
            let words: Vec<&str> = command.split_whitespace().take_while(|word| !word.contains(['|', ';', '>'])).collect();
            let name = words[0].trim_end_matches(';');
            let help = site.annai([name, "--help"]).run().exits(0).stdout;
            for option in words.iter().map(|word| word.trim_end_matches(';')).filter(|word| word.starts_with("--")) {
                assert!(help.contains(option), "annai {name} {option}");
            }
            seen.insert(name.to_owned());
        }
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["build", "check", "diff", "links", "next-change", "verify"], "{file}");
    }
}

#[test]
fn the_help_is_in_the_editors_language() {
    let folder = Project::empty();
    folder.annai(["--help", "--lang", "ja"]).run().exits(0).prints("使い方: annai").prints("サイトを作り");
    folder.annai(["build", "--help"]).env("LANG", "ja_JP.UTF-8").run().exits(0).prints("出力先のフォルダー");
    folder.annai(["help", "build"]).env("LANG", "de_DE.UTF-8").run().exits(0).prints("The output folder");
}

#[test]
fn help_has_examples_that_can_be_run_as_they_stand() {
    let folder = Project::empty();
    let mut examples = 0;
    for command in [vec![], vec!["build"], vec!["check"], vec!["explain"], vec!["init"]] {
        let help = folder.annai(command.clone()).args(["--help"]).run().exits(0).prints("Example").stdout;
        for line in help.lines().filter_map(|line| line.trim().strip_prefix("annai ")) {
            // Two blanks begin the explanation.
            let words = line.split("  ").next().unwrap().split_whitespace();
            folder.annai(words).args(["--help"]).run().exits(0);
            examples += 1;
        }
        for option in ["--root", "--lang", "--format", "--quiet"] {
            assert!(help.contains(option), "{command:?} {option}: {help}");
        }
    }
    assert!(examples >= 9, "only {examples} examples");
    let version = folder.annai(["--version"]).run().exits(0).stdout;
    assert_eq!(version, format!("annai {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn init_makes_a_bilingual_site_without_a_finding() {
    for language in ["ja", "en"] {
        let folder = Project::empty();
        let run = folder.annai(["init", "guide", "--lang", language]).run().exits(0).complains("annai -C guide build");
        assert!(run.stdout.is_empty(), "{}", run.everything());
        folder.annai(["-C", "guide", "check", "--strict", "--quiet", "--as-of", AS_OF]).run().exits(0).says_nothing();
        folder.annai(["-C", "guide", "build", "--strict", "--quiet", "--as-of", AS_OF]).run().exits(0).says_nothing();
        let files = Published::read(&folder.path("guide/public"));
        for address in ["/ja/", "/en/", "/ja/hospitals/example-hospital/", "/en/programs/example-program/"] {
            assert!(files.has(address) && files.page(address).all(".lacks-translation").is_empty(), "{address}");
        }
    }
}

#[test]
fn init_takes_a_new_folder_or_an_empty_one_and_no_other() {
    let folder = Project::empty().file("full/mine.txt", "mine").file("file", "a file");
    fs::create_dir(folder.path("empty")).unwrap();
    folder.annai(["init", "empty"]).run().exits(0);
    folder.annai(["init", "new/and/deep"]).run().exits(0);
    assert!(folder.path("empty/content/site.yaml").is_file() && folder.path("new/and/deep/content/site.yaml").is_file());
    folder.annai(["init", "full"]).run().exits(2).complains("full is not empty");
    assert_eq!(read_tree(&folder.path("full")).len(), 1, "something was written");
    folder.annai(["init", "empty"]).run().exits(2);
    folder.annai(["init", "file"]).run().exits(2);
    folder.annai(["init", "file/below"]).run().exits(2).complains("file/below");
    assert_eq!(fs::read_to_string(folder.path("file")).unwrap(), "a file");
}

#[test]
fn init_keeps_what_a_new_repository_holds_and_ignores_what_is_published() {
    let folder = Project::empty().file("theirs/.git/HEAD", "ref").file("theirs/.gitignore", "mine");
    folder.annai(["init", "ours"]).run().exits(0);
    let ignored = fs::read_to_string(folder.path("ours/.gitignore")).unwrap();
    assert!(["/public/", ".*.annai-work/"].iter().all(|line| ignored.lines().any(|ignored| ignored == *line)), "{ignored}");
    folder.annai(["init", "theirs"]).run().exits(0);
    assert_eq!(fs::read_to_string(folder.path("theirs/.gitignore")).unwrap(), "mine");
    assert!(folder.path("theirs/content/site.yaml").is_file());
}

/// A report that goes nowhere is no success; a reader who has seen enough is no failure.
#[cfg(target_os = "linux")]
#[test]
fn a_report_that_is_lost_is_a_failure() {
    use std::process::Stdio;
    let site = Project::init();
    let warned = with_warning();
    let full = || Stdio::from(fs::File::options().write(true).open("/dev/full").unwrap());
    let code = |site: &Project, arguments: &[&str], is_error: bool| {
        let mut command = site.annai(arguments.iter().copied()).command();
        command.stdout(if is_error { Stdio::null() } else { full() });
        command.stderr(if is_error { full() } else { Stdio::null() });
        command.status().unwrap().code()
    };
    for arguments in [&["explain"][..], &["explain", "bad-address"], &["--help"], &["--version"]] {
        assert_eq!(code(&site, arguments, false), Some(1), "{arguments:?}");
    }
    for format in ["json", "sarif", "github", "short"] {
        assert_eq!(code(&warned, &["check", "--format", format], false), Some(1), "{format}");
    }
    for (command, is_error) in [("build", true), ("check", false)] {
        assert_eq!(code(&site, &[command], is_error), Some(1), "{command}");
        assert_eq!(code(&site, &[command, "--quiet"], is_error), Some(0), "{command} says nothing");
    }
    let mut listing = site.annai(["explain"]).command().stdout(Stdio::piped()).spawn().unwrap();
    drop(listing.stdout.take());
    assert_eq!(listing.wait().unwrap().code(), Some(0));
}

#[test]
fn an_editor_link_opens_a_program_for_texts_alone() {
    for link in [" javascript:alert(1)", "ms-msdt:x{path}", "file:{path}", "search-ms:x", "https://example.org/{path}", "x"] {
        let site = Project::init().file("extra", "");
        let file = fs::read_to_string(site.path("content/site.yaml")).unwrap();
        let site = site.file("content/site.yaml", format!("{file}editor_link: \"{link}\"\n"));
        let found = site.annai(["check", "--format", "json"]).run().exits(1).findings();
        assert!(found.iter().any(|finding| finding.text("code") == "bad-address"), "{link}");
    }
    let site = Project::init();
    let file = fs::read_to_string(site.path("content/site.yaml")).unwrap();
    let site = site.file("content/site.yaml", format!("{file}editor_link: \"idea://open?file={{path}}&line={{line}}\"\n"));
    site.annai(["check", "--strict"]).run().exits(0);
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    let folder = Project::empty();
    let listed = folder.annai(["explain", "--lang", "en"]).run().exits(0).stdout;
    let codes: Vec<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(codes, catalogue::codes().collect::<Vec<_>>());
    for code in codes {
        let page = |language: &str| folder.annai(["explain", code, "--lang", language]).run().exits(0).stdout;
        let (english, japanese) = (page("en"), page("ja"));
        for page in [&english, &japanese] {
            assert!(page.starts_with(&format!("{code} (")) && !page.contains('⟨') && page.lines().count() > 8, "{page}");
        }
        assert_ne!(english, japanese);
        assert!(japanese.chars().any(|c| ('\u{3040}'..='\u{30FF}').contains(&c)), "{japanese}");
        for part in ["Why this is a problem", "Wrong", "Right"] {
            assert!(english.contains(part), "{part} in {english}");
        }
    }
}

#[test]
fn a_rule_that_is_not_there_is_answered_with_the_nearest_or_with_all() {
    let folder = Project::empty();
    folder.annai(["explain", "unknown-wrod", "--lang", "en"]).run().exits(2).complains("“unknown-word”");
    folder.annai(["explain", "xyzzy", "--lang", "en"]).run().exits(2).complains("ambiguous-reference, ");
    folder.annai(["explain", "xyzzy", "--lang", "ja"]).run().exits(2).complains("「xyzzy」");
}

#[test]
fn every_finding_of_a_run_can_be_explained() {
    for finding in with_error().findings().iter().chain(&with_warning().findings()) {
        Project::empty().annai(["explain", finding.text("code")]).run().exits(0);
    }
}

// The instant that a build is as of

#[test]
fn an_instant_is_a_day_or_a_time_in_japan_or_has_an_offset() {
    let site = Project::init();
    let build = |as_of: &str| {
        site.annai(["build", "--as-of", as_of]).run().exits(0);
        let page = Published::read(&site.path("public")).page("/en/schedules/example-program/");
        page.texts(".page-head > .badges .badge").concat()
    };
    // Applications are open from 1 October 2029, 12:00 in Japan.
    for (as_of, state) in [
        ("2029-10-01", "Not yet open"),
        ("2029-10-02", "Open"),
        ("2029-10-01 11:59", "Not yet open"),
        ("2029-10-01 12:00", "Open"),
        ("2029-10-01T12:00:00+09:00", "Open"),
        ("2029-10-01T02:59:59Z", "Not yet open"),
        ("2029-10-01T03:00:00Z", "Open"),
        ("2029-09-30T23:00:00-04:00", "Open"),
    ] {
        assert_eq!(build(as_of), state, "{as_of}");
    }
    assert_eq!(build("令和11年10月1日（月） 正午"), "Open");
    for as_of in ["", "soon", "2029-10-01T25:00:00Z"] {
        site.annai(["build", "--as-of", as_of]).run().exits(2).complains("2026-11-21T12:00:00+09:00");
    }
    for as_of in ["2029-10", "令和11年10月"] {
        site.annai(["build", "--as-of", as_of]).run().exits(2).complains("--as-of 2029-10-01");
    }
}

#[test]
fn source_date_epoch_counts_where_no_instant_is_given() {
    let site = Project::init();
    let build = |epoch: &str, arguments: &[&str]| {
        site.annai(["build"]).args(arguments.iter().copied()).env("SOURCE_DATE_EPOCH", epoch).run().exits(0);
        Published::read(&site.path("public")).page("/en/schedules/example-program/").texts(".page-head > .badges .badge").concat()
    };
    let open = jiff::Timestamp::from_second(1_885_600_000).unwrap();
    assert_eq!(open.to_string(), "2029-10-02T01:46:40Z");
    assert_eq!(build("1885600000", &[]), "Open");
    assert_eq!(build("1885600000", &["--as-of", "2029-12-01"]), "Closed");
    assert_eq!(build("1385600000", &[]), "Not yet open");
    site.annai(["build"]).env("SOURCE_DATE_EPOCH", "soon").run().exits(2).complains("SOURCE_DATE_EPOCH");
    site.annai(["build", "--as-of", AS_OF]).env("SOURCE_DATE_EPOCH", "soon").run().exits(0);
}

#[test]
fn wrong_usage_is_told_in_the_editors_language() {
    let project = Project::empty();
    let wrong: [(&[&str], &str, &str); 8] = [
        (&["biuld"], "コマンドはありません", "There is no command “biuld”"),
        (&["build", "--strcit"], "「--strict」ではありませんか", "Did you mean “--strict”?"),
        (&["build", "more"], "「more」は、ここでは使えません", "“more” is not expected here"),
        (&["check", "--format", "xml"], "使える値：human, short", "“xml” is not a value for --format <FORMAT>"),
        (&["serve", "--port", "no"], "「no」は、--port <N> の値として使えません", "“no” is not a value for --port <N>"),
        (&["serve", "--port"], "--port <N> には値が必要です", "--port <N> needs a value"),
        (&["accept"], "次の指定が足りません", "This is missing: <PATH>"),
        (&["serve", "--port", "1", "--port", "2"], "一度しか指定できません", "can be given only once"),
    ];
    for (arguments, ja, en) in wrong {
        for (language, words) in [("--lang=ja", ja), ("--lang=en", en)] {
            let run = project.annai([&[language], arguments].concat()).run().exits(2).complains(words);
            assert!(!run.stderr.contains("error:"), "{}", run.stderr);
        }
    }
    project.annai(["serve", "--port", "no", "--lang", "ja"]).run().exits(2).complains("値として使えません");
}
