//! One linked site in, one machine-readable file out: feeds, sitemap, headers, redirects.

pub mod atom;
pub mod dates;
pub mod headers;
pub mod redirects;
pub mod sitemap;
pub mod xml;
