//! Japanese names in Latin letters: one form for Hepburn and kunrei, long vowels written or not; and that form of kana.

/// One form for all ways to write a Japanese word in Latin letters; of other words, some form. `text` is folded.
pub fn canonical(text: &str) -> String {
    let letters: Vec<u8> = text.bytes().filter(u8::is_ascii_lowercase).collect();
    let mut out: Vec<u8> = Vec::with_capacity(letters.len() + 4);
    let mut at = 0;
    let is_vowel = |byte: Option<&u8>| matches!(byte, Some(b'a' | b'i' | b'u' | b'e' | b'o'));
    while let Some(letter) = letters.get(at) {
        let rest = letters.get(at..).unwrap_or_default();
        let (written, taken): (&[u8], usize) = match rest {
            [b'c', b'c', b'h', ..] => (b"t", 1),
            [b's', b'h', ..] => (b"sh", 2),
            [b'c', b'h', ..] => (b"ch", 2),
            [b's', b'y', ..] => (b"sh", 2),
            [b't', b'y', ..] => (b"ch", 2),
            [b'z' | b'j' | b'd', b'y', ..] => (b"j", 2),
            [b's', b'i', ..] => (b"shi", 2),
            [b't', b's', b'u', ..] => (b"tsu", 3),
            [b't', b'i', ..] => (b"chi", 2),
            [b't', b'u', ..] => (b"tsu", 2),
            [b'h', b'u', ..] => (b"fu", 2),
            [b'z' | b'd', b'i', ..] => (b"ji", 2),
            [b'd', b'z', b'u', ..] => (b"zu", 3),
            [b'd', b'u', ..] => (b"zu", 2),
            [b'm', b'b' | b'p' | b'm', ..] => (b"n", 1),
            // A long o as some write it: Ohno, Satoh.
            [b'o', b'h', ..] if !is_vowel(rest.get(2)) && rest.get(2) != Some(&b'y') => (b"o", 2),
            _ => (std::slice::from_ref(letter), 1),
        };
        at += taken;
        for byte in written {
            // Long vowels and a doubled n are written in several ways, or not at all.
            let is_long = is_vowel(Some(byte)) && (out.last() == Some(byte) || *byte == b'u' && out.last() == Some(&b'o'));
            let is_double_n = *byte == b'n' && out.last() == Some(&b'n');
            if !is_long && !is_double_n {
                out.push(*byte);
            }
        }
    }
    out.into_iter().map(char::from).collect()
}

/// Folded kana in Latin letters, each mora for itself: where another word may begin. Nothing for what is no kana.
pub fn of_kana(kana: &[char]) -> Option<Vec<String>> {
    let mut morae: Vec<String> = Vec::new();
    let mut is_doubled = false;
    for c in kana {
        match c {
            'ー' => {}
            'ッ' => is_doubled = true,
            'ャ' | 'ュ' | 'ョ' | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' => {
                let vowel = match c {
                    'ャ' | 'ァ' => 'a',
                    'ィ' => 'i',
                    'ュ' | 'ゥ' => 'u',
                    'ェ' => 'e',
                    _ => 'o',
                };
                let is_glide = matches!(c, 'ャ' | 'ュ' | 'ョ');
                let Some(last) = morae.last_mut() else { continue };
                let own = last.pop();
                let has_y =
                    is_glide && own == Some('i') && !(last.ends_with("sh") || last.ends_with("ch") || last.ends_with('j'));
                if has_y {
                    last.push('y');
                }
                last.push(vowel);
            }
            c => {
                let mut mora = mora(*c)?.to_owned();
                if std::mem::take(&mut is_doubled) {
                    let first = if mora.starts_with("ch") { Some('t') } else { mora.chars().next() };
                    mora.insert(0, first?);
                }
                morae.push(mora);
            }
        }
    }
    Some(morae)
}

fn mora(c: char) -> Option<&'static str> {
    const KANA: &str = "アイウエオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモヤユヨラリルレロワヰヱヲンヴ";
    const LATIN: [&str; 74] = [
        "a", "i", "u", "e", "o", "ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge", "ko", "go", "sa", "za", "shi", "ji", "su", "zu",
        "se", "ze", "so", "zo", "ta", "da", "chi", "ji", "tsu", "zu", "te", "de", "to", "do", "na", "ni", "nu", "ne", "no", "ha",
        "ba", "pa", "hi", "bi", "pi", "fu", "bu", "pu", "he", "be", "pe", "ho", "bo", "po", "ma", "mi", "mu", "me", "mo", "ya",
        "yu", "yo", "ra", "ri", "ru", "re", "ro", "wa", "i", "e", "o", "n", "bu",
    ];
    KANA.chars().position(|kana| kana == c).and_then(|at| LATIN.get(at).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_write_a_name_become_one() {
        for ways in [
            &["juntendo", "juntendou", "juntendoo", "zyuntendo"][..],
            &["shuren", "syuuren", "shuuren", "syuren"],
            &["jitchi", "jitti", "jicchi"],
            &["tohoku", "touhoku", "toohoku"],
            &["shimbun", "shinbun", "sinbun"],
            &["tsukuba", "tukuba"],
            &["fujisan", "huzisan"],
            &["kenkyu", "kennkyuu", "kenkyuu"],
            &["ohno", "ono", "oono"],
            &["satoh", "sato", "satou"],
        ] {
            let forms: Vec<String> = ways.iter().map(|way| canonical(way)).collect();
            assert!(forms.iter().all(|form| form == &forms[0]), "{ways:?} → {forms:?}");
        }
        assert_ne!(canonical("gunma"), canonical("kumamoto"));
    }

    #[test]
    fn kana_are_written_as_hepburn_has_them() {
        let write = |kana: &str| of_kana(&kana.chars().collect::<Vec<_>>()).map(|morae| morae.concat());
        assert_eq!(write("リンショウシュウレン").as_deref(), Some("rinshoushuuren"));
        assert_eq!(write("ジッチ").as_deref(), Some("jitchi"));
        assert_eq!(write("キョウト").as_deref(), Some("kyouto"));
        assert_eq!(write("ティーム"), Some("timu".to_owned()));
        assert_eq!(write("漢"), None);
    }
}
