//! XLIFF: 1.2 is written, 1.2 and 2 are read.

use roxmltree::{Document, Node};

use super::{Texts, Unit};
use crate::outputs::xml;

/// The texts as a file.
pub fn write(texts: &Texts) -> String {
    let mut out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n"
            .to_owned();
    // Each file has one language of its sources.
    let language = |unit: &Unit| unit.source_language.clone().unwrap_or_else(|| texts.source.clone());
    let mut groups: Vec<(String, Vec<&Unit>)> = vec![(texts.source.clone(), Vec::new())];
    for unit in &texts.units {
        match groups.iter_mut().find(|(known, _)| *known == language(unit)) {
            Some((_, units)) => units.push(unit),
            None => groups.push((language(unit), vec![unit])),
        }
    }
    for (source, units) in &groups {
        out.push_str(&format!(
            "<file original=\"annai\" source-language=\"{}\" target-language=\"{}\" datatype=\"plaintext\">\n<body>\n",
            xml::escape(source),
            xml::escape(&texts.target)
        ));
        units.iter().for_each(|unit| write_unit(unit, &mut out));
        out.push_str("</body>\n</file>\n");
    }
    out.push_str("</xliff>\n");
    out
}

fn write_unit(unit: &Unit, out: &mut String) {
    out.push_str(&format!(
        "<trans-unit id=\"{}\" xml:space=\"preserve\">\n<source>{}</source>\n",
        xml::escape(&unit.id),
        xml::escape(&unit.source)
    ));
    let state = if unit.is_open { " state=\"needs-translation\"" } else { "" };
    if !unit.target.is_empty() {
        out.push_str(&format!("<target{state}>{}</target>\n", xml::escape(&unit.target)));
    }
    for note in &unit.notes {
        out.push_str(&format!("<note>{}</note>\n", xml::escape(note)));
    }
    if let Some(old) = &unit.old_source {
        out.push_str(&format!("<alt-trans alttranstype=\"previous-version\"><source>{}</source>", xml::escape(old)));
        out.push_str(&format!("<target>{}</target></alt-trans>\n", xml::escape(&unit.target)));
    }
    out.push_str("</trans-unit>\n");
}

/// Reads a file; or tells the line that cannot be read.
///
/// # Errors
/// The number of the line.
pub fn read(text: &str) -> Result<Texts, usize> {
    let document = Document::parse(text.trim_start_matches('\u{FEFF}')).map_err(|error| error.pos().row as usize)?;
    let root = document.root_element();
    if root.tag_name().name() != "xliff" {
        return Err(1);
    }
    let mut texts = Texts::default();
    for node in document.descendants() {
        let value = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
        match node.tag_name().name() {
            "xliff" if node.has_attribute("trgLang") => (texts.source, texts.target) = (value("srcLang"), value("trgLang")),
            // The first file is that of most texts.
            "file" if node.has_attribute("target-language") && texts.target.is_empty() => {
                (texts.source, texts.target) = (value("source-language"), value("target-language"));
            }
            "trans-unit" | "unit" => texts.units.push(unit(node)),
            _ => {}
        }
    }
    Ok(texts)
}

fn unit(node: Node<'_, '_>) -> Unit {
    let mut unit = Unit { id: node.attribute("id").unwrap_or_default().to_owned(), ..Unit::default() };
    let mut add = |node: Node<'_, '_>, untouched: &str| {
        for part in node.children() {
            match part.tag_name().name() {
                "source" => unit.source.push_str(&text_of(part)),
                "target" => {
                    unit.target.push_str(&text_of(part));
                    let state = part.attribute("state").or(node.attribute("state")).unwrap_or_default();
                    unit.is_open |= state.starts_with("needs-") || state == untouched;
                }
                _ => {}
            }
        }
    };
    add(node, "new");
    for segment in node.children().filter(|part| matches!(part.tag_name().name(), "segment" | "ignorable")) {
        add(segment, "initial");
    }
    unit
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
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
            Unit { is_open: true, old_source: Some("古い".into()), ..unit("b:#x", "<一行> &\n二行", "Một \"dòng\"") };
        let word = Unit { source_language: Some("en".into()), ..unit("locales/vi/reader.ftl:menu_open", "Menu", "") };
        let texts = Texts { source: "ja".into(), target: "vi".into(), units: vec![unit("a:name", "病院", ""), open, word] };
        let text = write(&texts);
        let files: Vec<&str> = text.split("<file ").skip(1).collect();
        assert!(
            matches!(&files[..], [first, second] if first.contains("source-language=\"ja\"") && !first.contains("Menu") && second.contains("source-language=\"en\"")),
            "{text}"
        );
        let mut read = read(&write(&texts)).unwrap();
        read.units[1].old_source.clone_from(&texts.units[1].old_source);
        read.units[2].source_language.clone_from(&texts.units[2].source_language);
        assert_eq!(read, texts);
    }

    #[test]
    fn the_second_version_is_read_with_what_stands_inside_of_texts() {
        let text = "<xliff version=\"2.0\" srcLang=\"ja\" trgLang=\"vi\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\">\
                    <unit id=\"a:name\"><segment state=\"initial\"><source>病<ph id=\"1\"/>院</source><target>Bệnh <mrk id=\"m\">viện</mrk></target></segment></unit></file></xliff>";
        let texts = read(text).unwrap();
        assert_eq!(
            (&*texts.target, &*texts.units[0].source, &*texts.units[0].target, texts.units[0].is_open),
            ("vi", "病院", "Bệnh viện", true)
        );
        assert_eq!(read("<html/>"), Err(1));
        assert!(read("<xliff").is_err());
    }
}
