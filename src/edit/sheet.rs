//! A sheet of a spreadsheet: cells as they were typed, and how people name them.

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, a time of a day or both, as records have them.
    Moment(String),
    /// What a formula could not compute: `#REF!`.
    Error(String),
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name; a file of text has none.
    pub name: String,
    /// Its rows from the first.
    pub rows: Vec<Vec<Cell>>,
    /// The first cells of merged ones: row and column, from 0.
    pub merged: Vec<(usize, usize)>,
}

/// What follows a cell that stands in a column of text and was typed as a number: the largest that is whole.
const WHOLE: f64 = 1e15;

impl Cell {
    /// What stands in the cell, as records have it.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => wide_kana(text.replace("\r\n", "\n").replace('\u{A0}', " ").trim()),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < WHOLE => format!("{number:.0}"),
            Self::Number(number) => number.to_string(),
            Self::Moment(text) | Self::Error(text) => text.clone(),
        }
    }

    /// The day that a number would be, were its cell one of dates.
    pub fn as_day(&self) -> Option<String> {
        let days = self.text().parse::<i64>().ok().filter(|days| (20_000..80_000).contains(days))?;
        day_of_serial(days)
    }
}

/// The day of a number of days, as spreadsheets count them.
fn day_of_serial(days: i64) -> Option<String> {
    let first = jiff::civil::date(1899, 12, 30);
    first.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(|date| date.to_string())
}

/// Half-width kana in their usual width; other characters stay.
fn wide_kana(text: &str) -> String {
    let is_half = |c: char| matches!(c, '\u{FF61}'..='\u{FF9F}');
    if !text.contains(is_half) {
        return text.to_owned();
    }
    let normalizer = icu::normalizer::ComposingNormalizerBorrowed::new_nfkc();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_half) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c| !is_half(c)).unwrap_or(from.len());
        let (half, behind) = from.split_at(end);
        out.push_str(before);
        out.push_str(&normalizer.normalize(half));
        rest = behind;
    }
    out + rest
}

/// The name of a column: A to Z, then AA.
pub fn column_name(mut column: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        match (column / 26).checked_sub(1) {
            Some(next) => column = next,
            None => break,
        }
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_cells_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 701, 702].map(column_name), ["A", "Z", "AA", "ZZ", "AAA"]);
        assert_eq!(Cell::Number(30000.0).text(), "30000");
        assert_eq!(Cell::Number(2.5).text(), "2.5");
        assert_eq!(Cell::Text(" ﾃﾞｰﾀ一覧ｱ\r\nB ".into()).text(), "データ一覧ア\nB");
        assert_eq!(Cell::Number(46367.0).as_day().as_deref(), Some("2026-12-11"));
    }
}
