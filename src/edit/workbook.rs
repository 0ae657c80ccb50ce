//! Files of spreadsheets: Excel's (`.xlsx`), and text with commas or tabs, in whatever encoding Excel writes it.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use rust_xlsxwriter::{DocProperties, ExcelDateTime as WrittenTime, Format, Note, Workbook};

use super::sheet::{Cell, Sheet};

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It wants a password.
    Protected,
    /// It is damaged, or no such file at all.
    Broken(String),
    /// A cell lies further out than any table.
    TooLarge,
}

/// Most rows and columns of a sheet.
const MOST: (usize, usize) = (100_000, 2_000);

/// The mark by which Excel knows text in UTF-8.
const MARK: &str = "\u{FEFF}";

/// Every sheet of a file in Excel's format.
///
/// # Errors
/// Why it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let problem = |error: XlsxError| match error {
        XlsxError::Password => Problem::Protected,
        other => Problem::Broken(other.to_string()),
    };
    // A file with a password is no archive at all, but one of Excel's older containers.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Problem::Protected);
    }
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(problem)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut sheet = Sheet { name: name.clone(), ..Sheet::default() };
        // Charts have no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(cell) = cells.next_cell().map_err(problem)? {
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            let value = value(cell.get_value());
            if value == Cell::Empty {
                continue;
            }
            if row >= MOST.0 || column >= MOST.1 {
                return Err(Problem::TooLarge);
            }
            if sheet.rows.len() <= row {
                sheet.rows.resize(row + 1, Vec::new());
            }
            if sheet.rows[row].len() <= column {
                sheet.rows[row].resize(column + 1, Cell::Empty);
            }
            sheet.rows[row][column] = value;
        }
        drop(cells);
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        sheet.merged = merged.iter().map(|area| (area.start.0 as usize, area.start.1 as usize)).collect();
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn value(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Text(number.to_string()),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Bool(flag) => Cell::Text(flag.to_string()),
        DataRef::DateTime(moment) => Cell::Moment(moment_text(moment)),
        DataRef::DateTimeIso(text) => Cell::Moment(text.replace('T', " ")),
        DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    match (moment.as_f64() < 1.0, hour, minute) {
        (true, ..) => format!("{hour:02}:{minute:02}"),
        (false, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        (false, ..) => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}

/// A file in Excel's format with one sheet, whose first row are names of columns, each with a note. The same sheet gives the same bytes.
///
/// # Errors
/// What Excel's format does not hold.
pub fn write(sheet: &Sheet, notes: &[String]) -> Result<Vec<u8>, String> {
    let failed = |error: rust_xlsxwriter::XlsxError| error.to_string();
    let mut book = Workbook::new();
    let created = WrittenTime::from_ymd(2000, 1, 1).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let (head, text) = (Format::new().set_bold().set_num_format("@"), Format::new().set_num_format("@"));
    let lines = text.clone().set_text_wrap();
    let page = book.add_worksheet();
    page.set_name(&sheet.name).map_err(failed)?;
    page.set_freeze_panes(1, 1).map_err(failed)?;
    for (row, cells) in sheet.rows.iter().enumerate() {
        let row = u32::try_from(row).map_err(|error| error.to_string())?;
        for (column, cell) in cells.iter().enumerate() {
            let column = u16::try_from(column).map_err(|error| error.to_string())?;
            match cell {
                Cell::Empty => continue,
                Cell::Number(number) => page.write_number(row, column, *number).map_err(failed)?,
                Cell::Text(typed) => {
                    let format = match row {
                        0 => &head,
                        _ if typed.contains('\n') => &lines,
                        _ => &text,
                    };
                    page.write_string_with_format(row, column, typed, format).map_err(failed)?
                }
                other => page.write_string_with_format(row, column, other.text(), &text).map_err(failed)?,
            };
        }
    }
    for (at, note) in notes.iter().enumerate().filter(|(_, note)| !note.is_empty()) {
        let column = u16::try_from(at).map_err(|error| error.to_string())?;
        page.insert_note(0, column, &Note::new(note).add_author_prefix(false)).map_err(failed)?;
        page.set_column_width(column, width(sheet, at)).map_err(failed)?;
    }
    book.save_to_buffer().map_err(failed)
}

/// How wide a column is, in digits: its longest line, within what one reads at a glance.
fn width(sheet: &Sheet, column: usize) -> u16 {
    const LEAST: usize = 24;
    const MOST: usize = 60;
    let texts = sheet.rows.iter().filter_map(|cells| match cells.get(column) {
        Some(Cell::Text(text)) => text.lines().map(|line| line.chars().count()).max(),
        _ => None,
    });
    u16::try_from(texts.max().unwrap_or_default().clamp(LEAST, MOST)).unwrap_or_default()
}

/// A file of text as one sheet: UTF-8, UTF-16 or Shift_JIS; commas, semicolons or tabs.
///
/// # Errors
/// Why it cannot be read.
pub fn read_text(bytes: &[u8]) -> Result<Sheet, Problem> {
    let text = decoded(bytes);
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|mark| head.bytes().filter(|byte| byte == mark).count());
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter.unwrap_or(b','));
    let mut sheet = Sheet::default();
    for record in reader.from_reader(text.as_bytes()).records() {
        let record = record.map_err(|error| Problem::Broken(error.to_string()))?;
        if sheet.rows.len() >= MOST.0 || record.len() > MOST.1 {
            return Err(Problem::TooLarge);
        }
        let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
        sheet.rows.push(record.iter().map(cell).collect());
    }
    Ok(sheet)
}

fn decoded(bytes: &[u8]) -> String {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        // What Excel writes in Japan when it is asked for CSV.
        None => encoding_rs::SHIFT_JIS,
    };
    encoding.decode(bytes).0.into_owned()
}

/// A sheet as text with commas, as Excel opens it: UTF-8 with its mark.
pub fn write_text(sheet: &Sheet) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    for row in &sheet.rows {
        let _ = writer.write_record(row.iter().map(Cell::text));
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_every_encoding_of_excel() {
        let expected =
            vec![vec![Cell::Text("id".into()), Cell::Text("名前, 全部".into())], vec![Cell::Text("a".into()), Cell::Empty]];
        let text = "id,\"名前, 全部\"\r\na,\r\n";
        let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode(text);
        let tabs = "\u{FEFF}id\t名前, 全部\na\t\n";
        let utf_16: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes(), &shift_jis, tabs.as_bytes(), &utf_16, &[MARK.as_bytes(), text.as_bytes()].concat()] {
            assert_eq!(read_text(bytes).unwrap().rows, expected);
        }
    }

    #[test]
    fn what_is_written_is_read_again_and_is_the_same_every_time() {
        let rows =
            vec![vec![Cell::Text("id".into()), Cell::Text("値".into())], vec![Cell::Text("a\nb".into()), Cell::Number(5.0)]];
        let sheet = Sheet { name: "病院".into(), rows, merged: Vec::new() };
        let bytes = write(&sheet, &["".into(), "注".into()]).unwrap();
        assert_eq!(read(&bytes).unwrap(), std::slice::from_ref(&sheet));
        assert_eq!(write(&sheet, &["".into(), "注".into()]).unwrap(), bytes);
        assert_eq!(read(&bytes[..bytes.len() / 2]).map_err(|problem| matches!(problem, Problem::Broken(_))), Err(true));
        assert_eq!(read(&[0xD0, 0xCF, 0x11, 0xE0, 0, 0]), Err(Problem::Protected));
    }
}
