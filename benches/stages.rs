//! One benchmark for each stage of a build, on a site of 600 pages made in memory: `cargo bench`.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use annai::compile::{Cache, Compiled, compile};
use annai::edge::publish::{Gate, Publisher, Target};
use annai::edge::read;
use annai::model::document::Parsed;
use annai::site::link::{self, Options};
use annai::site::routes::{Route, file_of};
use annai::source::Sources;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use rayon::prelude::*;

#[path = "corpus/neutral.rs"]
mod neutral;
#[path = "corpus/site.rs"]
mod site;
#[path = "corpus/synthetic.rs"]
mod synthetic;

/// The binary's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Where there is one, a file system in memory: the disk is not what is measured.
const MEMORY: &str = "/dev/shm";
/// Hospitals; each gives three pages with prose and one without, in two languages.
const HOSPITALS: usize = 100;
/// 2026-04-01: between the rounds of the corpus.
const AS_OF: i64 = 1_775_000_000;

/// Why every page can be rendered.
const SOUND: &str = "the theme has no mistake";

/// What the stages start from: each one's input is the output of the one before.
struct Stages {
    files: Vec<site::File>,
    sources: Sources,
    parsed: Vec<Arc<Parsed>>,
    cache: Cache,
    compiled: Compiled,
    pages: Vec<(String, Vec<u8>)>,
}

impl Stages {
    fn new() -> Self {
        let files = site::files(&synthetic::corpus(HOSPITALS)).expect("the corpus is of the right shape");
        let as_of = Timestamp::from_second(AS_OF).expect("an instant");
        let sources = files.iter().fold(Sources::new(as_of), |sources, (path, text)| sources.with(path, text));
        let parsed = parse(&sources);
        let mut cache = Cache::default();
        let compiled = compile(&sources, &Options::default(), &mut cache);
        assert!(!compiled.has_errors(), "{:?}", compiled.findings);
        let pages = compiled.render_all(|address, bytes| Some((file_of(address), bytes.expect(SOUND))));
        Self { files, sources, parsed, cache, compiled, pages }
    }
}

fn parse(sources: &Sources) -> Vec<Arc<Parsed>> {
    let files: Vec<_> = sources.files.iter().collect();
    files.par_iter().filter_map(|(path, file)| Parsed::of(path, file).map(Arc::new)).collect()
}

/// All routes, as a build renders them.
fn render(compiled: &Compiled) -> usize {
    compiled.render_all(|_, bytes| Some(bytes.expect(SOUND).len())).into_iter().sum()
}

/// Each file that is no page by itself.
fn outputs(compiled: &Compiled) -> usize {
    let files: Vec<&Route> = compiled.site.routes.values().filter(|route| !route.is_page()).collect();
    files.par_iter().map(|route| compiled.render(route).expect(SOUND).len()).sum()
}

fn publish(root: &Path, out: &Path, pages: &[(String, Vec<u8>)]) {
    let publisher = Publisher::open(&Target::new(root, out), &Gate::default()).expect("a folder of one's own");
    pages.par_iter().for_each(|(path, bytes)| publisher.write(path, bytes).expect("room to write"));
    black_box(publisher.commit().expect("an exchange"));
}

fn stages(criterion: &mut Criterion) {
    let stages = Stages::new();
    let Stages { files, sources, parsed, cache, compiled, pages } = &stages;
    let memory = Path::new(MEMORY).is_dir().then(|| tempfile::tempdir_in(MEMORY));
    let folder = memory.unwrap_or_else(tempfile::tempdir).expect("a temporary folder");
    let root = folder.path().join("site");
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let mut group = criterion.benchmark_group("600 pages");
    group.sample_size(20).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));

    group.bench_function("read", |bench| bench.iter(|| read::read(&root, sources.as_of)));
    group.bench_function("parse", |bench| bench.iter(|| parse(sources)));
    group.bench_function("link", |bench| bench.iter(|| link::link(parsed, &[], sources.as_of, &Options::default())));
    group.bench_function("check", |bench| bench.iter(|| compiled.check()));
    // What the preview does after a change: all of it, with every file but the changed one from the cache.
    group.bench_function("compile again", |bench| {
        bench.iter_batched(
            || cache.clone(),
            |mut cache| compile(sources, &Options::default(), &mut cache).findings.len(),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("render", |bench| bench.iter(|| render(compiled)));
    group.bench_function("outputs", |bench| bench.iter(|| outputs(compiled)));
    group.bench_function("publish", |bench| {
        let mut count = 0;
        bench.iter_batched(
            || {
                count += 1;
                folder.path().join(format!("out-{count}"))
            },
            |out| publish(&root, &out, pages),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("publish again", |bench| {
        let out = folder.path().join("again");
        publish(&root, &out, pages);
        bench.iter(|| publish(&root, &out, pages));
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
