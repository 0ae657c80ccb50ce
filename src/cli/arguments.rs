//! The arguments of every command. What `--help` says of them stands in `locales/`, by their names.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Annai turns typed records and prose in several languages into one cross-linked static guide site.
#[derive(Debug, Parser)]
#[command(name = "annai", version, about, max_term_width = 100)]
pub struct Arguments {
    /// What all commands share.
    #[command(flatten)]
    pub global: Global,
    /// The command; without one, the site is shown.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Global {
    /// The site's folder: it holds content/, and themes/ and locales/ if there are any
    #[arg(short = 'C', long = "root", value_name = "DIR", default_value = ".", global = true)]
    pub root: PathBuf,
    /// Language of messages and findings, such as ja or en
    #[arg(long, value_name = "TAG", global = true)]
    pub lang: Option<String>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human, global = true)]
    pub format: Format,
    /// Print findings only
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the line of the file and a caret
    Human,
    /// One line for each
    Short,
    /// One JSON object on a line for each
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// One SARIF 2.1.0 log
    Sarif,
    /// Markdown, for the summary of a job
    Markdown,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show the site in the browser, and each change as soon as it is saved; writes nothing
    #[command(after_help = "annai serve --open\nannai serve --port 8000\nannai serve --as-of 2026-04-01")]
    Serve(ServeOptions),
    /// Build the site and publish it to a folder, whole or not at all
    #[command(
        after_help = "annai build\nannai build --out /srv/www --base-url https://example.org/guide/\nannai build --as-of 2026-04-01 --strict"
    )]
    Build(BuildOptions),
    /// Read and check everything, write nothing
    #[command(after_help = "annai check\nannai check --format github\nannai check --lang ja --strict")]
    Check(CheckOptions),
    /// Rewrite what was read in another spelling to the canonical one, and put the fields of maps in order
    #[command(after_help = "annai fmt\nannai fmt --check\nannai fmt content/fees")]
    Fmt(FmtOptions),
    /// List translations that are missing or older than their source, and facts that have changed
    #[command(
        after_help = "annai status\nannai status --format json\nannai status --max-stale 0 --require en:fee,schedule\nannai status --baseline"
    )]
    Status(StatusOptions),
    /// Record that translations and facts are up to date
    #[command(after_help = "annai accept content/fees/practical-training.yaml\nannai accept --language vi\nannai accept --all")]
    Accept(AcceptOptions),
    /// Compare a published folder with its manifest; fails when a file is changed, missing or not of the site
    #[command(after_help = "annai verify public\nannai verify public --format json")]
    Verify(VerifyOptions),
    /// Tell what changed between two folders of a site, by meaning
    #[command(after_help = "annai diff ../old .\nannai diff ../old . --format markdown")]
    Diff(DiffOptions),
    /// Tell when the site will say something else without an edit
    #[command(after_help = "annai next-change\nannai next-change --since public/.annai-manifest.json")]
    NextChange(NextChangeOptions),
    /// Print every address outside the site, with the file, line and field in which it stands
    #[command(after_help = "annai links\nannai links --format json")]
    Links,
    /// Begin a record: with all its fields as comments, as a copy of another, or as the schedule that follows one
    #[command(
        after_help = "annai new hospital city-hospital\nannai new program day-course --from program/example-program\nannai new schedule example-2031 --after schedule/example-program"
    )]
    New(NewOptions),
    /// Write the records of a kind into a sheet, or what a language lacks into a file for translators
    #[command(
        after_help = "annai export hospital hospitals.xlsx\nannai export schedule schedules.csv\nannai export --language vi vi.xlsx"
    )]
    Export(ExportOptions),
    /// Take over what differs in a sheet, or what translators wrote
    #[command(after_help = "annai import hospitals.xlsx\nannai import hospital list.csv --dry-run\nannai import vi.po --dry-run")]
    Import(ImportOptions),
    /// Give a record another name: its files, every place that names it, and its former address
    #[command(
        after_help = "annai rename --dry-run hospital/example-hospital hospital/city-hospital\nannai rename hospital/example-hospital city-hospital"
    )]
    Rename(RenameOptions),
    /// Make one record of two: what names the first then names the second, which takes over what it lacks
    #[command(
        after_help = "annai merge --dry-run hospital/city hospital/city-hospital\nannai merge hospital/city hospital/city-hospital"
    )]
    Merge(MergeOptions),
    /// Say that what a record is about is no more: its page stays, lists leave it out, events are cancelled
    #[command(after_help = "annai retire program/example-program\nannai retire hospital/example-hospital --since 2027-04-01")]
    Retire(RetireOptions),
    /// Explain a finding by its code
    #[command(after_help = "annai explain unknown-word")]
    Explain(ExplainOptions),
    /// Tell editors' programs what may stand in each file: JSON Schemas, with the words and records of the site
    #[command(after_help = "annai schema\nannai schema --lang ja\nannai schema --reference")]
    Schema(SchemaOptions),
    /// Make a small bilingual site to begin with
    #[command(after_help = "annai init my-guide")]
    Init(InitOptions),
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// The port
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// The name or address to listen on; 0.0.0.0 lets other computers see the site
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub host: String,
    /// Let other computers show drafts and set the date, too
    #[arg(long)]
    pub allow_settings: bool,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
    /// The instant for which states of recruitment are told
    #[arg(long, value_name = "INSTANT")]
    pub as_of: Option<String>,
    /// Where the site will be published; takes the place of the address that is served
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct BuildOptions {
    /// The output folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Take over an output folder that holds files which Annai did not write
    #[arg(long)]
    pub adopt: bool,
    /// What `check` has too.
    #[command(flatten)]
    pub check: CheckOptions,
}

/// Options of `check`, and of `build` too.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Where the site is published; takes the place of base_url in site.yaml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// The instant for which states of recruitment are told
    #[arg(long, value_name = "INSTANT")]
    pub as_of: Option<String>,
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
}

/// Options of `schema`.
#[derive(Debug, Args)]
pub struct SchemaOptions {
    /// The folder of the schemas [default: .annai/schema in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Print the reference of all fields as Markdown instead
    #[arg(long)]
    pub reference: bool,
}

/// Options of `fmt`.
#[derive(Debug, Args)]
pub struct FmtOptions {
    /// Only say what would be rewritten; fail if there is anything
    #[arg(long)]
    pub check: bool,
    /// Files or folders
    #[arg(value_name = "PATH")]
    pub paths: Vec<String>,
}

/// Options of `status`.
#[derive(Debug, Args)]
pub struct StatusOptions {
    /// Fail when more translations than this are missing or out of date
    #[arg(long, value_name = "N")]
    pub max_stale: Option<usize>,
    /// Fail when one is missing or out of date in a language, of these kinds: en:fee,schedule
    #[arg(long, value_name = "TAG:KIND,...")]
    pub require: Vec<String>,
    /// Record the gaps of today in content/translations.baseline, which the gate lets pass; once there, it can only shrink
    #[arg(long)]
    pub baseline: bool,
}

/// Options of `accept`.
#[derive(Debug, Args)]
pub struct AcceptOptions {
    /// Files whose texts and facts are right, or single fields of them: content/fees/x.yaml:amount
    #[arg(required_unless_present_any = ["all", "language"], value_name = "PATH")]
    pub paths: Vec<String>,
    /// All files of the site
    #[arg(long)]
    pub all: bool,
    /// Only the texts of that language, and no facts: those of all files if none is named
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// Do not ask
    #[arg(long)]
    pub yes: bool,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct VerifyOptions {
    /// The published folder
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewOptions {
    /// The kind: hospital, program, fee, schedule …
    #[arg(value_name = "KIND")]
    pub kind: String,
    /// Its name in addresses and references
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The record that is copied
    #[arg(long, value_name = "RECORD", conflicts_with = "after")]
    pub from: Option<String>,
    /// The schedule that it follows
    #[arg(long, value_name = "SCHEDULE")]
    pub after: Option<String>,
    /// Only show what would change
    #[arg(long)]
    pub dry_run: bool,
}

/// Options of `export`.
#[derive(Debug, Args)]
pub struct ExportOptions {
    /// The kind (hospital, program, fee, schedule …), and the file to write: .xlsx or .csv; with --language .xlsx, .po or .xliff, and the kind only where no others are wanted
    #[arg(value_name = "[KIND] FILE", required = true, num_args = 1..=2)]
    pub what: Vec<String>,
    /// The language whose missing translations are written
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
}

/// Options of `import`.
#[derive(Debug, Args)]
pub struct ImportOptions {
    /// The file to read, .xlsx, .csv, .po or .xliff; before it the kind, where neither the sheet's name nor the file's says it
    #[arg(value_name = "[KIND] FILE", required = true, num_args = 1..=2)]
    pub what: Vec<String>,
    /// Only show what would change
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask
    #[arg(long)]
    pub yes: bool,
}

/// Options of `rename`.
#[derive(Debug, Args)]
pub struct RenameOptions {
    /// The record, as it is named in references: hospital/example-hospital
    #[arg(value_name = "FROM")]
    pub from: String,
    /// Its new name
    #[arg(value_name = "TO")]
    pub to: String,
    /// Only show what would change
    #[arg(long)]
    pub dry_run: bool,
}

/// Options of `retire`.
#[derive(Debug, Args)]
pub struct RetireOptions {
    /// The record, as it is named in references: program/example-program
    #[arg(value_name = "RECORD")]
    pub record: String,
    /// The day on which it came to an end
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// The record that takes its place
    #[arg(long, value_name = "RECORD")]
    pub by: Option<String>,
    /// Only show what would change
    #[arg(long)]
    pub dry_run: bool,
}

/// Options of `merge`.
#[derive(Debug, Args)]
pub struct MergeOptions {
    /// The record that goes
    #[arg(value_name = "FROM")]
    pub from: String,
    /// The record that stays
    #[arg(value_name = "INTO")]
    pub into: String,
    /// Only show what would change
    #[arg(long)]
    pub dry_run: bool,
}

/// Options of `diff`.
#[derive(Debug, Args)]
pub struct DiffOptions {
    /// The site's folder as it was
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The site's folder as it is
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// The instant for which states of recruitment are compared
    #[arg(long, value_name = "INSTANT")]
    pub as_of: Option<String>,
}

/// Options of `next-change`.
#[derive(Debug, Args)]
pub struct NextChangeOptions {
    /// The instant from which on is looked
    #[arg(long, value_name = "INSTANT")]
    pub as_of: Option<String>,
    /// Only say whether the next change of a published site is past, by its manifest; fail if it is
    #[arg(long, value_name = "MANIFEST")]
    pub since: Option<PathBuf>,
    /// All changes that are known
    #[arg(long)]
    pub all: bool,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct ExplainOptions {
    /// The code of a finding; all codes are listed when it is left out
    pub code: Option<String>,
}

/// Options of `init`.
#[derive(Debug, Args)]
pub struct InitOptions {
    /// A new or empty folder
    pub dir: PathBuf,
}
