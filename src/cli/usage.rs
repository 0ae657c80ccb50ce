//! Wrong usage, told in the editor's language: what clap found, in words of `locales/`.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::Outcome;
use super::arguments::{Format, Global};
use super::session::Session;
use crate::base::Arg;
use crate::edge::terminal;

/// What all commands share, before the arguments are read: the language alone is known.
pub fn global() -> Global {
    Global { root: ".".into(), lang: terminal::option("--lang"), format: Format::Human, quiet: false }
}

/// Tells what is wrong; nothing where clap has an answer of its own, as the help and the version are.
pub fn tell(error: &Error) -> Option<Outcome> {
    let said = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(all) => Some(all.join(", ")),
        _ => None,
    };
    let value = said(ContextKind::InvalidValue).unwrap_or_default();
    let option = said(ContextKind::InvalidArg).unwrap_or_default();
    let command = said(ContextKind::InvalidSubcommand).unwrap_or_default();
    let other = said(ContextKind::PriorArg).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::UnknownArgument => "usage-unknown-option",
        ErrorKind::InvalidValue if value.is_empty() => "usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-bad-value",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::ArgumentConflict if option == other => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-conflict",
        _ => return None,
    };
    let nearest = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let nearest = nearest.into_iter().find_map(said).map(|nearest| ("usage-nearest", nearest));
    let known = said(ContextKind::ValidValue).filter(|known| !known.is_empty()).map(|known| ("usage-known", known));
    let global = global();
    let session = Session::new(&global);
    let args = [("value", value), ("option", option), ("command", command), ("other", other)];
    session.refuse(message, None, &args.map(|(name, text)| (name, Arg::from(text))));
    for (message, words) in nearest.into_iter().chain(known) {
        session.refuse(message, None, &[("words", Arg::from(words))]);
    }
    Some(session.refuse("usage-help", None, &[]))
}
