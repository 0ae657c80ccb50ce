//! Reads `examples.txt`: the files around each rule's example, and puts the example in.

use std::collections::BTreeMap;
use std::sync::Arc;

use annai::render::messages::Messages;
use annai::source::{File, Sources};

/// The files around one rule's example.
#[derive(Default)]
pub struct Context {
    files: Vec<ContextFile>,
    pub besides: Vec<String>,
    is_described: bool,
}

struct ContextFile {
    path: String,
    when: When,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    Bad,
    Good,
    Accepted,
}

/// All contexts by the code of their rule; `site` is what all share.
pub fn contexts() -> BTreeMap<String, Context> {
    let mut contexts: BTreeMap<String, Context> = BTreeMap::new();
    let mut code = String::new();
    for line in include_str!("examples.txt").lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            code = name.to_owned();
            assert!(contexts.insert(code.clone(), Context::default()).is_none(), "{code} stands twice");
            continue;
        }
        let Some(context) = contexts.get_mut(&code) else { continue };
        if let Some(header) = line.strip_prefix("--- ") {
            const REMARKS: [(&str, When); 3] = [(" (bad)", When::Bad), (" (good)", When::Good), (" (accepted)", When::Accepted)];
            let remark = REMARKS.iter().find_map(|(remark, when)| Some((header.strip_suffix(remark)?, *when)));
            let (path, when) = remark.unwrap_or((header, When::Always));
            context.files.push(ContextFile { path: path.to_owned(), when, text: String::new() });
        } else if let Some(file) = context.files.last_mut() {
            file.text += line;
            file.text.push('\n');
        } else if let Some(code) = line.strip_prefix("besides: ") {
            context.besides.push(code.to_owned());
        } else {
            context.is_described |= line == "described";
        }
    }
    contexts
}

impl Context {
    pub fn has_accepted(&self) -> bool {
        self.files.iter().any(|file| file.when == When::Accepted)
    }

    /// Files that hold the example in one of two languages: the finding stands in each.
    pub fn paths_of_both(&self) -> impl Iterator<Item = &str> {
        let both = self.files.iter().filter(|file| file.text.contains("{ja}") || file.text.contains("{en}"));
        both.map(|file| &*file.path)
    }
}

/// An example in its context.
pub struct Example<'a> {
    site: &'a Context,
    pub context: &'a Context,
    pub languages: String,
    /// By placeholder: the wrong words, the right ones.
    words: BTreeMap<String, [String; 2]>,
}

impl<'a> Example<'a> {
    /// One for each language; or one for both, where the context has room for both.
    pub fn all(code: &str, site: &'a Context, context: &'a Context, locales: &BTreeMap<&str, Messages>) -> Vec<Self> {
        let words = |tag: &str| ["bad", "good"].map(|part| locales[tag].text(&format!("rule-{code}.{part}")));
        let example = |languages: &str, words: Vec<(&str, [String; 2])>| {
            let words = words.into_iter().map(|(name, words)| (name.to_owned(), words)).collect();
            Self { site, context, languages: languages.to_owned(), words }
        };
        let has = |name: &str| context.files.iter().any(|file| file.text.contains(name) || file.path.contains(name));
        assert!(has("{example}") || has("{ja}") && has("{en}"), "{code}: no place for the example");
        if has("{example}") {
            locales.keys().map(|tag| example(tag, vec![("{example}", words(tag))])).collect()
        } else {
            vec![example("both", vec![("{ja}", words("ja")), ("{en}", words("en"))])]
        }
    }

    /// The site with the example in it, wrong or right; or as it was when it was accepted.
    pub fn sources(&self, is_bad: bool, accepted: bool) -> Sources {
        let mut sources = Sources::new(super::as_of());
        let is_wanted = |when: When| match when {
            When::Always => true,
            When::Bad => is_bad,
            When::Good => !is_bad,
            When::Accepted => accepted,
        };
        let mut is_used = false;
        for file in self.site.files.iter().chain(&self.context.files).filter(|file| is_wanted(file.when)) {
            if file.path == "{example}" {
                let paths = &self.words["{example}"][usize::from(!is_bad)];
                for path in paths.lines() {
                    add(&mut sources, path, &file.text);
                }
                is_used = true;
                continue;
            }
            let mut text = file.text.clone();
            for (name, words) in &self.words {
                if let Some(put) = put(&text, name, &words[usize::from(!is_bad)]) {
                    text = put;
                    is_used = true;
                }
            }
            add(&mut sources, &file.path, &text);
        }
        assert!(is_used || self.context.is_described, "the example is not used");
        sources
    }
}

fn add(sources: &mut Sources, path: &str, text: &str) {
    sources.files_mut().insert(path.into(), Arc::new(File::text(text.as_bytes())));
}

/// The text with words in the place of a name; further lines stand as far in as the name does.
fn put(text: &str, name: &str, words: &str) -> Option<String> {
    let at = text.find(name)?;
    let indent = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..at];
    let indent: String = indent.chars().map(|c| if c == '-' { ' ' } else { c }).collect();
    let words = words.replace('\n', &format!("\n{indent}")).replace(&format!("\n{indent}\n"), "\n\n");
    Some(text.replacen(name, &words, 1))
}
