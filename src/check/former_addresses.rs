//! `host-redirects`: former addresses that lead on only where the host knows how.

use crate::base::percent::encode;
use crate::base::{Diagnostic, Place};
use crate::site::entries::Entry;
use crate::site::link::SITE_FILE;
use crate::site::{Site, former};

/// Lines of `/_redirects` that hosts read, fewest first.
const HOSTS: [(&str, usize); 2] = [("GitLab Pages", 1_000), ("Cloudflare Pages", 2_000)];

/// Characters of a line that Cloudflare Pages reads.
const LINE: usize = 1_000;

/// Looks at the former addresses of a record.
pub fn check(_site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    for alias in &entry.record.common.aliases {
        let help = match alias.parts() {
            (_, Some(_)) => "host-redirects-query",
            _ if alias.can_be_a_page() => continue,
            _ => "host-redirects-file",
        };
        let finding = Diagnostic::info("host-redirects", Place::new(&entry.path, alias.span)).help(help);
        findings.push(finding.arg("found", &*alias.address));
    }
}

/// Looks at all of them together, as they stand in `/_redirects`.
pub fn check_all(site: &Site) -> Vec<Diagnostic> {
    let all = former::addresses(site);
    let place = || Place::file(&SITE_FILE.into());
    let mut findings = Vec::new();
    for (host, most) in HOSTS {
        if all.len() > most {
            let finding =
                Diagnostic::info("host-redirects", place()).says("host-redirects-many").help("host-redirects-many-help");
            findings.push(finding.arg("count", all.len()).arg("most", most).arg("host", host));
        }
    }
    let base = site.base_url.path.trim_end_matches('/').len();
    // Two paths below the base address, a code, and a blank before each but the first.
    let length = |from: &str, to: &str| 2 * base + encode(from).len() + encode(to).len() + " 301 ".len();
    if let Some((from, to)) = all.iter().find(|(from, to)| length(from, to) > LINE) {
        let finding = Diagnostic::info("host-redirects", place()).says("host-redirects-long").help("host-redirects-long-help");
        findings.push(finding.arg("found", &**from).arg("count", length(from, to)).arg("most", LINE));
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::compile::{Cache, compile};
    use crate::site::link::Options;
    use crate::source::Sources;

    fn found(aliases: &str) -> Vec<(&'static str, Option<&'static str>)> {
        let mut sources = Sources::new(jiff::Timestamp::UNIX_EPOCH);
        sources = sources.with("content/site.yaml", "title: {en: T}\nlanguages: [en]\nbase_url: https://example.org/\n");
        sources = sources.with("content/pages/a.yaml", &format!("name: {{en: A}}\naliases:\n{aliases}"));
        let compiled = compile(&sources, &Options::default(), &mut Cache::default());
        let findings = compiled.check();
        let own = findings.iter().filter(|finding| finding.code == "host-redirects");
        own.map(|finding| (finding.message, finding.help)).collect()
    }

    #[test]
    fn limits_of_hosts_are_told() {
        let many = |count: usize| (0..count).map(|n| format!("  - /old/{n}/\n")).collect::<String>();
        assert_eq!(found(&many(499)), [], "two lines each: with the language and without");
        assert_eq!(found(&many(501)), [("host-redirects-many", Some("host-redirects-many-help"))]);
        assert_eq!(found(&many(1_001)).len(), 2);
        assert_eq!(found(&format!("  - /{}/\n", "旧".repeat(120))), [("host-redirects-long", Some("host-redirects-long-help"))]);
        assert_eq!(found(&format!("  - /{}/\n", "旧".repeat(80))), []);
    }
}
