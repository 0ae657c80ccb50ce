//! Next year's schedule from this year's: the same weekdays, 52 weeks later, each date marked as one that nobody has compared with the
//! announcement yet.

use std::sync::Arc;

use jiff::ToSpan;

use super::changes::{Change, Changes};
use super::record_file::{add_field, remove_field, set};
use super::rename::{Refusal, find, new_name};
use super::splice::{self, Edit};
use crate::model::common::Common;
use crate::model::document::{Document, Parsed};
use crate::model::moment::spelling::Written;
use crate::model::moment::vague::{Firm, Vague};
use crate::model::moment::{Moment, Year};
use crate::model::node::{Node, Value};
use crate::model::record::{self, Body};
use crate::model::reference::{Identity, Kind};
use crate::model::schedule::{Schedule, Stage, Successor};
use crate::model::spelling::fold;
use crate::model::text::Text;
use crate::model::yaml;
use crate::site::Site;

/// What is of this year's announcement alone.
const LEFT_OUT: [&str; 8] = [
    Common::conflicts.key,
    Common::cautions.key,
    Common::verified.key,
    Common::review_by.key,
    Common::changes.key,
    Common::aliases.key,
    Common::allow.key,
    Schedule::successor.key,
];

/// The schedule that follows another one, under a new name; `is_japanese` is the mark. The other one then says that it is followed.
///
/// # Errors
/// Why there cannot be such a schedule.
pub fn next(site: &Site, parsed: &[Arc<Parsed>], old: &str, name: &str, is_japanese: bool) -> Result<Changes, Refusal> {
    let id = find(site, old)?;
    let entry = site.entry(id);
    let identity = &entry.record.identity;
    let Body::Schedule(schedule) = &entry.record.body else {
        return Err(Refusal::OtherKind(identity.clone(), Kind::Schedule));
    };
    let new = new_name(site, Kind::Schedule, name)?;
    if let Some(Successor::Schedule(other)) = &schedule.successor {
        return Err(Refusal::Followed(identity.clone(), other.target.to_string()));
    }
    let file =
        parsed.iter().find(|file| matches!(&file.document, Some(Document::Record(record)) if record.identity == *identity));
    let mut changes = Changes::default();
    if let Some(file) = file
        && let Some(text) = file.text.as_deref()
    {
        let path: Arc<str> = format!("content/{}/{}.yaml", Kind::Schedule.folder(), new.slug).into();
        let text_of_next = without(&path, &moved(&file.path, text, entry.record.uses.texts.as_slice(), schedule, is_japanese));
        changes.files.insert(path, Change::Written { text: text_of_next, like: Some(file.path.clone()) });
        changes.write(&file.path, followed(&file.path, text, &new));
    }
    Ok(changes)
}

/// The text with all moments of rounds a year later, and the fiscal year in its field and in names.
fn moved(path: &Arc<str>, text: &str, texts: &[Text], schedule: &Schedule, is_japanese: bool) -> String {
    let mut edits: Vec<Edit> = Vec::new();
    let stages = schedule.known_rounds().iter().flat_map(|round| &round.stages);
    let moments = stages.flat_map(Stage::written).filter(|moment| !moment.is_undated());
    edits.extend(moments.filter_map(|moment| Some((moment.span, later(moment, moment.span.of(text), is_japanese)?))));
    if let Some(year) = yaml::parse(path, text).0.as_ref().and_then(|tree| tree.get(Schedule::fiscal_year.key)).and_then(year) {
        edits.push((year.span, raised_number(year.span.of(text))));
    }
    let is_name = |trail: &str| {
        let is_of_round = trail.starts_with(Schedule::rounds.key) && trail.ends_with(".name");
        trail == Common::name.key || trail == Common::summary.key || is_of_round
    };
    for phrase in texts.iter().filter(|text| is_name(text.trail())).flat_map(Text::phrases) {
        let written = phrase.span.of(text);
        let new = raised(written);
        if new != written {
            edits.push((phrase.span, new));
        }
    }
    splice::apply_all(text, edits)
}

/// The scalar that holds a fiscal year, in whatever it is wrapped.
fn year(node: &Node) -> Option<&Node> {
    match &node.value {
        Value::Scalar { .. } => Some(node),
        _ => node.get("value").or_else(|| node.get("year")).and_then(year),
    }
}

/// The moment 52 weeks later, so that it keeps its weekday; one that is known to the month or year alone, a year later.
fn later(moment: &Moment, written: &str, is_japanese: bool) -> Option<String> {
    if let Year::Fiscal(year) = moment.year {
        return Some(written.replace(&year.to_string(), &(year + 1).to_string()));
    }
    let (year, month, day) = match moment.date() {
        Some(date) => {
            let date = date.checked_add(52.weeks()).ok()?;
            (date.year(), Some(date.month()), Some(date.day()))
        }
        None => (moment.year_number() + 1, moment.month, None),
    };
    let date = moment.date().filter(|_| moment.has_weekday);
    let mut new = Written::new(year, [month, day], moment.time, date.map(jiff::civil::Date::weekday));
    new.vague = Vague { firm: Firm::ToConfirm, ..moment.vague };
    let noon = if written.contains("正午") { "正午" } else { "" };
    let script = if is_japanese { format!("要確認{noon}") } else { written.to_owned() };
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
    let text = new.canonical(&script);
    Some(quote.map_or_else(|| text.clone(), |quote| format!("{quote}{text}{quote}")))
}

/// A text in which every fiscal year is the next: `2024年度`, `令和6年度`, `R6年度`, `fiscal 2024`, `FY2024`.
pub fn raised(text: &str) -> String {
    const BEFORE: [&str; 6] = ["fiscal year ", "fiscal ", "fy ", "fy", "academic year ", "school year "];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let is_number = |c: char| matches!(c, '0'..='9' | '０'..='９' | '元');
    while let Some(at) = rest.find(is_number) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c| !is_number(c)).unwrap_or(from.len());
        let (number, behind) = from.split_at(end);
        out.push_str(before);
        let lower = out.to_lowercase();
        let is_year = behind.trim_start_matches(' ').starts_with("年度")
            || (fold(number).len() == 4 && BEFORE.iter().any(|word| lower.ends_with(word)));
        out.push_str(&if is_year { raised_number(number) } else { number.to_owned() });
        rest = behind;
    }
    out + rest
}

/// The next number, in digits as wide as they were; the first number in a text that has others around it.
fn raised_number(text: &str) -> String {
    if let Some(at) = text.find('元') {
        return text[..at].to_owned() + "2" + &text[at + '元'.len_utf8()..];
    }
    let folded = fold(text);
    let Some(start) = folded.find(|c: char| c.is_ascii_digit()) else { return text.to_owned() };
    let digits: String = folded[start..].chars().take_while(char::is_ascii_digit).collect();
    let Some(next) = digits.parse::<u32>().ok().and_then(|number| number.checked_add(1)) else { return text.to_owned() };
    let is_wide = text.contains(|c| matches!(c, '０'..='９'));
    let wide = |c: char| char::from_u32(u32::from(c) - u32::from('0') + u32::from('０')).unwrap_or(c);
    let next: String = if is_wide { next.to_string().chars().map(wide).collect() } else { next.to_string() };
    let old = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let Some(from) = text.find(old) else { return text.to_owned() };
    let end = text[from..].find(|c| !old(c)).map_or(text.len(), |at| from + at);
    format!("{}{next}{}", &text[..from], &text[end..])
}

/// The record without what is of the old announcement alone.
fn without(path: &Arc<str>, text: &str) -> String {
    super::fresh::without(path, text, &LEFT_OUT)
}

/// The old schedule, which says what follows it.
fn followed(path: &Arc<str>, text: &str, new: &Identity) -> String {
    let Some(tree) = yaml::parse(path, text).0 else { return text.to_owned() };
    let key = Schedule::successor.key;
    let edit = match tree.get(key) {
        Some(node) if node.value != Value::Null => Some(set(text, node, &new.to_string(), false)),
        Some(_) => remove_field(text, &tree, key),
        None => add_field(text, &tree, &record::order(Kind::Schedule), key, &new.to_string()),
    };
    splice::apply(text, edit.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fiscal_years_are_raised_in_the_spellings_that_are_known() {
        for (old, new) in [
            ("2024年度の日程", "2025年度の日程"),
            ("令和６年度（2024年度）", "令和７年度（2025年度）"),
            ("令和元年度", "令和2年度"),
            ("R6年度、定員12名、第119回", "R7年度、定員12名、第119回"),
            ("Recruitment, fiscal 2024 (FY2024), 12 places", "Recruitment, fiscal 2025 (FY2025), 12 places"),
            ("2024年4月", "2024年4月"),
        ] {
            assert_eq!(raised(old), new);
        }
    }
}
