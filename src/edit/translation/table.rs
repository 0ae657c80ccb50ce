//! A sheet of a spreadsheet: a row for each text, its source and its translation side by side.

use super::{Texts, Unit};
use crate::base::Arg;
use crate::edit::sheet::{Cell, Sheet};
use crate::render::messages::Messages;

/// Between the languages in a sheet's name; by it the sheet is known.
const ARROW: char = '→';

/// The longest name of a sheet that Excel takes, in characters.
const LONGEST_NAME: usize = 31;

/// The heading of the column of ids.
const ID: &str = "id";

/// The texts as a sheet, and a note for the head of each column.
pub fn write(texts: &Texts, messages: &Messages) -> (Sheet, Vec<String>) {
    let (source, target) = (Arg::from(&*texts.source), Arg::from(&*texts.target));
    let say = |message: &str| messages.format(message, &[("source", source.clone()), ("target", target.clone())]);
    // The tags are what columns are known by; behind one stands what a person reads.
    let head = [
        (ID.to_owned(), "translations-note-id"),
        (texts.source.clone(), "translations-note-source"),
        (texts.target.clone(), "translations-note-target"),
        (format!("{}: {}", texts.target, say("translations-head-open")), "translations-note-open"),
        (format!("{}: {}", texts.source, say("translations-head-before")), "translations-note-before"),
        (say("translations-head-notes"), "translations-note-notes"),
    ];
    let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let open = say("translations-open");
    let row = |unit: &Unit| {
        let state = if unit.is_open { &*open } else { "" };
        let before = unit.old_source.as_deref().unwrap_or_default();
        [&*unit.id, &unit.source, &unit.target, state, before, &unit.notes.join("\n")].map(cell).to_vec()
    };
    let notes = head.iter().map(|(_, note)| say(note)).collect();
    let head = head.iter().map(|(text, _)| cell(text)).collect();
    let name = format!("{} {ARROW} {}", texts.source, texts.target);
    let name = if name.chars().count() > LONGEST_NAME { ARROW.to_string() } else { name };
    (Sheet { name, rows: std::iter::once(head).chain(texts.units.iter().map(row)).collect(), merged: Vec::new() }, notes)
}

/// Is this sheet one of translations?
pub fn is_one(sheet: &Sheet) -> bool {
    sheet.name.contains(ARROW)
}

/// The texts of a sheet; or the row that cannot be read.
///
/// # Errors
/// The number of the row, as people count them.
pub fn read(sheet: &Sheet) -> Result<Texts, usize> {
    let head: Vec<String> = sheet.rows.first().into_iter().flatten().map(Cell::text).collect();
    let (source_tag, target_tag) = tags(&sheet.name, &head).ok_or(1_usize)?;
    let column = |name: &str| head.iter().position(|text| text == name).ok_or(1_usize);
    let (id, source, target) = (column(ID)?, column(&source_tag)?, column(&target_tag)?);
    let open = head.iter().position(|text| is_beside(text, &target_tag));
    let mut texts = Texts { source: source_tag, target: target_tag, units: Vec::new() };
    for (number, row) in sheet.rows.iter().enumerate().skip(1) {
        let at = |column: usize| row.get(column).map(as_typed).unwrap_or_default();
        // A row that somebody has added, or emptied.
        if row.iter().all(|cell| *cell == Cell::Empty) {
            continue;
        }
        if at(id).trim().is_empty() || matches!(row.get(target), Some(Cell::Error(_))) {
            return Err(number + 1);
        }
        texts.units.push(Unit {
            id: at(id).trim().to_owned(),
            source: at(source),
            target: at(target),
            is_open: open.is_some_and(|open| !at(open).trim().is_empty()),
            ..Unit::default()
        });
    }
    Ok(texts)
}

/// The languages of a sheet: those of its name; where that had no room for them, the columns that have others about them.
fn tags(name: &str, head: &[String]) -> Option<(String, String)> {
    let named = name.split_once(ARROW).map(|(source, target)| (source.trim(), target.trim()));
    if let Some((source, target)) = named.filter(|(source, target)| !source.is_empty() && !target.is_empty()) {
        return Some((source.to_owned(), target.to_owned()));
    }
    let mut tags = head.iter().filter(|tag| !tag.is_empty() && head.iter().any(|text| is_beside(text, tag)));
    Some((tags.next()?.clone(), tags.next()?.clone()))
}

/// Is this the head of a column about the texts of a language?
fn is_beside(text: &str, tag: &str) -> bool {
    text.strip_prefix(tag).is_some_and(|rest| rest.starts_with(':'))
}

/// What stands in a cell, character by character: a text is no value of a record, which may be written in several ways.
fn as_typed(cell: &Cell) -> String {
    match cell {
        // A return at the end of a line, as Excel's format writes it.
        Cell::Text(text) => text.replace("_x000D_", "").replace("\r\n", "\n"),
        other => other.text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::edit::workbook;
    use crate::source::Sources;

    fn messages(language: &str) -> Messages {
        Messages::build(&Language::parse(language).unwrap(), &[], &Sources::new(jiff::Timestamp::UNIX_EPOCH)).0
    }

    fn texts() -> Texts {
        let unit = |id: &str, source: &str, target: &str| Unit {
            id: id.into(),
            source: source.into(),
            target: target.into(),
            ..Unit::default()
        };
        let open = Unit {
            is_open: true,
            old_source: Some("古い\n文".into()),
            notes: vec!["/vi/x/".into(), "en: Two".into()],
            ..unit("b:#x", " 一行\n\n\"二行\" ｶﾅ\u{A0}", "Một\ndòng\n")
        };
        let like_a_formula = unit("c:name", "=1+1", "=1+1");
        Texts { source: "ja".into(), target: "zh-TW".into(), units: vec![unit("a:name", "2027", ""), open, like_a_formula] }
    }

    #[test]
    fn what_is_written_is_read_again_in_whatever_language_its_heads_are() {
        for language in ["ja", "en"] {
            let (sheet, notes) = write(&texts(), &messages(language));
            let bytes = workbook::write(&sheet, &notes).unwrap();
            let sheets = workbook::read(&bytes).unwrap();
            assert!(is_one(&sheets[0]), "{}", sheets[0].name);
            let mut expected = texts();
            for unit in &mut expected.units {
                (unit.old_source, unit.notes) = (None, Vec::new());
            }
            assert_eq!(read(&sheets[0]), Ok(expected));
        }
    }

    #[test]
    fn columns_may_move_and_rows_may_be_empty() {
        let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) };
        let sheet = |rows: &[&[&str]]| Sheet {
            name: "ja → vi".into(),
            rows: rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect(),
            merged: Vec::new(),
        };
        let moved = [
            ["mine", "vi: x", "ja", "vi", "id"].as_slice(),
            &["?", "", "病院", "Bệnh viện", "a:name"],
            &["", ""],
            &["", "chưa", "医師", "Bác sĩ", "b:name"],
        ];
        let texts = read(&sheet(&moved)).unwrap();
        let found: Vec<_> = texts.units.iter().map(|unit| (&*unit.id, &*unit.source, &*unit.target, unit.is_open)).collect();
        assert_eq!(found, [("a:name", "病院", "Bệnh viện", false), ("b:name", "医師", "Bác sĩ", true)]);
        assert_eq!((&*texts.source, &*texts.target), ("ja", "vi"));
        assert_eq!(read(&sheet(&[&["id", "ja"]])), Err(1), "no translation");
        assert_eq!(read(&sheet(&[&["ja", "vi"]])), Err(1), "no id");
        assert_eq!(read(&sheet(&[])), Err(1));
        // A name without room for the tags.
        let rows = [["ghi chú", "id", "ja", "ja: cũ", "vi", "vi: x"].as_slice(), &["", "a:name", "病院", "", "Bệnh viện"]];
        let texts = read(&Sheet { name: "→".into(), ..sheet(&rows) }).unwrap();
        assert_eq!((&*texts.source, &*texts.target, &*texts.units[0].target), ("ja", "vi", "Bệnh viện"));
        assert_eq!(read(&sheet(&[&["id", "ja", "vi"], &["", "病院", "x"]])), Err(2));
    }
}
