//! What is fuzzed: for each kind of input a function that takes any bytes. It must end soon and without a panic, whatever they are.
//! `tests/fuzz.rs` runs each on its corpus and on slips in it.

use std::sync::{Arc, LazyLock};

use annai::base::Language;
use annai::check::lock::Lock;
use annai::compile::{Cache, compile};
use annai::edge::publish::Manifest;
use annai::model::reference::Kind;
use annai::render::messages::Messages;
use annai::render::theme::Theme;
use annai::site::link::Options;
use annai::source::{File, Sources};
use jiff::Timestamp;

/// What takes an input.
pub type Target = fn(&[u8]);

/// All of them, by name.
pub const ALL: [(&str, Target); 7] = [
    ("record", record),
    ("prose", prose),
    ("site", site),
    ("lock", lock),
    ("manifest", manifest),
    ("theme", theme),
    ("locale", locale),
];

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\nsearch: false\n";

/// Pages that are rendered of each site.
const PAGES: usize = 12;

fn with(path: &str, data: &[u8]) -> Sources {
    let mut sources = Sources::new(Timestamp::UNIX_EPOCH).with("content/site.yaml", SITE);
    sources.files_mut().insert(path.into(), Arc::new(File::text(data)));
    sources
}

/// What is made of the built-in theme and words, which is the same for nearly all inputs.
static WARM: LazyLock<Cache> = LazyLock::new(|| {
    let mut cache = Cache::default();
    compile(&with("content/pages/x.ja.md", b""), &Options::default(), &mut cache);
    cache
});

/// Reads, links and checks a site, and renders pages of it.
fn compiled(sources: &Sources) {
    let compiled = compile(sources, &Options::default(), &mut WARM.clone());
    let _ = compiled.check();
    for route in compiled.site.routes.values().filter(|route| route.is_page()).take(PAGES) {
        let _ = compiled.render(route);
    }
}

/// The file of a record: the first byte says of which kind.
pub fn record(data: &[u8]) {
    let Some((kind, data)) = data.split_first() else { return };
    let kind = Kind::ALL[usize::from(*kind) % Kind::ALL.len()];
    compiled(&with(&format!("content/{}/x.yaml", kind.folder()), data));
}

/// A page of prose.
pub fn prose(data: &[u8]) {
    compiled(&with("content/pages/x.ja.md", data));
}

/// `content/site.yaml`.
pub fn site(data: &[u8]) {
    compiled(&with("content/site.yaml", data));
}

/// The lock: what is read of it is written, and read again as the same.
pub fn lock(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let read = Lock::parse(text);
    if !read.is_old() {
        assert_eq!(Lock::parse(&read.to_text()), read);
    }
    compiled(&with("content/translations.lock", data));
}

/// The manifest of a published site: what is read of it is written, and read again as the same.
pub fn manifest(data: &[u8]) {
    if let Some(read) = Manifest::parse(data) {
        assert_eq!(Manifest::parse(read.to_json().as_bytes()), Some(read));
    }
}

/// A template.
pub fn theme(data: &[u8]) {
    let _ = Theme::new("mine", None, &with("themes/mine/footer.html", data));
}

/// A file of messages.
pub fn locale(data: &[u8]) {
    let Some(language) = Language::parse("ja") else { return };
    let _ = Messages::build(&language, &[], &with("locales/ja/own.ftl", data));
}
