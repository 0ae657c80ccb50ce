//! What a number in figures can be read as in Japanese, and so how much of a reading belongs to it.

/// A number of more figures is read figure by figure, or not at all.
const MOST: usize = 4;

/// Where in a reading those of a number can end; nowhere for what is read in another way.
pub fn ends(figures: &str, reading: &str) -> Vec<usize> {
    let digits: Vec<usize> = figures.bytes().map(|byte| usize::from(byte.wrapping_sub(b'0'))).collect();
    // A reading may keep the figures as they are.
    let kept = reading.starts_with(figures).then_some(figures.len());
    if digits.len() > MOST || digits.first() == Some(&0) {
        return kept.into_iter().collect();
    }
    let mut ends = vec![0];
    for (at, digit) in digits.iter().enumerate().filter(|(_, digit)| **digit > 0) {
        let power = digits.len() - 1 - at;
        ends = follow(reading, &ends, of_digit(*digit, power));
        ends = follow(reading, &ends, of_power(power));
    }
    ends.extend(kept);
    ends
}

/// The words of a digit; one is not said of tens and hundreds, and not always of thousands.
fn of_digit(digit: usize, power: usize) -> &'static [&'static str] {
    const WORDS: [&[&str]; 10] = [
        &[],
        &["いち", "いっ"],
        &["に"],
        &["さん"],
        &["よん", "よ", "し"],
        &["ご"],
        &["ろく", "ろっ"],
        &["なな", "しち"],
        &["はち", "はっ"],
        &["きゅう", "く"],
    ];
    match (digit, power) {
        (1, 3) => &["", "いっ"],
        (1, 1 | 2) => &[""],
        _ => WORDS.get(digit).copied().unwrap_or_default(),
    }
}

fn of_power(power: usize) -> &'static [&'static str] {
    match power {
        3 => &["せん", "ぜん"],
        2 => &["ひゃく", "びゃく", "ぴゃく", "ひゃっ", "びゃっ", "ぴゃっ"],
        1 => &["じゅう", "じゅっ", "じっ"],
        _ => &[""],
    }
}

/// Where one of the words ends behind one of those places.
fn follow(reading: &str, places: &[usize], words: &[&str]) -> Vec<usize> {
    let after = |place: &usize| {
        let rest = reading.get(*place..).unwrap_or_default();
        words.iter().filter(|word| rest.starts_with(**word)).map(|word| place + word.len()).collect::<Vec<_>>()
    };
    places.iter().flat_map(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_ends_where_its_words_do() {
        for (figures, number, rest) in [
            ("1", "いっ", "かい"),
            ("8", "はち", "がつ"),
            ("13", "じゅうさん", "しょくしゅ"),
            ("120", "ひゃくにじゅっ", "かい"),
            ("300", "さんびゃく", "にん"),
            ("805", "はっぴゃくご", "ごう"),
            ("1000", "せん", "えん"),
            ("2027", "にせんにじゅうなな", "ねんど"),
            ("2027", "2027", "ねんど"),
        ] {
            assert!(ends(figures, &[number, rest].concat()).contains(&number.len()), "{figures}");
        }
        for (figures, reading) in
            [("120", "だいひゃく"), ("0", "れい"), ("007", "なな"), ("20270", "に"), ("3", ""), ("10", "じ")]
        {
            assert!(ends(figures, reading).is_empty(), "{figures} {reading}");
        }
    }
}
