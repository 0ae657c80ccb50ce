//! Missing translations in the terminal: many of one language and folder are shown as one finding with their number. Else a
//! language that was just begun would hide everything else.

use std::collections::BTreeMap;

use crate::base::{Arg, Diagnostic};

/// So many of a kind are told each for itself.
const FEW: usize = 5;

/// Examples that are named.
const EXAMPLES: usize = 3;

/// Missing translations of the same languages in files of one folder stand once, with how many they are and where the first of them
/// are. All else stays as it is.
pub fn together(findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<(String, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        if let Some(key) = key(finding) {
            groups.entry(key).or_default().push(finding);
        }
    }
    let mut shown = Vec::new();
    for finding in findings {
        let group = key(finding).and_then(|key| Some((groups.get(&key).filter(|group| group.len() > FEW)?, key)));
        let Some((group, (languages, folder))) = group else {
            shown.push(finding.clone());
            continue;
        };
        if group.first().is_some_and(|first| std::ptr::eq(*first, finding)) {
            let mut paths: Vec<&str> = group.iter().map(|finding| &*finding.place.path).collect();
            paths.dedup();
            let all = Diagnostic::warning("missing-translation", finding.place.clone()).says("missing-translation-many");
            let all = all.help("missing-translation-many-help").arg("languages", languages.as_str()).arg("count", group.len());
            let all = all.arg("folder", folder).arg("files", paths.len());
            shown.push(all.arg("examples", paths.into_iter().take(EXAMPLES).collect::<Vec<_>>().join(", ")));
        }
    }
    shown
}

/// What findings have in common that are told together: the languages and the folder.
fn key(finding: &Diagnostic) -> Option<(String, &str)> {
    let languages =
        finding.args.iter().find(|(name, _)| *name == "languages").filter(|_| finding.code == "missing-translation")?;
    let Arg::Text(languages) = &languages.1 else { return None };
    let path = &*finding.place.path;
    Some((languages.clone(), path.rfind('/').map_or("", |end| &path[..=end])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Place, Span};

    #[test]
    fn a_language_that_was_just_begun_is_one_finding_a_folder() {
        let missing = |path: &str, at: usize, languages: &str| {
            let place = Place::new(&path.into(), Span::new(at, at + 1));
            Diagnostic::warning("missing-translation", place).arg("languages", languages)
        };
        let mut all: Vec<Diagnostic> = (0..4).map(|at| missing("content/fees/a.yaml", at, "es")).collect();
        all.extend((0..4).map(|at| missing("content/fees/b.yaml", at, "es")));
        all.push(missing("content/fees/b.yaml", 9, "en, es"));
        all.extend((0..3).map(|at| missing("content/terms/a.yaml", at, "es")));
        all.push(Diagnostic::error("missing-field", Place::file(&"content/fees/b.yaml".into())));
        let shown = together(&all);
        assert_eq!(shown.len(), 6, "{shown:#?}");
        assert_eq!(shown[0].message, "missing-translation-many");
        let value = |name: &str| shown[0].args.iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone());
        assert_eq!([value("count"), value("files")], [Some(Arg::from(8_usize)), Some(Arg::from(2_usize))]);
        assert_eq!(shown[0].place, all[0].place);
    }
}
