//! Readers of plain values: flags, numbers, words as they stand, and whatever stands there.

use super::{Cx, Described, Read, Shape, scalars};
use crate::model::hidden::is_blank;
use crate::model::node::Node;
use crate::model::spelling::{fold, number_of};

scalars! {
    Box<str>: "string" ANY, ["(1)", "7"], [];
    u32: "number" NUMBER "^[^-−]*[0-9０-９〇一二三四五六七八九十百]|^\\s*([Zz]ero|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)", ["2", "２", "三", "three", "5名"], ["many", "-1"];
    bool: "flag" FLAG "^\\s*(true|yes|はい|有|あり|○|〇|◯|false|no|いいえ|無|なし|×)\\s*$", ["true", "false", "yes", "なし"], ["ja", "maybe"];
}

impl Read for bool {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let folded = node.as_plain().map(fold).unwrap_or_default().to_lowercase();
        match &*folded {
            "true" | "yes" | "はい" | "有" | "あり" | "○" | "〇" | "◯" => {
                cx.canonical(node, "true");
                Some(true)
            }
            "false" | "no" | "いいえ" | "無" | "なし" | "×" => {
                cx.canonical(node, "false");
                Some(false)
            }
            _ => {
                cx.wrong_shape(node, "value-boolean");
                None
            }
        }
    }
}

impl Read for u32 {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let number = node.as_str().and_then(|text| number_of(&fold(text)));
        match number {
            Some(number) => cx.canonical(node, &number.to_string()),
            None => cx.bad_value("bad-number", "bad-number-help", node),
        }
        number
    }
}

impl Described for Node {
    fn shape() -> Shape {
        Shape::Anything
    }
}

impl Read for Node {
    fn read(node: &Node, _: &mut Cx<'_>) -> Option<Self> {
        Some(node.clone())
    }
}

impl Read for Box<str> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str();
        if text.is_none() {
            cx.wrong_shape(node, "value-scalar");
        }
        text.filter(|text| !is_blank(text)).map(Into::into)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        T::read(node, cx).map(Box::new)
    }
}
