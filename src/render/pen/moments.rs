//! Moments, periods and what lies between two things.

use jiff::tz::TimeZone;

use super::Pen;
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark};
use crate::model::moment::{Because, FiscalYear, Moment, Period, Year};
use crate::model::way::Way;
use crate::render::made::Written;

impl Pen<'_> {
    /// A moment, and whether its year is inferred.
    pub fn moment(&self, moment: &Moment, zone: &TimeZone) -> Inline {
        let mut out = self.time(moment, zone);
        out.add(&self.inference(moment));
        out
    }

    /// A moment that machines can read, as far as it is precise.
    pub fn time(&self, moment: &Moment, zone: &TimeZone) -> Inline {
        if let Some(known) = self.made_moment(moment, zone) {
            return known.time.clone();
        }
        let mut out = Inline::default();
        let mark = match moment.datetime(zone) {
            Some(datetime) => {
                out.open(Mark::Time).attribute(Attribute::DateTime, &datetime);
                Mark::Time
            }
            None => {
                out.open(Mark::Date);
                Mark::Date
            }
        };
        for (number, part) in self.kit.moment_parts(moment, zone).iter().filter(|part| !part.is_empty()).enumerate() {
            // A line may end between a date and its time of day, and nowhere else.
            if number > 0 {
                out.open(Mark::MayBreak);
            }
            out.text(part);
        }
        out.close(mark);
        out
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
    pub fn inference(&self, moment: &Moment) -> Inline {
        let Year::Inferred { year, because } = &moment.year else { return Inline::default() };
        let year = Arg::Text(self.kit.calendar_year(*year));
        let words = match because {
            Because::Weekday => self.say_with("year_inferred_from_weekday", &[("year", year)]),
            Because::Text(text) => self.labelled(&self.say_with("year_inferred", &[("year", year)]), &self.text(text)),
        };
        let mut out = Inline::of(" ");
        out.open(Mark::Standing).attribute(Attribute::Kind, "inferred").add(&words).close(Mark::Standing);
        out
    }

    /// Is it the zone that the site's moments are in?
    pub fn is_own_zone(&self, zone: &TimeZone) -> bool {
        let own = self.site.file.zone.0.iana_name();
        own.is_some() && own == zone.iana_name()
    }

    /// A moment outside of schedules.
    pub fn date(&self, moment: &Moment) -> Inline {
        self.moment(moment, &self.site.file.zone.0)
    }

    /// A period.
    pub fn period(&self, period: &Period) -> Inline {
        match period {
            Period::At(moment) => self.date(moment),
            Period::Range(from, to) => {
                let part = |moment: &Option<Moment>| moment.as_ref().map(|moment| self.date(moment));
                self.range(part(from), part(to))
            }
        }
    }

    /// From one time to another.
    pub fn range(&self, from: Option<Inline>, to: Option<Inline>) -> Inline {
        self.between(["range_from_to", "range_from", "range_to"], from, to)
    }

    /// From one thing to another.
    pub fn way(&self, from: Option<Inline>, to: Option<Inline>) -> Inline {
        self.between(["way_from_to", "way_from", "way_to"], from, to)
    }

    fn between(&self, [both, only_from, only_to]: [&str; 3], from: Option<Inline>, to: Option<Inline>) -> Inline {
        match (&from, &to) {
            (Some(from), Some(to)) => self.fill(both, &[("from", from), ("to", to)]),
            (Some(from), None) => self.fill(only_from, &[("from", from)]),
            (None, Some(to)) => self.fill(only_to, &[("to", to)]),
            (None, None) => Inline::default(),
        }
    }

    /// How something reaches those who take it in.
    pub fn means(&self, way: &Way) -> Inline {
        let means = || way.way.map(|means| self.say(means.message())).unwrap_or_default();
        way.name.as_ref().map_or_else(means, |name| self.text(name))
    }

    /// A fiscal year with its basis.
    pub fn fiscal_year(&self, year: &FiscalYear) -> Inline {
        Inline::of(self.kit.fiscal_year(year))
    }
}
