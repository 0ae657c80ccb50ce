//! Moments and windows as precise as they are known.

use icu::calendar::Gregorian;
use icu::datetime::DateTimeFormatterPreferences;
use icu::datetime::fieldsets::enums::{CalendarPeriodFieldSet, CompositeDateTimeFieldSet, DateAndTimeFieldSet, DateFieldSet};
use icu::datetime::fieldsets::{M, MDE, Y, YM, YMDE};
use icu::datetime::input::{Date, DateTime, Time};
use icu::datetime::preferences::HourCycle;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use super::eras::Eras;
use super::pattern::{Fields, Pattern};
use super::template::Template;
use super::zones::Zones;
use crate::base::Language;
use crate::model::moment::spelling::Written;
use crate::model::moment::vague::{Counts, Firm, Part, Until};
use crate::model::moment::{Basis, FiscalYear, Moment, Year};
use crate::render::messages::Messages;

/// A moment in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// What was written, with the zone where the language shows it: `9月1日（金）正午`.
    pub written: String,
    /// The year, where it was not written but inferred: `2023年`.
    pub inferred_year: Option<String>,
}

/// How a language writes dates.
#[derive(Debug)]
pub(super) struct Dates {
    with_year: Patterns,
    without_year: Patterns,
    /// The number of a year alone, without the word that some languages put after it.
    bare_year: Option<Pattern>,
    weekdays: [String; 7],
    months: [String; 12],
    eras: Option<Eras>,
    zones: Zones,
    with_zone: Template,
    from_to: Template,
    from: Template,
    until: Template,
    inferred: Template,
    end_of_day: Template,
    about: Template,
    /// For each of `Counts::ALL`.
    counts: [Template; Counts::ALL.len()],
    /// For each of `Until::ALL`: beside a date, and alone.
    until_ended: [(Template, String); Until::ALL.len()],
    not_fixed: String,
    not_fixed_expected: Template,
    /// For each of `Firm::MARKED`.
    firm: [Template; Firm::MARKED.len()],
    /// For each of `Part::ALL`.
    parts: [Template; Part::ALL.len()],
    fiscal: Template,
    fiscal_with_basis: Template,
    training_start: String,
    recruitment: String,
}

/// One pattern for each precision.
#[derive(Debug)]
struct Patterns {
    year: Option<Pattern>,
    month: Option<Pattern>,
    day: Option<Pattern>,
    minute: Option<Pattern>,
    /// Missing where the language has no word for it: then 12:00.
    noon: Option<Pattern>,
}

impl Dates {
    pub fn new(language: &Language, messages: &Messages) -> Self {
        let english = Language::parse("en").filter(|_| !has_names(language));
        let language = english.as_ref().unwrap_or(language);
        let preferences = preferences(language);
        // Patterns of another language are of no use: each language orders the fields in its own way. Nor is one of them beside
        // others of its own: what is missing is ICU's.
        let is_own = {
            let patterns_of = messages.setting("date_pattern_language");
            language.own().any(|own| own.as_str().eq_ignore_ascii_case(&patterns_of))
        };
        let own_text = |id: &str| if english.is_some() { Some(messages.setting(id)) } else { messages.own_setting(id) };
        let mut fields = Fields::new(preferences);
        let weekdays = std::array::from_fn(|day| name(&mut fields, "EEEE", 1, day));
        let months = std::array::from_fn(|month| name(&mut fields, "MMMM", month, 0));
        let mut pattern = |id: &str, icu: Option<CompositeDateTimeFieldSet>| {
            let own = is_own.then(|| own_text(id)).flatten().and_then(|text| fields.pattern(&text));
            own.or_else(|| fields.of_icu(icu?))
        };
        let template = |id: &str, names: &[&str]| Template::load(messages, id, names);
        Self {
            with_year: Patterns {
                year: pattern("date_pattern_year", period(CalendarPeriodFieldSet::Y(Y::long()))),
                month: pattern("date_pattern_month", period(CalendarPeriodFieldSet::YM(YM::long()))),
                day: pattern("date_pattern_day", day(DateFieldSet::YMDE(YMDE::long()))),
                minute: pattern("date_pattern_minute", minute(DateAndTimeFieldSet::YMDET(YMDE::long().with_time_hm()))),
                noon: pattern("date_pattern_noon", None),
            },
            without_year: Patterns {
                year: None,
                month: pattern("date_pattern_yearless_month", period(CalendarPeriodFieldSet::M(M::long()))),
                day: pattern("date_pattern_yearless_day", day(DateFieldSet::MDE(MDE::long()))),
                minute: pattern("date_pattern_yearless_minute", minute(DateAndTimeFieldSet::MDET(MDE::long().with_time_hm()))),
                noon: pattern("date_pattern_yearless_noon", None),
            },
            bare_year: fields.pattern("y"),
            weekdays,
            months,
            eras: if is_own { Eras::new(preferences, messages) } else { None },
            zones: Zones::new(preferences, is_own.then(|| own_text("zone_asia_tokyo")).flatten()),
            with_zone: template("date_with_zone", &["moment", "zone"]),
            from_to: template("date_from_to", &["from", "to"]),
            from: template("date_from", &["from"]),
            until: template("date_until", &["to"]),
            inferred: template("date_inferred_year", &["moment", "year"]),
            end_of_day: template("date_end_of_day", &["moment"]),
            about: template("date_about", &["moment"]),
            counts: Counts::ALL.map(|counts| template(counts.message(), &["moment"])),
            until_ended: Until::ALL
                .map(Until::messages)
                .map(|(beside, alone)| (template(beside, &["moment"]), messages.text(alone))),
            not_fixed: messages.text("date_not_fixed"),
            not_fixed_expected: template("date_not_fixed_expected", &["moment"]),
            firm: Firm::MARKED.map(|firm| template(firm.message().unwrap_or_default(), &["moment"])),
            parts: Part::ALL.map(|part| template(part.message(), &["moment"])),
            fiscal: template("fiscal_year", &["year"]),
            fiscal_with_basis: template("fiscal_year_with_basis", &["year", "basis"]),
            training_start: messages.text(Basis::TrainingStart.message()),
            recruitment: messages.text(Basis::Recruitment.message()),
        }
    }

    pub fn moment(&self, moment: &Moment, zone: &TimeZone) -> String {
        self.with_inferred_year(self.parts(moment, zone))
    }

    pub fn parts(&self, moment: &Moment, zone: &TimeZone) -> Parts {
        let mut parts = self.parts_without_zone(moment);
        if moment.is_to_the_minute()
            && let Some(name) = moment.start(zone).and_then(|at| self.zones.name(zone, at))
        {
            parts.written = self.with_zone.fill(&[&parts.written, &name]);
        }
        self.with_remarks(parts, moment)
    }

    pub fn window(&self, opens: Option<&Moment>, closes: Option<&Moment>, zone: &TimeZone) -> String {
        let (opens, closes) = match (opens, closes) {
            (Some(opens), Some(closes)) => (opens, closes),
            (Some(opens), None) => return self.from.fill(&[&self.moment(opens, zone)]),
            (None, Some(closes)) => return self.until.fill(&[&self.moment(closes, zone)]),
            (None, None) => return String::new(),
        };
        let mut to = self.parts(closes, zone);
        let mut from = match closes.is_to_the_minute() {
            true => self.with_remarks(self.parts_without_zone(opens), opens),
            false => self.parts(opens, zone),
        };
        // A year that was inferred for both is said once.
        let inferred_year = to.inferred_year.take_if(|year| from.inferred_year.as_ref() == Some(year));
        if inferred_year.is_some() {
            from.inferred_year = None;
        }
        let written = self.from_to.fill(&[&self.with_inferred_year(from), &self.with_inferred_year(to)]);
        self.with_inferred_year(Parts { written, inferred_year })
    }

    pub fn fiscal_year(&self, year: &FiscalYear) -> String {
        let number = self.year_number(year.year);
        match year.basis {
            None => self.fiscal.fill(&[&number]),
            Some(Basis::TrainingStart) => self.fiscal_with_basis.fill(&[&number, &self.training_start]),
            Some(Basis::Recruitment) => self.fiscal_with_basis.fill(&[&number, &self.recruitment]),
        }
    }

    pub fn weekday(&self, day: Weekday) -> &str {
        let at = usize::from(day.to_monday_zero_offset().unsigned_abs());
        self.weekdays.get(at).map_or("", String::as_str)
    }

    pub fn month(&self, month: i8) -> &str {
        let at = usize::from(month.unsigned_abs()).saturating_sub(1);
        self.months.get(at).map_or("", String::as_str)
    }

    pub fn era_year(&self, moment: &Moment) -> Option<String> {
        self.eras.as_ref()?.year(moment)
    }

    fn with_inferred_year(&self, parts: Parts) -> String {
        match parts.inferred_year {
            Some(year) => self.inferred.fill(&[&parts.written, &year]),
            None => parts.written,
        }
    }

    /// What is said where there is no date.
    fn undated(&self, moment: &Moment, expected: Option<Written>) -> String {
        let until = moment.vague.until.and_then(|until| Until::ALL.iter().position(|known| *known == until));
        if let Some((_, alone)) = until.and_then(|at| self.until_ended.get(at)) {
            return alone.clone();
        }
        let Some(Written { year, month, day, time, vague, .. }) = expected else { return self.not_fixed.clone() };
        let expected = Moment { year: Year::Calendar(year), month, day, time, has_weekday: false, vague, span: moment.span };
        self.not_fixed_expected.fill(&[&self.written(&expected, &self.with_year)])
    }

    fn parts_without_zone(&self, moment: &Moment) -> Parts {
        let year = moment.year_number();
        match moment.year {
            Year::Undated { expected } => Parts { written: self.undated(moment, expected), inferred_year: None },
            Year::Fiscal(_) => Parts { written: self.fiscal.fill(&[&self.year_number(year)]), inferred_year: None },
            Year::Calendar(_) => Parts { written: self.written(moment, &self.with_year), inferred_year: None },
            Year::Inferred { .. } => {
                Parts { written: self.written(moment, &self.without_year), inferred_year: Some(self.year(year)) }
            }
        }
    }

    fn written(&self, moment: &Moment, patterns: &Patterns) -> String {
        let pattern = match (moment.month, moment.day, moment.time) {
            (None, ..) => &patterns.year,
            (Some(_), None, _) => &patterns.month,
            (Some(_), Some(_), None) => &patterns.day,
            (Some(_), Some(_), Some(time)) if patterns.noon.is_some() && time.hour() == 12 && time.minute() == 0 => {
                &patterns.noon
            }
            (Some(_), Some(_), Some(_)) => &patterns.minute,
        };
        let time =
            moment.time.and_then(|time| Time::try_new(time.hour().unsigned_abs(), time.minute().unsigned_abs(), 0, 0).ok());
        let [month, day] = [moment.month, moment.day].map(|number| number.map_or(1, i8::unsigned_abs));
        let input = date_time(moment.year_number(), month, day, time.unwrap_or(Time::start_of_day()));
        let text = pattern.as_ref().zip(input).map_or_else(|| bare(moment), |(pattern, input)| pattern.format(&input));
        self.with_words(text, moment)
    }

    /// With the words for what the moment leaves open: `12月中旬`, `around December 2026`; and the end of its day.
    fn with_words(&self, mut text: String, moment: &Moment) -> String {
        let vague = moment.vague;
        if vague.ends_day {
            text = self.end_of_day.fill(&[&text]);
        }
        let part = vague.part.and_then(|part| Part::ALL.iter().position(|known| *known == part));
        if let Some(words) = part.and_then(|at| self.parts.get(at)) {
            text = words.fill(&[&text]);
        }
        if vague.about { self.about.fill(&[&text]) } else { text }
    }

    /// With what counts as in time, and how firm it is, behind the zone.
    fn with_remarks(&self, mut parts: Parts, moment: &Moment) -> Parts {
        let counts = moment.vague.counts.and_then(|counts| Counts::ALL.iter().position(|known| *known == counts));
        let firm = Firm::MARKED.iter().position(|known| *known == moment.vague.firm);
        let until = moment.vague.until.filter(|_| !moment.is_undated());
        let until = until.and_then(|until| Until::ALL.iter().position(|known| *known == until));
        let until = until.and_then(|at| self.until_ended.get(at)).map(|(beside, _)| beside);
        let counts = counts.and_then(|at| self.counts.get(at));
        for words in [counts, until, firm.and_then(|at| self.firm.get(at))].into_iter().flatten() {
            parts.written = words.fill(&[&parts.written]);
        }
        parts
    }

    /// A year as it stands alone: `2023年`.
    fn year(&self, year: i16) -> String {
        year_by(self.with_year.year.as_ref(), year)
    }

    /// A year as it stands before a word: `2023`.
    pub fn year_number(&self, year: i16) -> String {
        year_by(self.bare_year.as_ref(), year)
    }
}

/// A name of a month or weekday. January 2024 began on a Monday.
fn name(fields: &mut Fields, pattern: &str, month: usize, day: usize) -> String {
    let small = |number: usize| u8::try_from(number + 1).unwrap_or(1);
    let month = if pattern == "EEEE" { 1 } else { small(month) };
    let input = date_time(2024, month, small(day), Time::start_of_day());
    fields.pattern(pattern).zip(input).map(|(pattern, input)| pattern.format(&input)).unwrap_or_default()
}

fn preferences(language: &Language) -> DateTimeFormatterPreferences {
    let mut preferences = DateTimeFormatterPreferences::from(&language.locale());
    preferences.hour_cycle = Some(HourCycle::H23);
    preferences
}

/// Has ICU names of months in this language? Else it would write `M11`.
fn has_names(language: &Language) -> bool {
    let january =
        |preferences| Some(Fields::new(preferences).pattern("MMMM")?.format(&date_time(2024, 1, 1, Time::start_of_day())?));
    january(preferences(language)) != january(DateTimeFormatterPreferences::default())
}

fn period(fields: CalendarPeriodFieldSet) -> Option<CompositeDateTimeFieldSet> {
    Some(CompositeDateTimeFieldSet::CalendarPeriod(fields))
}

fn day(fields: DateFieldSet) -> Option<CompositeDateTimeFieldSet> {
    Some(CompositeDateTimeFieldSet::Date(fields))
}

fn minute(fields: DateAndTimeFieldSet) -> Option<CompositeDateTimeFieldSet> {
    Some(CompositeDateTimeFieldSet::DateTime(fields))
}

fn year_by(pattern: Option<&Pattern>, year: i16) -> String {
    let input = date_time(year, 1, 1, Time::start_of_day());
    pattern.zip(input).map_or_else(|| year.to_string(), |(pattern, input)| pattern.format(&input))
}

fn date_time(year: i16, month: u8, day: u8, time: Time) -> Option<DateTime<Gregorian>> {
    Some(DateTime { date: Date::try_new_gregorian(i32::from(year), month, day).ok()?, time })
}

/// What is left when a moment is no day of the calendar; the model does not make such.
fn bare(moment: &Moment) -> String {
    let parts = [Some(moment.year_number().to_string()), moment.month.map(|n| n.to_string()), moment.day.map(|n| n.to_string())];
    let mut text = parts.into_iter().flatten().collect::<Vec<_>>().join("-");
    if let Some(time) = moment.time {
        text.push_str(&format!(" {:02}:{:02}", time.hour(), time.minute()));
    }
    text
}
