//! One form for all spellings of a text: width, case, kana, accents, old forms of characters, digits, separators of numbers.
//!
//! The client folds what is typed in the same way (`themes/default/assets/search.js`): `tests/search/tokens.json` holds both.

use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::old_forms;

/// Folds texts.
pub struct Folder {
    decompose: DecomposingNormalizerBorrowed<'static>,
    compose: ComposingNormalizerBorrowed<'static>,
    /// The characters from U+4E00 on, with the one that stands for each: itself, unless it is an old form.
    kanji: Vec<char>,
    /// What each character before U+A000 becomes, if it needs nothing but that: nearly all that is written does not.
    simple: Vec<Simple>,
}

/// What a character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Simple {
    /// One other, or itself.
    One(char),
    /// Nothing.
    Dropped,
    /// It is to be normalized with those about it.
    Not,
}

/// The kanji of which some are old forms.
const KANJI: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{FA11}';

impl Default for Folder {
    fn default() -> Self {
        let mut folder = Self {
            decompose: DecomposingNormalizerBorrowed::new_nfkd(),
            compose: ComposingNormalizerBorrowed::new_nfc(),
            kanji: kanji(),
            simple: Vec::new(),
        };
        folder.simple = ('\0'..'\u{A000}').map(|c| folder.simply(c)).collect();
        folder
    }
}

fn kanji() -> Vec<char> {
    // The gap that holds no characters holds none that are asked for.
    let mut all: Vec<char> =
        (u32::from(*KANJI.start())..=u32::from(*KANJI.end())).map(|c| char::from_u32(c).unwrap_or('\u{FFFD}')).collect();
    for (old, new) in old_forms::pairs() {
        if let Some(place) = all.get_mut(u32::from(old).abs_diff(u32::from(*KANJI.start())) as usize) {
            *place = new;
        }
    }
    all
}

/// Characters that say nothing to one who searches: accents, vowel signs of Arabic and Hebrew, variation selectors, controls of
/// direction and width, apostrophes, the dot between words in katakana.
pub fn is_dropped(c: char) -> bool {
    matches!(c,
        '\'' | '\u{AD}' | '\u{2BB}' | '\u{2BC}' | '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{610}'..='\u{61A}'
        | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{200B}'..='\u{200F}' | '\u{2018}' | '\u{2019}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{20D0}'..='\u{20FF}' | '\u{30FB}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}

/// Scripts that are written without spaces between words, or in which a part of a word is looked for as often as a word.
pub fn is_dense(c: char) -> bool {
    // Nearly all characters are of one of these.
    match c {
        '\0'..='\u{DFF}' | '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => return false,
        '\u{4E00}'..='\u{9FFF}' | '\u{30A1}'..='\u{30FA}' => return true,
        _ => {}
    }
    matches!(c,
        '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{2FDF}'
        | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{303B}' | '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FF}' | '\u{3105}'..='\u{312F}' | '\u{31A0}'..='\u{31BF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{A960}'..='\u{A97F}' | '\u{AA60}'..='\u{AA7F}' | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A character for which nothing but the table of old forms is to be looked at.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FE}' | '\u{4E00}'..='\u{9FFF}')
}

impl Folder {
    /// Appends the folded text.
    pub fn fold(&self, text: &str, out: &mut Vec<char>) {
        let start = out.len();
        let mut rest = text;
        while !rest.is_empty() {
            // What may join with the character before it is folded together with it.
            let mut before = (0, out.len());
            let complex = rest.char_indices().find(|(at, c)| {
                let is = self.is(*c);
                if is != Simple::Not {
                    before = (*at, out.len());
                }
                if let Simple::One(c) = is {
                    out.push(c);
                }
                is == Simple::Not
            });
            let Some((complex, _)) = complex else { break };
            out.truncate(before.1);
            let simple = rest[complex..].find(|c| self.is(c) != Simple::Not).map_or(rest.len(), |at| complex + at);
            let mut plain = Vec::with_capacity(simple - before.0);
            let decomposed = self.decompose.normalize(&rest[before.0..simple]);
            decomposed.chars().flat_map(char::to_lowercase).for_each(|c| self.one(c, &mut plain));
            let plain: String = plain.into_iter().collect();
            out.extend(self.compose.normalize(&plain).chars());
            rest = &rest[simple..];
        }
        close_up(start, out);
    }

    fn is(&self, c: char) -> Simple {
        self.simple.get(c as usize).copied().unwrap_or(Simple::Not)
    }

    /// What a character becomes by itself.
    fn simply(&self, c: char) -> Simple {
        if !is_simple(c) {
            return Simple::Not;
        }
        let mut out = Vec::new();
        self.one(c, &mut out);
        out.first().map_or(Simple::Dropped, |c| Simple::One(*c))
    }

    /// Appends what one character becomes.
    fn one(&self, c: char, out: &mut Vec<char>) {
        if is_dropped(c) {
            return;
        }
        let shifted = |by: i64| u32::try_from(i64::from(u32::from(c)) + by).ok().and_then(char::from_u32).unwrap_or(c);
        out.push(match c {
            'A'..='Z' => c.to_ascii_lowercase(),
            '\0'..='~' => c,
            '\u{3041}'..='\u{3094}' | '\u{309D}' | '\u{309E}' => shifted(0x60),
            'ヵ' | '\u{3095}' => 'カ',
            'ヶ' | '\u{3096}' => 'ケ',
            '\u{4E00}'..='\u{9FFF}' | '\u{FA11}' => {
                self.kanji.get(u32::from(c).abs_diff(u32::from(*KANJI.start())) as usize).copied().unwrap_or(c)
            }
            'ß' => return out.extend(['s', 's']),
            'æ' => return out.extend(['a', 'e']),
            'œ' => return out.extend(['o', 'e']),
            'ø' => 'o',
            'đ' | 'ð' => 'd',
            'ł' => 'l',
            'ı' => 'i',
            '\u{649}' | '\u{6CC}' => '\u{64A}',
            '\u{629}' => '\u{647}',
            '\u{6A9}' => '\u{643}',
            '\u{660}'..='\u{669}' => shifted(0x30 - 0x660),
            '\u{6F0}'..='\u{6F9}' => shifted(0x30 - 0x6F0),
            '\u{E50}'..='\u{E59}' => shifted(0x30 - 0xE50),
            _ => c,
        });
    }
}

/// Takes out what separates the digits of a number (`1,234`) and the characters of a word that is set wide (`氏　名`).
fn close_up(start: usize, text: &mut Vec<char>) {
    let Some(folded) = text.get(start..) else { return };
    // Most texts have nothing of the kind: a comma before a digit, a space before a dense script or another space.
    let is_open = |pair: &[char]| match pair {
        [',', next] => next.is_ascii_digit(),
        [' ', next] => *next == ' ' || is_dense(*next),
        _ => false,
    };
    if !folded.windows(2).any(is_open) {
        return;
    }
    let folded = folded.to_vec();
    text.truncate(start);
    let at = |index: usize| folded.get(index).copied().unwrap_or('\n');
    let is_digit = |index: usize| at(index).is_ascii_digit();
    // How many characters of a dense script stand together before this place.
    let mut together = 0;
    let mut index = 0;
    while index < folded.len() {
        let c = at(index);
        if c == ',' && index > 0 && is_digit(index - 1) && (1..=3).all(|by| is_digit(index + by)) && !is_digit(index + 4) {
            index += 1;
            continue;
        }
        if c == ' ' {
            let next = (index..).find(|at_| at(*at_) != ' ').unwrap_or(index);
            let is_wide = together == 1 && is_dense(at(next)) && !is_dense(at(next + 1));
            if !is_wide {
                text.push(' ');
            }
            together = 0;
            index = next;
            continue;
        }
        together = if is_dense(c) { together + 1 } else { 0 };
        text.push(c);
        index += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        let mut out = Vec::new();
        Folder::default().fold(text, &mut out);
        out.into_iter().collect()
    }

    #[test]
    fn spellings_of_one_word_become_one() {
        for (written, folded) in [
            ("Ｎ１", "n1"),
            ("ｼﾐｭﾚｰｼｮﾝ", "シミュレーション"),
            ("しみゅれーしょん", "シミュレーション"),
            ("か\u{3099}ん", "ガン"),
            ("ﾀﾞﾌﾞﾙ・ﾎﾞｰﾄﾞ", "ダブルボード"),
            ("龍ヶ崎", "竜ケ崎"),
            ("專攻醫", "専攻医"),
            ("神\u{FE00}", "神"),
            ("Kōsei Rōdō-Shō", "kosei rodo-sho"),
            ("Senmon’i", "senmoni"),
            ("Điều trị", "dieu tri"),
            ("Straße", "strasse"),
            ("１，２３４円", "1234円"),
            ("1,23 4,567,890 12,3456", "1,23 4567890 12,3456"),
            ("氏　名 臨 床 研 修", "氏名臨床研修"),
            ("東京 大学 山 川", "東京 大学 山川"),
            ("اَلطِّبّ ٣", "الطب 3"),
            ("한국어 병원", "한국어 병원"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }
}
