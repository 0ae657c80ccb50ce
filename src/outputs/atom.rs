//! The Atom feed (RFC 4287) of one language: notices and major changes, the newest first.

use super::dates::{newest, rfc3339};
use super::permanent;
use super::xml::escape;
use crate::model::reference::Kind;
use crate::render::pen::Pen;
use crate::render::view::provenance;
use crate::render::view::shared::{absolute, site_title};
use crate::site::routes;

/// Entries in a feed.
const LIMIT: usize = 20;

/// The feed in the pen's language. Records that are not written in it are left out.
pub fn feed(pen: &Pen<'_>) -> String {
    let site = pen.site;
    let tag = pen.tag();
    let front = routes::home_address(site, pen.lang);
    let own = absolute(site, &format!("{front}feed.xml"));
    let home = absolute(site, &front);
    let title = escape(&site_title(pen));
    let is_wanted = |entry: &crate::site::entries::Entry| {
        entry.exists_in(pen.lang, &site.languages)
            && (entry.kind() == Kind::Notice || entry.record.common.changes.iter().any(|change| change.major))
    };
    let dated = newest(site, is_wanted);
    let updated = dated.first().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |(instant, _)| rfc3339(*instant));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{tag}\">\n<id>{}</id>\n\
         <title>{title}</title>\n<updated>{updated}</updated>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n<author><name>{title}</name></author>\n",
        permanent::absolute(site, &front)
    );
    for (instant, id) in dated.iter().take(LIMIT) {
        let address = absolute(site, &routes::record_address(site, pen.lang, *id));
        let entry = site.entry(*id);
        let summary = entry.record.common.summary.as_ref().map(|summary| pen.plain(summary)).unwrap_or_default();
        let summary =
            [summary, provenance::line(pen, entry).map(|line| line.plain().into_owned()).unwrap_or_default()].join("\n");
        let summary = summary.trim();
        out.push_str(&format!(
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n\
             <summary>{}</summary>\n</entry>\n",
            // Ids stay the same wherever a build is published for once, and when a record moves (RFC 4287, 4.2.6).
            permanent::absolute(site, &permanent::record_address(site, pen.lang, *id)),
            escape(&pen.title(*id).0),
            rfc3339(*instant),
            escape(summary)
        ));
    }
    out.push_str("</feed>\n");
    out
}
