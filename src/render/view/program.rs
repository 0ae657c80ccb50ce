//! What a program's page shows.

use super::cards;
use super::kind_view::KindView;
use super::parts::{Row, Rows, Section};
use super::{admission, answers, hospital, organization, provenance, requirement, scale, timeline};
use crate::base::Arg;
use crate::markup::{Inline, Mark};
use crate::model::fact::{Fact, List};
use crate::model::program::{Component, Limit, Obligation, Participation, Program, Scope, Transition};
use crate::model::quantity::Duration;
use crate::model::reference::{Kind, Relation};
use crate::model::requirement::Requirement;
use crate::model::text::Text;
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;
use crate::site::{RecordId, mentions};

/// The view of a program.
pub fn view(pen: &Pen<'_>, id: RecordId, program: &Program) -> KindView {
    let Program {
        aims,
        eligibility,
        scope,
        prepared_with,
        documents,
        steps,
        limits,
        transitions,
        components,
        follow_up,
        obligations,
        outcomes,
        participation,
        history,
        people,
        contacts,
        links,
        // What stands in the table of facts.
        kind: _,
        scheme: _,
        host: _,
        organizer: _,
        authority: _,
        partners: _,
        licence: _,
        professions: _,
        purposes: _,
        audience: _,
        regions: _,
        prefecture: _,
        specialties: _,
        capacity: _,
        quotas: _,
        languages: _,
        language_levels: _,
        age: _,
        practice: _,
        study_year: _,
        excluded: _,
        application: _,
        permit: _,
        supervision: _,
        duration,
        benefits: _,
        follows: _,
        leads_to: _,
        funding: _,
    } = program;
    let mut sections = Vec::new();
    sections.extend(Section::list(pen, "sec-overview", "heading_aims", pen.items(aims, |text| pen.text(text))));
    sections.extend(phases(pen, duration.as_deref()));
    // What an office asks itself, no source of it states.
    let is_own = provenance::is_own(pen, pen.site.entry(id));
    let heading = if is_own { "heading_conditions" } else { "heading_eligibility" };
    let conditions = tree_section(pen, "sec-eligibility", heading, eligibility.as_ref(), None);
    sections.extend(conditions.map(|section| Section { ask: "need", verdict: Some(verdict(pen, id)), ..section }));
    sections.extend(self::scope(pen, scope.as_ref()));
    let prepared = prepared_with.as_ref().map(|text| pen.text(text));
    let papers = tree_section(pen, "sec-documents", "heading_documents", documents.as_ref(), prepared);
    sections.extend(papers.map(|section| Section { ask: "paper", ..section }));
    sections.extend(super::steps::section(pen, steps));
    sections.extend(rules(pen, limits, transitions));
    sections.extend(belonging(pen, id));
    sections.extend(self::components(pen, components));
    sections.extend(Section::list(pen, "sec-follow-up", "heading_follow_up", pen.items(follow_up, |text| pen.text(text))));
    sections.extend(self::obligations(pen, obligations));
    let trees: Vec<_> = outcomes.items.iter().map(|outcome| requirement::received(pen, outcome)).collect();
    if !trees.is_empty() {
        let more = outcomes.open.then(|| pen.say("and_so_on"));
        let tree = super::parts::Tree { parts: trees, more, has_more: true, ..Default::default() };
        sections.push(Section { tree: Some(tree), ..Section::new(pen, "sec-outcomes", "heading_outcomes", "tree") });
    }
    sections.extend(self::participation(pen, participation));
    sections.extend(offerings(pen, id));
    sections.extend(organization::history(pen, history));
    sections.extend(hospital::people(pen, people));
    sections.extend(hospital::contacts(pen, contacts));
    sections.extend(hospital::links(pen, links));
    let timelines = timeline::timelines(pen, incoming(pen, id, Kind::Schedule, Relation::Program));
    let answers = answers::program(pen, id, program);
    let scales = scale::of_program(pen, id, &answers::belonging(pen, id, Kind::Fee)).into_iter().collect();
    KindView { answers, facts: facts(pen, program), sections, timelines, scales, ..KindView::default() }
}

fn facts(pen: &Pen<'_>, program: &Program) -> Vec<Row> {
    let scheme = program.scheme.as_ref().and_then(|scheme| mentions::resolve(pen.site, &scheme.target).ok());
    let mut rows = Rows::new(pen);
    rows.add("label_program_kind", program.kind.as_ref().map(|word| pen.word_in(word)))
        .add("label_scheme", program.scheme.as_ref().map(|reference| pen.reference(reference)))
        .add("label_host", program.host.as_ref().map(|reference| pen.reference(reference)))
        .add("label_organizer", program.organizer.as_ref().map(|reference| pen.reference(reference)))
        .add("label_authority", program.authority.as_ref().map(|reference| pen.reference(reference)))
        .list("label_partners", &pen.items(&program.partners, |text| pen.text(text)))
        .add("label_licence", program.licence.as_ref().map(|fact| pen.fact(fact, |word| pen.word_in(word))))
        .list("label_audience", &pen.items(&program.audience, |text| pen.text(text)))
        .list("label_regions", &pen.items(&program.regions, |text| pen.text(text)))
        .add("label_prefecture", program.prefecture.as_ref().map(|fact| pen.fact(fact, |word| pen.word_in(word))))
        .list("label_professions", &pen.items(&program.professions, |word| pen.word_in(word)))
        .list("label_specialties", &pen.items(&program.specialties, |word| pen.word_in(word)))
        .add("label_duration", answers::duration(pen, program, scheme))
        .add("label_capacity", program.capacity.as_deref().map(|fact| pen.fact(fact, |count| pen.quantity(&count.0))))
        .list("label_quotas", &pen.items(&program.quotas, |quota| admission::quota(pen, quota)))
        .add("label_training_languages", admission::languages(pen, &program.languages))
        .list("label_language_level", &admission::levels(pen, &program.language_levels))
        .add("label_age", admission::age(pen, program))
        .add("label_practice", admission::practice(pen, program))
        .add("label_study_year", admission::study_year(pen, program))
        .list("label_excluded", &pen.items(&program.excluded, |text| pen.text(text)))
        .add("label_application", program.application.as_ref().map(|application| admission::application(pen, application)))
        .add("label_permit", program.permit.as_ref().and_then(|permit| pen.optional(permit.text.as_ref())))
        .add("label_permit_by", program.permit.as_ref().and_then(|permit| permit.by.as_ref()).map(|by| pen.reference(by)))
        .add("label_supervision", pen.optional(program.supervision.as_ref()))
        .list("label_benefits", &pen.items(&program.benefits, |text| pen.text(text)))
        .list("label_funding", &funding(pen, program))
        .list("label_follows", &program.follows.iter().map(|reference| pen.reference(reference)).collect::<Vec<_>>())
        .list("label_leads_to", &program.leads_to.iter().map(|reference| pen.reference(reference)).collect::<Vec<_>>());
    rows.done()
}

/// What kind of funding, from whom, since when.
fn funding(pen: &Pen<'_>, program: &Program) -> Vec<Inline> {
    let Some(funding) = &program.funding else { return Vec::new() };
    let since = funding.since.as_ref().map(|since| pen.range(Some(pen.date(since)), None));
    [pen.optional(funding.kind.as_ref()), pen.optional(funding.from.as_ref()), since].into_iter().flatten().collect()
}

fn phases(pen: &Pen<'_>, duration: Option<&Fact<Duration>>) -> Option<Section> {
    let duration = duration?.known()?;
    let rows = duration
        .phases
        .iter()
        .map(|phase| {
            vec![
                pen.optional(phase.name.as_ref()).unwrap_or_default(),
                phase.lasts.as_ref().map(|lasts| pen.length(lasts)).unwrap_or_default(),
                phase.share.as_ref().map(|share| Inline::of(pen.kit.percent(share))).unwrap_or_default(),
                pen.optional(phase.note.as_ref()).unwrap_or_default(),
            ]
        })
        .collect();
    Section::table(pen, "sec-items", "heading_phases", &["label_phase", "label_duration", "label_share", "label_note"], rows)
}

/// What somebody who meets all conditions is told: that, and as of when. Never that they are eligible.
fn verdict(pen: &Pen<'_>, id: RecordId) -> Inline {
    match &pen.site.entry(id).record.common.verified {
        Some(verified) => pen.fill("self_check_met", &[("date", &pen.date(verified))]),
        None => pen.say("self_check_met_undated"),
    }
}

/// A tree of requirements, or in which way there is none.
pub fn tree_section(
    pen: &Pen<'_>,
    id: &'static str,
    heading: &str,
    fact: Option<&Fact<Requirement>>,
    intro: Option<Inline>,
) -> Option<Section> {
    let section = Section { intro, ..Section::new(pen, id, heading, "tree") };
    Some(match fact? {
        Fact::Known { value, .. } => Section { tree: Some(requirement::tree(pen, value)), ..section },
        absent @ Fact::Absent { .. } => Section { intro: Some(pen.fact(absent, |_| Inline::default())), ..section },
    })
}

fn scope(pen: &Pen<'_>, scope: Option<&Scope>) -> Option<Section> {
    let Scope { may, may_not } = scope?;
    let mut rows = Rows::new(pen);
    rows.list("label_may", &pen.items(may, |text| pen.text(text)));
    rows.list("label_may_not", &pen.items(may_not, |text| pen.text(text)));
    Some(Section { rows: rows.done(), ..Section::new(pen, "sec-limits", "heading_scope", "facts") })
}

fn rules(pen: &Pen<'_>, limits: &List<Limit>, transitions: &List<Transition>) -> Option<Section> {
    let limits = limits.items.iter().map(|limit| {
        let mut out = pen.optional(limit.of.as_ref()).unwrap_or_default();
        if let Some(per) = &limit.per {
            out.add(&pen.parenthesis(&pen.text(per)));
        }
        out.text(pen.kit.separator());
        if let Some(max) = limit.max {
            out.add(&pen.say_with("limit_max", &[("max", Arg::Number(i64::from(max)))]));
        }
        pen.note(limit.note.as_ref(), &mut out);
        out
    });
    let transitions = transitions.items.iter().map(|transition| {
        let mut out = pen.optional(transition.on.as_ref()).unwrap_or_default();
        let from = transition.from.as_ref().map(|round| pen.word_in(round));
        let to = transition.to.as_ref().map(|round| pen.word_in(round));
        out.text(pen.kit.separator()).add(&pen.way(from, to));
        pen.note(transition.note.as_ref(), &mut out);
        out
    });
    Section::list(pen, "sec-exceptions", "heading_rules", limits.chain(transitions).collect())
}

/// Fees, schedules and notices of the program.
fn belonging(pen: &Pen<'_>, id: RecordId) -> Vec<Section> {
    let of = |kind: Kind, relation: Relation| incoming(pen, id, kind, relation);
    let sections = [
        cards::section(pen, "sec-fees", "heading_fees", of(Kind::Fee, Relation::Program)),
        cards::section(pen, "sec-schedules", "heading_schedules", of(Kind::Schedule, Relation::Program)),
        cards::section(pen, "sec-notices", "heading_notices", of(Kind::Notice, Relation::About)),
    ];
    sections.into_iter().flatten().collect()
}

/// The records of a kind to which the program is that.
fn incoming(pen: &Pen<'_>, id: RecordId, kind: Kind, relation: Relation) -> Vec<RecordId> {
    let found = pen.site.entry(id).incoming.iter();
    let found = found.filter(|(from, other)| *other == relation && pen.site.entry(*from).kind() == kind).map(|(from, _)| *from);
    let mut found: Vec<RecordId> = found.collect();
    if kind == Kind::Schedule {
        found.sort_by_key(|id| answers::rank(pen, *id));
    }
    found
}

fn components(pen: &Pen<'_>, components: &List<Component>) -> Option<Section> {
    let items = pen.items(components, |component| {
        let mut out = Inline::default();
        if let Some(number) = &component.number {
            out.text(number).text(" ");
        }
        out.add(&pen.optional(component.text.as_ref()).unwrap_or_default());
        out
    });
    Section::list(pen, "sec-components", "heading_components", items)
}

fn obligations(pen: &Pen<'_>, obligations: &List<Obligation>) -> Option<Section> {
    let items = pen.items(obligations, |obligation| {
        let mut out = pen.optional(obligation.text.as_ref()).unwrap_or_default();
        if let Some(by) = &obligation.by {
            out.aside(&pen.explained(if is_party(pen, by) { "label_by" } else { "label_deadline" }, &pen.text(by)));
        }
        pen.note(obligation.note.as_ref(), &mut out);
        if !obligation.any_of.items.is_empty() {
            out.within(Mark::Paragraph, &pen.say("any_of"));
            out.add(&Inline::bullets(&pen.items(&obligation.any_of, |text| pen.text(text))));
        }
        out
    });
    Section::list(pen, "sec-obligations", "heading_obligations", items)
}

/// Does a text name who acts, not until when?
fn is_party(pen: &Pen<'_>, text: &Text) -> bool {
    let parties = pen.site.vocabularies.all(Vocabulary::Parties).into_iter().filter_map(|word| word.name.as_ref());
    let mut names = parties.flat_map(Text::phrases);
    names.any(|name| text.phrases().iter().any(|phrase| phrase.source.trim() == &*name.source))
}

fn participation(pen: &Pen<'_>, participation: &List<Participation>) -> Option<Section> {
    let hosts = &participation.items;
    // What is known of no host is said once.
    let has_year = hosts.iter().any(|host| host.fiscal_year.as_ref().is_some_and(|year| year.known().is_some()));
    let has_channel = hosts.iter().any(|host| host.channel.as_ref().is_some_and(|channel| channel.known().is_some()));
    let has_confirmed = hosts.iter().any(|host| host.confirmed.as_ref().is_some_and(|date| date.known().is_some()));
    let rows = hosts
        .iter()
        .map(|host| {
            vec![
                host.host.as_ref().map(|reference| pen.reference(reference)).unwrap_or_default(),
                host.fiscal_year
                    .as_ref()
                    .filter(|_| has_year)
                    .map(|year| pen.fact(year, |year| pen.fiscal_year(year)))
                    .unwrap_or_default(),
                pen.say(host.status.message()),
                host.channel
                    .as_ref()
                    .filter(|_| has_channel)
                    .map(|channel| pen.fact(channel, |channel| pen.say(channel.message())))
                    .unwrap_or_default(),
                host.confirmed
                    .as_ref()
                    .filter(|_| has_confirmed)
                    .map(|date| pen.fact(date, |date| pen.date(date)))
                    .unwrap_or_default(),
                pen.optional(host.note.as_ref()).unwrap_or_default(),
            ]
        })
        .collect();
    let head = ["label_host", "label_fiscal_year", "label_participation", "label_channel", "label_confirmed", "label_note"];
    let mut section = Section::table(pen, "sec-hosts", "heading_hosts", &head, rows)?;
    let first = hosts.first()?;
    let absent = [
        (
            "label_fiscal_year",
            first.fiscal_year.as_ref().filter(|_| !has_year).map(|year| pen.fact(year, |year| pen.fiscal_year(year))),
        ),
        (
            "label_channel",
            first.channel.as_ref().filter(|_| !has_channel).map(|channel| pen.fact(channel, |it| pen.say(it.message()))),
        ),
        (
            "label_confirmed",
            first.confirmed.as_ref().filter(|_| !has_confirmed).map(|date| pen.fact(date, |date| pen.date(date))),
        ),
    ];
    section.notes.extend(absent.into_iter().filter_map(|(label, words)| Some(pen.explained(label, &words?))));
    Some(section)
}

/// Of a scheme: the offerings of it.
fn offerings(pen: &Pen<'_>, id: RecordId) -> Option<Section> {
    let incoming = pen.site.entry(id).incoming.iter();
    cards::section(
        pen,
        "sec-programs",
        "heading_offerings",
        incoming.filter(|(_, relation)| *relation == Relation::Scheme).map(|(from, _)| *from),
    )
}
