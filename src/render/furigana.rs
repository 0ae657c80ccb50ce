//! Readings over the characters that need one: a name and its reading in kana, joined as ruby.

use crate::markup::{Attribute, Inline, Mark};

mod numbers;
mod sounds;

/// Longer than this, a name that has one reading as a whole may be broken between lines: it may be wider than a phone.
const LONG: usize = 10;

/// A piece of a name, and its reading unless it is written in kana or figures.
type Piece<'t> = (&'t str, Option<&'t str>);

/// A name with its reading over the characters that are not kana. The kana of the name stand in the reading too, in the same
/// order: they say which part of the reading belongs to which characters. Where they do not tell it in one way only, the whole
/// reading stands over the whole name. Figures need none, but what they can be read as tells where that of the rest begins. Each of several Chinese characters has its own reading where the sounds tell it.
pub fn ruby(name: &str, reading: &str) -> Inline {
    let pieces = align(name, reading).unwrap_or_else(|| vec![(name, Some(reading))]);
    let mut out = Inline::default();
    for (text, reading) in pieces {
        match reading {
            Some(reading) if reading != text => {
                out.open(Mark::Ruby);
                if text.chars().count() > LONG {
                    out.attribute(Attribute::Class, "long");
                }
                for (text, reading) in sounds::divide(text, reading).unwrap_or_else(|| vec![(text, reading)]) {
                    out.text(text).open(Mark::NameReading).text(reading).close(Mark::NameReading);
                }
                out.close(Mark::Ruby);
            }
            _ => _ = out.text(text),
        }
    }
    out
}

/// Hiragana, for comparison: a reading in hiragana is that of a name in katakana too.
fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー')
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && c != '々'
}

/// What a run of characters is: kana, which stand in the reading as they are; marks, which a reading leaves out; figures, which are read
/// as numbers; others.
#[derive(PartialEq, Clone, Copy)]
enum Run {
    Kana,
    Mark,
    Figures,
    Other,
}

fn run(c: char) -> Run {
    if is_kana(c) {
        Run::Kana
    } else if is_mark(c) {
        Run::Mark
    } else if c.is_ascii_digit() {
        Run::Figures
    } else {
        Run::Other
    }
}

/// Splits a name into runs.
fn runs(name: &str) -> Vec<(Run, &str)> {
    let mut runs: Vec<(Run, &str)> = Vec::new();
    let mut start = 0;
    let mut chars = name.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        if chars.peek().is_none_or(|(_, next)| run(*next) != run(c)) {
            runs.push((run(c), &name[start..end]));
            start = end;
        }
    }
    runs
}

/// More ways than these say nothing.
const WAYS: usize = 256;

/// Gives each run its part of the reading; nothing when no way or more than one way fits. Of several ways, the one counts in which each
/// run can be read by the sounds of Chinese readings.
fn align<'t>(name: &'t str, reading: &'t str) -> Option<Vec<Piece<'t>>> {
    const MANY: usize = 32;
    const STEPS: usize = 20_000;
    let runs = runs(name);
    if runs.len() > MANY || !runs.iter().any(|(run, _)| *run == Run::Other) {
        return None;
    }
    let mut found: Vec<Vec<Piece<'t>>> = Vec::new();
    let mut steps = STEPS;
    fit(&runs, reading, &mut Vec::new(), &mut found, &mut steps);
    // Where not every way was tried, there may be others.
    if steps == 0 || found.len() > WAYS {
        return None;
    }
    if found.len() > 1 {
        found.retain(|way| way.iter().all(|(text, reading)| reading.is_none_or(|reading| sounds::can_be(text, reading))));
    }
    match &mut found[..] {
        [one] => Some(std::mem::take(one)),
        _ => None,
    }
}

/// Tries every way, until there are too many or the steps are used up.
fn fit<'t>(
    runs: &[(Run, &'t str)],
    reading: &'t str,
    way: &mut Vec<Piece<'t>>,
    found: &mut Vec<Vec<Piece<'t>>>,
    steps: &mut usize,
) {
    if found.len() > WAYS || *steps == 0 {
        return;
    }
    *steps -= 1;
    let Some(((kind, text), rest)) = runs.split_first() else {
        if reading.is_empty() {
            found.push(way.clone());
        }
        return;
    };
    match kind {
        Run::Kana => {
            let same = reading.char_indices().zip(text.chars()).take_while(|((_, a), b)| hiragana(*a) == hiragana(*b)).count();
            if same == text.chars().count() {
                let end = reading.char_indices().nth(same).map_or(reading.len(), |(at, _)| at);
                way.push((text, None));
                fit(rest, &reading[end..], way, found, steps);
                way.pop();
            }
        }
        Run::Mark => {
            way.push((text, None));
            // A reading may keep the mark, or leave it out.
            fit(rest, reading.strip_prefix(text).unwrap_or(reading), way, found, steps);
            way.pop();
        }
        Run::Figures => {
            for end in numbers::ends(text, reading) {
                way.push((text, None));
                fit(rest, &reading[end..], way, found, steps);
                way.pop();
            }
        }
        Run::Other => {
            let ends = reading.char_indices().map(|(at, c)| at + c.len_utf8());
            for end in ends {
                // Each character takes one kana or more.
                if reading[..end].chars().count() < text.chars().filter(|c| !c.is_ascii()).count() {
                    continue;
                }
                way.push((text, Some(&reading[..end])));
                fit(rest, &reading[end..], way, found, steps);
                way.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(name: &str, reading: &str) -> String {
        let html = ruby(name, reading).html();
        let html = html.replace("<rp>(</rp><rt>", "(").replace("</rt><rp>)</rp>", ")");
        html.replace("<ruby>", "").replace("</ruby>", "")
    }

    #[test]
    fn kana_tell_which_reading_belongs_to_which_characters() {
        assert_eq!(plain("日本の免許を取る", "にほんのめんきょをとる"), "日本(にほん)の免許(めんきょ)を取(と)る");
        assert_eq!(plain("香川大学", "かがわだいがく"), "香川大学(かがわだいがく)");
        assert_eq!(plain("厚生労働省", "こうせいろうどうしょう"), "厚(こう)生(せい)労(ろう)働(どう)省(しょう)");
    }

    #[test]
    fn marks_need_no_reading() {
        assert_eq!(
            plain("臨床修練（制度）", "りんしょうしゅうれんせいど"),
            "臨(りん)床(しょう)修(しゅう)練(れん)（制度(せいど)）"
        );
        assert_eq!(plain("申込み・相談", "もうしこみ・そうだん"), "申込(もうしこ)み・相談(そうだん)");
    }

    #[test]
    fn figures_are_read_as_numbers_and_need_no_reading() {
        assert_eq!(
            plain("第120回医師国家試験の日程", "だいひゃくにじゅっかいいしこっかしけんのにってい"),
            "第(だい)120回(かい)医(い)師(し)国(こっ)家(か)試(し)験(けん)の日程(にってい)"
        );
        assert_eq!(plain("2027年度", "にせんにじゅうななねんど"), "2027年度(ねんど)");
        assert_eq!(
            plain("日程（2026年、非公式）", "にってい2026ねんひこうしき"),
            "日程(にってい)（2026年(ねん)、非(ひ)公(こう)式(しき)）"
        );
    }

    #[test]
    fn sounds_tell_between_several_ways() {
        assert_eq!(
            plain("海外の医療従事者の能力向上", "かいがいのいりょうじゅうじしゃののうりょくこうじょう"),
            "海外(かいがい)の医(い)療(りょう)従(じゅう)事(じ)者(しゃ)の能(のう)力(りょく)向(こう)上(じょう)"
        );
    }

    #[test]
    fn a_name_in_kana_needs_no_reading() {
        assert_eq!(ruby("ひらがな", "ひらがな"), Inline::of("ひらがな"));
    }

    proptest! {
        #[test]
        fn nothing_of_the_name_is_lost(name in "[日本免許のをる（）A-C1]{1,12}", reading in "[にほんのをるめきょ]{1,16}") {
            let ruby = ruby(&name, &reading);
            prop_assert_eq!(ruby.plain(), name);
        }
    }
}
