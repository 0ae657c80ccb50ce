//! What somebody most likely meant by a text that is no moment, and the line as it should be.

use super::near::near;
use super::spelling::{self, Problem, Written};
use super::{recurrence, scan, undated};
use crate::model::count::Count;
use crate::model::spelling::{fold, without_remark};

/// The help (a message id), and what to write as the value of the field.
pub struct Advice {
    pub help: &'static str,
    pub value: String,
    /// What else it may have been.
    pub other: Option<String>,
}

impl Advice {
    /// Is it of a day that the calendar does not have?
    pub fn is_of_no_day(&self) -> bool {
        matches!(self.help, "bad-moment-day-line" | "bad-moment-days" | "bad-moment-window-day")
    }

    /// The help where the field stands between brackets.
    pub fn help_in_brackets(&self) -> &'static str {
        match self.help {
            "bad-moment-window" => "bad-moment-window-inside",
            "bad-moment-window-day" => "bad-moment-window-day-inside",
            "bad-moment-remark" => "bad-moment-remark-inside",
            help => help,
        }
    }
}

/// Without the word that the field says already: `closes: 12月11日まで`.
pub fn in_field<'a>(text: &'a str, field: &str) -> &'a str {
    let words: &[&str] = match field {
        "closes" | "to" => &["まで", "迄"],
        "opens" | "from" => &["から", "より", "以降", "以後", "~", "〜", "～"],
        _ => &[],
    };
    words.iter().find_map(|word| text.trim_end().strip_suffix(word)).unwrap_or(text)
}

/// Words that stand beside a date and belong in a note.
const REMARKS: [&str; 2] = ["厳守", "no later than"];

/// What to write for a text in a field.
pub fn of(text: &str, field: &str) -> Option<Advice> {
    let folded = fold(text);
    let lower = folded.to_lowercase();
    if let Some(days) = no_such_day(in_field(&folded, field)).or_else(|| undated::near(&folded)) {
        return one_of("bad-moment-day-line", days);
    }
    if let Some(advice) = whichever(&folded, field) {
        return Some(advice);
    }
    if ["随時", "通年", "rolling", "at any time", "any time"].iter().any(|word| lower.contains(word)) {
        return advice("bad-moment-rolling", "rolling".to_owned());
    }
    if ["次第", "until filled", "定員に達"].iter().any(|word| lower.contains(word)) {
        return advice("bad-moment-until-filled", folded);
    }
    if ["未定", "tba", "tbd", "to be announced", "to be decided", "調整中", "後日"].iter().any(|word| lower.contains(word))
    {
        return advice("bad-moment-not-set", folded);
    }
    if recurrence::spelling::read(text).is_some() {
        return advice("bad-moment-every", format!("every: {folded}"));
    }
    let is_stage = matches!(field, "opens" | "closes" | "at");
    let lines = |(from, to): &(Written, Written)| {
        let (from, to) = (canonical(from, &folded), canonical(to, &folded));
        if is_stage { format!("opens: {from}\ncloses: {to}") } else { format!("{{from: {from}, to: {to}}}") }
    };
    match &*windows(&folded) {
        [] => {}
        [one] => return advice(if is_stage { "bad-moment-window" } else { "bad-moment-period" }, lines(one)),
        some => return one_of(if is_stage { "bad-moment-window-day" } else { "bad-moment-day-line" }, some.iter().map(lines)),
    }
    if let Some((rest, remark)) = without_word(&folded) {
        let moment = spelling::moment(&rest).ok()?;
        // In the language in which it is written.
        let note = if remark.is_ascii() { format!("{{ja: …, en: {remark}}}") } else { format!("{{ja: {remark}, en: …}}") };
        return advice("bad-moment-remark", format!("{}\nnote: {note}", canonical(&moment, &rest)));
    }
    if let Some((month, day)) = scan::yearless(&folded) {
        // Some year has each day of a leap year.
        let days = near(&Written::new(2000, [Some(month), Some(day)], None, None));
        return match &*days {
            [] => advice("bad-moment-year", format!("YYYY-{month:02}-{day:02}")),
            days => one_of("bad-moment-day-line", days.iter().map(|near| near.canonical(text).replacen("2000", "YYYY", 1))),
        };
    }
    day_or_month_first(&folded).or_else(|| after_midnight(&folded)).or_else(|| among_words(&folded, field))
}

fn advice(help: &'static str, value: String) -> Option<Advice> {
    Some(Advice { help, value, other: None })
}

/// One of two values, or one that is to be looked at.
fn one_of(help: &'static str, values: impl IntoIterator<Item = String>) -> Option<Advice> {
    let mut values = values.into_iter();
    let (value, other) = (values.next()?, values.next());
    let help = if help == "bad-moment-day-line" && other.is_some() { "bad-moment-days" } else { help };
    Some(Advice { help, value, other })
}

/// The days that may be meant by one that the calendar does not have.
fn no_such_day(text: &str) -> Option<Vec<String>> {
    let found = scan::moment(text).ok().filter(|found| found.written.check() == Err(Problem::NoSuchDay))?;
    let days: Vec<String> = near(&found.written).iter().map(|written| written.canonical(text)).collect();
    (!days.is_empty()).then_some(days)
}

/// One of two days, whichever is earlier or later: of two of the calendar the one that it is; one that is counted stands under `counted`.
fn whichever(text: &str, field: &str) -> Option<Advice> {
    const EARLIER: [&str; 4] = ["早い", "whichever is earlier", "whichever comes first", "whichever is the earlier"];
    const LATER: [&str; 4] = ["遅い", "whichever is later", "whichever comes last", "whichever is the later"];
    let said = |words: &[&str]| words.iter().filter_map(|word| text.find(word)).min();
    let (at, is_earlier) = said(&EARLIER).map(|at| (at, true)).or_else(|| said(&LATER).map(|at| (at, false)))?;
    let both =
        text.get(..at)?.trim_end_matches(['の', ',', '、', ' ', '(']).trim_end_matches("いずれか").trim_end_matches("どちらか");
    let both = both.trim_end_matches(['の', ',', '、', ' ', '(']);
    let (one, other) =
        ["又は", "または", "若しくは", "もしくは", " or ", "か", "と"].iter().find_map(|word| both.split_once(word))?;
    let bare = |text: &str| text.trim().trim_end_matches(['、', ',']).trim_end_matches("まで").trim().to_owned();
    let (one, other) = (bare(one), bare(other));
    let day = |text: &str| spelling::moment(text).ok();
    let of_that_year = |first: &Written| shortened(&other, first, |text| Vec::from_iter(spelling::moment(text))).first().copied();
    let first = day(&one);
    match (first, day(&other).or_else(|| of_that_year(&first?))) {
        (Some(first), Some(second)) => {
            let key = |written: &Written| (written.year, written.month, written.day, written.time);
            let is_first = (key(&first) <= key(&second)) == is_earlier;
            let (written, text) = if is_first { (first, one) } else { (second, other) };
            advice("bad-moment-line", canonical(&written, &text))
        }
        (None, None) => None,
        (one_day, other_day) => {
            let (event, written, text) = if one_day.is_some() { (other, one_day?, one) } else { (one, other_day?, other) };
            let which = if is_earlier { "earlier" } else { "later" };
            let is_stage = matches!(field, "opens" | "closes" | "at");
            let value = format!("{{{}, or: {}, whichever: {which}}}", counted(&event), canonical(&written, &text));
            is_stage.then_some(Advice { help: "bad-moment-whichever", value: format!("counted: {value}"), other: None })
        }
    }
}

/// 「入国後14日以内」 as the parts of `counted`.
fn counted(text: &str) -> String {
    let named = |event: &str| {
        let event = event.trim().trim_start_matches("the ").trim_end_matches("から").trim_end_matches("の日");
        if event.is_ascii() { format!("{{ja: …, en: {event}}}") } else { format!("{{ja: {event}, en: …}}") }
    };
    let count =
        |text: &str| Count::parse(text.trim().trim_start_matches("within ")).map(|count| count.canonical(!text.is_ascii()));
    let japanese = ["から", "後", "より"]
        .iter()
        .find_map(|word| text.split_once(word).and_then(|(event, rest)| Some((event, count(rest)?))));
    let english = || {
        [" after ", " of ", " from "]
            .iter()
            .find_map(|word| text.split_once(word).and_then(|(rest, event)| Some((event, count(rest)?))))
    };
    match japanese.or_else(english) {
        Some((event, count)) => format!("event: {}, within: {count}", named(event)),
        None => format!("event: {}", named(text)),
    }
}

fn canonical(written: &Written, text: &str) -> String {
    match spelling::iso(text) {
        Some(_) => text.to_owned(),
        None => written.canonical(text),
    }
}

/// Two moments in one cell. What the second leaves out is as in the first. Where the calendar does not have a day of one, those that it may be.
fn windows(text: &str) -> Vec<(Written, Written)> {
    let found = |read: fn(&str) -> Vec<Written>| {
        for sign in ["~", "〜", "から", "–", "—", " - ", " to ", "-"] {
            for (at, _) in text.match_indices(sign) {
                let (Some(from), Some(to)) = (text.get(..at), text.get(at + sign.len()..)) else { continue };
                let to = to.trim();
                let to = to.strip_suffix("まで").unwrap_or(to);
                // 「12月1日から」 has one end.
                if to.is_empty() {
                    continue;
                }
                let from = read(from);
                let last = |ends: &[Written], at: usize| ends.get(at).or(ends.last()).copied();
                // What the end leaves out is as in the beginning that it goes with.
                let to = |at: usize| last(&from, at).map(|from| shortened(to, &from, read)).unwrap_or_default();
                let pairs = from.len().max(to(0).len());
                if !to(0).is_empty() {
                    return (0..pairs).filter_map(|at| last(&from, at).zip(last(&to(at), at))).collect();
                }
            }
        }
        Vec::new()
    };
    let known = found(|text| Vec::from_iter(spelling::moment(text)));
    if !known.is_empty() {
        return known;
    }
    found(|text| match spelling::moment(text) {
        Ok(written) => vec![written],
        // A number that is no month is a part of something else here.
        Err(Problem::NoSuchDay) => {
            let found = scan::moment(text).ok().map(|found| found.written);
            let found = found.filter(|found| found.day.is_some() && found.month.is_some_and(|month| (1..=12).contains(&month)));
            found.map(|found| near(&found)).unwrap_or_default()
        }
        Err(_) => Vec::new(),
    })
}

fn shortened(to: &str, from: &Written, read: impl Fn(&str) -> Vec<Written>) -> Vec<Written> {
    let year = format!("{:04}", from.year);
    let month = from.month.map(|month| format!("{month:02}"));
    let day = from.day.map(|day| format!("{day:02}"));
    let to = to.trim();
    let mut longer = vec![to.to_owned(), format!("{year}年{to}"), format!("{year}-{to}"), format!("{year}/{to}")];
    if let Some(month) = month {
        longer.extend([format!("{year}年{month}月{to}"), format!("{year}-{month}-{to}")]);
        longer.extend(day.filter(|_| from.time.is_some()).map(|day| format!("{year}-{month}-{day} {to}")));
    }
    longer.iter().map(|text| read(text)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The text without words that belong in a note, and those words.
fn without_word(text: &str) -> Option<(String, String)> {
    let lower = text.to_lowercase();
    let (at, word) = REMARKS.iter().find_map(|word| Some((lower.find(word)?, word)))?;
    let (before, behind) = (text.get(..at)?, text.get(at + word.len()..)?);
    let rest = format!("{before} {behind}");
    let rest = rest.replace("・ )", ")").replace("( )", "").replace('※', "");
    let remark = word.trim_matches(|c| matches!(c, '(' | ')')).to_owned();
    Some((rest.trim().trim_end_matches(',').to_owned(), remark))
}

/// A moment among words that say more of it: 「12月21日（消印有効）」 without its year, 「4月1日以降」, 「1月23日又は24日」, 「面接後2週間以内」.
fn among_words(text: &str, field: &str) -> Option<Advice> {
    // All of its words were read: something else is wrong with it.
    if scan::moment(text).is_ok() {
        return None;
    }
    let without_year = |text: &str| {
        let found = scan::moment(text).ok().map(|found| found.written)?;
        let is_right = !matches!(found.check(), Err(Problem::NoSuchDay | Problem::NotAMoment));
        (is_right && found.month.is_some()).then(|| found.canonical(text).replacen("2000", "YYYY", 1))
    };
    let is_yearless = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('月');
    if let Some(value) = is_yearless.then(|| without_year(&format!("2000年{text}"))).flatten() {
        return advice("bad-moment-year", value);
    }
    let is_stage = matches!(field, "opens" | "closes" | "at");
    if is_stage {
        let from = ["以降", "以後", "から", "~", "〜"].iter().find_map(|word| text.strip_suffix(word));
        if let Some(from) = from.filter(|_| field == "at")
            && let Ok(moment) = spelling::moment(from)
        {
            return advice("bad-moment-from", format!("opens: {}", canonical(&moment, from)));
        }
        if let Some(value) = either(text) {
            return advice("bad-moment-either", value);
        }
        let parts = counted(text);
        if parts.contains("within: ") {
            return advice("bad-moment-counted", format!("counted: {{{parts}}}"));
        }
    }
    let (moment, rest, remark) = without_remark(text).into_iter().find_map(|(rest, remark)| {
        let is_behind = text.starts_with(&rest);
        Some((spelling::moment(&rest).ok().filter(|_| is_behind)?, rest, remark))
    })?;
    let note = if remark.is_ascii() { format!("{{ja: …, en: {remark}}}") } else { format!("{{ja: {remark}, en: …}}") };
    advice("bad-moment-remark", format!("{}\nnote: {note}", canonical(&moment, &rest)))
}

/// One of several days, as the window in which they lie: 「1月23日(土)又は24日(日)」.
fn either(text: &str) -> Option<String> {
    const EITHER: [&str; 7] =
        ["のいずれか1日", "のいずれかの日", "のいずれか", "のうち1日", "のどちらか", ", either day", " (either day)"];
    let days = EITHER.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    let read = |text: &str| Vec::from_iter(spelling::moment(text));
    let (from, to) = ["又は", "または", "若しくは", "もしくは", " or ", "・", "、"].iter().find_map(|word| {
        let (from, to) = days.split_once(word)?;
        let from = *read(from).first()?;
        Some((from, *shortened(to, &from, read).first()?))
    })?;
    let (from, to) = (canonical(&from, text), canonical(&to, text));
    Some(format!("opens: {from}\ncloses: {to}\nnote: {{ja: いずれか1日, en: either day}}"))
}

/// `12/11/2026`, of which nobody knows which is the month.
fn day_or_month_first(text: &str) -> Option<Advice> {
    let mut parts = text.split(['/', '.', '-']);
    let mut part = |digits: usize| parts.next().filter(|part| part.len() <= digits)?.parse::<u16>().ok();
    let (first, second, year) = (part(2)?, part(2)?, part(4).filter(|year| *year > 1000)?);
    let is_month = |number: u16| (1..=12).contains(&number);
    let dates = [(first, second), (second, first)].into_iter().filter(|(month, _)| is_month(*month));
    let mut dates = dates.map(|(month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let (one, other) = (dates.next()?, dates.next());
    match other.filter(|other| *other != one) {
        Some(other) => advice("bad-moment-order", format!("{one} / {other}")),
        None => advice("bad-moment-line", one),
    }
}

/// `12月11日 25時`: an hour of the next day.
fn after_midnight(text: &str) -> Option<Advice> {
    for hour in 25..=29_i8 {
        for sign in [":", "時"] {
            if let Some(at) = text.find(&format!("{hour}{sign}")) {
                let mended = format!("{}{:02}{}", text.get(..at)?, hour - 24, text.get(at + 2..)?);
                let written = spelling::moment(&mended).ok()?;
                let date = jiff::civil::Date::new(written.year, written.month?, written.day?).ok()?.tomorrow().ok()?;
                let time = written.time?;
                return advice("bad-moment-line", format!("{date} {:02}:{:02}", time.hour(), time.minute()));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_written_out() {
        for (field, text, help, value) in [
            ("closes", "随時", "rolling", "rolling"),
            ("closes", "Rolling basis", "rolling", "rolling"),
            ("closes", "定員に達し次第", "until-filled", "定員に達し次第"),
            ("at", "ＴＢＡ", "not-set", "TBA"),
            ("opens", "2026年12月1日〜11日", "window", "opens: 2026-12-01\ncloses: 2026-12-11"),
            ("at", "2026-12-01 - 2027-01-11まで", "window", "opens: 2026-12-01\ncloses: 2027-01-11"),
            ("closes", "2026-12-11 9:00〜17:00", "window", "opens: 2026-12-11 09:00\ncloses: 2026-12-11 17:00"),
            ("period", "2026/12/1から12/11", "period", "{from: 2026-12-01, to: 2026-12-11}"),
            ("period", "2026-04-01-05-01", "period", "{from: 2026-04-01, to: 2026-05-01}"),
            ("period", "2026年12月〜2027年3月", "period", "{from: 2026-12, to: 2027-03}"),
            ("period", "2026年4月〜6月", "period", "{from: 2026-04, to: 2026-06}"),
            ("closes", "2026-12-11 17時厳守", "remark", "2026-12-11 17:00\nnote: {ja: 厳守, en: …}"),
            ("closes", "2026年12月11日（厳守）", "remark", "2026-12-11\nnote: {ja: 厳守, en: …}"),
            ("closes", "2026-12-11 ※厳守", "remark", "2026-12-11\nnote: {ja: 厳守, en: …}"),
            ("closes", "No later than 11 Dec 2026", "remark", "2026-12-11\nnote: {ja: …, en: no later than}"),
            ("closes", "2027年2月30日まで", "days", "2027-02-28 | 2027-03-01"),
            ("closes", "2027-02-30 定員に達し次第", "days", "2027-02-28 定員になり次第 | 2027-03-01 定員になり次第"),
            ("closes", "2月30日", "days", "YYYY-02-29 | YYYY-03-01"),
            ("closes", "31 April", "days", "YYYY-04-30 | YYYY-05-01"),
            ("at", "2027-30-12", "day-line", "2027-12-30"),
            ("at", "未定（2027-02-30 発表予定）", "days", "未定（2027-02-28 発表予定） | 未定（2027-03-01 発表予定）"),
            (
                "closes",
                "2027年2月1日〜30日",
                "window-day",
                "opens: 2027-02-01\ncloses: 2027-02-28 | opens: 2027-02-01\ncloses: 2027-03-01",
            ),
            (
                "period",
                "2027-02-30〜2027-04-31",
                "days",
                "{from: 2027-02-28, to: 2027-04-30} | {from: 2027-03-01, to: 2027-05-01}",
            ),
            ("closes", "2027年3月31日又は2027年4月10日のいずれか早い日", "line", "2027-03-31"),
            ("closes", "2027-03-31 or 2027-04-10, whichever is later", "line", "2027-04-10"),
            (
                "closes",
                "入国後14日以内又は2027年3月31日のいずれか早い日",
                "whichever",
                "counted: {event: {ja: 入国, en: …}, within: P14D, or: 2027-03-31, whichever: earlier}",
            ),
            (
                "closes",
                "within 2 weeks of arrival or 31 March 2027, whichever is later",
                "whichever",
                "counted: {event: {ja: …, en: arrival}, within: P2W, or: 2027-03-31, whichever: later}",
            ),
            (
                "closes",
                "採用の日と2027年3月31日のいずれか遅い方",
                "whichever",
                "counted: {event: {ja: 採用, en: …}, or: 2027-03-31, whichever: later}",
            ),
            ("closes", "12月21日（消印有効）", "year", "YYYY-12-21 消印有効"),
            ("at", "１２月中旬", "year", "YYYY-12中旬"),
            ("at", "令和９年４月１日以降", "from", "opens: 2027-04-01"),
            (
                "at",
                "2027.1.23(土)又は24(日)",
                "either",
                "opens: 2027-01-23 (土)\ncloses: 2027-01-24 (日)\nnote: {ja: いずれか1日, en: either day}",
            ),
            (
                "at",
                "令和９年１月１２日㈫・１３日㈬のいずれか１日",
                "either",
                "opens: 2027-01-12 (火)\ncloses: 2027-01-13 (水)\nnote: {ja: いずれか1日, en: either day}",
            ),
            ("at", "面接後２週間以内", "counted", "counted: {event: {ja: 面接, en: …}, within: P2W}"),
            ("closes", "2027/4/23(金) 17:00 ※学内締切", "remark", "2027-04-23 (金) 17:00\nnote: {ja: 学内締切, en: …}"),
            ("at", "2027年7月（4月に遡及）", "remark", "2027-07\nnote: {ja: 4月に遡及, en: …}"),
            (
                "at",
                "2027年2月30日（土）９：３０～１６：００",
                "window-day",
                "opens: 2027-02-28 (日) 09:30\ncloses: 2027-02-28 16:00 | opens: 2027-03-01 (月) 09:30\ncloses: 2027-03-01 16:00",
            ),
            ("closes", "12月11日", "year", "YYYY-12-11"),
            ("closes", "1 September", "year", "YYYY-09-01"),
            ("closes", "12/11/2026", "order", "2026-12-11 / 2026-11-12"),
            ("closes", "12.13.2026", "line", "2026-12-13"),
            ("closes", "13-12-2026", "line", "2026-12-13"),
            ("closes", "5/5/2026", "line", "2026-05-05"),
            ("closes", "1/12/1001", "order", "1001-01-12 / 1001-12-01"),
            ("closes", "2026-12-31 25:00", "line", "2027-01-01 01:00"),
            ("closes", "2026年12月11日 29時30分", "line", "2026-12-12 05:30"),
        ] {
            let Some(advice) = of(text, field) else { panic!("{text}") };
            let said = [Some(advice.value), advice.other].into_iter().flatten().collect::<Vec<_>>().join(" | ");
            assert_eq!((advice.help, &*said), (&*format!("bad-moment-{help}"), value), "{text}");
        }
    }

    #[test]
    fn of_what_may_mean_anything_nothing_is_said() {
        for text in [
            "",
            "soon",
            "13/13/2026",
            "0/0/2026",
            "12/11/26",
            "12/11/1000",
            "123/11/2026",
            "2026-12-11 30:00",
            "25:00",
            "2026年12月11日から",
            "2026-12-11 (木)",
            "2026-12-",
        ] {
            assert!(of(text, "closes").is_none(), "{text}");
        }
    }
}
