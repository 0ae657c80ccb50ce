//! One name for everything that a build is made of: files, states and generator. A published site with the same name needs no new
//! build.

use sha2::{Digest, Sha256};

use super::next;
use crate::site::Site;
use crate::site::recruitment;
use crate::source::{File, Sources, Stored};

/// The generator: its version and its own sources.
const GENERATOR: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("ANNAI_SOURCES"));

/// The name of all that a build is made of; nothing where a file cannot be read. `sum` gives the SHA-256 of a file that is not held.
pub fn built_from(site: &Site, sources: &Sources, sum: impl Fn(&Stored) -> Option<[u8; 32]>) -> Option<[u8; 32]> {
    let mut hasher = Sha256::new();
    let mut take = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    take(GENERATOR.as_bytes());
    take(site.base_url.origin.as_bytes());
    take(site.base_url.path.as_bytes());
    // Pages show the day. Between two instants at which something changes by itself, they show nothing else of the instant.
    take(site.as_of.to_zoned(site.file.zone.0.clone()).date().to_string().as_bytes());
    take(recruitment::lasts_until(site).to_string().as_bytes());
    take(next::next(site).map(|at| at.to_string()).unwrap_or_default().as_bytes());
    for (path, file) in sources.files.iter() {
        take(path.as_bytes());
        match &**file {
            File::Text(text) => take(text.as_bytes()),
            File::Binary(bytes) => take(bytes),
            File::Stored(stored) => take(&sum(stored)?),
            File::Unreadable(_) => return None,
        }
    }
    Some(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::compile::{Cache, compile};
    use crate::site::link::Options;

    const SCHEDULE: &str = "name: {ja: 募集, en: Recruitment}\nprogram: program/p\nrounds:\n  - round: first\n    stages:\n      \
                            - {stage: application, opens: 2027-04-01 09:00, closes: 2027-04-20 17:00}\n";

    fn sources(as_of: &str) -> Sources {
        Sources::new(as_of.parse().unwrap())
            .with(
                "content/site.yaml",
                "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\ntime_zone: Asia/Tokyo\n",
            )
            .with("content/programs/p.yaml", "name: {ja: 研修, en: Training}\n")
            .with("content/schedules/s.yaml", SCHEDULE)
    }

    fn name(sources: &Sources) -> Option<[u8; 32]> {
        let compiled = compile(sources, &Options::default(), &mut Cache::default());
        built_from(&compiled.site, sources, |stored| (stored.size > 0).then_some([7; 32]))
    }

    #[test]
    fn the_same_is_known_and_nothing_else() {
        let first = name(&sources("2027-03-01T00:00:00Z")).unwrap();
        assert_eq!(name(&sources("2027-03-01T03:00:00Z")), Some(first), "later on the same day");
        let others = [
            sources("2027-03-02T00:00:00Z"),
            sources("2027-03-01T00:00:00Z").with("content/programs/p.yaml", "name: {ja: 研修, en: A training}\n"),
            sources("2027-03-01T00:00:00Z").with("themes/default/x.html", ""),
            sources("2027-03-01T00:00:00Z").with("locales/en/reader.ftl", ""),
        ];
        assert!(others.iter().all(|other| name(other).is_some_and(|name| name != first)));
        // The day on which applications open, before and after.
        let [before, after] = ["2027-03-31T20:00:00Z", "2027-04-01T00:00:00Z"].map(|at| name(&sources(at)).unwrap());
        assert_ne!(before, after);
        // Where a file stands and when it was changed does not count; what is in it does.
        let stored = |path: &str, size| {
            let mut sources = sources("2027-03-01T00:00:00Z");
            let file = Stored { path: std::path::Path::new(path).into(), size, changed: None };
            sources.files_mut().insert("content/assets/film.mp4".into(), Arc::new(File::Stored(file)));
            name(&sources)
        };
        assert_eq!(stored("/a", 1), stored("/b", 1));
        assert!(stored("/a", 1).is_some() && stored("/a", 0).is_none() && stored("/a", 1) != Some(first));
    }
}
