//! `--help` in the editor's language: the page that clap makes, with words of `locales/`.

use clap::builder::Resettable;
use clap::{Arg, Command, CommandFactory};

use super::arguments::Arguments;
use crate::render::messages::Messages;

/// All commands and options, as their help is printed.
pub fn command(messages: &Messages) -> Command {
    let mut command = Arguments::command();
    // Adds what clap adds by itself: --help, --version, the command `help`.
    command.build();
    worded(command.after_help(messages.text("help-begin")), messages)
}

fn worded(command: Command, messages: &Messages) -> Command {
    let name = command.get_name().to_owned();
    let examples = command.get_after_help().filter(|_| name != "annai").map(|examples| {
        let examples: String = examples.to_string().lines().map(|example| format!("\n  {example}")).collect();
        messages.text("help-examples") + &examples
    });
    let usage = messages.text("help-usage");
    let mut command = command
        .about(messages.text(&format!("help-command-{name}")))
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .subcommand_help_heading(heading(messages, "help-commands"))
        .mut_args(|arg| option(&name, arg, messages))
        .mut_subcommands(|command| worded(command, messages));
    if let Some(examples) = examples {
        command = command.after_help(examples);
    }
    command
}

/// An option, with its words: those for the command, or for all that have one of its name. They say which values there are.
fn option(command: &str, arg: Arg, messages: &Messages) -> Arg {
    let name = arg.get_id().as_str().replace('_', "-");
    let [own, shared] = [format!("help-option-{command}-{name}"), format!("help-option-{name}")];
    let group = if arg.is_positional() { "help-arguments" } else { "help-options" };
    arg.help(messages.text(if messages.has(&own) { &own } else { &shared }))
        .long_help(Resettable::Reset)
        .help_heading(heading(messages, group))
        .hide_default_value(true)
        .hide_possible_values(true)
}

/// Clap keeps headings for ever; the process ends with the page on which they stand.
fn heading(messages: &Messages, id: &str) -> &'static str {
    messages.text(id).leak()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::source::Sources;

    fn pages(command: &Command) -> Vec<String> {
        let own = command.clone().render_long_help().to_string();
        std::iter::once(own).chain(command.get_subcommands().flat_map(pages)).collect()
    }

    #[test]
    fn each_command_and_option_has_its_words_in_each_language_of_editors() {
        let pages = |tag| {
            let messages = Messages::build(&Language::parse(tag).unwrap(), &[], &Sources::new(jiff::Timestamp::UNIX_EPOCH)).0;
            pages(&command(&messages))
        };
        let (english, japanese) = (pages("en"), pages("ja"));
        assert!(english.len() > 10);
        for page in english.iter().chain(&japanese) {
            assert!(!page.contains(['⟨', '{']), "{page}");
        }
        let by_clap = ["Usage", "Options", "Commands", "Arguments", "Print", "default", "possible"];
        for page in &japanese {
            assert!(!by_clap.iter().any(|word| page.contains(word)), "{page}");
        }
    }
}
