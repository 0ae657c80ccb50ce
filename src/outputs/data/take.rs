//! How values of records become codes and numbers.

use std::borrow::Cow;

use super::row::{Code, Part, Row};
use crate::base::Language;
use crate::model::fact::Fact;
use crate::model::fee::{Given, Refund, RefundTerms};
use crate::model::moment::{FiscalYear, Moment, Year};
use crate::model::money::{Money, Yen};
use crate::model::place::Postal;
use crate::model::quantity::{Amount, Comparison, Length};
use crate::model::record::Body;
use crate::model::reference::{Identity, Reference};
use crate::model::requirement::Requirement;
use crate::model::schedule::Stage;
use crate::model::word::{In, Of, Prefecture, Vocabulary};
use crate::site::{Site, facets, mentions};

/// How a value is known, or in which way there is none; nothing where the record does not speak of it.
pub fn status<'a, T>(fact: Option<&Fact<T>>) -> Code<'a> {
    Some(fact?.status().into())
}

/// The identity of the record that is referred to.
pub fn reference<'a>(site: &'a Site, reference: Option<&'a Reference>) -> Option<&'a Identity> {
    let id = mentions::resolve(site, &reference?.target).ok()?;
    Some(&site.entry(id).record.identity)
}

/// The same of several.
pub fn references<'a>(site: &'a Site, references: &'a [Reference]) -> Option<Vec<Cow<'a, str>>> {
    Some(references.iter().filter_map(|one| Some(reference(site, Some(one))?.to_string().into())).collect())
}

/// The id of a word.
pub fn word<V: Of>(word: Option<&In<V>>) -> Code<'_> {
    word.map(|word| Cow::from(&*word.word.id))
}

/// The id of a word that may be absent.
pub fn fact_word<V: Of>(fact: Option<&Fact<In<V>>>) -> Code<'_> {
    word(fact?.known())
}

/// The code of a word in a standard: of a prefecture, in JIS X 0401.
pub fn standard_code<'a, V: Of>(row: &Row<'a>, fact: Option<&'a Fact<In<V>>>) -> Code<'a> {
    let word = &fact?.known()?.word;
    row.site.vocabularies.of(word)?.code.as_deref().map(Cow::from)
}

/// The address of a row's hospital or organization.
pub fn postal<'a>(row: &Row<'a>) -> Option<&'a Postal> {
    match row.body()? {
        Body::Hospital(hospital) => hospital.address.as_deref(),
        Body::Organization(organization) => organization.address.as_deref(),
        _ => None,
    }
}

/// The prefecture of a row's body: stated, or the one that its address begins with.
pub fn prefecture<'a>(row: &Row<'a>, stated: Option<&'a Fact<In<Prefecture>>>) -> Code<'a> {
    match stated {
        Some(_) => fact_word(stated),
        None => facets::prefecture_of(&row.site.vocabularies, postal(row)?).map(Cow::from),
    }
}

/// Its code in JIS X 0401.
pub fn prefecture_code<'a>(row: &Row<'a>, stated: Option<&'a Fact<In<Prefecture>>>) -> Code<'a> {
    let id = prefecture(row, stated)?;
    row.site.vocabularies.get(Vocabulary::Prefectures, &id)?.code.as_deref().map(Cow::from)
}

/// How it is known.
pub fn prefecture_status<'a>(row: &Row<'a>, stated: Option<&'a Fact<In<Prefecture>>>) -> Code<'a> {
    match stated {
        Some(_) => status(stated),
        None => prefecture(row, stated).map(|_| "derived".into()),
    }
}

/// The tags of languages.
pub fn tags(languages: &[Language]) -> Option<Vec<Cow<'_, str>>> {
    Some(languages.iter().map(|language| Cow::from(language.as_str())).collect())
}

/// The files of a document's form.
pub fn forms(requirement: &Requirement) -> Option<Vec<Cow<'_, str>>> {
    Some(requirement.document.file.as_deref()?.files.iter().map(|(_, address)| Cow::from(&**address)).collect())
}

/// The name of a comparison.
pub fn comparison<'a, T>(value: Option<&Comparison<T>>) -> Code<'a> {
    Some(value?.bounds().2.into())
}

/// A bound of a length as ISO 8601 writes it.
pub fn length<'a>(bound: Option<&Length>) -> Code<'a> {
    bound.map(|length| length.canonical().into())
}

/// A bound of a count or length: a number, or ISO 8601.
pub fn amount<'a>(bound: Option<&Amount>) -> Code<'a> {
    bound.map(|amount| amount.canonical().into())
}

/// The amount of money of a row: that of a fee, of an item, or of an exception.
pub fn money_fact<'a>(row: &Row<'a>) -> Option<&'a Fact<Money>> {
    match (&row.part, row.body()) {
        (Part::Item(item), _) => item.amount.as_ref(),
        (Part::Exception(exception), _) => exception.amount.as_ref(),
        (_, Some(Body::Fee(fee))) => fee.amount.as_ref(),
        _ => None,
    }
}

/// The amount, where it is known.
pub fn money<'a>(row: &Row<'a>) -> Option<&'a Money> {
    money_fact(row)?.known()
}

/// What the amount of a row is to the person who takes part.
pub fn fee_kind<'a>(row: &Row<'a>) -> Code<'a> {
    let Some(Body::Fee(fee)) = row.body() else { return None };
    let kind = if let Part::Item(item) = &row.part { fee.nature_of(item) } else { fee.nature() };
    Some(kind.as_str().into())
}

/// What is given back of it.
pub fn refund<'a>(row: &Row<'a>) -> Option<&'a Fact<Refund>> {
    match (&row.part, row.body()) {
        (Part::Item(item), _) => item.refund.as_ref(),
        (Part::Whole, Some(Body::Fee(fee))) => fee.refund.as_ref(),
        _ => None,
    }
}

/// Each step of it: `100% 2027-03-01`, `in-part`, `never`.
pub fn refund_steps<'a>(row: &Row<'a>) -> Option<Vec<Cow<'a, str>>> {
    let terms = &refund(row)?.known()?.terms;
    let share = |given: Given| given.share.map_or_else(|| given.returned.as_str().to_owned(), |share| format!("{}%", share.0));
    let until = |terms: &RefundTerms| terms.until.as_ref().and_then(|until| until.datetime(&row.site.file.zone.0));
    let step = |terms: &RefundTerms| match until(terms) {
        Some(until) => format!("{} {until}", share(terms.returned)),
        None => share(terms.returned),
    };
    Some(terms.iter().map(|terms| step(terms).into()).collect())
}

/// The bounds of the amount.
pub fn amounts(row: &Row<'_>) -> (Option<Yen>, Option<Yen>) {
    let money = money(row).filter(|money| !money.is_unbounded());
    let (from, to, _) = money.map_or((None, None, ""), |money| money.amount.bounds());
    (from.copied(), to.copied())
}

/// The fiscal year of a row: that of a schedule, or of a participation.
pub fn fiscal_year<'a>(row: &Row<'a>) -> Option<&'a Fact<FiscalYear>> {
    match (&row.part, row.body()) {
        (Part::Participation(it), _) => it.fiscal_year.as_ref(),
        (_, Some(Body::Schedule(schedule))) => schedule.fiscal_year.as_ref(),
        _ => None,
    }
}

/// What has to have happened by a moment.
pub fn counts<'a>(moment: Option<&Moment>) -> Code<'a> {
    Some(moment?.vague.counts?.as_str().into())
}

/// How long before or after another stage it is.
pub fn counted<'a>(stage: &Stage) -> Code<'a> {
    let (side, count) = stage.counted.as_ref()?.count()?;
    Some(format!("{} {}", side.as_str(), count.canonical(false)).into())
}

/// What ends a window before its date, or without one.
pub fn until<'a>(moment: Option<&Moment>) -> Code<'a> {
    Some(moment?.vague.until?.as_str().into())
}

/// Is the year of a moment the source's or the editors'?
pub fn year_status<'a>(moment: Option<&Moment>) -> Code<'a> {
    Some(if matches!(moment?.year, Year::Inferred { .. }) { "inferred" } else { "stated" }.into())
}
