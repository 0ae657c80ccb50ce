//! Moments, periods and what lies between two things, as HTML.

use jiff::tz::TimeZone;

use super::{Pen, escape, escape_into};
use crate::base::Arg;
use crate::model::moment::{Because, FiscalYear, Moment, Period, Year};
use crate::render::made::Written;

impl Pen<'_> {
    /// A moment, and whether its year is inferred.
    pub fn moment(&self, moment: &Moment, zone: &TimeZone) -> String {
        self.time(moment, zone) + &self.inference(moment)
    }

    /// A moment in a `time` element.
    pub fn time(&self, moment: &Moment, zone: &TimeZone) -> String {
        if let Some(known) = self.made_moment(moment, zone) {
            return known.html.to_string();
        }
        let mut words = String::new();
        for part in self.kit.moment_parts(moment, zone).iter().filter(|part| !part.is_empty()) {
            // A line may end between a date and its time of day, and nowhere else.
            words.push_str(if words.is_empty() { "" } else { "<wbr>" });
            escape_into(part, &mut words);
        }
        match moment.datetime(zone) {
            Some(datetime) => ["<time datetime=\"", &datetime, "\">", &words, "</time>"].concat(),
            None => format!("<span class=\"date\">{words}</span>"),
        }
    }

    /// A moment as plain text.
    pub fn moment_text(&self, moment: &Moment, zone: &TimeZone) -> String {
        let known = self.made_moment(moment, zone);
        known.map_or_else(|| self.kit.moment(moment, zone), |known| known.text.to_string())
    }

    fn made_moment(&self, moment: &Moment, zone: &TimeZone) -> Option<&Written> {
        self.made.filter(|_| self.is_own_zone(zone))?.moment(moment)
    }

    /// What the year of a moment is inferred from, to stand after it or its sentence; nothing of a year that is written.
    pub fn inference(&self, moment: &Moment) -> String {
        let Year::Inferred { year, because } = &moment.year else { return String::new() };
        let year = Arg::Text(self.kit.calendar_year(*year));
        let words = match because {
            Because::Weekday => self.say_with("year_inferred_from_weekday", &[("year", year)]),
            Because::Text(text) => {
                format!("{}{}{}", self.say_with("year_inferred", &[("year", year)]), self.kit.separator(), self.text(text))
            }
        };
        format!(" <span class=\"standing inferred\">{words}</span>")
    }

    /// Is it the zone that the site's moments are in?
    pub fn is_own_zone(&self, zone: &TimeZone) -> bool {
        let own = self.site.file.zone.0.iana_name();
        own.is_some() && own == zone.iana_name()
    }

    /// A moment outside of schedules.
    pub fn date(&self, moment: &Moment) -> String {
        self.moment(moment, &self.site.file.zone.0)
    }

    /// A period.
    pub fn period(&self, period: &Period) -> String {
        match period {
            Period::At(moment) => self.date(moment),
            Period::Range(from, to) => {
                let part = |moment: &Option<Moment>| moment.as_ref().map(|moment| self.date(moment));
                self.range(part(from), part(to))
            }
        }
    }

    /// From one time to another, both already HTML.
    pub fn range(&self, from: Option<String>, to: Option<String>) -> String {
        self.between(["range_from_to", "range_from", "range_to"], from, to)
    }

    /// From one thing to another, both already HTML.
    pub fn way(&self, from: Option<String>, to: Option<String>) -> String {
        self.between(["way_from_to", "way_from", "way_to"], from, to)
    }

    fn between(&self, [both, only_from, only_to]: [&str; 3], from: Option<String>, to: Option<String>) -> String {
        const FROM: &str = "\u{E000}";
        const TO: &str = "\u{E001}";
        let words = match (&from, &to) {
            (Some(_), Some(_)) => self.say_with(both, &[("from", Arg::from(FROM)), ("to", Arg::from(TO))]),
            (Some(_), None) => self.say_with(only_from, &[("from", Arg::from(FROM))]),
            (None, Some(_)) => self.say_with(only_to, &[("to", Arg::from(TO))]),
            (None, None) => String::new(),
        };
        words.replace(FROM, &from.unwrap_or_default()).replace(TO, &to.unwrap_or_default())
    }

    /// A fiscal year with its basis.
    pub fn fiscal_year(&self, year: &FiscalYear) -> String {
        escape(&self.kit.fiscal_year(year))
    }
}
