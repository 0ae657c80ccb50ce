//! The page of each rule: its examples are run, and `docs/*/rules/` hold what `annai explain` says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use annai::base::{Diagnostic, Language, Severity};
use annai::changes::published::published;
use annai::check::catalogue::{self, Rule};
use annai::check::lock::{self, Lock};
use annai::compile::{Cache, compile};
use annai::edge::read;
use annai::render::messages::Messages;
use annai::site::link::Options;
use annai::source::{File, Sources};
use rayon::prelude::*;

mod examples;

use examples::{Context, Example};

fn words(tag: &str) -> Messages {
    Messages::build(&Language::parse(tag).unwrap(), &[], &Sources::new(jiff::Timestamp::UNIX_EPOCH)).0
}

fn as_of() -> jiff::Timestamp {
    "2026-11-21T03:00:00Z".parse().unwrap()
}

/// What nearly every example has in common: the theme, and the words of Japanese and English. A test takes it before it hands
/// examples to threads, so that none of them waits for another here.
static COMMON: LazyLock<Cache> = LazyLock::new(|| {
    let mut sources = Sources::new(as_of());
    let site = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\n";
    sources.files_mut().insert("content/site.yaml".into(), Arc::new(File::text(site.as_bytes())));
    let mut cache = Cache::default();
    compile(&sources, &Options::default(), &mut cache);
    cache
});

/// All findings of a site, of rendering too.
fn findings(sources: &Sources, common: &Cache) -> Vec<Diagnostic> {
    let compiled = compile(sources, &Options::default(), &mut common.clone());
    let mut found = compiled.check();
    found.extend(compiled.site.routes.values().filter_map(|route| compiled.render(route).err()));
    found
}

/// With a lock that accepts what the site says.
fn accepting(mut sources: Sources, said: &Sources, common: &Cache) -> Sources {
    let compiled = compile(said, &Options::default(), &mut common.clone());
    let pairs = lock::pairs(&compiled.site);
    let mut lock = Lock::default();
    lock.accept(&pairs, &pairs.iter().map(|pair| pair.path.clone()).collect(), |_, _| true, sources.as_of);
    lock.ledger.accept(&published(&compiled.site), |_| true, sources.as_of);
    sources.files_mut().insert(lock::PATH.into(), Arc::new(File::text(lock.to_text().as_bytes())));
    sources
}

/// The codes that are found, without what nearly every example has: its record is referred to by none.
fn codes<'f>(rule: &str, found: &'f [Diagnostic], context: &Context) -> BTreeSet<&'f str> {
    let is_of_context =
        |code: &&str| (*code != "unreferenced-record" || rule == *code) && !context.besides.iter().any(|b| b == code);
    found.iter().map(|finding| finding.code).filter(is_of_context).collect()
}

/// Runs one example; what is wrong with it.
fn run(rule: &str, example: &Example<'_>, common: &Cache) -> Vec<String> {
    let context = example.context;
    let mut wrong = Vec::new();
    for is_bad in [true, false] {
        let sources = example.sources(is_bad, false);
        let sources = match (context.has_accepted(), is_bad) {
            (false, _) => sources,
            (true, true) => accepting(sources, &example.sources(true, true), common),
            (true, false) => accepting(sources.clone(), &sources, common),
        };
        let found = findings(&sources, common);
        let which = format!("{rule}, the {} example in {}", if is_bad { "wrong" } else { "right" }, example.languages);
        let expected: BTreeSet<&str> = is_bad.then_some(rule).into_iter().collect();
        if codes(rule, &found, context) != expected {
            let shown: Vec<_> = found.iter().map(|f| (&f.code, &f.place.path, &f.args)).collect();
            wrong.push(format!("{which}: {shown:?}"));
        }
        for path in context.paths_of_both().filter(|_| is_bad) {
            if !found.iter().any(|finding| finding.code == rule && *finding.place.path == *path) {
                wrong.push(format!("{which}: not in {path}"));
            }
        }
    }
    wrong
}

#[test]
fn the_wrong_example_of_each_rule_gives_exactly_its_finding_and_the_right_one_none() {
    let common = &*COMMON;
    let contexts = examples::contexts();
    let locales: BTreeMap<&str, Messages> = ["ja", "en"].into_iter().map(|tag| (tag, words(tag))).collect();
    let wrong: Vec<String> = catalogue::RULES
        .par_iter()
        .filter(|rule| !DESCRIBED.iter().any(|(code, _)| *code == rule.code))
        .flat_map_iter(|rule| {
            let Some(context) = contexts.get(rule.code) else { return vec![format!("{}: no context", rule.code)] };
            let examples = Example::all(rule.code, &contexts["site"], context, &locales);
            examples.iter().flat_map(|example| run(rule.code, example, common)).collect::<Vec<_>>()
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{}\nThe files around each example stand in tests/rules/examples.txt; `besides: code` there names what else is found.",
        wrong.join("\n")
    );
}

/// Makes what the example of a rule describes, wrong or right. False: it cannot be made here.
type Make = fn(&Path, bool) -> bool;

/// Rules whose mistake lies outside of what a text can show. Their examples say in words what is made here.
const DESCRIBED: [(&str, Make); 11] = [
    ("file-name-not-utf8", |root, is_bad| {
        use std::os::unix::ffi::OsStrExt;
        let name = if is_bad { b"\x95\x61\x89\x40.yaml".as_slice() } else { b"minato.yaml" };
        write(&root.join("content/hospitals").join(std::ffi::OsStr::from_bytes(name)), RECORD)
    }),
    ("file-name-twice", |root, is_bad| {
        let names = ["content/assets/\u{30AB}\u{3099}イド.png", "content/assets/\u{30AC}イド.png"];
        names.iter().skip(usize::from(!is_bad)).all(|name| write(&root.join(name), "(an image)"))
    }),
    ("file-too-large", |root, is_bad| {
        let text = "# About\n\nWords.\n".repeat(if is_bad { 3_500_000 } else { 1 });
        ["ja", "en"].iter().all(|tag| write(&root.join(format!("content/pages/about.{tag}.md")), &text))
    }),
    ("folder-unreadable", |root, is_bad| {
        use std::os::unix::fs::PermissionsExt;
        let folder = root.join("content/hospitals");
        write(&folder.join("minato.yaml"), RECORD);
        if is_bad {
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).unwrap();
        }
        // Whom permissions do not bind cannot make this mistake.
        !is_bad || fs::read_dir(&folder).is_err()
    }),
    ("invalid-encoding", |root, is_bad| {
        let bytes: &[u8] = if is_bad { b"name: {ja: \x95\x61\x89\x40, en: Hospital}\n" } else { RECORD.as_bytes() };
        fs::write(root.join("content/hospitals/minato.yaml"), bytes).is_ok()
    }),
    ("link-in-a-circle", |root, is_bad| {
        !is_bad || std::os::unix::fs::symlink("../../content", root.join("content/hospitals/all")).is_ok()
    }),
    ("link-out-of-site", |root, is_bad| {
        let logo = root.join("content/assets/logo.png");
        if is_bad { std::os::unix::fs::symlink("/etc/hostname", logo).is_ok() } else { write(&logo, "(an image)") }
    }),
    ("markdown-nesting", |root, is_bad| {
        let text = format!("# About\n\n{}words\n", "> ".repeat(if is_bad { 200 } else { 1 }));
        ["ja", "en"].iter().all(|tag| write(&root.join(format!("content/pages/about.{tag}.md")), &text))
    }),
    ("missing-site-file", |root, is_bad| {
        write(&root.join("content/hospitals/minato.yaml"), RECORD)
            && (!is_bad || fs::remove_file(root.join("content/site.yaml")).is_ok())
    }),
    ("no-site", |root, is_bad| !is_bad || fs::remove_dir_all(root.join("content")).is_ok()),
    ("unreadable-file", |root, is_bad| {
        let file = root.join("content/site.yaml");
        !is_bad || fs::remove_file(&file).and_then(|()| fs::create_dir(&file)).is_ok()
    }),
];

const RECORD: &str = "name: {ja: 病院, en: Hospital}\n";

fn write(path: &Path, text: &str) -> bool {
    fs::write(path, text).is_ok()
}

#[test]
fn what_the_other_examples_describe_gives_their_finding() {
    for (code, make) in DESCRIBED {
        for is_bad in [true, false] {
            let root = tempfile::tempdir().unwrap();
            for folder in ["content/hospitals", "content/assets", "content/pages"] {
                fs::create_dir_all(root.path().join(folder)).unwrap();
            }
            write(
                &root.path().join("content/site.yaml"),
                "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n",
            );
            if !make(root.path(), is_bad) {
                continue;
            }
            let (sources, mut found) = read::read(root.path(), as_of());
            found.extend(findings(&sources, &COMMON));
            let is_found = found.iter().any(|finding| finding.code == code);
            assert_eq!(is_found, is_bad, "{code}: {found:#?}");
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// docs/*/rules/

/// The command that writes the pages anew.
const RENEW: &str = "RENEW=1 cargo test --test suite rules::";

/// The languages of the pages.
const LANGUAGES: [&str; 2] = ["en", "ja"];

fn page(rule: &Rule, messages: &Messages) -> String {
    let part = |part: &str| messages.text(&format!("rule-{}{part}", rule.code));
    let example =
        |id: &str| format!("\n## {}\n\n```\n{}\n```\n", messages.text(&format!("explain-{id}")), part(&format!(".{id}")));
    let mut page = format!("# {}\n\n{}: {}\n", rule.code, messages.text(severity(rule.severity)), part(""));
    page += &format!("\n## {}\n\n{}\n", messages.text("explain-why"), part(".why"));
    page + &example("bad") + &example("good")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
    }
}

fn index(messages: &Messages) -> String {
    let mut page = format!("# {}\n\n{}\n\n<!-- `{RENEW}` -->\n\n", messages.text("rules-title"), messages.text("rules-about"));
    page += &format!("| {} | {} |\n|---|---|\n", messages.text("rules-code"), messages.text("rules-finds"));
    for rule in catalogue::RULES {
        let what = messages.text(&format!("rule-{}", rule.code)).replace('|', "\\|");
        page += &format!("| [{0}]({0}.md) | {what} |\n", rule.code);
    }
    page
}

#[test]
fn the_pages_of_the_rules_say_what_annai_explain_says() {
    let mut stale = BTreeSet::new();
    for tag in LANGUAGES {
        let messages = words(tag);
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{tag}/rules"));
        let pages = catalogue::RULES.iter().map(|rule| (format!("{}.md", rule.code), page(rule, &messages)));
        let wanted: BTreeMap<String, String> = pages.chain([("README.md".to_owned(), index(&messages))]).collect();
        if std::env::var_os("RENEW").is_some() {
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            wanted.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
        }
        let names = fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let held: BTreeMap<String, String> =
            names.map(|name| (name.clone(), fs::read_to_string(folder.join(&name)).unwrap())).collect();
        let differs = wanted.keys().chain(held.keys()).filter(|name| wanted.get(*name) != held.get(*name));
        stale.extend(differs.map(|name| format!("docs/{tag}/rules/{name}")));
    }
    assert!(stale.is_empty(), "write them anew with {RENEW}: {stale:?}");
}
