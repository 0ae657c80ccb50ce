//! The words that the generator itself says, built into the binary from `locales/`.

/// The built-in texts of one language.
#[derive(Debug)]
pub struct BuiltinLocale {
    /// Language tag, the name of the folder in `locales/`.
    pub tag: &'static str,
    /// File name and text of each file.
    pub files: &'static [(&'static str, &'static str)],
}

macro_rules! locale {
    ($tag:literal: $($file:literal)*) => {
        BuiltinLocale { tag: $tag, files: &[$(($file, include_str!(concat!("../../locales/", $tag, "/", $file)))),*] }
    };
}

/// One line for each file. A language for readers and editors has all of them: a missing one does not compile.
macro_rules! for_all {
    ($tag:literal) => {
        locale! { $tag:
            "calendar.ftl"
            "checks.ftl"
            "cli.ftl"
            "data.ftl"
            "fields.ftl"
            "findings.ftl"
            "formats.ftl"
            "prose.ftl"
            "publish.ftl"
            "read.ftl"
            "reader.ftl"
            "rules.ftl"
            "serve.ftl"
            "serve-ui.ftl"
            "values.ftl"
        }
    };
}

/// The same for a language that readers alone are spoken to in.
macro_rules! for_readers {
    ($tag:literal) => {
        locale! { $tag: "calendar.ftl" "data.ftl" "formats.ftl" "reader.ftl" }
    };
}

/// The files whose words readers meet. A language may have these alone: its editors are then spoken to in another.
pub const FOR_READERS: [&str; 4] = ["calendar.ftl", "data.ftl", "formats.ftl", "reader.ftl"];

/// The built-in languages, one line for each.
pub static LOCALES: &[BuiltinLocale] =
    &[for_all!("en"), for_readers!("id"), for_all!("ja"), for_readers!("ja-x-easy"), for_readers!("vi"), for_readers!("zh-Hans")];

impl BuiltinLocale {
    /// Has it the words of the command line and of findings?
    pub fn is_for_editors(&self) -> bool {
        self.files.iter().any(|(name, _)| !FOR_READERS.contains(name))
    }
}

/// The built-in texts of a language, by its exact tag.
pub fn locale(tag: &str) -> Option<&'static BuiltinLocale> {
    LOCALES.iter().find(|locale| locale.tag == tag)
}
