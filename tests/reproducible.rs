//! The same inputs give the same bytes, whatever the folder, the threads, the time zone, the language and the mask of rights.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::LazyLock;

use crate::support::{AS_OF, Annai, Project, Published, pinned_guide, read_tree};

/// What differs from one build to the next and must not be seen in the site.
struct Surroundings {
    threads: &'static str,
    zone: &'static str,
    language: &'static str,
    folder: &'static str,
}

const HERE: Surroundings = Surroundings { threads: "1", zone: "Asia/Tokyo", language: "ja_JP.UTF-8", folder: "a" };
const THERE: Surroundings =
    Surroundings { threads: "8", zone: "America/St_Johns", language: "tr_TR.UTF-8", folder: "b/ü/longer name" };

/// Builds a copy of the folders in those surroundings.
fn build(surroundings: &Surroundings, copy: impl Fn(&Path), arguments: &[&str]) -> Published {
    let project = Project::empty();
    let root = project.path(surroundings.folder);
    fs::create_dir_all(&root).unwrap();
    copy(&root);
    let Surroundings { threads, zone, language, .. } = surroundings;
    Annai::new(&root)
        .args(["build", "--out", "../out"])
        .args(arguments.iter().copied())
        .env("RAYON_NUM_THREADS", threads)
        .env("TZ", zone)
        .env("LANG", language)
        .env("LC_ALL", language)
        .run()
        .exits(0);
    Published::read(&root.join("../out"))
}

/// Copies the guide, its files in another order each time.
fn guide(reversed: bool) -> impl Fn(&Path) {
    move |root| {
        let mut files: Vec<_> = read_tree(&pinned_guide().join("content")).into_iter().collect();
        if reversed {
            files.reverse();
        }
        for (path, bytes) in files {
            let path = root.join("content").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
}

/// The guide as of one instant, in either surroundings.
static BUILT_HERE: LazyLock<Published> = LazyLock::new(|| build(&HERE, guide(false), &["--as-of", AS_OF]));
static BUILT_THERE: LazyLock<Published> = LazyLock::new(|| build(&THERE, guide(true), &["--as-of", AS_OF]));

fn assert_same(one: &Published, other: &Published) {
    assert_eq!(one.files.keys().collect::<Vec<_>>(), other.files.keys().collect::<Vec<_>>());
    for (path, bytes) in &one.files {
        assert!(*bytes == other.files[path], "{path} differs:\n{}", first_difference(bytes, &other.files[path]));
    }
}

fn first_difference(one: &[u8], other: &[u8]) -> String {
    let at = one.iter().zip(other).position(|(a, b)| a != b).unwrap_or(one.len().min(other.len()));
    let around = |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(80)..(at + 80).min(bytes.len())]).into_owned();
    format!("{}\n---\n{}", around(one), around(other))
}

#[test]
fn two_builds_in_different_surroundings_are_the_same_to_the_byte() {
    let files = &BUILT_HERE.files;
    assert!(files.contains_key(".annai-manifest.json") && files.len() > 200, "only {} files", files.len());
    assert_same(&BUILT_HERE, &BUILT_THERE);
}

#[test]
fn builds_with_many_threads_are_the_same_every_time() {
    for _ in 0..3 {
        assert_same(&BUILT_THERE, &build(&THERE, guide(false), &["--as-of", AS_OF]));
    }
}

#[test]
fn an_instant_written_in_two_ways_gives_the_same_bytes() {
    assert_same(&BUILT_HERE, &build(&THERE, guide(false), &["--as-of", "2026-11-22T00:00:00Z"]));
}

#[test]
fn the_instant_shows_in_nothing_but_states() {
    // On both days every recruitment of the guide is past. What a site was built from, its manifest says with the instant.
    let told = |site: &Published| {
        let mut files = site.files.clone();
        let manifest = String::from_utf8(files[".annai-manifest.json"].clone()).unwrap();
        let (before, rest) = manifest.split_once("\"built_from\":\"").unwrap();
        let after = rest.split_once('"').unwrap().1;
        files.insert(".annai-manifest.json".into(), format!("{before}{after}").into_bytes());
        Published { files }
    };
    assert_same(&told(&BUILT_HERE), &told(&build(&HERE, guide(false), &["--as-of", "2027-03-01T01:02:03Z"])));
}

#[test]
fn a_build_over_an_earlier_site_is_the_same_as_a_fresh_one() {
    let site = Project::init();
    let fresh = site.build();
    let site = site.file("content/terms/term.yaml", "name: {ja: 用語, en: Term}\ndefinition: {ja: 説明, en: Meaning}\n");
    site.build();
    let again = site.without("content/terms").build();
    assert_same(&fresh, &again);
}

#[test]
fn findings_are_the_same_and_in_the_same_order_with_any_number_of_threads() {
    let broken = (0..40).fold(Project::init(), |site, number| {
        site.file(
            &format!("content/hospitals/h{number}.yaml"),
            format!("name: {{ja: 病院{number}}}\nprefecture: x{number}\nparent: organization/o\n"),
        )
    });
    let check = |threads: &str| {
        let run = broken.annai(["check", "--format", "json", "--as-of", AS_OF]).env("RAYON_NUM_THREADS", threads).run().exits(1);
        assert!(run.findings().len() >= 120, "{}", run.everything());
        run.stdout
    };
    let one = check("1");
    assert_eq!(one, check("8"));
    assert_eq!(one, check("3"));
}

#[test]
fn bytes_do_not_depend_on_the_mask_of_rights() {
    let build = |mask: &str| {
        let site = Project::init();
        let command = format!("umask {mask}; exec \"$0\" build --as-of {AS_OF}");
        let shell = std::process::Command::new("sh")
            .args(["-c", &command, env!("CARGO_BIN_EXE_annai")])
            .current_dir(site.path("."))
            .output()
            .unwrap();
        assert!(shell.status.success(), "{shell:?}");
        let mode = fs::metadata(site.path("public/ja/index.html")).unwrap().permissions().mode() & 0o777;
        (Published::read(&site.path("public")), mode)
    };
    let ((open, wide), (closed, narrow)) = (build("022"), build("077"));
    assert_same(&open, &closed);
    assert_eq!((wide, narrow), (0o644, 0o600), "rights are those that the mask leaves");
}

#[test]
fn nothing_published_names_the_folder_or_the_machine() {
    let site = Project::init();
    let root = site.text(".");
    let root = root.trim_end_matches("/.");
    let files = site.build();
    for (path, bytes) in &files.files {
        assert!(!String::from_utf8_lossy(bytes).contains(root), "{path} names {root}");
    }
}
