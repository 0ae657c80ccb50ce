//! What a page of prose shows beside its prose.

use super::hospital::links;
use super::kind_view::KindView;
use crate::model::page::Page;
use crate::render::pen::Pen;
use crate::site::RecordId;

/// The view of a page.
pub fn view(pen: &Pen<'_>, _id: RecordId, page: &Page) -> KindView {
    KindView { sections: links(pen, &page.links).into_iter().collect(), ..KindView::default() }
}
