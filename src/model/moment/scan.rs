//! Reads a moment piece by piece, in whatever order people write its pieces: date, weekday, time, zone, and words around them.

use jiff::civil::{Time, Weekday};

use super::signs::plain;
use super::vague::{self, Counts, Firm, Part, Until, Vague};
use super::written::{Problem, Written, era_year, weekday};
use crate::model::spelling::digits;

/// A moment, and the era by which its year is counted.
pub struct Found {
    /// What was written.
    pub written: Written,
    /// The index of the era.
    pub era: Option<usize>,
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Minutes from UTC of Japan's time.
const JAPAN: i32 = 9 * 60;

/// Words of a zone, and their offset.
const ZONES: [(&str, i32); 5] =
    [("jst", JAPAN), ("日本時間", JAPAN), ("日本標準時", JAPAN), ("japan time", JAPAN), ("japan standard time", JAPAN)];

/// What says nothing between pieces.
const FILLERS: [&str; 8] = [",", "、", "・", "on ", "at ", "by ", "の", "of "];

/// Reads a moment.
pub fn moment(text: &str) -> Result<Found, Problem> {
    let text = plain(text);
    let mut scan = Scan { rest: &text };
    let (mut date, mut time, mut day, mut offset, mut vague) = (None::<Date>, None::<Clock>, None, None, Vague::default());
    while !scan.rest.trim_start().is_empty() {
        if scan.eat_any(&FILLERS) {
            continue;
        }
        if offset.is_none()
            && let Some(found) = scan.offset(time.is_some())
        {
            offset = Some(found);
        } else if date.is_none()
            && let Some(found) = scan.date()
        {
            date = Some(found);
        } else if day.is_none()
            && let Some(found) = scan.weekday()
        {
            day = Some(found);
        } else if time.is_none()
            && let Some(found) = scan.clock(date.is_some())
        {
            time = Some(found);
        } else if !vague.about && scan.eat_any(&["頃", "ころ", "ごろ", "about ", "around ", "circa ", "c. "]) {
            vague.about = true;
        } else if vague.until.is_none()
            && let Some((until, behind)) = Until::eaten(scan.rest)
        {
            vague.until = Some(until);
            scan.rest = behind;
        } else if (vague.until.is_some() && scan.eat_any(&Until::WHICHEVER_EARLIER))
            || (vague.until.is_some() && date.is_none() && scan.eat_any(&["or ", "又は", "または"]))
            || (date.is_some() && scan.eat_any(&["まで又は", "まで、又は", "までまたは", "まで、または"]))
        {
        } else if vague.counts.is_none()
            && let Some(found) = Counts::ALL.into_iter().find(|counts| scan.eat_remark(counts.words()))
        {
            vague.counts = Some(found);
        } else if vague.firm == Firm::Yes
            && let Some(found) = Firm::MARKED.into_iter().find(|firm| scan.eat_remark(firm.words()))
        {
            vague.firm = found;
        } else {
            let is_time =
                date.is_some() && time.is_none() && scan.rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '午');
            return Err(if is_time { Problem::NoSuchTime } else { Problem::NotAMoment });
        }
    }
    let date = date.ok_or(Problem::NotAMoment)?;
    let day = date.weekday.or(day);
    vague.part = date.part;
    let time = match time {
        Some(Clock::At(time)) => Some(time),
        Some(Clock::EndOfDay) => {
            vague.ends_day = true;
            None
        }
        None => None,
    };
    let has_time = time.is_some() || vague.ends_day;
    if (has_time && date.day.is_none()) || (offset.is_some() && !has_time) || (date.part.is_some() && date.day.is_some()) {
        return Err(Problem::NotAMoment);
    }
    let Date { year, month, day: number, era, other_year, .. } = date;
    if other_year.is_some_and(|other| other != year) {
        return Err(Problem::OutsideEra);
    }
    Ok(Found { written: Written { year, month, day: number, time, weekday: day, vague, offset }, era })
}

/// Reads a time of day alone.
pub fn time(text: &str) -> Option<Time> {
    let text = plain(text);
    let mut scan = Scan { rest: &text };
    let Some(Clock::At(time)) = scan.clock(true) else { return None };
    scan.offset(true);
    scan.rest.trim().is_empty().then_some(time)
}

#[derive(Debug, Default)]
struct Date {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
    era: Option<usize>,
    /// The year by the other calendar, in parentheses behind it.
    other_year: Option<i16>,
    part: Option<Part>,
    weekday: Option<Weekday>,
}

enum Clock {
    At(Time),
    EndOfDay,
}

struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    fn eat(&mut self, word: &str) -> bool {
        match self.rest.trim_start().strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// A remark beside a moment.
    fn eat_remark(&mut self, words: (&[&str], &[&str])) -> bool {
        let behind = vague::behind(self.rest, words);
        self.rest = behind.unwrap_or(self.rest);
        behind.is_some()
    }

    /// A word of letters, whole.
    fn eat_word(&mut self, word: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(word) {
            Some(behind) if !behind.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                self.rest = behind;
                true
            }
            _ => false,
        }
    }

    /// Digits, no fewer and no more than so many.
    fn number(&mut self, least: usize, most: usize) -> Option<u16> {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if end < least || end > most {
            return None;
        }
        let (digits, behind) = rest.split_at_checked(end)?;
        let number = digits.parse().ok()?;
        self.rest = behind;
        Some(number)
    }

    /// One or two digits.
    fn small(&mut self) -> Option<i8> {
        self.number(1, 2).and_then(|number| i8::try_from(number).ok())
    }

    /// What `read` reads; nothing is taken away where it does not.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.rest;
        let found = read(self);
        if found.is_none() {
            self.rest = before;
        }
        found
    }

    fn date(&mut self) -> Option<Date> {
        self.attempt(Self::by_era)
            .or_else(|| self.attempt(Self::by_year))
            .or_else(|| self.attempt(Self::day_first))
            .or_else(|| self.attempt(Self::month_first))
            .or_else(|| self.attempt(Self::season_first))
    }

    /// `令和5年11月14日`, `R5.11.14`, `令和8年（2026年）12月11日`.
    fn by_era(&mut self) -> Option<Date> {
        let (date, rest) = {
            let (year, era, rest) = era_year(self.rest.trim_start())?;
            (Date { year, era: Some(era), ..Date::default() }, rest)
        };
        self.rest = rest;
        self.behind_year(date)
    }

    /// `2023-11-14`, `2023/11/14`, `2023年11月14日`, `2023.11`, `2023`.
    fn by_year(&mut self) -> Option<Date> {
        let year = i16::try_from(self.number(4, 4)?).ok()?;
        self.behind_year(Date { year, ..Date::default() })
    }

    fn behind_year(&mut self, mut date: Date) -> Option<Date> {
        let by_kanji = self.eat("年");
        date.other_year = self.attempt(|scan| {
            let is_open = scan.eat("(");
            let year = match era_year(scan.rest.trim_start()) {
                Some((year, _, rest)) => {
                    scan.rest = rest;
                    year
                }
                None => i16::try_from(scan.number(4, 4)?).ok()?,
            };
            scan.eat("年");
            (is_open && scan.eat(")")).then_some(year)
        });
        let by_kanji = by_kanji || (date.other_year.is_some() && self.eat("年"));
        // A sign of which a month must follow; years of an era need one, or a word.
        let sign = ['-', '/', '.'].into_iter().find(|sign| !by_kanji && self.eat(sign.encode_utf8(&mut [0; 4])));
        if !by_kanji && sign.is_none() && date.era.is_some() {
            return None;
        }
        if sign.is_none() && !by_kanji && date.other_year.is_none() {
            date.part = self.season();
            return Some(date);
        }
        let Some(month) = self.attempt(Self::small) else {
            date.part = self.season();
            return (sign.is_none()).then_some(date);
        };
        date.month = Some(month);
        let by_kanji = self.eat("月");
        let again = !by_kanji && sign.is_some_and(|sign| self.eat(sign.encode_utf8(&mut [0; 4])));
        if !by_kanji && sign.is_none() {
            return None;
        }
        date.part = self.part_of_month();
        if date.part.is_some() {
            return Some(date);
        }
        let day = self.attempt(|scan| {
            let day = scan.small()?;
            if by_kanji { scan.eat("日").then_some(day) } else { Some(day) }
        });
        if again && day.is_none() {
            return None;
        }
        date.day = if by_kanji || again { day } else { None };
        (date.day.is_some() == day.is_some()).then_some(date)
    }

    fn season(&mut self) -> Option<Part> {
        self.part(Part::is_season)
    }

    fn part_of_month(&mut self) -> Option<Part> {
        self.part(|part| !part.is_season())
    }

    fn part(&mut self, is_wanted: impl Fn(Part) -> bool) -> Option<Part> {
        self.eat("の");
        Part::ALL.into_iter().filter(|part| is_wanted(*part)).find(|part| {
            let (japanese, english) = part.words();
            self.eat_any(japanese) || english.iter().any(|word| self.eat_word(word))
        })
    }

    /// `1 September 2026`, `11th of December, 2026`.
    fn day_first(&mut self) -> Option<Date> {
        let day = self.small()?;
        self.ordinal();
        self.eat("of ");
        let month = self.month()?;
        let weekday = self.weekday();
        self.eat(",");
        let year = i16::try_from(self.number(4, 4)?).ok()?;
        Some(Date { year, month: Some(month), day: Some(day), weekday, ..Date::default() })
    }

    /// `September 1, 2026`, `December 2026`, `mid-December 2026`, `December 11 (Fri), 2026`.
    fn month_first(&mut self) -> Option<Date> {
        self.eat_word("the");
        let part = self.part_of_month();
        let _ = self.eat("-") || self.eat("of ");
        let month = self.month()?;
        self.eat(",");
        if let Some(year) = self.attempt(|scan| scan.number(4, 4)) {
            return Some(Date { year: i16::try_from(year).ok()?, month: Some(month), part, ..Date::default() });
        }
        let day = self.small().filter(|_| part.is_none())?;
        self.ordinal();
        let weekday = self.weekday();
        self.eat(",");
        let year = i16::try_from(self.number(4, 4)?).ok()?;
        Some(Date { year, month: Some(month), day: Some(day), weekday, ..Date::default() })
    }

    /// `autumn 2026`.
    fn season_first(&mut self) -> Option<Date> {
        let part = self.season()?;
        self.eat("of ");
        let year = i16::try_from(self.number(4, 4)?).ok()?;
        Some(Date { year, part: Some(part), ..Date::default() })
    }

    fn ordinal(&mut self) {
        let _ = ["st", "nd", "rd", "th"].iter().any(|ending| self.eat_word(ending));
    }

    /// A month by its English name, or the first letters of it.
    fn month(&mut self) -> Option<i8> {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end).filter(|(word, _)| word.len() >= 3)?;
        let at = MONTHS.iter().position(|name| *name == word || (name.starts_with(word) && word.len() <= 4))?;
        self.rest = behind.strip_prefix('.').unwrap_or(behind);
        i8::try_from(at + 1).ok()
    }

    /// `(火)`, `（火・祝）`, `水曜日`, `Tue`, `Friday,`.
    fn weekday(&mut self) -> Option<Weekday> {
        self.attempt(|scan| {
            if scan.eat("(") {
                const BETWEEN: [char; 5] = ['・', '/', ',', '、', ' '];
                let (inside, behind) = scan.rest.split_once(')')?;
                let day = weekday(inside.split(BETWEEN).next()?)?;
                let is_holiday = |word: &str| {
                    matches!(word, "" | "public" | "national") || word.starts_with(['祝', '休', '振']) || word.contains("holiday")
                };
                // A remark that stands in the same brackets is left to be read as one.
                let mut at = 0;
                let mut starts = inside.split(BETWEEN).map(|word| {
                    let start = at;
                    at += word.len() + inside[start + word.len()..].chars().next().map_or(0, char::len_utf8);
                    (start, word)
                });
                let remark = starts.by_ref().skip(1).find(|(_, word)| !is_holiday(word));
                scan.rest = remark.and_then(|(start, _)| scan.rest.get(start..)).unwrap_or(behind);
                return Some(day);
            }
            let rest = scan.rest.trim_start();
            let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (word, behind) = rest.split_at_checked(end)?;
            if let Some(day) = weekday(word) {
                scan.rest = behind.trim_start_matches('.');
                return Some(day);
            }
            let behind = rest.char_indices().nth(1).and_then(|(at, _)| rest.get(at..))?;
            let day = weekday(rest.get(..rest.len() - behind.len())?)?;
            let behind = behind.strip_prefix("曜日").or_else(|| behind.strip_prefix('曜'))?;
            scan.rest = behind;
            Some(day)
        })
    }

    /// `z`, `+09:00`, `jst`, `（日本時間）`. A sign alone is an offset behind a time only.
    fn offset(&mut self, is_behind_time: bool) -> Option<i32> {
        self.attempt(|scan| {
            let is_open = scan.eat("(");
            let offset = ZONES.iter().find_map(|(word, offset)| scan.eat(word).then_some(*offset)).or_else(|| {
                if !is_behind_time {
                    return None;
                }
                if scan.eat_word("z") || scan.eat_word("utc") || scan.eat_word("gmt") {
                    return Some(0);
                }
                let sign = if scan.eat("+") {
                    1
                } else if scan.eat("-") {
                    -1
                } else {
                    return None;
                };
                let hours = scan.number(2, 2)?;
                let minutes = if scan.eat(":") { scan.number(2, 2)? } else { 0 };
                Some(sign * i32::from(hours * 60 + minutes))
            })?;
            (!is_open || scan.eat(")")).then_some(offset)
        })
    }

    /// `12:00`, `正午`, `午後5時半`, `5 p.m.`, `24:00`. A number alone is a time only before or behind a date.
    fn clock(&mut self, is_behind_date: bool) -> Option<Clock> {
        self.attempt(|scan| {
            if is_behind_date {
                scan.eat_word("t");
            }
            if scan.eat("正午") || scan.eat_word("noon") {
                return Time::new(12, 0, 0, 0).ok().map(Clock::At);
            }
            let half = if scan.eat("午前") { Some(0) } else { scan.eat("午後").then_some(12) };
            let hour = scan.small()?;
            let mut is_time = false;
            let minute = if scan.eat("時") {
                is_time = true;
                match scan.attempt(|scan| scan.small().filter(|_| scan.eat("分"))) {
                    Some(minute) => {
                        scan.attempt(|scan| scan.small().filter(|_| scan.eat("秒")));
                        minute
                    }
                    None if scan.eat("半") => 30,
                    None => 0,
                }
            } else if scan.rest.starts_with(':') && scan.eat(":") {
                is_time = true;
                let minute = i8::try_from(scan.number(2, 2)?).ok()?;
                if scan.eat(":") {
                    scan.number(2, 2)?;
                    let _ = scan.eat(".") && scan.number(1, 9).is_some();
                }
                minute
            } else {
                0
            };
            let english = if ["a.m.", "am", "a.m"].iter().any(|word| scan.eat_word(word)) {
                Some(0)
            } else {
                ["p.m.", "pm", "p.m"].iter().any(|word| scan.eat_word(word)).then_some(12)
            };
            // `12:00 noon`.
            if !is_time && english.is_none() && !scan.eat_word("noon") {
                return None;
            }
            scan.eat_word("noon");
            let hour = match half.or(english) {
                Some(offset) if hour < 12 => hour + offset,
                // Twelve at night is 0, twelve at noon 12, as clocks of twelve hours have it.
                Some(offset) if english.is_some() && hour == 12 => offset,
                Some(_) => return None,
                None => hour,
            };
            if hour == 24 && minute == 0 {
                return Some(Clock::EndOfDay);
            }
            Time::new(hour, minute, 0, 0).ok().map(Clock::At)
        })
    }
}

/// A month and a day without a year, written one way or another.
pub fn yearless(text: &str) -> Option<(i8, i8)> {
    let text = digits(&plain(text));
    let mut scan = Scan { rest: &text };
    let found = scan
        .attempt(|scan| {
            let month = scan.small()?;
            (scan.eat("月") || scan.eat("/")).then_some(())?;
            let day = scan.small()?;
            scan.eat("日");
            Some((month, day))
        })
        .or_else(|| {
            scan.attempt(|scan| {
                let day = scan.small()?;
                scan.ordinal();
                Some((scan.month()?, day))
            })
        })
        .or_else(|| {
            scan.attempt(|scan| {
                let month = scan.month()?;
                let day = scan.small()?;
                scan.ordinal();
                Some((month, day))
            })
        })?;
    scan.weekday();
    scan.rest.trim().is_empty().then_some(found).filter(|(month, day)| (1..=12).contains(month) && (1..=31).contains(day))
}
