//! The columns of each table.

use std::borrow::Cow;

use super::column::{Column, Form, Get};
use super::part::{
    condition, designation, exception, hospital, item, organization, participation, program, requirement, requirement_list,
    requirement_path, round, schedule, site_moment, stage, state, step, step_number, vocabulary, way, word, zoned,
};
use super::take::{self, status};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::schedule::Successor;
use crate::site::open_data::Table;

macro_rules! columns {
    ($($table:ident { $($name:ident: $kind:ident = |$row:pat_param| $value:expr;)* })*) => {
        $(const $table: &[Column] = &[$(Column { name: stringify!($name), suffix: "", get: Get::$kind(|$row| $value), field: None }),*];)*
    };
}

columns! {
    RECORD {
        id: Record = |row| Some(&row.record?.1.record.identity);
        name: Text = |row| row.common()?.name.as_ref();
        reading: Plain = |row| row.common()?.reading.as_deref().map(Cow::from);
        romanized: Plain = |row| row.common()?.romanized.as_deref().map(Cow::from);
        summary: Text = |row| row.common()?.summary.as_ref();
    }
    TRUST {
        sources: Codes = |row| Some(row.common()?.sources.iter().map(|it| Cow::from(&*it.source.word.id)).collect());
        verified: Moment = |row| site_moment(row, row.common()?.verified.as_ref());
        review_by: Moment = |row| site_moment(row, row.common()?.review_by.as_ref());
    }
    PART {
        id: Record = |row| Some(&row.record?.1.record.identity);
    }
    HOSPITALS {
        prefecture: Code = |row| take::prefecture(row, hospital(row)?.prefecture.as_ref());
        prefecture_code: Code = |row| take::prefecture_code(row, hospital(row)?.prefecture.as_ref());
        prefecture_status: Code = |row| take::prefecture_status(row, hospital(row)?.prefecture.as_ref());
    }
    PLACE {
        address: Text = |row| Some(&take::postal(row)?.text);
        postal_code: Plain = |row| Some(take::postal(row)?.code.as_ref()?.as_str().into());
    }
    BEDS {
        beds_min: Code = |row| take::amount(hospital(row)?.beds.as_deref()?.known()?.0.value.bounds().0);
        beds_max: Code = |row| take::amount(hospital(row)?.beds.as_deref()?.known()?.0.value.bounds().1);
        beds_status: Code = |row| status(hospital(row)?.beds.as_deref());
    }
    ORGANIZATIONS {
        prefecture: Code = |row| take::prefecture(row, organization(row)?.prefecture.as_ref());
        prefecture_code: Code = |row| take::prefecture_code(row, organization(row)?.prefecture.as_ref());
        prefecture_status: Code = |row| take::prefecture_status(row, organization(row)?.prefecture.as_ref());
    }
    DESIGNATIONS {
        designation: Code = |row| take::word(designation(row)?.scheme.as_ref());
        event: Code = |row| Some(designation(row)?.event.as_str().into());
        by: Record = |row| take::reference(row.site, designation(row)?.by.as_ref());
        date: Moment = |row| site_moment(row, designation(row)?.date.as_ref().and_then(Fact::known));
        date_status: Code = |row| status(designation(row)?.date.as_ref());
        note: Text = |row| designation(row)?.note.as_ref();
    }
    PROGRAMS {
        prefecture_code: Code = |row| take::standard_code(row, program(row)?.prefecture.as_ref());
        state: Code = |row| state(row);
    }
    ADMISSION {
        applicant: Code = |row| take::word(program(row)?.application.as_ref()?.by.as_ref());
        through: Record = |row| take::reference(row.site, program(row)?.application.as_ref()?.through.as_ref());
    }
    PARTICIPATIONS {
        host: Record = |row| take::reference(row.site, participation(row)?.host.as_ref());
        participation: Code = |row| Some(participation(row)?.status.as_str().into());
        channel: Code = |row| Some(participation(row)?.channel.as_ref()?.known()?.as_str().into());
        channel_status: Code = |row| status(participation(row)?.channel.as_ref());
        confirmed: Moment = |row| site_moment(row, participation(row)?.confirmed.as_ref().and_then(Fact::known));
        note: Text = |row| participation(row)?.note.as_ref();
    }
    FISCAL_YEAR {
        fiscal_year: Number = |row| u64::try_from(take::fiscal_year(row)?.known()?.year).ok();
        fiscal_year_basis: Code = |row| Some(take::fiscal_year(row)?.known()?.basis?.as_str().into());
        fiscal_year_status: Code = |row| status(take::fiscal_year(row));
    }
    REQUIREMENTS {
        list: Code = |row| Some(requirement_list(row)?.into());
        path: Plain = |row| Some(requirement_path(row)?.into());
        parts: Code = |row| Some(if requirement(row)?.group.as_ref()?.all { "all" } else { "any" }.into());
        parts_open: Flag = |row| Some(requirement(row)?.group.as_ref()?.open);
        number: Plain = |row| requirement(row)?.number.as_deref().map(Cow::from);
        text: Text = |row| requirement(row)?.text.as_ref();
        condition: Text = |row| condition(row);
        quantity_min: Code = |row| take::amount(requirement(row)?.quantity.as_ref()?.value.bounds().0);
        quantity_max: Code = |row| take::amount(requirement(row)?.quantity.as_ref()?.value.bounds().1);
        quantity_comparison: Code = |row| take::comparison(Some(&requirement(row)?.quantity.as_ref()?.value));
        form: Code = |row| Some(requirement(row)?.document.form?.as_str().into());
        copies: Number = |row| requirement(row)?.document.copies.as_ref()?.known().map(|copies| u64::from(*copies));
        proves: Plain = |row| requirement(row)?.proves.as_deref().map(Cow::from);
        note: Text = |row| requirement(row)?.note.as_ref();
        sealed: Flag = |row| Some(requirement(row)?.document.sealed);
        document_languages: Codes = |row| take::tags(&requirement(row)?.document.languages);
        translation: Code = |row| Some(requirement(row)?.document.translation?.as_str().into());
        not_older_than: Code = |row| take::length(requirement(row)?.document.not_older_than.as_ref().map(|age| &age.0));
        forms: Codes = |row| take::forms(requirement(row)?);
    }
    PAID {
        fee_kind: Code = |row| take::fee_kind(row);
        refund: Code = |row| Some(take::refund(row)?.known()?.first()?.returned.returned.as_str().into());
        refund_until: Moment = |row| site_moment(row, take::refund(row)?.known()?.first()?.until.as_ref());
        refund_status: Code = |row| status(take::refund(row));
        refund_steps: Codes = |row| take::refund_steps(row);
        amount_share_min: Number = |row| Some(take::money(row)?.share()?.bounds().0?.0.into());
        amount_share_max: Number = |row| Some(take::money(row)?.share()?.bounds().1?.0.into());
        amount_months_of_pay_min: Plain = |row| Some(take::money(row)?.months_of_pay()?.bounds().0?.canonical().into());
        amount_months_of_pay_max: Plain = |row| Some(take::money(row)?.months_of_pay()?.bounds().1?.canonical().into());
        amount_payments: Number = |row| Some(take::money(row)?.payments?.into());
    }
    FEE_ITEMS {
        item: Code = |row| Some(if item(row).is_some() { "item" } else { "exception" }.into());
        text: Text = |row| item(row).map_or_else(|| exception(row)?.text.as_ref(), |item| item.name.as_ref());
        payer: Code = |row| take::word(item(row).map_or_else(|| exception(row)?.payer.as_ref(), |item| item.payer.as_ref()));
    }
    AMOUNT {
        amount_min: Amount = |row| take::amounts(row).0;
        amount_max: Amount = |row| take::amounts(row).1;
        amount_comparison: Code = |row| take::comparison(take::money(row).filter(|it| !it.is_unbounded()).map(|it| &it.amount));
        amount_approximate: Flag = |row| Some(take::money(row)?.approximate);
        amount_above: Flag = |row| Some(take::money(row)?.above);
        amount_per: Code = |row| Some(take::money(row)?.per?.as_str().into());
        amount_tax: Code = |row| Some(take::money(row)?.tax?.as_str().into());
        currency: Code = |row| Some(Cow::from(&*take::money(row)?.currency));
        amount_status: Code = |row| status(take::money_fact(row));
        amount_at_cost: Flag = |row| Some(take::money(row)?.at_cost);
    }
    SCHEDULES {
        rounds_status: Code = |row| status(schedule(row)?.rounds.as_ref());
        successor: Code = |row| match schedule(row)?.successor.as_ref()? {
            Successor::Schedule(reference) => Some(take::reference(row.site, Some(reference))?.to_string().into()),
            Successor::NotAnnounced(_) => Some("not-announced".into()),
        };
        state: Code = |row| state(row);
    }
    STAGES {
        round: Code = |row| take::word(round(row)?.round.as_ref());
        stage: Code = |row| take::word(stage(row)?.stage.as_ref());
        concerns: Code = |row| take::word(stage(row)?.concerns.as_ref());
        opens: Moment = |row| zoned(row, stage(row)?.opens.as_ref());
        closes: Moment = |row| zoned(row, stage(row)?.closes.as_ref());
        at: Moment = |row| zoned(row, stage(row)?.at.as_ref());
        year_status: Code = |row| take::year_status(stage(row)?.moments().next());
        withdrawn: Flag = |row| Some(round(row)?.withdrawn || stage(row)?.withdrawn);
        note: Text = |row| stage(row)?.note.as_ref();
        closes_counts: Code = |row| take::counts(stage(row)?.closes.as_ref());
        closes_until: Code = |row| take::until(stage(row)?.closes.as_ref());
        counted_from: Code = |row| take::word(stage(row)?.counted.as_ref()?.from.as_ref());
        counted: Code = |row| take::counted(stage(row)?);
        counted_or: Moment = |row| zoned(row, stage(row)?.counted.as_ref()?.or.as_ref());
        counted_whichever: Code = |row| Some(stage(row)?.counted.as_ref()?.whichever?.as_str().into());
        recurrence: Code = |row| stage(row)?.every.as_ref()?.rrule().map(Into::into);
    }
    WAYS {
        round: Code = |row| take::word(round(row)?.round.as_ref());
        stage: Code = |row| take::word(stage(row)?.stage.as_ref());
        way: Code = |row| Some(way(row)?.way?.as_str().into());
        name: Text = |row| way(row)?.name.as_ref();
        opens: Moment = |row| zoned(row, way(row)?.opens.as_ref().or(stage(row)?.opens.as_ref()));
        closes: Moment = |row| zoned(row, way(row)?.closes.as_ref().or(stage(row)?.closes.as_ref()));
        closes_counts: Code = |row| take::counts(way(row)?.closes.as_ref().or(stage(row)?.closes.as_ref()));
        closes_until: Code = |row| take::until(way(row)?.closes.as_ref().or(stage(row)?.closes.as_ref()));
        note: Text = |row| way(row)?.note.as_ref();
    }
    JOURNEY_STEPS {
        step: Number = |row| step_number(row);
        name: Text = |row| step(row)?.name.as_ref();
        record: Record = |row| take::reference(row.site, step(row)?.record.as_ref());
        only_for: Text = |row| step(row)?.only_for.as_ref();
        takes_min: Code = |row| take::length(step(row)?.takes.as_ref()?.bounds().0);
        takes_max: Code = |row| take::length(step(row)?.takes.as_ref()?.bounds().1);
        takes_comparison: Code = |row| take::comparison(step(row)?.takes.as_ref());
        note: Text = |row| step(row)?.note.as_ref();
    }
    WORDS {
        vocabulary: Code = |row| Some(vocabulary(row)?.name().into());
        word: Code = |row| Some(Cow::from(&*word(row)?.id));
        name: Text = |row| word(row)?.name.as_ref();
        reading: Plain = |row| word(row)?.reading.as_deref().map(Cow::from);
        code: Code = |row| word(row)?.code.as_deref().map(Cow::from);
        group: Code = |row| word(row)?.group.as_deref().map(Cow::from);
        rank: Code = |row| Some(word(row)?.source.as_ref()?.rank()?.as_str().into());
    }
}

const PAGE: &[Column] = &[Column { name: "page", suffix: "", get: Get::Page, field: None }];

/// The columns of a kind's fields: each that is told to be published, by its type.
fn told(kind: Kind) -> Vec<Column> {
    let mut columns = Vec::new();
    Body::each_cell(kind, None, &mut |field, suffix, datum| {
        let get = Get::Told(columns.len(), Form::of(&datum));
        columns.push(Column { name: field.column.unwrap_or(field.name), suffix, get, field: Some(field) });
    });
    columns
}

/// The columns of a table, in order. Those of fields stand beside the fields; here are those that are computed, and those of parts.
pub fn columns(table: Table) -> Vec<Column> {
    match table {
        Table::Hospitals => [RECORD, &told(Kind::Hospital), HOSPITALS, TRUST, PAGE, PLACE, BEDS].concat(),
        Table::Organizations => [RECORD, &told(Kind::Organization), ORGANIZATIONS, TRUST, PAGE, PLACE].concat(),
        Table::Designations => [PART, DESIGNATIONS].concat(),
        Table::Programs => [RECORD, &told(Kind::Program), PROGRAMS, TRUST, PAGE, ADMISSION].concat(),
        Table::Participations => [PART, PARTICIPATIONS, FISCAL_YEAR].concat(),
        Table::Requirements => [PART, REQUIREMENTS].concat(),
        Table::Fees => [RECORD, &told(Kind::Fee), AMOUNT, TRUST, PAGE, PAID].concat(),
        Table::FeeItems => [PART, FEE_ITEMS, AMOUNT, PAID].concat(),
        Table::Schedules => [RECORD, &told(Kind::Schedule), SCHEDULES, FISCAL_YEAR, TRUST, PAGE].concat(),
        Table::Stages => [PART, STAGES].concat(),
        Table::Ways => [PART, WAYS].concat(),
        Table::Journeys => [RECORD, &told(Kind::Journey), TRUST, PAGE].concat(),
        Table::JourneySteps => [PART, JOURNEY_STEPS].concat(),
        Table::Notices => [RECORD, &told(Kind::Notice), TRUST, PAGE].concat(),
        Table::Terms => [RECORD, &told(Kind::Term), TRUST, PAGE].concat(),
        Table::Words => WORDS.to_vec(),
    }
}
