//! Slips in a whole site, as they are typed: each is found where it stands, and what the message proposes mends it.
//!
//! ```text
//! === content/fees/residence.yaml
//!     amount: 20000 ⇒     amount: «2O000円» ✗ bad-money
//! ```
//!
//! The line as it stands in the site, the line as it is typed, the rule that finds it. The marks stand around what is underlined. The help
//! names in quotation marks what to write: put in its place, the site is as clean as before.

use std::collections::BTreeMap;
use std::fs;

use annai::base::{Diagnostic, Language};
use annai::compile::{Cache, compile};
use annai::edge::read;
use annai::edge::report::{self, Format};
use annai::render::messages::Messages;
use annai::site::link::Options;
use annai::source::Sources;
use rayon::prelude::*;

use crate::support::{AS_OF, repository};

const SITE: &str = "tests/sites/international-office";

struct Slip {
    path: String,
    line: String,
    typed: String,
    code: String,
}

/// All files of the site.
fn site() -> Sources {
    read::read(&repository().join(SITE), AS_OF.parse().unwrap()).0
}

/// The slips, which are read when the test runs: each line of a file of cases is one.
fn slips() -> Vec<Slip> {
    let mut slips = Vec::new();
    let folder = repository().join("tests/cases/slips");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let mut path = "";
        for line in text.lines() {
            if let Some(named) = line.strip_prefix("=== ") {
                path = named;
            } else if let Some((line, rest)) = line.split_once(" ⇒ ") {
                let (typed, code) = rest.rsplit_once(" ✗ ").unwrap_or_else(|| panic!("{line}: no rule"));
                slips.push(Slip { path: path.into(), line: line.into(), typed: typed.into(), code: code.into() });
            }
        }
    }
    slips
}

fn found(sources: &Sources) -> Vec<Diagnostic> {
    let is_slip = |finding: &Diagnostic| finding.severity != annai::base::Severity::Info;
    compile(sources, &Options::default(), &mut Cache::default()).check().into_iter().filter(is_slip).collect()
}

/// The help of a finding in a language.
fn help(finding: &Diagnostic, sources: &Sources, messages: &Messages) -> String {
    let mut out = Vec::new();
    report::print(std::slice::from_ref(finding), sources, messages, Format::Json, false, 80, &mut out).unwrap();
    let record: serde_json::Value = serde_json::from_slice(&out).unwrap();
    record["help"].as_str().unwrap_or_default().to_owned()
}

/// What stands between quotation marks; of a word, without the name that stands behind it in brackets.
fn quoted(help: &str) -> Vec<String> {
    let quoted: Vec<&str> = help.split(['“', '「']).skip(1).filter_map(|rest| rest.split(['”', '」']).next()).collect();
    let alone = quoted.iter().filter_map(|words| words.split_once('（').or_else(|| words.split_once(" (")));
    let alone: Vec<String> = alone.map(|(word, _)| word.to_owned()).collect();
    quoted.into_iter().map(str::to_owned).chain(alone).collect()
}

/// The texts that come of putting what is proposed in its place: the value alone, all of it, or the whole line.
fn mended(text: &str, finding: &Diagnostic, proposal: &str) -> Vec<String> {
    let range = finding.place.span.range();
    let with = |range: std::ops::Range<usize>, new: &str| format!("{}{new}{}", &text[..range.start], &text[range.end..]);
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let line = &text[start..end];
    let indent = start + line.len() - line.trim_start().len();
    let behind_dash = if line.trim_start().starts_with("- ") && !proposal.starts_with("- ") { indent + 2 } else { indent };
    let mut mended = Vec::new();
    mended.extend(proposal.split_once(": ").map(|(_, value)| with(range.clone(), value)));
    mended.push(with(range, proposal));
    mended.push(with(behind_dash..end, proposal));
    mended
}

/// What is wrong with a slip; nothing where it is found, and mended by what its message says.
fn failure(slip: &Slip, site: &Sources, clean: &BTreeMap<String, usize>, messages: &[Messages]) -> Option<String> {
    let told = |problem: String| Some(format!("{}: {}\n    {problem}", slip.path, slip.typed));
    let text = site.files.get(&*slip.path).and_then(|file| file.as_text()).unwrap_or_else(|| panic!("no {}", slip.path));
    let mark = slip.typed.find('«').unwrap_or_else(|| panic!("{}: no mark", slip.typed));
    let typed = slip.typed.replace(['«', '»'], "").replace("\\t", "\t");
    let line = format!("{}\n", slip.line);
    let Some(at) = format!("\n{text}").find(&format!("\n{line}")) else { return told("the site has no such line".to_owned()) };
    let slipped = format!("{}{typed}\n{}", &text[..at], &text[at + line.len()..]);
    let sources = site.clone().with(&slip.path, &slipped);
    let all = found(&sources);
    let place = at + slip.typed[..mark].replace("\\t", "\t").len();
    let describe = |finding: &Diagnostic| {
        let at = finding.place.span.start as usize;
        format!(
            "{} at {}+{}: {}",
            finding.code,
            finding.place.path,
            at.wrapping_sub(place),
            help(finding, &sources, &messages[1])
        )
    };
    let Some(finding) = all.iter().find(|finding| {
        finding.code == slip.code && *finding.place.path == *slip.path && finding.place.span.start as usize == place
    }) else {
        return told(format!("not found, but: {:?}", all.iter().map(describe).collect::<Vec<_>>()));
    };
    for messages in messages {
        let help = help(finding, &sources, messages);
        let is_mended = quoted(&help).iter().flat_map(|proposal| mended(&slipped, finding, proposal)).any(|text| {
            let left = found(&site.clone().with(&slip.path, &text));
            left.iter().filter(|finding| *finding.place.path == *slip.path).count() <= clean.get(&slip.path).copied().unwrap_or(0)
                && left.iter().all(|finding| finding.severity != annai::base::Severity::Error)
        });
        if !is_mended {
            return told(format!("not mended by: {help}"));
        }
    }
    None
}

#[test]
fn each_slip_is_found_where_it_stands_and_mended_by_what_is_proposed() {
    let (site, slips) = (site(), slips());
    let empty = Sources::new(AS_OF.parse().unwrap());
    let messages = ["ja", "en"].map(|tag| Messages::build(&Language::parse(tag).unwrap(), &[], &empty).0);
    let mut clean: BTreeMap<String, usize> = BTreeMap::new();
    found(&site).iter().for_each(|finding| *clean.entry(finding.place.path.to_string()).or_default() += 1);
    assert!(clean.is_empty(), "the site has slips of its own: {clean:?}");
    let failures: Vec<String> = slips.par_iter().filter_map(|slip| failure(slip, &site, &clean, &messages)).collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), slips.len(), failures.join("\n"));
    assert!(slips.len() >= 120, "only {} slips", slips.len());
}
