//! A year in the life of a site, commit by commit: what the diff, the ledger, the next change and the verification say at each.
//!
//! The commits and what is said stand in `year/year.txt`; how it is written, at its head. `RENEW=1` writes what is said anew, to be
//! read before it is committed.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use annai::base::Arg;
use annai::changes::diff::{self, Change, Side};
use annai::changes::{next, published};
use annai::check::lock::{self, Lock};
use annai::compile::{Cache, Compiled, compile};
use annai::edge::publish::{Gate, Publisher, Target, next_change_of, verify};
use annai::edit::changes::Changes;
use annai::edit::{merge, next as following, rename, retire};
use annai::site::link::Options;
use annai::site::routes::file_of;
use annai::source::{File, Sources};
use jiff::Timestamp;

use crate::support::repository;

const DATA: &str = "tests/year/year.txt";

/// What stands before a line that is said.
const SAID: &str = "> ";

/// One commit.
struct Commit<'t> {
    title: &'t str,
    at: Timestamp,
    /// What is done, without what is said.
    lines: Vec<&'t str>,
    said: Vec<&'t str>,
}

fn commits(text: &str) -> Vec<Commit<'_>> {
    let mut commits: Vec<Commit<'_>> = Vec::new();
    for line in text.lines().skip_while(|line| !line.starts_with("=== ")) {
        if let Some(title) = line.strip_prefix("=== ") {
            let at = format!("{}:00+09:00", &title[..16]).parse().unwrap_or_else(|error| panic!("{title}: {error}"));
            commits.push(Commit { title, at, lines: Vec::new(), said: Vec::new() });
        } else if let Some(commit) = commits.last_mut() {
            match line.strip_prefix(SAID) {
                Some(said) => commit.said.push(said),
                None => commit.lines.push(line),
            }
        }
    }
    commits
}

/// The site, as its folder is, and as it is published.
struct Site {
    sources: Sources,
    out: tempfile::TempDir,
    said: Vec<String>,
}

/// A site that was compiled, and what was read of its files.
struct Built {
    compiled: Compiled,
    cache: Cache,
}

impl Built {
    fn side(&self) -> Side<'_> {
        Side { site: &self.compiled.site, sources: self.compiled.sources(), parsed: self.cache.parsed() }
    }
}

impl Site {
    fn built(&self) -> Built {
        let mut cache = Cache::default();
        let compiled = compile(&self.sources, &Options::default(), &mut cache);
        Built { compiled, cache }
    }

    fn public(&self) -> std::path::PathBuf {
        self.out.path().join("public")
    }

    fn put(&mut self, path: &str, text: &str) {
        self.sources.files_mut().insert(path.into(), Arc::new(File::text(text.as_bytes())));
    }

    /// What the commit does, but for what is accepted; the files and names that are accepted.
    fn edit(&mut self, commit: &Commit<'_>) -> Vec<String> {
        let mut accepted = Vec::new();
        let mut lines = commit.lines.iter().copied().peekable();
        while let Some(line) = lines.next() {
            let mut words = line.split(' ');
            let (word, rest): (&str, Vec<&str>) = (words.next().unwrap(), words.collect());
            let mut block = |mark: &str| {
                let mut text = Vec::new();
                while let Some(line) = lines.next_if(|line| line.starts_with(mark)) {
                    text.push(line[mark.len()..].strip_prefix(' ').unwrap_or_default().to_owned());
                }
                text
            };
            match (word, &rest[..]) {
                ("", _) => {}
                ("write", [path]) => {
                    let mut text = String::new();
                    while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
                        let _ = writeln!(text, "{}", line[1..].strip_prefix(' ').unwrap_or(&line[1..]));
                    }
                    self.put(path, &text);
                }
                ("edit", [path]) => {
                    let (from, to) = (block("-"), block("+"));
                    let text = self.sources.text(path).unwrap_or_else(|| panic!("{}: no {path}", commit.title)).to_owned();
                    assert_eq!(text.matches(&from.join("\n")).count(), 1, "{}: {from:?} in {path}:\n{text}", commit.title);
                    self.put(path, &text.replace(&from.join("\n"), &to.join("\n")));
                }
                ("move", [from, to]) => {
                    let file = self.sources.files_mut().remove(*from).unwrap();
                    self.sources.files_mut().insert((*to).into(), file);
                }
                ("delete", [path]) => assert!(self.sources.files_mut().remove(*path).is_some(), "{path}"),
                ("rename", [from, to]) => {
                    self.change(|built| rename::rename(&built.compiled.site, built.cache.parsed(), from, to));
                }
                ("merge", [from, to]) => self.change(|built| merge::merge(&built.compiled.site, built.cache.parsed(), from, to)),
                ("retire", [name, since]) => {
                    self.change(|built| retire::retire(&built.compiled.site, built.cache.parsed(), name, since, None));
                }
                ("follow", [old, new]) => {
                    self.change(|built| following::next(&built.compiled.site, built.cache.parsed(), old, new, false));
                }
                ("accept", [what]) => accepted.push((*what).to_owned()),
                // Somebody changes what is published.
                ("vandal", [path]) => fs::write(self.public().join(path), "by hand").unwrap(),
                ("vandal-removes", [path]) => fs::remove_file(self.public().join(path)).unwrap(),
                _ => panic!("{}: {line}", commit.title),
            }
        }
        accepted
    }

    /// What a command does that changes several files.
    fn change(&mut self, changes: impl FnOnce(&Built) -> Result<Changes, rename::Refusal>) {
        let before = self.built();
        let changes = changes(&before).unwrap_or_else(|why| panic!("{why:?}"));
        let (changes, _) = changes.completed(&before.compiled, &Options::default());
        self.sources = changes.on(&self.sources);
    }

    fn say(&mut self, line: String) {
        self.said.push(line);
    }

    /// What the ledger finds lost or moved; whether it is anything.
    fn tell_ledger(&mut self, built: &Built) -> bool {
        let found = published::check(&built.compiled.site, &built.compiled.lock().ledger);
        for finding in &found {
            let arg = |name: &str| {
                finding.args.iter().find(|(known, _)| *known == name).map(|(_, arg)| match arg {
                    Arg::Text(text) => text.clone(),
                    other => format!("{other:?}"),
                })
            };
            let about = match (arg("address"), arg("anchor"), arg("old"), arg("new")) {
                (Some(address), ..) => address,
                (_, Some(anchor), ..) => format!("#{anchor}"),
                (_, _, Some(old), new) => format!("{old} → {}", new.unwrap_or_default()),
                _ => String::new(),
            };
            self.say(format!("ledger  {} {} in {}", finding.message, about.trim(), finding.place.path));
        }
        !found.is_empty()
    }

    /// As `annai accept` does.
    fn accept(&mut self, built: &Built, what: &str) {
        let site = &built.compiled.site;
        let pairs = [lock::pairs(site), lock::pairs_of_files(&self.sources)].concat();
        let mut lock: Lock = built.compiled.lock().clone();
        let is_meant = |path: &str| what == "all" || path == what;
        let whole: BTreeSet<String> = pairs.iter().map(|pair| pair.path.clone()).filter(|path| is_meant(path)).collect();
        lock.accept(&pairs, &whole, |pair, _| is_meant(&pair.path), self.sources.as_of);
        if what != "all" && !self.sources.files.contains_key(what) {
            lock.ledger.forget(what);
        }
        let known = lock.ledger.clone();
        let is_whole = !published::check(site, &known).iter().any(published::is_loss);
        let now = published::published(site);
        lock.ledger.accept(&now, |path| is_meant(path) && (is_whole || known.records.contains_key(path)), self.sources.as_of);
        self.put(lock::PATH, &lock.to_text());
    }

    fn tell_verified(&mut self) {
        if !self.public().exists() {
            return;
        }
        let manifest = self.public().join(".annai-manifest.json");
        let due = next_change_of(&manifest).unwrap().filter(|at| *at <= self.sources.as_of);
        if let Some(at) = due {
            self.say(format!("due     since {at}"));
        }
        for (path, difference) in verify(&self.public()).unwrap().differences {
            self.say(format!("verify  {} {path}", difference.name()));
        }
    }

    fn publish(&mut self, built: &Built) {
        let target =
            Target { next_change: next::next(&built.compiled.site), ..Target::new(self.out.path().join("site"), self.public()) };
        let publisher = Publisher::open(&target, &Gate::default()).unwrap();
        built.compiled.render_all(|address, bytes| {
            publisher.write(&file_of(address), &bytes.unwrap()).unwrap();
            None::<()>
        });
        let summary = publisher.commit().unwrap();
        let mut line = format!("build   {} written, {} removed", summary.written, summary.removed);
        if !summary.mended.is_empty() {
            let _ = write!(line, ", mended {}", summary.mended.join(" "));
        }
        self.say(line);
        let left = verify(&self.public()).unwrap().differences;
        assert!(left.iter().all(|(_, difference)| difference.name() == "foreign"), "{left:?}");
    }

    /// Everything that is said of a commit.
    fn commit(&mut self, commit: &Commit<'_>) {
        self.sources.as_of = commit.at;
        let old = self.built();
        let accepted = self.edit(commit);
        let new = self.built();
        let changes = diff::changes(old.side(), new.side());
        changes.iter().for_each(|change| self.say(shown(change)));
        self.tell_verified();
        let mut is_lost = self.tell_ledger(&new);
        let mut built = new;
        for what in &accepted {
            self.accept(&built, what);
            built = self.built();
        }
        if !accepted.is_empty() {
            is_lost = self.tell_ledger(&built);
        }
        let errors: BTreeSet<&str> =
            built.compiled.findings.iter().filter(|found| is_error(found)).map(|found| found.code).collect();
        assert_eq!(errors, BTreeSet::new(), "{}: {:?}", commit.title, built.compiled.findings);
        if is_lost {
            self.say("build   nothing is published".to_owned());
        } else {
            self.publish(&built);
        }
        match next::changes(&built.compiled.site).iter().next() {
            None => self.say("next    never".to_owned()),
            Some((at, changes)) => {
                let site = &built.compiled.site;
                let name = |what: &next::What| match what {
                    next::What::State(old, new) => format!("{} → {}", old.as_str(), new.as_str()),
                    other => other.name().to_owned(),
                };
                let mut all: Vec<String> =
                    changes.iter().map(|(id, what)| format!("{} {}", site.entry(*id).record.identity, name(what))).collect();
                all.sort();
                self.say(format!("next    {at}: {}", all.join(", ")));
            }
        }
    }
}

fn is_error(found: &annai::base::Diagnostic) -> bool {
    found.severity == annai::base::Severity::Error
}

/// A change on one line.
fn shown(change: &Change) -> String {
    let part = |text: &Option<String>| match text {
        None => "—".to_owned(),
        Some(text) => {
            let line = text.replace('\n', " / ");
            if line.chars().count() > 40 { line.chars().take(40).chain(['…']).collect() } else { line }
        }
    };
    let language = change.language.as_ref().map(|tag| format!(" [{tag}]")).unwrap_or_default();
    let values = match (&change.old, &change.new) {
        (None, None) => String::new(),
        (old, new) => format!(": {} → {}", part(old), part(new)),
    };
    format!("diff    {} {} {}{language}{values}", change.of, change.what.name(), part(&Some(change.field.clone())))
}

#[test]
fn of_every_commit_of_a_year_is_said_what_it_means_and_nothing_else() {
    let path = repository().join(DATA);
    let text = fs::read_to_string(&path).unwrap();
    let commits = commits(&text);
    assert!(commits.len() >= 40, "only {} commits", commits.len());
    let mut site = Site { sources: Sources::new(commits[0].at), out: folder(), said: Vec::new() };
    fs::create_dir_all(site.out.path().join("site/content")).unwrap();
    let mut written: String =
        text.lines().take_while(|line| !line.starts_with("=== ")).fold(String::new(), |all, line| all + line + "\n");
    let mut wrong = Vec::new();
    for commit in &commits {
        site.commit(commit);
        let said = std::mem::take(&mut site.said);
        if said != commit.said {
            wrong.push(format!(
                "{}\n  expected:\n    {}\n  said:\n    {}",
                commit.title,
                commit.said.join("\n    "),
                said.join("\n    ")
            ));
        }
        let _ = writeln!(written, "=== {}", commit.title);
        let done: Vec<&str> = commit.lines.iter().copied().filter(|line| !line.is_empty()).collect();
        done.iter().for_each(|line| _ = writeln!(written, "{line}"));
        said.iter().for_each(|line| _ = writeln!(written, "{SAID}{line}"));
        written.push('\n');
    }
    if std::env::var_os("RENEW").is_some() {
        fs::write(path, written.trim_end().to_owned() + "\n").unwrap();
        return;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// In memory where that is possible: a disk is waited for at each build.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}
