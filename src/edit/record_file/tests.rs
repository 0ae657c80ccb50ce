//! Single places of files, changed in every style in which people write YAML.

use super::*;
use crate::edit::splice;
use crate::model::yaml;

fn tree(text: &str) -> Node {
    yaml::parse(&"content/terms/x.yaml".into(), text).0.unwrap()
}

fn node<'n>(tree: &'n Node, trail: &str) -> &'n Node {
    trail.split('.').filter(|step| !step.is_empty()).fold(tree, |node, step| match &node.value {
        Value::List(items) => &items[step.parse::<usize>().unwrap()],
        _ => node.get(step).unwrap(),
    })
}

fn with(text: &str, edit: impl Fn(&Node) -> Option<Edit>) -> String {
    splice::apply(text, &[edit(&tree(text)).unwrap()])
}

const ORDER: [&str; 4] = ["a", "b", "c", "d"];

#[test]
fn fields_are_added_at_their_place() {
    let add =
        |text: &str, map: &str, key: &str, value: &str| with(text, |tree| add_field(text, node(tree, map), &ORDER, key, value));
    assert_eq!(add("a: 1   # one\n# of c\nc: 3\n", "", "b", "2"), "a: 1   # one\nb: 2\n# of c\nc: 3\n");
    assert_eq!(add("a:\n  - x\nd: 1", "", "b", "\n  - y\n  - z"), "a:\n  - x\nb:\n  - y\n  - z\nd: 1");
    assert_eq!(add("b: 1\n", "", "a", "0"), "a: 0\nb: 1\n");
    assert_eq!(add("a: |\n  x\n\n  y\n\nd: 1\n", "", "c", "2"), "a: |\n  x\n\n  y\nc: 2\n\nd: 1\n");
    assert_eq!(add("a: {b: 1, d: 2}\n", "a", "c", "x"), "a: {b: 1, c: x, d: 2}\n");
    assert_eq!(add("a: {}\n", "a", "c", "x"), "a: {c: x}\n");
    assert_eq!(add("d:\n- b: 1\n- b: 2\n", "d.1", "a", "0"), "d:\n- b: 1\n- b: 2\n  a: 0\n");
    assert_eq!(add("d:\n  b:\n", "d", "c", "2"), "d:\n  b:\n  c: 2\n");
}

#[test]
fn fields_and_items_are_taken_out() {
    let field = |text: &str, map: &str, key: &str| with(text, |tree| remove_field(text, node(tree, map), key));
    assert_eq!(field("a: 1\nb:\n  - x   # y\nc: 3\n", "", "b"), "a: 1\nc: 3\n");
    assert_eq!(field("a: {b: 1, c: 2}\n", "a", "b"), "a: {c: 2}\n");
    assert_eq!(field("a: {b: 1, c: 2}\n", "a", "c"), "a: {b: 1}\n");
    assert_eq!(field("d:\n  - a: 1\n    b: 2\n", "d.0", "a"), "d:\n  - b: 2\n");
    let item = |text: &str, list: &str, at: usize| with(text, |tree| remove_item(text, node(tree, list), at));
    assert_eq!(item("a: [x, y, z]\n", "a", 1), "a: [x, z]\n");
    assert_eq!(item("a:\n  - x\n  - b: 1\n    c: 2\n  - z\n", "a", 1), "a:\n  - x\n  - z\n");
}

#[test]
fn items_are_added_in_the_manner_of_their_list() {
    let add = |text: &str, value: &str| with(text, |tree| add_item(text, node(tree, "a"), value));
    assert_eq!(add("a: [x]\nb: 1\n", "y"), "a: [x, y]\nb: 1\n");
    assert_eq!(add("a: []\n", "y"), "a: [y]\n");
    assert_eq!(add("a:\n- x   # one\nb: 1\n", "y"), "a:\n- x   # one\n- y\nb: 1\n");
    assert_eq!(add("a:\n  - b: 1\n    c: 2\n", "b: 3\nc: 4"), "a:\n  - b: 1\n    c: 2\n  - b: 3\n    c: 4\n");
}

#[test]
fn values_keep_their_manner() {
    let set_to = |text: &str, new: &str| with(text, |tree| Some(set(text, node(tree, "a"), new, false)));
    assert_eq!(set_to("a: x   # c\n", "y: z"), "a: \"y: z\"   # c\n");
    assert_eq!(set_to("a: 'x'\n", "it's"), "a: 'it''s'\n");
    assert_eq!(set_to("a: \"x\"\n", "y"), "a: \"y\"\n");
    assert_eq!(set_to("a: >-\n    x\n    y\nb: 1\n", "z"), "a: >-\n    z\nb: 1\n");
    assert_eq!(set_to("a: |\n  x\n", "y\n\nz"), "a: |\n  y\n\n  z\n");
}

proptest::proptest! {
    #[test]
    fn what_is_written_is_read_again(text in "[ -~あ-ん・：，\n]{0,12}", in_flow in proptest::prelude::any::<bool>()) {
        let value = scalar(&text, in_flow);
        let file = if in_flow { format!("a: [{value}, end]\n") } else { format!("a: {value}\n") };
        let tree = tree(&file);
        let read = if in_flow { node(&tree, "a.0") } else { node(&tree, "a") };
        assert_eq!(read.as_str(), Some(&*text), "{file}");
    }
}
