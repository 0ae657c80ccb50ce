//! What scalars say of themselves, held against their readers.

use super::{Cx, Described, Node, Read, Shape};
use crate::model::yaml;

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
