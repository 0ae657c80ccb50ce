//! Drawings as inline SVG: geometry alone, from values that are complete. Classes, no inline style, no script.

pub mod line_map;
pub mod scale;
pub mod svg;
pub mod tile_map;
pub mod timeline;
pub mod wrap;
