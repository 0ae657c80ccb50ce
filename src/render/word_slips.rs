//! Compares words for readers with the built-in ones: which variables a message must show, may show, and may choose by. The rules
//! are the same for a site's own files and for those of translators.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse_runtime;
use icu::plurals::{PluralCategory, PluralRules};

use super::builtin_locales::LOCALES;
use super::messages::built_in_files;
use crate::base::{Arg, Diagnostic, Language, Place};
use crate::site::languages::SPOKEN;

/// The plural categories of all languages, as messages name them.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Letters that are fields of a date's pattern (Unicode TR35); `a` only beside an hour of twelve.
const DATE_FIELDS: &str = "GyMLdEcHhKkm";

/// Messages that name a language.
const OWN_LANGUAGE: [&str; 2] = ["formats_language", "date_pattern_language"];

/// What messages know as the case that nothing is known.
const NOTHING: &str = "none";

/// References are followed so far; further on they can only go in a circle.
const FARTHEST: usize = 5;

/// What is wrong with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The message that says it.
    pub message: &'static str,
    /// The variables of that message and of its help.
    pub args: Vec<(&'static str, String)>,
}

impl Slip {
    fn new(message: &'static str, id: &str, found: &str, known: String) -> Self {
        let known = if known.is_empty() { NOTHING.to_owned() } else { known };
        Self { message, args: vec![("id", id.to_owned()), ("found", found.to_owned()), ("known", known)] }
    }

    /// The help that belongs to it.
    pub fn help(&self) -> &'static str {
        match self.message {
            "bad-message-lost" => "bad-message-lost-help",
            "bad-message-variable" => "bad-message-variable-help",
            "bad-message-plural" => "bad-message-plural-help",
            "bad-message-case" => "bad-message-case-help",
            "bad-message-html" => "bad-message-html-help",
            "bad-message-language" => "bad-message-language-help",
            _ => "bad-message-pattern-help",
        }
    }

    /// The variables as messages take them.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        self.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect()
    }

    /// As a finding.
    pub fn at(self, place: Place) -> Diagnostic {
        let finding = Diagnostic::error("bad-message", place).says(self.message).help(self.help());
        self.args.into_iter().fold(finding, |finding, (name, value)| finding.arg(name, value))
    }
}

/// What a message shows, and what it chooses by.
#[derive(Debug, Default, Clone)]
struct Shape {
    /// Variables that are shown where no case applies: always, unless a case has better words.
    shown: BTreeSet<String>,
    /// Variables that are named anywhere.
    named: BTreeSet<String>,
    /// By the variable that decides, the cases, and whether each is the one for all others.
    cases: BTreeMap<String, BTreeSet<(String, bool)>>,
    /// Its own text.
    text: String,
}

/// The messages of a file, or of several.
type Patterns<'t> = BTreeMap<&'t str, &'t Pattern<&'t str>>;

impl Shape {
    fn of(pattern: &Pattern<&str>, others: &Patterns<'_>) -> Self {
        let mut shape = Self::default();
        shape.add(pattern, others, true, 0);
        shape
    }

    fn add(&mut self, pattern: &Pattern<&str>, others: &Patterns<'_>, is_always: bool, depth: usize) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } if depth == 0 => self.text.push_str(value),
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    self.inline(inline, others, is_always, depth);
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let name = decides(selector);
                    self.named.extend(name.map(str::to_owned));
                    for variant in variants {
                        let key = match variant.key {
                            VariantKey::Identifier { name } => name,
                            VariantKey::NumberLiteral { value } => value,
                        };
                        if let Some(name) = name {
                            self.cases.entry(name.to_owned()).or_default().insert((key.to_owned(), variant.default));
                        }
                        self.add(&variant.value, others, is_always && variant.default, depth);
                    }
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, others: &Patterns<'_>, is_always: bool, depth: usize) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.named.insert(id.name.to_owned());
                if is_always {
                    self.shown.insert(id.name.to_owned());
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument, others, is_always, depth));
            }
            InlineExpression::MessageReference { id, attribute: None } if depth < FARTHEST => {
                if let Some(pattern) = others.get(id.name).or_else(|| WHOLE.get(id.name)) {
                    self.add(pattern, others, is_always, depth + 1);
                }
            }
            InlineExpression::StringLiteral { value } if depth == 0 => self.text.push_str(value),
            _ => {}
        }
    }
}

/// The variable by which a message chooses.
fn decides<'t>(selector: &InlineExpression<&'t str>) -> Option<&'t str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments, .. } => arguments.positional.first().and_then(decides),
        _ => None,
    }
}

/// What all built-in languages have in common in a message, and what one of them has.
#[derive(Debug, Clone)]
struct Standard {
    /// Shown by all of them.
    shown: BTreeSet<String>,
    /// Named by one of them.
    named: BTreeSet<String>,
    /// Cases of any of them.
    cases: BTreeMap<String, BTreeSet<String>>,
}

/// The messages of a language that has them all.
static WHOLE: LazyLock<Patterns<'static>> = LazyLock::new(|| {
    let files = built_in_files(SPOKEN[0]);
    patterns_of(files.into_iter().flat_map(FluentResource::entries))
});

static STANDARDS: LazyLock<BTreeMap<String, Standard>> = LazyLock::new(|| {
    let mut standards: BTreeMap<String, Standard> = BTreeMap::new();
    for locale in LOCALES {
        let patterns = patterns_of(built_in_files(locale.tag).into_iter().flat_map(FluentResource::entries));
        for (id, pattern) in &patterns {
            let shape = Shape::of(pattern, &patterns);
            let standard = standards.entry((*id).to_owned()).or_insert_with(|| Standard {
                shown: shape.shown.clone(),
                named: BTreeSet::new(),
                cases: BTreeMap::new(),
            });
            standard.shown.retain(|name| shape.shown.contains(name));
            standard.named.extend(shape.named);
            for (name, cases) in shape.cases {
                standard.cases.entry(name).or_default().extend(cases.into_iter().map(|(case, _)| case));
            }
        }
    }
    standards
});

fn patterns_of<'t>(entries: impl Iterator<Item = &'t Entry<&'t str>>) -> Patterns<'t> {
    entries
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
            _ => None,
        })
        .collect()
}

/// What is wrong in the messages of a file, by their ids; of those that the generator has too.
pub fn slips(language: &Language, text: &str) -> Vec<(String, Slip)> {
    let (Ok(resource) | Err((resource, _))) = parse_runtime(text);
    let patterns = patterns_of(resource.body.iter());
    let mut found = Vec::new();
    for (id, pattern) in &patterns {
        if let Some(standard) = STANDARDS.get(*id) {
            let shape = Shape::of(pattern, &patterns);
            found.extend(of_message(language, id, &shape, standard).into_iter().map(|slip| ((*id).to_owned(), slip)));
        }
    }
    found
}

fn of_message(language: &Language, id: &str, shape: &Shape, standard: &Standard) -> Vec<Slip> {
    let sign = |name: &str| format!("${name}");
    let mut slips = Vec::new();
    // Where words of a variable have another name in another language, both are told: the one that is there helps to see the slip.
    let foreign = shape.named.difference(&standard.named);
    let known = || standard.named.iter().map(|name| sign(name)).collect::<Vec<_>>().join(", ");
    slips.extend(foreign.map(|name| Slip::new("bad-message-variable", id, &sign(name), known())));
    // A message that refers to another shows what that one shows; which it will be is known only when it is put together.
    let lost = standard.shown.iter().filter(|name| !shape.shown.contains(*name));
    slips.extend(lost.map(|name| Slip::new("bad-message-lost", id, &sign(name), String::new())));
    for (name, cases) in &shape.cases {
        let Some(known) = standard.cases.get(name) else { continue };
        let is_number = |case: &str| case.parse::<f64>().is_ok();
        let is_plural = known.iter().all(|case| CATEGORIES.contains(&&**case) || is_number(case));
        for (case, is_default) in cases {
            if is_plural && !CATEGORIES.contains(&&**case) && !is_number(case) {
                slips.push(Slip::new("bad-message-plural", id, case, categories(language)));
            } else if !is_plural && !is_default && !known.contains(case) {
                let known = known.iter().cloned().collect::<Vec<_>>().join(", ");
                slips.push(Slip::new("bad-message-case", id, case, known));
            }
        }
    }
    if let Some(tag) = html(&shape.text).filter(|_| !id.ends_with("_html")) {
        slips.push(Slip::new("bad-message-html", id, tag, String::new()));
    }
    let text = shape.text.trim();
    if OWN_LANGUAGE.contains(&id) {
        // Words that were taken over from another language may name that one.
        if !text.is_empty() && Language::parse(text).is_none() {
            slips.push(Slip::new("bad-message-language", id, text, language.as_str().to_owned()));
        }
    } else if id.starts_with("date_pattern_")
        && let Some(found) = no_field(text)
    {
        slips.push(Slip::new("bad-message-pattern", id, found, String::new()));
    }
    slips
}

/// The plural categories of a language, as messages name them.
fn categories(language: &Language) -> String {
    let Ok(rules) = PluralRules::try_new_cardinal((&language.locale()).into()) else { return CATEGORIES.join(", ") };
    let name = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    let own: Vec<&str> = rules.categories().map(name).collect();
    CATEGORIES.into_iter().filter(|name| own.contains(name)).collect::<Vec<_>>().join(", ")
}

/// The first tag of HTML in words that hold none.
fn html(text: &str) -> Option<&str> {
    let begins = |rest: &str| rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
    let (at, _) = text.match_indices('<').find(|(at, _)| text.get(at + 1..).is_some_and(begins))?;
    let end = text.get(at..)?.find('>')?;
    text.get(at..=at + end)
}

/// Letters of a date's pattern that are no field of it, or one that it has already: words that lack their quotation marks.
fn no_field(pattern: &str) -> Option<&str> {
    let has_half_day = pattern.contains(['h', 'K']);
    let mut seen: BTreeSet<char> = BTreeSet::new();
    let mut is_quoted = false;
    let mut last = None;
    for (at, c) in pattern.char_indices() {
        if c == '\'' {
            is_quoted = !is_quoted;
        } else if !is_quoted && c.is_ascii_alphabetic() && last != Some(c) {
            let is_field = DATE_FIELDS.contains(c) || c == 'a' && has_half_day;
            if !is_field || !seen.insert(c) {
                let is_letter = |c: char| c.is_alphabetic();
                let start = pattern.get(..at)?.trim_end_matches(is_letter).len();
                let end = pattern.get(at..)?.find(|c| !is_letter(c)).map_or(pattern.len(), |end| at + end);
                return pattern.get(start..end);
            }
        }
        last = Some(c).filter(|_| !is_quoted);
    }
    is_quoted.then(|| pattern.rfind('\'').and_then(|at| pattern.get(at..))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::builtin_locales::{FOR_READERS, LOCALES};

    fn found(tag: &str, text: &str) -> Vec<(&'static str, String)> {
        let found = slips(&Language::parse(tag).unwrap(), text);
        found.into_iter().map(|(_, slip)| (slip.message, slip.args[1].1.clone())).collect()
    }

    #[test]
    fn built_in_words_have_no_slip() {
        for locale in LOCALES {
            for (name, text) in locale.files.iter().filter(|(name, _)| FOR_READERS.contains(name)) {
                assert_eq!(slips(&Language::parse(locale.tag).unwrap(), text), [], "{}/{name}", locale.tag);
            }
        }
    }

    #[test]
    fn facts_that_words_would_lose_are_named() {
        let one = |text: &str| match &found("es", text)[..] {
            [(message, found)] => (*message, found.clone()),
            other => panic!("{text}: {other:?}"),
        };
        let lost = |name: &str| ("bad-message-lost", format!("${name}"));
        assert_eq!(one("length_at_least = al menos\n"), lost("value"));
        assert_eq!(one("money_yen = yenes\n"), lost("number"));
        assert_eq!(one("fiscal_year = año fiscal\n"), lost("year"));
        assert_eq!(one("can_what = { $profession }\n"), lost("purpose"));
        assert_eq!(one("state_closed = Cerrada { $count }\n"), ("bad-message-variable", "$count".into()));
        assert_eq!(
            found("es", "page_of = Página { $page } de { $pagina }\n"),
            [("bad-message-variable", "$pagina".into()), lost("pages")]
        );
        let plural = |case: &str, other: &str| {
            format!("length_months = {{ $plural ->\n    [{case}] {{ $number }} mes\n   *[{other}] {{ $number }} meses\n}}\n")
        };
        assert_eq!(one(&plural("uno", "other")), ("bad-message-plural", "uno".into()));
        assert_eq!(one(&plural("one", "otros")), ("bad-message-plural", "otros".into()));
        assert_eq!(found("es", &plural("one", "other")), []);
        assert_eq!(found("es", &plural("1", "other")), []);
        assert_eq!(found("ar", "length_years = { $plural ->\n    [two] سنتان\n   *[other] { $number } سنة\n}\n"), []);
        assert_eq!(found("vi", "length_years = { $number } năm\n"), []);
        assert_eq!(one("menu_label = <b>Menú</b>\n"), ("bad-message-html", "<b>".into()));
        assert_eq!(found("es", "separator_html = :<wbr>\nown_words = { $anything } <b>x</b>\nmenu_label = menos < 3\n"), []);
        assert_eq!(one("formats_language = spanish\n"), ("bad-message-language", "spanish".into()));
        assert_eq!(found("ar", "date_pattern_language = en\nformats_language = en\n"), []);
        assert_eq!(one("date_pattern_day = E d de MMMM de y\n"), ("bad-message-pattern", "de".into()));
        assert_eq!(one("date_pattern_day = d MMMM 'de y\n"), ("bad-message-pattern", "'de y".into()));
        assert_eq!(found("es", "date_pattern_minute = E d 'de' MMMM 'de' y, h:mm a\n"), []);
    }

    #[test]
    fn the_names_of_plurals_are_those_of_the_language() {
        let of = |tag: &str| categories(&Language::parse(tag).unwrap());
        assert_eq!([of("es"), of("ja"), of("ar")], ["one, many, other", "other", "zero, one, two, few, many, other"]);
    }
}
