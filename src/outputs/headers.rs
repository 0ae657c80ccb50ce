//! `/_headers`: what hosts that read it send with each answer.

use crate::render::view::shared::POLICY;
use crate::site::Site;

/// The file: the policy of the pages, and hashed files kept for ever.
pub fn headers(site: &Site) -> String {
    let base = site.base_url.path.trim_end_matches('/');
    format!(
        "{base}/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  Permissions-Policy: camera=(), geolocation=(), microphone=()\n\n\
         {base}/theme/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
}
