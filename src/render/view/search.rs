//! The page of results: the words that the client shows, and those by which it knows a question.

use serde_json::{Map, Value, json};

use super::shared::{self, facet_label};
use super::{Crumb, View};
use crate::base::Arg;
use crate::markup::{Inline, escape};
use crate::model::reference::Kind;
use crate::render::kit::Kit;
use crate::render::pen::Pen;
use crate::site::facets::Facet;
use crate::site::recruitment::State;
use crate::site::routes;

/// Messages that the client shows as they are; each goes by its name without `search_`.
const WORDS: [&str; 14] = [
    "search_start",
    "search_none",
    "search_nearest",
    "search_more",
    "search_narrow",
    "search_any",
    "search_kind",
    "search_cost",
    "search_language",
    "search_reset",
    "search_failed",
    "search_waiting",
    "search_others",
    "search_part",
];

/// The questions that search knows: a name, by which its words are a message (`search_ask_cost`), and what the answer is called.
pub const QUESTIONS: [(&str, &str); 4] =
    [("cost", "answer_cost"), ("when", "answer_when"), ("papers", "answer_papers"), ("length", "answer_how_long")];

/// The page; `kits` are those of all languages, since a question may be asked in any.
pub fn view(pen: &Pen<'_>, kits: &[Kit]) -> View {
    let site = pen.site;
    let text = |id: &str| pen.kit.messages.text(id);
    let mut view = View { kind: "search", title: text("search_title"), noindex: true, ..View::default() };
    view.script = Some("search.js");
    let address = |lang| routes::search_address(site, lang);
    view.path = pen.href(&address(pen.lang));
    view.canonical = shared::absolute(site, &address(pen.lang));
    shared::set_languages(pen, &mut view, address, |_| false);
    view.crumbs = shared::crumbs(pen, None);
    view.crumbs.push(Crumb { name: Inline::of(&*view.title), lang: None, href: None });
    // The attribute is in single quotes: the many double quotes of JSON stand as they are.
    view.search = Some(escape(&words(pen, kits).to_string()).replace("&quot;", "\""));
    view
}

fn words(pen: &Pen<'_>, kits: &[Kit]) -> Value {
    let text = |id: &str| Value::from(pen.kit.messages.text(id));
    let mut words: Map<String, Value> = WORDS.iter().map(|id| (id.trim_start_matches("search_").to_owned(), text(id))).collect();
    let open = |id: &str, name: &str| Value::from(pen.kit.messages.format(id, &[(name, Arg::from(format!("{{{name}}}")))]));
    words.insert("count".into(), open("search_count", "count"));
    words.insert("other".into(), open("search_other", "language"));
    let facets = [Facet::Prefecture, Facet::Specialty, Facet::Recruitment];
    words.insert("facets".into(), facets.iter().map(|facet| (facet.folder().to_owned(), text(facet_label(*facet)))).collect());
    words.insert("kinds".into(), Kind::ALL.iter().map(|kind| (kind.folder().to_owned(), text(kind.plural()))).collect());
    words.insert("states".into(), State::ALL.iter().map(|state| (state.as_str().to_owned(), text(state.message()))).collect());
    let question = |(name, answer): &(&str, &str)| {
        let asked: Vec<String> = kits.iter().flat_map(|kit| asked(kit, name)).collect();
        json!([name, pen.kit.messages.text(answer), asked])
    };
    words.insert("questions".into(), QUESTIONS.iter().map(question).collect());
    let other = |lang| {
        json!([
            pen.site.languages.tag(lang).as_str(),
            pen.kit.language_name(pen.site.languages.tag(lang)),
            pen.href(&routes::search_address(pen.site, lang))
        ])
    };
    words.insert("languages".into(), pen.site.languages.all().filter(|lang| *lang != pen.lang).map(other).collect());
    Value::Object(words)
}

/// The words by which a language asks a question.
fn asked(kit: &Kit, question: &str) -> Vec<String> {
    let words = kit.messages.setting(&format!("search_ask_{question}"));
    words.split('|').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}
