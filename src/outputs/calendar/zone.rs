//! `VTIMEZONE` (RFC 5545, 3.6.5): the offsets of a time zone over the time of a calendar's events.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::lines::Lines;

/// Calendars read no local times before this one: where nothing changed since, an offset holds from here.
const BEGINNING: &str = "19700101T000000";

/// Writes the zone under the name that the events give it.
pub fn write(lines: &mut Lines, name: &str, zone: &TimeZone, first: Timestamp, last: Timestamp) {
    lines.line("BEGIN", "VTIMEZONE");
    lines.line("TZID", name);
    // The change before the first event; that at its very instant counts too.
    let after_first = Timestamp::from_second(first.as_second() + 1).unwrap_or(first);
    let before = zone.preceding(after_first).next().map(|change| change.timestamp());
    match before.filter(|change| *change > Timestamp::UNIX_EPOCH) {
        Some(change) => observance(lines, zone, change),
        None => {
            let info = zone.to_offset_info(first);
            period(lines, info.dst().is_dst(), BEGINNING, info.offset(), info.offset(), info.abbreviation());
        }
    }
    for change in zone.following(first).take_while(|change| change.timestamp() <= last) {
        observance(lines, zone, change.timestamp());
    }
    lines.line("END", "VTIMEZONE");
}

/// From one change of the offset to the next.
fn observance(lines: &mut Lines, zone: &TimeZone, change: Timestamp) {
    let from = Timestamp::from_second(change.as_second() - 1).map_or(Offset::UTC, |before| zone.to_offset(before));
    let info = zone.to_offset_info(change);
    // Its beginning is told by the clock that it ends.
    let begins = from.to_datetime(change).strftime("%Y%m%dT%H%M%S").to_string();
    period(lines, info.dst().is_dst(), &begins, from, info.offset(), info.abbreviation());
}

fn period(lines: &mut Lines, is_dst: bool, begins: &str, from: Offset, to: Offset, name: &str) {
    let kind = if is_dst { "DAYLIGHT" } else { "STANDARD" };
    lines.line("BEGIN", kind);
    lines.line("DTSTART", begins);
    lines.line("TZOFFSETFROM", &offset(from));
    lines.line("TZOFFSETTO", &offset(to));
    lines.text("TZNAME", name);
    lines.line("END", kind);
}

/// `+0900`, `-0330`; with seconds where the offset has some.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, seconds) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{sign}{hours:02}{minutes:02}") } else { format!("{sign}{hours:02}{minutes:02}{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, first: &str, last: &str) -> String {
        let mut lines = Lines::default();
        write(&mut lines, name, &TimeZone::get(name).unwrap(), first.parse().unwrap(), last.parse().unwrap());
        lines.finish()
    }

    #[test]
    fn japan_has_one_offset() {
        let expected = "BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\n\
                        TZOFFSETTO:+0900\r\nTZNAME:JST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
        assert_eq!(written("Asia/Tokyo", "2023-11-01T03:00:00Z", "2024-02-01T03:00:00Z"), expected);
    }

    #[test]
    fn a_change_at_the_very_instant_of_the_first_or_last_event_is_told() {
        let begins = |first, last| {
            let file = written("America/New_York", first, last);
            file.lines().filter_map(|line| line.strip_prefix("DTSTART:")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(begins("2024-03-10T07:00:00Z", "2024-03-11T00:00:00Z"), ["20240310T020000"]);
        assert_eq!(begins("2024-03-10T06:59:59Z", "2024-03-10T07:00:00Z"), ["20231105T020000", "20240310T020000"]);
        assert_eq!(begins("2024-03-10T06:59:58Z", "2024-03-10T06:59:59Z"), ["20231105T020000"]);
    }

    #[test]
    fn an_offset_has_a_sign_and_seconds_where_it_has_some() {
        let of = |seconds| offset(Offset::from_seconds(seconds).unwrap());
        assert_eq!([0, 1, -1, 9 * 3600, -12_600].map(of), ["+0000", "+000001", "-000001", "+0900", "-0330"]);
    }

    #[test]
    fn a_change_of_the_clock_between_events_is_told_by_the_clock_that_it_ends() {
        let file = written("America/New_York", "2024-01-01T00:00:00Z", "2024-12-01T00:00:00Z");
        let begins: Vec<&str> = file.lines().filter_map(|line| line.strip_prefix("DTSTART:")).collect();
        assert_eq!(begins, ["20231105T020000", "20240310T020000", "20241103T020000"]);
        let kinds: Vec<&str> = file.lines().filter_map(|line| line.strip_prefix("BEGIN:")).collect();
        assert_eq!(kinds, ["VTIMEZONE", "STANDARD", "DAYLIGHT", "STANDARD"]);
        assert!(file.contains("DTSTART:20240310T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nTZNAME:EDT\r\n"));
    }
}
