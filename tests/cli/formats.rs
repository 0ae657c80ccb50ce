//! Findings for people and for programs, and the language that they are in.

use std::collections::BTreeSet;

use serde_json::Value;

use super::with_error;
use crate::support::Project;

#[test]
fn json_is_one_object_on_a_line_with_these_keys_and_no_others() {
    let site = with_error().file("content/terms/term.yaml", "name: {ja: 用語}\ndefinition: {ja: 説明, en: Meaning}\n");
    let run = site.annai(["check", "--format", "json", "--lang", "en"]).run().exits(1);
    assert_eq!(run.stderr, "", "the findings are all that a program is told");
    let findings = run.findings();
    assert_eq!(findings.iter().map(|finding| finding.text("severity")).collect::<Vec<_>>(), ["error", "warning"]);
    for finding in &findings {
        let keys: BTreeSet<&str> = finding.0.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = ["code", "column", "end_column", "end_line", "help", "line", "message", "path", "severity"];
        assert_eq!(keys, BTreeSet::from(expected));
        assert!(finding.0["help"].is_string() || finding.0["help"].is_null());
        assert!(!finding.text("message").is_empty());
        assert!(["line", "column", "end_line", "end_column"].iter().all(|key| finding.0[key].as_u64().is_some_and(|n| n > 0)));
    }
    assert_eq!(findings[0].place(), ("unknown-word", "content/hospitals/example-hospital.yaml", 4, 13));
    assert_eq!(findings[0].0["end_column"], 19);
    assert!(findings[0].text("help").contains("ibaraki"));
    Project::init().annai(["build", "--format", "json"]).run().exits(0).says_nothing();
}

#[test]
fn every_format_tells_the_same_findings() {
    let site = with_error().file("content/terms/term.yaml", "name: {ja: 用語}\ndefinition: {ja: 説明, en: Meaning}\n");
    let run = |format: &str| site.annai(["check", "--format", format, "--lang", "ja"]).run().exits(1);
    let json = run("json").findings();
    assert_eq!(json.len(), 2);

    let short = run("short").stdout;
    let github = run("github");
    assert_eq!(github.stderr, "");
    let sarif: Value = serde_json::from_str(&run("sarif").stdout).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!((short.lines().count(), github.stdout.lines().count(), results.len()), (2, 2, 2));

    for (((finding, short), github), result) in json.iter().zip(short.lines()).zip(github.stdout.lines()).zip(results) {
        let (code, path, line, column) = finding.place();
        let (severity, message) = (finding.text("severity"), finding.text("message"));
        assert!(short.starts_with(&format!("{path}:{line}:{column}: {severity}[{code}] {message}")), "{short}");
        let start =
            format!("::{severity} file={path},line={line},col={column},endColumn={},title={code}::", finding.0["end_column"]);
        assert!(github.starts_with(&start) && github.contains(message), "{github}");
        assert_eq!((result["ruleId"].as_str(), result["level"].as_str()), (Some(code), Some(severity)));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], path);
        assert_eq!((place["region"]["startLine"].as_u64(), place["region"]["startColumn"].as_u64()), (Some(line), Some(column)));
        assert!(result["message"]["text"].as_str().unwrap().starts_with(message));
        let rule = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().iter().position(|rule| rule["id"] == code);
        assert_eq!(rule, result["ruleIndex"].as_u64().and_then(|index| index.try_into().ok()));
    }
    let human = run("human");
    assert_eq!(human.stderr, "", "what a check finds is its result");
    assert!(json.iter().all(|finding| human.stdout.contains(finding.text("message"))), "{}", human.stdout);
}

#[test]
fn a_clean_run_is_an_empty_log_in_sarif_and_nothing_in_the_others() {
    let site = Project::init();
    let sarif: Value = serde_json::from_str(&site.annai(["check", "--format", "sarif"]).run().exits(0).stdout).unwrap();
    assert_eq!(sarif["runs"][0]["results"], Value::Array(Vec::new()));
    for format in ["json", "github"] {
        site.annai(["check", "--format", format]).run().exits(0).says_nothing();
    }
}

#[test]
fn findings_are_told_in_the_language_asked_for_else_that_of_the_environment_else_english() {
    let site = with_error();
    let says = |arguments: &[&str], environment: &[(&str, &str)]| {
        let run = site.annai(["check", "--format", "json"]).args(arguments.iter().copied());
        let run = environment.iter().fold(run, |run, (name, value)| run.env(name, value));
        run.run().exits(1).findings()[0].text("message").to_owned()
    };
    let (english, japanese) = (says(&["--lang", "en"], &[]), says(&["--lang", "ja"], &[]));
    assert_ne!(english, japanese);
    assert!(english.is_ascii() || english.contains('“'), "{english}");
    let japan = [("LANG", "ja_JP.UTF-8")];
    assert_eq!(says(&[], &[]), english);
    assert_eq!(says(&[], &japan), japanese);
    assert_eq!(says(&[], &[("LC_ALL", "en_US.UTF-8"), japan[0]]), english);
    assert_eq!(says(&[], &[("LC_ALL", ""), japan[0]]), japanese);
    for unknown in ["C", "POSIX", "fr_FR.UTF-8", ""] {
        assert_eq!(says(&[], &[("LANG", unknown)]), english, "{unknown}");
    }
    assert_eq!(says(&["--lang", "ja-JP"], &[("LANG", "en_US.UTF-8")]), japanese);
    assert_eq!(says(&["--lang", "fr"], &japan), english);
}
