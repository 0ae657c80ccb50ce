//! `annai serve`: the pages of a build, every way to save a file, strangers, and hard times.

mod edits;
mod faults;
pub mod server;
mod strangers;
mod transfers;

use server::Served;

use crate::support::{AS_OF, Project, address_of, read_tree};

/// The guide as it is served and as it is built for the same address. Without drafts on either side.
fn compare(project: &Project, arguments: &[&str]) -> usize {
    let mut all = vec!["serve", "--port", "0", "--as-of", AS_OF];
    all.extend(arguments);
    let served = Served::start(project.annai(all).command());
    assert_eq!(served.set("drafts=0").status, 200);
    let base = match arguments {
        [_, url] => (*url).to_owned(),
        _ => format!("http://{}/", served.address),
    };
    project.annai(["build", "--as-of", AS_OF, "--base-url", &base]).run().exits(0);
    let folder = base.splitn(4, '/').nth(3).unwrap().trim_end_matches('/').to_owned();
    let folder = if folder.is_empty() { folder } else { format!("/{folder}") };
    let mut pages = 0;
    for (path, built) in read_tree(&project.path("public")) {
        if path.starts_with('.') || path.contains("manifest") {
            continue;
        }
        let answer = served.get(&format!("{folder}{}", address_of(&path)));
        let built = String::from_utf8_lossy(&built).into_owned();
        if path.ends_with(".html") {
            pages += 1;
            assert_eq!(answer.text().matches(server::SCRIPT).count(), 1, "{path}");
        }
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text().replacen(server::SCRIPT, "", 1) == built, "{path} is not what is built");
    }
    pages
}

#[test]
fn every_page_is_that_of_a_build_but_for_one_script_tag() {
    assert!(compare(&Project::guide(), &[]) > 100);
}

#[test]
fn so_it_is_below_a_base_path() {
    let project = Project::init();
    assert!(compare(&project, &["--base-url", "https://example.org/a/guide/"]) > 10);
}

#[test]
fn nothing_is_written() {
    let project = Project::init();
    let before = read_tree(&project.path("."));
    let served = Served::new(&project.path("."));
    for path in ["/", "/ja/", "/en/", "/_annai/", "/nothing", "/_annai/state?page=/ja/"] {
        served.get(path);
    }
    drop(served);
    assert_eq!(read_tree(&project.path(".")), before);
}

#[test]
fn drafts_are_shown_here_and_can_be_left_out() {
    let draft = "name: {ja: 下書き, en: Draft}\ndraft: true\n";
    let project = Project::init().file("content/pages/secret.yaml", draft).file("content/pages/secret.en.md", "Soon.\n");
    let served = Served::new(&project.path("."));
    assert_eq!(served.get("/en/secret/").status, 200);
    assert_eq!(served.get("/_annai/state?page=/en/secret/").json()["page"]["draft"], true);
    assert_eq!(served.set("drafts=0").json()["drafts"], false);
    assert_eq!(served.get("/en/secret/").status, 404);
    // Only the bar can change it: a page of another site can send no field of its own.
    assert_eq!(served.get("/_annai/settings?drafts=1").status, 403);
}

#[test]
fn a_reference_to_a_draft_is_told_while_drafts_are_shown_but_not_one_from_a_draft() {
    let draft = "name: {ja: 下書き, en: Draft}\ndraft: true\nrelated: [page/other]\n";
    let other = "name: {ja: 別の下書き, en: Other draft}\ndraft: true\n";
    let public = "name: {ja: 公開, en: Public}\nrelated: [page/secret]\n";
    let project = Project::init().file("content/pages/secret.yaml", draft).file("content/pages/other.yaml", other);
    let project = project.file("content/pages/public.yaml", public);
    let served = Served::new(&project.path("."));
    let told = || -> Vec<String> {
        let state = served.get("/_annai/state?page=/en/public/").json();
        let findings = state["findings"].as_array().unwrap().iter();
        let of_drafts = findings.filter(|finding| finding["code"] == "draft-reference");
        of_drafts.map(|finding| format!("{} {}:{}", finding["severity"], finding["path"], finding["line"])).collect()
    };
    assert_eq!(told(), [r#""warning" "content/pages/public.yaml":2"#]);
    assert_eq!(served.get("/en/public/").status, 200);
    assert_eq!(served.set("drafts=0").status, 200);
    assert_eq!(told(), [r#""error" "content/pages/public.yaml":2"#]);
}

#[test]
fn a_port_that_is_taken_is_told_by_whom() {
    let project = Project::init();
    let served = Served::new(&project.path("."));
    let port = served.address.port().to_string();
    let run = project.annai(["serve", "--port", &port, "--lang", "en"]).run().exits(2);
    run.complains(&format!("Port {port} is used by annai (process {})", served.pid()));
}

#[test]
fn without_a_port_the_next_free_one_is_taken() {
    let project = Project::init();
    let start = || Served::start(project.annai(["serve", "--as-of", AS_OF, "--lang", "en"]).command());
    let (first, second) = (start(), start());
    assert_ne!(first.address.port(), second.address.port());
    assert_eq!((first.get("/ja/").status, second.get("/ja/").status), (200, 200));
}

#[test]
fn a_folder_without_content_is_no_site_and_is_not_served() {
    let project = Project::empty();
    let run = project.annai(["serve", "--port", "0", "--lang", "en"]).run().exits(2);
    run.complains("it has no folder “content”").complains("annai init");
}

#[test]
fn ctrl_c_ends_it_at_any_time_at_once_and_leaves_nothing_behind() {
    let project = Project::init();
    let before = read_tree(&project.path("."));
    for milliseconds in [0, 1, 3, 10, 30, 100] {
        // A shell lets what it starts in the background ignore Ctrl-C; what is tested here does not.
        let mut command = std::process::Command::new("env");
        command.arg("--default-signal=INT").arg(env!("CARGO_BIN_EXE_annai")).current_dir(project.path("."));
        command.args(["serve", "--port", "0", "--as-of", AS_OF]);
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        let mut child = command.spawn().unwrap();
        // Until it is annai itself, the signal may still be ignored, and a signal that is ignored is lost.
        let name = format!("/proc/{}/comm", child.id());
        let start = std::time::Instant::now();
        while std::fs::read_to_string(&name).is_ok_and(|name| name.trim() != "annai") && start.elapsed().as_secs() < 5 {
            std::thread::yield_now();
        }
        ends_at_once(&mut child, milliseconds);
    }
    let mut served = Served::that_hears_ctrl_c(&project.path("."));
    let _waiting = served.connect();
    let _idle = served.get("/ja/");
    ends_at_once(served.child(), 0);
    assert_eq!(read_tree(&project.path(".")), before);
}

fn ends_at_once(child: &mut std::process::Child, after: u64) {
    std::thread::sleep(std::time::Duration::from_millis(after));
    let _quiet = faults::quiet();
    let killed = std::process::Command::new("sh").args(["-c", &format!("kill -INT {}", child.id())]).status().unwrap();
    assert!(killed.success());
    let start = std::time::Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed().as_secs() < 5, "it goes on after Ctrl-C");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}
