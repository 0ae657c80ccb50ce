//! Files of GNU gettext: `.po`.

use std::fmt::Write;

use super::{Texts, Unit};

/// The texts as a file.
pub fn write(texts: &Texts) -> String {
    let mut out = format!(
        "msgid \"\"\nmsgstr \"\"\n\"Language: {}\\n\"\n\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\
         \"Content-Transfer-Encoding: 8bit\\n\"\n\"X-Source-Language: {}\\n\"\n",
        texts.target.replace('-', "_"),
        texts.source
    );
    for unit in &texts.units {
        out.push('\n');
        for line in unit.notes.iter().flat_map(|note| note.lines()) {
            let _ = writeln!(out, "#. {line}");
        }
        if unit.is_open {
            out.push_str("#, fuzzy\n");
        }
        if let Some(old) = &unit.old_source {
            let _ = writeln!(out, "#| msgid {}", quoted(old, "#| "));
        }
        let _ = writeln!(out, "msgctxt {}", quoted(&unit.id, ""));
        let _ = writeln!(out, "msgid {}", quoted(&unit.source, ""));
        let _ = writeln!(out, "msgstr {}", quoted(&unit.target, ""));
    }
    out
}

/// A string in quotation marks; of several lines, each stands on its own.
fn quoted(text: &str, before: &str) -> String {
    let escaped = |line: &str| {
        let line = line.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', "\\t").replace('\r', "\\r").replace('\n', "\\n");
        format!("\"{line}\"")
    };
    if !text.trim_end_matches('\n').contains('\n') {
        return escaped(text);
    }
    let lines = text.split_inclusive('\n').map(|line| format!("\n{before}{}", escaped(line)));
    std::iter::once("\"\"".to_owned()).chain(lines).collect()
}

/// Reads a file; or tells the line that cannot be read.
///
/// # Errors
/// The number of the line.
pub fn read(text: &str) -> Result<Texts, usize> {
    let mut texts = Texts::default();
    let mut entry = Entry::default();
    for (number, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        let line = line.trim();
        let is_new = line.is_empty()
            || (entry.has_target && (line.starts_with('#') || line.starts_with("msgctxt") || line.starts_with("msgid")));
        if is_new {
            std::mem::take(&mut entry).finish(&mut texts);
        }
        match line {
            "" => {}
            // Entries that are no longer asked for.
            _ if line.starts_with("#~") => {}
            _ if line.starts_with("#,") => entry.unit.is_open |= line.split([',', ' ']).any(|flag| flag == "fuzzy"),
            _ if line.starts_with('#') => {}
            _ => entry.line(line).ok_or(number + 1)?,
        }
    }
    entry.finish(&mut texts);
    Ok(texts)
}

/// The string that lines without a keyword go on with.
#[derive(Default, Clone, Copy)]
enum Part {
    #[default]
    None,
    Id,
    Source,
    Target,
}

#[derive(Default)]
struct Entry {
    unit: Unit,
    part: Part,
    has_target: bool,
}

impl Entry {
    fn line(&mut self, line: &str) -> Option<()> {
        let rest = if line.starts_with('"') {
            line
        } else {
            let (keyword, rest) = line.split_once([' ', '\t'])?;
            self.part = match keyword {
                "msgctxt" => Part::Id,
                "msgid" => Part::Source,
                "msgstr" => Part::Target,
                // A text of ours has no plural; what a program adds to one is passed over.
                _ if keyword.starts_with("msgid_plural") || keyword.starts_with("msgstr[") => Part::None,
                _ => return None,
            };
            rest.trim_start()
        };
        let text = unquoted(rest)?;
        match self.part {
            Part::None => {}
            Part::Id => self.unit.id.push_str(&text),
            Part::Source => self.unit.source.push_str(&text),
            Part::Target => {
                self.has_target = true;
                self.unit.target.push_str(&text);
            }
        }
        Some(())
    }

    fn finish(self, texts: &mut Texts) {
        if self.unit.source.is_empty() && self.unit.id.is_empty() {
            let value = |name: &str| {
                self.unit.target.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().replace('_', "-"))
            };
            if let Some(language) = value("Language:") {
                texts.target = language;
            }
            if let Some(language) = value("X-Source-Language:") {
                texts.source = language;
            }
        } else if self.has_target {
            texts.units.push(self.unit);
        }
    }
}

fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => out.push(match characters.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                c => c,
            }),
            c => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let unit = |id: &str, source: &str, target: &str| Unit {
            id: id.into(),
            source: source.into(),
            target: target.into(),
            ..Unit::default()
        };
        let open =
            Unit {
                is_open: true, old_source: Some("古い\n文".into()), ..unit("b:#x", "一行\n\n\"二行\"\\", "Một\ndòng\n")
            };
        let texts = Texts { source: "ja".into(), target: "zh-TW".into(), units: vec![unit("a:name", "病院", ""), open] };
        let text = write(&texts);
        let mut read = read(&text).unwrap();
        read.units[1].old_source.clone_from(&texts.units[1].old_source);
        assert_eq!(read, texts, "{text}");
    }

    #[test]
    fn files_of_other_programs_are_read() {
        let text = "\u{FEFF}#  translator\r\nmsgid \"\"\r\nmsgstr \"Language: vi\\n\"\r\n\r\n#: a\r\n#, fuzzy, c-format\r\nmsgctxt \"a:name\"\r\nmsgid \"病\"\r\n\"院\"\r\nmsgstr \"\"\r\n\"Bệnh \"\r\n\"viện\"\r\n#~ msgid \"gone\"\r\n#~ msgstr \"x\"\r\n";
        let texts = read(text).unwrap();
        assert_eq!((&*texts.target, texts.units.len()), ("vi", 1));
        assert_eq!((&*texts.units[0].source, &*texts.units[0].target, texts.units[0].is_open), ("病院", "Bệnh viện", true));
        assert_eq!(read("msgid \"a\"\nmsgstr \"b\nx\n"), Err(2));
        assert_eq!(read("hello\n"), Err(1));
    }
}
