//! The view of a record's page: what all kinds share, around what is each kind's own.

use std::collections::{BTreeMap, BTreeSet};

use super::cards::state_badge;
use super::kind_view::KindView;
use super::parts::{Caution, Conflict, LinkGroup, Overdue, Row, Rows, Section, Subscription, Trust};
use super::{View, journey, provenance, shared};
use crate::base::Arg;
use crate::markup::{Attribute, Event, Inline, Mark};
use crate::model::fact::Fact;
use crate::model::prose::{self, Title};
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation, kinds};
use crate::model::vocabulary::Entry as WordEntry;
use crate::render::furigana::ruby;
use crate::render::pen::Pen;
use crate::render::pen::resolve::Resolver;
use crate::site::entries::{Entry, ProseFile};
use crate::site::{RecordId, addresses, mentions, routes};

macro_rules! views {
    ($($(#[$about:meta])* $kind:ident $name:literal $folder:literal $room:ident,)*) => {
        /// What is a kind's own.
        fn own(pen: &Pen<'_>, id: RecordId, body: &Body) -> KindView {
            match body {
                $(Body::$kind(body) => super::$room::view(pen, id, body),)*
            }
        }
    };
}

kinds!(views);

/// The view of a record's page.
pub fn view(pen: &Pen<'_>, id: RecordId) -> View {
    let entry = pen.site.entry(id);
    let common = &entry.record.common;
    let (title, _) = pen.title(id);
    let (title_words, title_language) = pen.title_words(id);
    let kind_view = own(pen, id, &entry.record.body);
    let mut sections = kind_view.sections;
    sections.extend(Section::list(pen, "sec-notes", "heading_notes", common.notes.iter().map(|note| pen.text(note)).collect()));
    let shown: BTreeSet<RecordId> = sections.iter().flat_map(|section| &section.records).copied().collect();
    let is_shown = |target| mentions::resolve(pen.site, target).is_ok_and(|id| shown.contains(&id));
    let related = common.related.iter().filter(|reference| !is_shown(&reference.target));
    let related = related.map(|reference| pen.reference(reference)).collect();
    sections.extend(Section::list(pen, "sec-related", "heading_related", related));
    let is_home = entry.kind() == Kind::Page && entry.slug() == "index";
    let foreign = pen.foreign(title_language);
    let mut view = View {
        kind: if is_home { "home" } else { entry.kind().as_str() },
        title_lang: foreign.map(ToString::to_string),
        is_name: pen.is_name(id),
        only_in: foreign.map(|language| pen.only_in(language)),
        summary: common.summary.as_ref().map(|text| pen.text(text)),
        path: pen.record_href(id),
        names: names(pen, entry),
        state: state_badge(pen, id),
        provenance: provenance::line(pen, entry),
        report: provenance::report(pen, id),
        badges: kind_view.badges,
        answers: kind_view.answers,
        retired: retired(pen, entry),
        overdue: overdue(pen, entry).filter(|_| !entry.is_retired()),
        facts: kind_view.facts,
        sections,
        trust: trust(pen, entry),
        journeys: journey::strips(pen, id),
        subscription: subscription(pen, id),
        timelines: kind_view.timelines,
        scales: kind_view.scales,
        extra: common.extra.as_ref().map(shared::json),
        ..View::default()
    };
    view.incoming = incoming(pen, id, entry, &view.sections);
    add_body(pen, id, entry, &mut view);
    view.description = match &common.summary {
        Some(summary) => pen.plain(summary),
        None => first_words(&view.body.0.plain()),
    };
    shared::set_languages(
        pen,
        &mut view,
        |lang| routes::record_address(pen.site, lang, id),
        |lang| entry.exists_in(lang, &pen.site.languages),
    );
    view.canonical = shared::absolute(pen.site, &addresses::canonical(pen.site, pen.lang, id));
    if is_home {
        shared::set_entrance_as_default(pen.site, &mut view);
    } else {
        view.crumbs = shared::crumbs(pen, (entry.kind() != Kind::Page).then_some(entry.kind()));
        view.crumbs.push(super::Crumb { name: title_words.clone(), lang: view.title_lang.clone(), href: None });
    }
    view.title_html = match &common.reading {
        Some(reading) if title_language.as_str() == "ja" && foreign.is_none() => ruby(&title, reading),
        _ => title_words,
    };
    view.kind_name = (entry.kind() != Kind::Page).then(|| pen.say(entry.kind().message()));
    view.contents = contents(pen, &view);
    view.title = title;
    view
}

/// Since when it is no more, what takes its place, and why.
fn retired(pen: &Pen<'_>, entry: &Entry) -> Option<Inline> {
    let retired = entry.record.common.retired.as_ref()?;
    let since = pen.fill("retired_since", &[("date", &pen.date(retired.since.as_ref()?))]);
    let followed = retired.followed_by.as_ref().map(|next| pen.fill("retired_followed", &[("record", &pen.reference(next))]));
    let all: Vec<Inline> = [Some(since), followed, pen.optional(retired.note.as_ref())].into_iter().flatten().collect();
    Some(Inline::lines(&all))
}

/// The review date, and whether it is past.
fn overdue(pen: &Pen<'_>, entry: &Entry) -> Option<Overdue> {
    let review = entry.record.common.review_by.as_ref()?;
    let end = review.end(&pen.site.file.zone.0)?;
    let text = pen.fill("review_overdue", &[("date", &pen.date(review))]);
    Some(Overdue { text, after: end.as_second(), is_now: end <= pen.site.as_of })
}

/// The parts of the page, in its order, if there are many.
fn contents(pen: &Pen<'_>, view: &View) -> Vec<Inline> {
    let mut contents = headings(view);
    let mut add = |id: &str, name: &Inline| contents.push(entry(id, name));
    for scale in &view.scales {
        add(scale.id, &scale.heading);
    }
    for section in view.sections.iter().filter(|section| !section.id.is_empty()) {
        add(section.id, &section.heading);
    }
    // A page of prose shows none.
    if view.kind != "page" && (!view.facts.is_empty() || !view.names.is_empty()) {
        add("sec-overview-facts", &pen.say("heading_facts"));
    }
    let trust = &view.trust;
    for (id, heading, shown) in [
        ("sec-conflicts", "heading_conflicts", !trust.conflicts.is_empty()),
        ("sec-sources", "heading_sources", !trust.sources.is_empty() || !trust.rows.is_empty()),
        ("sec-changes", "heading_changes", !trust.changes.is_empty()),
        ("sec-incoming", "heading_incoming", !view.incoming.is_empty()),
    ] {
        if shown {
            add(id, &pen.say(heading));
        }
    }
    // Two are seen without a list of them.
    if contents.len() < 3 {
        contents.clear();
    }
    contents
}

/// A link to a part of the page, by its id and heading.
fn entry(id: &str, heading: &Inline) -> Inline {
    let mut out = Inline::default();
    out.open(Mark::Link).attribute(Attribute::Href, &["#", id].concat()).add(heading).close(Mark::Link);
    out
}

/// The second-level headings of the prose, with the ids that the prose gives them.
fn headings(view: &View) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut heading: Option<(&str, Inline)> = None;
    for event in view.body.0.events() {
        match (event, &mut heading) {
            (Event::Open(Mark::Heading2), _) => heading = Some(("", Inline::default())),
            (Event::Attribute(Attribute::Id, own), Some((id, words))) if words.is_empty() => *id = own,
            (Event::Close(Mark::Heading2), Some((id, words))) => {
                found.push(entry(id, &in_language(view, words.words())));
                heading = None;
            }
            (event, Some((_, words))) => words.event(event),
            (_, None) => {}
        }
    }
    found
}

/// Words of the prose outside of it, with its language.
fn in_language(view: &View, words: Inline) -> Inline {
    let (Some(language), Some(direction)) = (&view.body_lang, view.body_dir) else { return words };
    let mut out = Inline::default();
    out.open(Mark::Foreign).attribute(Attribute::Lang, language).attribute(Attribute::Dir, direction);
    out.add(&words).close(Mark::Foreign);
    out
}

/// The prose; of a page of prose, without the heading that became its title.
fn add_body(pen: &Pen<'_>, id: RecordId, entry: &Entry, view: &mut View) {
    let Some(file) = entry.prose(pen.lang, &pen.site.languages) else { return };
    let outdated = outdated(pen, file);
    let resolver = Resolver {
        page: Some(id),
        path: &file.path,
        heading_ids: &file.heading_ids,
        outdated,
        ..Resolver::of_text_in(*pen, &file.language)
    };
    let title = match &file.prose.outline[..] {
        [first, ..] if first.level == 1 => Title::LeftOut,
        // A record's name is the only first-level heading of its page.
        headings if headings.iter().any(|heading| heading.level == 1) => Title::Below,
        _ => Title::Kept,
    };
    let body = &mut view.body.0;
    if resolver.outdated.contains(&"") {
        resolver.say_outdated(body);
    }
    prose::write(&file.prose, &file.text, &resolver, title, body);
    if title == Title::LeftOut {
        view.title_id = file.heading_ids.first().map(ToString::to_string);
    }
    if let Some(language) = pen.foreign(&file.language) {
        view.body_lang = Some(language.to_string());
        view.body_dir = Some(if language.is_right_to_left() { "rtl" } else { "ltr" });
        view.body_only_in = Some(pen.only_in(language));
    }
}

/// The ids of the headings whose sections are older than their source; an empty one is what stands before the first.
fn outdated<'a>(pen: &Pen<'a>, file: &ProseFile) -> Vec<&'a str> {
    let keys = pen.site.outdated.get(&(file.language.to_string(), file.path.to_string()));
    keys.into_iter().flatten().map(|key| key.trim_start_matches('#')).collect()
}

/// The calendar of a program, or of the program that a schedule is of.
fn subscription(pen: &Pen<'_>, id: RecordId) -> Option<Subscription> {
    let program = match &pen.site.entry(id).record.body {
        Body::Program(_) => id,
        Body::Schedule(schedule) => mentions::resolve(pen.site, &schedule.program.as_ref()?.target).ok()?,
        _ => return None,
    };
    let address = routes::subscription_address(pen.site, pen.lang, program);
    pen.site.routes.contains_key(&*address).then(|| {
        let absolute = shared::absolute(pen.site, &address);
        let webcal = absolute.split_once("://").map_or_else(|| absolute.clone(), |(_, rest)| format!("webcal://{rest}"));
        Subscription { href: pen.href(&address), webcal }
    })
}

/// The beginning of a text, cut at a word or sentence, for search engines.
fn first_words(text: &str) -> String {
    const LENGTH: usize = 120;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LENGTH {
        return text;
    }
    let cut: String = text.chars().take(LENGTH).collect();
    let end = cut.rfind(['。', '.', ' ', '、']).filter(|end| *end > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

fn names(pen: &Pen<'_>, entry: &Entry) -> Vec<Row> {
    let common = &entry.record.common;
    let mut rows = Rows::new(pen);
    rows.add("label_reading", common.reading.as_deref().map(|text| pen.reading("ja", text)));
    rows.add("label_romanized", common.romanized.as_deref().map(|text| pen.reading("ja-Latn", text)));
    if let Some(name) = &common.name {
        let others: Vec<Inline> = name
            .phrases()
            .iter()
            .filter(|phrase| pen.foreign(&phrase.language).is_some() && pen.site.languages.has(name, pen.lang))
            .map(|phrase| {
                let words = prose::inline_plain(&phrase.source, &Resolver::of_text(*pen));
                pen.in_language(&words, Some(&phrase.language))
            })
            .collect();
        rows.list("label_name_in_other_languages", &others);
    }
    let others: Vec<Inline> = common
        .other_names
        .iter()
        .map(|name| {
            let mut out = pen.in_language(&name.text, name.language.as_ref());
            pen.note(name.note.as_ref(), &mut out);
            out
        })
        .collect();
    rows.list("label_other_names", &others);
    rows.done()
}

fn trust(pen: &Pen<'_>, entry: &Entry) -> Trust {
    let common = &entry.record.common;
    let sources = common
        .sources
        .iter()
        .map(|citation| {
            let word = &citation.source.word;
            let mut out = match pen.site.vocabularies.of(word) {
                Some(source) => self::source(pen, source),
                None => Inline::of(&*word.id),
            };
            pen.note(citation.at.as_ref(), &mut out);
            out
        })
        .collect();
    let mut rows = Rows::new(pen);
    rows.add("label_verified", common.verified.as_ref().map(|date| pen.date(date)));
    rows.add("label_review_by", common.review_by.as_ref().map(|date| pen.date(date)));
    let conflicts = common
        .conflicts
        .iter()
        .map(|conflict| Conflict {
            about: pen.optional(conflict.about.as_ref()).unwrap_or_default(),
            claims: conflict
                .claims
                .iter()
                .enumerate()
                .map(|(i, claim)| {
                    let number = pen.say_with("claim_number", &[("number", Arg::from(i + 1))]);
                    let source = claim.source.as_ref().map(|source| pen.word_in(source));
                    Row {
                        label: Inline::join(std::iter::once(&number).chain(&source), &pen.separator()),
                        value: pen.optional(claim.says.as_ref()).unwrap_or_default(),
                    }
                })
                .collect(),
            follows: match conflict.follows.0 {
                Some(index) => pen.say_with("conflict_follows", &[("number", Arg::from(index + 1))]),
                None => pen.say("conflict_follows_none"),
            },
            because: pen.optional(conflict.because.as_ref()),
        })
        .collect();
    let outdated = pen.site.outdated.contains_key(&(pen.tag().to_string(), entry.path.to_string())).then(|| Caution {
        class: "caution_outdated",
        label: pen.say("caution_outdated"),
        text: pen.say("outdated_texts"),
    });
    let cautions = common.cautions.iter().map(|caution| Caution {
        class: caution.kind.message(),
        label: pen.say(caution.kind.message()),
        text: pen.optional(caution.text.as_ref()).unwrap_or_default(),
    });
    let cautions = cautions.chain(outdated).collect();
    let changes = common
        .changes
        .iter()
        .map(|change| Row { label: pen.date(&change.date), value: pen.optional(change.note.as_ref()).unwrap_or_default() })
        .collect();
    Trust { sources, rows: rows.done(), conflicts, cautions, changes }
}

/// A source: publisher, title, address, whose word it is, when retrieved.
pub fn source(pen: &Pen<'_>, entry: &WordEntry) -> Inline {
    let name = pen.optional(entry.name.as_ref()).unwrap_or_default();
    let Some(details) = &entry.source else { return name };
    let title = pen.optional(details.title.as_ref()).filter(|title| *title != name);
    let publisher = pen.optional(details.publisher.as_ref());
    let mut out = Inline::join(publisher.iter().chain([&name]).chain(&title), &pen.separator());
    if let Some(rank) = details.rank() {
        out.aside(&pen.say(rank.message()));
    }
    if let Some(language) = &details.language {
        out.aside(&pen.say_with("source_language", &[("language", Arg::Text(pen.kit.language_name(language)))]));
    }
    if let Some(retrieved @ Fact::Known { .. }) = &details.retrieved {
        out.aside(&pen.explained("label_retrieved", &pen.fact(retrieved, |date| pen.date(date))));
    }
    if let Some(compared) = details.compared {
        out.aside(&pen.say(compared.message()));
    }
    if let Some(address) = &details.address {
        out.aside(&pen.link(address));
    }
    pen.note(details.note.as_ref(), &mut out);
    out
}

/// What refers to the record, by kind, but for what its page links to anyway: its own schedules, and what its own
/// fields name. What it mentions counts nothing: its prose may do so in one language alone.
fn incoming(pen: &Pen<'_>, id: RecordId, entry: &Entry, sections: &[Section]) -> Vec<LinkGroup> {
    let related = entry.record.common.related.iter().filter_map(|reference| mentions::resolve(pen.site, &reference.target).ok());
    let mut shown: BTreeSet<RecordId> = sections.iter().flat_map(|section| &section.records).copied().chain(related).collect();
    let mut by_kind: BTreeMap<Kind, Vec<Inline>> = BTreeMap::new();
    let names =
        |from: RecordId| pen.site.entry(from).incoming.iter().any(|(by, relation)| *by == id && *relation != Relation::Mention);
    for (from, _) in &entry.incoming {
        if shown.insert(*from) && !names(*from) {
            by_kind.entry(pen.site.entry(*from).kind()).or_default().push(pen.record(*from));
        }
    }
    let group = |(kind, links): (Kind, _)| LinkGroup { heading: pen.say(kind.plural()), links };
    by_kind.into_iter().map(group).collect()
}
