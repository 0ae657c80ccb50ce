//! Comparisons as people word them: `約10万円`, `2〜3年`, `up to 3`.

use super::Comparison;

/// A value with the words around it that say how it bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Worded<T> {
    /// The comparison.
    pub value: Comparison<T>,
    /// Both ends of a range are rounded: `2万円〜3万円程度`.
    pub approximate: bool,
    /// The key under which a value that is no range is written: `from` for `10万円〜`, `at_least` for `10万円以上`.
    key: &'static str,
}

impl<T> Worded<T> {
    /// The value alone.
    pub fn exact(value: T) -> Self {
        Self { value: Comparison::Is(value), approximate: false, key: "is" }
    }

    /// That much or more.
    pub fn at_least(value: T) -> Self {
        Self { value: Comparison::AtLeast(value), approximate: false, key: "at_least" }
    }

    /// Its one value, or both.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        let (first, second) = match &self.value {
            Comparison::Range(from, to) => (from, Some(to)),
            Comparison::Is(value)
            | Comparison::AtLeast(value)
            | Comparison::MoreThan(value)
            | Comparison::AtMost(value)
            | Comparison::LessThan(value)
            | Comparison::About(value) => (value, None),
        };
        std::iter::once(first).chain(second)
    }

    /// What stands between `{` and `}` where the comparison is written with keys.
    pub fn entries(&self, show: impl Fn(&T) -> String) -> Vec<(&'static str, String)> {
        match &self.value {
            Comparison::Range(from, to) => {
                let mut entries = vec![("from", show(from)), ("to", show(to))];
                if self.approximate {
                    entries.push(("approximate", "true".to_owned()));
                }
                entries
            }
            Comparison::Is(value)
            | Comparison::AtLeast(value)
            | Comparison::MoreThan(value)
            | Comparison::AtMost(value)
            | Comparison::LessThan(value)
            | Comparison::About(value) => vec![(self.key, show(value))],
        }
    }

    /// As it is written in a record: the value alone, or `{about: 100000}`.
    pub fn canonical(&self, show: impl Fn(&T) -> String) -> String {
        match &self.value {
            Comparison::Is(value) => show(value),
            _ => in_braces(&self.entries(show)),
        }
    }
}

/// `{is: 30000, per: month}`.
pub fn in_braces(entries: &[(&'static str, String)]) -> String {
    let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("{{{}}}", entries.join(", "))
}

#[derive(Clone, Copy)]
enum Bound {
    AtLeast,
    From,
    MoreThan,
    AtMost,
    To,
    LessThan,
    About,
}

impl Bound {
    fn of<T>(self, value: T) -> Worded<T> {
        let (value, key) = match self {
            Self::AtLeast => (Comparison::AtLeast(value), "at_least"),
            Self::From => (Comparison::AtLeast(value), "from"),
            Self::MoreThan => (Comparison::MoreThan(value), "more_than"),
            Self::AtMost => (Comparison::AtMost(value), "at_most"),
            Self::To => (Comparison::AtMost(value), "to"),
            Self::LessThan => (Comparison::LessThan(value), "less_than"),
            Self::About => (Comparison::About(value), "about"),
        };
        Worded { value, approximate: false, key }
    }
}

/// Words before a value. The longer ones stand before those that they begin with.
const BEFORE: [(&str, Bound); 34] = [
    ("約", Bound::About),
    ("およそ", Bound::About),
    ("おおよそ", Bound::About),
    ("おおむね", Bound::About),
    ("概ね", Bound::About),
    ("approximately ", Bound::About),
    ("approx. ", Bound::About),
    ("approx ", Bound::About),
    ("about ", Bound::About),
    ("around ", Bound::About),
    ("roughly ", Bound::About),
    ("ca. ", Bound::About),
    ("最大", Bound::AtMost),
    ("最長", Bound::AtMost),
    ("最高", Bound::AtMost),
    ("上限は", Bound::AtMost),
    ("上限", Bound::AtMost),
    ("up to ", Bound::AtMost),
    ("at most ", Bound::AtMost),
    ("no more than ", Bound::AtMost),
    ("maximum of ", Bound::AtMost),
    ("maximum ", Bound::AtMost),
    ("max. ", Bound::AtMost),
    ("最低", Bound::AtLeast),
    ("最短", Bound::AtLeast),
    ("最少", Bound::AtLeast),
    ("下限", Bound::AtLeast),
    ("at least ", Bound::AtLeast),
    ("minimum of ", Bound::AtLeast),
    ("minimum ", Bound::AtLeast),
    ("less than ", Bound::LessThan),
    ("under ", Bound::LessThan),
    ("more than ", Bound::MoreThan),
    ("over ", Bound::MoreThan),
];

/// Words behind a value. The longer ones stand before those that they end with.
const BEHIND: [(&str, Bound); 40] = [
    ("程度", Bound::About),
    ("前後", Bound::About),
    ("ほど", Bound::About),
    ("くらい", Bound::About),
    ("ぐらい", Bound::About),
    ("見当", Bound::About),
    ("を超える", Bound::MoreThan),
    ("超える", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("未満", Bound::LessThan),
    ("以上", Bound::AtLeast),
    ("を下限", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("を上限とする", Bound::AtMost),
    ("を上限", Bound::AtMost),
    ("が上限", Bound::AtMost),
    ("上限", Bound::AtMost),
    ("を限度", Bound::AtMost),
    ("限度", Bound::AtMost),
    ("が限度", Bound::AtMost),
    ("まで", Bound::To),
    ("から", Bound::From),
    ("より", Bound::From),
    (" or more", Bound::AtLeast),
    (" or less", Bound::AtMost),
    (" or fewer", Bound::AtMost),
    (" or longer", Bound::AtLeast),
    (" or older", Bound::AtLeast),
    (" or over", Bound::AtLeast),
    (" and over", Bound::AtLeast),
    (" or above", Bound::AtLeast),
    (" and above", Bound::AtLeast),
    (" or higher", Bound::AtLeast),
    (" or younger", Bound::AtMost),
    (" or under", Bound::AtMost),
    (" and under", Bound::AtMost),
    (" or below", Bound::AtMost),
    (" and below", Bound::AtMost),
    (" or lower", Bound::AtMost),
];

/// What stands between the two ends of a range, or beside its only end.
const BETWEEN: [&str; 9] = ["~", "〜", "–", "—", "から", "より", " to ", " - ", "-"];

/// Reads a text, folded, whose value `parse` reads. Nothing where it is not one value or two.
pub fn read<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Worded<T>> {
    let text = text.trim();
    if let Some(value) = parse(text) {
        return Some(Worded::exact(value));
    }
    if let Some(range) = BETWEEN.iter().find_map(|sign| range(text, sign, &parse)) {
        return Some(range);
    }
    if let Some(both) = both_bounds(text, &parse) {
        return Some(both);
    }
    let lower = text.to_ascii_lowercase();
    let before =
        BEFORE.iter().find_map(|(word, bound)| Some((text.get(lower.strip_prefix(word).map(|_| word.len())?..)?, bound)));
    let behind = || BEHIND.iter().find_map(|(word, bound)| Some((text.get(..lower.strip_suffix(word)?.len())?, bound)));
    let (rest, bound) = before.or_else(behind)?;
    let inner = read(rest, parse)?;
    match (&inner.value, bound) {
        (Comparison::Is(_), _) => match inner.value {
            Comparison::Is(value) => Some(bound.of(value)),
            _ => None,
        },
        // 「約10万円程度」, 「2万円〜3万円程度」, 「上限10万円まで」.
        (Comparison::About(_), Bound::About) => Some(inner),
        (Comparison::AtMost(_), Bound::AtMost | Bound::To) | (Comparison::AtLeast(_), Bound::AtLeast) => Some(inner),
        (Comparison::Range(..), Bound::About) => Some(Worded { approximate: true, ..inner }),
        _ => None,
    }
}

/// Two bounds that make a range: `18歳以上35歳以下`. What is below a value has no last value here.
fn both_bounds<T>(text: &str, parse: &impl Fn(&str) -> Option<T>) -> Option<Worded<T>> {
    let (from, rest) = text.split_once("以上")?;
    let rest = rest.trim_start_matches(['、', ',', ' ']);
    let to = ["以下", "以内", "まで"].iter().find_map(|word| rest.strip_suffix(word))?;
    let value = Comparison::Range(parse(from.trim())?, parse(to.trim())?);
    Some(Worded { value, approximate: false, key: "from" })
}

fn range<T>(text: &str, sign: &str, parse: &impl Fn(&str) -> Option<T>) -> Option<Worded<T>> {
    let (from, to) = text.split_once(sign)?;
    let (from, to) = (from.trim(), to.trim());
    let to = to.strip_suffix("まで").map_or(to, str::trim_end);
    let is_open = matches!(sign, "~" | "〜");
    match (from.is_empty(), to.is_empty()) {
        (true, true) => None,
        (true, false) => parse(to).filter(|_| is_open).map(|to| Bound::To.of(to)),
        (false, true) => parse(from).filter(|_| is_open).map(|from| Bound::From.of(from)),
        (false, false) => {
            // What the ends share stands at one of them: 「5〜10万円」, “¥50,000-100,000”.
            let is_bare = from.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
            let unit = to.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
            let from = if is_bare && unit.len() < to.len() { parse(&format!("{from}{unit}"))? } else { parse(from)? };
            let to = parse(to)?;
            Some(Worded { value: Comparison::Range(from, to), approximate: false, key: "from" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<u32> {
        text.trim().strip_suffix('名')?.parse().ok()
    }

    #[test]
    fn words_around_a_value_bound_it() {
        for (text, canonical) in [
            ("5名", "5"),
            ("約5名", "{about: 5}"),
            ("約5名程度", "{about: 5}"),
            ("5名以上", "{at_least: 5}"),
            ("5名~", "{from: 5}"),
            ("~5名", "{to: 5}"),
            ("5~10名", "{from: 5, to: 10}"),
            ("5名から10名まで", "{from: 5, to: 10}"),
            ("5名以上10名以下", "{from: 5, to: 10}"),
            ("5名以上、10名まで", "{from: 5, to: 10}"),
            ("5名 or older", "{at_least: 5}"),
            ("5~10名程度", "{from: 5, to: 10, approximate: true}"),
            ("Up to 5名", "{at_most: 5}"),
        ] {
            assert_eq!(read(text, number).unwrap_or_else(|| panic!("{text}")).canonical(u32::to_string), canonical, "{text}");
        }
        for text in ["", "~", "約", "5", "5名以上以下", "約5名以上", "5~10", "以上5名", "-5名", "5名以上10名未満"]
        {
            assert_eq!(read(text, number), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*", sign in 0usize..9) {
            let _ = read(&text, number);
            let _ = read(&format!("{text}{}{text}", BETWEEN[sign]), number);
        }
    }
}
