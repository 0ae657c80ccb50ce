//! The known word that somebody most likely meant.

/// The candidate nearest to `found`, if any is near enough that suggesting it helps.
pub fn nearest<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found_folded = found.to_lowercase().replace('_', "-");
    let own = found_folded.chars().count();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let folded = candidate.to_lowercase().replace('_', "-");
            let length = folded.chars().count();
            let allowed = (length.max(own) / 3).max(1);
            let contained = length.min(own) >= 4 && (folded.contains(&found_folded) || found_folded.contains(&folded));
            // The distance takes long to know, is no less than the lengths differ, and that of each word is soon known.
            // `hospital/gunma-university` is no slip of the pen for `hospital/mie-university`.
            let may_be_slip = length.abs_diff(own) <= allowed && words_are_near(&found_folded, &folded);
            if !may_be_slip && !contained {
                return None;
            }
            let distance = strsim::osa_distance(&found_folded, &folded);
            (may_be_slip && distance <= allowed || contained).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Of names that have the same number of words: is each near its counterpart?
fn words_are_near(a: &str, b: &str) -> bool {
    let words = |text: &str| text.split(['-', '/']).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let is_near =
        |(a, b): (&String, &String)| strsim::osa_distance(a, b) <= (a.chars().count().max(b.chars().count()) / 3).max(1);
    a.len() != b.len() || a.iter().zip(&b).all(is_near)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_only_what_is_near() {
        assert_eq!(nearest("prefecure", ["prefecture", "place"]), Some("prefecture"));
        assert_eq!(nearest("kanazawa", ["hospital/kanazawa-university", "x"]), Some("hospital/kanazawa-university"));
        assert_eq!(nearest("xyz", ["prefecture", "place"]), None);
        assert_eq!(nearest("paid_by", ["id", "note"]), None);
        let hospitals = ["hospital/gunma-university", "hospital/kagawa-university", "hospital/mie-univ"];
        assert_eq!(nearest("hospital/kanazawa-university", hospitals), None);
        assert_eq!(nearest("hospital/mie-university", hospitals), Some("hospital/mie-univ"));
        assert_eq!(nearest("hospitals/gumna-university", hospitals), Some("hospital/gunma-university"));
    }
}
