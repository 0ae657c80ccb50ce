//! The known word that somebody most likely meant.

/// The candidate nearest to `found`, if any is near enough that suggesting it helps.
pub fn nearest<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found_folded = found.to_lowercase().replace('_', "-");
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let folded = candidate.to_lowercase().replace('_', "-");
            let distance = strsim::osa_distance(&found_folded, &folded);
            let allowed = (folded.chars().count().max(found_folded.chars().count()) / 3).max(1);
            let shorter = folded.chars().count().min(found_folded.chars().count());
            let contained = shorter >= 4 && (folded.contains(&found_folded) || found_folded.contains(&folded));
            // `hospital/gunma-university` is no slip of the pen for `hospital/mie-university`.
            let is_slip = distance <= allowed && words_are_near(&found_folded, &folded);
            (is_slip || contained).then_some((distance, candidate))
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
