//! How offices write what takes place repeatedly, in Japanese and in English, and how `annai fmt` writes it.

use jiff::civil::{Time, Weekday};

use super::{Per, Recurrence, Rule};
use crate::model::moment::spelling::{time as time_of_day, weekday};
use crate::model::spelling::fold;

/// When on its days it begins and ends.
type Hours = Option<(Time, Option<Time>)>;

/// Reads a rule, and the hours behind it.
pub fn read(text: &str) -> Option<(Rule, Hours)> {
    let folded = fold(text).to_lowercase();
    let folded = folded.trim();
    let (rule, hours) = split_hours(folded);
    let hours = match hours {
        Some(hours) => Some(read_hours(hours)?),
        None => None,
    };
    let rule = rule.trim().trim_end_matches([',', '、', 'の']).trim();
    let rule = rule.strip_suffix("at").unwrap_or(rule).trim();
    let rule = japanese(rule).or_else(|| english(rule))?;
    if matches!(rule, Rule::Times { .. }) && hours.is_some() {
        return None;
    }
    Some((rule, hours))
}

/// The rule, and what stands behind it from the first sign of a time of day on.
fn split_hours(text: &str) -> (&str, Option<&str>) {
    let is_time = |at: usize| {
        let rest = &text[at..];
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let behind = rest[digits..].trim_start();
        let is_number = (1..=2).contains(&digits) && !text[..at].ends_with(|c: char| c.is_ascii_digit() || c == ':');
        let is_hour =
            behind.starts_with([':', '時']) || ["am", "pm", "a.m", "p.m", "noon"].iter().any(|word| behind.starts_with(word));
        (is_number && is_hour) || ["午前", "午後", "正午", "noon"].iter().any(|word| rest.starts_with(word))
    };
    match text.char_indices().map(|(at, _)| at).find(|at| is_time(*at)) {
        Some(at) => (&text[..at], Some(&text[at..])),
        None => (text, None),
    }
}

fn read_hours(text: &str) -> Option<(Time, Option<Time>)> {
    for sign in ["~", "〜", "から", "–", "—", "-", " to "] {
        if let Some((from, to)) = text.split_once(sign) {
            let to = to.trim();
            let to = to.strip_suffix("まで").unwrap_or(to);
            // 「午後3時〜4時半」: the half of the day is said once.
            let half = ["午前", "午後"].into_iter().find(|half| from.trim().starts_with(half) && !to.starts_with('午'));
            let to = half.map_or_else(|| to.to_owned(), |half| format!("{half}{to}"));
            let to = if to == half.unwrap_or_default() { "" } else { &*to };
            let from = time_of_day(from)?;
            return if to.is_empty() { Some((from, None)) } else { Some((from, Some(time_of_day(to).filter(|to| *to > from)?))) };
        }
    }
    let text = text.trim_end_matches("開始").trim_end_matches("締切").trim();
    Some((time_of_day(text)?, None))
}

fn japanese(text: &str) -> Option<Rule> {
    if let Some(rule) = times(text) {
        return Some(rule);
    }
    if let Some(days) = text.strip_prefix("毎週").or_else(|| text.strip_prefix("各週")) {
        return Some(Rule::Weeks { every: 1, days: weekdays(days)? });
    }
    if let Some(days) = text.strip_prefix("隔週") {
        return Some(Rule::Weeks { every: 2, days: weekdays(days)? });
    }
    if let Some(rest) = text.strip_prefix("毎年") {
        let (months, rest) = months(rest)?;
        return of_months(months, rest);
    }
    let rest = ["毎月", "各月"].iter().find_map(|word| text.strip_prefix(word));
    // 「第2金曜日」 stands for every month, a number alone for none.
    let rest = rest.or_else(|| Some(text).filter(|text| text.starts_with('第')))?;
    of_months(Vec::new(), rest)
}

/// `毎日` is no day of the week alone; `月・木曜日`, `月曜日と木曜日`, `月、水、金`.
fn weekdays(text: &str) -> Option<Vec<Weekday>> {
    let text = text.trim_start_matches('の');
    let parts = text.split(['・', '、', ',', 'と', '/', '及']).map(|part| part.trim_start_matches('び').trim());
    let days = parts.filter(|part| !part.is_empty()).map(weekday).collect::<Option<Vec<_>>>()?;
    sorted_days(days)
}

fn sorted_days(mut days: Vec<Weekday>) -> Option<Vec<Weekday>> {
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    (!days.is_empty()).then_some(days)
}

/// `7月・12月の`: the months, and what stands behind them.
fn months(text: &str) -> Option<(Vec<i8>, &str)> {
    let mut rest = text.trim_start_matches('の');
    let mut months = Vec::new();
    loop {
        let end = rest.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=2).contains(end))?;
        let month: i8 = rest[..end].parse().ok().filter(|month| (1..=12).contains(month))?;
        months.push(month);
        let behind = &rest[end..];
        let named = behind.strip_prefix('月');
        let behind = named.unwrap_or(behind);
        match behind.strip_prefix(['・', '、', ',', 'と']) {
            Some(more) if more.starts_with(|c: char| c.is_ascii_digit()) => rest = more,
            _ if named.is_some() => {
                rest = behind.trim_start_matches('の');
                break;
            }
            _ => return None,
        }
    }
    months.sort_unstable();
    months.dedup();
    Some((months, rest))
}

/// `10日`, `1日と15日`, `末日`, `第2金曜日`, `第2・第4金曜日`, `最終金曜日`.
fn of_months(months: Vec<i8>, text: &str) -> Option<Rule> {
    let text = text.trim_start_matches('の').trim();
    if let Some(rest) = text.strip_prefix("最終").or_else(|| text.strip_prefix("最後の")) {
        return Some(Rule::Weekdays { months, numbers: vec![-1], day: weekday(rest.trim_start_matches('の'))? });
    }
    if text.starts_with('第') {
        let start = text.char_indices().find(|(_, c)| "月火水木金土日最".contains(*c)).map(|(at, _)| at)?;
        let (numbers, day) = text.split_at(start);
        let numbers = numbers.split(['・', '、', ',', 'と']).map(|part| part.trim_start_matches('第').trim());
        let numbers = numbers.map(|part| part.parse().ok().filter(|number| (1..=5).contains(number)));
        let numbers = numbers.collect::<Option<Vec<i8>>>()?;
        return Some(Rule::Weekdays { months, numbers: sorted(numbers)?, day: weekday(day)? });
    }
    let day = |part: &str| {
        let part = part.trim();
        if matches!(part, "末日" | "末" | "月末") {
            return Some(-1);
        }
        part.trim_end_matches('日').parse().ok().filter(|day| (1..=99).contains(day))
    };
    let is_named = text.ends_with('日') || text.ends_with('末');
    let days = text.split(['・', '、', ',', 'と']).map(day).collect::<Option<Vec<i8>>>().filter(|_| is_named)?;
    Some(Rule::Days { months, days: sorted(days)? })
}

/// Without doubles, the last of a month behind the others.
fn sorted(mut numbers: Vec<i8>) -> Option<Vec<i8>> {
    numbers.sort_by_key(|number| if *number < 0 { i8::MAX } else { *number });
    numbers.dedup();
    (!numbers.is_empty()).then_some(numbers)
}

/// `年2回`, `月1回`, `週に3回`, `twice a year`, `3 times a month`.
fn times(text: &str) -> Option<Rule> {
    let per = |word: &str| {
        Some(match word {
            "年" | "year" => Per::Year,
            "月" | "month" => Per::Month,
            "週" | "week" => Per::Week,
            _ => return None,
        })
    };
    let of = |count: &str, unit: &str| {
        let count = count.parse().ok().filter(|count| (1..=99).contains(count))?;
        Some(Rule::Times { count, per: per(unit)? })
    };
    if let Some(rest) = text.strip_suffix("程度").unwrap_or(text).strip_suffix('回') {
        let rest = rest.strip_prefix('毎').unwrap_or(rest);
        let rest = rest.strip_prefix("1か").unwrap_or(rest);
        let unit = rest.chars().next()?;
        let count = rest[unit.len_utf8()..].trim_start_matches('間').trim_start_matches('に').trim();
        return of(count, unit.encode_utf8(&mut [0; 4]));
    }
    let (count, unit) = ["a", "per", "each", "every"].iter().find_map(|word| text.split_once(&format!(" {word} ")))?;
    match count.trim() {
        "once" => of("1", unit.trim()),
        "twice" => of("2", unit.trim()),
        other => of(other.strip_suffix(" times")?.trim(), unit.trim()),
    }
}

const ORDINALS: [(&str, i8); 12] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("last", -1),
    ("1st", 1),
    ("2nd", 2),
    ("3rd", 3),
    ("4th", 4),
    ("5th", 5),
    ("final", -1),
];

/// `every Wednesday`, `every other Tuesday`, `second Friday of every month`, `the 10th of each month`, `last day of every month`.
fn english(text: &str) -> Option<Rule> {
    if let Some(rule) = times(text) {
        return Some(rule);
    }
    let text = text.strip_prefix("on ").unwrap_or(text);
    let text = text.strip_prefix("the ").unwrap_or(text);
    let of_month = ["of every month", "of each month", "of the month", "every month", "each month"].iter();
    if let Some(rest) = of_month.clone().find_map(|ending| text.strip_suffix(ending)) {
        return english_month(rest.trim());
    }
    // Every second Friday is one of every second week, or the second of a month: nobody knows.
    if let Some(days) = text.strip_prefix("every other ").or_else(|| text.strip_prefix("every two weeks on ")) {
        return Some(Rule::Weeks { every: 2, days: english_days(days)? });
    }
    let days =
        ["every week on ", "each week on ", "every ", "each ", "weekly on "].iter().find_map(|word| text.strip_prefix(word));
    match days {
        Some(days) => Some(Rule::Weeks { every: 1, days: english_days(days)? }),
        // `Mondays and Thursdays`
        None => Some(Rule::Weeks { every: 1, days: english_days(text.strip_suffix('s')?)? }),
    }
}

fn english_parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(',').flat_map(|part| part.split(" and ")).map(str::trim);
    parts.map(|part| part.strip_prefix("and ").unwrap_or(part)).filter(|part| !part.is_empty())
}

fn english_days(text: &str) -> Option<Vec<Weekday>> {
    let days = english_parts(text).map(|part| weekday(part).or_else(|| weekday(part.strip_suffix('s')?)));
    sorted_days(days.collect::<Option<Vec<_>>>()?)
}

fn english_month(text: &str) -> Option<Rule> {
    let text = text.strip_suffix(',').unwrap_or(text).trim();
    if matches!(text, "last day" | "end" | "final day") {
        return Some(Rule::Days { months: Vec::new(), days: vec![-1] });
    }
    let ordinal = |word: &str| ORDINALS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    if let Some((numbers, day)) = text.rsplit_once(' ')
        && let Some(day) = weekday(day)
    {
        let numbers = english_parts(numbers).map(|part| ordinal(part.strip_prefix("the ").unwrap_or(part)));
        return Some(Rule::Weekdays { months: Vec::new(), numbers: sorted(numbers.collect::<Option<Vec<_>>>()?)?, day });
    }
    let day = |part: &str| {
        let part = part.strip_prefix("the ").unwrap_or(part);
        let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| part.strip_suffix(ending))?;
        number.parse().ok().filter(|day| (1..=99).contains(day))
    };
    Some(Rule::Days { months: Vec::new(), days: sorted(english_parts(text).map(day).collect::<Option<Vec<_>>>()?)? })
}

/// As `annai fmt` writes it, in the script of the text.
pub fn canonical(recurrence: &Recurrence, text: &str) -> String {
    let is_japanese = text.contains(|c: char| c > '\u{2E7F}');
    let mut out = if is_japanese { in_japanese(&recurrence.rule) } else { in_english(&recurrence.rule) };
    if let Some((begins, ends)) = &recurrence.time {
        out.push_str(&format!(" {:02}:{:02}", begins.hour(), begins.minute()));
        if let Some(ends) = ends {
            out.push_str(&format!("–{:02}:{:02}", ends.hour(), ends.minute()));
        }
    }
    out
}

fn in_japanese(rule: &Rule) -> String {
    let letter =
        |day: &Weekday| ["月", "火", "水", "木", "金", "土", "日"][usize::from(day.to_monday_zero_offset().unsigned_abs())];
    let list = |parts: Vec<String>| parts.join("・");
    let of_months = |months: &[i8]| match months {
        [] => "毎月".to_owned(),
        _ => format!("毎年{}", list(months.iter().map(|month| format!("{month}月")).collect())),
    };
    match rule {
        Rule::Weeks { every, days } => {
            let days = list(days.iter().map(|day| letter(day).to_owned()).collect());
            format!("{}{days}曜日", if *every == 1 { "毎週" } else { "隔週" })
        }
        Rule::Days { months, days } => {
            let days = days.iter().map(|day| if *day < 0 { "末日".to_owned() } else { format!("{day}日") });
            format!("{}{}", of_months(months), list(days.collect()))
        }
        Rule::Weekdays { months, numbers, day } => {
            let numbers = numbers.iter().map(|number| if *number < 0 { "最終".to_owned() } else { format!("第{number}") });
            let no = if months.is_empty() { "" } else { "の" };
            format!("{}{no}{}{}曜日", of_months(months), list(numbers.collect()), letter(day))
        }
        Rule::Times { count, per } => {
            let per = match per {
                Per::Week => "週",
                Per::Month => "月",
                Per::Year => "年",
            };
            format!("{per}{count}回")
        }
    }
}

fn in_english(rule: &Rule) -> String {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let name = |day: &Weekday| DAYS[usize::from(day.to_monday_zero_offset().unsigned_abs())];
    let list = |parts: Vec<String>| parts.join(" and ");
    match rule {
        Rule::Weeks { every, days } => {
            let days = list(days.iter().map(|day| name(day).to_owned()).collect());
            format!("{} {days}", if *every == 1 { "every" } else { "every other" })
        }
        Rule::Days { days, .. } => {
            let ending = |day: i8| match day {
                1 | 21 | 31 => "st",
                2 | 22 => "nd",
                3 | 23 => "rd",
                _ => "th",
            };
            let days = days.iter().map(|day| if *day < 0 { "last day".to_owned() } else { format!("{day}{}", ending(*day)) });
            format!("{} of every month", list(days.collect()))
        }
        Rule::Weekdays { numbers, day, .. } => {
            let word = |number: &i8| ORDINALS.iter().find(|(_, known)| known == number).map_or("", |(word, _)| *word).to_owned();
            format!("{} {} of every month", list(numbers.iter().map(word).collect()), name(day))
        }
        Rule::Times { count, per } => {
            let per = match per {
                Per::Week => "week",
                Per::Month => "month",
                Per::Year => "year",
            };
            match count {
                1 => format!("once a {per}"),
                2 => format!("twice a {per}"),
                _ => format!("{count} times a {per}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_offices_write_is_read_and_written_in_one_way() {
        for (text, expected) in [
            ("毎週水曜日", "毎週水曜日"),
            ("毎週（水）", ""),
            ("毎週月・水・金", "毎週月・水・金曜日"),
            ("毎週木曜と月曜", "毎週月・木曜日"),
            ("隔週の火曜日", "隔週火曜日"),
            ("毎月１０日", "毎月10日"),
            ("毎月1日と15日", "毎月1日・15日"),
            ("毎月末", "毎月末日"),
            ("毎月月末", "毎月末日"),
            ("第2金曜日", "毎月第2金曜日"),
            ("毎月第２・４土曜", "毎月第2・第4土曜日"),
            ("毎月最終金曜日", "毎月最終金曜日"),
            ("毎月第2金曜日 午後3時〜4時半", "毎月第2金曜日 15:00–16:30"),
            ("毎月第2金曜日 15時～16時30分", "毎月第2金曜日 15:00–16:30"),
            ("毎週水曜日の13:00から", "毎週水曜日 13:00"),
            ("毎月10日17時締切", "毎月10日 17:00"),
            ("毎年4月1日", "毎年4月1日"),
            ("毎年７月と12月の第1日曜日", "毎年7月・12月の第1日曜日"),
            ("年２回", "年2回"),
            ("毎週1回", "週1回"),
            ("1か月に2回", "月2回"),
            ("every Wednesday", "every Wednesday"),
            ("Every Monday and Thursday at 3 pm", "every Monday and Thursday 15:00"),
            ("Mondays and Thursdays", "every Monday and Thursday"),
            ("every other Tuesday", "every other Tuesday"),
            ("the second Friday of each month", "second Friday of every month"),
            ("2nd and 4th Saturday of the month, 13:00-14:00", "second and fourth Saturday of every month 13:00–14:00"),
            ("last Friday of every month", "last Friday of every month"),
            ("on the 10th of every month", "10th of every month"),
            ("1st and 15th of each month", "1st and 15th of every month"),
            ("last day of the month", "last day of every month"),
            ("twice a year", "twice a year"),
            ("4 times per year", "4 times a year"),
            ("every second Friday", ""),
            ("毎月", ""),
            ("毎月0日", ""),
            ("毎月第6金曜日", ""),
            ("10日", ""),
            ("毎週", ""),
            ("年2回 15:00", ""),
            ("毎月10日 25時", ""),
            ("毎月10日 17:00〜15:00", ""),
            ("sometimes", ""),
            ("", ""),
        ] {
            let written = read(text).map(|(rule, time)| {
                let recurrence = Recurrence { rule, time, span: crate::base::Span::default() };
                canonical(&recurrence, text)
            });
            assert_eq!(written.as_deref().unwrap_or_default(), expected, "{text}");
            if let Some(written) = &written {
                assert_eq!(read(written), read(text), "{text} as {written}");
            }
        }
    }
}
