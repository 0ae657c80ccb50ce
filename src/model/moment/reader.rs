//! How a moment is written in a file: as text, as a fiscal year, or in parts with a year that was inferred.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{Offset, TimeZone};

use super::fiscal::YearNumber;
use super::vague::{Firm, Vague};
use super::{Because, DEFAULT_ZONE, Moment, Year, advice, near, spelling, undated, weekday_message};
use crate::base::Diagnostic;
use crate::model::node::{Entry, Node, Value};
use crate::model::read::{Cx, Described, Fields, Read, Shape, fields, is_in_brackets, scalars};
use crate::model::text::Text;

impl Read for Moment {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar { .. } => {
                if let Some(undated) = read_undated(node, cx) {
                    return Some(undated);
                }
                let written = spelling::Written::read(node, cx)?;
                finish(written, Year::Calendar(written.year), node, cx)
            }
            Value::Map(_) if node.get(OfFiscalYear::fiscal_year.key).is_some() => {
                let mut fields = Fields::of(node, "value-moment", cx)?;
                let OfFiscalYear { fiscal_year } = OfFiscalYear::from_fields(&mut fields)?;
                fields.finish();
                Some(Self {
                    year: Year::Fiscal(fiscal_year?.0),
                    month: None,
                    day: None,
                    time: None,
                    has_weekday: false,
                    vague: Vague::default(),
                    span: node.span,
                })
            }
            Value::Map(_) if report_counted(node, cx) => None,
            Value::Map(_) => read_yearless(node, cx),
            _ => {
                cx.wrong_shape(node, "value-moment");
                None
            }
        }
    }
}

fields! {
    /// A fiscal year in the place of a moment.
    OfFiscalYear {
        /// The year in which it begins.
        fiscal_year: Option<YearNumber>,
    }
}

fields! {
    /// `{month: 9, day: 1, time: "12:00", weekday: 金, year: inferred 2023, because: weekday}`.
    Yearless {
        /// The month.
        month: Option<u32> = required,
        /// The day.
        day: Option<u32>,
        /// The time of day.
        time: Option<TimeOfDay>,
        /// The day of the week.
        weekday: Option<DayOfWeek>,
        /// The year that was inferred.
        year: Option<InferredYear> = required,
        /// Why that one.
        because: Option<Because> = required,
    }
}

/// A time of day.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeOfDay(Time);

/// A day of the week.
#[derive(Debug, Clone, PartialEq)]
pub struct DayOfWeek(Weekday);

/// A year behind the word that says that it was inferred.
#[derive(Debug, Clone, PartialEq)]
pub struct InferredYear(i16);

scalars! {
    TimeOfDay: "time" STRING, ["12:00", "正午", "noon", "午後5時30分"], ["午後12時", "later"];
    DayOfWeek: "weekday" STRING, ["金", "金曜日", "Fri"], ["someday"];
    InferredYear: "inferred-year" STRING "^\\s*inferred\\s+[0-9]+\\s*$", ["inferred 2023"], ["2023", "inferred"];
    spelling::Written: "moment" NUMBER "[0-9０-９元]|[未調後次].|[Uu]ntil|[Nn]ot|TB[AD]|[Tt]o be|[Ww]hile", ["1983", "2016-12", "2023-11-14", "2023-11-14 12:00", "令和5年11月14日（火）正午"], ["soon", "来週"];
}

impl Described for Moment {
    fn shape() -> Shape {
        Shape::Either("moment", vec![spelling::Written::shape(), Shape::Map(OfFiscalYear::MAP), Shape::Map(Yearless::MAP)])
    }
}

impl Described for Because {
    fn shape() -> Shape {
        Shape::Either("because", vec![Shape::Choice(&[(WEEKDAY, "choice-weekday")], &[]), Shape::Text])
    }
}

/// In the place of a reason: the weekday fits this year.
const WEEKDAY: &str = "weekday";

impl Read for spelling::Written {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match spelling::moment(advice::in_field(node.as_str().unwrap_or_default(), cx.field)) {
            Ok(written) => Some(in_zone(written, cx)),
            Err(problem) => {
                report(problem, node, cx);
                None
            }
        }
    }
}

impl Read for TimeOfDay {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let time = node.as_str().and_then(spelling::time);
        if time.is_none() {
            cx.bad_part("bad-moment", "bad-time", "bad-time-help", node);
        }
        time.map(Self)
    }
}

impl Read for DayOfWeek {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let weekday = node.as_str().and_then(spelling::weekday);
        if weekday.is_none() {
            cx.bad_part("bad-moment", "bad-weekday", "bad-weekday-help", node);
        }
        weekday.map(Self)
    }
}

impl Read for InferredYear {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let year = node.as_str().and_then(|text| text.trim().strip_prefix("inferred ")?.trim().parse().ok());
        if year.is_none() {
            cx.bad_part("bad-moment", "bad-inferred-year", "bad-inferred-year-help", node);
        }
        year.map(Self)
    }
}

impl Read for Because {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_plain() == Some(WEEKDAY) { Some(Self::Weekday) } else { Text::read(node, cx).map(Self::Text) }
    }
}

fn read_yearless(node: &Node, cx: &mut Cx<'_>) -> Option<Moment> {
    let mut fields = Fields::of(node, "value-moment", cx)?;
    let Yearless { month, day, time, weekday, year, because } = Yearless::from_fields(&mut fields)?;
    fields.finish();
    let small = |n: u32| i8::try_from(n).unwrap_or(i8::MAX);
    let (year, time, weekday) = (year?.0, time.map(|time| time.0), weekday.map(|day| day.0));
    let written = spelling::Written::new(year, [Some(small(month?)), day.map(small)], time, weekday);
    let parts = |near: &spelling::Written| {
        let parts = [("month", near.month), ("day", near.day)];
        let parts = parts.into_iter().filter_map(|(name, part)| Some(format!("{name}: {}", part?)));
        parts.collect::<Vec<_>>().join(", ")
    };
    // A year that is inferred may be wrong as well, so that no weekday decides.
    let near = near::near(&spelling::Written { weekday: None, ..written });
    match &*near.iter().filter(|near| near.month.is_some() && near.year == year).map(parts).collect::<Vec<_>>() {
        [] => {}
        [one] => {
            cx.write_one_of("bad-moment", "bad-moment-day", "bad-moment-day-parts", one, None, node);
            return None;
        }
        [one, other, ..] => {
            cx.write_one_of("bad-moment", "bad-moment-day", "bad-moment-days-parts", one, Some(other), node);
            return None;
        }
    }
    finish(written, Year::Inferred { year, because: because? }, node, cx)
}

fn finish(written: spelling::Written, year: Year, node: &Node, cx: &mut Cx<'_>) -> Option<Moment> {
    if let Err(problem) = written.check() {
        report(problem, node, cx);
        return None;
    }
    if let Some(text) = node.as_plain().filter(|text| spelling::iso(text).is_none()) {
        let canonical = written.canonical(text);
        cx.canonical(node, &canonical);
    }
    if written.vague.firm == Firm::ToConfirm {
        let firm = spelling::Written { vague: Vague { firm: Firm::Yes, ..written.vague }, ..written };
        let text = node.as_str().unwrap_or_default();
        let finding = Diagnostic::info("to-be-confirmed", cx.place(node.span)).help("to-be-confirmed-help");
        cx.report(finding.arg("field", cx.field).arg("value", firm.canonical(text)));
    }
    let spelling::Written { month, day, time, weekday, vague, .. } = written;
    Some(Moment { year, month, day, time, has_weekday: weekday.is_some(), vague, span: node.span })
}

/// What stands in the place of a date where there may be none: in a stage of a recruitment.
fn read_undated(node: &Node, cx: &mut Cx<'_>) -> Option<Moment> {
    let text = node.as_str()?;
    if !matches!(cx.field, "opens" | "closes" | "at") || text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let undated = undated::read(text).filter(|undated| undated.until.is_none() || cx.field == "closes")?;
    cx.canonical(node, &undated.canonical(text));
    Some(Moment {
        year: Year::Undated { expected: undated.expected },
        month: None,
        day: None,
        time: None,
        has_weekday: false,
        vague: Vague { until: undated.until, ..Vague::default() },
        span: node.span,
    })
}

/// A time with an offset, by the clocks of the zone that the file is about.
fn in_zone(written: spelling::Written, cx: &Cx<'_>) -> spelling::Written {
    let local = || {
        let date = Date::new(written.year, written.month?, written.day?).ok()?;
        let time = if written.vague.ends_day { Time::midnight() } else { written.time? };
        let date = if written.vague.ends_day { date.tomorrow().ok()? } else { date };
        let offset = Offset::from_seconds(written.offset? * 60).ok()?;
        let at = offset.to_timestamp(date.to_datetime(time)).ok()?;
        let zone = cx.zone.clone().or_else(|| TimeZone::get(DEFAULT_ZONE).ok())?;
        (zone.to_offset(at) != offset).then(|| zone.to_datetime(at))
    };
    let Some(local) = local() else { return spelling::Written { offset: None, ..written } };
    let (date, vague) = (local.date(), Vague { ends_day: false, ..written.vague });
    let weekday = written.weekday.map(|_| date.weekday());
    let (month, day, time) = (Some(date.month()), Some(date.day()), Some(local.time()));
    spelling::Written { year: date.year(), month, day, time, weekday, vague, offset: None }
}

/// A day that is counted from another, in the place of a date of a stage, is told with the field in which it belongs.
fn report_counted(node: &Node, cx: &mut Cx<'_>) -> bool {
    let inner = match node.get("counted") {
        Some(inner) => inner,
        None if ["within", "after", "before", "event"].iter().any(|key| node.get(key).is_some()) => node,
        None => return false,
    };
    let is_of_stage = matches!(cx.field, "at" | "opens" | "closes");
    if is_of_stage {
        // In one line, however it was written.
        let field = |entry: &Entry| match entry.node.span.of(cx.source).trim() {
            one if !one.contains('\n') => format!("{}: {one}", entry.key),
            _ => format!("{}: …", entry.key),
        };
        let fields: Option<Vec<String>> = inner.as_map().map(|entries| entries.iter().map(field).collect());
        let fields = fields.map_or_else(|| "from: result, within: …".to_owned(), |fields| fields.join(", "));
        let value = format!("counted: {{{fields}}}");
        cx.write_one_of("bad-moment", "bad-moment", "bad-moment-counted", &value, None, node);
    }
    is_of_stage
}

fn report(problem: spelling::Problem, node: &Node, cx: &mut Cx<'_>) {
    use spelling::Problem as P;
    if let Some(advice) = node.as_str().and_then(|text| advice::of(text, cx.field)) {
        let message = match problem {
            P::NoSuchTime => "bad-moment-time",
            _ if advice.is_of_no_day() => "bad-moment-day",
            _ => "bad-moment",
        };
        let (help, value, other) = if is_in_brackets(cx.source, node.span.start as usize) {
            // A map between brackets goes on in its line.
            let in_line = |value: String| value.replace('\n', ", ");
            (advice.help_in_brackets(), in_line(advice.value), advice.other.map(in_line))
        } else {
            (advice.help, advice.value, advice.other)
        };
        return cx.write_one_of("bad-moment", message, help, &value, other.as_deref(), node);
    }
    match problem {
        P::NotAMoment => cx.bad_value("bad-moment", "bad-moment-help", node),
        P::NoSuchDay => cx.bad_part("bad-moment", "bad-moment-day", "bad-moment-day-help", node),
        P::NoSuchTime => cx.bad_part("bad-moment", "bad-moment-time", "bad-time-help", node),
        P::OutsideEra => cx.bad_value("wrong-era", "wrong-era-help", node),
        P::WrongWeekday(right) => {
            let finding = Diagnostic::error("wrong-weekday", cx.place(node.span))
                .help("wrong-weekday-help")
                .arg("found", node.span.of(cx.source))
                .arg("right", crate::base::Arg::Message(weekday_message(right)));
            cx.report(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read::tests::outcome;

    #[test]
    fn a_moment_is_read_as_its_field_asks() {
        for (field, value, expected) in [
            ("closes", "2026-12-11", "2026-12-11"),
            ("closes", "2026年12月11日17時まで", "2026-12-11 17:00"),
            ("to", "2026年12月11日迄", "2026-12-11"),
            ("opens", "2026年12月11日から", "2026-12-11"),
            ("from", "2026年12月11日以降", "2026-12-11"),
            ("opens", "2026年12月11日まで", "bad-moment bad-moment-help"),
            ("closes", "2026年12月11日から", "bad-moment bad-moment-help"),
            ("at", "2026年12月11日まで", "bad-moment bad-moment-help"),
            ("at", "2026-12-11 要確認", "to-be-confirmed to-be-confirmed-help 2026-12-11"),
            ("at", "2026-02-30", "bad-moment-day bad-moment-days 2026-02-28"),
            ("at", "2026-30-12", "bad-moment-day bad-moment-day-line 2026-12-30"),
            ("at", "2026-12-11 17:60", "bad-moment-time bad-time-help"),
            ("at", "2026-12-11 25:00", "bad-moment-time bad-moment-line 2026-12-12 01:00"),
            ("at", "平成31年5月1日", "wrong-era wrong-era-help"),
            ("at", "2026-12-11 (木)", "wrong-weekday wrong-weekday-help"),
            ("at", "[2026, 12]", "wrong-shape wrong-shape-one"),
        ] {
            let (moment, said) = outcome::<Moment>(field, value);
            assert_eq!(said, expected, "{field}: {value}");
            assert_eq!(moment.is_some(), expected.starts_with('2') || expected.starts_with("to-be"), "{field}: {value}");
        }
    }

    #[test]
    fn a_time_with_an_offset_is_told_by_the_clocks_of_the_place() {
        for (value, expected) in [
            ("2029-10-31T17:00+09:00", (31, Some((17, 0)))),
            ("2029-10-31T08:00Z", (31, Some((17, 0)))),
            ("2029-10-31T08:00+05:30", (31, Some((11, 30)))),
            ("2029-10-30T20:00-03:30", (31, Some((8, 30)))),
            ("2029-10-30 24:00 UTC", (31, Some((9, 0)))),
            ("2029-10-30 24:00 JST", (30, None)),
        ] {
            let (moment, said) = outcome::<Moment>("at", value);
            let Moment { day, time, vague, .. } = moment.unwrap_or_else(|| panic!("{value}: {said}"));
            assert_eq!((day, time.map(|time| (time.hour(), time.minute()))), (Some(expected.0), expected.1), "{value}");
            assert_eq!(vague.ends_day, expected.1.is_none(), "{value}");
        }
        assert_eq!(outcome::<Moment>("at", "2029-10-30 (火) 20:00 UTC").1, "2029-10-31 (水) 05:00");
    }

    #[test]
    fn a_year_may_be_inferred_or_fiscal() {
        let inferred = |because| Year::Inferred { year: 2023, because };
        let (moment, said) =
            outcome::<Moment>("at", "{month: 9, day: 1, time: 正午, weekday: 金, year: inferred 2023, because: weekday}");
        let moment = moment.unwrap_or_else(|| panic!("{said}"));
        assert_eq!((&moment.year, moment.month, moment.day), (&inferred(Because::Weekday), Some(9), Some(1)));
        assert_eq!((moment.time, moment.has_weekday), (Some(Time::constant(12, 0, 0, 0)), true));
        let (moment, said) = outcome::<Moment>("at", "{month: 9, year: inferred 2023, because: {ja: 前年と同じ}}");
        let moment = moment.unwrap_or_else(|| panic!("{said}"));
        assert_eq!((moment.month, moment.day, moment.time, moment.has_weekday), (Some(9), None, None, false));
        assert!(matches!(moment.year, Year::Inferred { year: 2023, because: Because::Text(_) }));
        let (moment, said) = outcome::<Moment>("at", "{fiscal_year: 令和6年度}");
        assert_eq!(moment.unwrap_or_else(|| panic!("{said}")).year, Year::Fiscal(2024));
    }

    #[test]
    fn a_counted_day_in_the_place_of_a_date_is_told_in_one_line() {
        let expected = "bad-moment bad-moment-counted counted: {from: result, within: 14日}";
        for value in [
            "{counted: {from: result, within: 14日}}",
            "{from: result, within: 14日}",
            "\n  counted:\n    from: result\n    within: 14日",
            "\n  from: result\n  within: 14日",
        ] {
            assert_eq!(outcome::<Moment>("closes", value).1, expected, "{value}");
        }
        let (_, said) = outcome::<Moment>("closes", "{counted: 14日以内}");
        assert_eq!(said, "bad-moment bad-moment-counted counted: {from: result, within: …}");
    }

    #[test]
    fn what_is_wrong_in_a_part_of_a_moment_is_said_of_that_part() {
        for (value, expected) in [
            (
                "{month: 9, day: 31, year: inferred 2023, because: weekday}",
                "bad-moment-day bad-moment-days-parts month: 9, day: 30",
            ),
            ("{month: 300, day: 1, year: inferred 2023, because: weekday}", "bad-moment-day bad-moment-day-help"),
            ("{month: 9, day: 1, time: ひる, year: inferred 2023, because: weekday}", "bad-time bad-time-help"),
            ("{month: 9, day: 1, weekday: 休, year: inferred 2023, because: weekday}", "bad-weekday bad-weekday-help"),
            ("{month: 9, day: 1, weekday: 木, year: inferred 2023, because: weekday}", "wrong-weekday wrong-weekday-help"),
            ("{month: 9, day: 1, year: 2023, because: weekday}", "bad-inferred-year bad-inferred-year-help"),
            ("{month: 9, day: 1, year: inferred 2023}", "missing-field missing-field-help"),
            ("{fiscal_year: 零}", "bad-fiscal-year bad-fiscal-year-help"),
        ] {
            assert_eq!(outcome::<Moment>("at", value).1, expected, "{value}");
        }
    }
}
