//! Reads Rust source just well enough to tell which module imports which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A module by its names below the crate: `["model", "prose", "html"]`.
pub type Path = Vec<String>;

/// One source file.
pub struct Module {
    /// Its module.
    pub path: Path,
    /// The file's path below `src/`.
    pub file: String,
    /// As written.
    pub source: String,
    /// Without comments, the contents of strings, and the module of its tests.
    pub code: String,
}

/// Every source file below a folder, in the order of their paths.
pub fn modules(folder: &std::path::Path) -> Vec<Module> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    files
        .map(|entry| {
            let file = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            let path = match file.trim_end_matches(".rs") {
                "lib" | "main" => Vec::new(),
                path => path.split('/').map(str::to_owned).collect(),
            };
            let source = fs::read_to_string(entry.path()).unwrap();
            let code = without_tests(&without_text(&source));
            Module { path, file, source, code }
        })
        .collect()
}

impl Module {
    /// The modules among `known` that this one names, itself left out.
    pub fn imports(&self, known: &BTreeSet<&Path>) -> BTreeSet<Path> {
        let named = self.paths().into_iter().filter_map(|path| self.module_of(&path, known));
        named.filter(|path| *path != self.path).collect()
    }

    /// Every path of at least two parts, and every path that is imported.
    fn paths(&self) -> Vec<Vec<String>> {
        let mut paths = Vec::new();
        let mut rest = &self.code[..];
        while let Some(at) = rest.find(|c: char| c.is_alphabetic() || c == '_') {
            rest = &rest[at..];
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            if word == "use" && after.starts_with(char::is_whitespace) {
                let end = after.find(';').unwrap_or(after.len());
                expand(&[], &after[..end], &mut paths);
                rest = &after[end..];
            } else {
                let length = path_length(rest);
                paths.push(parts(&rest[..length]));
                rest = &rest[length..];
            }
        }
        paths.retain(|path| !path.is_empty());
        paths
    }

    /// The longest beginning of a path that is a module. `base::Language` is of `base`.
    fn module_of(&self, path: &[String], known: &BTreeSet<&Path>) -> Option<Path> {
        let absolute = match path[0].as_str() {
            "crate" | "annai" => path[1..].to_vec(),
            "self" => [&self.path, &path[1..]].concat(),
            "super" => {
                let up = path.iter().take_while(|part| *part == "super").count();
                let parent = &self.path[..self.path.len().checked_sub(up)?];
                [parent, &path[up..]].concat()
            }
            // A module of its own.
            _ => [&self.path[..], path].concat(),
        };
        let lengths = (1..=absolute.len()).rev();
        let module = lengths.map(|length| absolute[..length].to_vec()).find(|module| known.contains(module))?;
        // What merely stands under the own name says nothing of a child.
        let is_named = matches!(path[0].as_str(), "crate" | "annai" | "self" | "super") || module.len() > self.path.len();
        is_named.then_some(module)
    }
}

/// `a::b` at the beginning of a text: its length.
fn path_length(text: &str) -> usize {
    let word = |text: &str| text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let mut end = word(text);
    while let Some(rest) = text[end..].strip_prefix("::") {
        let next = word(rest);
        if next == 0 {
            break;
        }
        end += 2 + next;
    }
    end
}

fn parts(path: &str) -> Vec<String> {
    path.split("::").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The paths of a tree such as `crate::{base::{Arg, Place}, source as input}`.
fn expand(before: &[String], tree: &str, paths: &mut Vec<Vec<String>>) {
    let tree = tree.trim();
    let Some((head, inner)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or(tree);
        paths.push([before, &parts(path)].concat());
        return;
    };
    let before = [before, &parts(head)].concat();
    let inner = inner.strip_suffix('}').unwrap_or(inner);
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&before, &inner[start..at], paths);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !inner[start..].trim().is_empty() {
        expand(&before, &inner[start..], paths);
    }
}

/// Takes out comments and what stands in quotes.
fn without_text(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if c == '"' {
            quoted(rest, '"')
        } else if let Some(length) = raw_string(rest) {
            length
        } else if c == '\'' {
            character(rest)
        } else {
            0
        };
        if skipped == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            if c.is_alphanumeric() || c == '_' {
                // The rest of a word, so that its last letter begins no raw string.
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                out.push_str(&rest[..end]);
                rest = &rest[end..];
            }
        } else {
            rest = &rest[skipped..];
        }
    }
    out
}

/// The length of what stands in quotes, both included.
fn quoted(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a raw string or a string of bytes.
fn raw_string(text: &str) -> Option<usize> {
    let start = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = start.len() - start.trim_start_matches('#').len();
    start[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", &start[..hashes]);
    let head = text.len() - start.len() + hashes + 1;
    Some(text[head..].find(&end).map_or(text.len(), |at| head + at + end.len()))
}

/// The length of a character in quotes; 1 for the sign of a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.chars().skip(1);
    match (chars.next(), chars.next()) {
        (Some('\\'), _) => quoted(text, '\''),
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 1,
    }
}

/// Takes out the module of tests, which ends a file.
fn without_tests(code: &str) -> String {
    code.find("#[cfg(test)]\nmod tests {").map_or(code, |start| &code[..start]).to_owned()
}

/// Groups of names that lead to each other, each sorted.
pub fn circles(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached = |from: &String| {
        let mut found: BTreeSet<&String> = BTreeSet::new();
        let mut next: Vec<&String> = edges.get(from).into_iter().flatten().collect();
        while let Some(name) = next.pop() {
            if found.insert(name) {
                next.extend(edges.get(name).into_iter().flatten());
            }
        }
        found
    };
    let all: BTreeMap<&String, BTreeSet<&String>> = edges.keys().map(|name| (name, reached(name))).collect();
    let mut circles = BTreeSet::new();
    for (name, reached) in &all {
        let circle: Vec<String> = reached
            .iter()
            .filter(|other| all.get(*other).is_some_and(|back| back.contains(name)))
            .map(|other| (*other).clone())
            .collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}

#[test]
fn paths_are_read_as_they_are_written() {
    let source = "use crate::{base::{Arg, span}, source as input};\n// crate::cli\nlet a = \"crate::cli\" + r#\"crate::\"cli\"# + '\"';\
                  fn f<'a>(x: &'a super::pen::Pen) -> self::view::View { sibling::go(x) }\n#[cfg(test)]\nmod tests { use crate::cli; }";
    let code = without_tests(&without_text(source));
    let module = Module { path: vec!["render".into()], file: String::new(), source: String::new(), code };
    let known: Vec<Path> = ["base", "base/span", "source", "cli", "pen", "render", "render/view", "render/sibling"]
        .map(|path| path.split('/').map(str::to_owned).collect())
        .to_vec();
    let found = module.imports(&known.iter().collect());
    let found: Vec<String> = found.iter().map(|path| path.join("/")).collect();
    assert_eq!(found, ["base", "base/span", "pen", "render/sibling", "render/view", "source"]);
}

#[test]
fn circles_are_found_whole() {
    let edges = |pairs: &[(&str, &str)]| {
        let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in pairs {
            edges.entry((*from).to_owned()).or_default().insert((*to).to_owned());
        }
        edges
    };
    assert_eq!(circles(&edges(&[("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")])), [["a", "b", "c"]]);
    assert!(circles(&edges(&[("a", "b"), ("a", "c"), ("b", "c")])).is_empty());
}
