//! `annai export --language TAG FILE.po|.xliff|.xlsx` and `annai import FILE`: texts for translators, and what they give back.

use std::ffi::OsStr;
use std::path::Path;

use super::Outcome;
use super::arguments::ImportOptions;
use super::change::{self, Before};
use super::session::Session;
use crate::base::{Arg, Diagnostic, Place};
use crate::edge::{create, read, terminal};
use crate::edit::sheet::Sheet;
use crate::edit::translation::{self, Refused, Texts, Unit, Why, po, table, xliff};
use crate::edit::workbook;
use crate::model::reference::Kind;
use crate::site::languages::Lang;

/// The largest file that is read.
const LARGEST: u64 = 64 << 20;

/// A format in which translators work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// GNU gettext
    Po,
    /// XLIFF
    Xliff,
    /// Excel's; in it a sheet may be one of records, too.
    Table,
}

impl Format {
    /// The format that the name of a file says.
    pub fn of(path: &Path) -> Option<Self> {
        match &*path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase() {
            "po" | "pot" => Some(Self::Po),
            "xliff" | "xlf" => Some(Self::Xliff),
            "xlsx" => Some(Self::Table),
            _ => None,
        }
    }
}

/// Runs `export --language`: all texts, or those of one kind of record.
pub fn export(session: &Session<'_>, tag: &str, kind: Option<Kind>, file: &Path) -> Outcome {
    let shown = Arg::from(file.display().to_string());
    let Some(format) = Format::of(file) else { return session.refuse("translations-ending", None, &[("path", shown)]) };
    let before = match Before::read(session) {
        Ok(before) => before,
        Err(outcome) => return outcome,
    };
    if let Err(outcome) = session.with_languages(&before.compiled) {
        return outcome;
    }
    let Some(lang) = before.compiled.site.languages.find(tag) else { return unknown_language(session, &before, tag) };
    if lang == Lang(0) {
        return session.refuse("translations-source", Some("translations-source-help"), &[("language", Arg::from(tag))]);
    }
    let mut texts = Texts::of(&before.compiled, lang);
    if let Some(kind) = kind {
        let folder = format!("content/{}/", kind.folder());
        texts.units.retain(|unit| unit.id.starts_with(&folder));
    }
    let bytes = match format {
        Format::Po => Ok(po::write(&texts).into_bytes()),
        Format::Xliff => Ok(xliff::write(&texts).into_bytes()),
        Format::Table => {
            let (sheet, notes) = table::write(&texts, &session.messages);
            workbook::write(&sheet, &notes)
        }
    };
    match bytes.and_then(|bytes| create::file(file, &bytes)) {
        Ok(()) => {
            session.say("translations-exported", &[("count", Arg::from(texts.units.len())), ("path", shown)]);
            Outcome::Fine
        }
        Err(reason) => {
            session.refuse("init-failed", None, &[("path", shown), ("reason", Arg::from(reason))]);
            Outcome::Errors
        }
    }
}

/// Runs `import` with a file of translators that is text.
pub fn import(session: &Session<'_>, file: &Path, is_xliff: bool, options: &ImportOptions) -> Outcome {
    let shown = Arg::from(file.display().to_string());
    let text = match read::bytes(file, LARGEST).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => return session.refuse("translations-no-utf8", None, &[("path", shown)]),
        Err(reason) => return session.refuse("translations-unread", None, &[("path", shown), ("reason", Arg::from(reason))]),
    };
    let texts = if is_xliff { xliff::read(&text) } else { po::read(&text) };
    match texts {
        Ok(texts) => take_over(session, (file, &texts), options),
        Err(line) => session.refuse("translations-broken", None, &[("path", shown), ("line", Arg::from(line))]),
    }
}

/// Runs `import` with a sheet of translations.
pub fn import_sheet(session: &Session<'_>, file: &Path, sheet: &Sheet, options: &ImportOptions) -> Outcome {
    match table::read(sheet) {
        Ok(texts) => take_over(session, (file, &texts), options),
        Err(row) => {
            let args = [("path", Arg::from(file.display().to_string())), ("row", Arg::from(row))];
            session.refuse("translations-row", None, &args)
        }
    }
}

fn take_over(session: &Session<'_>, (file, texts): (&Path, &Texts), options: &ImportOptions) -> Outcome {
    let before = match Before::read(session) {
        Ok(before) => before,
        Err(outcome) => return outcome,
    };
    if let Err(outcome) = session.with_languages(&before.compiled) {
        return outcome;
    }
    if texts.target.is_empty() {
        return session.refuse(
            "translations-no-language",
            Some("translations-no-language-help"),
            &[("path", Arg::from(file.display().to_string()))],
        );
    }
    let Some(lang) = before.compiled.site.languages.find(&texts.target) else {
        return unknown_language(session, &before, &texts.target);
    };
    let (texts, unfit) = that_build(&before, lang, texts);
    let (changes, count, mut refused) = translation::put(&before.compiled, lang, &texts);
    refused.extend(unfit);
    for one in &refused {
        let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
        let (message, detail, count) = match &one.why {
            Why::Unknown => ("translations-unknown", String::new(), 0),
            Why::Older(now) => ("translations-older", first(now), 0),
            Why::Newer(own) => ("translations-newer", first(own), 0),
            Why::Names(name) => ("translations-names", name.clone(), 0),
            Why::Incomplete(count, section) => ("translations-incomplete", section.clone(), *count),
            Why::Message(finding) => ("translations-message", told(session, finding), 0),
            Why::Fixed => ("translations-fixed", String::new(), 0),
        };
        session.say(message, &[("id", Arg::from(&*one.id)), ("detail", Arg::from(detail)), ("count", Arg::from(count))]);
    }
    let open = texts.units.iter().filter(|unit| unit.is_open && !unit.target.trim().is_empty()).count();
    if open > 0 {
        session.say("translations-left-out", &[("count", Arg::from(open))]);
    }
    let is_new = !changes.is_empty();
    let asks = |session: &Session<'_>| options.yes || wants(session, count);
    let outcome = if is_new { change::make_if(session, &before, changes, options.dry_run, asks) } else { Outcome::Fine };
    if outcome == Outcome::Fine && !options.dry_run {
        session.say("translations-imported", &[("count", Arg::from(count)), ("refused", Arg::from(refused.len()))]);
        if is_new && !before.compiled.lock().is_empty() {
            session.say("translations-accept", &[("language", Arg::from(texts.target.as_str()))]);
        }
    }
    if refused.is_empty() { outcome } else { Outcome::Errors }
}

/// The translations without those that would make an error of the site, and those: one slip does not keep the others back.
fn that_build(before: &Before, lang: Lang, texts: &Texts) -> (Texts, Vec<Refused>) {
    let (mut texts, mut unfit) = (texts.clone(), Vec::new());
    loop {
        let (changes, ..) = translation::put(&before.compiled, lang, &texts);
        let (_, after) = changes.completed(&before.compiled, &before.options);
        let count = unfit.len();
        for finding in change::new_errors(&before.compiled, &after) {
            let Place { path, span } = &finding.place;
            // The line says it where the place is a part of a text.
            let line = after.sources().text(path).map(|text| whole_line(text, span.range().start)).unwrap_or_default();
            let is_blamed = |unit: &Unit| {
                let lines = || unit.target.lines().map(str::trim).filter(|own| !own.is_empty());
                unit.id.starts_with(&format!("{path}:"))
                    && lines().any(|own| line.contains(own) || (!line.is_empty() && own.contains(line)))
            };
            if let Some(at) = texts.units.iter().position(is_blamed) {
                let id = texts.units.remove(at).id;
                unfit.push(Refused { id, why: Why::Message(Box::new(finding)) });
            }
        }
        // Nothing is wrong any more, or nobody knows which of them it is: then the errors themselves are told.
        if unfit.len() == count {
            return (texts, unfit);
        }
    }
}

/// The line of a text at that byte.
fn whole_line(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim()
}

/// Is it to be done? Asked where somebody can answer; where nobody can, `--yes` is the answer.
fn wants(session: &Session<'_>, count: usize) -> bool {
    let question = session.messages.format("translations-question", &[("count", Arg::from(count))]);
    let Some(answer) = terminal::ask(&question) else {
        session.refuse("import-yes", None, &[]);
        return false;
    };
    let is_yes = session.messages.text("accept-yes").split(' ').any(|word| answer.eq_ignore_ascii_case(word));
    if !is_yes {
        session.say("import-not", &[]);
    }
    is_yes
}

/// A finding in a line: what is wrong, and what to write.
fn told(session: &Session<'_>, finding: &Diagnostic) -> String {
    let help = finding.help.map(|help| session.messages.format(help, &finding.args));
    [session.messages.format(finding.message, &finding.args)].into_iter().chain(help).collect::<Vec<_>>().join(" ")
}

fn unknown_language(session: &Session<'_>, before: &Before, tag: &str) -> Outcome {
    let args = [("language", Arg::from(tag)), ("known", Arg::from(before.compiled.site.languages.tags()))];
    session.refuse("translations-language", Some("translations-language-help"), &args)
}
