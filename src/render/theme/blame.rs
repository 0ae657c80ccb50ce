//! Which template of the site is to blame for what the engine says, and where in it.

use std::collections::{BTreeMap, BTreeSet};

use tera::{ErrorKind, Tera};

use super::tags::{Block, blocks, extends, tags};
use super::templates::{BUILT_IN, Override, Overrides, Templates, built_in};
use crate::base::{Diagnostic, Place, Span};

/// Most blocks that may lie in one another. The engine calls itself for each.
const DEEPEST: usize = 64;

/// What is wrong with a template, and where in it.
pub struct Problem {
    /// The template's name.
    pub template: String,
    span: Span,
    words: Words,
}

/// What is said of it.
enum Words {
    /// By the engine.
    Engine(String),
    /// A block that this template, which is filled by that one, does not have.
    LacksBlock(String, String),
    /// A block that comes to lie in itself.
    InItself(String),
}

impl Problem {
    fn whole(template: &str, words: String) -> Self {
        Self { template: template.to_owned(), span: Span::default(), words: Words::Engine(words) }
    }

    fn named(template: &str, name: &str, at: usize, words: String) -> Self {
        Self { span: Span::new(at, at + name.len()), ..Self::whole(template, words) }
    }

    /// The finding.
    pub fn diagnose(&self, overrides: &Overrides) -> Diagnostic {
        let place = match overrides.get(&*self.template) {
            Some(own) => Place::new(&own.path, own.in_file(self.span)),
            None => Place::new(&format!("themes/{BUILT_IN}{}", bare(&self.template)).into(), self.span),
        };
        let finding = Diagnostic::error("template-error", place).help("template-error-help");
        let finding = finding.arg("template", self.template.as_str());
        match &self.words {
            Words::Engine(words) => finding.arg("problem", words.as_str()),
            Words::LacksBlock(block, by) => {
                let finding = finding.says("template-lacks-block").help("template-lacks-block-help");
                finding.arg("block", block.as_str()).arg("by", bare(by))
            }
            Words::InItself(block) => finding.says("template-block-in-itself").arg("block", block.as_str()),
        }
    }

    /// Does it only follow from a template that has already made way: one without a built-in one, or its blocks and components?
    pub fn follows(&self, templates: Templates<'_>) -> bool {
        let Words::Engine(words) = &self.words else { return false };
        let lacks = quoted(words).next().unwrap_or_default();
        let has = |text: &str| tags(text).iter().any(|tag| matches!(tag.word, "block" | "component") && tag.name == lacks);
        let mut gone = templates.overrides.iter().filter(|(name, _)| !templates.standing.contains(&***name));
        gone.any(|(name, own)| **name == *lacks || has(&own.text))
    }
}

/// The finding for an error while a page was rendered.
pub fn while_rendered(template: &str, error: &tera::Error, overrides: &Overrides) -> Diagnostic {
    let problem = reported(error).unwrap_or_else(|| Problem::whole(template, error.to_string()));
    problem.diagnose(overrides)
}

/// The finding for a template of the site under a name by which built-in ones are called.
pub fn takes_name(name: &str, own: &Override) -> Diagnostic {
    let place = Place::file(&own.path);
    let finding = Diagnostic::error("template-error", place).says("template-takes-name").help("template-takes-name-help");
    finding.arg("template", name).arg("bare", bare(name))
}

/// What is wrong where the engine does not take all templates: in templates of the site, as the built-in ones have no mistakes.
pub fn blame(error: &tera::Error, templates: Templates<'_>) -> Vec<Problem> {
    let mut problems = match error.kind() {
        // The engine tells the first of them alone.
        ErrorKind::SyntaxError(_) => {
            let alone = |name: &&str| reported(&Tera::new().add_raw_template(name, templates.text(name)).err()?);
            templates.standing.iter().filter_map(alone).collect()
        }
        ErrorKind::MissingParent { current, parent } => {
            let tag = tags(templates.text(current)).into_iter().find(|tag| tag.word == "extends");
            vec![Problem::named(current, parent, tag.map_or(0, |tag| tag.at), format!("Unknown template `{parent}`"))]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
            circular(tpl, chain, &error.to_string(), templates).into_iter().collect()
        }
        ErrorKind::Msg(text) => match in_reports(text, templates) {
            found if found.is_empty() => twice(text, templates).into_iter().collect(),
            found => found.into_iter().map(|problem| lacks_block(problem, templates)).collect(),
        },
        _ => Vec::new(),
    };
    if problems.is_empty() {
        problems.push(Problem::whole("", error.to_string().lines().next().unwrap_or_default().to_owned()));
    }
    let first = templates.standing.iter().next().copied().unwrap_or_default();
    for problem in problems.iter_mut().filter(|problem| !templates.standing.contains(&*problem.template)) {
        (problem.template, problem.span) = (first.to_owned(), Span::default());
    }
    // A block that many templates fill is lacking once.
    let mut lacking = BTreeSet::new();
    problems.retain(|problem| match &problem.words {
        Words::LacksBlock(block, _) => lacking.insert((problem.template.clone(), block.clone())),
        _ => true,
    });
    problems
}

/// An error that has its place with it.
fn reported(error: &tera::Error) -> Option<Problem> {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else { return None };
    let (template, range) = (report.filename().to_owned(), &report.span().range);
    Some(Problem { template, span: Span::new(range.start, range.end), words: Words::Engine(report.message().to_owned()) })
}

/// Templates that extend or include one another: to blame is the one that names another where the built-in one does not.
fn circular(template: &str, chain: &[String], words: &str, templates: Templates<'_>) -> Option<Problem> {
    let mut all =
        std::iter::once(template).chain(chain.iter().map(String::as_str)).filter(|name| templates.standing.contains(name));
    let first = all.clone().next()?;
    let names_another = |name: &str| {
        let usual = tags(built_in(name).unwrap_or_default());
        let is_new = |word: &str, named: &str| !usual.iter().any(|tag| tag.word == word && tag.name == named);
        let tag = tags(templates.text(name)).into_iter().find(|tag| {
            let another = templates.resolve(tag.name).unwrap_or_default();
            matches!(tag.word, "extends" | "include") && chain.contains(&another) && is_new(tag.word, tag.name)
        })?;
        Some(Problem::named(name, tag.name, tag.at, words.to_owned()))
    };
    all.find_map(names_another).or_else(|| Some(Problem::whole(first, words.to_owned())))
}

/// A component that two templates of the site have.
fn twice(words: &str, templates: Templates<'_>) -> Option<Problem> {
    let component = quoted(words).next()?;
    let template = quoted(words).skip(1).filter(|name| templates.standing.contains(name)).last()?;
    let tag = tags(templates.text(template)).into_iter().find(|tag| tag.word == "component" && tag.name == component)?;
    Some(Problem::named(template, component, tag.at, words.to_owned()))
}

/// A block that nothing has which the template extends: to blame is the site's template that has it no more.
fn lacks_block(problem: Problem, templates: Templates<'_>) -> Problem {
    let Words::Engine(words) = &problem.words else { return problem };
    let block = quoted(words).next().filter(|_| words.starts_with("Block ")).unwrap_or_default().to_owned();
    let had = |name: &&String| {
        templates.standing.contains(&***name) && built_in(name).is_some_and(|text| blocks(text).contains_key(&*block))
    };
    let parents = parents(&problem.template, templates);
    let bared = parents.iter().find(had).or_else(|| {
        // A built-in template fits the built-in ones: any other of the site that stands between is to blame.
        parents.iter().find(|name| problem.template.starts_with(BUILT_IN) && templates.standing.contains(&***name))
    });
    match bared {
        Some(template) => {
            let words = Words::LacksBlock(block, problem.template);
            Problem { template: template.clone(), span: Span::default(), words }
        }
        None => problem,
    }
}

/// What a template extends, from the nearest on.
fn parents(template: &str, templates: Templates<'_>) -> Vec<String> {
    let mut parents: Vec<String> = Vec::new();
    let mut last = template.to_owned();
    while let Some(parent) = extends(templates.text(&last)).and_then(|name| templates.resolve(name)) {
        if parents.contains(&parent) {
            break;
        }
        parents.push(parent.clone());
        last = parent;
    }
    parents
}

/// Blocks that come to lie in themselves, through `super()` and the templates that are extended: the engine would call itself
/// without end.
pub fn circles(templates: Templates<'_>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    if templates.standing.is_empty() {
        return problems;
    }
    for leaf in templates.names() {
        let chain: Vec<String> = std::iter::once(leaf.clone()).chain(parents(&leaf, templates)).collect();
        let own = chain.iter().find(|name| templates.standing.contains(&***name));
        let Some(own) = own.filter(|_| chain.len() > 1) else { continue };
        let levels: Vec<_> = chain.iter().map(|name| blocks(templates.text(name))).collect();
        let mut ended = BTreeSet::new();
        let starts = levels.iter().flat_map(|level| level.keys()).filter_map(|block| begin(&levels, 0, block));
        for start in starts {
            let Some((level, block)) = endless(&levels, start, &mut Vec::new(), &mut ended) else { continue };
            let named = chain.get(level).filter(|name| templates.standing.contains(&***name));
            let at = named.and(levels.get(level)).and_then(|level| level.get(block)).map_or(0, |block: &Block<'_>| block.at);
            let template = named.unwrap_or(own);
            let words = Words::InItself(block.to_owned());
            problems.push(Problem { words, ..Problem::named(template, if at == 0 { "" } else { block }, at, String::new()) });
            break;
        }
    }
    problems
}

type Levels<'a> = [BTreeMap<&'a str, Block<'a>>];

/// The first template from a level on that has a block.
fn begin<'a>(levels: &Levels<'a>, from: usize, block: &'a str) -> Option<(usize, &'a str)> {
    let level = levels.iter().skip(from).position(|level| level.contains_key(block))?;
    Some((from + level, block))
}

/// The block on which the way from this one does not end.
fn endless<'a>(
    levels: &Levels<'a>,
    (level, block): (usize, &'a str),
    way: &mut Vec<(usize, &'a str)>,
    ended: &mut BTreeSet<(usize, &'a str)>,
) -> Option<(usize, &'a str)> {
    if ended.contains(&(level, block)) {
        return None;
    }
    if way.contains(&(level, block)) || way.len() > DEEPEST {
        // The template furthest from the base put it there.
        return way.iter().copied().min();
    }
    let found = levels.get(level)?.get(block)?;
    way.push((level, block));
    let above = found.calls_super.then(|| begin(levels, level + 1, block)).flatten();
    let inside = found.inside.iter().filter_map(|inner| begin(levels, 0, inner));
    let endless = inside.chain(above).find_map(|next| endless(levels, next, way, ended));
    way.pop();
    ended.insert((level, block));
    endless
}

/// The engine hands several errors over as one text of reports: `error: …` and `--> file:line:column`.
fn in_reports(text: &str, templates: Templates<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut words = "";
    for line in text.lines().map(str::trim) {
        if let Some(message) = line.strip_prefix("error: ") {
            words = message;
        } else if let Some(place) = line.strip_prefix("--> ") {
            let mut parts = place.rsplitn(3, ':');
            let column = parts.next().and_then(|part| part.parse::<usize>().ok());
            let line = parts.next().and_then(|part| part.parse::<usize>().ok());
            let (Some(column), Some(line), Some(name)) = (column, line, parts.next()) else { continue };
            let span = span_at(templates.text(name), line, column);
            problems.push(Problem { span, ..Problem::whole(name, words.to_owned()) });
        }
    }
    problems
}

/// The word or quoted text at a line and column, both counted from 1.
fn span_at(text: &str, line: usize, column: usize) -> Span {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(0, |(i, _)| i);
    let rest = rest.get(within..).unwrap_or_default();
    let first = rest.chars().next().unwrap_or_default();
    let length = match first {
        '"' | '\'' | '`' => rest[1..].find([first, '\n']).map_or(1, |end| end + 2),
        _ => rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()).max(first.len_utf8()).min(rest.len()),
    };
    Span::new(before + within, before + within + length)
}

/// The names that the engine quotes.
fn quoted(words: &str) -> impl Iterator<Item = &str> {
    words.split('`').skip(1).step_by(2)
}

fn bare(template: &str) -> &str {
    template.strip_prefix(BUILT_IN).unwrap_or(template)
}
