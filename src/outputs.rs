//! One linked site in, one machine-readable file out: feeds, calendars, sitemap, headers, redirects.

pub mod atom;
pub mod calendar;
pub mod dates;
pub mod headers;
pub mod permanent;
pub mod redirects;
pub mod sitemap;
pub mod xml;
