//! Addresses of links that differ between languages in a letter or two, where these letters do not name a language.

use crate::model::prose::LinkUse;

/// Shorter parts of an address than this may be of a language: `en`, `jpn`.
const LONG: usize = 4;

/// The links of the other text whose address is a slip of one in the source, each with that.
pub fn slips<'l>(source: &'l [LinkUse], other: &'l [LinkUse]) -> Vec<(&'l LinkUse, &'l LinkUse)> {
    let lacks = |links: &[LinkUse], link: &LinkUse| !links.iter().any(|same| same.address == link.address);
    let only_there = other.iter().filter(|link| is_external(&link.address) && lacks(source, link));
    let slip = |link: &'l LinkUse| {
        let mut only_here = source.iter().filter(|one| lacks(other, one));
        only_here.find(|one| is_slip(&one.address, &link.address)).map(|one| (one, link))
    };
    only_there.filter_map(slip).collect()
}

fn is_external(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
}

/// Does one part of an address differ in a letter or two, inside of it? A last letter may say a language, and a number another page.
fn is_slip(one: &str, other: &str) -> bool {
    let parts = |address: &'_ str| -> Vec<String> { address.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect() };
    let (a, b) = (parts(one), parts(other));
    let mut differing = a.iter().zip(&b).filter(|(a, b)| a != b);
    let (Some((a, b)), None, true) = (differing.next(), differing.next(), a.len() == b.len()) else { return false };
    let is_word = |part: &String| part.len() >= LONG && part.chars().any(char::is_alphabetic);
    let stem = |part: &str| part.char_indices().next_back().map_or(0, |(at, _)| at);
    let is_ending = a.starts_with(&**b) || b.starts_with(&**a) || a[..stem(a)] == b[..stem(b)];
    is_word(a) && is_word(b) && !is_ending && strsim::osa_distance(a, b) <= 2
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_slip_is_no_page_of_another_language_or_number() {
        assert!(is_slip("https://aoba.example/form", "https://aoba.example/from"));
        assert!(is_slip(
            "https://www.hosp.tsukuba-u.ac.jp/",
            "https://www.hosp.tsukuba-u.ac.jp/".replace("tsukuba", "tsukaba").as_str()
        ));
        assert!(is_slip("mailto:office@aoba.example", "mailto:offcie@aoba.example"));
        for (ja, en) in [
            ("https://aoba.example/ja/form", "https://aoba.example/en/form"),
            ("https://aoba.example/index.html", "https://aoba.example/index_e.html"),
            ("https://aoba.example/indexj.html", "https://aoba.example/indexe.html"),
            ("https://aoba.example/news/12034", "https://aoba.example/news/12043"),
            ("https://aoba.example/japanese", "https://aoba.example/english"),
            ("https://aoba.example/form", "https://aoba.example/forms"),
            ("https://aoba.example/form", "https://wakaba.example/form"),
        ] {
            assert!(!is_slip(ja, en), "{ja} {en}");
        }
    }
}
