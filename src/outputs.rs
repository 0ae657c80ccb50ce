//! One linked site in, one machine-readable file out: feeds, calendars, sitemap, headers, redirects, open data; JSON-LD of pages,
//! and schemas for editors' programs.

pub mod atom;
pub mod calendar;
pub mod data;
pub mod dates;
pub mod escape;
pub mod headers;
pub mod json_ld;
pub mod permanent;
pub mod redirects;
pub mod reference;
pub mod schema;
pub mod sitemap;
pub mod xml;
