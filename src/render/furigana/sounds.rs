//! Which part of a reading belongs to each of several Chinese characters, judged only by how Chinese readings can sound: every
//! such reading is one sound, at times with an い, う, ん, く, き, つ, ち or っ behind it.

/// Two characters are short enough to keep one reading, and words that are read as a whole (今日, 明日) are nearly all of two.
const FEWEST: usize = 3;
const MOST: usize = 16;

/// The kana with which a sound begins, by vowel. Those with which no Chinese reading does are missing.
const SOUNDS: [(char, &str); 5] = [
    ('a', "あかがさざただなはばぱまやらわ"),
    ('i', "いきぎしじちにひびぴみり"),
    ('u', "うくぐすずつぬふぶぷむゆる"),
    ('e', "えけげせぜてでねへべぺめれ"),
    ('o', "おこごそぞとどのほぼぽもよろ"),
];

/// What can stand behind a sound of which vowel.
const ENDS: [(char, &str); 8] =
    [('い', "aue"), ('う', "uo"), ('ん', "aiueo"), ('く', "aiuo"), ('き', "ie"), ('つ', "aiueo"), ('ち', "ai"), ('っ', "aiueo")];

/// Each character with its part of the reading; nothing where the sounds do not tell it, or in more than one way.
pub fn divide<'t>(text: &'t str, reading: &'t str) -> Option<Vec<(&'t str, &'t str)>> {
    let characters: Vec<&str> = text.char_indices().map(|(at, c)| &text[at..at + c.len_utf8()]).collect();
    if !(FEWEST..=MOST).contains(&characters.len()) || !text.chars().all(is_chinese) {
        return None;
    }
    let mut found = Vec::new();
    parts(reading, characters.len(), &mut Vec::new(), &mut found);
    match &found[..] {
        [one] => Some(characters.into_iter().zip(one.iter().copied()).collect()),
        _ => None,
    }
}

/// Can a text of Chinese characters have that reading, in one way or another? Of any other text nothing is known.
pub fn can_be(text: &str, reading: &str) -> bool {
    if !text.chars().all(is_chinese) {
        return true;
    }
    let mut found = Vec::new();
    parts(reading, text.chars().count(), &mut Vec::new(), &mut found);
    !found.is_empty()
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '々')
}

/// Tries every way to take so many sounds from a reading, and stops at the second that fits.
fn parts<'t>(reading: &'t str, left: usize, way: &mut Vec<&'t str>, found: &mut Vec<Vec<&'t str>>) {
    if found.len() > 1 {
        return;
    }
    if left == 0 {
        if reading.is_empty() {
            found.push(way.clone());
        }
        return;
    }
    let mut chars = reading.chars();
    let Some((mut vowel, first)) = chars.next().and_then(|c| Some((vowel(c)?, c))) else { return };
    let mut end = first.len_utf8();
    if let Some((small, own)) = chars.clone().next().and_then(|c| Some((c, vowel_of_small(c)?))) {
        chars.next();
        vowel = own;
        end += small.len_utf8();
    }
    let next = chars.next();
    let ends = next.filter(|next| ENDS.iter().any(|(c, vowels)| c == next && vowels.contains(vowel)));
    // What makes a vowel long belongs to it.
    let is_long = matches!((vowel, next), ('o' | 'u', Some('う')) | ('e', Some('い')));
    for end in ends.map(|c| end + c.len_utf8()).into_iter().chain((!is_long).then_some(end)) {
        // っ stands before another sound.
        let (part, rest) = reading.split_at(end);
        if !(part.ends_with('っ') && left == 1) {
            way.push(part);
            parts(rest, left - 1, way, found);
            way.pop();
        }
    }
}

fn vowel(c: char) -> Option<char> {
    SOUNDS.iter().find(|(_, sounds)| sounds.contains(c)).map(|(vowel, _)| *vowel)
}

fn vowel_of_small(c: char) -> Option<char> {
    [('ゃ', 'a'), ('ゅ', 'u'), ('ょ', 'o')].iter().find(|(small, _)| *small == c).map(|(_, vowel)| *vowel)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str, reading: &str) -> Option<String> {
        let parts = divide(text, reading)?;
        assert_eq!(parts.iter().map(|(c, _)| *c).collect::<String>(), text);
        assert_eq!(parts.iter().map(|(_, part)| *part).collect::<String>(), reading);
        Some(parts.iter().map(|(_, part)| *part).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn sounds_tell_the_reading_of_each_character() {
        for (text, parts) in [
            ("臨床修練", "りん しょう しゅう れん"),
            ("医師国家試験", "い し こっ か し けん"),
            ("専攻医", "せん こう い"),
            ("歯科医師", "し か い し"),
            ("看護師", "かん ご し"),
            ("理学療法士", "り がく りょう ほう し"),
            ("在留資格認定証明書", "ざい りゅう し かく にん てい しょう めい しょ"),
            ("名古屋大学", "な ご や だい がく"),
            ("北海道大学病院", "ほっ かい どう だい がく びょう いん"),
            ("手数料", "て すう りょう"),
        ] {
            assert_eq!(divided(text, &parts.replace(' ', "")).as_deref(), Some(parts), "{text}");
        }
    }

    #[test]
    fn what_sounds_do_not_tell_stays_whole() {
        for (text, reading) in [
            // Read in Japanese.
            ("金沢大学", "かなざわだいがく"),
            ("申込書", "もうしこみしょ"),
            ("大分大学", "おおいただいがく"),
            // Words of two characters.
            ("今日", "きょう"),
            ("臨床", "りんしょう"),
            // Not Chinese characters alone; too few sounds, or too many; none at all.
            ("第2回", "だいにかい"),
            ("臨床修練", "りんしょう"),
            ("臨床修練", "りんしょうしゅうれんせい"),
            ("臨床修練", ""),
            ("臨床修練", "rinsho"),
        ] {
            assert_eq!(divided(text, reading), None, "{text}");
        }
    }
}
