//! `annai init DIR`: a small bilingual site that builds without a finding.

use super::Outcome;
use super::arguments::InitOptions;
use super::build::DEFAULT_OUTPUT;
use super::schema::DEFAULT_FOLDER;
use super::session::Session;
use crate::base::Arg;
use crate::edge::create;
use crate::outputs::schema;

/// The files of the new site.
const FILES: [(&str, &str); 13] = [
    (".gitignore", include_str!("init/gitignore")),
    (".github/workflows/site.yml", include_str!("init/github.yml")),
    (".gitlab-ci.yml", include_str!("init/gitlab.yml")),
    (".vscode/extensions.json", include_str!("init/extensions.json")),
    ("content/site.yaml", include_str!("init/site.yaml")),
    ("content/pages/index.ja.md", include_str!("init/index.ja.md")),
    ("content/pages/index.en.md", include_str!("init/index.en.md")),
    ("content/hospitals/example-hospital.yaml", include_str!("init/hospital.yaml")),
    ("content/programs/example-program.yaml", include_str!("init/program.yaml")),
    ("content/programs/example-program.ja.md", include_str!("init/program.ja.md")),
    ("content/programs/example-program.en.md", include_str!("init/program.en.md")),
    ("content/fees/example-program.yaml", include_str!("init/fee.yaml")),
    ("content/schedules/example-program.yaml", include_str!("init/schedule.yaml")),
];

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &InitOptions) -> Outcome {
    let folder = Arg::from(options.dir.display().to_string());
    // The pipelines take the program that made them.
    let texts = FILES.map(|(path, text)| (path, text.replace("{version}", env!("CARGO_PKG_VERSION"))));
    let settings = settings();
    let files = texts.iter().map(|(path, text)| (*path, text.as_str())).chain([(".vscode/settings.json", &*settings)]);
    match create::tree(&options.dir, &files.collect::<Vec<_>>()) {
        Ok(()) => {}
        Err(create::Problem::NotEmpty) => return session.refuse("init-not-empty", None, &[("folder", folder)]),
        Err(create::Problem::Unwritten(create::Unwritten { path, reason })) => {
            let args = [("path", Arg::from(path.display().to_string())), ("reason", Arg::from(reason))];
            return session.refuse("init-failed", None, &args);
        }
    }
    session.say("init-done", &[("folder", folder.clone())]);
    session.say("init-next", &[]);
    let file = options.dir.join("content").join("site.yaml").display().to_string();
    session.say("init-next-edit", &[("file", Arg::from(file))]);
    session.say("init-next-serve", &[("folder", folder.clone())]);
    let output = options.dir.join(DEFAULT_OUTPUT).display().to_string();
    session.say("init-next-build", &[("folder", folder.clone()), ("output", Arg::from(output))]);
    session.say("init-next-schema", &[("folder", folder.clone())]);
    session.say("init-next-check", &[("folder", folder)]);
    Outcome::Fine
}

/// The settings by which VS Code holds each file to its schema, in the order of the kinds.
fn settings() -> String {
    let schemas: Vec<String> = schema::list()
        .iter()
        .map(|described| format!("    \"./{DEFAULT_FOLDER}/{}\": \"{}\"", described.file, described.of))
        .collect();
    format!("{{\n  \"yaml.schemas\": {{\n{}\n  }}\n}}\n", schemas.join(",\n"))
}
