//! Old forms of Chinese characters as Japan writes them, with the form that stands for them today.
//!
//! The pairs are a list of our own. Its facts are those of the table of characters for general use (常用漢字表, Cabinet Notification
//! No. 2 of 2010, the forms in parentheses) and of the second table of characters for names (戸籍法施行規則, 別表第二): laws and
//! notices of the state, in which there is no copyright (著作権法 Article 13). Some forms that families write (髙, 邉, 嶋) are added.

const TABLE: &str = include_str!("old_forms.txt");

/// The pairs, old form first, sorted by it.
pub fn pairs() -> Vec<(char, char)> {
    let pair = |pair: &str| {
        let mut characters = pair.chars();
        Some((characters.next()?, characters.next()?))
    };
    TABLE.split_whitespace().filter_map(pair).collect()
}

/// All pairs one after the other, for the client.
pub fn joined() -> String {
    TABLE.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_old_form_stands_once_and_none_leads_to_another() {
        let pairs = pairs();
        assert!(pairs.len() > 300);
        assert!(pairs.windows(2).all(|pair| pair[0].0 < pair[1].0), "sorted, without repetition");
        assert!(pairs.iter().all(|(_, new)| pairs.binary_search_by_key(new, |(old, _)| *old).is_err()));
    }
}
