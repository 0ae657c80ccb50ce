//! The default theme, built into the binary from `themes/default/`.

macro_rules! files {
    ($($path:literal)*) => {
        /// Every file: path in the theme, bytes.
        pub static FILES: &[(&str, &[u8])] = &[$(($path, include_bytes!(concat!("../../themes/default/", $path)))),*];
    };
}

files! {
    "404.html"
    "alias.html"
    "base.html"
    "can.html"
    "compare.html"
    "components.html"
    "data.html"
    "drawings.html"
    "facet.html"
    "fee.html"
    "fees.html"
    "footer.html"
    "glossary.html"
    "home.html"
    "hospital.html"
    "journey.html"
    "letter.html"
    "list.html"
    "menu.html"
    "not-found.html"
    "notice.html"
    "organization.html"
    "page.html"
    "program.html"
    "record.html"
    "root.html"
    "schedule.html"
    "search.html"
    "settings.html"
    "sources.html"
    "term.html"
    "assets/drawings.css"
    "assets/filter.js"
    "assets/letter.js"
    "assets/icon.svg"
    "assets/root.js"
    "assets/search.js"
    "assets/compare.js"
    "assets/site.css"
    "assets/site.js"
    "assets/sort.js"
}
