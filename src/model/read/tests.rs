//! What scalars say of themselves, held against their readers.

use super::{Cx, Described, Node, Read, Shape};
use crate::base::{Arg, Diagnostic};
use crate::model::yaml;

/// Reads the value of a field, and says what that comes to: the value as `annai fmt` writes it, or what is found. Of a finding its message,
/// its help and the value to write instead.
pub fn outcome<T: Read>(field: &'static str, value: &str) -> (Option<T>, String) {
    let path = "content/a.yaml".into();
    let source = format!("{field}: {value}\n");
    let tree = yaml::parse(&path, &source).0.unwrap();
    let mut cx = Cx { field, ..Cx::new(&path, &source) };
    let read = T::read(tree.get(field).unwrap(), &mut cx);
    let said = |finding: &Diagnostic| {
        let value = finding.args.iter().find_map(|(name, arg)| match arg {
            Arg::Text(text) if *name == "value" => Some(text.as_str()),
            _ => None,
        });
        [Some(finding.message), finding.help, value].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let found: Vec<String> = cx.findings.iter().map(said).collect();
    if !found.is_empty() {
        return (read, found.join(" / "));
    }
    let mut written = source.clone();
    for (span, text) in cx.edits.iter().rev() {
        written.replace_range(span.start as usize..span.end as usize, text);
    }
    (read, written[field.len() + 2..].trim_end().to_owned())
}

/// Reads the examples of a scalar, and those of what is none.
pub fn holds_its_examples<T: Described + Read>() {
    let Shape::Scalar(scalar) = T::shape() else { panic!("it is no scalar") };
    let pattern = scalar.pattern.map(|pattern| regex::Regex::new(pattern).unwrap());
    let is_read = |text: &str| {
        let path = "content/a.yaml".into();
        let source = format!("a: \"{text}\"\n");
        let quoted = yaml::parse(&path, &source).0.unwrap();
        let source = format!("a: {text}\n");
        let bare = yaml::parse(&path, &source).0;
        let mut read = |node: &Node| T::read(node, &mut Cx::new(&path, &source)).is_some();
        read(quoted.get("a").unwrap()) || bare.is_some_and(|node| node.get("a").is_some_and(&mut read))
    };
    assert!(!scalar.takes.is_empty());
    for text in scalar.takes {
        assert!(is_read(text), "{}: the reader does not take {text}", scalar.name);
        assert!(pattern.as_ref().is_none_or(|pattern| pattern.is_match(text)), "{}: the pattern refuses {text}", scalar.name);
    }
    for text in scalar.refuses {
        assert!(!is_read(text), "{}: the reader takes {text}", scalar.name);
        assert!(pattern.as_ref().is_none_or(|pattern| !pattern.is_match(text)), "{}: the pattern takes {text}", scalar.name);
    }
}
