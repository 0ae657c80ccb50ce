//! The prefectures as tiles, beside their list.

use serde::Serialize;

use super::html::html;
use super::words;
use crate::model::word::Vocabulary;
use crate::render::draw::tile_map::{self as draw, Tile};
use crate::render::pen::Pen;
use crate::site::facets::Facet;
use crate::site::routes;

/// Japan as tiles.
#[derive(Debug, Serialize)]
pub struct TileMap {
    /// The drawing where there is room.
    #[serde(serialize_with = "html")]
    pub wide: String,
    /// The drawing for a phone.
    #[serde(serialize_with = "html")]
    pub narrow: String,
}

/// The map; nothing when no prefecture of it has a record.
pub fn tile_map(pen: &Pen<'_>) -> Option<TileMap> {
    let tile = |entry: &crate::model::vocabulary::Entry| {
        let count = pen.site.facets.records(Facet::Prefecture, &entry.id).len();
        let address = routes::list_address(pen.site, pen.lang, &format!("{}/{}", Facet::Prefecture.folder(), entry.id), 1);
        Tile {
            id: entry.id.to_string(),
            name: entry.name.as_ref().map(|name| words::text(pen, name)).unwrap_or_default(),
            href: (count > 0).then(|| pen.href(&address)),
            count: pen.kit.number(count as u64),
        }
    };
    let tiles: Vec<Tile> = pen.site.vocabularies.all(Vocabulary::Prefectures).into_iter().map(tile).collect();
    Some(TileMap { wide: draw::wide(&tiles)?, narrow: draw::narrow(&tiles)? })
}
