//! `annai export --language TAG FILE.po|.xliff|.xlsx` and `annai import FILE`: texts for translators, and what they give back.

use std::ffi::OsStr;
use std::path::Path;

use super::Outcome;
use super::change::{self, Before};
use super::session::Session;
use crate::base::Arg;
use crate::edge::{create, read};
use crate::edit::sheet::Sheet;
use crate::edit::translation::{self, Texts, Why, po, table, xliff};
use crate::edit::workbook;

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

/// Runs `export --language`.
pub fn export(session: &Session<'_>, tag: &str, file: &Path) -> Outcome {
    let shown = Arg::from(file.display().to_string());
    let Some(format) = Format::of(file) else { return session.refuse("translations-ending", None, &[("path", shown)]) };
    let before = match Before::read(session) {
        Ok(before) => before,
        Err(outcome) => return outcome,
    };
    let Some(lang) = before.compiled.site.languages.find(tag) else { return unknown_language(session, &before, tag) };
    let texts = Texts::of(&before.compiled, lang);
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
pub fn import(session: &Session<'_>, file: &Path, is_xliff: bool, is_dry: bool) -> Outcome {
    let shown = Arg::from(file.display().to_string());
    let text = match read::bytes(file, LARGEST).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => return session.refuse("translations-no-utf8", None, &[("path", shown)]),
        Err(reason) => return session.refuse("translations-unread", None, &[("path", shown), ("reason", Arg::from(reason))]),
    };
    let texts = if is_xliff { xliff::read(&text) } else { po::read(&text) };
    match texts {
        Ok(texts) => take_over(session, &texts, is_dry),
        Err(line) => session.refuse("translations-broken", None, &[("path", shown), ("line", Arg::from(line))]),
    }
}

/// Runs `import` with a sheet of translations.
pub fn import_sheet(session: &Session<'_>, file: &Path, sheet: &Sheet, is_dry: bool) -> Outcome {
    match table::read(sheet) {
        Ok(texts) => take_over(session, &texts, is_dry),
        Err(row) => {
            let args = [("path", Arg::from(file.display().to_string())), ("row", Arg::from(row))];
            session.refuse("translations-row", None, &args)
        }
    }
}

fn take_over(session: &Session<'_>, texts: &Texts, is_dry: bool) -> Outcome {
    let before = match Before::read(session) {
        Ok(before) => before,
        Err(outcome) => return outcome,
    };
    let Some(lang) = before.compiled.site.languages.find(&texts.target) else {
        return unknown_language(session, &before, &texts.target);
    };
    let (changes, count, refused) = translation::put(&before.compiled, lang, texts);
    for one in &refused {
        let (message, detail) = match &one.why {
            Why::Unknown => ("translations-unknown", String::new()),
            Why::Older(now) => ("translations-older", now.lines().next().unwrap_or_default().to_owned()),
            Why::Names(name) => ("translations-names", name.clone()),
            Why::Incomplete(count) => ("translations-incomplete", count.to_string()),
            Why::Fixed => ("translations-fixed", String::new()),
        };
        session.say(message, &[("id", Arg::from(&*one.id)), ("detail", Arg::from(detail))]);
    }
    let outcome = if changes.is_empty() { Outcome::Fine } else { change::make(session, &before, changes, is_dry) };
    if outcome == Outcome::Fine {
        session.say("translations-imported", &[("count", Arg::from(count)), ("refused", Arg::from(refused.len()))]);
    }
    if refused.is_empty() { outcome } else { Outcome::Errors }
}

fn unknown_language(session: &Session<'_>, before: &Before, tag: &str) -> Outcome {
    let args = [("language", Arg::from(tag)), ("known", Arg::from(before.compiled.site.languages.tags()))];
    session.refuse("translations-language", Some("translations-language-help"), &args)
}
