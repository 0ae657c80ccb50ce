//! What each kind of record adds to the page that all kinds share.

use super::parts::{Badge, Row, Section};
use super::scale::Scale;
use super::timeline::Timeline;

/// What a kind adds to a page.
#[derive(Default)]
pub struct KindView {
    /// Labels beside the title.
    pub badges: Vec<Badge>,
    /// The answers that a reader wants first.
    pub answers: Vec<Row>,
    /// Short facts.
    pub facts: Vec<Row>,
    /// Longer facts.
    pub sections: Vec<Section>,
    /// Schedules as drawings.
    pub timelines: Vec<Timeline>,
    /// Costs and lengths as drawings.
    pub scales: Vec<Scale>,
}
