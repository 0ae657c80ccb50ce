//! A telephone number that can be dialled, parsed by the rules of its country.

use phonenumber::metadata::DATABASE;
use phonenumber::{Mode, country};

use super::spelling::fold;

/// The country of numbers that are written without one, as yen and the zone of Tokyo are where nothing else is said.
const DEFAULT_COUNTRY: country::Id = country::Id::JP;

/// Fewer digits than this make a number of emergency or service, which has no country.
const SHORTEST: usize = 7;

/// A number of some country has at least so many digits, with its area.
const FEWEST: usize = 9;

/// A telephone number.
#[derive(Debug, Clone, PartialEq)]
pub struct Phone {
    /// The number as people read it: `03-1234-5678`.
    pub number: Box<str>,
    /// What is dialled: E.164, or the digits of a number that only its own country can call.
    pub dial: Box<str>,
    /// The number behind an exchange.
    pub extension: Option<Box<str>>,
}

/// Words before a number that say what it is.
const LABELS: [&str; 8] = ["tel:", "tel.", "tel", "電話番号", "電話", "☎", "phone:", "phone"];

/// Words before an extension.
const EXTENSIONS: [&str; 7] = ["内線番号", "内線", "ext.", "ext", "extension", "内", "x"];

/// Beginnings of Japanese numbers that cannot be called from abroad: free, shared, and by navigation.
const HOME_ONLY: [&str; 4] = ["0120", "0800", "0570", "0180"];

impl Phone {
    /// Reads a number and its extension.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        let lower = folded.to_ascii_lowercase();
        let text = LABELS.iter().find_map(|label| lower.strip_prefix(label)).unwrap_or(&lower);
        let (number, extension) = split_extension(text.trim_start_matches([':', ' ']).trim())?;
        let number = tidy(number)?;
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let extension = extension.map(Into::into);
        if digits.len() < SHORTEST {
            let is_short = (2..SHORTEST).contains(&digits.len()) && !number.contains(['+', ' ']);
            return is_short.then(|| Self { dial: number.as_str().into(), number: number.into(), extension });
        }
        let parsed = phonenumber::parse(Some(DEFAULT_COUNTRY), &number).ok()?;
        // Shorter than any number of the country, or longer.
        let national = parsed.national().value().to_string().len();
        let code = parsed.code().value();
        let is_japanese = code == 81;
        if is_japanese && !(9..=10).contains(&national) {
            return None;
        }
        if zero_too_many(&number, code).is_some() {
            return None;
        }
        let is_home_only = is_japanese && HOME_ONLY.iter().any(|start| digits.starts_with(start));
        let dial = match behind_zero(&number, code) {
            _ if is_home_only => digits.clone(),
            // The zero is a part of the number.
            Some(_) => format!("+{digits}"),
            None => parsed.format().mode(Mode::E164).to_string(),
        };
        let number = match number.strip_prefix('+').unwrap_or(&number) == digits {
            true if number.starts_with('+') => {
                parsed.format().mode(Mode::Rfc3966).to_string().trim_start_matches("tel:").to_owned()
            }
            true => parsed.format().mode(Mode::National).to_string(),
            false => number,
        };
        Some(Self { number: number.into(), dial: dial.into(), extension })
    }

    /// As written in records.
    pub fn canonical(&self) -> String {
        match &self.extension {
            Some(extension) => format!("{} ext. {extension}", self.number),
            None => self.number.to_string(),
        }
    }

    /// The address that dials it (RFC 3966).
    pub fn address(&self) -> String {
        match &self.extension {
            Some(extension) => format!("tel:{};ext={extension}", self.dial),
            None => format!("tel:{}", self.dial),
        }
    }
}

/// The number without the zero that people dial at home and keep behind the code of the country: `+81-06-…`. Nothing where it belongs to
/// the number, as in Italy.
fn zero_too_many(number: &str, code: u16) -> Option<String> {
    let without = behind_zero(number, code)?;
    let of_country = DATABASE.by_code(&code).unwrap_or_default();
    of_country.iter().any(|country| country.national_prefix() == Some("0")).then(|| format!("+{code}-{without}"))
}

/// What stands behind a zero that follows the code of the country.
fn behind_zero(number: &str, code: u16) -> Option<&str> {
    number.strip_prefix('+')?.strip_prefix(&code.to_string())?.trim_start_matches(['-', ' ']).strip_prefix('0')
}

/// The number that is meant by one with a zero too many behind the code of its country.
pub fn without_zero(text: &str) -> Option<Phone> {
    let folded = fold(text);
    let (number, extension) = split_extension(&folded)?;
    let number = tidy(number)?;
    let meant = zero_too_many(&number, phonenumber::parse(Some(DEFAULT_COUNTRY), &number).ok()?.code().value())?;
    Phone::parse(&meant).map(|phone| Phone { extension: extension.map(Into::into), ..phone })
}

/// Takes an extension off the end; nothing where one is begun and is no number.
fn split_extension(text: &str) -> Option<(&str, Option<&str>)> {
    let Some((at, word)) = EXTENSIONS.iter().find_map(|word| Some((text.find(word)?, word))) else { return Some((text, None)) };
    let (number, behind) = (text.get(..at)?, text.get(at + word.len()..)?);
    let extension = behind.trim_matches([' ', ':', ')', '.']);
    let is_number = !extension.is_empty() && extension.len() <= 8 && extension.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| (number.trim_end_matches([' ', '(', ',', '・', '-']), Some(extension)))
}

/// The number with hyphens, as `03(1234)5678` and `+81 (0)29-853-1234` are written without brackets. Nothing where it holds anything else
/// than a number.
fn tidy(text: &str) -> Option<String> {
    let text = text.replace("(0)", "-").replace(['(', ')', '.', '–', '—', 'ー', '‑'], "-");
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '0'..='9' => out.push(c),
            '+' | '#' | '*' if out.is_empty() => out.push(c),
            '-' | ' ' => {
                // Of several signs between digits, the hyphen stays.
                if c == '-' && out.ends_with(' ') {
                    out.pop();
                }
                if out.ends_with(|c: char| c.is_ascii_digit()) {
                    out.push(c);
                }
            }
            _ => return None,
        }
    }
    let end = out.trim_end_matches(['-', ' ']).len();
    out.truncate(end);
    Some(out)
}

/// The first number in a text that holds more than one number, for the help.
pub fn first_number(text: &str) -> Option<Phone> {
    let folded = fold(text);
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')');
    folded.split(|c| !is_number(c)).find_map(|part| {
        // Of `03-1234-5678 (9` the first part that can be dialled is meant.
        let part = part.trim_start_matches([' ', '(', ')']);
        let is_whole =
            |end: &usize| !part.get(*end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '-'));
        let ends = part.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at + 1);
        ends.filter(is_whole).filter_map(|end| part.get(..end)).find_map(|part| {
            let digits = part.chars().filter(char::is_ascii_digit).count();
            Phone::parse(part).filter(|_| digits >= FEWEST)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialled_as_they_are_meant() {
        for (text, canonical, address) in [
            ("03-1234-5678", "03-1234-5678", "tel:+81312345678"),
            ("０３－１２３４－５６７８", "03-1234-5678", "tel:+81312345678"),
            ("03(1234)5678", "03-1234-5678", "tel:+81312345678"),
            ("(03) 1234-5678", "03-1234-5678", "tel:+81312345678"),
            ("TEL 029-853-1234", "029-853-1234", "tel:+81298531234"),
            ("03-1234-5678（内線 1234）", "03-1234-5678 ext. 1234", "tel:+81312345678;ext=1234"),
            ("03-1234-5678 ext. 1234", "03-1234-5678 ext. 1234", "tel:+81312345678;ext=1234"),
            ("+81 (0)29-853-1234", "+81-29-853-1234", "tel:+81298531234"),
            ("+81 29 853 1234", "+81 29 853 1234", "tel:+81298531234"),
            ("+81298531234", "+81-29-853-1234", "tel:+81298531234"),
            ("090-1234-5678", "090-1234-5678", "tel:+819012345678"),
            ("0120-123-456", "0120-123-456", "tel:0120123456"),
            ("+1 650-253-0000", "+1 650-253-0000", "tel:+16502530000"),
            ("#7119", "#7119", "tel:#7119"),
            ("119", "119", "tel:119"),
        ] {
            let phone = Phone::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((&*phone.canonical(), &*phone.address()), (canonical, address), "{text}");
            assert_eq!(Phone::parse(canonical).unwrap().address(), address, "{canonical}");
        }
    }

    #[test]
    fn what_holds_more_than_a_number_is_none() {
        for text in [
            "",
            "-",
            "+",
            "なし",
            "03-1234-5678 (9:00-17:00)",
            "03-1234-5678, 03-1234-5679",
            "03-1234-5678/5679",
            "03-1234-5678~9",
            "(代)03-1234-5678",
            "03-1234-567",
            "03-1234-5678 内線",
            "03-1234-5678 内線 12と13",
        ] {
            assert_eq!(Phone::parse(text), None, "{text}");
        }
        for (text, meant) in [
            ("+81-06-1234-5678", "+81-6-1234-5678"),
            ("+81 03 1234 5678", "+81-3 1234 5678"),
            ("＋８１－０６－１２３４－５６７８（内線 12）", "+81-6-1234-5678 ext. 12"),
            ("+810612345678", "+81-612345678"),
            ("+44 020 7946 0018", "+44-20 7946 0018"),
        ] {
            assert_eq!(Phone::parse(text), None, "{text}");
            let meant_phone = without_zero(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(meant_phone.canonical(), meant, "{text}");
            assert_eq!(Phone::parse(&meant_phone.canonical()), Some(meant_phone), "{text}");
        }
        // In Italy the zero belongs to the number.
        assert_eq!(Phone::parse("+39 06 6982 1234").unwrap().address(), "tel:+390669821234");
        assert_eq!(first_number("03-1234-5678 (9:00-17:00)").unwrap().canonical(), "03-1234-5678");
        assert_eq!(first_number("(代)03-1234-5678、夜間は別").unwrap().canonical(), "03-1234-5678");
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*", number in "[-+0-9() ext内線]*") {
            let _ = (Phone::parse(&text), Phone::parse(&number), first_number(&text));
        }
    }
}
