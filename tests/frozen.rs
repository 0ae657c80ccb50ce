//! Sites that build today build tomorrow: each folder of `tests/sites/` is a site as its editors left it, and is not touched when
//! the generator changes. `guide` and `init` are what the guide and a new site were before records were described once.

use std::fs;

use crate::support::{AS_OF, Annai, repository};

#[test]
fn every_frozen_site_builds_without_an_error() {
    let sites: Vec<_> = fs::read_dir(repository().join("tests/sites")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(sites.len() >= 2, "{sites:?}");
    for site in sites {
        let out = tempfile::tempdir().unwrap();
        let arguments = ["build", "--as-of", AS_OF, "--base-url", "https://example.org/", "--format", "json", "--out"];
        let run = Annai::new(&site).args(arguments).args([out.path().join("public").to_str().unwrap()]).run();
        let errors: Vec<_> = run.findings().into_iter().filter(|finding| finding.text("severity") == "error").collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", site.display());
        run.exits(0);
        assert!(out.path().join("public/index.html").is_file(), "{} publishes no home", site.display());
    }
}
