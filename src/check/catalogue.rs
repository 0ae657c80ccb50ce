//! Every rule by its code, and the page that `annai explain` prints for it.

use crate::base::Severity;

/// A rule that findings name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable kebab-case name.
    pub code: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
}

const fn error(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Error }
}

const fn warning(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Warning }
}

const fn info(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Info }
}

/// All rules, sorted by code. Each has its page in `locales/*/rules.ftl` as `rule-<code>`.
pub static RULES: &[Rule] = &[
    error("ambiguous-reference"),
    error("bad-address"),
    error("bad-colour"),
    error("bad-duration"),
    error("bad-file-name"),
    error("bad-language"),
    error("bad-message"),
    error("bad-moment"),
    error("bad-money"),
    error("bad-number"),
    error("bad-phone"),
    error("bad-quantity"),
    error("bad-zone"),
    error("broken-anchor"),
    warning("broken-html"),
    error("broken-link"),
    error("changed-event"),
    warning("changed-facts"),
    warning("changed-texts"),
    warning("character-width"),
    error("clashing-address"),
    error("clashing-identity"),
    warning("comparison-differs"),
    warning("contradicts-record"),
    warning("dates-reversed"),
    error("draft-reference"),
    error("duplicate-field"),
    warning("duplicate-heading"),
    warning("duplicate-name"),
    warning("empty-section"),
    error("file-name-not-utf8"),
    error("file-name-twice"),
    error("file-too-large"),
    warning("fiscal-year-basis"),
    warning("fiscal-year-differs"),
    error("folder-unreadable"),
    error("free-with-amount"),
    error("front-matter"),
    warning("future-date"),
    error("hidden-character"),
    info("host-redirects"),
    error("image-without-text"),
    error("invalid-encoding"),
    warning("languages-disagree"),
    error("link-in-a-circle"),
    error("link-out-of-site"),
    warning("literal-markup"),
    error("locale-syntax"),
    error("lost-address"),
    error("lost-words"),
    error("markdown-nesting"),
    error("misplaced-file"),
    info("missing-address"),
    warning("missing-base-url"),
    error("missing-field"),
    error("missing-site-field"),
    error("missing-site-file"),
    warning("missing-translation"),
    info("missing-words"),
    warning("name-differs"),
    warning("near-copy"),
    error("no-site"),
    warning("no-successor"),
    warning("order-differs"),
    warning("outdated-translation"),
    warning("parts-differ"),
    error("placeholder"),
    warning("quotation-differs"),
    error("range-reversed"),
    error("raw-html"),
    warning("reading-differs"),
    warning("rejected-rendering"),
    warning("repeated-entry"),
    warning("review-overdue"),
    warning("rounds-overlap"),
    warning("sense-differs"),
    warning("skipped-heading-level"),
    info("spelling"),
    error("stage-too-early"),
    warning("stages-overlap"),
    warning("step-too-late"),
    warning("structure-differs"),
    error("template-error"),
    info("to-be-confirmed"),
    warning("unclosed-mention"),
    warning("unconfirmed-status"),
    error("unknown-fact"),
    error("unknown-field"),
    warning("unknown-in-total"),
    error("unknown-kind"),
    warning("unknown-message"),
    error("unknown-reference"),
    info("unknown-term"),
    error("unknown-word"),
    warning("unmarked-language"),
    warning("unmatched-heading"),
    warning("unportable-name"),
    error("unreadable-file"),
    info("unreferenced-record"),
    error("unsafe-address"),
    warning("unused-allow"),
    warning("unused-anchor"),
    warning("unused-footnote"),
    warning("vague-link"),
    error("window-reversed"),
    error("wrong-era"),
    error("wrong-kind-reference"),
    warning("wrong-language-link"),
    error("wrong-shape"),
    error("wrong-weekday"),
    error("yaml-limit"),
    error("yaml-syntax"),
];

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// All codes, for suggesting the nearest one.
pub fn codes() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.code)
}

/// The page of a rule: what it finds, why, and an example, bad and good. `words` gives the text of a message by its id.
pub fn explain(code: &str, words: impl Fn(&str) -> String) -> Option<String> {
    let rule = rule(code)?;
    let severity = words(match rule.severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
    });
    let part = |name: &str| words(&format!("rule-{code}{name}"));
    let example = |name: &str| {
        let indented: Vec<String> = part(name).lines().map(|line| format!("    {line}").trim_end().to_owned()).collect();
        format!("{}\n\n{}", words(&format!("explain{}", name.replace('.', "-"))), indented.join("\n"))
    };
    let page = [
        format!("{code} ({severity})"),
        part(""),
        format!("{}\n\n{}", words("explain-why"), part(".why")),
        example(".bad"),
        example(".good"),
    ];
    Some(page.join("\n\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_kebab_case() {
        assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
        assert!(codes().all(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')));
    }

    #[test]
    fn a_page_has_all_parts() {
        let page = explain("no-site", |id| format!("<{id}>")).unwrap();
        let parts = "no-site (<severity-error>)\n\n<rule-no-site>\n\n<explain-why>\n\n<rule-no-site.why>\n\n\
                     <explain-bad>\n\n    <rule-no-site.bad>\n\n<explain-good>\n\n    <rule-no-site.good>\n";
        assert_eq!(page, parts);
        assert_eq!(explain("no-such-rule", str::to_owned), None);
    }
}
