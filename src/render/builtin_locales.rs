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

/// One line for each file. Every built-in language has all of them: a missing one does not compile.
macro_rules! locales {
    ($($tag:literal)*) => {
        &[$(locale! { $tag:
            "calendar.ftl"
            "checks.ftl"
            "cli.ftl"
            "data.ftl"
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
        }),*]
    };
}

/// The built-in languages, one line for each.
pub static LOCALES: &[BuiltinLocale] = locales! {
    "en"
    "ja"
};

/// The built-in texts of a language, by its exact tag.
pub fn locale(tag: &str) -> Option<&'static BuiltinLocale> {
    LOCALES.iter().find(|locale| locale.tag == tag)
}
