//! Builds of the real program are killed at random instants, and run at once: the published site is always a whole one.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

/// Kills of one run of all tests; `KILLS=2000` makes more.
fn kills() -> u32 {
    std::env::var("KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(100)
}

const PAGES: usize = 60;

/// Two versions of a site, and one folder that both are published to.
struct Sites {
    folder: tempfile::TempDir,
}

/// Path to bytes, of all files in a folder.
type Tree = BTreeMap<PathBuf, Vec<u8>>;

impl Sites {
    fn new() -> Self {
        // In memory where that is possible: a disk is waited for at each build, and others may keep it busy.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let sites = Self { folder: folder.unwrap() };
        for (version, pages) in [("old", 0..PAGES), ("new", PAGES / 3..PAGES * 2)] {
            let root = sites.path(version);
            let made = annai().arg("init").arg(&root).stdout(Stdio::null()).status().unwrap();
            assert!(made.success(), "annai init failed");
            fs::create_dir_all(root.join("content/pages")).unwrap();
            for page in pages {
                for (language, title) in [("ja", "案内"), ("en", "Guide")] {
                    let text = format!("# {title} {page}\n\n{version}\n");
                    fs::write(root.join(format!("content/pages/page-{page}.{language}.md")), text).unwrap();
                }
            }
        }
        sites
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn start(&self, version: &str, out: &str) -> Child {
        let mut command = annai();
        command.arg("-C").arg(self.path(version)).arg("build").arg("--out").arg(self.path(out));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    fn build(&self, version: &str, out: &str) {
        assert!(self.start(version, out).wait().unwrap().success(), "building {version} into {out} failed");
    }

    /// The tree as a build of nothing else leaves it.
    fn reference(&self, version: &str) -> Tree {
        let out = format!("reference-{version}");
        self.build(version, &out);
        let tree = tree(&self.path(&out));
        assert_whole(&tree);
        assert!(tree.len() > PAGES, "{version}: only {} files", tree.len());
        tree
    }
}

fn annai() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annai"));
    // So that a version is the same whenever it is built.
    command.env("SOURCE_DATE_EPOCH", "1795230000").env("NO_COLOR", "1");
    command
}

fn tree(folder: &Path) -> Tree {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let files = files.filter(|entry| !entry.file_type().is_dir());
    files.map(|entry| (entry.path().strip_prefix(folder).unwrap().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

/// The manifest names every file there is, foreign ones excepted, and each has the size and SHA-256 that it says.
fn assert_whole(tree: &Tree) {
    let manifest: serde_json::Value = serde_json::from_slice(&tree[Path::new(".annai-manifest.json")]).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    for file in listed {
        let path = file["path"].as_str().unwrap();
        let bytes = tree.get(Path::new(path)).unwrap_or_else(|| panic!("{path} is missing"));
        assert_eq!(file["size"].as_u64(), Some(bytes.len() as u64), "{path}");
        let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(file["sha256"].as_str(), Some(&*sha256), "{path}");
    }
    let ours = tree.keys().filter(|path| *path != Path::new(".annai-manifest.json") && *path != Path::new("CNAME"));
    assert_eq!(ours.count(), listed.len(), "a file that the manifest does not name");
}

/// Numbers that differ in every run (xorshift64*).
struct Random(u64);

impl Random {
    fn up_to(&mut self, limit: Duration) -> Duration {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let share = (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 40) as f64 / f64::from(1 << 24);
        limit.mul_f64(share)
    }
}

/// Somebody who reads the site all the time, as a server does: what both versions have is there at every instant, and whole.
struct Reader {
    stop: Arc<AtomicBool>,
    reads: JoinHandle<usize>,
}

impl Reader {
    fn new(out: &Path, old: &Tree, new: &Tree) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let both: Vec<(PathBuf, [Vec<u8>; 2])> =
            old.iter().filter_map(|(path, bytes)| Some((out.join(path), [bytes.clone(), new.get(path)?.clone()]))).collect();
        let reads = {
            let stop = stop.clone();
            // Where two renames stand in for an exchange, there is no site for an instant: that is promised on Linux and macOS.
            let is_exchanged = cfg!(any(target_os = "linux", target_os = "macos"));
            std::thread::spawn(move || {
                let mut count = 0;
                while !stop.load(Ordering::Relaxed) {
                    for (path, versions) in &both {
                        match fs::read(path) {
                            Ok(bytes) => assert!(versions.contains(&bytes), "{} is torn", path.display()),
                            Err(error) => assert!(!is_exchanged, "{}: {error}", path.display()),
                        }
                        count += 1;
                    }
                    // Others need the processor, too.
                    std::thread::sleep(Duration::from_millis(1));
                }
                count
            })
        };
        Self { stop, reads }
    }

    /// How many files were read.
    fn done(self) -> usize {
        self.stop.store(true, Ordering::Relaxed);
        self.reads.join().expect("what was read was no whole file of a version")
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let sites = Sites::new();
    let (old, new) = (sites.reference("old"), sites.reference("new"));
    let with_foreign = |tree: &Tree| {
        let mut tree = tree.clone();
        tree.insert("CNAME".into(), b"example.org".to_vec());
        tree
    };
    let wholes = [with_foreign(&old), with_foreign(&new)];
    sites.build("old", "out");
    fs::write(sites.path("out/CNAME"), "example.org").unwrap();

    let start = Instant::now();
    sites.build("old", "out");
    // The latest instant of a kill, drawn along with how long builds take while other things run.
    let mut latest = start.elapsed();
    let seed = RandomState::new().hash_one(0) | 1;
    let mut random = Random(seed);
    // How many kills came too late, left the site as it was, changed it, or left a working folder.
    let (mut late, mut kept, mut changed, mut interrupted) = (0, 0, 0, 0);
    let mut stands = 0;
    let kills = kills();
    let reader = Reader::new(&sites.path("out"), &old, &new);
    for kill in 0..kills {
        let mut build = sites.start(["new", "old"][stands], "out");
        std::thread::sleep(random.up_to(latest));
        late += u32::from(build.try_wait().unwrap().is_some());
        build.kill().unwrap();
        build.wait().unwrap();
        let tree = tree(&sites.path("out"));
        let is = wholes.iter().position(|whole| *whole == tree);
        let Some(is) = is else {
            assert_whole(&tree);
            panic!("kill {kill} of seed {seed}: whole by its manifest, but neither the old site nor the new one");
        };
        if is == stands {
            kept += 1;
            latest = latest.mul_f64(1.02);
        } else {
            changed += 1;
            latest = latest.mul_f64(0.96);
        }
        stands = is;
        interrupted += u32::from(sites.path(".out.annai-work").exists());
    }
    let read = reader.done();
    assert!(read > kills as usize, "the reader was hardly there: {read} files");
    println!(
        "{kills} kills within {latest:?}, {read} files read meanwhile: {late} too late, {kept} old, {changed} new, {interrupted} left work behind"
    );
    assert!(kept > 0 && changed > 0, "the kills did not fall on both sides of the exchange");
    sites.build("new", "out");
    assert_eq!(tree(&sites.path("out")), wholes[1]);
    assert!(!sites.path(".out.annai-work").exists(), "a working folder is left");
}

/// What the repository of a stranger can bring along, cloned by git as a reader would do it.
#[cfg(unix)]
#[test]
fn links_in_a_clone_lead_a_build_nowhere() {
    let git = |folder: &Path, arguments: &[&str]| {
        let mut git = Command::new("git");
        let as_nobody = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "protocol.file.allow=always"];
        git.arg("-C").arg(folder).args(as_nobody).args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        git.status().is_ok_and(|status| status.success())
    };
    for published in [false, true] {
        for out in ["public", "dist"] {
            for name in ["new", "swap", "old", "annai.lock", ""] {
                let what = format!("{name:?} of {out}, published before: {published}");
                let sites = Sites { folder: tempfile::tempdir().unwrap() };
                let victim = sites.path("victim");
                fs::create_dir_all(victim.join("deep")).unwrap();
                fs::write(victim.join("deep/file"), "theirs").unwrap();
                let theirs = sites.path("theirs");
                assert!(annai().arg("init").arg(&theirs).stderr(Stdio::null()).status().unwrap().success());
                let work = theirs.join(format!(".{out}.annai-work"));
                // `.gitignore` does not keep a stranger from adding it.
                if name.is_empty() {
                    std::os::unix::fs::symlink("../victim", &work).unwrap();
                } else {
                    fs::create_dir(&work).unwrap();
                    fs::write(work.join("annai.lock"), "").unwrap();
                    let _ = fs::remove_file(work.join(name));
                    let target = if name == "annai.lock" { "../../victim/made" } else { "../../victim" };
                    std::os::unix::fs::symlink(target, work.join(name)).unwrap();
                }
                assert!(git(&theirs, &["init", "-q"]) && git(&theirs, &["add", "-Af", "."]), "{what}");
                assert!(git(&theirs, &["commit", "-qm", "x"]), "{what}");
                assert!(git(sites.folder.path(), &["clone", "-q", "theirs", "clone"]), "{what}");
                if published {
                    sites.build("theirs", "elsewhere");
                    fs::rename(sites.path("elsewhere"), sites.path("clone").join(out)).unwrap();
                }
                let before = (tree(&victim), published.then(|| tree(&sites.path("clone").join(out))));
                let mut build = annai();
                build.arg("-C").arg(sites.path("clone")).args(["build", "--lang", "en"]);
                if out != "public" {
                    build.arg("--out").arg(sites.path("clone").join(out));
                }
                let run = build.output().unwrap();
                let words = String::from_utf8(run.stderr).unwrap();
                assert_eq!(run.status.code(), Some(1), "{what}: {words}");
                assert!(words.contains(&format!(".{out}.annai-work")), "{what}: {words}");
                let after = (tree(&victim), published.then(|| tree(&sites.path("clone").join(out))));
                assert_eq!(before, after, "{what}");
                assert_eq!(sites.path("clone").join(out).exists(), published, "{what}");
            }
        }
    }
}

/// A build that is asked to end leaves the old site or the new one, as a killed one does, and nothing beside it.
#[cfg(unix)]
#[test]
fn a_stopped_build_leaves_no_working_folder() {
    use std::os::unix::process::ExitStatusExt;

    use rustix::process::{Pid, Signal, kill_process};
    let sites = Sites::new();
    let wholes = [sites.reference("old"), sites.reference("new")];
    sites.build("old", "out");
    // Of another site: the same again renders nothing.
    let start = Instant::now();
    sites.build("new", "out");
    let mut latest = start.elapsed();
    sites.build("old", "out");
    let mut random = Random(RandomState::new().hash_one(0) | 1);
    let (mut stands, mut stopped, mut kept, mut changed) = (0, 0, 0, 0);
    for round in 0..60 {
        let mut build = sites.start(["new", "old"][stands], "out");
        std::thread::sleep(random.up_to(latest));
        let signal = if round % 2 == 0 { Signal::INT } else { Signal::TERM };
        kill_process(Pid::from_child(&build), signal).unwrap();
        let status = build.wait().unwrap();
        let by_signal = status.signal() == Some(signal.as_raw());
        assert!(by_signal || status.success(), "{status}");
        stopped += u32::from(by_signal);
        assert!(!sites.path(".out.annai-work").exists(), "round {round}: a working folder is left");
        let is = wholes.iter().position(|whole| *whole == tree(&sites.path("out"))).expect("a torn site");
        if is == stands {
            kept += 1;
            latest = latest.mul_f64(1.05);
        } else {
            changed += 1;
            latest = latest.mul_f64(0.9);
        }
        stands = is;
    }
    println!("60 stops within {latest:?}: {stopped} by the signal, {kept} old, {changed} new");
    assert!(stopped > 0 && kept > 0 && changed > 0, "the stops did not fall on both sides of the exchange");
}

#[test]
fn a_build_says_what_somebody_changed_in_the_output() {
    let sites = Sites::new();
    sites.build("old", "out");
    let page = sites.path("out/en/index.html");
    let good = fs::read(&page).unwrap();
    fs::write(&page, "changed").unwrap();
    fs::remove_file(sites.path("out/robots.txt")).unwrap();
    let run = |version: &str, quiet: bool| {
        let mut build = annai();
        build.arg("-C").arg(sites.path(version)).args(["build", "--lang", "en", "--out"]).arg(sites.path("out"));
        if quiet {
            build.arg("--quiet");
        }
        let run = build.output().unwrap();
        assert!(run.status.success());
        String::from_utf8(run.stderr).unwrap()
    };
    let words = run("old", false);
    assert!(words.contains("en/index.html") && words.contains("robots.txt"), "{words}");
    assert!(!words.contains("Nothing changed"), "{words}");
    assert_eq!(fs::read(&page).unwrap(), good);
    assert!(run("old", false).contains("Nothing changed"));
    // A page that the new site does not have; even a quiet build does not pass over it in silence.
    let page = sites.path("out/en/page-1/index.html");
    fs::write(&page, "changed").unwrap();
    let words = run("new", true);
    assert!(words.contains("en/page-1/index.html"), "{words}");
    assert_eq!(fs::read_to_string(&page).unwrap(), "changed");
}

#[test]
fn builds_at_once_leave_one_whole_site() {
    let sites = Sites::new();
    let wholes = [sites.reference("old"), sites.reference("new")];
    sites.build("old", "out");
    for _ in 0..5 {
        let builds: Vec<_> = ["old", "new", "old", "new"].iter().map(|version| sites.start(version, "out")).collect();
        let succeeded = builds.into_iter().filter_map(|mut build| build.wait().ok()).filter(std::process::ExitStatus::success);
        assert!(succeeded.count() > 0);
        assert!(wholes.contains(&tree(&sites.path("out"))), "a torn site");
        assert!(!sites.path(".out.annai-work").exists(), "a working folder is left");
    }
}
