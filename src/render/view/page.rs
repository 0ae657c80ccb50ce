//! What a page of prose shows beside its prose.

use super::hospital;
use super::kind_view::KindView;
use crate::model::page::Page;
use crate::render::pen::Pen;
use crate::site::RecordId;

/// The view of a page.
pub fn view(pen: &Pen<'_>, _id: RecordId, page: &Page) -> KindView {
    // The place in the menu is shown by the menu, the choice by the home page.
    let Page { menu: _, choice: _, links } = page;
    KindView { sections: hospital::links(pen, links).into_iter().collect(), ..KindView::default() }
}
