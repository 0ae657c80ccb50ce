//! A small driver of the real program: a site in a temporary folder, what a run said, and what it published.
//!
//! `Project::init().file("content/terms/x.yaml", "…").build().page("/ja/terms/x/").one("h1")`

pub mod html;
pub mod seeded;
pub mod shares;
#[cfg(target_os = "linux")]
pub mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use annai::check::lock::{self, Lock};
use annai::compile::{Cache, compile};
use annai::edge::read;
use annai::site::link::Options;
use annai::source::{File, Sources};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

/// The instant that builds are as of, so that states of recruitment and bytes do not depend on the day of the test.
pub const AS_OF: &str = "2026-11-22T09:00:00+09:00";

/// A site's folder, removed when it goes out of scope.
pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// What `annai init` makes.
    pub fn init() -> Self {
        let project = Self::empty();
        project.annai(["init", project.text(".").as_str()]).run().exits(0);
        project
    }

    /// A copy of the pinned guide.
    pub fn guide() -> Self {
        let project = Self::empty();
        for (path, bytes) in read_tree(&pinned_guide()) {
            project.write(&path, &bytes);
        }
        project
    }

    /// With a file in it.
    pub fn file(self, path: &str, contents: impl AsRef<[u8]>) -> Self {
        self.write(path, contents.as_ref());
        self
    }

    /// Without a file or folder.
    pub fn without(self, path: &str) -> Self {
        let path = self.path(path);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
        self
    }

    /// With a part of a file, which must stand in it, in other words.
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let old = fs::read_to_string(self.path(path)).unwrap();
        assert!(old.contains(from), "{path} does not contain {from:?}:\n{old}");
        self.file(path, old.replace(from, to))
    }

    fn write(&self, path: &str, contents: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    /// A path in the folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The same as text.
    pub fn text(&self, path: &str) -> String {
        self.path(path).to_str().unwrap().to_owned()
    }

    /// The program, started in this folder.
    pub fn annai<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Annai {
        Annai::new(self.folder.path()).args(arguments)
    }

    /// Builds without an error into `public`; what it published.
    pub fn build(&self) -> Published {
        self.build_with([])
    }

    /// The same with more arguments.
    pub fn build_with<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Published {
        self.annai(["build", "--as-of", AS_OF]).args(arguments).run().exits(0);
        Published::read(&self.path("public"))
    }

    /// What `check` finds.
    pub fn findings(&self) -> Vec<Finding> {
        self.annai(["check", "--as-of", AS_OF, "--format", "json", "--lang", "en"]).run().findings()
    }
}

/// This repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The guide as it once was. What the generator does is tested with it, so that no test has to change when somebody edits the guide
/// that is shipped; that one has its own tests in `tests/guide/`.
pub fn pinned_guide() -> PathBuf {
    repository().join("tests/sites/guide")
}

/// The program, about to be run.
pub struct Annai {
    command: Command,
}

impl Annai {
    /// Started in a folder, with an environment that says nothing about language, colour and time.
    pub fn new(folder: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annai"));
        command.current_dir(folder).stdin(Stdio::null());
        for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "SOURCE_DATE_EPOCH", "COLUMNS", "TZ", "RAYON_NUM_THREADS"] {
            command.env_remove(variable);
        }
        Self { command }
    }

    /// With more arguments.
    pub fn args<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        self.command.args(arguments);
        self
    }

    /// With a variable of the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// The command itself, for a test that needs its streams.
    pub fn command(self) -> Command {
        self.command
    }

    /// Runs to its end.
    pub fn run(mut self) -> Run {
        let shown = format!("{:?}", self.command);
        Run::of(shown, self.command.output().unwrap())
    }
}

/// A run that has ended.
pub struct Run {
    shown: String,
    /// The exit code.
    pub code: i32,
    /// The output stream.
    pub stdout: String,
    /// The error stream.
    pub stderr: String,
}

impl Run {
    fn of(shown: String, output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let code = output.status.code().unwrap_or_else(|| panic!("{shown} was killed: {output:?}"));
        let run = Self { shown, code, stdout: text(output.stdout), stderr: text(output.stderr) };
        assert!(!run.stderr.contains("panicked at"), "{}", run.everything());
        run
    }

    /// Everything about it, for the message of a failure.
    pub fn everything(&self) -> String {
        format!("{}\nexit code {}\n--- stdout\n{}\n--- stderr\n{}", self.shown, self.code, self.stdout, self.stderr)
    }

    /// It ended with that code.
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}", self.everything());
        self
    }

    /// It said nothing.
    pub fn says_nothing(self) -> Self {
        assert!(self.stdout.is_empty() && self.stderr.is_empty(), "{}", self.everything());
        self
    }

    /// The error stream contains that.
    pub fn complains(self, words: &str) -> Self {
        assert!(self.stderr.contains(words), "nothing about {words:?}: {}", self.everything());
        self
    }

    /// The output stream contains that.
    pub fn prints(self, words: &str) -> Self {
        assert!(self.stdout.contains(words), "nothing about {words:?}: {}", self.everything());
        self
    }

    /// The findings of a run with `--format json`.
    pub fn findings(&self) -> Vec<Finding> {
        let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"));
        self.stdout.lines().map(|line| Finding(read(line))).collect()
    }
}

/// A finding as JSON.
#[derive(Debug)]
pub struct Finding(pub Value);

impl Finding {
    /// Code, path, line and column.
    pub fn place(&self) -> (&str, &str, u64, u64) {
        let number = |name: &str| self.0[name].as_u64().unwrap();
        (self.text("code"), self.text("path"), number("line"), number("column"))
    }

    /// A field that is a string.
    pub fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_else(|| panic!("no {name} in {}", self.0))
    }
}

/// What a build published.
pub struct Published {
    /// Bytes by path, such as `ja/index.html`. The manifest is one of them.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Published {
    /// Reads a folder.
    pub fn read(folder: &Path) -> Self {
        Self { files: read_tree(folder) }
    }

    /// A file as text.
    pub fn text(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("no {path}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// Is there a page of that address, which ends in `/`?
    pub fn has(&self, address: &str) -> bool {
        self.files.contains_key(&file_of(address))
    }

    /// The page of an address.
    pub fn page(&self, address: &str) -> Page {
        Page::parse(address.to_owned(), self.text(&file_of(address)))
    }

    /// Every HTML file.
    pub fn pages(&self) -> Vec<Page> {
        let html = self.files.keys().filter(|path| path.ends_with(".html"));
        html.map(|path| Page::parse(address_of(path), self.text(path))).collect()
    }
}

/// The address that a file is served at: `/ja/` for `ja/index.html`.
pub fn address_of(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        _ => format!("/{path}"),
    }
}

/// The file that an address is served from.
pub fn file_of(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// A page, parsed as a browser does.
pub struct Page {
    /// Its address below the site's base.
    pub address: String,
    /// As published.
    pub source: String,
    html: Html,
}

impl Page {
    fn parse(address: String, source: &str) -> Self {
        Self { address, source: source.to_owned(), html: Html::parse_document(source) }
    }

    /// All elements that a CSS selector names.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
        self.html.select(&selector).collect()
    }

    /// The only element that it names.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let all = self.all(selector);
        assert_eq!(all.len(), 1, "{selector} on {}: {:?}", self.address, all.iter().map(ElementRef::html).collect::<Vec<_>>());
        all[0]
    }

    /// The texts of all that it names, white space folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text_of).collect()
    }

    /// An attribute of all that it names.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<&str> {
        self.all(selector).into_iter().filter_map(|element| element.value().attr(name)).collect()
    }

    /// An attribute of the only one that it names.
    pub fn attribute(&self, selector: &str, name: &str) -> &str {
        let element = self.one(selector);
        element.value().attr(name).unwrap_or_else(|| panic!("no {name} at {selector} on {}", self.address))
    }

    /// `hreflang` to address, as its head tells search engines.
    pub fn alternates(&self) -> BTreeMap<&str, &str> {
        let links = self.all("head link[rel=alternate][hreflang]");
        links.into_iter().map(|link| (link.value().attr("hreflang").unwrap(), link.value().attr("href").unwrap())).collect()
    }
}

/// The text of an element, white space folded.
pub fn text_of(element: ElementRef<'_>) -> String {
    // A reading over a word is not part of it.
    let text = element.descendants().filter_map(|node| {
        let is_reading = node
            .ancestors()
            .any(|around| around.value().as_element().is_some_and(|around| around.name() == "rt" || around.name() == "rp"));
        node.value().as_text().filter(|_| !is_reading).map(|text| &**text)
    });
    text.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The language that an element is in: its own `lang`, or that of the nearest element around it.
pub fn lang_of(element: ElementRef<'_>) -> Option<&str> {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    std::iter::once(element).chain(around).find_map(|element| element.value().attr("lang"))
}

/// All files of a folder by their path in it.
pub fn read_tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

/// The pinned guide in memory, accepted as it is.
pub fn accepted_guide() -> Sources {
    let (mut sources, _) = read::read(&pinned_guide(), "2026-11-21T00:00:00Z".parse().unwrap());
    let site = compile(&sources, &Options::default(), &mut Cache::default()).site;
    let pairs = [lock::pairs(&site), lock::pairs_of_files(&sources)].concat();
    let mut lock = Lock::default();
    lock.accept(&pairs, &pairs.iter().map(|pair| pair.path.clone()).collect(), |_, _| true, sources.as_of);
    sources.files_mut().insert(lock::PATH.into(), Arc::new(File::text(lock.to_text().as_bytes())));
    sources
}
