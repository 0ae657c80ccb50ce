//! The words of one language: the built-in ones, overlaid by the site's own, with other languages behind them.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use super::builtin_locales::{BuiltinLocale, FOR_READERS, LOCALES};
use super::locale_file;
use super::untranslated;
use crate::base::{Arg, Choice, Diagnostic, Language};
use crate::model::document::unreadable;
use crate::site::languages::SPOKEN;
use crate::source::{File, Sources};

/// The file whose messages are for readers, in templates.
const READER_FILE: &str = "reader.ftl";

type Files = Vec<(&'static str, Arc<FluentResource>)>;

/// The built-in files of each language, by name. Read once: every language falls back to others.
static BUILT_IN: LazyLock<Vec<(&str, Files)>> = LazyLock::new(|| {
    // A test holds that built-in files have no mistakes.
    let read = |text: &str| FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let files = |locale: &BuiltinLocale| locale.files.iter().map(|(name, text)| (*name, Arc::new(read(text)))).collect();
    LOCALES.iter().map(|locale| (locale.tag, files(locale))).collect()
});

/// Reads the built-in files before they are needed.
pub fn read_built_in() {
    LazyLock::force(&BUILT_IN);
}

/// The messages of one language. Shared by all threads that render or report in it.
pub struct Messages {
    language: Language,
    /// This language first, then those that stand in for it. Each has its own plural rules.
    bundles: Vec<FluentBundle<Arc<FluentResource>>>,
    /// How many of them, from the first, its readers read as their own.
    own: usize,
    /// Every message for readers that needs no variables, by id: those of `reader.ftl` and those of the site's own files. Pages
    /// are full of them.
    plain: HashMap<String, String>,
}

impl Messages {
    /// Gathers the words of `language`. A message that it lacks is taken from languages that its readers read as their own (`pt-BR`, `pt`), then from
    /// the `fallback` languages, then from English, then from Japanese. The findings are
    /// those of the site's files in all these languages.
    pub fn build(language: &Language, fallback: &[Language], sources: &Sources) -> (Self, Vec<Diagnostic>) {
        Self::build_with(language, fallback, sources, |_| None)
    }

    /// The same for pages: `wrap` says how the words of a language are marked that is not the readers' own.
    pub fn build_with(
        language: &Language,
        fallback: &[Language],
        sources: &Sources,
        wrap: impl Fn(&Language) -> Option<untranslated::Wrap>,
    ) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut reader_ids = Vec::new();
        let mut words_of = |tag: &Language| {
            let mut bundle = bundle(tag.as_str(), sources, &mut reader_ids, &mut findings)?;
            bundle.set_transform(wrap(tag));
            Some(bundle)
        };
        let own_tags: Vec<Language> = language.own().collect();
        let (own, others): (Vec<Language>, Vec<Language>) =
            chain(language, fallback).into_iter().partition(|tag| own_tags.contains(tag));
        let mut bundles: Vec<_> = own.iter().filter_map(&mut words_of).collect();
        let own = bundles.len();
        bundles.extend(others.iter().filter_map(&mut words_of));
        reader_ids.sort();
        reader_ids.dedup();
        let mut messages = Self { language: language.clone(), bundles, own, plain: HashMap::new() };
        let plain = |id: &str| messages.find(id, &[], 0).filter(|found| !found.lacks_variable).map(|found| found.text);
        messages.plain = reader_ids.into_iter().filter_map(|id| Some((plain(&id)?, id))).map(|(text, id)| (id, text)).collect();
        (messages, findings)
    }

    /// The language that was asked for.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The text of a message without variables. `id.attribute` names an attribute.
    pub fn text(&self, id: &str) -> String {
        self.plain(id).map_or_else(|| self.format(id, &[]), str::to_owned)
    }

    /// The text of a message that is no words for readers, but something to be read.
    pub fn setting(&self, id: &str) -> String {
        untranslated::stripped(self.text(id))
    }

    /// The same, of a message that is of no use when it is another language's.
    pub fn own_setting(&self, id: &str) -> Option<String> {
        let has = self.bundles.iter().take(self.own).any(|bundle| pattern(bundle, id).is_some());
        has.then(|| self.setting(id))
    }

    /// The same of a message for readers, where it is at hand.
    pub fn plain(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    /// The text of a message with its variables. A missing message is shown as `⟨id⟩`.
    pub fn format(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.find(id, args, 0).map_or_else(|| format!("⟨{id}⟩"), |found| found.text)
    }

    /// Is there such a message, in any of the languages that may be shown?
    pub fn has(&self, id: &str) -> bool {
        self.bundles.iter().any(|bundle| pattern(bundle, id).is_some())
    }

    /// Every message for readers that needs no variables, by id: those of `reader.ftl` and those of the site's own files.
    pub fn plain_messages(&self) -> &HashMap<String, String> {
        &self.plain
    }

    /// The first flawless text of a message, from the bundle `first` onwards; else the first text.
    fn find(&self, id: &str, args: &[(&str, Arg)], first: usize) -> Option<Found> {
        let mut flawed = None;
        for (index, bundle) in self.bundles.iter().enumerate().skip(first) {
            let Some(pattern) = pattern(bundle, id) else { continue };
            let mut errors = Vec::new();
            let args: FluentArgs = args.iter().map(|(name, arg)| (*name, self.value(arg, args, index))).collect();
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            let found = Found { text, lacks_variable: errors.iter().any(is_missing_variable) };
            if errors.is_empty() {
                return Some(found);
            }
            // A message that refers to one which only another language has: that language may have this one too.
            flawed.get_or_insert(found);
        }
        flawed
    }

    /// The value of a variable, its words taken from the language of the message around it. They may have variables too.
    fn value(&self, arg: &Arg, args: &[(&str, Arg)], bundle: usize) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Message(id) => {
                // Without the args that are messages: they could name each other in a circle.
                let args: Vec<_> = args.iter().filter(|(_, arg)| !matches!(arg, Arg::Message(_))).cloned().collect();
                let found = self.find(id, &args, bundle).or_else(|| self.find(id, &args, 0));
                FluentValue::from(found.map_or_else(|| format!("⟨{id}⟩"), |found| found.text))
            }
            Arg::Words(choices) => {
                let words: Vec<String> = choices.iter().map(|choice| self.choice(choice, bundle)).collect();
                let separator = self.find("choice-separator", &[], bundle).map_or_else(String::new, |found| found.text);
                FluentValue::from(words.join(&separator))
            }
        }
    }
}

impl Messages {
    /// What can be written, with its name in the language of the message around it unless that says no more.
    fn choice(&self, choice: &Choice, bundle: usize) -> String {
        let own = self.bundles.get(bundle).and_then(|bundle| bundle.locales.first());
        let is_own =
            |language: &Language| own.is_some_and(|own| language.as_str().split('-').next() == Some(own.language.as_str()));
        let name = choice.names.iter().find(|(language, _)| is_own(language)).map(|(_, name)| &**name);
        let is_news = |name: &&str| name.to_lowercase().replace(' ', "-") != *choice.id;
        let found = name.filter(is_news).and_then(|name| {
            let args = [("id", Arg::from(&*choice.id)), ("name", Arg::from(name))];
            self.find("choice-with-name", &args, bundle)
        });
        found.map_or_else(|| choice.id.to_string(), |found| found.text)
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

struct Found {
    text: String,
    lacks_variable: bool,
}

fn is_missing_variable(error: &FluentError) -> bool {
    matches!(error, FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { .. })))
}

/// The tags whose words may be shown, the best first.
fn chain(language: &Language, fallback: &[Language]) -> Vec<Language> {
    let mut tags: Vec<Language> = Vec::new();
    let wanted = std::iter::once(language).chain(fallback).flat_map(Language::own);
    for tag in wanted.chain(SPOKEN.into_iter().filter_map(Language::parse)) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// The words of one tag, built in and the site's own; `None` when there are none.
fn bundle(
    tag: &str,
    sources: &Sources,
    reader_ids: &mut Vec<String>,
    findings: &mut Vec<Diagnostic>,
) -> Option<FluentBundle<Arc<FluentResource>>> {
    let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.add_function("NUMBER", number).ok();
    let mut any = false;

    for (name, resource) in BUILT_IN.iter().filter(|(locale, _)| *locale == tag).flat_map(|(_, files)| files) {
        if *name == READER_FILE {
            reader_ids.extend(ids(resource));
        }
        bundle.add_resource_overriding(resource.clone());
        any = true;
    }
    for (path, file) in site_files(tag, sources) {
        let text = match file {
            File::Text(text) => text,
            File::Binary(_) | File::Stored(_) => continue,
            File::Unreadable(why) => {
                findings.push(unreadable(path, why));
                continue;
            }
        };
        let (resource, mut problems) = locale_file::read(path, text);
        findings.append(&mut problems);
        let Some(resource) = resource else { continue };
        reader_ids.extend(ids(&resource).filter(|id| !is_for_editors(id)));
        bundle.add_resource_overriding(Arc::new(resource));
        any = true;
    }
    any.then_some(bundle)
}

/// Fluent's NUMBER() with the option `type` ("cardinal" or "ordinal") alone: fluent-bundle's own can panic on the others,
/// and formats of numbers are ICU's matter.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = positional.first() else { return FluentValue::Error };
    let mut number = number.clone();
    if let Some(FluentValue::String(kind)) = named.get("type") {
        number.options.r#type = kind.as_ref().into();
    }
    FluentValue::Number(number)
}

/// The site's `locales/<tag>/*.ftl`, in the order of their paths.
pub(super) fn site_files<'a>(tag: &str, sources: &'a Sources) -> impl Iterator<Item = (&'a Arc<str>, &'a File)> {
    sources.files.iter().filter_map(move |(path, file)| {
        let (folder, name) = path.strip_prefix("locales/")?.split_once('/')?;
        let belongs = name.ends_with(".ftl") && Language::parse(folder).is_some_and(|language| language.as_str() == tag);
        belongs.then_some((path, &**file))
    })
}

/// The built-in files of a tag.
pub(super) fn built_in_files(tag: &str) -> Vec<&'static FluentResource> {
    let files = BUILT_IN.iter().find(|(locale, _)| *locale == tag).map_or(&[][..], |(_, files)| files);
    files.iter().map(|(_, resource)| &**resource).collect()
}

/// The ids of the built-in messages of a tag: all, or those of the files that readers meet.
pub(super) fn built_in_ids(tag: &str, for_readers: bool) -> impl Iterator<Item = String> {
    let files = BUILT_IN.iter().filter(move |(locale, _)| *locale == tag).flat_map(|(_, files)| files);
    files.filter(move |(name, _)| !for_readers || FOR_READERS.contains(name)).flat_map(|(_, resource)| ids(resource))
}

fn ids(resource: &FluentResource) -> impl Iterator<Item = String> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    })
}

/// Reader messages are named with underscores, as templates need it; all others of the tool with hyphens.
fn is_for_editors(id: &str) -> bool {
    id.contains('-')
}

/// The built-in language that has the words for editors of `tag`, if any: itself, or one that its readers read as their own.
pub fn builtin_language(language: &Language) -> Option<Language> {
    let speaks = |own: &Language| LOCALES.iter().any(|locale| locale.tag == own.as_str() && locale.is_for_editors());
    language.own().find(speaks)
}

/// The pattern of a message or, for `id.attribute`, of one of its attributes.
fn pattern<'a>(bundle: &'a FluentBundle<Arc<FluentResource>>, id: &str) -> Option<&'a fluent_syntax::ast::Pattern<&'a str>> {
    match id.split_once('.') {
        None => bundle.get_message(id)?.value(),
        Some((id, attribute)) => Some(bundle.get_message(id)?.get_attribute(attribute)?.value()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn language(tag: &str) -> Language {
        Language::parse(tag).unwrap()
    }

    fn messages(tag: &str, fallback: &[&str], files: &[(&str, &str)]) -> (Messages, Vec<Diagnostic>) {
        let sources = files.iter().fold(Sources::new(Timestamp::UNIX_EPOCH), |sources, (path, text)| sources.with(path, text));
        let fallback: Vec<Language> = fallback.iter().map(|tag| language(tag)).collect();
        Messages::build(&language(tag), &fallback, &sources)
    }

    #[test]
    fn messages_are_shared_by_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Messages>();
    }

    #[test]
    fn the_site_overrides_and_adds() {
        let files = [("locales/ja/site.ftl", "severity-error = まちがい\nours = 私たちの{ $what }\n .short = 短く\n")];
        let (ja, findings) = messages("ja", &[], &files);
        assert_eq!(findings, []);
        assert_eq!(ja.text("severity-error"), "まちがい");
        assert_eq!(ja.text("severity-warning"), "警告");
        assert_eq!(ja.format("ours", &[("what", Arg::Message("severity-warning"))]), "私たちの警告");
        assert_eq!(ja.text("ours.short"), "短く");
        assert_eq!(ja.text("ours.long"), "⟨ours.long⟩");
        assert_eq!(ja.text(""), "⟨⟩");
        assert!(ja.has("ours") && ja.has("ours.short") && !ja.has("theirs"));
    }

    #[test]
    fn a_language_falls_back_step_by_step() {
        let files = [
            ("locales/pt-br/a.ftl", "greeting = Oi\n"),
            ("locales/pt/a.ftl", "greeting = Olá\nfarewell = Adeus\n"),
            ("locales/ja/a.ftl", "greeting = やあ\nonly-source = 日本語\n"),
        ];
        let (pt, findings) = messages("pt-BR", &["ja"], &files);
        assert_eq!(findings, []);
        let said = ["greeting", "farewell", "only-source", "severity-error"].map(|id| pt.text(id));
        assert_eq!(said, ["Oi", "Adeus", "日本語", "エラー"]);
        let (ar, _) = messages("ar", &[], &[("locales/ar/a.ftl", "severity-info = ملاحظة")]);
        assert_eq!([ar.text("severity-info"), ar.text("severity-error")], ["ملاحظة", "error"]);
    }

    #[test]
    fn plurals_are_those_of_the_language_of_the_message() {
        let files = [
            ("locales/ru/a.ftl", "n = { NUMBER($n) ->\n [one] { $n } день\n [few] { $n } дня\n *[other] { $n } дней\n }\n"),
            ("locales/en/a.ftl", "en-n = { $n ->\n [one] one day\n *[other] { $n } days\n }\n"),
        ];
        let (ru, _) = messages("ru", &["en"], &files);
        let days = |id, n| ru.format(id, &[("n", Arg::Number(n))]);
        assert_eq!([days("n", 21), days("n", 3), days("n", 5)], ["21 день", "3 дня", "5 дней"]);
        assert_eq!([days("en-n", 1), days("en-n", 21)], ["one day", "21 days"]);
    }

    #[test]
    fn words_inside_a_message_are_of_its_language() {
        let (ar, _) = messages("ar", &["ja"], &[("locales/ar/a.ftl", "value-text = نص\n")]);
        let args = [("expected", Arg::Message("value-text")), ("found", Arg::Message("found-list"))];
        assert!(!ar.format("wrong-shape", &args).contains("نص"));
        assert_eq!(ar.text("value-text"), "نص");
    }

    #[test]
    fn a_reference_to_what_is_missing_uses_another_language() {
        let files = [("locales/fr/a.ftl", "x = { y } !\n"), ("locales/en/a.ftl", "x = { y }.\ny = word\n")];
        assert_eq!(messages("fr", &[], &files).0.text("x"), "word.");
    }

    #[test]
    fn plain_messages_are_the_readers() {
        let file =
            "site_title = 案内\nwith_var = { $x }\nindirect = { with_var }\nchoice = { $x ->\n *[a] b\n }\nwrong-shape = z\n";
        let (ja, _) = messages("ja", &[], &[("locales/ja/site.ftl", file)]);
        let plain = ja.plain_messages();
        assert!(plain.get("site_title").is_some_and(|text| text == "案内"));
        assert!(["with_var", "indirect", "choice", "wrong-shape"].iter().all(|id| !plain.contains_key(*id)));
    }

    #[test]
    fn mistakes_are_found_and_the_rest_is_used() {
        let (ja, findings) = messages("ja", &[], &[("locales/ja/site.ftl", "a = b\nc = }\n\nd = e\n")]);
        assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["locale-syntax"]);
        assert_eq!([ja.text("a"), ja.text("d"), ja.text("c")], ["b", "e", "⟨c⟩"]);
    }

    #[test]
    fn loops_and_floods_end() {
        let flood: String = (0..200).map(|i| format!("m{i} = {{ m{0} }}{{ m{0} }}\n", i + 1)).collect();
        let (ja, _) = messages("ja", &[], &[("locales/ja/a.ftl", &format!("loop = {{ loop }}\n{flood}"))]);
        assert!(ja.text("loop").contains("loop"));
        assert!(ja.text("m0").len() < 1000);
    }

    proptest::proptest! {
        #[test]
        fn no_file_makes_the_resolver_panic(parts in proptest::collection::vec(0_usize..PARTS.len(), 0..60), n in proptest::num::i64::ANY) {
            let text: String = parts.iter().filter_map(|i| PARTS.get(*i).copied()).collect();
            let (ja, _) = messages("ja", &[], &[("locales/ja/a.ftl", &text)]);
            for id in ["a", "b", "a.x", "b.x"] {
                assert!(!ja.has(id) || ja.format(id, &[("n", Arg::Number(n))]) != format!("⟨{id}⟩"));
            }
            ja.plain_messages();
        }
    }

    const PARTS: [&str; 24] = [
        "\na = ",
        "\nb = ",
        "\n-t = ",
        "\n .x = ",
        "{ $n ->\n [one] ",
        "\n *[other] ",
        "\n [9999999999999999999999] ",
        "\n }",
        "{ $n }",
        "{ a }",
        "{ b }",
        "{ b.x }",
        "{ -t(n: 1) }",
        "{ NUMBER($n, type: \"ordinal\", minimumFractionDigits: 99999999999) }",
        "{ NUMBER(1.00000000000000000000001) }",
        "{ { $n } }",
        "{ \"x\" ->\n *[a] ",
        "{ 1 }",
        "{",
        "}",
        "文",
        "\"",
        "(",
        "{ a }{ b }{ a }{ b }{ a }{ b }{ a }{ b }{ a }{ b }{ a }{ b }{ a }{ b }{ a }{ b }",
    ];
}
