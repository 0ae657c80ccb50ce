//! The guide that is shipped: what it says, not how. These are the tests that whoever edits `content/` may have to change.

mod facts;

use annai::compile::{Cache, Compiled, compile};
use annai::edge::read;
use annai::site::link::Options;
use annai::site::routes::Route;

use crate::meaning::{labels, words};
use crate::support::{AS_OF, Annai, repository};

/// The guide, compiled.
fn guide() -> Compiled {
    let (sources, _) = read::read(repository(), "2026-11-21T03:00:00Z".parse().unwrap());
    compile(&sources, &Options::default(), &mut Cache::default())
}

#[test]
fn it_passes_a_strict_check() {
    Annai::new(repository()).args(["check", "--strict", "--as-of", AS_OF, "--format", "short", "--quiet"]).run().exits(0);
}

#[test]
fn it_is_written_as_fmt_writes_it() {
    Annai::new(repository()).args(["fmt", "--check"]).run().exits(0);
}

#[test]
fn no_page_calls_a_possible_host_recruiting_or_a_surveyed_hospital_accredited() {
    let guide = guide();
    for (tag, open, accredited, possible, surveyed) in [
        ("ja", ["受入れあり", "募集中"], "認証を受けた", "受入れの可能性あり", "訪問調査を受けた"),
        ("en", ["Takes people in", "Recruiting"], "Accredited", "Possible host", "Surveyed"),
    ] {
        let hosts = words(&guide, &format!("/{tag}/programs/practical-training/"));
        assert!(hosts.contains(possible), "{tag}: {hosts}");
        let tsukuba = words(&guide, &format!("/{tag}/hospitals/tsukuba-university/"));
        assert!(tsukuba.contains(surveyed), "{tag}: {tsukuba}");
        // One offering for students does take applications; no other host, and no other program, is said to.
        let is_asked = |address: &str| {
            let of_a_host = ["hospitals", "programs"].iter().any(|folder| address.starts_with(&format!("/{tag}/{folder}/")));
            of_a_host && !address.contains("dokkyo")
        };
        let records = guide.site.routes.iter().filter(|(_, route)| matches!(route, Route::Record(..)));
        for route in records.filter(|(address, _)| is_asked(address)) {
            let labels = labels(&guide, route.0);
            for word in open.iter().chain([&accredited]) {
                assert!(!labels.iter().any(|label| label.starts_with(word)), "{}: {word}", route.0);
            }
        }
    }
}
