//! `annai export KIND FILE` and `annai import [KIND] FILE`: records as a sheet of a spreadsheet, and back.

use std::ffi::OsStr;
use std::path::Path;

use super::Outcome;
use super::arguments::{ExportOptions, ImportOptions};
use super::change::{self, Before};
use super::new::kind_of;
use super::session::Session;
use super::translations;
use crate::base::Arg;
use crate::edge::{create, read, terminal};
use crate::edit::export;
use crate::edit::import::{self, At, Imported, Why};
use crate::edit::put::Misfit;
use crate::edit::sheet::{Cell, Sheet};
use crate::edit::translation::table;
use crate::edit::workbook::{self, Problem};
use crate::model::reference::Kind;

/// The largest file that is read.
const LARGEST: u64 = 200 * 1024 * 1024;

/// Is it text, and not Excel's own format?
fn is_text(path: &Path) -> Option<bool> {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    match &*ending {
        "csv" | "tsv" | "txt" => Some(true),
        "xlsx" | "xlsm" => Some(false),
        _ => None,
    }
}

/// Runs `export`.
pub fn run_export(session: &Session<'_>, options: &ExportOptions) -> Outcome {
    let (kind, file) = match &options.what[..] {
        [kind, file] => (Some(kind), Path::new(file)),
        [file, ..] => (None, Path::new(file)),
        [] => return Outcome::Usage,
    };
    if let Some(tag) = &options.language {
        let kind = match kind.map(|kind| kind_of(session, kind)).transpose() {
            Ok(kind) => kind,
            Err(outcome) => return outcome,
        };
        return translations::export(session, tag, kind, file);
    }
    let Some(kind) = kind else { return session.refuse("export-no-kind", Some("export-no-kind-help"), &[]) };
    let shown = Arg::from(file.display().to_string());
    let Some(is_text) = is_text(file) else {
        return session.refuse("sheet-ending", None, &[("path", shown)]);
    };
    let kind = match kind_of(session, kind) {
        Ok(kind) => kind,
        Err(outcome) => return outcome,
    };
    let before = match Before::read(session) {
        Ok(before) => before,
        Err(outcome) => return outcome,
    };
    let (sheet, notes) = export::export(&before.compiled.site, before.cache.parsed(), kind, &session.messages);
    let bytes = if is_text { Ok(workbook::write_text(&sheet)) } else { workbook::write(&sheet, &notes) };
    match bytes.and_then(|bytes| create::file(file, &bytes)) {
        Ok(()) => {
            session.say("export-done", &[("count", Arg::from(sheet.rows.len().saturating_sub(1))), ("path", shown)]);
            Outcome::Fine
        }
        Err(reason) => {
            session.refuse("init-failed", None, &[("path", shown), ("reason", Arg::from(reason))]);
            Outcome::Errors
        }
    }
}

/// Runs `import`.
pub fn run_import(session: &Session<'_>, options: &ImportOptions) -> Outcome {
    let (kind, file) = match &options.what[..] {
        [kind, file] => (Some(kind), Path::new(file)),
        [file, ..] => (None, Path::new(file)),
        [] => return Outcome::Usage,
    };
    match translations::Format::of(file) {
        Some(translations::Format::Po) => return translations::import(session, file, false, options),
        Some(translations::Format::Xliff) => return translations::import(session, file, true, options),
        Some(translations::Format::Table) | None => {}
    }
    let kind = match kind.map(|kind| kind_of(session, kind)).transpose() {
        Ok(kind) => kind,
        Err(outcome) => return outcome,
    };
    let sheets = match read_sheets(session, file) {
        Ok(sheets) => sheets,
        Err(outcome) => return outcome,
    };
    if let Some(sheet) = sheets.iter().find(|sheet| table::is_one(sheet)) {
        return translations::import_sheet(session, file, sheet, options);
    }
    let mut wanted: Vec<(Kind, Sheet)> = Vec::new();
    let is_alone = sheets.iter().filter(|sheet| !sheet.rows.is_empty()).count() == 1;
    for sheet in sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()) {
        let named = kind_in(session, &sheet.name).or_else(|| kind.filter(|_| is_alone));
        let of_file = || file.file_stem().and_then(OsStr::to_str).and_then(|stem| kind_in(session, stem)).filter(|_| is_alone);
        if let Some(kind) =
            kind.filter(|_| is_alone).or(named.filter(|named| kind.is_none_or(|kind| kind == *named))).or_else(of_file)
        {
            wanted.push((kind, sheet));
        }
    }
    if wanted.is_empty() {
        let known = Kind::ALL.map(Kind::as_str).join(", ");
        return session.refuse("import-no-kind", Some("import-no-kind-help"), &[("known", Arg::from(known))]);
    }
    let mut before = match Before::read(session) {
        Ok(before) => before,
        Err(outcome) => return outcome,
    };
    let mut outcome = Outcome::Fine;
    for (kind, sheet) in wanted {
        outcome = take_over(session, &before, kind, &sheet, options);
        if outcome != Outcome::Fine {
            break;
        }
        // The next sheet is compared with what this one has written.
        before = match Before::read(session) {
            Ok(before) => before,
            Err(outcome) => return outcome,
        };
    }
    outcome
}

fn read_sheets(session: &Session<'_>, file: &Path) -> Result<Vec<Sheet>, Outcome> {
    let path = ("path", Arg::from(file.display().to_string()));
    let Some(is_text) = is_text(file) else { return Err(session.refuse("sheet-ending", None, &[path])) };
    let bytes = read::bytes(file, LARGEST)
        .map_err(|reason| session.refuse("import-unreadable", None, &[path.clone(), ("reason", Arg::from(reason))]))?;
    let sheets = if is_text { workbook::read_text(&bytes).map(|sheet| vec![sheet]) } else { workbook::read(&bytes) };
    sheets.map_err(|problem| {
        let (message, reason) = match problem {
            Problem::Protected => ("import-protected", String::new()),
            Problem::Broken(reason) => ("import-broken", reason),
            Problem::TooLarge => ("import-too-large", String::new()),
        };
        session.refuse(message, None, &[path.clone(), ("reason", Arg::from(reason))]);
        Outcome::Errors
    })
}

/// The kind that a name says: that of a sheet, or of a file, `hospitals 2026`.
fn kind_in(session: &Session<'_>, name: &str) -> Option<Kind> {
    let lower = name.trim().to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    Kind::ALL.into_iter().find(|kind| {
        let label = session.messages.text(kind.message()).to_lowercase();
        first == kind.as_str() || first == kind.folder() || lower.starts_with(&label)
    })
}

/// One sheet: what it changes is shown, then done; or what cannot be taken over is told, and nothing is done.
fn take_over(session: &Session<'_>, before: &Before, kind: Kind, sheet: &Sheet, options: &ImportOptions) -> Outcome {
    let mut imported = import::import(before.cache.parsed(), kind, sheet);
    let (changes, after) = imported.changes.clone().completed(&before.compiled, &before.options);
    imported.refuse(change::new_errors(&before.compiled, &after));
    if !imported.refused.is_empty() {
        tell(session, sheet, &imported);
        return Outcome::Errors;
    }
    let count = [("count", Arg::from(imported.rows.len())), ("cells", Arg::from(imported.cells.len()))];
    if imported.changes.is_empty() {
        session.say("import-nothing", &count);
        return Outcome::Fine;
    }
    change::show(session, before, &changes, true);
    if options.dry_run {
        session.say("change-dry", &[("count", Arg::from(changes.files.len()))]);
        return Outcome::Fine;
    }
    if !options.yes {
        let answer = terminal::ask(&session.messages.format("import-question", &count));
        let yes = session.messages.text("accept-yes");
        let Some(answer) = answer else {
            session.refuse("import-yes", None, &[]);
            return Outcome::Usage;
        };
        if !yes.split(' ').any(|word| answer.eq_ignore_ascii_case(word)) {
            session.say("import-not", &[]);
            return Outcome::Fine;
        }
    }
    change::write(session, &changes).map_or_else(
        |outcome| outcome,
        |()| {
            session.say("import-done", &count);
            Outcome::Fine
        },
    )
}

/// Every cell that cannot be taken over: where it is, what stands there, why, and what to write.
fn tell(session: &Session<'_>, sheet: &Sheet, imported: &Imported) {
    for (at, why) in &imported.refused {
        let At(row, column) = *at;
        let found = sheet.rows.get(row).and_then(|cells| cells.get(column)).map(Cell::text).unwrap_or_default();
        let args = [
            ("sheet", Arg::from(sheet.name.as_str())),
            ("cell", Arg::from(at.name())),
            ("row", Arg::from((row + 1).to_string())),
            ("found", Arg::from(found.lines().next().unwrap_or_default())),
            ("why", Arg::from(reason(session, why))),
        ];
        session.refuse(if sheet.name.is_empty() { "import-refused-text" } else { "import-refused" }, None, &args);
    }
    session.refuse("import-nothing-written", None, &[("count", Arg::from(imported.refused.len()))]);
}

fn reason(session: &Session<'_>, why: &Why) -> String {
    let say = |message: &str, value: &str| session.messages.format(message, &[("value", Arg::from(value))]);
    match why {
        Why::NoId => say("import-no-id", ""),
        Why::UnknownColumn(near) if near.is_empty() => say("import-unknown-column", ""),
        Why::UnknownColumn(near) => say("import-unknown-column-nearest", near),
        Why::TwiceColumn => say("import-twice-column", ""),
        Why::EmptyId => say("import-empty-id", ""),
        Why::BadId(near) if near.is_empty() => say("change-bad-name-help", ""),
        Why::BadId(near) => say("import-bad-id", near),
        Why::TwiceId(id) => say("import-twice-id", id),
        Why::Merged => say("import-merged", ""),
        Why::Formula(error) => say("import-formula", error),
        Why::Broken(name) => session.messages.format("change-broken", &[("name", Arg::from(name.as_str()))]),
        Why::Misfit(Misfit::Gap(trail)) => say("import-gap", trail),
        Why::Misfit(Misfit::HasParts(trail)) => say("import-has-parts", trail),
        Why::Misfit(Misfit::IsWhole(trail)) => say("import-is-whole", trail),
        Why::Misfit(Misfit::Fixed) => say("import-fixed", ""),
        Why::Finding(_, Some(day)) => say("import-serial", day),
        Why::Finding(finding, None) => {
            let message = session.messages.format(finding.message, &finding.args);
            match finding.help {
                Some(help) => format!("{message} {}", session.messages.format(help, &finding.args)),
                None => message,
            }
        }
    }
}
