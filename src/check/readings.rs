//! `reading-differs`: a name in Latin letters, or the kana of a name, that the reading of the name is not.

use crate::base::{Diagnostic, Place};
use crate::site::Site;
use crate::site::entries::Entry;

/// Checks a record.
pub fn check(_site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let common = &entry.record.common;
    let (Some(reading), Some(name)) = (common.reading.as_deref(), &common.name) else { return };
    let finding =
        |place: Place| Diagnostic::warning("reading-differs", place).help("reading-differs-help").arg("reading", reading);
    if let Some(romanized) = common.romanized.as_deref().filter(|romanized| is_slip(reading, romanized)) {
        findings.push(finding(Place::new(&entry.path, name.span())).arg("found", romanized));
    }
    let plain = name.phrases().iter().filter(|phrase| phrase.is_plain);
    let kana = plain.filter_map(|phrase| Some((phrase, not_read(&phrase.source, reading)?)));
    if let Some((phrase, run)) = kana.into_iter().next() {
        findings.push(finding(Place::new(&entry.path, phrase.span)).says("reading-differs-kana").arg("found", run));
    }
}

/// Is a name in Latin letters the reading but for a few of them? What differs in more is a translation.
fn is_slip(reading: &str, romanized: &str) -> bool {
    let Some(expected) = hepburn(reading) else { return false };
    let (expected, found) = (plain(&expected), plain(romanized));
    let length = expected.len().max(found.len());
    expected != found
        && !expected.starts_with(&*found)
        && !found.starts_with(&*expected)
        && strsim::osa_distance(&expected, &found) * 3 <= length
}

/// The first kana of a name that do not stand in its reading, in their order.
fn not_read<'n>(name: &'n str, reading: &str) -> Option<&'n str> {
    let reading = folded(reading);
    let mut rest = &*reading;
    let mut runs = name.split(|c: char| !matches!(c, 'ぁ'..='ゔ' | 'ァ'..='ヴ' | 'ー')).filter(|run| run.chars().count() > 1);
    // One letter alone is read in many ways: は; and so is ヶ, which is no letter at all.
    runs.find(|run| {
        let wanted = folded(run);
        match rest.find(&*wanted) {
            Some(at) => {
                rest = &rest[at + wanted.len()..];
                false
            }
            None => !wanted.is_empty(),
        }
    })
}

/// Kana as hiragana, those that sound alike as one, without signs of length.
fn folded(kana: &str) -> String {
    let fold = |c: char| match c {
        'ー' | ' ' | '　' | '・' => None,
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60),
        c => Some(c),
    };
    let alike = |c: char| match c {
        'ぢ' => 'じ',
        'づ' => 'ず',
        'を' => 'お',
        c => c,
    };
    kana.chars().filter_map(fold).map(alike).collect()
}

const KANA: &str = "あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno \
はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo ざza じji \
ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ゔvu";

/// Kana in Latin letters; nothing if there is anything else among them.
fn hepburn(reading: &str) -> Option<String> {
    let syllable = |c: char| KANA.split(' ').find_map(|entry| entry.strip_prefix(c));
    let mut out = String::new();
    for c in folded(reading).chars() {
        match c {
            // A doubled letter is one below.
            'っ' => {}
            'ゃ' | 'ゅ' | 'ょ' => {
                out.pop();
                let glide = if out.ends_with("sh") || out.ends_with("ch") || out.ends_with('j') { "" } else { "y" };
                out.push_str(glide);
                out.push(if c == 'ゃ' {
                    'a'
                } else if c == 'ゅ' {
                    'u'
                } else {
                    'o'
                });
            }
            'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' => {
                out.pop();
                out.push(match c {
                    'ぁ' => 'a',
                    'ぃ' => 'i',
                    'ぅ' => 'u',
                    'ぇ' => 'e',
                    _ => 'o',
                });
            }
            c if c.is_ascii_alphanumeric() => out.push(c),
            c => out.push_str(syllable(c)?),
        }
    }
    Some(out)
}

/// Latin letters without what the ways of writing Japanese in them differ in: long vowels, n before p, si for shi, doubled letters.
fn plain(romanized: &str) -> String {
    let letter = |c: char| match c {
        'ā' | 'â' => Some('a'),
        'ī' | 'î' => Some('i'),
        'ū' | 'û' => Some('u'),
        'ē' | 'ê' => Some('e'),
        'ō' | 'ô' => Some('o'),
        c => c.is_ascii_alphanumeric().then_some(c),
    };
    let mut out: String = romanized.to_lowercase().chars().filter_map(letter).collect();
    let ways = [
        ("shi", "si"),
        ("chi", "ti"),
        ("tsu", "tu"),
        ("fu", "hu"),
        ("ji", "zi"),
        ("sh", "sy"),
        ("tch", "ty"),
        ("ch", "ty"),
        ("j", "zy"),
        ("mb", "nb"),
        ("mp", "np"),
        ("mm", "nm"),
        ("wa", "ha"),
        ("wo", "o"),
        ("oh", "o"),
        ("ou", "o"),
    ];
    // "oh" is a long vowel only before a consonant or at the end.
    for (from, to) in ways {
        out = match from {
            "oh" => long_vowel(&out),
            _ => out.replace(from, to),
        };
    }
    let mut last = ' ';
    out.retain(|c| std::mem::replace(&mut last, c) != c);
    out
}

fn long_vowel(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    for (at, c) in letters.iter().enumerate() {
        let is_long = *c == 'h' && at > 0 && letters[at - 1] == 'o';
        let is_last = letters.get(at + 1).is_none_or(|next| !matches!(next, 'a' | 'i' | 'u' | 'e' | 'o' | 'y'));
        if !(is_long && is_last) {
            out.push(*c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_reading_in_many_ways_is_the_same() {
        for (kana, latin) in [
            ("かなざわだいがくふぞくびょういん", "Kanazawa Daigaku Fuzoku Byōin"),
            ("とうほくだいがく", "Tohoku Daigaku"),
            ("ほんまちびょういん", "Hommachi Byoin"),
            ("にほんせんもんいきこう", "Nihon Senmon’i Kikō"),
            ("おおさかこうりつだいがく", "Ohsaka Kōritsu Daigaku"),
            ("じゅんてんどうだいがく", "Juntendō Daigaku"),
            ("いっちしょう", "Itchi-sho"),
            ("ふくしまけんりついかだいがく", "Fukushima Kenritsu Ika Daigaku"),
            ("こうせいろうどうしょう", "Kōsei Rōdō Shō"),
            ("しゅうれん", "Syuren"),
            ("センター", "Sentā"),
        ] {
            assert_eq!(plain(&hepburn(kana).unwrap()), plain(latin), "{kana} {latin}");
        }
    }

    #[test]
    fn a_slip_is_none_of_them_and_a_translation_is_no_slip() {
        assert!(is_slip("かなざわだいがく", "Kanezawa Daigaku"));
        assert!(is_slip("とくしまだいがく", "Tokushima Daikagu"));
        assert!(!is_slip("とうほくだいがく", "Tohoku University"));
        assert!(!is_slip("りんしょうしゅうれん", "Clinical Training"));
        assert!(!is_slip("ＡＢＣ東京", "Tokyo"));
    }

    #[test]
    fn kana_of_a_name_stand_in_its_reading() {
        assert_eq!(not_read("みなと病院", "みなとびょういん"), None);
        assert_eq!(not_read("国際医療センター", "こくさいいりょうせんたあ"), None);
        assert_eq!(not_read("みどりヶ丘病院", "みどりがおかびょういん"), None);
        assert_eq!(not_read("みなと病院", "みさきびょういん"), Some("みなと"));
    }
}
