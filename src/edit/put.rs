//! One value of a record, found by the names of the fields that lead to it: written, changed or removed.

use std::sync::Arc;

use super::columns::{cell_text, keys_at};
use super::record_file::{add_field, add_item, is_flow, remove_field, remove_item, scalar, set};
use super::splice::{self, Edit};
use crate::model::node::{Node, Value};
use crate::model::reference::Kind;
use crate::model::yaml;

/// Why a value cannot stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// The one before it in its list is not there.
    Gap(String),
    /// What is there has parts, each in a column of its own.
    HasParts(String),
    /// What is there is one value, which has no parts.
    IsWhole(String),
    /// The file cannot be read, or not be changed in that place alone.
    Fixed,
}

/// The text of a record with a value at the end of a way.
///
/// # Errors
/// Why it cannot stand there.
pub fn put(path: &Arc<str>, kind: Kind, text: &str, trail: &str, value: &str) -> Result<String, Misfit> {
    let steps: Vec<&str> = trail.split('.').collect();
    let Some(tree) = yaml::parse(path, text).0 else { return Err(Misfit::Fixed) };
    // A list that is made anew begins with its first.
    let begins = |at: usize| match (at..steps.len()).find(|at| steps[*at].parse::<usize>().is_ok_and(|number| number > 0)) {
        Some(gap) => Err(Misfit::Gap(steps[..gap].join(".") + ".0")),
        None => Ok(()),
    };
    if tree.value == Value::Null {
        begins(0)?;
        let (first, rest) = steps.split_first().ok_or(Misfit::Fixed)?;
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        return Ok(format!("{text}{gap}{first}: {}\n", built(rest, value)));
    }
    let (mut node, mut flow) = (&tree, is_flow(text, &tree));
    for (at, step) in steps.iter().enumerate() {
        let rest = &steps[at + 1..];
        let next = match &node.value {
            Value::Map(_) => match node.get(step).filter(|next| next.value != Value::Null) {
                Some(next) => next,
                None => {
                    begins(at + 1)?;
                    return Ok(splice::apply(text, &with_field(text, kind, node, &steps[..at], step, &built(rest, value))?));
                }
            },
            Value::List(items) => {
                let number: usize = step.parse().map_err(|_| Misfit::HasParts(steps[..at].join(".")))?;
                match items.get(number) {
                    Some(next) => next,
                    None if number == items.len() => {
                        begins(at + 1)?;
                        return Ok(splice::apply(text, &[add_item(text, node, &built(rest, value)).ok_or(Misfit::Fixed)?]));
                    }
                    None => return Err(Misfit::Gap(steps[..at].join(".") + &format!(".{}", items.len()))),
                }
            }
            _ => return Err(Misfit::IsWhole(steps[..at].join("."))),
        };
        node = next;
        flow |= is_flow(text, node);
    }
    match &node.value {
        Value::Scalar { .. } => Ok(splice::apply(text, &[set(text, node, value, flow)])),
        Value::List(items) if cell_text(node).is_some() => listed(path, text, trail, items, value),
        _ => Err(Misfit::HasParts(trail.to_owned())),
    }
}

/// A value under the rest of its way, as one line.
fn built(rest: &[&str], value: &str) -> String {
    match rest {
        [] => scalar(value, true),
        [step, rest @ ..] if step.parse::<usize>().is_ok() => format!("[{}]", built(rest, value)),
        [step, rest @ ..] => format!("{{{step}: {}}}", built(rest, value)),
    }
}

/// A field that is not there; one without a value makes way.
fn with_field(text: &str, kind: Kind, map: &Node, way: &[&str], key: &str, value: &str) -> Result<Vec<Edit>, Misfit> {
    if let Some(entry) = map.as_map().unwrap_or_default().iter().find(|entry| &*entry.key == key) {
        let at = text[entry.key_span.end as usize..].find(':').ok_or(Misfit::Fixed)? + entry.key_span.end as usize + 1;
        return Ok(vec![(crate::base::Span::new(at, at), format!(" {value}"))]);
    }
    let keys = keys_at(kind, way);
    add_field(text, map, &keys, key, value).map(|edit| vec![edit]).ok_or(Misfit::Fixed)
}

/// A list of short values, of which only those change that differ.
fn listed(path: &Arc<str>, text: &str, trail: &str, items: &[Node], value: &str) -> Result<String, Misfit> {
    let parts = value.split([';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let new: Vec<&str> = parts.collect();
    let mut out = text.to_owned();
    for at in (new.len()..items.len()).rev() {
        out = remove(path, &out, &format!("{trail}.{at}"))?;
    }
    for (at, part) in new.iter().enumerate() {
        let Some(tree) = yaml::parse(path, &out).0 else { return Err(Misfit::Fixed) };
        let list = find(&tree, trail).ok_or(Misfit::Fixed)?;
        let Value::List(now) = &list.value else { return Err(Misfit::Fixed) };
        let edit = match now.get(at) {
            Some(item) if item.as_str() == Some(part) => continue,
            Some(item) => set(&out, item, part, is_flow(&out, list)),
            None => add_item(&out, list, &scalar(part, true)).ok_or(Misfit::Fixed)?,
        };
        out = splice::apply(&out, &[edit]);
    }
    Ok(out)
}

/// The text of a record without the value at the end of a way; what held nothing else goes with it.
///
/// # Errors
/// Why it cannot go.
pub fn remove(path: &Arc<str>, text: &str, trail: &str) -> Result<String, Misfit> {
    let Some(tree) = yaml::parse(path, text).0 else { return Err(Misfit::Fixed) };
    let (way, last) = trail.rsplit_once('.').unwrap_or(("", trail));
    let parent = find(&tree, way).ok_or(Misfit::Fixed)?;
    let (edit, is_last) = match &parent.value {
        Value::Map(entries) => (remove_field(text, parent, last), entries.len() == 1),
        Value::List(items) => (last.parse().ok().and_then(|at| remove_item(text, parent, at)), items.len() == 1),
        _ => return Err(Misfit::Fixed),
    };
    if is_last && !way.is_empty() {
        return remove(path, text, way);
    }
    Ok(splice::apply(text, &[edit.ok_or(Misfit::Fixed)?]))
}

/// The value at the end of a way; at the end of none, the record itself.
pub fn find<'n>(tree: &'n Node, trail: &str) -> Option<&'n Node> {
    trail.split('.').filter(|step| !step.is_empty()).try_fold(tree, |node, step| match &node.value {
        Value::List(items) => items.get(step.parse::<usize>().ok()?),
        _ => node.get(step),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put_in(text: &str, trail: &str, value: &str) -> String {
        put(&"content/hospitals/x.yaml".into(), Kind::Hospital, text, trail, value).unwrap()
    }

    #[test]
    fn values_are_put_where_they_belong_and_all_else_stays() {
        let text = "# 病院\nname: {ja: 甲, en: A}   # 名前\nprefecture: ibaraki\nlanguages:\n  - ja   # 一\n  - en\ncontacts:\n  - name: {ja: 係, en: Office}\n    phone: 03-1234-5678\n";
        assert_eq!(put_in(text, "name.ja", "乙, 丙"), text.replace("ja: 甲", "ja: \"乙, 丙\""));
        assert_eq!(put_in(text, "reading", "こう"), text.replace("prefecture", "reading: こう\nprefecture"));
        assert_eq!(put_in(text, "languages", "ja; vi"), text.replace("- en", "- vi"));
        assert_eq!(put_in(text, "languages", "ja; en; vi"), text.replace("- en", "- en\n  - vi"));
        assert_eq!(put_in(text, "languages", "ja"), text.replace("  - en\n", ""));
        let with_email = text.replace("    phone:", "    email: a@example.org\n    phone:");
        assert_eq!(put_in(text, "contacts.0.email", "a@example.org"), with_email);
        assert_eq!(put_in(text, "contacts.1.name.ja", "部"), text.to_owned() + "  - {name: {ja: 部}}\n");
        assert_eq!(put_in("", "name.ja", "新"), "name: {ja: 新}\n");
        let path = "content/hospitals/x.yaml".into();
        let refused = |trail: &str| put(&path, Kind::Hospital, text, trail, "x").unwrap_err();
        assert_eq!(refused("contacts.3.email"), Misfit::Gap("contacts.1".into()));
        assert_eq!(refused("links.1"), Misfit::Gap("links.0".into()));
        assert_eq!(refused("name"), Misfit::HasParts("name".into()));
        assert_eq!(refused("prefecture.is"), Misfit::IsWhole("prefecture".into()));
        assert_eq!(remove(&path, text, "contacts.0.phone").unwrap(), text.replace("    phone: 03-1234-5678\n", ""));
        assert_eq!(remove(&path, "a: {b: [{c: 1}]}\nd: 2\n", "a.b.0.c").unwrap(), "d: 2\n");
    }
}
